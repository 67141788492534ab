#include "stats/panel_groups.hpp"

#include <algorithm>

namespace ontrack::inline v0::stats {
namespace detail {

std::vector<GroupMembers> members_of(const Panel& panel, std::span<const std::int32_t> groups) {
    std::int32_t highest = -1;
    for (const std::int32_t group : groups) highest = std::max(highest, group);
    std::vector<GroupMembers> members(static_cast<std::size_t>(highest + 1));
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] < 0) continue;
        GroupMembers& own = members[static_cast<std::size_t>(groups[i])];
        const std::span<const double> series = series_of(panel, i);
        own.values.insert(own.values.end(), series.begin(), series.end());
        own.offsets.push_back(static_cast<std::int64_t>(own.values.size()));
    }
    return members;
}

}  // namespace detail

std::vector<GroupFit> fit_groups(const Panel& panel, std::span<const std::int32_t> groups,
                                 const TotalOptions& options) {
    std::vector<GroupFit> fits;
    for (const detail::GroupMembers& members : detail::members_of(panel, groups))
        fits.push_back(fit_group(members.panel(), options));
    return fits;
}

}  // namespace ontrack::inline v0::stats

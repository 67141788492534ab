#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <ontrack/stats/total_models.hpp>

#include "stats/panel_series.hpp"

namespace ontrack::inline v0::stats::detail {

/// The fit of series i: options.group without `groups`, nullptr for a number that no fit has.
inline const GroupFit* group_of(std::size_t i, const TotalOptions& options, std::span<const std::int32_t> groups,
                                std::span<const GroupFit> fits) noexcept {
    if (groups.empty()) return options.group;
    const std::int32_t group = groups[i];
    return group >= 0 && static_cast<std::size_t>(group) < fits.size() ? &fits[static_cast<std::size_t>(group)]
                                                                       : nullptr;
}

/// The series of one group, copied one after the other in the panel's order.
struct GroupMembers {
    std::vector<double> values;
    std::vector<std::int64_t> offsets{0};
    [[nodiscard]] Panel panel() const noexcept { return {values, offsets}; }
};

/// One for each group number from 0; series with a number below 0 are in none.
std::vector<GroupMembers> members_of(const Panel& panel, std::span<const std::int32_t> groups);

}  // namespace ontrack::inline v0::stats::detail

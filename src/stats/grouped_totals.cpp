#include <ontrack/stats/grouped_totals.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "stats/beyond_chance.hpp"
#include "stats/constants.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

/// What the series of one total have summed up to so far.
struct Sum {
    double known = 0.0, mean = 0.0, variance = 0.0;
    double squares = 0.0;  // Σ b
    double all = 0.0;  // Σ √b
    double within = 0.0;  // Σ over groups of (Σ √b)²
    double of_group = 0.0;  // Σ √b of the group that is being added
    LawFamily family = LawFamily::negative_binomial;
    bool any = false;

    void close_group() noexcept {
        within += of_group * of_group;
        of_group = 0.0;
    }
};

bool has_law(Status status) noexcept {
    return status == Status::ok || status == Status::no_target;
}

LawFamily family_of(const TotalLaw& law, LawFamily so_far) noexcept {
    for (std::size_t i = 0; i < law.size; ++i) {
        const LawFamily own = law.parts[i].family;
        if (own == LawFamily::normal || so_far == LawFamily::normal)
            so_far = LawFamily::normal;
        else if (own == LawFamily::log_normal)
            so_far = own;
    }
    return so_far;
}

void add(const TotalLaw& law, Sum& sum) noexcept {
    sum.known += law.known;
    if (law.size == 0) return;
    const detail::Uncertain rest = detail::uncertain(law);
    sum.any = true;
    sum.family = family_of(law, sum.family);
    sum.mean += rest.mean;
    sum.variance += rest.variance;
    sum.squares += rest.beyond;
    sum.all += std::sqrt(rest.beyond);
    sum.of_group += std::sqrt(rest.beyond);
}

TotalLaw law_of(const Sum& sum, const SharedShocks& shocks) noexcept {
    TotalLaw law;
    law.known = sum.known;
    if (!sum.any) return law;
    const double like = std::max(sum.within - sum.squares, 0.0);
    const double unlike = std::max(sum.all * sum.all - sum.within, 0.0);
    law.size = 1;
    law.parts[0] = {sum.family, 1.0, sum.mean, sum.variance + shocks.within * like + shocks.between * unlike};
    return law;
}

}  // namespace

void add_totals_into(std::span<const TotalLaw> laws, std::span<const Status> status,
                     std::span<const std::int32_t> groups, std::span<const std::int32_t> totals,
                     const SharedShocks& shocks, std::span<GroupedTotal> out) {
    std::vector<std::size_t> order(laws.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto status_of = [&](std::size_t i) {
        return has_law(status[i]) && std::isnan(laws[i].known) ? Status::missing_value : status[i];
    };
    const auto group = [&](std::size_t i) { return groups.empty() ? 0 : groups[i]; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return group(a) < group(b); });

    std::fill(out.begin(), out.end(), GroupedTotal{});
    std::vector<Sum> sums(out.size());
    std::vector<std::size_t> first_without(out.size(), laws.size());
    std::vector<std::int32_t> current(out.size(), -1);
    for (const std::size_t i : order) {
        if (totals[i] < 0) continue;
        const auto at = static_cast<std::size_t>(totals[i]);
        ++out[at].series;
        if (!has_law(status_of(i))) first_without[at] = std::min(first_without[at], i);
        // A series of no group is a group of its own.
        if (group(i) < 0 || group(i) != current[at]) sums[at].close_group();
        current[at] = group(i);
        add(laws[i], sums[at]);
    }
    for (std::size_t k = 0; k < out.size(); ++k) {
        sums[k].close_group();
        out[k].status = out[k].series == 0               ? Status::too_few_points
                        : first_without[k] < laws.size() ? status_of(first_without[k])
                                                         : Status::ok;
        out[k].law = law_of(sums[k], shocks);
        if (out[k].status == Status::ok) continue;
        out[k].law = TotalLaw{};
        out[k].law.known = nan;
    }
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

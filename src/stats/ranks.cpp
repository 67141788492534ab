#include <ontrack/stats/ranks.hpp>

#include <cmath>
#include <limits>

#include "stats/arguments.hpp"
#include "stats/fill.hpp"
#include "stats/sorted_values.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

void put_rank(std::span<std::int32_t> column, std::size_t i, std::size_t rank) noexcept {
    detail::put(column, i, static_cast<std::int32_t>(rank));
}

}  // namespace

double joint_confidence(double confidence, std::size_t areas) noexcept {
    if (!detail::is_confidence(confidence) || areas == 0) return std::numeric_limits<double>::quiet_NaN();
    return std::pow(confidence, 1.0 / static_cast<double>(areas));
}

void ranks_into(std::span<const double> value, std::span<const double> lower, std::span<const double> upper,
                Better better, const RankColumns& out) {
    const std::size_t size = value.size();
    detail::require_length("lower", lower.size(), size);
    detail::require_length("upper", upper.size(), size);
    detail::require_wanted("rank", out.rank, size);
    detail::require_wanted("best", out.best, size);
    detail::require_wanted("worst", out.worst, size);

    const auto known = [&](std::size_t i) {
        return !std::isnan(value[i]) && !std::isnan(lower[i]) && !std::isnan(upper[i]);
    };
    // Turned about where high is better, so that the best is always the lowest.
    const double sign = better == Better::high ? -1.0 : 1.0;
    std::vector<double> values, lowers, uppers;
    for (std::size_t i = 0; i < size; ++i) {
        if (!known(i)) continue;
        values.push_back(sign * value[i]);
        lowers.push_back(sign * (sign > 0.0 ? lower[i] : upper[i]));
        uppers.push_back(sign * (sign > 0.0 ? upper[i] : lower[i]));
    }
    std::sort(values.begin(), values.end());
    std::sort(lowers.begin(), lowers.end());
    std::sort(uppers.begin(), uppers.end());

    for (std::size_t i = 0; i < size; ++i) {
        const bool counts = known(i);
        const double own_lower = sign * (sign > 0.0 ? lower[i] : upper[i]);
        const double own_upper = sign * (sign > 0.0 ? upper[i] : lower[i]);
        put_rank(out.rank, i, counts ? 1 + detail::count_below(values, sign * value[i]) : 0);
        put_rank(out.best, i, counts ? 1 + detail::count_below(uppers, own_lower) : 0);
        put_rank(out.worst, i, counts ? detail::count_not_above(lowers, own_upper) : 0);
    }
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

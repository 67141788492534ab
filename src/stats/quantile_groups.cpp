#include <ontrack/stats/quantile_groups.hpp>

#include <string>

#include <ontrack/base/error.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/sorted_values.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr std::size_t most_groups = 1000;
constexpr std::size_t fewest_for_bounds = 4;

void require_groups(std::size_t groups) {
    if (groups >= 2 && groups <= most_groups) return;
    throw DataError(Problem{"out-of-domain", "there are " + std::to_string(groups) + " groups",
                            Place{{}, 0, 0, "groups"}, "Give a number of groups from 2 to 1000"});
}

/// Ten decimals, so that a bound that is 30.4 to the eye does not come out a rounding error below it.
double rounded(double bound) noexcept {
    const double scaled = bound * 1e10;
    return std::abs(scaled) < 0x1p52 ? std::round(scaled) / 1e10 : bound;
}

std::size_t fewest(const QuantileOptions& options) noexcept {
    return options.method == QuantileMethod::fingertips ? std::max(options.groups, fewest_for_bounds) : options.groups;
}

std::vector<double> bounds_of(const std::vector<double>& sorted, std::size_t groups) {
    std::vector<double> bounds(groups + 1);
    for (std::size_t k = 0; k <= groups; ++k) {
        const double bound = sample_quantile(sorted, static_cast<double>(k) / static_cast<double>(groups));
        bounds[k] = k == 0 || k == groups ? bound : rounded(bound);
    }
    return bounds;
}

/// 1 for the lowest values. `order` counts from the end that group 1 stands at.
std::size_t by_rank(std::size_t ahead, std::size_t size, std::size_t groups) noexcept {
    // rank = ahead + 1; ⌈(size − ahead)·groups/size⌉ in whole numbers.
    const std::size_t classes = ((size - ahead) * groups + size - 1) / size;
    return std::max<std::size_t>(1, groups + 1 - classes);
}

std::size_t by_bounds(double value, const std::vector<double>& bounds) noexcept {
    std::size_t group = 1;
    while (group + 1 < bounds.size() && value > bounds[group]) ++group;
    return group;
}

Status assign(std::span<const double> values, const QuantileOptions& options, std::span<std::int32_t> groups) {
    std::fill(groups.begin(), groups.end(), 0);
    const std::vector<double> sorted = detail::sorted_values(values);
    if (sorted.size() < fewest(options)) return Status::too_few_points;
    if (std::isinf(sorted.front()) || std::isinf(sorted.back())) return Status::not_finite;
    const bool highest = options.first == FirstGroup::highest;
    const bool ranked = options.method == QuantileMethod::phe_indicator_methods;
    const std::vector<double> bounds = ranked ? std::vector<double>{} : bounds_of(sorted, options.groups);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(values[i])) continue;
        std::size_t group = 0;
        if (ranked) {
            const std::size_t ahead = highest ? sorted.size() - detail::count_not_above(sorted, values[i])
                                              : detail::count_below(sorted, values[i]);
            group = by_rank(ahead, sorted.size(), options.groups);
        } else {
            group = by_bounds(values[i], bounds);
            if (highest) group = options.groups + 1 - group;
        }
        groups[i] = static_cast<std::int32_t>(group);
    }
    return Status::ok;
}

}  // namespace

double sample_quantile(std::span<const double> sorted, double p) noexcept {
    if (sorted.empty() || !(p >= 0.0 && p <= 1.0)) return nan;
    const double place = static_cast<double>(sorted.size() - 1) * p;
    const auto below = static_cast<std::size_t>(place);
    if (below + 1 >= sorted.size()) return sorted.back();
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

FirstGroup first_group(QuantileMethod method, Better better) noexcept {
    if (method == QuantileMethod::phe_indicator_methods)
        return better == Better::high ? FirstGroup::lowest : FirstGroup::highest;
    return better == Better::high ? FirstGroup::highest : FirstGroup::lowest;
}

Status quantile_groups_into(std::span<const double> values, const QuantileOptions& options,
                            std::span<std::int32_t> groups) {
    require_groups(options.groups);
    detail::require_length("groups", groups.size(), values.size());
    return assign(values, options, groups);
}

void quantile_groups_into(std::span<const double> values, std::span<const std::int64_t> offsets,
                          const QuantileOptions& options, std::span<std::int32_t> groups, std::span<Status> status) {
    require_groups(options.groups);
    detail::require_length("groups", groups.size(), values.size());
    detail::require_offsets(offsets, values.size());
    detail::require_wanted("status", status, offsets.size() - 1);
    for (std::size_t set = 0; set + 1 < offsets.size(); ++set) {
        const auto first = static_cast<std::size_t>(offsets[set]);
        const auto count = static_cast<std::size_t>(offsets[set + 1]) - first;
        const Status result = assign(values.subspan(first, count), options, groups.subspan(first, count));
        if (!status.empty()) status[set] = result;
    }
}

Status quantile_bounds_into(std::span<const double> values, std::span<double> bounds) {
    require_groups(bounds.empty() ? 0 : bounds.size() - 1);
    std::fill(bounds.begin(), bounds.end(), nan);
    const std::vector<double> sorted = detail::sorted_values(values);
    if (sorted.size() < std::max(bounds.size() - 1, fewest_for_bounds)) return Status::too_few_points;
    if (std::isinf(sorted.front()) || std::isinf(sorted.back())) return Status::not_finite;
    const std::vector<double> found = bounds_of(sorted, bounds.size() - 1);
    std::copy(found.begin(), found.end(), bounds.begin());
    return Status::ok;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

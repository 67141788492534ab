#include <ontrack/stats/standardised.hpp>

#include <cmath>
#include <limits>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/count_limits.hpp"
#include "stats/fill.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

double or_zero(double count) noexcept {
    return std::isnan(count) ? 0.0 : count;
}

Estimate directly(const Strata& strata, const detail::Level& level, const DirectOptions& options) noexcept {
    double rate = 0.0, variance = 0.0, weight = 0.0, events = 0.0;
    for (std::size_t i = 0; i < strata.count.size(); ++i) {
        const double x = or_zero(strata.count[i]);
        const double n = strata.population[i];
        const double w = strata.standard[i];
        const double spread = strata.squared_events.empty() ? x : or_zero(strata.squared_events[i]);
        if (std::isnan(n) || std::isnan(w)) return detail::without(Status::missing_value);
        if (x < 0.0 || n < 0.0 || w < 0.0 || spread < 0.0) return detail::without(Status::negative_value);
        if (n == 0.0) return detail::without(Status::no_denominator);
        events += x;
        weight += w;
        rate += w * (x / n);
        variance += (w / n) * (w / n) * spread;
    }
    if (weight == 0.0) return detail::without(Status::no_denominator);
    if (!std::isfinite(rate) || !std::isfinite(variance) || !std::isfinite(weight))
        return detail::without(Status::not_finite);
    if (events < options.minimum_events) return detail::without(Status::too_few_events);
    rate = options.per * rate / weight;
    if (events == 0.0) {
        return {rate, nan, nan, Status::limit_undefined};
    }
    const double scale = options.per * std::sqrt(variance / events) / weight;
    const Limits limits = detail::count_limits(events, level, CountMethod::public_health);
    const bool has_lower = !std::isnan(limits.lower);
    return {rate, rate + scale * (limits.lower - events), rate + scale * (limits.upper - events),
            has_lower ? Status::ok : Status::limit_undefined};
}

}  // namespace

Estimate estimate_standardised_rate(const Strata& strata, const DirectOptions& options) noexcept {
    const std::size_t size = strata.count.size();
    if (strata.population.size() != size || strata.standard.size() != size ||
        (!strata.squared_events.empty() && strata.squared_events.size() != size) ||
        !detail::is_confidence(options.confidence) || !(options.per > 0.0 && std::isfinite(options.per))) {
        return detail::without(Status::invalid_option);
    }
    return directly(strata, detail::Level(options.confidence), options);
}

void estimate_standardised_rate_into(const Strata& strata, std::span<const std::int64_t> offsets,
                                     const DirectOptions& options, const EstimateColumns& out) {
    const std::size_t size = strata.count.size();
    detail::require_length("population", strata.population.size(), size);
    detail::require_length("standard", strata.standard.size(), size);
    detail::require_wanted("squared_events", strata.squared_events, size);
    detail::require_offsets(offsets, size);
    detail::require_columns(out, offsets.size() - 1);
    detail::require_confidence(options.confidence);
    detail::require_positive("per", options.per);
    const detail::Level level(options.confidence);
    detail::fill(out, offsets.size() - 1, [&](std::size_t area) noexcept {
        const auto start = static_cast<std::size_t>(offsets[area]);
        const auto count = static_cast<std::size_t>(offsets[area + 1]) - start;
        return directly(
            {strata.count.subspan(start, count), strata.population.subspan(start, count),
             strata.standard.subspan(start, count),
             strata.squared_events.empty() ? strata.squared_events : strata.squared_events.subspan(start, count)},
            level, options);
    });
}

double expected_events(std::span<const double> population, std::span<const double> reference_count,
                       std::span<const double> reference_population) noexcept {
    if (reference_count.size() != population.size() || reference_population.size() != population.size()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    double expected = 0.0;
    for (std::size_t i = 0; i < population.size(); ++i) {
        if (!(reference_population[i] > 0.0)) continue;
        expected += or_zero(population[i]) * (or_zero(reference_count[i]) / reference_population[i]);
    }
    return expected;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

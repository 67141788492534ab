#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/estimate.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// One area by strata (age bands): events, people, and how many people the standard population has there. All of one length;
/// a missing (NaN) count is no events.
struct Strata {
    std::span<const double> count;
    std::span<const double> population;
    std::span<const double> standard;
    /// For events that repeat in a person: Σ f²·(persons with f events) of each stratum. Empty = every event is another person.
    std::span<const double> squared_events = {};
};

struct DirectOptions {
    double confidence = 0.95;
    double per = 100'000.0;
    double minimum_events = 10.0;  ///< fewer in all: `too_few_events`
};

/// The directly standardised rate, per·Σ wᵢ·xᵢ/nᵢ / Σ wᵢ, with limits after Dobson, Kuulasmaa, Eberle & Scherer (1991):
/// rate + √(V/O)·(count limit of O − O), V = Σ wᵢ²·xᵢ/nᵢ² / (Σ wᵢ)², O all events, the count limits by the public-health rule.
/// For repeated events xᵢ in V becomes Σ f²·persons (Public Health England's adjustment). Status: `missing_value` (population,
/// standard), `negative_value`, `no_denominator` (a population of 0, or no standard population at all), `too_few_events`,
/// `not_finite`, `invalid_option` (also lengths that differ).
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_standardised_rate(const Strata& strata,
                                                                 const DirectOptions& options = {}) noexcept;

/// Many areas: area i owns the strata offsets[i] … offsets[i + 1].
ONTRACK_EXPORT void estimate_standardised_rate_into(const Strata& strata, std::span<const std::int64_t> offsets,
                                                    const DirectOptions& options, const EstimateColumns& out);

/// The events that an area would have at the reference's rates: Σ population·reference_count/reference_population, a missing
/// or empty reference stratum counting as zero. NaN when the lengths differ.
[[nodiscard]] ONTRACK_EXPORT double expected_events(std::span<const double> population,
                                                    std::span<const double> reference_count,
                                                    std::span<const double> reference_population) noexcept;

/// The indirectly standardised ratio per·observed/expected (100 for a ratio in per cent; the reference's crude rate for an
/// indirectly standardised rate): the rate of `estimate_rate` with the expected events as its exposure.
[[nodiscard]] inline Estimate estimate_standardised_ratio(double observed, double expected,
                                                          const RateOptions& options = {}) noexcept {
    return estimate_rate(observed, expected, options);
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

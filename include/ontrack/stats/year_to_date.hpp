#pragma once

#include <cstddef>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>
#include <ontrack/stats/two_counts.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Counts of the periods of a year so far and of the same periods of the year before, so that season falls out. All spans have
/// one length. Exposures (days, working days, population) may be empty, which is 1 for each period.
struct MatchedPeriods {
    std::span<const double> this_year, last_year;
    std::span<const double> this_exposure = {}, last_exposure = {};
};

struct YearToDateOptions {
    double confidence = 0.95;
    TwoCountsTest test = TwoCountsTest::conditional;  ///< used where the counts are Poisson
    Alternative alternative = Alternative::two_sided;
    /// φ ≥ 1, the variance of a count as a multiple of its mean; 1 is Poisson. NaN: estimated from how the ratio varies between
    /// the periods, which wants many. Above 1, or estimated, the test is z/√φ by the score test, and the limits
    /// are ratio·exp(∓q·√(φ(1/x₁ + 1/x₂))), q of the normal law, or of Student's t when φ is estimated.
    double dispersion = 1.0;
};

struct YearToDate {
    double this_year, last_year;  ///< sums over the matched periods
    std::size_t periods;  ///< known in both years
    std::size_t left_out;  ///< missing (NaN) in either year, and left out of both
    Estimate ratio;  ///< this year's rate over last year's; exact limits where the counts are Poisson
    double dispersion;  ///< φ: as given, or estimated as max(1, χ²/(k − 1)) over the k periods with events
    TestResult test;  ///< of no change
};

/// Status of `ratio` and `test` as for a rate ratio and a test of two counts; `too_few_points` without a matched period, or
/// with fewer than two to estimate φ from, `no_denominator` for an exposure of 0. χ² = Σ (x − m·π)²/(m·π(1 − π)), where m is
/// the events of both years in a period and π the share that this year has of them at the overall ratio (McCullagh & Nelder
/// 1989). Throws `DataError` (`wrong-length`, `not-a-confidence-level`, `out-of-domain` for a dispersion below 1).
[[nodiscard]] ONTRACK_EXPORT YearToDate compare_year_to_date(const MatchedPeriods& periods,
                                                             const YearToDateOptions& options = {});

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

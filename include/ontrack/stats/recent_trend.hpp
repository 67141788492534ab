#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <ontrack/export.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// What the latest few values do (the recent trend of the public-health profiles; Public Health England 2018).
enum class RecentTrend : std::uint8_t { not_available, no_change, increasing, decreasing };

/// A missing value among the latest: passed over, and the earlier and later value count as neighbours (Fingertips 2025), or
/// no trend is given (Fingertips to 2024 and its guidance).
enum class TrendGaps : std::uint8_t { passed_over, refused };

struct RecentTrendOptions {
    std::size_t points = 5;  ///< the latest so many values, 3 … 1,000: of whole years that do not overlap
    double confidence = 0.998;  ///< χ² with one degree of freedom has to be above this quantile (9.5495)
    TrendGaps gaps = TrendGaps::passed_over;
    unsigned threads = 1;  ///< the results do not depend on it
};

struct RecentTrendResult {
    double chi_square;
    RecentTrend trend;
    Status status;
};

/// Events x of a base n, oldest first; NaN in either is a missing value. χ² = N(N·Σxt − X·Σnt)²/(X(N − X)(N·Σnt² − (Σnt)²)),
/// t = 1, 2, …, X = Σx, N = Σn (Cochran 1954, Armitage 1955). There is a trend when χ² is above its quantile and the
/// slope keeps its sign whichever one value is left out; the sign is that of N·Σxt − X·Σnt, which is the sign of the
/// logistic slope and exists for x = 0 too. Status: `too_few_points`; `no_denominator`, `negative_value`, `not_finite`,
/// `above_denominator`; `value_undefined` where x = n (no trend is published for such a year), or where no x is above 0.
[[nodiscard]] ONTRACK_EXPORT RecentTrendResult recent_trend_of_proportion(
    std::span<const double> x, std::span<const double> n, const RecentTrendOptions& options = {}) noexcept;

/// Any value with its 95 % limits (rates, standardised rates, means). Weighted least squares with standard errors
/// (upper − lower)/3.92: χ² = (b/se_b)²; the rule of signs as above. A value without both limits is missing. Status:
/// `too_few_points`, `not_finite`, `limit_undefined` (an upper limit not above its lower one).
[[nodiscard]] ONTRACK_EXPORT RecentTrendResult
recent_trend_of_estimate(std::span<const double> value, std::span<const double> lower, std::span<const double> upper,
                         const RecentTrendOptions& options = {}) noexcept;

/// Where a batch writes; every span has one element per series, or is empty.
struct RecentTrendColumns {
    std::span<double> chi_square;
    std::span<RecentTrend> trend;
    std::span<Status> status;
};

/// Every series of a panel; the other columns are laid out as its values. Throws and allocates nothing (but threads).
ONTRACK_EXPORT void recent_trends_of_proportion_into(const Panel& x, std::span<const double> n,
                                                     const RecentTrendOptions& options,
                                                     const RecentTrendColumns& out) noexcept;
ONTRACK_EXPORT void recent_trends_of_estimate_into(const Panel& value, std::span<const double> lower,
                                                   std::span<const double> upper, const RecentTrendOptions& options,
                                                   const RecentTrendColumns& out) noexcept;

/// `not available`, `no change`, …
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(RecentTrend trend) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

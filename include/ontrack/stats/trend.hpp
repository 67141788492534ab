#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

// Monotonic trend in a series of equally spaced periods, without a law for the values. NaN is a missing period: it is
// passed over, and the points around it keep their own times. Everything takes O(n log n) time and O(n) room.
//
// Status: `too_few_points` (fewer than three pairs to compare), `not_finite` (also for values beyond ±1e300),
// `no_variation` (no two compared values differ: s, tau and the slope are 0, and there is no test and no limit),
// `invalid_option`.

/// A test of "no trend". Two-sided, by the normal law with a continuity correction: close from ten points on; below, p is
/// a few hundredths off at most (Kendall 1975).
struct TrendTest {
    double s;  ///< pairs that rise less pairs that fall
    double tau;  ///< s over the number of pairs (Kendall's τ_a)
    double variance;  ///< of s when there is no trend
    double z;  ///< (s − sign s)/√variance
    double p;
    Status status;
};

/// Mann (1945), Kendall (1975): variance (n(n−1)(2n+5) − Σ t(t−1)(2t+5))/18 over groups of t equal values. Supposes
/// independent values: with season or autocorrelation use the tests below.
[[nodiscard]] ONTRACK_EXPORT TrendTest mann_kendall(std::span<const double> values);

/// Hirsch, Slack & Smith (1982): s and its variance are summed over the seasons, so that a January is compared with
/// Januaries only. \pre season_length ≥ 1 (else `invalid_option`)
[[nodiscard]] ONTRACK_EXPORT TrendTest seasonal_kendall(std::span<const double> values, int season_length = 12);

/// Hamed & Rao (1998): the Mann–Kendall variance times 1 + 2/(n(n−1)(n−2)) Σ (n−i)(n−i−1)(n−i−2) ρ_i over those lags i
/// whose rank autocorrelation ρ_i, after the Theil–Sen line is taken off, is beyond ±Φ⁻¹(0.975)/√n. `lags`: the first so
/// many lags only; 0 = all n − 1, which is the paper's formula and O(n²). The factor may come out at or below zero: then z
/// and p are NaN and the status is `value_undefined`; take fewer lags, say three. Points with a
/// missing period between them count as neighbours.
[[nodiscard]] ONTRACK_EXPORT TrendTest hamed_rao(std::span<const double> values, int lags = 0);

/// A line through the series, per period: value ≈ intercept + slope · (periods since the first).
struct TrendLine {
    double slope;
    double lower, upper;
    double intercept;
    Status status;
};

/// Theil (1950), Sen (1968): the median of the slopes of all pairs of points (of the same season where season_length > 1,
/// Hirsch, Slack & Smith 1982). Limits (Sen 1968): with N pairs and C = Φ⁻¹(1 − α/2)·√variance of s, the slopes of rank
/// M = (N − C)/2, rounded, from either end; where M < 1 they do not exist and the status is `limit_undefined`.
/// Intercept: median value − slope · median time (Conover 1980).
[[nodiscard]] ONTRACK_EXPORT TrendLine theil_sen(std::span<const double> values, double confidence = 0.95,
                                                 int season_length = 1);

enum class TrendMethod : std::uint8_t { mann_kendall, seasonal_kendall, hamed_rao };

struct TrendOptions {
    TrendMethod method = TrendMethod::mann_kendall;
    int season_length = 12;  ///< for seasonal_kendall; the line is of the same season too then
    int lags = 0;  ///< for hamed_rao
    double confidence = 0.95;
    unsigned threads = 1;  ///< the results do not depend on it
};

/// Where a batch writes; every span has one element per series, or is empty when that column is not wanted. What no column
/// asks for is not computed: without `lower` and `upper` the line costs a third.
struct TrendColumns {
    std::span<double> s, tau, variance, z, p;
    std::span<double> slope, lower, upper, intercept;
    std::span<Status> status;  ///< of the test
    std::span<Status> line_status;  ///< of the line
};

/// Test and line for every series of a panel. Throws nothing; room for the longest series is taken once per thread,
/// nothing per series. Same bits for any number of threads, and as the functions above.
/// \pre spans are of the right length
ONTRACK_EXPORT void trends_into(const Panel& panel, const TrendOptions& options, const TrendColumns& out) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

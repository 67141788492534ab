#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

// Changes of a count series' rate at dates that are not known. Within a segment the counts are Poisson with one rate per unit
// of exposure; the cost of a segment with Y events in an exposure E is −2·log-likelihood, 2·(Y − Y·ln(Y/E)) but for what no
// cut changes. NaN is a missing period: it costs nothing, and counts for no length. Status of either function:
// `too_few_points`, `too_few_events` (no event), `negative_value`, `not_finite`, `not_a_count`, `no_denominator`.

/// What a further change costs; n the periods that are there. A change is two parameters, its date and its rate.
enum class ChangePenalty : std::uint8_t {
    bic,  ///< 2·ln n (Schwarz 1978; Yao 1988)
    mbic,  ///< 3·ln n, and ln(length/n) for each segment (Zhang & Siegmund 2007)
    hannan_quinn,  ///< 4·ln ln n
    aic,  ///< 4: finds too many
    stated,  ///< `value`
};

struct SegmentOptions {
    ChangePenalty penalty = ChangePenalty::mbic;
    double value = std::numeric_limits<double>::quiet_NaN();  ///< for stated, ≥ 0
    /// Variance over mean within a segment, above 0: costs are divided by it. 1 = Poisson; with counts that scatter more,
    /// 1 finds changes that are not there.
    double dispersion = 1.0;
    std::size_t shortest = 2;  ///< a segment has at least so many periods that are there, 1 or more
};

struct Segmentation {
    std::vector<std::size_t> change;  ///< index of the first period of every segment but the first
    std::vector<double> rate;  ///< of every segment: events per unit of exposure
    double cost;  ///< of all segments, with the penalties
    Status status;
};

/// The cut of the series into segments that costs least, over all cuts: optimal partitioning (Jackson et al. 2005) with the
/// pruning of PELT (Killick, Fearnhead & Eckley 2012), which is exact. Of equal cuts the one whose last segment starts first.
/// Throws `DataError` for an option out of its domain or an exposure of another length.
[[nodiscard]] ONTRACK_EXPORT Segmentation segment_counts(std::span<const double> values,
                                                         std::span<const double> exposure = {},
                                                         const SegmentOptions& options = {});

struct ChangeTestOptions {
    std::size_t shortest = 2;  ///< periods that are there on either side, 1 or more
    std::size_t replicates = 999;  ///< series drawn without a change, 19 or more
    std::uint64_t seed = 1;
    /// The law of the drawn series: negative binomial with variance μ + αμ²; 0 = Poisson. Counts that scatter more than
    /// Poisson's need it: without, p is too small. One estimate is regression()'s.
    double alpha = 0.0;
    double confidence = 0.95;
    unsigned threads = 1;  ///< the results do not depend on it
};

/// One change or none.
struct ChangeTest {
    double statistic;  ///< the largest likelihood ratio over all dates, −2·ln
    double p_value;  ///< (1 + replicates at or above it)/(replicates + 1)
    std::size_t change;  ///< index of the first period after the likeliest change
    double rate_before, rate_after;
    Estimate
        rate_ratio;  ///< after over before at that date, with exact limits for two Poisson rates, as if it had been known
    /// The dates whose likelihood is near that of the likeliest: −2·ln of the ratio, over the scale below, at most
    /// −2·ln(1 − √confidence), 7.35 at 95 % (Siegmund 1988; Hansen 2000). Holds the date with at least about this confidence.
    /// Scale: the mean of variance over mean under the two rates, 1 for Poisson. Indices, rising; there may be gaps.
    std::vector<std::size_t> confidence_set;
    Status status;
};

/// Tests "one rate throughout" against a change at a date that is not known. The likelihood-ratio statistic has no tabulated
/// law with few events; here p is from a parametric bootstrap (Davison & Hinkley 1997, 4.2): replicates with the fitted
/// rate, exposures and gaps of the series, by Philox draws keyed by seed and replicate. Equal rates throughout have
/// the statistic 0 and p = 1. Throws as above.
[[nodiscard]] ONTRACK_EXPORT ChangeTest change_test(std::span<const double> values,
                                                    std::span<const double> exposure = {},
                                                    const ChangeTestOptions& options = {});

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

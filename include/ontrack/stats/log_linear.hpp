#pragma once

#include <span>
#include <vector>

#include <ontrack/export.hpp>
#include <ontrack/stats/design.hpp>
#include <ontrack/stats/estimate.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/regression.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

struct LogLinearOptions {
    int periods_per_year = 12;
    Season season = {};
    RegressionOptions regression = {};  ///< its family is one for counts
};

/// A steady yearly growth of counts: ln μ = ln exposure + a + b·years + season.
struct LogLinearTrend {
    Estimate rate_ratio;  ///< eᵇ, this year's rate over last year's; 1 = no trend
    double p_value;       ///< of "no trend"
    Regression regression;  ///< coefficients: a, b, season
};

/// Fits a log-linear trend with a season to one series. `exposure` as long as the values, or empty. Throws `DataError` for an
/// option out of its domain.
[[nodiscard]] ONTRACK_EXPORT LogLinearTrend log_linear_trend(std::span<const double> values,
                                                             std::span<const double> exposure = {},
                                                             const LogLinearOptions& options = {});

/// Where a batch writes; each span has one element per series, `fitted` one per value, or is empty.
struct LogLinearColumns {
    EstimateColumns rate_ratio = {};
    std::span<double> p_value = {};
    std::span<double> slope = {}, standard_error = {};  ///< b per year, and its standard error
    std::span<double> degrees = {}, alpha = {}, dispersion = {}, deviance = {}, log_likelihood = {};
    std::span<double> fitted = {};
};

/// The same for every series of a panel; `exposure` is laid out as its values, or empty. A series shorter than its model has
/// `too_few_points`. Series of equal length that follow one another share a design, and are fastest.
ONTRACK_EXPORT void log_linear_trends_into(const Panel& panel, std::span<const double> exposure,
                                           const LogLinearOptions& options, const LogLinearColumns& out);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

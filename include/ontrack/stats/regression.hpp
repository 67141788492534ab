#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <ontrack/export.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// The law of a value y around its mean μ. For the counts ln μ = ln exposure + Xβ (McCullagh & Nelder 1989); Gaussian: μ = Xβ.
enum class Family : std::uint8_t {
    poisson,  ///< variance μ
    quasi_poisson,  ///< variance φμ, φ = Σ(y − μ)²/μ/(n − p): Poisson's coefficients, errors times √φ
    negative_binomial,  ///< NB2: variance μ + αμ²
    gaussian,  ///< least squares, variance σ²
};

/// Whose quantile times the standard error the limits are at.
enum class LimitLaw : std::uint8_t {
    by_family,  ///< Student's for quasi_poisson and gaussian, whose dispersion is estimated; else normal
    normal,
    student,  ///< with n − p degrees of freedom
};

struct RegressionOptions {
    Family family = Family::quasi_poisson;
    /// NB2's α, 0 … 1e6; NaN = by maximum likelihood, 0 where the counts scatter no more than Poisson's (Lawless 1987).
    double alpha = std::numeric_limits<double>::quiet_NaN();
    /// Standard errors that hold under autocorrelation over so many periods (Newey & West 1987): Bartlett's kernel, lag j
    /// weighs 1 − j/(lags + 1). 0 = White's (1980). None = the model's own. Whatever the dispersion, it cancels.
    std::optional<int> lags = {};
    /// The Newey–West covariance times n/(n − p), p with α where that is estimated.
    bool small_sample = false;
    double confidence = 0.95;
    LimitLaw limits = LimitLaw::by_family;
    unsigned threads = 1;  ///< the results do not depend on it
};

/// n periods × p columns, row by row, shared by every series. No column is added: put ones in for an intercept.
struct DesignMatrix {
    std::span<const double> values;
    std::size_t columns;
};

/// Where a batch writes; every span is of the given shape, row by row, or is empty when that is not wanted.
struct RegressionColumns {
    std::span<double> coefficient = {}, standard_error = {}, lower = {}, upper = {};  ///< series × p
    std::span<double> p_value = {};  ///< series × p: two-sided, of "the coefficient is 0", by the law of the limits
    std::span<double> covariance = {};  ///< series × p × p, of the coefficients
    std::span<double> fitted = {};  ///< series × n: μ, also in a missing period, but for one without an exposure
    std::span<double> degrees = {};  ///< series: n − p, n the periods that are there
    std::span<double> alpha = {};  ///< series: of the negative binomial law, 0 for the others
    std::span<double> dispersion = {};  ///< series: Σ(y − μ)²/V(μ)/(n − p); for gaussian σ²
    std::span<double> deviance = {};  ///< series: −2·(log-likelihood − that of μ = y); for gaussian Σ(y − μ)²
    std::span<double> log_likelihood = {};  ///< series: for quasi_poisson Poisson's
    std::span<Status> status = {};  ///< series
};

/// Fits every series to the design. `values`: series × n, NaN = a missing period, left out (its neighbours stay as far apart as
/// they are: Parzen 1963). `exposure`: the same shape, or n for all series, or empty = 1; NaN = missing. Maximum likelihood by
/// Newton's method on an orthonormal basis of the design, until the predictor changes by less than 1e-12.
///
/// Covariance: of the model, φ(X'WX)⁻¹ with W = μ/(1 + αμ) (Fisher's information; α and β are orthogonal, Lawless 1987);
/// with `lags`, B⁻¹MB⁻¹ from the observed information B (of β and α where that is estimated) and M = Σ wⱼ(Γⱼ + Γⱼ'), Γⱼ the
/// sum of products of the scores j periods apart.
///
/// Status: `too_few_points` (n ≤ p, or none), `collinear`, `too_few_events` (no event at all), `separated` (a column, or a sum
/// of some, points only at periods without an event: its effect is −∞; Correia, Guimarães & Zylkin 2019), `not_converged`,
/// `no_variation` (gaussian without a residual), `negative_value`, `not_finite`, `not_a_count`, `no_denominator`
/// (an exposure of 0); then all numbers are NaN. Throws `DataError` for a wrong length, option, number in the design, columns
/// that depend on one another over all periods (`collinear`), or an exposure with gaussian.
/// Same bits for any number of threads and in any company.
ONTRACK_EXPORT void regressions_into(const DesignMatrix& design, std::span<const double> values,
                                     std::span<const double> exposure, const RegressionOptions& options,
                                     const RegressionColumns& out);

/// One series, fitted.
struct Regression {
    std::vector<double> coefficient, standard_error, lower, upper, p_value;
    std::vector<double> covariance;  ///< p × p
    std::vector<double> fitted;
    double degrees, alpha, dispersion, deviance, log_likelihood;
    Status status;
};
[[nodiscard]] ONTRACK_EXPORT Regression regression(const DesignMatrix& design, std::span<const double> values,
                                                   std::span<const double> exposure = {},
                                                   const RegressionOptions& options = {});

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <ontrack/export.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// What a numerator is to its denominator. Formulas and sources: docs/methods.md, "Rates and percentages".
enum class RatioModel : std::uint8_t {
    beta_binomial,  ///< part of it, so never above it: a percentage (Griffiths 1973; West, Harrison & Migon 1985)
    gamma_poisson,  ///< events in an exposure, which they may exceed: a rate
};

/// `beta_binomial`, `gamma_poisson`
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(RatioModel model) noexcept;
/// The model of that name; none if there is none.
[[nodiscard]] ONTRACK_EXPORT std::optional<RatioModel> ratio_model(std::string_view name) noexcept;

/// One denominator that the rest of the year may have.
struct RestDenominator {
    double denominator = 0.0;
    double weight = 0.0;
};

/// The law of a year's ratio (x + X)/(n + N): x and n are known; N is one of at most `most` denominators; X given N is
/// beta–binomial or negative binomial, so that the numerator is a whole number of events more than is known. Mean,
/// variance, probabilities and quantiles are of this one law, so they agree. A default-made law has no denominator: NaN.
struct RatioLaw {
    static constexpr std::size_t most = 32;

    RatioModel model = RatioModel::beta_binomial;
    double numerator = 0.0;  ///< known
    double denominator = 0.0;  ///< known
    double rest_ratio = 0.0;  ///< expected ratio of the rest of the year
    /// Of the ratio of the rest: a + b of the beta law, the shape of the gamma law; ∞ = the ratio behind the events is certain.
    double precision = 0.0;
    std::size_t size = 0;  ///< denominators in use; 0 = the year is known
    std::array<RestDenominator, most> rest{};

    [[nodiscard]] ONTRACK_EXPORT double mean() const noexcept;
    [[nodiscard]] ONTRACK_EXPORT double variance() const noexcept;
    /// P(ratio ≤ x)
    [[nodiscard]] ONTRACK_EXPORT double cdf(double x) const noexcept;
    /// P(ratio < x); P(ratio ≥ x) = 1 − below(x)
    [[nodiscard]] ONTRACK_EXPORT double below(double x) const noexcept;
    /// The smallest possible ratio r with P(ratio ≤ r) ≥ p, 0 < p < 1 (NaN outside).
    [[nodiscard]] ONTRACK_EXPORT double quantile(double p) const noexcept;
};

/// How far levels drift and periods scatter: the variances among which the likelihood decides, on the scale of the log odds
/// (beta–binomial) or of the logarithm (gamma–Poisson), per period.
inline constexpr std::array<double, 6> ratio_drifts{1e-4, 1.5e-3, 6e-3, 2.4e-2, 0.1, 0.4};
inline constexpr std::array<double, 6> ratio_scatters{1e-4, 2e-3, 8e-3, 3.2e-2, 0.13, 0.5};
inline constexpr std::size_t ratio_spreads = ratio_drifts.size() * ratio_scatters.size();

/// What a group of like series lends to each of its members. A value of plain numbers.
struct RatioGroup {
    int periods_per_year = 0;  ///< 0 = no group
    double series = 0.0;  ///< how many it was learnt from
    std::vector<double> season;  ///< per period of the year, on the scale of the model, mean 0
    double season_variance = 0.0;  ///< of the members' own seasons around it
    /// Prior probability of each (drift, scatter), scatter changing fastest: empirical Bayes. Any finite sum above 0.
    std::vector<double> spreads;
};

struct RatioOptions {
    RatioModel model = RatioModel::beta_binomial;
    int periods_per_year = 12;  ///< 1 … 366
    int periods_known = 6;  ///< 0 … periods_per_year: the last so many values of each series are this year's
    /// Periods that no model learns from, aligned with the series' ends. A masked period of this year still counts. The
    /// denominators of a year of more than 64 periods are projected from all.
    std::span<const std::uint8_t> masked{};
    const RatioGroup* group = nullptr;  ///< nullptr = a series on its own
    unsigned threads = 1;  ///< the results do not depend on it
};

/// One series, oldest first; both columns equally long. A period counts where both have a value (NaN = missing).
struct RatioSeries {
    std::span<const double> numerators{};
    std::span<const double> denominators{};
    /// Denominators of the rest of the year, periods_per_year − periods_known of them, where they are known beforehand
    /// (days, people); empty or with a NaN: they are projected by `project_total`.
    std::span<const double> coming{};
};

/// `status` is ok whenever there is a law; value_undefined where its mean or variance is not finite. `fallback`:
/// too_few_points where fewer than four periods tell of the series' own drift and scatter, which are then the group's or all
/// equally likely; what `project_total` says of the denominators.
struct RatioProjection {
    RatioLaw law;
    Status status = Status::ok;
    Status fallback = Status::ok;
    double own_season = 0.0;  ///< weight of the series' own season against the group's (or none), 0 … 1
    double drift = 0.0, scatter = 0.0;  ///< posterior means, per period
};

/// Projects one series' ratio of the year's sums. Never throws; allocates nothing.
[[nodiscard]] ONTRACK_EXPORT RatioProjection project_ratio(const RatioSeries& series,
                                                           const RatioOptions& options) noexcept;

/// Series side by side: `numerators` is a panel, `denominators` has its offsets. `coming` is empty, or row-major with
/// periods_per_year − periods_known columns.
struct RatioPanel {
    Panel numerators;
    std::span<const double> denominators;
    std::span<const double> coming{};
    [[nodiscard]] std::size_t size() const noexcept { return numerators.size(); }
};

/// Where a batch writes; every span has one element per series, or is empty when that column is not wanted.
struct RatioColumns {
    std::span<double> mean{}, variance{};
    std::span<double> probability_at_most{}, probability_at_least{};  ///< P(ratio ≤ target), P(ratio ≥ target)
    std::span<double> quantiles{};  ///< row-major, one column for each of `probabilities`
    std::span<const double> probabilities{};
    std::span<RatioLaw> law{};
    std::span<Status> fallback{};
    std::span<Status> status{};
};

/// `project_ratio` for every series, same bits. `groups`: which of `fits` each series belongs to (−1 = none); empty =
/// options.group for all. Throws nothing; allocates nothing but threads. \pre spans are of the right length
ONTRACK_EXPORT void project_ratios_into(const RatioPanel& panel, std::span<const double> targets,
                                        const RatioOptions& options, std::span<const std::int32_t> groups,
                                        std::span<const RatioGroup> fits, const RatioColumns& out) noexcept;

/// What like series have in common: the season of their sums, and by empirical Bayes how far seasons differ and how levels
/// drift and scatter. A reduction in the panel's order. options.group is not looked at.
/// \throws DataError when options are out of their domain
[[nodiscard]] ONTRACK_EXPORT RatioGroup fit_ratio_group(const RatioPanel& panel, const RatioOptions& options);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <ontrack/export.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/status.hpp>
#include <ontrack/stats/total_models.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// The law of a year's survey figure: known + width·X, X beta with shapes a and b. `width` 0 = the figure is known.
struct SurveyLaw {
    double known = 0.0;
    double width = 0.0;
    double a = 1.0, b = 1.0;

    [[nodiscard]] ONTRACK_EXPORT double mean() const noexcept;
    [[nodiscard]] ONTRACK_EXPORT double variance() const noexcept;
    /// P(figure ≤ x)
    [[nodiscard]] ONTRACK_EXPORT double cdf(double x) const noexcept;
    /// The x with P(figure ≤ x) = p, 0 < p < 1 (NaN outside).
    [[nodiscard]] ONTRACK_EXPORT double quantile(double p) const noexcept;
};

/// The spreads among which the likelihood decides. Drift: variance of one period's step of the true share, over
/// share·(1 − share). Interviews: effective sample size of one period, where it is not given.
inline constexpr std::array<double, 6> survey_drifts{1e-5, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2};
inline constexpr std::array<double, 6> survey_interviews{10.0, 20.0, 40.0, 80.0, 160.0, 640.0};
inline constexpr std::size_t survey_spreads = survey_drifts.size() * survey_interviews.size();
inline constexpr int longest_window = 12;

struct SurveyOptions {
    /// Periods that one figure covers: 4 for quarterly figures of a rolling year, 1 where figures do not overlap.
    int window = 1;
    YearFigure figure = YearFigure::last;  ///< last or mean; a sum is no share
    double rounding = 0.0;  ///< unit to which figures are rounded: 0.01
    int periods_per_year = 4;  ///< 1 … 366
    int periods_known = 2;  ///< 0 … periods_per_year: the last so many figures of each series are this year's
    /// Figures that no model learns from, aligned with the series' ends. A masked figure of this year still counts.
    std::span<const std::uint8_t> masked{};
    /// Prior probability of each (drift, interviews), interviews changing fastest (`fit_survey_spreads`); empty = all alike. Any
    /// finite sum above 0.
    std::span<const double> spreads{};
    unsigned threads = 1;  ///< the results do not depend on it
};

struct SurveyProjection {
    SurveyLaw law;
    Status status = Status::ok;  ///< value_undefined: effective sizes so small that the law has no finite moments
    Status fallback = Status::ok;  ///< too_few_points: fewer than four figures, so that the spreads are the prior's
    double drift = 0.0;  ///< posterior mean
    double interviews = 0.0;  ///< effective, of one period: as given (the latest), or posterior mean
};

/// Projects the year's figure of a survey share that may overlap with its neighbours. `figures` are 0 … 1, oldest first, NaN =
/// missing; `effective_sizes`: of each figure's whole window (`effective_sample_size`), empty or NaN = not known. Formulas and
/// sources: docs/methods.md, "Rates and percentages". Never throws; allocates nothing.
[[nodiscard]] ONTRACK_EXPORT SurveyProjection project_survey(std::span<const double> figures,
                                                             std::span<const double> effective_sizes,
                                                             const SurveyOptions& options) noexcept;

/// Where a batch writes; every span has one element per series, or is empty when that column is not wanted.
struct SurveyColumns {
    std::span<double> mean{}, variance{};
    std::span<double>
        probability_at_most{};  ///< P(figure ≤ target); the law is continuous, so P(figure ≥ target) is 1 − it
    std::span<double> quantiles{};  ///< row-major, one column for each of `probabilities`
    std::span<const double> probabilities{};
    std::span<SurveyLaw> law{};
    std::span<Status> fallback{};
    std::span<Status> status{};
};

/// `project_survey` for every series of a panel, same bits. `effective_sizes` is empty or has the panel's offsets; `groups`:
/// which of `spreads` each series belongs to (−1 = none); empty = options.spreads for all. Throws nothing; allocates nothing
/// but threads. \pre spans are of the right length
ONTRACK_EXPORT void project_surveys_into(const Panel& panel, std::span<const double> effective_sizes,
                                         std::span<const double> targets, const SurveyOptions& options,
                                         std::span<const std::int32_t> groups,
                                         std::span<const std::vector<double>> spreads,
                                         const SurveyColumns& out) noexcept;

/// How far like series drift and scatter, by empirical Bayes; options.spreads is not looked at.
/// \throws DataError when options are out of their domain
[[nodiscard]] ONTRACK_EXPORT std::vector<double> fit_survey_spreads(const Panel& panel,
                                                                    std::span<const double> effective_sizes,
                                                                    const SurveyOptions& options);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

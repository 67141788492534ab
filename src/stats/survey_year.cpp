#include <ontrack/stats/survey_year.hpp>

#include <algorithm>
#include <cmath>

#include <ontrack/base/error.hpp>
#include <ontrack/stats/quantiles.hpp>

#include "stats/constants.hpp"
#include "stats/panel_series.hpp"
#include "stats/rolling_filter.hpp"
#include "stats/split_threads.hpp"
#include "stats/spread_prior.hpp"
#include "stats/year_columns.hpp"
#include "stats/year_table.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr double first_variance = 0.25;  // of the true share before the first figure: it may be anything
constexpr double least_share = 0.02;  // from which on the sampling variance falls no more
constexpr std::size_t unjudged = 2;  // figures that the likelihood does not look at
constexpr std::size_t few_figures = 4;
constexpr std::size_t most_judged = 512;  // series from which the spreads are learnt

struct Survey {
    std::span<const double> figures;
    std::span<const double> sizes;
    const SurveyOptions& options;

    [[nodiscard]] std::size_t window() const noexcept { return static_cast<std::size_t>(options.window); }
    [[nodiscard]] std::size_t periods() const noexcept { return static_cast<std::size_t>(options.periods_per_year); }
    [[nodiscard]] std::size_t known() const noexcept { return static_cast<std::size_t>(options.periods_known); }
    [[nodiscard]] bool is_masked(std::size_t t) const noexcept {
        return detail::is_masked(options.masked, figures.size() - t);
    }
    [[nodiscard]] bool teaches(std::size_t t) const noexcept { return !std::isnan(figures[t]) && !is_masked(t); }
    [[nodiscard]] bool has_sizes() const noexcept {
        return std::any_of(sizes.begin(), sizes.end(), [](double n) { return n > 0.0; });
    }
    [[nodiscard]] double rounding_variance() const noexcept { return options.rounding * options.rounding / 12.0; }
};

Status status_of(const Survey& survey) noexcept {
    const SurveyOptions& options = survey.options;
    const bool fits =
        options.window >= 1 && options.window <= longest_window && options.figure != YearFigure::sum &&
        options.rounding >= 0.0 && options.rounding < 1.0 && options.periods_per_year >= 1 &&
        options.periods_per_year <= static_cast<int>(detail::max_periods) && options.periods_known >= 0 &&
        options.periods_known <= options.periods_per_year &&
        (survey.sizes.empty() || survey.sizes.size() == survey.figures.size()) &&
        (options.spreads.empty() || (options.spreads.size() == survey_spreads && detail::is_prior(options.spreads)));
    if (!fits) return Status::invalid_option;
    for (const double figure : survey.figures) {
        if (std::isinf(figure)) return Status::not_finite;
        if (figure < 0.0) return Status::negative_value;
        if (figure > 1.0) return Status::above_denominator;
    }
    for (const double size : survey.sizes)
        if (size <= 0.0) return Status::no_denominator;
    return Status::ok;
}

/// What does not depend on the spreads.
struct Sampling {
    double share;  // mean of what teaches
    double unit;  // variance of one interview
    std::size_t figures;
};

Sampling sampling_of(const Survey& survey) noexcept {
    double sum = 0.0;
    std::size_t n = 0;
    for (std::size_t t = 0; t < survey.figures.size(); ++t) {
        if (!survey.teaches(t)) continue;
        sum += survey.figures[t];
        ++n;
    }
    const double share = n > 0 ? sum / static_cast<double>(n) : nan;
    const double inner = std::clamp(share, least_share, 1.0 - least_share);
    return {share, inner * (1.0 - inner), n};
}

struct Spread {
    double drift;
    double interviews;  // of one period; NaN = as given

    static Spread at(std::size_t i) noexcept {
        return {survey_drifts[i / survey_interviews.size()], survey_interviews[i % survey_interviews.size()]};
    }
};

/// The filter after the last figure. Unseen figures of this year are in its sum.
struct Filtered {
    detail::RollingFilter filter;
    double log_likelihood;
    double interviews;  // of the last period
};

Filtered filter_figures(const Survey& survey, const Sampling& sampling, const Spread& spread) noexcept {
    Filtered out{{survey.window(), sampling.share, first_variance}, 0.0, spread.interviews};
    const bool given = survey.has_sizes();
    const auto see_size = [&](std::size_t t) {
        if (given && survey.sizes[t] > 0.0) out.interviews = survey.sizes[t] / static_cast<double>(survey.window());
    };
    if (given) {
        std::size_t first = 0;
        while (!(survey.sizes[first] > 0.0)) ++first;
        see_size(first);
    }
    const auto advance = [&] { out.filter.advance(spread.drift * sampling.unit, sampling.unit / out.interviews); };
    for (std::size_t i = 1; i < survey.window(); ++i) advance();
    // Of a series that begins within this year.
    for (std::size_t j = survey.figures.size(); j < survey.known(); ++j) {
        advance();
        out.filter.add_unseen();
    }
    std::size_t seen = 0;
    for (std::size_t t = 0; t < survey.figures.size(); ++t) {
        see_size(t);
        advance();
        if (survey.teaches(t)) {
            const double density = out.filter.see(survey.figures[t], survey.rounding_variance());
            if (seen++ >= unjudged) out.log_likelihood += density;
        } else if (t + survey.known() >= survey.figures.size() && std::isnan(survey.figures[t])) {
            out.filter.add_unseen();
        }
    }
    return out;
}

std::array<double, survey_spreads> log_likelihoods(const Survey& survey, const Sampling& sampling) noexcept {
    std::array<double, survey_spreads> out;
    const bool given = survey.has_sizes();
    for (std::size_t i = 0; i < survey_spreads; ++i) {
        // With the sizes given only the drift is asked for: every number of interviews is as likely.
        const bool repeats = given && i % survey_interviews.size() != 0;
        out[i] = repeats ? out[i - 1] : filter_figures(survey, sampling, Spread::at(i)).log_likelihood;
    }
    return out;
}

/// Of the year's figure less what is known of it, or NaN: mean and variance of the unseen part under one spread.
struct Unseen {
    double mean;
    double variance;
};

Unseen unseen_of(const Survey& survey, const Sampling& sampling, const Spread& spread, double figures) noexcept {
    Filtered found = filter_figures(survey, sampling, spread);
    for (std::size_t j = survey.known(); j < survey.periods(); ++j) {
        found.filter.advance(spread.drift * sampling.unit, sampling.unit / found.interviews);
        found.filter.add_unseen();
    }
    if (survey.options.figure == YearFigure::last)
        return {found.filter.figure(), found.filter.figure_variance() + survey.rounding_variance()};
    const double all = static_cast<double>(survey.periods());
    return {found.filter.sum() / all,
            (found.filter.sum_variance() + figures * survey.rounding_variance()) / (all * all)};
}

/// What is known of the year's figure, and how much of it is not: 0 = all is known.
struct KnownPart {
    double value = 0.0;
    double unseen = 0.0;  // figures
};

KnownPart known_part(const Survey& survey) noexcept {
    KnownPart part;
    for (std::size_t j = 0; j < survey.periods(); ++j) {
        if (survey.options.figure == YearFigure::last && j + 1 < survey.periods()) continue;
        const std::size_t back = survey.known() - std::min(j, survey.known());
        const bool seen =
            back > 0 && back <= survey.figures.size() && !std::isnan(survey.figures[survey.figures.size() - back]);
        if (seen)
            part.value += survey.figures[survey.figures.size() - back];
        else
            part.unseen += 1.0;
    }
    if (survey.options.figure == YearFigure::mean) part.value /= static_cast<double>(survey.periods());
    return part;
}

void set_law(const Survey& survey, const Sampling& sampling, const KnownPart& known,
             SurveyProjection& projection) noexcept {
    std::array<double, survey_spreads> posterior = log_likelihoods(survey, sampling);
    detail::to_posterior(posterior, survey.options.spreads);
    double mean = 0.0, square = 0.0, latest = nan;
    for (std::size_t i = 0; i < survey_spreads; ++i) {
        if (posterior[i] == 0.0) continue;
        const Spread spread = Spread::at(i);
        const Unseen unseen = unseen_of(survey, sampling, spread, known.unseen);
        mean += posterior[i] * unseen.mean;
        square += posterior[i] * (unseen.variance + unseen.mean * unseen.mean);
        projection.drift += posterior[i] * spread.drift;
        projection.interviews += posterior[i] * spread.interviews;
    }
    if (survey.has_sizes()) {
        for (const double size : survey.sizes) latest = size > 0.0 ? size : latest;
        projection.interviews = latest / static_cast<double>(survey.window());
    }
    SurveyLaw& law = projection.law;
    law.known = known.value;
    law.width = survey.options.figure == YearFigure::last ? 1.0 : known.unseen / static_cast<double>(survey.periods());
    // A beta law with these moments, kept within its range.
    constexpr double edge = 1e-6, widest = 0.999;
    const double share = std::clamp(mean / law.width, edge, 1.0 - edge);
    const double variance = std::clamp((square - mean * mean) / (law.width * law.width), 1e-12 * share * (1.0 - share),
                                       widest * share * (1.0 - share));
    const double precision = share * (1.0 - share) / variance - 1.0;
    law.a = share * precision;
    law.b = (1.0 - share) * precision;
}

}  // namespace

double SurveyLaw::mean() const noexcept {
    return known + width * (a / (a + b));
}

double SurveyLaw::variance() const noexcept {
    return width * width * (a / (a + b)) * (b / (a + b)) / (a + b + 1.0);
}

double SurveyLaw::cdf(double x) const noexcept {
    if (std::isnan(x)) return nan;
    if (width == 0.0) return x >= known ? 1.0 : 0.0;
    return beta_cdf(std::clamp((x - known) / width, 0.0, 1.0), a, b);
}

double SurveyLaw::quantile(double p) const noexcept {
    if (!(p > 0.0 && p < 1.0)) return nan;
    return width == 0.0 ? known : known + width * beta_quantile(p, a, b);
}

SurveyProjection project_survey(std::span<const double> figures, std::span<const double> effective_sizes,
                                const SurveyOptions& options) noexcept {
    SurveyProjection projection;
    const Survey survey{figures, effective_sizes, options};
    projection.status = status_of(survey);
    if (projection.status != Status::ok) return projection;
    const KnownPart known = known_part(survey);
    if (known.unseen == 0.0) {
        projection.law.known = known.value;
        return projection;
    }
    const Sampling sampling = sampling_of(survey);
    if (sampling.figures == 0) {
        projection.status = Status::too_few_points;
        return projection;
    }
    set_law(survey, sampling, known, projection);
    if (!std::isfinite(projection.law.mean()) || !std::isfinite(projection.law.variance()))
        projection.status = Status::value_undefined;
    if (sampling.figures < few_figures) projection.fallback = Status::too_few_points;
    return projection;
}

namespace {

void write(const SurveyProjection& projection, double target, const SurveyColumns& out, std::size_t i) noexcept {
    detail::write_law(projection, out, i);
    detail::write_chances(projection, target, out, i);
    detail::write_status(projection, target, !out.probability_at_most.empty(), out, i);
}

}  // namespace

void project_surveys_into(const Panel& panel, std::span<const double> effective_sizes, std::span<const double> targets,
                          const SurveyOptions& options, std::span<const std::int32_t> groups,
                          std::span<const std::vector<double>> spreads, const SurveyColumns& out) noexcept {
    detail::split_threads(panel.size(), options.threads, [&](std::size_t first, std::size_t last) {
        SurveyOptions own = options;
        for (std::size_t i = first; i < last; ++i) {
            if (!groups.empty()) {
                const bool has_one = groups[i] >= 0 && static_cast<std::size_t>(groups[i]) < spreads.size();
                own.spreads = has_one ? std::span<const double>(spreads[static_cast<std::size_t>(groups[i])])
                                      : std::span<const double>{};
            }
            write(
                project_survey(detail::series_of(panel, i), detail::series_of(effective_sizes, panel.offsets, i), own),
                targets.empty() ? nan : targets[i], out, i);
        }
    });
}

std::vector<double> fit_survey_spreads(const Panel& panel, std::span<const double> effective_sizes,
                                       const SurveyOptions& options) {
    SurveyOptions alone = options;
    alone.spreads = {};
    if (status_of({{}, {}, alone}) != Status::ok)
        throw DataError(Problem{"invalid-option",
                                "window, figure, rounding, periods_per_year or periods_known is out of its domain",
                                {},
                                "See SurveyOptions for what each may be."});
    std::vector<double> likelihoods;
    const std::size_t step = std::max<std::size_t>((panel.size() + most_judged - 1) / most_judged, 1);
    for (std::size_t i = 0; i < panel.size(); i += step) {
        const Survey survey{detail::series_of(panel, i), detail::series_of(effective_sizes, panel.offsets, i), alone};
        if (status_of(survey) != Status::ok) continue;
        const Sampling sampling = sampling_of(survey);
        if (sampling.figures <= unjudged) continue;
        const auto own = log_likelihoods(survey, sampling);
        likelihoods.insert(likelihoods.end(), own.begin(), own.end());
    }
    std::vector<double> prior(survey_spreads);
    std::array<double, survey_spreads> room, sums;
    detail::learn_prior(likelihoods, prior, room, sums);
    return prior;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

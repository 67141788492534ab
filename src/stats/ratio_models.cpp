#include <ontrack/stats/ratio_models.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/constants.hpp"
#include "stats/panel_series.hpp"
#include "stats/ratio_rest.hpp"
#include "stats/ratio_season.hpp"
#include "stats/split_threads.hpp"
#include "stats/spread_prior.hpp"
#include "stats/year_columns.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

using detail::RatioLevel;
using detail::RatioView;
constexpr double least_precision = 1e-3, most_precision = 1e9;
constexpr std::size_t few_values = 4;

const RatioGroup* fitting(const RatioGroup* group, const RatioOptions& options) noexcept {
    const bool fits = group && group->periods_per_year == options.periods_per_year &&
                      group->season.size() == static_cast<std::size_t>(options.periods_per_year) &&
                      group->spreads.size() == ratio_spreads;
    return fits ? group : nullptr;
}

/// The rest's ratio, averaged over drift and scatter by their posterior.
void set_rest(const RatioView& view, const detail::RatioYear& year, const RatioGroup* group,
              RatioProjection& projection) noexcept {
    const detail::DrawnSeason season = detail::draw_season(view, group);
    std::array<RatioLevel, ratio_spreads> levels;
    detail::filter_ratios(view, season.place, levels);
    std::array<double, ratio_spreads> posterior;
    for (std::size_t i = 0; i < ratio_spreads; ++i) posterior[i] = levels[i].log_likelihood;
    detail::to_posterior(posterior, group ? std::span<const double>(group->spreads) : std::span<const double>{});
    double mean = 0.0, square = 0.0;
    for (std::size_t i = 0; i < ratio_spreads; ++i) {
        const double drift = ratio_drifts[i / ratio_scatters.size()];
        const double scatter = ratio_scatters[i % ratio_scatters.size()];
        projection.drift += posterior[i] * drift;
        projection.scatter += posterior[i] * scatter;
        const detail::RestRatio rest = detail::rest_ratio(view, season.place, levels[i], drift, scatter,
                                                          std::span(year.weights).first(view.periods));
        mean += posterior[i] * rest.mean;
        square += posterior[i] * (rest.variance + rest.mean * rest.mean);
    }
    const double variance = std::max(square - mean * mean, 0.0);
    RatioLaw& law = projection.law;
    law.rest_ratio = mean;
    const double precision =
        law.model == RatioModel::gamma_poisson ? mean * (mean / variance) : mean * (1.0 - mean) / variance - 1.0;
    law.precision = variance > 0.0 ? std::clamp(precision, least_precision, most_precision) : most_precision;
    projection.own_season = season.own;
}

/// A law without finite moments is none.
void settle(RatioProjection& projection) noexcept {
    const bool is_law = std::isfinite(projection.law.mean()) && std::isfinite(projection.law.variance());
    if (projection.status == Status::ok && !is_law) projection.status = Status::value_undefined;
}

}  // namespace

namespace detail {

Status ratio_status(const RatioSeries& series, const RatioOptions& options) noexcept {
    const int periods = options.periods_per_year, known = options.periods_known;
    if (periods < 1 || periods > static_cast<int>(detail::max_periods) || known < 0 || known > periods)
        return Status::invalid_option;
    const auto rest = static_cast<std::size_t>(periods - known);
    if (series.numerators.size() != series.denominators.size()) return Status::invalid_option;
    if (!series.coming.empty() && series.coming.size() != rest) return Status::invalid_option;
    double sum = 0.0;
    Status found = Status::ok;
    const auto see = [&](double value) {
        if (std::isnan(value)) return;
        if (std::isinf(value) && found == Status::ok) found = Status::not_finite;
        if (value < 0.0 && found == Status::ok) found = Status::negative_value;
        sum += value;
    };
    for (std::size_t t = 0; t < series.numerators.size(); ++t) {
        const double y = series.numerators[t], n = series.denominators[t];
        see(y);
        see(n);
        if (found != Status::ok) return found;
        if (options.model == RatioModel::beta_binomial && y > n) return Status::above_denominator;
        if (y > 0.0 && n == 0.0) return Status::no_denominator;
    }
    for (const double n : series.coming) see(n);
    if (found != Status::ok) return found;
    return sum > largest_count ? Status::not_a_count : Status::ok;
}

RatioView ratio_view(const RatioSeries& series, const RatioOptions& options) noexcept {
    return {options.model,
            series.numerators,
            series.denominators,
            options.masked,
            static_cast<std::size_t>(options.periods_per_year),
            static_cast<std::size_t>(options.periods_known)};
}

}  // namespace detail

std::string_view to_string(RatioModel model) noexcept {
    return model == RatioModel::gamma_poisson ? "gamma_poisson" : "beta_binomial";
}

std::optional<RatioModel> ratio_model(std::string_view name) noexcept {
    for (const RatioModel model : {RatioModel::beta_binomial, RatioModel::gamma_poisson})
        if (name == to_string(model)) return model;
    return std::nullopt;
}

RatioProjection project_ratio(const RatioSeries& series, const RatioOptions& options) noexcept {
    RatioProjection projection;
    projection.law.model = options.model;
    projection.status = detail::ratio_status(series, options);
    const RatioGroup* const group = fitting(options.group, options);
    if (group && !detail::is_prior(group->spreads)) projection.status = Status::invalid_option;
    if (projection.status != Status::ok) return projection;
    const RatioView view = detail::ratio_view(series, options);
    std::size_t values = 0;
    bool is_empty = true;
    for (std::size_t t = 0; t < view.size(); ++t) {
        values += view.teaches(t) ? 1U : 0U;
        is_empty = is_empty && !view.is_there(t);
    }
    const detail::RatioYear year = detail::set_year(view, series.coming, projection.law);
    projection.status = year.status;
    if (year.open == 0 || year.status != Status::ok) {
        if (is_empty) projection.status = Status::too_few_points;
        settle(projection);
        return projection;
    }
    if (values == 0) {
        projection.status = is_empty ? Status::too_few_points : Status::no_denominator;
        return projection;
    }
    set_rest(view, year, group, projection);
    projection.fallback = values < few_values ? Status::too_few_points : year.fallback;
    settle(projection);
    return projection;
}

namespace {

std::span<const double> row(std::span<const double> table, std::size_t columns, std::size_t i) noexcept {
    return table.empty() ? table : table.subspan(i * columns, columns);
}

RatioSeries series_of(const RatioPanel& panel, const RatioOptions& options, std::size_t i) noexcept {
    const int rest = std::max(options.periods_per_year - options.periods_known, 0);
    return {detail::series_of(panel.numerators, i), detail::series_of(panel.denominators, panel.numerators.offsets, i),
            row(panel.coming, static_cast<std::size_t>(rest), i)};
}

void write(const RatioProjection& projection, double target, const RatioColumns& out, std::size_t i) noexcept {
    detail::write_law(projection, out, i);
    detail::write_chances(projection, target, out, i);
    if (!out.probability_at_least.empty()) {
        const bool usable = projection.status == Status::ok;
        out.probability_at_least[i] = usable ? 1.0 - projection.law.below(target) : nan;
    }
    const bool wants_target = !out.probability_at_most.empty() || !out.probability_at_least.empty();
    detail::write_status(projection, target, wants_target, out, i);
}

}  // namespace

void project_ratios_into(const RatioPanel& panel, std::span<const double> targets, const RatioOptions& options,
                         std::span<const std::int32_t> groups, std::span<const RatioGroup> fits,
                         const RatioColumns& out) noexcept {
    detail::split_threads(panel.size(), options.threads, [&](std::size_t first, std::size_t last) {
        RatioOptions own = options;
        for (std::size_t i = first; i < last; ++i) {
            if (!groups.empty()) {
                const bool has_one = groups[i] >= 0 && static_cast<std::size_t>(groups[i]) < fits.size();
                own.group = has_one ? &fits[static_cast<std::size_t>(groups[i])] : nullptr;
            }
            write(project_ratio(series_of(panel, options, i), own), targets.empty() ? nan : targets[i], out, i);
        }
    });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#include "stats/total_block.hpp"

#include <algorithm>
#include <cmath>

#include "stats/constants.hpp"
#include "stats/credibility.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

struct Weights {
    std::array<double, max_year> values;
    std::size_t size;
};

/// The coming periods count by their exposure: a forecasting model sees values per unit of it.
Weights weights_of(const TotalSeries& series) noexcept {
    Weights weights{{}, series.periods - series.known};
    for (std::size_t h = 0; h < weights.size; ++h)
        weights.values[h] = series.counted[series.known + h] ? series.exposure[series.length + h] : 0.0;
    return weights;
}

/// What the figure's scale is divided by: the periods of a mean.
double divisor(const TotalSeries& series, const TotalOptions& options) noexcept {
    return options.figure == YearFigure::mean ? series.scale * static_cast<double>(series.periods) : series.scale;
}

LawPart part_of(const Rest& rest, const TotalSeries& series, const TotalOptions& options) noexcept {
    const double unit = divisor(series, options);
    LawPart part;
    part.mean = rest.mean / unit;
    part.variance = rest.variance / unit / unit;
    const bool fractions = options.support == Support::whole && options.figure == YearFigure::mean;
    switch (fractions ? Support::positive : options.support) {
        case Support::whole:
            part.family = LawFamily::negative_binomial;
            part.variance = std::max(part.variance, part.mean);
            break;
        case Support::positive:
            part.family = LawFamily::log_normal;
            break;
        case Support::real:
            part.family = LawFamily::normal;
            break;
    }
    return part;
}

/// Where some values are negative there is no event to count: half dynamic Theta, half smoothing.
Rest real_rest(const TotalContext& context, TotalModel model, std::span<const SumForecast> sums) noexcept {
    if (model != TotalModel::combination) return rest_of(context, model, sums.front());
    const Rest theta = rest_of(context, TotalModel::dynamic_theta, sums[0]);
    const Rest smooth = rest_of(context, TotalModel::smoothing, sums[1]);
    if (theta.status != Status::ok) return smooth;
    if (smooth.status != Status::ok) return theta;
    const double away = 0.5 * (theta.mean - smooth.mean);
    return {0.5 * (theta.mean + smooth.mean), 0.5 * (theta.variance + smooth.variance) + away * away, Status::ok};
}

bool needs_counts(TotalModel model) noexcept {
    return model != TotalModel::combination && sum_model(model) == nullptr && model != TotalModel::seasonal_naive;
}

TotalProjection with_law(TotalProjection projection, const Rest& rest, const TotalSeries& series,
                         const TotalOptions& options) noexcept {
    projection.status = rest.status;
    if (rest.status != Status::ok) {
        projection.law = without_total(rest.status).law;
        return projection;
    }
    projection.law.size = 1;
    projection.law.parts[0] = part_of(rest, series, options);
    return projection;
}

}  // namespace

void TotalBlock::forecast(SumModel* model, Support support) noexcept {
    std::array<bool, block_series> done{};
    for (std::size_t i = 0; i < size; ++i) {
        sums[i] = {nan, nan, nan, Status::too_few_points};
        done[i] = series[i].status != Status::ok || series[i].known >= series[i].periods;
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (done[i]) continue;
        const TotalSeries& leader = series[i];
        const std::size_t length = leader.length - leader.first;
        const Weights weights = weights_of(leader);
        std::array<const double*, block_series> together{};
        std::array<std::size_t, block_series> who{};
        std::array<SumForecast, block_series> found;
        std::size_t n = 0;
        for (std::size_t k = i; k < size; ++k) {
            if (done[k] || series[k].length - series[k].first != length) continue;
            const Weights coming = weights_of(series[k]);
            if (!std::equal(coming.values.begin(), coming.values.begin() + coming.size, weights.values.begin()))
                continue;
            done[k] = true;
            const double* const values = series[k].values.data() + series[k].first;
            const double* const exposure = series[k].exposure.data() + series[k].first;
            for (std::size_t t = 0; t < length; ++t) per_exposure_[k][t] = values[t] / exposure[t];
            together[n] = per_exposure_[k].data();
            who[n++] = k;
        }
        model({{together.data(), n}, length, leader.periods, {weights.values.data(), weights.size}}, {found.data(), n});
        for (std::size_t k = 0; k < n; ++k) sums[who[k]] = found[k];
    }
    if (support == Support::real) return;
    // Smoothing may foresee less than nothing; counts cannot.
    for (std::size_t i = 0; i < size; ++i)
        if (sums[i].status == Status::ok) sums[i].mean = std::max(sums[i].mean, 0.0);
}

std::size_t models_of(const TotalOptions& options, std::array<SumModel*, combined_models.size()>& out) noexcept {
    std::size_t n = 0;
    if (SumModel* own = sum_model(options.model)) out[n++] = own;
    if (options.model != TotalModel::combination) return n;
    if (options.support == Support::real) {
        out[n++] = dynamic_theta_sums;
        out[n++] = smoothing_sums;  // a root needs values above zero
        return n;
    }
    for (const TotalModel each : combined_models)
        if (SumModel* one = sum_model(each)) out[n++] = one;
    return n;
}

const GroupFit* fitting(const GroupFit* group, const TotalOptions& options) noexcept {
    if (!group || group->periods_per_year != options.periods_per_year ||
        group->periods_known != options.periods_known ||
        group->shares.size() != static_cast<std::size_t>(options.periods_per_year))
        return nullptr;
    return group;
}

TotalProjection without_total(Status status) noexcept {
    TotalProjection projection;
    projection.law.known = nan;
    projection.status = status;
    projection.known_share = projection.annual_level = projection.own_season = nan;
    return projection;
}

TotalProjection project(const TotalSeries& series, const TotalOptions& options, const GroupFit* group,
                        std::span<const SumForecast> sums) noexcept {
    if (series.status != Status::ok) return without_total(series.status);
    TotalContext context;
    set_out(series, group, context);
    TotalProjection projection;
    projection.used = options.model;
    projection.law.known = series.known_total / divisor(series, options);
    projection.known_share = 1.0 - context.open_share;
    projection.annual_level = context.credibility.annual_level / series.scale;
    projection.own_season = context.season.own;
    if (context.open == 0) return projection;
    const bool counts = context.credibility.status == Status::ok;
    if (!counts) projection.annual_level = nan;
    if (!counts || options.support == Support::real) {
        Rest rest = !counts && needs_counts(options.model) ? Rest{nan, nan, context.credibility.status}
                                                           : real_rest(context, options.model, sums);
        if (rest.status != Status::ok) {
            projection.fallback = rest.status;
            projection.used = TotalModel::seasonal_naive;
            rest = rest_of(context, TotalModel::seasonal_naive, {});
        }
        return with_law(projection, rest, series, options);
    }
    if (options.model == TotalModel::combination) {
        std::array<Rest, combined_models.size()> rests;
        combined_rests(context, sums, rests);
        const Combination combination = combine(context, rests);
        projection.weights = combination.weights;
        if (combination.rest.status == Status::ok) return with_law(projection, combination.rest, series, options);
    } else {
        const Rest rest = rest_of(context, options.model, sums.empty() ? SumForecast{} : sums.front());
        if (rest.status == Status::ok) return with_law(projection, rest, series, options);
        projection.fallback = rest.status;
    }
    projection.used = TotalModel::gamma_poisson;
    return with_law(projection, rest_of(context, TotalModel::gamma_poisson, {}), series, options);
}

}  // namespace ontrack::inline v0::stats::detail

#include "stats/total_context.hpp"

#include <algorithm>
#include <cmath>

#include "stats/constants.hpp"
#include "stats/credibility.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

// Where they come from: docs/methods.md, "How the constants were chosen".
constexpr double excess_of_period = 0.75;  // of a year's default excess
constexpr double events_to_trust = 100.0;  // a year, at which a forecasting model counts half
constexpr double years_to_trust = 3.0;     // beyond the first, from which on it counts whole
constexpr double group_discounts = 10.0;   // members whose likelihood the group's discounts weigh

Rest none(Status status) noexcept {
    return {nan, nan, status};
}

double plain_level(const TotalSeries& series) noexcept {
    double events = 0.0, exposure = 0.0, all = 0.0;
    for (std::size_t t = 0; t < series.length; ++t) {
        if (std::isnan(series.values[t])) continue;
        events += series.values[t];
        exposure += series.exposure[t];
    }
    for (std::size_t t = series.end() - series.periods; t < series.end(); ++t) all += series.exposure[t];
    return std::max(events, 0.5) / exposure * all;
}

/// Squared coefficient of variation of the year's rest beyond Poisson, as the credibility model has it.
double relative_excess(const TotalContext& context) noexcept {
    const CountLaw& law = context.credibility.law;
    return law.remaining_mean > 0.0 ? 1.0 / law.remaining_shape : 0.0;
}

Rest with_excess(double mean, double excess) noexcept {
    return {mean, mean + mean * mean * excess, Status::ok};
}

Rest credibility_rest(const TotalContext& context) noexcept {
    return with_excess(context.credibility.annual_level * context.open_share, relative_excess(context));
}

/// From this year alone: mean y(1 − s)/s.
Rest chain_ladder_rest(const TotalContext& context) noexcept {
    const TotalSeries& series = *context.series;
    const CountProjection year = project_count({.current = series.current(),
                                                .shares = {context.shares.data(), series.periods},
                                                .periods_per_year = static_cast<int>(series.periods)});
    if (year.status != Status::ok) return none(year.status);
    return with_excess(year.annual_level * context.open_share,
                       year.law.remaining_mean > 0.0 ? 1.0 / year.law.remaining_shape : 0.0);
}

/// From past years alone.
Rest bornhuetter_ferguson_rest(const TotalContext& context) noexcept {
    const TotalSeries& series = *context.series;
    const CountProjection year = project_count({.past = series.past(),
                                                .shares = {context.shares.data(), series.periods},
                                                .periods_per_year = static_cast<int>(series.periods)});
    if (year.status != Status::ok) return none(year.status);
    return with_excess(year.annual_level * context.open_share, 1.0 / year.law.remaining_shape);
}

std::span<const double> index_of(const TotalContext& context,
                                 std::array<double, max_history + max_year>& room) noexcept {
    const TotalSeries& series = *context.series;
    const std::vector<double>& index = context.group->index;
    for (std::size_t t = 0; t < series.end(); ++t) {
        const std::size_t from_end = series.end() - t;
        room[t] = from_end <= index.size() ? index[index.size() - from_end] : 0.0;
    }
    return {room.data(), series.end()};
}

double excess_per_period(const TotalContext& context) noexcept {
    return excess_of_period * typical_excess(context.level);
}

/// Sum over the open periods of this year.
double open_sum(const TotalSeries& series, std::span<const double> exposure) noexcept {
    double sum = 0.0;
    for (std::size_t j = 0; j < series.periods; ++j)
        if (series.open[j]) sum += exposure[series.end() - series.periods + j];
    return sum;
}

DiscountWeights prior_of(const GroupFit* group, std::size_t model) noexcept {
    DiscountWeights prior{};
    if (group && group->discounts.size() == 2 * prior.size())
        for (std::size_t i = 0; i < prior.size(); ++i)
            prior[i] = group_discounts * group->discounts[i + model * prior.size()];
    return prior;
}

/// `which`: 0 = by its own season, 1 = as a share of the group's course.
Rest discounted_rest(const TotalContext& context, const LevelsAndSums& found, std::size_t which) noexcept {
    const double mean = found.level[which].level * found.open[which];
    if ((which == 1 && !has_index(context)) || !std::isfinite(mean)) return none(Status::too_few_points);
    const double excess = found.level[which].excess / static_cast<double>(std::max<std::size_t>(context.open, 1));
    return with_excess(mean, found.level[which].doubt + excess);
}

/// Periods of this year as they were `years` years ago: Σ of those that are open now, and of those that are known.
struct SamePeriods {
    double open = 0.0, known = 0.0;
};
SamePeriods same_periods(const TotalSeries& series, std::size_t years) noexcept {
    SamePeriods sums;
    const std::size_t year = series.end() - series.periods;
    for (std::size_t j = 0; j < series.periods; ++j) {
        const std::size_t back = years * series.periods;
        const std::size_t t = year + j;
        const double value = t >= back && t - back < series.length ? series.values[t - back] : nan;
        if (series.open[j])
            sums.open += value;
        else if (j < series.known)
            sums.known += value;
    }
    return sums;
}

/// Spread by the mean square of the same prediction's errors in past years, at least the credibility model's with one.
Rest with_past_errors(const TotalContext& context, double mean, bool scaled) noexcept {
    if (!std::isfinite(mean)) return none(Status::too_few_points);
    const double by_default = mean * mean * relative_excess(context);
    double squares = by_default, n = 1.0;
    for (std::size_t back = 1; back < context.series->years(); ++back) {
        const SamePeriods then = same_periods(*context.series, back), before = same_periods(*context.series, back + 1);
        const double predicted = scaled ? before.open * then.known / before.known : before.open;
        const double error = then.open - predicted;
        if (!std::isfinite(error)) continue;
        squares += std::max(error * error - then.open, 0.0);
        n += 1.0;
    }
    return {mean, mean + squares / n, Status::ok};
}

Rest pro_rata_rest(const TotalContext& context) noexcept {
    const TotalSeries& series = *context.series;
    double known = 0.0, unknown = 0.0;
    double events = 0.0;
    for (std::size_t j = 0; j < series.periods; ++j) {
        const std::size_t t = series.end() - series.periods + j;
        if (series.open[j]) unknown += series.exposure[t];
        if (j >= series.known || std::isnan(series.values[t])) continue;
        known += series.exposure[t];
        events += series.values[t];
    }
    if (known == 0.0) return none(Status::too_few_points);
    return with_excess(events * unknown / known, relative_excess(context));
}

Rest forecast_rest(const TotalContext& context, const SumForecast& sums) noexcept {
    if (sums.status != Status::ok) return none(sums.status);
    if (!(context.coming_share > 0.0)) return none(Status::too_few_points);
    // Gaps of this year are projected in proportion.
    const double more = context.open_share / context.coming_share;
    const Rest rest{sums.mean * more, sums.variance * more * more, Status::ok};
    return std::isfinite(rest.mean) && std::isfinite(rest.variance) ? rest : none(Status::not_finite);
}

}  // namespace

void set_out(const TotalSeries& series, const GroupFit* group, TotalContext& out) noexcept {
    out.series = &series;
    out.group = group;
    out.season = learn_season(series, group ? std::span<const double>(group->shares) : std::span<const double>{});
    for (std::size_t t = 0; t < series.end(); ++t)
        out.exposure[t] = series.exposure[t] * out.season.relative[t % series.periods];
    const std::size_t year = series.end() - series.periods;
    double sum = 0.0;
    for (std::size_t j = 0; j < series.periods; ++j) sum += out.exposure[year + j];
    out.open = 0;
    out.open_share = out.coming_share = 0.0;
    for (std::size_t j = 0; j < series.periods; ++j) {
        out.shares[j] = out.exposure[year + j] / sum;
        if (series.open[j]) {
            out.open_share += out.shares[j];
            ++out.open;
        }
        if (j >= series.known && series.counted[j]) out.coming_share += out.shares[j];
    }
    out.level = plain_level(series);
    out.credibility = project_count({.past = series.past(),
                                     .current = series.current(),
                                     .shares = {out.shares.data(), series.periods},
                                     .periods_per_year = static_cast<int>(series.periods)});
}

namespace {

/// Whose mean drifts as the open periods do: the filter reckons with a mean over 1 … h, which drifts by a third of h.
std::size_t periods_ahead(const TotalContext& context) noexcept {
    const TotalSeries& series = *context.series;
    const bool last_only = series.periods > 1 && !series.counted[0];
    return last_only ? 3 * (series.periods - series.known) : context.open;
}

}  // namespace

bool has_index(const TotalContext& context) noexcept {
    return context.group && !context.group->index.empty();
}

LevelsAndSums levels_of(const TotalContext& context) noexcept {
    const TotalSeries& series = *context.series;
    std::array<double, max_history + max_year> room;
    const std::span<const double> own(context.exposure.data(), series.end());
    std::span<const double> index = own;
    if (has_index(context)) {
        index = index_of(context, room);
        const Season deviation = learn_deviation(series, index);
        for (std::size_t t = 0; t < series.end(); ++t) room[t] *= deviation.relative[t % series.periods];
    }
    const LevelTask task{.values = {series.values.data() + series.first, series.length - series.first},
                         .exposure = {own.subspan(series.first), index.subspan(series.first)},
                         .usual_excess = excess_per_period(context),
                         .log_prior = {prior_of(context.group, 0), prior_of(context.group, 1)},
                         .coming = periods_ahead(context),
                         .settle = series.periods};
    return {discounted_levels(task), {open_sum(series, own), open_sum(series, index)}};
}

Rest rest_of(const TotalContext& context, TotalModel model, const SumForecast& sums) noexcept {
    switch (model) {
        case TotalModel::gamma_poisson:
            return credibility_rest(context);
        case TotalModel::discounted_gamma_poisson:
            return discounted_rest(context, levels_of(context), 0);
        case TotalModel::indexed_gamma_poisson:
            return discounted_rest(context, levels_of(context), 1);
        case TotalModel::chain_ladder:
            return chain_ladder_rest(context);
        case TotalModel::bornhuetter_ferguson:
            return bornhuetter_ferguson_rest(context);
        case TotalModel::seasonal_naive:
            return with_past_errors(context, same_periods(*context.series, 1).open, false);
        case TotalModel::same_periods_last_year: {
            const SamePeriods last = same_periods(*context.series, 1);
            return with_past_errors(context, last.open * (same_periods(*context.series, 0).known / last.known), true);
        }
        case TotalModel::pro_rata:
            return pro_rata_rest(context);
        case TotalModel::dynamic_theta:
        case TotalModel::theta:
        case TotalModel::smoothing:
        case TotalModel::log_smoothing:
        case TotalModel::root_smoothing:
            return forecast_rest(context, sums);
        case TotalModel::combination:
            break;
    }
    return none(Status::invalid_option);
}

namespace {

/// How far a forecasting model is listened to beside the count models: its parameters need events and years.
double trust_of(const TotalContext& context) noexcept {
    const TotalSeries& series = *context.series;
    const double years = static_cast<double>(series.length - series.first) / static_cast<double>(series.periods);
    return context.level / (context.level + events_to_trust) * std::clamp((years - 1.0) / years_to_trust, 0.0, 1.0);
}

/// What the count models say together: mean and variance of their mixture in equal parts.
Rest together(std::span<const Rest> rests) noexcept {
    Rest sum{0.0, 0.0, Status::ok};
    double n = 0.0, squares = 0.0;
    for (std::size_t k = 0; k < combined_models.size(); ++k) {
        if (sum_model(combined_models[k]) || rests[k].status != Status::ok) continue;
        sum.mean += rests[k].mean;
        sum.variance += rests[k].variance;
        squares += rests[k].mean * rests[k].mean;
        n += 1.0;
    }
    if (n == 0.0) return none(Status::too_few_points);
    sum.mean /= n;
    return {sum.mean, sum.variance / n + std::max(squares / n - sum.mean * sum.mean, 0.0), Status::ok};
}

/// On its own a series says more about its spread by its periods' errors than by its few years': what the credibility
/// model has beyond chance gives way to what the discounted level has.
void borrow_spread(std::span<Rest> rests) noexcept {
    static_assert(combined_models[0] == TotalModel::gamma_poisson &&
                  combined_models[1] == TotalModel::discounted_gamma_poisson);
    Rest& credibility = rests[0];
    const Rest& discounted = rests[1];
    if (credibility.status != Status::ok || discounted.status != Status::ok) return;
    credibility.variance = credibility.mean + std::max(discounted.variance - discounted.mean, 0.0);
}

}  // namespace

void combined_rests(const TotalContext& context, std::span<const SumForecast> sums,
                    std::array<Rest, combined_models.size()>& out) noexcept {
    const LevelsAndSums levels = levels_of(context);
    std::size_t next = 0;
    for (std::size_t i = 0; i < combined_models.size(); ++i) {
        const TotalModel model = combined_models[i];
        if (model == TotalModel::discounted_gamma_poisson || model == TotalModel::indexed_gamma_poisson)
            out[i] = discounted_rest(context, levels, model == TotalModel::indexed_gamma_poisson);
        else
            out[i] = rest_of(context, model, sum_model(model) ? sums[next++] : SumForecast{});
    }
    if (!context.group) borrow_spread(out);
    const double trust = trust_of(context);
    const Rest counts = together(out);
    if (counts.status != Status::ok) return;
    for (std::size_t i = 0; i < combined_models.size(); ++i) {
        Rest& rest = out[i];
        if (!sum_model(combined_models[i]) || rest.status != Status::ok) continue;
        const double away = rest.mean - counts.mean;
        rest.mean = counts.mean + trust * away;
        rest.variance =
            counts.variance + trust * (rest.variance - counts.variance) + trust * (1.0 - trust) * away * away;
    }
}

SumModel* sum_model(TotalModel model) noexcept {
    switch (model) {
        case TotalModel::dynamic_theta:
            return dynamic_theta_sums;
        case TotalModel::theta:
            return theta_sums;
        case TotalModel::smoothing:
            return smoothing_sums;
        case TotalModel::log_smoothing:
            return log_smoothing_sums;
        case TotalModel::root_smoothing:
            return root_smoothing_sums;
        default:
            return nullptr;
    }
}

}  // namespace ontrack::inline v0::stats::detail

#include <algorithm>
#include <cmath>
#include <vector>

#include <ontrack/base/error.hpp>
#include <ontrack/stats/total_models.hpp>

#include "stats/constants.hpp"
#include "stats/panel_groups.hpp"
#include "stats/panel_series.hpp"
#include "stats/past_errors.hpp"
#include "stats/past_year.hpp"
#include "stats/split_threads.hpp"
#include "stats/total_block.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

using detail::TotalSeries;
constexpr std::size_t most_judged = 512;  // series whose past errors are measured, evenly spread over the group
constexpr std::size_t years_judged = 6;

using detail::series_of;

/// The sum of the group's series, standardised for those that are missing: Σ y over Σ mean of the series that are there,
/// times the sum of all means. Aligned with the ends; NaN where none is there.
std::vector<double> course_of(const Panel& panel, const TotalOptions& options, std::size_t dropped) {
    std::vector<double> events(detail::max_history, 0.0), means(detail::max_history, 0.0);
    TotalSeries series;
    std::size_t longest = 0;
    double all = 0.0;
    for (std::size_t i = 0; i < panel.size(); ++i) {
        detail::lay_out(series_of(panel, i), options, dropped, series);
        if (series.status != Status::ok) continue;
        double sum = 0.0, n = 0.0;
        for (std::size_t t = series.first; t < series.length; ++t) {
            if (std::isnan(series.values[t])) continue;
            sum += series.values[t];
            n += 1.0;
        }
        const double mean = sum / n;
        all += mean;
        longest = std::max(longest, series.length);
        for (std::size_t t = series.first; t < series.length; ++t) {
            if (std::isnan(series.values[t])) continue;
            const std::size_t from_end = series.length - t;
            events[detail::max_history - from_end] += series.values[t];
            means[detail::max_history - from_end] += mean;
        }
    }
    std::vector<double> course(longest);
    for (std::size_t t = 0; t < longest; ++t) {
        const std::size_t at = detail::max_history - longest + t;
        course[t] = means[at] > 0.0 ? events[at] / means[at] * all : nan;
    }
    return course;
}

}  // namespace

namespace detail {

GroupFit common_course(const Panel& panel, const TotalOptions& options, std::size_t dropped) {
    GroupFit fit;
    fit.periods_per_year = options.periods_per_year;
    fit.periods_known = options.periods_known;
    fit.series = static_cast<double>(panel.size());
    const auto periods = static_cast<std::size_t>(options.periods_per_year);
    fit.shares.assign(periods, 1.0 / static_cast<double>(periods));

    const std::vector<double> course = course_of(panel, options, dropped);
    TotalOptions of_group = options;
    of_group.masked = {};  // masked in the members already
    of_group.group = nullptr;
    of_group.exposure = options.exposure.first(options.exposure.size() - std::min(dropped, options.exposure.size()));
    of_group.support = Support::whole;
    detail::TotalBlock block;
    block.size = 1;
    TotalSeries& group = block.series[0];
    detail::lay_out(course, of_group, 0, group);
    if (group.status != Status::ok) return fit;

    detail::TotalContext context;
    detail::set_out(group, nullptr, context);
    const double all = static_cast<double>(periods);
    for (std::size_t j = 0; j < periods; ++j) fit.shares[j] = context.season.relative[j] / all;

    block.forecast(detail::dynamic_theta_sums, Support::whole);
    const detail::Rest trend = detail::rest_of(context, TotalModel::dynamic_theta, block.sums[0]);
    const detail::Rest level = detail::rest_of(context, TotalModel::discounted_gamma_poisson, {});
    if (level.status != Status::ok) return fit;
    const double mean = trend.status == Status::ok ? 0.5 * (trend.mean + level.mean) : level.mean;
    fit.index.resize(group.end());
    for (std::size_t t = 0; t < group.length; ++t) fit.index[t] = std::isnan(group.values[t]) ? 0.0 : group.values[t];
    for (std::size_t j = 0; j < periods; ++j) {
        if (!group.open[j]) continue;
        fit.index[group.end() - periods + j] = mean * context.shares[j] / context.open_share;
    }
    return fit;
}

double outcome_of(std::span<const double> series, const TotalOptions& options, const TotalSeries& then,
                  std::size_t dropped) noexcept {
    const std::size_t rest = then.periods - then.known;
    double sum = 0.0;
    for (std::size_t j = 0; j < then.periods; ++j) {
        if (!then.open[j]) continue;
        if (j < then.known) return nan;
        const std::size_t from_end = dropped - (j - then.known);
        if (from_end > series.size() || is_masked(options.masked, from_end)) return nan;
        sum += series[series.size() - from_end];
    }
    return rest > 0 ? sum * then.scale : nan;
}

}  // namespace detail

namespace {

using detail::common_course;
using detail::outcome_of;

/// Lets `visit(series, context, sums)` see the judged series, laid out with the last values dropped, in the panel's order.
template <class Visit>
void visit_judged(const Panel& panel, const TotalOptions& options, const GroupFit& fit, std::size_t dropped,
                  std::size_t judged, Visit visit) {
    detail::TotalBlock block;
    detail::TotalContext context;
    std::array<detail::SumModel*, combined_models.size()> models;
    TotalOptions combined = options;
    combined.model = TotalModel::combination;
    const std::size_t needed = detail::models_of(combined, models);
    std::array<std::array<detail::SumForecast, combined_models.size()>, detail::block_series> sums;
    std::array<std::size_t, detail::block_series> who{};
    for (std::size_t start = 0; start < judged; start += detail::block_series) {
        block.size = std::min(detail::block_series, judged - start);
        for (std::size_t i = 0; i < block.size; ++i) {
            who[i] = (start + i) * panel.size() / judged;
            detail::lay_out(series_of(panel, who[i]), options, dropped, block.series[i]);
        }
        for (std::size_t m = 0; m < needed; ++m) {
            block.forecast(models[m], options.support);
            for (std::size_t i = 0; i < block.size; ++i) sums[i][m] = block.sums[i];
        }
        for (std::size_t i = 0; i < block.size; ++i) {
            if (block.series[i].status != Status::ok) continue;
            detail::set_out(block.series[i], &fit, context);
            if (context.credibility.status == Status::ok) visit(who[i], context, sums[i]);
        }
    }
}

void learn_discounts(const Panel& panel, const TotalOptions& options, std::size_t judged, GroupFit& fit) {
    fit.discounts.assign(2 * detail::discounts.size(), 0.0);
    double n = 0.0;
    GroupFit without = fit;
    without.discounts.clear();
    visit_judged(panel, options, without, 0, judged,
                 [&](std::size_t, const detail::TotalContext& context, std::span<const detail::SumForecast>) {
                     const auto levels = detail::levels_of(context).level;
                     const auto& own = levels[0].log_likelihood;
                     const auto& indexed = levels[1].log_likelihood;
                     for (std::size_t i = 0; i < own.size(); ++i) {
                         fit.discounts[i] += own[i] - own.back();
                         fit.discounts[own.size() + i] += indexed[i] - indexed.back();
                     }
                     n += 1.0;
                 });
    for (double& each : fit.discounts) each = n > 0.0 ? each / n : 0.0;
}

void learn_weights(const Panel& panel, const TotalOptions& options, std::size_t judged, GroupFit& fit) {
    detail::PastErrors errors;
    const auto periods = static_cast<std::size_t>(options.periods_per_year);
    for (std::size_t years = 1; years <= years_judged; ++years) {
        const std::size_t dropped = years * periods;
        GroupFit then = common_course(panel, options, dropped);
        then.discounts = fit.discounts;
        visit_judged(
            panel, options, then, dropped, judged,
            [&](std::size_t i, const detail::TotalContext& context, std::span<const detail::SumForecast> sums) {
                const TotalSeries& series = *context.series;
                if (series.length - series.first < periods) return;
                const double outcome = outcome_of(series_of(panel, i), options, series, dropped);
                if (std::isnan(outcome)) return;
                detail::PastProjection past;
                past.outcome = outcome;
                detail::combined_rests(context, sums, past.rests);
                errors.push_back(past);
            });
    }
    fit.past_errors = static_cast<double>(errors.size());
    fit.weights = detail::learnt_weights(errors);
    const detail::Spread spread = detail::learnt_spread(errors, fit.weights);
    fit.width = spread.width;
    fit.dispersion = spread.dispersion;
}

}  // namespace

GroupFit fit_group(const Panel& panel, const TotalOptions& options) {
    if (!detail::are_usable(options))
        throw DataError(Problem{"invalid-option",
                                "periods_per_year is not within 1 … 64, or periods_known not within a year",
                                {},
                                "Give the number of periods of a year and how many of them are known."});
    GroupFit fit = common_course(panel, options, 0);
    const std::size_t judged = std::min(panel.size(), most_judged);
    if (judged == 0) return fit;
    if (options.support != Support::real) {
        learn_discounts(panel, options, judged, fit);
        learn_weights(panel, options, judged, fit);
    }
    return fit;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

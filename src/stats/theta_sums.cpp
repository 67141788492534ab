#include <algorithm>
#include <cmath>

#include "stats/classical_season.hpp"
#include "stats/constants.hpp"
#include "stats/lane_groups.hpp"
#include "stats/sum_model.hpp"
#include "stats/theta_kernels.hpp"
#include "stats/theta_path.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

constexpr double fewest_values = 5.0;
constexpr double log_two_pi = 1.83787706640934548356;

struct Summary {
    double seen = 0.0, mean = 0.0, least = infinity, greatest = -infinity;
};
Summary summary_of(std::span<const double> values) noexcept {
    Summary of;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        of.seen += 1.0;
        of.mean += value;
        of.least = std::min(of.least, value);
        of.greatest = std::max(of.greatest, value);
    }
    of.mean /= of.seen;
    return of;
}

/// Is the autocorrelation at one season beyond what 5 % of white or shortly correlated noise has on either side (Bartlett
/// 1946; the test of Assimakopoulos & Nikolopoulos 2000)? Missing values leave their products out.
bool has_season(std::span<const double> values, double mean, std::size_t season) noexcept {
    constexpr double z_95 = 1.6448536269514722;
    if (season < 2 || values.size() < 2 * season) return false;
    const auto product = [&](std::size_t lag) {
        double sum = 0.0;
        for (std::size_t t = lag; t < values.size(); ++t) {
            const double part = (values[t] - mean) * (values[t - lag] - mean);
            sum += std::isnan(part) ? 0.0 : part;
        }
        return sum;
    };
    double seen = 0.0;
    for (const double value : values) seen += std::isnan(value) ? 0.0 : 1.0;
    const double variance = product(0);
    double before = 0.0;
    for (std::size_t lag = 1; lag < season; ++lag) {
        const double r = product(lag) / variance;
        before += r * r;
    }
    return std::abs(product(season) / variance) > z_95 * std::sqrt((1.0 + 2.0 * before) / seen);
}

/// Figures of one season: factors where all values are well above zero, else parts to be taken off.
struct SeasonFigures {
    bool is_there = false;
    bool is_product = false;
    double figures[max_history];  // by place

    [[nodiscard]] double take_off(double value, double figure) const noexcept {
        return is_product ? value / figure : value - figure;
    }
};

bool learn(std::span<const double> values, std::size_t length, bool is_product, SeasonFigures& out) noexcept {
    constexpr double least_factor = 0.01;
    const ClassicalSeason classical{values, length, is_product};
    double level = 0.0;
    for (std::size_t place = 0; place < length; ++place) {
        out.figures[place] = classical.figure(place);
        level += out.figures[place];
    }
    level /= static_cast<double>(length);
    bool is_sound = std::isfinite(level);
    for (std::size_t place = 0; place < length; ++place) {
        double& figure = out.figures[place];
        figure = classical.without(figure, level);
        is_sound = is_sound && std::isfinite(figure) && (!is_product || figure > least_factor);
    }
    out.is_product = is_product;
    return is_sound;
}

/// One series without its season, around 0 and in units of a power of two.
struct Prepared {
    SeasonFigures season;
    double values[max_history];  // NaN = missing
    double centre = 0.0, unit = 1.0, seen = 0.0;
    double jacobian = 0.0;  // 2 Σ ln of what values were divided by
    SumForecast settled;  // ok with a mean where nothing is left to be fitted, or a reason
    bool is_settled = false;
};

void prepare(const SumTask& task, std::span<const double> series, Prepared& out) noexcept {
    out.is_settled = true;
    out.jacobian = 0.0;
    const Summary of = summary_of(series);
    out.settled = no_sum(Status::too_few_points);
    if (of.seen > 0.0 && of.least == of.greatest) {
        double mean = 0.0;
        for (const double weight : task.weights) mean += weight * of.least;
        out.settled = {mean, 0.0, nan, Status::ok};
        return;
    }
    if (of.seen < fewest_values) return;
    if (!(std::max(std::abs(of.least), std::abs(of.greatest)) < 1e150)) {
        out.settled = no_sum(Status::not_finite);
        return;
    }
    out.is_settled = false;
    const std::size_t length = task.season;
    SeasonFigures& season = out.season;
    season.is_there = has_season(series, of.mean, length);
    if (season.is_there)
        season.is_there =
            (of.least > 0.0 && learn(series, length, true, season)) || learn(series, length, false, season);
    double largest = 0.0;
    for (std::size_t t = 0; t < series.size(); ++t) {
        const double figure = season.is_there ? season.figures[t % length] : 0.0;
        out.values[t] = season.is_there ? season.take_off(series[t], figure) : series[t];
        if (season.is_there && season.is_product && !std::isnan(series[t])) out.jacobian += 2.0 * std::log(figure);
    }
    const Summary left = summary_of({out.values, series.size()});
    out.centre = left.mean;
    out.seen = left.seen;
    largest = std::max(left.greatest - left.mean, left.mean - left.least);
    int exponent = 0;
    std::frexp(largest, &exponent);
    out.unit = largest > 0.0 ? std::ldexp(1.0, exponent) : 1.0;
    for (std::size_t t = 0; t < series.size(); ++t) out.values[t] = (out.values[t] - out.centre) / out.unit;
}

SumForecast forecast(const SumTask& task, const Prepared& of, std::size_t size, const ThetaParameters& fitted,
                     bool is_dynamic) noexcept {
    const SeasonFigures& season = of.season;
    double weights[max_horizon];
    double known = 0.0;  // what centre and seasonal parts add
    for (std::size_t h = 0; h < task.weights.size(); ++h) {
        const double figure = season.is_there ? season.figures[(size + h) % task.season] : 0.0;
        const bool is_factor = season.is_there && season.is_product;
        weights[h] = task.weights[h] * (is_factor ? figure : 1.0);
        known += weights[h] * of.centre + (is_factor ? 0.0 : task.weights[h] * figure);
    }
    const double places = season.is_there ? static_cast<double>(task.season) - 1.0 : 0.0;
    const double free = (is_dynamic ? 3.0 : 2.0) + places;
    const ThetaTotal total = theta_total({of.values, size}, fitted, is_dynamic, {weights, task.weights.size()}, free);
    const double counted = free + 1.0;
    const double beyond = of.seen - counted - 1.0;
    const double score =
        of.seen * (std::log(total.sum_of_squares / total.errors) + 2.0 * std::log(of.unit) + log_two_pi + 1.0) +
        of.jacobian + 2.0 * counted + 2.0 * counted * (counted + 1.0) / beyond;
    const SumForecast result{known + of.unit * total.mean, of.unit * of.unit * total.variance,
                             beyond > 0.0 && std::isfinite(score) ? score : nan, Status::ok};
    const bool is_sound = std::isfinite(result.mean) && std::isfinite(result.variance);
    return is_sound ? result : no_sum(Status::value_undefined);
}

struct ThetaRoom {
    Prepared prepared[most_lanes];
    ThetaFit fit;
    alignas(64) double values[max_history * most_lanes];
    alignas(64) double seen[max_history * most_lanes];
};

void theta(const SumTask& task, bool is_dynamic, std::span<SumForecast> out) noexcept {
    const ThetaKernels& kernels = theta_kernels();
    ThetaRoom room;
    for_each_lane_group(task, kernels.lanes, [&](const LaneGroup& group) {
        const std::size_t size = task.length - group.first;
        for (std::size_t lane = 0; lane < kernels.lanes; ++lane) {
            Prepared& one = room.prepared[std::min(lane, group.count - 1)];
            if (lane < group.count) prepare(task, {task.series[group.series[lane]] + group.first, size}, one);
            for (std::size_t t = 0; t < size; ++t) {
                const bool is_seen = !one.is_settled && !std::isnan(one.values[t]);
                room.values[t * kernels.lanes + lane] = is_seen ? one.values[t] : 0.0;
                room.seen[t * kernels.lanes + lane] = is_seen ? 1.0 : 0.0;
            }
        }
        kernels.fit({room.values, room.seen, size, is_dynamic}, room.fit);
        for (std::size_t lane = 0; lane < group.count; ++lane) {
            const Prepared& one = room.prepared[lane];
            const ThetaParameters fitted{room.fit.alpha[lane], room.fit.omega[lane], room.fit.start_level[lane]};
            out[group.series[lane]] = one.is_settled ? one.settled : forecast(task, one, size, fitted, is_dynamic);
        }
    });
}

}  // namespace

void dynamic_theta_sums(const SumTask& task, std::span<SumForecast> out) noexcept {
    theta(task, true, out);
}
void theta_sums(const SumTask& task, std::span<SumForecast> out) noexcept {
    theta(task, false, out);
}

}  // namespace ontrack::inline v0::stats::detail

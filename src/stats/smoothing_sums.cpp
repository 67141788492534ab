#include "stats/smoothing_sums.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "stats/constants.hpp"
#include "stats/ets_kernels.hpp"
#include "stats/lane_groups.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

/// Of the sum of squares around the mean: what a fit that is exact but for rounding leaves.
constexpr double rounding = 1e-24;

/// One lane's values on the model's scale, centred and in units of a power of two, so that squares neither vanish nor
/// overflow.
struct LaneScale {
    double shift = 0.0;
    double centre = 0.0;
    double unit = 1.0;
    double seen = 0.0;
    double jacobian = 0.0;
    double squares = 0.0;  // in units, around the centre; 0 = all values are equal
    Status status = Status::ok;
};

struct Smoother {
    const SumTask& task;
    SumScale scale;
    std::span<const EtsForm> forms;
    const EtsKernels& kernels;
    std::span<SumForecast> out;
};

/// What one thread needs; large, and the same for every task.
struct Room {
    EtsRoom kernel;
    EtsFit fit;
    alignas(64) double values[max_history * most_lanes];
    alignas(64) double seen[max_history * most_lanes];
    alignas(64) double steering[max_horizon * most_lanes];
    SumPath path;
    SumMoments moments;
};

LaneScale lay_out(const Smoother& smoother, const double* series, std::size_t size, std::size_t lane, Room& room) {
    const std::size_t lanes = smoother.kernels.lanes;
    LaneScale of;
    double sum = 0.0;
    double least = infinity;
    double greatest = -infinity;
    for (std::size_t t = 0; t < size; ++t) {
        if (std::isnan(series[t])) continue;
        sum += series[t];
        least = std::min(least, series[t]);
        greatest = std::max(greatest, series[t]);
        of.seen += 1.0;
    }
    of.shift = shift_of(smoother.scale, least, sum / of.seen);
    const bool is_usable = smoother.scale == SumScale::identity || least >= 0.0;
    if (!is_usable) of.status = Status::negative_value;
    const auto on_scale = [&](double y) {
        // A series of zeros stays one.
        return is_usable && sum != 0.0 ? to_scale(smoother.scale, y, of.shift) : y;
    };
    double total = 0.0;
    for (std::size_t t = 0; t < size; ++t) {
        const bool is_seen = !std::isnan(series[t]);
        const double z = is_seen ? on_scale(series[t]) : 0.0;
        room.values[t * lanes + lane] = z;
        room.seen[t * lanes + lane] = is_seen ? 1.0 : 0.0;
        total += z;
        if (is_seen && sum != 0.0) of.jacobian += jacobian_term(smoother.scale, z);
    }
    of.centre = total / of.seen;
    double largest = 0.0;
    for (std::size_t t = 0; t < size; ++t)
        largest = std::max(largest, std::abs(room.values[t * lanes + lane] - of.centre) * room.seen[t * lanes + lane]);
    if (!(largest < 1e300)) of.status = Status::not_finite;
    int exponent = 0;
    std::frexp(largest, &exponent);
    of.unit = largest > 0.0 ? std::ldexp(1.0, exponent) : 1.0;
    for (std::size_t t = 0; t < size; ++t) {
        double& z = room.values[t * lanes + lane];
        z = of.status == Status::ok && least < greatest ? (z - of.centre) * room.seen[t * lanes + lane] / of.unit : 0.0;
        of.squares += z * z;
    }
    return of;
}

// A log-normal period with a larger one has its mean in a tail that the values have never shown (its coefficient of variation
// is 1.3 and more, and grows like e^v): such are small counts with zeros among them.
constexpr double most_log_variance = 1.0;

/// Is there a value at every place of the season, in at least two seasons?
bool has_season(const double* series, std::size_t size, std::size_t season) noexcept {
    if (season < 2 || season > max_season || size < 2 * season) return false;
    for (std::size_t j = 0; j < season; ++j) {
        bool is_seen = false;
        for (std::size_t t = j; t < size; t += season) is_seen |= !std::isnan(series[t]);
        if (!is_seen) return false;
    }
    return true;
}

double free_parameters(EtsForm form, std::size_t season) noexcept {
    return (form.season ? 1.0 + static_cast<double>(season) : 1.0) + 1.0 + (form.trend ? 3.0 : 0.0);
}

void path_of(const EtsFit& fit, EtsForm form, std::size_t season, std::size_t lane, std::size_t horizon,
             const LaneScale& of, SumPath& path) noexcept {
    path.horizon = horizon;
    double power = 1.0;
    double reach = 0.0;
    for (std::size_t h = 0; h < horizon; ++h) {
        const bool is_whole_season = form.season && h > 0 && h % season == 0;
        path.move[h] =
            h == 0 ? 1.0 : fit.alpha[lane] + fit.beta[lane] * reach + (is_whole_season ? fit.gamma[lane] : 0.0);
        power *= fit.phi[lane];
        reach += power;
        const double level = fit.level[lane] + reach * fit.slope[lane];
        path.mean[h] = of.centre + of.unit * (form.season ? level + fit.season[h % season][lane] : level);
    }
}

/// All values equal: the sum is certain as far as they tell.
SumForecast constant(const Smoother& smoother, const double* series, std::size_t size) noexcept {
    double value = nan;
    for (std::size_t t = 0; t < size; ++t)
        if (!std::isnan(series[t])) value = series[t];
    double mean = 0.0;
    for (const double weight : smoother.task.weights) mean += weight * value;
    return {mean, 0.0, nan, Status::ok};
}

void forecast(const Smoother& smoother, const LaneGroup& group, Room& room) noexcept {
    const SumTask& task = smoother.task;
    const std::size_t lanes = smoother.kernels.lanes;
    const std::size_t horizon = task.weights.size();
    const std::size_t size = task.length - group.first;
    LaneScale of[most_lanes];
    SumForecast best[most_lanes];
    bool seasonal[most_lanes];
    bool any_season = false;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const double* const series = task.series[group.series[lane]] + group.first;
        of[lane] = lay_out(smoother, series, size, lane, room);
        seasonal[lane] = has_season(series, size, task.season);
        any_season |= seasonal[lane];
        if (of[lane].status == Status::ok && of[lane].squares == 0.0 && of[lane].seen > 0.0)
            best[lane] = constant(smoother, series, size);
        else
            best[lane] = no_sum(of[lane].status == Status::ok ? Status::too_few_points : of[lane].status);
    }
    const EtsSeries series{room.values, group.has_gaps ? room.seen : nullptr, size, task.season};
    for (const EtsForm form : smoother.forms) {
        if (form.season && !any_season) continue;
        const double parameters = free_parameters(form, task.season);
        smoother.kernels.fit(form, series, room.kernel, room.fit);
        alignas(64) double error_variance[most_lanes];
        alignas(64) double more[most_lanes];
        bool taken[most_lanes];
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const LaneScale& own = of[lane];
            const double freedom = own.seen - parameters;
            const double counted = parameters + 1.0;  // with the error variance
            const double least = std::max(room.fit.sum_of_squares[lane], rounding * own.squares);
            const double score =
                own.seen *
                    (std::log(least / own.seen) + 2.0 * std::log(own.unit) + std::log(2.0 * std::numbers::pi) + 1.0) +
                2.0 * counted + 2.0 * counted * (counted + 1.0) / (own.seen - counted - 1.0) + own.jacobian;
            taken[lane] = own.status == Status::ok && own.squares > 0.0 && own.seen >= counted + 2.0 &&
                          (!form.season || seasonal[lane]) && !(best[lane].score <= score);
            error_variance[lane] = freedom > 0.0 ? least / freedom : 1.0;
            for (std::size_t h = 0; h < horizon; ++h) room.steering[h * lanes + lane] = 0.0;
            if (!taken[lane]) continue;
            path_of(room.fit, form, task.season, lane, horizon, own, room.path);
            const double variance = own.unit * own.unit * error_variance[lane];
            moments_of(room.path, task.weights, variance, smoother.scale, own.shift, room.moments);
            const bool is_wild =
                smoother.scale == SumScale::log && !(largest_variance(room.path, variance) <= most_log_variance);
            best[lane] = is_wild ? SumForecast{nan, nan, score, Status::too_few_events}
                                 : SumForecast{room.moments.mean, room.moments.variance, score, Status::ok};
            for (std::size_t h = 0; h < horizon; ++h)
                room.steering[h * lanes + lane] = own.unit * room.moments.steering[h];
        }
        smoother.kernels.parameter_variance(form, series, room.kernel, room.fit, room.steering, horizon, error_variance,
                                            more);
        for (std::size_t lane = 0; lane < lanes; ++lane)
            if (taken[lane]) best[lane].variance += more[lane];
    }
    for (std::size_t lane = 0; lane < group.count; ++lane) {
        const bool is_sound = std::isfinite(best[lane].mean) && std::isfinite(best[lane].variance);
        smoother.out[group.series[lane]] =
            best[lane].status == Status::ok && !is_sound ? no_sum(Status::value_undefined) : best[lane];
    }
}

}  // namespace

void smooth(const SumTask& task, SumScale scale, std::span<const EtsForm> forms, std::span<SumForecast> out) noexcept {
    static thread_local Room room;
    const Smoother smoother{task, scale, forms, ets_kernels(), out};
    for_each_lane_group(task, smoother.kernels.lanes, [&](const LaneGroup& group) { forecast(smoother, group, room); });
}

void smoothing_sums(const SumTask& task, std::span<SumForecast> out) noexcept {
    smooth(task, SumScale::identity, all_forms, out);
}
void log_smoothing_sums(const SumTask& task, std::span<SumForecast> out) noexcept {
    smooth(task, SumScale::log, all_forms, out);
}
void root_smoothing_sums(const SumTask& task, std::span<SumForecast> out) noexcept {
    smooth(task, SumScale::root, all_forms, out);
}

}  // namespace ontrack::inline v0::stats::detail

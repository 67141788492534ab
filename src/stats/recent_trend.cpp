#include <ontrack/stats/recent_trend.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include <ontrack/stats/quantiles.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/split_threads.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr std::size_t most_points = 1000;

/// TrendSums over points of weight w and weighted value wy, at the times t = 1, 2, …
struct TrendSums {
    double w = 0.0, wy = 0.0, wt = 0.0, wyt = 0.0, wtt = 0.0;

    void add(double weight, double weighted, double t) noexcept {
        w += weight;
        wy += weighted;
        wt += weight * t;
        wyt += weighted * t;
        wtt += weight * t * t;
    }
    [[nodiscard]] double rise() const noexcept { return w * wyt - wy * wt; }
    [[nodiscard]] double spread() const noexcept { return w * wtt - wt * wt; }
};

RecentTrendResult no_trend(Status status) noexcept {
    return {nan, RecentTrend::not_available, status};
}

/// A proportion is the value x/n with weight n, so that both kinds share one slope. `at(i)` gives point i as such;
/// `statistic(sums)` the χ² of all.
template <class At, class Statistic>
RecentTrendResult judge(std::size_t size, const RecentTrendOptions& options, At at, Statistic statistic) noexcept {
    if (options.points < 3 || options.points > most_points || !detail::is_confidence(options.confidence))
        return no_trend(Status::invalid_option);
    std::array<std::size_t, most_points> used;
    std::size_t count = 0;
    for (std::size_t i = size; i-- > 0 && count < options.points;) {
        const auto point = at(i);
        if (point.status == Status::ok)
            used[count++] = i;
        else if (point.status != Status::missing_value)
            return no_trend(point.status);
        else if (options.gaps == TrendGaps::refused)
            return no_trend(Status::too_few_points);
    }
    if (count < options.points) return no_trend(Status::too_few_points);
    std::reverse(used.begin(), used.begin() + static_cast<std::ptrdiff_t>(count));

    const auto sums_without = [&](std::size_t left_out) {
        TrendSums sums;
        for (std::size_t k = 0; k < count; ++k) {
            const auto point = at(used[k]);
            if (k != left_out) sums.add(point.weight, point.weighted, static_cast<double>(k + 1));
        }
        return sums;
    };
    const TrendSums all = sums_without(count);
    const double chi_square = statistic(all);
    if (!std::isfinite(chi_square)) return no_trend(Status::value_undefined);
    RecentTrendResult result{chi_square, RecentTrend::no_change, Status::ok};
    if (!(chi_square > chi_square_quantile(options.confidence, 1.0))) return result;
    const double rise = all.rise();
    for (std::size_t k = 0; k < count; ++k)
        if (!(sums_without(k).rise() * rise > 0.0)) return result;
    result.trend = rise > 0.0 ? RecentTrend::increasing : RecentTrend::decreasing;
    return result;
}

struct Point {
    double weight, weighted;
    Status status;
};

template <class One>
void fill(const Panel& panel, unsigned threads, const RecentTrendColumns& out, One one) noexcept {
    detail::split_threads(panel.size(), threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto first = static_cast<std::size_t>(panel.offsets[i]);
            const RecentTrendResult result = one(first, static_cast<std::size_t>(panel.offsets[i + 1]) - first);
            if (!out.chi_square.empty()) out.chi_square[i] = result.chi_square;
            if (!out.trend.empty()) out.trend[i] = result.trend;
            if (!out.status.empty()) out.status[i] = result.status;
        }
    });
}

}  // namespace

RecentTrendResult recent_trend_of_proportion(std::span<const double> x, std::span<const double> n,
                                             const RecentTrendOptions& options) noexcept {
    const auto at = [&](std::size_t i) -> Point {
        if (std::isnan(x[i]) || std::isnan(n[i])) return {nan, nan, Status::missing_value};
        if (!std::isfinite(x[i]) || !std::isfinite(n[i])) return {nan, nan, Status::not_finite};
        if (x[i] < 0.0 || n[i] < 0.0) return {nan, nan, Status::negative_value};
        if (n[i] == 0.0) return {nan, nan, Status::no_denominator};
        if (x[i] > n[i]) return {nan, nan, Status::above_denominator};
        return {n[i], x[i], x[i] == n[i] ? Status::value_undefined : Status::ok};
    };
    return judge(x.size(), options, at,
                 [](const TrendSums& s) { return s.w * (s.rise() / s.wy) * (s.rise() / (s.w - s.wy)) / s.spread(); });
}

RecentTrendResult recent_trend_of_estimate(std::span<const double> value, std::span<const double> lower,
                                           std::span<const double> upper, const RecentTrendOptions& options) noexcept {
    const auto at = [&](std::size_t i) -> Point {
        if (std::isnan(value[i]) || std::isnan(lower[i]) || std::isnan(upper[i]))
            return {nan, nan, Status::missing_value};
        if (!std::isfinite(value[i]) || !std::isfinite(lower[i]) || !std::isfinite(upper[i]))
            return {nan, nan, Status::not_finite};
        const double error = (upper[i] - lower[i]) / 3.92;
        if (!(error > 0.0)) return {nan, nan, Status::limit_undefined};
        const double weight = 1.0 / (error * error);
        return {weight, weight * value[i], Status::ok};
    };
    return judge(value.size(), options, at,
                 [](const TrendSums& s) { return s.rise() / s.w * (s.rise() / s.spread()); });
}

void recent_trends_of_proportion_into(const Panel& x, std::span<const double> n, const RecentTrendOptions& options,
                                      const RecentTrendColumns& out) noexcept {
    fill(x, options.threads, out, [&](std::size_t first, std::size_t size) {
        return recent_trend_of_proportion(x.values.subspan(first, size), n.subspan(first, size), options);
    });
}

void recent_trends_of_estimate_into(const Panel& value, std::span<const double> lower, std::span<const double> upper,
                                    const RecentTrendOptions& options, const RecentTrendColumns& out) noexcept {
    fill(value, options.threads, out, [&](std::size_t first, std::size_t size) {
        return recent_trend_of_estimate(value.values.subspan(first, size), lower.subspan(first, size),
                                        upper.subspan(first, size), options);
    });
}

std::string_view to_string(RecentTrend trend) noexcept {
    switch (trend) {
        case RecentTrend::not_available:
            return "not available";
        case RecentTrend::no_change:
            return "no change";
        case RecentTrend::increasing:
            return "increasing";
        case RecentTrend::decreasing:
            return "decreasing";
    }
    return "unknown";
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

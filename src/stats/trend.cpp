#include <ontrack/stats/trend.hpp>

#include <algorithm>
#include <cmath>

#include <ontrack/stats/distributions.hpp>

#include "stats/constants.hpp"
#include "stats/trend_series.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr double most = 1e300;  // above it a difference times a number of periods may overflow

double two_sided(double z) noexcept {
    return 2.0 * normal_cdf(-std::abs(z));
}

/// Replaces each value by its rank among them, the mean rank where values are equal. `order` is room for as many.
void rank(std::span<double> values, std::span<detail::PairRoom::Residual> order) noexcept {
    for (std::size_t i = 0; i < values.size(); ++i) order[i] = {values[i], static_cast<std::uint32_t>(i)};
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    for (std::size_t i = 0, j = 0; i < order.size(); i = j) {
        while (j < order.size() && order[j].key == order[i].key) ++j;
        for (std::size_t k = i; k < j; ++k) values[order[k].point] = 0.5 * static_cast<double>(i + j + 1);
    }
}

}  // namespace

namespace detail {

Status lay_out(std::span<const double> values, int season_length, PairRoom& room) noexcept {
    room.points.clear();
    room.ends.clear();
    if (season_length < 1) return Status::invalid_option;
    const std::size_t seasons =
        std::min(static_cast<std::size_t>(season_length), std::max(values.size(), std::size_t{1}));
    for (std::size_t season = 0; season < seasons; ++season) {
        for (std::size_t t = season; t < values.size(); t += seasons) {
            if (std::isnan(values[t])) continue;
            if (!(std::abs(values[t]) <= most)) return Status::not_finite;
            room.points.push_back({values[t], static_cast<double>(t)});
        }
        room.ends.push_back(static_cast<std::uint32_t>(room.points.size()));
    }
    return Status::ok;
}

TrendTest kendall(PairSlopes& slopes, const PairRoom& room) noexcept {
    if (slopes.pairs() < 3) return without_test(Status::too_few_points);
    const auto falls = static_cast<double>(slopes.below(0.0));
    const auto pairs = static_cast<double>(slopes.pairs());
    double ties = 0.0, variance = 0.0;
    const auto spread = [](double n) { return n * (n - 1.0) * (2.0 * n + 5.0) / 18.0; };
    std::size_t start = 0;
    for (const std::size_t end : room.ends) {
        variance += spread(static_cast<double>(end - start));
        start = end;
    }
    slopes.each_tie([&](std::size_t size) {
        const auto equal = static_cast<double>(size);
        ties += equal * (equal - 1.0) / 2.0;
        variance -= spread(equal);
    });
    if (ties == pairs) return {0.0, 0.0, 0.0, nan, nan, Status::no_variation};
    const double s = pairs - ties - 2.0 * falls;
    return with_variance(s, s / pairs, variance);
}

TrendTest with_variance(double s, double tau, double variance) noexcept {
    if (!(variance > 0.0)) return {s, tau, variance, nan, nan, Status::value_undefined};
    const double towards_0 = s > 0.0 ? s - 1.0 : s < 0.0 ? s + 1.0 : 0.0;
    const double z = towards_0 / std::sqrt(variance);
    return {s, tau, variance, z, two_sided(z), Status::ok};
}

TrendTest without_test(Status status) noexcept {
    return {nan, nan, nan, nan, nan, status};
}

TrendLine without_line(Status status) noexcept {
    return {nan, nan, nan, nan, status};
}

/// The median value and the median time.
TimedValue medians(PairSlopes& slopes, PairRoom& room) noexcept {
    const std::size_t n = room.points.size(), low = (n - 1) / 2, high = n / 2;
    if (room.ends.size() == 1) {
        (void)slopes.below(0.0);  // in the order of the values, as the test left them
        return {(room.points[room.order[low].point].x + room.points[room.order[high].point].x) / 2.0,
                (room.points[low].t + room.points[high].t) / 2.0};
    }
    const auto middle = [&](auto member) {
        for (std::size_t i = 0; i < n; ++i) room.slopes[i] = room.points[i].*member;
        const auto first = room.slopes.begin(), upper = first + static_cast<std::ptrdiff_t>(high);
        std::nth_element(first, upper, first + static_cast<std::ptrdiff_t>(n));
        return low == high ? *upper : (*std::max_element(first, upper) + *upper) / 2.0;
    };
    return {middle(&TimedValue::x), middle(&TimedValue::t)};
}

TrendLine line(PairSlopes& slopes, PairRoom& room, const TrendTest& test, double confidence, LineParts parts) noexcept {
    if (test.status == Status::too_few_points) return without_line(test.status);
    TrendLine result{0.0, nan, nan, nan, test.status};
    const std::size_t pairs = slopes.pairs();
    const TimedValue centre = parts.intercept ? medians(slopes, room) : TimedValue{nan, nan};
    if (test.status != Status::no_variation) {
        const auto middle = slopes.ranked((pairs - 1) / 2, pairs / 2);
        result.slope = (middle.first + middle.last) / 2.0;
        const double reach = -normal_quantile((1.0 - confidence) / 2.0) * std::sqrt(test.variance);
        const double rank = std::nearbyint((static_cast<double>(pairs) - reach) / 2.0);
        result.status = rank >= 1.0 ? Status::ok : Status::limit_undefined;
        if (parts.limits && rank >= 1.0) {
            const auto m = static_cast<std::size_t>(rank);
            result.lower = slopes.ranked(m - 1, m - 1).first;
            result.upper = slopes.ranked(pairs - m, pairs - m).first;
        }
    }
    result.intercept = centre.x - result.slope * centre.t;
    return result;
}

TrendTest with_autocorrelation(const TrendTest& independent, double slope, int lags, PairRoom& room) noexcept {
    const std::size_t size = room.points.size();
    const auto n = static_cast<double>(size);
    const std::span ranks(room.slopes.data(), size);
    for (std::size_t i = 0; i < size; ++i) ranks[i] = room.points[i].x - slope * static_cast<double>(i + 1);
    rank(ranks, room.order);
    double squares = 0.0;
    for (double& each : ranks) {
        each -= (n + 1.0) / 2.0;
        squares += each * each;
    }
    if (!(squares > 0.0)) return independent;  // on the line exactly: nothing left to be correlated
    const double bound = -normal_quantile(0.025) / std::sqrt(n);
    const std::size_t last = lags == 0 ? size - 1 : std::min(static_cast<std::size_t>(lags), size - 1);
    double sum = 0.0;
    for (std::size_t lag = 1; lag <= last; ++lag) {
        double product = 0.0;
        for (std::size_t i = lag; i < size; ++i) product += ranks[i] * ranks[i - lag];
        const double correlation = product / squares, left = n - static_cast<double>(lag);
        if (std::abs(correlation) > bound) sum += left * (left - 1.0) * (left - 2.0) * correlation;
    }
    const double factor = 1.0 + 2.0 / (n * (n - 1.0) * (n - 2.0)) * sum;
    return with_variance(independent.s, independent.tau, independent.variance * factor);
}

}  // namespace detail
}  // namespace stats
}  // namespace v0
}  // namespace ontrack

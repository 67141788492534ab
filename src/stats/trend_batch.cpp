#include <algorithm>

#include <ontrack/stats/trend.hpp>

#include "stats/arguments.hpp"
#include "stats/split_threads.hpp"
#include "stats/trend_series.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

struct Trend {
    TrendTest test;
    TrendLine line;
};

struct Parts {
    bool line = true;
    detail::LineParts of_line;
};

Trend trend(std::span<const double> values, const TrendOptions& options, Parts parts, detail::PairRoom& room) noexcept {
    const bool by_season = options.method == TrendMethod::seasonal_kendall;
    const bool valid = options.lags >= 0 && detail::is_confidence(options.confidence);
    const Status status =
        valid ? detail::lay_out(values, by_season ? options.season_length : 1, room) : Status::invalid_option;
    if (status != Status::ok) return {detail::without_test(status), detail::without_line(status)};
    detail::PairSlopes slopes(room);
    const bool corrects = options.method == TrendMethod::hamed_rao;
    Trend result{detail::kendall(slopes, room), {}};
    if (parts.line || (corrects && result.test.status == Status::ok))
        result.line = detail::line(slopes, room, result.test, options.confidence, parts.of_line);
    if (corrects && result.test.status == Status::ok)
        result.test = detail::with_autocorrelation(result.test, result.line.slope, options.lags, room);
    return result;
}

Trend trend(std::span<const double> values, const TrendOptions& options, Parts parts) {
    detail::PairRoom room;
    room.reserve(values.size(), static_cast<std::size_t>(std::max(1, options.season_length)));
    return trend(values, options, parts, room);
}

template <class T>
void put(std::span<T> column, std::size_t i, T value) noexcept {
    if (!column.empty()) column[i] = value;
}

void write(const TrendColumns& out, std::size_t i, const Trend& trend) noexcept {
    put(out.s, i, trend.test.s);
    put(out.tau, i, trend.test.tau);
    put(out.variance, i, trend.test.variance);
    put(out.z, i, trend.test.z);
    put(out.p, i, trend.test.p);
    put(out.status, i, trend.test.status);
    put(out.slope, i, trend.line.slope);
    put(out.lower, i, trend.line.lower);
    put(out.upper, i, trend.line.upper);
    put(out.intercept, i, trend.line.intercept);
    put(out.line_status, i, trend.line.status);
}

constexpr Parts test_only{false, {false, false}};

}  // namespace

TrendTest mann_kendall(std::span<const double> values) {
    return trend(values, {}, test_only).test;
}

TrendTest seasonal_kendall(std::span<const double> values, int season_length) {
    return trend(values, {.method = TrendMethod::seasonal_kendall, .season_length = season_length}, test_only).test;
}

TrendTest hamed_rao(std::span<const double> values, int lags) {
    return trend(values, {.method = TrendMethod::hamed_rao, .lags = lags}, test_only).test;
}

TrendLine theil_sen(std::span<const double> values, double confidence, int season_length) {
    return trend(values,
                 {.method = TrendMethod::seasonal_kendall, .season_length = season_length, .confidence = confidence},
                 {})
        .line;
}

void trends_into(const Panel& panel, const TrendOptions& options, const TrendColumns& out) noexcept {
    const Parts parts{!out.slope.empty() || !out.lower.empty() || !out.upper.empty() || !out.intercept.empty() ||
                          !out.line_status.empty(),
                      {!out.lower.empty() || !out.upper.empty(), !out.intercept.empty()}};
    const auto series = [&](std::size_t i) {
        const auto first = static_cast<std::size_t>(panel.offsets[i]);
        return panel.values.subspan(first, static_cast<std::size_t>(panel.offsets[i + 1]) - first);
    };
    detail::split_threads(panel.size(), options.threads, [&](std::size_t first, std::size_t last) {
        std::size_t longest = 1;
        for (std::size_t i = first; i < last; ++i) longest = std::max(longest, series(i).size());
        detail::PairRoom room;
        room.reserve(longest, longest);
        for (std::size_t i = first; i < last; ++i) write(out, i, trend(series(i), options, parts, room));
    });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

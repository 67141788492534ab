#include "stats/total_series.hpp"

#include <algorithm>
#include <cmath>

#include "stats/constants.hpp"
#include "stats/panel_series.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

// Positive amounts have no unit: they are brought to about this many "events" a period, where chance is next to nothing.
constexpr double amount_per_period = 1e4;

}  // namespace

Status series_status(std::span<const double> series, Support support) noexcept {
    double sum = 0.0;
    bool infinite = false, negative = false, any = false;
    for (const double value : series) {
        if (std::isnan(value)) continue;
        any = true;
        infinite |= std::isinf(value);
        negative |= value < 0.0;
        sum += std::abs(value);
    }
    if (infinite) return Status::not_finite;
    if (negative && support != Support::real) return Status::negative_value;
    if (sum > largest_count && support == Support::whole) return Status::not_a_count;
    if (std::isinf(sum)) return Status::not_finite;
    return any ? Status::ok : Status::too_few_points;
}

namespace {

/// The power of two that brings the mean near amount_per_period: exact to multiply by and to divide by.
double scale_of(const TotalSeries& series) noexcept {
    double sum = 0.0, n = 0.0;
    for (std::size_t t = 0; t < series.length; ++t) {
        if (std::isnan(series.values[t])) continue;
        sum += std::abs(series.values[t]);
        n += 1.0;
    }
    const double mean = sum / n;
    if (!(mean > 0.0) || !std::isfinite(mean)) return 1.0;
    return std::ldexp(1.0, std::clamp(static_cast<int>(std::ilogb(amount_per_period / mean)), -900, 900));
}

}  // namespace

bool are_usable(const TotalOptions& options) noexcept {
    return options.periods_per_year >= 1 && options.periods_per_year <= static_cast<int>(max_year) &&
           options.periods_known >= 0 && options.periods_known <= options.periods_per_year;
}

void lay_out(std::span<const double> series, const TotalOptions& options, std::size_t dropped,
             TotalSeries& out) noexcept {
    const auto periods = static_cast<std::size_t>(options.periods_per_year);
    const auto known = static_cast<std::size_t>(options.periods_known);
    const std::size_t n = series.size() - std::min(dropped, series.size());
    const std::size_t behind = n - std::min(n, known);
    const std::size_t years = std::min((behind + periods - 1) / periods, (max_history - known) / periods);
    out.periods = periods;
    out.known = known;
    out.length = years * periods + known;
    out.status = series_status(series.first(n), options.support);
    out.scale = 1.0;
    out.known_total = 0.0;
    for (std::size_t j = 0; j < periods; ++j)
        out.open[j] = out.counted[j] = options.figure != YearFigure::last || j + 1 == periods;
    for (std::size_t t = 0; t < out.length; ++t) {
        const std::size_t from_end = out.length - t;
        const double value = from_end <= n ? series[n - from_end] : nan;
        if (t >= out.length - known && !std::isnan(value) && out.counted[t - (out.length - known)]) {
            out.known_total += value;
            out.open[t - (out.length - known)] = false;
        }
        out.values[t] = is_masked(options.masked, from_end + dropped) ? nan : value;
    }
    const std::size_t end = out.end();
    const std::size_t given = options.exposure.size() - std::min(dropped, options.exposure.size());
    for (std::size_t t = 0; t < end; ++t) {
        const double exposure = end - t <= given ? options.exposure[given - (end - t)] : 1.0;
        out.exposure[t] = exposure > 0.0 && std::isfinite(exposure) ? exposure : 1.0;
    }
    const auto values = std::span(out.values).first(out.length);
    const auto first = std::find_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); });
    out.first = static_cast<std::size_t>(first - values.begin());
    if (out.status == Status::ok && out.first == out.length) out.status = Status::too_few_points;
    if (out.status != Status::ok || options.support == Support::whole) return;
    out.scale = scale_of(out);
    out.known_total *= out.scale;
    for (double& value : values) value *= out.scale;
}

}  // namespace ontrack::inline v0::stats::detail

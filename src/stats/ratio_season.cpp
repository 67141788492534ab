#include "stats/ratio_season.hpp"

#include <algorithm>
#include <cmath>

namespace ontrack::inline v0::stats::detail {
namespace {

constexpr double usual_noise = 0.05;  // of one place in one year, where a single year cannot tell

/// Ratio of a period on the model's scale, drawn towards the series' own by half an event (of the rarer kind).
struct Smoothed {
    double value;
    double variance;  // of chance
};
Smoothed smoothed(const RatioView& view, std::size_t t, double ratio) noexcept {
    const double rarer = view.model == RatioModel::gamma_poisson ? ratio : std::min(ratio, 1.0 - ratio);
    const double more = 0.5 / rarer;
    const double events = view.numerators[t] + more * ratio, base = view.denominators[t] + more;
    const double variance =
        1.0 / events + (view.model == RatioModel::gamma_poisson ? 0.0 : 1.0 / std::max(base - events, 0.5));
    return {to_link(view.model, events / base), variance};
}

bool is_whole(const RatioView& view, std::size_t start) noexcept {
    for (std::size_t t = start; t < start + view.periods; ++t)
        if (!view.teaches(t)) return false;
    return true;
}

}  // namespace

double OwnSeason::variance(std::size_t periods, const RatioSeason& around) const noexcept {
    double squares = 0.0;
    for (std::size_t j = 0; j < periods; ++j) squares += (place[j] - around[j]) * (place[j] - around[j]);
    return squares / (static_cast<double>(periods) - 1.0);
}

// Years less their own mean and the straight line through the years' means; then the mean over years at each place.
OwnSeason own_season(const RatioView& view) noexcept {
    OwnSeason season{{}, 0.0, 0.0};
    const std::size_t m = view.periods;
    const std::size_t past = view.size() - std::min(view.size(), view.known);
    if (m < 2 || past < m) return season;
    const double ratio = plain_ratio(view), places = static_cast<double>(m);
    double first_mean = 0.0, last_mean = 0.0, chance = 0.0, span = 0.0;
    std::size_t first = 0;
    for (std::size_t start = past % m; start + m <= past; start += m) {
        if (!is_whole(view, start)) continue;
        double mean = 0.0;
        for (std::size_t t = start; t < start + m; ++t) {
            const Smoothed one = smoothed(view, t, ratio);
            mean += one.value / places;
            chance += one.variance / places;
        }
        if (season.years == 0.0) {
            first = start;
            first_mean = mean;
        }
        last_mean = mean;
        span = static_cast<double>(start - first);
        season.years += 1.0;
    }
    if (season.years == 0.0) return season;
    const double slope = span > 0.0 ? (last_mean - first_mean) / span : 0.0;
    const auto for_each_value = [&](auto use) {
        for (std::size_t start = past % m; start + m <= past; start += m) {
            if (!is_whole(view, start)) continue;
            double mean = 0.0;
            for (std::size_t t = start; t < start + m; ++t) mean += smoothed(view, t, ratio).value / places;
            for (std::size_t j = 0; j < m; ++j)
                use(j, smoothed(view, start + j, ratio).value - mean -
                           slope * (static_cast<double>(j) - 0.5 * (places - 1.0)));
        }
    };
    for_each_value([&](std::size_t j, double value) { season.place[j] += value / season.years; });
    double squares = 0.0;
    for_each_value(
        [&](std::size_t j, double value) { squares += (value - season.place[j]) * (value - season.place[j]); });
    chance /= season.years;
    const double noise = season.years > 1.0 ? squares / ((season.years - 1.0) * (places - 1.0)) : usual_noise;
    season.noise = std::max(noise, chance) / season.years;
    return season;
}

DrawnSeason draw_season(const RatioView& view, const RatioGroup* group) noexcept {
    DrawnSeason drawn{{}, 0.0};
    if (group) std::copy_n(group->season.begin(), view.periods, drawn.place.begin());
    const OwnSeason own = own_season(view);
    if (own.years == 0.0) return drawn;
    const double between =
        group ? group->season_variance : std::max(0.0, own.variance(view.periods, drawn.place) - own.noise);
    drawn.own = between > 0.0 ? between / (between + own.noise) : 0.0;
    for (std::size_t j = 0; j < view.periods; ++j) drawn.place[j] += drawn.own * (own.place[j] - drawn.place[j]);
    return drawn;
}

}  // namespace ontrack::inline v0::stats::detail

#include "stats/total_season.hpp"

#include <algorithm>
#include <cmath>

namespace ontrack::inline v0::stats::detail {
namespace {

// Where they come from: docs/methods.md, "How the constants were chosen".
constexpr double events_towards_equal = 400.0;
constexpr double events_towards_group = 1600.0;

/// Events and exposure per period of the year, over the whole past years in which every period has both.
struct PeriodSums {
    std::array<double, max_year> events{}, exposure{};
    double all_events = 0.0, all_exposure = 0.0;
};

bool is_whole(const TotalSeries& series, std::span<const double> exposure, std::size_t start) noexcept {
    for (std::size_t t = start; t < start + series.periods; ++t)
        if (std::isnan(series.values[t]) || !(exposure[t] > 0.0)) return false;
    return true;
}

PeriodSums sums_by_period(const TotalSeries& series, std::span<const double> exposure) noexcept {
    PeriodSums sums;
    for (std::size_t start = 0; start + series.periods <= series.length - series.known; start += series.periods) {
        if (!is_whole(series, exposure, start)) continue;
        for (std::size_t j = 0; j < series.periods; ++j) {
            sums.events[j] += series.values[start + j];
            sums.exposure[j] += exposure[start + j];
        }
    }
    for (std::size_t j = 0; j < series.periods; ++j) {
        sums.all_events += sums.events[j];
        sums.all_exposure += sums.exposure[j];
    }
    return sums;
}

}  // namespace

Season learn_season(const TotalSeries& series, std::span<const double> towards) noexcept {
    const PeriodSums sums = sums_by_period(series, series.exposure);
    const double periods = static_cast<double>(series.periods);
    const double pull = towards.empty() ? events_towards_equal : events_towards_group;
    const double mean_exposure = sums.all_exposure / periods;
    Season season{{}, sums.all_events / (sums.all_events + pull)};
    double sum = 0.0;
    for (std::size_t j = 0; j < series.periods; ++j) {
        const double events = sums.all_events > 0.0 ? sums.events[j] / sums.exposure[j] * mean_exposure : 0.0;
        season.relative[j] = events + pull * (towards.empty() ? 1.0 / periods : towards[j]);
        sum += season.relative[j];
    }
    for (std::size_t j = 0; j < series.periods; ++j) season.relative[j] *= periods / sum;
    return season;
}

Season learn_deviation(const TotalSeries& series, std::span<const double> exposure) noexcept {
    const PeriodSums sums = sums_by_period(series, exposure);
    const double pull = events_towards_group / static_cast<double>(series.periods);
    const double level = sums.all_events / sums.all_exposure;
    Season season{{}, sums.all_events / (sums.all_events + events_towards_group)};
    for (std::size_t j = 0; j < series.periods; ++j) {
        season.relative[j] = sums.all_events > 0.0 ? (sums.events[j] + pull) / (sums.exposure[j] * level + pull) : 1.0;
    }
    return season;
}

}  // namespace ontrack::inline v0::stats::detail

#include <algorithm>
#include <cmath>

#include <ontrack/stats/total_consequences.hpp>

#include "stats/constants.hpp"
#include "stats/panel_groups.hpp"
#include "stats/split_threads.hpp"
#include "stats/total_block.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

/// A year too long for the models with a season: of counts.
void equal_shares(std::span<const double> series, const TotalOptions& options, std::span<double> out) noexcept {
    if (detail::series_status(series, Support::whole) != Status::ok) {
        std::fill(out.begin(), out.end(), nan);
        return;
    }
    const auto known = static_cast<std::size_t>(std::max(options.periods_known, 0));
    double open = 0.0;
    for (std::size_t j = 0; j < out.size(); ++j) {
        const std::size_t back = known - std::min(j, known);
        const bool seen = back > 0 && back <= series.size() && !std::isnan(series[series.size() - back]);
        out[j] = seen ? 0.0 : 1.0;
        open += out[j];
    }
    if (open > 0.0)
        for (double& share : out) share /= open;
}

void shares_of(const detail::TotalSeries& series, Support support, const GroupFit* group,
               std::span<double> out) noexcept {
    const detail::Season season =
        detail::learn_season(series, group ? std::span<const double>(group->shares) : std::span<const double>{});
    const std::size_t year = series.end() - series.periods;
    double sum = 0.0;
    for (std::size_t j = 0; j < out.size(); ++j) {
        const double relative = support == Support::real ? 1.0 : season.relative[j];
        out[j] = series.open[j] ? series.exposure[year + j] * relative : 0.0;
        sum += out[j];
    }
    if (sum > 0.0)
        for (double& share : out) share /= sum;
}

void fill_shares(std::span<const double> series, const TotalOptions& options, const GroupFit* group,
                 detail::TotalSeries& room, std::span<double> out) noexcept {
    if (!detail::are_usable(options)) {
        equal_shares(series, options, out);
        return;
    }
    detail::lay_out(series, options, 0, room);
    if (room.status != Status::ok)
        std::fill(out.begin(), out.end(), nan);
    else
        shares_of(room, options.support, detail::fitting(group, options), out);
}

}  // namespace

void rest_shares(std::span<const double> series, const TotalOptions& options, std::span<double> out) noexcept {
    detail::TotalSeries room;
    fill_shares(series, options, options.group, room, out);
}

void rest_shares_into(const Panel& panel, const TotalOptions& options, std::span<const std::int32_t> groups,
                      std::span<const GroupFit> fits, std::span<double> out) noexcept {
    const auto periods = static_cast<std::size_t>(options.periods_per_year);
    detail::split_threads(panel.size(), options.threads, [&](std::size_t first, std::size_t last) {
        detail::TotalSeries room;
        for (std::size_t i = first; i < last; ++i)
            fill_shares(detail::series_of(panel, i), options, detail::group_of(i, options, groups, fits), room,
                        out.subspan(i * periods, periods));
    });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#include <algorithm>
#include <array>

#include <ontrack/base/error.hpp>
#include <ontrack/stats/ratio_models.hpp>

#include "stats/median.hpp"
#include "stats/panel_series.hpp"
#include "stats/ratio_season.hpp"
#include "stats/spread_prior.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

using detail::OwnSeason;
using detail::RatioView;

constexpr std::size_t most_judged = 512;  // members from which drift and scatter are learnt

/// The members that a projection could be made of, in order.
std::vector<RatioView> usable_members(const RatioPanel& panel, const RatioOptions& options) {
    std::vector<RatioView> members;
    for (std::size_t i = 0; i < panel.size(); ++i) {
        const RatioSeries series{detail::series_of(panel.numerators, i),
                                 detail::series_of(panel.denominators, panel.numerators.offsets, i)};
        RatioOptions alone = options;
        alone.group = nullptr;
        if (detail::ratio_status(series, alone) != Status::ok) continue;
        const RatioView view = detail::ratio_view(series, alone);
        bool teaches = false;
        for (std::size_t t = 0; t < view.size() && !teaches; ++t) teaches = view.teaches(t);
        if (teaches) members.push_back(view);
    }
    return members;
}

/// Numerators and denominators of whole past years, summed over the members.
struct MemberSums {
    std::vector<double> numerators, denominators;
};

MemberSums sums_of(const std::vector<RatioView>& members, std::size_t periods) {
    std::size_t longest = 0;
    for (const RatioView& one : members) longest = std::max(longest, one.size() - std::min(one.size(), one.known));
    MemberSums sums{std::vector<double>(longest / periods * periods), std::vector<double>(longest / periods * periods)};
    for (const RatioView& one : members) {
        const std::size_t past = one.size() - std::min(one.size(), one.known);
        for (std::size_t start = past % periods; start + periods <= past; start += periods) {
            bool whole = true;
            for (std::size_t t = start; t < start + periods; ++t) whole = whole && one.teaches(t);
            if (!whole) continue;
            const std::size_t at = sums.numerators.size() - (past - start);
            for (std::size_t j = 0; j < periods; ++j) {
                sums.numerators[at + j] += one.numerators[start + j];
                sums.denominators[at + j] += one.denominators[start + j];
            }
        }
    }
    return sums;
}

void learn_season(const std::vector<RatioView>& members, std::size_t periods, RatioGroup& group) {
    const MemberSums sums = sums_of(members, periods);
    const RatioView together{members.front().model, sums.numerators, sums.denominators, {}, periods, 0};
    const OwnSeason season = detail::own_season(together);
    std::copy_n(season.place.begin(), periods, group.season.begin());
    std::vector<double> differences;
    for (const RatioView& one : members) {
        const OwnSeason own = detail::own_season(one);
        if (own.years > 0.0) differences.push_back(own.variance(periods, season.place) - own.noise);
    }
    const double middle = detail::median_of([&](auto see) {
        for (const double difference : differences) see(difference);
    });
    group.season_variance = middle > 0.0 ? middle : 0.0;
}

void learn_spreads(const std::vector<RatioView>& members, RatioGroup& group) {
    const std::size_t step = (members.size() + most_judged - 1) / most_judged;
    std::vector<double> rows;
    for (std::size_t i = 0; i < members.size(); i += step) {
        std::array<detail::RatioLevel, ratio_spreads> levels;
        detail::filter_ratios(members[i], detail::draw_season(members[i], &group).place, levels);
        for (const detail::RatioLevel& level : levels) rows.push_back(level.log_likelihood);
    }
    std::array<double, ratio_spreads> room, sums;
    detail::learn_prior(rows, group.spreads, room, sums);
}

}  // namespace

RatioGroup fit_ratio_group(const RatioPanel& panel, const RatioOptions& options) {
    if (detail::ratio_status({}, options) != Status::ok)
        throw DataError(Problem{"invalid-option",
                                "periods_per_year is not within 1 … 366, or periods_known not within a year",
                                {},
                                "Give the number of periods of a year and how many of them are known."});
    const auto periods = static_cast<std::size_t>(options.periods_per_year);
    RatioGroup group{.periods_per_year = options.periods_per_year,
                     .season = std::vector<double>(periods),
                     .spreads = std::vector<double>(ratio_spreads, 1.0 / static_cast<double>(ratio_spreads))};
    const std::vector<RatioView> members = usable_members(panel, options);
    group.series = static_cast<double>(members.size());
    if (members.empty()) return group;
    learn_season(members, periods, group);
    learn_spreads(members, group);
    return group;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

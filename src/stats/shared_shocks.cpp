#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <ontrack/base/error.hpp>
#include <ontrack/stats/grouped_totals.hpp>

#include "stats/beyond_chance.hpp"
#include "stats/constants.hpp"
#include "stats/panel_groups.hpp"
#include "stats/past_year.hpp"
#include "stats/split_threads.hpp"
#include "stats/total_block.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

// Where they come from: docs/methods.md, "Totals of totals".
constexpr std::size_t years_judged = 6;
constexpr double years_of_default = 3.0;
constexpr double largest_error = 3.0;  // standard deviations

/// A past year's projection of one series: its error in deviations, and which part of the deviation is beyond chance.
struct PastError {
    double error = nan;
    double beyond = 0.0;
};

PastError error_of(std::span<const double> values, const TotalOptions& options, const detail::TotalSeries& then,
                   const TotalProjection& projection, std::size_t dropped) noexcept {
    const double outcome = detail::outcome_of(values, options, then, dropped);
    const detail::Uncertain rest = detail::uncertain(projection.law);
    if (projection.status != Status::ok || !(rest.variance > 0.0) || std::isnan(outcome) ||
        then.length - then.first < then.periods)
        return {};
    const double unit = options.figure == YearFigure::mean ? then.scale * options.periods_per_year : then.scale;
    const double error = (outcome / unit - rest.mean) / std::sqrt(rest.variance);
    return {std::clamp(error, -largest_error, largest_error), std::sqrt(rest.beyond / rest.variance)};
}

/// The projections of the year that ended `dropped` values ago. \pre fits are of that day
std::vector<PastError> errors_of(const Panel& panel, const TotalOptions& options, std::span<const std::int32_t> groups,
                                 std::span<const GroupFit> fits, std::size_t dropped) {
    std::vector<PastError> errors(panel.size());
    detail::split_threads(panel.size(), options.threads, [&](std::size_t first, std::size_t last) {
        detail::TotalBlock block;
        std::array<detail::SumModel*, combined_models.size()> models;
        std::array<std::array<detail::SumForecast, combined_models.size()>, detail::block_series> sums;
        const std::size_t needed = detail::models_of(options, models);
        for (; first < last; first += block.size) {
            block.size = std::min(detail::block_series, last - first);
            for (std::size_t i = 0; i < block.size; ++i)
                detail::lay_out(detail::series_of(panel, first + i), options, dropped, block.series[i]);
            for (std::size_t m = 0; m < needed; ++m) {
                block.forecast(models[m], options.support);
                for (std::size_t i = 0; i < block.size; ++i) sums[i][m] = block.sums[i];
            }
            for (std::size_t i = 0; i < block.size; ++i) {
                const GroupFit* const group = detail::group_of(first + i, options, groups, fits);
                const auto projection = detail::project(block.series[i], options, detail::fitting(group, options),
                                                        std::span(sums[i]).first(std::max<std::size_t>(needed, 1)));
                errors[first + i] =
                    error_of(detail::series_of(panel, first + i), options, block.series[i], projection, dropped);
            }
        }
    });
    return errors;
}

/// Each group's fit as of that day: its course then, and today's weights.
std::vector<GroupFit> fits_then(std::span<const detail::GroupMembers> members, std::span<const GroupFit> fits,
                                const TotalOptions& options, std::size_t dropped) {
    std::vector<GroupFit> then;
    for (std::size_t k = 0; k < std::min(members.size(), fits.size()); ++k) {
        GroupFit fit = detail::common_course(members[k].panel(), options, dropped);
        fit.discounts = fits[k].discounts;
        fit.weights = fits[k].weights;
        fit.width = fits[k].width;
        fit.dispersion = fits[k].dispersion;
        then.push_back(std::move(fit));
    }
    return then;
}

/// Σ over pairs, of one kind, of products of what was seen, and of products of what was to be expected.
struct Pairs {
    double seen = 0.0, expected = 0.0;
};
/// Running sums over a set of series.
struct Products {
    double seen = 0.0, seen_squares = 0.0, expected = 0.0, expected_squares = 0.0;
    void add(const PastError& past) noexcept {
        const double seen_one = past.beyond * past.error, expected_one = past.beyond * past.beyond;
        seen += seen_one;
        seen_squares += seen_one * seen_one;
        expected += expected_one;
        expected_squares += expected_one * expected_one;
    }
    void add(const Products& other) noexcept {
        seen += other.seen;
        seen_squares += other.seen_squares;
        expected += other.expected;
        expected_squares += other.expected_squares;
    }
    [[nodiscard]] Pairs pairs() const noexcept {
        return {seen * seen - seen_squares, expected * expected - expected_squares};
    }
};

struct Kinds {
    Pairs within, between;
};

Kinds pairs_of(std::span<const PastError> errors, std::span<const std::int32_t> groups, std::size_t how_many) {
    std::vector<Products> of_group(how_many);
    Products all;
    Kinds kinds;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        if (std::isnan(errors[i].error)) continue;
        const std::int32_t group = groups.empty() ? 0 : groups[i];
        if (group >= 0)
            of_group[static_cast<std::size_t>(group)].add(errors[i]);
        else
            all.add(errors[i]);
    }
    for (const Products& own : of_group) {
        all.add(own);
        kinds.within.seen += own.pairs().seen;
        kinds.within.expected += own.pairs().expected;
    }
    kinds.between = {all.pairs().seen - kinds.within.seen, all.pairs().expected - kinds.within.expected};
    return kinds;
}

/// The mean of the years' correlations and the default's: exactly the default where no year tells.
struct Blend {
    double by_default;
    double away = 0.0, years = years_of_default;
    void add(const Pairs& pairs) noexcept {
        if (!(pairs.expected > 1e-9)) return;
        away += std::clamp(pairs.seen / pairs.expected, -1.0, 1.0) - by_default;
        years += 1.0;
    }
    [[nodiscard]] double mean() const noexcept { return std::clamp(by_default + away / years, 0.0, 1.0); }
};

}  // namespace

SharedShocks fit_shared_shocks(const Panel& panel, const TotalOptions& options, std::span<const std::int32_t> groups,
                               std::span<const GroupFit> fits) {
    if (!detail::are_usable(options))
        throw DataError(Problem{"invalid-option",
                                "periods_per_year is not within 1 … 64, or periods_known not within a year",
                                {},
                                "Give the number of periods of a year and how many of them are known."});
    const std::vector<std::int32_t> one_group(groups.empty() && options.group ? panel.size() : 0, 0);
    if (!one_group.empty()) return fit_shared_shocks(panel, options, one_group, {options.group, 1});
    const std::vector<detail::GroupMembers> members = detail::members_of(panel, groups);
    SharedShocks shocks;
    Blend within{shocks.within}, between{shocks.between};
    for (std::size_t years = 1; years <= years_judged; ++years) {
        const std::size_t dropped = years * static_cast<std::size_t>(options.periods_per_year);
        TotalOptions then = options;
        then.group = nullptr;
        const auto errors = errors_of(panel, then, groups, fits_then(members, fits, options, dropped), dropped);
        const Kinds kinds = pairs_of(errors, groups, std::max<std::size_t>(members.size(), 1));
        within.add(kinds.within);
        between.add(kinds.between);
        shocks.past_years += kinds.within.expected > 1e-9 || kinds.between.expected > 1e-9;
    }
    shocks.within = within.mean();
    shocks.between = std::min(between.mean(), shocks.within);
    return shocks;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/total_models.hpp>

#include "stats/discounted_level.hpp"
#include "stats/sum_model.hpp"
#include "stats/total_season.hpp"
#include "stats/total_series.hpp"

namespace ontrack::inline v0::stats::detail {

/// Mean and variance of what the year's total does not know yet.
struct Rest {
    double mean;
    double variance;
    Status status;
};

/// What every model of one series starts from. The group is not empty only where it fits the options.
struct TotalContext {
    const TotalSeries* series;
    const GroupFit* group;  // nullptr = none
    Season season;
    std::array<double, max_history + max_year> exposure;  // times the season
    std::array<double, max_year> shares;  // of this year, sum 1
    std::size_t open;  // periods of this year without a value
    double open_share;
    double coming_share;  // of the periods after the last known one
    double level;  // plain mean of a year
    CountProjection credibility;
};

void set_out(const TotalSeries& series, const GroupFit* group, TotalContext& out) noexcept;

/// Every model but the combination. `sums` is what a forecasting model says; the others do not look at it.
Rest rest_of(const TotalContext& context, TotalModel model, const SumForecast& sums) noexcept;

/// The discounted levels by the series' own season and as a share of the group's course (the same again without a group),
/// and the exposure of the open periods that belongs to each.
struct LevelsAndSums {
    std::array<DiscountedLevel, 2> level;
    std::array<double, 2> open;
};
LevelsAndSums levels_of(const TotalContext& context) noexcept;
bool has_index(const TotalContext& context) noexcept;

/// The models of the combination, in their order. `sums` has those of the forecasting models among them; where counts are
/// small or years are few, what a forecasting model says is mixed with what the count models say.
void combined_rests(const TotalContext& context, std::span<const SumForecast> sums,
                    std::array<Rest, combined_models.size()>& out) noexcept;

/// The forecasting model of that name; nullptr for the others.
SumModel* sum_model(TotalModel model) noexcept;

// Of combined_models and of their variance, where no group has learnt better: docs/methods.md.
inline constexpr std::array<double, combined_models.size()> usual_weights{0.15, 0.25, 0.25, 0.15, 0.25};
inline constexpr double usual_width = 1.0;  // of a group

/// The mixture of several laws by its mean, and its variance beyond the mean: the models' own and that between them.
struct Mixture {
    double mean;
    double beyond;
    std::array<double, combined_models.size()> weights;  // of the models that have a result, sum 1
};
/// NaN when no model of some weight has a result. \pre one rest and one weight for each of combined_models
Mixture mix(std::span<const Rest> rests, std::span<const double> weights) noexcept;

struct Combination {
    Rest rest;
    std::array<double, combined_models.size()> weights;
};
/// The mixture with the group's weights and width, or the usual weights and the width of a series on its own.
Combination combine(const TotalContext& context, std::span<const Rest> rests) noexcept;

}  // namespace ontrack::inline v0::stats::detail

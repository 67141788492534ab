#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/stats/ratio_models.hpp>

#include "stats/panel_series.hpp"
#include "stats/year_table.hpp"

namespace ontrack::inline v0::stats::detail {

/// Which of a series' periods count and where they are in the year.
struct RatioView {
    RatioModel model;
    std::span<const double> numerators;
    std::span<const double> denominators;
    std::span<const std::uint8_t> masked;  // aligned with the ends
    std::size_t periods;
    std::size_t known;

    [[nodiscard]] std::size_t size() const noexcept { return numerators.size(); }
    [[nodiscard]] bool is_there(std::size_t t) const noexcept {
        return numerators[t] == numerators[t] && denominators[t] == denominators[t];
    }
    [[nodiscard]] bool is_masked(std::size_t t) const noexcept { return detail::is_masked(masked, size() - t); }
    /// Something to learn from: a value, not masked, of something.
    [[nodiscard]] bool teaches(std::size_t t) const noexcept {
        return is_there(t) && !is_masked(t) && denominators[t] > 0.0;
    }
    /// 0 = the first period of a year
    [[nodiscard]] std::size_t place(std::size_t t) const noexcept {
        return (known + periods - (size() - t) % periods) % periods;
    }
};

/// Whether the options are in their domain and the values can be what they are said to be.
Status ratio_status(const RatioSeries& series, const RatioOptions& options) noexcept;
RatioView ratio_view(const RatioSeries& series, const RatioOptions& options) noexcept;

using RatioSeason = std::array<double, max_periods>;

/// The filter's belief after the last value: level on the model's scale.
struct RatioLevel {
    double level;
    double variance;
    double log_likelihood;  // of one-step predictions, but for what does not depend on drift and scatter
};

/// The dynamic generalised linear model of West, Harrison & Migon (1985) with a random walk for the level: each period's ratio
/// has a beta (gamma) prior with the moments of level + season + scatter, the posterior's moments go back to the level by
/// linear Bayes. The first `settle` values are not judged.
RatioLevel filter_ratio(const RatioView& view, const RatioSeason& season, double drift, double scatter,
                        std::size_t settle) noexcept;

/// All of (drift, scatter), in the order of RatioGroup::spreads.
void filter_ratios(const RatioView& view, const RatioSeason& season, std::span<RatioLevel, ratio_spreads> out) noexcept;

/// Mean and variance of the ratio of the open periods: Σ w·ratio / Σ w.
struct RestRatio {
    double mean;
    double variance;
};
/// `weights` of the year's periods, 0 = not open; `ahead` of a period is its distance from the last known one.
RestRatio rest_ratio(const RatioView& view, const RatioSeason& season, const RatioLevel& level, double drift,
                     double scatter, std::span<const double> weights) noexcept;

/// Mean ratio over all that teaches, with half an event more.
double plain_ratio(const RatioView& view) noexcept;
/// The model's scale: log odds or logarithm.
double to_link(RatioModel model, double ratio) noexcept;

}  // namespace ontrack::inline v0::stats::detail

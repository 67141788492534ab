#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "stats/total_context.hpp"

namespace ontrack::inline v0::stats::detail {

inline constexpr std::size_t block_series = 32;

/// A few series side by side, so that a forecasting model sees those of one length together. Large: one per thread.
struct TotalBlock {
    std::size_t size = 0;
    std::array<TotalSeries, block_series> series;
    std::array<SumForecast, block_series> sums;

    /// Runs a forecasting model over the series that are usable.
    void forecast(SumModel* model, Support support) noexcept;

private:
    std::array<std::array<double, max_history>, block_series> per_exposure_;
};

/// One series of a laid out block by one model, with a fallback where that model has no answer.
/// `sums`: of combined_models or, for a forecasting model by name, its own at the front.
TotalProjection project(const TotalSeries& series, const TotalOptions& options, const GroupFit* group,
                        std::span<const SumForecast> sums) noexcept;

/// The forecasting models that options.model needs, in the order in which `project` wants their sums; how many.
std::size_t models_of(const TotalOptions& options, std::array<SumModel*, combined_models.size()>& out) noexcept;

/// nullptr where the group does not belong to these options.
const GroupFit* fitting(const GroupFit* group, const TotalOptions& options) noexcept;

TotalProjection without_total(Status status) noexcept;

}  // namespace ontrack::inline v0::stats::detail

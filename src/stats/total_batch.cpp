#include <algorithm>
#include <array>

#include <ontrack/stats/total_models.hpp>

#include "stats/panel_groups.hpp"
#include "stats/split_threads.hpp"
#include "stats/total_block.hpp"
#include "stats/total_columns.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

using BlockForecasts = std::array<std::array<detail::SumForecast, combined_models.size()>, detail::block_series>;

/// Years longer than the other models can hold: the credibility model, which can, of sums of equal periods.
TotalProjection project_long_year(std::span<const double> series, const TotalOptions& options) noexcept {
    if (options.periods_per_year < 1 || options.periods_known < 0 || options.periods_known > options.periods_per_year)
        return detail::without_total(Status::invalid_option);
    if (options.figure != YearFigure::sum || !options.masked.empty() || !options.exposure.empty())
        return detail::without_total(Status::invalid_option);
    const auto periods = static_cast<std::size_t>(options.periods_per_year);
    const std::size_t known = std::min(series.size(), static_cast<std::size_t>(options.periods_known));
    const std::size_t past = (series.size() - known) / periods * periods;
    const CountProjection found = project_count({.past = series.last(known + past).first(past),
                                                 .current = series.last(known),
                                                 .periods_per_year = options.periods_per_year});
    if (found.status != Status::ok) return detail::without_total(found.status);
    TotalProjection projection;
    projection.used = TotalModel::gamma_poisson;
    projection.fallback = options.model == TotalModel::gamma_poisson ? Status::ok : Status::invalid_option;
    projection.law.known = found.law.known;
    projection.law.size = found.law.remaining_mean > 0.0 ? 1 : 0;
    projection.law.parts[0].mean = found.law.remaining_mean;
    projection.law.parts[0].variance = found.law.variance();
    projection.known_share = found.known_share;
    projection.annual_level = found.annual_level;
    projection.own_season = 1.0;
    return projection;
}

struct TotalBatch {
    const Panel& panel;
    std::span<const double> targets;
    const TotalOptions& options;
    std::span<const std::int32_t> groups;
    std::span<const GroupFit> fits;
    const TotalColumns& out;

    [[nodiscard]] std::span<const double> series(std::size_t i) const noexcept { return detail::series_of(panel, i); }
    [[nodiscard]] const GroupFit* group(std::size_t i) const noexcept {
        return detail::fitting(detail::group_of(i, options, groups, fits), options);
    }
};

/// One block of series [first, last).
void project_block(const TotalBatch& batch, std::size_t first, std::size_t last, detail::TotalBlock& block,
                   BlockForecasts& sums) noexcept {
    block.size = last - first;
    for (std::size_t i = first; i < last; ++i)
        detail::lay_out(batch.series(i), batch.options, 0, block.series[i - first]);
    std::array<detail::SumModel*, combined_models.size()> models;
    const std::size_t needed = detail::models_of(batch.options, models);
    for (std::size_t m = 0; m < needed; ++m) {
        block.forecast(models[m], batch.options.support);
        for (std::size_t i = 0; i < block.size; ++i) sums[i][m] = block.sums[i];
    }
    std::array<TotalProjection, detail::block_series> projections;
    for (std::size_t i = 0; i < block.size; ++i)
        projections[i] = detail::project(block.series[i], batch.options, batch.group(first + i),
                                         std::span(sums[i]).first(std::max<std::size_t>(needed, 1)));
    detail::write_projections({projections.data(), block.size}, batch.targets, first, batch.out);
}

void project_series(const TotalBatch& batch, std::size_t first, std::size_t last) noexcept {
    if (!detail::are_usable(batch.options)) {
        for (std::size_t i = first; i < last; ++i) {
            const TotalProjection projection = project_long_year(batch.series(i), batch.options);
            detail::write_projections({&projection, 1}, batch.targets, i, batch.out);
        }
        return;
    }
    detail::TotalBlock block;
    BlockForecasts sums;
    for (; first < last; first += std::min(detail::block_series, last - first))
        project_block(batch, first, std::min(first + detail::block_series, last), block, sums);
}

}  // namespace

void project_totals_into(const Panel& panel, std::span<const double> targets, const TotalOptions& options,
                         std::span<const std::int32_t> groups, std::span<const GroupFit> fits,
                         const TotalColumns& out) noexcept {
    const TotalBatch batch{panel, targets, options, groups, fits, out};
    detail::split_threads(panel.size(), options.threads,
                          [&](std::size_t first, std::size_t last) { project_series(batch, first, last); });
}

TotalProjection project_total(std::span<const double> series, const TotalOptions& options) noexcept {
    if (!detail::are_usable(options)) return project_long_year(series, options);
    detail::TotalBlock block;
    block.size = 1;
    detail::lay_out(series, options, 0, block.series[0]);
    std::array<detail::SumModel*, combined_models.size()> models;
    std::array<detail::SumForecast, combined_models.size()> sums;
    const std::size_t needed = detail::models_of(options, models);
    for (std::size_t m = 0; m < needed; ++m) {
        block.forecast(models[m], options.support);
        sums[m] = block.sums[0];
    }
    return detail::project(block.series[0], options, detail::fitting(options.group, options),
                           std::span(sums).first(std::max<std::size_t>(needed, 1)));
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

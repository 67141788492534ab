#include <ontrack/stats/decomposition.hpp>

#include <algorithm>
#include <cmath>

#include "stats/classical_season.hpp"
#include "stats/constants.hpp"
#include "stats/split_threads.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

Status check(std::span<const double> values, const DecompositionOptions& options) noexcept {
    if (options.season_length < 2) return Status::invalid_option;
    if (values.size() / 2 < static_cast<std::size_t>(options.season_length)) return Status::too_few_points;
    for (const double value : values) {
        if (std::isinf(value)) return Status::not_finite;
        if (options.kind == Decomposition::multiplicative && value < 0.0) return Status::negative_value;
    }
    return Status::ok;
}

Status decompose(const detail::ClassicalSeason& series, const DecompositionColumns& out) noexcept {
    const std::size_t size = series.values.size();
    if (series.is_product)
        for (std::size_t i = 0; i < size; ++i)
            if (series.trend(i) == 0.0) return Status::value_undefined;
    double level = 0.0;
    for (std::size_t place = 0; place < series.season; ++place) {
        const double figure = series.figure(place);
        if (std::isnan(figure)) return Status::too_few_points;
        if (series.is_product && figure == 0.0) return Status::value_undefined;
        level += figure;
    }
    level /= static_cast<double>(series.season);
    if (!std::isfinite(level)) return Status::not_finite;
    for (std::size_t place = 0; place < series.season; ++place) {
        const double seasonal = series.without(series.figure(place), level);
        for (std::size_t i = place; i < size; i += series.season) {
            const double trend = series.trend(i);
            if (!out.trend.empty()) out.trend[i] = trend;
            if (!out.seasonal.empty()) out.seasonal[i] = seasonal;
            if (!out.remainder.empty())
                out.remainder[i] =
                    series.is_product ? series.values[i] / (seasonal * trend) : series.values[i] - seasonal - trend;
        }
    }
    return Status::ok;
}

}  // namespace

Status decompose_into(std::span<const double> values, const DecompositionOptions& options,
                      const DecompositionColumns& out) noexcept {
    Status status = check(values, options);
    if (status == Status::ok)
        status = decompose(
            {values, static_cast<std::size_t>(options.season_length), options.kind == Decomposition::multiplicative},
            out);
    if (status != Status::ok)
        for (const std::span<double> part : {out.trend, out.seasonal, out.remainder})
            std::fill(part.begin(), part.end(), nan);
    return status;
}

void decompositions_into(const Panel& panel, const DecompositionOptions& options, const DecompositionColumns& out,
                         std::span<Status> status) noexcept {
    detail::split_threads(panel.size(), options.threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto first = static_cast<std::size_t>(panel.offsets[i]);
            const std::size_t size = static_cast<std::size_t>(panel.offsets[i + 1]) - first;
            const auto part = [&](std::span<double> column) {
                return column.empty() ? column : column.subspan(first, size);
            };
            const Status own = decompose_into(panel.values.subspan(first, size), options,
                                              {part(out.trend), part(out.seasonal), part(out.remainder)});
            if (!status.empty()) status[i] = own;
        }
    });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

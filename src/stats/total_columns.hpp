#pragma once

#include <cstddef>
#include <span>

#include <ontrack/stats/total_models.hpp>

namespace ontrack::inline v0::stats::detail {

/// Writes the projections of the series from `first` on, the same bits as TotalLaw's own functions: what is one negative
/// binomial goes through count_laws side by side. \pre at most block_series projections
void write_projections(std::span<const TotalProjection> projections, std::span<const double> targets, std::size_t first,
                       const TotalColumns& out) noexcept;

}  // namespace ontrack::inline v0::stats::detail

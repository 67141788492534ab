#pragma once

#include <cmath>
#include <cstddef>

#include <ontrack/stats/status.hpp>

#include "stats/constants.hpp"
#include "stats/fill.hpp"

namespace ontrack::inline v0::stats::detail {

/// What the batches of a year's totals, ratios and surveys write alike for their series i: its law with mean and variance, and
/// what stands in; NaN where there is no law.
template <class Projection, class Columns>
void write_law(const Projection& projection, const Columns& out, std::size_t i) noexcept {
    const bool usable = projection.status == Status::ok;
    if (!out.mean.empty()) out.mean[i] = usable ? projection.law.mean() : nan;
    if (!out.variance.empty()) out.variance[i] = usable ? projection.law.variance() : nan;
    put(out.law, i, projection.law);
    put(out.fallback, i, projection.fallback);
}

/// The chance of the target and the quantiles, for laws that are evaluated one by one.
template <class Projection, class Columns>
void write_chances(const Projection& projection, double target, const Columns& out, std::size_t i) noexcept {
    const bool usable = projection.status == Status::ok;
    if (!out.probability_at_most.empty()) out.probability_at_most[i] = usable ? projection.law.cdf(target) : nan;
    if (out.quantiles.empty()) return;
    const std::size_t columns = out.probabilities.size();
    for (std::size_t k = 0; k < columns; ++k)
        out.quantiles[i * columns + k] = usable ? projection.law.quantile(out.probabilities[k]) : nan;
}

/// A law without the target that a wanted column needs is told from one that has all.
template <class Projection, class Columns>
void write_status(const Projection& projection, double target, bool wants_target, const Columns& out,
                  std::size_t i) noexcept {
    const bool lacks_target = projection.status == Status::ok && wants_target && std::isnan(target);
    put(out.status, i, lacks_target ? Status::no_target : projection.status);
}

}  // namespace ontrack::inline v0::stats::detail

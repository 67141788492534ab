#pragma once

#include <array>
#include <span>

#include "stats/ratio_level.hpp"

namespace ontrack::inline v0::stats::detail {

/// The year that is asked for: what is known of it goes into the law, what is open gets a weight and a denominator.
struct RatioYear {
    std::array<double, max_periods> weights;  // expected denominators of the open periods, any sum; 0 = closed
    std::size_t open;
    Status status;
    Status fallback;  // of the projection of the denominators
};

/// Fills the known sums and the rest's denominators of `law`, exactly where they are known or few, else by five nodes of
/// Gauss and Hermite on the law that `project_total` gives.
RatioYear set_year(const RatioView& view, std::span<const double> coming, RatioLaw& law) noexcept;

}  // namespace ontrack::inline v0::stats::detail

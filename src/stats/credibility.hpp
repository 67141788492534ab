#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include <ontrack/stats/outturn.hpp>

#include "stats/year_table.hpp"

namespace ontrack::inline v0::stats::detail {

/// The projections of a table's series: CountProjection by columns. Where status is not ok, every number is NaN.
struct Credibility {
    std::array<double, table_series> known, remaining_mean, remaining_shape, known_share, annual_level, excess_cv;
    std::array<Status, table_series> status;

    [[nodiscard]] CountProjection at(std::size_t i) const noexcept {
        return {{known[i], remaining_mean[i], remaining_shape[i]},
                known_share[i],
                annual_level[i],
                excess_cv[i],
                status[i]};
    }
};

/// The only arithmetic behind `project_count` and `project_outturn_into`. All give the same bits.
/// \pre 1 ≤ periods ≤ max_periods, years ≤ max_past_years
using CredibilityKernel = void(const YearTable& table, Credibility& out) noexcept;

CredibilityKernel credibility_kernel_baseline;
CredibilityKernel credibility_kernel_avx2;
CredibilityKernel credibility_kernel_avx512;
/// The one for this processor.
CredibilityKernel* credibility_kernel() noexcept;

// Where they come from: docs/methods.md, "How the constants were chosen".
inline constexpr double excess_at_hundred = 1.0 / 16.0;  // squared CV beyond Poisson at 100 events a year
inline constexpr double largest_excess = 0.25;

/// The squared coefficient of variation of a year beyond Poisson, where nothing but its annual level is known. Falls with the
/// level's power 3/8, by square roots, which are exactly rounded everywhere.
inline double typical_excess(double level) noexcept {
    const double root = std::sqrt(std::sqrt(std::sqrt(level / 100.0)));
    return std::min(excess_at_hundred / (root * root * root), largest_excess);
}

}  // namespace ontrack::inline v0::stats::detail

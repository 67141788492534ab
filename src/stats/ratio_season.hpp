#pragma once

#include "stats/ratio_level.hpp"

namespace ontrack::inline v0::stats::detail {

/// A series' own season over its whole past years, and how well it is known.
struct OwnSeason {
    RatioSeason place;  // on the model's scale, mean 0
    double years = 0.0;  // 0 = none
    double noise = 0.0;  // variance of one place
    [[nodiscard]] double variance(std::size_t periods, const RatioSeason& around) const noexcept;
};

OwnSeason own_season(const RatioView& view) noexcept;

/// A season drawn towards the group's (or towards none) by how far seasons differ and how well the own one is known
/// (Efron & Morris 1975).
struct DrawnSeason {
    RatioSeason place;
    double own;  // weight of the series' own
};
DrawnSeason draw_season(const RatioView& view, const RatioGroup* group) noexcept;

}  // namespace ontrack::inline v0::stats::detail

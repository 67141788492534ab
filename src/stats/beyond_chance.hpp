#pragma once

#include <algorithm>
#include <cstddef>

#include <ontrack/stats/total_law.hpp>

#include "stats/law_part.hpp"

namespace ontrack::inline v0::stats::detail {

/// What a law does not know yet. Of a count, `beyond` is the variance above Poisson's; of an amount it is all of it.
struct Uncertain {
    double mean;
    double variance;
    double beyond;
};

inline Uncertain uncertain(const TotalLaw& law) noexcept {
    Uncertain rest{0.0, law.variance(), 0.0};
    double chance = 0.0;
    for (std::size_t i = 0; i < law.size; ++i) {
        const double mean = law.parts[i].weight * law.parts[i].mean;
        rest.mean += mean;
        if (is_whole(law.parts[i])) chance += mean;
    }
    rest.beyond = std::max(rest.variance - chance, 0.0);
    return rest;
}

}  // namespace ontrack::inline v0::stats::detail

#pragma once

#include <algorithm>
#include <cmath>

#include <ontrack/stats/total_law.hpp>

#include "stats/constants.hpp"

namespace ontrack::inline v0::stats::detail {

inline bool is_whole(const LawPart& part) noexcept {
    return part.family == LawFamily::negative_binomial;
}

/// Whether every component is of counts.
inline bool is_whole(const TotalLaw& law) noexcept {
    return std::all_of(law.parts.data(), law.parts.data() + law.size,
                       [](const LawPart& part) { return is_whole(part); });
}

/// Whether the component is its mean and nothing else.
inline bool is_certain(const LawPart& part) noexcept {
    if (part.family != LawFamily::normal && !(part.mean > 0.0)) return true;
    return !is_whole(part) && !(part.variance > 0.0);
}

/// The shape of a negative binomial; ∞ where the variance is not above the mean: Poisson.
inline double shape_of(const LawPart& part) noexcept {
    const double excess = part.variance / part.mean - 1.0;
    return excess > 0.0 ? part.mean / excess : infinity;
}

inline double variance_of(const LawPart& part) noexcept {
    return is_whole(part) ? std::max(part.variance, part.mean) : part.variance;
}

/// Of the logarithm of a log-normal component.
inline double log_variance(const LawPart& part) noexcept {
    return std::log1p(part.variance / (part.mean * part.mean));
}

/// What is left of x for what is to come: known + n less known need not be n again.
inline double rest_below(const TotalLaw& law, double x) noexcept {
    const double rest = x - law.known, next = std::floor(rest) + 1.0;
    return law.known + next <= x ? next : rest;
}

}  // namespace ontrack::inline v0::stats::detail

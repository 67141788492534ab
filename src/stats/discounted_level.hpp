#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace ontrack::inline v0::stats::detail {

/// The discounts among which the likelihood decides, per period: 1 forgets nothing.
inline constexpr std::array<double, 4> discounts{0.7, 0.88, 0.96, 1.0};
using DiscountWeights = std::array<double, discounts.size()>;

/// What the discounted gamma–Poisson filter (Harvey & Fernandes 1989) says of events per unit of exposure.
struct DiscountedLevel {
    double level;  // NaN: no value with exposure
    double doubt;  // squared coefficient of variation of the level over the coming periods
    double excess;  // of one period beyond Poisson, squared coefficient of variation
    double discount;  // posterior mean
    DiscountWeights log_likelihood;  // exact, of one-step negative binomial predictions, but for a constant
};

struct LevelTask {
    std::span<const double> values;  // NaN = passed over
    std::array<std::span<const double>, 2> exposure;  // 0 = passed over
    double usual_excess;  // of one period beyond Poisson, which the values' own one-step errors correct
    std::array<DiscountWeights, 2> log_prior;
    std::size_t coming;  // periods ahead whose mean is asked for
    std::size_t settle;  // values that are not judged
};

/// The levels under each of two exposures, averaged over the discounts by likelihood × exp(prior).
std::array<DiscountedLevel, 2> discounted_levels(const LevelTask& task) noexcept;

}  // namespace ontrack::inline v0::stats::detail

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
    double level;
    double doubt;  // squared coefficient of variation of the level over the coming periods
    double excess;  // of one period beyond Poisson, squared coefficient of variation
    double discount;  // posterior mean
    DiscountWeights log_likelihood;  // exact, of one-step negative binomial predictions after the first year
};

/// Runs the filter over values with exposure > 0, NaN = passed over, for each discount and averages over them by
/// likelihood × exp(prior). `usual_excess`: squared coefficient of variation of one period beyond Poisson, which the values'
/// own one-step errors correct; `coming`: periods ahead whose mean is asked for; `settle`: values that are not judged.
DiscountedLevel discounted_level(std::span<const double> values, std::span<const double> exposure, double usual_excess,
                                 const DiscountWeights& log_prior, std::size_t coming, std::size_t settle) noexcept;

}  // namespace ontrack::inline v0::stats::detail

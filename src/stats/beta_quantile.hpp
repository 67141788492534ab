#pragma once

#include "stats/gamma_quantile.hpp"

namespace ontrack::inline v0::stats::detail {

/// A share x, its complement y = 1 − x and ln(x/y), each with all its digits.
struct Share {
    double x;
    double y;
    double logit;

    static Share from_logit(double u) noexcept;
    static Share from_x(double x) noexcept;
};

/// ln I_x(a, b), ln(1 − I_x(a, b)) and the logarithm of the density of ln(x/y).
struct BetaLogTails {
    double lower;
    double upper;
    double density;
};

/// \pre a, b > 0 and finite, 0 < x < 1
[[nodiscard]] BetaLogTails beta_log_tails(double a, double b, const Share& share) noexcept;
/// \pre a, b > 0 and finite, both tails above 0
[[nodiscard]] Share beta_quantile(Tails p, double a, double b) noexcept;

}  // namespace ontrack::inline v0::stats::detail

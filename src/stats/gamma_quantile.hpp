#pragma once

#include "stats/limit_formulas.hpp"

namespace ontrack::inline v0::stats::detail {

/// A probability and its complement, each with all its digits.
struct Tails {
    double lower;
    double upper;
    [[nodiscard]] double normal_score() const noexcept;
};

/// The gamma quantile for one probability and many shapes. What depends on the probability alone is computed once.
class GammaQuantile {
public:
    explicit GammaQuantile(Tails p) noexcept;
    /// \pre shape > 0, 0 < p < 1
    [[nodiscard]] double operator()(double shape) const noexcept {
        return shape >= expansion_from_ ? gamma_expansion(shape, terms_) : solve(shape);
    }
    /// Below this shape a quantile costs a microsecond, from here on some nanoseconds.
    [[nodiscard]] double expansion_from() const noexcept { return expansion_from_; }
    [[nodiscard]] const double (&terms() const noexcept)[gamma_terms] { return terms_; }

private:
    [[nodiscard]] double solve(double a) const noexcept;

    Tails p_;
    double z_;
    double expansion_from_;
    double terms_[gamma_terms];
};

}  // namespace ontrack::inline v0::stats::detail

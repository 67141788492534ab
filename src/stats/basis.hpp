#pragma once

#include <cstddef>
#include <vector>

#include <ontrack/stats/regression.hpp>

namespace ontrack::inline v0::stats::detail {

/// A design X = Q·R with orthonormal columns of Q, so that normal equations lose no digits to the design's units.
struct Basis {
    std::size_t n, p, stride;
    std::vector<double> rows;  ///< Q: n rows of `stride` ≥ p, the rest zeros
    std::vector<double> back;  ///< R⁻¹, p × p
    bool is_independent;       ///< else a column is a sum of others, and there is no `back`

    /// Gram and Schmidt's, each column twice (Giraud, Langou & Rozložník 2005). \pre the numbers are finite
    explicit Basis(const DesignMatrix& design);
};

}  // namespace ontrack::inline v0::stats::detail

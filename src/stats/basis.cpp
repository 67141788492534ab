#include "stats/basis.hpp"

#include <cmath>

namespace ontrack::inline v0::stats::detail {
namespace {

constexpr double nothing_left = 1e-10;  // of a column, when those before it are taken off

}  // namespace

Basis::Basis(const DesignMatrix& design)
    : n(design.columns == 0 ? 0 : design.values.size() / design.columns),
      p(design.columns),
      stride((p + 3) / 4 * 4),
      rows(n * stride),
      back(p * p),
      is_independent(true) {
    std::vector<double> upper(p * p);
    const auto product = [&](std::size_t j, std::size_t k) {
        double sum = 0.0;
        for (std::size_t t = 0; t < n; ++t) sum += rows[t * stride + j] * rows[t * stride + k];
        return sum;
    };
    for (std::size_t j = 0; j < p; ++j) {
        double largest = 0.0;
        for (std::size_t t = 0; t < n; ++t) largest = std::max(largest, std::abs(design.values[t * p + j]));
        for (std::size_t t = 0; t < n && largest > 0.0; ++t) rows[t * stride + j] = design.values[t * p + j] / largest;
        const double before = product(j, j);
        for (int round = 0; round < 2; ++round) {
            for (std::size_t k = 0; k < j; ++k) {
                const double share = product(j, k);
                upper[k * p + j] += share;
                for (std::size_t t = 0; t < n; ++t) rows[t * stride + j] -= share * rows[t * stride + k];
            }
        }
        const double length = std::sqrt(product(j, j));
        is_independent = is_independent && length > nothing_left * std::sqrt(before);
        if (!is_independent) return;
        for (std::size_t t = 0; t < n; ++t) rows[t * stride + j] /= length;
        for (std::size_t k = 0; k < j; ++k) upper[k * p + j] *= largest;
        upper[j * p + j] = length * largest;
    }
    for (std::size_t j = p; j-- > 0;) {
        back[j * p + j] = 1.0 / upper[j * p + j];
        for (std::size_t k = j; k-- > 0;) {
            double sum = 0.0;
            for (std::size_t m = k + 1; m <= j; ++m) sum += upper[k * p + m] * back[m * p + j];
            back[k * p + j] = -sum / upper[k * p + k];
        }
    }
}

}  // namespace ontrack::inline v0::stats::detail

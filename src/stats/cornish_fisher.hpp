#pragma once

#include <array>
#include <cstddef>

namespace ontrack::inline v0::stats::detail {

/// The quantile function of a gamma or beta law as a series of polynomials in the normal score z (Cornish & Fisher 1938),
/// to any order. With x = mode + scale·v(z), f(x)·dx/dz = φ(z) becomes, for both laws,
///     v″·q − v·v′² + z·v′·q = 0,   q = 1 + δ·v − ε·v²,
/// where δ is of the order of the square root of ε. term[k] is the polynomial of order k: v = Σ term[k](z), term[0] = z.
/// Each term follows from those before it through v_k″ − z·v_k′ − v_k = −(what is left), whose polynomial solution is
/// unique.
template <std::size_t order>
struct CornishFisher {
    using Polynomial = std::array<double, order + 2>;  // of degree at most k + 1 at order k
    std::array<Polynomial, order + 1> term{};

    constexpr CornishFisher(double delta, double epsilon) noexcept {
        std::array<Polynomial, order + 1> slope{}, bend{}, factor{}, square{};
        term[0][1] = 1.0;
        slope[0][0] = 1.0;
        factor[0][0] = 1.0;
        square[0][0] = 1.0;
        for (std::size_t k = 1; k <= order; ++k) {
            for (std::size_t i = 0; i < order + 2; ++i) factor[k][i] = delta * term[k - 1][i];
            for (std::size_t j = 0; j + 2 <= k; ++j) add_product(factor[k], -epsilon, term[j], term[k - 2 - j]);
            for (std::size_t j = 1; j < k; ++j) add_product(square[k], 1.0, slope[j], slope[k - j]);

            Polynomial rest{}, sloped{};
            for (std::size_t j = 0; j <= k; ++j) {
                add_product(rest, 1.0, bend[j], factor[k - j]);
                add_product(rest, -1.0, term[j], square[k - j]);
                add_product(sloped, 1.0, slope[j], factor[k - j]);
            }
            for (std::size_t i = 0; i + 1 < order + 2; ++i) rest[i + 1] += sloped[i];

            for (std::size_t i = k + 2; i-- > 0;) {
                const double above = i + 2 < order + 2 ? term[k][i + 2] * static_cast<double>((i + 2) * (i + 1)) : 0.0;
                term[k][i] = (above + rest[i]) / static_cast<double>(i + 1);
            }
            slope[k] = derivative(term[k]);
            bend[k] = derivative(slope[k]);
            for (std::size_t i = 0; i < order + 2; ++i) square[k][i] += 2.0 * slope[k][i];
        }
    }

    [[nodiscard]] constexpr double at(std::size_t k, double z) const noexcept {
        double value = 0.0;
        for (std::size_t i = k + 2; i-- > 0;) value = value * z + term[k][i];
        return value;
    }

private:
    static constexpr Polynomial derivative(const Polynomial& p) noexcept {
        Polynomial result{};
        for (std::size_t i = 1; i < order + 2; ++i) result[i - 1] = static_cast<double>(i) * p[i];
        return result;
    }
    static constexpr void add_product(Polynomial& sum, double sign, const Polynomial& a, const Polynomial& b) noexcept {
        for (std::size_t i = 0; i < order + 2; ++i) {
            if (a[i] == 0.0) continue;
            for (std::size_t j = 0; i + j < order + 2; ++j) sum[i + j] += sign * a[i] * b[j];
        }
    }
};

}  // namespace ontrack::inline v0::stats::detail

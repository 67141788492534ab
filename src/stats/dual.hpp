#pragma once

#include <array>
#include <cstddef>

namespace ontrack::inline v0::stats::detail {

/// A number with its derivatives by three parameters (forward differentiation, Wengert 1964).
struct Dual {
    double value = 0.0;
    std::array<double, 3> by{};

    static Dual parameter(double value, std::size_t which) noexcept {
        Dual dual{value, {}};
        dual.by[which] = 1.0;
        return dual;
    }
    Dual& operator+=(const Dual& other) noexcept {
        value += other.value;
        for (std::size_t i = 0; i < by.size(); ++i) by[i] += other.by[i];
        return *this;
    }
};

inline Dual operator+(Dual a, const Dual& b) noexcept {
    return a += b;
}
inline Dual operator*(const Dual& a, double b) noexcept {
    return {a.value * b, {a.by[0] * b, a.by[1] * b, a.by[2] * b}};
}
inline Dual operator-(const Dual& a, const Dual& b) noexcept {
    return a + b * -1.0;
}
inline Dual operator+(Dual a, double b) noexcept {
    a.value += b;
    return a;
}
inline Dual operator*(const Dual& a, const Dual& b) noexcept {
    Dual product{a.value * b.value, {}};
    for (std::size_t i = 0; i < product.by.size(); ++i) product.by[i] = a.by[i] * b.value + a.value * b.by[i];
    return product;
}

}  // namespace ontrack::inline v0::stats::detail

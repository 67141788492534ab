#pragma once

#include <algorithm>
#include <cmath>

namespace ontrack::inline v0::stats::detail {

/// The place between low and high where a falling function passes zero, to the last digits; an end when it does not pass.
/// Regula falsi with halved weights (the Illinois rule), every third step a bisection.
template <class Function>
double falling_root(double low, double high, Function f) noexcept {
    double above = f(low);
    double below = f(high);
    if (!(above >= 0.0)) return low;
    if (!(below <= 0.0)) return high;
    int last = 0;
    for (int step = 1; step < 300; ++step) {
        const double close = std::max(4e-16 * std::max(std::abs(low), std::abs(high)), 1e-18);
        if (high - low <= 2.0 * close) break;
        double x = 0.5 * (low + high);
        if (step % 3 != 0 && std::isfinite(above) && std::isfinite(below)) {
            x = std::clamp(low + (high - low) * (above / (above - below)), low + close, high - close);
        }
        const double value = f(x);
        if (value == 0.0) return x;
        const int side = value > 0.0 ? 1 : -1;
        if (side > 0) {
            low = x;
            above = value;
            if (last == side) below *= 0.5;
        } else {
            high = x;
            below = value;
            if (last == side) above *= 0.5;
        }
        last = side;
    }
    return 0.5 * (low + high);
}

}  // namespace ontrack::inline v0::stats::detail

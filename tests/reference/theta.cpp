#include "reference/theta.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace reference {
namespace {

using Vector = std::vector<long double>;

std::size_t first_error(const Theta& theta) {
    return theta.is_dynamic ? 3 : 0;
}

/// The total as a function of (α, ω, l₀).
long double total(const std::vector<double>& values, const std::array<long double, 3>& at, bool is_dynamic,
                  const std::vector<double>& weights) {
    const Vector coming = run(values, {at[0], at[1], at[2], is_dynamic}, Vector(weights.size())).coming;
    return std::inner_product(weights.begin(), weights.end(), coming.begin(), 0.0L);
}

long double squares(const std::vector<double>& values, const Theta& theta) {
    const Vector errors = run(values, theta, {}).errors;
    long double sum = 0.0L;
    for (std::size_t t = first_error(theta); t < errors.size(); ++t) sum += errors[t] * errors[t];
    return sum;
}

}  // namespace

ThetaRun run(const std::vector<double>& values, const Theta& theta, const std::vector<long double>& future_errors) {
    const long double n = static_cast<long double>(values.size());
    // The line through all values.
    long double mean = 0.0L, moment = 0.0L;
    for (std::size_t t = 0; t < values.size(); ++t) {
        mean += values[t] / n;
        moment += static_cast<long double>(t + 1) * values[t];
    }
    const long double all_slope = 6.0L / (n * n - 1.0L) * (2.0L / n * moment - (n + 1.0L) * mean);
    long double a = theta.is_dynamic ? 0.0L : mean - (n + 1.0L) / 2.0L * all_slope;
    long double b = theta.is_dynamic ? 0.0L : all_slope;
    long double level = theta.start_level;
    long double running_mean = 0.0L;
    ThetaRun result;
    for (std::size_t i = 0; i < values.size() + future_errors.size(); ++i) {
        const long double t = static_cast<long double>(i + 1);
        const long double decay = std::pow(1.0L - theta.alpha, t);
        const long double expected =
            level + theta.omega * (decay / (1.0L - theta.alpha) * a + (1.0L - decay) / theta.alpha * b);
        const bool is_known = i < values.size();
        const long double y = is_known ? values[i] : expected + future_errors[i - values.size()];
        (is_known ? result.errors : result.coming).push_back(is_known ? y - expected : y);
        level = theta.alpha * y + (1.0L - theta.alpha) * level;
        if (!theta.is_dynamic) continue;
        if (i > 0) b = ((t - 2.0L) * b + 6.0L / t * (y - running_mean)) / (t + 1.0L);
        running_mean = ((t - 1.0L) * running_mean + y) / t;
        a = running_mean - (t + 1.0L) / 2.0L * b;
    }
    return result;
}

long double objective(const std::vector<double>& values, Theta& theta) {
    // Errors are linear in l₀ and ω: their three columns by differences.
    const auto errors = [&](long double omega, long double start) {
        return run(values, {theta.alpha, omega, start, theta.is_dynamic}, {}).errors;
    };
    const Vector zero = errors(0.0L, 0.0L), with_omega = errors(1.0L, 0.0L), with_start = errors(0.0L, 1.0L);
    long double pp = 0, pc = 0, cc = 0, pe = 0, ce = 0;
    for (std::size_t t = first_error(theta); t < zero.size(); ++t) {
        const long double c = zero[t] - with_omega[t];
        const long double p = zero[t] - with_start[t];
        pp += p * p;
        pc += p * c;
        cc += c * c;
        pe += p * zero[t];
        ce += c * zero[t];
    }
    const long double precision = cc - pc * pc / pp;
    const long double free = (ce - pc * pe / pp) / precision;
    long double prior = 0.0L;
    theta.omega = 0.5L;
    if (theta.is_dynamic) {
        theta.omega = free;
        theta.start_level = (pe - free * pc) / pp;
        prior = 12.0L * squares(values, theta) / static_cast<long double>(zero.size() - 5);
        theta.omega = std::clamp((precision * free + 0.5L * prior) / (precision + prior), 0.0L, 1.0L);
    }
    theta.start_level = (pe - theta.omega * pc) / pp;
    return squares(values, theta) + prior * (theta.omega - 0.5L) * (theta.omega - 0.5L);
}

long double error_part(const std::vector<double>& values, const Theta& theta, const std::vector<double>& weights) {
    const auto total_with = [&](const Vector& errors) {
        const Vector coming = run(values, theta, errors).coming;
        return std::inner_product(weights.begin(), weights.end(), coming.begin(), 0.0L);
    };
    const long double expected = total_with(Vector(weights.size()));
    long double sum = 0.0L;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        Vector one(weights.size());
        one[i] = 1.0L;
        sum += std::pow(total_with(one) - expected, 2.0L);
    }
    return sum;
}

long double parameter_part(const std::vector<double>& values, const Theta& theta, const std::vector<double>& weights,
                           long double error_variance) {
    const std::array<long double, 3> at{theta.alpha, theta.omega, theta.start_level};
    std::array<Vector, 3> columns;
    std::array<long double, 3> effect{};
    for (std::size_t j = 0; j < 3; ++j) {
        const long double step = 1e-6L;
        auto up = at;
        auto down = at;
        up[j] += step;
        down[j] -= step;
        const Vector errors_up = run(values, {up[0], up[1], up[2], theta.is_dynamic}, {}).errors;
        const Vector errors_down = run(values, {down[0], down[1], down[2], theta.is_dynamic}, {}).errors;
        for (std::size_t t = first_error(theta); t < values.size(); ++t)
            columns[j].push_back((errors_up[t] - errors_down[t]) / (2.0L * step));
        effect[j] = (total(values, up, theta.is_dynamic, weights) - total(values, down, theta.is_dynamic, weights)) /
                    (2.0L * step);
    }
    std::array<std::array<long double, 3>, 3> m{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            m[i][j] = std::inner_product(columns[i].begin(), columns[i].end(), columns[j].begin(), 0.0L);
    m[0][0] += 12.0L / (0.89L * 0.89L) * error_variance;
    m[1][1] += 12.0L * error_variance;
    if (!theta.is_dynamic) {
        m[0][1] = m[1][0] = m[1][2] = m[2][1] = 0.0L;
        effect[1] = 0.0L;
    }
    // Cramer's rule.
    const auto determinant = [](const auto& x) {
        return x[0][0] * (x[1][1] * x[2][2] - x[1][2] * x[2][1]) - x[0][1] * (x[1][0] * x[2][2] - x[1][2] * x[2][0]) +
               x[0][2] * (x[1][0] * x[2][1] - x[1][1] * x[2][0]);
    };
    long double sum = 0.0L;
    for (std::size_t j = 0; j < 3; ++j) {
        auto replaced = m;
        for (std::size_t i = 0; i < 3; ++i) replaced[i][j] = effect[i];
        sum += effect[j] * determinant(replaced) / determinant(m);
    }
    return error_variance * sum;
}

}  // namespace reference

#include "reference/smoothing.hpp"

#include <cmath>
#include <functional>
#include <utility>

namespace reference {
namespace {

using Vector = std::vector<long double>;
using Matrix = std::vector<Vector>;

/// Gauss–Jordan with pivoting.
Vector solved(Matrix a, Vector b) {
    const std::size_t n = b.size();
    for (std::size_t j = 0; j < n; ++j) {
        std::size_t pivot = j;
        for (std::size_t i = j; i < n; ++i)
            if (std::abs(a[i][j]) > std::abs(a[pivot][j])) pivot = i;
        std::swap(a[j], a[pivot]);
        std::swap(b[j], b[pivot]);
        for (std::size_t i = 0; i < n; ++i) {
            if (i == j) continue;
            const long double factor = a[i][j] / a[j][j];
            for (std::size_t k = j; k < n; ++k) a[i][k] -= factor * a[j][k];
            b[i] -= factor * b[j];
        }
    }
    for (std::size_t j = 0; j < n; ++j) b[j] /= a[j][j];
    return b;
}

/// Free start states: the seasons, or without a season the level; and the slope. A season holds the level.
States states_of(const Vector& free, std::size_t season, bool trend) {
    States states;
    if (season > 1)
        states.season.assign(free.begin(), free.begin() + static_cast<std::ptrdiff_t>(season));
    else
        states.level = free[0];
    if (trend) states.slope = free.back();
    return states;
}

long double dot(const Vector& a, const Vector& b) {
    long double sum = 0.0L;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

}  // namespace

long double SmoothRun::sum_of_squares() const {
    return dot(errors, errors);
}

SmoothRun run(const std::vector<double>& values, States states, const Gains& gains) {
    SmoothRun result;
    for (const double value : values) {
        const long double drift = gains.phi * states.slope;
        const long double season = states.season.empty() ? 0.0L : states.season.front();
        const long double error = std::isnan(value) ? 0.0L : value - (states.level + drift + season);
        states.level += drift + gains.alpha * error;
        states.slope = drift + gains.beta * error;
        if (!states.season.empty()) {
            states.season.erase(states.season.begin());
            states.season.push_back(season + gains.gamma * error);
        }
        result.errors.push_back(error);
    }
    result.end = states;
    return result;
}

States best_start(const std::vector<double>& values, std::size_t season, bool trend, const Gains& gains) {
    const std::size_t count = season + trend;
    const Vector from_zero = run(values, states_of(Vector(count), season, trend), gains).errors;
    Matrix columns;
    for (std::size_t j = 0; j < count; ++j) {
        Vector unit(count);
        unit[j] = 1.0L;
        columns.push_back(run(values, states_of(unit, season, trend), gains).errors);
        for (std::size_t t = 0; t < values.size(); ++t) columns[j][t] -= from_zero[t];
    }
    Matrix normal(count, Vector(count));
    Vector right(count);
    for (std::size_t i = 0; i < count; ++i) {
        right[i] = -dot(columns[i], from_zero);
        for (std::size_t j = 0; j < count; ++j) normal[i][j] = dot(columns[i], columns[j]);
    }
    return states_of(solved(normal, right), season, trend);
}

std::vector<long double> coming(States states, const Gains& gains, const std::vector<long double>& future_errors) {
    std::vector<long double> values;
    for (const long double error : future_errors) {
        const long double drift = gains.phi * states.slope;
        const long double season = states.season.empty() ? 0.0L : states.season.front();
        values.push_back(states.level + drift + season + error);
        states.level += drift + gains.alpha * error;
        states.slope = drift + gains.beta * error;
        if (!states.season.empty()) {
            states.season.erase(states.season.begin());
            states.season.push_back(season + gains.gamma * error);
        }
    }
    return values;
}

long double parameter_variance(const std::vector<double>& values, std::size_t season, bool trend, const Gains& gains,
                               const std::vector<double>& weights, long double error_variance) {
    const States start = best_start(values, season, trend, gains);
    Vector all(start.season);
    if (season == 1) all.push_back(start.level);
    if (trend) all.push_back(start.slope);
    const std::size_t states = all.size();
    // The box: α, β/α, φ, γ/(1 − α).
    std::vector<long double> low, high;
    const auto add = [&](long double value, long double from, long double to) {
        all.push_back(value);
        low.push_back(from);
        high.push_back(to);
    };
    add(gains.alpha, 1e-4L, 1.0L - 1e-4L);
    if (trend) {
        add(gains.beta / gains.alpha, 0.0L, 1.0L);
        add(gains.phi, 0.8L, 0.98L);
    }
    if (season > 1) add(gains.gamma / (1.0L - gains.alpha), 0.0L, 1.0L);

    const auto errors_and_sum = [&](const Vector& at) {
        Gains own;
        own.alpha = at[states];
        if (trend) {
            own.beta = own.alpha * at[states + 1];
            own.phi = at[states + 2];
        }
        if (season > 1) own.gamma = (1.0L - own.alpha) * at.back();
        SmoothRun filtered =
            run(values, states_of({at.begin(), at.begin() + static_cast<std::ptrdiff_t>(states)}, season, trend), own);
        const Vector future = coming(filtered.end, own, Vector(weights.size()));
        long double sum = 0.0L;
        for (std::size_t h = 0; h < weights.size(); ++h) sum += weights[h] * future[h];
        return std::pair(filtered.errors, sum);
    };
    Matrix columns;
    Vector effect;
    Vector prior;
    for (std::size_t j = 0; j < all.size(); ++j) {
        const long double step = j < states ? 1.0L : 1e-7L;
        Vector up(all), down(all);
        up[j] += step;
        down[j] -= step;
        const auto [errors_up, sum_up] = errors_and_sum(up);
        const auto [errors_down, sum_down] = errors_and_sum(down);
        Vector column;
        for (std::size_t t = 0; t < values.size(); ++t)
            column.push_back((errors_up[t] - errors_down[t]) / (2.0L * step));
        if (j >= states) {
            const long double from = low[j - states];
            const long double to = high[j - states];
            prior.push_back(12.0L / ((to - from) * (to - from)) * error_variance);
        } else {
            prior.push_back(0.0L);
        }
        columns.push_back(column);
        effect.push_back((sum_up - sum_down) / (2.0L * step));
    }
    Matrix normal(columns.size(), Vector(columns.size()));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t j = 0; j < columns.size(); ++j) normal[i][j] = dot(columns[i], columns[j]);
        normal[i][i] += prior[i];
    }
    return error_variance * dot(effect, solved(normal, effect));
}

}  // namespace reference

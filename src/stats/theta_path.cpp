#include "stats/theta_path.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/dual.hpp"
#include "stats/sum_model.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

/// The least-squares line through the values so far. Where and how far it turns depends on the times alone; its height and
/// slope are linear in the values.
struct Line {
    double n = 0.0, mean_time = 0.0, squares = 0.0;
    Dual mean, slope;

    /// How the next value enters: mean += step·(y − mean), slope += turn·(y − line at `time`).
    struct Gain {
        double step, turn;
    };
    Gain next(double time) noexcept {
        const double step = 1.0 / (n + 1.0);
        const double after = time - mean_time;
        const double weight = after * step * n;
        squares += after * weight;
        n += 1.0;
        return {step, squares > 0.0 ? weight / squares : 0.0};
    }
    [[nodiscard]] Dual intercept() const noexcept { return mean - slope * mean_time; }
    void see(const Dual& y, double time) noexcept {
        const Dual off = y - (mean + slope * (time - mean_time));
        const double before = mean_time;
        const Gain gain = next(time);
        mean += (y - mean) * gain.step;
        mean_time += (time - before) * gain.step;
        slope += off * gain.turn;
    }
};

struct Recursion {
    Dual alpha, omega, level, p, q;

    [[nodiscard]] Dual forecast(const Line& line) const noexcept {
        return level + omega * (p * line.intercept() + q * line.slope);
    }
    void see(const Dual& y) noexcept {
        level += alpha * (y - level);
        p = p - alpha * p;
        q = (q - alpha * q) + 1.0;
    }
    void pass_over() noexcept { q = q + 1.0; }
};

/// x′M⁻¹x for a symmetric positive M of three rows.
double inverse_form(std::array<std::array<double, 3>, 3> m, std::array<double, 3> x) noexcept {
    double sum = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
        if (!(m[i][i] > 0.0)) continue;
        sum += x[i] * x[i] / m[i][i];
        for (std::size_t j = i + 1; j < 3; ++j) {
            const double factor = m[j][i] / m[i][i];
            for (std::size_t k = i + 1; k < 3; ++k) m[j][k] -= factor * m[i][k];
            x[j] -= factor * x[i];
        }
    }
    return sum;
}

/// What period h's error does to the total: to its own value, and through level and line to those after it.
struct Step {
    double p, q, mean_time, time;  // before the value is seen
    double step, turn;
};

double squared_effects(std::span<const double> weights, std::span<const Step> steps, double alpha, double omega,
                       bool is_dynamic) noexcept {
    double level = 0.0, mean = 0.0, slope = 0.0;  // effect of the states after the period on the total
    double sum = 0.0;
    for (std::size_t h = weights.size(); h-- > 0;) {
        const Step& at = steps[h];
        double effect = weights[h] + alpha * level;
        if (is_dynamic) effect += at.step * mean + at.turn * slope;
        sum += effect * effect;
        level = (1.0 - alpha) * level + effect;
        if (!is_dynamic) continue;
        const double after = at.time - at.mean_time;
        const double new_mean = (1.0 - at.step) * mean - at.turn * slope + omega * at.p * effect;
        slope = slope - at.turn * after * slope + omega * (at.q - at.p * at.mean_time) * effect;
        mean = new_mean;
    }
    return sum;
}

}  // namespace

ThetaTotal theta_total(std::span<const double> values, const ThetaParameters& fitted, bool is_dynamic,
                       std::span<const double> weights, double free_parameters) noexcept {
    Recursion now{Dual::parameter(fitted.alpha, 0),
                  Dual::parameter(fitted.omega, 1),
                  Dual::parameter(fitted.start_level, 2),
                  {1.0, {}},
                  {1.0, {}}};
    Line line;
    const auto value_at = [&](std::size_t t) { return Dual{values[t], {}}; };
    if (!is_dynamic)
        for (std::size_t t = 0; t < values.size(); ++t)
            if (!std::isnan(values[t])) line.see(value_at(t), static_cast<double>(t + 1));

    std::array<std::array<double, 3>, 3> information{};
    ThetaTotal total{0.0, 0.0, 0.0, 0.0};
    double seen = 0.0;
    for (std::size_t t = 0; t < values.size(); ++t) {
        if (std::isnan(values[t])) {
            now.pass_over();
            continue;
        }
        const Dual error = value_at(t) - now.forecast(line);
        if (!is_dynamic || seen >= values_before_errors) {
            total.sum_of_squares += error.value * error.value;
            total.errors += 1.0;
            for (std::size_t i = 0; i < 3; ++i)
                for (std::size_t j = 0; j < 3; ++j) information[i][j] += error.by[i] * error.by[j];
        }
        if (is_dynamic) line.see(value_at(t), static_cast<double>(t + 1));
        now.see(value_at(t));
        seen += 1.0;
    }

    std::array<Step, max_horizon> steps;
    Dual mean;
    for (std::size_t h = 0; h < weights.size(); ++h) {
        const double time = static_cast<double>(values.size() + h + 1);
        const Dual y = now.forecast(line);
        mean += y * weights[h];
        Step& at = steps[h];
        at = {now.p.value, now.q.value, line.mean_time, time, 0.0, 0.0};
        if (is_dynamic) {
            Line ahead = line;
            const Line::Gain gain = ahead.next(time);
            at.step = gain.step;
            at.turn = gain.turn;
            line.see(y, time);
        }
        now.see(y);
    }
    const double error_variance = total.sum_of_squares / std::max(1.0, total.errors - free_parameters);
    // Ranges: 0.1 … 0.99 of α, 0 … 1 of ω; classic ω is given.
    information[0][0] += 12.0 / (0.89 * 0.89) * error_variance;
    information[1][1] += 12.0 * error_variance;
    if (!is_dynamic) {
        for (std::size_t i = 0; i < 3; ++i) information[1][i] = information[i][1] = 0.0;
        mean.by[1] = 0.0;
    }
    total.mean = mean.value;
    total.variance = error_variance *
                     (squared_effects(weights, {steps.data(), weights.size()}, fitted.alpha, fitted.omega, is_dynamic) +
                      inverse_form(information, mean.by));
    return total;
}

}  // namespace ontrack::inline v0::stats::detail

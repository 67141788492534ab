#include "stats/past_errors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <ontrack/stats/distributions.hpp>

namespace ontrack::inline v0::stats::detail {
namespace {

// Where they come from: docs/methods.md, "How the default was chosen".
constexpr double errors_towards_usual = 7.0;
constexpr double largest_error = 2.0;  // standard deviations from which on an error counts by its size, not its square
constexpr int steps = 200;
constexpr double step_size = 0.1;
constexpr double narrowest = 0.15, widest = 6.0;
constexpr int widths = 22;
constexpr double pull_of_width = 0.6;
constexpr std::array dispersions{1.0, 1.2, 1.5, 1.9, 2.4, 3.0, 4.0};
constexpr double pull_of_dispersion = 2.0;

constexpr std::size_t models = combined_models.size();
using Vector = std::array<double, models>;

/// Normal CRPS for an error, both in the same unit (Gneiting & Raftery 2007).
double normal_crps(double error, double deviation) noexcept {
    constexpr double root_two_over_pi = 0.79788456080286535588, root_pi_inverse = 0.56418958354775628695;
    const double z = error / deviation;
    return deviation * (z * (2.0 * normal_cdf(z) - 1.0) + root_two_over_pi * std::exp(-0.5 * z * z) - root_pi_inverse);
}

/// The models' errors in expected deviations; a model without a result errs like the others together.
Vector standardised(const PastProjection& past, const Mixture& usual, double deviation) noexcept {
    Vector z{};
    for (std::size_t k = 0; k < models; ++k) {
        const double mean = past.rests[k].status == Status::ok ? past.rests[k].mean : usual.mean;
        z[k] = (mean - past.outcome) / deviation;
    }
    return z;
}

}  // namespace

std::vector<double> learnt_weights(const PastErrors& errors) {
    double sum_of_usual = 0.0;
    for (const double weight : usual_weights) sum_of_usual += weight;
    Vector usual;
    for (std::size_t k = 0; k < models; ++k) usual[k] = usual_weights[k] / sum_of_usual;
    std::array<Vector, models> squares{};
    double n = 0.0;
    for (const PastProjection& past : errors) {
        const Mixture mixture = mix(past.rests, usual);
        if (!(mixture.mean >= 0.0)) continue;
        const double deviation = std::sqrt(mixture.mean + mixture.beyond + 1.0);
        const Vector z = standardised(past, mixture, deviation);
        const double weight = 1.0 / std::max(1.0, std::abs(mixture.mean - past.outcome) / deviation / largest_error);
        for (std::size_t k = 0; k < models; ++k)
            for (std::size_t l = 0; l < models; ++l) squares[k][l] += weight * z[k] * z[l];
        n += 1.0;
    }
    double trace = 0.0;
    for (std::size_t k = 0; k < models; ++k) trace += squares[k][k];
    Vector weights = usual;
    if (n == 0.0 || !(trace > 0.0) || !std::isfinite(trace)) return {weights.begin(), weights.end()};

    // Exponentiated gradient (Kivinen & Warmuth 1997): stays within the simplex.
    const double unit = trace / static_cast<double>(models);
    const double pull = errors_towards_usual / n * static_cast<double>(models);
    for (int step = 0; step < steps; ++step) {
        Vector gradient{};
        double along = 0.0;
        for (std::size_t k = 0; k < models; ++k) {
            for (std::size_t l = 0; l < models; ++l) gradient[k] += 2.0 * squares[k][l] / unit * weights[l];
            gradient[k] += 2.0 * pull * (weights[k] - usual[k]);
            // A strong pull towards the usual weights would make the steps overshoot.
            gradient[k] /= 1.0 + pull;
            along += gradient[k] * weights[k];
        }
        double sum = 0.0;
        for (std::size_t k = 0; k < models; ++k) {
            weights[k] *= std::exp(-step_size * std::clamp(gradient[k] - along, -10.0, 10.0));
            sum += weights[k];
        }
        for (double& weight : weights) weight /= sum;
    }
    return {weights.begin(), weights.end()};
}

Spread learnt_spread(const PastErrors& errors, std::span<const double> weights) {
    std::vector<Mixture> mixtures;
    mixtures.reserve(errors.size());
    for (const PastProjection& past : errors) mixtures.push_back(mix(past.rests, weights));
    Spread spread{usual_width, 1.0};
    if (errors.empty()) return spread;
    double best = std::numeric_limits<double>::infinity();
    for (const double dispersion : dispersions) {
        for (int i = 0; i < widths; ++i) {
            const double width = narrowest * std::pow(widest / narrowest, i / (widths - 1.0));
            const double away = std::log(width / usual_width), burst = std::log(dispersion);
            double score = pull_of_width * away * away + pull_of_dispersion * burst * burst;
            for (std::size_t j = 0; j < errors.size(); ++j) {
                const Mixture& mixture = mixtures[j];
                if (!(mixture.mean > 0.0)) continue;
                const double deviation = std::sqrt(dispersion * mixture.mean + width * mixture.beyond);
                score += normal_crps(errors[j].outcome - mixture.mean, deviation) /
                         std::sqrt(mixture.mean + mixture.beyond + 1.0);
            }
            if (score >= best) continue;
            best = score;
            spread = {width, dispersion};
        }
    }
    return spread;
}

}  // namespace ontrack::inline v0::stats::detail

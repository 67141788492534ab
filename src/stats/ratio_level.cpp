#include "stats/ratio_level.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/special_functions/gamma.hpp>

#include "stats/boost_policy.hpp"
#include "stats/log_gamma.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

constexpr double first_variance = 1.0;  // of the level before the first value, around the series' own mean ratio
constexpr std::size_t unjudged = 6;  // at most a quarter of the values: the level is still being found

/// lnΓ(b + a) − lnΓ(b)
double rise(double b, double a) noexcept {
    return a == 0.0 ? 0.0 : log_gamma_rise(b, a);
}

/// The conjugate law of one period's ratio: beta(a, b), or gamma of shape a and rate b.
struct Conjugate {
    double a, b;

    /// With mean f and variance q on the model's scale, by ln(a/b) and 1/a + 1/b (gamma: 1/a).
    static Conjugate of(RatioModel model, double f, double q) noexcept {
        const double odds = std::exp(std::clamp(f, -100.0, 100.0));
        if (model == RatioModel::gamma_poisson) return {1.0 / q, 1.0 / (q * odds)};
        return {(1.0 + odds) / q, (1.0 + 1.0 / odds) / q};
    }
    [[nodiscard]] Conjugate seen(RatioModel model, double y, double n) const noexcept {
        return {a + y, model == RatioModel::gamma_poisson ? b + n : b + (n - y)};
    }
    [[nodiscard]] double link_mean() const noexcept { return std::log(a / b); }
    [[nodiscard]] double link_variance(RatioModel model) const noexcept {
        return model == RatioModel::gamma_poisson ? 1.0 / a : 1.0 / a + 1.0 / b;
    }
    [[nodiscard]] double mean(RatioModel model) const noexcept {
        return model == RatioModel::gamma_poisson ? a / b : a / (a + b);
    }
    [[nodiscard]] double deviation(RatioModel model) const noexcept {
        if (model == RatioModel::gamma_poisson) return std::sqrt(a) / b;
        return std::sqrt(a / (a + b) * (b / (a + b)) / (a + b + 1.0));
    }
    /// ln P(y) but for what depends on y and n alone.
    [[nodiscard]] double log_density(RatioModel model, double y, double n) const noexcept {
        if (model == RatioModel::gamma_poisson)
            return rise(a, y) - a * std::log1p(n / b) - (y == 0.0 ? 0.0 : y * std::log(b + n));
        return rise(a, y) + rise(b, n - y) - rise(a + b, n);
    }
};

}  // namespace

double to_link(RatioModel model, double ratio) noexcept {
    return model == RatioModel::gamma_poisson ? std::log(ratio) : std::log(ratio) - std::log1p(-ratio);
}

double plain_ratio(const RatioView& view) noexcept {
    double events = 0.0, base = 0.0;
    for (std::size_t t = 0; t < view.size(); ++t) {
        if (!view.teaches(t)) continue;
        events += view.numerators[t];
        base += view.denominators[t];
    }
    if (view.model == RatioModel::gamma_poisson) return std::max(events, 0.5) / base;
    return (events + 0.5) / (base + 1.0);
}

RatioLevel filter_ratio(const RatioView& view, const RatioSeason& season, double drift, double scatter,
                        std::size_t settle) noexcept {
    RatioLevel state{to_link(view.model, plain_ratio(view)), first_variance, 0.0};
    std::size_t seen = 0;
    for (std::size_t t = 0; t < view.size(); ++t) {
        state.variance += drift;
        if (!view.teaches(t)) continue;
        const double y = view.numerators[t], n = view.denominators[t];
        const double q = state.variance + scatter;
        const Conjugate prior = Conjugate::of(view.model, state.level + season[view.place(t)], q);
        const Conjugate posterior = prior.seen(view.model, y, n);
        if (seen++ >= settle) state.log_likelihood += prior.log_density(view.model, y, n);
        const double gain = state.variance / q;
        state.level += gain * (posterior.link_mean() - prior.link_mean());
        state.variance -= gain * state.variance * (1.0 - posterior.link_variance(view.model) / q);
    }
    return state;
}

void filter_ratios(const RatioView& view, const RatioSeason& season,
                   std::span<RatioLevel, ratio_spreads> out) noexcept {
    std::size_t values = 0;
    for (std::size_t t = 0; t < view.size(); ++t) values += view.teaches(t) ? 1U : 0U;
    const std::size_t settle = std::min(unjudged, values / 4);
    for (std::size_t i = 0; i < ratio_drifts.size(); ++i)
        for (std::size_t j = 0; j < ratio_scatters.size(); ++j)
            out[i * ratio_scatters.size() + j] = filter_ratio(view, season, ratio_drifts[i], ratio_scatters[j], settle);
}

RestRatio rest_ratio(const RatioView& view, const RatioSeason& season, const RatioLevel& level, double drift,
                     double scatter, std::span<const double> weights) noexcept {
    double all = 0.0;
    for (const double weight : weights) all += weight;
    RestRatio rest{0.0, 0.0};
    // Cov of two periods on the model's scale: variance of the level, the shared steps of the walk, and the scatter of each.
    double steered = 0.0, walk = 0.0, own = 0.0;
    for (std::size_t j = weights.size(); j-- > 0;) {
        const double ahead = j < view.known ? 0.0 : static_cast<double>(j - view.known + 1);
        if (weights[j] > 0.0) {
            const double q = level.variance + ahead * drift + scatter;
            const Conjugate law = Conjugate::of(view.model, level.level + season[j], q);
            const double weight = weights[j] / all;
            const double steer = weight * law.deviation(view.model) / std::sqrt(q);
            rest.mean += weight * law.mean(view.model);
            steered += steer;
            own += steer * steer;
        }
        if (j >= view.known) walk += steered * steered;
    }
    rest.variance = level.variance * steered * steered + drift * walk + scatter * own;
    return rest;
}

}  // namespace ontrack::inline v0::stats::detail

#include <algorithm>
#include <cmath>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/ratio_models.hpp>

#include "stats/constants.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

/// The numerator X of the rest of the year, given its denominator.
struct Rest {
    const RatioLaw& law;
    double denominator;

    [[nodiscard]] bool is_certain() const noexcept {
        const bool all = law.model == RatioModel::beta_binomial && law.rest_ratio >= 1.0;
        return !(denominator > 0.0) || !(law.rest_ratio > 0.0) || all;
    }
    [[nodiscard]] double mean() const noexcept { return denominator * law.rest_ratio; }
    [[nodiscard]] double variance() const noexcept {
        if (is_certain()) return 0.0;
        const double m = mean(), k = law.precision;
        if (law.model == RatioModel::gamma_poisson) return m + m * (m / k);
        const double chance = m * (1.0 - law.rest_ratio);
        return std::isinf(k) ? chance : chance * ((k + denominator) / (k + 1.0));
    }
    /// P(X ≤ x), x whole
    [[nodiscard]] double cdf(double x) const noexcept {
        if (x < 0.0) return 0.0;
        if (is_certain()) return x >= mean() ? 1.0 : 0.0;
        if (law.model == RatioModel::gamma_poisson) return negative_binomial_cdf(x, mean(), law.precision);
        return beta_binomial_cdf(x, denominator, law.rest_ratio * law.precision,
                                 (1.0 - law.rest_ratio) * law.precision);
    }
    [[nodiscard]] double quantile(double p) const noexcept {
        if (is_certain()) return mean();
        if (law.model == RatioModel::gamma_poisson) return negative_binomial_quantile(p, mean(), law.precision);
        return beta_binomial_quantile(p, denominator, law.rest_ratio * law.precision,
                                      (1.0 - law.rest_ratio) * law.precision);
    }
    [[nodiscard]] double ratio(double x) const noexcept {
        return (law.numerator + x) / (law.denominator + denominator);
    }
    /// The most events with a ratio ≤ r (or < r); −1 if there are none.
    [[nodiscard]] double most_within(double r, bool inclusive) const noexcept {
        const double most = law.model == RatioModel::beta_binomial ? denominator : infinity;
        double x = std::floor(r * (law.denominator + denominator) - law.numerator);
        x = std::clamp(x, -1.0, most);
        if (!std::isfinite(x)) return x;
        const auto within = [&](double events) { return inclusive ? ratio(events) <= r : ratio(events) < r; };
        // The product above need not round as the division does.
        while (x < most && x + 1.0 > x && within(x + 1.0)) x += 1.0;
        while (x >= 0.0 && x - 1.0 < x && !within(x)) x -= 1.0;
        return x;
    }
};

template <class Use>
void for_each_rest(const RatioLaw& law, Use use) noexcept {
    for (std::size_t i = 0; i < law.size; ++i) use(Rest{law, law.rest[i].denominator}, law.rest[i].weight);
}

double probability(const RatioLaw& law, double x, bool inclusive) noexcept {
    if (std::isnan(x) || (law.size == 0 && !(law.denominator > 0.0))) return nan;
    if (law.size == 0) {
        const double ratio = law.numerator / law.denominator;
        return (inclusive ? ratio <= x : ratio < x) ? 1.0 : 0.0;
    }
    double sum = 0.0;
    for_each_rest(law,
                  [&](const Rest& rest, double weight) { sum += weight * rest.cdf(rest.most_within(x, inclusive)); });
    return std::min(sum, 1.0);
}

}  // namespace

double RatioLaw::mean() const noexcept {
    if (size == 0) return denominator > 0.0 ? numerator / denominator : nan;
    double sum = 0.0;
    for_each_rest(*this, [&](const Rest& each, double weight) { sum += weight * each.ratio(each.mean()); });
    return sum;
}

double RatioLaw::variance() const noexcept {
    const double centre = mean();
    if (size == 0) return std::isnan(centre) ? nan : 0.0;
    double sum = 0.0;
    for_each_rest(*this, [&](const Rest& each, double weight) {
        const double below = denominator + each.denominator, away = each.ratio(each.mean()) - centre;
        sum += weight * (each.variance() / (below * below) + away * away);
    });
    return sum;
}

double RatioLaw::cdf(double x) const noexcept {
    return probability(*this, x, true);
}

double RatioLaw::below(double x) const noexcept {
    return probability(*this, x, false);
}

double RatioLaw::quantile(double p) const noexcept {
    if (!(p > 0.0 && p < 1.0)) return nan;
    if (size == 0) return mean();
    double low = infinity, high = -infinity;
    for_each_rest(*this, [&](const Rest& each, double) {
        const double x = each.quantile(p);
        low = std::min(low, each.ratio(x - 1.0));
        high = std::max(high, each.ratio(x));
    });
    if (size == 1) return high;
    // Rounding may leave the sum of the weights a hair below one, and the highest quantile a hair short of p.
    const auto next_above = [&](double r) {
        double next = infinity;
        for_each_rest(*this, [&](const Rest& each, double) {
            const double x = each.most_within(r, true) + 1.0;
            if (model == RatioModel::gamma_poisson || x <= each.denominator) next = std::min(next, each.ratio(x));
        });
        return next;
    };
    double at_low = cdf(low), at_high = cdf(high);
    for (int tries = 0; at_high < p && tries < 64; ++tries) {
        const double next = next_above(high);
        if (!std::isfinite(next)) break;
        high = next;
        at_high = cdf(high);
    }
    // Secant steps, every other one a halving, until one possible ratio is left.
    for (int step = 0; step < 200; ++step) {
        const double next = next_above(low);
        if (!(next < high)) break;
        const double middle = low + (high - low) / 2.0;
        double x =
            step % 2 == 0 && at_high > at_low ? low + (high - low) * ((p - at_low) / (at_high - at_low)) : middle;
        // Beyond the next possible ratio, so that every step leaves fewer.
        x = std::max(x, next);
        if (!(x < high)) x = std::max(middle, next);
        if (!(x > low && x < high)) break;
        const double at = cdf(x);
        (at >= p ? high : low) = x;
        (at >= p ? at_high : at_low) = at;
    }
    double highest = -infinity;
    for_each_rest(*this, [&](const Rest& each, double) {
        const double x = each.most_within(high, true);
        if (x >= 0.0) highest = std::max(highest, each.ratio(x));
    });
    return highest;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#include <ontrack/stats/total_law.hpp>

#include <algorithm>
#include <cmath>
#include <span>

#include <ontrack/stats/distributions.hpp>

#include "stats/constants.hpp"
#include "stats/law_part.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

/// P(X ≤ x) of what is to come.
double part_cdf(const LawPart& part, double x) noexcept {
    if (detail::is_certain(part)) return x >= part.mean ? 1.0 : 0.0;
    switch (part.family) {
        case LawFamily::negative_binomial:
            return negative_binomial_cdf(x, part.mean, detail::shape_of(part));
        case LawFamily::log_normal: {
            if (x <= 0.0) return 0.0;
            const double variance = detail::log_variance(part);
            return normal_cdf((std::log(x / part.mean) + 0.5 * variance) / std::sqrt(variance));
        }
        case LawFamily::normal:
            return normal_cdf((x - part.mean) / std::sqrt(part.variance));
    }
    return nan;
}

double part_quantile(const LawPart& part, double p) noexcept {
    if (detail::is_certain(part)) return part.mean;
    switch (part.family) {
        case LawFamily::negative_binomial:
            return negative_binomial_quantile(p, part.mean, detail::shape_of(part));
        case LawFamily::log_normal: {
            const double variance = detail::log_variance(part);
            return part.mean * std::exp(std::sqrt(variance) * normal_quantile(p) - 0.5 * variance);
        }
        case LawFamily::normal:
            return part.mean + std::sqrt(part.variance) * normal_quantile(p);
    }
    return nan;
}

double mixture_cdf(std::span<const LawPart> parts, double x) noexcept {
    double sum = 0.0;
    for (const LawPart& part : parts) sum += part.weight * part_cdf(part, x);
    return std::min(sum, 1.0);
}

/// The smallest whole number in (below, reached] with P(X ≤ x) ≥ p: secant steps, every other one a halving.
double whole_quantile(std::span<const LawPart> parts, double p, double below, double reached) noexcept {
    double low = below, high = reached;
    double at_low = low < 0.0 ? 0.0 : mixture_cdf(parts, low), at_high = mixture_cdf(parts, high);
    for (bool secant = true; high - low > 1.0; secant = !secant) {
        const double middle = low + std::floor((high - low) / 2.0);
        if (middle == low || middle == high) break;  // above 2^53 whole numbers are more than one apart
        double x = middle;
        if (secant && at_high > at_low)
            x = std::clamp(low + std::floor((high - low) * ((p - at_low) / (at_high - at_low))), low + 1.0, high - 1.0);
        const double at = mixture_cdf(parts, x);
        (at >= p ? high : low) = x;
        (at >= p ? at_high : at_low) = at;
    }
    return high;
}

double real_quantile(std::span<const LawPart> parts, double p, double below, double reached) noexcept {
    for (int step = 0; step < 200; ++step) {
        const double middle = below + (reached - below) / 2.0;
        if (!(middle > below && middle < reached)) break;
        (mixture_cdf(parts, middle) >= p ? reached : below) = middle;
    }
    return reached;
}

}  // namespace

double TotalLaw::mean() const noexcept {
    double sum = 0.0;
    for (std::size_t i = 0; i < size; ++i) sum += parts[i].weight * parts[i].mean;
    return known + sum;
}

double TotalLaw::variance() const noexcept {
    const double centre = mean() - known;
    double sum = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        const double away = parts[i].mean - centre;
        const double variance = detail::is_certain(parts[i]) ? 0.0 : detail::variance_of(parts[i]);
        sum += parts[i].weight * (variance + away * away);
    }
    return sum;
}

double TotalLaw::cdf(double x) const noexcept {
    if (std::isnan(x)) return nan;
    if (size == 0) return x >= known ? 1.0 : 0.0;
    return mixture_cdf({parts.data(), size}, detail::rest_below(*this, x));
}

double TotalLaw::quantile(double p) const noexcept {
    if (!(p > 0.0 && p < 1.0)) return nan;
    if (size == 0) return known;
    double lowest = infinity, highest = -infinity;
    bool whole = true;
    for (std::size_t i = 0; i < size; ++i) {
        const double q = part_quantile(parts[i], p);
        lowest = std::min(lowest, q);
        highest = std::max(highest, q);
        whole = whole && detail::is_whole(parts[i]);
    }
    if (size == 1 || lowest == highest) return known + highest;
    const std::span<const LawPart> mixture(parts.data(), size);
    // Rounding may leave the sum of the weights a hair below one, and the highest quantile a hair short of p.
    while (highest < infinity && mixture_cdf(mixture, highest) < p)
        highest += whole ? 1.0 : std::abs(highest) * 1e-15 + 1e-300;
    return known + (whole ? whole_quantile(mixture, p, lowest - 1.0, highest)
                          : real_quantile(mixture, p, lowest - std::abs(lowest) * 1e-12 - 1e-300, highest));
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

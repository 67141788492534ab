#include "stats/law_crps.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <ontrack/stats/distributions.hpp>

#include "stats/constants.hpp"
#include "stats/count_crps.hpp"
#include "stats/law_part.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace detail {
namespace {

using std::numbers::pi;

double density(double z) noexcept {
    return std::exp(-0.5 * z * z) / std::sqrt(2.0 * pi);
}

double log_deviation(const LawPart& part) noexcept {
    return std::sqrt(log_variance(part));
}

/// E|N| for a normal N.
double folded(double mean, double deviation) noexcept {
    const double z = mean / deviation;
    return deviation * (z * (2.0 * normal_cdf(z) - 1.0) + 2.0 * density(z));
}

/// E|X − x| of one component.
double distance(const LawPart& part, double x) noexcept {
    if (is_certain(part)) return std::abs(part.mean - x);
    switch (part.family) {
        case LawFamily::negative_binomial:
            return mean_distance(x, part.mean, shape_of(part));
        case LawFamily::log_normal: {
            if (x <= 0.0) return part.mean - x;
            const double deviation = log_deviation(part);
            const double z = std::log(x / part.mean) / deviation;
            return x * (2.0 * normal_cdf(z + 0.5 * deviation) - 1.0) +
                   part.mean * (1.0 - 2.0 * normal_cdf(z - 0.5 * deviation));
        }
        case LawFamily::normal:
            return folded(part.mean - x, std::sqrt(part.variance));
    }
    return nan;
}

/// ½E|X − X′| of one component.
double half_difference(const LawPart& part) noexcept {
    if (is_certain(part)) return 0.0;
    switch (part.family) {
        case LawFamily::negative_binomial:
            return half_mean_difference(part.mean, shape_of(part));
        case LawFamily::log_normal:
            return part.mean * (2.0 * normal_cdf(log_deviation(part) / std::sqrt(2.0)) - 1.0);
        case LawFamily::normal:
            return std::sqrt(part.variance / pi);
    }
    return nan;
}

/// ln of the characteristic function of a negative binomial law at t, where x = cot(t/2) and so 1 − e^it = 2/(1 + ix).
struct LogCharacteristic {
    double real, imaginary;
};

LogCharacteristic log_characteristic(double mean, double shape, double x) noexcept {
    const double real = 2.0 / (1.0 + x * x), imaginary = -x * real;
    if (std::isinf(shape)) return {-mean * real, -mean * imaginary};
    const double u = mean / shape * real, v = mean / shape * imaginary;
    return {-0.5 * shape * std::log1p(2.0 * u + u * u + v * v), -shape * std::atan2(v, 1.0 + u)};
}

/// E|X − Y| of two independent negative binomials: of a whole number D it is (1/π) ∫ (1 − Re φ_D(t))/(1 − cos t) dt over 0 … π,
/// by Fejér's kernel, and with x = cot(t/2) the integral of 1 − Re φ_D over all x > 0, which falls off at both ends as a
/// power: equal steps in v, x = scale·exp(π/2·sinh v) (Takahasi & Mori 1974).
double whole_distance(const LawPart& a, const LawPart& b) noexcept {
    const double apart = a.mean - b.mean;
    const double variance = variance_of(a) + variance_of(b);
    if (apart * apart > 1600.0 * variance) return std::abs(apart);
    const double scale = 2.0 * std::sqrt(variance);
    // φ_D turns about so often before the narrower law has made an end of it.
    const double narrow = std::min(variance_of(a), variance_of(b));
    const double waves = std::min(60.0, std::sqrt((variance + apart * apart) / narrow));
    const double step = 1.0 / (4.0 * waves + 12.0);
    const double shape_a = shape_of(a), shape_b = shape_of(b);
    double sum = 0.0;
    constexpr double end = 3.6;
    for (double v = -end; v <= end; v += step) {
        const double x = scale * std::exp(0.5 * pi * std::sinh(v));
        const LogCharacteristic of_a = log_characteristic(a.mean, shape_a, x);
        const LogCharacteristic of_b = log_characteristic(b.mean, shape_b, x);
        const double decay = of_a.real + of_b.real;
        const double turn = std::sin(0.5 * (of_a.imaginary - of_b.imaginary));
        const double lost = 2.0 * std::exp(decay) * turn * turn - std::expm1(decay);
        sum += lost * x * std::cosh(v);
    }
    return sum * step / 2.0;
}

/// E|X − Y| of two independent components.
double distance(const LawPart& a, const LawPart& b) noexcept {
    if (is_certain(a)) return distance(b, a.mean);
    if (is_certain(b)) return distance(a, b.mean);
    if (is_whole(a) && is_whole(b)) return whole_distance(a, b);
    if (a.family == LawFamily::normal && b.family == LawFamily::normal)
        return folded(a.mean - b.mean, std::sqrt(a.variance + b.variance));
    // The mean of E|Y − x| over the law of the one that is continuous: a smooth function, by equal steps in its normal score.
    const LawPart& over = is_whole(a) ? b : a;
    const LawPart& other = is_whole(a) ? a : b;
    constexpr double step = 0.0625, end = 9.0;
    double sum = 0.0;
    for (double z = -end; z <= end; z += step) {
        const double spread = over.family == LawFamily::normal ? std::sqrt(over.variance) : log_deviation(over);
        const double x = over.family == LawFamily::normal ? over.mean + spread * z
                                                          : over.mean * std::exp(spread * (z - 0.5 * spread));
        sum += density(z) * distance(other, x);
    }
    return sum * step;
}

}  // namespace

double mixture_crps(std::span<const LawPart> parts, double x) noexcept {
    double away = 0.0, between = 0.0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        away += parts[i].weight * distance(parts[i], x);
        between += parts[i].weight * parts[i].weight * half_difference(parts[i]);
        for (std::size_t j = 0; j < i; ++j) between += parts[i].weight * parts[j].weight * distance(parts[i], parts[j]);
    }
    return away - between;
}

}  // namespace detail
}  // namespace stats
}  // namespace v0
}  // namespace ontrack

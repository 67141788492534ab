#include "stats/discounted_level.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "stats/lane.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

static_assert(discounts.size() == lanes);

constexpr double half_event = 0.5;  // Jeffreys (1946)
constexpr double middle_discount = 0.88;
constexpr double usual_worth = 6.0;  // of the usual excess, in values for which chance is small against it
constexpr double largest_square = 9.0;

/// ln x, x > 0 and normal, to about 1e-15: ln of the power of two and 2·artanh of the rest. Written out so that every
/// lane is rounded alike on every machine.
double log_of(double x) noexcept {
    constexpr double ln2 = 0.69314718055994530942;
    constexpr std::uint64_t root_half = 0x3FE6A09E667F3BCD;  // √½
    const std::uint64_t above = std::bit_cast<std::uint64_t>(x) - root_half;
    const auto power = static_cast<std::int64_t>(above) >> 52;
    const double rest = std::bit_cast<double>((above & 0x000FFFFFFFFFFFFF) + root_half);
    const double z = (rest - 1.0) / (rest + 1.0);
    const double w = z * z;
    const double sum =
        1.0 +
        w * (1.0 / 3.0 +
             w * (1.0 / 5.0 +
                  w * (1.0 / 7.0 +
                       w * (1.0 / 9.0 +
                            w * (1.0 / 11.0 +
                                 w * (1.0 / 13.0 + w * (1.0 / 15.0 + w * (1.0 / 17.0 + w * (1.0 / 19.0)))))))));
    return static_cast<double>(power) * ln2 + 2.0 * z * sum;
}

Lane log_of(const Lane& x) noexcept {
    Lane y;
    for (std::size_t i = 0; i < lanes; ++i) at(y, i) = log_of(at(x, i));
    return y;
}

/// x(x + 1)…(x + 7)
template <class T>
T rise(const T& x) noexcept {
    return x * (x + 1.0) * ((x + 2.0) * (x + 3.0)) * ((x + 4.0) * (x + 5.0) * ((x + 6.0) * (x + 7.0)));
}

/// What Stirling's series adds, x ≥ 8.
Lane stirling(const Lane& x) noexcept {
    const Lane w = 1.0 / (x * x);
    return (1.0 / 12.0 - w * (1.0 / 360.0 - w * (1.0 / 1260.0 - w * (1.0 / 1680.0 - w / 1188.0)))) / x;
}

/// ln P(y) for a negative binomial of this mean and shape, but for what depends on y alone. Γ is taken eight further up,
/// where Stirling's series holds, and logarithms of ratios near one stand for differences of large ones.
Lane log_density(double y, const Lane& mean, const Lane& shape) noexcept {
    const Lane all = shape + mean;
    const Lane low = shape + 8.0;
    const Lane zero = shape * log_of(Lane(shape / all));
    if (y == 0.0) return zero;
    const Lane high = low + y;
    return y * log_of(Lane(high * mean / (all * (y + 8.0)))) + (low - 0.5) * log_of(Lane(high / low)) + zero +
           (stirling(high) - stirling(low)) - log_of(Lane(rise(Lane(shape + y)) / (rise(shape) * rise(y + 1.0))));
}

bool is_there(double value, double exposure) noexcept {
    return !std::isnan(value) && exposure > 0.0;
}

/// The usual excess, corrected by the squared one-step errors of a filter with one discount. A large error counts as a
/// smaller one, so that a broken month does not blur the others.
double learnt_excess(std::span<const double> values, std::span<const double> exposure, double start, double usual,
                     std::size_t settle) noexcept {
    double shape = half_event, rate = half_event / start;
    double errors = 0.0, scale = 0.0, n = 0.0;
    for (std::size_t t = 0; t < values.size(); ++t) {
        if (!is_there(values[t], exposure[t])) continue;
        shape = std::max(half_event, middle_discount * shape);
        rate = std::max(half_event / start, middle_discount * rate);
        const double mean = shape / rate * exposure[t];
        const double chance = mean + mean * mean / shape;
        const double expected = chance + usual * mean * mean;
        if (n >= static_cast<double>(settle)) {
            const double error = values[t] - mean;
            const double weight = 1.0 / (expected * expected);
            errors += weight * mean * mean * (std::min(error * error, largest_square * expected) - chance);
            scale += weight * mean * mean * mean * mean;
        }
        n += 1.0;
        shape += values[t] / (1.0 + usual * mean);
        rate += exposure[t] / (1.0 + usual * mean);
    }
    // The usual excess stands for some years of values of this size.
    const double own = scale * usual * usual;
    const double worth = usual_worth;
    if (!(own > 0.0)) return usual;
    return std::clamp((worth * usual + own * std::max(errors / scale, 0.0)) / (worth + own), 0.02 * usual, 50.0 * usual);
}

}  // namespace

DiscountedLevel discounted_level(std::span<const double> values, std::span<const double> exposure, double usual_excess,
                                 const DiscountWeights& log_prior, std::size_t coming, std::size_t settle) noexcept {
    double events = 0.0, exposed = 0.0;
    for (std::size_t t = 0; t < values.size(); ++t) {
        if (!is_there(values[t], exposure[t])) continue;
        events += values[t];
        exposed += exposure[t];
    }
    const double start = std::max(events, half_event) / exposed;
    const double excess = learnt_excess(values, exposure, start, usual_excess, settle);
    const Lane discount = Eigen::Map<const Lane>(discounts.data());
    Lane shape = Lane::Constant(half_event), rate = Lane::Constant(half_event / start);
    Lane log_likelihood = Lane::Zero();
    std::size_t seen = 0;
    for (std::size_t t = 0; t < values.size(); ++t) {
        shape *= discount;
        rate *= discount;
        if (!is_there(values[t], exposure[t])) {
            // Without values the level is forgotten, but never to nothing.
            const Lane keep = (half_event / shape).max(1.0);
            shape *= keep;
            rate *= keep;
            continue;
        }
        const Lane mean = shape / rate * exposure[t];
        if (seen >= settle) log_likelihood += log_density(values[t], mean, shape / (1.0 + excess * shape));
        const Lane dispersion = 1.0 + excess * mean;
        shape += values[t] / dispersion;
        rate += exposure[t] / dispersion;
        const Lane keep = (half_event / shape).max(1.0);
        shape *= keep;
        rate *= keep;
        ++seen;
    }

    DiscountedLevel result{};
    result.excess = excess;
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < lanes; ++i) {
        const double likelihood = at(log_likelihood, i);
        result.log_likelihood[i] = std::isfinite(likelihood) ? likelihood : 0.0;
        best = std::max(best, result.log_likelihood[i] + log_prior[i]);
    }
    // Mean of the variances that a random walk adds up to the middle of each coming period, weighted alike.
    const double h = static_cast<double>(std::max<std::size_t>(coming, 1));
    const double walk = (h + 1.0) * (2.0 * h + 1.0) / (6.0 * h);
    double weights = 0.0, square = 0.0;
    for (std::size_t i = 0; i < lanes; ++i) {
        const double weight = std::exp(result.log_likelihood[i] + log_prior[i] - best);
        const double level = at(shape, i) / at(rate, i);
        const double doubt = (1.0 + (1.0 / discounts[i] - 1.0) * walk) / at(shape, i);
        weights += weight;
        result.level += weight * level;
        result.discount += weight * discounts[i];
        square += weight * level * level * (1.0 + doubt);
    }
    result.level /= weights;
    result.discount /= weights;
    result.doubt = std::max(0.0, square / weights / (result.level * result.level) - 1.0);
    return result;
}

}  // namespace ontrack::inline v0::stats::detail

#include "stats/sum_scale.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

/// Σ of an error in period i on the weighted sum, squared, over i: Snyder, Koehler, Hyndman & Ord (2004), eq. for lead-time
/// demand with any weights.
void linear(const SumPath& path, std::span<const double> weights, double error_variance, SumMoments& out) noexcept {
    const std::size_t horizon = weights.size();
    for (std::size_t i = 0; i < horizon; ++i) {
        double moved = 0.0;
        for (std::size_t h = i; h < horizon; ++h) moved += weights[h] * path.move[h - i];
        out.variance += error_variance * moved * moved;
        out.mean += weights[i] * path.mean[i];
        out.steering[i] = weights[i];
    }
}

/// Calls use(i, j, Cov(z_i, z_j)) for i ≤ j.
template <class Use>
void for_each_covariance(const SumPath& path, std::size_t horizon, double error_variance, Use use) noexcept {
    for (std::size_t lag = 0; lag < horizon; ++lag) {
        double sum = 0.0;
        for (std::size_t i = 0; i + lag < horizon; ++i) {
            sum += path.move[i] * path.move[i + lag];
            use(i, i + lag, error_variance * sum);
        }
    }
}

/// E e^z = e^(μ + v/2), Cov = E·E·(e^c − 1).
void logarithmic(const SumPath& path, std::span<const double> weights, double error_variance, double shift,
                 SumMoments& out) noexcept {
    for_each_covariance(path, weights.size(), error_variance, [&](std::size_t i, std::size_t j, double covariance) {
        if (i == j) {
            const double mean = std::exp(path.mean[i] + 0.5 * covariance);
            out.steering[i] = weights[i] * mean;
            out.mean += weights[i] * (mean - shift);
        }
        const double part = out.steering[i] * out.steering[j];
        if (part != 0.0) out.variance += (i == j ? 1.0 : 2.0) * part * std::expm1(covariance);
    });
}

/// E z² = μ² + v, Cov = 4 μ_i μ_j c + 2c².
void square(const SumPath& path, std::span<const double> weights, double error_variance, double shift,
            SumMoments& out) noexcept {
    for_each_covariance(path, weights.size(), error_variance, [&](std::size_t i, std::size_t j, double covariance) {
        if (i == j) {
            out.steering[i] = 2.0 * weights[i] * path.mean[i];
            out.mean += weights[i] * (path.mean[i] * path.mean[i] + covariance - shift);
        }
        out.variance += (i == j ? 1.0 : 2.0) * weights[i] * weights[j] *
                        (4.0 * path.mean[i] * path.mean[j] * covariance + 2.0 * covariance * covariance);
    });
}

}  // namespace

double largest_variance(const SumPath& path, double error_variance) noexcept {
    double sum = 0.0;
    for (std::size_t h = 0; h < path.horizon; ++h) sum += path.move[h] * path.move[h];
    return error_variance * sum;
}

void moments_of(const SumPath& path, std::span<const double> weights, double error_variance, SumScale scale,
                double shift, SumMoments& out) noexcept {
    out.mean = out.variance = 0.0;
    switch (scale) {
        case SumScale::identity:
            return linear(path, weights, error_variance, out);
        case SumScale::log:
            return logarithmic(path, weights, error_variance, shift, out);
        case SumScale::root:
            return square(path, weights, error_variance, shift, out);
    }
}

}  // namespace ontrack::inline v0::stats::detail

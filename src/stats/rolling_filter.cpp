#include "stats/rolling_filter.hpp"

#include <cmath>

namespace ontrack::inline v0::stats::detail {

RollingFilter::RollingFilter(std::size_t window, double start, double start_variance) noexcept
    : window_(window), last_(window + 1) {
    for (std::size_t i = 0; i <= window; ++i) state_[i] = start;
    covariance_[0][0] = start_variance;
}

void RollingFilter::advance(double step_variance, double sampling_variance) noexcept {
    const auto from = [this](std::size_t i) { return i == 0 || i == last_ ? i : i - 1; };
    // From the end: a component comes from one before it.
    for (std::size_t i = last_ + 1; i-- > 0;) {
        state_[i] = state_[from(i)];
        for (std::size_t j = last_ + 1; j-- > 0;) covariance_[i][j] = covariance_[from(i)][from(j)];
    }
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t j = 0; j < 2; ++j) covariance_[i][j] += step_variance;
    covariance_[1][1] += sampling_variance;
}

double RollingFilter::mean_of_results(const Vector& x) const noexcept {
    double sum = 0.0;
    for (std::size_t i = 1; i <= window_; ++i) sum += x[i];
    return sum / static_cast<double>(window_);
}

RollingFilter::Vector RollingFilter::with_figure() const noexcept {
    Vector with{};
    for (std::size_t i = 0; i <= last_; ++i) with[i] = mean_of_results(covariance_[i]);
    return with;
}

double RollingFilter::figure() const noexcept {
    return mean_of_results(state_);
}

double RollingFilter::figure_variance() const noexcept {
    return mean_of_results(with_figure());
}

double RollingFilter::see(double figure_seen, double error_variance) noexcept {
    const Vector with = with_figure();
    const double variance = mean_of_results(with) + error_variance;
    if (!(variance > 0.0)) return 0.0;
    const double error = figure_seen - figure();
    for (std::size_t i = 0; i <= last_; ++i) {
        const double gain = with[i] / variance;
        state_[i] += gain * error;
        for (std::size_t j = 0; j <= last_; ++j) covariance_[i][j] -= gain * with[j];
    }
    return -0.5 * (std::log(variance) + error * error / variance);
}

void RollingFilter::add_unseen() noexcept {
    const Vector with = with_figure();
    state_[last_] += figure();
    const double variance = mean_of_results(with);
    covariance_[last_][last_] += 2.0 * with[last_] + variance;
    for (std::size_t i = 0; i < last_; ++i) {
        covariance_[last_][i] += with[i];
        covariance_[i][last_] = covariance_[last_][i];
    }
}

}  // namespace ontrack::inline v0::stats::detail

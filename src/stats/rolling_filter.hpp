#pragma once

#include <array>
#include <cstddef>

#include <ontrack/stats/survey_year.hpp>

namespace ontrack::inline v0::stats::detail {

/// Kalman filter (Kalman 1960; Harvey 1989) of figures that are each the mean of the latest `window` periods' results. The
/// state is the true share μ, a random walk; the latest `window` results q = μ + sampling error; and a sum of figures that were
/// not seen, so that the mean of a year with gaps comes out with its covariance.
class RollingFilter {
public:
    RollingFilter(std::size_t window, double start, double start_variance) noexcept;

    /// A period goes by: μ takes a step, a result is added, the oldest leaves.
    void advance(double step_variance, double sampling_variance) noexcept;
    /// Sees a figure with an error of its own; returns the log density of it.
    double see(double figure, double error_variance) noexcept;
    /// Adds the present figure to the sum.
    void add_unseen() noexcept;

    [[nodiscard]] double figure() const noexcept;
    [[nodiscard]] double figure_variance() const noexcept;
    [[nodiscard]] double sum() const noexcept { return state_[last_]; }
    [[nodiscard]] double sum_variance() const noexcept { return covariance_[last_][last_]; }

private:
    static constexpr std::size_t most = static_cast<std::size_t>(longest_window) + 2;
    using Vector = std::array<double, most>;

    /// Covariance of every component with the present figure.
    [[nodiscard]] Vector with_figure() const noexcept;
    [[nodiscard]] double mean_of_results(const Vector& x) const noexcept;

    std::size_t window_, last_;  // results are 1 … window, the sum is window + 1
    Vector state_{};
    std::array<Vector, most> covariance_{};
};

}  // namespace ontrack::inline v0::stats::detail

#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include <ontrack/stats/regression.hpp>

#include "stats/basis.hpp"
#include "stats/regression_kernel.hpp"

namespace ontrack::inline v0::stats::detail {

struct SeriesView {
    std::span<const double> values;
    std::span<const double> exposure;  ///< as long, or empty
};

/// Up to eight series fitted side by side; all the room is taken by the constructor.
class RegressionFit {
public:
    RegressionFit(const Basis& basis, const RegressionOptions& options, FitRegressions* kernel = fit_regressions());
    RegressionFit(const RegressionFit&) = delete;
    RegressionFit& operator=(const RegressionFit&) = delete;
    ~RegressionFit() = default;

    void wants_likelihood(bool wants) noexcept { block_.wants_likelihood = wants; }
    /// \pre 1 … 8 series
    void fit(std::span<const SeriesView> series) noexcept;

    /// Of the lane's series. With another status than ok the numbers below are not to be looked at.
    [[nodiscard]] Status status(std::size_t lane) const noexcept { return status_[lane]; }
    [[nodiscard]] double coefficient(std::size_t lane, std::size_t j) const noexcept {
        return block_.coefficient[j].lane[lane];
    }
    [[nodiscard]] double covariance(std::size_t lane, std::size_t j, std::size_t k) const noexcept {
        return factor_[lane] * block_.covariance[j * block_.p + k].lane[lane];
    }
    [[nodiscard]] double fitted(std::size_t lane, std::size_t t) const noexcept { return block_.fitted[t].lane[lane]; }
    [[nodiscard]] double alpha(std::size_t lane) const noexcept { return block_.alpha.lane[lane]; }
    [[nodiscard]] double dispersion(std::size_t lane) const noexcept {
        return block_.pearson.lane[lane] / degrees_[lane];
    }
    [[nodiscard]] double degrees(std::size_t lane) const noexcept { return degrees_[lane]; }
    /// At 1 − (1 − confidence)/2 of the law of the limits.
    [[nodiscard]] double quantile(std::size_t lane) noexcept;
    [[nodiscard]] double p_value(std::size_t lane, std::size_t j) const noexcept;
    /// \pre wants_likelihood(true) before the fit
    [[nodiscard]] double deviance(std::size_t lane) const noexcept { return block_.deviance.lane[lane]; }
    [[nodiscard]] double log_likelihood(std::size_t lane) const noexcept;

private:
    Status lay_out(const SeriesView& series, std::size_t lane) noexcept;
    [[nodiscard]] bool goes_to_infinity(std::size_t lane) const noexcept;
    [[nodiscard]] Status judge(std::size_t lane) const noexcept;

    const RegressionOptions& options_;
    FitRegressions* kernel_;
    std::vector<Pack> room_;
    RegressionBlock block_;
    std::array<Status, Pack::size> status_{};
    std::array<double, Pack::size> degrees_{}, factor_{}, squares_{};
    double known_degrees_ = -1.0, known_quantile_ = 0.0;
    Pack *y_, *offset_, *use_;
};

/// Degrees of freedom of the law of the limits; ∞ = normal.
double degrees_of_limits(const RegressionOptions& options, double degrees) noexcept;

/// What regressions_into() does once its arguments are in order; a basis that is not independent gives `collinear`.
void run_regressions(const Basis& basis, std::span<const double> values, std::span<const double> exposure,
                     const RegressionOptions& options, const RegressionColumns& out);
/// Makes room for one series in `found` and gives columns that write there.
RegressionColumns columns_of(Regression& found, std::size_t periods, std::size_t columns);
/// Throws `DataError`. \pre options.family is one of them
void require_regression(const RegressionOptions& options, std::size_t periods, bool has_exposure);

}  // namespace ontrack::inline v0::stats::detail

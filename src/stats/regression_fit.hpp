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

/// Up to four series fitted side by side; all the room is taken by the constructor.
class RegressionFit {
public:
    RegressionFit(const Basis& basis, const RegressionOptions& options);
    RegressionFit(const RegressionFit&) = delete;
    RegressionFit& operator=(const RegressionFit&) = delete;
    ~RegressionFit() = default;

    /// \pre 1 … 4 series
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
    /// Of the law of the limits.
    [[nodiscard]] double quantile(std::size_t lane) noexcept;
    [[nodiscard]] double deviance(std::size_t lane) const noexcept;
    [[nodiscard]] double log_likelihood(std::size_t lane) const noexcept;

private:
    Status lay_out(const SeriesView& series, std::size_t lane) noexcept;
    Status judge(std::size_t lane) const noexcept;

    const RegressionOptions& options_;
    FitRegressions* kernel_;
    std::vector<Quad> room_;
    RegressionBlock block_;
    std::array<Status, Quad::size> status_{};
    std::array<double, Quad::size> degrees_{}, factor_{}, squares_{};
    double known_degrees_ = -1.0, known_quantile_ = 0.0;
    Quad *y_, *offset_, *use_;
};

}  // namespace ontrack::inline v0::stats::detail

#pragma once

#include <array>
#include <cstddef>

#include <ontrack/stats/control_chart.hpp>

namespace ontrack::inline v0::stats::detail {

/// The lines at 1, 2 and 3 σ of one point, not cut at the ends of the value's range.
struct Lines {
    double centre;
    std::array<double, 3> lower;
    std::array<double, 3> upper;
};

/// What the value of a chart cannot pass.
struct Range {
    double floor;
    double ceiling;
};
Range range_of(Chart chart) noexcept;

/// One phase [first, last) of a series, its baseline estimated.
class Phase {
public:
    Phase(const ChartSeries& series, std::size_t first, std::size_t last, const ChartOptions& options) noexcept;

    [[nodiscard]] std::size_t first() const noexcept { return first_; }
    [[nodiscard]] std::size_t last() const noexcept { return last_; }
    [[nodiscard]] Status status() const noexcept { return status_; }
    [[nodiscard]] std::size_t baseline_points() const noexcept { return count_; }
    [[nodiscard]] double centre() const noexcept { return centre_; }
    /// The number that is drawn; NaN for a gap.
    [[nodiscard]] double value(std::size_t i) const noexcept;
    [[nodiscard]] PointUse use(std::size_t i) const noexcept {
        return series_.use.empty() ? PointUse::baseline : series_.use[i];
    }
    /// NaN where there is none.
    [[nodiscard]] Lines lines(std::size_t i) const noexcept;
    /// Whether every point has the lines of the first.
    [[nodiscard]] bool is_level() const noexcept;

private:
    [[nodiscard]] Status check_columns() const noexcept;
    [[nodiscard]] Status check_points() const noexcept;
    [[nodiscard]] bool is_known(std::size_t i) const noexcept;
    [[nodiscard]] bool in_baseline(std::size_t i) const noexcept;
    [[nodiscard]] double mean() const noexcept;
    [[nodiscard]] double middle_value() const noexcept;
    [[nodiscard]] double pooled() const noexcept;
    [[nodiscard]] double pooled_deviation() const noexcept;
    template <class Distance>
    [[nodiscard]] double mean_range(Screening screening, Distance distance) const noexcept;
    [[nodiscard]] double mean_range(Screening screening) const noexcept;
    [[nodiscard]] bool estimate_plain() noexcept;
    void estimate() noexcept;
    [[nodiscard]] double width(std::size_t i) const noexcept;

    const ChartSeries& series_;
    std::size_t first_, last_, baseline_end_;
    ChartOptions options_;
    bool is_readable_;
    std::size_t count_ = 0;
    double centre_ = 0.0;  ///< as drawn
    double middle_ = 0.0;  ///< what the limits lie about, on the scale they are reckoned on
    double width_ = 0.0;   ///< 3σ, of a point with base 1 where the base matters
    Status status_;
};

}  // namespace ontrack::inline v0::stats::detail

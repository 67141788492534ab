#include "stats/chart_phase.hpp"

#include <algorithm>
#include <cmath>

#include "stats/chart_kind.hpp"
#include "stats/constants.hpp"

namespace ontrack::inline v0::stats::detail {
Range range_of(Chart chart) noexcept {
    if (is_share(chart)) return {0.0, 1.0};
    const bool floored = is_count(chart) || chart == Chart::mr || chart == Chart::s || chart == Chart::t;
    return {floored ? 0.0 : -infinity, infinity};
}

Phase::Phase(const ChartSeries& series, std::size_t first, std::size_t last, const ChartOptions& options) noexcept
    : series_(series),
      first_(first),
      last_(last),
      baseline_end_(options.baseline_points == 0 ? last : first + std::min(last - first, options.baseline_points)),
      options_(options),
      is_readable_(check_columns() == Status::ok),
      status_(Status::ok) {
    if (estimate_plain()) return;
    status_ = is_readable_ ? check_points() : check_columns();
    for (std::size_t i = first; i < baseline_end_; ++i) count_ += in_baseline(i);
    if (status_ == Status::ok && count_ < (options.chart == Chart::run ? 1U : 2U)) status_ = Status::too_few_points;
    if (status_ == Status::ok) estimate();
    if (status_ != Status::ok && status_ != Status::no_variation) centre_ = middle_ = nan;
    if (status_ != Status::ok) width_ = nan;
}

/// Whether the columns that the chart reads are there.
Status Phase::check_columns() const noexcept {
    const Chart chart = options_.chart;
    if (chart > Chart::i_prime) return Status::invalid_option;
    if (has_base(chart) && series_.denominators.empty()) return Status::no_denominator;
    if (is_subgroup(chart) && series_.deviations.empty()) return Status::invalid_option;
    if (chart != Chart::s && series_.values.empty()) return Status::too_few_points;
    return Status::ok;
}

Status Phase::check_points() const noexcept {
    const Chart chart = options_.chart;
    for (std::size_t i = first_; i < last_; ++i) {
        if (use(i) == PointUse::ghost) continue;
        const double x = chart == Chart::s ? series_.deviations[i] : series_.values[i];
        if (std::isnan(x)) continue;
        if (std::isinf(x)) return Status::not_finite;
        if (x < 0.0 && (is_count(chart) || chart == Chart::s)) return Status::negative_value;
        if (x <= 0.0 && chart == Chart::t) return Status::not_positive;
        if (!has_base(chart)) continue;
        const double n = series_.denominators[i];
        if (std::isinf(n)) return Status::not_finite;
        if (n < 0.0) return Status::negative_value;
        if (n == 0.0 && x != 0.0 && !is_subgroup(chart)) return Status::no_denominator;
        if (x > n && is_share(chart)) return Status::above_denominator;
        if (is_subgroup(chart) && (std::isinf(series_.deviations[i]) || series_.deviations[i] < 0.0))
            return Status::negative_value;
    }
    return Status::ok;
}

/// A moving range chart's first point has no range, but its value makes the next one's.
bool Phase::is_known(std::size_t i) const noexcept {
    return !std::isnan(options_.chart == Chart::mr && is_readable_ ? series_.values[i] : value(i));
}

bool Phase::in_baseline(std::size_t i) const noexcept {
    return i < baseline_end_ && use(i) == PointUse::baseline && is_known(i);
}

double Phase::value(std::size_t i) const noexcept {
    if (!is_readable_) return nan;
    switch (options_.chart) {
        case Chart::mr:
            return i == first_ ? nan : std::abs(series_.values[i] - series_.values[i - 1]);
        // A single value has no deviation, so its subgroup has no limits.
        case Chart::xbar:
            return series_.denominators[i] >= 2.0 && !std::isnan(series_.deviations[i]) ? series_.values[i] : nan;
        case Chart::s:
            return series_.denominators[i] >= 2.0 ? series_.deviations[i] : nan;
        case Chart::p:
        case Chart::p_prime:
        case Chart::u:
        case Chart::u_prime:
        case Chart::i_prime:
            return series_.denominators[i] > 0.0 ? series_.values[i] / series_.denominators[i] : nan;
        default:
            return series_.values[i];
    }
}

bool Phase::is_level() const noexcept {
    return !has_base(options_.chart);
}

double Phase::width(std::size_t i) const noexcept {
    if (!has_base(options_.chart) || std::isnan(width_)) return width_;
    const double n = series_.denominators[i];
    if (options_.chart == Chart::s) {
        const double c = c4(n);
        return width_ * std::sqrt(1.0 - c * c) / c;
    }
    return width_ / (options_.chart == Chart::xbar ? c4(n) * std::sqrt(n) : std::sqrt(n));
}

Lines Phase::lines(std::size_t i) const noexcept {
    const double w = width(i);
    const double thirds[3] = {w / 3.0, w * 2.0 / 3.0, w};
    Lines lines{centre_, {}, {}};
    for (std::size_t k = 0; k < 3; ++k) {
        lines.lower[k] = middle_ - thirds[k];
        lines.upper[k] = middle_ + thirds[k];
        if (options_.chart == Chart::t) {
            lines.lower[k] = std::pow(std::max(lines.lower[k], 0.0), time_power) + (lines.lower[k] - lines.lower[k]);
            lines.upper[k] = std::pow(lines.upper[k], time_power);
        }
    }
    return lines;
}

}  // namespace ontrack::inline v0::stats::detail

#include "stats/chart_phase.hpp"

#include <cmath>
#include <numbers>

#include "stats/chart_kind.hpp"
#include "stats/constants.hpp"
#include "stats/median.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

// D4 for ranges of two: 1 + 3·d3/d2, to the digits that every table gives.
constexpr double range_limit = 3.267;

/// 3/d: what a mean moving range is multiplied with to give three σ.
double three_sigma(MovingRangeFactor factor) noexcept {
    switch (factor) {
        case MovingRangeFactor::wheeler_2_66:
            return 2.66;
        case MovingRangeFactor::rounded_1_128:
            return 3.0 / 1.128;
        case MovingRangeFactor::exact:
            break;
    }
    return 1.5 / std::numbers::inv_sqrtpi;
}

}  // namespace

/// About the first value, so that a constant series has exactly its own value as mean and no point is off it by rounding.
double Phase::mean() const noexcept {
    const auto scaled = [&](std::size_t i) {
        return options_.chart == Chart::t ? std::pow(value(i), 1.0 / time_power) : value(i);
    };
    double origin = nan, sum = 0.0;
    for (std::size_t i = first_; i < baseline_end_; ++i) {
        if (!in_baseline(i)) continue;
        const double x = scaled(i);
        if (std::isnan(origin)) origin = x;
        sum += x - origin;
    }
    return origin + sum / static_cast<double>(count_);
}

double Phase::pooled() const noexcept {
    double events = 0.0, base = 0.0;
    for (std::size_t i = first_; i < baseline_end_; ++i) {
        if (!in_baseline(i)) continue;
        events += options_.chart == Chart::xbar ? series_.denominators[i] * series_.values[i] : series_.values[i];
        base += series_.denominators[i];
    }
    return events / base;
}

/// Montgomery 6.3: the mean of equal subgroups' deviations; of unequal ones √(Σ(n − 1)s²/Σ(n − 1)).
double Phase::pooled_deviation() const noexcept {
    double sum = 0.0, squares = 0.0, degrees = 0.0, size = 0.0;
    bool equal = true;
    for (std::size_t i = first_; i < baseline_end_; ++i) {
        if (!in_baseline(i)) continue;
        const double n = series_.denominators[i];
        const double s = series_.deviations[i];
        equal = equal && (size == 0.0 || n == size);
        size = n;
        sum += s;
        squares += (n - 1.0) * s * s;
        degrees += n - 1.0;
    }
    return equal ? sum / static_cast<double>(count_) : std::sqrt(squares / degrees);
}

/// The mean of distance(before, i) over neighbours in the baseline; screened once when asked.
template <class Distance>
double Phase::mean_range(Screening screening, Distance distance) const noexcept {
    const auto below = [&](double bound) {
        double sum = 0.0, ranges = 0.0;
        std::size_t before = last_;
        for (std::size_t i = first_; i < baseline_end_; ++i) {
            const bool out = use(i) != PointUse::baseline;
            if (out && options_.neighbours == Neighbours::joined) continue;
            if (out || !is_known(i)) {
                before = last_;
                continue;
            }
            const double range = before == last_ ? infinity : distance(before, i);
            before = i;
            if (!(range < bound)) continue;
            sum += range;
            ranges += 1.0;
        }
        return sum / ranges;
    };
    const double all = below(infinity);
    if (screening == Screening::none || all == 0.0) return all;
    const double screened = below(range_limit * all);
    return screened == 0.0 && screening == Screening::once_unless_flat ? all : screened;
}

double Phase::mean_range(Screening screening) const noexcept {
    return mean_range(screening,
                      [this](std::size_t before, std::size_t i) { return std::abs(value(i) - value(before)); });
}

double Phase::middle_value() const noexcept {
    return median_of([this](auto see) {
        for (std::size_t i = first_; i < baseline_end_; ++i)
            if (in_baseline(i)) see(value(i));
    });
}

void Phase::estimate() noexcept {
    const double factor = three_sigma(options_.factor);
    const auto laney = [&](double sigma) {
        if (sigma == 0.0) return 0.0;
        const auto z = [&](std::size_t i) { return (value(i) - middle_) * std::sqrt(series_.denominators[i]) / sigma; };
        return sigma * factor * mean_range(options_.screening, [&](std::size_t before, std::size_t i) {
                   return std::abs(z(i) - z(before));
               });
    };
    switch (options_.chart) {
        case Chart::run:
            centre_ = middle_value();
            width_ = nan;
            return;
        case Chart::xmr:
        case Chart::c_prime:
            middle_ = mean();
            width_ = factor * mean_range(options_.screening);
            break;
        case Chart::mr:
            middle_ = 0.0;
            centre_ = mean_range(Screening::none, [this](std::size_t before, std::size_t i) {
                return std::abs(series_.values[i] - series_.values[before]);
            });
            width_ = range_limit * centre_;
            break;
        case Chart::xbar:
            middle_ = pooled();
            width_ = 3.0 * pooled_deviation();
            break;
        case Chart::s:
            middle_ = pooled_deviation();
            width_ = 3.0 * middle_;
            break;
        case Chart::p:
            middle_ = pooled();
            width_ = 3.0 * std::sqrt(middle_ * (1.0 - middle_));
            break;
        case Chart::p_prime:
            middle_ = pooled();
            width_ = laney(std::sqrt(middle_ * (1.0 - middle_)));
            break;
        case Chart::u:
            middle_ = pooled();
            width_ = 3.0 * std::sqrt(middle_);
            break;
        case Chart::u_prime:
            middle_ = pooled();
            width_ = laney(std::sqrt(middle_));
            break;
        case Chart::c:
            middle_ = mean();
            width_ = 3.0 * std::sqrt(middle_);
            break;
        case Chart::g:
            middle_ = mean();
            centre_ = middle_value();
            width_ = 3.0 * std::sqrt(middle_ * (middle_ + 1.0));
            break;
        case Chart::t: {
            middle_ = mean();
            const auto power = [this](std::size_t i) { return std::pow(value(i), 1.0 / time_power); };
            width_ = factor * mean_range(options_.screening, [&](std::size_t before, std::size_t i) {
                         return std::abs(power(i) - power(before));
                     });
            centre_ = std::pow(middle_, time_power);
            break;
        }
        case Chart::i_prime: {
            middle_ = pooled();
            const auto& n = series_.denominators;
            // √(π/2) turns the mean distance of two equal normal values, less the √2 that their bases hold, into σ.
            width_ = 3.0 * std::sqrt(std::numbers::pi / 2.0) *
                     mean_range(options_.screening, [&](std::size_t before, std::size_t i) {
                         return std::abs(value(i) - value(before)) / std::sqrt(1.0 / n[before] + 1.0 / n[i]);
                     });
            break;
        }
    }
    if (options_.chart != Chart::mr && options_.chart != Chart::g && options_.chart != Chart::t) centre_ = middle_;
    if (std::isnan(width_))
        status_ = Status::too_few_points;  // no two neighbours
    else if (width_ == 0.0)
        status_ = Status::no_variation;
}

/// The same numbers as below for the chart of most series, an XmR chart of every point; false where a point needs a second look.
bool Phase::estimate_plain() noexcept {
    if (options_.chart != Chart::xmr || !series_.use.empty() || baseline_end_ - first_ < 2) return false;
    const std::span<const double> x = series_.values.subspan(first_, baseline_end_ - first_);
    const auto n = static_cast<double>(x.size());
    double sum = 0.0, ranges = 0.0;
    for (std::size_t i = 1; i < x.size(); ++i) {
        sum += x[i] - x[0];
        ranges += std::abs(x[i] - x[i - 1]);
    }
    if (!std::isfinite(sum) || !std::isfinite(ranges)) return false;
    for (std::size_t i = baseline_end_; i < last_; ++i)
        if (std::isinf(series_.values[i])) return false;
    double mean_of_ranges = ranges / (n - 1.0);
    if (options_.screening != Screening::none && mean_of_ranges > 0.0) {
        double kept = 0.0, count = 0.0;
        for (std::size_t i = 1; i < x.size(); ++i) {
            const double range = std::abs(x[i] - x[i - 1]);
            const bool keep = range < range_limit * mean_of_ranges;
            kept += keep ? range : 0.0;
            count += keep ? 1.0 : 0.0;
        }
        if (kept > 0.0 || options_.screening == Screening::once) mean_of_ranges = kept / count;
    }
    count_ = x.size();
    centre_ = middle_ = x[0] + sum / n;
    width_ = three_sigma(options_.factor) * mean_of_ranges;
    if (width_ > 0.0) return true;
    status_ = Status::no_variation;
    width_ = nan;
    return true;
}

}  // namespace ontrack::inline v0::stats::detail

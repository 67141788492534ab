#include <ontrack/stats/mantel_haenszel.hpp>

#include <cmath>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/count_limits.hpp"
#include "stats/proportion_limits.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

struct Stratum {
    double x1, n1, x2, n2;
};

Status status_of(const Stratum& s, bool shares) noexcept {
    const auto side = [shares](double x, double n) noexcept {
        if (shares) return detail::proportion_status(x, n);
        if (const Status status = detail::count_status(x); status != Status::ok) return status;
        const Status status = detail::count_status(n);
        return status == Status::ok && n == 0.0 ? Status::no_denominator : status;
    };
    const Status status = side(s.x1, s.n1);
    return status == Status::ok ? side(s.x2, s.n2) : status;
}

/// The two sums whose ratio is the estimate, and what the variance of its logarithm is made of.
struct StratumSums {
    double above = 0.0, below = 0.0;
    double variance = 0.0;                        // rate and risk: over above·below
    double own_above = 0.0, mixed = 0.0, own_below = 0.0;  // odds: Σ PR, Σ (PS + QR), Σ QS

    void add(const Stratum& s, StratifiedRatio ratio) noexcept {
        const double n = s.n1 + s.n2;
        if (ratio == StratifiedRatio::odds) {
            const double concordant = (s.x1 + (s.n2 - s.x2)) / n;
            const double discordant = (s.x2 + (s.n1 - s.x1)) / n;
            const double r = s.x1 * (s.n2 - s.x2) / n;
            const double q = s.x2 * (s.n1 - s.x1) / n;
            above += r;
            below += q;
            own_above += concordant * r;
            mixed += concordant * q + discordant * r;
            own_below += discordant * q;
            return;
        }
        above += s.x1 * s.n2 / n;
        below += s.x2 * s.n1 / n;
        const double shared = ratio == StratifiedRatio::risk ? s.x1 * s.x2 / n : 0.0;
        variance += (s.x1 + s.x2) * s.n1 * s.n2 / (n * n) - shared;
    }
    [[nodiscard]] double log_variance(StratifiedRatio ratio) const noexcept {
        if (ratio != StratifiedRatio::odds) return variance / (above * below);
        return 0.5 * (own_above / (above * above) + mixed / (above * below) + own_below / (below * below));
    }
};

}  // namespace

StratifiedEstimate estimate_stratified_ratio(const StratifiedCounts& strata, StratifiedRatio ratio, double confidence) {
    const std::size_t size = strata.x1.size();
    detail::require_length("n1", strata.n1.size(), size);
    detail::require_length("x2", strata.x2.size(), size);
    detail::require_length("n2", strata.n2.size(), size);
    StratifiedEstimate result{detail::without(Status::invalid_option), nan, 0, 0};
    if (!detail::is_confidence(confidence)) return result;

    StratumSums sums;
    for (std::size_t i = 0; i < size; ++i) {
        const Stratum stratum{strata.x1[i], strata.n1[i], strata.x2[i], strata.n2[i]};
        const Status status = status_of(stratum, ratio != StratifiedRatio::rate);
        if (status == Status::missing_value || status == Status::no_denominator) {
            ++result.left_out;
        } else if (status != Status::ok) {
            result.estimate = detail::without(status);
            return result;
        } else {
            ++result.strata;
            sums.add(stratum, ratio);
        }
    }
    if (result.strata == 0) {
        result.estimate = detail::without(Status::too_few_points);
        return result;
    }
    const double value = sums.above / sums.below;
    if (!(sums.above > 0.0 && sums.below > 0.0)) {
        result.estimate = detail::without(Status::limit_undefined);
        if (std::isfinite(value)) result.estimate.value = value;
        return result;
    }
    result.log_standard_error = std::sqrt(sums.log_variance(ratio));
    const double factor = std::exp(detail::Level(confidence).z * result.log_standard_error);
    result.estimate = {value, value / factor, value * factor, Status::ok};
    if (!std::isfinite(value) || std::isnan(factor)) result.estimate = detail::without(Status::not_finite);
    return result;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

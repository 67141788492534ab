#include <algorithm>
#include <cmath>

#include <ontrack/stats/difference.hpp>

#include "stats/arguments.hpp"
#include "stats/fill.hpp"
#include "stats/proportion_limits.hpp"
#include "stats/score_root.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

double total(const PairedCounts& s) noexcept {
    return s.both + s.first_only + s.second_only + s.neither;
}

double correlation(const PairedCounts& s, bool corrected) noexcept {
    const double margins =
        (s.both + s.first_only) * (s.second_only + s.neither) * (s.both + s.second_only) * (s.first_only + s.neither);
    if (margins == 0.0) return 0.0;
    double excess = s.both * s.neither - s.first_only * s.second_only;
    if (corrected && excess > 0.0) excess = std::max(0.0, excess - 0.5 * total(s));
    return excess / std::sqrt(margins);
}

Limits newcombe(const PairedCounts& s, double z, bool corrected) noexcept {
    const double n = total(s);
    const double p1 = (s.both + s.first_only) / n;
    const double p2 = (s.both + s.second_only) / n;
    const Limits first = detail::wilson_limits(s.both + s.first_only, n, z);
    const Limits second = detail::wilson_limits(s.both + s.second_only, n, z);
    const double phi = correlation(s, corrected);
    const auto reach = [phi](double a, double b) noexcept {
        return std::sqrt(std::max(0.0, a * a - 2.0 * phi * a * b + b * b));
    };
    const double d = (s.first_only - s.second_only) / n;
    return {d - reach(p1 - first.lower, second.upper - p2), d + reach(first.upper - p1, p2 - second.lower)};
}

// Tango's statistic: b − c − nδ over √(n(2q + δ(1 − δ))), q the maximum likelihood of P(second only) under p₁ − p₂ = δ, the
// larger root of 2n·q² + B·q − c·δ(1 − δ).
Limits tango(const PairedCounts& s, double z) noexcept {
    const double n = total(s);
    const double d = (s.first_only - s.second_only) / n;
    const auto distance = [&](double delta) noexcept {
        const double linear = -s.first_only - s.second_only + (2.0 * n - s.first_only + s.second_only) * delta;
        const double rest = -s.second_only * delta * (1.0 - delta);
        const double q = (std::sqrt(std::max(0.0, linear * linear - 8.0 * n * rest)) - linear) / (4.0 * n);
        return std::sqrt(std::max(0.0, (2.0 * q + delta * (1.0 - delta)) / n));
    };
    const double lower =
        detail::falling_root(-1.0, d, [&](double delta) noexcept { return d - delta - z * distance(delta); });
    const double upper =
        detail::falling_root(d, 1.0, [&](double delta) noexcept { return z * distance(delta) - (delta - d); });
    return {d <= -1.0 ? -1.0 : lower, d >= 1.0 ? 1.0 : upper};
}

Status status_of(const PairedCounts& s) noexcept {
    const double n = total(s);
    if (std::isnan(s.both) || std::isnan(s.first_only) || std::isnan(s.second_only) || std::isnan(s.neither)) {
        return Status::missing_value;
    }
    if (std::min({s.both, s.first_only, s.second_only, s.neither}) < 0.0) return Status::negative_value;
    if (!std::isfinite(n)) return Status::not_finite;
    return n == 0.0 ? Status::no_denominator : Status::ok;
}

Estimate estimate(const PairedCounts& s, double z, PairedMethod method) noexcept {
    if (const Status status = status_of(s); status != Status::ok) return detail::without(status);
    const Limits limits =
        method == PairedMethod::tango ? tango(s, z) : newcombe(s, z, method == PairedMethod::newcombe);
    return {(s.first_only - s.second_only) / total(s), limits.lower, limits.upper, Status::ok};
}

}  // namespace

Estimate estimate_paired_difference(const PairedCounts& counts, const PairedOptions& options) noexcept {
    if (!detail::is_confidence(options.confidence)) return detail::without(Status::invalid_option);
    return estimate(counts, detail::Level(options.confidence).z, options.method);
}

void estimate_paired_difference_into(std::span<const double> both, std::span<const double> first_only,
                                     std::span<const double> second_only, std::span<const double> neither,
                                     const PairedOptions& options, const EstimateColumns& out) {
    detail::require_length("first_only", first_only.size(), both.size());
    detail::require_length("second_only", second_only.size(), both.size());
    detail::require_length("neither", neither.size(), both.size());
    detail::require_columns(out, both.size());
    detail::require_confidence(options.confidence);
    const double z = detail::Level(options.confidence).z;
    detail::fill(out, both.size(), [&](std::size_t i) noexcept {
        return estimate({both[i], first_only[i], second_only[i], neither[i]}, z, options.method);
    });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#include <ontrack/stats/difference.hpp>

#include <algorithm>
#include <cmath>

#include "stats/arguments.hpp"
#include "stats/fill.hpp"
#include "stats/proportion_limits.hpp"
#include "stats/score_root.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

struct Two {
    double x1, n1, x2, n2;
};

Limits newcombe(const Two& s, double z) noexcept {
    const double p1 = s.x1 / s.n1;
    const double p2 = s.x2 / s.n2;
    const Limits first = detail::wilson_limits(s.x1, s.n1, z);
    const Limits second = detail::wilson_limits(s.x2, s.n2, z);
    return {p1 - p2 - std::hypot(p1 - first.lower, second.upper - p2),
            p1 - p2 + std::hypot(first.upper - p1, p2 - second.lower)};
}

// The maximum likelihood of p₂ under p₁ = p₂ + δ: the root of its score, which falls all the way.
double restricted_share(const Two& s, double delta) noexcept {
    // At the ends a share may be a rounding error below zero.
    const auto part = [](double events, double share) noexcept {
        return events == 0.0 ? 0.0 : events / std::max(share, 0.0);
    };
    return detail::falling_root(std::max(0.0, -delta), std::min(1.0, 1.0 - delta), [&](double p) noexcept {
        return part(s.x1, p + delta) - part(s.n1 - s.x1, 1.0 - p - delta) + part(s.x2, p) - part(s.n2 - s.x2, 1.0 - p);
    });
}

Limits score(const Two& s, double z, double inflation) noexcept {
    const double d = s.x1 / s.n1 - s.x2 / s.n2;
    const auto distance = [&](double delta) noexcept {
        const double p2 = restricted_share(s, delta);
        const double p1 = p2 + delta;
        return std::sqrt(std::max(0.0, inflation * (p1 * (1.0 - p1) / s.n1 + p2 * (1.0 - p2) / s.n2)));
    };
    const double lower =
        detail::falling_root(-1.0, d, [&](double delta) noexcept { return d - delta - z * distance(delta); });
    const double upper =
        detail::falling_root(d, 1.0, [&](double delta) noexcept { return z * distance(delta) - (delta - d); });
    return {d <= -1.0 ? -1.0 : lower, d >= 1.0 ? 1.0 : upper};
}

Estimate estimate(const Two& s, double z, DifferenceMethod method) noexcept {
    Status status = detail::proportion_status(s.x1, s.n1);
    if (status == Status::ok) status = detail::proportion_status(s.x2, s.n2);
    if (status != Status::ok) return detail::without(status);
    const double total = s.n1 + s.n2;
    const Limits limits = method == DifferenceMethod::newcombe ? newcombe(s, z)
                          : method == DifferenceMethod::mee    ? score(s, z, 1.0)
                                                               : score(s, z, total / std::max(total - 1.0, 1.0));
    return {s.x1 / s.n1 - s.x2 / s.n2, limits.lower, limits.upper, Status::ok};
}

}  // namespace

Estimate estimate_difference(double x1, double n1, double x2, double n2, const DifferenceOptions& options) noexcept {
    if (!detail::is_confidence(options.confidence)) return detail::without(Status::invalid_option);
    return estimate({x1, n1, x2, n2}, detail::Level(options.confidence).z, options.method);
}

void estimate_difference_into(std::span<const double> x1, std::span<const double> n1, std::span<const double> x2,
                              std::span<const double> n2, const DifferenceOptions& options,
                              const EstimateColumns& out) {
    detail::require_length("n1", n1.size(), x1.size());
    detail::require_length("x2", x2.size(), x1.size());
    detail::require_length("n2", n2.size(), x1.size());
    detail::require_columns(out, x1.size());
    detail::require_confidence(options.confidence);
    const double z = detail::Level(options.confidence).z;
    detail::fill(out, x1.size(),
                 [&](std::size_t i) noexcept { return estimate({x1[i], n1[i], x2[i], n2[i]}, z, options.method); });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

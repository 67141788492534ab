#include <ontrack/stats/ratio.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/arguments.hpp"
#include "stats/beta_quantile.hpp"
#include "stats/constants.hpp"
#include "stats/count_limits.hpp"
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

// No events below the line: no value, but the limits that the method has.
Estimate with(double value, const Limits& limits) noexcept {
    if (std::isnan(limits.lower) || std::isnan(limits.upper)) {
        return {std::isfinite(value) ? value : nan, limits.lower, limits.upper, Status::limit_undefined};
    }
    if (!std::isfinite(value)) return {nan, limits.lower, limits.upper, Status::value_undefined};
    return {value, limits.lower, limits.upper, Status::ok};
}

Limits log_limits(double ratio, double variance, double z) noexcept {
    if (!std::isfinite(variance)) return {nan, nan};
    const double factor = std::exp(z * std::sqrt(variance));
    return {ratio / factor, ratio * factor};
}

Estimate rate_ratio(const Two& s, const detail::Level& level, RateRatioMethod method) noexcept {
    for (const double argument : {s.x1, s.n1, s.x2, s.n2}) {
        if (const Status status = detail::count_status(argument); status != Status::ok) return detail::without(status);
    }
    if (s.n1 == 0.0 || s.n2 == 0.0) return detail::without(Status::no_denominator);
    const double ratio = s.x1 / s.n1 / (s.x2 / s.n2);
    if (method == RateRatioMethod::log) return with(ratio, log_limits(ratio, 1.0 / s.x1 + 1.0 / s.x2, level.z));
    const double exposure = s.n2 / s.n1;
    return with(
        ratio,
        {s.x1 == 0.0
             ? 0.0
             : exposure * std::exp(detail::beta_quantile({level.tail, 1.0 - level.tail}, s.x1, s.x2 + 1.0).logit),
         s.x2 == 0.0
             ? infinity
             : exposure * std::exp(detail::beta_quantile({1.0 - level.tail, level.tail}, s.x1 + 1.0, s.x2).logit)});
}

// The score statistic, in the logarithm of the ratio.
Limits score(const Two& s, double z, double inflation) noexcept {
    const double p1 = s.x1 / s.n1;
    const double p2 = s.x2 / s.n2;
    const auto away = [&](double log_ratio) noexcept {
        const double ratio = std::exp(log_ratio);
        // The smaller root of N·θ·p² − (θ·(n₁ + x₂) + x₁ + n₂)·p + x₁ + x₂ is the maximum likelihood of p₂.
        const double linear = ratio * (s.n1 + s.x2) + s.x1 + s.n2;
        const double events = s.x1 + s.x2;
        const double q2 =
            2.0 * events / (linear + std::sqrt(std::max(0.0, linear * linear - 4.0 * (s.n1 + s.n2) * ratio * events)));
        const double q1 = ratio * q2;
        const double variance = inflation * (q1 * (1.0 - q1) / s.n1 + ratio * ratio * q2 * (1.0 - q2) / s.n2);
        return (p1 - ratio * p2) / std::sqrt(std::max(variance, std::numeric_limits<double>::min()));
    };
    // Beyond e^±60 a ratio of counts that doubles can tell apart does not go.
    constexpr double far = 60.0;
    const double lower = detail::falling_root(-far, far, [&](double u) noexcept { return away(u) - z; });
    const double upper = detail::falling_root(-far, far, [&](double u) noexcept { return away(u) + z; });
    return {s.x1 == 0.0 ? 0.0 : std::exp(lower), s.x2 == 0.0 ? infinity : std::exp(upper)};
}

// Donner and Zou's limits for a/b from estimates with limits of their own.
Limits mover(double a, Limits of_a, double b, Limits of_b) noexcept {
    const auto root = [&](double limit_a, double limit_b, double side) noexcept {
        const double product = a * b;
        const double inside = product * product - limit_a * limit_b * (2.0 * a - limit_a) * (2.0 * b - limit_b);
        return (product + side * std::sqrt(std::max(0.0, inside))) / (limit_b * (2.0 * b - limit_b));
    };
    return {a == 0.0 ? 0.0 : std::max(0.0, root(of_a.lower, of_b.upper, -1.0)),
            b == 0.0 ? infinity : root(of_a.upper, of_b.lower, 1.0)};
}

Status two_shares(const Two& s) noexcept {
    const Status status = detail::proportion_status(s.x1, s.n1);
    return status == Status::ok ? detail::proportion_status(s.x2, s.n2) : status;
}

Estimate risk_ratio(const Two& s, double z, RiskRatioMethod method) noexcept {
    if (const Status status = two_shares(s); status != Status::ok) return detail::without(status);
    const double p1 = s.x1 / s.n1;
    const double p2 = s.x2 / s.n2;
    if (method != RiskRatioMethod::log && s.x1 == 0.0 && s.x2 == 0.0)
        return {nan, 0.0, infinity, Status::value_undefined};
    switch (method) {
        case RiskRatioMethod::miettinen_nurminen: {
            const double total = s.n1 + s.n2;
            return with(p1 / p2, score(s, z, total / std::max(total - 1.0, 1.0)));
        }
        case RiskRatioMethod::koopman:
            return with(p1 / p2, score(s, z, 1.0));
        case RiskRatioMethod::mover_wilson:
            return with(p1 / p2,
                        mover(p1, detail::wilson_limits(s.x1, s.n1, z), p2, detail::wilson_limits(s.x2, s.n2, z)));
        case RiskRatioMethod::log:
            break;
    }
    return with(p1 / p2, log_limits(p1 / p2, 1.0 / s.x1 - 1.0 / s.n1 + 1.0 / s.x2 - 1.0 / s.n2, z));
}

// The odds and their limits: Wilson's, turned from shares p into p/(1 − p).
Estimate odds_mover(const Two& s, double z) noexcept {
    const auto odds = [&](double x, double n) noexcept {
        const Limits share = detail::wilson_limits(x, n, z);
        const Limits rest = detail::wilson_limits(n - x, n, z);
        return Limits{share.lower / rest.upper, share.upper / rest.lower};
    };
    const double odds1 = s.x1 / (s.n1 - s.x1);
    const double odds2 = s.x2 / (s.n2 - s.x2);
    const double value = odds1 / odds2;
    if (!std::isfinite(odds1) || !std::isfinite(odds2) || (odds1 == 0.0 && odds2 == 0.0)) {
        return {std::isfinite(value) ? value : nan, nan, nan, Status::limit_undefined};
    }
    return with(value, mover(odds1, odds(s.x1, s.n1), odds2, odds(s.x2, s.n2)));
}

double odds_ratio(const Two& s) noexcept {
    return s.x1 * (s.n2 - s.x2) / ((s.n1 - s.x1) * s.x2);
}

Estimate odds_log(const Two& s, double z) noexcept {
    return with(odds_ratio(s),
                log_limits(odds_ratio(s), 1.0 / s.x1 + 1.0 / (s.n1 - s.x1) + 1.0 / s.x2 + 1.0 / (s.n2 - s.x2), z));
}

// The share of the second group at the maximum likelihood under an odds ratio: the root in [0, 1] of
// n₂(θ − 1)·p² + (n₁θ + n₂ − m(θ − 1))·p − m, m = x₁ + x₂, without a difference of nearly equal numbers.
double share_under(double ratio, double n1, double n2, double events) noexcept {
    const double square = n2 * (ratio - 1.0);
    const double linear = n1 * ratio + n2 - events * (ratio - 1.0);
    const double root = std::sqrt(std::max(0.0, linear * linear + 4.0 * square * events));
    return linear >= 0.0 ? 2.0 * events / (linear + root) : (root - linear) / (2.0 * square);
}

// The score statistic, in the logarithm of the ratio.
Estimate odds_score(const Two& s, double z) noexcept {
    const double events = s.x1 + s.x2;
    const double others = s.n1 + s.n2 - events;
    const auto away = [&](double log_ratio) noexcept {
        const double ratio = std::exp(log_ratio);
        // Those to whom it did not happen have the same odds ratio upside down.
        const double p2 = share_under(ratio, s.n1, s.n2, events);
        const double q2 = share_under(1.0 / ratio, s.n1, s.n2, others);
        const double p1 = ratio * p2 / (q2 + ratio * p2);
        const double q1 = q2 / (q2 + ratio * p2);
        const double one = std::max(s.n1 * p1 * q1, std::numeric_limits<double>::min());
        const double two = std::max(s.n2 * p2 * q2, std::numeric_limits<double>::min());
        return (s.x1 * q1 - (s.n1 - s.x1) * p1) * std::sqrt(1.0 / one + 1.0 / two);
    };
    constexpr double far = 60.0;
    const bool none = events == 0.0 || events == s.n1 + s.n2;
    const bool no_lower = none || s.x1 == 0.0 || s.x2 == s.n2;
    const bool no_upper = none || s.x1 == s.n1 || s.x2 == 0.0;
    return with(
        odds_ratio(s),
        {no_lower ? 0.0 : std::exp(detail::falling_root(-far, far, [&](double u) noexcept { return away(u) - z; })),
         no_upper ? infinity
                  : std::exp(detail::falling_root(-far, far, [&](double u) noexcept { return away(u) + z; }))});
}

void require_two(std::span<const double> x1, std::span<const double> x2, std::string_view first,
                 std::span<const double> n1, std::string_view second, std::span<const double> n2,
                 const EstimateColumns& out, double confidence) {
    detail::require_length(first, n1.size(), x1.size());
    detail::require_length("x2", x2.size(), x1.size());
    detail::require_length(second, n2.size(), x1.size());
    detail::require_columns(out, x1.size());
    detail::require_confidence(confidence);
}

}  // namespace

Estimate estimate_rate_ratio(double x1, double t1, double x2, double t2, const RateRatioOptions& options) noexcept {
    if (!detail::is_confidence(options.confidence)) return detail::without(Status::invalid_option);
    return rate_ratio({x1, t1, x2, t2}, detail::Level(options.confidence), options.method);
}

void estimate_rate_ratio_into(std::span<const double> x1, std::span<const double> t1, std::span<const double> x2,
                              std::span<const double> t2, const RateRatioOptions& options, const EstimateColumns& out) {
    require_two(x1, x2, "t1", t1, "t2", t2, out, options.confidence);
    const detail::Level level(options.confidence);
    detail::fill(out, x1.size(), [&](std::size_t i) noexcept {
        return rate_ratio({x1[i], t1[i], x2[i], t2[i]}, level, options.method);
    });
}

Estimate estimate_risk_ratio(double x1, double n1, double x2, double n2, const RiskRatioOptions& options) noexcept {
    if (!detail::is_confidence(options.confidence)) return detail::without(Status::invalid_option);
    return risk_ratio({x1, n1, x2, n2}, detail::Level(options.confidence).z, options.method);
}

void estimate_risk_ratio_into(std::span<const double> x1, std::span<const double> n1, std::span<const double> x2,
                              std::span<const double> n2, const RiskRatioOptions& options, const EstimateColumns& out) {
    require_two(x1, x2, "n1", n1, "n2", n2, out, options.confidence);
    const double z = detail::Level(options.confidence).z;
    detail::fill(out, x1.size(),
                 [&](std::size_t i) noexcept { return risk_ratio({x1[i], n1[i], x2[i], n2[i]}, z, options.method); });
}

Estimate estimate_odds_ratio(double x1, double n1, double x2, double n2, const OddsRatioOptions& options) noexcept {
    if (!detail::is_confidence(options.confidence)) return detail::without(Status::invalid_option);
    const Two s{x1, n1, x2, n2};
    if (const Status status = two_shares(s); status != Status::ok) return detail::without(status);
    const double z = detail::Level(options.confidence).z;
    const double total = n1 + n2;
    switch (options.method) {
        case OddsRatioMethod::miettinen_nurminen:
            return odds_score(s, z * std::sqrt(total / std::max(total - 1.0, 1.0)));
        case OddsRatioMethod::cornfield:
            return odds_score(s, z);
        case OddsRatioMethod::log:
            return odds_log(s, z);
        case OddsRatioMethod::mover_wilson:
            break;
    }
    return odds_mover(s, z);
}

Estimate estimate_odds_ratio(double x1, double n1, double x2, double n2, double confidence) noexcept {
    return estimate_odds_ratio(x1, n1, x2, n2, OddsRatioOptions{confidence, OddsRatioMethod::mover_wilson});
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

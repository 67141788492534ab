#include <ontrack/stats/funnel.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <ontrack/base/error.hpp>

#include "stats/arguments.hpp"
#include "stats/comparison.hpp"
#include "stats/constants.hpp"
#include "stats/count_limits.hpp"
#include "stats/fill.hpp"
#include "stats/funnel_scale.hpp"
#include "stats/proportion_limits.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

bool is_exact(FunnelLimits limits) noexcept {
    return limits == FunnelLimits::wilson || limits == FunnelLimits::exact || limits == FunnelLimits::exact_around;
}

bool suits(const FunnelOptions& options) noexcept {
    const bool proportion = options.statistic == FunnelStatistic::proportion;
    const bool for_proportions = options.limits == FunnelLimits::score || options.limits == FunnelLimits::wilson ||
                                 options.limits == FunnelLimits::arcsine;
    if (proportion != for_proportions && options.limits != FunnelLimits::score) return false;
    return options.overdispersion == Overdispersion::none || !is_exact(options.limits);
}

void require_options(const FunnelOptions& options) {
    detail::require_levels(options.confidence, options.outer_confidence);
    if (options.outer_confidence == 0.0) detail::require_confidence(options.outer_confidence);
    detail::require_positive("per", options.per);
    if (!std::isnan(options.target)) detail::require_positive("target", options.target);
    if (suits(options)) return;
    throw DataError(Problem{"not-for-this-statistic",
                            "these limits are not for this statistic, or have no over-dispersion",
                            Place{{}, 0, 0, "limits"},
                            "Take limits of the statistic; over-dispersion goes with score, arcsine, log and root"});
}

Status point_status(double x, double n, FunnelStatistic statistic) noexcept {
    if (statistic == FunnelStatistic::proportion) return detail::proportion_status(x, n);
    if (const Status status = detail::count_status(x); status != Status::ok) return status;
    const Status status = detail::count_status(n);
    return status == Status::ok && n == 0.0 ? Status::no_denominator : status;
}

/// In units of x/n; NaN where nothing can be pooled.
double target_of(std::span<const double> x, std::span<const double> n, const FunnelOptions& options) noexcept {
    if (!std::isnan(options.target)) return options.target;
    // FunnelPlotR's ratio of counts has the pooled ratio as its target.
    if (options.statistic == FunnelStatistic::ratio && options.limits != FunnelLimits::log_of_counts) return 1.0;
    double events = 0.0;
    double base = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (point_status(x[i], n[i], options.statistic) != Status::ok) continue;
        events += x[i];
        base += n[i];
    }
    return base > 0.0 ? events / base : nan;
}

/// Both levels of the options' lines.
class Lines {
public:
    Lines(double target, const Dispersion& dispersion, const FunnelOptions& options) noexcept
        : options_(options),
          target_(target),
          wider_(detail::widening(dispersion, options.overdispersion)),
          inner_level_(options.confidence, options.z_decimals),
          outer_level_(options.outer_confidence, options.z_decimals) {}

    [[nodiscard]] Limits inner(double n) const noexcept { return at(n, inner_level_); }
    [[nodiscard]] Limits outer(double n) const noexcept { return at(n, outer_level_); }
    [[nodiscard]] Comparison judge(double x, double n, const Limits& inner, const Limits& outer) const noexcept {
        if (options_.limits == FunnelLimits::exact)
            return compare_observed(x, n * target_, {options_.better, options_.confidence, options_.outer_confidence});
        return detail::comparison(x / n, inner, outer, options_.better);
    }

private:
    [[nodiscard]] Limits at(double n, const detail::FunnelLevel& level) const noexcept {
        return detail::funnel_limits(n, target_, wider_, level, options_);
    }

    const FunnelOptions& options_;
    double target_;
    detail::Widening wider_;
    detail::FunnelLevel inner_level_, outer_level_;
};

using detail::put;

void put_lines(const FunnelColumns& out, std::size_t i, const Limits& inner, const Limits& outer, double per) noexcept {
    put(out.lower, i, inner.lower * per);
    put(out.upper, i, inner.upper * per);
    put(out.outer_lower, i, outer.lower * per);
    put(out.outer_upper, i, outer.upper * per);
}

bool has_lines(const FunnelColumns& out) noexcept {
    return !out.lower.empty() || !out.upper.empty() || !out.outer_lower.empty() || !out.outer_upper.empty();
}

void require_columns(const FunnelColumns& out, std::size_t size) {
    detail::require_wanted("value", out.value, size);
    detail::require_wanted("lower", out.lower, size);
    detail::require_wanted("upper", out.upper, size);
    detail::require_wanted("outer_lower", out.outer_lower, size);
    detail::require_wanted("outer_upper", out.outer_upper, size);
    detail::require_wanted("z", out.z, size);
    detail::require_wanted("comparison", out.comparison, size);
    detail::require_wanted("status", out.status, size);
}

/// A target of 0, or of 1 for proportions, leaves no room for chance.
Status target_status(double target, FunnelStatistic statistic) noexcept {
    if (std::isnan(target)) return Status::no_denominator;
    if (!(target > 0.0)) return Status::too_few_events;
    return statistic == FunnelStatistic::proportion && target >= 1.0 ? Status::no_variation : Status::ok;
}

}  // namespace

Funnel funnel_into(std::span<const double> x, std::span<const double> n, const FunnelOptions& options,
                   const FunnelColumns& out) {
    detail::require_length("n", n.size(), x.size());
    require_columns(out, x.size());
    require_options(options);

    const double target = target_of(x, n, options);
    Funnel funnel{
        target * options.per, {nan, nan, 0, Status::too_few_points}, target_status(target, options.statistic)};
    std::vector<double> z(x.size(), nan);
    std::vector<double> standard_error(x.size(), nan);
    for (std::size_t i = 0; i < x.size() && funnel.status == Status::ok; ++i) {
        if (point_status(x[i], n[i], options.statistic) != Status::ok) continue;
        const detail::FunnelScore score = detail::funnel_score(x[i], n[i], target, options);
        z[i] = score.z;
        standard_error[i] = score.standard_error;
    }
    if (!is_exact(options.limits)) funnel.dispersion = estimate_dispersion(z, standard_error, options.trimming);
    if (funnel.status == Status::ok && options.overdispersion != Overdispersion::none)
        funnel.status = funnel.dispersion.status;

    const Lines lines(target, funnel.dispersion, options);
    // The exact lines are dear, and no point is judged by them.
    const bool wanted = has_lines(out) || (!out.comparison.empty() && options.limits != FunnelLimits::exact);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const Status own = point_status(x[i], n[i], options.statistic);
        put(out.value, i, own == Status::ok ? x[i] / n[i] * options.per : nan);
        put(out.z, i, z[i]);
        Status status = own == Status::ok ? funnel.status : own;
        const bool drawn = status == Status::ok;
        const Limits inner = drawn && wanted ? lines.inner(n[i]) : Limits{nan, nan};
        const Limits outer = drawn && wanted ? lines.outer(n[i]) : Limits{nan, nan};
        put_lines(out, i, inner, outer, options.per);
        if (drawn && x[i] < options.minimum_events) status = Status::too_few_events;
        if (!out.status.empty()) out.status[i] = status;
        if (!out.comparison.empty())
            out.comparison[i] = status == Status::ok ? lines.judge(x[i], n[i], inner, outer) : Comparison::not_compared;
    }
    return funnel;
}

void funnel_lines_into(const Funnel& funnel, std::span<const double> n, const FunnelOptions& options,
                       const FunnelColumns& out) {
    require_columns(out, n.size());
    require_options(options);
    const Lines lines(funnel.target / options.per, funnel.dispersion, options);
    for (std::size_t i = 0; i < n.size(); ++i) {
        const Status base = n[i] == 0.0 ? Status::no_denominator : detail::count_status(n[i]);
        const Status status = base == Status::ok ? funnel.status : base;
        const bool drawn = status == Status::ok;
        put_lines(out, i, drawn ? lines.inner(n[i]) : Limits{nan, nan}, drawn ? lines.outer(n[i]) : Limits{nan, nan},
                  options.per);
        if (!out.status.empty()) out.status[i] = status;
    }
}

EventFunnel event_funnel(double events, const Funnel& funnel, const FunnelOptions& options) noexcept {
    const auto none = [](Status status) { return EventFunnel{nan, nan, nan, nan, status}; };
    if (const Status status = detail::count_status(events); status != Status::ok) return none(status);
    if (funnel.status != Status::ok) return none(funnel.status);
    if (!detail::is_confidence(options.confidence) || !detail::is_confidence(options.outer_confidence) ||
        !(options.per > 0.0))
        return none(Status::invalid_option);
    const double target = funnel.target / options.per;
    const auto limits = [&](double confidence) noexcept {
        return detail::count_limits(events, detail::Level(confidence), CountMethod::exact);
    };
    const Limits inner = limits(options.confidence);
    const Limits outer = limits(options.outer_confidence);
    return {inner.upper / target, inner.lower / target, outer.upper / target, outer.lower / target, Status::ok};
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

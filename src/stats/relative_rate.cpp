#include <ontrack/stats/relative_rate.hpp>

#include <ontrack/stats/ratio.hpp>

#include "stats/arguments.hpp"
#include "stats/fill.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

Estimate index(double a, double group_base, double c, double reference_base,
               const RelativeRateOptions& options) noexcept {
    // A number below zero is another fault.
    const auto few = [](double x, double least) noexcept { return x >= 0.0 && x < least; };
    if (few(a, options.minimum_events) || few(c, options.minimum_events) || few(group_base, options.minimum_base) ||
        few(reference_base, options.minimum_base))
        return detail::without(Status::too_few_events);
    if (options.method == RelativeRateMethod::katz)
        return estimate_risk_ratio(a, group_base, c, reference_base, {options.confidence, RiskRatioMethod::log});
    return estimate_rate_ratio(
        a, group_base, c, reference_base,
        {options.confidence,
         options.method == RelativeRateMethod::exact ? RateRatioMethod::exact : RateRatioMethod::log});
}

}  // namespace

void relative_rates_into(std::span<const double> group, std::span<const double> reference,
                         const RelativeRateOptions& options, const EstimateColumns& out) {
    detail::require_length("reference", reference.size(), group.size());
    const std::size_t stages = group.empty() ? 0 : group.size() - 1;
    detail::require_columns(out, stages);
    detail::require_confidence(options.confidence);
    detail::fill(out, stages, [&](std::size_t i) noexcept {
        const std::size_t base = options.base == StageBase::first ? 0 : i;
        return index(group[i + 1], group[base], reference[i + 1], reference[base], options);
    });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

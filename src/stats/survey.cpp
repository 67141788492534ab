#include <ontrack/stats/survey.hpp>

#include <cmath>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/fill.hpp"
#include "stats/proportion_limits.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

Estimate estimate(double x, double n, const SurveyDesign& design, const detail::Level& level,
                  ProportionMethod method) noexcept {
    if (const Status status = detail::proportion_status(x, n); status != Status::ok) return detail::without(status);
    if (std::isnan(design.population)) return detail::without(Status::missing_value);
    if (n > design.population) return detail::without(Status::above_denominator);
    const double share = x / n;
    const double size = effective_sample_size(n, design);
    if (std::isinf(size)) return {share, share, share, Status::ok};
    if (size == 0.0) return detail::without(Status::no_denominator);
    const double events = x == n ? size : share * size;
    const Limits limits = detail::proportion_limits(events, size, level, method);
    return {share, limits.lower, limits.upper, Status::ok};
}

}  // namespace

double effective_sample_size(double n, const SurveyDesign& design) noexcept {
    if (!(n >= 0.0 && n <= design.population && design.design_effect > 0.0 && std::isfinite(n))) return nan;
    const double size = n / design.design_effect;
    if (std::isinf(design.population)) return size;
    if (n == design.population) return std::numeric_limits<double>::infinity();
    return size * (design.population - 1.0) / (design.population - n);
}

Estimate estimate_survey_proportion(double x, double n, const SurveyDesign& design,
                                    const ProportionOptions& options) noexcept {
    if (!detail::is_confidence(options.confidence) ||
        !(design.design_effect > 0.0 && std::isfinite(design.design_effect))) {
        return detail::without(Status::invalid_option);
    }
    return estimate(x, n, design, detail::Level(options.confidence), options.method);
}

void estimate_survey_proportion_into(std::span<const double> x, std::span<const double> n, const SurveyDesign& design,
                                     const ProportionOptions& options, const EstimateColumns& out) {
    detail::require_length("n", n.size(), x.size());
    detail::require_columns(out, x.size());
    detail::require_confidence(options.confidence);
    detail::require_positive("design_effect", design.design_effect);
    const detail::Level level(options.confidence);
    detail::fill(out, x.size(),
                 [&](std::size_t i) noexcept { return estimate(x[i], n[i], design, level, options.method); });
}

double weighting_effect(std::span<const double> weights) noexcept {
    double sum = 0.0;
    double squares = 0.0;
    for (const double weight : weights) {
        if (!(weight >= 0.0)) return nan;
        sum += weight;
        squares += weight * weight;
    }
    return sum > 0.0 ? static_cast<double>(weights.size()) * squares / (sum * sum) : nan;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#include <ontrack/stats/proportion.hpp>

#include "stats/arguments.hpp"
#include "stats/fill.hpp"
#include "stats/proportion_limits.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

template <class Method>
Estimate estimate(double x, double n, Method limits_of) noexcept {
    const Status status = detail::proportion_status(x, n);
    if (status != Status::ok) return detail::without(status);
    const Limits limits = limits_of(x, n);
    return {x / n, limits.lower, limits.upper, Status::ok};
}

}  // namespace

Estimate estimate_proportion(double x, double n, const ProportionOptions& options) noexcept {
    if (!detail::is_confidence(options.confidence)) return detail::without(Status::invalid_option);
    const detail::Level level(options.confidence);
    return estimate(x, n, [&](double events, double base) noexcept {
        return detail::proportion_limits(events, base, level, options.method);
    });
}

void estimate_proportion_into(std::span<const double> x, std::span<const double> n, const ProportionOptions& options,
                              const EstimateColumns& out) {
    detail::require_length("n", n.size(), x.size());
    detail::require_columns(out, x.size());
    detail::require_confidence(options.confidence);
    const detail::Level level(options.confidence);
    if (options.method == ProportionMethod::wilson) {
        detail::WilsonBlock* const block = detail::wilson_block();
        detail::fill_by_blocks(
            out, x.size(),
            [&](std::size_t start, std::size_t size, double* lower, double* upper) noexcept {
                return block(x.data() + start, n.data() + start, size, level.z, lower, upper);
            },
            [&](std::size_t i) noexcept { return x[i] / n[i]; },
            [&](std::size_t i) noexcept {
                return estimate(x[i], n[i], [&](double events, double base) noexcept {
                    return detail::wilson_limits(events, base, level.z);
                });
            });
        return;
    }
    detail::fill(out, x.size(), [&](std::size_t i) noexcept {
        return estimate(x[i], n[i], [&](double events, double base) noexcept {
            return detail::proportion_limits(events, base, level, options.method);
        });
    });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

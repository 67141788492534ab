#include <ontrack/stats/count_rate.hpp>

#include <cmath>

#include <ontrack/stats/quantiles.hpp>

#include "stats/arguments.hpp"
#include "stats/count_limits.hpp"
#include "stats/fill.hpp"
#include "stats/score_root.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace detail {
namespace {

Limits byar(double x, double z) noexcept {
    Limits limits = byar_limits(x, z);
    if (!(limits.lower >= 0.0)) limits.lower = std::numeric_limits<double>::quiet_NaN();
    return limits;
}

// The means at which ½P(X = x) and the rest of a tail, together the mean of two gamma tails, are `tail`; each lies between
// the limits of Garwood for that count and its neighbour.
Limits mid_p(double x, double tail) noexcept {
    const GammaQuantile below({tail, 1.0 - tail});
    const GammaQuantile above({1.0 - tail, tail});
    if (x == 0.0) return {0.0, -std::log(2.0 * tail)};
    return {falling_root(
                below(x), below(x + 1.0),
                [&](double mean) noexcept { return tail - 0.5 * (gamma_cdf(mean, x) + gamma_cdf(mean, x + 1.0)); }),
            falling_root(above(x), above(x + 1.0), [&](double mean) noexcept {
                return 0.5 * (gamma_upper(mean, x) + gamma_upper(mean, x + 1.0)) - tail;
            })};
}

}  // namespace

Limits count_limits(double x, const Level& level, CountMethod method) noexcept {
    if (method == CountMethod::mid_p) return mid_p(x, level.tail);
    const bool exact = method == CountMethod::exact || (method == CountMethod::public_health && x < byar_from);
    return exact ? ExactCountLimits<GammaQuantile>(level)(x) : byar(x, level.z);
}

}  // namespace detail

namespace {

// A count is the rate of an exposure of one.
template <class Function>
Estimate estimate(double x, double exposure, double per, Function limits_of) noexcept {
    if (const Status status = detail::count_status(x); status != Status::ok) return detail::without(status);
    if (const Status status = detail::count_status(exposure); status != Status::ok) return detail::without(status);
    if (exposure == 0.0) return detail::without(Status::no_denominator);
    const double factor = per / exposure;
    if (std::isinf(factor)) return detail::without(Status::not_finite);
    const Limits limits = limits_of(x);
    return {x * factor, limits.lower * factor, limits.upper * factor,
            std::isnan(limits.lower) ? Status::limit_undefined : Status::ok};
}

// The limits of counts, a block at a time.
class BatchLimits {
public:
    BatchLimits(double confidence, CountMethod method) noexcept
        : level_(confidence), method_(method), exact_(level_), exact_below_(exact_below()) {}

    Limits operator()(double x) noexcept {
        if (method_ == CountMethod::mid_p) return detail::count_limits(x, level_, method_);
        return method_ == CountMethod::exact || x < exact_below_ ? exact_(x) : detail::byar(x, level_.z);
    }

    bool operator()(const double* x, std::size_t size, double* lower, double* upper) noexcept {
        if (method_ == CountMethod::mid_p) return false;  // element by element
        if (method_ == CountMethod::exact) {
            const auto block = detail::gamma_block();
            block(x, size, 0.0, exact_.lower().quantile().terms(), lower);
            block(x, size, 1.0, exact_.upper().quantile().terms(), upper);
        } else if (const bool sound = detail::byar_block()(x, size, level_.z, lower, upper);
                   method_ == CountMethod::byar) {
            return sound;
        }
        bool sound = true;
        for (std::size_t i = 0; i < size; ++i) {
            sound &= (x[i] >= 0.0) & (x[i] <= largest_count);
            if (!(x[i] < exact_below_) || !sound) continue;
            const Limits limits = exact_(x[i]);
            lower[i] = limits.lower;
            upper[i] = limits.upper;
        }
        return sound;
    }

private:
    double exact_below() const noexcept {
        if (method_ == CountMethod::exact) return exact_.lower().quantile().expansion_from();
        return method_ == CountMethod::byar ? 0.0 : detail::byar_from;
    }

    detail::Level level_;
    CountMethod method_;
    detail::ExactCountLimits<detail::RememberedGammaQuantile> exact_;
    double exact_below_;
};

template <class Exposure>
void fill(std::span<const double> x, Exposure exposure, const RateOptions& options,
          const EstimateColumns& out) noexcept {
    BatchLimits limits_of(options.confidence, options.method);
    detail::fill_by_blocks(
        out, x.size(),
        [&](std::size_t start, std::size_t size, double* lower, double* upper) noexcept {
            bool sound = limits_of(x.data() + start, size, lower, upper);
            for (std::size_t i = 0; i < size; ++i) {
                const double base = exposure(start + i);
                const double factor = options.per / base;
                sound &= (base <= largest_count) & (factor > 0.0) & (factor <= std::numeric_limits<double>::max());
                lower[i] *= factor;
                upper[i] *= factor;
            }
            return sound;
        },
        [&](std::size_t i) noexcept { return x[i] * (options.per / exposure(i)); },
        [&](std::size_t i) noexcept {
            return estimate(x[i], exposure(i), options.per, [&](double events) noexcept { return limits_of(events); });
        });
}

}  // namespace

Estimate estimate_rate(double x, double exposure, const RateOptions& options) noexcept {
    if (!detail::is_confidence(options.confidence) || !(options.per > 0.0 && std::isfinite(options.per))) {
        return detail::without(Status::invalid_option);
    }
    const detail::Level level(options.confidence);
    return estimate(x, exposure, options.per,
                    [&](double events) noexcept { return detail::count_limits(events, level, options.method); });
}

void estimate_rate_into(std::span<const double> x, std::span<const double> exposure, const RateOptions& options,
                        const EstimateColumns& out) {
    detail::require_length("exposure", exposure.size(), x.size());
    detail::require_columns(out, x.size());
    detail::require_confidence(options.confidence);
    detail::require_positive("per", options.per);
    fill(x, [=](std::size_t i) noexcept { return exposure[i]; }, options, out);
}

Estimate estimate_count(double x, const CountOptions& options) noexcept {
    return estimate_rate(x, 1.0, {options.confidence, options.method, 1.0});
}

void estimate_count_into(std::span<const double> x, const CountOptions& options, const EstimateColumns& out) {
    detail::require_columns(out, x.size());
    detail::require_confidence(options.confidence);
    fill(x, [](std::size_t) noexcept { return 1.0; }, {options.confidence, options.method, 1.0}, out);
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

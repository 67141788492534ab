#include <ontrack/stats/benchmark.hpp>

#include <array>
#include <cmath>
#include <string>

#include <ontrack/base/error.hpp>

#include "stats/arguments.hpp"
#include "stats/comparison.hpp"
#include "stats/count_limits.hpp"
#include "stats/proportion_limits.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace detail {

Comparison comparison(int levels, Better better) noexcept {
    constexpr std::array<Comparison, 5> judged{Comparison::worst, Comparison::worse, Comparison::similar,
                                               Comparison::better, Comparison::best};
    constexpr std::array<Comparison, 5> neutral{Comparison::lowest, Comparison::lower, Comparison::similar,
                                                Comparison::higher, Comparison::highest};
    const int signed_place = better == Better::low ? 2 - levels : 2 + levels;
    const auto place = static_cast<std::size_t>(signed_place);
    return better == Better::neither ? neutral[place] : judged[place];
}

void require_levels(double confidence, double outer_confidence) {
    require_confidence(confidence);
    // An outer level within the inner would make every class the outer one.
    if (outer_confidence == 0.0 || (outer_confidence >= confidence && outer_confidence < 1.0)) return;
    throw DataError(Problem{"not-a-confidence-level", "the outer level is " + std::to_string(outer_confidence),
                            Place{{}, 0, 0, "outer_confidence"},
                            "Give a fraction from the confidence level to 1, as 0.998, or 0 for one level only"});
}

void require_one_or_each(std::string_view argument, std::size_t length, std::size_t expected) {
    if (length != 1) require_length(argument, length, expected);
}

}  // namespace detail

namespace {

using detail::comparison;
using detail::side_of;

bool known(const Limits& limits) noexcept {
    return !std::isnan(limits.lower) && !std::isnan(limits.upper);
}

/// The two levels of the options, made once for a batch.
class Levels {
public:
    explicit Levels(const BenchmarkOptions& options) noexcept
        : better_(options.better),
          two_(options.outer_confidence != 0.0),
          valid_(detail::is_confidence(options.confidence) &&
                 (!two_ || (options.outer_confidence >= options.confidence && options.outer_confidence < 1.0))),
          inner_(options.confidence),
          outer_(two_ ? options.outer_confidence : options.confidence) {}

    /// `limits_of(level)` are the limits, and `value` stands inside or outside of them.
    template <class Function>
    [[nodiscard]] Comparison operator()(double value, Function limits_of) const noexcept {
        if (!valid_) return Comparison::not_compared;
        const int side = side_of(value, limits_of(inner_));
        if (side == 0 || !two_) return comparison(side, better_);
        return comparison(side_of(value, limits_of(outer_)) == side ? 2 * side : side, better_);
    }
    [[nodiscard]] Comparison proportion(double value, double n, double benchmark) const noexcept {
        if (detail::proportion_status(value, 1.0) != Status::ok ||
            detail::proportion_status(n * benchmark, n) != Status::ok)
            return Comparison::not_compared;
        return (*this)(value, [&](const detail::Level& level) noexcept {
            return detail::wilson_limits(n * benchmark, n, level.z);
        });
    }
    [[nodiscard]] Comparison rate(double value, double exposure, double benchmark) const noexcept {
        const double expected = exposure * benchmark;
        if (!(exposure > 0.0) || detail::count_status(value) != Status::ok ||
            detail::count_status(expected) != Status::ok)
            return Comparison::not_compared;
        return (*this)(value * exposure, [&](const detail::Level& level) noexcept {
            return detail::count_limits(expected, level, CountMethod::exact);
        });
    }
    [[nodiscard]] Comparison observed(double events, double expected) const noexcept {
        if (!(expected > 0.0) || detail::count_status(events) != Status::ok ||
            detail::count_status(expected) != Status::ok)
            return Comparison::not_compared;
        const auto limits = [&](const detail::Level& level) noexcept {
            const Limits count = detail::count_limits(events, level, CountMethod::public_health);
            return Limits{-count.upper, -count.lower};
        };
        // The interval below the expected number is the expected number above the interval: both with their signs turned.
        return (*this)(-expected, limits);
    }

private:
    Better better_;
    bool two_;
    bool valid_;
    detail::Level inner_, outer_;
};

template <class Function>
void each(std::span<const double> first, std::string_view name, std::span<const double> second,
          std::span<const double> benchmark, const BenchmarkOptions& options, std::span<Comparison> out,
          Function compare) {
    detail::require_length(name, second.size(), first.size());
    detail::require_one_or_each("benchmark", benchmark.size(), first.size());
    detail::require_length("out", out.size(), first.size());
    detail::require_levels(options.confidence, options.outer_confidence);
    const Levels levels(options);
    for (std::size_t i = 0; i < first.size(); ++i)
        out[i] = compare(levels, first[i], second[i], benchmark[benchmark.size() == 1 ? 0 : i]);
}

}  // namespace

Comparison compare_with_benchmark(const Limits& interval, double benchmark, Better better) noexcept {
    if (!known(interval) || std::isnan(benchmark)) return Comparison::not_compared;
    return comparison(-side_of(benchmark, interval), better);
}

Comparison compare_with_benchmark(const Limits& inner, const Limits& outer, double benchmark, Better better) noexcept {
    if (!known(inner) || !known(outer) || std::isnan(benchmark)) return Comparison::not_compared;
    const int side = -side_of(benchmark, inner);
    return comparison(side == -side_of(benchmark, outer) ? 2 * side : side, better);
}

Comparison compare_intervals(const Limits& interval, const Limits& comparator, Better better) noexcept {
    if (!known(interval) || !known(comparator)) return Comparison::not_compared;
    return comparison(
        static_cast<int>(interval.lower > comparator.upper) - static_cast<int>(interval.upper < comparator.lower),
        better);
}

Comparison compare_proportion(double value, double n, double benchmark, const BenchmarkOptions& options) noexcept {
    return Levels(options).proportion(value, n, benchmark);
}

Comparison compare_rate(double value, double exposure, double benchmark, const BenchmarkOptions& options) noexcept {
    return Levels(options).rate(value, exposure, benchmark);
}

Comparison compare_observed(double observed, double expected, const BenchmarkOptions& options) noexcept {
    return Levels(options).observed(observed, expected);
}

Comparison compare_with_target(double value, double target, Better better) noexcept {
    if (std::isnan(value) || std::isnan(target) || better == Better::neither) return Comparison::not_compared;
    return (better == Better::high ? value >= target : value <= target) ? Comparison::better : Comparison::worse;
}

Comparison compare_with_target(const Limits& interval, double target, Better better) noexcept {
    if (!known(interval) || std::isnan(target)) return Comparison::not_compared;
    return comparison(static_cast<int>(interval.lower >= target) - static_cast<int>(interval.upper < target), better);
}

Comparison compare_with_range(double value, const Limits& range, Better better) noexcept {
    if (std::isnan(value) || !known(range)) return Comparison::not_compared;
    return comparison(static_cast<int>(value >= range.upper) - static_cast<int>(value < range.lower), better);
}

void compare_proportion_into(std::span<const double> value, std::span<const double> n,
                             std::span<const double> benchmark, const BenchmarkOptions& options,
                             std::span<Comparison> out) {
    each(value, "n", n, benchmark, options, out, [](const Levels& levels, double share, double base, double against) {
        return levels.proportion(share, base, against);
    });
}

void compare_rate_into(std::span<const double> value, std::span<const double> exposure,
                       std::span<const double> benchmark, const BenchmarkOptions& options, std::span<Comparison> out) {
    each(value, "exposure", exposure, benchmark, options, out,
         [](const Levels& levels, double rate, double base, double against) {
             return levels.rate(rate, base, against);
         });
}

void compare_observed_into(std::span<const double> observed, std::span<const double> expected,
                           const BenchmarkOptions& options, std::span<Comparison> out) {
    constexpr std::array<double, 1> one{1.0};
    each(observed, "expected", expected, one, options, out,
         [](const Levels& levels, double events, double mean, double) { return levels.observed(events, mean); });
}

void compare_with_benchmark_into(const IntervalColumns& intervals, std::span<const double> benchmark, Better better,
                                 std::span<Comparison> out) {
    const std::size_t size = intervals.lower.size();
    const bool two = !intervals.outer_lower.empty() || !intervals.outer_upper.empty();
    detail::require_length("upper", intervals.upper.size(), size);
    if (two) detail::require_length("outer_lower", intervals.outer_lower.size(), size);
    if (two) detail::require_length("outer_upper", intervals.outer_upper.size(), size);
    detail::require_one_or_each("benchmark", benchmark.size(), size);
    detail::require_length("out", out.size(), size);
    for (std::size_t i = 0; i < size; ++i) {
        const double against = benchmark[benchmark.size() == 1 ? 0 : i];
        const Limits inner{intervals.lower[i], intervals.upper[i]};
        out[i] =
            two ? compare_with_benchmark(inner, {intervals.outer_lower[i], intervals.outer_upper[i]}, against, better)
                : compare_with_benchmark(inner, against, better);
    }
}

std::string_view to_string(Comparison comparison) noexcept {
    switch (comparison) {
        case Comparison::not_compared:
            return "not_compared";
        case Comparison::worst:
            return "worst";
        case Comparison::worse:
            return "worse";
        case Comparison::similar:
            return "similar";
        case Comparison::better:
            return "better";
        case Comparison::best:
            return "best";
        case Comparison::lowest:
            return "lowest";
        case Comparison::lower:
            return "lower";
        case Comparison::higher:
            return "higher";
        case Comparison::highest:
            return "highest";
    }
    return "unknown";
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#include <ontrack/stats/two_counts.hpp>

#include <algorithm>
#include <cmath>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/quantiles.hpp>

#include "stats/arguments.hpp"
#include "stats/binomial.hpp"
#include "stats/constants.hpp"
#include "stats/count_limits.hpp"
#include "stats/e_test.hpp"
#include "stats/test_columns.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

using detail::TwoCounts;

Status status_of(const TwoCounts& s, const TwoCountsOptions& options) noexcept {
    for (const double each : {s.x1, s.t1, s.x2, s.t2}) {
        if (const Status status = detail::count_status(each); status != Status::ok) return status;
    }
    if (s.t1 == 0.0 || s.t2 == 0.0) return Status::no_denominator;
    const bool e_test = options.test == TwoCountsTest::e_test || options.test == TwoCountsTest::e_test_score;
    const bool conditional =
        options.test == TwoCountsTest::conditional || options.test == TwoCountsTest::conditional_mid_p;
    if (std::isnan(options.difference) || std::isinf(options.difference) ||
        (options.difference != 0.0 && options.test != TwoCountsTest::e_test))
        return Status::invalid_option;
    if ((e_test || conditional) && (s.x1 != std::floor(s.x1) || s.x2 != std::floor(s.x2))) return Status::not_a_count;
    if (e_test && s.x1 + s.x2 > detail::most_e_test_events) return Status::not_a_count;
    return s.x1 + s.x2 == 0.0 && !conditional ? Status::value_undefined : Status::ok;
}

/// A binomial count of n with share p, and the share's complement q in full precision.
struct Binomial {
    double n, p, q;

    [[nodiscard]] double mass(double k) const noexcept { return detail::binomial_mass(k, n, p); }
    [[nodiscard]] double at_most(double k) const noexcept {
        return k < 0.0 ? 0.0 : k >= n ? 1.0 : beta_cdf(q, n - k, k + 1.0);
    }
    [[nodiscard]] Binomial turned() const noexcept { return {n, q, p}; }
    [[nodiscard]] double at_least(double k) const noexcept { return turned().at_most(n - k); }

    /// All outcomes on the far side of the mean that are no more probable than x, on the near side; with a hair's breadth
    /// for two that are equal but for rounding.
    [[nodiscard]] double as_improbable(double x) const noexcept {
        if (x > n * p) return turned().as_improbable(n - x);
        const double most = mass(x) * (1.0 + 1e-7);
        double low = std::ceil(n * p);
        double high = n + 1.0;
        while (low < high) {
            const double middle = std::floor(0.5 * (low + high));
            if (mass(middle) <= most)
                high = middle;
            else
                low = middle + 1.0;
        }
        // Where x is the most probable outcome the two tails meet.
        return low <= x ? 1.0 : std::min(1.0, at_most(x) + (low > n ? 0.0 : at_least(low)));
    }
};

double conditional_p(const TwoCounts& s, Alternative alternative, bool mid_p) noexcept {
    const Binomial law{s.x1 + s.x2, s.t1 / (s.t1 + s.t2), s.t2 / (s.t1 + s.t2)};
    if (law.n == 0.0) return 1.0;
    const double p = alternative == Alternative::greater ? law.at_least(s.x1)
                     : alternative == Alternative::less  ? law.at_most(s.x1)
                                                         : law.as_improbable(s.x1);
    return mid_p ? p - 0.5 * law.mass(s.x1) : p;
}

double score_of(const TwoCounts& s, TwoCountsTest test) noexcept {
    const double e = s.t1 / s.t2;
    if (test == TwoCountsTest::score) return (s.x1 - e * s.x2) / std::sqrt(e * (s.x1 + s.x2));
    if (test == TwoCountsTest::wald) return (s.x1 - e * s.x2) / std::sqrt(s.x1 + e * e * s.x2);
    return 2.0 * (std::sqrt(s.x1 + 0.375) - std::sqrt(e * (s.x2 + 0.375))) / std::sqrt(1.0 + e);
}

}  // namespace

TestResult test_two_counts(double x1, double t1, double x2, double t2, const TwoCountsOptions& options) noexcept {
    const TwoCounts s{x1, t1, x2, t2};
    if (const Status status = status_of(s, options); status != Status::ok) return {nan, nan, status};
    switch (options.test) {
        case TwoCountsTest::conditional:
        case TwoCountsTest::conditional_mid_p:
            return detail::tested(
                x1, conditional_p(s, options.alternative, options.test == TwoCountsTest::conditional_mid_p));
        case TwoCountsTest::e_test:
        case TwoCountsTest::e_test_score:
            return detail::e_test(s, options);
        case TwoCountsTest::score:
        case TwoCountsTest::wald:
        case TwoCountsTest::square_root:
            break;
    }
    const double z = score_of(s, options.test);
    return detail::tested(z, detail::normal_p(z, options.alternative));
}

void test_two_counts_into(std::span<const double> x1, std::span<const double> t1, std::span<const double> x2,
                          std::span<const double> t2, const TwoCountsOptions& options, const TestColumns& out) {
    const std::size_t size = x1.size();
    detail::require_length("t1", t1.size(), size);
    detail::require_length("x2", x2.size(), size);
    detail::require_length("t2", t2.size(), size);
    detail::require_columns(out, size);
    for (std::size_t i = 0; i < size; ++i) {
        const TestResult result = test_two_counts(x1[i], t1[i], x2[i], t2[i], options);
        detail::write(out, i, result);
    }
}

double root_z(double before, double after) noexcept {
    if (!(before >= 0.0 && after >= 0.0)) return nan;
    return 2.0 * (std::sqrt(after) - std::sqrt(before));
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

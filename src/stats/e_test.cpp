#include "stats/e_test.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/special_functions/gamma.hpp>

#include <ontrack/stats/quantiles.hpp>

#include "stats/boost_policy.hpp"
#include "stats/test_columns.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

/// Beyond so far from its mean a Poisson count is not seen in double precision.
double reach(double mean) noexcept {
    return 10.0 * std::sqrt(mean) + 40.0;
}

double poisson_mass(double count, double mean) noexcept {
    return boost::math::gamma_p_derivative(count + 1.0, mean, quiet());
}
double at_least(double count, double mean) noexcept {
    return count <= 0.0 ? 1.0 : gamma_cdf(mean, count);
}
double below(double count, double mean) noexcept {
    return count <= 0.0 ? 0.0 : gamma_upper(mean, count);
}

/// The first whole number from `low` to `high` that `holds` is true of, true from there on; `high` when of none.
template <class Predicate>
double first_that(double low, double high, Predicate holds) noexcept {
    while (low < high) {
        const double middle = std::floor(0.5 * (low + high));
        if (holds(middle))
            high = middle;
        else
            low = middle + 1.0;
    }
    return high;
}

class Test {
public:
    Test(const TwoCounts& s, const TwoCountsOptions& options) noexcept
        : s_(s),
          options_(options),
          statistic_(statistic(s.x1, s.x2)),
          // Pairs of counts that are as far out but for rounding count.
          slack_(1e-11 * std::max(1.0, std::abs(statistic_))) {
        const double pooled = (s.x1 + s.x2) / (s.t1 + s.t2) - options.difference * s.t1 / (s.t1 + s.t2);
        mean2_ = s.t2 * pooled;
        mean1_ = s.t1 * (pooled + options.difference);
    }

    [[nodiscard]] double statistic() const noexcept { return statistic_; }

    [[nodiscard]] double p_value() const noexcept {
        // A difference that no rates could have had with these counts: nothing speaks against it more than they do.
        if (!(mean1_ > 0.0 && mean2_ > 0.0)) return 1.0;
        double sum = 0.0;
        const double last = std::ceil(mean1_ + reach(mean1_));
        for (double x1 = std::max(0.0, std::floor(mean1_ - reach(mean1_))); x1 <= last; x1 += 1.0) {
            sum += poisson_mass(x1, mean1_) * second_tail(x1);
        }
        return std::min(1.0, sum);
    }

private:
    [[nodiscard]] double statistic(double x1, double x2) const noexcept {
        if (options_.test == TwoCountsTest::e_test_score) {
            const double e = s_.t1 / s_.t2;
            return (x1 - e * x2) / std::sqrt(e * (x1 + x2));
        }
        return (x1 / s_.t1 - x2 / s_.t2 - options_.difference) / std::sqrt(x1 / (s_.t1 * s_.t1) + x2 / (s_.t2 * s_.t2));
    }

    /// The probability of the second counts that make the pair extreme. As x₂ grows the statistic rises up to `peak` (which is
    /// 0 unless the difference is above zero) and falls from there on: two bisections find where it passes.
    [[nodiscard]] double second_tail(double x1) const noexcept {
        const double peak = s_.t2 * (options_.difference - x1 / s_.t1) - 2.0 * s_.t2 * s_.t2 * x1 / (s_.t1 * s_.t1);
        // 0 and 0 have no statistic unless there is a difference.
        const double start = peak >= 0.0 && options_.difference != 0.0 ? std::floor(peak) + 1.0
                             : x1 == 0.0 && options_.difference == 0.0 ? 1.0
                                                                       : 0.0;
        const double end = std::max(start, std::ceil(mean2_ + reach(mean2_)));
        const double size = std::abs(statistic_);
        const bool two_sided = options_.alternative == Alternative::two_sided;
        const double least = (two_sided ? size : statistic_) - slack_;
        const double most = (two_sided ? -size : statistic_) + slack_;
        const auto high = [&](double x2) noexcept { return statistic(x1, x2) >= least; };
        // A statistic of 0 is as far out on either side, and counted once.
        const auto low = [&](double x2) noexcept {
            const double t = statistic(x1, x2);
            return t <= most && !(two_sided && t >= least);
        };
        const bool rises = options_.difference != 0.0 && start > 0.0;
        double sum = 0.0;
        if (options_.alternative != Alternative::less) {
            sum += below(first_that(start, end, [&](double x2) { return !high(x2); }), mean2_) - below(start, mean2_);
            if (rises) sum += below(start, mean2_) - below(first_that(0.0, start, high), mean2_);
        }
        if (options_.alternative != Alternative::greater) {
            sum += at_least(first_that(start, end, low), mean2_);
            if (rises) sum += below(first_that(0.0, start, [&](double x2) { return !low(x2); }), mean2_);
        }
        return sum;
    }

    TwoCounts s_;
    TwoCountsOptions options_;
    double statistic_;
    double slack_;
    double mean1_ = 0.0;
    double mean2_ = 0.0;
};

}  // namespace

TestResult e_test(const TwoCounts& counts, const TwoCountsOptions& options) noexcept {
    const Test test(counts, options);
    return tested(test.statistic(), test.p_value());
}

}  // namespace ontrack::inline v0::stats::detail

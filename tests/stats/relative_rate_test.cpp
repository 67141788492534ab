#include <ontrack/stats/relative_rate.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/ratio.hpp>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Residents, stops, arrests, charges.
const std::vector<double> group{4000, 240, 36, 20};
const std::vector<double> reference_group{16000, 480, 60, 36};

struct Chain {
    Chain(const std::vector<double>& a, const std::vector<double>& c, const RelativeRateOptions& options)
        : value(a.size() - 1), lower(value), upper(value), status(value.size()) {
        relative_rates_into(a, c, options, {value, lower, upper, status});
    }
    std::vector<double> value, lower, upper;
    std::vector<Status> status;
};

TEST(RelativeRate, EachStageAgainstTheOneBefore) {
    const Chain chain(group, reference_group, {});
    EXPECT_DOUBLE_EQ(chain.value[0], 240.0 / 4000.0 / (480.0 / 16000.0));
    EXPECT_DOUBLE_EQ(chain.value[1], 36.0 / 240.0 / (60.0 / 480.0));
    EXPECT_DOUBLE_EQ(chain.value[2], 20.0 / 36.0 / (36.0 / 60.0));
    for (std::size_t i = 0; i < 3; ++i) {
        const Estimate e = estimate_rate_ratio(group[i + 1], group[i], reference_group[i + 1], reference_group[i]);
        EXPECT_EQ(chain.lower[i], e.lower);
        EXPECT_EQ(chain.upper[i], e.upper);
    }
}

TEST(RelativeRate, StagesMultiplyToTheWholeChain) {
    const Chain steps(group, reference_group, {});
    RelativeRateOptions options;
    options.base = StageBase::first;
    const Chain whole(group, reference_group, options);
    EXPECT_NEAR(whole.value[2], steps.value[0] * steps.value[1] * steps.value[2], 1e-14);
    EXPECT_EQ(whole.value[0], steps.value[0]);
}

TEST(RelativeRate, GroupsTurnedOver) {
    for (const RelativeRateMethod method :
         {RelativeRateMethod::exact, RelativeRateMethod::log, RelativeRateMethod::katz}) {
        RelativeRateOptions options;
        options.method = method;
        const Chain one(group, reference_group, options);
        const Chain other(reference_group, group, options);
        for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(one.lower[i] * other.upper[i], 1.0, 1e-12);
        // Katz knows that stops are of residents: later stages are large shares of theirs and much more certain.
        if (method == RelativeRateMethod::katz) {
            const Chain poisson(group, reference_group, {0.95, RelativeRateMethod::log});
            EXPECT_LT(one.upper[2] - one.lower[2], 0.8 * (poisson.upper[2] - poisson.lower[2]));
        }
    }
}

TEST(RelativeRate, ZeroCellsAndMinimumRules) {
    const std::vector<double> none{4000, 240, 0, 0};
    const Chain exact(none, reference_group, {});
    EXPECT_EQ(exact.value[1], 0.0);
    EXPECT_EQ(exact.status[1], Status::ok);
    EXPECT_GT(exact.upper[1], 0.0);
    EXPECT_EQ(exact.status[2], Status::no_denominator);
    EXPECT_EQ(Chain(none, reference_group, {0.95, RelativeRateMethod::log}).status[1], Status::limit_undefined);
    RelativeRateOptions options;
    options.minimum_events = 30.0;
    options.minimum_base = 100.0;
    const Chain ruled(group, reference_group, options);
    EXPECT_EQ(ruled.status[1], Status::ok);
    EXPECT_EQ(ruled.status[2], Status::too_few_events);
    EXPECT_TRUE(std::isnan(ruled.value[2]));
    const Chain bad({4000, nan, -1, 50}, reference_group, {});
    EXPECT_EQ(bad.status[0], Status::missing_value);
    EXPECT_NE(bad.status[1], Status::ok);
    EXPECT_EQ(bad.status[2], Status::negative_value);
    const std::vector<double> more{100, 120};
    EXPECT_EQ(Chain(more, {100, 20}, {0.95, RelativeRateMethod::katz}).status[0], Status::above_denominator);
    EXPECT_EQ(reference::code_of([&] { relative_rates_into(group, more, {}, {}); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { relative_rates_into(group, group, {1.0}, {}); }), "not-a-confidence-level");
}

}  // namespace

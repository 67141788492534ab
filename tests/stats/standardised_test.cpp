#include <ontrack/stats/standardised.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

const std::vector<double> count{20, 30, 50};
const std::vector<double> population{1000, 900, 700};
const std::vector<double> standard{5000, 3000, 2000};

TEST(StandardisedRate, OneStratumIsTheCrudeRate) {
    const std::vector<double> x{40}, n{800}, w{7};
    const Estimate direct = estimate_standardised_rate({x, n, w}, {0.95, 1000.0, 10.0});
    const Estimate crude = estimate_rate(40, 800, {0.95, CountMethod::public_health, 1000.0});
    EXPECT_NEAR(direct.value, crude.value, 1e-12);
    EXPECT_NEAR(direct.lower, crude.lower, 1e-12);
    EXPECT_NEAR(direct.upper, crude.upper, 1e-12);
}

TEST(StandardisedRate, DoesNotDependOnTheUnitOfTheStandardNorTheOrder) {
    const Estimate e = estimate_standardised_rate({count, population, standard});
    EXPECT_NEAR(e.value, 1e5 * (5000 * 0.02 + 3000 * 30.0 / 900 + 2000 * 50.0 / 700) / 10000, 1e-9);
    const std::vector<double> shares{0.2, 0.3, 0.5}, x{50, 30, 20}, n{700, 900, 1000};
    const Estimate other = estimate_standardised_rate({x, n, shares});
    EXPECT_NEAR(other.value, e.value, 1e-9);
    EXPECT_NEAR(other.lower, e.lower, 1e-9);
    EXPECT_NEAR(other.upper, e.upper, 1e-9);
}

TEST(StandardisedRate, RepeatedEventsWiden) {
    const std::vector<double> twice{40, 60, 100};  // every person has two events: Σ f²·persons = 2·events
    const Estimate once = estimate_standardised_rate({count, population, standard, count});
    const Estimate plain = estimate_standardised_rate({count, population, standard});
    const Estimate repeated = estimate_standardised_rate({count, population, standard, twice});
    EXPECT_EQ(once.lower, plain.lower);
    EXPECT_NEAR((repeated.upper - repeated.value) / (plain.upper - plain.value), std::sqrt(2.0), 1e-12);
}

TEST(StandardisedRate, StatusSaysWhatIsWrong) {
    const auto status = [](std::vector<double> x, std::vector<double> n, std::vector<double> w) {
        return estimate_standardised_rate({x, n, w}).status;
    };
    EXPECT_EQ(status({4, 5}, {10, 10}, {1, 1}), Status::too_few_events);
    EXPECT_EQ(status({4, 6}, {10, 10}, {1, 1}), Status::ok);
    EXPECT_EQ(status({nan, 10}, {10, 10}, {1, 1}), Status::ok);
    EXPECT_EQ(status({4, 6}, {10, 0}, {1, 1}), Status::no_denominator);
    EXPECT_EQ(status({4, 6}, {10, nan}, {1, 1}), Status::missing_value);
    EXPECT_EQ(status({4, 6}, {10, 10}, {0, 0}), Status::no_denominator);
    EXPECT_EQ(status({-4, 6}, {10, 10}, {1, 1}), Status::negative_value);
    EXPECT_EQ(status({4}, {10, 10}, {1, 1}), Status::invalid_option);
    EXPECT_EQ(status({}, {}, {}), Status::no_denominator);
    const Estimate none =
        estimate_standardised_rate({std::vector{0.0}, std::vector{5.0}, std::vector{1.0}}, {0.95, 1.0, 0.0});
    EXPECT_EQ(none.status, Status::limit_undefined);
    EXPECT_EQ(none.value, 0.0);
}

TEST(StandardisedRate, ManyAreas) {
    const std::vector<std::int64_t> offsets{0, 1, 3}, falling{0, 2, 1}, early{0, 1, 2};
    std::vector<double> lower(2);
    std::vector<Status> status(2);
    estimate_standardised_rate_into({count, population, standard}, offsets, {}, {{}, lower, {}, status});
    const std::span<const double> x = count, n = population, w = standard;
    EXPECT_EQ(lower[1], estimate_standardised_rate({x.subspan(1), n.subspan(1), w.subspan(1)}).lower);
    const auto code = [&](const std::vector<std::int64_t>& bad) {
        return reference::code_of([&] { estimate_standardised_rate_into({count, population, standard}, bad, {}, {}); });
    };
    EXPECT_EQ(code(falling), "wrong-offsets");
    EXPECT_EQ(code(early), "wrong-offsets");
    EXPECT_EQ(code({}), "wrong-offsets");
}

TEST(StandardisedRatio, IsOneForTheReferenceItself) {
    const double expected = expected_events(population, count, population);
    EXPECT_NEAR(expected, 100.0, 1e-12);
    EXPECT_NEAR(estimate_standardised_ratio(100.0, expected, {0.95, CountMethod::public_health, 100.0}).value, 100.0,
                1e-12);
    EXPECT_EQ(expected_events(population, std::vector{nan, 30.0, 50.0}, population), 80.0);
    EXPECT_TRUE(std::isnan(expected_events(population, count, std::vector{1.0})));
}

}  // namespace

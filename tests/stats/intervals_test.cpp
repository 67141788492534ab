#include <ontrack/stats/intervals.hpp>

#include <array>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Case {
    double x, n, confidence, lower, upper;
};

TEST(Intervals, WilsonAgreesWithPublishedNumbers) {
    constexpr std::array cases{
        // Newcombe (1998), Statistics in Medicine 17, table I: 81/263, 15/148, 0/20, 1/29, method 3, printed to 4 places.
        Case{81, 263, 0.95, 0.2553, 0.3662},
        Case{15, 148, 0.95, 0.0624, 0.1605},
        Case{0, 20, 0.95, 0.0000, 0.1611},
        Case{1, 29, 0.95, 0.0061, 0.1718},
    };
    for (const Case& one : cases) {
        const Limits limits = wilson(one.x, one.n, one.confidence);
        EXPECT_NEAR(limits.lower, one.lower, 5e-5) << one.x << '/' << one.n;
        EXPECT_NEAR(limits.upper, one.upper, 5e-5) << one.x << '/' << one.n;
    }
}

TEST(Intervals, WilsonAgreesWithOtherPackages) {
    constexpr std::array cases{
        // scipy 1.17.1: binomtest(x, n).proportion_ci(confidence, 'wilson')
        Case{13, 13, 0.95, 0.7719046276458017, 1.0},
        Case{13, 13, 0.80, 0.8878341470731328, 1.0},
        Case{24, 25, 0.95, 0.8045593626380626, 0.9929037664980128},
        Case{0, 20, 0.80, 0.0, 0.0758869791107644},
        // PHEindicatormethods 2.1.0, tests/testthat, testdata_B_W
        Case{65, 100, 0.95, 0.5525444329688797, 0.7363575175690247},
        Case{1045, 5000, 0.998, 0.19179381799015244, 0.22731562902525818},
        Case{0.445, 1, 0.95, 0.04381744772058822, 0.9334621276979156},
    };
    for (const Case& one : cases) {
        const Limits limits = wilson(one.x, one.n, one.confidence);
        EXPECT_NEAR(limits.lower, one.lower, 1e-12) << one.x << '/' << one.n;
        EXPECT_NEAR(limits.upper, one.upper, 1e-12) << one.x << '/' << one.n;
    }
}

TEST(Intervals, ByarAgreesWithPublishedNumbers) {
    constexpr std::array cases{
        // PHEindicatormethods 2.1.0, tests/testthat, testdata_B_W
        Case{65, 0, 0.95, 50.163187710459454, 82.84913854593984},
        Case{1045, 0, 0.95, 982.5932018073325, 1110.33121298565},
        Case{1, 0, 0.95, 0.01307213290150435, 5.5637555824752605},
        Case{10, 0, 0.998, 2.916318374695686, 24.193724927880535},
    };
    for (const Case& one : cases) {
        const Limits limits = byar(one.x, one.confidence);
        EXPECT_NEAR(limits.lower, one.lower, 1e-10) << one.x;
        EXPECT_NEAR(limits.upper, one.upper, 1e-10) << one.x;
    }
    // Garwood's (1936) exact limits, by scipy 1.17.1: chi2.ppf(.025, 2x)/2 and chi2.ppf(.975, 2x + 2)/2.
    constexpr std::array exact{Case{5, 0, 0.95, 1.6234863901184207, 11.66833207932267},
                               Case{36, 0, 0.95, 25.21395741731523, 49.83917448923619},
                               Case{100, 0, 0.95, 81.36399125092314, 121.62679379242638}};
    for (const Case& one : exact) {
        EXPECT_NEAR(byar(one.x, one.confidence).lower / one.lower, 1.0, 0.01) << one.x;
        EXPECT_NEAR(byar(one.x, one.confidence).upper / one.upper, 1.0, 0.001) << one.x;
    }
}

TEST(Intervals, ConfidencesBelongToTheLimits) {
    for (const double confidence : {0.8, 0.95, 0.998}) {
        const double one_sided = 0.5 + 0.5 * confidence;
        for (const auto& [x, n] : {std::array{13.0, 13.0}, {24.0, 25.0}, {7.5, 30.0}, {600.0, 1000.0}}) {
            const Limits limits = wilson(x, n, confidence);
            EXPECT_NEAR(wilson_confidence_at_least(x, n, limits.lower), one_sided, 1e-10);
            if (limits.upper == 1.0) continue;
            EXPECT_NEAR(wilson_confidence_at_least(x, n, limits.upper), 1 - one_sided, 1e-10);
        }
        for (const double x : {1.0, 5.0, 36.0, 1000.0}) {
            const Limits limits = byar(x, confidence);
            EXPECT_NEAR(byar_confidence_at_most(x, limits.upper), one_sided, 1e-10) << x;
            if (limits.lower == 0.0) continue;
            EXPECT_NEAR(byar_confidence_at_least(x, limits.lower), one_sided, 1e-10) << x;
        }
    }
}

TEST(Intervals, EdgesAreAnsweredOrNotAvailable) {
    EXPECT_EQ(wilson(0, 20, 0.95).lower, 0.0);
    EXPECT_EQ(wilson(20, 20, 0.95).upper, 1.0);
    for (const auto& [x, n, confidence] : {std::array{-1.0, 5.0, 0.95},
                                           {6.0, 5.0, 0.95},
                                           {0.0, 0.0, 0.95},
                                           {1.0, 5.0, 0.0},
                                           {1.0, 5.0, 1.0},
                                           {nan, 5.0, 0.95}}) {
        EXPECT_TRUE(std::isnan(wilson(x, n, confidence).lower));
        EXPECT_TRUE(std::isnan(wilson(x, n, confidence).upper));
    }
    EXPECT_EQ(wilson_confidence_at_least(3, 5, 0.0), 1.0);
    EXPECT_EQ(wilson_confidence_at_least(3, 5, 1.0), 0.0);
    EXPECT_TRUE(std::isnan(wilson_confidence_at_least(5, 5, 1.0)));
    EXPECT_EQ(byar(0, 0.95).lower, 0.0);
    EXPECT_EQ(byar_confidence_at_least(0, 2.0), 0.0);
    EXPECT_EQ(byar_confidence_at_least(3, 0.0), 1.0);
    EXPECT_TRUE(std::isnan(byar(-1, 0.95).lower));
    EXPECT_TRUE(std::isnan(byar_confidence_at_most(3, nan)));
}

}  // namespace

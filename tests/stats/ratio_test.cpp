#include <ontrack/stats/ratio.hpp>

#include <cmath>
#include <limits>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <boost/math/distributions/binomial.hpp>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/quantiles.hpp>

#include "reference/code_of.hpp"
#include "reference/score_intervals.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Ratio, ExactRateRatioInvertsTheConditionalTest) {
    const double x1 = 25, x2 = 16, t1 = 2, t2 = 3;
    const Estimate e = estimate_rate_ratio(x1, t1, x2, t2);
    EXPECT_DOUBLE_EQ(e.value, 25.0 / 2.0 / (16.0 / 3.0));
    const auto share = [&](double ratio) { return ratio * t1 / (ratio * t1 + t2); };
    EXPECT_NEAR(beta_cdf(share(e.lower), x1, x2 + 1.0), 0.025, 1e-14);
    EXPECT_NEAR(beta_upper(share(e.upper), x1 + 1.0, x2), 0.025, 1e-14);
}

TEST(Ratio, ExactRateRatioCoversAtLeastNominally) {
    // Given their sum the first count is binomial: by enumeration, a hair outside each limit, where coverage is least.
    for (const double events : {1.0, 2.0, 7.0, 20.0, 41.0}) {
        std::vector<Estimate> limits;
        for (double x = 0.0; x <= events; x += 1.0) limits.push_back(estimate_rate_ratio(x, 3.0, events - x, 2.0));
        std::vector<double> ratios{0.01, 0.5, 1.0, 2.0, 100.0};
        for (const Estimate& e : limits) {
            ratios.push_back(e.lower * (1.0 - 1e-12));
            ratios.push_back(e.upper * (1.0 + 1e-12));
        }
        for (const double ratio : ratios) {
            if (!(ratio > 0.0 && std::isfinite(ratio))) continue;
            const boost::math::binomial law(events, ratio * 3.0 / (ratio * 3.0 + 2.0));
            double covered = 0.0;
            for (std::size_t x = 0; x < limits.size(); ++x)
                if (limits[x].lower <= ratio && ratio <= limits[x].upper)
                    covered += boost::math::pdf(law, static_cast<double>(x));
            EXPECT_GE(covered, 0.95 - 1e-9) << events << ' ' << ratio;
        }
    }
}

TEST(Ratio, TurnsOverWithTheOrder) {
    for (const RateRatioMethod method : {RateRatioMethod::exact, RateRatioMethod::log}) {
        const Estimate e = estimate_rate_ratio(7, 2, 12, 5, {0.95, method});
        const Estimate turned = estimate_rate_ratio(12, 5, 7, 2, {0.95, method});
        EXPECT_NEAR(e.lower * turned.upper, 1.0, 1e-13);
        EXPECT_NEAR(e.upper * turned.lower, 1.0, 1e-13);
        // The unit of exposure falls out.
        EXPECT_NEAR(estimate_rate_ratio(7, 2e5, 12, 5e5, {0.95, method}).lower, e.lower, 1e-14);
    }
    for (const RiskRatioMethod method : {RiskRatioMethod::miettinen_nurminen, RiskRatioMethod::koopman,
                                         RiskRatioMethod::mover_wilson, RiskRatioMethod::log}) {
        const Estimate e = estimate_risk_ratio(7, 20, 12, 50, {0.95, method});
        const Estimate turned = estimate_risk_ratio(12, 50, 7, 20, {0.95, method});
        EXPECT_NEAR(e.lower * turned.upper, 1.0, 1e-12);
        EXPECT_NEAR(e.upper * turned.lower, 1.0, 1e-12);
        EXPECT_LT(e.lower, e.value);
        EXPECT_GT(e.upper, e.value);
    }
    const Estimate odds = estimate_odds_ratio(7, 20, 12, 50);
    EXPECT_NEAR(odds.value, 7.0 / 13.0 / (12.0 / 38.0), 1e-15);
    EXPECT_NEAR(odds.lower * estimate_odds_ratio(12, 50, 7, 20).upper, 1.0, 1e-12);
}

TEST(Ratio, LimitsRiseWithTheFirstCount) {
    for (const RiskRatioMethod method :
         {RiskRatioMethod::miettinen_nurminen, RiskRatioMethod::koopman, RiskRatioMethod::mover_wilson}) {
        double lower = -1.0, upper = -1.0;
        for (double x = 0.0; x <= 15.0; x += 1.0) {
            const Estimate e = estimate_risk_ratio(x, 15, 6, 22, {0.95, method});
            EXPECT_GE(e.lower, lower);
            EXPECT_GE(e.upper, upper);
            lower = e.lower;
            upper = e.upper;
        }
    }
}

TEST(Ratio, EndsWithoutEvents) {
    const Estimate none = estimate_rate_ratio(0, 1, 5, 1);
    EXPECT_EQ(none.status, Status::ok);
    EXPECT_EQ(none.lower, 0.0);
    EXPECT_EQ(none.value, 0.0);
    for (const Estimate& e : {estimate_rate_ratio(5, 1, 0, 1), estimate_risk_ratio(5, 9, 0, 9),
                              estimate_risk_ratio(5, 9, 0, 9, {0.95, RiskRatioMethod::mover_wilson})}) {
        EXPECT_EQ(e.status, Status::value_undefined);
        EXPECT_TRUE(std::isnan(e.value));
        EXPECT_EQ(e.upper, infinity);
        EXPECT_GT(e.lower, 0.0);
    }
    for (const Estimate& e : {estimate_rate_ratio(0, 1, 0, 1), estimate_risk_ratio(0, 9, 0, 9)}) {
        EXPECT_EQ(e.status, Status::value_undefined);
        EXPECT_EQ(e.lower, 0.0);
        EXPECT_EQ(e.upper, infinity);
    }
    const Estimate log = estimate_rate_ratio(0, 1, 5, 1, {0.95, RateRatioMethod::log});
    EXPECT_EQ(log.status, Status::limit_undefined);
    EXPECT_EQ(log.value, 0.0);
    EXPECT_EQ(estimate_odds_ratio(0, 5, 0, 5).status, Status::limit_undefined);
    EXPECT_EQ(estimate_odds_ratio(5, 5, 1, 5).status, Status::limit_undefined);
}

TEST(Ratio, StatusAndWrongArguments) {
    EXPECT_EQ(estimate_rate_ratio(1, 0, 1, 1).status, Status::no_denominator);
    EXPECT_EQ(estimate_rate_ratio(-1, 1, 1, 1).status, Status::negative_value);
    EXPECT_EQ(estimate_rate_ratio(1, nan, 1, 1).status, Status::missing_value);
    EXPECT_EQ(estimate_rate_ratio(1, infinity, 1, 1).status, Status::not_finite);
    EXPECT_EQ(estimate_risk_ratio(3, 2, 1, 1).status, Status::above_denominator);
    EXPECT_EQ(estimate_risk_ratio(1, 2, 1, 1, {0.0, RiskRatioMethod::log}).status, Status::invalid_option);

    const std::vector<double> x{1, 5}, n{4, 9}, short_n{4};
    std::vector<double> lower(2), upper(2);
    estimate_rate_ratio_into(x, n, x, x, {}, {{}, lower, upper, {}});
    EXPECT_EQ(lower[1], estimate_rate_ratio(5, 9, 5, 5).lower);
    estimate_risk_ratio_into(x, n, x, x, {}, {{}, lower, upper, {}});
    EXPECT_EQ(upper[0], estimate_risk_ratio(1, 4, 1, 1).upper);
    EXPECT_EQ(reference::code_of([&] { estimate_risk_ratio_into(x, short_n, x, n, {}, {}); }), "wrong-length");
}

TEST(Ratio, OddsRatioByTheScore) {
    // Agresti (2013), section 3.2: myocardial infarction on placebo and on aspirin, 1.83 from 1.44 to 2.33.
    const Estimate aspirin = estimate_odds_ratio(189, 11034, 104, 11037, {0.95, OddsRatioMethod::cornfield});
    EXPECT_NEAR(aspirin.value, 1.83, 0.005);
    EXPECT_NEAR(aspirin.lower, 1.44, 0.005);
    EXPECT_NEAR(aspirin.upper, 2.33, 0.005);
    for (const auto& [x1, n1, x2, n2] :
         {std::tuple{24.0, 73.0, 53.0, 65.0}, std::tuple{3.0, 9.0, 1.0, 14.0}, std::tuple{30.0, 40.0, 33.0, 40.0}}) {
        for (const bool inflated : {false, true}) {
            const OddsRatioOptions options{0.95,
                                           inflated ? OddsRatioMethod::miettinen_nurminen : OddsRatioMethod::cornfield};
            const Estimate e = estimate_odds_ratio(x1, n1, x2, n2, options);
            const Limits twin = reference::odds_ratio_score(x1, n1, x2, n2, 0.95, inflated);
            EXPECT_NEAR(e.lower, twin.lower, 1e-6 * twin.lower);
            EXPECT_NEAR(e.upper, twin.upper, 1e-6 * twin.upper);
            const Estimate turned = estimate_odds_ratio(x2, n2, x1, n1, options);
            EXPECT_NEAR(e.lower * turned.upper, 1.0, 1e-12);
            // Of those to whom it did not happen: the same ratio upside down.
            const Estimate others = estimate_odds_ratio(n1 - x1, n1, n2 - x2, n2, options);
            EXPECT_NEAR(e.upper * others.lower, 1.0, 1e-12);
        }
    }
}

TEST(Ratio, OddsRatioWithEmptyCells) {
    for (const OddsRatioMethod method : {OddsRatioMethod::miettinen_nurminen, OddsRatioMethod::cornfield}) {
        const Estimate none = estimate_odds_ratio(0, 20, 5, 20, {0.95, method});
        EXPECT_EQ(none.status, Status::ok);
        EXPECT_EQ(none.value, 0.0);
        EXPECT_EQ(none.lower, 0.0);
        EXPECT_LT(none.upper, 1.0);
        const Estimate every = estimate_odds_ratio(20, 20, 5, 20, {0.95, method});
        EXPECT_EQ(every.status, Status::value_undefined);
        EXPECT_EQ(every.upper, infinity);
        EXPECT_GT(every.lower, 1.0);
        const Estimate empty = estimate_odds_ratio(0, 20, 0, 30, {0.95, method});
        EXPECT_EQ(empty.status, Status::value_undefined);
        EXPECT_EQ(empty.lower, 0.0);
        EXPECT_EQ(empty.upper, infinity);
    }
    EXPECT_EQ(estimate_odds_ratio(0, 20, 5, 20, {0.95, OddsRatioMethod::log}).status, Status::limit_undefined);
    const Estimate woolf = estimate_odds_ratio(7, 20, 12, 50, {0.95, OddsRatioMethod::log});
    EXPECT_NEAR(std::log(woolf.upper / woolf.value),
                normal_quantile(0.975) * std::sqrt(1.0 / 7 + 1.0 / 13 + 1.0 / 12 + 1.0 / 38), 1e-14);
    EXPECT_EQ(estimate_odds_ratio(7, 20, 12, 50, {1.0, OddsRatioMethod::log}).status, Status::invalid_option);
}

}  // namespace

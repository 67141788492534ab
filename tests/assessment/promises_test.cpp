#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

Decimal d(const char* text) {
    return Decimal::from_string(text);
}

/// A quarterly count, low is good.
Plan promised(const std::string& target, const std::string& observations, const std::string& more = "") {
    return small_plan(
        "measure = \"count\"\npolarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"sum\"\n"
        "target = { " +
        target + " }\nobservations = [" + observations + "]\n" + more);
}

std::string fact(const TrackAssessment& assessed, const std::string& name) {
    for (const auto& [key, value] : assessed.explanation.facts) {
        if (key == name) return value;
    }
    return {};
}

const std::string baseline_40 = "baseline = { value = 40, period = \"2016-17\" }\n";

TEST(RateInBand, IsExactAtBothEdges) {
    const StatusRule rule;
    const auto rated = [&](const char* value) { return rate_in_band(d(value), Decimal(10), Decimal(20), rule); };
    EXPECT_EQ(rated("10"), Status::met);
    EXPECT_EQ(rated("20"), Status::met);
    EXPECT_EQ(rated("20.01"), Status::near);
    EXPECT_EQ(rated("21"), Status::near);
    EXPECT_EQ(rated("21.0000000001"), Status::missed);
    EXPECT_EQ(rated("9.5"), Status::near);
    EXPECT_EQ(rated("9.4999999999"), Status::missed);
}

TEST(RateInBand, IsTheSameForEitherPolarity) {
    const std::string band = "kind = \"band\", lower = 10, upper = 20";
    for (int value = 5; value <= 25; ++value) {
        Plan plan = level_plan(band, seen("2017-18 Q4", std::to_string(value)));
        const Rated high = assess_first(plan).whole.projected;
        plan.indicators.front().polarity = Polarity::low;
        const Rated low = assess_first(plan).whole.projected;
        EXPECT_EQ(high.status, low.status) << value;
        EXPECT_EQ(high.status, rate_in_band(Decimal(value), Decimal(10), Decimal(20), plan.projection_rule)) << value;
    }
}

TEST(Band, OfACountIsProfiledAtBothEdges) {
    const auto year_to_date = [](const std::string& value) {
        return assess_first(promised("kind = \"band\", lower = 40, upper = 80", seen("2017-18 Q1", value)))
            .whole.year_to_date;
    };
    EXPECT_EQ(year_to_date("10").status, Status::met);
    EXPECT_EQ(year_to_date("20").status, Status::met);
    EXPECT_EQ(year_to_date("21").status, Status::near);
    EXPECT_EQ(year_to_date("9").status, Status::missed);
    EXPECT_EQ(year_to_date("9").against, Decimal(10));
    EXPECT_EQ(year_to_date("9").other_edge, Decimal(20));
}

TEST(Band, IsCalledABand) {
    const auto sentence = [](const std::string& value) {
        return assess_first(level_plan("kind = \"band\", lower = 10, upper = 20", seen("2017-18 Q4", value)))
            .whole.explanation.sentence;
    };
    EXPECT_EQ(sentence("15"),
              "Thefts: 15% in 2017-18 Q4 meets the band of 10 to 20%; there is no figure for 2017-18 Q1, "
              "2017-18 Q2 and 2017-18 Q3.");
    EXPECT_EQ(sentence("30"),
              "Thefts: 30% in 2017-18 Q4 misses the band of 10 to 20% by more than 5%; there is no figure for "
              "2017-18 Q1, 2017-18 Q2 and 2017-18 Q3.");
    const TrackAssessment count =
        assess_first(promised("kind = \"band\", lower = 40, upper = 80", seen("2017-18 Q1", "15"))).whole;
    EXPECT_NE(
        count.explanation.sentence.find("15 in the first of four quarters of 2017-18, against a band of 40 to 80, "
                                        "which leaves 8.33 to 21.67 a quarter"),
        std::string::npos)
        << count.explanation.sentence;
    EXPECT_EQ(fact(count, "other edge of the band"), "40");
}

TEST(NotSet, IsNeverRated) {
    const std::string target = "kind = \"not_set\", note = \"After the survey\", expected = 2018-06-30";
    const TrackAssessment assessed = assess_first(level_plan(target, seen("2017-18 Q1", "15"))).whole;
    EXPECT_EQ(assessed.projected.status, Status::not_rated);
    EXPECT_EQ(assessed.year_to_date.status, Status::not_rated);
    EXPECT_EQ(assessed.projected.reason, "the target is not set yet, and expected by 30 June 2018 (After the survey)");
    EXPECT_EQ(reason_of(assessed, "target"), assessed.projected.reason);
}

TEST(Conventions, StandSideBySide) {
    const Plan plan = promised("kind = \"percent_per_annum\", percent = -1, years = 3", seen("2017-18 Q1", "329"),
                               "baseline = { value = 1681, period = \"2016-17\" }\n");
    EXPECT_EQ(
        fact(assess_first(plan).whole, "year by year"),
        "compound 1664 / 1648 / 1631 (the plan's); simple 1664 / 1647 / 1631; rounded each year 1664 / 1647 / 1631");
}

TEST(Maintain, IsShownByTheWholeInterval) {
    const auto maintained = [](const std::string& share) {
        return assess_first(level_plan("kind = \"maintain\", margin = 5", "{ period = \"2017-18 Q4\", " + share + " }",
                                       "baseline = { value = 80, period = \"2016-17\" }\n"))
            .whole.maintained.value();
    };
    // 90 of 100: Wilson's limits are 82.6 and 94.5, no worse than 75. 78 of 100: 68.9 to 85.
    const Maintained shown = maintained("numerator = 90, denominator = 100");
    EXPECT_EQ(shown.edge, Decimal(75));
    EXPECT_EQ(shown.within, true);
    EXPECT_EQ(shown.shown, true);
    const Maintained not_shown = maintained("numerator = 78, denominator = 100");
    EXPECT_EQ(not_shown.within, true);
    EXPECT_EQ(not_shown.shown, false);
    const Maintained unknown = maintained("value = 90");
    EXPECT_EQ(unknown.within, true);
    EXPECT_FALSE(unknown.shown.has_value());
    EXPECT_EQ(unknown.reason, "no numerator and denominator are given");
    EXPECT_EQ(maintained("value = 75").within, true);
    EXPECT_EQ(maintained("value = 74.99").within, false);
}

TEST(Maintain, OfACountUsesByarsLimits) {
    const std::string quarters = seen("2017-18 Q1", "25") + seen("2017-18 Q2", "25") + seen("2017-18 Q3", "25");
    const auto with = [&](const std::string& margin) {
        return assess_first(promised("kind = \"maintain\", margin = " + margin, quarters + seen("2017-18 Q4", "25"),
                                     "baseline = { value = 100, period = \"2016-17\" }\n"))
            .whole.maintained.value();
    };
    // Byar's upper limit of 100 is 121.6.
    EXPECT_EQ(with("21").shown, false);
    EXPECT_EQ(with("22").shown, true);
}

TEST(Grant, IsSixtyPerCentOnTheDot) {
    const auto grant = [](const std::string& value) {
        return assess_first(level_plan("kind = \"stretch\", without = 44, value = 52, due = 2018-03-31, decimals = 1, "
                                       "grant = 100000",
                                       seen("2017-18 Q4", value), baseline_40))
            .whole.grant.value();
    };
    const GrantAtStake at = grant("48.8");
    EXPECT_EQ(at.pays_from, d("48.8"));
    EXPECT_TRUE(at.projected->pays);
    EXPECT_EQ(at.projected->amount, Decimal(60'000));
    EXPECT_EQ(at.expected, Decimal(60'000));
    EXPECT_FALSE(grant("48.7999").projected->pays);
    EXPECT_EQ(grant("48.7999").expected, Decimal(0));
}

TEST(Grant, IsExplained) {
    const TrackAssessment assessed =
        assess_first(level_plan("kind = \"stretch\", without = 44, value = 52, due = 2018-03-31, decimals = 1, "
                                "grant = 100000",
                                seen("2017-18 Q4", "48.8"), baseline_40))
            .whole;
    EXPECT_EQ(
        assessed.explanation.sentence,
        "Thefts: 48.8% in 2017-18 Q4 misses the target of 52% by more than 5%; the grant of £100,000 is paid from "
        "48.8% on: 48.8% is 60% of the way and pays £60,000 of £100,000; there is no figure for 2017-18 Q1, 2017-18 Q2 "
        "and "
        "2017-18 Q3.");
    EXPECT_EQ(fact(assessed, "grant by the projection"), "60% of the way, pays £60,000 of £100,000");
}

TEST(Grant, OfALaterYearIsNotProjected) {
    const TrackAssessment assessed =
        assess_first(level_plan("kind = \"stretch\", without = 44, value = 52, due = 2020-03-31, grant = 100000",
                                seen("2017-18 Q2", "47"), baseline_40))
            .whole;
    EXPECT_FALSE(assessed.grant->projected.has_value());
    EXPECT_EQ(assessed.grant->so_far->share.value, d("37.5"));
    EXPECT_EQ(assessed.grant->reason, "the grant is decided on 31 March 2020, not in 2017-18");
}

/// Thefts that double every December do not turn the indicator red in December.
TEST(Profile, FollowsTheYearsBefore) {
    std::string months;
    for (int year = 2015; year <= 2017; ++year) {
        for (int i = 0; i < (year == 2017 ? 9 : 12); ++i) {
            const std::string label = Period::of_month(year, 4).plus(i).label();
            months += seen(label, i == 8 ? "130" : "70");
        }
    }
    const auto plan = [&](const std::string& profile) {
        return small_plan(
            "measure = \"count\"\npolarity = \"low\"\nfrequency = \"month\"\nyear_is = \"sum\"\n"
            "target = { kind = \"absolute\", value = 900 }\nobservations = [" +
            months + "]\n" + profile);
    };
    // 690 so far: 675 in equal shares, 690 by the years before.
    const TrackAssessment flat = assess_first(plan("")).whole;
    EXPECT_EQ(flat.year_to_date.status, Status::near);
    EXPECT_EQ(flat.profiled, Decimal(675));
    const TrackAssessment seasonal = assess_first(plan("profile = \"past_years\"\n")).whole;
    EXPECT_EQ(seasonal.profiled, Decimal(690));
    EXPECT_EQ(seasonal.year_to_date.status, Status::met);
    EXPECT_NE(fact(seasonal, "profile").find("the shares of 2 past years"), std::string::npos);
}

TEST(Profile, CountsThePartOfAPeriodInItsOwnDays) {
    // 13 of the 19 working days of December 2017 are over on the 19th; 19 of its 31 days.
    const auto against = [](const std::string& profile) {
        return assess_first(
                   small_plan("measure = \"count\"\npolarity = \"low\"\nfrequency = \"month\"\nyear_is = \"sum\"\n"
                              "target = { kind = \"absolute\", value = 251 }\nobservations = [" +
                              seen("2017-12", "10", "up_to = 2017-12-19") + "]\n" + profile))
            .whole.year_to_date.against;
    };
    EXPECT_EQ(against("profile = \"working_days\"\n"), Decimal(13));
    EXPECT_EQ(against("profile = \"days\"\n"), divided(Decimal(251 * 19), Decimal(365), 12));
}

}  // namespace
}  // namespace ontrack

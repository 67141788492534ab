#include <ontrack/assessment/process.hpp>

#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;
using stats::Assurance;
using stats::Variation;

/// Monthly figures that end with March 2018.
std::string months(const std::vector<double>& values, const std::string& more = "") {
    std::string all;
    Period month = Period::of_month(2018, 3).plus(1 - static_cast<int>(values.size()));
    for (const double value : values) {
        if (!std::isnan(value)) all += seen(month.label(), Decimal::from_double(value).to_string(), more);
        month = month.plus(1);
    }
    return all;
}

Process of(const std::string& polarity, const std::vector<double>& values, const std::string& target,
           const std::string& more = "", const std::string& year_is = "latest", const std::string& tables = "") {
    const Plan plan =
        small_plan("measure = \"count\"\npolarity = \"" + polarity + "\"\nfrequency = \"month\"\nyear_is = \"" +
                       year_is + "\"\nobservations = [" + months(values, more) + "]\n" + target + "\n",
                   tables);
    return assess_first(plan).whole.process;
}
std::string absolute(const std::string& value) {
    return "target = { kind = \"absolute\", value = " + value + " }";
}

/// 10, 12, 10, 12 …: mean 11, every moving range 2, limits 11 ± 5.32.
std::vector<double> in_turn(std::size_t n) {
    std::vector<double> values(n);
    for (std::size_t i = 0; i < n; ++i) values[i] = i % 2 == 0 ? 10 : 12;
    return values;
}

TEST(Process, DrawsItsLimitsFromTheMovingRanges) {
    const Process one = of("low", in_turn(12), absolute("11"));
    EXPECT_EQ(one.variation, Variation::common_cause);
    EXPECT_NEAR(*one.centre, 11.0, 1e-12);
    EXPECT_NEAR(*one.lower, 11.0 - 2.66 * 2, 1e-12);
    EXPECT_NEAR(*one.upper, 11.0 + 2.66 * 2, 1e-12);
    EXPECT_EQ(one.assurance, Assurance::hit_or_miss);
    EXPECT_EQ(one.points, 12);
    EXPECT_EQ(one.convention, "making-data-count-7");
    EXPECT_EQ(
        one.sentence,
        "common cause in 2018-03; limits 5.68 to 16.3 about a mean of 11 from 12 points since 2017-04; as it is it "
        "will hit or miss the target of 11 (XmR chart, NHS England, Making Data Count, 2019)");
}

TEST(Process, WantsTwelvePointsUnlessTheRuleSaysOtherwise) {
    const Process one = of("low", in_turn(11), absolute("11"));
    EXPECT_EQ(one.variation, Variation::not_available);
    EXPECT_EQ(one.reason, "11 whole periods are known, and limits are drawn from 12");
    EXPECT_EQ(one.assurance_reason, one.reason);
    const Plan plan = small_plan(
        "measure = \"count\"\npolarity = \"low\"\nfrequency = \"month\"\nyear_is = \"latest\"\nobservations = [" +
        months(in_turn(11)) + "]\n");
    const Indicator& indicator = plan.indicators.front();
    const Period year = parse_period("2017-18", Frequency::year);
    EXPECT_EQ(process_of(plan, indicator, indicator.track, year, {.points = 11}).variation, Variation::common_cause);
    EXPECT_THROW((void)process_of(plan, indicator, indicator.track, year, {.convention = "none"}), DataError);
}

TEST(Process, ItsAssuranceMirrorsWithThePolarity) {
    EXPECT_EQ(of("low", in_turn(12), absolute("17")).assurance, Assurance::pass);
    EXPECT_EQ(of("high", in_turn(12), absolute("17")).assurance, Assurance::fail);
    EXPECT_EQ(of("low", in_turn(12), absolute("5")).assurance, Assurance::fail);
    EXPECT_EQ(of("high", in_turn(12), absolute("5")).assurance, Assurance::pass);
    const Process none = of("low", in_turn(12), "");
    EXPECT_EQ(none.assurance, Assurance::not_available);
    EXPECT_EQ(none.assurance_reason, "there is no target for 2018-03");
    EXPECT_EQ(none.variation, Variation::common_cause);
}

TEST(Process, ItsVariationMirrorsWithThePolarity) {
    std::vector<double> fallen = in_turn(14);
    fallen.push_back(1);
    EXPECT_EQ(of("low", fallen, "").variation, Variation::improving_low);
    EXPECT_EQ(of("high", fallen, "").variation, Variation::concerning_low);
    EXPECT_EQ(of("low", fallen, "").signal, "below the lower limit");
    std::vector<double> risen = in_turn(14);
    risen.insert(risen.end(), {13, 14, 13, 14, 13, 14, 13});
    EXPECT_EQ(of("high", risen, "").variation, Variation::improving_high);
    EXPECT_EQ(of("low", risen, "").variation, Variation::concerning_high);
    EXPECT_EQ(of("low", risen, "").signal, "seven in a row above the mean");
}

TEST(Process, OfASumIsHeldAgainstItsPeriodsShareOfTheYear) {
    // 204 a year is 17 a month.
    const Process one = of("low", in_turn(12), absolute("204"), "", "sum");
    EXPECT_DOUBLE_EQ(*one.target, 17.0);
    EXPECT_EQ(one.assurance, Assurance::pass);
    const std::string shares = "\nseasonal_shares = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 6]";
    const Process seasonal = of("low", in_turn(12), absolute("204") + shares, "", "sum");
    EXPECT_DOUBLE_EQ(*seasonal.target, 72.0);
    EXPECT_DOUBLE_EQ(*seasonal.next_target, 12.0);
    EXPECT_EQ(seasonal.assurance, Assurance::pass);
    EXPECT_EQ(seasonal.next_assurance, Assurance::hit_or_miss);
}

TEST(Process, FollowsATargetThatMoves) {
    const Process one =
        of("low", in_turn(12),
           "target = { kind = \"stepped\", steps = [{ by = 2018-03-31, value = 17 }, { by = 2019-03-31, "
           "value = 4 }] }");
    EXPECT_EQ(one.target, 17.0);
    EXPECT_EQ(one.assurance, Assurance::pass);
    EXPECT_EQ(one.next_target, 4.0);
    EXPECT_EQ(one.next_assurance, Assurance::fail);
}

TEST(Process, OfABandPassesOnlyWithinBothEdges) {
    const auto band = [](const std::string& edges) {
        return of("low", in_turn(12), "target = { kind = \"band\", " + edges + " }").assurance;
    };
    EXPECT_EQ(band("lower = 5, upper = 17"), Assurance::pass);
    EXPECT_EQ(band("lower = 8, upper = 17"), Assurance::hit_or_miss);
    EXPECT_EQ(band("lower = 1, upper = 5"), Assurance::fail);
    EXPECT_EQ(band("lower = 17, upper = 30"), Assurance::fail);
}

TEST(Process, ThatIsConstantIsItsValue) {
    const Process one = of("high", std::vector<double>(12, 100), absolute("100"));
    EXPECT_EQ(one.variation, Variation::common_cause);
    EXPECT_EQ(one.assurance, Assurance::pass);
    EXPECT_FALSE(one.lower);
    EXPECT_EQ(of("high", std::vector<double>(12, 100), absolute("101")).assurance, Assurance::fail);
}

TEST(Process, BridgesAGapAndLeavesOutPartsOfPeriods) {
    std::vector<double> values = in_turn(14);
    values[5] = std::nan("");
    EXPECT_EQ(of("low", values, "").points, 13);
    const Plan plan = small_plan(
        "measure = \"count\"\npolarity = \"low\"\nfrequency = \"month\"\nyear_is = \"latest\"\nobservations = [" +
        months(in_turn(13)) + seen("2018-04", "1", "up_to = 2018-04-10") + "]\n");
    const Indicator& indicator = plan.indicators.front();
    const Process one = process_of(plan, indicator, indicator.track, parse_period("2018-19", Frequency::year));
    EXPECT_EQ(one.to->label(), "2018-03");
    EXPECT_EQ(one.variation, Variation::common_cause);
}

TEST(Process, StartsAnewAtAStepAndLeavesOutWhatATemporaryOneTouches) {
    const auto with = [](const std::string& kind, const std::string& from, const std::string& rest = "") {
        std::vector<double> values = in_turn(20);
        values[9] = 60;  // May 2017
        return of("low", values, "", "", "latest",
                  "[[interruption]]\ncode = \"i\"\nname = \"Works\"\nfrom = " + from + "\nkind = \"" + kind + "\"\n" +
                      rest + "indicators = [\"x\"]\n");
    };
    const Process temporary = with("temporary", "2017-05-03", "to = 2017-05-20\n");
    EXPECT_EQ(temporary.points, 19);
    EXPECT_NEAR(*temporary.centre, 208.0 / 19.0, 1e-12);
    const Process late = with("step", "2017-06-15");
    EXPECT_EQ(late.reason, "10 whole periods are known since “Works”, and limits are drawn from 12");
    const Process early = with("step", "2017-02-15");
    EXPECT_EQ(early.points, 14);
    EXPECT_EQ(early.from->label(), "2017-02");
}

TEST(Process, IsQualifiedByTheDataItIsDrawnFrom) {
    EXPECT_EQ(of("low", in_turn(12), "", "state = \"doubtful\"").qualified, "data of doubtful quality");
    EXPECT_EQ(of("low", in_turn(12), "").qualified, "");
    EXPECT_EQ(of("low", in_turn(12), "", "state = \"not_comparable\"").points, 0);
}

TEST(Process, DoesNotDependOnTheUnit) {
    std::vector<double> values{13, 9, 11, 10, 12, 8, 12, 11, 10, 14, 9, 11, 7, 16};
    const Process one = of("high", values, absolute("8"));
    for (double& value : values) value *= 1000;
    const Process scaled = of("high", values, absolute("8000"));
    EXPECT_EQ(one.variation, scaled.variation);
    EXPECT_EQ(one.assurance, scaled.assurance);
    EXPECT_NEAR(*scaled.upper, 1000 * *one.upper, 1e-6);
}

TEST(Process, NamesLimitsThatAFigureCanHave) {
    const auto sentence = [](const std::string& measure, const std::vector<double>& values) {
        return assess_first(small_plan("measure = \"" + measure +
                                       "\npolarity = \"low\"\nfrequency = \"month\"\nyear_is = \"latest\"\n"
                                       "observations = [" +
                                       months(values) + "]\n"))
            .whole.process.sentence;
    };
    std::vector<double> low(12);
    std::vector<double> high(12);
    for (std::size_t i = 0; i < 12; ++i) {
        low[i] = i % 2 == 0 ? -10 : -12;
        high[i] = i % 2 == 0 ? 97 : 99;
    }
    const auto holds = [](const std::string& text, const std::string& part) {
        return text.find(part) != std::string::npos;
    };
    const std::string points = sentence("index\"\nindex_as = \"points\"", low);
    EXPECT_TRUE(holds(points, "limits -16.3 to -5.68")) << points;
    const std::string share = sentence("percentage\"", high);
    EXPECT_TRUE(holds(share, "limits 92.7 to 100%")) << share;
    for (double& value : low) value += 12;  // 2, 0, 2 …
    const std::string count = sentence("count\"", low);
    EXPECT_TRUE(holds(count, "limits 0 to 6.32")) << count;
}

TEST(Process, OfAMilestoneIsNone) {
    const Plan plan = small_plan(
        "measure = \"milestone\"\nfrequency = \"quarter\"\ntarget = { kind = \"milestone\", due = 2018-03-31 }\n");
    EXPECT_EQ(assess_first(plan).whole.process.reason, "a milestone is no series");
}

}  // namespace
}  // namespace ontrack

#include <map>

#include <gtest/gtest.h>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/review/review.hpp>

namespace ontrack {
namespace {

/// The Safer Hillingdon Partnership Plan 2017/18: the expected numbers are the document's own, or follow from it by hand.
class Hillingdon : public testing::Test {
protected:
    static const Review& half_year() {
        static const Review result = review(plan(), parse_period("2017-18 Q2"));
        return result;
    }
    static const Review& everything() {
        static const Review result = review(plan());
        return result;
    }
    static const IndicatorReview& of(const Review& review, const std::string& code) {
        for (std::size_t i = 0; i < review.indicators.size(); ++i) {
            if (review.plan.indicators[i].code == code) return review.indicators[i];
        }
        throw std::out_of_range(code);
    }
    static const TrackAssessment& whole(const Review& review, const std::string& code) {
        return of(review, code).assessment.whole;
    }
    static double chance(const Review& review, const std::string& code) {
        return whole(review, code).projection.chance.value().value();
    }

private:
    static Plan plan() { return read_plan(std::string(ONTRACK_SOURCE_DIR) + "/examples/hillingdon-2017-18.toml"); }
};

TEST_F(Hillingdon, TargetsAreAsPrinted) {
    const std::map<std::string, std::pair<const char*, const char*>> printed{
        {"residential-burglary", {"1664", "1664.19"}},
        {"non-residential-burglary", {"724", "723.69"}},
        {"violence-with-injury", {"2337", "2337"}},
        {"robbery", {"444", "443.65"}},
        {"knife-crime-with-injury", {"99", "98.8"}},
        {"police-asb", {"8821", "8820.75"}},
        {"lbh-asb", {"7568", "7567.7"}},
        {"public-confidence", {"60", "59.85"}},
        {"repeat-victims", {"1286", "1286.025"}},
        {"marac-rate", {"25", "25.333333333333"}},
        {"marac-repeats", {"19", "18.666666666667"}},
    };
    for (const auto& [code, target] : printed) {
        EXPECT_EQ(whole(half_year(), code).target.value().rounded.to_string(), target.first) << code;
        EXPECT_EQ(whole(half_year(), code).target.value().unrounded.to_string(), target.second) << code;
    }
    EXPECT_EQ(whole(half_year(), "residential-burglary").end.value().rounded, Decimal(1631));
    EXPECT_EQ(whole(half_year(), "repeat-victims").end.value().rounded, Decimal(1253));
}

TEST_F(Hillingdon, YoungPeopleAreTwoPartsWithoutADeadline) {
    const auto& parts = of(half_year(), "young-people").assessment.parts;
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].target.value().unrounded.to_string(), "31.35");
    EXPECT_EQ(parts[1].target.value().unrounded.to_string(), "127.3");
    EXPECT_FALSE(parts[0].end || parts[0].due);
    EXPECT_EQ(whole(half_year(), "young-people").projected.status, Status::met);
}

TEST_F(Hillingdon, KnifeCrimeHasUsed64Of99) {
    const TrackAssessment& knife = whole(half_year(), "knife-crime-with-injury");
    EXPECT_EQ(knife.projection.year_to_date, Decimal(64));
    EXPECT_EQ(knife.projection.required.value().per_period.to_string(), "17.5");
    EXPECT_EQ(knife.projection.required->as_good, 0);
    EXPECT_LT(knife.projection.chance.value().value(), 0.15);
    EXPECT_EQ(knife.projected.status, Status::missed);
    EXPECT_EQ(knife.year_to_date.status, Status::missed);
    EXPECT_EQ(knife.profiled.value().to_string(), "49.5");
    EXPECT_EQ(of(half_year(), "knife-crime-with-injury").risk.likelihood, Likelihood{2});
}

TEST_F(Hillingdon, ChancesAtHalfYear) {
    EXPECT_GT(chance(half_year(), "non-residential-burglary"), 0.95);
    EXPECT_LT(chance(half_year(), "violence-with-injury"), 0.5);
    EXPECT_GT(chance(half_year(), "residential-burglary"), 0.5);
    EXPECT_LT(chance(half_year(), "residential-burglary"), 0.97);
}

TEST_F(Hillingdon, ResidentialBurglaryIsWithinItsProfile) {
    const TrackAssessment& burglary = whole(half_year(), "residential-burglary");
    EXPECT_EQ(burglary.year_to_date.compared, Decimal(758));
    EXPECT_EQ(burglary.year_to_date.against, Decimal(832));
    EXPECT_EQ(burglary.year_to_date.status, Status::met);
}

TEST_F(Hillingdon, RepeatVictimsAreOnTargetAtHalfYearAndAboveTheBaselineLater) {
    EXPECT_NEAR(whole(half_year(), "repeat-victims").projection.median.value(), 1272, 6);
    EXPECT_EQ(whole(half_year(), "repeat-victims").projected.status, Status::met);
    EXPECT_GT(whole(everything(), "repeat-victims").projection.median.value(), 1319);
    EXPECT_NE(whole(everything(), "repeat-victims").projected.status, Status::met);
}

TEST_F(Hillingdon, ConfidenceMeetsItsFloorWithoutAChance) {
    const TrackAssessment& confidence = whole(half_year(), "public-confidence");
    EXPECT_EQ(confidence.projected.status, Status::met);
    EXPECT_EQ(confidence.year_to_date.status, Status::met);
    EXPECT_EQ(confidence.year_to_date.compared, Decimal(63));
    EXPECT_FALSE(confidence.projection.chance);
    EXPECT_NE(confidence.explanation.sentence.find("no sample size is given"), std::string::npos);
}

TEST_F(Hillingdon, TheStrategyIsOverdueAndTheEventDoneInTime) {
    EXPECT_EQ(whole(half_year(), "domestic-abuse-strategy").projected.status, Status::overdue);
    EXPECT_EQ(whole(half_year(), "white-ribbon-day").projected.status, Status::not_yet_due);
    EXPECT_EQ(whole(everything(), "domestic-abuse-strategy").projected.status, Status::overdue);
    EXPECT_EQ(whole(everything(), "white-ribbon-day").projected.status, Status::done);
    EXPECT_NE(
        whole(everything(), "domestic-abuse-strategy").explanation.sentence.find("Final report submitted for approval"),
        std::string::npos);
}

TEST_F(Hillingdon, MaracRunsOnALine) {
    const TrackAssessment& rate = whole(half_year(), "marac-rate");
    EXPECT_EQ(rate.path.value().rule, PathRule::linear);
    EXPECT_EQ(rate.year_to_date.status, Status::met);  // 23 against 21.67, rounded to 22
    EXPECT_EQ(rate.projected.status, Status::missed);  // 23 against 25
}

TEST_F(Hillingdon, CrMaracIsSeenOnlyInJanuary) {
    const TrackAssessment& before = whole(half_year(), "cr-marac");
    EXPECT_EQ(before.projected.status, Status::not_rated);
    EXPECT_EQ(before.year_to_date.reason, "there is no observation yet in 2017-18");
    const TrackAssessment& after = whole(everything(), "cr-marac");
    EXPECT_EQ(after.projected.status, Status::met);
    EXPECT_NEAR(after.projection.interval_95.value().lower, 77.2, 0.05);
    EXPECT_EQ(after.projection.up_to, Date(2018, 1, 24));
}

TEST_F(Hillingdon, NothingIsInventedForFiguresThatAreAwaited) {
    for (const char* code : {"residential-burglary", "violence-with-injury", "public-confidence", "marac-rate"}) {
        EXPECT_EQ(whole(everything(), code).projection.year_to_date, whole(half_year(), code).projection.year_to_date);
        EXPECT_NE(whole(everything(), code).explanation.sentence.find("the figure for 2017-18 Q3 is awaited"),
                  std::string::npos)
            << code;
    }
}

TEST_F(Hillingdon, FiguresBeforeTheHateCrimeProgrammeAreNoObservation) {
    const Assessment& programme = of(everything(), "hate-crime-programme").assessment;
    EXPECT_EQ(programme.whole.projected.status, Status::not_rated);
    for (const TrackAssessment& part : programme.parts) {
        EXPECT_FALSE(part.projection.year_to_date);
        EXPECT_EQ(part.target.value().rounded, Decimal(60));
    }
}

TEST_F(Hillingdon, EveryRiskIsPlacedByLikelihoodAlone) {
    for (const Placement& risk : everything().risks) {
        EXPECT_FALSE(risk.impact || risk.rating);
        EXPECT_NE(risk.basis_text.find("judges no impact"), std::string::npos) << risk.code;
    }
}

TEST_F(Hillingdon, EverySentenceIsOneSentence) {
    for (const Review* review : {&half_year(), &everything()}) {
        for (const IndicatorReview& one : review->indicators) {
            const std::string& sentence = one.assessment.whole.explanation.sentence;
            EXPECT_TRUE(sentence.ends_with('.')) << sentence;
            EXPECT_EQ(sentence.find(". "), std::string::npos) << sentence;
            EXPECT_EQ(sentence.find("  "), std::string::npos) << sentence;
        }
    }
}

}  // namespace
}  // namespace ontrack

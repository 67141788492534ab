#include <ontrack/assessment/statement.hpp>

#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using test::assess_first;
using test::count_plan;
using test::level_plan;
using test::small_plan;

std::string of(const std::string& measure, const std::string& polarity, const std::string& observation,
               const std::string& more = "") {
    return "measure = \"" + measure + "\"\npolarity = \"" + polarity +
           "\"\nfrequency = \"year\"\nyear_is = \"latest\"\nobservations = [{ period = \"2017-18\", " + observation +
           " }]\n" + more;
}
Statement said(const std::string& measure, const std::string& polarity, const std::string& observation,
               const std::string& more = "") {
    return assess_first(small_plan(of(measure, polarity, observation, more))).whole.statements.at(0);
}
std::string figure(const std::string& observation, const std::string& measure = "count", const std::string& more = "") {
    return said(measure, "low", observation, more).figure;
}

TEST(Statement, prints_a_figure_as_the_document_has_it) {
    EXPECT_EQ(figure("range = [10, 20]"), "10–20");
    EXPECT_EQ(figure("range = [87.5, 89.3]", "percentage"), "87.5–89.3%");
    EXPECT_EQ(figure("more_than = 450"), "> 450");
    EXPECT_EQ(figure("at_most = 3000"), "≤ 3000");
    EXPECT_EQ(figure("change_percent = -5.9, compared_with = \"unknown\""), "−5.9%");
    EXPECT_EQ(figure("change_percent = 20.7, compared_with = \"unknown\""), "+20.7%");
    EXPECT_EQ(figure("level_or_change = 31.7", "detection_rate"), "31.7% or +31.7%");
    EXPECT_EQ(figure("value = 50000, certainty = \"hoped\"", "money", "currency = \"GBP\"\n"), "hoped £50,000");
    EXPECT_EQ(figure("value = 5000000, certainty = \"possible\"", "money", "currency = \"GBP\"\n"),
              "possibly £5,000,000");
}

TEST(Statement, judges_a_change_by_the_polarity) {
    const auto direction = [](const std::string& polarity, const std::string& percent) {
        return said("count", polarity, "change_percent = " + percent + ", compared_with = \"unknown\"").direction;
    };
    EXPECT_EQ(direction("low", "20.7"), Direction::worsening);
    EXPECT_EQ(direction("low", "-32"), Direction::improving);
    EXPECT_EQ(direction("low", "0"), Direction::unchanged);
    EXPECT_EQ(direction("high", "20.7"), Direction::improving);
    EXPECT_EQ(direction("high", "-32"), Direction::worsening);
}

TEST(Statement, mirrors_with_the_polarity) {
    for (const char* direction : {"up", "down", "stable"}) {
        const std::string words = std::string("reported = { direction = \"") + direction + "\" }";
        const Direction low = said("count", "low", words).direction;
        const Direction high = said("count", "high", words).direction;
        if (std::string(direction) == "stable") {
            EXPECT_EQ(low, Direction::unchanged);
            EXPECT_EQ(high, Direction::unchanged);
        } else {
            EXPECT_NE(low, high);
            EXPECT_EQ(low == Direction::improving, std::string(direction) == "down");
        }
    }
}

TEST(Statement, says_everything_in_one_line) {
    EXPECT_EQ(
        said(
            "percentage", "high",
            "reported = { status = \"off_target\", direction = \"down\", compared_with = \"last_year\", rank = "
            "\"lowest in London\", flag = \"red\", flag_reason = \"data_quality\", expected = { flag = \"green\", by = "
            "\"2017-18 Q4\" }, text = \"Going down\" }")
            .words,
        "off target; down on last year; lowest in London; flagged red only for the quality of the data; expected "
        "flagged green by 2017-18 Q4; “Going down”");
    EXPECT_EQ(
        said(
            "count", "low",
            "change_percent = -5.9, compared_with = \"unknown\", reported = { direction = \"worsening\", compared_with "
            "= \"a month ago\" }")
            .words,
        "−5.9% (on what is not said); worsening compared with a month ago");
}

TEST(Statement, gives_both_readings_of_what_the_document_leaves_open) {
    EXPECT_EQ(said("detection_rate", "high", "level_or_change = 31.7").readings,
              (std::vector<std::string>{"the level is 31.7%", "it is 31.7% more than before"}));
    EXPECT_EQ(said("percentage", "high", "value = 40, reported = { change = 5 }").readings,
              (std::vector<std::string>{"points: it was 35%", "per cent: it was 38.1%"}));
    EXPECT_TRUE(said("percentage", "high", "value = 40, reported = { change_points = 5 }").readings.empty());
}

TEST(Statement, stands_beside_a_status_that_is_not_computed) {
    const TrackAssessment whole = assess_first(level_plan("kind = \"absolute\", value = 60",
                                                          "{ period = \"2017-18 Q1\", reported = \"off_target\" }"))
                                      .whole;
    EXPECT_EQ(whole.year_to_date.status, Status::not_rated);
    EXPECT_EQ(whole.statements.at(0).status, ReportedStatus::off_target);
    EXPECT_EQ(whole.projection.year_to_date, std::nullopt);
}

// Only a range or a bound is known: rated where every number in it has the same status.
Rated rated(const std::string& target, const std::string& figure) {
    return assess_first(
               small_plan(of("count", "low", figure, "target = { kind = \"absolute\", value = " + target + " }\n")))
        .whole.year_to_date;
}

TEST(InexactFigure, is_rated_where_both_of_its_ends_agree) {
    EXPECT_EQ(rated("20", "range = [10, 20]").status, Status::met);
    EXPECT_EQ(rated("19", "range = [10, 20]").status, Status::not_rated);
    EXPECT_EQ(rated("9", "range = [10, 20]").status, Status::missed);
    EXPECT_EQ(rated("3000", "at_most = 3000").status, Status::met);
    EXPECT_EQ(rated("2999", "at_most = 3000").status, Status::not_rated);
    EXPECT_EQ(rated("2999", "less_than = 3000").status, Status::met);
    EXPECT_EQ(rated("400", "more_than = 419").status, Status::not_rated);  // 420 is close
    EXPECT_EQ(rated("400", "more_than = 420").status, Status::missed);
    EXPECT_EQ(rated("400", "at_least = 421").status, Status::missed);
    EXPECT_EQ(rated("400", "change_percent = -5, compared_with = \"unknown\"").status, Status::not_rated);
    EXPECT_EQ(rated("20", "range = [10, 20]").qualified, "a figure of which only 10–20 is known");
    EXPECT_EQ(rated("400", "value = 100, certainty = \"possible\"").status, Status::not_rated);
}

TEST(DataStates, qualify_every_status_that_rests_on_them) {
    const auto qualified = [](const std::string& state) {
        const TrackAssessment whole =
            assess_first(level_plan("kind = \"absolute\", value = 60",
                                    "{ period = \"2017-18 Q1\", value = 70, state = \"" + state + "\" }"))
                .whole;
        EXPECT_EQ(whole.year_to_date.status, Status::met);
        return whole.year_to_date.qualified;
    };
    EXPECT_EQ(qualified("final"), "");
    EXPECT_EQ(qualified("revised"), "");
    EXPECT_EQ(qualified("provisional"), "provisional figures");
    EXPECT_EQ(qualified("estimated"), "estimated figures");
    EXPECT_EQ(qualified("proxy"), "a proxy measure");
    EXPECT_EQ(qualified("doubtful"), "data of doubtful quality");
    EXPECT_EQ(qualified("not_comparable"), "a figure that is not comparable with others");
}

TEST(DataStates, say_why_nothing_is_known) {
    const auto reason = [](const std::string& state) {
        return assess_first(level_plan("kind = \"absolute\", value = 60",
                                       "{ period = \"2017-18 Q1\", state = \"" + state + "\" }"))
            .whole.year_to_date.reason;
    };
    EXPECT_EQ(reason("awaited"), "the figure for 2017-18 Q1 is awaited");
    EXPECT_EQ(reason("suppressed"), "the figure for 2017-18 Q1 is suppressed");
    EXPECT_EQ(reason("no_accurate_data"), "there are no accurate data for 2017-18 Q1");
    EXPECT_EQ(reason("not_collected"), "the figure for 2017-18 Q1 is not collected");
}

TEST(DataStates, beyond_a_break_leave_no_direction) {
    const TrackAssessment whole =
        assess_first(
            level_plan("kind = \"absolute\", value = 60",
                       test::seen("2017-18 Q1", "70") + test::seen("2017-18 Q2", "75", "state = \"not_comparable\"")))
            .whole;
    EXPECT_EQ(whole.since_last_period.direction, Direction::not_rated);
    EXPECT_EQ(whole.since_last_period.reason, "the figure for 2017-18 Q2 is not comparable with others");
}

TEST(Money, adds_up_and_is_not_projected) {
    const TrackAssessment whole =
        assess_first(
            small_plan("measure = \"money\"\ncurrency = \"GBP\"\npolarity = \"high\"\nfrequency = \"quarter\"\n"
                       "year_is = \"sum\"\nobservations = [" +
                       test::seen("2017-18 Q1", "100000") + test::seen("2017-18 Q2", "25000") +
                       "{ period = \"2017-18 Q3\", value = 50000, certainty = \"hoped\" }]\n"))
            .whole;
    EXPECT_EQ(whole.projection.year_to_date, Decimal(125000));
    EXPECT_FALSE(whole.projection.median);
}

}  // namespace
}  // namespace ontrack

#include <ontrack/plan/statement.hpp>

#include <gtest/gtest.h>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

using test::problems_in;
using test::quarterly_count;
using test::quarterly_percentage;
using test::replaced;

Observation only(const std::string& base, const std::string& rest) {
    return parse_plan(base + "observations = [{ period = \"2017-18 Q1\", " + rest + " }]\n")
        .indicators.front()
        .track.observations.at(0);
}

template <class Form>
Form form(const std::string& rest) {
    return std::get<Form>(only(quarterly_count, rest).inexact.value());
}

TEST(InexactFigure, is_held_in_the_form_in_which_it_is_given_and_is_no_value) {
    EXPECT_EQ(form<FigureRange>("range = [10, 20]").upper, Decimal(20));
    EXPECT_EQ(form<FigureBound>("more_than = 450").kind, BoundKind::more_than);
    EXPECT_EQ(form<FigureBound>("at_least = 450").kind, BoundKind::at_least);
    EXPECT_EQ(form<FigureBound>("at_most = 3000").kind, BoundKind::at_most);
    EXPECT_EQ(form<FigureBound>("less_than = 5").kind, BoundKind::less_than);
    EXPECT_EQ(form<StatedChange>("change_percent = -5.9, compared_with = \"unknown\"").percent,
              Decimal::from_string("-5.9"));
    EXPECT_EQ(form<LevelOrChange>("level_or_change = 31.7").value, Decimal::from_string("31.7"));
    EXPECT_EQ(form<UncertainFigure>("value = 50000, certainty = \"hoped\"").certainty, Certainty::hoped);
    for (const char* rest : {"range = [10, 20]", "more_than = 4", "value = 5, certainty = \"possible\""}) {
        EXPECT_FALSE(only(quarterly_count, rest).value) << rest;
    }
    EXPECT_EQ(to_string(InexactFigure(FigureBound{BoundKind::at_most, 3})), "at_most");
}

TEST(InexactFigure, leaves_no_room_for_a_second_figure) {
    const auto code = [](const std::string& rest) {
        const auto problems =
            problems_in(quarterly_percentage + "observations = [{ period = \"2017-18 Q1\", " + rest + " }]\n");
        return problems.size() == 1 ? problems[0].code : std::to_string(problems.size()) + " problems";
    };
    EXPECT_EQ(code("value = 3, range = [1, 2]"), "two-figures");
    EXPECT_EQ(code("range = [1, 2], at_least = 1"), "two-figures");
    EXPECT_EQ(code("range = [1, 2], numerator = 3, denominator = 4"), "two-figures");
    EXPECT_EQ(code("range = [2, 2]"), "not-a-range");
    EXPECT_EQ(code("range = [50, 101]"), "not-a-percentage");
    EXPECT_EQ(code("change_percent = -100.1, compared_with = \"last_year\""), "number-out-of-range");
    EXPECT_EQ(code("change_percent = -100, compared_with = \"last_year\""), "0 problems");
    EXPECT_EQ(code("value = 3, compared_with = \"last_year\""), "unexpected-key");
    EXPECT_EQ(code("range = [1, 2], state = \"awaited\""), "state-contradicts-value");
    EXPECT_EQ(code("less_than = 5, state = \"suppressed\""), "0 problems");
    EXPECT_EQ(code("range = [1, 2], derived_from = \"x\""), "unexpected-key");
}

TEST(Reported, holds_what_a_document_says_without_a_number) {
    const Observation seen =
        only(quarterly_percentage,
             "state = \"doubtful\", reported = { status = \"off_target\", direction = \"down\", change = 5, "
             "compared_with = \"last_year\", rank = \"lowest in London\", flag = \"red\", flag_reason = "
             "\"data_quality\", expected = { flag = \"green\", by = \"2017-18 Q4\" }, text = \"Words\" }");
    ASSERT_TRUE(seen.reported);
    EXPECT_EQ(seen.reported->status, ReportedStatus::off_target);
    EXPECT_EQ(seen.reported->direction, ReportedDirection::down);
    EXPECT_EQ(seen.reported->change->unit, ChangeUnit::either);
    EXPECT_EQ(seen.reported->rank, "lowest in London");
    EXPECT_EQ(seen.reported->flag_reason, FlagReason::data_quality);
    EXPECT_EQ(seen.reported->expected->by_day, Date(2018, 3, 31));
    EXPECT_FALSE(seen.value);
    EXPECT_EQ(only(quarterly_count, "reported = \"on_track\"").reported->status, ReportedStatus::on_track);
}

TEST(Reported, counts_as_something_known_on_its_day) {
    const Plan plan =
        parse_plan(quarterly_count + "observations = [{ period = \"2017-18 Q1\", reported = \"on_target\" }]\n");
    EXPECT_EQ(last_day_known(plan), Date(2017, 6, 30));
}

TEST(DerivedFigure, is_estimated_unless_the_plan_says_otherwise) {
    EXPECT_EQ(only(quarterly_count, "value = 472, derived_from = \"half of 2004\"").state, DataState::estimated);
    EXPECT_EQ(only(quarterly_count, "value = 472, derived_from = \"x\", state = \"final\"").state, DataState::final);
}

TEST(Measures, take_the_figures_that_they_can_have) {
    const auto of = [](const std::string& measure, const std::string& keys, const std::string& rest) {
        return only(
            replaced(replaced(quarterly_count, "\"count\"", "\"" + measure + "\""), "\"sum\"", "\"latest\"") + keys,
            rest);
    };
    EXPECT_EQ(of("ratio", "", "value = 1.78").value, Decimal::from_string("1.78"));
    EXPECT_EQ(of("ratio", "per = 100\n", "numerator = 78, denominator = 100").value, Decimal(78));
    EXPECT_EQ(of("index", "", "numerator = 129, denominator = 100").value, Decimal::from_string("1.29"));
    EXPECT_EQ(of("index", "index_as = \"points\"\n", "value = -3").value, Decimal(-3));
    EXPECT_EQ(of("detection_rate", "", "value = 19.1").value, Decimal::from_string("19.1"));
    EXPECT_EQ(of("duration", "unit = \"days\"\n", "value = 12.5").value, Decimal::from_string("12.5"));
    EXPECT_EQ(of("money", "currency = \"GBP\"\n", "value = 1200000").value, Decimal(1200000));
}

TEST(FigureParts, stand_beside_figures_and_observations) {
    const Plan plan =
        parse_plan(quarterly_count +
                   "figures = [{ name = \"Contracts\", value = 11, parts = [{ name = \"Drinkers\", value = 3 }, "
                   "{ name = \"Young people\", value = 8 }] }, { name = \"Audience\", more_than = 450 }]\n");
    const auto& figures = plan.indicators.front().figures;
    ASSERT_EQ(figures.at(0).parts.size(), 2U);
    EXPECT_EQ(figures[0].parts[1].value, Decimal(8));
    EXPECT_FALSE(figures.at(1).value);
}

}  // namespace
}  // namespace ontrack

#include <gtest/gtest.h>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/report/report.hpp>

#include "report/lines.hpp"
#include "report/reasons.hpp"
#include "report/words.hpp"

namespace {

using namespace ontrack;
using namespace ontrack::detail::report;

const std::string head =
    "format = 1\n[plan]\nname = \"P\"\nyear = \"2008-09\"\n[[indicator]]\ncode = \"x\"\nname = \"X\"\n"
    "measure = \"percentage\"\npolarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"latest\"\n";
const std::string not_stated = "target = { kind = \"not_stated\" }\n";

std::string part(const std::string& code, const std::string& reported, const std::string& more = "") {
    return "[[indicator.component]]\ncode = \"" + code + "\"\nname = \"" + code + "\"\n" + not_stated +
           "observations = [{ period = \"2008-09 Q1\", reported = \"" + reported + "\"" + more + " }]\n";
}

TEST(ReportedMark, of_an_indicator_of_parts_is_the_worst_that_is_said_of_them) {
    for (const auto& [first, second] : {std::pair{"on_track", "off_track"}, std::pair{"off_track", "on_track"}}) {
        const Review result = review(parse_plan(head + part("a", first) + part("b", second)));
        const Line whole = lines_of(result, 0).front();
        EXPECT_EQ(year_end_mark(whole).text(), "◇ off track (reported)");
        EXPECT_EQ(to_date_mark(whole).text(), "○ not rated");
    }
    const Review good = review(parse_plan(head + part("a", "on_target") + part("b", "exceeded")));
    EXPECT_EQ(to_date_mark(lines_of(good, 0).front()).text(), "◇ on target (reported)");
}

TEST(ReportedMark, of_an_indicator_of_parts_is_qualified_as_the_part_that_it_shows) {
    const std::string proxy = ", state = \"proxy\"";
    const auto notes = [](const Review& result) {
        std::vector<std::string> rows;
        for (const Note& note : qualifications_in(result)) rows.push_back(note.rows);
        return rows;
    };
    const Review worst = review(parse_plan(head + part("a", "on_target") + part("b", "off_target", proxy)));
    const Line whole = lines_of(worst, 0).front();
    EXPECT_TRUE(to_date_mark(whole).qualified);
    EXPECT_EQ(to_date_said(whole)->qualified, "a proxy measure");
    EXPECT_EQ(notes(worst), (std::vector<std::string>{"X", "X: b"}));
    const Review other = review(parse_plan(head + part("a", "on_target", proxy) + part("b", "off_target")));
    EXPECT_FALSE(to_date_mark(lines_of(other, 0).front()).qualified);
    EXPECT_EQ(notes(other), (std::vector<std::string>{"X: a"}));
}

TEST(ReportedMark, of_an_indicator_of_parts_is_none_where_nothing_is_said_of_one) {
    const Review result = review(parse_plan(head + part("a", "off_track") + part("b", "off_target")));
    EXPECT_EQ(year_end_mark(lines_of(result, 0).front()).text(), "○ not rated");
    EXPECT_EQ(to_date_mark(lines_of(result, 0).front()).text(), "○ not rated");
}

Review one(const std::string& state) {
    return review(parse_plan(head + not_stated + "observations = [{ period = \"2008-09 Q1\", state = \"" + state +
                             "\", reported = \"off_target\" }]\n"));
}

TEST(ReportedMark, on_a_proxy_or_in_doubt_is_qualified) {
    for (const auto& [state, words] :
         {std::pair{"proxy", "a proxy measure"}, std::pair{"doubtful", "data of doubtful quality"}}) {
        const Review result = one(state);
        EXPECT_TRUE(to_date_mark(lines_of(result, 0).front()).qualified);
        EXPECT_TRUE(standing(result.plan.indicators[0], result.indicators[0].assessment).qualified);
        EXPECT_EQ(result.indicators[0].assessment.whole.statements.at(0).qualified, words);
        EXPECT_NE(to_table(result).find("◇ off target *"), std::string::npos);
        EXPECT_NE(to_table(result).find(std::string("what is reported rests on ") + words), std::string::npos);
        EXPECT_NE(to_markdown(result).find("◇ off target (reported) (qualified)"), std::string::npos);
    }
    EXPECT_FALSE(to_date_mark(lines_of(one("final"), 0).front()).qualified);
    EXPECT_EQ(to_table(one("final")).find("◇ off target *"), std::string::npos);
}

const std::string risks =
    "[[risk_register]]\ncode = \"r\"\ndescription = \"The contract ends\"\nlikelihood = { level = \"High\", reason = "
    "\"No "
    "bidder\" }\n";

TEST(RiskGroups, keep_the_register_under_a_heading_of_its_own) {
    const Review both = review(parse_plan(head + not_stated + risks));
    ASSERT_EQ(risk_groups(both).size(), 2U);
    EXPECT_EQ(risk_groups(both)[0].title, "Risk that the target is missed");
    EXPECT_EQ(risk_groups(both)[0].risks.size(), 1U);
    EXPECT_EQ(risk_groups(both)[1].title, "Other risks");
    EXPECT_EQ(risk_groups(both)[1].risks.front()->description, "The contract ends");
    for (const std::string& text : {to_table(both), to_markdown(both), to_html(both)}) {
        const std::size_t missed = text.find("Risk that the target is missed");
        const std::size_t other = text.find("Other risks");
        ASSERT_NE(missed, std::string::npos);
        ASSERT_NE(other, std::string::npos);
        EXPECT_LT(missed, other);
        EXPECT_GT(text.rfind("The contract ends"), other);
        EXPECT_NE(text.find("No bidder"), std::string::npos);
    }
    const Review register_only = review(parse_plan(head + risks));
    ASSERT_EQ(risk_groups(register_only).size(), 1U);
    EXPECT_EQ(to_table(register_only).find("Risk that the target is missed"), std::string::npos);
}

}  // namespace

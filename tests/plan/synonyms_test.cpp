#include <algorithm>
#include <ostream>

#include <gtest/gtest.h>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

using test::milestone;
using test::quarterly_count;
using test::replaced;

/// What someone writes who has seen one plan only, and the words of the remedy that lead on.
struct Guess {
    std::string text;
    std::string key;
    std::vector<std::string> remedy;
};

std::ostream& operator<<(std::ostream& out, const Guess& guess) {
    return out << guess.key;
}

class LikelyGuess : public testing::TestWithParam<Guess> {};

TEST_P(LikelyGuess, is_answered_with_the_right_key) {
    const auto problems = test::problems_in(GetParam().text);
    std::string all;
    for (const Problem& problem : problems) all += problem.to_string() + "\n";
    const auto found = std::find_if(problems.begin(), problems.end(),
                                    [](const Problem& problem) { return problem.where.key == GetParam().key; });
    ASSERT_NE(found, problems.end()) << GetParam().text << all;
    EXPECT_GT(found->where.line, 0U);
    EXPECT_GT(found->where.column, 0U);
    for (const std::string& words : GetParam().remedy) {
        EXPECT_NE(found->remedy.find(words), std::string::npos) << words << "\n" << all;
    }
}

Guess observation(const std::string& key, const std::string& value, std::vector<std::string> remedy) {
    return {quarterly_count + "observations = [{ period = \"2017-18 Q1\", value = 5, " + key + " = " + value + " }]\n",
            "indicator[0].observations[0]." + key, std::move(remedy)};
}
Guess indicator(const std::string& key, const std::string& value, std::vector<std::string> remedy) {
    return {quarterly_count + key + " = " + value + "\n", "indicator[0]." + key, std::move(remedy)};
}
Guess target(const std::string& rest, const std::string& key, std::vector<std::string> remedy) {
    return {quarterly_count + "baseline = { value = 100, period = \"2016-17\" }\ntarget = { " + rest + " }\n",
            "indicator[0].target." + key, std::move(remedy)};
}
Guess word(const std::string& from, const std::string& to, const std::string& key, std::vector<std::string> remedy) {
    return {replaced(quarterly_count, from, to), "indicator[0]." + key, std::move(remedy)};
}
Guess block(const std::string& text, const std::string& key, std::vector<std::string> remedy) {
    return {quarterly_count + text, key, std::move(remedy)};
}

INSTANTIATE_TEST_SUITE_P(
    Observations, LikelyGuess,
    testing::Values(observation("provisional", "true", {"state = \"provisional\""}),
                    observation("final", "true", {"state = \"final\""}),
                    observation("revised", "true", {"state = \"revised\""}),
                    observation("proxy", "true", {"state = \"proxy\""}),
                    observation("estimated", "true", {"state = \"estimated\""}),
                    observation("awaited", "true", {"state = \"awaited\""}),
                    observation("suppressed", "true", {"state = \"suppressed\""}),
                    observation("doubtful", "true", {"state = \"doubtful\""}),
                    observation("not_comparable", "true", {"state = \"not_comparable\""}),
                    observation("not_collected", "true", {"state = \"not_collected\""}),
                    observation("no_accurate_data", "true", {"state = \"no_accurate_data\""}),
                    observation("provisonal", "true", {"state = \"provisional\""}),
                    observation("missing", "true", {"state = \"awaited\"", "state = \"not_collected\""}),
                    observation("actual", "5", {"value = "}), observation("count", "5", {"value = "}),
                    observation("rate", "5.1", {"value = ", "`measure`"}), observation("percentage", "5", {"value = "}),
                    observation("rag", "\"red\"", {"reported = { flag = \"red\" }"}),
                    observation("status", "\"on_target\"", {"reported = \"on_target\"", "`state`"}),
                    observation("trend", "\"up\"", {"reported = { direction = \"up\" }"}),
                    observation("comment", "\"late\"", {"note = "}),
                    observation("due", "2017-06-30", {"period = ", "up_to = "}),
                    observation("target", "5", {"indicator", "target = "}),
                    observation("sample_size", "600", {"numerator = ", "denominator = "}),
                    observation("done", "2017-06-30", {"measure = \"milestone\""}),
                    observation("state", "\"Provisional\"", {"Did you mean `provisional`?"}),
                    observation("state", "\"n/a\"", {"Did you mean `awaited`?"}),
                    observation("state", "\"red\"", {"reported = { flag = \"red\" }"}),
                    observation("reported", "\"On target\"", {"Did you mean `on_target`?"}),
                    observation("reported", "\"green\"", {"flag"}),
                    Guess{quarterly_count + "observations = [{ quarter = \"Q1\", value = 5 }]\n",
                          "indicator[0].observations[0].quarter",
                          {"period = \"2017-18 Q1\""}},
                    Guess{quarterly_count + "observations = [3, 4]\n",
                          "indicator[0].observations[1]",
                          {"{ period = \"2017-18 Q1\", value = 329 }"}},
                    Guess{quarterly_count + "observations = { period = \"2017-18 Q1\", value = 3 }\n",
                          "indicator[0].observations",
                          {"observations = [{ period = "}},
                    Guess{milestone + "observations = [{ date = 2017-06-20 }]\n",
                          "indicator[0].observations[0].date",
                          {"done = 2017-11-22"}}));

INSTANTIATE_TEST_SUITE_P(
    Indicators, LikelyGuess,
    testing::Values(indicator("baseline", "100", {"{ value = 1681, period = \"2016-17\" }"}),
                    indicator("target", "\"reduce by 5%\"", {"kind = \"absolute\"", "kind = \"percent_by_date\""}),
                    indicator("target", "95", {"kind = \"absolute\", value = 90"}),
                    indicator("rag", "\"red\"", {"`observations`", "reported = { flag = \"red\" }"}),
                    indicator("provisional", "true", {"`observations`", "state = \"provisional\""}),
                    indicator("actual", "5", {"observations = [{ period = "}),
                    indicator("rate", "5", {"measure = \"rate\"", "per = 1000"}),
                    indicator("due", "2018-03-31", {"target = {", "due = 2019-03-31"}),
                    indicator("comment", "\"x\"", {"narrative = "}), indicator("lead", "\"X\"", {"owner = "}),
                    indicator("good", "\"low\"", {"polarity = "}),
                    indicator("national", "5", {"comparators = [{ code = \"national\""}),
                    indicator("actions", "[\"x\"]", {"activity = ", "countermeasures = "}),
                    indicator("risk", "\"High\"", {"likelihood = ", "impact = "}),
                    indicator("likelihood", "\"high\"", {"Did you mean `High`?"}),
                    Guess{quarterly_count + "countermeasures = [\"we do\"]\n",
                          "indicator[0].countermeasures[0]",
                          {"{ text = \"…\", owner = \"…\" }"}},
                    Guess{quarterly_count + "baseline = { value = \"1,681\", period = \"2016-17\" }\n",
                          "indicator[0].baseline.value",
                          {"without commas"}},
                    Guess{quarterly_count + "baseline = { value = 1681, year = \"2016-17\" }\n",
                          "indicator[0].baseline.year",
                          {"period = "}},
                    word("\"quarter\"", "\"annual\"", "frequency", {"Did you mean `year`?"}),
                    word("\"quarter\"", "\"weekly\"", "frequency", {"frequency = \"month\""}),
                    word("\"low\"", "\"lower is better\"", "polarity", {"Did you mean `low`?"}),
                    word("\"low\"", "\"up\"", "polarity", {"Did you mean `high`?"}),
                    word("\"sum\"", "\"total\"", "year_is", {"Did you mean `sum`?"}),
                    word("\"sum\"", "\"cumulative\"", "year_is", {"not the running total"}),
                    word("\"sum\"", "\"max\"", "year_is", {"No year is its highest or lowest figure"}),
                    word("\"count\"", "\"number\"", "measure", {"Did you mean `count`?"}),
                    word("\"count\"", "\"rate per 1000\"", "measure", {"per = 1000"})));

INSTANTIATE_TEST_SUITE_P(
    Targets, LikelyGuess,
    testing::Values(target("kind = \"reduce\", percent = -5", "kind", {"Did you mean `percent_by_date`?"}),
                    target("kind = \"minimum\", value = 90", "kind", {"Did you mean `floor`?"}),
                    target("kind = \"none\"", "kind", {"Leave `target` out", "not_set", "not_stated"}),
                    target("value = 90", "kind", {"kind = "}),
                    target("kind = \"absolute\", value = 90, by = 2018-03-31", "by", {"due = "}),
                    target("kind = \"percent_by_date\", value = -5", "value", {"percent = -5"}),
                    target("kind = \"absolute\", target = 90", "target", {"value = "}),
                    target("kind = \"percent_per_annum\", percent = \"-5%\", years = 3", "percent", {"without commas"}),
                    target("kind = \"linear\", from = 100, value = 90, due = 2018-03-31", "from", {"baseline = "}),
                    target("kind = \"absolute\", value = 90, tolerance = 5", "tolerance", {"[status.projection]"}),
                    target("kind = \"absolute\", value = 90, due = \"31/03/2018\"", "due", {"2017-06-30"})));

INSTANTIATE_TEST_SUITE_P(
    Blocks, LikelyGuess,
    testing::Values(block("[[risks]]\ncode = \"r\"\n", "risks", {"[[risk_register]]"}),
                    block("[[risk]]\ndescription = \"x\"\n", "risk", {"[[risk_register]]"}),
                    block("[[milestone]]\nname = \"x\"\n", "milestone", {"[[indicator]]", "measure = \"milestone\""}),
                    block("[[outcome]]\nname = \"x\"\n", "outcome", {"[[theme]]"}),
                    block("[[highlight]]\ntext = \"x\"\n", "highlight", {"[[progress]]"}),
                    block("[[risk_register]]\ncode = \"r\"\ndescription = \"x\"\nlikelihood = 4\n",
                          "risk_register[0].likelihood", {"\"High\""}),
                    block("[[risk_register]]\ncode = \"r\"\ndescription = \"x\"\nowner = \"X\"\n",
                          "risk_register[0].owner", {"countermeasures = "}),
                    block("[[action]]\ntext = \"x\"\nlead = \"X\"\n", "action[0].lead", {"owner = "}),
                    block("[[action]]\ntext = \"x\"\ndeadline = 2018-01-01\n", "action[0].deadline", {"due = "}),
                    block("[[action]]\ntext = \"x\"\nstatus = \"done\"\n", "action[0].status", {"done = "}),
                    block("[[budget]]\nname = \"x\"\nactual = 3\n", "budget[0].actual", {"spent = "}),
                    block("[[budget]]\nname = \"x\"\nallocated = \"£25k\"\n", "budget[0].allocated",
                          {"without commas, signs or units"}),
                    Guess{replaced(quarterly_count, "name = \"A plan\"", "name = \"A plan\"\nyear = 2017"),
                          "plan.year",
                          {"year = \"2017-18\""}},
                    Guess{replaced(quarterly_count, "name = \"A plan\"", "name = \"A plan\"\nperiod = \"Q1\""),
                          "plan.period",
                          {"period_covered = "}}));

}  // namespace
}  // namespace ontrack

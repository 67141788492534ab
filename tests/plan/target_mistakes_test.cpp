#include <ostream>

#include <gtest/gtest.h>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

using test::quarterly_count;
using test::quarterly_percentage;

/// What is wrong, under which key, and the text that the place points to.
struct Mistake {
    std::string text;
    std::string code;
    std::string key;
    std::string at;
};

std::ostream& operator<<(std::ostream& out, const Mistake& mistake) {
    return out << mistake.code << " " << mistake.key;
}

std::string text_at(const std::string& text, const Place& place, std::size_t size) {
    std::size_t start = 0;
    for (std::size_t line = 1; line < place.line; ++line) start = text.find('\n', start) + 1;
    return text.substr(start + place.column - 1, size);
}

class TargetMistake : public testing::TestWithParam<Mistake> {};

TEST_P(TargetMistake, is_named_with_its_place_and_remedy) {
    const Mistake& mistake = GetParam();
    const auto problems = test::problems_in(mistake.text);
    std::string all;
    for (const Problem& problem : problems) all += problem.to_string() + "\n";
    ASSERT_EQ(problems.size(), 1U) << all;
    EXPECT_EQ(problems[0].code, mistake.code) << all;
    EXPECT_EQ(problems[0].where.key, "indicator[0]." + mistake.key) << all;
    EXPECT_EQ(text_at(mistake.text, problems[0].where, mistake.at.size()), mistake.at) << all;
    EXPECT_FALSE(problems[0].remedy.empty());
}

std::string target(const std::string& kind, const std::string& rest) {
    return "target = { kind = \"" + kind + "\"" + (rest.empty() ? "" : ", " + rest) + " }\n";
}
std::string from(const std::string& value) {
    return "baseline = { value = " + value + ", period = \"2016-17\" }\n";
}
std::string steps(const std::string& list) {
    return target("stepped", "steps = [" + list + "]");
}
const std::string national = "comparators = [{ code = \"n\", name = \"N\", value = 70 }]\n";
const std::string stretch = "without = 44, value = 52, due = 2018-03-31";

INSTANTIATE_TEST_SUITE_P(
    Kinds, TargetMistake,
    testing::Values(
        Mistake{quarterly_count + from("100") +
                    target("percent_per_annum", "percent = -1, years = 3, convention = \"sipmle\""),
                "unknown-word", "target.convention", "\"sipmle\""},
        Mistake{quarterly_count + from("100") + target("points_by_date", "points = -5"), "target-does-not-fit",
                "target.kind", "\"points_by_date\""},
        Mistake{quarterly_percentage + from("40") + target("points_by_date", "points = -5"), "target-against-polarity",
                "target.points", "-5"},
        Mistake{quarterly_percentage + from("40") + target("points_by_date", "points = 61"), "not-a-percentage",
                "target.points", "61"},
        Mistake{quarterly_percentage + target("points_by_date", "points = 5"), "needs-baseline", "target.kind",
                "\"points_by_date\""},
        Mistake{quarterly_count + steps(""), "wrong-number-of-steps", "target.steps", "[]"},
        Mistake{quarterly_count + steps("{ by = 2018-03-31, value = 9 }, { by = 2018-03-31, value = 8 }"),
                "steps-out-of-order", "target.steps[1].by", "2018-03-31, value = 8"},
        Mistake{quarterly_count + steps("{ by = 2018-03-31, value = -9 }"), "negative-value", "target.steps[0].value",
                "-9"},
        Mistake{quarterly_count + steps("{ by = 2018-03-31 }"), "missing-key", "target.steps[0].value", "{ by"},
        Mistake{quarterly_count + from("100") + steps("{ by = 2018-03-31, value = 101 }"), "target-against-polarity",
                "target.steps", "[{"},
        Mistake{quarterly_count + from("100") + steps("{ by = 2017-03-31, value = 90 }"), "due-before-baseline",
                "target.steps[0].by", "2017-03-31"},
        Mistake{quarterly_count + target("band", "lower = 20, upper = 19.9"), "band-upside-down", "target.lower", "20"},
        Mistake{quarterly_count + target("band", "lower = -1, upper = 19"), "negative-value", "target.lower", "-1"},
        Mistake{quarterly_percentage + target("band", "lower = 50, upper = 101"), "not-a-percentage", "target.upper",
                "101"},
        Mistake{quarterly_count + from("100") + target("maintain", "margin = -1"), "negative-value", "target.margin",
                "-1"},
        Mistake{quarterly_percentage + from("5") + target("maintain", "margin = 6"), "negative-value", "target.margin",
                "6"},
        Mistake{quarterly_count + target("maintain", "margin = 1"), "needs-baseline", "target.kind", "\"maintain\""},
        Mistake{quarterly_percentage + national + from("40") +
                    target("close_gap", "percent = 50, comparator = \"m\", due = 2018-03-31"),
                "unknown-reference", "target.comparator", "\"m\""},
        Mistake{quarterly_percentage + "comparators = [{ code = \"n\", name = \"N\", own = \"last_year\" }]\n" +
                    from("40") + target("close_gap", "percent = 50, comparator = \"n\", due = 2018-03-31"),
                "needs-comparator-value", "target.comparator", "\"n\""},
        Mistake{quarterly_percentage + national + from("70") +
                    target("close_gap", "percent = 50, comparator = \"n\", due = 2018-03-31"),
                "no-gap", "target.comparator", "\"n\""},
        Mistake{quarterly_percentage + national + from("40") +
                    target("close_gap", "percent = 0, comparator = \"n\", due = 2018-03-31"),
                "share-not-positive", "target.percent", "0"},
        Mistake{quarterly_percentage + national + from("40") +
                    target("close_gap", "percent = 300, comparator = \"n\", due = 2018-03-31"),
                "not-a-percentage", "target.percent", "300"},
        Mistake{quarterly_percentage + from("50") + target("measurable_change", "sample = 0"), "sample-too-small",
                "target.sample", "0"},
        Mistake{
            quarterly_percentage + from("50") + target("measurable_change", "sample = 1100, confidence_percent = 100"),
            "not-a-confidence", "target.confidence_percent", "100"},
        Mistake{quarterly_percentage + from("50") + target("measurable_change", "sample = 1100, design_effect = 0"),
                "not-a-design-effect", "target.design_effect", "0"},
        Mistake{quarterly_percentage + from("0") + target("measurable_change", "sample = 1100"), "needs-baseline",
                "target.kind", "\"measurable_change\""},
        Mistake{quarterly_percentage + from("99") + target("measurable_change", "sample = 100"), "not-a-percentage",
                "target.sample", "100"},
        Mistake{quarterly_percentage + target("stretch", "without = 52, value = 52, due = 2018-03-31"),
                "target-against-polarity", "target.value", "52, due"},
        Mistake{quarterly_percentage + target("stretch", stretch + ", threshold_percent = 0"), "threshold-out-of-range",
                "target.threshold_percent", "0"},
        Mistake{quarterly_percentage + target("stretch", stretch + ", cap_percent = 50"), "threshold-out-of-range",
                "target.threshold_percent", "{ kind"},
        Mistake{quarterly_percentage + target("stretch", stretch + ", grant = -1"), "negative-value", "target.grant",
                "-1"},
        Mistake{quarterly_percentage + target("stretch", stretch + ", grant = 1, currency = \"pounds\""),
                "not-a-currency", "target.currency", "\"pounds\""},
        Mistake{quarterly_percentage + from("40") + target("stretch", "without = 44, value = 52, due = 2017-03-31"),
                "due-before-baseline", "target.due", "2017-03-31"},
        Mistake{quarterly_count + target("not_set", "decimals = 1"), "unknown-key", "target.decimals", "decimals"}));

INSTANTIATE_TEST_SUITE_P(
    Indicators, TargetMistake,
    testing::Values(Mistake{quarterly_percentage + "profile = \"days\"\n", "unexpected-key", "profile", "\"days\""},
                    Mistake{quarterly_count + "profile = \"days\"\nseasonal_shares = [1, 1, 1, 1]\n", "unexpected-key",
                            "profile", "\"days\""},
                    Mistake{quarterly_count + "profile = \"day\"\n", "unknown-word", "profile", "\"day\""}));

}  // namespace
}  // namespace ontrack

#include <algorithm>
#include <sstream>

#include <gtest/gtest.h>

#include <ontrack/report/report.hpp>

#include "report/sample_review.hpp"
#include "report/text.hpp"

namespace {

using namespace ontrack;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(ToTable, NoLineIsWiderThanAsked) {
    for (const std::size_t width : {0U, 40U, 80U, 92U, 108U, 133U, 400U}) {
        const std::size_t most = std::clamp<std::size_t>(width, 80, 160);
        std::size_t widest = 0;
        for (const std::string& line : lines_of(to_table(test::sample_review(), width))) {
            EXPECT_LE(detail::report::display_width(line), most) << line;
            widest = std::max(widest, detail::report::display_width(line));
        }
        EXPECT_EQ(widest, most) << "rules fill the width";
    }
}

TEST(ToTable, NoNumberIsSoLongThatALineOverflows) {
    Review review = test::sample_review();
    TrackAssessment& track = review.indicators[0].assessment.whole;
    track.projection.year_to_date = Decimal::from_string("123456789012345678901234567890");
    track.projection.median = 1e300;
    track.projection.interval_80 = Interval{1e299, 1e300};
    review.plan.scales.likelihood[0].name = std::string(200, 'x');
    for (const std::string& line : lines_of(to_table(review)))
        EXPECT_LE(detail::report::display_width(line), 80U) << line;
}

TEST(ToTable, SaysStatusInShapeAndWord) {
    const std::string table = to_table(test::sample_review());
    for (const char* part :
         {"● on target", "▲ close *", "✗ overdue", "✓ done", "○ not rated", "↘ worsening", "1410–1720", "78%"})
        EXPECT_TRUE(contains(table, part)) << part;
    EXPECT_TRUE(contains(table, "the second quarter is provisional"));
    EXPECT_TRUE(contains(table, "judged, provisional; the chance says High"));
    EXPECT_TRUE(contains(table, "+ Patrols (Borough Commander)"));
}

TEST(ToTable, ColourOnlyWhenAsked) {
    EXPECT_FALSE(contains(to_table(test::sample_review()), "\x1b"));
    EXPECT_TRUE(contains(to_table(test::sample_review(), 80, true), "\x1b[32m● on target"));
}

TEST(ToTable, ColourChangesNothingElse) {
    std::string plain;
    const std::string coloured = to_table(test::sample_review(), 80, true);
    for (std::size_t i = 0; i < coloured.size(); ++i) {
        if (coloured[i] == '\x1b')
            i = coloured.find('m', i);
        else
            plain += coloured[i];
    }
    const std::vector<std::string> expected = lines_of(to_table(test::sample_review()));
    const std::vector<std::string> lines = lines_of(plain);
    ASSERT_EQ(lines.size(), expected.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        EXPECT_EQ(detail::report::clean(lines[i]), detail::report::clean(expected[i]));
}

TEST(ToTable, WiderTablesShowMore) {
    EXPECT_FALSE(contains(to_table(test::sample_review(), 80), "Baseline"));
    EXPECT_TRUE(contains(to_table(test::sample_review(), 92), "Baseline"));
    EXPECT_TRUE(contains(to_table(test::sample_review(), 108), "Needed a period"));
}

TEST(ToTable, AnEmptyPlanIsStillAReport) {
    const Review review = test::empty_review("Nothing");
    EXPECT_TRUE(contains(to_table(review), "Nothing"));
    EXPECT_FALSE(to_html(review).empty());
    EXPECT_FALSE(to_markdown(review).empty());
    EXPECT_FALSE(to_json(review).empty());
    EXPECT_EQ(lines_of(to_csv(review)).size(), 1U);
}

}  // namespace

#include <algorithm>

#include <gtest/gtest.h>

#include <ontrack/report/report.hpp>

#include "assessment/small_plan.hpp"
#include "report/sample_review.hpp"

namespace {

using namespace ontrack;

/// RFC 4180, read back.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row(1);
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            row.back() += text[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            row.emplace_back();
        else if (!quoted && c == '\r')
            EXPECT_EQ(text[i + 1], '\n');
        else if (!quoted && c == '\n')
            rows.push_back(std::exchange(row, std::vector<std::string>(1)));
        else
            row.back() += c;
    }
    return rows;
}

std::string cell(const std::vector<std::vector<std::string>>& rows, std::size_t row, const std::string& column) {
    const auto at = std::find(rows[0].begin(), rows[0].end(), column);
    return at == rows[0].end() ? "no such column" : rows[row][static_cast<std::size_t>(at - rows[0].begin())];
}

TEST(ToCsv, EveryRowHasEveryColumn) {
    const auto rows = read_csv(to_csv(test::sample_review()));
    ASSERT_EQ(rows.size(), 8U) << "header, five indicators, two parts";
    for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
    EXPECT_EQ(cell(rows, 1, "target_unrounded"), "1664.19");
    EXPECT_EQ(cell(rows, 1, "projection_mean"), "1561.234568");
    EXPECT_EQ(cell(rows, 1, "probability_met"), "0.781235");
    EXPECT_EQ(cell(rows, 1, "likelihood"), "Low");
    EXPECT_EQ(cell(rows, 1, "impact"), "");
    EXPECT_EQ(cell(rows, 4, "component"), "first");
    EXPECT_EQ(cell(rows, 6, "target_due"), "2017-06-30");
    EXPECT_EQ(cell(rows, 6, "status_projection"), "overdue");
}

TEST(ToCsv, TextThatStartsLikeAFormulaIsMadeText) {
    const auto rows = read_csv(to_csv(test::sample_review()));
    EXPECT_TRUE(cell(rows, 2, "name").starts_with("'=HYPERLINK(\"x\") | <b>"));
    for (const char* start : {"+1", "-1", "@x", "=1"}) {
        Review review = test::sample_review();
        review.plan.indicators[0].name = start;
        EXPECT_EQ(cell(read_csv(to_csv(review)), 1, "name"), std::string("'") + start);
    }
}

TEST(ToCsv, NumbersAreNeverTouched) {
    Review review = test::sample_review();
    review.indicators[0].assessment.whole.projection.mean = -3;
    EXPECT_EQ(cell(read_csv(to_csv(review)), 1, "projection_mean"), "-3");
}

TEST(ToCsv, SaysWhatAChangeIsInAndGivesNoPerCentOfASmallBase) {
    const auto changes = [](const std::string& before, const std::string& now) {
        const std::string seen = test::seen("2017-18 Q1", before) + test::seen("2017-18 Q2", now);
        return read_csv(to_csv(review(test::count_plan("99", seen), std::nullopt)));
    };
    const auto large = changes("133", "131");
    EXPECT_TRUE(cell(large, 1, "change_last_period").starts_with("-2.57"));
    EXPECT_EQ(cell(large, 1, "change_last_period_in"), "per cent");
    EXPECT_EQ(cell(large, 1, "change_last_year_in"), "");
    const auto small = changes("33", "31");
    for (const char* column : {"change_last_period", "change_last_period_lower_95", "change_last_period_upper_95"}) {
        EXPECT_EQ(cell(small, 1, column), "");
    }
    EXPECT_EQ(cell(small, 1, "change_last_period_in"), "per cent");
    EXPECT_EQ(cell(small, 1, "change_last_period_chance"), "within");
}

}  // namespace

#include <sstream>

#include <gtest/gtest.h>

#include <ontrack/report/report.hpp>

#include "report/sample_review.hpp"

namespace {

using namespace ontrack;

TEST(ToMarkdown, EveryRowOfATableHasItsHeadingsCells) {
    std::istringstream in(to_markdown(test::sample_review()));
    std::size_t columns = 0;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with('|')) {
            columns = 0;
            continue;
        }
        std::size_t bars = 0;
        for (std::size_t i = 0; i < line.size(); ++i) bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\');
        if (columns == 0) columns = bars;
        EXPECT_EQ(bars, columns) << line;
    }
}

TEST(ToMarkdown, NothingOfThePlanIsMarkup) {
    const std::string text = to_markdown(test::sample_review());
    EXPECT_EQ(text.find("<b>"), std::string::npos);
    EXPECT_NE(text.find("\\| &lt;b&gt;Vertrauen&lt;/b&gt; \\[31min"), std::string::npos);
    EXPECT_NE(text.find("# A made-up plan &amp; its &lt;review&gt;"), std::string::npos);
}

}  // namespace

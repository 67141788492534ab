#include "report/text.hpp"

#include <gtest/gtest.h>

namespace {

using namespace ontrack::detail::report;

TEST(ReportText, CleanKeepsOneLineOfPrintableText) {
    EXPECT_EQ(clean("  two\n\tlines \r\n"), "two lines");
    EXPECT_EQ(clean("\x1b[31mred\x1b[0m\x7f"), "[31mred [0m");
    EXPECT_EQ(clean("a\u202Eb\u2066c\uFEFF"), "abc");
    EXPECT_EQ(clean("\u0085next\u2028line"), "next line");
}

TEST(ReportText, BytesThatAreNotUtf8AreReplaced) {
    EXPECT_EQ(clean("caf\xe9"), "caf\uFFFD");
    EXPECT_EQ(with_valid_utf8("\xc0\xaf"), "\uFFFD\uFFFD") << "overlong";
    EXPECT_EQ(with_valid_utf8("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD") << "surrogate";
    EXPECT_EQ(with_valid_utf8("\xf0\x9f\x98"), "\uFFFD\uFFFD\uFFFD") << "cut off";
    EXPECT_EQ(with_valid_utf8("é–😀"), "é–😀");
}

TEST(ReportText, WidthCountsColumns) {
    EXPECT_EQ(display_width("target"), 6U);
    EXPECT_EQ(display_width("● ■ ▲ –"), 7U);
    EXPECT_EQ(display_width("e\u0301"), 1U);
    EXPECT_EQ(display_width("日本"), 4U);
    EXPECT_EQ(display_width("😀"), 2U);
}

TEST(ReportText, CutNeverExceedsTheWidth) {
    EXPECT_EQ(cut("burglary", 8), "burglary");
    EXPECT_EQ(cut("burglary", 5), "burg…");
    EXPECT_EQ(cut("日本語", 4), "日…");
    EXPECT_EQ(cut("ab", 1), "…");
    EXPECT_EQ(cut("ab", 0), "");
    EXPECT_EQ(padded_left("日本語", 4), " 日…");
    EXPECT_EQ(padded_right("é", 3), "é  ");
}

TEST(ReportText, WrapsAtSpaces) {
    EXPECT_EQ(wrapped("Violence with injury", 10), (std::vector<std::string>{"Violence", "with", "injury"}));
    EXPECT_EQ(wrapped("Violence with injury", 13), (std::vector<std::string>{"Violence with", "injury"}));
    EXPECT_EQ(wrapped("antidisestablishment", 8), (std::vector<std::string>{"antidise", "stablish", "ment"}));
    EXPECT_EQ(wrapped("", 8), (std::vector<std::string>{""}));
    EXPECT_EQ(wrapped("日", 1), (std::vector<std::string>{"日"})) << "cannot fit, must end";
}

}  // namespace

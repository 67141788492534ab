#include "report/json_writer.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "report/json_reader.hpp"

namespace {

using ontrack::Decimal;
using ontrack::detail::report::JsonWriter;
using ontrack::test::JsonReader;

std::string written(double value) {
    return JsonWriter().number(value).take();
}

TEST(JsonWriter, WritesNestedValues) {
    JsonWriter json;
    json.begin_object().key("a").begin_array().number(std::int64_t{1}).null().boolean(true).end_array();
    json.key("b").begin_object().end_object().key("c").begin_array().end_array().end_object();
    EXPECT_EQ(json.take(), "{\n  \"a\": [\n    1,\n    null,\n    true\n  ],\n  \"b\": {},\n  \"c\": []\n}\n");
}

TEST(JsonWriter, EscapesText) {
    const std::string text = JsonWriter().string("q\" b\\ n\n t\t e\x1b d\x7f é \xff").take();
    EXPECT_EQ(text, "\"q\\\" b\\\\ n\\n t\\t e\\u001b d\\u007f é \uFFFD\"\n");
    EXPECT_EQ(JsonReader::read(text).text, "q\" b\\ n\n t\t e\x1b d\x7f é \uFFFD");
}

TEST(JsonWriter, NumbersAreShortestAndNeverNaN) {
    EXPECT_EQ(written(0.1), "0.1\n");
    EXPECT_EQ(written(1559), "1559\n");
    EXPECT_EQ(JsonReader::read(written(1e-300)).number(), 1e-300);
    for (const double value :
         {std::nan(""), std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()})
        EXPECT_EQ(written(value), "null\n");
}

TEST(JsonWriter, DecimalsAreExact) {
    EXPECT_EQ(JsonWriter().number(Decimal::from_string("1664.19")).take(), "1664.19\n");
    EXPECT_EQ(JsonWriter().number(Decimal::from_string("25.333333333333")).take(), "25.333333333333\n");
    EXPECT_EQ(JsonWriter().number(Decimal::from_string("-0.5")).take(), "-0.5\n");
}

}  // namespace

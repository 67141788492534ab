#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include <ontrack/report/report.hpp>

#include "report/markup_reader.hpp"
#include "report/sample_review.hpp"

namespace {

using namespace ontrack;
using test::Element;

std::vector<Element> with_tag(const std::vector<Element>& elements, std::string_view tag) {
    std::vector<Element> found;
    std::copy_if(elements.begin(), elements.end(), std::back_inserter(found),
                 [&](const Element& each) { return each.tag == tag; });
    return found;
}

class ToHtml : public ::testing::Test {
protected:
    const std::string text = to_html(test::sample_review());
    const std::vector<Element> elements = test::read_markup(text);
};

TEST_F(ToHtml, IsWellFormedAndNeedsNothingElse) {
    for (const char* tag : {"script", "link", "img", "iframe", "object"})
        EXPECT_TRUE(with_tag(elements, tag).empty()) << tag;
    for (const Element& each : elements) {
        EXPECT_FALSE(each.has("src")) << each.path;
        EXPECT_FALSE(each.has("style")) << each.path;
        EXPECT_TRUE(!each.has("href") || each.attribute("href")[0] == '#') << each.path;
        for (const auto& [name, value] : each.attributes) EXPECT_FALSE(name.starts_with("on")) << name;
    }
    EXPECT_EQ(text.find("url("), std::string::npos);
    EXPECT_EQ(text.find("http"), std::string::npos);
    EXPECT_EQ(text.find("@import"), std::string::npos);
}

TEST_F(ToHtml, HasALanguageATitleAndASkipLinkToSomething) {
    EXPECT_EQ(elements.front().attribute("lang"), "en-GB");
    EXPECT_EQ(with_tag(elements, "h1").size(), 1U);
    std::multiset<std::string> ids;
    for (const Element& each : elements)
        if (each.has("id")) ids.insert(each.attribute("id"));
    const Element skip = with_tag(elements, "a").front();
    EXPECT_EQ(ids.count(skip.attribute("href").substr(1)), 1U);
}

TEST_F(ToHtml, HeadingsSkipNoLevel) {
    int level = 0;
    for (const Element& each : elements) {
        if (each.tag.size() != 2 || each.tag[0] != 'h' || each.tag[1] < '1' || each.tag[1] > '6') continue;
        EXPECT_LE(each.tag[1] - '0', level + 1) << each.text;
        level = each.tag[1] - '0';
    }
}

TEST_F(ToHtml, EveryTableHasACaptionAndScopedHeadings) {
    EXPECT_EQ(with_tag(elements, "table").size(), 6U);
    EXPECT_EQ(with_tag(elements, "caption").size(), 6U);
    for (const Element& each : with_tag(elements, "th")) EXPECT_TRUE(each.has("scope")) << each.text;
    for (const Element& each : with_tag(elements, "td")) EXPECT_EQ(each.attribute("role"), "cell");
}

TEST_F(ToHtml, EveryRowFillsTheColumns) {
    int columns = 0;
    int cells = 0;
    const auto end_row = [&] {
        if (cells > 0 && columns == 0) columns = cells;
        EXPECT_TRUE(cells == 0 || cells == columns) << cells << " of " << columns;
        cells = 0;
    };
    for (const Element& each : elements) {
        if (each.tag == "tr" || each.tag == "table") end_row();
        if (each.tag == "table") columns = 0;
        if (each.tag == "th" || each.tag == "td")
            cells += each.has("colspan") ? std::stoi(each.attribute("colspan")) : 1;
    }
    end_row();
}

TEST_F(ToHtml, EveryChartHasATextAlternative) {
    const std::vector<Element> charts = with_tag(elements, "svg");
    ASSERT_EQ(charts.size(), 5U) << "not the bare one, not the whole of the parts";
    for (std::size_t i = 0; i + 2 < elements.size(); ++i) {
        if (elements[i].tag != "svg") continue;
        EXPECT_EQ(elements[i].attribute("role"), "img");
        EXPECT_EQ(elements[i + 1].tag, "title");
        EXPECT_EQ(elements[i + 2].tag, "desc");
        EXPECT_GT(elements[i + 2].text.size(), 20U);
    }
    EXPECT_NE(charts[0].text.find("758 offences by the end of 2017-18 Q2"), std::string::npos) << charts[0].text;
    EXPECT_NE(charts[0].text.find("Chance of meeting the target: 78%."), std::string::npos);
}

TEST_F(ToHtml, AStatusIsShapeWordAndColour) {
    std::size_t marks = 0;
    for (const Element& each : with_tag(elements, "span")) {
        if (!each.attribute("class").starts_with("mark ")) continue;
        ++marks;
        EXPECT_GT(each.text.find_first_of("abcdefghijklmnopqrstuvwxyz"), 3U)
            << "a shape and a space first: " << each.text;
        EXPECT_NE(each.text.find_first_of("abcdefghijklmnopqrstuvwxyz"), std::string::npos);
    }
    EXPECT_GT(marks, 20U);
}

TEST_F(ToHtml, ThePlansTextIsEscaped) {
    EXPECT_EQ(text.find("<b>Vertrauen"), std::string::npos);
    EXPECT_NE(text.find("&lt;b&gt;Vertrauen&lt;/b&gt;"), std::string::npos);
    EXPECT_NE(text.find("Autumn Nights &lt;plan&gt; &amp; &quot;watch&quot;"), std::string::npos);
}

TEST_F(ToHtml, TheMatrixNamesItsRatingsAndHoldsTheRisks) {
    EXPECT_NE(text.find("Impact not judged"), std::string::npos);
    EXPECT_NE(text.find("judged, provisional; the chance says High"), std::string::npos);
    EXPECT_NE(text.find("The data sharing agreement lapses"), std::string::npos);
}

TEST(ToHtmlFragment, CanStandTwiceOnAPage) {
    const std::string fragment = to_html_fragment(test::sample_review());
    for (const Element& each : test::read_markup("<div>" + fragment + fragment + "</div>")) {
        EXPECT_FALSE(each.has("id")) << each.path;
        EXPECT_NE(each.tag, "html");
        EXPECT_NE(each.tag, "h1");
    }
}

TEST(ToHtmlFragment, StylesNothingOutsideItself) {
    const std::string fragment = to_html_fragment(test::sample_review());
    std::string css = test::read_markup("<div>" + fragment + "</div>")[2].text;
    for (std::size_t i = 0; i < css.size();) {
        const std::size_t brace = std::min(css.find('{', i), css.size());
        const std::string selectors = css.substr(i, brace - i);
        i = brace + 1;
        if (selectors.find('@') != std::string::npos && selectors.find("@page") == std::string::npos) continue;
        std::size_t from = selectors.find_first_not_of("\n}");
        if (from == std::string::npos) continue;
        EXPECT_TRUE(selectors.find("@page") != std::string::npos || selectors.compare(from, 8, ".ontrack") == 0)
            << selectors;
        i = std::min(css.find('}', brace), css.size());
    }
}

}  // namespace

#include "report/palette.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include <gtest/gtest.h>

namespace {

using ontrack::detail::report::Palette;

double channel(std::string_view colour, std::size_t i) {
    const double c = std::stoi(std::string(colour.substr(1 + 2 * i, 2)), nullptr, 16) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour) {
    return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 1) + 0.0722 * channel(colour, 2);
}

/// WCAG 2.2, contrast ratio.
double contrast(std::string_view a, std::string_view b) {
    const double of_a = luminance(a);
    const double of_b = luminance(b);
    return (std::max(of_a, of_b) + 0.05) / (std::min(of_a, of_b) + 0.05);
}

class Contrast : public ::testing::TestWithParam<bool> {
protected:
    const Palette& colours = GetParam() ? ontrack::detail::report::dark : ontrack::detail::report::light;
};

TEST_P(Contrast, OfTextIsAtLeastFourAndAHalf) {
    for (const std::string_view behind : {colours.background, colours.surface})
        for (const std::string_view text : {colours.text, colours.quiet, colours.good, colours.near, colours.bad,
                                            colours.none, colours.observed, colours.target})
            EXPECT_GE(contrast(text, behind), 4.5) << text << " on " << behind;
    for (const std::string_view behind : colours.rating)
        for (const std::string_view text : {colours.text, colours.quiet})
            EXPECT_GE(contrast(text, behind), 4.5) << text << " on " << behind;
}

TEST_P(Contrast, OfTheProjectionsLabelIsThatOfTextToo) {
    EXPECT_GE(contrast(colours.projected, colours.surface), 4.5);
}

TEST_P(Contrast, OfGraphicsIsAtLeastThree) {
    for (const std::string_view behind : {colours.background, colours.surface})
        for (const std::string_view stroke : {colours.observed, colours.target, colours.projected, colours.line})
            EXPECT_GE(contrast(stroke, behind), 3) << stroke << " on " << behind;
    for (const std::string_view fill : {colours.fan_80, colours.fan_95})
        for (const std::string_view stroke : {colours.observed, colours.target, colours.projected})
            EXPECT_GE(contrast(stroke, fill), 3.0) << stroke << " on " << fill;
}

INSTANTIATE_TEST_SUITE_P(Palettes, Contrast, ::testing::Bool(),
                         [](const auto& each) { return std::string(each.param ? "dark" : "light"); });

TEST(ContrastRatio, OfBlackOnWhiteIsTwentyOne) {
    EXPECT_NEAR(contrast("#000000", "#ffffff"), 21, 1e-9);
}

}  // namespace

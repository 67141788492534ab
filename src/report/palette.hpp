#pragma once

#include <array>
#include <string_view>

namespace ontrack::inline v0::detail::report {

/// Colours of the HTML report. Text keeps at least 4.5 : 1 against its background and lines of a chart at least 3 : 1 (WCAG
/// 2.2, 1.4.3 and 1.4.11); a test computes the ratios. The chart's colours are the Analysis Function's, its
/// turquoise darkened so that it can be read as text.
struct Palette {
    std::string_view background, surface, text, quiet, line;
    std::string_view good, near, bad, none;  ///< text of statuses
    std::string_view observed, target, projected;  ///< strokes
    std::string_view fan_80, fan_95;  ///< fills; their edges are drawn in `projected`
    std::array<std::string_view, 5> rating;  ///< backgrounds of the matrix, lowest rating first
};

inline constexpr Palette light{
    "#ffffff", "#f6f7f9", "#1b1f24", "#4b535d", "#7a828c",
    "#00603a", "#7a4a00", "#a3123a", "#4b5560", "#12436d",
    "#801650", "#17736b", "#a9dad6", "#dceeed", {"#dfeee3", "#eef0d0", "#fbe9b8", "#f9cfb0", "#f6c3c9"}};

inline constexpr Palette dark{
    "#14181d", "#1c2229", "#e8eaed", "#b3bac3", "#7d8792",
    "#7fd6a4", "#f2bf6a", "#ff9fb2", "#b9c0c8", "#8cc4f5",
    "#f28cc4", "#3fc1b5", "#1f5a56", "#1c3a3a", {"#1d3328", "#33381c", "#4a3d12", "#57301a", "#5a1f2c"}};

}  // namespace ontrack::inline v0::detail::report

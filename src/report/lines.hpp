#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/review/review.hpp>

namespace ontrack::inline v0::detail::report {

/// One row of every report: an indicator, or a part of one, with what belongs to it. Lives no longer than its review.
struct Line {
    const Indicator& indicator;
    const Component* component;  ///< none: the indicator itself
    const Track& track;
    const TrackAssessment& assessed;
    const Placement* risk;  ///< none for a part
    std::span<const TrackAssessment> parts{};  ///< of an indicator of parts

    [[nodiscard]] const std::string& name() const { return component ? component->name : indicator.name; }
    /// The part's name after its indicator's.
    [[nodiscard]] std::string full_name() const;
    [[nodiscard]] const std::string& code() const { return component ? component->code : indicator.code; }
    [[nodiscard]] bool is_milestone() const;
    /// Whether its numbers are its parts' numbers.
    [[nodiscard]] bool has_parts() const { return !component && !indicator.components.empty(); }
};

struct Section {
    std::string name;  ///< the theme's; empty for indicators without one
    std::vector<Line> lines;
};

/// The row of one indicator, then those of its parts.
[[nodiscard]] std::vector<Line> lines_of(const Review& review, std::size_t indicator);
/// Every row, by theme in the plan's order; indicators without a theme come last.
[[nodiscard]] std::vector<Section> sections_of(const Review& review);
/// The placements, highest rating first, then likelihood, then probability; equals keep the plan's order.
[[nodiscard]] std::vector<const Placement*> ranked_risks(const Review& review);

/// Risks under one heading, ranked.
struct RiskGroup {
    std::string_view title;
    std::string_view likelihood;  ///< the heading of its likelihoods
    std::vector<const Placement*> risks;
};
/// The risks that targets are missed, then those of the register, which may be about anything; none is empty.
[[nodiscard]] std::vector<RiskGroup> risk_groups(const Review& review);

}  // namespace ontrack::inline v0::detail::report

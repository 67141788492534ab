#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ontrack/plan/plan.hpp>

namespace ontrack::inline v0::detail {

/// Where the checks put what they find. A problem's place is that of the part it is in; its key path says which key.
class Findings {
public:
    void add(std::string code, std::string message, const Place& part, std::string_view key, std::string remedy);
    [[nodiscard]] std::vector<Problem> take() && { return std::move(found_); }

private:
    std::vector<Problem> found_;
};

/// ` (line 12)`, where the line is known.
[[nodiscard]] std::string on_line(const Place& place);
/// Whether a plan may speak of this day: a year far away is a slip of the pen.
[[nodiscard]] bool is_plausible(const Date& day) noexcept;

/// Codes that are used twice, references to nothing, and risk scales that do not fit together.
void check_whole(const Plan& plan, Findings& findings);
/// Budgets that do not add up, days out of order, amounts below zero.
void check_board_report(const Plan& plan, Findings& findings);
void check_scales(const RiskScales& scales, Findings& findings);
/// What an indicator says about itself.
void check_indicator(const Indicator& indicator, Findings& findings);
void check_target(const Indicator& indicator, const Track& track, Findings& findings);
void check_comparators(const Indicator& indicator, const Track& track, Findings& findings);
/// Whether a figure of this measure may be below zero: points more or less than expected.
[[nodiscard]] bool may_be_negative(const Measure& measure) noexcept;
/// Sums of other indicators: of what there is, of one kind, and nothing counted twice.
void check_sums(const Plan& plan, Findings& findings);
void check_observations(const Indicator& indicator, const Track& track, Findings& findings);

}  // namespace ontrack::inline v0::detail

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ontrack/plan/read_plan.hpp>

namespace ontrack::test {

/// Lines 1 to 10 of a plan file with one indicator; what a test adds begins on line 11.
inline const std::string quarterly_count =
    "format = 1\n[plan]\nname = \"A plan\"\n[[indicator]]\ncode = \"a\"\nname = \"A\"\nmeasure = \"count\"\n"
    "polarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"sum\"\n";

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

inline const std::string quarterly_percentage =
    replaced(replaced(replaced(quarterly_count, "count", "percentage"), "sum", "latest"), "low", "high");
inline const std::string quarterly_survey = replaced(quarterly_percentage, "percentage", "survey_percentage");
inline const std::string monthly_count = replaced(quarterly_count, "quarter", "month");
inline const std::string milestone =
    "format = 1\n[plan]\nname = \"A plan\"\n[[indicator]]\ncode = \"a\"\nname = \"A\"\nmeasure = \"milestone\"\n"
    "frequency = \"quarter\"\ntarget = { kind = \"milestone\", due = 2017-11-30 }\n\n";

inline std::vector<Problem> problems_in(const std::string& text) {
    try {
        (void)parse_plan(text, "test.toml");
    } catch (const PlanError& error) {
        return error.problems();
    }
    return {};
}

}  // namespace ontrack::test

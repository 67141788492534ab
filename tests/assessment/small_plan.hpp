#pragma once

#include <string>

#include <ontrack/assessment/assessment.hpp>
#include <ontrack/plan/read_plan.hpp>

namespace ontrack::test {

/// A plan for 2017-18 with one indicator, from the lines that matter to a test.
inline Plan small_plan(const std::string& indicator, const std::string& tables = "") {
    return parse_plan("format = 1\n[plan]\nname = \"Small\"\nyear = \"2017-18\"\n" + tables +
                      "\n[[indicator]]\ncode = \"x\"\nname = \"Thefts\"\n" + indicator);
}

/// A quarterly count, low is good, with an absolute target.
inline Plan count_plan(const std::string& target, const std::string& observations, const std::string& more = "",
                       const std::string& tables = "") {
    return small_plan(
        "measure = \"count\"\npolarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"sum\"\n"
        "target = { kind = \"absolute\", value = " +
            target + " }\nobservations = [" + observations + "]\n" + more,
        tables);
}

/// A quarterly percentage, high is good, whose year is its latest value.
inline Plan level_plan(const std::string& target, const std::string& observations, const std::string& more = "") {
    return small_plan(
        "measure = \"percentage\"\npolarity = \"high\"\nfrequency = \"quarter\"\nyear_is = \"latest\"\n"
        "target = { " +
        target + " }\nobservations = [" + observations + "]\n" + more);
}

inline std::string seen(const std::string& period, const std::string& value, const std::string& more = "") {
    return "{ period = \"" + period + "\", value = " + value + (more.empty() ? "" : ", " + more) + " },";
}

inline Assessment assess_first(const Plan& plan, const Date& day = Date(2018, 3, 31)) {
    return assess(plan, plan.indicators.front(), parse_period("2017-18", Frequency::year), day);
}

inline std::string reason_of(const TrackAssessment& assessed, const std::string& field) {
    for (const Missing& missing : assessed.missing) {
        if (missing.field == field) return missing.reason;
    }
    return {};
}

}  // namespace ontrack::test

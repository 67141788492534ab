#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <ontrack/outlook/projection.hpp>
#include <ontrack/stats/process_icons.hpp>

namespace ontrack {
inline namespace v0 {

/// How a series is read as a process.
struct ProcessRule {
    std::string_view convention = "making-data-count-7";  ///< of `stats::chart_conventions`
    int points = 12;  ///< fewest that limits are drawn from: with less they are on trial (NHSRplotthedots 0.1)
};

/// What the process behind an indicator does (an XmR chart of its own figures), and whether as it is it will meet the target.
struct Process {
    stats::Variation variation = stats::Variation::not_available;
    stats::Assurance assurance = stats::Assurance::not_available;  ///< against the target of the latest period
    stats::Assurance next_assurance = stats::Assurance::not_available;  ///< against that of the period to come
    std::string reason{};  ///< why there is no variation, or empty
    std::string assurance_reason{};  ///< why there is no assurance, or empty
    std::string convention{};  ///< its name
    std::string edition{};
    std::string signal{};  ///< the rule that makes the latest point a special cause, in words; or empty
    int points = 0;  ///< that the limits are drawn from
    std::optional<Period> from{}, to{};  ///< their first and the latest
    std::optional<double> centre{}, lower{}, upper{};  ///< of one period's figure; a constant has only its centre
    std::optional<double> target{}, next_target{};  ///< of one period: a sum's is its share of the year's
    std::string qualified{};
    std::string sentence{};
};

/// Each figure of a whole period up to the end of `year` is a point, and a period without one a gap. A step or slope among
/// `interruptions` starts a new phase; periods that a temporary one touches, and figures that are not comparable, are left out.
[[nodiscard]] ONTRACK_EXPORT Process process_of(const Plan& plan, const Indicator& indicator, const Track& track,
                                                const Period& year, const ProcessRule& rule = {});

}  // namespace v0
}  // namespace ontrack

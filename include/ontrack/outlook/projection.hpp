#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ontrack/plan/plan.hpp>
#include <ontrack/plan/trajectory.hpp>

namespace ontrack {
inline namespace v0 {

struct Interval {
    double lower;
    double upper;
};

/// The value that each remaining period of the year must not exceed (polarity low) or must reach (high) on average for the
/// target to be met, and how unusual such a period would be.
struct Required {
    /// (target − year to date) / periods remaining, where the rest of a partly known period counts as its part of one; 12
    /// places where it does not end. For a level: the target.
    Decimal per_period;
    int periods;  ///< remaining
    /// How many of the `seen` known values (of any year) were at least as good.
    int as_good;
    int seen;
    std::optional<Decimal> opposite{};  ///< of a band: the same for its other edge
};

/// What the law says of a stretch target's grant, in the year in which it is decided.
struct GrantChance {
    Probability threshold;  ///< that anything is paid
    Probability whole;  ///< that the stretch target is met
    Percent expected;  ///< mean of the share of the grant that is paid
};

/// A field that does not exist, and why: {"chance", "no sample size is given"}.
struct Missing {
    std::string field;
    std::string reason;
};

/// Where the year will end. Values are in the indicator's own unit (60 is 60 %); what does not exist is empty and `missing`
/// says why. Immutable; carries how it came about.
struct Projection {
    Period year;
    /// `gamma-poisson credibility`, `year complete`, `last value carried forward`, `score interval`, `byar interval`; empty
    /// where there is no projection.
    std::string law{};
    std::optional<double> mean{};
    std::optional<double> median{};
    std::optional<Interval> interval_80{};
    std::optional<Interval> interval_95{};
    std::optional<Probability> chance{};  ///< that the year's rounded target is met (of a band: both edges)
    std::optional<Required> required{};
    std::optional<GrantChance> grant{};  ///< stretch targets only
    /// 95 % limits of the level behind the known values, from the counts behind them: Wilson's for a share, Byar's for a rate and
    /// for the count of a complete year.
    std::optional<Interval> sampling_95{};

    std::optional<Decimal> year_to_date{};  ///< sum, latest, mean or ratio of the known periods, by the year rule
    std::optional<Period> latest_period{};  ///< the last period of the year with a value
    std::optional<Date> up_to{};  ///< its `up_to`, where the figure is not for the whole period
    int periods_known = 0;
    int periods_missing = 0;  ///< of the periods before the latest known one, and those awaited
    int periods_remaining = 0;  ///< of the year, without a value
    double known_share = 0;  ///< expected share of the year's total in the known periods (sums only)
    std::vector<DataState> states{};  ///< distinct states of the values used
    std::vector<std::string> assumptions{};  ///< in words
    std::vector<Missing> missing{};
};

/// Projects the outturn of `year` for a track of an indicator, whatever its measure. Uses all observations the track holds
/// (cut the plan with `as_seen_on` first), past years included. Counts with year rule `sum`: `stats::project_count`. Levels:
/// the latest value (or mean, or ratio of sums) carried forward; with denominators the Wilson score interval of the share
/// (binomial; survey: simple random sample) or Byar's for a rate, without them no interval and no chance; a complete year is
/// its own outturn. Milestones give an empty projection with a reason.
[[nodiscard]] ONTRACK_EXPORT Projection project(const Plan& plan, const Indicator& indicator, const Track& track,
                                                const Period& year);

/// P(the year's outturn meets the value) under the same law; empty where `project` gives no chance. For what-if questions.
[[nodiscard]] ONTRACK_EXPORT std::optional<Probability> chance_of(const Plan& plan, const Indicator& indicator,
                                                                  const Track& track, const Period& year,
                                                                  const Decimal& target);

}  // namespace v0
}  // namespace ontrack

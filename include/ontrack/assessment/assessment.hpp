#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ontrack/assessment/chance.hpp>
#include <ontrack/assessment/comparison.hpp>
#include <ontrack/assessment/process.hpp>
#include <ontrack/assessment/statement.hpp>
#include <ontrack/outlook/projection.hpp>
#include <ontrack/plan/reward.hpp>

namespace ontrack {
inline namespace v0 {

/// One word for one question. Numbers: `met`, `near` (missed by no more than the rule's tolerance), `missed`. Milestones: `done`,
/// `done_late`, `overdue`, `not_yet_due`. `not_rated`: something is lacking, and the reason says what.
enum class Status : std::uint8_t { met, near, missed, done, done_late, overdue, not_yet_due, not_rated };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Status status) noexcept;  ///< `not_yet_due`
/// What a board reads: "on target", "close", "off target", "done", "done late", "overdue", "not yet due", "not rated".
[[nodiscard]] ONTRACK_EXPORT std::string_view to_words(Status status) noexcept;

/// A status with everything it was decided from.
struct Rated {
    Status status = Status::not_rated;
    std::string reason{};  ///< why it is not rated, or empty
    /// Set when a figure was used that is provisional, estimated, a proxy, doubtful or not comparable, and when an interruption lies
    /// between the baseline and the year: the answer is qualified, and says by what.
    std::string qualified{};
    std::optional<Decimal> compared{};  ///< the value that was compared
    std::optional<Decimal> against{};  ///< the target, as compared (rounded or not, as the rule says)
    std::optional<Decimal> threshold{};  ///< the edge of `near`
    std::optional<Decimal> other_edge{};  ///< of a band: its edge that is not in `against`
};

/// The latest period against an earlier one, by the indicator's polarity. A plain comparison of two numbers: chance is
/// another answer, and stands beside it.
struct Travel {
    Direction direction = Direction::not_rated;
    std::string reason;
    std::optional<Period> from, to;
    std::optional<Decimal> before, now;
    std::string qualified;  ///< like `Rated::qualified`
    TestedChange chance{};  ///< whether the change is within chance
};

/// The year's target with a step or temporary lift added, for a target that starts from a baseline before it: what would have
/// been promised, had it been known. A target on a sum gets the step's size for the days of the year that it touches, less
/// those of the baseline's year.
struct Restated {
    std::string interruption;  ///< its code
    std::string name;
    Decimal lower;  ///< the target with the smaller size, 12 places
    Decimal upper;  ///< with the larger one
    Rated at_lower{};  ///< the projection against it
    Rated at_upper{};
    std::string sentence{};
};

/// A target to maintain: the plain comparison, and what the counts behind the value can show.
struct Maintained {
    Decimal edge;  ///< the baseline with its margin, as the target is rounded
    std::optional<bool> within;  ///< the projected value is no worse than the edge
    std::optional<Interval> interval_95;  ///< of the year's level, where there are counts
    std::optional<bool> shown;  ///< the whole interval is no worse than the edge: shown to be maintained
    std::string reason;  ///< why nothing can be shown, or empty
};

/// The reward grant of a stretch target.
struct GrantAtStake {
    std::optional<Decimal> grant;  ///< none: the plan does not say how much
    std::string currency;
    Date due;
    Decimal pays_from;  ///< the value from which on it is paid
    std::optional<Decimal> value{};  ///< that is projected for the year in which it is decided
    std::optional<Reward> projected{};  ///< what that value would be paid
    std::optional<Reward> so_far{};  ///< what the year's latest value would be paid (for a level)
    std::optional<GrantChance> chance{};
    std::optional<Decimal> expected{};  ///< mean amount of money, to the penny
    std::string reason{};  ///< why there is no projected reward or no chance, or empty
};

/// Inputs, rule, thresholds, rounding and data states of an assessment: as data, and as one plain sentence.
struct Explanation {
    std::string sentence;
    std::vector<std::pair<std::string, std::string>> facts;  ///< name, value; in reading order
};

/// What the numbers of one track mean. Target, chance and direction are three answers and are never folded into one.
struct TrackAssessment {
    std::string code;
    std::string name;
    std::optional<Trajectory> path{};
    std::optional<TrajectoryPoint> target{};  ///< for the year
    std::optional<TrajectoryPoint> end{};  ///< at the deadline
    std::optional<Date> due{};
    Projection projection;
    Rated projected{};  ///< the projection against the year's target
    Rated year_to_date{};  ///< year to date against the profiled target; for a level the latest value against the path
    std::optional<Decimal>
        profiled{};  ///< what the year to date is held against; the share of the year's target is not rounded
    Travel since_last_year{};  ///< against the same period last year
    Travel since_last_period{};
    RatedInterval by_interval{};  ///< the year to date with its interval against what `year_to_date` is rated against
    TestedChange year_on_year{};  ///< of a sum: the known periods against the same periods last year
    Process process{};
    std::vector<Statement> statements{};  ///< what the document itself says of the year
    std::vector<Caution> cautions{};
    std::vector<Compare> comparisons{};
    std::vector<Restated> restated{};  ///< one for each interruption since the baseline whose size is known
    std::optional<Maintained> maintained{};  ///< for a target to maintain
    std::optional<GrantAtStake> grant{};  ///< for a stretch target
    std::vector<Missing> missing{};  ///< every field that does not exist, and why
    Explanation explanation{};
};

/// An indicator's assessment: its own track, and one for each component. With components the statuses of the whole are the
/// worst of the parts' (a part not rated makes the whole not rated), and there is no projection of the whole. A part is called
/// by its own name and code.
struct Assessment {
    TrackAssessment whole;
    std::vector<TrackAssessment> parts;
};

/// Assesses an indicator for `year`. Every observation that the plan holds counts (cut it with `as_seen_on` first); on `day` a
/// milestone that is not done is overdue or not yet due.
[[nodiscard]] ONTRACK_EXPORT Assessment assess(const Plan& plan, const Indicator& indicator, const Period& year,
                                               const Date& day);

/// Applies a status rule: `value` against `target` under `polarity`. Exact.
[[nodiscard]] ONTRACK_EXPORT Status rate(const Decimal& value, const Decimal& target, Polarity polarity,
                                         const StatusRule& rule);
/// The same against a band: the worse of the two edges, each with its own tolerance.
[[nodiscard]] ONTRACK_EXPORT Status rate_in_band(const Decimal& value, const Decimal& lower, const Decimal& upper,
                                                 const StatusRule& rule);

}  // namespace v0
}  // namespace ontrack

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/plan/board_report.hpp>
#include <ontrack/plan/indicator.hpp>
#include <ontrack/plan/interruption.hpp>

namespace ontrack {
inline namespace v0 {

/// How the statuses under a heading are rolled up into one: the worst of them; the share of them that is on target; the
/// share of the indicators' weights that is.
enum class RollUpRule : std::uint8_t { worst, share_on_target, weighted };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(RollUpRule rule) noexcept;

struct Theme {
    std::string code;
    std::string name;
    RollUpRule roll_up = RollUpRule::worst;
    /// Where the document says of all targets under the heading that they are met but these: codes of indicators, or names of
    /// targets that the plan does not hold. An empty list: all are.
    std::optional<std::vector<std::string>> all_met_but{};
    Place where{};
};

/// A risk of the register. Its likelihood is judged, or derived from the chance of the indicator it names; its impact is
/// judged or not judged.
struct RiskEntry {
    std::string code;
    std::string description;
    std::string indicator;  ///< code of an indicator; may be empty
    std::string board{};  ///< code of the board whose risk it is; may be empty
    std::optional<LikelihoodJudgement> likelihood;
    std::optional<ImpactJudgement> impact;
    std::vector<Countermeasure> countermeasures;
    Place where;
};

/// Which of the two numbers a comparison uses.
enum class Compared : std::uint8_t { rounded, unrounded };
/// The number that stands for the projection when it is compared with the target.
enum class Centre : std::uint8_t { median, mean };

/// When a target counts as met, nearly met, or missed: met, or missed by no more than `tolerance` of the target
/// (inclusive), or beyond. A rule of the plan, held as data.
struct StatusRule {
    Percent tolerance{Decimal(5)};
    Compared target = Compared::rounded;
    Centre centre = Centre::median;  ///< for the projection only
};

/// What a partnership promised, measured and fears. A value; checked when it is read or built (`check`).
struct Plan {
    std::string name;
    std::string partnership;
    std::string source;  ///< the document the plan was written from
    YearStart year_start;
    std::optional<Period> year;  ///< the year the plan is about, where it says so
    std::vector<Theme> themes;
    std::vector<Indicator> indicators;
    StatusRule projection_rule;
    StatusRule year_to_date_rule;
    RiskScales scales = RiskScales::standard();
    std::vector<RiskEntry> risks;
    std::optional<DateRange> period_covered{};  ///< the days that the document reports on, where it says so
    std::vector<BudgetLine> budget{};
    std::vector<ReportItem> progress{};
    std::vector<ReportItem> attention{};  ///< areas that need attention
    std::vector<Action> actions{};
    std::vector<NextItem> next_period{};
    std::vector<Board> boards{};
    std::vector<Interruption> interruptions{};
};

/// The indicator with this code; null when the plan has none. It lives as long as the plan.
[[nodiscard]] ONTRACK_EXPORT const Indicator* find_indicator(const Plan& plan, std::string_view code) noexcept;

/// Everything in which a plan contradicts itself; empty for a good one. Reading a file does this by itself; a plan that was
/// built or changed in code wants it done.
[[nodiscard]] ONTRACK_EXPORT std::vector<Problem> check(const Plan& plan);

/// The same plan as it could be known on a day: observations and comparators that speak of later days, interruptions that
/// begin later, and that an action was done later, are left out. Nothing else changes.
[[nodiscard]] ONTRACK_EXPORT Plan as_seen_on(const Plan& plan, const Date& day);
/// The same plan with the values of every indicator that is a sum of others (`sum_of`): for each period in which all its
/// summands have an observation with the same last day, their sum, in the state `join_sum`, with `derived_from` naming them.
/// An observation that the plan holds itself stays. Reading a file does this by itself.
[[nodiscard]] ONTRACK_EXPORT Plan with_sums(const Plan& plan);
/// The last day that any observation with a figure or a statement (or a milestone's `done`) speaks of; empty when there is
/// none.
[[nodiscard]] ONTRACK_EXPORT std::optional<Date> last_day_known(const Plan& plan);

}  // namespace v0
}  // namespace ontrack

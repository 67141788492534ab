#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <ontrack/assessment/assessment.hpp>

namespace ontrack {
inline namespace v0 {

/// Where a budget line stands: money still free, all of it bound, or more bound than there is.
enum class BudgetStanding : std::uint8_t { under, on, over, not_rated };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(BudgetStanding standing) noexcept;
/// "under budget", "on budget", "over budget", "not rated"
[[nodiscard]] ONTRACK_EXPORT std::string_view to_words(BudgetStanding standing) noexcept;

struct BudgetPosition {
    BudgetStanding standing = BudgetStanding::not_rated;
    std::string reason{};  ///< why it is not rated, or what the answer rests on
    /// allocated − spent − committed, exact; negative where the line is over. A part that the plan does not give is unknown and
    /// is not taken for nothing: with `committed` alone unknown this is what is not yet spent, and the reason says so.
    std::optional<Decimal> uncommitted{};
};

/// Needs `allocated` and one of `spent` and `committed`.
[[nodiscard]] ONTRACK_EXPORT BudgetPosition position_of(const BudgetLine& line);

/// `done`, `done_late`, `overdue` or `not_yet_due` on `day`; not rated where no day is named and it is not done.
[[nodiscard]] ONTRACK_EXPORT Rated rate(const Action& action, const Date& day);

}  // namespace v0
}  // namespace ontrack

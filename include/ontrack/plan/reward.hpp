#pragma once

#include <optional>

#include <ontrack/plan/target.hpp>

namespace ontrack {
inline namespace v0 {

/// What a stretch target pays for a value. Whether it pays is decided exactly; shares and amounts that do not end are shown to
/// 12 places.
struct Reward {
    /// (value − without) / (stretch − without), in per cent: below 0 and above 100 where the value is.
    Percent share{Decimal()};
    bool pays = false;  ///< the share has reached the threshold
    Percent paid{Decimal()};  ///< of the grant: the share up to the cap, or 0
    std::optional<Decimal> amount;  ///< of money, not rounded; none where the plan states no grant
};

/// The reward for ending at `value`. 48.8 on the way from 44 to 52 is exactly 60 % and pays 60 % of the grant. (Local Public
/// Service Agreements, schedule 4: nothing below 60 %, no more than 100 %.)
[[nodiscard]] ONTRACK_EXPORT Reward reward_for(const Stretch& rule, const Decimal& value);
/// The value from which on the grant is paid: without + threshold × (stretch − without).
[[nodiscard]] ONTRACK_EXPORT Decimal first_value_paid(const Stretch& rule);

}  // namespace v0
}  // namespace ontrack

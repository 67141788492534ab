#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/base/decimal.hpp>
#include <ontrack/base/error.hpp>
#include <ontrack/calendar/period.hpp>

namespace ontrack {
inline namespace v0 {

/// How the members of a family make one value: the mean of their values, or all numerators over all denominators.
enum class FamilyAverage : std::uint8_t { mean_of_rates, pooled };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(FamilyAverage average) noexcept;

/// Values of the indicator's own that it can be compared with.
enum class OwnValue : std::uint8_t { last_year, best };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(OwnValue value) noexcept;

/// A value, perhaps with what it is out of; the value alone is derived where only numerator and denominator are given.
struct ComparedFigure {
    std::optional<Decimal> value{};
    std::optional<Decimal> numerator{};
    std::optional<Decimal> denominator{};
};

/// An area of a family, and when it belonged to it.
struct FamilyMember {
    std::string area;
    ComparedFigure figure;
    std::optional<Date> from;  ///< first day; empty: always was
    std::optional<Date> to;    ///< last day; empty: still is
    Place where;
};

/// What an indicator is compared with: one value from elsewhere (the national one), a family of similar areas, or a value of
/// its own. Exactly one of the three.
struct Comparator {
    std::string code;  ///< unique in its indicator: "national"
    std::string name;
    std::optional<Period> period;  ///< that the values are for, where it is known
    ComparedFigure figure;  ///< empty for a family and for an own value
    std::vector<FamilyMember> members;  ///< without the own area
    FamilyAverage average = FamilyAverage::mean_of_rates;
    bool own_area_in = false;  ///< whether the family's average counts the own area too
    std::optional<OwnValue> own;
    Place where;
};

/// The members on the last day of `period` (all of them when it is empty), in the plan's order.
[[nodiscard]] ONTRACK_EXPORT std::vector<FamilyMember> members_in(const Comparator& comparator,
                                                                  const std::optional<Period>& period);

}  // namespace v0
}  // namespace ontrack

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <ontrack/base/decimal.hpp>
#include <ontrack/calendar/period.hpp>

namespace ontrack {
inline namespace v0 {

/// A figure of which only the ends are given: "10-20 gun crime incidents".
struct FigureRange {
    Decimal lower;
    Decimal upper;
};
/// Which side of its value a bound leaves open.
enum class BoundKind : std::uint8_t { more_than, at_least, at_most, less_than };
/// A figure of which only a bound is given: "in excess of 450", "as many as 3,000".
struct FigureBound {
    BoundKind kind;
    Decimal value;
};
/// A change in per cent with no numbers behind it: "minus 5.9 %". A rise is positive, whether or not it is good.
struct StatedChange {
    Decimal percent;
    std::string compared_with;  ///< `last_year`, a period's label, `unknown`, or other words
};
/// A number that the document gives without saying whether it is the level or a change in per cent: "SD rate plus 31.7 %".
struct LevelOrChange {
    Decimal value;
};
/// How sure a figure is that has not happened yet.
enum class Certainty : std::uint8_t { hoped, possible };
/// A figure that may or may not come: "hopefully £50k", "possibly £5m".
struct UncertainFigure {
    Decimal value;
    Certainty certainty;
};
/// A figure that is no single known number. No calculation takes one for a number.
using InexactFigure = std::variant<FigureRange, FigureBound, StatedChange, LevelOrChange, UncertainFigure>;

/// What a document says of an indicator and its target.
enum class ReportedStatus : std::uint8_t {
    on_target,
    off_target,
    above_target,
    below_target,
    exceeded,
    on_track,
    off_track
};
/// Which way a document says that an indicator goes: `up` and `down` are of the number, `improving` and `worsening` a judgement.
enum class ReportedDirection : std::uint8_t { up, down, stable, improving, worsening };
enum class Flag : std::uint8_t { red, amber, green };
/// Why a document shows a flag, where it says so.
enum class FlagReason : std::uint8_t { performance, data_quality };
/// What a document's change is a number of: per cent of the earlier value, percentage points, or one of the two without saying
/// which ("40 %, up 5 %").
enum class ChangeUnit : std::uint8_t { percent, points, either };

struct ReportedChange {
    Decimal size;  ///< a rise is positive
    ChangeUnit unit;
};

/// What a document expects to say later: "expected to be flagged green by quarter 4".
struct Expected {
    std::optional<Flag> flag;
    std::optional<ReportedStatus> status;
    std::optional<ReportedDirection> direction;
    std::string by;  ///< a period's label or a day; empty when the document does not say
    std::optional<Date> by_day;  ///< the last day of `by`
};

/// What a document says in words about a period, beside a figure or instead of one. Every part may be lacking, not all.
struct Reported {
    std::optional<ReportedStatus> status;
    std::optional<ReportedDirection> direction;
    std::optional<ReportedChange> change;
    std::string
        compared_with;  ///< `baseline`, `last_year`, `last_period`, a period's label, `unknown`, other words; or empty
    std::string rank;  ///< "lowest in London"
    std::optional<Flag> flag;
    std::optional<FlagReason> flag_reason;
    std::optional<Expected> expected;
    std::string text;  ///< the document's own words
};

[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(BoundKind kind) noexcept;
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Certainty certainty) noexcept;
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(ReportedStatus status) noexcept;
[[nodiscard]] ONTRACK_EXPORT std::string_view to_words(ReportedStatus status) noexcept;  ///< `off target`
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(ReportedDirection direction) noexcept;
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Flag flag) noexcept;
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(FlagReason reason) noexcept;
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(ChangeUnit unit) noexcept;
/// The key of the plan file: `range`, `more_than` … `less_than`, `change_percent`, `level_or_change`, `value`.
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(const InexactFigure& figure) noexcept;

}  // namespace v0
}  // namespace ontrack

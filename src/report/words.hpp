#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/lines.hpp"

namespace ontrack::inline v0::detail::report {

/// What stands in a cell that has no value.
inline constexpr std::string_view nothing = "–";
/// The text, or what stands for none.
[[nodiscard]] std::string or_nothing(std::string text);

/// A status or direction as a reader sees it: never by colour alone.
struct Mark {
    std::string_view shape;
    std::string_view words;
    std::string_view tone;  ///< `good`, `near`, `bad` or `none`: what colour it may have
    std::string_view note{};  ///< ` (reported)`, or nothing: where the shape alone says it, it may be left out
    bool qualified = false;   ///< rests on figures that are not final, or stands across an interruption

    [[nodiscard]] std::string brief() const { return std::string(shape) + ' ' + std::string(words); }
    [[nodiscard]] std::string text() const { return brief() + std::string(note); }
};
[[nodiscard]] Mark mark(Status status);
[[nodiscard]] Mark mark(Direction direction);

/// The status in the year-end cell and in the cell to date: what is computed, or where that is not rated what the document
/// reports (`◇ off target (reported)`): of the target to date, of the track for the year's end. An indicator of parts of each of
/// which the document reports stands as it reports of the worst.
[[nodiscard]] Mark year_end_mark(const Line& line);
[[nodiscard]] Mark to_date_mark(const Line& line);
/// The statement that the mark shows; none where the status is computed, or nothing is said.
[[nodiscard]] const Statement* year_end_said(const Line& line);
[[nodiscard]] const Statement* to_date_said(const Line& line);
/// For the key of the table.
inline constexpr std::string_view reported_shape = "◇";

/// At most `places` places, without trailing zeros.
[[nodiscard]] std::string number_text(double value, int places);
/// `£25,000`, `USD 25,000`; – for an amount that is not there.
[[nodiscard]] std::string money_text(const std::optional<Decimal>& amount, const std::string& currency);
/// A value of the line in the fewest words: `1664`, `60%`, `25`.
[[nodiscard]] std::string value_text(const Line& line, const Decimal& value);
[[nodiscard]] std::string value_text(const Line& line, double value);
/// The same with what it counts: `1664 offences`, `25 per 10,000`.
[[nodiscard]] std::string value_with_unit(const Line& line, const Decimal& value);
/// `1410–1720`, `77.2–100%`
[[nodiscard]] std::string interval_text(const Line& line, const Interval& interval);
/// `78%`; `<1%` and `>99%` at the ends, and 0% or 100% only where the year's outturn is known.
[[nodiscard]] std::string chance_text(const Projection& projection);
/// Another chance under the same projection.
[[nodiscard]] std::string chance_text(const Projection& projection, const Probability& chance);
/// ` (88%)`, for a milestone ` (overdue)`, or nothing where there is no probability.
[[nodiscard]] std::string missed_text(const Review& review, const Placement& risk);

/// The year's target: a value, or a milestone's day.
[[nodiscard]] std::string target_text(const Line& line);
/// The year to date (where there is no single number, the latest figure that there is: `10–20`), or whether and when a milestone was done.
[[nodiscard]] std::string year_to_date_text(const Line& line);
[[nodiscard]] std::string baseline_text(const Line& line);
/// The median, which is what the status compares by default; for a year that is over, its outturn.
[[nodiscard]] std::string projected_text(const Line& line);
[[nodiscard]] std::string required_text(const Line& line);
/// `1559 (1410–1720)`, for a single cell.
[[nodiscard]] std::string projection_text(const Line& line);

/// `30 Nov 2017`, for narrow cells.
[[nodiscard]] std::string short_date(const Date& date);
/// The day a milestone was done.
[[nodiscard]] std::optional<Date> done_on(const Line& line);
/// What tells a period from the year's others: `Q2`, `H1`, `Jul`; a year is `Year`.
[[nodiscard]] std::string short_label(const Period& period);
/// `2017/18` for the year, as documents head their columns.
[[nodiscard]] std::string year_words(const Period& year);
/// `As at 2017-18 Q2 (30 September 2017)`, or that everything the plan holds was used.
[[nodiscard]] std::string as_at_text(const Review& review);
/// The last day that any figure speaks of.
[[nodiscard]] Date data_to(const Review& review);

/// What "close" means: `missed by no more than 5% of the target`.
[[nodiscard]] std::string tolerance_text(const Review& review);

[[nodiscard]] std::string likelihood_text(const Review& review, const Placement& risk);
[[nodiscard]] std::string impact_text(const Review& review, const Placement& risk);
[[nodiscard]] std::string rating_text(const Review& review, const Placement& risk);
/// How the likelihood came about, in a few words: `judged, provisional; the chance says Low`.
[[nodiscard]] std::string basis_marks(const Review& review, const Placement& risk);
/// `Patrols at school closing time (Borough Commander)`
[[nodiscard]] std::string countermeasure_text(const Countermeasure& countermeasure);

}  // namespace ontrack::inline v0::detail::report

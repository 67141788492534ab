#pragma once

#include <string>

#include "report/lines.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {

[[nodiscard]] Mark mark(IntervalStatus status);
/// May be chance or more than chance; not known without a test.
[[nodiscard]] Mark mark(const TestedChange& change);
/// The icons of Making Data Count, in words: high or low, improving or concerning; pass, fail, hit or miss.
[[nodiscard]] Mark mark(stats::Variation variation);
[[nodiscard]] Mark mark(stats::Assurance assurance);

/// Stands beside a status or direction: may be chance, more than chance, or nothing where that is not known.
struct BesideChance {
    std::string_view shape{};  ///< `≈`, `≠` or nothing
    std::string_view words{};  ///< `may be chance`, `more than chance` or nothing
};
[[nodiscard]] BesideChance chance_of_status(const Line& line);  ///< to date
[[nodiscard]] BesideChance chance_of(const Travel& travel);
/// Whether anything stands beside a status or direction of the review, and what explains it then.
[[nodiscard]] bool tells_chance(const Review& review);
inline constexpr std::string_view chance_explained =
    "May be chance: chance alone could have put the year to date on its side of the target, or made the change; more "
    "than chance: it hardly could (5% level).";

/// `points` or `per cent`
[[nodiscard]] std::string_view change_unit(const TestedChange& change);

/// `⊕ 705–814 against 832`; – without an answer.
[[nodiscard]] std::string interval_cell(const Line& line);
/// `≈ +14% (−4 to +35)`; `≈ 31 after 33` where a per cent of a small base would mislead; – without a test.
[[nodiscard]] std::string change_cell(const Line& line, const TestedChange& change);
/// `Ⓛ improving (low): seven in a row below the mean`
[[nodiscard]] std::string variation_cell(const Process& process);
/// `Ⓟ will pass the target`, and what changes in the period to come.
[[nodiscard]] std::string assurance_cell(const Process& process);

}  // namespace ontrack::inline v0::detail::report

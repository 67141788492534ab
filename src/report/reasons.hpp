#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/lines.hpp"

namespace ontrack::inline v0::detail::report {

/// Why a field of the line does not exist, by its dotted name in the JSON (`projection.probability_met`). Never empty: the
/// assessment's and the projection's own reasons come first, then what the plan lacks.
[[nodiscard]] std::string reason_for(const Line& line, std::string_view field);
/// Why a field of a risk (`likelihood`, `impact`, `rating`, `probability_missed`, `indicator`) does not exist.
[[nodiscard]] std::string reason_for(const Placement& risk, std::string_view field);

/// What the table leaves open, condensed: one note per reason, naming the columns and the rows that it is about.
struct Note {
    std::string fields;  ///< `Chance, 80% interval`
    std::string reason;
    std::string rows;  ///< `Public confidence`, or `12 of 19 rows` where they are many
};
[[nodiscard]] std::vector<Note> notes_on(const Review& review);
/// Statuses that rest on provisional or proxy figures: the row's name and by what.
[[nodiscard]] std::vector<Note> qualifications_in(const Review& review);

}  // namespace ontrack::inline v0::detail::report

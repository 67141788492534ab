#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assessment/track.hpp"

namespace ontrack::inline v0::detail {

/// A value in the indicator's words: `64 offences`.
[[nodiscard]] std::string amount(const Decimal& value, const TrackInYear& in);
/// The same where the words would be repeated: `64`.
[[nodiscard]] std::string short_amount(const Decimal& value, const TrackInYear& in);
/// `the first two of four quarters of 2017-18`. \pre something is known
[[nodiscard]] std::string span_words(const YearSoFar& so_far);
/// `the target of 99`, `the band of 10 to 20`: what the answer was held against.
[[nodiscard]] std::string target_words(const Rated& answer, const TrackInYear& in);
/// `meets the target`, `misses the target by more than 5 %`
[[nodiscard]] std::string verdict(const Rated& answer, const StatusRule& rule, const std::string& target);
/// ` (80 % interval 105 to 151)`, or nothing.
[[nodiscard]] std::string range_words(const std::optional<Interval>& interval, std::string_view level,
                                      const TrackInYear& in);
/// `the chance of meeting it is 4 %`, or why there is none.
[[nodiscard]] std::string chance_clause(const TrackAssessment& assessed);

/// What is to be said of a number that is summed over the year.
[[nodiscard]] std::vector<std::string> count_clauses(const TrackInYear& in, const TrackAssessment& assessed);
/// What is to be said of a level.
[[nodiscard]] std::vector<std::string> level_clauses(const TrackInYear& in, const TrackAssessment& assessed);

}  // namespace ontrack::inline v0::detail

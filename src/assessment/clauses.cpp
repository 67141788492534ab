#include "assessment/clauses.hpp"

#include <algorithm>

#include "assessment/wording.hpp"

namespace ontrack::inline v0::detail {

std::string amount(const Decimal& value, const TrackInYear& in) {
    return amount_words(number_words(value), in.indicator);
}

std::string short_amount(const Decimal& value, const TrackInYear& in) {
    return short_amount_words(number_words(value), in.indicator);
}

std::string span_words(const YearSoFar& so_far) {
    const std::string year = so_far.year.label();
    const int all = periods_per_year(so_far.frequency);
    const int known = static_cast<int>(so_far.known.size());
    const bool part = is_part(*so_far.latest());
    const std::string up_to = part ? "up to " + so_far.latest()->up_to->to_words() : "";
    if (all == 1) return part ? year + " " + up_to : year;

    const std::string periods = counted(all, to_string(so_far.frequency)) + " of " + year;
    std::string words = counted(known) + " of " + periods;
    if (known == all) {
        words = "all " + periods;
    } else if (so_far.from_start()) {
        words = known == 1 ? "the first of " + periods : "the first " + words;
    }
    return part ? words + " (the last one " + up_to + ")" : words;
}

std::string target_words(const Rated& answer, const TrackInYear& in) {
    if (!answer.other_edge) return "the target of " + short_amount(*answer.against, in);
    const auto [lower, upper] = std::minmax(*answer.against, *answer.other_edge);
    return "the band of " + number_words(lower) + " to " + short_amount(upper, in);
}

std::string verdict(const Rated& answer, const StatusRule& rule, const std::string& target) {
    if (answer.status == Status::met) return "meets " + target;
    if (rule.tolerance.value.sign() == 0) return "misses " + target;
    return "misses " + target + (answer.status == Status::near ? " by no more than " : " by more than ") +
           rule.tolerance.value.to_string() + "%";
}

std::string chance_clause(const TrackAssessment& assessed) {
    const Projection& projection = assessed.projection;
    if (projection.chance) return "the chance of meeting it is " + chance_words(*projection.chance);
    return "no chance can be given because " +
           reason_for(assessed.missing, {"probability_met"}, "the projection gives none");
}

std::string range_words(const std::optional<Interval>& interval, std::string_view level, const TrackInYear& in) {
    if (!interval) return "";
    return " (" + std::string(level) + " interval " + number_words(interval->lower) + " to " +
           short_amount_words(number_words(interval->upper), in.indicator) + ")";
}

}  // namespace ontrack::inline v0::detail

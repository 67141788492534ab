#include <string>
#include <vector>

#include "assessment/wording.hpp"
#include "report/block_builders.hpp"
#include "report/lines.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

/// Every line of the report that is one of the plan's, in its order.
template <class Visit>
void for_each_line(const Review& review, Visit visit) {
    for (std::size_t i = 0; i < review.plan.indicators.size(); ++i) {
        for (const Line& line : lines_of(review, i)) visit(line);
    }
}

/// What is said, with the state of a figure that is not final, and from what it is derived.
std::string said_words(const Statement& said, const Observation& seen) {
    std::string words = said.words;
    const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "; ") + more; };
    if (has_value(seen.state) && seen.state != DataState::final) add(std::string(to_words(seen.state)));
    if (!seen.derived_from.empty()) add("derived from “" + seen.derived_from + "”");
    if (said.readings.empty()) return or_nothing(words);
    words += (words.empty() ? "" : "; ") + std::string("either ") + joined_by(said.readings, ", or ");
    return words;
}

/// The cautions about the year reviewed or, where nothing is known of it, about the last year that is.
std::vector<Caution> latest_cautions(const Review& review, const Line& line) {
    if (line.track.observations.empty()) return line.assessed.cautions;
    const Period last = line.track.observations.back().period.year(review.plan.year_start);
    return is_before(last, review.year) ? cautions(line.indicator, line.track, last) : line.assessed.cautions;
}

}  // namespace

Block reported_block(const Review& review) {
    Block block{
        "reported", "What the document says", "", {"Indicator", "Period", "Figure", "Reported", "Direction"}, {}};
    for_each_line(review, [&](const Line& line) {
        for (const Observation& seen : line.track.observations) {
            const bool is_later = is_before(review.year, seen.period.year(review.plan.year_start));
            const bool is_said = (seen.inexact || seen.reported || !seen.derived_from.empty()) && !is_later;
            if (!is_said && (line.is_milestone() || has_value(seen.state))) continue;
            Statement said = is_said ? statement_of(line.indicator, seen) : Statement{.period = seen.period};
            if (!seen.derived_from.empty() && seen.value) said.figure = value_text(line, *seen.value);
            const std::string without(has_value(seen.state) ? "" : to_words(seen.state));
            const bool has_direction = said.direction != Direction::not_rated;
            block.rows.push_back({line.full_name(), said.period.label(),
                                  or_nothing(said.figure.empty() ? without : said.figure),
                                  is_said ? said_words(said, seen) : or_nothing(seen.note),
                                  has_direction ? mark(said.direction).text() : std::string(nothing)});
        }
    });
    return block;
}

Block comparator_block(const Review& review) {
    Block block{"comparators", "Comparators", "", {"Indicator", "Comparator", "Answer", "In words"}, {}};
    for_each_line(review, [&](const Line& line) {
        for (const Compare& one : line.assessed.comparisons) {
            std::string answer(to_string(one.answer));
            if (one.answer == Comparison::not_rated) answer = "not compared";
            if (!one.qualified.empty()) answer += " (qualified)";
            block.rows.push_back({line.full_name(), one.name, answer, one.sentence});
        }
    });
    return block;
}

Block caution_block(const Review& review) {
    Block block{"cautions", "Cautions", "", {"Indicator", "Caution"}, {}};
    for_each_line(review, [&](const Line& line) {
        for (const Caution& one : latest_cautions(review, line)) block.rows.push_back({line.full_name(), one.sentence});
    });
    return block;
}

Block contradiction_block(const Review& review) {
    Block block{"contradictions", "Contradictions in the document", "", {"Contradiction"}, {}};
    for (const Contradiction& one : review.contradictions) block.rows.push_back({one.sentence});
    return block;
}

}  // namespace ontrack::inline v0::detail::report

#include <algorithm>
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

std::string name_of(const Line& line) {
    return line.component ? line.indicator.name + ": " + line.component->name : line.indicator.name;
}

std::string said_words(const Statement& said) {
    std::string words = said.words;
    if (said.readings.empty()) return or_nothing(words);
    words += (words.empty() ? "" : "; ") + std::string("either ") + joined_by(said.readings, ", or ");
    return words;
}

/// The years before the one reviewed that the line has observations of, oldest first.
std::vector<Period> earlier_years(const Review& review, const Line& line) {
    std::vector<Period> years;
    for (const Observation& seen : line.track.observations) {
        const Period year = Period::containing(seen.period.first_day(), Frequency::year, review.plan.year_start);
        if (is_before(year, review.year) && (years.empty() || years.back() != year)) years.push_back(year);
    }
    return years;
}

/// The cautions about the year reviewed or, where nothing is known of it, about the last year that is.
std::vector<Caution> latest_cautions(const Review& review, const Line& line) {
    const std::vector<Period> years = earlier_years(review, line);
    const bool speaks_of_year =
        !line.track.observations.empty() && line.track.observations.back().period.last_day() >= review.year.first_day();
    if (speaks_of_year || years.empty()) return line.assessed.cautions;
    return cautions(line.indicator, line.track, years.back());
}

}  // namespace

Block reported_block(const Review& review) {
    Block block{
        "reported", "What the document says", "", {"Indicator", "Period", "Figure", "Reported", "Direction"}, {}};
    for_each_line(review, [&](const Line& line) {
        std::vector<Statement> all = line.assessed.statements;
        for (const Period& year : earlier_years(review, line)) {
            const std::vector<Statement> earlier = statements(line.indicator, line.track, year);
            all.insert(all.end(), earlier.begin(), earlier.end());
        }
        for (const Observation& seen : line.track.observations) {
            const auto said =
                std::find_if(all.begin(), all.end(), [&](const Statement& one) { return one.period == seen.period; });
            const bool is_said = said != all.end();
            if (line.is_milestone() ? !is_said : !is_said && has_value(seen.state)) continue;
            const std::string without(has_value(seen.state) ? "" : to_words(seen.state));
            const bool has_direction = is_said && said->direction != Direction::not_rated;
            block.rows.push_back({name_of(line), seen.period.label(),
                                  or_nothing(is_said && !said->figure.empty() ? said->figure : without),
                                  is_said ? said_words(*said) : or_nothing(seen.note),
                                  has_direction ? mark(said->direction).text() : std::string(nothing)});
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
            block.rows.push_back({name_of(line), one.name, answer, one.sentence});
        }
    });
    return block;
}

Block caution_block(const Review& review) {
    Block block{"cautions", "Cautions", "", {"Indicator", "Caution"}, {}};
    for_each_line(review, [&](const Line& line) {
        for (const Caution& one : latest_cautions(review, line)) block.rows.push_back({name_of(line), one.sentence});
    });
    return block;
}

Block contradiction_block(const Review& review) {
    Block block{"contradictions", "Contradictions in the document", "", {"Contradiction"}, {}};
    for (const Contradiction& one : review.contradictions) block.rows.push_back({one.sentence});
    return block;
}

}  // namespace ontrack::inline v0::detail::report

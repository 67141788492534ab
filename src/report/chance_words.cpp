#include "report/chance_words.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ontrack::inline v0::detail::report {
namespace {

/// `+14`, `−3.2`: whole per cents from 10 on.
std::string signed_text(double value) {
    if (!std::isfinite(value)) return "without end";
    const double size = std::abs(value);
    return (value < 0 ? "−" : "+") + number_text(size, size >= 10.0 ? 0 : 1);
}

std::string with_star(const std::string& text, const std::string& qualified) {
    return qualified.empty() ? text : text + " *";
}

}  // namespace

Mark mark(IntervalStatus status) {
    const std::string_view words = to_words(status);
    switch (status) {
        case IntervalStatus::meets:
            return {"⊕", words, "good"};
        case IntervalStatus::open:
            return {"⊙", words, "none"};
        case IntervalStatus::misses:
            return {"⊖", words, "bad"};
        case IntervalStatus::not_rated:
            break;
    }
    return {"○", words, "none"};
}

namespace {

constexpr BesideChance may_be_chance{"≈", "may be chance"};
constexpr BesideChance more_than_chance{"≠", "more than chance"};

}  // namespace

Mark mark(const TestedChange& change) {
    if (!change.within) return {"○", "not tested", "none"};
    const BesideChance& said = *change.within ? may_be_chance : more_than_chance;
    return {said.shape, said.words, "none"};
}

Mark mark(stats::Variation variation) {
    switch (variation) {
        case stats::Variation::common_cause:
            return {may_be_chance.shape, "common cause", "none"};
        case stats::Variation::improving_high:
            return {"Ⓗ", "improving (high)", "good"};
        case stats::Variation::improving_low:
            return {"Ⓛ", "improving (low)", "good"};
        case stats::Variation::concerning_high:
            return {"Ⓗ", "concerning (high)", "bad"};
        case stats::Variation::concerning_low:
            return {"Ⓛ", "concerning (low)", "bad"};
        case stats::Variation::neutral_high:
        case stats::Variation::neutral_low:
        case stats::Variation::undirected:
            return {"≠", "special cause", "near"};
        case stats::Variation::not_available:
            break;
    }
    return {"○", "not rated", "none"};
}

Mark mark(stats::Assurance assurance) {
    switch (assurance) {
        case stats::Assurance::pass:
            return {"Ⓟ", "will pass the target", "good"};
        case stats::Assurance::fail:
            return {"Ⓕ", "will fail the target", "bad"};
        case stats::Assurance::hit_or_miss:
            return {"?", "hit or miss", "none"};
        case stats::Assurance::not_available:
            break;
    }
    return {"○", "not rated", "none"};
}

BesideChance chance_of_status(const Line& line) {
    const IntervalStatus status = line.assessed.by_interval.status;
    if (status == IntervalStatus::not_rated) return {};
    return status == IntervalStatus::open ? may_be_chance : more_than_chance;
}

BesideChance chance_of(const Travel& travel) {
    const bool moved = travel.direction == Direction::improving || travel.direction == Direction::worsening;
    if (!moved || !travel.chance.within) return {};
    return *travel.chance.within ? may_be_chance : more_than_chance;
}

bool tells_chance(const Review& review) {
    const auto tells = [](const Line& line) {
        const TrackAssessment& track = line.assessed;
        return !chance_of_status(line).shape.empty() || !chance_of(track.since_last_year).shape.empty() ||
               !chance_of(track.since_last_period).shape.empty();
    };
    const std::vector<Section> sections = sections_of(review);
    return std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
        return std::any_of(section.lines.begin(), section.lines.end(), tells);
    });
}

std::string_view change_unit(const TestedChange& change) {
    return change.in_points ? "points" : "per cent";
}

std::string interval_cell(const Line& line) {
    const RatedInterval& answer = line.assessed.by_interval;
    if (answer.status == IntervalStatus::not_rated || !answer.interval_95) return std::string(nothing);
    std::string text = std::string(mark(answer.status).shape) + ' ' + interval_text(line, *answer.interval_95) +
                       " against " + value_text(line, *answer.against);
    if (answer.other_edge) text += " and " + value_text(line, *answer.other_edge);
    return with_star(text, answer.qualified);
}

std::string change_cell(const Line& line, const TestedChange& change) {
    if (!change.within) return std::string(nothing);
    const std::string shape{mark(change).shape};
    if (change.small_base || !change.change || !change.interval_95) {
        return with_star(shape + ' ' + value_text(line, *change.now) + " after " + value_text(line, *change.before),
                         change.qualified);
    }
    return with_star(shape + ' ' + signed_text(*change.change) + (change.in_points ? " points (" : "% (") +
                         signed_text(change.interval_95->lower) + " to " + signed_text(change.interval_95->upper) + ')',
                     change.qualified);
}

std::string variation_cell(const Process& process) {
    const std::string signal = process.signal.empty() ? "" : ": " + process.signal;
    return with_star(mark(process.variation).text() + signal, process.qualified);
}

std::string assurance_cell(const Process& process) {
    if (process.assurance == stats::Assurance::not_available) return std::string(nothing);
    const std::string text = mark(process.assurance).text();
    const bool changes =
        process.next_assurance != stats::Assurance::not_available && process.next_assurance != process.assurance;
    return changes ? text + "; next: " + mark(process.next_assurance).text() : text;
}

}  // namespace ontrack::inline v0::detail::report

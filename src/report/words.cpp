#include "report/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>
#include <variant>

#include "assessment/reported.hpp"
#include "assessment/wording.hpp"
#include "report/text.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

int places_shown(const Line& line) {
    const int of_target = line.track.target ? line.track.target->decimals : 0;
    const Measure& measure = line.indicator.measure;
    if (adds_up(measure)) return of_target;
    // A ratio of 0.78 would lose half its meaning at one place.
    const bool ratio = std::holds_alternative<EventRatio>(measure) || std::holds_alternative<Index>(measure);
    return std::max(ratio ? 2 : 1, of_target);
}

std::string_view percent_sign(const Line& line) {
    return is_percentage(line.indicator.measure) ? "%" : "";
}

/// A probability of what has not happened yet, or was seen in a sample only: never 0% or 100%.
std::string uncertain_percent(const Probability& probability) {
    const double percent = 100 * probability.value();
    if (percent < 0.5) return "<1%";
    if (percent > 99.5) return ">99%";
    return number_text(percent, 0) + '%';
}

}  // namespace

std::string or_nothing(std::string text) {
    if (text.empty()) return std::string(nothing);
    return text;
}

std::string money_text(const std::optional<Decimal>& amount, const std::string& currency) {
    return amount ? money_words(*amount, currency) : std::string(nothing);
}

Mark mark(Status status) {
    const std::string_view words = to_words(status);
    switch (status) {
        case Status::met:
            return {"●", words, "good"};
        case Status::near:
            return {"▲", words, "near"};
        case Status::missed:
            return {"■", words, "bad"};
        case Status::done:
            return {"✓", words, "good"};
        case Status::done_late:
            return {"✓", words, "near"};
        case Status::overdue:
            return {"✗", words, "bad"};
        case Status::not_yet_due:
            return {"…", words, "none"};
        case Status::not_rated:
            break;
    }
    return {"○", words, "none"};
}

namespace {

/// What the document last says of the track, or of the target.
const Statement* latest_said(const TrackAssessment& assessed, bool of_target) {
    const auto& said = assessed.statements;
    const auto latest = std::find_if(said.rbegin(), said.rend(), [&](const Statement& one) {
        return one.status && speaks_of_target(*one.status) == of_target;
    });
    return latest == said.rend() ? nullptr : &*latest;
}

/// The worst of what is said of the parts; nothing where nothing is said of one.
const Statement* worst_said(const Line& line, bool of_target) {
    const Statement* worst = nullptr;
    for (const TrackAssessment& part : line.parts) {
        const Statement* said = latest_said(part, of_target);
        if (said == nullptr) return nullptr;
        if (worst == nullptr || !says_good(*said->status, line.indicator.polarity)) worst = said;
    }
    return worst;
}

const Statement* said_instead(const Line& line, const Rated& computed, bool of_target) {
    if (computed.status != Status::not_rated) return nullptr;
    const Statement* said = latest_said(line.assessed, of_target);
    return said == nullptr ? worst_said(line, of_target) : said;
}

Mark computed_or_reported(const Rated& computed, const Statement* said) {
    if (said == nullptr) {
        Mark answer = mark(computed.status);
        answer.qualified = !computed.qualified.empty();
        return answer;
    }
    return {reported_shape, to_words(*said->status), "none", " (reported)", !said->qualified.empty()};
}

}  // namespace

const Statement* year_end_said(const Line& line) {
    return said_instead(line, line.assessed.projected, false);
}

const Statement* to_date_said(const Line& line) {
    return said_instead(line, line.assessed.year_to_date, true);
}

Mark year_end_mark(const Line& line) {
    return computed_or_reported(line.assessed.projected, year_end_said(line));
}

Mark to_date_mark(const Line& line) {
    return computed_or_reported(line.assessed.year_to_date, to_date_said(line));
}

Mark mark(Direction direction) {
    switch (direction) {
        case Direction::improving:
            return {"↗", "improving", "good"};
        case Direction::unchanged:
            return {"→", "unchanged", "none"};
        case Direction::worsening:
            return {"↘", "worsening", "bad"};
        case Direction::not_rated:
            break;
    }
    return {"○", "not rated", "none"};
}

std::string number_text(double value, int places) {
    if (!std::isfinite(value)) return std::string(nothing);
    std::string text(400, '\0');
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, places);
    text.resize(static_cast<std::size_t>(result.ptr - text.data()));
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string value_text(const Line& line, const Decimal& value) {
    return short_amount_words(value.rounded(std::min(value.places(), places_shown(line))).to_string(), line.indicator);
}

std::string value_text(const Line& line, double value) {
    return short_amount_words(number_text(value, places_shown(line)), line.indicator);
}

std::string value_with_unit(const Line& line, const Decimal& value) {
    std::string text = value_text(line, value);
    if (const auto* rate = std::get_if<Rate>(&line.indicator.measure))
        text += " per " + grouped(rate->per.to_string());
    else if (std::holds_alternative<Count>(line.indicator.measure) && !line.indicator.unit.empty())
        text += ' ' + clean(line.indicator.unit);
    return text;
}

std::string interval_text(const Line& line, const Interval& interval) {
    const int places = places_shown(line);
    return number_text(interval.lower, places) + "–" + number_text(interval.upper, places) +
           std::string(percent_sign(line));
}

std::string chance_text(const Projection& projection) {
    return projection.chance ? chance_text(projection, *projection.chance) : std::string(nothing);
}

std::string chance_text(const Projection& projection, const Probability& chance) {
    const auto& interval = projection.interval_95;
    const bool certain = projection.periods_remaining == 0 && (!interval || interval->lower == interval->upper);
    return certain ? number_text(100 * chance.value(), 0) + '%' : uncertain_percent(chance);
}

std::string missed_text(const Review& review, const Placement& risk) {
    if (!risk.probability_missed) return {};
    for (std::size_t i = 0; i < review.plan.indicators.size() && !risk.indicator.empty(); ++i) {
        const Indicator& indicator = review.plan.indicators[i];
        if (indicator.code == risk.indicator && std::holds_alternative<Milestone>(indicator.measure))
            return " (" + std::string(to_words(review.indicators[i].assessment.whole.projected.status)) + ')';
    }
    return " (" + uncertain_percent(*risk.probability_missed) + ')';
}

std::string target_text(const Line& line) {
    if (line.is_milestone()) return line.assessed.due ? line.assessed.due->to_words() : std::string(nothing);
    if (line.track.target && std::holds_alternative<NotSet>(line.track.target->rule)) return "not set";
    if (line.track.target && std::holds_alternative<NotStated>(line.track.target->rule)) return "not stated";
    const auto& target = line.assessed.target;
    if (!target) return std::string(nothing);
    if (!target->other_edge) return value_text(line, target->rounded);
    const auto [lower, upper] = std::minmax(target->rounded, target->other_edge->rounded);
    return value_text(line, lower) + "–" + value_text(line, upper);
}

std::optional<Date> done_on(const Line& line) {
    for (const Observation& observation : line.track.observations)
        if (observation.done) return observation.done;
    return std::nullopt;
}

std::string year_to_date_text(const Line& line) {
    if (line.is_milestone()) {
        const std::optional<Date> done = done_on(line);
        return done ? "done " + done->to_words() : "not done";
    }
    const auto& value = line.assessed.projection.year_to_date;
    if (value) return value_text(line, *value);
    const auto& said = line.assessed.statements;
    const auto latest =
        std::find_if(said.rbegin(), said.rend(), [](const Statement& one) { return !one.figure.empty(); });
    return latest == said.rend() ? std::string(nothing) : clean(latest->figure);
}

std::string baseline_text(const Line& line) {
    const auto& baseline = line.track.baseline;
    return baseline && baseline->value ? value_text(line, *baseline->value) : std::string(nothing);
}

std::string projected_text(const Line& line) {
    const auto& median = line.assessed.projection.median;
    return median ? value_text(line, *median) : std::string(nothing);
}

std::string required_text(const Line& line) {
    const auto& required = line.assessed.projection.required;
    if (!required) return std::string(nothing);
    return required->per_period.rounded(std::min(required->per_period.places(), 1)).to_string() +
           std::string(percent_sign(line));
}

std::string projection_text(const Line& line) {
    const auto& interval = line.assessed.projection.interval_80;
    return projected_text(line) + (interval ? " (" + interval_text(line, *interval) + ')' : std::string());
}

std::string short_date(const Date& date) {
    std::string text = date.to_words();
    const std::size_t month = text.find(' ') + 1;
    return text.erase(month + 3, text.rfind(' ') - month - 3);
}

std::string short_label(const Period& period) {
    if (period.frequency() == Frequency::year) return "Year";
    if (period.frequency() == Frequency::month) return short_date(period.first_day()).substr(2, 3);
    const std::string label = period.label();
    return label.substr(label.find_last_of(' ') + 1);
}

std::string year_words(const Period& year) {
    std::string text = year.label();
    std::replace(text.begin(), text.end(), '-', '/');
    return text;
}

Date data_to(const Review& review) {
    return last_day_known(review.plan).value_or(review.day);
}

std::string as_at_text(const Review& review) {
    const Date last = data_to(review);
    if (!review.as_at) return "Everything the plan holds, data to " + last.to_words();
    return "As at " + review.as_at->label() + " (" + review.day.to_words() + ')' +
           (last == review.day ? "" : ", data to " + last.to_words());
}

std::string tolerance_text(const Review& review) {
    const Percent& projection = review.plan.projection_rule.tolerance;
    const Percent& to_date = review.plan.year_to_date_rule.tolerance;
    if (projection == to_date) return "missed by no more than " + projection.value.to_string() + "% of the target";
    return "missed by no more than " + projection.value.to_string() + "% (at year end) or " +
           to_date.value.to_string() + "% (to date) of the target";
}

std::string likelihood_text(const Review& review, const Placement& risk) {
    return risk.likelihood ? clean(review.plan.scales.likelihood[risk.likelihood->level].name) : "not available";
}

std::string impact_text(const Review& review, const Placement& risk) {
    return risk.impact ? clean(review.plan.scales.impact[risk.impact->level]) : "not judged";
}

std::string rating_text(const Review& review, const Placement& risk) {
    return risk.rating ? clean(review.plan.scales.rating[risk.rating->level]) : "not rated";
}

std::string basis_marks(const Review& review, const Placement& risk) {
    if (risk.basis == LikelihoodBasis::not_available) return {};
    std::string text = risk.basis == LikelihoodBasis::judged ? "judged" : "from the chance";
    if (risk.provisional) text += ", provisional";
    if (risk.disagrees && risk.derived)
        text += "; the chance says " + clean(review.plan.scales.likelihood[risk.derived->level].name);
    return text;
}

std::string countermeasure_text(const Countermeasure& countermeasure) {
    std::string text = clean(countermeasure.text);
    if (!countermeasure.owner.empty()) text += " (" + clean(countermeasure.owner) + ')';
    return text;
}

}  // namespace ontrack::inline v0::detail::report

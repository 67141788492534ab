#include <ontrack/report/report.hpp>

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "report/chance_words.hpp"
#include "report/reasons.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0 {
namespace {

using namespace detail::report;

constexpr std::string_view header =
    "plan,as_at,data_to,year,theme,indicator,component,name,measure,polarity,frequency,baseline,baseline_period,target,"
    "target_unrounded,target_kind,target_due,target_end,target_other_edge,year_to_date,projection_mean,projection_"
    "median,lower_80,upper_"
    "80,"
    "lower_95,upper_95,probability_met,required_per_period,status_projection,status_year_to_date,direction_last_year,"
    "direction_last_period,likelihood,impact,rating,basis,explanation,figure,reported,cautions,interval_status,"
    "interval_lower_95,interval_upper_95,"
    "change_last_year,change_last_year_lower_95,change_last_year_upper_95,change_last_year_in,change_last_year_p,"
    "change_last_year_chance,"
    "change_last_period,change_last_period_lower_95,change_last_period_upper_95,change_last_period_in,change_last_"
    "period_p,change_last_period_chance,"
    "change_year_to_date,change_year_to_date_lower_95,change_year_to_date_upper_95,change_year_to_date_in,change_year_"
    "to_date_p,change_year_to_date_chance,"
    "variation,assurance\r\n";

/// One record; a field is quoted where RFC 4180 asks for it.
class Record {
public:
    /// Text of the plan. A spreadsheet would run a cell that starts like a formula: an apostrophe keeps it text.
    Record& text(std::string_view value) {
        std::string safe = clean(value);
        if (!safe.empty() && std::string_view("=+-@").find(safe.front()) != std::string_view::npos)
            safe.insert(0, 1, '\'');
        return field(safe);
    }
    Record& word(std::string_view value) { return field(value); }
    Record& number(const std::optional<Decimal>& value) { return field(value ? value->to_string() : std::string()); }
    Record& number(const std::optional<double>& value) {
        return field(value && std::isfinite(*value) ? number_text(*value, 6) : std::string());
    }
    Record& interval(const std::optional<Interval>& value) {
        return number(value ? std::optional(value->lower) : std::nullopt)
            .number(value ? std::optional(value->upper) : std::nullopt);
    }
    [[nodiscard]] std::string take() { return out_ + "\r\n"; }

private:
    Record& field(std::string_view value) {
        if (!first_) out_ += ',';
        first_ = false;
        if (value.find_first_of("\",\r\n") == std::string_view::npos) {
            out_ += value;
            return *this;
        }
        out_ += '"';
        for (const char c : value) out_.append(c == '"' ? 2 : 1, c);
        out_ += '"';
        return *this;
    }

    std::string out_;
    bool first_ = true;
};

std::optional<Decimal> rounded(const std::optional<TrajectoryPoint>& point) {
    return point ? std::optional(point->rounded) : std::nullopt;
}

std::string cautions_text(const TrackAssessment& track) {
    std::string text;
    for (const Caution& caution : track.cautions) text += (text.empty() ? "" : "; ") + caution.sentence;
    return text;
}

std::string record_of(const Review& review, const Section& section, const Line& line) {
    const TrackAssessment& track = line.assessed;
    const Projection& projection = track.projection;
    const auto& baseline = line.track.baseline;
    const auto& target = line.track.target;
    Record record;
    record.text(review.plan.name)
        .word(review.as_at ? review.as_at->label() : "")
        .word(data_to(review).to_string())
        .word(review.year.label());
    record.text(section.name)
        .text(line.indicator.code)
        .text(line.component ? line.component->code : "")
        .text(line.name());
    record.word(to_string(line.indicator.measure))
        .word(to_string(line.indicator.polarity))
        .word(to_string(line.indicator.frequency));
    record.number(baseline ? baseline->value : std::nullopt)
        .word(baseline && baseline->period ? baseline->period->label() : "");
    record.number(rounded(track.target)).number(track.target ? std::optional(track.target->unrounded) : std::nullopt);
    record.word(target ? to_string(target->rule) : "")
        .word(track.due ? track.due->to_string() : "")
        .number(rounded(track.end));
    record.number(track.target && track.target->other_edge ? std::optional(track.target->other_edge->rounded)
                                                           : std::nullopt);
    record.number(projection.year_to_date).number(projection.mean).number(projection.median);
    record.interval(projection.interval_80).interval(projection.interval_95);
    record.number(projection.chance ? std::optional(projection.chance->value()) : std::nullopt);
    record.number(projection.required ? std::optional(projection.required->per_period) : std::nullopt);
    record.word(to_string(track.projected.status)).word(to_string(track.year_to_date.status));
    record.word(to_string(track.since_last_year.direction)).word(to_string(track.since_last_period.direction));
    const Placement* risk = line.risk;
    record.text(risk && risk->likelihood ? likelihood_text(review, *risk) : "")
        .text(risk && risk->impact ? impact_text(review, *risk) : "");
    record.text(risk && risk->rating ? rating_text(review, *risk) : "").word(risk ? to_string(risk->basis) : "");
    record.text(track.explanation.sentence);
    const Statement* said = track.statements.empty() ? nullptr : &track.statements.back();
    record.text(said ? said->figure : "").text(said ? said->words : "").text(cautions_text(track));
    const RatedInterval& interval = track.by_interval;
    record.word(interval.status == IntervalStatus::not_rated ? "" : to_string(interval.status));
    record.interval(interval.interval_95);
    for (const TestedChange* change :
         {&track.since_last_year.chance, &track.since_last_period.chance, &track.year_on_year}) {
        const bool printed = !change->small_base;
        record.number(printed ? change->change : std::nullopt).interval(printed ? change->interval_95 : std::nullopt);
        record.word(change->within ? change_unit(*change) : "").number(change->p_value);
        record.word(!change->within ? "" : *change->within ? "within" : "beyond");
    }
    const Process& process = track.process;
    const bool has_variation = process.variation != stats::Variation::not_available;
    const bool has_assurance = process.assurance != stats::Assurance::not_available;
    record.word(has_variation ? to_string(process.variation) : "");
    record.word(has_assurance ? to_string(process.assurance) : "");
    return record.take();
}

}  // namespace

std::string to_csv(const Review& review) {
    std::string out(header);
    for (const Section& section : sections_of(review))
        for (const Line& line : section.lines) out += record_of(review, section, line);
    return out;
}

}  // namespace ontrack::inline v0

#include <algorithm>
#include <variant>

#include "assessment/wording.hpp"
#include "report/chance_words.hpp"
#include "report/html_parts.hpp"
#include "report/text.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

class Performance {
public:
    Performance(Markup& out, const Review& review) : out_(out), review_(review) {
        Period quarter = Period::containing(review.year.first_day(), Frequency::quarter, review.year.year_start());
        for (int i = 0; i < 4; ++i) quarters_.push_back(quarter.plus(i));
    }

    void write(int level) {
        std::vector<std::string> headings{"Objective", year_words(review_.year) + " target",
                                          year_words(review_.year.plus(-1)) + " baseline"};
        for (const Period& quarter : quarters_) headings.push_back(short_label(quarter));
        for (const char* each : {"Year to date", "Projected (80% interval)", "Chance", "Status at year end",
                                 "Status to date", "Direction of travel"})
            headings.emplace_back(each);
        columns_ = headings.size();
        out_.open("section").element(heading(level), "Performance");
        open_table(
            out_, "performance",
            "Each objective: target, baseline, the year's figures, where the year is heading and what that means",
            headings);
        for (const Section& section : sections_of(review_)) {
            out_.open("tbody", {{"role", "rowgroup"}});
            if (!section.name.empty())
                out_.open("tr", {{"role", "row"}, {"class", "theme"}})
                    .element("th", section.name,
                             {{"scope", "rowgroup"}, {"role", "rowheader"}, {"colspan", std::to_string(columns_)}})
                    .close();
            for (std::size_t i = 0; i < section.lines.size(); ++i) {
                const Line& line = section.lines[i];
                row(line);
                const bool last = i + 1 == section.lines.size() || &section.lines[i + 1].indicator != &line.indicator;
                if (last) activity(line.indicator);
            }
            out_.close();
        }
        out_.close();
        key();
        out_.close();
    }

private:
    void cell(std::string_view label, std::string_view text, std::string_view style = "number") {
        open_cell(out_, label, style);
        out_.text(text).close();
    }

    void row(const Line& line) {
        out_.open("tr", {{"role", "row"}, {"class", line.component ? "part" : "whole"}});
        const std::string& words =
            line.component || line.indicator.objective.empty() ? line.name() : line.indicator.objective;
        // The parts carry the numbers, so that the objective has their columns for its words.
        out_.open("th", {{"scope", "row"}, {"role", "rowheader"}, {"colspan", line.has_parts() ? "10" : "1"}})
            .text(words)
            .close();
        if (!line.has_parts()) numbers(line);
        status("Status at year end", year_end_mark(line));
        status("Status to date", to_date_mark(line), chance_of_status(line).words);
        direction(line);
        out_.close();
    }

    void numbers(const Line& line) {
        const TrackAssessment& track = line.assessed;
        cell("Target", year_target(line));
        baseline(line);
        if (line.is_milestone()) return progress(line);
        observations(line);
        open_cell(out_, "Year to date", "number");
        out_.text(year_to_date_text(line));
        if (track.projection.required && line.indicator.year_rule == YearRule::sum)
            out_.element("small", "needs " + required_text(line) + " a\u00A0" +
                                      std::string(to_string(line.indicator.frequency)));
        out_.close();
        open_cell(out_, "Projected", "number");
        out_.text(projected_text(line));
        if (track.projection.interval_80) out_.element("small", interval_text(line, *track.projection.interval_80));
        out_.close();
        cell("Chance", chance_text(track.projection));
    }

    static std::string year_target(const Line& line) {
        if (line.is_milestone() && line.assessed.due) return short_date(*line.assessed.due);
        if (line.assessed.target && std::holds_alternative<Rate>(line.indicator.measure))
            return value_with_unit(line, line.assessed.target->rounded);
        return target_text(line);
    }

    /// What a milestone's reports say, and whether it is done; words need the width of many numbers.
    void progress(const Line& line) {
        out_.open("td", {{"role", "cell"}, {"class", "seen"}, {"data-label", "Reported"}, {"colspan", "4"}});
        bool any = false;
        for (const Observation& seen : line.track.observations) {
            if (seen.period.last_day() < review_.year.first_day() || seen.period.first_day() > review_.year.last_day())
                continue;
            observation(line, seen, true);
            any = true;
        }
        if (!any) out_.text(nothing);
        out_.close();
        out_.open("td", {{"role", "cell"}, {"data-label", "Year to date"}, {"colspan", "3"}})
            .text(year_to_date_text(line))
            .close();
    }

    void status(std::string_view label, const Mark& mark, std::string_view chance = {}) {
        open_cell(out_, label);
        write_mark(out_, mark, mark.qualified ? "qualified" : "");
        if (!chance.empty()) out_.element("small", chance);
        out_.close();
    }

    void direction(const Line& line) {
        open_cell(out_, "Direction");
        if (line.is_milestone() || line.has_parts()) {
            out_.text(nothing).close();
            return;
        }
        for (const auto& [since, travel] : {std::pair("last year", &line.assessed.since_last_year),
                                            std::pair("last period", &line.assessed.since_last_period)}) {
            out_.open("span", {{"class", "travel"}});
            write_mark(out_, mark(travel->direction));
            const std::string_view chance = chance_of(*travel).words;
            out_.element("small", "on " + std::string(since) + (chance.empty() ? "" : ", " + std::string(chance)))
                .close();
        }
        out_.close();
    }

    void baseline(const Line& line) {
        open_cell(out_, "Baseline", "number");
        const auto& baseline = line.track.baseline;
        if (baseline && baseline->value) {
            out_.text(baseline_text(line));
            if (baseline->period && *baseline->period != review_.year.plus(-1))
                out_.element("small", year_words(*baseline->period));
        } else {
            // Documents write a few words where there is no number: "No baseline", "Held in 2016/17".
            constexpr std::size_t few = 24;
            const bool in_words = baseline && !baseline->note.empty() && baseline->note.size() <= few;
            out_.text(in_words ? std::string_view(baseline->note) : line.is_milestone() ? nothing : "none");
        }
        out_.close();
    }

    void observations(const Line& line) {
        const int periods = periods_per_year(line.indicator.frequency);
        const int span = std::max(1, 4 / periods);
        for (int i = 0; i < 4; i += span) {
            const Period& quarter = quarters_[static_cast<std::size_t>(i)];
            const Date last = quarters_[static_cast<std::size_t>(i + span - 1)].last_day();
            const std::string label = span == 1 ? short_label(quarter) : span == 2 ? (i == 0 ? "H1" : "H2") : "Year";
            out_.open("td", {{"role", "cell"},
                             {"class", span == 1 ? "number seen" : "seen"},
                             {"data-label", label},
                             {"colspan", std::to_string(span)}});
            bool any = false;
            for (const Observation& seen : line.track.observations) {
                if (seen.period.first_day() < quarter.first_day() || seen.period.last_day() > last) continue;
                observation(line, seen, periods > 4);
                any = true;
            }
            if (!any) out_.text(nothing);
            out_.close();
        }
    }

    /// What is reported in the fewest words; all of it stands under "What the document says".
    static std::string reported_brief(const Reported& said) {
        if (said.status) return std::string(to_words(*said.status)) + " (reported)";
        if (said.direction) return std::string(to_string(*said.direction)) + " (reported)";
        if (said.flag) return "flagged " + std::string(to_string(*said.flag));
        return "in words, below";
    }

    void observation(const Line& line, const Observation& seen, bool named) {
        out_.open("span");
        if (named) out_.text(short_label(seen.period) + ": ");
        if (line.is_milestone()) {
            if (seen.done) out_.text("done " + seen.done->to_words() + (seen.note.empty() ? "" : "; "));
            if (seen.note.empty() && !seen.done && !seen.reported) out_.text(to_string(seen.state));
            out_.text(seen.note);
        } else if (seen.value) {
            out_.text(value_text(line, *seen.value));
            if (is_percentage(line.indicator.measure) && seen.numerator && seen.denominator)
                out_.element("small", seen.numerator->to_string() + " of " + seen.denominator->to_string());
        } else if (seen.inexact) {
            out_.text(inexact_words(*seen.inexact, line.indicator));
        } else if (!has_value(seen.state)) {
            out_.element("small", seen.state == DataState::awaited ? "not yet available" : to_words(seen.state));
        }
        if (seen.up_to) out_.element("small", "up to " + short_date(*seen.up_to));
        if (seen.reported) out_.element("small", reported_brief(*seen.reported));
        if (has_value(seen.state) && seen.state != DataState::final) out_.element("small", to_words(seen.state));
        out_.close();
    }

    void activity(const Indicator& indicator) {
        if (indicator.activity.empty() && indicator.owner.empty() && indicator.narrative.empty()) return;
        out_.open("tr", {{"role", "row"}, {"class", "activity"}})
            .open("td", {{"role", "cell"}, {"colspan", std::to_string(columns_)}});
        out_.open("details")
            .open("summary")
            .text("Activity")
            .element("span", ": " + clean(indicator.name), {{"class", "hidden"}})
            .close();
        if (!indicator.owner.empty()) out_.element("p", "Owner: " + clean(indicator.owner));
        if (!indicator.narrative.empty()) out_.element("p", indicator.narrative);
        if (!indicator.activity.empty()) {
            out_.open("ul");
            for (const std::string& each : indicator.activity) out_.element("li", each);
            out_.close();
        }
        out_.close().close().close();
    }

    void key() {
        out_.open("p", {{"class", "key"}}).element("b", "Key").text(" ");
        for (const Status status : {Status::met, Status::near, Status::missed, Status::done, Status::overdue,
                                    Status::not_yet_due, Status::not_rated}) {
            write_mark(out_, mark(status));
            out_.text(" ");
        }
        out_.text(
                std::string(reported_shape) +
                " as the document reports. – not available. Close: " + tolerance_text(review_) +
                ". Chance: the probability that the year's target is met. Projected: the median of the year's outturn.")
            .text(tells_chance(review_) ? " " + std::string(chance_explained) : "")
            .close();
    }

    Markup& out_;
    const Review& review_;
    std::vector<Period> quarters_;
    std::size_t columns_ = 0;
};

}  // namespace

void write_performance(Markup& out, const Review& review, int level) {
    Performance(out, review).write(level);
}

}  // namespace ontrack::inline v0::detail::report

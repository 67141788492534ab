#include "report/json_line.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "assessment/wording.hpp"
#include "report/json_chance.hpp"
#include "report/json_said.hpp"
#include "report/reasons.hpp"

namespace ontrack::inline v0::detail::report {

double rounded_for_print(double value) {
    constexpr double largest_with_decimals = 1e9;
    return std::abs(value) < largest_with_decimals ? std::round(value * 1e6) / 1e6 : value;
}

namespace {

/// Writes the members of a line; whatever does not exist is null and gets its reason.
class LineWriter {
public:
    LineWriter(JsonWriter& json, const Line& line) : json_(json), line_(line) {}

    void write(const Review& review) {
        identity(review);
        baseline();
        target();
        optional("year_to_date", "year_to_date", line_.assessed.projection.year_to_date);
        projection();
        statuses();
        if (line_.risk) {
            json_.key("risk").begin_object();
            write_placement(json_, review, *line_.risk, "risk.", reasons_);
            json_.end_object();
        }
    }
    void write_rest() {
        write_reasons(json_, reasons_);
        json_.key("explanation").string(line_.assessed.explanation.sentence);
        facts();
        observations();
        trajectory();
        write_said(json_, line_.assessed);
    }

private:
    void text(std::string_view key, std::string_view field, const std::optional<std::string>& value) {
        json_.key(key);
        if (value)
            json_.string(*value);
        else
            missing(field);
    }
    template <typename Number>
    void optional(std::string_view key, std::string_view field, const std::optional<Number>& value) {
        json_.key(key);
        if constexpr (std::is_same_v<Number, double>) {
            if (value && std::isfinite(*value))
                json_.number(rounded_for_print(*value));
            else
                missing(field);
        } else {
            if (value)
                json_.number(*value);
            else
                missing(field);
        }
    }
    void missing(std::string_view field) {
        json_.null();
        reasons_.push_back({std::string(field), reason_for(line_, field)});
    }

    void identity(const Review& review) {
        json_.key("code").string(line_.code());
        json_.key("name").string(line_.name());
        const auto& themes = review.plan.themes;
        const auto theme = std::find_if(themes.begin(), themes.end(),
                                        [&](const Theme& each) { return each.code == line_.indicator.theme; });
        const bool found = theme != themes.end();
        text("theme", "theme", found ? std::optional(theme->name) : std::nullopt);
        text("theme_code", "theme_code", found ? std::optional(theme->code) : std::nullopt);
        json_.key("measure").string(to_string(line_.indicator.measure));
        json_.key("unit").string(line_.indicator.unit);
        json_.key("polarity").string(to_string(line_.indicator.polarity));
        json_.key("frequency").string(to_string(line_.indicator.frequency));
    }
    void baseline() {
        const auto& baseline = line_.track.baseline;
        optional("baseline", "baseline", baseline ? baseline->value : std::nullopt);
        const bool has_period = baseline && baseline->period;
        text("baseline_period", "baseline_period",
             has_period ? std::optional(baseline->period->label()) : std::nullopt);
        json_.key("baseline_figures").begin_array();
        for (const Figure& figure : baseline ? baseline->figures : std::vector<Figure>()) {
            json_.begin_object().key("name").string(figure.name);
            json_.key("value");
            if (figure.value)
                json_.number(*figure.value);
            else
                json_.string(figure_words(figure).substr(figure.name.size() + 2));
            json_.key("unit").string(figure.unit).end_object();
        }
        json_.end_array();
    }
    void target() {
        const TrackAssessment& track = line_.assessed;
        const auto rounded = [](const std::optional<TrajectoryPoint>& point) {
            return point ? std::optional(point->rounded) : std::nullopt;
        };
        json_.key("target").begin_object();
        optional("value", "target.value", rounded(track.target));
        optional("unrounded", "target.unrounded", track.target ? std::optional(track.target->unrounded) : std::nullopt);
        const auto& rule = line_.track.target;
        text("kind", "target.kind", rule ? std::optional(std::string(to_string(rule->rule))) : std::nullopt);
        text("due", "target.due", track.due ? std::optional(track.due->to_string()) : std::nullopt);
        optional("end", "target.end", rounded(track.end));
        if (track.target && track.target->other_edge) {
            json_.key("other_edge").number(track.target->other_edge->rounded);
        }
        json_.end_object();
        if (track.maintained) maintained(*track.maintained);
        if (track.grant) grant(*track.grant);
    }
    void maintained(const Maintained& maintained) {
        json_.key("maintained").begin_object().key("edge").number(maintained.edge);
        optional("lower_95", "maintained.lower_95", lower(maintained.interval_95));
        optional("upper_95", "maintained.upper_95", upper(maintained.interval_95));
        flag("within", maintained.within);
        flag("shown", maintained.shown);
        json_.end_object();
    }
    void grant(const GrantAtStake& stake) {
        const auto share = [](const std::optional<Reward>& reward) {
            return reward ? std::optional(reward->share.value) : std::nullopt;
        };
        json_.key("grant").begin_object().key("currency").string(stake.currency);
        json_.key("due").string(stake.due.to_string());
        json_.key("pays_from").number(stake.pays_from);
        optional("amount", "grant.amount", stake.grant);
        optional("share_projected", "grant.share_projected", share(stake.projected));
        optional("paid_projected", "grant.paid_projected", stake.projected ? stake.projected->amount : std::nullopt);
        const auto chance = [&](auto member) {
            return stake.chance ? std::optional(((*stake.chance).*member).value()) : std::nullopt;
        };
        optional("probability_any", "grant.probability_any", chance(&GrantChance::threshold));
        optional("probability_whole", "grant.probability_whole", chance(&GrantChance::whole));
        optional("expected", "grant.expected", stake.expected);
        json_.end_object();
    }
    void flag(std::string_view key, const std::optional<bool>& value) {
        json_.key(key);
        if (value)
            json_.boolean(*value);
        else
            missing("maintained." + std::string(key));
    }
    static std::optional<double> lower(const std::optional<Interval>& interval) {
        return interval ? std::optional(interval->lower) : std::nullopt;
    }
    static std::optional<double> upper(const std::optional<Interval>& interval) {
        return interval ? std::optional(interval->upper) : std::nullopt;
    }
    void projection() {
        const Projection& projection = line_.assessed.projection;
        json_.key("projection").begin_object();
        optional("mean", "projection.mean", projection.mean);
        optional("median", "projection.median", projection.median);
        optional("lower_80", "projection.lower_80", lower(projection.interval_80));
        optional("upper_80", "projection.upper_80", upper(projection.interval_80));
        optional("lower_95", "projection.lower_95", lower(projection.interval_95));
        optional("upper_95", "projection.upper_95", upper(projection.interval_95));
        optional("probability_met", "projection.probability_met",
                 projection.chance ? std::optional(projection.chance->value()) : std::nullopt);
        optional("required_per_period", "projection.required_per_period",
                 projection.required ? std::optional(projection.required->per_period) : std::nullopt);
        json_.end_object();
    }
    void rating(std::string_view key, std::string_view field, std::string_view word, bool rated) {
        json_.key(key).string(word);
        if (!rated) reasons_.push_back({std::string(field), reason_for(line_, field)});
    }
    void statuses() {
        const TrackAssessment& track = line_.assessed;
        json_.key("status").begin_object();
        rating("projection", "status.projection", to_string(track.projected.status),
               track.projected.status != Status::not_rated);
        rating("year_to_date", "status.year_to_date", to_string(track.year_to_date.status),
               track.year_to_date.status != Status::not_rated);
        json_.end_object();
        json_.key("direction_of_travel").begin_object();
        const Travel& year = track.since_last_year;
        const Travel& period = track.since_last_period;
        rating("last_year", "direction_of_travel.last_year", to_string(year.direction),
               year.direction != Direction::not_rated);
        rating("last_period", "direction_of_travel.last_period", to_string(period.direction),
               period.direction != Direction::not_rated);
        json_.end_object();
        write_chance(json_, track, reasons_);
    }
    void facts() {
        std::vector<std::pair<std::string, std::string>> merged;
        for (const auto& [name, value] : line_.assessed.explanation.facts) {
            const auto same =
                std::find_if(merged.begin(), merged.end(), [&](const auto& each) { return each.first == name; });
            if (same == merged.end())
                merged.emplace_back(name, value);
            else
                same->second += "; " + value;
        }
        json_.key("explanation_data").begin_object();
        for (const auto& [name, value] : merged) json_.key(name).string(value);
        json_.end_object();
    }
    void observations() {
        json_.key("observations").begin_array();
        for (const Observation& observation : line_.track.observations) {
            json_.begin_object().key("period").string(observation.period.label());
            json_.key("value");
            if (observation.value)
                json_.number(*observation.value);
            else
                json_.null();
            if (observation.numerator) json_.key("numerator").number(*observation.numerator);
            if (observation.denominator) json_.key("denominator").number(*observation.denominator);
            if (observation.inexact) {
                json_.key("figure_kind").string(to_string(*observation.inexact));
                json_.key("figure").string(inexact_words(*observation.inexact, line_.indicator));
            }
            json_.key("state").string(to_string(observation.state));
            if (observation.up_to) json_.key("up_to").string(observation.up_to->to_string());
            if (observation.done) json_.key("done").string(observation.done->to_string());
            if (!observation.derived_from.empty()) json_.key("derived_from").string(observation.derived_from);
            if (!observation.note.empty()) json_.key("note").string(observation.note);
            json_.end_object();
        }
        json_.end_array();
    }
    void trajectory() {
        json_.key("trajectory").begin_array();
        for (const TrajectoryPoint& point :
             line_.assessed.path ? line_.assessed.path->points : std::vector<TrajectoryPoint>()) {
            json_.begin_object().key("period").string(point.period.label());
            json_.key("unrounded").number(point.unrounded).key("exact").boolean(point.exact);
            json_.key("rounded").number(point.rounded);
            if (point.other_edge) json_.key("other_edge").number(point.other_edge->rounded);
            json_.end_object();
        }
        json_.end_array();
    }

    JsonWriter& json_;
    const Line& line_;
    std::vector<Missing> reasons_;
};

}  // namespace

void write_indicator(JsonWriter& json, const Review& review, std::size_t i) {
    const std::vector<Line> lines = lines_of(review, i);
    json.begin_object();
    LineWriter whole(json, lines.front());
    whole.write(review);
    json.key("components").begin_array();
    for (auto part = lines.begin() + 1; part != lines.end(); ++part) {
        json.begin_object();
        LineWriter writer(json, *part);
        writer.write(review);
        json.key("components").begin_array().end_array();
        writer.write_rest();
        json.end_object();
    }
    json.end_array();
    whole.write_rest();
    json.end_object();
}

}  // namespace ontrack::inline v0::detail::report

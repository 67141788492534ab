#include "report/json_chance.hpp"

#include <cmath>
#include <string>

#include "report/chance_words.hpp"
#include "report/json_line.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

class ChanceWriter {
public:
    ChanceWriter(JsonWriter& json, std::vector<Missing>& reasons) : json_(json), reasons_(reasons) {}

    void interval(const RatedInterval& answer) {
        if (!open("interval", answer.interval_95.has_value(), answer.reason)) return;
        word("status", to_string(answer.status), answer.status != IntervalStatus::not_rated);
        number("value", answer.value);
        limits(answer.interval_95);
        number("against", answer.against);
        if (answer.other_edge) json_.key("other_edge").number(*answer.other_edge);
        texts({{"method", answer.method}, {"adjusted", answer.adjusted}, {"qualified", answer.qualified}});
        close(answer.sentence);
    }
    void change(std::string_view key, const TestedChange& change) {
        if (!open("change." + std::string(key), change.within.has_value(), change.reason)) return;
        reason_ = "the earlier figure is zero";
        json_.key("within_chance").boolean(*change.within);
        number("before", change.before);
        number("now", change.now);
        number("p_value", change.p_value);
        if (change.small_base) reason_ = "small base";
        number("change", change.small_base ? std::nullopt : change.change);
        limits(change.small_base ? std::nullopt : change.interval_95);
        json_.key("in").string(change_unit(change));
        json_.key("per_day").boolean(change.per_day).key("small_base").boolean(change.small_base);
        texts({{"test", change.test}, {"adjusted", change.adjusted}, {"qualified", change.qualified}});
        close(change.sentence);
    }
    void process(const Process& process) {
        if (!open("process", process.variation != stats::Variation::not_available, process.reason)) return;
        json_.key("variation").string(to_string(process.variation));
        reason_ = process.assurance_reason;
        word("assurance", to_string(process.assurance), process.assurance != stats::Assurance::not_available);
        number("target", process.target);
        reason_ = "there is no target for the period to come";
        word("next_assurance", to_string(process.next_assurance),
             process.next_assurance != stats::Assurance::not_available);
        number("next_target", process.next_target);
        reason_ = "the process is constant";
        number("centre", process.centre);
        number("lower", process.lower);
        number("upper", process.upper);
        json_.key("points").number(Decimal(process.points));
        json_.key("from").string(process.from->label()).key("to").string(process.to->label());
        texts({{"signal", process.signal},
               {"convention", process.convention},
               {"edition", process.edition},
               {"qualified", process.qualified}});
        close(process.sentence);
    }

private:
    /// Opens the object, or writes null and its reason where there is nothing to write into it.
    bool open(std::string field, bool exists, const std::string& reason) {
        field_ = std::move(field);
        reason_ = reason.empty() ? "not assessed" : reason;
        json_.key(std::string_view(field_).substr(field_.find('.') + 1));
        if (exists) {
            json_.begin_object();
        } else {
            json_.null();
            reasons_.push_back({field_, reason_});
        }
        return exists;
    }
    void close(const std::string& sentence) { json_.key("sentence").string(sentence).end_object(); }
    void missing(std::string_view key) {
        json_.null();
        reasons_.push_back({field_ + '.' + std::string(key), reason_});
    }
    void word(std::string_view key, std::string_view word, bool rated) {
        json_.key(key);
        if (rated)
            json_.string(word);
        else
            missing(key);
    }
    void number(std::string_view key, const std::optional<double>& value) {
        json_.key(key);
        if (value && std::isfinite(*value))
            json_.number(rounded_for_print(*value));
        else
            missing(key);
    }
    void number(std::string_view key, const std::optional<Decimal>& value) {
        json_.key(key);
        if (value)
            json_.number(*value);
        else
            missing(key);
    }
    void limits(const std::optional<Interval>& interval) {
        number("lower_95", interval ? std::optional(interval->lower) : std::nullopt);
        number("upper_95", interval ? std::optional(interval->upper) : std::nullopt);
    }
    void texts(std::initializer_list<std::pair<std::string_view, const std::string&>> members) {
        for (const auto& [key, text] : members) json_.key(key).string(text);
    }

    JsonWriter& json_;
    std::vector<Missing>& reasons_;
    std::string field_;
    std::string reason_;
};

}  // namespace

void write_chance(JsonWriter& json, const TrackAssessment& assessed, std::vector<Missing>& reasons) {
    ChanceWriter writer(json, reasons);
    writer.interval(assessed.by_interval);
    json.key("change").begin_object();
    writer.change("last_year", assessed.since_last_year.chance);
    writer.change("last_period", assessed.since_last_period.chance);
    writer.change("year_to_date", assessed.year_on_year);
    json.end_object();
    writer.process(assessed.process);
}

}  // namespace ontrack::inline v0::detail::report

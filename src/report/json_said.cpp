#include "report/json_said.hpp"

#include <cmath>

#include "report/json_line.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

void write_or_null(JsonWriter& json, std::string_view key, const std::optional<Decimal>& value) {
    json.key(key);
    if (value)
        json.number(*value);
    else
        json.null();
}

void write_limit(JsonWriter& json, std::string_view key, const std::optional<Interval>& interval, bool lower) {
    json.key(key);
    const double limit = interval ? (lower ? interval->lower : interval->upper) : std::nan("");
    if (std::isfinite(limit))
        json.number(rounded_for_print(limit));
    else
        json.null();
}

void write_statement(JsonWriter& json, const Statement& one) {
    json.begin_object().key("period").string(one.period.label());
    json.key("figure").string(one.figure);
    json.key("status");
    if (one.status)
        json.string(to_string(*one.status));
    else
        json.null();
    json.key("direction").string(to_string(one.direction));
    json.key("flag");
    if (one.flag)
        json.string(to_string(*one.flag));
    else
        json.null();
    json.key("words").string(one.words);
    json.key("readings").begin_array();
    for (const std::string& reading : one.readings) json.string(reading);
    json.end_array();
    json.key("qualified").string(one.qualified).end_object();
}

void write_comparison(JsonWriter& json, const Compare& one) {
    json.begin_object().key("code").string(one.code).key("name").string(one.name);
    json.key("answer").string(to_string(one.answer));
    json.key("reason").string(one.reason);
    write_or_null(json, "own", one.own);
    write_or_null(json, "value", one.value);
    json.key("method").string(one.method);
    write_limit(json, "lower_95", one.interval, true);
    write_limit(json, "upper_95", one.interval, false);
    const auto rank = [&](std::string_view key, const std::optional<int>& place) {
        write_or_null(json, key, place ? std::optional(Decimal(*place)) : std::nullopt);
    };
    rank("rank", one.rank ? std::optional(one.rank->rank) : std::nullopt);
    rank("rank_of", one.rank ? std::optional(one.rank->of) : std::nullopt);
    rank("rank_best", one.rank ? one.rank->best : std::nullopt);
    rank("rank_worst", one.rank ? one.rank->worst : std::nullopt);
    json.key("qualified").string(one.qualified);
    json.key("sentence").string(one.sentence).end_object();
}

void write_restated(JsonWriter& json, const Restated& one) {
    json.begin_object().key("interruption").string(one.interruption).key("name").string(one.name);
    json.key("target_lower").number(one.lower).key("target_upper").number(one.upper);
    json.key("status_lower").string(to_string(one.at_lower.status));
    json.key("status_upper").string(to_string(one.at_upper.status));
    json.key("sentence").string(one.sentence).end_object();
}

}  // namespace

void write_said(JsonWriter& json, const TrackAssessment& assessed) {
    json.key("reported").begin_array();
    for (const Statement& one : assessed.statements) write_statement(json, one);
    json.end_array();
    json.key("comparators").begin_array();
    for (const Compare& one : assessed.comparisons) write_comparison(json, one);
    json.end_array();
    json.key("restated").begin_array();
    for (const Restated& one : assessed.restated) write_restated(json, one);
    json.end_array();
    json.key("cautions").begin_array();
    for (const Caution& one : assessed.cautions) {
        json.begin_object().key("code").string(one.code).key("sentence").string(one.sentence).end_object();
    }
    json.end_array();
}

}  // namespace ontrack::inline v0::detail::report

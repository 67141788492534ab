#include <ontrack/base/version.hpp>
#include <ontrack/report/report.hpp>

#include "report/blocks.hpp"
#include "report/json_line.hpp"
#include "report/json_writer.hpp"
#include "report/reasons.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0 {
namespace detail::report {

void write_reasons(JsonWriter& json, const std::vector<Missing>& reasons) {
    json.key("reasons").begin_object();
    for (const Missing& each : reasons) json.key(each.field).string(each.reason);
    json.end_object();
}

void write_placement(JsonWriter& json, const Review& review, const Placement& risk, std::string_view prefix,
                     std::vector<Missing>& reasons) {
    const RiskScales& scales = review.plan.scales;
    const auto write = [&](std::string_view field, const std::string* name) {
        json.key(field);
        if (name) {
            json.string(*name);
        } else {
            json.null();
            reasons.push_back({std::string(prefix) + std::string(field), reason_for(risk, field)});
        }
    };
    write("likelihood", risk.likelihood ? &scales.likelihood[risk.likelihood->level].name : nullptr);
    write("impact", risk.impact ? &scales.impact[risk.impact->level] : nullptr);
    write("rating", risk.rating ? &scales.rating[risk.rating->level] : nullptr);
    json.key("basis").string(to_string(risk.basis));
    json.key("basis_text").string(risk.basis_text);
    json.key("provisional").boolean(risk.provisional);
    json.key("disagrees").boolean(risk.disagrees);
    write("derived_likelihood", risk.derived ? &scales.likelihood[risk.derived->level].name : nullptr);
    json.key("probability_missed");
    if (risk.probability_missed) {
        json.number(rounded_for_print(risk.probability_missed->value()));
    } else {
        json.null();
        reasons.push_back({std::string(prefix) + "probability_missed", reason_for(risk, "probability_missed")});
    }
}

}  // namespace detail::report

namespace {

using namespace detail::report;

void write_risk_entry(JsonWriter& json, const Review& review, const Placement& risk) {
    json.begin_object();
    json.key("code").string(risk.code);
    json.key("description").string(risk.description);
    json.key("from_register").boolean(risk.from_register);
    json.key("board").string(risk.board);
    std::vector<Missing> reasons;
    json.key("indicator");
    if (risk.indicator.empty()) {
        json.null();
        reasons.push_back({"indicator", reason_for(risk, "indicator")});
    } else {
        json.string(risk.indicator);
    }
    write_placement(json, review, risk, "", reasons);
    json.key("reason").string(risk.reason);
    json.key("countermeasures").begin_array();
    for (const Countermeasure& countermeasure : risk.countermeasures) {
        json.begin_object().key("text").string(countermeasure.text);
        json.key("owner").string(countermeasure.owner).end_object();
    }
    json.end_array();
    write_reasons(json, reasons);
    json.end_object();
}

void write_block(JsonWriter& json, const Block& block) {
    const auto texts = [&](const std::vector<std::string>& list) {
        json.begin_array();
        for (const std::string& text : list) json.string(text);
        json.end_array();
    };
    json.begin_object().key("id").string(block.id);
    json.key("title").string(block.title).key("note").string(block.note);
    json.key("columns");
    texts(block.columns);
    json.key("rows").begin_array();
    for (const std::vector<std::string>& row : block.rows) texts(row);
    json.end_array().end_object();
}

}  // namespace

std::string to_json(const Review& review) {
    JsonWriter json;
    json.begin_object();
    json.key("plan").string(review.plan.name);
    json.key("version").string(version);
    json.key("as_at");
    if (review.as_at)
        json.string(review.as_at->label());
    else
        json.null();
    json.key("data_to").string(data_to(review).to_string());
    json.key("year").string(review.year.label());
    std::vector<Missing> reasons;
    if (!review.as_at) reasons.push_back({"as_at", "not asked for; everything the plan holds was used"});
    write_reasons(json, reasons);
    json.key("indicators").begin_array();
    for (std::size_t i = 0; i < review.plan.indicators.size(); ++i) write_indicator(json, review, i);
    json.end_array();
    json.key("risks").begin_array();
    for (const Placement& risk : review.risks) write_risk_entry(json, review, risk);
    json.end_array();
    json.key("blocks").begin_array();
    for (const Block& block : blocks_of(review)) write_block(json, block);
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace ontrack::inline v0

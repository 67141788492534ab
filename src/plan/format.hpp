#pragma once

#include <span>
#include <string_view>

namespace ontrack::inline v0::detail {

/// The plan file as data: which keys each table may have and which it must have. The reader refuses everything else; a
/// test compares these tables with the definitions of the same names in schema/plan.schema.json.
struct Key {
    std::string_view name;
    bool required = false;
};

struct TableFormat {
    std::string_view name;   ///< of the definition in the schema
    std::string_view title;  ///< in a sentence: `an indicator`
    std::span<const Key> keys;
    std::string_view example =
        "[table] or { key = value }";  ///< how it is written, where something else stands in its place
};

inline constexpr bool required = true;

inline constexpr Key root_keys[] = {
    {"format", required},    {"plan", required}, {"status"},      {"risk"},         {"theme"},
    {"indicator", required}, {"risk_register"},  {"board"},       {"budget"},       {"progress"},
    {"attention"},           {"action"},         {"next_period"}, {"interruption"},
};
inline constexpr Key plan_keys[] = {{"name", required}, {"partnership"}, {"source"},
                                    {"year_start"},     {"year"},        {"period_covered"}};
inline constexpr Key status_keys[] = {{"projection"}, {"year_to_date"}};
inline constexpr Key projection_rule_keys[] = {{"tolerance_percent"}, {"target"}, {"centre"}};
inline constexpr Key year_to_date_rule_keys[] = {{"tolerance_percent"}, {"target"}};
inline constexpr Key risk_scales_keys[] = {
    {"likelihood", required}, {"impact", required}, {"rating", required}, {"matrix", required}};
inline constexpr Key likelihood_level_keys[] = {{"name", required}, {"below"}};
inline constexpr Key theme_keys[] = {{"code", required}, {"name", required}, {"roll_up"}, {"all_met_but"}};
inline constexpr Key indicator_keys[] = {
    {"code", required},
    {"name", required},
    {"objective"},
    {"theme"},
    {"weight"},
    {"measure", required},
    {"per"},
    {"follow_up"},
    {"currency"},
    {"index_as"},
    {"polarity", required},
    {"frequency", required},
    {"year_is", required},
    {"unit"},
    {"owner"},
    {"narrative"},
    {"activity"},
    {"seasonal_shares"},
    {"profile"},
    {"dispersion"},
    {"design_effect"},
    {"baseline"},
    {"target"},
    {"observations"},
    {"component"},
    {"sum_of"},
    {"comparators"},
    {"figures"},
    {"impact"},
    {"likelihood"},
    {"countermeasures"},
};
inline constexpr Key milestone_keys[] = {
    {"code", required},  {"name", required},
    {"objective"},       {"theme"},
    {"weight"},          {"measure", required},
    {"owner"},           {"narrative"},
    {"activity"},        {"frequency", required},
    {"baseline"},        {"target", required},
    {"observations"},    {"figures"},
    {"impact"},          {"likelihood"},
    {"countermeasures"},
};
inline constexpr Key component_keys[] = {{"code", required}, {"name", required}, {"baseline"},
                                         {"target"},         {"observations"},   {"comparators"}};
inline constexpr Key baseline_keys[] = {{"value"}, {"period"}, {"note"}, {"figures"}};
inline constexpr Key figure_keys[] = {{"name", required}, {"value"},         {"range"},           {"more_than"},
                                      {"at_least"},       {"at_most"},       {"less_than"},       {"certainty"},
                                      {"change_percent"}, {"compared_with"}, {"level_or_change"}, {"unit"},
                                      {"parts"}};
inline constexpr Key part_keys[] = {{"name", required}, {"value", required}};
inline constexpr Key observation_keys[] = {{"period", required},
                                           {"value"},
                                           {"numerator"},
                                           {"denominator"},
                                           {"range"},
                                           {"more_than"},
                                           {"at_least"},
                                           {"at_most"},
                                           {"less_than"},
                                           {"certainty"},
                                           {"reported"},
                                           {"change_percent"},
                                           {"compared_with"},
                                           {"level_or_change"},
                                           {"derived_from"},
                                           {"parts"},
                                           {"state"},
                                           {"up_to"},
                                           {"note"}};
inline constexpr Key reported_keys[] = {
    {"status"},        {"direction"}, {"change_percent"}, {"change_points"}, {"change"}, {"rank"},
    {"compared_with"}, {"flag"},      {"flag_reason"},    {"expected"},      {"text"}};
inline constexpr Key expected_keys[] = {{"flag"}, {"status"}, {"direction"}, {"by"}};
inline constexpr Key comparator_keys[] = {
    {"code", required}, {"name", required}, {"period"},  {"value"},    {"numerator"},
    {"denominator"},    {"members"},        {"average"}, {"own_area"}, {"own"}};
inline constexpr Key member_keys[] = {{"area", required}, {"value"}, {"numerator"}, {"denominator"}, {"from"}, {"to"}};
inline constexpr Key interruption_keys[] = {{"code", required},
                                            {"name", required},
                                            {"from", required},
                                            {"to"},
                                            {"kind", required},
                                            {"size"},
                                            {"per"},
                                            {"indicators", required},
                                            {"note"}};
inline constexpr Key milestone_report_keys[] = {{"period"}, {"done"}, {"reported"}, {"note"}};
inline constexpr Key judgement_keys[] = {{"level", required}, {"provisional"}, {"reason"}};
inline constexpr Key countermeasure_keys[] = {{"text", required}, {"owner"}};
inline constexpr Key risk_keys[] = {
    {"code", required}, {"description", required}, {"indicator"}, {"board"}, {"likelihood"},
    {"impact"},         {"countermeasures"}};
inline constexpr Key board_keys[] = {{"code", required}, {"name", required}, {"countermeasures"}};
inline constexpr Key budget_keys[] = {{"name", required},  {"currency"}, {"allocated"}, {"spent"}, {"committed"},
                                      {"to_be_allocated"}, {"reported"}, {"theme"},     {"note"}};
inline constexpr Key item_keys[] = {{"text", required}, {"theme"}, {"figures"}};
inline constexpr Key action_keys[] = {{"text", required}, {"owner"}, {"due"}, {"done"}, {"theme"}};
inline constexpr Key next_item_keys[] = {{"text", required}, {"from"}, {"due"}, {"theme"}};

inline constexpr Key percent_per_annum_keys[] = {{"kind", required}, {"percent", required}, {"years", required},
                                                 {"convention"},     {"decimals"},          {"rounding"}};
inline constexpr Key percent_by_date_keys[] = {
    {"kind", required}, {"percent", required}, {"due"}, {"decimals"}, {"rounding"}};
inline constexpr Key absolute_keys[] = {{"kind", required}, {"value", required}, {"due"}, {"decimals"}, {"rounding"}};
inline constexpr Key linear_keys[] = {
    {"kind", required}, {"value", required}, {"due", required}, {"decimals"}, {"rounding"}};
inline constexpr Key level_keys[] = {{"kind", required}, {"value"}, {"percent"}, {"due"}, {"decimals"}, {"rounding"}};
inline constexpr Key points_by_date_keys[] = {
    {"kind", required}, {"points", required}, {"due"}, {"decimals"}, {"rounding"}};
inline constexpr Key stepped_keys[] = {{"kind", required}, {"steps", required}, {"decimals"}, {"rounding"}};
inline constexpr Key step_keys[] = {{"by", required}, {"value", required}};
inline constexpr Key band_keys[] = {{"kind", required}, {"lower", required}, {"upper", required}, {"due"},
                                    {"decimals"},       {"rounding"}};
inline constexpr Key maintain_keys[] = {{"kind", required}, {"margin"},  {"margin_percent"}, {"due"},
                                        {"decimals"},       {"rounding"}};
inline constexpr Key close_gap_keys[] = {{"kind", required}, {"percent", required}, {"comparator", required},
                                         {"due", required},  {"decimals"},          {"rounding"}};
inline constexpr Key measurable_change_keys[] = {
    {"kind", required}, {"sample", required}, {"confidence_percent"}, {"design_effect"}, {"due"},
    {"decimals"},       {"rounding"}};
inline constexpr Key stretch_keys[] = {{"kind", required}, {"without", required}, {"value", required},
                                       {"due", required},  {"threshold_percent"}, {"cap_percent"},
                                       {"grant"},          {"currency"},          {"decimals"},
                                       {"rounding"}};
inline constexpr Key not_set_keys[] = {{"kind", required}, {"note"}, {"expected"}};
inline constexpr Key not_stated_keys[] = {{"kind", required}, {"note"}, {"reward_grant"}};
inline constexpr Key milestone_by_keys[] = {{"kind", required}, {"due", required}};

inline constexpr TableFormat root_format{"root", "a plan file", root_keys};
inline constexpr TableFormat plan_format{"plan", "a plan", plan_keys};
inline constexpr TableFormat status_format{"status", "the status rules", status_keys};
inline constexpr TableFormat projection_rule_format{"projection_rule", "a status rule", projection_rule_keys};
inline constexpr TableFormat year_to_date_rule_format{"year_to_date_rule", "the rule for the year to date",
                                                      year_to_date_rule_keys};
inline constexpr TableFormat risk_scales_format{
    "risk_scales", "a set of risk scales", risk_scales_keys,
    "[risk] with the scales; a single risk stands in a block [[risk_register]]"};
inline constexpr TableFormat likelihood_level_format{"likelihood_level", "a level of likelihood",
                                                     likelihood_level_keys};
inline constexpr TableFormat theme_format{"theme", "a theme", theme_keys};
inline constexpr TableFormat indicator_format{"indicator", "an indicator", indicator_keys};
inline constexpr TableFormat milestone_format{"milestone", "a milestone", milestone_keys};
inline constexpr TableFormat component_format{"component", "a component", component_keys};
inline constexpr TableFormat baseline_format{"baseline", "a baseline", baseline_keys,
                                             "{ value = 1681, period = \"2016-17\" }"};
inline constexpr TableFormat figure_format{"figure", "a figure", figure_keys,
                                           "{ name = \"Warning letters\", value = 27 }"};
inline constexpr TableFormat observation_format{"observation", "an observation", observation_keys,
                                                "{ period = \"2017-18 Q1\", value = 329 }"};
inline constexpr TableFormat part_format{"part", "a part of a figure", part_keys,
                                         "{ name = \"with young people\", value = 8 }"};
inline constexpr TableFormat reported_format{
    "reported", "what is reported in words", reported_keys,
    "{ status = \"on_target\", text = \"…\" }, or a status alone: \"on_target\""};
inline constexpr TableFormat expected_format{"expected", "what is expected", expected_keys,
                                             "{ status = \"on_target\", by = \"2017-18 Q4\" }"};
inline constexpr TableFormat comparator_format{"comparator", "a comparator", comparator_keys,
                                               "{ code = \"national\", name = \"National\", value = 83.4 }"};
inline constexpr TableFormat member_format{"member", "a member of a family", member_keys};
inline constexpr TableFormat interruption_format{"interruption", "an interruption", interruption_keys};
inline constexpr TableFormat milestone_report_format{"milestone_report", "an observation of a milestone",
                                                     milestone_report_keys, "{ done = 2017-11-22, note = \"…\" }"};
inline constexpr TableFormat judgement_format{"judgement", "a judgement", judgement_keys,
                                              "the name of a level, \"High\", or { level = \"High\", reason = \"…\" }"};
inline constexpr TableFormat countermeasure_format{"countermeasure", "a countermeasure", countermeasure_keys,
                                                   "{ text = \"…\", owner = \"…\" }"};
inline constexpr TableFormat step_format{"step", "a step", step_keys, "{ by = 2018-03-31, value = 25 }"};
inline constexpr TableFormat risk_format{"risk", "a risk of the register", risk_keys};
inline constexpr TableFormat board_format{"board", "a board", board_keys};
inline constexpr TableFormat budget_format{"budget_line", "a line of the budget", budget_keys};
inline constexpr TableFormat item_format{"report_item", "an item of the report", item_keys};
inline constexpr TableFormat action_format{"action", "an action", action_keys};
inline constexpr TableFormat next_item_format{"next_item", "an item for the next period", next_item_keys};

/// One per kind of target, in the order of `TargetRule`.
inline constexpr TableFormat target_formats[] = {
    {"percent_per_annum", "a target of kind `percent_per_annum`", percent_per_annum_keys},
    {"percent_by_date", "a target of kind `percent_by_date`", percent_by_date_keys},
    {"absolute", "a target of kind `absolute`", absolute_keys},
    {"linear", "a target of kind `linear`", linear_keys},
    {"floor", "a target of kind `floor`", level_keys},
    {"ceiling", "a target of kind `ceiling`", level_keys},
    {"milestone_by", "a target of kind `milestone`", milestone_by_keys},
    {"points_by_date", "a target of kind `points_by_date`", points_by_date_keys},
    {"stepped", "a target of kind `stepped`", stepped_keys},
    {"band", "a target of kind `band`", band_keys},
    {"maintain", "a target of kind `maintain`", maintain_keys},
    {"close_gap", "a target of kind `close_gap`", close_gap_keys},
    {"measurable_change", "a target of kind `measurable_change`", measurable_change_keys},
    {"stretch", "a target of kind `stretch`", stretch_keys},
    {"not_set", "a target of kind `not_set`", not_set_keys},
    {"not_stated", "a target of kind `not_stated`", not_stated_keys},
};

inline constexpr const TableFormat* table_formats[] = {
    &root_format,
    &plan_format,
    &status_format,
    &projection_rule_format,
    &year_to_date_rule_format,
    &risk_scales_format,
    &likelihood_level_format,
    &theme_format,
    &indicator_format,
    &milestone_format,
    &component_format,
    &baseline_format,
    &figure_format,
    &observation_format,
    &part_format,
    &reported_format,
    &expected_format,
    &comparator_format,
    &member_format,
    &interruption_format,
    &milestone_report_format,
    &judgement_format,
    &countermeasure_format,
    &risk_format,
    &board_format,
    &budget_format,
    &item_format,
    &action_format,
    &next_item_format,
    &target_formats[0],
    &target_formats[1],
    &target_formats[2],
    &target_formats[3],
    &target_formats[4],
    &target_formats[5],
    &target_formats[6],
    &target_formats[7],
    &target_formats[8],
    &target_formats[9],
    &target_formats[10],
    &target_formats[11],
    &target_formats[12],
    &target_formats[13],
    &target_formats[14],
    &target_formats[15],
    &step_format,
};

}  // namespace ontrack::inline v0::detail

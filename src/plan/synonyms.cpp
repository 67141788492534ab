#include "plan/synonyms.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// What people write, as words with a space between them; in a table that has the key `beside` the remedy is what they mean.
/// The first row that fits counts.
struct HabitualKey {
    std::string_view written;
    std::string_view beside;
    std::string_view remedy;
};

constexpr std::string_view states[] = {"final",      "revised",          "provisional",    "estimated",
                                       "proxy",      "doubtful",         "not_comparable", "awaited",
                                       "suppressed", "no_accurate_data", "not_collected"};

constexpr HabitualKey habitual_keys[] = {
    // an observation
    {"missing not_available unavailable pending no_data", "state",
     "Write `state = \"awaited\"` where the figure is not here yet, or `state = \"not_collected\"` where there will be "
     "none."},
    {"quality data_quality data_state certain approx approximate approximately about circa estimate draft", "state",
     "Write `state = \"provisional\"`, `\"estimated\"`, `\"doubtful\"` or another of its words."},
    {"year quarter month half when", "up_to", "Write `period = \"2017-18 Q1\"`."},
    {"date due as_at until data_to", "up_to",
     "Write `period = \"2017-18 Q1\"`, and `up_to = 2017-06-12` where the figure does not reach the period's end."},
    {"target baseline benchmark comparator national", "derived_from",
     "It stands with the indicator, not with an observation: `target = { … }`, `baseline = { … }`, `comparators = [{ … "
     "}]`; "
     "the observation has its `period` and `value`."},
    {"sample sample_size n base respondents population out_of cases people cohort", "numerator",
     "Write `numerator = 13, denominator = 25`: how many, and out of how many."},
    {"min max minimum maximum lower upper low high from to between", "range", "Write `range = [10, 20]`."},
    {"over above exceeds exceeding in_excess_of greater_than", "more_than", "Write `more_than = 450`."},
    {"under below fewer_than", "less_than", "Write `less_than = 5`."},
    {"change change_points increase decrease percent_change percentage_change", "change_percent",
     "Write `change_percent = -5.9, compared_with = \"last_year\"`, or what is said beside a figure as "
     "`reported = { change_percent = -5.9 }`."},
    {"rag flag flag_reason colour color red amber green", "derived_from",
     "Write what the document says under `reported`: `reported = { flag = \"red\" }`."},
    {"done completed complete", "derived_from",
     "Only a milestone is done (`measure = \"milestone\"`); a figure has its `value`."},
    {"status rating on_target off_target on_track off_track performance_status", "derived_from",
     "Write what the document says under `reported`: `reported = \"on_target\"`; how sure the figure is, is its "
     "`state`."},
    {"direction trend travel direction_of_travel rank", "derived_from",
     "Write what the document says under `reported`: `reported = { direction = \"up\" }`."},
    {"expected forecast projected projection outlook", "derived_from",
     "Write what the document expects under `reported`: `reported = { expected = { status = \"on_target\" } }`."},
    {"text words said quote", "derived_from",
     "Write the document's words as `reported = { text = \"…\" }`, or your own as `note = \"…\"`."},
    // a target
    {"type rule", "rounding", "Write `kind = \"absolute\"`, `\"percent_by_date\"` or another of its words."},
    {"by date deadline end until target_date by_date end_date", "due", "Write `due = 2019-03-31`."},
    {"value target change reduction increase reduce by_percent percentage", "percent",
     "Write `percent = -5`, a reduction with a minus."},
    {"target to amount goal level number", "value", "Write `value = 40`."},
    {"percent percentage reduction reduce increase per_annum", "rounding",
     "Only a target of kind `percent_per_annum`, `percent_by_date`, `floor` or `ceiling` takes `percent`: correct "
     "`kind`."},
    {"from start base baseline start_value", "rounding",
     "The baseline stands beside the target, in the indicator: `baseline = { value = 100, period = \"2016-17\" }`. "
     "Here remain "
     "`kind` and what it needs."},
    {"tolerance tolerance_percent within amber", "rounding",
     "The tolerance is one for the whole plan, under [status.projection]: `tolerance_percent = 5`; it does not depend "
     "on `kind`."},
    {"note comment comments notes text objective description", "rounding",
     "Write the words in the indicator's `objective` or `narrative`; only a target of `kind` `not_set` or `not_stated` "
     "has a "
     "`note`."},
    // an observation of a milestone
    {"date completed complete completed_on achieved finished when date_done status value", "done",
     "Write `done = 2017-11-22`, the day on which it was done; nothing, while it is not."},
    // an indicator
    {"rate", "per", "Write `measure = \"rate\"` and `per = 1000`; the figures stand under `observations`."},
    {"numerator denominator sample sample_size population", "year_is",
     "Write it with each of the `observations`: `{ period = \"2017-18 Q1\", numerator = 13, denominator = 25 }`."},
    {"actual actuals value values count counts result results data quarters outturn current latest figure performance "
     "q1 q2 q3 q4",
     "year_is", "Write what was seen as `observations = [{ period = \"2017-18 Q1\", value = 329 }]`."},
    {"direction good better good_is best lower_is_better higher_is_better desired", "polarity",
     "Write `polarity = \"low\"` or `\"high\"`, which is good; a trend that the document names is "
     "`reported = { direction = \"up\" }` in an observation."},
    {"reported rag flag status red amber green colour color trend rating change", "observations",
     "It belongs to one of the `observations`: `{ period = \"2017-18 Q1\", reported = { flag = \"red\" } }`, or "
     "`reported = \"on_target\"`."},
    {"state provisional final revised estimated proxy doubtful awaited suppressed data_state quality", "observations",
     "It belongs to one of the `observations`: `{ period = \"2017-18 Q1\", value = 329, state = \"provisional\" }`."},
    {"due deadline by target_date end_date date kind", "target",
     "It belongs to the `target`: `target = { kind = \"absolute\", value = 90, due = 2019-03-31 }`, of a milestone "
     "`target = { kind = \"milestone\", due = 2017-11-30 }`."},
    {"grant reward reward_grant stretch", "target",
     "It belongs to the `target`: `target = { kind = \"stretch\", without = 44, value = 52, due = 2010-03-31, grant = "
     "100000 }`."},
    {"tolerance tolerance_percent", "target",
     "The tolerance is one for the whole plan, under [status.projection]: `tolerance_percent = 5`; the `target` has "
     "none."},
    {"national benchmark average peer peers family comparison most_similar last_year compared_with", "comparators",
     "Write `comparators = [{ code = \"national\", name = \"National\", value = 83.4 }]`."},
    {"part parts breakdown components", "component",
     "Write each part as `[[indicator.component]]` below its indicator."},
    {"action actions activities doing", "activity",
     "Write `activity = [\"…\"]` for what is being done, or `countermeasures = [{ text = \"…\", owner = \"…\" }]` "
     "against the "
     "risk."},
    {"definition aim goal purpose description aims", "objective",
     "Write `objective = \"…\"` for the document's own words, or `narrative = \"…\"` for a comment."},
    {"comment comments note notes remark remarks commentary story context source text", "narrative",
     "Write `narrative = \"…\"`; a note on one figure is the `note` of its observation."},
    {"type kind measurement metric", "measure", "Write `measure = \"count\"`."},
    {"period periodicity interval how_often", "frequency", "Write `frequency = \"quarter\"`."},
    {"year aggregation cumulative aggregate year_end", "year_is",
     "Write `year_is = \"sum\"`, how its periods make the year."},
    {"risk rating severity consequence", "impact",
     "Write `likelihood = \"High\"` and `impact = \"High\"`, each as far as it is judged."},
    {"group outcome priority section category heading", "weight",
     "Write `theme = \"…\"`, the code of one of the plan's [[theme]] blocks."},
    // what has an owner; a risk has one with each countermeasure
    {"lead responsible lead_officer officer accountable responsible_officer contact who by_whom", "owner",
     "Write `owner = \"…\"`."},
    // a risk
    {"risk score probability chance likely", "likelihood", "Write `likelihood = \"High\"`."},
    {"mitigation mitigations mitigating_actions control controls countermeasure action actions response owner lead",
     "countermeasures", "Write `countermeasures = [{ text = \"…\", owner = \"…\" }]`."},
    {"name title risk text", "description", "Write `description = \"…\"`."},
    // what has a name, a day
    {"deadline by date end by_when when target_date", "due", "Write `due = 2018-01-31`."},
    {"status state completed complete achieved", "done", "Write `done = 2018-01-31`, the day on which it was done."},
    {"start starts begins date", "from", "Write `from = 2018-01-31`."},
    {"name title description item what action risk issue note", "text", "Write `text = \"…\"`."},
    {"id ref reference number key short_name", "code", "Write `code = \"a-short-name\"`."},
    {"title label heading", "name", "Write `name = \"…\"`."},
    // a budget line
    {"budget amount total value", "allocated", "Write `allocated = 100000`."},
    {"actual expenditure spend outturn", "spent", "Write `spent = 100000`."},
    {"status rag comment", "to_be_allocated", "Write `reported = \"…\"`, the document's own words."},
    // the plan
    {"board organisation organization partner partners authority borough council author", "partnership",
     "Write `partnership = \"…\"`."},
    {"period quarter as_at reporting_period report_date date covers covered", "period_covered",
     "Write `period_covered = \"2017-04-01..2017-09-30\"`, the days that the document reports on."},
    {"financial_year fy", "year_start", "Write `year = \"2017-18\"`."},
    {"start starts year_begins begins", "year_start", "Write `year_start = \"april\"`."},
    {"description document reference url", "source",
     "Write `source = \"…\"`, the document that the plan was written from."},
    // a plan file
    {"milestone milestones measure measures kpi kpis target targets objective objectives indicators", "risk_register",
     "Write an [[indicator]] block for each; a milestone is an `indicator` with `measure = \"milestone\"`."},
    {"observation observations comparator comparators component components baseline countermeasure countermeasures "
     "grant reward "
     "activity figures",
     "risk_register", "It stands within its indicator: after `[[indicator]]`, or as [[indicator.component]]."},
    {"outcome outcomes section sections group groups priority priorities themes", "risk_register",
     "Write a [[theme]] block for each heading, and its code under `theme` in the indicators."},
    {"risks register risk_registers other_risks", "risk_register", "Write a [[risk_register]] block for each risk."},
    {"issue issues concern concerns areas_for_attention", "attention", "Write an [[attention]] block for each."},
    {"highlight highlights achievement achievements news successes", "progress",
     "Write a [[progress]] block for each."},
    {"next upcoming forward_look to_do next_steps", "next_period", "Write a [[next_period]] block for each."},
    {"event events change breaks", "interruption", "Write an [[interruption]] block for each."},
    {"finance finances money spend spending", "budget", "Write a [[budget]] block for each line."},
    {"report meta document title name year", "plan", "Write it under [plan]: `name`, `partnership`, `source`, `year`."},
    {"note notes comment comments", "risk_register",
     "Words of your own stand after a `#`; what the report should print is a [[progress]] or [[attention]] block."},
    // anything that has it
    {"value number total observed reading score rate percent percentage data level actual count result amount figure "
     "outturn",
     "value", "Write `value = 329`: the number alone; the indicator's `measure` says what it is."},
    {"year date when quarter month", "period",
     "Write `period = \"2017-18\"`, a year or one of the indicator's own periods."},
    {"comment comments notes remark remarks commentary narrative description text source", "note",
     "Write `note = \"…\"`."},
    {"value count number numbers", "figures", "Write `figures = [{ name = \"Warning letters\", value = 27 }]`."},
};

struct HabitualWord {
    std::string_view key;
    std::string_view written;
    std::string_view meant;
};

constexpr HabitualWord habitual_words[] = {
    {"frequency", "annual annually yearly per_year once_a_year", "year"},
    {"frequency", "half_year half_yearly six_monthly biannual biannually", "half"},
    {"frequency", "q quarterly 3_monthly", "quarter"},
    {"polarity", "down lower lower_is_better decrease decreasing reduce reduction min minimise less fewer smaller",
     "low"},
    {"polarity", "up higher higher_is_better bigger_is_better increase increasing max maximise more bigger", "high"},
    {"year_is", "total add added all", "sum"},
    {"year_is", "average avg", "mean"},
    {"year_is", "last snapshot end year_end current", "latest"},
    {"measure", "number numbers volume incidents integer", "count"},
    {"measure", "percent proportion share %", "percentage"},
    {"measure", "survey", "survey_percentage"},
    {"measure", "cohort", "cohort_proportion"},
    {"measure", "time days hours", "duration"},
    {"measure", "cost amount pounds currency", "money"},
    {"measure", "action project yes_no yesno date", "milestone"},
    {"state", "draft unconfirmed preliminary interim", "provisional"},
    {"state", "estimate approximate", "estimated"},
    {"state", "doubt poor uncertain", "doubtful"},
    {"state", "confirmed actual", "final"},
    {"state", "n/a na not_available missing unknown pending tbc not_yet_available", "awaited"},
    {"status", "met achieved yes", "on_target"},
    {"status", "missed not_met failed below off", "off_target"},
    {"kind", "reduce reduction increase percent percentage percent_change", "percent_by_date"},
    {"kind", "percentage_points percent_points points pp", "points_by_date"},
    {"kind", "minimum min at_least no_less_than", "floor"},
    {"kind", "maximum max at_most less_than no_more_than", "ceiling"},
    {"kind", "range between", "band"},
    {"kind", "value number fixed target", "absolute"},
    {"kind", "same keep stable hold no_worse", "maintain"},
    {"kind", "tbc tbd to_be_set", "not_set"},
};

struct MisplacedWord {
    std::string_view key;
    std::string_view written;
    std::string_view remedy;
};

constexpr MisplacedWord misplaced_words[] = {
    {"status", "red amber green", "Write a colour as `reported = { flag = \"red\" }`."},
    {"status", "improving worsening up down stable",
     "Write a direction as `reported = { direction = \"improving\" }`."},
    {"state", "red amber green", "Write a colour as `reported = { flag = \"red\" }`."},
    {"state", "on_target off_target on_track off_track met missed",
     "Write what the document says of the target as `reported = \"on_target\"`."},
    {"kind", "none no_target n/a",
     "Leave `target` out where there is none; `kind = \"not_set\"` is one that is set later, `\"not_stated\"` one that "
     "the "
     "document does not name."},
    {"measure", "rate_per_1000 rate_per_10000 rate_per_100000 per_1000 per_10000 per_100000",
     "Write `measure = \"rate\"` and `per = 1000`, the population that it counts in."},
    {"year_is", "cumulative cumulated running_total",
     "Write each period's own figure, not the running total, and `year_is = \"sum\"`."},
    {"year_is", "max maximum highest peak min minimum lowest",
     "No year is its highest or lowest figure: write one of sum, latest, mean or ratio_of_sums."},
    {"frequency", "week weekly day daily", "Add the figures up to months: `frequency = \"month\"`."},
};

constexpr std::pair<std::string_view, std::string_view> examples[] = {
    {"kind", "\"absolute\""},
    {"measure", "\"count\""},
    {"polarity", "\"low\""},
    {"frequency", "\"quarter\""},
    {"year_is", "\"sum\""},
    {"year", "\"2017-18\""},
    {"year_start", "\"april\""},
    {"period", "\"2017-18 Q1\""},
    {"code", "\"a-short-name\""},
    {"due", "2019-03-31"},
    {"by", "2019-03-31"},
    {"from", "2019-03-31"},
    {"percent", "-5"},
    {"years", "3"},
    {"value", "329"},
    {"format", "1"},
    {"activity", "[\"…\", \"…\"]"},
    {"indicators", "[\"robbery\", \"burglary\"]"},
    {"sum_of", "[\"robbery\", \"burglary\"]"},
    {"all_met_but", "[\"robbery\", \"burglary\"]"},
    {"impact", "[\"Low\", \"Medium\", \"High\"]"},
    {"rating", "[\"Low\", \"Medium\", \"High\"]"},
    {"likelihood", "[{ name = \"Low\", below = \"1/2\" }, { name = \"High\" }]"},
    {"matrix", "[[\"Low\", \"Medium\"], [\"Medium\", \"High\"]]"},
    {"countermeasures", "[{ text = \"…\", owner = \"…\" }]"},
    {"observations", "[{ period = \"2017-18 Q1\", value = 329 }]"},
    {"figures", "[{ name = \"Warning letters\", value = 27 }]"},
    {"comparators", "[{ code = \"national\", name = \"National\", value = 83.4 }]"},
    {"members", "[{ area = \"Northtown\", value = 83.4 }]"},
    {"parts", "[{ name = \"with young people\", value = 8 }]"},
    {"steps", "[{ by = 2018-03-31, value = 25 }, { by = 2020-03-31, value = 40 }]"},
    {"range", "[10, 20]"},
    {"seasonal_shares", "[24, 24, 26, 26]"},
};

/// `On target`, `on-target` and `on target` are one word.
std::string normal(std::string_view written) {
    std::string word;
    for (const char c : trimmed(written)) word += c == ' ' || c == '-' ? '_' : lower(c);
    return word;
}

bool is_among(std::string_view word, std::string_view words) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

bool holds(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string remedy_for_key(std::string_view written, std::span<const std::string_view> known) {
    const std::string word = normal(written);
    if (holds(known, "state") && nearest(word, known).empty()) {
        const std::string_view state = holds(states, word) ? word : nearest(word, states);
        if (!state.empty()) return "Write `state = \"" + std::string(state) + "\"`.";
    }
    for (const HabitualKey& habit : habitual_keys) {
        if (holds(known, habit.beside) && is_among(word, habit.written)) return std::string(habit.remedy);
    }
    return {};
}

std::string_view word_meant(std::string_view key, std::string_view written, std::span<const std::string_view> names) {
    const std::string word = normal(written);
    for (const std::string_view name : names) {
        if (normal(name) == word) return name;
    }
    for (const HabitualWord& habit : habitual_words) {
        if (habit.key == key && holds(names, habit.meant) && is_among(word, habit.written)) return habit.meant;
    }
    return {};
}

std::string remedy_for_word(std::string_view key, std::string_view written) {
    const std::string word = normal(written);
    for (const MisplacedWord& misplaced : misplaced_words) {
        if (misplaced.key == key && is_among(word, misplaced.written)) return std::string(misplaced.remedy);
    }
    return {};
}

std::string example_of(std::string_view key, std::string_view otherwise) {
    for (const auto& [name, value] : examples) {
        if (name == key) return std::string(key) + " = " + std::string(value);
    }
    return std::string(key) + " = " + std::string(otherwise);
}

}  // namespace ontrack::inline v0::detail

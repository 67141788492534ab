#include "plan/phrase_readings.hpp"

#include <algorithm>

#include <ontrack/base/error.hpp>
#include <ontrack/plan/trajectory.hpp>

namespace ontrack::inline v0::detail {
namespace {

[[noreturn]] void refuse(std::string code, std::string message, std::string remedy) {
    throw PlanError(Problem{std::move(code), std::move(message), {}, std::move(remedy)});
}

/// A year that stands for the baseline's where nobody says which it was.
Period any_year(YearStart start) {
    return {Frequency::year, 2000, 0, start};
}

const std::pair<AnnualChange, const char*> conventions[] = {
    {AnnualChange::compound, ", each year of the year before (compound)"},
    {AnnualChange::simple, ", each year of the baseline (simple)"},
    {AnnualChange::rounded_each_year, ", each year of the year before as it was rounded"},
};

}  // namespace

Date Readings::end_of_year(int years, const std::string& why) const {
    if (!context_.baseline_period) {
        refuse("needs-day", "the phrase counts years, and the year of the baseline is not known",
               "Give the baseline's year" + why + ", or the day on which the target is due.");
    }
    return context_.baseline_period->year(context_.year_start).plus(years).last_day();
}

std::vector<PhraseValue> Readings::values_of(const TargetRule& rule) const {
    if (std::holds_alternative<CloseGap>(rule)) return {};
    if (std::holds_alternative<Maintain>(rule) && !context_.polarity) return {};
    Indicator indicator;
    indicator.measure = Rate{Decimal(1)};
    indicator.polarity = context_.polarity.value_or(Polarity::low);
    indicator.frequency = Frequency::year;
    indicator.year_rule = YearRule::latest;
    const Period baseline =
        context_.baseline_period ? context_.baseline_period->year(context_.year_start) : any_year(context_.year_start);
    indicator.track.baseline = Baseline{context_.baseline, baseline, {}, "", {}};
    indicator.track.target = Target{rule, context_.decimals, context_.rounding, {}};
    const auto due = due_date(rule, baseline, context_.year_start);
    const bool counts_years = std::holds_alternative<PercentPerAnnum>(rule);
    const bool is_dated = due && !counts_years;
    if (is_dated && *due <= baseline.last_day()) {
        if (!context_.baseline_period) return {};
        refuse("due-before-baseline", "the target is due on " + due->to_words() + ", before the baseline's year ends",
               "Correct the day, or the baseline's year.");
    }
    const auto path = trajectory(indicator, indicator.track, baseline.plus(1));
    if (!path) return {};
    std::vector<PhraseValue> values;
    for (const TrajectoryPoint& point : path->points) {
        const bool is_last = &point == &path->points.back();
        if (is_dated && !context_.baseline_period && !is_last) continue;
        std::string when = point.period.label();
        if (!due) when = "every year";
        if (due && !context_.baseline_period)
            when =
                is_dated ? "by " + due->to_words() : "year " + std::to_string(periods_between(baseline, point.period));
        values.push_back({std::move(when), point.unrounded, point.exact, point.rounded});
    }
    return values;
}

void Readings::add(const TargetRule& rule, std::string words) {
    readings_.push_back({rule, std::move(words), values_of(rule)});
}

bool Readings::may_be_points(const Decimal& size) const {
    if (context_.in_percent) return *context_.in_percent;
    if (!context_.baseline) return true;
    const Decimal end = *context_.baseline + size;
    return *context_.baseline <= Decimal(100) && end.sign() >= 0 && end <= Decimal(100);
}

void Readings::add_signed(const Change& change, const Decimal& size) {
    const std::string amount = (size.sign() < 0 ? "down " : "up ") + change.size.to_string();
    std::optional<Date> due = change.due;
    std::optional<int> years = change.years;
    if (change.per_annum && !years && due && context_.baseline_period) {
        years = periods_between(context_.baseline_period->year(context_.year_start),
                                Period::containing(*due, Frequency::year, context_.year_start));
    }
    const bool yearly = change.per_annum || (change.held && years);
    if (yearly && !change.in_points) {
        if (!years) {
            refuse("needs-years", "the phrase does not say for how many years", "Add them: for three years.");
        }
        if (*years < 1 || *years > 50) {
            refuse("needs-years", "a target runs for 1 to 50 years", "Write how many years: for three years.");
        }
        for (const auto& [convention, words] : conventions)
            add(PercentPerAnnum{Percent(size), *years, convention}, amount + "% a year" + words);
    }
    if (change.per_annum && change.in_points) {
        refuse("not-a-target-phrase", "a change by points each year is no kind of target",
               "Give the points by a day, or steps: 45 by 2018/19 and 50 by 2019/20.");
    }
    if (change.per_annum) return;
    if (years && !due) due = end_of_year(*years, " (2016-17)");
    const std::string until = due ? " by " + due->to_words() + ", on a straight line" : ", for every year";
    if (!change.in_points) add(PercentByDate{Percent(size), due}, amount + "% of the baseline" + until);
    if (change.in_points || may_be_points(size)) add(PointsByDate{size, due}, amount + " percentage points" + until);
}

void Readings::add_change(const Change& change) {
    int direction = change.direction;
    if (direction == 0 && context_.polarity) direction = *context_.polarity == Polarity::low ? -1 : 1;
    if (direction <= 0) add_signed(change, -change.size);
    if (direction >= 0) add_signed(change, change.size);
}

void Readings::add_value(const Decimal& value, const std::optional<Date>& due) {
    if (due) add(LinearTo{value, *due}, "a straight line from the baseline to " + value.to_string());
    add(AbsoluteTarget{value, due},
        due ? value.to_string() + " for every year until then" : value.to_string() + " for every year");
}

void Readings::add_margin(const Decimal& margin, bool in_points, const std::optional<Date>& due) {
    if (!in_points) {
        add(Maintain{{}, Percent(margin), due},
            "at least as good as the baseline, within " + margin.to_string() + "% of it");
    }
    if (in_points || may_be_points(Decimal(0))) {
        add(Maintain{margin, {}, due}, "at least as good as the baseline, within " + margin.to_string() + " points");
    }
}

void Readings::add_steps(std::vector<std::pair<Decimal, Date>> steps) {
    std::sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    Stepped stepped;
    for (const auto& [value, day] : steps) stepped.steps.push_back({day, value});
    const auto same_day = [](const Step& a, const Step& b) { return a.by == b.by; };
    if (std::adjacent_find(stepped.steps.begin(), stepped.steps.end(), same_day) != stepped.steps.end()) {
        refuse("not-a-target-phrase", "two values are due on the same day", "Give each value a day of its own.");
    }
    add(stepped, "in steps: each value for every year until its day");
    add(LinearTo{steps.back().first, steps.back().second}, "a straight line from the baseline to " +
                                                               steps.back().first.to_string() +
                                                               ", of which the values between are points");
}

void Readings::add_yearly_steps(const std::vector<Decimal>& values, int years) {
    if (years < static_cast<int>(values.size()) || years > 50) {
        refuse("needs-years", "the values do not fit into " + std::to_string(years) + " years",
               "Give a day for each value: 25 by 2017/18 and 40 by 2019/20.");
    }
    std::vector<std::pair<Decimal, Date>> steps;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int year = i + 1 == values.size() ? years : static_cast<int>(i) + 1;
        steps.emplace_back(values[i], end_of_year(year, " (2016-17)"));
    }
    add_steps(std::move(steps));
}

}  // namespace ontrack::inline v0::detail

#include <ontrack/assessment/process.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include <ontrack/plan/trajectory.hpp>
#include <ontrack/stats/chart_conventions.hpp>

#include "assessment/interruption.hpp"
#include "assessment/status.hpp"
#include "assessment/wording.hpp"
#include "assessment/year_so_far.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The figures of whole periods, one after the other; NaN where there is none.
struct Series {
    std::vector<Period> periods{};
    std::vector<double> values{};
    std::vector<stats::PointUse> use{};
    std::vector<std::uint8_t> starts{};
    std::vector<DataState> states{};  ///< of the known points of the latest phase
    std::string phase_since{};  ///< what the latest phase begins with, or empty
    std::size_t phase_start = 0;
};

bool is_point(const Observation& seen, const Period& year) {
    return seen.value && has_value(seen.state) && seen.state != DataState::not_comparable && !detail::is_part(seen) &&
           seen.period.last_day() <= year.last_day();
}

void part_phases(Series& series, const std::vector<const Interruption*>& interruptions) {
    for (std::size_t i = 0; i < series.periods.size(); ++i) {
        const Period& period = series.periods[i];
        for (const Interruption* event : interruptions) {
            if (event->kind == InterruptionKind::temporary) {
                const bool touched =
                    event->from <= period.last_day() && (!event->to || *event->to >= period.first_day());
                if (touched) series.use[i] = stats::PointUse::ghost;
            } else if (i > 0 && event->from > series.periods[i - 1].last_day() && event->from <= period.last_day()) {
                series.starts[i] = 1;
                series.phase_start = i;
                series.phase_since = event->name;
            }
        }
    }
}

Series series_of(const Plan& plan, const Indicator& indicator, const Track& track, const Period& year) {
    Series series;
    const Observation* first = nullptr;
    const Observation* last = nullptr;
    for (const Observation& seen : track.observations) {
        if (!is_point(seen, year)) continue;
        if (first == nullptr) first = &seen;
        last = &seen;
    }
    if (first == nullptr) return series;
    const auto size = static_cast<std::size_t>(periods_between(first->period, last->period)) + 1;
    for (std::size_t i = 0; i < size; ++i) series.periods.push_back(first->period.plus(static_cast<int>(i)));
    series.values.assign(size, nan);
    series.use.assign(size, stats::PointUse::baseline);
    series.starts.assign(size, 0);
    part_phases(series, detail::interruptions_of(plan, indicator));
    for (const Observation& seen : track.observations) {
        if (!is_point(seen, year)) continue;
        const auto at = static_cast<std::size_t>(periods_between(first->period, seen.period));
        series.values[at] = seen.value->to_double();
        if (at >= series.phase_start && series.use[at] != stats::PointUse::ghost) series.states.push_back(seen.state);
    }
    return series;
}

/// What one period's figure is held against, and the other edge of a band.
struct Edges {
    double edge = nan;
    double other = nan;
};

Edges target_in(const Plan& plan, const Indicator& indicator, const Track& track, const Period& period) {
    const Period year = period.year(plan.year_start);
    const auto path = trajectory(indicator, track, year);
    if (!path) return {};
    const bool latest = indicator.year_rule == YearRule::latest;
    const auto point = latest ? path->at(period) : path->at_end_of(year);
    if (!point) return {};
    double share = 1.0;
    if (indicator.year_rule == YearRule::sum) {
        Decimal whole;
        const std::vector<Decimal> shares = year_profile(indicator, track, year).shares;
        for (const Decimal& one : shares) whole = whole + one;
        const auto at = static_cast<std::size_t>(period.index_in_year(plan.year_start));
        share = shares.at(at).to_double() / whole.to_double();
    }
    const StatusRule& rule = plan.year_to_date_rule;
    Edges edges{share * detail::compared_target(*point, rule).to_double(), nan};
    if (point->other_edge) {
        const Edge& other = *point->other_edge;
        edges.other = share * (rule.target == Compared::rounded ? other.rounded : other.unrounded).to_double();
    }
    return edges;
}

stats::Assurance assured(const Process& process, const Edges& edges, stats::Better better, stats::AtLimit at_limit) {
    const double lower = process.lower.value_or(*process.centre);
    const double upper = process.upper.value_or(*process.centre);
    const auto against = [&](double target, stats::Better way) {
        return stats::assurance(lower, upper, target, way, at_limit);
    };
    if (std::isnan(edges.other)) return against(edges.edge, better);
    // Of a band both edges have to be kept.
    const std::array both{against(std::min(edges.edge, edges.other), stats::Better::high),
                          against(std::max(edges.edge, edges.other), stats::Better::low)};
    for (const stats::Assurance worst : {stats::Assurance::fail, stats::Assurance::hit_or_miss}) {
        if (std::find(both.begin(), both.end(), worst) != both.end()) return worst;
    }
    return stats::Assurance::pass;
}

std::string rule_words(const stats::Rule& rule, bool high) {
    const std::string points = detail::counted(rule.points);
    switch (rule.kind) {
        case stats::RuleKind::beyond:
            if (rule.of <= 1 && rule.points == 1)
                return std::string(high ? "above the upper" : "below the lower") + " limit";
            [[fallthrough]];
        case stats::RuleKind::near_limit:
            return points + " of " + detail::counted(rule.of == 0 ? rule.points : rule.of) + " near the " +
                   (high ? "upper" : "lower") + " limit";
        case stats::RuleKind::one_side:
            return points + " in a row " + (high ? "above" : "below") + " the mean";
        case stats::RuleKind::trend:
            return points + " in a row " + (high ? "rising" : "falling");
        case stats::RuleKind::alternating:
            return points + " in a row up and down in turn";
        case stats::RuleKind::within:
            return points + " in a row close to the mean";
        case stats::RuleKind::either_side_beyond:
            return points + " in a row far from the mean";
    }
    return {};
}

std::string signal_words(const stats::Signals& signals, const stats::RuleSet& rules) {
    for (std::size_t i = 0; i < rules.size; ++i) {
        const unsigned bit = 1U << i;
        if ((unsigned{signals.high} & bit) != 0U) return rule_words(rules.rules[i], true);
        if ((unsigned{signals.low} & bit) != 0U) return rule_words(rules.rules[i], false);
    }
    return signals == stats::Signals{} ? "" : "a run test of the whole series";
}

std::string variation_words(const Process& process) {
    const std::string words{to_string(process.variation)};
    return process.signal.empty() ? words : words + ": " + process.signal;
}

std::string assurance_words(stats::Assurance assurance) {
    return assurance == stats::Assurance::pass   ? "will pass"
           : assurance == stats::Assurance::fail ? "will fail"
                                                 : "will hit or miss";
}

std::string sentence_of(const Process& process, const Indicator& indicator) {
    const auto amount = [&](double value) {
        return detail::short_amount_words(detail::number_words(value), indicator);
    };
    std::string words = variation_words(process) + " in " + process.to->label();
    words += process.lower
                 ? "; limits " +
                       detail::interval_words(
                           detail::possible_part({*process.lower, *process.upper}, indicator.measure), indicator) +
                       " about a mean of " + amount(*process.centre)
                 : "; constant at " + amount(*process.centre);
    words += " from " + std::to_string(process.points) + " points since " + process.from->label();
    if (process.assurance != stats::Assurance::not_available) {
        words += "; as it is it " + assurance_words(process.assurance) + " the target of " + amount(*process.target);
        if (process.next_target && *process.next_target != *process.target) {
            words += " and " + assurance_words(process.next_assurance) + " that of " + amount(*process.next_target) +
                     " in the period to come";
        }
    }
    words += " (XmR chart, " + process.edition + ")";
    return process.qualified.empty() ? words : words + "; it rests on " + process.qualified;
}

Process not_rated(Process process, std::string reason) {
    process.assurance_reason = reason;
    process.reason = std::move(reason);
    return process;
}

}  // namespace

Process process_of(const Plan& plan, const Indicator& indicator, const Track& track, const Period& year,
                   const ProcessRule& rule) {
    const stats::ChartConvention& convention = stats::chart_convention(rule.convention);
    Process process;
    process.convention = convention.name;
    process.edition = convention.edition;
    if (std::holds_alternative<Milestone>(indicator.measure)) return not_rated(process, "a milestone is no series");
    if (const auto so_far = detail::year_so_far(indicator, track, year); so_far.latest() == nullptr) {
        return not_rated(process, detail::why_nothing_is_known(so_far));
    }
    const Series series = series_of(plan, indicator, track, year);
    process.points = static_cast<int>(series.states.size());
    if (process.points < rule.points) {
        return not_rated(process, std::to_string(process.points) + " whole periods are known" +
                                      (series.phase_since.empty() ? "" : " since “" + series.phase_since + "”") +
                                      ", and limits are drawn from " + std::to_string(rule.points));
    }

    const bool low = indicator.polarity == Polarity::low;
    const stats::Better better = low ? stats::Better::low : stats::Better::high;
    const std::array offsets{std::int64_t{0}, static_cast<std::int64_t>(series.values.size())};
    stats::ChartPanel panel{.series = {series.values, offsets}, .use = series.use, .starts = series.starts};
    panel.better = {&better, 1};
    stats::Signals signals;
    double centre = nan;
    double lower = nan;
    double upper = nan;
    stats::Status status = stats::Status::ok;
    stats::IconColumns columns{};
    columns.variation = {&process.variation, 1};
    columns.signals = {&signals, 1};
    columns.centre = {&centre, 1};
    columns.lower = {&lower, 1};
    columns.upper = {&upper, 1};
    columns.status = {&status, 1};
    stats::process_icons_into(panel, convention.options, convention.rules, 1, columns);
    if (std::isnan(centre)) return not_rated(process, std::string(stats::reason(status)));

    process.centre = centre;
    if (!std::isnan(lower)) process.lower = lower;
    if (!std::isnan(upper)) process.upper = upper;
    process.signal = signal_words(signals, convention.rules);
    process.qualified = detail::qualification(series.states);
    const auto is_used = [&](std::size_t i) {
        return !std::isnan(series.values[i]) && series.use[i] != stats::PointUse::ghost;
    };
    for (std::size_t i = series.phase_start; i < series.values.size(); ++i) {
        if (!is_used(i)) continue;
        if (!process.from) process.from = series.periods[i];
        process.to = series.periods[i];
    }
    const Edges now = target_in(plan, indicator, track, *process.to);
    const Edges next = target_in(plan, indicator, track, process.to->plus(1));
    if (std::isnan(now.edge)) {
        process.assurance_reason = "there is no target for " + process.to->label();
    } else {
        process.target = now.edge;
        process.assurance = assured(process, now, better, convention.rules.at_limit);
    }
    if (!std::isnan(next.edge)) {
        process.next_target = next.edge;
        process.next_assurance = assured(process, next, better, convention.rules.at_limit);
    }
    process.sentence = sentence_of(process, indicator);
    return process;
}

}  // namespace v0
}  // namespace ontrack

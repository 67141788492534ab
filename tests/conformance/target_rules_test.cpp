#include <algorithm>
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include <ontrack/assessment/assessment.hpp>

#include "conformance/oracle.hpp"

namespace {

using conformance::Conformance;
using conformance::read_table;
using conformance::Row;
using namespace ontrack;

Decimal cell(const Row& row, const std::string& column) {
    return Decimal::from_string(row.text(column));
}

int whole(const Row& row, const std::string& column) {
    return static_cast<int>(std::lround(row.number(column)));
}

const Period start(Frequency::year, 2000, 0);

/// A yearly level with a baseline of year 2000/01.
Trajectory path_of(const Decimal& baseline, const TargetRule& rule) {
    Indicator indicator;
    indicator.frequency = Frequency::year;
    indicator.year_rule = YearRule::latest;
    indicator.track.baseline = Baseline{baseline, start, {}, "", {}};
    indicator.track.target = Target{rule, 0, Rounding::half_up, {}};
    return trajectory(indicator, indicator.track, start.plus(1)).value();
}

TEST(ConformanceTargetRules, RewardGrant) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("uk-target-rules", "performance_reward_grant");
    for (const Row& row : read_table("oracles/uk-target-rules/performance_reward_grant.csv")) {
        Stretch rule{
            .without = cell(row, "without_agreement"), .value = cell(row, "stretch_target"), .due = Date(2004, 3, 31)};
        rule.grant = cell(row, "potential_grant");
        const Reward reward = reward_for(rule, cell(row, "actual"));
        const std::string what = row.text("baseline") + " → " + row.text("actual");
        // The table caps the share; here only what is paid is capped.
        check.number(std::min(reward.share.value.to_double() / 100, 1.0), row.number("proportion_of_enhancement"),
                     what);
        check.number(reward.amount->to_double(), row.number("grant"), what);
    }
}

TEST(ConformanceTargetRules, ConventionsOfAPercentageReduction) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("uk-target-rules", "percentage_reduction_conventions");
    for (const Row& row : read_table("oracles/uk-target-rules/percentage_reduction_conventions.csv")) {
        const auto point = [&](AnnualChange convention) {
            const PercentPerAnnum rule{Percent(-cell(row, "percent_per_year")), whole(row, "years"), convention};
            return path_of(cell(row, "baseline"), rule).at(start.plus(whole(row, "year"))).value();
        };
        const std::string what = row.text("baseline") + " in year " + row.text("year");
        const auto compound = point(AnnualChange::compound);
        const auto simple = point(AnnualChange::simple);
        check.number(compound.unrounded.to_double(), row.number("compound_exact"), what);
        check.number(compound.rounded.to_double(), row.number("compound_rounded_half_up"), what);
        check.number(simple.unrounded.to_double(), row.number("simple_on_baseline_exact"), what);
        check.number(simple.rounded.to_double(), row.number("simple_rounded_half_up"), what);
        check.number(point(AnnualChange::rounded_each_year).rounded.to_double(),
                     row.number("chained_rounded_each_year"), what);
    }
}

TEST(ConformanceTargetRules, WithinFivePerCent) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const auto colour = [](const Row& row) -> std::string {
        if (row.text("target").empty()) return "grey";
        const Polarity polarity = row.text("polarity") == "lower" ? Polarity::low : Polarity::high;
        const StatusRule rule{.tolerance = Percent(cell(row, "tolerance_percent"))};
        switch (rate(cell(row, "actual"), cell(row, "target"), polarity, rule)) {
            case Status::met:
                return "green";
            case Status::near:
                return "amber";
            default:
                return "red";
        }
    };
    Conformance check("uk-target-rules", "rag_within_five_percent");
    for (const Row& row : read_table("oracles/uk-target-rules/rag_within_five_percent.csv"))
        check.text(colour(row), row.text("status"), row.text("actual") + " against " + row.text("target"));
}

TEST(ConformanceTargetRules, TargetLines) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("uk-target-rules", "target_lines_linear_and_compound");
    for (const Row& row : read_table("oracles/uk-target-rules/target_lines_linear_and_compound.csv")) {
        const int period = whole(row, "period"), periods = whole(row, "periods");
        if (period == 0) {  // the baseline itself, from which a path begins
            check.number(row.number("baseline"), row.number("linear"), "a baseline");
            check.number(row.number("baseline"), row.number("compound"), "a baseline");
            continue;
        }
        const Trajectory line =
            path_of(cell(row, "baseline"), LinearTo{cell(row, "target"), start.plus(periods).last_day()});
        const std::string what = row.text("baseline") + " in period " + row.text("period");
        check.number(line.at(start.plus(period))->unrounded.to_double(), row.number("linear"), what);
        // A compound line to a value is a change per annum that has no end as a decimal.
        const double percent = 100 * (std::pow(row.number("target") / row.number("baseline"), 1.0 / periods) - 1);
        const Trajectory curve =
            path_of(cell(row, "baseline"), PercentPerAnnum{Percent(Decimal::from_double(percent)), periods});
        check.number(curve.at(start.plus(period))->unrounded.to_double(), row.number("compound"), what);
    }
}

/// ESCAP's index is ten times the share of the way from the baseline to the target.
TEST(ConformanceTargetRules, CurrentStatusIndex) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("uk-target-rules", "escap_current_status_index");
    for (const Row& row : read_table("oracles/uk-target-rules/escap_current_status_index.csv")) {
        const Stretch way{.without = cell(row, "base"), .value = cell(row, "target"), .due = Date(2004, 3, 31)};
        check.number(reward_for(way, cell(row, "current")).share.value.to_double() / 10, row.number("csi_0_to_10"),
                     row.text("current"));
    }
}

/// The plain mean of the rates of the own force and its most similar ones.
TEST(ConformanceTargetRules, MostSimilarGroup) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("uk-target-rules", "msg_average");
    for (const Row& row : read_table("oracles/uk-target-rules/msg_average.csv")) {
        Indicator indicator;
        indicator.frequency = Frequency::year;
        indicator.year_rule = YearRule::latest;
        Track track;
        track.observations.push_back({start, cell(row, "own_rate"), {}, {}, DataState::final, {}, {}, "", {}, {}, {}});
        Comparator group;
        group.period = start;
        group.own_area_in = true;
        for (int peer = 1; peer <= 7; ++peer)
            if (const std::string name = "peer" + std::to_string(peer) + "_rate"; !row.text(name).empty())
                group.members.emplace_back().figure.value = cell(row, name);
        check.number(comparator_value(indicator, track, group).value().to_double(),
                     row.number("msg_average_unweighted_incl_self"), row.text("force"));
    }
}

/// Whether the value is on the path that grows by `share` of `growth` a year.
bool keeps_up(const Row& row, double share, double growth, Polarity polarity) {
    const int years = whole(row, "current_year") - whole(row, "base_year");
    const PercentPerAnnum rule{Percent(Decimal::from_double(100.0 * share * growth)), years};
    const Decimal due = path_of(cell(row, "base_value"), rule).at(start.plus(years))->unrounded;
    return rate(cell(row, "current_value"), due, polarity, StatusRule{}) == Status::met;
}

/// Its thresholds on growth are targets per annum: on 0.95, 0.6 and 0 of the growth that its own target needs, or on 1.5, 0.5
/// and 0 per cent a year, less near a natural limit.
TEST(ConformanceOpenSdg, StatusByGrowth) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("open-sdg", "progress_measure");
    for (const Row& row : read_table("oracles/open-sdg/progress_measure.csv")) {
        const bool is_low = row.number("direction") < 0;
        const Polarity polarity = is_low ? Polarity::low : Polarity::high;
        const bool has_target = row.text("method") == "with_target";
        const double base = row.number("base_value");
        double growth = is_low ? -1.0 : 1.0;
        std::array<double, 3> shares{0.015, 0.005, 0.0};
        if (has_target) {
            growth =
                std::pow(row.number("target") / base, 1.0 / (row.number("target_year") - row.number("base_year"))) -
                1.0;
            shares = {0.95, 0.6, 0.0};
        } else if (const double limit = row.number("limit"); !std::isnan(limit)) {
            growth *= 1.0 - std::pow(base / limit, 4.44);
        }
        std::string status = "deterioration";
        if (keeps_up(row, shares[2], growth, polarity)) status = "limited_progress";
        if (keeps_up(row, shares[1], growth, polarity)) status = "moderate_progress";
        if (keeps_up(row, shares[0], growth, polarity)) status = "substantial_progress";
        if (has_target && rate(cell(row, "current_value"), cell(row, "target"), polarity, StatusRule{}) == Status::met)
            status = "target_achieved";
        check.text(status, row.text("status"), row.text("indicator") + ' ' + row.text("current_value"));
        check.deviates("growth-and-score", row.text("cagr_required").empty() ? 3 : 4);
    }
}

}  // namespace

#include <algorithm>
#include <array>
#include <cmath>

#include <ontrack/stats/difference.hpp>
#include <ontrack/stats/ratio.hpp>
#include <ontrack/stats/two_counts.hpp>
#include <ontrack/stats/two_proportions.hpp>
#include <ontrack/stats/year_to_date.hpp>

#include "assessment/chance.hpp"
#include "assessment/interruption.hpp"
#include "assessment/travel.hpp"
#include "assessment/wording.hpp"
#include "outlook/outturn.hpp"

namespace ontrack::inline v0::detail {
namespace {

constexpr double level = 0.05;
constexpr stats::RateRatioOptions exact_ratio{};
constexpr stats::DifferenceOptions score_difference{.method = stats::DifferenceMethod::mee};

/// Events now and before, and what they are out of: days, an exposure, or the number of a share.
struct Two {
    double now, now_base;
    double before, before_base;
    bool shares = false;
};
using TwoOrReason = std::variant<Two, std::string>;

/// What a test and its interval say, in the terms of `TestedChange`.
TestedChange tested(const stats::TestResult& test, std::string name) {
    TestedChange change;
    if (test.status != stats::Status::ok) {
        change.reason = stats::reason(test.status);
        return change;
    }
    change.p_value = test.p_value;
    change.within = test.p_value >= level;
    change.test = std::move(name);
    return change;
}

void add_ratio(TestedChange& change, const stats::Estimate& ratio) {
    const auto percent = [](double factor) { return 100.0 * (factor - 1.0); };
    if (std::isfinite(ratio.value)) change.change = percent(ratio.value);
    if (!std::isnan(ratio.lower) && !std::isnan(ratio.upper)) {
        change.interval_95 = Interval{percent(ratio.lower), percent(ratio.upper)};
    }
}

/// The exact test that the exact interval of the ratio inverts: twice the smaller of its tails.
stats::TestResult two_tails(const Two& two) {
    const auto one_sided = [&](stats::Alternative alternative) {
        return stats::test_two_counts(two.now, two.now_base, two.before, two.before_base, {.alternative = alternative});
    };
    stats::TestResult smaller = one_sided(stats::Alternative::greater);
    smaller.p_value = std::min(1.0, 2.0 * std::min(smaller.p_value, one_sided(stats::Alternative::less).p_value));
    return smaller;
}

TestedChange test_events(const Two& two, double dispersion) {
    if (dispersion == 1.0) {
        TestedChange change = tested(
            two_tails(two), "conditional test of two counts (Przyborowski & Wilenski 1940), twice the smaller tail");
        add_ratio(change, stats::estimate_rate_ratio(two.now, two.now_base, two.before, two.before_base, exact_ratio));
        return change;
    }
    const std::array now{two.now}, before{two.before}, now_base{two.now_base}, before_base{two.before_base};
    const stats::YearToDate compared =
        stats::compare_year_to_date({now, before, now_base, before_base}, {.dispersion = dispersion});
    TestedChange change = tested(compared.test, "score test of two counts, its variance multiplied by the dispersion");
    add_ratio(change, compared.ratio);
    return change;
}

TestedChange test_shares(const Two& two, double dispersion) {
    const double x1 = two.now / dispersion, n1 = two.now_base / dispersion;
    const double x2 = two.before / dispersion, n2 = two.before_base / dispersion;
    stats::TestResult test = stats::test_two_proportions(x1, n1, x2, n2);
    // All or none both times: nothing differs.
    if (test.status == stats::Status::value_undefined) test = {0.0, 1.0, stats::Status::ok};
    TestedChange change = tested(test, "score test of two proportions (Pearson 1900)");
    change.in_points = true;
    const stats::Estimate difference = stats::estimate_difference(x1, n1, x2, n2, score_difference);
    if (difference.status == stats::Status::ok) {
        change.change = 100.0 * difference.value;
        change.interval_95 = Interval{100.0 * difference.lower, 100.0 * difference.upper};
    }
    return change;
}

/// The counts behind a travel's two figures, or why there are none.
TwoOrReason two_of(const TrackInYear& in, const Travel& travel) {
    if (in.indicator.year_rule == YearRule::sum) {
        if (!std::holds_alternative<Count>(in.indicator.measure)) {
            return "a sum of " + std::string(to_string(in.indicator.measure)) + " has no sampling law";
        }
        return Two{travel.now->to_double(), static_cast<double>(travel.to->days()), travel.before->to_double(),
                   static_cast<double>(travel.from->days())};
    }
    const Observation* before = seen_in(in.track, *travel.from);
    if (before == nullptr) return "the baseline comes without the counts behind it";
    const Law now = sampling_law(in.indicator, {seen_in(in.track, *travel.to)});
    const Law then = sampling_law(in.indicator, {before});
    for (const Law* law : {&now, &then}) {
        if (const auto* none = std::get_if<NoLaw>(law)) return none->reason;
    }
    if (const auto* share = std::get_if<ShareLaw>(&now)) {
        const auto& other = std::get<ShareLaw>(then);
        return Two{share->successes, share->size, other.successes, other.size, true};
    }
    const auto& rate = std::get<RateLaw>(now);
    const auto& other = std::get<RateLaw>(then);
    return Two{rate.events, rate.exposure, other.events, other.exposure};
}

TestedChange test_two(const Two& two, const Indicator& indicator) {
    const double dispersion = dispersion_of(indicator);
    TestedChange change = two.shares ? test_shares(two, dispersion) : test_events(two, dispersion);
    if (!change.within) return change;
    change.adjusted = adjusted_words(indicator);
    change.small_base = !two.shares && two.before < SmallNumberRule{}.base;
    const bool count = std::holds_alternative<Count>(indicator.measure);
    change.per_day = count && two.now_base != two.before_base;
    return change;
}

/// `+12.4%, 95% interval −3 to +30%`, `−3.2 points`, `+29% in the daily rate`
std::string change_words(const TestedChange& change) {
    const std::string unit = change.in_points ? " points" : "%";
    const auto signed_words = [&](double value) { return (value < 0 ? "−" : "+") + number_words(std::abs(value)); };
    std::string words =
        change.change ? signed_words(*change.change) + unit + (change.per_day ? " in the daily rate" : "") : "";
    if (!change.interval_95) return words;
    const Interval& interval = *change.interval_95;
    const std::string upper = std::isfinite(interval.upper) ? signed_words(interval.upper) : "without end";
    words += (words.empty() ? "" : ", ") + std::string("95% interval ") + signed_words(interval.lower) + " to " + upper;
    return words + unit;
}

std::string p_words(double p) {
    if (p < 0.001) return "p below 0.001";
    return "p " + Decimal::from_double(p).rounded(p < 0.1 ? 3 : 2).to_string();
}

/// \pre it is tested
std::string sentence_of(const TestedChange& change, const std::string& figures) {
    const std::string of_change = change.small_base ? "" : change_words(change);
    std::string words = figures + (of_change.empty() ? "" : ": " + of_change) + "; " +
                        (*change.within ? "may be chance" : "more than chance") + " (" + p_words(*change.p_value) +
                        ", " + change.test + "; " + change.adjusted + ")";
    if (change.small_base) words += "; the base is too small to quote a per cent of it";
    return change.qualified.empty() ? words : words + "; it rests on " + change.qualified;
}

TestedChange not_tested(std::string reason) {
    return {.reason = std::move(reason)};
}

}  // namespace

TestedChange test_change(const TrackInYear& in, const Travel& travel) {
    if (travel.direction == Direction::not_rated) return not_tested(travel.reason);
    const TwoOrReason two = two_of(in, travel);
    if (const auto* reason = std::get_if<std::string>(&two)) return not_tested(*reason);
    TestedChange change = test_two(std::get<Two>(two), in.indicator);
    if (!change.within) return change;
    change.before = travel.before;
    change.now = travel.now;
    change.qualified = travel.qualified;
    const auto figure = [&](const Decimal& value) { return short_amount_words(number_words(value), in.indicator); };
    change.sentence = sentence_of(change, figure(*travel.now) + " in " + travel.to->label() + " after " +
                                              figure(*travel.before) + " in " + travel.from->label());
    return change;
}

TestedChange test_year_to_date(const TrackInYear& in) {
    if (in.indicator.year_rule != YearRule::sum) return not_tested("the year is no sum of its periods");
    if (!std::holds_alternative<Count>(in.indicator.measure)) {
        return not_tested("a sum of " + std::string(to_string(in.indicator.measure)) + " has no sampling law");
    }
    Two two{};
    Decimal now;
    Decimal before;
    std::vector<DataState> states;
    std::vector<std::string> qualified;
    int periods = 0;
    for (const Observation* seen : in.so_far.known) {
        const Observation* last = seen_in(in.track, seen->period.last_year());
        if (last == nullptr || is_part(*seen) || is_part(*last)) continue;
        if (join_compare(seen->state, last->state) == DataState::not_comparable) continue;
        now = now + *seen->value;
        before = before + *last->value;
        two.now_base += seen->period.days();
        two.before_base += last->period.days();
        states.insert(states.end(), {seen->state, last->state});
        ++periods;
    }
    if (in.so_far.known.empty()) return not_tested(why_nothing_is_known(in.so_far));
    if (periods == 0) return not_tested("no period is known both this year and last");
    if (periods == 1) return not_tested("only one period is known both this year and last");
    two.now = now.to_double();
    two.before = before.to_double();
    TestedChange change = test_two(two, in.indicator);
    if (!change.within) return change;
    change.before = before;
    change.now = now;
    qualified.push_back(qualification(states));
    if (periods < static_cast<int>(in.so_far.known.size())) {
        qualified.push_back(counted(periods, to_string(in.so_far.frequency)) + " of " +
                            counted(static_cast<int>(in.so_far.known.size())) + " known");
    }
    qualified.push_back(interruption_words(
        between(interruptions_of(in.plan, in.indicator), in.year().last_year(), in.year()), "between the two"));
    change.qualified = joined_by(without_empty(qualified), " and ");
    change.sentence =
        sentence_of(change, number_words(now) + " in " + counted(periods, to_string(in.so_far.frequency)) + " of " +
                                in.year().label() + " after " + number_words(before) + " in those of the year before");
    return change;
}

}  // namespace ontrack::inline v0::detail

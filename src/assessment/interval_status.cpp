#include <algorithm>
#include <cmath>

#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/proportion.hpp>

#include "assessment/chance.hpp"
#include "assessment/clauses.hpp"
#include "assessment/wording.hpp"
#include "outlook/outturn.hpp"
#include "stats/count_limits.hpp"

namespace ontrack {
inline namespace v0 {

std::string_view to_string(IntervalStatus status) noexcept {
    switch (status) {
        case IntervalStatus::meets:
            return "meets";
        case IntervalStatus::open:
            return "open";
        case IntervalStatus::misses:
            return "misses";
        case IntervalStatus::not_rated:
            return "not_rated";
    }
    return {};
}

std::string_view to_words(IntervalStatus status) noexcept {
    switch (status) {
        case IntervalStatus::meets:
            return "on target by more than chance";
        case IntervalStatus::open:
            return "no more than chance from the target";
        case IntervalStatus::misses:
            return "off target by more than chance";
        case IntervalStatus::not_rated:
            return "not rated";
    }
    return {};
}

namespace detail {
namespace {

/// An interval in the indicator's unit, or why there is none.
struct Estimated {
    std::optional<Interval> interval{};
    std::string method{};
    std::string reason{};
};

Estimated estimated(const stats::Estimate& estimate, double scale, std::string method) {
    if (std::isnan(estimate.lower) || std::isnan(estimate.upper)) {
        return {.reason = std::string(stats::reason(estimate.status))};
    }
    return {.interval = Interval{estimate.lower * scale, estimate.upper * scale}, .method = std::move(method)};
}

struct EstimateOf {
    Estimated operator()(const NoLaw& none) const { return {.reason = none.reason}; }
    Estimated operator()(const Certain& /*certain*/) const { return {.reason = "the value is certain"}; }
    Estimated operator()(const stats::CountLaw& /*law*/) const { return {.reason = "the law is of a year to come"}; }
    Estimated operator()(const ShareLaw& law) const {
        return estimated(stats::estimate_proportion(law.successes, law.size), 100.0, "share, Wilson (1927)");
    }
    Estimated operator()(const RateLaw& law) const {
        return estimated(stats::estimate_rate(law.events, law.exposure), law.per, "rate, " + count_method(law.events));
    }
};

Estimated estimate_of(const TrackInYear& in, const Decimal& year_to_date) {
    const Indicator& indicator = in.indicator;
    if (indicator.year_rule != YearRule::sum) {
        const auto used = indicator.year_rule == YearRule::latest ? std::vector{in.so_far.latest()} : in.so_far.known;
        return std::visit(EstimateOf{}, dispersed(sampling_law(indicator, used), dispersion_of(indicator)));
    }
    if (!std::holds_alternative<Count>(indicator.measure)) {
        return {.reason = "a sum of " + std::string(to_string(indicator.measure)) + " has no sampling law"};
    }
    const double factor = dispersion_of(indicator);
    const double events = year_to_date.to_double() / factor;
    return estimated(stats::estimate_count(events), factor, "count, " + count_method(events));
}

IntervalStatus status_of(const Interval& interval, const Decimal& target, Polarity polarity) {
    const double edge = target.to_double();
    const bool low = polarity == Polarity::low;
    if (low ? interval.upper <= edge : interval.lower >= edge) return IntervalStatus::meets;
    return (low ? interval.lower > edge : interval.upper < edge) ? IntervalStatus::misses : IntervalStatus::open;
}

IntervalStatus status_of(const RatedInterval& answer, Polarity polarity) {
    const Interval& interval = *answer.interval_95;
    if (!answer.other_edge) return status_of(interval, *answer.against, polarity);
    const auto [lower, upper] = std::minmax(*answer.against, *answer.other_edge);
    const IntervalStatus above = status_of(interval, lower, Polarity::high);
    const IntervalStatus below = status_of(interval, upper, Polarity::low);
    if (above == IntervalStatus::misses || below == IntervalStatus::misses) return IntervalStatus::misses;
    return above == below ? above : IntervalStatus::open;
}

std::string against_words(const RatedInterval& answer, const TrackInYear& in) {
    if (!answer.other_edge) return short_amount(*answer.against, in);
    const auto [lower, upper] = std::minmax(*answer.against, *answer.other_edge);
    return "the band of " + number_words(lower) + " to " + short_amount(upper, in);
}

std::string sentence_of(const RatedInterval& answer, const TrackInYear& in) {
    if (!answer.interval_95) return "";
    std::string words = "the 95% interval of " + amount(*answer.value, in) + " is " +
                        interval_words(*answer.interval_95, in.indicator) + " (" + answer.method + "; " +
                        answer.adjusted + ")";
    if (answer.status == IntervalStatus::not_rated) return words;
    const std::string target = against_words(answer, in);
    const bool open = answer.status == IntervalStatus::open;
    const bool band = answer.other_edge.has_value();
    const bool good = answer.status == IntervalStatus::meets;
    words += open   ? (band ? " and crosses an edge of " + target : " and contains " + target)
             : band ? (good ? " and lies within " : " and lies beyond ") + target
                    : " and lies on the " + std::string(good ? "good" : "bad") + " side of " + target;
    words += ": " + std::string(to_words(answer.status));
    return answer.qualified.empty() ? words : words + "; it rests on " + answer.qualified;
}

}  // namespace

std::string adjusted_words(const Indicator& indicator) {
    const bool survey = std::holds_alternative<SurveyPercentage>(indicator.measure);
    if (indicator.dispersion) {
        return std::string(survey ? "design effect " : "dispersion ") + indicator.dispersion->to_string() +
               ", as the plan states";
    }
    return survey ? "taken as a simple random sample: the plan states no design effect"
                  : "not adjusted for over-dispersion: the plan states none";
}

std::string count_method(double events) {
    return events < stats::detail::byar_from ? "Garwood (1936)" : "Byar (Breslow & Day 1987)";
}

RatedInterval rate_interval(const TrackInYear& in, const TrackAssessment& assessed) {
    RatedInterval answer;
    const auto& value = assessed.projection.year_to_date;
    if (!in.so_far.latest() || !value) {
        answer.reason = reason_for(assessed.projection.missing, {"year_to_date"}, why_nothing_is_known(in.so_far));
        return answer;
    }
    answer.value = value;
    Estimated estimate = estimate_of(in, *value);
    if (!estimate.interval) {
        answer.reason = std::move(estimate.reason);
        return answer;
    }
    answer.interval_95 = estimate.interval;
    answer.method = std::move(estimate.method);
    answer.adjusted = adjusted_words(in.indicator);
    const Rated& rated = assessed.year_to_date;
    if (rated.status == Status::not_rated || !rated.against) {
        answer.reason = rated.reason;
        answer.qualified = qualification(in.so_far.states());
    } else {
        answer.against = rated.against;
        answer.other_edge = rated.other_edge;
        answer.qualified = rated.qualified;
        answer.status = status_of(answer, in.indicator.polarity);
    }
    answer.sentence = sentence_of(answer, in);
    return answer;
}

}  // namespace detail
}  // namespace v0
}  // namespace ontrack

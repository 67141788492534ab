#include <algorithm>
#include <cmath>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/intervals.hpp>

#include "outlook/outturn.hpp"

namespace ontrack::inline v0::detail {
namespace {

struct ChanceUnder {
    Polarity polarity;
    Decimal target;

    std::variant<Probability, std::string> operator()(const NoLaw& none) const { return none.reason; }
    std::variant<Probability, std::string> operator()(const Certain& certain) const {
        const bool met = polarity == Polarity::low ? certain.value <= target : certain.value >= target;
        return Probability(met ? 1.0 : 0.0);
    }
    std::variant<Probability, std::string> operator()(const stats::CountLaw& law) const {
        const double edge = target.to_double();
        if (polarity == Polarity::low) return Probability(law.cdf(edge));
        const double too_few = std::ceil(edge - law.known) - 1.0;
        return Probability(1.0 - stats::negative_binomial_cdf(too_few, law.remaining_mean, law.remaining_shape));
    }
    std::variant<Probability, std::string> operator()(const ShareLaw& law) const {
        const double at_least =
            stats::wilson_confidence_at_least(law.successes, law.size, Percent(target).fraction().to_double());
        if (std::isnan(at_least)) return "all of a sample cannot tell whether all of the whole would be";
        return Probability(polarity == Polarity::high ? at_least : 1.0 - at_least);
    }
    std::variant<Probability, std::string> operator()(const RateLaw& law) const {
        const double events = target.to_double() / law.per * law.exposure;
        const double chance = polarity == Polarity::high ? stats::byar_confidence_at_least(law.events, events)
                                                         : stats::byar_confidence_at_most(law.events, events);
        if (std::isnan(chance)) return "the target is not a rate";
        return Probability(chance);
    }
};

}  // namespace

std::variant<Probability, std::string> chance_under(const Law& law, Polarity polarity, const Decimal& target) {
    return std::visit(ChanceUnder{polarity, target}, law);
}

std::variant<Probability, std::string> chance_under(const Law& law, Polarity polarity, const TrajectoryPoint& target) {
    auto chance = chance_under(law, polarity, target.rounded);
    const auto* kept = std::get_if<Probability>(&chance);
    if (!target.other_edge || kept == nullptr) return chance;
    const Polarity opposite = polarity == Polarity::low ? Polarity::high : Polarity::low;
    auto other = chance_under(law, opposite, target.other_edge->rounded);
    const auto* other_kept = std::get_if<Probability>(&other);
    if (other_kept == nullptr) return other;
    // No value is beyond both edges.
    return Probability(std::clamp(kept->value() + other_kept->value() - 1.0, 0.0, 1.0));
}

std::optional<Interval> sampling_limits(const Law& law, double confidence) {
    const auto scaled = [](const stats::Limits& limits, double factor) {
        return Interval{limits.lower * factor, limits.upper * factor};
    };
    if (const auto* share = std::get_if<ShareLaw>(&law)) {
        return scaled(stats::wilson(share->successes, share->size, confidence), 100.0);
    }
    if (const auto* rate = std::get_if<RateLaw>(&law)) {
        return scaled(stats::byar(rate->events, confidence), rate->per / rate->exposure);
    }
    return std::nullopt;
}

void note_missing(Projection& projection, std::string field, std::string reason) {
    projection.missing.push_back({std::move(field), std::move(reason)});
}

}  // namespace ontrack::inline v0::detail

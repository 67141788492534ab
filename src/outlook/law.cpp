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

void note_missing(Projection& projection, std::string field, std::string reason) {
    projection.missing.push_back({std::move(field), std::move(reason)});
}

std::string plural(Frequency frequency) {
    return frequency == Frequency::half ? "halves" : std::string(to_string(frequency)) + "s";
}

}  // namespace ontrack::inline v0::detail

#include <ontrack/stats/intervals.hpp>

#include "outlook/outturn.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// The values that the year's level is made of: the latest one, or all of the year's.
std::vector<const Observation*> used_values(const Indicator& indicator, const YearRecord& record) {
    const Observation* latest = record.latest();
    if (latest == nullptr) return record.before.empty() ? record.before : std::vector{record.before.back()};
    if (indicator.year_rule == YearRule::latest) return {latest};
    return record.values();
}

struct Sums {
    double numerator = 0.0;
    double denominator = 0.0;
};

/// Numerators and denominators summed; empty when any is missing.
std::optional<Sums> sums_of(const std::vector<const Observation*>& used) {
    Sums sums;
    for (const Observation* one : used) {
        if (!one->numerator || !one->denominator) return std::nullopt;
        sums.numerator += one->numerator->to_double();
        sums.denominator += one->denominator->to_double();
    }
    return sums.denominator > 0.0 ? std::optional(sums) : std::nullopt;
}

Law law_of(const Indicator& indicator, const std::vector<const Observation*>& used, double level) {
    const bool survey = std::holds_alternative<SurveyPercentage>(indicator.measure);
    if (std::holds_alternative<Count>(indicator.measure))
        return NoLaw{"a count that is not summed over the year has no sampling law"};
    const auto per = per_of(indicator.measure);
    if (!per) return NoLaw{"a " + std::string(to_string(indicator.measure)) + " has no sampling law"};
    const std::optional<Sums> sums = sums_of(used);
    if (!sums) return NoLaw{survey ? "no sample size is given" : "no numerator and denominator are given"};
    // A mean of shares is judged as one sample of the joint size.
    const bool mean = indicator.year_rule == YearRule::mean && used.size() > 1;
    // Events over what they are out of, which they may exceed: a rate, a ratio, observed over expected.
    if (!is_percentage(indicator.measure)) {
        const double scale = per->to_double();
        return RateLaw{mean ? level / scale * sums->denominator : sums->numerator, sums->denominator, scale};
    }
    const double successes = mean ? level / 100.0 * sums->denominator : sums->numerator;
    return ShareLaw{successes, sums->denominator};
}

void note_interval(const Law& law, Projection& projection) {
    if (std::holds_alternative<ShareLaw>(law)) projection.law = "score interval";
    if (std::holds_alternative<RateLaw>(law)) projection.law = "byar interval";
    projection.interval_80 = sampling_limits(law, 0.80);
    projection.interval_95 = sampling_limits(law, 0.95);
}

std::string carried_words(const Indicator& indicator, const YearRecord& record, const Observation& latest) {
    if (record.latest() == nullptr)
        return "No value of " + record.year.label() + " is known yet: the value of " + latest.period.label() +
               " is carried forward.";
    switch (indicator.year_rule) {
        case YearRule::mean:
            return "The mean of the known " + plural(to_string(indicator.frequency)) + " is carried forward.";
        case YearRule::ratio_of_sums:
            return "The ratio of the known " + plural(to_string(indicator.frequency)) + "' sums is carried forward.";
        default:
            return "The value of " + latest.period.label() +
                   (latest.up_to ? ", known up to " + latest.up_to->to_words() + "," : "") + " is carried forward.";
    }
}

std::string assumed_words(const Indicator& indicator) {
    const bool survey = std::holds_alternative<SurveyPercentage>(indicator.measure);
    if (indicator.dispersion)
        return "The true level is taken as unchanged; the interval is that of chance with a " +
               std::string(survey ? "design effect" : "dispersion") + " of " + indicator.dispersion->to_string() + '.';
    return survey ? "The sample is treated as a simple random one, and the true level as unchanged."
                  : "The true level is taken as unchanged; the interval is that of chance alone.";
}

}  // namespace

Law sampling_law(const Indicator& indicator, const std::vector<const Observation*>& used) {
    const auto value = made_year(indicator, used);
    return value ? law_of(indicator, used, value->to_double()) : NoLaw{"no numerator and denominator are given"};
}

double dispersion_of(const Indicator& indicator) {
    return indicator.dispersion ? indicator.dispersion->to_double() : 1.0;
}

Law dispersed(Law law, double dispersion) {
    if (auto* share = std::get_if<ShareLaw>(&law)) *share = {share->successes / dispersion, share->size / dispersion};
    if (auto* rate = std::get_if<RateLaw>(&law))
        *rate = {rate->events / dispersion, rate->exposure / dispersion, rate->per};
    return law;
}

Law level_law(const Indicator& indicator, const YearRecord& record) {
    const std::vector<const Observation*> used = used_values(indicator, record);
    return used.empty() ? NoLaw{} : dispersed(sampling_law(indicator, used), dispersion_of(indicator));
}

Outturn level_outturn(const Indicator& indicator, const YearRecord& record) {
    Outturn outturn{{.year = record.year}};
    const std::vector<const Observation*> used = used_values(indicator, record);
    if (used.empty()) {
        outturn.law = NoLaw{"no value is known in " + record.year.label() + " or before"};
        return outturn;
    }
    const std::optional<Decimal> value = made_year(indicator, used);
    if (!value) {
        outturn.law = NoLaw{"no numerator and denominator are given"};
        return outturn;
    }
    Projection& projection = outturn.projection;
    projection.law = "last value carried forward";
    projection.mean = projection.median = value->to_double();
    outturn.law = dispersed(law_of(indicator, used, *projection.mean), dispersion_of(indicator));
    projection.assumptions.push_back(carried_words(indicator, record, *used.back()));
    note_interval(outturn.law, projection);
    if (!std::holds_alternative<NoLaw>(outturn.law)) projection.assumptions.push_back(assumed_words(indicator));
    return outturn;
}

}  // namespace ontrack::inline v0::detail

#include "assessment/track.hpp"
#include "assessment/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// The number that stands for the projection.
std::optional<Decimal> centre_of(const TrackInYear& in, const TrackAssessment& assessed) {
    const bool by_median = in.plan.projection_rule.centre == Centre::median;
    const auto& centre = by_median ? assessed.projection.median : assessed.projection.mean;
    return centre ? std::optional(Decimal::from_double(*centre)) : std::nullopt;
}

bool is_no_worse(const Interval& interval, const Decimal& edge, Polarity polarity) {
    return polarity == Polarity::low ? interval.upper <= edge.to_double() : interval.lower >= edge.to_double();
}

}  // namespace

std::optional<Maintained> maintained(const TrackInYear& in, const TrackAssessment& assessed) {
    if (!in.track.target || !std::holds_alternative<Maintain>(in.track.target->rule) || !assessed.target) {
        return std::nullopt;
    }
    Maintained answer{.edge = assessed.target->rounded, .within = {}, .interval_95 = {}, .shown = {}, .reason = {}};
    if (const auto value = centre_of(in, assessed)) {
        answer.within = in.indicator.polarity == Polarity::low ? *value <= answer.edge : *value >= answer.edge;
    }
    const Projection& projection = assessed.projection;
    answer.interval_95 = projection.sampling_95 ? projection.sampling_95
                         : in.so_far.complete   ? std::nullopt
                                                : projection.interval_95;
    if (answer.interval_95) {
        answer.shown = is_no_worse(*answer.interval_95, answer.edge, in.indicator.polarity);
    } else {
        answer.reason = reason_for(projection.missing, {"interval_95"}, "no numerator and denominator are given");
    }
    return answer;
}

std::optional<GrantAtStake> grant_at_stake(const TrackInYear& in, const TrackAssessment& assessed) {
    const auto* rule = in.track.target ? std::get_if<Stretch>(&in.track.target->rule) : nullptr;
    if (rule == nullptr) return std::nullopt;
    constexpr int pence = 2;
    const Projection& projection = assessed.projection;
    GrantAtStake stake{
        .grant = rule->grant, .currency = rule->currency, .due = rule->due, .pays_from = first_value_paid(*rule)};
    const bool is_level = in.indicator.year_rule != YearRule::sum;
    if (is_level && projection.year_to_date) stake.so_far = reward_for(*rule, *projection.year_to_date);
    stake.reason = reason_for(projection.missing, {"grant"}, "");
    const bool decided_this_year = in.year().first_day() <= rule->due && rule->due <= in.year().last_day();
    if (decided_this_year) {
        // A complete year is rated by its exact value.
        stake.value = in.so_far.complete ? projection.year_to_date : centre_of(in, assessed);
    }
    if (stake.value) stake.projected = reward_for(*rule, *stake.value);
    stake.chance = projection.grant;
    if (stake.chance && rule->grant) {
        stake.expected = (*rule->grant * stake.chance->expected.fraction()).rounded(pence);
    }
    return stake;
}

}  // namespace ontrack::inline v0::detail

#include <ontrack/plan/indicator.hpp>
#include <ontrack/plan/interruption.hpp>

#include <algorithm>

#include "plan/family.hpp"

namespace ontrack {
inline namespace v0 {

std::string_view to_string(FamilyAverage average) noexcept {
    return average == FamilyAverage::mean_of_rates ? "mean_of_rates" : "pooled";
}

std::string_view to_string(OwnValue value) noexcept {
    return value == OwnValue::last_year ? "last_year" : "best";
}

std::string_view to_string(InterruptionKind kind) noexcept {
    switch (kind) {
        case InterruptionKind::step:
            return "step";
        case InterruptionKind::slope:
            return "slope";
        case InterruptionKind::temporary:
            return "temporary";
    }
    return {};
}

std::vector<FamilyMember> members_in(const Comparator& comparator, const std::optional<Period>& period) {
    std::vector<FamilyMember> members = comparator.members;
    if (!period) return members;
    const Date day = period->last_day();
    std::erase_if(members, [&](const FamilyMember& member) {
        return (member.from && *member.from > day) || (member.to && *member.to < day);
    });
    return members;
}

namespace detail {
namespace {

std::optional<Ratio> mean(const std::vector<const ComparedFigure*>& figures) {
    Ratio sum = 0;
    for (const ComparedFigure* one : figures) {
        if (!one->value) return std::nullopt;
        sum += exact(*one->value);
    }
    return figures.empty() ? std::nullopt : std::optional(Ratio(sum / figures.size()));
}

std::optional<Ratio> pooled(const std::vector<const ComparedFigure*>& figures, const Decimal& per) {
    Ratio top = 0;
    Ratio bottom = 0;
    for (const ComparedFigure* one : figures) {
        if (!one->numerator || !one->denominator) return std::nullopt;
        top += exact(*one->numerator);
        bottom += exact(*one->denominator);
    }
    return bottom > 0 ? std::optional(Ratio(exact(per) * top / bottom)) : std::nullopt;
}

}  // namespace

std::optional<ComparedFigure> own_figure(const Track& track, const std::optional<Period>& period) {
    const auto found = std::find_if(track.observations.begin(), track.observations.end(), [&](const Observation& seen) {
        return period && seen.period == *period && seen.value && has_value(seen.state);
    });
    if (found == track.observations.end()) return std::nullopt;
    return ComparedFigure{found->value, found->numerator, found->denominator};
}

std::optional<Ratio> exact_comparator_value(const Indicator& indicator, const Comparator& comparator,
                                            const std::optional<Period>& period,
                                            const std::optional<ComparedFigure>& own) {
    if (comparator.own) return std::nullopt;
    if (comparator.members.empty()) {
        return comparator.figure.value ? std::optional(exact(*comparator.figure.value)) : std::nullopt;
    }
    const std::vector<FamilyMember> members = members_in(comparator, period);
    std::vector<const ComparedFigure*> figures;
    for (const FamilyMember& member : members) figures.push_back(&member.figure);
    if (comparator.own_area_in) {
        if (!own) return std::nullopt;
        figures.push_back(&*own);
    }
    const auto per = per_of(indicator.measure);
    if (comparator.average == FamilyAverage::mean_of_rates) return mean(figures);
    return per ? pooled(figures, *per) : std::nullopt;
}

}  // namespace detail

std::optional<Decimal> comparator_value(const Indicator& indicator, const Track& track, const Comparator& comparator) {
    const auto own = detail::own_figure(track, comparator.period);
    const auto value = detail::exact_comparator_value(indicator, comparator, comparator.period, own);
    if (!value) return std::nullopt;
    if (const auto whole = detail::as_decimal(*value)) return whole;
    return detail::rounded(*value, 12, Rounding::half_up);
}

}  // namespace v0
}  // namespace ontrack

#include "plan/target_end.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include <boost/math/distributions/normal.hpp>

namespace ontrack::inline v0::detail {
namespace {

/// The end of each kind of path.
struct EndOf {
    const Indicator& indicator;
    const Track& track;

    using End = std::optional<Ratio>;

    End operator()(const PercentPerAnnum& rule) const {
        const End start = baseline();
        return start ? End(by_year(rule, *start, *track.target).back()) : std::nullopt;
    }
    End operator()(const PercentByDate& rule) const { return changed(rule.change); }
    End operator()(const AbsoluteTarget& rule) const { return exact(rule.value); }
    End operator()(const LinearTo& rule) const { return exact(rule.value); }
    End operator()(const Floor& rule) const { return level(rule); }
    End operator()(const Ceiling& rule) const { return level(rule); }
    End operator()(const MilestoneBy&) const { return std::nullopt; }
    End operator()(const PointsByDate& rule) const { return moved(exact(rule.points)); }
    End operator()(const Stepped& rule) const {
        return rule.steps.empty() ? std::nullopt : End(exact(rule.steps.back().value));
    }
    End operator()(const Band& rule) const { return exact(low_is_good() ? rule.upper : rule.lower); }
    End operator()(const Maintain& rule) const {
        const End start = baseline();
        if (!start) return std::nullopt;
        const Ratio margin = rule.margin           ? exact(*rule.margin)
                             : rule.margin_percent ? Ratio(*start * exact(rule.margin_percent->value) / 100)
                                                   : Ratio(0);
        return low_is_good() ? Ratio(*start + margin) : Ratio(*start - margin);
    }
    End operator()(const CloseGap& rule) const {
        const End start = baseline();
        const Comparator* comparator = comparator_of(rule, track);
        const auto value = comparator != nullptr ? comparator_value(indicator, track, *comparator) : std::nullopt;
        if (!start || !value) return std::nullopt;
        return Ratio(*start + (exact(*value) - *start) * exact(rule.share.value) / 100);
    }
    End operator()(const MeasurableChange& rule) const {
        if (!track.baseline || !track.baseline->value) return std::nullopt;
        const Ratio points = points_of(rule, *track.baseline->value);
        return moved(low_is_good() ? Ratio(-points) : points);
    }
    End operator()(const Stretch& rule) const { return exact(rule.value); }
    End operator()(const NotSet&) const { return std::nullopt; }
    End operator()(const NotStated&) const { return std::nullopt; }

private:
    [[nodiscard]] bool low_is_good() const { return indicator.polarity == Polarity::low; }
    [[nodiscard]] End baseline() const {
        return track.baseline && track.baseline->value ? End(exact(*track.baseline->value)) : std::nullopt;
    }
    [[nodiscard]] End moved(const Ratio& by) const {
        const End start = baseline();
        return start ? End(Ratio(*start + by)) : std::nullopt;
    }
    [[nodiscard]] End changed(const Percent& change) const {
        const End start = baseline();
        return start ? End(Ratio(*start * growth(change.value))) : std::nullopt;
    }
    template <class Level>
    [[nodiscard]] End level(const Level& rule) const {
        if (rule.value) return exact(*rule.value);
        return rule.change ? changed(*rule.change) : std::nullopt;
    }
};

}  // namespace

bool starts_from_baseline(const TargetRule& rule) {
    return std::visit(
        [](const auto& one) {
            using Rule = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<Rule, Floor> || std::is_same_v<Rule, Ceiling>) return one.change.has_value();
            return std::is_same_v<Rule, PercentPerAnnum> || std::is_same_v<Rule, PercentByDate> ||
                   std::is_same_v<Rule, LinearTo> || std::is_same_v<Rule, PointsByDate> ||
                   std::is_same_v<Rule, Maintain> || std::is_same_v<Rule, CloseGap> ||
                   std::is_same_v<Rule, MeasurableChange>;
        },
        rule);
}

const Comparator* comparator_of(const CloseGap& rule, const Track& track) {
    const auto found = std::find_if(track.comparators.begin(), track.comparators.end(),
                                    [&](const Comparator& one) { return one.code == rule.comparator; });
    return found == track.comparators.end() ? nullptr : &*found;
}

std::vector<Ratio> by_year(const PercentPerAnnum& rule, const Ratio& baseline, const Target& target) {
    std::vector<Ratio> values;
    Ratio before = baseline;
    for (int year = 1; year <= rule.years; ++year) {
        if (rule.convention == AnnualChange::simple) {
            values.emplace_back(baseline * (1 + exact(rule.change.value) * year / 100));
            continue;
        }
        values.emplace_back(before * growth(rule.change.value));
        before = rule.convention == AnnualChange::compound
                     ? values.back()
                     : exact(rounded(values.back(), target.decimals, target.rounding));
    }
    return values;
}

Ratio points_of(const MeasurableChange& rule, const Decimal& baseline) {
    constexpr int places = 10;
    const double p = baseline.to_double() / 100.0;
    const double z = boost::math::quantile(boost::math::normal_distribution<double>(),
                                           0.5 + rule.confidence.value.to_double() / 200.0);
    const double effective = rule.sample.to_double() / rule.design_effect.to_double();
    const double points = 100.0 * z * std::sqrt(2.0 * p * (1.0 - p) / effective);
    return exact(Decimal::from_double(points).rounded(places));
}

std::optional<Ratio> end_of(const Indicator& indicator, const Track& track) {
    return std::visit(EndOf{indicator, track}, track.target->rule);
}

std::optional<Ratio> other_end_of(const Indicator& indicator, const Track& track) {
    const auto* band = std::get_if<Band>(&track.target->rule);
    if (band == nullptr) return std::nullopt;
    return exact(indicator.polarity == Polarity::low ? band->lower : band->upper);
}

}  // namespace ontrack::inline v0::detail

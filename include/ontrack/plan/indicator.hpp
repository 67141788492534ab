#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ontrack/plan/comparator.hpp>
#include <ontrack/plan/observation.hpp>
#include <ontrack/plan/profile.hpp>
#include <ontrack/plan/risk_scale.hpp>
#include <ontrack/plan/target.hpp>

namespace ontrack {
inline namespace v0 {

/// What is measured over time: a baseline, a target and observations in order of their periods (one per period). An
/// indicator has one track of its own; each part of an indicator of several parts has another.
struct Track {
    std::optional<Baseline> baseline;
    std::optional<Target> target;
    std::vector<Observation> observations;
    std::vector<Comparator> comparators{};  ///< what its values are compared with
};

/// One part of an indicator of several parts (33 PWIT and 134 VAP are two parts of one row). Measure, polarity, frequency and
/// year rule are the indicator's.
struct Component {
    std::string code;
    std::string name;
    Track track;
    Place where;
};

/// An action meant to reduce a risk.
struct Countermeasure {
    std::string text;
    std::string owner;  ///< empty when the plan names none
};

struct Indicator {
    std::string code;  ///< unique in the plan
    std::string name;
    std::string objective;  ///< as the document words it
    std::string theme;  ///< code of a theme; empty when the plan has no themes
    Decimal weight{1};  ///< in a weighted roll-up; positive
    Measure measure;
    Polarity polarity = Polarity::low;
    Frequency frequency = Frequency::quarter;
    YearRule year_rule = YearRule::sum;
    std::string unit;  ///< words for the value: "offences"; may be empty
    std::string owner;  ///< empty when the plan names none
    std::string narrative;
    Track track;  ///< empty of observations when there are components
    std::vector<Component> components;  ///< empty, or at least two
    /// Share of the year's total in each of its periods, positive, in the plan's words (they need not sum to 1); empty when
    /// the plan states none.
    std::vector<Decimal> seasonal_shares;
    /// How the year's target is spread over its periods where `seasonal_shares` is empty; none: equally.
    std::optional<Profile> profile{};
    std::vector<std::string> activity;
    std::vector<Figure> figures;  ///< quoted beside the indicator; used in no calculation
    std::optional<ImpactJudgement> impact;  ///< none: not judged
    std::optional<LikelihoodJudgement> likelihood;  ///< none: derived from the chance
    std::vector<Countermeasure> countermeasures;
    /// Codes of the indicators whose sum it is; empty: it is no sum of others.
    std::vector<std::string> sum_of{};
    /// The variance of its figures as a multiple of that of chance alone, positive: the over-dispersion φ of events that come in
    /// clusters, the design effect of a survey. Empty: not stated.
    std::optional<Decimal> dispersion{};
    Place where;
};

/// The value of a comparator: the one that it gives, or the average of its family's members on the last day of its period,
/// with the track's own value of that period where the own area is in. 12 places where an average does not end. Empty for an
/// own value, and where what is needed is not there.
[[nodiscard]] ONTRACK_EXPORT std::optional<Decimal> comparator_value(const Indicator& indicator, const Track& track,
                                                                     const Comparator& comparator);

/// Whether it, or one of its parts, has a target.
[[nodiscard]] ONTRACK_EXPORT bool has_target(const Indicator& indicator) noexcept;

}  // namespace v0
}  // namespace ontrack

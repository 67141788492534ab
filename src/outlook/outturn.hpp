#pragma once

#include <string>
#include <variant>

#include <ontrack/outlook/projection.hpp>
#include <ontrack/stats/outturn.hpp>

#include "outlook/year_record.hpp"

namespace ontrack::inline v0::detail {

/// There is no law, and why.
struct NoLaw {
    std::string reason;
};
/// The year is over: its outturn is this value.
struct Certain {
    Decimal value;
};
/// `successes` of `size`, a share in per cent.
struct ShareLaw {
    double successes;
    double size;
};
/// `events` in a population of `exposure`, as a rate per `per`.
struct RateLaw {
    double events;
    double exposure;
    double per;
};
using Law = std::variant<NoLaw, Certain, stats::CountLaw, ShareLaw, RateLaw>;

/// The projection without what depends on the target, and the law behind it.
struct Outturn {
    Projection projection;
    Law law = NoLaw{};
};

[[nodiscard]] Outturn count_outturn(const Plan& plan, const Indicator& indicator, const Track& track,
                                    const YearRecord& record);
[[nodiscard]] Outturn level_outturn(const Indicator& indicator, const YearRecord& record);

/// P(outturn meets the target), or why there is none.
[[nodiscard]] std::variant<Probability, std::string> chance_under(const Law& law, Polarity polarity,
                                                                  const Decimal& target);

/// The same for a point of a path: of a band, that both edges are kept.
[[nodiscard]] std::variant<Probability, std::string> chance_under(const Law& law, Polarity polarity,
                                                                  const TrajectoryPoint& target);
/// What the law says of a stretch target's grant, or why there is nothing to say.
[[nodiscard]] std::variant<GrantChance, std::string> grant_under(const Law& law, Polarity polarity,
                                                                 const Stretch& rule);

/// The 95 % limits of a level by its law; empty where there are no counts.
[[nodiscard]] std::optional<Interval> sampling_limits(const Law& law, double confidence);
/// The law of the level behind these values, by chance alone; none without counts. \pre not empty
[[nodiscard]] Law sampling_law(const Indicator& indicator, const std::vector<const Observation*>& used);
/// What the plan states of the indicator's counts or survey, or 1.
[[nodiscard]] double dispersion_of(const Indicator& indicator);
/// The same law at the effective number of events or people asked, 1/dispersion of those that there are (Kish 1965).
[[nodiscard]] Law dispersed(Law law, double dispersion);
/// The law of the level behind the year's known values (else of the last value before), whatever is to come; none where nothing
/// is known.
[[nodiscard]] Law level_law(const Indicator& indicator, const YearRecord& record);

/// What the remaining periods must be, or why there is no such value.
[[nodiscard]] std::variant<Required, std::string> required(const Indicator& indicator, const YearRecord& record,
                                                           const TrajectoryPoint& target);

void note_missing(Projection& projection, std::string field, std::string reason);

}  // namespace ontrack::inline v0::detail

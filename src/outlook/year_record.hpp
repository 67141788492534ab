#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ontrack/plan/plan.hpp>

namespace ontrack::inline v0::detail {

/// The observations of one track laid over the periods of a year.
struct YearRecord {
    Period year;
    std::vector<Period> periods;            // of the year, in order
    std::vector<const Observation*> seen;   // one per period; null where there is no value
    std::vector<const Observation*> before; // with a value, of earlier years, in order

    /// The year's observations with a value, in order.
    [[nodiscard]] std::vector<const Observation*> values() const;
    [[nodiscard]] std::size_t known() const { return values().size(); }
    [[nodiscard]] std::size_t remaining() const { return seen.size() - known(); }
    /// The latest observation of the year with a value, or null.
    [[nodiscard]] const Observation* latest() const noexcept;
    /// Every period has a value for the whole of it.
    [[nodiscard]] bool complete() const;
};

[[nodiscard]] YearRecord record_of(const Plan& plan, const Indicator& indicator, const Track& track,
                                   const Period& year);

/// Sum, latest, mean or ratio of sums of these values, by the year rule; empty where it cannot be formed. \pre not empty
[[nodiscard]] std::optional<Decimal> made_year(const Indicator& indicator,
                                               const std::vector<const Observation*>& values);

/// How much of its period an observation covers: 1, or the days up to `up_to` over the days of the period.
[[nodiscard]] double covered_part(const Observation& observation);

}  // namespace ontrack::inline v0::detail

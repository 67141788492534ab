#pragma once

#include <optional>
#include <string>

#include <ontrack/assessment/comparison.hpp>

namespace ontrack::inline v0::detail {

/// One of two figures that are compared.
struct Side {
    ComparedFigure figure;
    int days = 0;  ///< that a count was taken over; 0: not known
};

/// The interval that says whether two figures differ by more than chance.
struct Decided {
    Interval interval;
    std::string method;
    bool above = false;  ///< the first is above the second
    bool below = false;
};

/// By the counts of both, else by those of the first against the second's value; empty where the first has none.
/// Shares: Newcombe's interval of their difference (in points), or Wilson's of the share; rates, ratios and indices: the exact
/// interval of their ratio, or of the rate; counts over days that are known: the exact interval of the ratio of their rates.
/// All at the effective number of events or people asked, 1/`dispersion` of those that there are.
[[nodiscard]] std::optional<Decided> decide(const Measure& measure, const Side& first, const Side& second,
                                            double confidence, double dispersion);

}  // namespace ontrack::inline v0::detail

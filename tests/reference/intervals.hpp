#pragma once

#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/intervals.hpp>
#include <ontrack/stats/proportion.hpp>

namespace reference {

/// The limits by bisection of the test that the method inverts, or by the textbook formula.
ontrack::stats::Limits proportion_limits(double x, double n, double confidence,
                                         ontrack::stats::ProportionMethod method);
ontrack::stats::Limits count_limits(double x, double confidence, ontrack::stats::CountMethod method);

struct Coverage {
    double least;
    double mean;
};

/// By enumeration of all x over a grid of true values, and for the least a hair outside every limit too, where the coverage
/// falls by a whole outcome: the least over all of them, and the mean (of a proportion over 5 % to
/// 95 %: beyond, every method that holds at all lies above its level).
Coverage proportion_coverage(double n, const ontrack::stats::ProportionOptions& options);
Coverage count_coverage(double largest_mean, const ontrack::stats::CountOptions& options);

}  // namespace reference

#pragma once

#include <ontrack/stats/difference.hpp>
#include <ontrack/stats/intervals.hpp>

namespace reference {

/// Both by their definition: the likelihood maximised by golden section, the score statistic solved by bisection.
ontrack::stats::Limits miettinen_nurminen(double x1, double n1, double x2, double n2, double confidence);
ontrack::stats::Limits tango(const ontrack::stats::PairedCounts& counts, double confidence);
/// The odds ratio, the same way; with N/(N − 1) or without.
ontrack::stats::Limits odds_ratio_score(double x1, double n1, double x2, double n2, double confidence, bool inflated);

}  // namespace reference

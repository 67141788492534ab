#pragma once

#include <ontrack/stats/two_counts.hpp>

namespace ontrack::inline v0::stats::detail {

/// More events than this in all, and the sum takes seconds.
inline constexpr double most_e_test_events = 1e8;

/// Two counts with their exposures.
struct TwoCounts {
    double x1, t1, x2, t2;
};

/// \pre whole counts, not both 0; exposures above 0
TestResult e_test(const TwoCounts& counts, const TwoCountsOptions& options) noexcept;

}  // namespace ontrack::inline v0::stats::detail

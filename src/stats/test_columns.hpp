#pragma once

#include <cmath>
#include <cstddef>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/test_result.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"

namespace ontrack::inline v0::stats::detail {

inline void require_columns(const TestColumns& out, std::size_t size) {
    require_wanted("statistic", out.statistic, size);
    require_wanted("p_value", out.p_value, size);
    require_wanted("status", out.status, size);
}

inline void write(const TestColumns& out, std::size_t i, const TestResult& result) noexcept {
    if (!out.statistic.empty()) out.statistic[i] = result.statistic;
    if (!out.p_value.empty()) out.p_value[i] = result.p_value;
    if (!out.status.empty()) out.status[i] = result.status;
}

/// Ok, unless the numbers are too far apart for a statistic in double precision.
inline TestResult tested(double statistic, double p_value) noexcept {
    if (!std::isnan(statistic) && !std::isnan(p_value)) return {statistic, p_value, Status::ok};
    return {nan, nan, Status::not_finite};
}

inline double normal_p(double z, Alternative alternative) noexcept {
    if (alternative == Alternative::greater) return normal_cdf(-z);
    if (alternative == Alternative::less) return normal_cdf(z);
    return 2.0 * normal_cdf(-std::abs(z));
}

}  // namespace ontrack::inline v0::stats::detail

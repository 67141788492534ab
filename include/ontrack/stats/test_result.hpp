#pragma once

#include <cstdint>
#include <span>

#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// What speaks against two being equal: the first being greater, less, or either.
enum class Alternative : std::uint8_t { two_sided, greater, less };

/// A test: statistic and p-value, both NaN unless `status` is ok.
struct TestResult {
    double statistic;
    double p_value;
    Status status;
};

/// One element for each test, or empty.
struct TestColumns {
    std::span<double> statistic, p_value;
    std::span<Status> status;
};
}  // namespace stats
}  // namespace v0
}  // namespace ontrack

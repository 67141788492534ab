#pragma once

#include <span>
#include <string_view>

#include <ontrack/export.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// A statistic with its two-sided confidence limits. What does not exist is NaN and `status` says why; with `Status::ok`
/// all three are numbers (a limit may be infinite where the method says so).
struct Estimate {
    double value;
    double lower;
    double upper;
    Status status;
};

/// Where a batch writes; every span has one element per estimate, or is empty when that column is not wanted.
///
/// The batch functions (`estimate_…_into`) give each element the bits that the scalar function gives, so that a batch may be
/// cut into parts and computed by several threads. They allocate nothing. An element out of the domain gets a status; they
/// throw `DataError` before they write anything when an array has the wrong length (`wrong-length`, the argument named) or
/// an option is out of its domain (`confidence`, …).
struct EstimateColumns {
    std::span<double> value, lower, upper;
    std::span<Status> status;
};

/// Throws `DataError` (`out-of-domain`) that names `argument` and the index of the first status that is not ok.
ONTRACK_EXPORT void require_ok(std::span<const Status> status, std::string_view argument);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

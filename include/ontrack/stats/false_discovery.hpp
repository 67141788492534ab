#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// How p-values of many tests are adjusted, so that of those called significant at most a share q is false on average.
enum class DiscoveryMethod : std::uint8_t {
    /// Benjamini and Hochberg (1995): the least of p₍ⱼ₎·m/j over j ≥ rank. For tests that are independent or depend on each
    /// other positively.
    benjamini_hochberg,
    /// Benjamini and Yekutieli (2001): the same times 1 + 1/2 + … + 1/m. For any dependence.
    benjamini_yekutieli,
};

/// The adjusted p-value of each test, at most 1: the least q at which the test would be a discovery. NaN (`missing_value`) is
/// passed over and does not count towards m, and so is a number outside of [0, 1] (`invalid_option`). `adjusted` may be `p`
/// itself; `status` may be empty. Throws `DataError` (`wrong-length`); else nothing but std::bad_alloc.
ONTRACK_EXPORT void adjust_p_values_into(std::span<const double> p, DiscoveryMethod method, std::span<double> adjusted,
                                         std::span<Status> status = {});

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

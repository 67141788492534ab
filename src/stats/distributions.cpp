#include <ontrack/stats/distributions.hpp>

#include <limits>

#include <boost/math/special_functions/erf.hpp>

#include "stats/boost_policy.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

using detail::quiet;

constexpr double root_half = 0.70710678118654752440;

}  // namespace

double normal_cdf(double z) noexcept {
    return 0.5 * boost::math::erfc(-z * root_half, quiet());
}

double normal_quantile(double p) noexcept {
    if (!(p > 0.0 && p < 1.0)) return std::numeric_limits<double>::quiet_NaN();
    return -boost::math::erfc_inv(2.0 * p, quiet()) / root_half;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

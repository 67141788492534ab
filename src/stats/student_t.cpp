#include <cmath>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/quantiles.hpp>

#include "stats/beta_quantile.hpp"
#include "stats/constants.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

// Beyond this t and the normal law are the same doubles.
constexpr double normal_from = 1e17;

}  // namespace

// ν/(ν + T²) follows a beta law with shapes ν/2 and ½; working in its logit, −ln(t²/ν), neither end loses digits.
double student_t_cdf(double t, double degrees) noexcept {
    if (!(degrees > 0.0) || std::isnan(t)) return nan;
    if (degrees >= normal_from) return normal_cdf(t);
    if (t == 0.0) return 0.5;
    const double half_tail =
        std::isinf(t) ? 0.0
                      : 0.5 * std::exp(detail::beta_log_tails(
                                           0.5 * degrees, 0.5,
                                           detail::Share::from_logit(std::log(degrees) - 2.0 * std::log(std::abs(t))))
                                           .lower);
    return t < 0.0 ? half_tail : 1.0 - half_tail;
}

double student_t_quantile(double p, double degrees) noexcept {
    if (!(degrees > 0.0) || !(p >= 0.0 && p <= 1.0)) return nan;
    if (p == 0.0 || p == 1.0) return p == 0.0 ? -infinity : infinity;
    if (degrees >= normal_from) return normal_quantile(p);
    if (p == 0.5) return 0.0;
    const double tail = p < 0.5 ? p : 1.0 - p;
    const detail::Share share = detail::beta_quantile({2.0 * tail, 1.0 - 2.0 * tail}, 0.5 * degrees, 0.5);
    const double size = std::exp(0.5 * (std::log(degrees) - share.logit));
    return p < 0.5 ? -size : size;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#include <cmath>

#include <ontrack/stats/total_models.hpp>

#include "stats/constants.hpp"
#include "stats/total_block.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {

std::array<double, 2> learnt_discounts(std::span<const double> series, const TotalOptions& options) noexcept {
    std::array<double, 2> learnt{nan, nan};
    if (!detail::are_usable(options) || options.support == Support::real) return learnt;
    detail::TotalSeries laid_out;
    detail::lay_out(series, options, 0, laid_out);
    if (laid_out.status != Status::ok) return learnt;
    detail::TotalContext context;
    detail::set_out(laid_out, detail::fitting(options.group, options), context);
    if (context.credibility.status != Status::ok) return learnt;
    const detail::LevelsAndSums found = detail::levels_of(context);
    for (std::size_t k = 0; k < 2; ++k)
        if (std::isfinite(found.level[k].level) && (k == 0 || detail::has_index(context)))
            learnt[k] = found.level[k].discount;
    return learnt;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#include <cmath>
#include <limits>

#include <ontrack/stats/control_chart.hpp>

#include "stats/chart_walk.hpp"
#include "stats/constants.hpp"
#include "stats/log_gamma.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {

Status chart_into(const ChartSeries& series, const ChartOptions& options, const ChartColumns& out) noexcept {
    return detail::walk(series, options, RuleSet{}, out, {}).status;
}

void subgroups_into(const Panel& subgroups, std::span<double> mean, std::span<double> deviation,
                    std::span<double> size) noexcept {
    for (std::size_t g = 0; g < subgroups.size(); ++g) {
        const auto first = static_cast<std::size_t>(subgroups.offsets[g]);
        const auto values = subgroups.values.subspan(first, static_cast<std::size_t>(subgroups.offsets[g + 1]) - first);
        double n = 0.0, sum = 0.0, squares = 0.0;
        for (const double x : values) {
            if (std::isnan(x)) continue;
            sum += x;
            n += 1.0;
        }
        const double centre = n > 0.0 ? sum / n : nan;
        for (const double x : values)
            if (!std::isnan(x)) squares += (x - centre) * (x - centre);
        if (!mean.empty()) mean[g] = centre;
        if (!deviation.empty()) deviation[g] = n > 1.0 ? std::sqrt(squares / (n - 1.0)) : nan;
        if (!size.empty()) size[g] = n;
    }
}

double c4(double n) noexcept {
    if (!(n >= 2.0)) return std::numeric_limits<double>::quiet_NaN();
    const double half = 0.5 * (n - 1.0);
    return std::exp(detail::log_gamma_rise(half, 0.5) - 0.5 * std::log(half));
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

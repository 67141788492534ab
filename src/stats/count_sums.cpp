#include "stats/count_sums.hpp"

#include <string>

#include "stats/arguments.hpp"
#include "stats/count_limits.hpp"

namespace ontrack::inline v0::stats::detail {

CountSums::CountSums(std::span<const double> values, std::span<const double> exposures) : events{0.0}, exposure{0.0} {
    require_wanted("exposure", exposures, values.size());
    for (std::size_t t = 0; t < values.size(); ++t) {
        const double y = values[t], e = exposures.empty() ? 1.0 : exposures[t];
        if (std::isnan(y) || std::isnan(e)) continue;
        if (status == Status::ok) status = count_status(y);
        if (status == Status::ok) status = e == 0.0 ? Status::no_denominator : count_status(e);
        period.push_back(t);
        events.push_back(events.back() + y);
        exposure.push_back(exposure.back() + e);
    }
}

void require_at_least(std::string_view argument, double value, double least) {
    if (value >= least && std::isfinite(value)) return;
    refuse("out-of-domain", std::string(argument) + " is " + std::to_string(value), std::string(argument),
           "Give a finite number from " + std::to_string(least) + " on");
}

}  // namespace ontrack::inline v0::stats::detail

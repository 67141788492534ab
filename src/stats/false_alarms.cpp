#include <cmath>
#include <vector>

#include <ontrack/stats/chart_conventions.hpp>
#include <ontrack/stats/random.hpp>

#include "stats/chart_walk.hpp"
#include "stats/constants.hpp"
#include "stats/rule_machine.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {

FalseAlarms false_alarms(const ChartOptions& options, const RuleSet& rules, std::size_t length,
                         std::size_t replications, std::uint64_t seed) {
    const bool known = options.chart == Chart::xmr || options.chart == Chart::run;
    if (!known || !detail::is_valid(rules) || length == 0 || replications == 0) return {nan, nan, nan};
    std::vector<double> values(length);
    std::vector<Signals> signals(length);
    double any = 0.0, latest = 0.0;
    for (std::size_t series = 0; series < replications; ++series) {
        for (std::size_t i = 0; i < length; ++i) values[i] = normal(seed, series, i);
        const auto judged = detail::walk({values}, options, rules, {}, signals);
        if (judged.status != Status::ok) return {nan, nan, nan};
        bool found = false;
        for (const Signals& each : signals) found = found || each != Signals{};
        any += found ? 1.0 : 0.0;
        latest += judged.signals != Signals{} ? 1.0 : 0.0;
    }
    const auto n = static_cast<double>(replications);
    const double share = any / n;
    return {share, latest / n, std::sqrt(share * (1.0 - share) / n)};
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

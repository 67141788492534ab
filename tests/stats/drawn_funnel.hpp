#pragma once

#include <vector>

#include <ontrack/stats/funnel.hpp>

namespace ontrack::inline v0::stats {

/// A funnel with its columns.
struct Drawn {
    Drawn(const std::vector<double>& x, const std::vector<double>& n, const FunnelOptions& options)
        : value(x.size()),
          lower(x.size()),
          upper(x.size()),
          outer_lower(x.size()),
          outer_upper(x.size()),
          z(x.size()),
          comparison(x.size()),
          status(x.size()),
          funnel(funnel_into(x, n, options, {value, lower, upper, outer_lower, outer_upper, z, comparison, status})) {}
    std::vector<double> value, lower, upper, outer_lower, outer_upper, z;
    std::vector<Comparison> comparison;
    std::vector<Status> status;
    Funnel funnel;
};

}  // namespace ontrack::inline v0::stats

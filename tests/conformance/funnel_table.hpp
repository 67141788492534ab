#pragma once

#include <string>
#include <vector>

#include <ontrack/stats/funnel.hpp>

#include "conformance/oracle.hpp"
#include "conformance/table.hpp"

namespace conformance {

/// A funnel with its columns.
struct Drawn {
    Drawn(const std::vector<double>& x, const std::vector<double>& n, const ontrack::stats::FunnelOptions& options)
        : value(x.size()),
          lower(x.size()),
          upper(x.size()),
          outer_lower(x.size()),
          outer_upper(x.size()),
          z(x.size()),
          comparison(x.size()),
          status(x.size()) {
        funnel = ontrack::stats::funnel_into(x, n, options,
                                             {value, lower, upper, outer_lower, outer_upper, z, comparison, status});
    }
    std::vector<double> value, lower, upper, outer_lower, outer_upper, z;
    std::vector<ontrack::stats::Comparison> comparison;
    std::vector<ontrack::stats::Status> status;
    ontrack::stats::Funnel funnel;
};

/// Digits after the point, as a table prints them.
inline int decimals(const std::string& cell) {
    const std::size_t point = cell.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(cell.size() - point - 1);
}

/// The public-health labels: "High (0.001)" is the highest.
inline std::string phe_label(ontrack::stats::Comparison comparison) {
    using ontrack::stats::Comparison;
    switch (comparison) {
        case Comparison::lowest:
            return "Low (0.001)";
        case Comparison::lower:
            return "Low (0.025)";
        case Comparison::higher:
            return "High (0.025)";
        case Comparison::highest:
            return "High (0.001)";
        default:
            return comparison == Comparison::similar ? "Not significant" : "Not compared";
    }
}

}  // namespace conformance

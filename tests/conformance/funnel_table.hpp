#pragma once

#include <string>
#include <vector>

#include <ontrack/stats/funnel.hpp>

#include "conformance/oracle.hpp"
#include "conformance/table.hpp"
#include "stats/drawn_funnel.hpp"

namespace conformance {

using ontrack::stats::Drawn;

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

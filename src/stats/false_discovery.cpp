#include <ontrack/stats/false_discovery.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include "stats/arguments.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

Status status_of(double p) noexcept {
    if (std::isnan(p)) return Status::missing_value;
    return p >= 0.0 && p <= 1.0 ? Status::ok : Status::invalid_option;
}

}  // namespace

void adjust_p_values_into(std::span<const double> p, DiscoveryMethod method, std::span<double> adjusted,
                          std::span<Status> status) {
    detail::require_length("adjusted", adjusted.size(), p.size());
    detail::require_wanted("status", status, p.size());
    std::vector<std::size_t> order;
    order.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        const Status own = status_of(p[i]);
        if (!status.empty()) status[i] = own;
        if (own == Status::ok)
            order.push_back(i);
        else
            adjusted[i] = std::numeric_limits<double>::quiet_NaN();
    }
    std::sort(order.begin(), order.end(), [p](std::size_t a, std::size_t b) { return p[a] < p[b]; });

    const auto tests = static_cast<double>(order.size());
    double factor = tests;
    if (method == DiscoveryMethod::benjamini_yekutieli) {
        double harmonic = 0.0;
        for (double k = tests; k >= 1.0; k -= 1.0) harmonic += 1.0 / k;
        factor *= harmonic;
    }
    double least = 1.0;
    for (std::size_t rank = order.size(); rank > 0; --rank) {
        const std::size_t i = order[rank - 1];
        // A factor of exactly 1 leaves p as it is.
        least = std::min(least, p[i] * (factor / static_cast<double>(rank)));
        adjusted[i] = least;
    }
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include <ontrack/stats/status.hpp>

namespace ontrack::inline v0::stats::detail {

/// The periods that are there, one after the other, and the sums of their counts and exposures up to each.
struct CountSums {
    std::vector<std::size_t> period;        ///< index in the series
    std::vector<double> events, exposure;   ///< of the first k, k = 0 … size()
    Status status = Status::ok;

    CountSums(std::span<const double> values, std::span<const double> exposures);
    [[nodiscard]] std::size_t size() const noexcept { return period.size(); }
    [[nodiscard]] double rate(std::size_t from, std::size_t to) const noexcept {
        return (events[to] - events[from]) / (exposure[to] - exposure[from]);
    }
};

/// Y·ln(Y/E), 0 for no event: what the highest log-likelihood of Y events in an exposure E has beyond what no cut changes.
inline double poisson_height(double events, double exposure) noexcept {
    return events > 0.0 ? events * std::log(events / exposure) : 0.0;
}

/// Throws `DataError`.
void require_at_least(std::string_view argument, double value, double least);

}  // namespace ontrack::inline v0::stats::detail

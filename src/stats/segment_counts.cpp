#include <algorithm>
#include <limits>

#include <ontrack/stats/change_point.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/count_sums.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

double penalty_of(const SegmentOptions& options, double n) {
    switch (options.penalty) {
        case ChangePenalty::bic:
            return 2.0 * std::log(n);
        case ChangePenalty::mbic:
            return 3.0 * std::log(n);
        case ChangePenalty::hannan_quinn:
            return 4.0 * std::log(std::log(n));
        case ChangePenalty::aic:
            return 4.0;
        case ChangePenalty::stated:
            break;
    }
    return options.value;
}

/// What a segment costs.
struct Cost {
    const detail::CountSums& sums;
    double dispersion;
    bool by_length;

    double operator()(std::size_t from, std::size_t to) const noexcept {
        const double events = sums.events[to] - sums.events[from];
        const double height = detail::poisson_height(events, sums.exposure[to] - sums.exposure[from]) - events;
        const double share = static_cast<double>(to - from) / static_cast<double>(sums.size());
        return -2.0 * height / dispersion + (by_length ? std::log(share) : 0.0);
    }
};

/// Where the last segment of the cheapest cut of the first k periods starts, for every k; and what the whole costs.
///
/// A start is given up (Killick, Fearnhead & Eckley 2012, theorem 3.1) once another change, now, would cost less than
/// nothing: as a cut never adds to the cost of its segment, it cannot come back. It holds for ends at which the segment after
/// that change is long enough. The same is true with ln(length/n): ab/((a + b)n) < 1.
std::vector<std::size_t> cheapest_starts(const Cost& cost, double penalty, std::size_t shortest, double& total) {
    const std::size_t n = cost.sums.size();
    std::vector<double> best(n + 1, infinity);
    std::vector<std::size_t> start(n + 1, 0), given_up(n + 1, n + 1), candidates;
    best[0] = -penalty;
    for (std::size_t end = shortest; end <= n; ++end) {
        if (best[end - shortest] < infinity) candidates.push_back(end - shortest);
        for (const std::size_t from : candidates) {
            const double whole = best[from] + cost(from, end) + penalty;
            if (whole < best[end]) {
                best[end] = whole;
                start[end] = from;
            }
        }
        for (const std::size_t from : candidates)
            if (best[from] + cost(from, end) > best[end]) given_up[from] = std::min(given_up[from], end + shortest);
        std::erase_if(candidates, [&](std::size_t from) { return given_up[from] <= end + 1; });
    }
    total = best[n];
    return start;
}

}  // namespace

Segmentation segment_counts(std::span<const double> values, std::span<const double> exposure,
                            const SegmentOptions& options) {
    detail::require_positive("dispersion", options.dispersion);
    detail::require_at_least("shortest", static_cast<double>(options.shortest), 1.0);
    if (options.penalty == ChangePenalty::stated) detail::require_at_least("value", options.value, 0.0);
    const detail::CountSums sums(values, exposure);
    Segmentation found{{}, {}, std::numeric_limits<double>::quiet_NaN(), sums.status};
    if (found.status == Status::ok && sums.size() < std::max<std::size_t>(options.shortest, 3))
        found.status = Status::too_few_points;
    if (found.status == Status::ok && sums.events.back() == 0.0) found.status = Status::too_few_events;
    if (found.status != Status::ok) return found;

    const double penalty = penalty_of(options, static_cast<double>(sums.size()));
    const Cost cost{sums, options.dispersion, options.penalty == ChangePenalty::mbic};
    const std::vector<std::size_t> start = cheapest_starts(cost, penalty, options.shortest, found.cost);
    for (std::size_t end = sums.size(); end > 0; end = start[end]) {
        found.rate.push_back(sums.rate(start[end], end));
        if (start[end] > 0) found.change.push_back(sums.period[start[end]]);
    }
    std::ranges::reverse(found.rate);
    std::ranges::reverse(found.change);
    return found;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#include <algorithm>
#include <atomic>
#include <limits>

#include <ontrack/stats/change_point.hpp>
#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/random.hpp>
#include <ontrack/stats/ratio.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/count_sums.hpp"
#include "stats/split_threads.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

/// −2·ln of the likelihood ratio of no change against one before place k, of the sums of a series.
double ratio_at(std::span<const double> events, std::span<const double> exposure, std::size_t k) noexcept {
    const double all_events = events.back(), all_exposure = exposure.back();
    return 2.0 * (detail::poisson_height(events[k], exposure[k]) +
                  detail::poisson_height(all_events - events[k], all_exposure - exposure[k]) -
                  detail::poisson_height(all_events, all_exposure));
}

double largest_ratio(std::span<const double> events, std::span<const double> exposure, std::size_t shortest) noexcept {
    double largest = 0.0;
    for (std::size_t k = shortest; k + shortest < events.size(); ++k)
        largest = std::max(largest, ratio_at(events, exposure, k));
    return largest;
}

/// How many series drawn without a change have a statistic as large.
std::size_t count_as_large(const detail::CountSums& sums, double statistic, const ChangeTestOptions& options) {
    const double rate = sums.rate(0, sums.size());
    const double shape = options.alpha > 0.0 ? 1.0 / options.alpha : std::numeric_limits<double>::infinity();
    // Counts repeat themselves, and so do statistics, but for rounding.
    const double as_large = statistic - 1e-9 * std::max(1.0, statistic);
    std::atomic<std::size_t> found = 0;
    detail::split_threads(options.replicates, options.threads, [&](std::size_t first, std::size_t last) {
        std::vector<double> events(sums.size() + 1);
        std::size_t here = 0;
        for (std::size_t replicate = first; replicate < last; ++replicate) {
            for (std::size_t t = 0; t < sums.size(); ++t) {
                const double mean = rate * (sums.exposure[t + 1] - sums.exposure[t]);
                const double u = uniform(options.seed, replicate, t);
                events[t + 1] = events[t] + negative_binomial_quantile(u, mean, shape);
            }
            here += largest_ratio(events, sums.exposure, options.shortest) >= as_large;
        }
        found += here;
    });
    return found;
}

/// Mean of variance over mean where the rate changes before place k.
double scale_at(const detail::CountSums& sums, std::size_t k, double alpha) noexcept {
    double means = 0.0, squares = 0.0;
    for (std::size_t t = 0; t < sums.size(); ++t) {
        const double rate = t < k ? sums.rate(0, k) : sums.rate(k, sums.size());
        const double mean = rate * (sums.exposure[t + 1] - sums.exposure[t]);
        means += mean;
        squares += mean * mean;
    }
    return 1.0 + alpha * squares / means;
}

}  // namespace

ChangeTest change_test(std::span<const double> values, std::span<const double> exposure,
                       const ChangeTestOptions& options) {
    detail::require_confidence(options.confidence);
    detail::require_at_least("shortest", static_cast<double>(options.shortest), 1.0);
    detail::require_at_least("replicates", static_cast<double>(options.replicates), 19.0);
    detail::require_at_least("alpha", options.alpha, 0.0);
    const detail::CountSums sums(values, exposure);
    ChangeTest found{nan, nan, 0, nan, nan, detail::without(sums.status), {}, sums.status};
    if (found.status == Status::ok && sums.size() < std::max<std::size_t>(2 * options.shortest, 3))
        found.status = Status::too_few_points;
    if (found.status == Status::ok && sums.events.back() == 0.0) found.status = Status::too_few_events;
    found.rate_ratio = detail::without(found.status);
    if (found.status != Status::ok) return found;

    std::size_t likeliest = options.shortest;
    for (std::size_t k = likeliest + 1; k + options.shortest <= sums.size(); ++k)
        if (ratio_at(sums.events, sums.exposure, k) > ratio_at(sums.events, sums.exposure, likeliest)) likeliest = k;
    found.statistic = std::max(0.0, ratio_at(sums.events, sums.exposure, likeliest));
    found.change = sums.period[likeliest];
    found.rate_before = sums.rate(0, likeliest);
    found.rate_after = sums.rate(likeliest, sums.size());
    found.rate_ratio = estimate_rate_ratio(sums.events.back() - sums.events[likeliest],
                                           sums.exposure.back() - sums.exposure[likeliest], sums.events[likeliest],
                                           sums.exposure[likeliest], {options.confidence, RateRatioMethod::exact});
    const double reach = -2.0 * std::log1p(-std::sqrt(options.confidence)) * scale_at(sums, likeliest, options.alpha);
    for (std::size_t k = options.shortest; k + options.shortest <= sums.size(); ++k)
        if (found.statistic - ratio_at(sums.events, sums.exposure, k) <= reach)
            found.confidence_set.push_back(sums.period[k]);
    const auto as_large = static_cast<double>(count_as_large(sums, found.statistic, options));
    found.p_value = (1.0 + as_large) / (1.0 + static_cast<double>(options.replicates));
    return found;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

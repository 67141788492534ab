#include <ontrack/stats/overdispersion.hpp>

#include <string>

#include <ontrack/base/error.hpp>
#include <ontrack/stats/quantile_groups.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/sorted_values.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

void require_share(const TrimmingOptions& options) {
    if (options.method == Trimming::none || (options.share > 0.0 && options.share < 0.5)) return;
    throw DataError(Problem{"out-of-domain", "the share trimmed at each end is " + std::to_string(options.share),
                            Place{{}, 0, 0, "share"}, "Give a share above 0 and below 0.5, as 0.1"});
}

/// Whether a score with this mean rank is within the outermost classes.
bool outermost(double rank, std::size_t size, double share) noexcept {
    const double classes = 1.0 / share;
    const double place = std::floor(rank * classes / (static_cast<double>(size) + 1.0));
    return !(place > 0.0 && place < classes - 1.0);
}

}  // namespace

void trim_scores_into(std::span<const double> z, const TrimmingOptions& options, std::span<double> out) {
    detail::require_length("out", out.size(), z.size());
    require_share(options);
    const std::vector<double> sorted = detail::sorted_values(z);
    const double low = sample_quantile(sorted, options.method == Trimming::winsorise ? options.share : 0.0);
    const double high = sample_quantile(sorted, options.method == Trimming::winsorise ? 1.0 - options.share : 1.0);
    for (std::size_t i = 0; i < z.size(); ++i) {
        out[i] = z[i];
        if (std::isnan(z[i])) continue;
        if (options.method != Trimming::truncate) {
            out[i] = std::clamp(z[i], low, high);
            continue;
        }
        const std::size_t below = detail::count_below(sorted, z[i]);
        const std::size_t equal = detail::count_not_above(sorted, z[i]) - below;
        const double rank = static_cast<double>(below) + 0.5 * (static_cast<double>(equal) + 1.0);
        if (outermost(rank, sorted.size(), options.share)) out[i] = nan;
    }
}

Dispersion estimate_dispersion(std::span<const double> z, std::span<const double> standard_error,
                               const TrimmingOptions& options) {
    detail::require_length("standard_error", standard_error.size(), z.size());
    std::vector<double> trimmed(z.size());
    trim_scores_into(z, options, trimmed);
    double squares = 0.0;
    double weight = 0.0;
    double square_weight = 0.0;
    std::size_t points = 0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        const double own = 1.0 / (standard_error[i] * standard_error[i]);
        if (std::isnan(trimmed[i]) || std::isnan(own)) continue;
        ++points;
        squares += trimmed[i] * trimmed[i];
        weight += own;
        square_weight += own * own;
    }
    if (points < 2) return {nan, nan, points, Status::too_few_points};
    const double excess = squares - static_cast<double>(points - 1);
    const double scale = weight - square_weight / weight;
    if (!std::isfinite(squares) || !std::isfinite(scale)) return {nan, nan, points, Status::not_finite};
    return {squares / static_cast<double>(points), excess > 0.0 ? excess / scale : 0.0, points, Status::ok};
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

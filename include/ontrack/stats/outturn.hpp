#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Ragged series in one column: series i is values[offsets[i] … offsets[i + 1]). offsets has one more entry than there are
/// series, starts at 0, never falls and ends at values.size(). NaN is a missing period.
struct Panel {
    std::span<const double> values;
    std::span<const std::int64_t> offsets;
    [[nodiscard]] std::size_t size() const noexcept { return offsets.empty() ? 0 : offsets.size() - 1; }
};

/// What the credibility model is told beyond the counts.
struct OutturnOptions {
    int periods_per_year = 12;
    /// How many of the latest year's periods the end of each series covers (0 … periods_per_year); the last
    /// `periods_known` values are this year's, what is before them is whole past years (an incomplete first year is left
    /// out).
    int periods_known = 6;
    /// Shares of the year per period, to be used instead of those learnt; empty = learn them, equal where no past year is.
    std::span<const double> seasonal_shares = {};
    unsigned threads = 1;  ///< the results do not depend on it
};

/// The law of a year's total: `known` + X, X negative binomial with this mean and shape (∞ = Poisson).
struct CountLaw {
    double known;
    double remaining_mean;
    double remaining_shape;

    [[nodiscard]] ONTRACK_EXPORT double mean() const noexcept;
    [[nodiscard]] ONTRACK_EXPORT double variance() const noexcept;
    /// P(total ≤ x)
    [[nodiscard]] ONTRACK_EXPORT double cdf(double x) const noexcept;
    /// The smallest whole total t with P(total ≤ t) ≥ p.
    [[nodiscard]] ONTRACK_EXPORT double quantile(double p) const noexcept;
};

/// One year, part over, as the model sees it.
struct PartialYear {
    /// Whole past years, oldest first, periods_per_year values each; NaN = missing. The latest 64 are used.
    std::span<const double> past{};
    std::span<const double>
        current{};  ///< this year's periods so far, NaN = missing (its remaining share is projected)
    std::span<const double> covered{};  ///< part of each current period that its value covers, 0 … 1; empty = all of it
    std::span<const double> shares{};  ///< stated shares per period, positive, any sum; empty = learn
    /// An earlier year's total known without its periods (a baseline); NaN = none. Ignored when there is a past year.
    double prior_total = std::numeric_limits<double>::quiet_NaN();
    int prior_age = 1;  ///< years from the prior's year to this one
    int periods_per_year = 12;  ///< 1 … 366
};

struct CountProjection {
    CountLaw law;
    double known_share;  ///< expected share of the year in the known periods
    double annual_level;  ///< posterior mean of the year's expected total
    double excess_cv;  ///< coefficient of variation of the remaining total beyond Poisson and level uncertainty
    Status status;
};

/// The gamma–Poisson credibility projection of one year's total (Bornhuetter & Ferguson 1972; Bühlmann 1967; Verrall 2004).
/// Formula and constants: docs/methods.md and the source. Never throws, allocates nothing.
[[nodiscard]] ONTRACK_EXPORT CountProjection project_count(const PartialYear& year) noexcept;

/// Where a batch writes; every span has one element per series, or is empty when that column is not wanted.
struct OutturnColumns {
    std::span<double> mean, variance, median, lower_80, upper_80, lower_95, upper_95;
    std::span<double> probability_at_most;  ///< P(total ≤ target)
    std::span<Status> status;
};

/// Projects every series of a panel. `targets` has one value per series (NaN = none) or is empty. A series without a result
/// gets NaN in each column and its status. Same bits for any number of threads.
/// Options that cannot be (13 of 12 periods known) are the status of every series. Throws nothing; allocates nothing but
/// threads. \pre spans are of the right length (the bindings and `outlook` check).
ONTRACK_EXPORT void project_outturn_into(const Panel& panel, std::span<const double> targets,
                                         const OutturnOptions& options, const OutturnColumns& out) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

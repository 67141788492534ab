#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// The law of one component of a total.
enum class LawFamily : std::uint8_t {
    negative_binomial,  ///< whole numbers from 0; variance ≥ mean, equal = Poisson
    log_normal,         ///< positive numbers
    normal,             ///< any number
};

/// One component: its weight in the mixture, and its own mean and variance.
struct LawPart {
    LawFamily family = LawFamily::negative_binomial;
    double weight = 1.0;
    double mean = 0.0;
    double variance = 0.0;  ///< 0 = certain
};

/// The law of a total as a value: `known` + X, X a mixture of at most four components. Mean, variance, distribution function
/// and quantiles are of this one law, so they agree. A default-made law is the certain total `known`.
struct TotalLaw {
    static constexpr std::size_t most_parts = 4;

    double known = 0.0;
    std::size_t size = 0;  ///< components in use; 0 = the total is known
    std::array<LawPart, most_parts> parts{};

    [[nodiscard]] ONTRACK_EXPORT double mean() const noexcept;
    [[nodiscard]] ONTRACK_EXPORT double variance() const noexcept;
    /// P(total ≤ x)
    [[nodiscard]] ONTRACK_EXPORT double cdf(double x) const noexcept;
    /// The smallest total t with P(total ≤ t) ≥ p, 0 < p < 1 (NaN outside); a whole number where every component is.
    [[nodiscard]] ONTRACK_EXPORT double quantile(double p) const noexcept;
};

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#pragma once

#include <array>
#include <cmath>
#include <limits>

#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/intervals.hpp>

#include "stats/gamma_quantile.hpp"
#include "stats/level.hpp"
#include "stats/limit_formulas.hpp"

namespace ontrack::inline v0::stats::detail {

/// The public-health rule: exact below so many events.
inline constexpr double byar_from = 10.0;

/// Quantiles for whole shapes below the expansion, found when first asked for and kept. Same bits as GammaQuantile.
class RememberedGammaQuantile {
public:
    explicit RememberedGammaQuantile(Tails p) noexcept : quantile_(p) {
        found_.fill(std::numeric_limits<double>::quiet_NaN());
    }
    double operator()(double shape) noexcept {
        if (!(shape < static_cast<double>(found_.size())) || shape >= quantile_.expansion_from())
            return quantile_(shape);
        const auto whole = static_cast<std::size_t>(shape);
        if (static_cast<double>(whole) != shape) return quantile_(shape);
        if (std::isnan(found_[whole])) found_[whole] = quantile_(shape);
        return found_[whole];
    }
    [[nodiscard]] const GammaQuantile& quantile() const noexcept { return quantile_; }

private:
    GammaQuantile quantile_;
    std::array<double, 128> found_;
};

/// Garwood's limits for many counts at one confidence level.
template <class Quantile>
class ExactCountLimits {
public:
    explicit ExactCountLimits(const Level& level) noexcept
        : lower_({level.tail, 1.0 - level.tail}), upper_({1.0 - level.tail, level.tail}) {}
    Limits operator()(double x) noexcept { return {x == 0.0 ? 0.0 : lower_(x), upper_(x + 1.0)}; }
    [[nodiscard]] const Quantile& lower() const noexcept { return lower_; }
    [[nodiscard]] const Quantile& upper() const noexcept { return upper_; }

private:
    Quantile lower_;
    Quantile upper_;
};

inline Status count_status(double x) noexcept {
    if (std::isnan(x)) return Status::missing_value;
    if (x < 0.0) return Status::negative_value;
    if (!std::isfinite(x)) return Status::not_finite;
    return x > largest_count ? Status::not_a_count : Status::ok;
}

/// Limits of one count; the lower is NaN where Byar has none. \pre count_status(x) is ok
Limits count_limits(double x, const Level& level, CountMethod method) noexcept;

}  // namespace ontrack::inline v0::stats::detail

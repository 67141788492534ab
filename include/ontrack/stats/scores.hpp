#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/status.hpp>
#include <ontrack/stats/total_law.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

// How well forecasts foretold what came true. CRPS and Brier score: 0 is perfect, lower is better, and no forecaster gains
// by saying anything but what he believes (Gneiting & Raftery 2007). PIT: calibrated forecasts make it uniform on (0, 1).
//
// Status: `missing_value` (NaN), `not_finite`, `too_few_points` (no draws), `negative_value` (a law's mean), `invalid_option` (a
// law's shape not above 0; a probability or uniform number outside its range), `not_a_count` (beyond 2^53).

struct Score {
    double value;  ///< NaN unless the status is ok
    Status status;
};

/// The continuous ranked probability score ∫ (F(t) − 1{y ≤ t})² dt = E|X − y| − ½E|X − X′| of a forecast given as draws,
/// equally likely and in any order, by the fair estimator (Ferro 2014): Σ|xᵢ − y|/m − Σᵢⱼ|xᵢ − xⱼ|/(2m(m − 1)), whose
/// expectation does not depend on m. It may fall a little below 0. One draw is a point forecast: its absolute error.
[[nodiscard]] ONTRACK_EXPORT Score crps(std::span<const double> draws, double outcome);

/// The CRPS of a count law, in closed form. With X = known + N, N negative binomial with mean μ, shape k, p = k/(k + μ) and
/// x = y − known: E|N − x| = (x − μ)(2F(x) − 1) + 2μ·f(⌊x⌋)(k + ⌊x⌋)/k, and ½E|N − N′| by one smooth integral (Wei & Held 2014
/// give both with special functions). Relative error below 1e-10 for totals up to 1e6.
[[nodiscard]] ONTRACK_EXPORT Score crps(const CountLaw& law, double outcome) noexcept;

/// The CRPS of a total's law, in closed form but for one integral per pair of components. Relative error below 1e-6.
[[nodiscard]] ONTRACK_EXPORT Score crps(const TotalLaw& law, double outcome) noexcept;

/// (chance − happened)² (Brier 1950); 0 ≤ chance ≤ 1.
[[nodiscard]] ONTRACK_EXPORT Score brier(double chance, bool happened) noexcept;

/// The randomised probability integral transform of a whole-numbered outcome, F(y − 1) + uniform·(F(y) − F(y − 1))
/// (Czado, Gneiting & Held 2009); 0 ≤ uniform ≤ 1, drawn independently of everything.
[[nodiscard]] ONTRACK_EXPORT Score randomised_pit(const CountLaw& law, double outcome, double uniform) noexcept;

[[nodiscard]] ONTRACK_EXPORT Score randomised_pit(const TotalLaw& law, double outcome, double uniform) noexcept;

/// The same of draws: (draws below y + uniform·(draws equal to y + 1))/(m + 1), exactly uniform if y is one more draw.
[[nodiscard]] ONTRACK_EXPORT Score randomised_pit(std::span<const double> draws, double outcome,
                                                  double uniform) noexcept;

/// Many count laws; one element per forecast.
struct CountLaws {
    std::span<const double> known, remaining_mean, remaining_shape;
};

/// Where a batch writes; one element per forecast, or empty when that column is not wanted.
struct ScoreColumns {
    std::span<double> value;
    std::span<Status> status;
};

// Batches: each element has the bits of the functions above, for any number of threads. `draws` holds as many for each
// outcome, one forecast after the other. `seed`: forecast i takes the uniform number (seed, i, 0) of random.hpp, so that the
// result is the same every time. `happened` is 0 or 1. Arrays of the wrong length throw `DataError`.

ONTRACK_EXPORT void crps_into(std::span<const double> draws, std::span<const double> outcomes, const ScoreColumns& out,
                              unsigned threads = 1);
ONTRACK_EXPORT void crps_into(const CountLaws& laws, std::span<const double> outcomes, const ScoreColumns& out,
                              unsigned threads = 1);
ONTRACK_EXPORT void crps_into(std::span<const TotalLaw> laws, std::span<const double> outcomes, const ScoreColumns& out,
                              unsigned threads = 1);
ONTRACK_EXPORT void brier_into(std::span<const double> chances, std::span<const double> happened,
                               const ScoreColumns& out);
ONTRACK_EXPORT void randomised_pit_into(std::span<const double> draws, std::span<const double> outcomes,
                                        std::uint64_t seed, const ScoreColumns& out, unsigned threads = 1);
ONTRACK_EXPORT void randomised_pit_into(const CountLaws& laws, std::span<const double> outcomes, std::uint64_t seed,
                                        const ScoreColumns& out, unsigned threads = 1);
ONTRACK_EXPORT void randomised_pit_into(std::span<const TotalLaw> laws, std::span<const double> outcomes,
                                        std::uint64_t seed, const ScoreColumns& out, unsigned threads = 1);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// What the events of a stage are set against.
enum class StageBase : std::uint8_t {
    /// The stage before it: where along the chain a disparity arises, not how far it has grown. The ratios of a chain multiply
    /// to that of the last stage against the first.
    preceding,
    first,  ///< the first stage, mostly the residents
};

/// Limits of a relative rate index.
enum class RelativeRateMethod : std::uint8_t {
    exact,  ///< given the events of both groups together, binomial (Clopper–Pearson); good for any count
    log,  ///< index·exp(∓z·√(1/a + 1/c)), a and c the events of the groups; needs both
    /// The same less 1/A + 1/C, the bases (Katz, Baptista, Azen & Pike 1978): when the events are persons of the base.
    katz,
};

struct RelativeRateOptions {
    double confidence = 0.95;
    RelativeRateMethod method = RelativeRateMethod::exact;
    StageBase base = StageBase::preceding;
    double minimum_events = 0.0;  ///< fewer in either group: `too_few_events`
    double minimum_base = 0.0;  ///< a smaller base of either group: `too_few_events`
};

/// The relative rate index of each stage after the first, (a/A)/(c/C), group to reference: a of `group` and c of `reference`
/// reach the stage, A and C its base. `group` and `reference` have one element for each stage, the first being the base of the
/// chain (residents); `out` has one fewer. Status as for a rate ratio (exact, log) or a risk ratio (katz), and
/// `too_few_events`. Throws `DataError` (`wrong-length`, `not-a-confidence-level`).
ONTRACK_EXPORT void relative_rates_into(std::span<const double> group, std::span<const double> reference,
                                        const RelativeRateOptions& options, const EstimateColumns& out);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

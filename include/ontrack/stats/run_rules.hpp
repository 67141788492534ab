#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <ontrack/export.hpp>
#include <ontrack/stats/control_chart.hpp>
#include <ontrack/stats/run_chart.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

enum class RuleKind : std::uint8_t {
    beyond,              ///< `points` of `of` beyond `sigmas`·σ on one side
    near_limit,          ///< as beyond, but not past the 3σ limit, and all `of` on one side of the centre
    one_side,            ///< `points` in a row on one side of the centre
    trend,               ///< `points` in a row that rise, or fall: points − 1 steps
    alternating,         ///< `points` in a row whose steps go up and down in turn
    within,              ///< `points` in a row within `sigmas`·σ of the centre
    either_side_beyond,  ///< `points` in a row beyond `sigmas`·σ, on either side
};

struct Rule {
    RuleKind kind;
    std::uint8_t points;      ///< 1 … 32
    std::uint8_t of = 0;      ///< `beyond`, `near_limit`; 0 = points
    std::uint8_t sigmas = 3;  ///< 1, 2 or 3
};

enum class Marks : std::uint8_t { every_member, last_point };  ///< which points of a pattern are signals
enum class AtLimit : std::uint8_t { inside, signal };          ///< a value equal to a line: strict or not
enum class OnCentre : std::uint8_t { passed_over, breaks_run };
enum class AtGap : std::uint8_t { bridged, starts_anew };      ///< what patterns do at a missing value

/// Rules as data. Bit i of a signal is rules[i]; the bit after the last rule is `run_test`, which is set on every point of a
/// phase that fails it (never of an mr chart, whose values overlap).
struct RuleSet {
    std::string_view name;
    std::string_view edition;
    std::size_t size;
    std::array<Rule, 8> rules;
    Marks marks = Marks::every_member;
    AtLimit at_limit = AtLimit::inside;
    OnCentre on_centre = OnCentre::breaks_run;
    AtGap at_gap = AtGap::bridged;
    RunTest run_test = RunTest::none;
};

/// Nelson (1984), eight tests: 1 beyond 3σ; 9 on one side; 6 in a trend; 14 alternating; 2 of 3 beyond 2σ; 4 of 5 beyond 1σ; 15
/// within 1σ; 8 beyond 1σ on either side.
[[nodiscard]] ONTRACK_EXPORT RuleSet nelson() noexcept;
/// Western Electric (1956), four tests: 1 beyond 3σ; 2 of 3 beyond 2σ; 4 of 5 beyond 1σ; 8 on one side.
[[nodiscard]] ONTRACK_EXPORT RuleSet western_electric() noexcept;
/// NHS England, Making Data Count, as in NHSRplotthedots 0.1: 1 beyond the limits; `points` in a trend; 2 of 3 near a limit;
/// `points` on one side; in this precedence. 6, 7 or 8 points are in use.
[[nodiscard]] ONTRACK_EXPORT RuleSet making_data_count(int points = 7) noexcept;
/// 1 beyond the limits and `points` (8) on one side, as autospc 2026 has it.
[[nodiscard]] ONTRACK_EXPORT RuleSet shewhart_with_run(int points = 8) noexcept;
/// 1 beyond the limits and a run-chart test of the whole phase, points on the centre passed over (qicharts2 0.8).
[[nodiscard]] ONTRACK_EXPORT RuleSet shewhart_with_test(RunTest test = RunTest::anhoej) noexcept;

/// Which rules a point breaks, and in which direction: high is above or rising. A pattern without a direction sets both.
struct Signals {
    std::uint16_t high = 0;
    std::uint16_t low = 0;
    friend bool operator==(const Signals&, const Signals&) = default;
};

/// Judges every point of a series by the rules; phases are judged apart. A rule whose line does not exist never signals.
/// Status as `chart_into`; invalid_option for a rule outside its domain. Never throws, allocates nothing.
ONTRACK_EXPORT Status signals_into(const ChartSeries& series, const ChartOptions& options, const RuleSet& rules,
                                   std::span<Signals> out) noexcept;

/// Lines of the user's own, one element per point; an empty span is a line that does not exist. The lines at 1σ lie midway
/// between the centre and those at 2σ.
struct ChartLines {
    std::span<const double> value, centre, lower = {}, upper = {};
    std::span<const double> lower_warning = {}, upper_warning = {};  ///< at 2σ
};
/// The same for lines that are given, in one phase.
ONTRACK_EXPORT Status signals_into(const ChartLines& lines, const RuleSet& rules, std::span<Signals> out) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

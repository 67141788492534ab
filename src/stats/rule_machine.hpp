#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/stats/run_chart.hpp>
#include <ontrack/stats/run_rules.hpp>

#include "stats/chart_phase.hpp"
#include "stats/run_counter.hpp"

namespace ontrack::inline v0::stats::detail {

[[nodiscard]] bool is_valid(const RuleSet& rules) noexcept;

/// Judges points as they come. The last 32 points are bits of a word, the latest the lowest, so that every rule is a mask.
class RuleMachine {
public:
    /// `out` is empty or has one element per point; patterns found late are marked back in it.
    RuleMachine(const RuleSet& rules, std::span<Signals> out) noexcept
        : rules_(rules), out_(out), equal_signals_(rules.at_limit == AtLimit::signal) {}

    void start_phase() noexcept;
    void miss() noexcept;
    /// Remembers a point that is not to be judged itself.
    void take(std::size_t i, double value, const Lines& lines) noexcept;
    /// Returns the signals of this point as far as they are known now.
    Signals see(std::size_t i, double value, const Lines& lines) noexcept;
    /// The same for a point that is out of patterns.
    Signals see_alone(std::size_t i, double value, const Lines& lines) noexcept;
    [[nodiscard]] const RunAnalysis& runs() const noexcept { return counter_.runs(); }

private:
    void forget() noexcept;
    struct History {
        std::array<std::uint32_t, 32> index{};
        std::uint32_t seen = 0;
        void push(std::size_t i) noexcept { index[++seen % 32] = static_cast<std::uint32_t>(i); }
    };
    struct Sides {
        std::uint32_t high = 0;
        std::uint32_t low = 0;
        void push(bool is_high, bool is_low) noexcept {
            high = high << 1 | std::uint32_t{is_high};
            low = low << 1 | std::uint32_t{is_low};
        }
    };
    [[nodiscard]] bool is_above(double value, double line) const noexcept;
    [[nodiscard]] bool is_below(double value, double line) const noexcept;
    Signals judge(std::size_t rule) noexcept;
    void mark(const History& history, std::uint32_t members, Signals signal) noexcept;

    const RuleSet& rules_;
    std::span<Signals> out_;
    /// Nothing below branches on where a value lies: no processor foresees it.
    bool equal_signals_;
    History points_, off_centre_;
    std::array<Sides, 3> beyond_;  ///< the lines at 1, 2 and 3 σ
    Sides near_, side_, steps_;  ///< of every point
    Sides runs_side_;  ///< of `off_centre_`
    std::uint32_t within_[3] = {};
    std::uint32_t turns_ = 0;
    double before_ = 0.0;
    bool has_before_ = false;
    RunCounter counter_;
};

}  // namespace ontrack::inline v0::stats::detail

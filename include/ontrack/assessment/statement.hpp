#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/plan/indicator.hpp>

namespace ontrack {
inline namespace v0 {

enum class Direction : std::uint8_t { improving, unchanged, worsening, not_rated };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Direction direction) noexcept;

/// What the document itself says of one period, as the report prints it beside what ontrack computes.
struct Statement {
    Period period;
    std::string figure{};  ///< "10–20", "> 450", "−5.9%": a figure that is no single number; else empty
    std::optional<ReportedStatus> status{};
    /// Of the reported direction or the stated change, by the indicator's polarity (a rise is worse where low is good).
    Direction direction = Direction::not_rated;
    std::optional<Flag> flag{};
    /// One line: "off target (reported); down on last year; lowest in London; flagged red only for the quality of the data".
    std::string words{};
    /// Every way to read a number that the document leaves open: "19.1% is the level", "19.1% more than before". Empty where
    /// there is one.
    std::vector<std::string> readings{};
    /// What it rests on that is not final: "a proxy measure"; else empty.
    std::string qualified{};
};

/// What the document says of one observation; empty but for the period where it is a plain figure.
[[nodiscard]] ONTRACK_EXPORT Statement statement_of(const Indicator& indicator, const Observation& seen);
/// The statements of a track in the year, in order of their periods.
[[nodiscard]] ONTRACK_EXPORT std::vector<Statement> statements(const Indicator& indicator, const Track& track,
                                                               const Period& year);

/// Below which numbers a figure is called small.
struct SmallNumberRule {
    /// Events: a rate or count of fewer is too unsteady to be read as a level (the United States' National Center for Health
    /// Statistics flags rates from fewer than 20 deaths as unreliable; their standard error is above a fifth of the rate).
    int events = 20;
    /// Members of the whole. A convention of ontrack's own, for which there is no published rule: among fewer than 50 each one
    /// is more than two per cent.
    int base = 50;
};

/// A warning about how much a figure can bear.
struct Caution {
    std::string code;  ///< `small-numbers`, `small-base`, `flag-for-data-quality`
    std::string sentence;
};

/// What the year's latest figure of a track cannot bear, and flags that say nothing of performance.
[[nodiscard]] ONTRACK_EXPORT std::vector<Caution> cautions(const Indicator& indicator, const Track& track,
                                                           const Period& year, const SmallNumberRule& rule = {});

}  // namespace v0
}  // namespace ontrack

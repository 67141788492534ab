#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <ontrack/stats/total_models.hpp>

#include "stats/sum_model.hpp"

namespace ontrack::inline v0::stats::detail {

inline constexpr std::size_t max_year = 64;  // periods of a year that the models below the credibility model can hold

/// A series as the models of a total see it: whole years from a year's first period on, then the known periods of this one.
struct TotalSeries {
    Status status;
    std::size_t periods, known, length;  // length = years · periods + known
    std::size_t first;  // the first value that is there
    std::array<double, max_history> values;  // NaN = missing or masked
    std::array<double, max_history + max_year> exposure;  // to the year's end
    std::array<bool, max_year> open;  // periods of this year that the figure needs and that have no value
    std::array<bool, max_year> counted;  // periods of this year that the figure needs
    double known_total;  // masked periods too
    double scale;  // values and known_total are the caller's times this

    [[nodiscard]] std::size_t years() const noexcept { return (length - known) / periods; }
    [[nodiscard]] std::size_t end() const noexcept { return years() * periods + periods; }
    [[nodiscard]] std::span<const double> past() const noexcept { return {values.data(), length - known}; }
    [[nodiscard]] std::span<const double> current() const noexcept { return {values.data() + length - known, known}; }
};

/// True when the options are in their domain and this machinery can hold the year.
bool are_usable(const TotalOptions& options) noexcept;

/// Whether the values can be what `support` says they are, and whether there are any.
Status series_status(std::span<const double> series, Support support) noexcept;

/// Lays out the series, the last `dropped` values left out (0 = none): then `known` periods are known of an earlier year.
void lay_out(std::span<const double> series, const TotalOptions& options, std::size_t dropped,
             TotalSeries& out) noexcept;

}  // namespace ontrack::inline v0::stats::detail

#pragma once

/// What the functions of year-end totals take: a panel, how its year stands, and which series are alike.

#include <algorithm>
#include <utility>

#include <ontrack/stats/total_models.hpp>

#include "arrays.hpp"

namespace ontrack::python {

stats::TotalModel total_model_of(const std::string& name);
stats::Support support_of(const std::string& name);
stats::YearFigure year_figure_of(const std::string& name);

/// How the year stands, as keywords.
struct YearArguments {
    std::string support;
    std::string figure;  ///< what the year is of its periods
    int periods_per_year;
    int periods_known;
    std::optional<ArrayLike> masked;
    int threads;
};

/// Checked, and held for as long as the options that look at it.
class TotalPanel {
    Doubles values_;
    Integers offsets_;
    std::vector<std::uint8_t> masked_;
    stats::TotalOptions options_;

public:
    TotalPanel(const ArrayLike& values, const std::optional<ArrayLike>& offsets, const YearArguments& year);

    [[nodiscard]] py::ssize_t size() const { return offsets_.size() - 1; }
    [[nodiscard]] stats::Panel panel() const {
        return {span_of(values_), {offsets_.data(), static_cast<std::size_t>(offsets_.size())}};
    }
    [[nodiscard]] stats::TotalOptions options() const {
        stats::TotalOptions options = options_;
        options.masked = masked_;
        return options;
    }
};

/// Flags that end with the last known period; empty without an argument.
std::vector<std::uint8_t> flags_of(const char* name, const std::optional<ArrayLike>& argument);
/// A whole number for each series; empty without an argument.
std::vector<std::int64_t> whole_column_of(const char* name, const std::optional<ArrayLike>& argument,
                                          py::ssize_t series);
/// The same, as the places of something of which there are `size`; −1 is none.
std::vector<std::int32_t> places_of(const char* name, const std::optional<ArrayLike>& argument, py::ssize_t series,
                                    std::size_t size);

/// The place of each number among the distinct ones that are not below 0; −1 for one below 0.
std::vector<std::int32_t> places_among(std::span<const std::int64_t> numbers);

/// Numbers from 0 stand for places in what is made: a wild one would fill the memory.
inline std::size_t most_numbers(py::ssize_t series) {
    return std::max<std::size_t>(static_cast<std::size_t>(series), 65'536);
}

/// Which series are alike, and what they lend each other: given, or learnt where it was not.
struct Groups {
    std::vector<stats::GroupFit> fits;
    std::vector<std::int32_t> of_series;

    /// Numbers as they are: learnt, a fit for each distinct number that is not below 0, in their order.
    Groups(const stats::Panel& panel, std::span<const std::int64_t> numbers, const stats::TotalOptions& options);
    /// Numbers that are places in `given`; all series are of the first where there are none.
    Groups(std::vector<stats::GroupFit> given, const std::optional<ArrayLike>& numbers, py::ssize_t series);
};

}  // namespace ontrack::python

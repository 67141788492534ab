#pragma once

/// What the year's ratios and survey figures have in common as arguments and results.

#include <algorithm>

#include "series_results.hpp"
#include "total_arguments.hpp"

namespace ontrack::python {

/// What projects a year returns for each series.
template <typename Law>
struct YearFigures {
    Doubles mean, variance;
    std::optional<Doubles> probability_at_most, probability_at_least, quantiles;
    std::vector<Law> laws;
    Statuses fallback, status;

    YearFigures(py::ssize_t series, bool has_targets, const std::optional<Doubles>& probabilities)
        : mean(series), variance(series), laws(static_cast<std::size_t>(series)), fallback(series), status(series) {
        if (has_targets) {
            probability_at_most.emplace(series);
            probability_at_least.emplace(series);
        }
        if (probabilities) {
            quantiles.emplace(std::vector<py::ssize_t>{series, probabilities->size()});
        }
    }
    void freeze() const {
        freeze_all(mean, variance, fallback, status);
        for (const auto* column : {&probability_at_most, &probability_at_least, &quantiles}) {
            if (*column) {
                python::freeze(**column);
            }
        }
    }
};

inline std::span<double> writable_or_none(std::optional<Doubles>& array) {
    return array ? writable(*array) : std::span<double>();
}

/// Which series are alike: the place of each among the distinct numbers that are not below 0, and the members of each.
struct Alike {
    std::vector<std::int32_t> of_series;
    std::vector<std::vector<std::size_t>> members;

    Alike(const std::optional<ArrayLike>& argument, py::ssize_t series)
        : of_series(places_among(whole_column_of("groups", argument, series))) {
        for (std::size_t i = 0; i < of_series.size(); ++i) {
            const auto needed = static_cast<std::size_t>(of_series[i] + 1);
            if (needed == 0) {
                continue;
            }
            members.resize(std::max(members.size(), needed));
            members[needed - 1].push_back(i);
        }
    }
};

/// The members' rows of a column, one after the other.
inline std::vector<double> rows_of(std::span<const double> column, std::span<const std::int64_t> offsets,
                                   const std::vector<std::size_t>& members) {
    std::vector<double> rows;
    for (const std::size_t i : members) {
        if (column.empty()) {
            break;
        }
        rows.insert(rows.end(), column.begin() + offsets[i], column.begin() + offsets[i + 1]);
    }
    return rows;
}
inline std::vector<std::int64_t> offsets_of_rows(std::span<const std::int64_t> offsets,
                                                 const std::vector<std::size_t>& members) {
    std::vector<std::int64_t> rows{0};
    for (const std::size_t i : members) {
        rows.push_back(rows.back() + offsets[i + 1] - offsets[i]);
    }
    return rows;
}

template <typename Law>
void def_year_figures(py::module_& s, const char* name, const char* doc) {
    using Figures = YearFigures<Law>;
    py::class_<Figures>(s, name, doc)
        .def_readonly("mean", &Figures::mean)
        .def_readonly("variance", &Figures::variance)
        .def_readonly("probability_at_most", &Figures::probability_at_most, "P(figure ≤ target); None without targets.")
        .def_readonly("probability_at_least", &Figures::probability_at_least,
                      "P(figure ≥ target); None without targets.")
        .def_readonly("quantiles", &Figures::quantiles, "One row per series; None without probabilities.")
        .def_readonly("laws", &Figures::laws, "The law of each series.")
        .def_readonly("fallback", &Figures::fallback, "uint8, a `Status`: what stands in for the series' own.")
        .def_readonly("status", &Figures::status, "uint8, one `Status` per series; its law counts only where it is ok.")
        .def("__len__", [](const Figures& f) { return f.laws.size(); });
}

}  // namespace ontrack::python

#pragma once

/// What `charts` and `process_icons` return.

#include "estimates.hpp"

namespace ontrack::python {

using Words = py::array_t<std::uint16_t, py::array::c_style>;

struct ControlCharts {
    Doubles value, centre, lower, upper, lower_warning, upper_warning;
    Words signals;
    Statuses status;
};

struct ProcessIcons {
    Statuses variation, assurance, next_assurance;
    Doubles value, centre, lower, upper;
    Words signals;
    Integers baseline_points;
    Statuses status;
};

/// The results, and the enumerations that they are made of.
void bind_chart_results(py::module_& stats);

}  // namespace ontrack::python

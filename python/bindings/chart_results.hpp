#pragma once

/// What `charts` and `process_icons` return.

#include "series_results.hpp"

namespace ontrack::python {

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

#pragma once

/// What regressions of many series return.

#include <ontrack/stats/interrupted.hpp>
#include <ontrack/stats/log_linear.hpp>

#include "estimates.hpp"

namespace ontrack::python {

struct Regressions {
    Doubles coefficient, standard_error, lower, upper, p_value, covariance, fitted;
    Doubles degrees, alpha, dispersion, deviance, log_likelihood;
    Statuses status;

    /// Room for `series` rows of `columns` coefficients and for fitted values of this shape.
    Regressions(py::ssize_t series, py::ssize_t columns, const std::vector<py::ssize_t>& values);
    stats::RegressionColumns columns();
    void freeze() const;
};

struct LogLinearTrends {
    Estimates rate_ratio;
    Doubles p_value, slope, standard_error, degrees, alpha, dispersion, deviance, log_likelihood, fitted;

    LogLinearTrends(py::ssize_t series, const std::vector<py::ssize_t>& values);
    stats::LogLinearColumns columns();
    void freeze() const;
};

struct Interrupted {
    Regressions regression;
    Doubles effect, effect_lower, effect_upper, effect_p_value, counterfactual, change, change_lower, change_upper;

    Interrupted(py::ssize_t series, py::ssize_t columns, py::ssize_t effects, const std::vector<py::ssize_t>& values);
    stats::InterruptedColumns columns();
    void freeze() const;
};

/// The classes above, and the words and designs that regressions take.
void bind_regression_results(py::module_& stats);
void bind_change_points(py::module_& stats);

}  // namespace ontrack::python

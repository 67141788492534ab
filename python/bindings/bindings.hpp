#pragma once

#include "convert.hpp"

namespace ontrack::python {

void bind_base(py::module_& m);
void bind_calendar(py::module_& m);
void bind_stats(py::module_& m);
/// Distribution functions and their quantiles, for numbers and arrays.
void bind_quantiles(py::module_& stats);
/// What an estimate with its limits is; proportions, counts, rates, means, surveys; differences, ratios, inequality.
void bind_estimates(py::module_& stats);
void bind_intervals(py::module_& stats);
void bind_strata(py::module_& stats);
void bind_comparisons(py::module_& stats);
void bind_run_charts(py::module_& stats);
void bind_control_charts(py::module_& stats);
void bind_chart_conventions(py::module_& stats);
void bind_process_icons(py::module_& stats);
/// Trend tests and lines; recent trends and decomposition.
void bind_trends(py::module_& stats);
void bind_recent_trends(py::module_& stats);
void bind_random_numbers(py::module_& stats);
/// Regressions of count series, interrupted series, changes at unknown dates.
void bind_regression(py::module_& stats);
/// Areas compared with a benchmark, in a funnel, by rank and in groups; by which conventions.
void bind_benchmarks(py::module_& stats);
void bind_funnels(py::module_& stats);
void bind_comparison_conventions(py::module_& stats);
void bind_rankings(py::module_& stats);
/// Tests of two counts and the year to date; before and after, relative rates, strata.
void bind_two_counts(py::module_& stats);
void bind_before_after(py::module_& stats);
/// `project` for arrays of many series.
void bind_outturns(py::module_& m);
/// What a document says: inexact figures, words, comparators, interruptions.
void bind_statements(py::module_& m);
/// Year-end totals by model.
void bind_totals(py::module_& stats);
/// Year-end rates, percentages and survey figures.
void bind_year_ratios(py::module_& stats);
/// What like series lend each other and what they share; what follows from laws of totals.
void bind_group_fits(py::module_& stats);
void bind_consequences(py::module_& stats);
/// CRPS, Brier score and PIT of forecasts.
void bind_scores(py::module_& m);
/// What a plan is made of: measures, targets, observations, scales.
void bind_plan_values(py::module_& m);
/// Targets, what they pay, and the phrases that state them.
void bind_targets(py::module_& m);
void bind_plan(py::module_& m);
/// Budget, progress, actions and boards of a plan.
void bind_report_items(py::module_& m);
/// What is made of them: budget positions, roll-ups, movement.
void bind_report_answers(py::module_& m);
void bind_outlook(py::module_& m);
/// What stands beside the numbers: statements, cautions, comparisons; and what contradicts them.
void bind_beside(py::module_& m);
void bind_assessment(py::module_& m);
/// What chance and the process say of an assessment.
void bind_chance(py::module_& m);
void bind_contradictions(py::module_& m);
void bind_risk(py::module_& m);
void bind_review(py::module_& m);

/// The methods of `Review` that print it.
void bind_report(py::module_& m);

/// Long work runs without Python's lock.
using WithoutGil = py::call_guard<py::gil_scoped_release>;

}  // namespace ontrack::python

#pragma once

/// From a plan file to the report, and the projection of whole panels. The other statistics (control charts, trend tests,
/// standardised rates …) have headers of their own in `ontrack/stats/`.
#include <ontrack/plan/read_plan.hpp>
#include <ontrack/report/report.hpp>
#include <ontrack/review/review.hpp>
#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/intervals.hpp>
#include <ontrack/stats/outturn.hpp>

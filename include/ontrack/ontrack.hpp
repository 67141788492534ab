#pragma once

/// Everything: from a plan file to the report.
#include <ontrack/plan/read_plan.hpp>
#include <ontrack/report/report.hpp>
#include <ontrack/review/review.hpp>
#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/intervals.hpp>
#include <ontrack/stats/outturn.hpp>

#pragma once

#include <ontrack/assessment/assessment.hpp>

#include "report/json_writer.hpp"

namespace ontrack::inline v0::detail::report {

/// What stands beside the numbers of a line: `reported`, `comparators`, `restated`, `cautions`. Inside an object.
void write_said(JsonWriter& json, const TrackAssessment& assessed);

}  // namespace ontrack::inline v0::detail::report

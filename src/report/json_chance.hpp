#pragma once

#include <vector>

#include <ontrack/assessment/assessment.hpp>

#include "report/json_writer.hpp"

namespace ontrack::inline v0::detail::report {

/// Writes what chance and the process say: `interval`, `change`, `process`; null, with its reason added, where nothing is known.
void write_chance(JsonWriter& json, const TrackAssessment& assessed, std::vector<Missing>& reasons);

}  // namespace ontrack::inline v0::detail::report

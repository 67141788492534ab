#pragma once

#include <string_view>
#include <vector>

#include "report/json_writer.hpp"
#include "report/lines.hpp"

namespace ontrack::inline v0::detail::report {

/// An indicator with its risk and its parts, as one object.
void write_indicator(JsonWriter& json, const Review& review, std::size_t indicator);
/// The members of a placement; adds a reason, under `prefix`, for each that does not exist.
void write_placement(JsonWriter& json, const Review& review, const Placement& risk, std::string_view prefix,
                     std::vector<Missing>& reasons);
void write_reasons(JsonWriter& json, const std::vector<Missing>& reasons);
/// Six decimals: more is noise, and would differ between processors.
[[nodiscard]] double rounded_for_print(double value);

}  // namespace ontrack::inline v0::detail::report

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include <ontrack/plan/plan.hpp>

namespace ontrack {
inline namespace v0 {

/// Largest plan file that is read.
inline constexpr std::size_t max_plan_bytes = 10'000'000;

/// Reads and checks a plan file (TOML; the format is `schema/plan.schema.json`, explained in docs/plan-file.md).
/// Throws `PlanError` that holds every mistake found, each with file, line, column, key and remedy.
[[nodiscard]] ONTRACK_EXPORT Plan read_plan(const std::filesystem::path& path);
/// The same for text already in memory; `name` stands for the file in errors.
[[nodiscard]] ONTRACK_EXPORT Plan parse_plan(std::string_view toml, std::string name = "plan");
/// Every mistake, without throwing; empty for a good plan.
[[nodiscard]] ONTRACK_EXPORT std::vector<Problem> check_plan(const std::filesystem::path& path);

}  // namespace v0
}  // namespace ontrack

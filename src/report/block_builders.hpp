#pragma once

#include "report/blocks.hpp"

namespace ontrack::inline v0::detail::report {

// One builder per block, each in src/report/block_NAME.cpp.
[[nodiscard]] Block roll_up_block(const Review& review);
[[nodiscard]] Block baseline_block(const Review& review);
[[nodiscard]] Block annual_block(const Review& review);
[[nodiscard]] Block movement_block(const Review& review);
[[nodiscard]] Block budget_block(const Review& review);
[[nodiscard]] Block grant_block(const Review& review);
[[nodiscard]] Block progress_block(const Review& review);
[[nodiscard]] Block attention_block(const Review& review);
[[nodiscard]] Block figure_block(const Review& review);
[[nodiscard]] Block action_block(const Review& review);
[[nodiscard]] Block next_period_block(const Review& review);

[[nodiscard]] Block reported_block(const Review& review);
[[nodiscard]] Block comparator_block(const Review& review);
[[nodiscard]] Block composition_block(const Review& review);
[[nodiscard]] Block interruption_block(const Review& review);
[[nodiscard]] Block chance_block(const Review& review);
[[nodiscard]] Block process_block(const Review& review);
[[nodiscard]] Block caution_block(const Review& review);
[[nodiscard]] Block contradiction_block(const Review& review);

/// In the order of the report.
inline constexpr Block (*block_builders[])(const Review&) = {
    roll_up_block,  baseline_block,      annual_block,     movement_block,    chance_block,
    process_block,  reported_block,      comparator_block, composition_block, interruption_block,
    caution_block,  contradiction_block, figure_block,     budget_block,      grant_block,
    progress_block, attention_block,     action_block,     next_period_block,
};

}  // namespace ontrack::inline v0::detail::report

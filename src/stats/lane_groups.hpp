#pragma once

#include <cmath>
#include <cstddef>

#include "stats/sum_model.hpp"

namespace ontrack::inline v0::stats::detail {

/// As many lanes as any processor has.
inline constexpr std::size_t most_lanes = 8;

/// Series of a task that go side by side: they start at the same value, and either all of them are complete from there or
/// none is. So what a series is computed by does not depend on its company.
struct LaneGroup {
    std::size_t first = 0;  // leading NaN are passed over
    bool has_gaps = false;
    std::size_t count = 0;
    std::size_t series[most_lanes];  // the last is repeated where there are fewer
};

/// Calls act(group) until every series of the task was in one. Series without a value come with first = length.
template <class Act>
void for_each_lane_group(const SumTask& task, std::size_t lanes, Act act) noexcept {
    std::size_t first[max_together];
    bool has_gaps[max_together];
    bool is_done[max_together] = {};
    for (std::size_t i = 0; i < task.series.size(); ++i) {
        const double* const values = task.series[i];
        std::size_t t = 0;
        while (t < task.length && std::isnan(values[t])) ++t;
        first[i] = t;
        while (t < task.length && !std::isnan(values[t])) ++t;
        has_gaps[i] = t < task.length;
    }
    for (std::size_t i = 0; i < task.series.size(); ++i) {
        if (is_done[i]) continue;
        LaneGroup group{first[i], has_gaps[i], 0, {}};
        for (std::size_t j = i; j < task.series.size() && group.count < lanes; ++j) {
            if (is_done[j] || first[j] != group.first || has_gaps[j] != group.has_gaps) continue;
            is_done[j] = true;
            group.series[group.count++] = j;
        }
        for (std::size_t lane = group.count; lane < lanes; ++lane) group.series[lane] = group.series[group.count - 1];
        act(group);
    }
}

}  // namespace ontrack::inline v0::stats::detail

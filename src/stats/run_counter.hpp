#pragma once

#include <algorithm>
#include <cstddef>

#include <ontrack/stats/run_chart.hpp>

namespace ontrack::inline v0::stats::detail {

/// 1 above, −1 below, 0 on the centre or where a number is missing.
inline int side_of(double value, double centre) noexcept {
    return (value > centre) - (value < centre);
}

/// Counts runs and crossings as sides come in.
class RunCounter {
public:
    void see(int side) noexcept {
        if (side == 0) return;
        ++runs_.useful;
        if (last_ != 0 && side != last_) ++runs_.crossings;
        run_ = side == last_ ? run_ + 1 : 1;
        last_ = side;
        runs_.longest_run = std::max(runs_.longest_run, run_);
    }
    [[nodiscard]] const RunAnalysis& runs() const noexcept { return runs_; }

private:
    RunAnalysis runs_;
    std::size_t run_ = 0;
    int last_ = 0;
};

}  // namespace ontrack::inline v0::stats::detail

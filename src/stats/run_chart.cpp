#include <ontrack/stats/run_chart.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <ontrack/stats/quantiles.hpp>

#include "stats/median.hpp"
#include "stats/run_boxes.hpp"
#include "stats/run_counter.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

using detail::side_of;

bool is_outside_box(const RunAnalysis& runs, bool cut) noexcept {
    const detail::RunBox& box = detail::run_boxes[runs.useful - detail::first_box];
    if (runs.crossings < box.crossings || runs.longest_run > box.longest) return true;
    return cut && ((runs.crossings == box.crossings && runs.longest_run > box.cut_longest) ||
                   (runs.longest_run == box.longest && runs.crossings < box.cut_crossings));
}

}  // namespace

double median(std::span<const double> values) noexcept {
    return detail::median_of([values](auto see) {
        for (const double x : values)
            if (!std::isnan(x)) see(x);
    });
}

RunAnalysis analyse_runs(std::span<const double> values, std::span<const double> centre) noexcept {
    const double middle = centre.empty() ? median(values) : 0.0;
    detail::RunCounter counter;
    for (std::size_t i = 0; i < values.size(); ++i)
        counter.see(side_of(values[i], centre.empty() ? middle : centre[i]));
    return counter.runs();
}

std::size_t longest_run_bound(std::size_t useful) noexcept {
    if (useful == 0) return 0;
    return static_cast<std::size_t>(std::lround(std::log2(static_cast<double>(useful)))) + 3;
}

std::size_t crossings_bound(std::size_t useful) noexcept {
    if (useful < 2) return 0;
    const auto steps = static_cast<double>(useful - 1);
    // P(X ≤ k) = I½(n − k, k + 1); by halving, as it rises with k.
    double low = -1.0, high = steps;
    while (high - low > 1.0) {
        const double k = std::floor((low + high) / 2.0);
        const bool reaches = k == steps || beta_cdf(0.5, steps - k, k + 1.0) >= 0.05;
        (reaches ? high : low) = k;
    }
    return static_cast<std::size_t>(high);
}

bool is_defined(RunTest test, std::size_t useful) noexcept {
    switch (test) {
        case RunTest::none:
            return false;
        case RunTest::anhoej:
            return useful > 0;
        case RunTest::best_box:
        case RunTest::cut_box:
            return useful >= detail::first_box && useful < detail::first_box + detail::run_boxes.size();
    }
    return false;
}

bool is_non_random(const RunAnalysis& runs, RunTest test) noexcept {
    if (!is_defined(test, runs.useful)) return false;
    if (test != RunTest::anhoej) return is_outside_box(runs, test == RunTest::cut_box);
    return runs.longest_run > longest_run_bound(runs.useful) || runs.crossings < crossings_bound(runs.useful);
}

std::size_t rebase_runs_into(std::span<const double> values, const RunRebasing& protocol, std::span<double> centre,
                             std::span<std::uint8_t> starts) noexcept {
    std::fill(starts.begin(), starts.end(), std::uint8_t{0});
    std::fill(centre.begin(), centre.end(), std::numeric_limits<double>::quiet_NaN());
    if (protocol.baseline == 0 || protocol.run == 0 || values.size() < protocol.baseline) return 0;
    double middle = median(values.first(protocol.baseline));
    std::size_t medians = 1;
    if (!starts.empty()) starts[0] = 1;
    if (!centre.empty()) std::fill(centre.begin(), centre.end(), middle);

    std::size_t run = 0, first = 0;
    int last = 0;
    for (std::size_t i = protocol.baseline; i < values.size(); ++i) {
        const int side = side_of(values[i], middle);
        if (side == 0) continue;
        if (side != last) {
            run = 0;
            first = i;
        }
        last = side;
        const bool counts = protocol.side == RunSide::both || (protocol.side == RunSide::above) == (side > 0);
        if (!counts || ++run < protocol.run) continue;
        const double old = middle;
        middle = detail::median_of([&](auto see) {
            for (std::size_t j = first; j <= i; ++j)
                if (side_of(values[j], old) != 0) see(values[j]);
        });
        ++medians;
        if (!starts.empty()) starts[first] = 1;
        if (!centre.empty()) std::fill(centre.begin() + static_cast<std::ptrdiff_t>(first), centre.end(), middle);
        run = 0;
        last = 0;
    }
    return medians;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

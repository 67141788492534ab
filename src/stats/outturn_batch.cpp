#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <limits>
#include <thread>

#include <ontrack/stats/outturn.hpp>

#include "stats/credibility.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t most_threads = 256;

struct Batch {
    const Panel& panel;
    std::span<const double> targets;
    const OutturnOptions& options;
    const OutturnColumns& out;

    [[nodiscard]] std::span<const double> series(std::size_t i) const noexcept {
        const auto first = static_cast<std::size_t>(panel.offsets[i]);
        return panel.values.subspan(first, static_cast<std::size_t>(panel.offsets[i + 1]) - first);
    }
};

/// Series of one length in the lanes; the last is repeated where fewer than `lanes` are left.
detail::YearTable table_of(const Batch& batch, std::size_t first, std::size_t count) noexcept {
    const auto periods = static_cast<std::size_t>(batch.options.periods_per_year);
    const auto asked = static_cast<std::size_t>(batch.options.periods_known);
    const std::size_t length = batch.series(first).size();
    const std::size_t known = std::min(length, asked);
    const std::size_t years = std::min((length - known) / periods, detail::max_past_years);
    detail::YearTable table{.past = {},
                            .current = {},
                            .years = years,
                            .known = known,
                            .first_known = asked - known,
                            .periods = periods,
                            .covered = {},
                            .stated_shares = batch.options.seasonal_shares,
                            .prior_total = detail::Lane::Constant(nan),
                            .prior_age = 0};
    for (std::size_t lane = 0; lane < detail::lanes; ++lane) {
        const std::span<const double> series = batch.series(first + std::min(lane, count - 1));
        table.current[lane] = series.last(known).data();
        table.past[lane] = series.last(known + years * periods).data();
    }
    return table;
}

void write(const CountProjection& projection, double target, const OutturnColumns& out, std::size_t i) noexcept {
    const CountLaw& law = projection.law;
    const bool usable = projection.status == Status::ok;
    const auto put = [&](std::span<double> column, auto value) {
        if (!column.empty()) column[i] = usable ? value() : nan;
    };
    put(out.mean, [&] { return law.mean(); });
    put(out.variance, [&] { return law.variance(); });
    put(out.median, [&] { return law.quantile(0.5); });
    put(out.lower_80, [&] { return law.quantile(0.1); });
    put(out.upper_80, [&] { return law.quantile(0.9); });
    put(out.lower_95, [&] { return law.quantile(0.025); });
    put(out.upper_95, [&] { return law.quantile(0.975); });
    put(out.probability_at_most, [&] { return law.cdf(target); });
    if (out.status.empty()) return;
    const bool lacks_target = usable && !out.probability_at_most.empty() && std::isnan(target);
    out.status[i] = lacks_target ? Status::no_target : projection.status;
}

bool are_usable(const OutturnOptions& options) noexcept {
    const auto periods = static_cast<std::size_t>(std::max(0, options.periods_per_year));
    const std::size_t shares = options.seasonal_shares.size();
    return periods >= 1 && periods <= detail::max_periods && options.periods_known >= 0 &&
           options.periods_known <= options.periods_per_year && (shares == 0 || shares == periods);
}

void project_series(const Batch& batch, std::size_t first, std::size_t last) noexcept {
    while (first < last) {
        const std::size_t length = batch.series(first).size();
        std::size_t count = 1;
        while (count < detail::lanes && first + count < last && batch.series(first + count).size() == length) ++count;
        const auto projections = detail::project(table_of(batch, first, count));
        for (std::size_t lane = 0; lane < count; ++lane, ++first)
            write(projections[lane], batch.targets.empty() ? nan : batch.targets[first], batch.out, first);
    }
}

}  // namespace

void project_outturn_into(const Panel& panel, std::span<const double> targets, const OutturnOptions& options,
                          const OutturnColumns& out) noexcept {
    const Batch batch{panel, targets, options, out};
    const std::size_t size = panel.size();
    if (!are_usable(options)) {
        for (std::size_t i = 0; i < size; ++i) write(detail::without_result(Status::invalid_option), nan, out, i);
        return;
    }
    const std::size_t blocks = (size + detail::lanes - 1) / detail::lanes;
    const std::size_t threads =
        std::clamp<std::size_t>(options.threads, 1, std::clamp<std::size_t>(blocks, 1, most_threads));
    const auto edge = [&](std::size_t thread) { return std::min(size, blocks * thread / threads * detail::lanes); };

    std::array<std::jthread, most_threads> others;
    for (std::size_t thread = 1; thread < threads; ++thread) {
        try {
            others[thread] = std::jthread([&, thread] { project_series(batch, edge(thread), edge(thread + 1)); });
        } catch (const std::exception&) {
            project_series(batch, edge(thread), edge(thread + 1));  // no thread to be had: do its part here
        }
    }
    project_series(batch, edge(0), edge(1));
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

#include <algorithm>
#include <array>
#include <cmath>

#include <ontrack/stats/outturn.hpp>

#include "stats/constants.hpp"
#include "stats/credibility.hpp"
#include "stats/negative_binomial.hpp"
#include "stats/split_threads.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

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

/// Series of one length side by side.
detail::YearTable table_of(const Batch& batch, std::size_t first, std::size_t count) noexcept {
    const auto periods = static_cast<std::size_t>(batch.options.periods_per_year);
    const auto asked = static_cast<std::size_t>(batch.options.periods_known);
    const std::size_t length = batch.series(first).size();
    const std::size_t known = std::min(length, asked);
    const std::size_t years = std::min((length - known) / periods, detail::max_past_years);
    detail::YearTable table{.past = {},
                            .current = {},
                            .count = count,
                            .years = years,
                            .known = known,
                            .first_known = asked - known,
                            .periods = periods,
                            .covered = {},
                            .stated_shares = batch.options.seasonal_shares,
                            .prior_total = nan,
                            .prior_age = 0};
    for (std::size_t i = 0; i < count; ++i) {
        const std::span<const double> series = batch.series(first + i);
        table.current[i] = series.last(known).data();
        table.past[i] = series.last(known + years * periods).data();
    }
    return table;
}

/// The columns of bounds that are wanted, and how each bound is guessed.
struct Bounds {
    std::array<std::span<double>, 5> columns;
    std::array<detail::QuantileGuess, 5> guesses;
    std::size_t size = 0;

    explicit Bounds(const OutturnColumns& out) noexcept {
        add(out.median, 0.5);
        add(out.lower_80, 0.1);
        add(out.upper_80, 0.9);
        add(out.lower_95, 0.025);
        add(out.upper_95, 0.975);
    }

private:
    void add(std::span<double> column, double p) noexcept {
        if (column.empty()) return;
        columns[size] = column;
        guesses[size++] = detail::quantile_guess(p);
    }
};

/// The laws of the projected series [first, first + count) as columns.
void write(const Batch& batch, const Bounds& bounds, const detail::Credibility& projections, std::size_t first,
           std::size_t count) noexcept {
    const OutturnColumns& out = batch.out;
    const auto put = [&](std::span<double> column, auto value) {
        if (column.empty()) return;
        for (std::size_t i = 0; i < count; ++i) column[first + i] = value(i);
    };
    put(out.mean, [&](std::size_t i) { return projections.at(i).law.mean(); });
    put(out.variance, [&](std::size_t i) { return projections.at(i).law.variance(); });

    std::array<double, detail::table_series> x, cdf;
    std::array<double, detail::table_series * 5> quantile;
    const bool asked = !out.probability_at_most.empty();
    for (std::size_t i = 0; i < count; ++i)
        x[i] = (batch.targets.empty() ? nan : batch.targets[first + i]) - projections.known[i];
    detail::count_laws(detail::count_law_kernel(), {.count = count,
                                                    .mean = projections.remaining_mean.data(),
                                                    .shape = projections.remaining_shape.data(),
                                                    .x = asked ? x.data() : nullptr,
                                                    .cdf = cdf.data(),
                                                    .quantiles = bounds.size,
                                                    .guesses = bounds.guesses.data(),
                                                    .quantile = quantile.data()});
    if (asked) put(out.probability_at_most, [&](std::size_t i) { return cdf[i]; });
    for (std::size_t k = 0; k < bounds.size; ++k)
        put(bounds.columns[k],
            [&](std::size_t i) { return std::ceil(projections.known[i] + quantile[i * bounds.size + k]); });
    if (out.status.empty()) return;
    for (std::size_t i = 0; i < count; ++i) {
        const bool lacks_target = projections.status[i] == Status::ok && asked && std::isnan(x[i]);
        out.status[first + i] = lacks_target ? Status::no_target : projections.status[i];
    }
}

void write_invalid(const Batch& batch) noexcept {
    detail::Credibility nothing;
    for (auto* column : {&nothing.known, &nothing.remaining_mean, &nothing.remaining_shape}) column->fill(nan);
    nothing.status.fill(Status::invalid_option);
    const Bounds bounds(batch.out);
    for (std::size_t i = 0; i < batch.panel.size(); ++i) write(batch, bounds, nothing, i, 1);
}

bool are_usable(const OutturnOptions& options) noexcept {
    const auto periods = static_cast<std::size_t>(std::max(0, options.periods_per_year));
    const std::size_t shares = options.seasonal_shares.size();
    return periods >= 1 && periods <= detail::max_periods && options.periods_known >= 0 &&
           options.periods_known <= options.periods_per_year && (shares == 0 || shares == periods);
}

/// Reads a block's values once in the order in which they lie in memory. The kernel goes from series to series, which a
/// processor does not foresee; a straight run it does.
void run_through(const Panel& panel, std::size_t first, std::size_t last) noexcept {
    constexpr std::int64_t line = 8;  // values that memory hands over together
    double sum = 0.0;
    for (std::int64_t i = panel.offsets[first]; i < panel.offsets[last]; i += line)
        sum += panel.values[static_cast<std::size_t>(i)];
    [[maybe_unused]] const volatile double kept = sum;
}

void project_series(const Batch& batch, const Bounds& bounds, std::size_t first, std::size_t last) noexcept {
    detail::CredibilityKernel* const project = detail::credibility_kernel();
    detail::Credibility projections;
    while (first < last) {
        const std::size_t length = batch.series(first).size();
        std::size_t count = 1;
        while (count < detail::table_series && first + count < last && batch.series(first + count).size() == length)
            ++count;
        run_through(batch.panel, first, first + count);
        project(table_of(batch, first, count), projections);
        write(batch, bounds, projections, first, count);
        first += count;
    }
}

}  // namespace

void project_outturn_into(const Panel& panel, std::span<const double> targets, const OutturnOptions& options,
                          const OutturnColumns& out) noexcept {
    const Batch batch{panel, targets, options, out};
    if (!are_usable(options)) return write_invalid(batch);
    const Bounds bounds(out);
    detail::split_threads(panel.size(), options.threads,
                          [&](std::size_t first, std::size_t last) { project_series(batch, bounds, first, last); });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

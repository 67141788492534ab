#include "stats/total_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/constants.hpp"
#include "stats/law_part.hpp"
#include "stats/negative_binomial.hpp"
#include "stats/total_block.hpp"
#include "stats/year_columns.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

bool is_usable(const TotalProjection& projection) noexcept {
    return projection.status == Status::ok;
}

/// The laws among the projections that are one negative binomial.
struct CountLaws {
    std::size_t size = 0;
    std::array<std::size_t, block_series> which;
    std::array<double, block_series> mean, shape, x, result;
    std::array<bool, block_series> has{};

    explicit CountLaws(std::span<const TotalProjection> projections) noexcept {
        for (std::size_t i = 0; i < projections.size(); ++i) {
            const TotalLaw& law = projections[i].law;
            if (!is_usable(projections[i]) || law.size != 1 || law.parts[0].weight != 1.0) continue;
            const LawPart& part = law.parts[0];
            if (!is_whole(part) || is_certain(part)) continue;
            mean[size] = part.mean;
            shape[size] = shape_of(part);
            which[size++] = i;
            has[i] = true;
        }
    }
    [[nodiscard]] CountLawTask task() const noexcept {
        return {.count = size, .mean = mean.data(), .shape = shape.data()};
    }
};

void write_probabilities(std::span<const TotalProjection> projections, std::span<const double> targets,
                         CountLaws& counts, std::span<double> out) noexcept {
    for (std::size_t i = 0; i < projections.size(); ++i)
        if (!counts.has[i])
            out[i] = is_usable(projections[i]) && !targets.empty() ? projections[i].law.cdf(targets[i]) : nan;
    if (counts.size == 0) return;
    for (std::size_t k = 0; k < counts.size; ++k)
        counts.x[k] = targets.empty() ? nan : rest_below(projections[counts.which[k]].law, targets[counts.which[k]]);
    CountLawTask task = counts.task();
    task.x = counts.x.data();
    task.cdf = counts.result.data();
    count_laws(count_law_kernel(), task);
    for (std::size_t k = 0; k < counts.size; ++k) out[counts.which[k]] = std::min(counts.result[k], 1.0);
}

/// Column k of the row-major quantiles.
void write_quantile(std::span<const TotalProjection> projections, double p, std::size_t k, std::size_t columns,
                    CountLaws& counts, std::span<double> out) noexcept {
    for (std::size_t i = 0; i < projections.size(); ++i)
        if (!counts.has[i]) out[i * columns + k] = is_usable(projections[i]) ? projections[i].law.quantile(p) : nan;
    if (counts.size == 0) return;
    const bool inside = p > 0.0 && p < 1.0;
    if (inside) {
        const QuantileGuess guess = quantile_guess(p);
        CountLawTask task = counts.task();
        task.quantiles = 1;
        task.guesses = &guess;
        task.quantile = counts.result.data();
        count_laws(count_law_kernel(), task);
    }
    for (std::size_t j = 0; j < counts.size; ++j) {
        const std::size_t i = counts.which[j];
        out[i * columns + k] = inside ? projections[i].law.known + counts.result[j] : nan;
    }
}

void write_states(const TotalProjection& projection, double target, const TotalColumns& out, std::size_t i) noexcept {
    write_law(projection, out, i);
    put(out.used, i, projection.used);
    write_status(projection, target, !out.probability_at_most.empty(), out, i);
}

}  // namespace

void write_projections(std::span<const TotalProjection> projections, std::span<const double> targets, std::size_t first,
                       const TotalColumns& out) noexcept {
    const std::size_t n = projections.size(), columns = out.probabilities.size();
    const std::span<const double> own = targets.empty() ? targets : targets.subspan(first, n);
    for (std::size_t i = 0; i < n; ++i) write_states(projections[i], own.empty() ? nan : own[i], out, first + i);
    if (out.probability_at_most.empty() && out.quantiles.empty()) return;
    CountLaws counts(projections);
    if (!out.probability_at_most.empty())
        write_probabilities(projections, own, counts, out.probability_at_most.subspan(first, n));
    if (out.quantiles.empty()) return;
    for (std::size_t k = 0; k < columns; ++k)
        write_quantile(projections, out.probabilities[k], k, columns, counts,
                       out.quantiles.subspan(first * columns, n * columns));
}

}  // namespace ontrack::inline v0::stats::detail

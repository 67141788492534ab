#include "stats/discounted_level.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/constants.hpp"
#include "stats/discount_kernel.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

static_assert(2 * discounts.size() == discount_lanes);
// Where they come from: docs/methods.md, "How the default was chosen".
constexpr double middle_discount = 0.88;
constexpr double usual_worth = 6.0;  // of the usual excess, in values for which chance is small against it
constexpr double largest_square = 9.0;
constexpr double least_excess = 0.02, most_excess = 50.0;  // times the usual one

/// Events per unit of exposure over all values.
double start_of(std::span<const double> values, std::span<const double> exposure) noexcept {
    double events = 0.0, exposed = 0.0;
    for (std::size_t t = 0; t < values.size(); ++t) {
        const bool there = values[t] >= 0.0 && exposure[t] > 0.0;
        events += there ? values[t] : 0.0;
        exposed += there ? exposure[t] : 0.0;
    }
    return std::max(events, half_event) / exposed;
}

/// The usual excess, corrected by the squared one-step errors of a filter with one discount. A large error counts as a
/// smaller one, so that a broken month does not blur the others.
double learnt_excess(std::span<const double> values, std::span<const double> exposure, double start, double usual,
                     std::size_t settle) noexcept {
    double shape = half_event, rate = half_event / start;
    double errors = 0.0, scale = 0.0;
    std::size_t seen = 0;
    for (std::size_t t = 0; t < values.size(); ++t) {
        if (!(values[t] >= 0.0 && exposure[t] > 0.0)) continue;
        const double keep = std::max(middle_discount, half_event / shape);
        shape *= keep;
        rate *= keep;
        const double mean = shape * exposure[t] / rate;
        const double square = mean * mean;
        if (seen >= settle) {
            const double chance = mean + square / shape;
            const double expected = chance + usual * square;
            const double error = values[t] - mean;
            const double weight = square / (expected * expected);
            errors += weight * (std::min(error * error, largest_square * expected) - chance);
            scale += weight * square;
        }
        ++seen;
        const double dispersion = 1.0 / (1.0 + usual * mean);
        shape += values[t] * dispersion;
        rate += exposure[t] * dispersion;
    }
    const double worth = scale * usual * usual;
    if (!(worth > 0.0)) return usual;
    const double own = std::max(errors / scale, 0.0);
    return std::clamp((usual_worth * usual + worth * own) / (usual_worth + worth), least_excess * usual,
                      most_excess * usual);
}

/// \pre states has four filters from `first` on
DiscountedLevel averaged(const DiscountStates& states, std::size_t first, const DiscountWeights& log_prior,
                         std::size_t coming) noexcept {
    DiscountedLevel result{};
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < discounts.size(); ++i) {
        const double likelihood = states.log_likelihood[first + i];
        result.log_likelihood[i] = std::isfinite(likelihood) ? likelihood : 0.0;
        best = std::max(best, result.log_likelihood[i] + log_prior[i]);
    }
    // Mean of the variances that a random walk adds up to the middle of each coming period, weighted alike.
    const double h = static_cast<double>(std::max<std::size_t>(coming, 1));
    const double walk = (h + 1.0) * (2.0 * h + 1.0) / (6.0 * h);
    double weights = 0.0, square = 0.0;
    for (std::size_t i = 0; i < discounts.size(); ++i) {
        const double weight = std::exp(result.log_likelihood[i] + log_prior[i] - best);
        // Half an event more (Jeffreys 1946): what has not happened yet may.
        const double shape = states.shape[first + i] + half_event;
        const double level = shape / states.rate[first + i];
        const double doubt = (1.0 + (1.0 / discounts[i] - 1.0) * walk) / shape;
        weights += weight;
        result.level += weight * level;
        result.discount += weight * discounts[i];
        square += weight * level * level * (1.0 + doubt);
    }
    result.level /= weights;
    result.discount /= weights;
    result.doubt = std::max(0.0, square / weights / (result.level * result.level) - 1.0);
    return result;
}

}  // namespace

std::array<DiscountedLevel, 2> discounted_levels(const LevelTask& task) noexcept {
    DiscountTask filters{};
    filters.values = task.values.data();
    filters.length = task.values.size();
    filters.settle = task.settle;
    const bool same = task.exposure[0].data() == task.exposure[1].data();
    for (std::size_t k = 0; k < 2; ++k) {
        filters.exposure[k] = task.exposure[k].data();
        std::copy(discounts.begin(), discounts.end(), filters.discount + k * discounts.size());
        if (k == 1 && same) {
            filters.start[1] = filters.start[0];
            filters.excess[1] = filters.excess[0];
            continue;
        }
        filters.start[k] = start_of(task.values, task.exposure[k]);
        filters.excess[k] =
            learnt_excess(task.values, task.exposure[k], filters.start[k], task.usual_excess, task.settle);
    }
    DiscountStates states;
    discount_kernel()(filters, states);
    std::array<DiscountedLevel, 2> result{averaged(states, 0, task.log_prior[0], task.coming),
                                          averaged(states, discounts.size(), task.log_prior[1], task.coming)};
    for (std::size_t k = 0; k < 2; ++k) result[k].excess = filters.excess[k];
    return result;
}

}  // namespace ontrack::inline v0::stats::detail

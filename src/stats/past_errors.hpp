#pragma once

#include <array>
#include <span>
#include <vector>

#include "stats/total_context.hpp"

namespace ontrack::inline v0::stats::detail {

/// What the models said of a past year at the same point, and what came.
struct PastProjection {
    double outcome;
    std::array<Rest, combined_models.size()> rests;
};
using PastErrors = std::vector<PastProjection>;

/// Weights that minimise the mean squared error of the combination, each error relative to what was to be expected and
/// large ones held down (Huber 1964), drawn towards the usual weights. None below zero, sum 1.
std::vector<double> learnt_weights(const PastErrors& errors);

/// Factors of the variance beyond chance and of that of chance.
struct Spread {
    double width;
    double dispersion;
};
/// Those that minimise the mean CRPS, both drawn towards 1.
Spread learnt_spread(const PastErrors& errors, std::span<const double> weights);

}  // namespace ontrack::inline v0::stats::detail

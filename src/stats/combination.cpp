#include <algorithm>

#include "stats/constants.hpp"
#include "stats/total_context.hpp"

namespace ontrack::inline v0::stats::detail {

Mixture mix(std::span<const Rest> rests, std::span<const double> weights) noexcept {
    Mixture mixture{nan, nan, {}};
    double sum = 0.0;
    for (std::size_t k = 0; k < rests.size(); ++k) {
        if (rests[k].status == Status::ok) mixture.weights[k] = weights[k];
        sum += mixture.weights[k];
    }
    if (!(sum > 0.0)) return mixture;
    mixture.mean = mixture.beyond = 0.0;
    for (std::size_t k = 0; k < rests.size(); ++k) {
        mixture.weights[k] /= sum;
        if (mixture.weights[k] > 0.0) mixture.mean += mixture.weights[k] * rests[k].mean;
    }
    for (std::size_t k = 0; k < rests.size(); ++k) {
        if (!(mixture.weights[k] > 0.0)) continue;
        const double away = rests[k].mean - mixture.mean;
        mixture.beyond += mixture.weights[k] * (std::max(rests[k].variance - rests[k].mean, 0.0) + away * away);
    }
    return mixture;
}

namespace {

// Where they come from: docs/methods.md, "How the default was chosen".
constexpr double least_width = 0.57, width_of_months = 0.14;
constexpr double events_to_full_width = 50000.0;  // a year, at which half of the rest is there

/// Without past errors to learn from: models that disagree err less together than each of them claims, the less so the more
/// of the doubt is a drift that they all share. Of quarters there are too few for what they claim to come down.
double single_width(double level, std::size_t periods) noexcept {
    const double least = least_width + width_of_months * std::min(1.0, static_cast<double>(periods) / 12.0);
    return least + (1.0 - least) * level / (level + events_to_full_width);
}

}  // namespace

Combination combine(const TotalContext& context, std::span<const Rest> rests) noexcept {
    const bool learnt = context.group && context.group->weights.size() == combined_models.size();
    const Mixture mixture = mix(rests, learnt ? std::span<const double>(context.group->weights) : usual_weights);
    const double width = context.group ? context.group->width : single_width(context.level, context.series->periods);
    const double dispersion = context.group ? context.group->dispersion : 1.0;
    const bool found = mixture.mean >= 0.0;
    return {
        {mixture.mean, mixture.mean * dispersion + mixture.beyond * width, found ? Status::ok : Status::too_few_points},
        mixture.weights};
}

}  // namespace ontrack::inline v0::stats::detail

#include "stats/ratio_rest.hpp"

#include <algorithm>
#include <cmath>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/total_models.hpp>

#include "stats/total_series.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

// Gauss–Hermite for the standard normal law, five nodes (Abramowitz & Stegun 1964, table 25.10).
constexpr std::array<double, 5> nodes{-2.85697001387280565, -1.35562617997426587, 0.0, 1.35562617997426587,
                                      2.85697001387280565};
constexpr std::array<double, 5> node_weights{0.01125741132772068893, 0.22207592200561264440, 8.0 / 15.0,
                                             0.22207592200561264440, 0.01125741132772068893};
constexpr double far_out = 1e-6;

/// The value j of this year; its place in the series. Before the series begins there is none.
bool is_closed(const RatioView& view, std::size_t j) noexcept {
    const std::size_t back = view.known - std::min(view.known, j);
    return j < view.known && back <= view.size() && view.is_there(view.size() - back);
}

/// The denominator of period j of this year where it is known beforehand; NaN where it is not.
double known_denominator(const RatioView& view, std::span<const double> coming, std::size_t j) noexcept {
    if (j >= view.known) return j - view.known < coming.size() ? coming[j - view.known] : std::nan("");
    const std::size_t back = view.known - j;
    return back <= view.size() ? view.denominators[view.size() - back] : std::nan("");
}

double last_year_denominator(const RatioView& view, std::size_t j) noexcept {
    const std::size_t back = view.known + view.periods - j;
    return back <= view.size() && back > 0 ? view.denominators[view.size() - back] : std::nan("");
}

/// Denominators of the open periods by one of the two; false where one of them is missing or all are zero.
template <class Denominator>
bool weigh(const RatioView& view, Denominator denominator, RatioYear& year) noexcept {
    double sum = 0.0;
    for (std::size_t j = 0; j < view.periods; ++j) {
        year.weights[j] = is_closed(view, j) ? 0.0 : denominator(j);
        sum += year.weights[j];
    }
    return std::isfinite(sum) && sum > 0.0;
}

void add(RatioLaw& law, double denominator, double weight) noexcept {
    if (!(law.denominator + denominator > 0.0) || !(weight > 0.0)) return;
    for (std::size_t i = 0; i < law.size; ++i) {
        if (law.rest[i].denominator != denominator) continue;
        law.rest[i].weight += weight;
        return;
    }
    law.rest[law.size++] = {denominator, weight};
}

/// `total` is the law of the year's denominator, `closed` what is known of it.
void spread(const TotalLaw& total, double closed, bool whole, RatioLaw& law) noexcept {
    // What is known may be no whole number of weighted cases; what is to come is.
    const auto rest_at = [&](double p) {
        const double rest = std::max(total.quantile(p) - closed, 0.0);
        return whole ? std::round(rest) : rest;
    };
    const double low = rest_at(far_out), high = rest_at(1.0 - far_out);
    if (whole && high - low < static_cast<double>(RatioLaw::most)) {
        double before = 0.0;
        for (double n = low; n <= high; n += 1.0) {
            const double reached = n == high ? 1.0 : total.cdf(closed + n);
            add(law, n, reached - before);
            before = reached;
        }
    } else {
        for (std::size_t i = 0; i < nodes.size(); ++i) add(law, rest_at(normal_cdf(nodes[i])), node_weights[i]);
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < law.size; ++i) sum += law.rest[i].weight;
    for (std::size_t i = 0; i < law.size; ++i) law.rest[i].weight /= sum;
}

}  // namespace

RatioYear set_year(const RatioView& view, std::span<const double> coming, RatioLaw& law) noexcept {
    RatioYear year{{}, 0, Status::ok, Status::ok};
    const bool whole = view.model == RatioModel::beta_binomial;
    for (std::size_t j = 0; j < view.periods; ++j) {
        if (!is_closed(view, j)) {
            ++year.open;
            continue;
        }
        law.numerator += view.numerators[view.size() - (view.known - j)];
        law.denominator += view.denominators[view.size() - (view.known - j)];
    }
    if (year.open == 0) {
        if (!(law.denominator > 0.0)) year.status = Status::no_denominator;
        return year;
    }
    double sure = 0.0;
    for (std::size_t j = 0; j < view.periods; ++j)
        if (!is_closed(view, j)) sure += known_denominator(view, coming, j);
    if (std::isfinite(sure)) {
        if (!weigh(view, [&](std::size_t j) { return known_denominator(view, coming, j); }, year))
            weigh(view, [](std::size_t) { return 1.0; }, year);
        add(law, whole ? std::round(sure) : sure, 1.0);
    } else {
        if (!weigh(view, [&](std::size_t j) { return last_year_denominator(view, j); }, year))
            weigh(view, [](std::size_t) { return 1.0; }, year);
        // A longer year cannot be masked (TotalOptions): its denominators are learnt from every period.
        const auto masked = view.periods <= max_year ? view.masked : std::span<const std::uint8_t>{};
        const TotalProjection projected =
            project_total(view.denominators, {.support = whole ? Support::whole : Support::positive,
                                              .periods_per_year = static_cast<int>(view.periods),
                                              .periods_known = static_cast<int>(view.known),
                                              .masked = masked});
        year.status = projected.status;
        year.fallback = projected.fallback;
        if (year.status != Status::ok) return year;
        spread(projected.law, law.denominator, whole, law);
    }
    if (law.size == 0) year.status = Status::no_denominator;
    return year;
}

}  // namespace ontrack::inline v0::stats::detail

#include "stats/credibility.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ontrack::inline v0::stats::detail {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

// Where they come from: docs/methods.md, "How the constants were chosen".
constexpr double excess_at_hundred = 1.0 / 16.0;  // squared CV beyond Poisson at 100 events a year
constexpr double largest_excess = 0.25;
constexpr double lasting_part = 2.0 / 3.0;  // of the excess, however many past years give the shares
constexpr double known_part = 0.25;         // of the excess that falls on the known periods
constexpr double late_growth = 0.5;         // of the remaining part's excess over the year, around 1 at half way
constexpr double default_weight = 6.0;      // of the defaults, in past years
constexpr double years_behind_stated_shares = 3.0;

// Jeffreys (1946): the level of a series in which nothing has happened yet.
constexpr double half_event = 0.5;
constexpr double largest_count = 9007199254740992.0;  // 2^53

/// Variances relative to the squared mean, beyond Poisson.
struct Excess {
    Lane drift;      // of the level from one year to the next
    Lane known;      // of the known part of the year around its expected share
    Lane remaining;  // of the remaining part
};

/// A moment estimate from `comparisons` pairs of past years, drawn towards the default.
Lane blend(const Lane& by_default, const Lane& excess, const Lane& scale, const Lane& comparisons) noexcept {
    const Lane own = (excess / scale).max(0.0);
    return (comparisons > 0.0 && scale > 0.0)
        .select((default_weight * by_default + comparisons * own) / (default_weight + comparisons), by_default);
}

Excess excess_of(const YearSums& sums, const Lane& level, const Lane& past_years, double periods) noexcept {
    const Lane typical = typical_excess(level);
    const Lane lasting = lasting_part * typical;
    const Lane share = sums.known_share;
    Lane within = Lane::Zero(), within_scale = Lane::Zero(), years = Lane::Zero();
    Lane drift = Lane::Zero(), drift_scale = Lane::Zero(), steps = Lane::Zero();
    Lane previous = Lane::Zero(), previous_complete = Lane::Zero();
    for (std::size_t t = 0; t < sums.years; ++t) {
        const PastYear& year = sums.past[t];
        const Lane complete = (year.cells == periods).cast<double>();
        const Lane total = year.known + year.remaining;
        const Lane spread = total * share * (1.0 - share);
        within += complete * ((year.remaining * share - year.known * (1.0 - share)).square() - spread);
        within_scale += complete * spread.square();
        years += complete;

        const Lane pair = complete * previous_complete;
        const Lane middle = 0.5 * (total + previous);
        const Lane expected = 2.0 * middle + 2.0 * known_part * lasting * middle.square();
        drift += pair * ((total - previous).square() - expected);
        drift_scale += pair * middle.square();
        steps += pair;
        previous = total;
        previous_complete = complete;
    }
    // One degree of freedom goes to the shares, which come from the same years.
    const Lane freedom = years - 1.0;
    const Lane own = blend(lasting, within * years, within_scale * freedom, freedom);
    const Lane all = own * (1.0 + (1.0 / lasting_part - 1.0) / (past_years + 1.0));
    return {blend(typical, drift, drift_scale, steps), known_part * all,
            (1.0 - known_part) * (1.0 + late_growth * (share - 0.5)) * all};
}

/// Gamma law of the year's expected total.
struct AnnualLevel {
    Lane shape = Lane::Zero();
    Lane rate = Lane::Zero();

    void see(const Lane& events, const Lane& share, const Lane& dispersion) noexcept {
        shape += events / dispersion;
        rate += share / dispersion;
    }
    void drift(const Lane& relative_variance) noexcept {
        const Lane keep = 1.0 / (1.0 + relative_variance * shape);
        shape *= keep;
        rate *= keep;
    }
};

AnnualLevel level_of(const YearTable& table, const YearSums& sums, const Lane& prior_total, const Lane& prior_weight,
                     const Excess& excess, const Lane& typical) noexcept {
    AnnualLevel level;
    level.see(prior_total, prior_weight, 1.0 + excess.known * typical);
    for (int year = 0; year < table.prior_age; ++year) level.drift(excess.drift);
    for (std::size_t t = 0; t < sums.years; ++t) {
        const PastYear& year = sums.past[t];
        level.see(year.known + year.remaining, year.share, 1.0 + excess.known * typical * year.share);
        level.drift(excess.drift);
    }
    level.see(sums.current_events, sums.known_share, 1.0 + excess.known * typical * sums.known_share);
    level.shape = level.shape.max(half_event);
    return level;
}

Status status_of(double lowest, double highest, double events, bool has_any) noexcept {
    if (std::isinf(lowest) || std::isinf(highest)) return Status::not_finite;
    if (lowest < 0.0) return Status::negative_value;
    if (events > largest_count) return Status::not_a_count;
    return has_any ? Status::ok : Status::too_few_points;
}

}  // namespace

// Falls with the level's power 3/8, by square roots, which are exactly rounded everywhere.
Lane typical_excess(const Lane& level) noexcept {
    const Lane root = (level / 100.0).sqrt().sqrt().sqrt();
    return (excess_at_hundred / (root * root * root)).min(largest_excess);
}

CountProjection without_result(Status status) noexcept {
    return {{nan, nan, nan}, nan, nan, nan, status};
}

std::array<CountProjection, lanes> project(const YearTable& table) noexcept {
    YearSums sums;
    sum_years(table, sums);
    const double periods = static_cast<double>(table.periods);

    const auto has_prior = (sums.past_cells == 0.0 && table.prior_total == table.prior_total).eval();
    const Lane prior_weight = has_prior.cast<double>();
    const Lane prior_total = has_prior.select(table.prior_total, 0.0);

    const Lane learnt_years = sums.past_cells / periods;
    const Lane years = learnt_years + prior_weight + sums.known_share;
    const Lane events = sums.past_events + prior_total + sums.current_events;
    const Lane typical = events.max(half_event) / years;
    const Lane past_years = table.stated_shares.empty() ? learnt_years : learnt_years.max(years_behind_stated_shares);
    const Excess excess = excess_of(sums, typical, past_years, periods);
    const AnnualLevel level = level_of(table, sums, prior_total, prior_weight, excess, typical);

    const Lane annual = level.shape / level.rate;
    const Lane mean = annual * (1.0 - sums.known_share).max(0.0);
    const Lane shape = 1.0 / (1.0 / level.shape + excess.remaining * (1.0 + 1.0 / level.shape));
    const Lane lowest = sums.lowest.min(prior_total);
    const Lane highest = sums.highest.max(prior_total);

    std::array<CountProjection, lanes> result;
    for (std::size_t i = 0; i < lanes; ++i) {
        const Status status = status_of(at(lowest, i), at(highest, i), at(events, i), at(years, i) > 0.0);
        const double known = at(sums.current_events, i);
        if (status != Status::ok)
            result[i] = without_result(status);
        else if (at(sums.covered_periods, i) == periods)
            result[i] = {{known, 0.0, infinity}, 1.0, known, 0.0, Status::ok};
        else
            result[i] = {{known, at(mean, i), at(shape, i)},
                         at(sums.known_share, i),
                         at(annual, i),
                         std::sqrt(at(excess.remaining, i)),
                         Status::ok};
    }
    return result;
}

}  // namespace ontrack::inline v0::stats::detail

#include <ontrack/stats/scores.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/random.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/count_crps.hpp"
#include "stats/law_crps.hpp"
#include "stats/split_threads.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

Score without_score(Status status) noexcept {
    return {std::numeric_limits<double>::quiet_NaN(), status};
}

Status check(double value) noexcept {
    if (std::isnan(value)) return Status::missing_value;
    return std::isfinite(value) ? Status::ok : Status::not_finite;
}

Status check(std::span<const double> draws, double outcome) noexcept {
    if (draws.empty()) return Status::too_few_points;
    Status status = check(outcome);
    for (std::size_t i = 0; status == Status::ok && i < draws.size(); ++i) status = check(draws[i]);
    return status;
}

Status check(const CountLaw& law, double outcome) noexcept {
    for (const double value : {outcome, law.known, law.remaining_mean}) {
        if (const Status status = check(value); status != Status::ok) return status;
        if (std::abs(value) > largest_count) return Status::not_a_count;
    }
    if (law.remaining_mean < 0.0) return Status::negative_value;
    if (std::isnan(law.remaining_shape)) return Status::missing_value;
    return law.remaining_shape > 0.0 ? Status::ok : Status::invalid_option;
}

Status check(const TotalLaw& law, double outcome) noexcept {
    Status status = check(outcome);
    if (status == Status::ok) status = check(law.known);
    if (status == Status::ok && law.size > TotalLaw::most_parts) status = Status::invalid_option;
    double weight = law.size == 0 ? 1.0 : 0.0;
    for (std::size_t i = 0; status == Status::ok && i < law.size; ++i) {
        const LawPart& part = law.parts[i];
        for (const double value : {part.weight, part.mean, part.variance})
            if (status == Status::ok) status = check(value);
        const bool below = part.weight < 0.0 || part.variance < 0.0;
        if (below || (part.family != LawFamily::normal && part.mean < 0.0)) status = Status::negative_value;
        weight += part.weight;
    }
    if (status == Status::ok && std::abs(weight - 1.0) > 1e-9) status = Status::invalid_option;
    return status;
}

Status check_uniform(double uniform) noexcept {
    if (std::isnan(uniform)) return Status::missing_value;
    return uniform >= 0.0 && uniform <= 1.0 ? Status::ok : Status::invalid_option;
}

/// \pre the draws are sorted and finite
double fair_crps(std::span<const double> draws, double outcome) noexcept {
    const auto m = static_cast<double>(draws.size());
    double distance = 0.0, spread = 0.0;
    for (std::size_t i = 0; i < draws.size(); ++i) {
        distance += std::abs(draws[i] - outcome);
        spread += (2.0 * static_cast<double>(i) + 1.0 - m) * (draws[i] - outcome);
    }
    return draws.size() == 1 ? distance : distance / m - spread / (m * (m - 1.0));
}

Score score_draws(std::span<const double> draws, double outcome, std::span<double> room) noexcept {
    if (const Status status = check(draws, outcome); status != Status::ok) return without_score(status);
    std::ranges::copy(draws, room.begin());
    std::ranges::sort(room);
    const double value = fair_crps(room, outcome);
    return std::isfinite(value) ? Score{value, Status::ok} : without_score(Status::not_finite);
}

CountLaw law_at(const CountLaws& laws, std::size_t i) noexcept {
    return {laws.known[i], laws.remaining_mean[i], laws.remaining_shape[i]};
}

void require_columns(const ScoreColumns& out, std::size_t size) {
    detail::require_wanted("value", out.value, size);
    detail::require_wanted("status", out.status, size);
}

void require_laws(const CountLaws& laws, std::size_t size) {
    detail::require_length("known", laws.known.size(), size);
    detail::require_length("remaining_mean", laws.remaining_mean.size(), size);
    detail::require_length("remaining_shape", laws.remaining_shape.size(), size);
}

/// How many draws each forecast has.
std::size_t draws_each(std::span<const double> draws, std::size_t size) {
    const std::size_t each = size == 0 ? 0 : draws.size() / size;
    detail::require_length("draws", draws.size(), each * size);
    return each;
}

template <class Function>
void write_all(const ScoreColumns& out, std::size_t first, std::size_t last, Function score) noexcept {
    for (std::size_t i = first; i < last; ++i) {
        const Score found = score(i);
        if (!out.value.empty()) out.value[i] = found.value;
        if (!out.status.empty()) out.status[i] = found.status;
    }
}

}  // namespace

Score crps(std::span<const double> draws, double outcome) {
    std::vector<double> room(draws.size());
    return score_draws(draws, outcome, room);
}

Score crps(const CountLaw& law, double outcome) noexcept {
    if (const Status status = check(law, outcome); status != Status::ok) return without_score(status);
    const double distance = detail::mean_distance(outcome - law.known, law.remaining_mean, law.remaining_shape);
    const double value = distance - detail::half_mean_difference(law.remaining_mean, law.remaining_shape);
    return std::isfinite(value) ? Score{std::max(0.0, value), Status::ok} : without_score(Status::not_finite);
}

Score crps(const TotalLaw& law, double outcome) noexcept {
    if (const Status status = check(law, outcome); status != Status::ok) return without_score(status);
    if (law.size == 0) return {std::abs(outcome - law.known), Status::ok};
    const double value = detail::mixture_crps({law.parts.data(), law.size}, outcome - law.known);
    return std::isfinite(value) ? Score{std::max(0.0, value), Status::ok} : without_score(Status::not_finite);
}

Score brier(double chance, bool happened) noexcept {
    if (std::isnan(chance)) return without_score(Status::missing_value);
    if (!(chance >= 0.0 && chance <= 1.0)) return without_score(Status::invalid_option);
    const double miss = chance - (happened ? 1.0 : 0.0);
    return {miss * miss, Status::ok};
}

Score randomised_pit(const CountLaw& law, double outcome, double uniform) noexcept {
    Status status = check(law, outcome);
    if (status == Status::ok) status = check_uniform(uniform);
    if (status != Status::ok) return without_score(status);
    const double below = law.cdf(std::ceil(outcome) - 1.0);
    return {below + uniform * (law.cdf(outcome) - below), Status::ok};
}

Score randomised_pit(const TotalLaw& law, double outcome, double uniform) noexcept {
    Status status = check(law, outcome);
    if (status == Status::ok) status = check_uniform(uniform);
    if (status != Status::ok) return without_score(status);
    const double below = law.cdf(std::nextafter(outcome, -std::numeric_limits<double>::infinity()));
    return {below + uniform * (law.cdf(outcome) - below), Status::ok};
}

Score randomised_pit(std::span<const double> draws, double outcome, double uniform) noexcept {
    Status status = check(draws, outcome);
    if (status == Status::ok) status = check_uniform(uniform);
    if (status != Status::ok) return without_score(status);
    double below = 0.0, equal = 1.0;
    for (const double draw : draws) {
        below += draw < outcome ? 1.0 : 0.0;
        equal += draw == outcome ? 1.0 : 0.0;
    }
    return {(below + uniform * equal) / (static_cast<double>(draws.size()) + 1.0), Status::ok};
}

void crps_into(std::span<const double> draws, std::span<const double> outcomes, const ScoreColumns& out,
               unsigned threads) {
    const std::size_t size = outcomes.size(), each = draws_each(draws, size);
    require_columns(out, size);
    // Room for one forecast per part, taken before the threads start: nothing may fail in them.
    const std::size_t parts = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(1, size));
    std::vector<double> room(parts * each);
    detail::split_threads(parts, threads, [&](std::size_t first, std::size_t last) noexcept {
        for (std::size_t part = first; part < last; ++part) {
            const auto edge = [&](std::size_t k) { return size / parts * k + std::min(k, size % parts); };
            write_all(out, edge(part), edge(part + 1), [&](std::size_t i) noexcept {
                return score_draws(draws.subspan(i * each, each), outcomes[i],
                                   std::span(room).subspan(part * each, each));
            });
        }
    });
}

void crps_into(const CountLaws& laws, std::span<const double> outcomes, const ScoreColumns& out, unsigned threads) {
    require_laws(laws, outcomes.size());
    require_columns(out, outcomes.size());
    detail::split_threads(outcomes.size(), threads, [&](std::size_t first, std::size_t last) noexcept {
        write_all(out, first, last, [&](std::size_t i) noexcept { return crps(law_at(laws, i), outcomes[i]); });
    });
}

void crps_into(std::span<const TotalLaw> laws, std::span<const double> outcomes, const ScoreColumns& out,
               unsigned threads) {
    detail::require_length("laws", laws.size(), outcomes.size());
    require_columns(out, outcomes.size());
    detail::split_threads(outcomes.size(), threads, [&](std::size_t first, std::size_t last) noexcept {
        write_all(out, first, last, [&](std::size_t i) noexcept { return crps(laws[i], outcomes[i]); });
    });
}

void brier_into(std::span<const double> chances, std::span<const double> happened, const ScoreColumns& out) {
    detail::require_length("happened", happened.size(), chances.size());
    require_columns(out, chances.size());
    write_all(out, 0, chances.size(), [&](std::size_t i) noexcept {
        if (std::isnan(happened[i])) return without_score(Status::missing_value);
        if (happened[i] != 0.0 && happened[i] != 1.0) return without_score(Status::invalid_option);
        return brier(chances[i], happened[i] == 1.0);
    });
}

void randomised_pit_into(std::span<const double> draws, std::span<const double> outcomes, std::uint64_t seed,
                         const ScoreColumns& out, unsigned threads) {
    const std::size_t size = outcomes.size(), each = draws_each(draws, size);
    require_columns(out, size);
    detail::split_threads(size, threads, [&](std::size_t first, std::size_t last) noexcept {
        write_all(out, first, last, [&](std::size_t i) noexcept {
            return randomised_pit(draws.subspan(i * each, each), outcomes[i], uniform(seed, i, 0));
        });
    });
}

void randomised_pit_into(const CountLaws& laws, std::span<const double> outcomes, std::uint64_t seed,
                         const ScoreColumns& out, unsigned threads) {
    require_laws(laws, outcomes.size());
    require_columns(out, outcomes.size());
    detail::split_threads(outcomes.size(), threads, [&](std::size_t first, std::size_t last) noexcept {
        write_all(out, first, last, [&](std::size_t i) noexcept {
            return randomised_pit(law_at(laws, i), outcomes[i], uniform(seed, i, 0));
        });
    });
}

void randomised_pit_into(std::span<const TotalLaw> laws, std::span<const double> outcomes, std::uint64_t seed,
                         const ScoreColumns& out, unsigned threads) {
    detail::require_length("laws", laws.size(), outcomes.size());
    require_columns(out, outcomes.size());
    detail::split_threads(outcomes.size(), threads, [&](std::size_t first, std::size_t last) noexcept {
        write_all(out, first, last,
                  [&](std::size_t i) noexcept { return randomised_pit(laws[i], outcomes[i], uniform(seed, i, 0)); });
    });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

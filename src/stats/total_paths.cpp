#include <algorithm>
#include <cmath>

#include <ontrack/stats/random.hpp>
#include <ontrack/stats/total_consequences.hpp>

#include "stats/binomial_draw.hpp"
#include "stats/constants.hpp"
#include "stats/law_part.hpp"
#include "stats/split_threads.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

/// The random numbers of one path: the first is its total's, the next its periods'.
struct Draws {
    std::uint64_t seed, name, first;
    [[nodiscard]] double at(std::size_t k) const noexcept { return uniform(seed, name, first + k); }
};

/// A multinomial count as binomial ones, each of what is left.
void split_count(double count, std::span<const double> shares, const Draws& draws, std::span<double> out) noexcept {
    double left = 0.0;
    for (const double share : shares) left += share;
    std::size_t last = 0;
    for (std::size_t j = 0; j < shares.size(); ++j)
        if (shares[j] > 0.0) last = j;
    for (std::size_t j = 0; j < shares.size(); ++j) {
        out[j] = 0.0;
        if (!(shares[j] > 0.0)) continue;
        out[j] = j == last ? count : detail::binomial_draw(count, std::min(shares[j] / left, 1.0), draws.at(1 + j));
        count -= out[j];
        left -= shares[j];
    }
}

void fill_path(const TotalLaw& rest, bool whole, std::span<const double> shares, const Draws& draws,
               std::span<double> out) noexcept {
    const double sum = rest.size > 0 ? rest.quantile(draws.at(0)) : 0.0;
    if (whole) {
        split_count(sum, shares, draws, out);
    } else {
        for (std::size_t j = 0; j < shares.size(); ++j) out[j] = shares[j] > 0.0 ? sum * shares[j] : 0.0;
    }
}

}  // namespace

double kept_part(std::span<const double> rest_shares, const Effect& effect) noexcept {
    double before = 0.0, after = 0.0;
    for (std::size_t j = 0; j < rest_shares.size(); ++j)
        (static_cast<std::ptrdiff_t>(j) < effect.from ? before : after) += rest_shares[j];
    return before + after > 0.0 ? (before + after * effect.factor) / (before + after) : effect.factor;
}

TotalLaw with_rest_scaled(const TotalLaw& law, double kept) noexcept {
    TotalLaw scaled = law;
    if (!(kept >= 0.0) || !std::isfinite(kept)) {
        scaled.known = nan;
        scaled.size = 0;
        return scaled;
    }
    for (std::size_t i = 0; i < scaled.size; ++i) {
        LawPart& part = scaled.parts[i];
        const double chance = detail::is_whole(part) ? part.mean : 0.0;
        part.variance = kept * chance + kept * kept * (part.variance - chance);
        part.mean *= kept;
    }
    return scaled;
}

void sample_paths_into(std::span<const TotalLaw> laws, std::span<const double> shares, const PathOptions& options,
                       std::span<double> out) noexcept {
    if (laws.empty()) return;
    const std::size_t periods = shares.size() / laws.size();
    detail::split_threads(laws.size(), options.threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const std::span<const double> own = shares.subspan(i * periods, periods);
            const std::span<double> paths = out.subspan(i * options.paths * periods, options.paths * periods);
            if (std::isnan(laws[i].known) ||
                std::any_of(own.begin(), own.end(), [](double s) { return std::isnan(s); })) {
                std::fill(paths.begin(), paths.end(), nan);
                continue;
            }
            TotalLaw rest = laws[i];
            rest.known = 0.0;
            const bool whole = detail::is_whole(rest);
            const std::uint64_t name = options.names.empty() ? i : options.names[i];
            for (std::size_t p = 0; p < options.paths; ++p)
                fill_path(rest, whole, own, {options.seed, name, p * (periods + 1)},
                          paths.subspan(p * periods, periods));
        }
    });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

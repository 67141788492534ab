#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace reference {

/// −2·log-likelihood of Poisson counts with one rate at its best, but for what the counts and exposures alone fix.
inline double segment_cost(const std::vector<double>& y, const std::vector<double>& e, std::size_t from,
                           std::size_t to) {
    double events = 0.0, exposure = 0.0, sum = 0.0;
    for (std::size_t t = from; t < to; ++t) {
        events += y[t];
        exposure += e[t];
    }
    const double rate = events / exposure;
    for (std::size_t t = from; t < to; ++t) sum += (y[t] > 0.0 ? y[t] * std::log(rate) : 0.0) - rate * e[t];
    return -2.0 * sum;
}

struct Cut {
    std::vector<std::size_t> change;
    double cost;
};

/// Every one of the 2ⁿ⁻¹ cuts, one after the other. `more(length)` is added for each segment, `penalty` for each change.
template <class More>
Cut cheapest_cut(const std::vector<double>& y, const std::vector<double>& e, double penalty, double dispersion,
                 std::size_t shortest, More more) {
    const std::size_t n = y.size();
    Cut best{{}, std::numeric_limits<double>::infinity()};
    for (std::size_t bits = 0; bits < (std::size_t{1} << (n - 1)); ++bits) {
        Cut cut{{}, -penalty};
        std::size_t from = 0;
        bool fits = true;
        for (std::size_t to = 1; to <= n; ++to) {
            if (to < n && (bits >> (to - 1)) % 2 == 0) continue;
            fits = fits && to - from >= shortest;
            cut.cost += segment_cost(y, e, from, to) / dispersion + more(to - from) + penalty;
            if (to < n) cut.change.push_back(to);
            from = to;
        }
        if (fits && cut.cost < best.cost) best = cut;
    }
    return best;
}

}  // namespace reference

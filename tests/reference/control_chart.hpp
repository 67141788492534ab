#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include <ontrack/stats/control_chart.hpp>

namespace reference {

namespace stats = ontrack::stats;

struct SlowChart {
    double centre = 0.0;
    std::vector<double> lower, upper;
};

inline double slow_mean(const std::vector<double>& x) {
    long double sum = 0.0L;
    for (const double each : x) sum += each;
    return static_cast<double>(sum / static_cast<long double>(x.size()));
}

/// One phase without gaps, every point in the baseline: the formulas as they are printed, on copies.
inline SlowChart slow_chart(stats::Chart chart, const std::vector<double>& x, const std::vector<double>& n,
                            bool screened) {
    using stats::Chart;
    const std::size_t size = x.size();
    const bool is_share = chart == Chart::p || chart == Chart::p_prime;
    const bool has_base = is_share || chart == Chart::u || chart == Chart::u_prime || chart == Chart::i_prime;
    std::vector<double> y = x;
    double sum_x = 0.0, sum_n = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        if (has_base) y[i] /= n[i];
        if (chart == Chart::t) y[i] = std::pow(y[i], 1.0 / 3.6);
        sum_x += x[i];
        if (has_base) sum_n += n[i];
    }
    const double centre = has_base ? sum_x / sum_n : slow_mean(y);
    std::vector<double> sigma(size, 1.0);
    for (std::size_t i = 0; i < size; ++i) {
        if (is_share) sigma[i] = std::sqrt(centre * (1.0 - centre) / n[i]);
        if (chart == Chart::u || chart == Chart::u_prime) sigma[i] = std::sqrt(centre / n[i]);
        if (chart == Chart::c) sigma[i] = std::sqrt(centre);
        if (chart == Chart::g) sigma[i] = std::sqrt(centre * (centre + 1.0));
        if (chart == Chart::i_prime) sigma[i] = 1.0 / std::sqrt(n[i]);
    }
    if (chart == Chart::xmr || chart == Chart::t || chart == Chart::c_prime || chart == Chart::p_prime ||
        chart == Chart::u_prime || chart == Chart::i_prime) {
        std::vector<double> ranges;
        for (std::size_t i = 1; i < size; ++i) {
            if (chart == Chart::i_prime)
                ranges.push_back(std::abs(y[i] - y[i - 1]) / std::sqrt(1.0 / n[i] + 1.0 / n[i - 1]));
            else
                ranges.push_back(std::abs((y[i] - centre) / sigma[i] - (y[i - 1] - centre) / sigma[i - 1]));
        }
        const double bound = 3.267 * slow_mean(ranges);
        if (screened)
            ranges.erase(std::remove_if(ranges.begin(), ranges.end(), [bound](double r) { return r >= bound; }),
                         ranges.end());
        const double factor = chart == Chart::i_prime ? std::sqrt(std::acos(-1.0) / 2.0) : 2.66 / 3.0;
        for (double& each : sigma) each *= factor * slow_mean(ranges);
    }
    SlowChart result{centre, {}, {}};
    for (std::size_t i = 0; i < size; ++i) {
        double low = centre - 3.0 * sigma[i], high = centre + 3.0 * sigma[i];
        if (chart != Chart::xmr && chart != Chart::i_prime) low = std::max(low, 0.0);
        if (is_share) high = std::min(high, 1.0);
        if (chart == Chart::t) {
            low = std::pow(low, 3.6);
            high = std::pow(high, 3.6);
        }
        result.lower.push_back(low);
        result.upper.push_back(high);
    }
    if (chart == Chart::t) result.centre = std::pow(centre, 3.6);
    if (chart == Chart::g) {
        std::sort(y.begin(), y.end());
        result.centre = (y[(size - 1) / 2] + y[size / 2]) / 2.0;
    }
    return result;
}

}  // namespace reference

#include "reference/credibility.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace reference {
namespace {

std::vector<double> shares_of(const Series& series) {
    const auto n = static_cast<std::size_t>(series.periods);
    double events = 0.0;
    double cells = 0.0;
    for (const auto& year : series.past)
        for (const double value : year)
            if (!std::isnan(value)) events += value, cells += 1.0;
    std::vector<double> shares(n, 1.0);
    if (!series.shares.empty()) {
        shares = series.shares;
    } else if (events > 0.0) {
        const double year = events / cells * series.periods;
        const double pull = 1.0 + 400.0 / year;
        for (std::size_t j = 0; j < n; ++j) {
            double column = pull * year / series.periods;
            double years = pull;
            for (const auto& past : series.past)
                if (!std::isnan(past[j])) column += past[j], years += 1.0;
            shares[j] = column / years;
        }
    }
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) share /= total;
    return shares;
}

struct Sum {
    double events = 0.0;
    double share = 0.0;
    bool complete = true;
};

Sum sum_of(const std::vector<double>& values, const std::vector<double>& shares) {
    Sum sum;
    for (std::size_t j = 0; j < shares.size(); ++j) {
        if (j >= values.size() || std::isnan(values[j])) {
            sum.complete = false;
        } else {
            sum.events += values[j];
            sum.share += shares[j];
        }
    }
    return sum;
}

double shrunk(double by_default, double excess, double scale, double n) {
    if (n <= 0.0 || scale <= 0.0) return by_default;
    return (6.0 * by_default + n * std::max(0.0, excess / scale)) / (6.0 + n);
}

}  // namespace

Law project(const Series& series) {
    const std::vector<double> shares = shares_of(series);
    const Sum now = sum_of(series.current, shares);
    if (now.complete) return {now.events, 0.0, INFINITY};

    double past_events = 0.0;
    double cells = 0.0;
    std::vector<Sum> years;
    for (const auto& year : series.past) {
        years.push_back(sum_of(year, shares));
        past_events += years.back().events;
        cells += static_cast<double>(std::count_if(year.begin(), year.end(), [](double v) { return !std::isnan(v); }));
    }
    const bool prior = cells == 0.0 && !std::isnan(series.prior_total);
    const double n = cells / series.periods;
    const double typical_level = std::max(0.5, past_events + (prior ? series.prior_total : 0.0) + now.events) /
                                 (n + (prior ? 1.0 : 0.0) + now.share);

    const double typical = std::min(0.25, 0.0625 * std::pow(typical_level / 100.0, -0.375));
    double within = 0.0, within_scale = 0.0, complete = 0.0, drift = 0.0, drift_scale = 0.0, steps = 0.0;
    for (std::size_t t = 0; t < years.size(); ++t) {
        if (!years[t].complete) continue;
        double known = 0.0;
        for (std::size_t j = 0; j < series.current.size(); ++j)
            if (!std::isnan(series.current[j])) known += series.past[t][j];
        const double total = years[t].events;
        const double poisson = total * now.share * (1.0 - now.share);
        within += std::pow((total - known) * now.share - known * (1.0 - now.share), 2) - poisson;
        within_scale += poisson * poisson;
        complete += 1.0;
        if (t == 0 || !years[t - 1].complete) continue;
        const double before = years[t - 1].events;
        const double middle = (total + before) / 2.0;
        drift += std::pow(total - before, 2) - 2.0 * middle - 2.0 * 0.25 * (2.0 / 3.0) * typical * middle * middle;
        drift_scale += middle * middle;
        steps += 1.0;
    }
    const double own = shrunk(2.0 / 3.0 * typical, within * complete, within_scale * (complete - 1.0), complete - 1.0);
    const double all = own * (1.0 + 0.5 / ((series.shares.empty() ? n : std::max(n, 3.0)) + 1.0));
    const double drift_variance = shrunk(typical, drift, drift_scale, steps);
    const double remaining_variance = 0.75 * (1.0 + 0.5 * (now.share - 0.5)) * all;

    double shape = 0.0, rate = 0.0;
    const auto see = [&](double events, double share) {
        const double dispersion = 1.0 + 0.25 * all * typical_level * share;
        shape += events / dispersion;
        rate += share / dispersion;
    };
    const auto drift_on = [&] {
        const double before = shape;
        shape /= 1.0 + drift_variance * before;
        rate /= 1.0 + drift_variance * before;
    };
    if (prior) see(series.prior_total, 1.0);
    for (int age = 0; age < series.prior_age; ++age) drift_on();
    for (const Sum& year : years) see(year.events, year.complete ? 1.0 : year.share), drift_on();
    see(now.events, now.share);
    shape = std::max(shape, 0.5);

    const double spread = (1.0 + 1.0 / shape) * (1.0 + remaining_variance) - 1.0;
    return {now.events, shape / rate * (1.0 - now.share), 1.0 / spread};
}

double posterior_mean_by_integration(double a, double mu, double y, double s) {
    const double top = 20.0 * std::max(mu, (y + 1.0) / s);
    constexpr int steps = 400000;
    double weight = 0.0;
    double weighted = 0.0;
    const double peak = std::max(a + y - 1.0, 0.1) / (a / mu + s);
    const auto log_density = [&](double level) {
        return (a - 1.0) * std::log(level) - a * level / mu + y * std::log(level * s) - level * s;
    };
    for (int i = 1; i <= steps; ++i) {
        const double level = top * i / steps;
        const double density = std::exp(log_density(level) - log_density(peak));
        weight += density;
        weighted += density * level;
    }
    return weighted / weight;
}

}  // namespace reference

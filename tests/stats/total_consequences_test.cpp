#include <ontrack/stats/total_consequences.hpp>

#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "reference/consequences.hpp"
#include "stats/binomial_draw.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

TotalLaw law_of(double known, std::vector<LawPart> parts) {
    TotalLaw law{.known = known, .size = parts.size()};
    std::copy(parts.begin(), parts.end(), law.parts.begin());
    return law;
}

std::vector<double> repeated(std::vector<double> year, int years, std::vector<double> current) {
    std::vector<double> series;
    for (int i = 0; i < years; ++i) series.insert(series.end(), year.begin(), year.end());
    series.insert(series.end(), current.begin(), current.end());
    return series;
}

// Four quarters a year, two known.
const TotalOptions quarters{.periods_per_year = 4, .periods_known = 2};

TEST(RequiredValue, ByHand) {
    // Last two years 10, 20, 30, 40 and 12, 22, 14, 16; 11 + 21 = 32 so far.
    const std::vector<double> series{10, 20, 30, 40, 12, 22, 14, 16, 11, 21};
    const TotalLaw law = law_of(32, {{.mean = 40.0, .variance = 60.0}});
    const RequiredValue found = required_value(series, quarters, law, 62.0, Better::low);
    EXPECT_EQ(found.status, Status::ok);
    EXPECT_EQ(found.reach, Reach::possible);
    EXPECT_EQ(found.open, 2);
    EXPECT_EQ(found.per_period, 15.0);
    EXPECT_EQ(found.seen, 10);
    EXPECT_EQ(found.as_good, 4);  // 10, 12, 14, 11
    EXPECT_EQ(found.years_seen, 2);
    EXPECT_EQ(found.years_as_good, 1);  // 14 + 16
    EXPECT_EQ(found.chance, law.cdf(62.0));

    const RequiredValue high = required_value(series, quarters, law, 62.0, Better::high);
    EXPECT_EQ(high.as_good, 6);
    EXPECT_EQ(high.years_as_good, 2);
    EXPECT_NEAR(high.chance, 1.0 - law.cdf(61.0), 1e-15);
}

TEST(RequiredValue, ComparesExactly) {
    // A tenth of a month cannot be told from 2.8/28 in quotients; in sums it can.
    std::vector<double> series(40, 7.0);
    const TotalOptions options{.periods_known = 4};
    const RequiredValue found =
        required_value(series, options, law_of(28, {{.mean = 50, .variance = 60}}), 84.0, Better::low);
    EXPECT_EQ(found.as_good, 40);
    EXPECT_EQ(required_value(series, options, law_of(28, {}), 83.0, Better::low).as_good, 0);
}

TEST(RequiredValue, OutOfReachAssuredAndComplete) {
    const std::vector<double> series{10, 20, 30, 40, 12, 22};
    const TotalLaw law = law_of(34, {{.mean = 40.0, .variance = 60.0}});
    const RequiredValue passed = required_value(series, quarters, law, 33.0, Better::low);
    EXPECT_EQ(passed.reach, Reach::out_of_reach);
    EXPECT_EQ(passed.chance, 0.0);
    EXPECT_EQ(passed.per_period, -0.5);
    EXPECT_EQ(passed.as_good, 0);
    EXPECT_EQ(required_value(series, quarters, law, 34.0, Better::low).reach, Reach::possible);
    const RequiredValue assured = required_value(series, quarters, law, 34.0, Better::high);
    EXPECT_EQ(assured.reach, Reach::assured);
    EXPECT_EQ(assured.chance, 1.0);
    TotalOptions real = quarters;
    real.support = Support::real;
    EXPECT_EQ(required_value(series, real, law, 33.0, Better::low).reach, Reach::possible);
    const TotalOptions all{.periods_per_year = 4, .periods_known = 4};
    const std::vector<double> year{10, 20, 30, 40};
    for (const double target : {99.0, 100.0, 101.0}) {
        const RequiredValue done = required_value(year, all, law_of(100, {}), target, Better::low);
        EXPECT_EQ(done.reach, Reach::complete);
        EXPECT_TRUE(std::isnan(done.per_period));
        EXPECT_EQ(done.chance, target >= 100.0 ? 1.0 : 0.0);
        EXPECT_EQ(required_value(year, all, law_of(100, {}), target, Better::high).chance, target <= 100.0 ? 1.0 : 0.0);
    }
}

TEST(RequiredValue, GapsMeansAndLastValues) {
    const std::vector<double> gap{10, 20, 30, 40, 12, nan};
    const RequiredValue found =
        required_value(gap, quarters, law_of(12, {{.mean = 90, .variance = 90}}), 102.0, Better::low);
    EXPECT_EQ(found.open, 3);
    EXPECT_EQ(found.per_period, 30.0);
    EXPECT_EQ(found.years_seen, 1);
    EXPECT_EQ(found.years_as_good, 1);  // 20 + 30 + 40
    TotalOptions mean = quarters;
    mean.figure = YearFigure::mean;
    const std::vector<double> stock{10, 20, 30, 40, 10, 20};
    EXPECT_EQ(
        required_value(stock, mean, law_of(7.5, {{LawFamily::log_normal, 1.0, 15, 4}}), 20.0, Better::low).per_period,
        25.0);
    TotalOptions last = quarters;
    last.figure = YearFigure::last;
    const RequiredValue end = required_value(stock, last, law_of(0, {{.mean = 40, .variance = 50}}), 35.0, Better::low);
    EXPECT_EQ(end.open, 1);
    EXPECT_EQ(end.per_period, 35.0);
    EXPECT_EQ(end.years_as_good, 0);
}

TEST(RequiredValue, NothingRaises) {
    const TotalLaw law = law_of(1, {{.mean = 4, .variance = 5}});
    EXPECT_EQ(required_value({}, quarters, law, 3.0, Better::low).status, Status::ok);
    EXPECT_EQ(required_value({}, quarters, law, nan, Better::low).status, Status::no_target);
    EXPECT_EQ(required_value({}, quarters, law_of(nan, {}), 3.0, Better::low).status, Status::missing_value);
    EXPECT_EQ(required_value({}, quarters, law, 3.0, Better::neither).status, Status::invalid_option);
    EXPECT_EQ(required_value({}, {.periods_known = 13}, law, 3.0, Better::low).status, Status::invalid_option);
    for (const double value : {nan, infinity, -1.0, 1e300}) {
        const std::vector<double> series(9, value);
        const RequiredValue found = required_value(series, quarters, law, infinity, Better::high);
        EXPECT_EQ(found.chance, 0.0);
        EXPECT_GE(found.seen, found.as_good);
    }
}

TEST(RestShares, AreTheSeasonOfWhatIsOpen) {
    const std::vector<double> series = repeated({1000, 2000, 3000, 4000}, 5, {1000, nan});
    std::vector<double> shares(4);
    rest_shares(series, quarters, shares);
    EXPECT_EQ(shares[0], 0.0);
    EXPECT_NEAR(shares[1] + shares[2] + shares[3], 1.0, 1e-15);
    EXPECT_NEAR(shares[3] / shares[1], 2.0, 0.05);
    TotalOptions last = quarters;
    last.figure = YearFigure::last;
    rest_shares(series, last, shares);
    EXPECT_EQ(shares, (std::vector<double>{0, 0, 0, 1}));
    TotalOptions real = quarters;
    real.support = Support::real;
    rest_shares(repeated({-1, 5, -3, 2}, 3, {1, 1}), real, shares);
    EXPECT_EQ(shares, (std::vector<double>{0, 0, 0.5, 0.5}));
    rest_shares(std::vector<double>(4, nan), quarters, shares);
    EXPECT_TRUE(std::isnan(shares[0]));
    std::vector<double> daily(365);
    rest_shares(std::vector<double>(300, 2.0), {.periods_per_year = 365, .periods_known = 300}, daily);
    EXPECT_EQ(daily[299], 0.0);
    EXPECT_EQ(daily[300], 1.0 / 65);
    // A series that begins within the year ends on the last day known.
    const TotalOptions days{.periods_per_year = 365, .periods_known = 300};
    rest_shares(std::vector<double>(100, 2.0), days, daily);
    EXPECT_EQ(daily[199], 1.0 / 265);
    EXPECT_EQ(daily[200], 0.0);
    EXPECT_EQ(daily[299], 0.0);
    for (const double value : {-1.0, infinity, nan}) {
        rest_shares(std::vector<double>(300, value), days, daily);
        EXPECT_TRUE(std::isnan(daily[0]) && std::isnan(daily[364])) << value;
    }
}

TEST(WhatIf, KeptPart) {
    const std::vector<double> shares{0.0, 0.0, 0.25, 0.75};
    EXPECT_EQ(kept_part(shares, {.from = 0, .factor = 0.9}), 0.9);
    EXPECT_EQ(kept_part(shares, {.from = 3, .factor = 0.8}), 0.25 + 0.75 * 0.8);
    EXPECT_EQ(kept_part(shares, {.from = 4, .factor = 0.0}), 1.0);
}

TEST(WhatIf, ScaledRestIsThinning) {
    // Thinning by enumeration: P(Y = y) = Σ P(X = x) C(x, y) κ^y (1 − κ)^(x − y).
    const TotalLaw law = law_of(5, {{.mean = 6.0, .variance = 15.0}});
    const double kept = 0.7;
    const TotalLaw scaled = with_rest_scaled(law, kept);
    double before = 0.0;
    std::vector<double> thinned(200, 0.0);
    for (int x = 0; x < 200; ++x) {
        const double p = law.cdf(5 + x) - (x > 0 ? law.cdf(4 + x) : 0.0);
        for (int y = 0; y <= x; ++y)
            thinned[static_cast<std::size_t>(y)] +=
                p * std::exp(std::lgamma(x + 1.0) - std::lgamma(y + 1.0) - std::lgamma(x - y + 1.0) +
                             y * std::log(kept) + (x - y) * std::log(1.0 - kept));
    }
    for (int y = 0; y < 60; ++y) {
        before += thinned[static_cast<std::size_t>(y)];
        EXPECT_NEAR(scaled.cdf(5 + y), before, 1e-10) << y;
    }
    EXPECT_EQ(with_rest_scaled(law, 1.0).parts[0].variance, 15.0);
    EXPECT_EQ(with_rest_scaled(law, 0.0).cdf(5.0), 1.0);
    EXPECT_TRUE(std::isnan(with_rest_scaled(law, -0.1).known));
    EXPECT_TRUE(std::isnan(with_rest_scaled(law, nan).mean()));
    const TotalLaw amount = with_rest_scaled(law_of(2, {{LawFamily::log_normal, 1.0, 10.0, 4.0}}), 0.5);
    EXPECT_EQ(amount.mean(), 7.0);
    EXPECT_EQ(amount.variance(), 1.0);
}

TEST(BinomialDraw, HasItsProbabilities) {
    // Equally spaced uniforms: each outcome's part of them is its probability.
    for (const auto& [n, p] : {std::pair{1.0, 0.3}, {7.0, 0.5}, {12.0, 0.97}, {90.0, 0.4}, {4000.0, 0.01}}) {
        const int m = 200'000;
        std::map<double, int> seen;
        for (int i = 0; i < m; ++i) ++seen[detail::binomial_draw(n, p, (i + 0.5) / m)];
        for (const auto& [k, times] : seen) {
            ASSERT_GE(k, 0.0);
            ASSERT_LE(k, n);
            EXPECT_NEAR(static_cast<double>(times) / m, detail::binomial_mass(k, n, p), 1e-5)
                << n << ' ' << p << ' ' << k;
        }
    }
    double sum = 0.0, squares = 0.0;
    const double n = 4e6, p = 0.25;
    for (int i = 0; i < 100'000; ++i) {
        const double z = detail::binomial_draw(n, p, (i + 0.5) / 100'000) - n * p;
        sum += z;
        squares += z * z;
    }
    EXPECT_NEAR(sum / 100'000, 0.0, 1.0);
    EXPECT_NEAR(squares / 100'000 / (n * p * (1 - p)), 1.0, 1e-3);
    EXPECT_EQ(detail::binomial_draw(9007199254740992.0, 1e-17, 0.5), 0.0);
}

class Paths : public ::testing::Test {
protected:
    static std::vector<double> paths(const TotalLaw& law, const std::vector<double>& shares, std::size_t n,
                                     std::uint64_t seed = 3, std::uint64_t name = 0) {
        std::vector<double> out(n * shares.size());
        sample_paths_into({&law, 1}, shares, {.paths = n, .seed = seed, .names = {&name, 1}}, out);
        return out;
    }
};

TEST_F(Paths, AreJointlyPoissonCountsWithOneRandomMean) {
    const double mean = 3.0, shape = 2.0;
    const TotalLaw law = law_of(10, {{.mean = mean, .variance = mean + mean * mean / shape}});
    const std::vector<double> shares{0.0, 0.3, 0.7};
    const std::size_t n = 200'000;
    const std::vector<double> found = paths(law, shares, n);
    std::map<std::pair<int, int>, double> seen;
    for (std::size_t p = 0; p < n; ++p) {
        EXPECT_EQ(found[3 * p], 0.0);
        ++seen[{static_cast<int>(found[3 * p + 1]), static_cast<int>(found[3 * p + 2])}];
    }
    double all = 0.0;
    for (int a = 0; a < 6; ++a) {
        for (int b = 0; b < 8; ++b) {
            const double p = reference::shared_mean_probability({a, b}, {0.3, 0.7}, mean, shape);
            all += p;
            EXPECT_NEAR(seen[std::pair(a, b)] / n, p, 4.0 * std::sqrt(p / n) + 1e-6) << a << ' ' << b;
        }
    }
    EXPECT_GT(all, 0.9);
}

TEST_F(Paths, SumToTheLawAndVaryTogether) {
    const TotalLaw law = law_of(
        100, {{.weight = 0.6, .mean = 60.0, .variance = 200.0}, {.weight = 0.4, .mean = 90.0, .variance = 150.0}});
    const std::vector<double> shares{0.0, 0.0, 0.1, 0.2, 0.3, 0.4};
    const std::size_t n = 50'000;
    const std::vector<double> found = paths(law, shares, n);
    std::vector<double> sums(n);
    for (std::size_t p = 0; p < n; ++p)
        sums[p] = std::accumulate(found.begin() + static_cast<long>(6 * p),
                                  found.begin() + static_cast<long>(6 * p + 6), 100.0);
    for (const double x : {150.0, 170.0, 190.0, 230.0}) {
        double below = 0.0;
        for (const double sum : sums) below += sum <= x;
        const double p = law.cdf(x);
        EXPECT_NEAR(below / n, p, 4.0 * std::sqrt(p * (1 - p) / n)) << x;
    }
    const double rest = law.mean() - 100.0, beyond = law.variance() - rest;
    for (std::size_t i = 2; i < 6; ++i) {
        double mean = 0.0, square = 0.0, cross = 0.0, mean_5 = 0.0;
        for (std::size_t p = 0; p < n; ++p) {
            mean += found[6 * p + i] / n;
            mean_5 += found[6 * p + 5] / n;
        }
        for (std::size_t p = 0; p < n; ++p) {
            square += (found[6 * p + i] - mean) * (found[6 * p + i] - mean) / n;
            cross += (found[6 * p + i] - mean) * (found[6 * p + 5] - mean_5) / n;
        }
        const double variance = shares[i] * rest + shares[i] * shares[i] * beyond;
        EXPECT_NEAR(mean, shares[i] * rest, 4.0 * std::sqrt(variance / n));
        EXPECT_NEAR(square, variance, 8.0 * variance / std::sqrt(n));
        if (i < 5) {
            EXPECT_NEAR(cross, shares[i] * shares[5] * beyond, 8.0 * variance / std::sqrt(n) + 1.0);
        }
    }
}

TEST_F(Paths, DependOnSeedNameAndNumberAlone) {
    std::mt19937_64 random(8);
    std::vector<TotalLaw> laws;
    std::vector<double> shares;
    std::vector<std::uint64_t> names;
    for (int i = 0; i < 23; ++i) {
        const double mean = std::pow(10.0, static_cast<double>(i % 6) - 1.0);
        laws.push_back(law_of(i, {{.mean = mean, .variance = mean * 3.0}}));
        shares.insert(shares.end(), {0.0, 0.5, 0.25, 0.25});
        names.push_back(random());
    }
    const std::size_t n = 50;
    std::vector<double> one(23 * n * 4);
    sample_paths_into(laws, shares, {.paths = n, .seed = 9, .names = names}, one);
    for (unsigned threads = 2; threads <= 8; ++threads) {
        std::vector<double> again(one.size());
        sample_paths_into(laws, shares, {.paths = n, .seed = 9, .names = names, .threads = threads}, again);
        EXPECT_EQ(again, one);
    }
    for (std::size_t i = 0; i < 23; ++i) {
        // Alone, and more paths of it.
        const std::vector<double> own = paths(laws[i], {0.0, 0.5, 0.25, 0.25}, 2 * n, 9, names[i]);
        EXPECT_TRUE(std::equal(one.begin() + static_cast<long>(i * n * 4),
                               one.begin() + static_cast<long>((i + 1) * n * 4), own.begin()));
    }
    EXPECT_NE(paths(laws[5], {0, 0.5, 0.25, 0.25}, n, 1), paths(laws[5], {0, 0.5, 0.25, 0.25}, n, 2));
    EXPECT_NE(paths(laws[5], {0, 0.5, 0.25, 0.25}, n, 1, 1), paths(laws[5], {0, 0.5, 0.25, 0.25}, n, 1, 2));
}

TEST_F(Paths, OfAmountsAndOfWhatCannotBe) {
    const std::vector<double> amounts =
        paths(law_of(3, {{LawFamily::log_normal, 1.0, 10.0, 4.0}}), {0.0, 0.4, 0.6}, 20);
    for (std::size_t p = 0; p < 20; ++p) {
        EXPECT_GT(amounts[3 * p + 1], 0.0);
        EXPECT_NEAR(amounts[3 * p + 2] / amounts[3 * p + 1], 1.5, 1e-12);
    }
    for (const double value : paths(law_of(3, {}), {0.0, 0.0}, 5)) EXPECT_EQ(value, 0.0);
    for (const double value : paths(law_of(nan, {}), {0.5, 0.5}, 5)) EXPECT_TRUE(std::isnan(value));
    for (const double value : paths(law_of(1, {{.mean = 4, .variance = 4}}), {nan, nan}, 5))
        EXPECT_TRUE(std::isnan(value));
    const std::vector<double> huge = paths(law_of(0, {{.mean = 1e12, .variance = 1e12}}), {0.5, 0.5}, 5);
    for (std::size_t p = 0; p < 5; ++p) EXPECT_NEAR(huge[2 * p] / huge[2 * p + 1], 1.0, 1e-4);
    sample_paths_into({}, {}, {}, {});
}

TEST(Consequences, OfAPanelThatNobodyWouldWish) {
    std::vector<double> values;
    std::vector<std::int64_t> offsets{0};
    const auto add = [&](const std::vector<double>& series) {
        values.insert(values.end(), series.begin(), series.end());
        offsets.push_back(static_cast<std::int64_t>(values.size()));
    };
    for (const double value : {0.0, nan, -1.0, infinity, 1e12, 1.0}) add(std::vector<double>(66, value));
    add({});
    add({3.0});
    std::vector<double> gaps(66, 7.0);
    for (std::size_t t = 20; t < 63; ++t) gaps[t] = nan;
    add(gaps);
    const Panel panel{values, offsets};
    const std::size_t n = panel.size();
    for (const Support support : {Support::whole, Support::positive, Support::real}) {
        TotalOptions options;
        options.support = support;
        std::vector<TotalLaw> laws(n);
        std::vector<Status> status(n);
        TotalColumns columns;
        columns.law = laws;
        columns.status = status;
        project_totals_into(panel, {}, options, {}, {}, columns);
        std::vector<double> shares(12 * n), again(12 * n), paths(12 * n * 20);
        rest_shares_into(panel, options, {}, {}, shares);
        options.threads = 5;
        rest_shares_into(panel, options, {}, {}, again);
        sample_paths_into(laws, shares, {.paths = 20}, paths);
        for (std::size_t i = 0; i < n; ++i) {
            const auto row = std::span(shares).subspan(12 * i, 12);
            const double sum = std::accumulate(row.begin(), row.end(), 0.0);
            const RequiredValue needed =
                required_value(std::span(values).subspan(static_cast<std::size_t>(offsets[i]),
                                                         static_cast<std::size_t>(offsets[i + 1] - offsets[i])),
                               options, laws[i], 50.0, Better::low);
            if (status[i] != Status::ok) {
                EXPECT_TRUE(std::isnan(sum)) << i;
                EXPECT_EQ(needed.status, Status::missing_value);
                EXPECT_TRUE(std::isnan(paths[240 * i]));
                continue;
            }
            EXPECT_NEAR(sum, 1.0, 1e-12) << i;
            EXPECT_GE(needed.chance, 0.0);
            EXPECT_LE(needed.chance, 1.0);
            for (std::size_t k = 0; k < 240; ++k) {
                EXPECT_TRUE(std::isfinite(paths[240 * i + k])) << i;
                EXPECT_TRUE(support == Support::real || paths[240 * i + k] >= 0.0) << i;
            }
            for (std::size_t j = 0; j < 12; ++j) EXPECT_EQ(row[j], again[12 * i + j]);
        }
    }
}

}  // namespace

#include <ontrack/stats/total_models.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "stats/allocations.hpp"
#include "stats/ragged.hpp"

namespace {

using namespace ontrack::stats;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

constexpr TotalModel models[] = {TotalModel::combination,
                                 TotalModel::gamma_poisson,
                                 TotalModel::discounted_gamma_poisson,
                                 TotalModel::indexed_gamma_poisson,
                                 TotalModel::chain_ladder,
                                 TotalModel::bornhuetter_ferguson,
                                 TotalModel::dynamic_theta,
                                 TotalModel::theta,
                                 TotalModel::smoothing,
                                 TotalModel::log_smoothing,
                                 TotalModel::root_smoothing,
                                 TotalModel::seasonal_naive,
                                 TotalModel::pro_rata,
                                 TotalModel::same_periods_last_year};

std::vector<double> counts(std::mt19937_64& random, double level, std::size_t length) {
    std::vector<double> series;
    for (std::size_t t = 0; t < length; ++t) {
        std::poisson_distribution<long> count(level * (1.0 + 0.3 * std::sin(static_cast<double>(t % 12) / 2.0)));
        series.push_back(static_cast<double>(count(random)));
    }
    return series;
}

constexpr std::size_t ordinary = 40;

/// Everything that breaks a naive kernel.
Ragged adversarial() {
    Ragged panel;
    std::mt19937_64 random(31);
    for (std::size_t i = 0; i < ordinary; ++i) {
        const double level = std::pow(10.0, -0.5 + static_cast<double>(i % 10) * 0.35);
        std::vector<double> series = counts(random, level, 3 * (i / 2));
        for (std::size_t t = 0; t < series.size(); ++t)
            if (i % 4 == 0 && t % 5 == 2) series[t] = nan;
        panel.add(series);
    }
    panel.add({});
    panel.add({5});
    panel.add({nan});
    panel.add(std::vector<double>(66, 0.0));
    panel.add(std::vector<double>(66, nan));
    panel.add(std::vector<double>(66, 40.0));
    panel.add(std::vector<double>(66, 1e12));
    panel.add(std::vector<double>(66, 1e15));
    panel.add(std::vector<double>(66, 1e308));
    panel.add(std::vector<double>(66, 5e-324));
    panel.add({1, 2, 3, -1});
    panel.add({1, 2, 3, infinity});
    panel.add({1, 2, 3, -infinity});
    std::vector<double> block = counts(random, 20.0, 66);
    for (std::size_t t = 20; t < 50; ++t) block[t] = nan;
    panel.add(block);
    std::vector<double> last(66, 0.0);
    last.back() = 1e6;
    panel.add(last);
    std::vector<double> only(66, nan);
    only[3] = 4.0;
    panel.add(only);
    panel.add(std::vector<double>(5000, 3.0));
    return panel;
}

struct Results {
    std::vector<double> mean, variance, chance, quantiles;
    std::vector<TotalLaw> law;
    std::vector<TotalModel> used;
    std::vector<Status> fallback, status;
    static constexpr std::array probabilities{0.025, 0.1, 0.5, 0.9, 0.975};

    explicit Results(std::size_t n)
        : mean(n, -1.0),
          variance(mean),
          chance(mean),
          quantiles(5 * n, -1.0),
          law(n),
          used(n),
          fallback(n),
          status(n) {}
    [[nodiscard]] TotalColumns columns() {
        return {mean, variance, chance, quantiles, probabilities, law, used, fallback, status};
    }
    [[nodiscard]] std::vector<std::uint64_t> bits() const {
        std::vector<std::uint64_t> all;
        for (const auto* column : {&mean, &variance, &chance, &quantiles})
            for (const double value : *column) all.push_back(std::bit_cast<std::uint64_t>(value));
        for (std::size_t i = 0; i < used.size(); ++i)
            all.push_back(static_cast<std::uint64_t>(used[i]) << 16 | static_cast<std::uint64_t>(fallback[i]) << 8 |
                          static_cast<std::uint64_t>(status[i]));
        return all;
    }
};

Results projected(const Ragged& panel, const TotalOptions& options) {
    Results results(panel.panel().size());
    const std::vector<double> targets(results.mean.size(), 300.0);
    project_totals_into(panel.panel(), targets, options, {}, {}, results.columns());
    return results;
}

TEST(TotalModels, NamesReadBack) {
    for (const TotalModel model : models) EXPECT_EQ(total_model(to_string(model)), model);
    EXPECT_EQ(total_model("prophet"), std::nullopt);
}

TEST(TotalModels, EverySeriesHasALawOrAReason) {
    const Ragged panel = adversarial();
    for (const Support support : {Support::whole, Support::positive, Support::real}) {
        for (const TotalModel model : models) {
            for (const int known : {0, 3, 6, 12}) {
                if (support != Support::whole && known != 3) continue;
                const Results results = projected(panel, {.model = model, .support = support, .periods_known = known});
                for (std::size_t i = 0; i < results.mean.size(); ++i) {
                    const std::string where = std::string(to_string(model)) + " " + std::to_string(i) + " " +
                                              std::to_string(known) + " " + std::to_string(static_cast<int>(support));
                    if (results.status[i] != Status::ok) {
                        EXPECT_TRUE(std::isnan(results.mean[i]) && std::isnan(results.variance[i]) &&
                                    std::isnan(results.chance[i]) && std::isnan(results.quantiles[5 * i + 2]))
                            << where;
                        continue;
                    }
                    EXPECT_TRUE(std::isfinite(results.mean[i]) && results.variance[i] >= 0.0) << where;
                    EXPECT_TRUE(results.chance[i] >= 0.0 && results.chance[i] <= 1.0) << where;
                    for (std::size_t k = 1; k < 5; ++k)
                        EXPECT_LE(results.quantiles[5 * i + k - 1], results.quantiles[5 * i + k]) << where;
                    if (support != Support::real) {
                        EXPECT_GE(results.quantiles[5 * i], results.law[i].known) << where;
                    }
                    EXPECT_EQ(results.used[i] == model, results.fallback[i] == Status::ok) << where;
                }
            }
        }
    }
}

TEST(TotalModels, TheReasonsAreTheRightOnes) {
    const Ragged panel = adversarial();
    const Results results = projected(panel, {});
    const auto at = [&](std::size_t i) { return results.status[ordinary + i]; };
    EXPECT_EQ(at(0), Status::too_few_points);
    EXPECT_EQ(at(1), Status::ok) << "one point is enough for a wide law";
    EXPECT_EQ(at(2), Status::too_few_points);
    EXPECT_EQ(at(3), Status::ok);
    EXPECT_EQ(at(4), Status::too_few_points);
    EXPECT_EQ(at(6), Status::ok);
    EXPECT_EQ(at(7), Status::not_a_count);
    EXPECT_EQ(at(10), Status::negative_value);
    EXPECT_EQ(at(11), Status::not_finite);
    EXPECT_EQ(at(12), Status::not_finite);
    EXPECT_GT(results.law[ordinary + 3].cdf(0.0), 0.3) << "all zero: probably, not certainly, nothing to come";
    EXPECT_LT(results.law[ordinary + 3].cdf(0.0), 1.0);
    const TotalProjection short_series =
        project_total(panel.series(4), {.model = TotalModel::bornhuetter_ferguson, .periods_known = 6});
    EXPECT_EQ(short_series.status, Status::ok);
    EXPECT_EQ(short_series.used, TotalModel::gamma_poisson);
    EXPECT_EQ(short_series.fallback, Status::too_few_points);
}

TEST(TotalModels, SameBitsForThreadsPartitionsAndAlone) {
    const Ragged panel = adversarial();
    const GroupFit group = fit_group(panel.panel(), {});
    for (const TotalModel model : models) {
        TotalOptions options{.model = model, .group = &group};
        const std::vector<std::uint64_t> one = projected(panel, options).bits();
        for (unsigned threads = 2; threads <= 8; ++threads) {
            options.threads = threads;
            EXPECT_EQ(projected(panel, options).bits(), one) << threads;
        }
        const Results together = projected(panel, options);
        for (std::size_t i = 0; i < together.mean.size(); ++i) {
            const TotalProjection alone = project_total(panel.series(i), options);
            EXPECT_EQ(alone.status, together.status[i]) << i;
            EXPECT_EQ(alone.used, together.used[i]) << i;
            if (alone.status != Status::ok) continue;
            EXPECT_EQ(std::bit_cast<std::uint64_t>(alone.law.mean()), std::bit_cast<std::uint64_t>(together.mean[i]))
                << i;
            EXPECT_EQ(std::bit_cast<std::uint64_t>(alone.law.cdf(300.0)),
                      std::bit_cast<std::uint64_t>(together.chance[i]))
                << i;
            for (std::size_t k = 0; k < 5; ++k)
                EXPECT_EQ(std::bit_cast<std::uint64_t>(alone.law.quantile(Results::probabilities[k])),
                          std::bit_cast<std::uint64_t>(together.quantiles[5 * i + k]))
                    << to_string(model) << ' ' << i;
        }
    }
}

TEST(TotalModels, AMillionSeriesOfOnePointEnd) {
    const std::size_t n = 1'000'000;
    std::vector<double> values(n), mean(n);
    std::vector<std::int64_t> offsets(n + 1);
    for (std::size_t i = 0; i < n; ++i) {
        values[i] = static_cast<double>(i % 100);
        offsets[i + 1] = static_cast<std::int64_t>(i + 1);
    }
    std::vector<Status> status(n);
    TotalColumns columns;
    columns.mean = mean;
    columns.status = status;
    project_totals_into({values, offsets}, {}, {.model = TotalModel::gamma_poisson, .threads = 2}, {}, {}, columns);
    const TotalProjection alone = project_total(std::vector<double>{42.0}, {.model = TotalModel::gamma_poisson});
    EXPECT_EQ(alone.status, Status::ok);
    for (std::size_t i = 42; i < n; i += 9100) EXPECT_EQ(mean[i], alone.law.mean()) << i;
    EXPECT_EQ(std::ranges::count(status, Status::ok), static_cast<std::ptrdiff_t>(n));
    OutturnColumns outturn;
    outturn.mean = mean;
    outturn.status = status;
    project_outturn_into({values, offsets}, {}, {}, outturn);
    EXPECT_EQ(std::ranges::count(status, Status::ok), static_cast<std::ptrdiff_t>(n));
}

TEST(TotalModels, BaselinesByHand) {
    // Quarters: 10 20 30 40 | 12 22 34 44 | 15 known, three to come.
    const std::vector<double> series{10, 20, 30, 40, 12, 22, 34, 44, 15};
    const auto mean = [&](TotalModel model) {
        return project_total(series, {.model = model, .periods_per_year = 4, .periods_known = 1}).law.mean();
    };
    EXPECT_DOUBLE_EQ(mean(TotalModel::pro_rata), 60.0);
    EXPECT_DOUBLE_EQ(mean(TotalModel::seasonal_naive), 15.0 + 100.0);
    EXPECT_DOUBLE_EQ(mean(TotalModel::same_periods_last_year), 15.0 + 100.0 * 15.0 / 12.0);
    // Seasonal naive: past years' only error is 100 − 90, beside the credibility model's own spread.
    const TotalProjection naive =
        project_total(series, {.model = TotalModel::seasonal_naive, .periods_per_year = 4, .periods_known = 1});
    EXPECT_GT(naive.law.variance(), 100.0);
}

TEST(TotalModels, ChainLadderAndBornhuetterFerguson) {
    std::vector<double> series;
    for (int year = 0; year < 10; ++year) series.insert(series.end(), {2e5, 3e5, 4e5, 1e5});
    series.insert(series.end(), {3e5, 4.5e5});
    const auto mean = [&](TotalModel model) {
        return project_total(series, {.model = model, .periods_per_year = 4, .periods_known = 2}).law.mean();
    };
    EXPECT_NEAR(mean(TotalModel::chain_ladder), 7.5e5 / 0.5, 500.0);
    EXPECT_NEAR(mean(TotalModel::bornhuetter_ferguson), 7.5e5 + 5e5, 2000.0);
    const double credibility = mean(TotalModel::gamma_poisson);
    EXPECT_GT(credibility, 7.5e5 + 5e5);
    EXPECT_LT(credibility, 7.5e5 / 0.5);
}

TEST(TotalModels, AnyMonthMayStartTheYearAndGapsAreProjected) {
    std::mt19937_64 random(33);
    const std::vector<double> series = counts(random, 60.0, 66);
    for (const TotalModel model : models) {
        const TotalProjection whole = project_total(series, {.model = model});
        std::vector<double> gap = series;
        gap[63] = nan;
        const TotalProjection open = project_total(gap, {.model = model});
        if (whole.used != model) continue;
        EXPECT_NEAR(open.law.known, whole.law.known - series[63], 1e-9);
        EXPECT_NEAR(open.law.mean() / whole.law.mean(), 1.0, 0.15) << to_string(model);
        EXPECT_GT(open.law.mean(), whole.law.mean() - series[63]) << to_string(model);
    }
}

TEST(TotalModels, AMaskedYearTeachesNothingButStillCounts) {
    std::mt19937_64 random(34);
    std::vector<double> series = counts(random, 60.0, 66), broken = series;
    std::vector<std::uint8_t> masked(66, 0);
    for (std::size_t t = 36; t < 48; ++t) {
        broken[t] = 3.0;
        masked[t] = 1;
    }
    for (const TotalModel model : {TotalModel::combination, TotalModel::gamma_poisson,
                                   TotalModel::discounted_gamma_poisson, TotalModel::smoothing}) {
        const double clean = project_total(series, {.model = model, .masked = masked}).law.mean();
        const double kept = project_total(broken, {.model = model, .masked = masked}).law.mean();
        EXPECT_EQ(std::bit_cast<std::uint64_t>(kept), std::bit_cast<std::uint64_t>(clean)) << to_string(model);
    }
    masked.assign(66, 0);
    masked[65] = 1;
    const TotalProjection current = project_total(series, {.masked = masked});
    EXPECT_DOUBLE_EQ(current.law.known, project_total(series, {}).law.known);
}

TEST(TotalModels, ExposureOfDaysScalesThePeriods) {
    // Ten events a day in every month.
    const double days[] = {30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31};
    std::vector<double> series, exposure;
    for (std::size_t t = 0; t < 72; ++t) exposure.push_back(days[t % 12]);
    for (std::size_t t = 0; t < 66; ++t) series.push_back(10.0 * days[t % 12]);
    for (const TotalModel model :
         {TotalModel::combination, TotalModel::discounted_gamma_poisson, TotalModel::smoothing}) {
        const TotalProjection found = project_total(series, {.model = model, .exposure = exposure});
        if (found.used == model) {
            EXPECT_NEAR(found.law.mean(), 3650.0, 5.0) << to_string(model);
        }
    }
}

TEST(TotalModels, PositiveAmountsHaveNoUnit) {
    std::mt19937_64 random(35);
    std::vector<double> pounds = counts(random, 900.0, 66), thousands = pounds;
    for (double& value : thousands) value /= 1024.0;
    for (const TotalModel model : {TotalModel::combination, TotalModel::gamma_poisson, TotalModel::smoothing}) {
        const TotalLaw a = project_total(pounds, {.model = model, .support = Support::positive}).law;
        const TotalLaw b = project_total(thousands, {.model = model, .support = Support::positive}).law;
        EXPECT_DOUBLE_EQ(a.mean(), 1024.0 * b.mean()) << to_string(model);
        EXPECT_NEAR(a.quantile(0.9), 1024.0 * b.quantile(0.9), 1e-9 * a.quantile(0.9)) << to_string(model);
    }
}

TEST(TotalModels, StocksEndTheYearAtTheirMeanOrLast) {
    // A stock that stands at 500 ± 10 and, in the last year, climbs by 20 a quarter.
    std::mt19937_64 random(37);
    std::normal_distribution<double> noise(0.0, 5.0);
    std::vector<double> stock;
    for (int t = 0; t < 42; ++t) stock.push_back(500.0 + (t > 32 ? 20.0 * (t - 32) : 0.0) + noise(random));
    TotalOptions options{.support = Support::positive, .periods_per_year = 4, .periods_known = 2};
    for (const TotalModel model :
         {TotalModel::combination, TotalModel::smoothing, TotalModel::discounted_gamma_poisson}) {
        options.model = model;
        options.figure = YearFigure::sum;
        const TotalLaw sum = project_total(stock, options).law;
        options.figure = YearFigure::mean;
        const TotalLaw mean = project_total(stock, options).law;
        EXPECT_NEAR(mean.mean(), sum.mean() / 4.0, 1e-9) << to_string(model);
        EXPECT_NEAR(mean.quantile(0.9), sum.quantile(0.9) / 4.0, 1e-6) << to_string(model);
        options.figure = YearFigure::last;
        const TotalProjection last = project_total(stock, options);
        EXPECT_EQ(last.law.known, 0.0);
        EXPECT_NEAR(last.law.mean(), 690.0, 90.0) << to_string(model);
    }
    options.periods_known = 4;
    EXPECT_DOUBLE_EQ(project_total(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8.5}, options).law.mean(), 8.5);
    options.figure = YearFigure::mean;
    EXPECT_DOUBLE_EQ(project_total(std::vector<double>{1, 2, 3, 4, 5, 6, 7, 10}, options).law.mean(), 7.0);
}

TEST(TotalModels, LogSmoothingDoesNotExplodeOnSmallCounts) {
    std::mt19937_64 random(38);
    int stood_in = 0, stood = 0;
    for (int i = 0; i < 400; ++i) {
        std::vector<double> series = counts(random, std::pow(10.0, -0.7 + 0.01 * i), 72);
        double total = 0.0;
        for (std::size_t t = 48; t < 60; ++t) total += series[t];
        series.resize(66);
        const TotalProjection found = project_total(series, {.model = TotalModel::log_smoothing});
        ASSERT_EQ(found.status, Status::ok) << i;
        EXPECT_LT(found.law.mean(), 3.0 * total + 30.0) << i;
        EXPECT_LT(found.law.quantile(0.975), 6.0 * total + 60.0) << i;
        if (found.used == TotalModel::log_smoothing) {
            ++stood;
            continue;
        }
        ++stood_in;
        EXPECT_EQ(found.used, TotalModel::gamma_poisson) << i;
        EXPECT_TRUE(found.fallback == Status::too_few_events || found.fallback == Status::too_few_points) << i;
    }
    EXPECT_GT(stood, 150) << "counts without zeros keep their model";
    EXPECT_GT(stood_in, 20) << "tiny ones have none";
}

TEST(TotalModels, CompleteYearsAndOptionsThatCannotBe) {
    const std::vector<double> series(24, 5.0);
    const TotalProjection complete = project_total(series, {.periods_known = 12});
    EXPECT_EQ(complete.law.size, 0U);
    EXPECT_EQ(complete.law.quantile(0.01), 60.0);
    for (const TotalOptions& options : {TotalOptions{.periods_per_year = 0}, TotalOptions{.periods_known = -1},
                                        TotalOptions{.periods_known = 13}, TotalOptions{.periods_per_year = 400}})
        EXPECT_EQ(project_total(series, options).status, Status::invalid_option);
    const std::vector<double> days(800, 2.0);
    const TotalProjection daily = project_total(days, {.periods_per_year = 365, .periods_known = 70});
    EXPECT_EQ(daily.used, TotalModel::gamma_poisson);
    EXPECT_NEAR(daily.law.mean(), 730.0, 10.0);
    // What such a year cannot be asked for.
    const std::vector<std::uint8_t> masked(70, 1);
    const std::vector<double> exposure(365, 1.0);
    TotalOptions asked{.periods_per_year = 365, .periods_known = 70};
    asked.figure = YearFigure::mean;
    EXPECT_EQ(project_total(days, asked).status, Status::invalid_option);
    asked.figure = YearFigure::sum;
    asked.masked = masked;
    EXPECT_EQ(project_total(days, asked).status, Status::invalid_option);
    asked.masked = {};
    asked.exposure = exposure;
    EXPECT_EQ(project_total(days, asked).status, Status::invalid_option);
}

TEST(TotalModels, AllocatesNothing) {
    const Ragged panel = adversarial();
    const GroupFit group = fit_group(panel.panel(), {});
    Results results(panel.panel().size());
    const std::vector<double> targets(results.mean.size(), 300.0);
    const TotalColumns columns = results.columns();
    for (const TotalModel model : models) {
        const long before = allocations();
        project_totals_into(panel.panel(), targets, {.model = model, .group = &group}, {}, {}, columns);
        EXPECT_EQ(allocations() - before, 0) << to_string(model);
    }
}

}  // namespace

#include <ontrack/stats/ratio_models.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/base/error.hpp>
#include <ontrack/stats/distributions.hpp>

#include "allocations.hpp"
#include "reference/negative_binomial.hpp"
#include "reference/ratio_year.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

RatioGroup only(std::size_t drift, std::size_t scatter, int periods) {
    RatioGroup group{.periods_per_year = periods,
                     .season = std::vector<double>(static_cast<std::size_t>(periods)),
                     .spreads = std::vector<double>(ratio_spreads)};
    group.spreads[drift * ratio_scatters.size() + scatter] = 1.0;
    return group;
}

struct Made {
    std::vector<double> events, base;
};

Made made(unsigned seed, std::size_t size, double ratio, double per_period) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    Made series;
    double level = std::log(ratio / (1.0 - ratio));
    for (std::size_t t = 0; t < size; ++t) {
        level += 0.08 * normal(random);
        const double n = std::round(per_period * (1.0 + 0.1 * normal(random)));
        const double p = 1.0 / (1.0 + std::exp(-level - 0.15 * normal(random) - 0.3 * (t % 12 < 3)));
        std::binomial_distribution<long> draw(static_cast<long>(std::max(n, 0.0)), p);
        series.base.push_back(std::max(n, 0.0));
        series.events.push_back(static_cast<double>(draw(random)));
    }
    return series;
}

TEST(RatioLaw, ProbabilitiesByEnumeration) {
    RatioLaw law{.numerator = 3.0, .denominator = 10.0, .rest_ratio = 0.25, .precision = 12.0, .size = 2};
    law.rest[0] = {4.0, 0.3};
    law.rest[1] = {7.0, 0.7};
    for (const RatioModel model : {RatioModel::beta_binomial, RatioModel::gamma_poisson}) {
        law.model = model;
        std::vector<std::pair<double, long double>> points;
        for (std::size_t i = 0; i < 2; ++i) {
            const double n = law.rest[i].denominator;
            const long most = model == RatioModel::beta_binomial ? static_cast<long>(n) : 400;
            long double before = 0.0L;
            for (long x = 0; x <= most; ++x) {
                long double mass = 0.0L;
                if (model == RatioModel::beta_binomial) {
                    mass = reference::beta_binomial_mass(x, static_cast<long>(n), 3.0L, 9.0L);
                } else {
                    const long double reached = reference::negative_binomial_cdf(x, 0.25L * n, 12.0L);
                    mass = reached - before;
                    before = reached;
                }
                points.emplace_back((3.0 + static_cast<double>(x)) / (10.0 + n), law.rest[i].weight * mass);
            }
        }
        std::sort(points.begin(), points.end());
        long double mean = 0.0L, square = 0.0L, sum = 0.0L;
        for (const auto& [ratio, mass] : points) {
            mean += ratio * mass;
            square += static_cast<long double>(ratio) * ratio * mass;
        }
        EXPECT_NEAR(law.mean(), static_cast<double>(mean), 1e-12);
        EXPECT_NEAR(law.variance(), static_cast<double>(square - mean * mean), 1e-12);
        for (std::size_t i = 0; i < points.size(); ++i) {
            sum += points[i].second;
            if (i + 1 < points.size() && points[i + 1].first == points[i].first) continue;
            if (sum > 1.0L - 1e-6L) break;
            EXPECT_NEAR(law.cdf(points[i].first), static_cast<double>(sum), 1e-12);
            EXPECT_EQ(law.quantile(static_cast<double>(sum) - 1e-10), points[i].first);
            EXPECT_EQ(law.cdf(points[i].first), law.below(std::nextafter(points[i].first, 2.0)));
        }
    }
}

TEST(RatioLaw, QuantilesAndProbabilitiesAgree) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const Made series = made(seed, 30, 0.02 + 0.02 * seed, std::pow(10.0, seed % 5));
        const RatioModel model = seed % 2 == 0 ? RatioModel::beta_binomial : RatioModel::gamma_poisson;
        const auto found = project_ratio({series.events, series.base}, {.model = model, .periods_known = 6});
        if (found.status != Status::ok) continue;
        double before = -1.0;
        for (const double p : {1e-4, 0.025, 0.1, 0.5, 0.9, 0.975, 0.9999}) {
            const double q = found.law.quantile(p);
            EXPECT_GE(found.law.cdf(q), p) << seed << ' ' << p;
            EXPECT_LT(found.law.below(q), p) << seed << ' ' << p;
            EXPECT_GE(q, before);
            before = q;
        }
    }
}

TEST(RatioLaw, MomentsAndChanceByMonteCarlo) {
    RatioLaw law{.numerator = 40.0, .denominator = 300.0, .rest_ratio = 0.2, .precision = 60.0, .size = 3};
    law.rest[0] = {100.0, 0.2};
    law.rest[1] = {150.0, 0.5};
    law.rest[2] = {220.0, 0.3};
    std::mt19937 random(7);
    for (const RatioModel model : {RatioModel::beta_binomial, RatioModel::gamma_poisson}) {
        law.model = model;
        const int draws = 40000;
        double sum = 0.0, square = 0.0, fourth = 0.0, met = 0.0;
        std::discrete_distribution<std::size_t> choose{0.2, 0.5, 0.3};
        for (int i = 0; i < draws; ++i) {
            const double n = law.rest[choose(random)].denominator;
            double x = 0.0;
            if (model == RatioModel::beta_binomial) {
                const double a = std::gamma_distribution<double>(12.0)(random);
                const double b = std::gamma_distribution<double>(48.0)(random);
                x = std::binomial_distribution<int>(static_cast<int>(n), a / (a + b))(random);
            } else {
                x = std::poisson_distribution<int>(n * 0.2 *
                                                   std::gamma_distribution<double>(60.0, 1.0 / 60.0)(random))(random);
            }
            const double ratio = (40.0 + x) / (300.0 + n), away = ratio - law.mean();
            sum += ratio;
            square += away * away;
            fourth += away * away * away * away;
            met += ratio <= 0.15 ? 1.0 : 0.0;
        }
        const double variance = law.variance();
        EXPECT_NEAR(sum / draws, law.mean(), 4.0 * std::sqrt(variance / draws));
        EXPECT_NEAR(square / draws, variance, 4.0 * std::sqrt((fourth / draws - variance * variance) / draws));
        EXPECT_NEAR(met / draws, law.cdf(0.15), 4.0 * 0.5 / std::sqrt(draws));
    }
}

TEST(RatioModels, AgreeWithTheSlowFilter) {
    for (unsigned seed = 0; seed < 12; ++seed) {
        const Made series = made(seed, 27, 0.15, 400.0);
        const bool is_rate = seed % 2 == 1;
        const std::size_t drift = seed % 6, scatter = (seed / 2) % 6;
        const RatioGroup group = only(drift, scatter, 12);
        const std::vector<double> coming(9, 400.0 + seed);
        const auto found = project_ratio({series.events, series.base, coming},
                                         {.model = is_rate ? RatioModel::gamma_poisson : RatioModel::beta_binomial,
                                          .periods_known = 3,
                                          .group = &group});
        ASSERT_EQ(found.status, Status::ok);
        const auto expected = reference::ratio_of_rest(series.events, series.base, is_rate, ratio_drifts[drift],
                                                       ratio_scatters[scatter], coming);
        EXPECT_NEAR(found.law.rest_ratio, static_cast<double>(expected.mean), 1e-11);
        const double precision =
            is_rate ? static_cast<double>(expected.mean * expected.mean / expected.variance)
                    : static_cast<double>(expected.mean * (1.0L - expected.mean) / expected.variance - 1.0L);
        EXPECT_NEAR(found.law.precision, precision, 1e-8 * precision);
        EXPECT_EQ(found.law.size, 1u);
        EXPECT_EQ(found.law.rest[0].denominator, 9.0 * (400.0 + seed));
    }
}

TEST(RatioModels, RestByMonteCarlo) {
    // The walk and the scatter themselves, from a level that a long history has made nearly certain.
    const double share = 0.3, drift = ratio_drifts[1], scatter = ratio_scatters[1];
    std::vector<double> base(400, 1e7), events(400, 3e6);
    const RatioGroup group = only(1, 1, 12);
    const std::vector<double> coming(12, 1e7);
    const auto found = project_ratio({events, base, coming}, {.periods_known = 0, .group = &group});
    ASSERT_EQ(found.status, Status::ok);
    // The filter's own doubt about the level: the steady state of its variance.
    double doubt = 1.0;
    for (int t = 0; t < 400; ++t) {
        const double before = doubt + drift;
        doubt = before - before * before / (before + scatter);
    }
    std::mt19937 random(3);
    std::normal_distribution<double> normal;
    const int draws = 4000;
    double sum = 0.0, square = 0.0;
    for (int i = 0; i < draws; ++i) {
        double level = std::log(share / (1.0 - share)) + std::sqrt(doubt) * normal(random), mean = 0.0;
        for (int h = 0; h < 12; ++h) {
            level += std::sqrt(drift) * normal(random);
            mean += 1.0 / (1.0 + std::exp(-level - std::sqrt(scatter) * normal(random))) / 12.0;
        }
        sum += mean;
        square += (mean - share) * (mean - share);
    }
    const double variance = found.law.rest_ratio * (1.0 - found.law.rest_ratio) / (found.law.precision + 1.0);
    EXPECT_NEAR(sum / draws, found.law.rest_ratio, 4.0 * std::sqrt(variance / draws));
    EXPECT_NEAR(square / draws, variance, 4.0 * variance * std::sqrt(2.0 / draws));
}

TEST(RatioModels, FewDenominatorsAreTakenOneByOne) {
    // About one case a quarter: every whole number that the rest may have, with its own probability.
    const std::vector<double> base{1, 0, 2, 1, 0, 1, 1, 2, 1, 0, 1, 1}, events{0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 0};
    const auto found = project_ratio({events, base}, {.periods_per_year = 4, .periods_known = 2});
    ASSERT_EQ(found.status, Status::ok);
    EXPECT_GT(found.law.size, 4u);
    double sum = 0.0;
    for (std::size_t i = 0; i < found.law.size; ++i) {
        EXPECT_EQ(found.law.rest[i].denominator, std::floor(found.law.rest[i].denominator));
        sum += found.law.rest[i].weight;
    }
    EXPECT_NEAR(sum, 1.0, 1e-12);
    EXPECT_GE(found.law.quantile(0.001), 0.0);
    EXPECT_LE(found.law.quantile(0.999), 1.0);
}

TEST(RatioModels, WeightedCasesLeaveAWholeRest) {
    const std::vector<double> base(30, 1.7), events(30, 0.3);
    const auto found = project_ratio({events, base}, {.periods_known = 6});
    ASSERT_EQ(found.status, Status::ok);
    for (std::size_t i = 0; i < found.law.size; ++i)
        EXPECT_EQ(found.law.rest[i].denominator, std::floor(found.law.rest[i].denominator));
    EXPECT_GE(found.law.cdf(found.law.quantile(0.5)), 0.5);
}

TEST(RatioModels, ReasonsAndFallbacks) {
    const RatioOptions options{.periods_per_year = 4, .periods_known = 2};
    const auto status = [&](std::vector<double> events, std::vector<double> base, RatioOptions with) {
        return project_ratio({events, base}, with).status;
    };
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(status({}, {}, options), Status::too_few_points);
    EXPECT_EQ(status({nan, nan}, {nan, nan}, options), Status::too_few_points);
    EXPECT_EQ(status({0, 0, 0}, {0, 0, 0}, options), Status::no_denominator);
    EXPECT_EQ(status({3, 1}, {2, 2}, options), Status::above_denominator);
    EXPECT_EQ(status({1, 1}, {0, 2}, options), Status::above_denominator);
    EXPECT_EQ(status({-1, 1}, {2, 2}, options), Status::negative_value);
    EXPECT_EQ(status({1, 1}, {infinity, 2}, options), Status::not_finite);
    EXPECT_EQ(status({1, 1}, {1e17, 2}, options), Status::not_a_count);
    EXPECT_EQ(status({1, 1}, {2}, options), Status::invalid_option);
    EXPECT_EQ(status({1, 1}, {2, 2}, {.periods_per_year = 4, .periods_known = 5}), Status::invalid_option);
    EXPECT_EQ(status({1, 1}, {2, 2}, {.periods_per_year = 367, .periods_known = 5}), Status::invalid_option);
    const RatioOptions rates{.model = RatioModel::gamma_poisson, .periods_per_year = 4, .periods_known = 2};
    EXPECT_EQ(status({3, 1}, {2, 2}, rates), Status::ok);
    EXPECT_EQ(status({3, 1}, {0, 2}, rates), Status::no_denominator);
    // One period, and nothing but zeros: a law that says how little is known.
    for (const std::vector<double>& events : {std::vector<double>{0.0}, {5.0}}) {
        const auto found = project_ratio({events, std::vector<double>{5.0}}, options);
        EXPECT_EQ(found.status, Status::ok);
        EXPECT_EQ(found.fallback, Status::too_few_points);
        EXPECT_GE(found.law.quantile(0.01), 0.0);
        EXPECT_LE(found.law.quantile(0.99), 1.0);
        EXPECT_GT(found.law.variance(), 0.0);
    }
}

TEST(RatioModels, LongYearsMayBeMasked) {
    const std::vector<double> base(800, 20.0);
    std::vector<double> events(800, 5.0);
    std::vector<std::uint8_t> masked(800);
    std::fill_n(masked.begin() + 100, 50, std::uint8_t{1});
    const RatioOptions options{.periods_per_year = 365, .periods_known = 70, .masked = masked};
    const auto found = project_ratio({events, base}, options);
    ASSERT_EQ(found.status, Status::ok);
    EXPECT_NEAR(found.law.mean(), 0.25, 0.01);
    std::fill_n(events.begin() + 100, 50, 0.0);
    EXPECT_EQ(project_ratio({events, base}, options).law.mean(), found.law.mean());
}

TEST(RatioModels, WeightsThatAreNoPriorAndLawsWithoutMoments) {
    const std::vector<double> events{1, 2, 3, 2, 1}, base(5, 10.0);
    RatioGroup group = only(0, 0, 4);
    const RatioOptions options{.periods_per_year = 4, .periods_known = 1, .group = &group};
    EXPECT_EQ(project_ratio({events, base}, options).status, Status::ok);
    for (const double wrong : {0.0, -1.0, nan, std::numeric_limits<double>::infinity()}) {
        group.spreads[0] = wrong;
        EXPECT_EQ(project_ratio({events, base}, options).status, Status::invalid_option);
    }
    // One event out of next to nothing.
    const std::vector<double> one{1.0}, nothing{5e-324};
    const RatioOptions year{.model = RatioModel::gamma_poisson, .periods_per_year = 1, .periods_known = 1};
    EXPECT_EQ(project_ratio({one, nothing}, year).status, Status::value_undefined);
}

TEST(RatioModels, AWholeYearIsItsOwnRatio) {
    const std::vector<double> events{1, 2, 3, 4}, base{10, 10, 10, 10};
    const auto found = project_ratio({events, base}, {.periods_per_year = 4, .periods_known = 4});
    EXPECT_EQ(found.status, Status::ok);
    EXPECT_EQ(found.law.mean(), 0.25);
    EXPECT_EQ(found.law.variance(), 0.0);
    EXPECT_EQ(found.law.cdf(0.25), 1.0);
    EXPECT_EQ(found.law.below(0.25), 0.0);
    EXPECT_EQ(found.law.quantile(0.9), 0.25);
}

TEST(RatioModels, AGapOfThisYearIsProjectedAndMaskedPeriodsCount) {
    Made series = made(5, 30, 0.2, 500.0);
    const RatioOptions options{.periods_known = 6};
    const auto whole = project_ratio({series.events, series.base}, options);
    std::vector<double> gap = series.events;
    gap[27] = nan;
    const auto found = project_ratio({gap, series.base}, options);
    EXPECT_EQ(found.status, Status::ok);
    EXPECT_EQ(found.law.denominator, whole.law.denominator - series.base[27]);
    EXPECT_GT(found.law.variance(), whole.law.variance());
    // A year of lockdowns teaches nothing, whatever it holds; this year's masked value still counts.
    std::vector<std::uint8_t> masked(30, 0);
    std::fill_n(masked.begin() + 8, 6, std::uint8_t{1});
    masked[29] = 1;
    RatioOptions with = options;
    with.masked = masked;
    const auto before = project_ratio({series.events, series.base}, with);
    for (std::size_t t = 8; t < 14; ++t) series.events[t] = 0.0;
    const auto after = project_ratio({series.events, series.base}, with);
    EXPECT_EQ(before.law.rest_ratio, after.law.rest_ratio);
    EXPECT_EQ(before.law.denominator, whole.law.denominator);
}

TEST(RatioModels, SameBitsForAnyThreadsAndWithoutAllocation) {
    std::vector<double> events, base;
    std::vector<std::int64_t> offsets{0};
    std::vector<std::int32_t> groups;
    for (unsigned seed = 0; seed < 23; ++seed) {
        const Made one = made(seed, 3 + 3 * seed % 50, 0.1, std::pow(10.0, seed % 4));
        events.insert(events.end(), one.events.begin(), one.events.end());
        base.insert(base.end(), one.base.begin(), one.base.end());
        offsets.push_back(static_cast<std::int64_t>(events.size()));
        groups.push_back(static_cast<std::int32_t>(seed % 3) - 1);
    }
    const RatioPanel panel{{events, offsets}, base};
    RatioOptions options{.periods_known = 5};
    const std::vector<RatioGroup> fits{fit_ratio_group(panel, options), RatioGroup{}};
    const std::vector<double> targets(23, 0.1), probabilities{0.1, 0.9};
    const auto run = [&](unsigned threads) {
        std::vector<double> out(23 * 6);
        std::vector<Status> status(23);
        const std::span<double> all(out);
        options.threads = threads;
        project_ratios_into(panel, targets, options, groups, fits,
                            {.mean = all.subspan(0, 23),
                             .variance = all.subspan(23, 23),
                             .probability_at_most = all.subspan(46, 23),
                             .probability_at_least = all.subspan(69, 23),
                             .quantiles = all.subspan(92, 46),
                             .probabilities = probabilities,
                             .status = status});
        return out;
    };
    const std::vector<double> once = run(1);
    for (unsigned threads = 2; threads <= 8; ++threads) {
        const std::vector<double> again = run(threads);
        for (std::size_t i = 0; i < once.size(); ++i)
            EXPECT_TRUE(once[i] == again[i] || (std::isnan(once[i]) && std::isnan(again[i]))) << threads << ' ' << i;
    }
    const Made one = made(1, 40, 0.1, 100.0);
    options.group = fits.data();
    const long before = allocations();
    const auto found = project_ratio({one.events, one.base}, options);
    EXPECT_EQ(allocations(), before);
    EXPECT_EQ(found.status, Status::ok);
}

TEST(RatioModels, AGroupLendsItsSeason) {
    // Each member is too short to have a season of its own that could be told from chance.
    std::vector<double> events, base;
    std::vector<std::int64_t> offsets{0};
    std::mt19937 random(11);
    for (int member = 0; member < 30; ++member) {
        for (int t = 0; t < 28; ++t) {
            const double p = t % 4 == 3 ? 0.4 : 0.2;
            base.push_back(25.0);
            events.push_back(std::binomial_distribution<int>(25, p)(random));
        }
        offsets.push_back(static_cast<std::int64_t>(events.size()));
    }
    const RatioPanel panel{{events, offsets}, base};
    RatioOptions options{.periods_per_year = 4, .periods_known = 0};
    const RatioGroup group = fit_ratio_group(panel, options);
    EXPECT_EQ(group.series, 30.0);
    EXPECT_NEAR(group.season[3] - group.season[0], std::log(0.4 / 0.6) - std::log(0.2 / 0.8), 0.12);
    EXPECT_LT(group.season_variance, 0.02);
    double mass = 0.0;
    for (const double weight : group.spreads) mass += weight;
    EXPECT_NEAR(mass, 1.0, 1e-12);
    EXPECT_THROW((void)fit_ratio_group(panel, {.periods_per_year = 4, .periods_known = 9}), ontrack::DataError);
}

TEST(RatioModels, CoversItsOwnLaw) {
    // Series drawn from the model itself, tiny and large denominators: 80 % within the middle four fifths by PIT.
    std::mt19937 random(5);
    std::uniform_real_distribution<double> uniform;
    for (const double size : {3.0, 30.0, 3000.0}) {
        std::vector<double> events, base, ratio;
        std::vector<std::int64_t> offsets{0};
        const int members = 250;
        for (int member = 0; member < members; ++member) {
            std::normal_distribution<double> normal;
            double level = -1.0 + 0.3 * normal(random), sum = 0.0, below = 0.0;
            for (int t = 0; t < 48; ++t) {
                level += 0.06 * normal(random);
                const int n = std::poisson_distribution<int>(size)(random);
                const double p = 1.0 / (1.0 + std::exp(-level - 0.1 * normal(random)));
                const double x = std::binomial_distribution<int>(n, p)(random);
                if (t >= 36) {
                    sum += x;
                    below += n;
                }
                if (t >= 40) continue;
                events.push_back(x);
                base.push_back(n);
            }
            offsets.push_back(static_cast<std::int64_t>(events.size()));
            ratio.push_back(sum / below);
        }
        const RatioPanel panel{{events, offsets}, base};
        RatioOptions options{.periods_known = 4};
        const RatioGroup group = fit_ratio_group(panel, options);
        options.group = &group;
        std::vector<RatioLaw> laws(members);
        project_ratios_into(panel, {}, options, {}, {}, {.law = laws});
        double inside = 0.0;
        for (std::size_t i = 0; i < laws.size(); ++i) {
            const double low = laws[i].below(ratio[i]), high = laws[i].cdf(ratio[i]);
            const double pit = low + uniform(random) * (high - low);
            inside += pit > 0.1 && pit < 0.9 ? 1.0 : 0.0;
        }
        EXPECT_NEAR(inside / members, 0.8, 0.06) << size;
    }
}

}  // namespace

#include <ontrack/stats/regression.hpp>

#include <cmath>
#include <cstring>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/random.hpp>

#include "reference/code_of.hpp"
#include "reference/regression.hpp"
#include "stats/regression_fit.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Counts around a line with a step and a season, and some of them missing.
struct Made {
    std::size_t n, p;
    std::vector<double> design, y, exposure;

    Made(std::uint64_t seed, std::size_t periods, double level, double alpha, bool gaps) : n(periods), p(5) {
        for (std::size_t t = 0; t < n; ++t) {
            const auto time = static_cast<double>(t), step = t >= n / 2 ? 1.0 : 0.0;
            const std::vector<double> row{1.0, 1990.0 + time / 12.0, step, std::sin(time), std::cos(time)};
            design.insert(design.end(), row.begin(), row.end());
            exposure.push_back(1000.0 + 3.0 * time);
            const double mean = level * std::exp(0.1 * std::sin(time) - 0.3 * step);
            const double count = negative_binomial_quantile(uniform(seed, 1, t), mean, 1.0 / alpha);
            y.push_back(gaps && uniform(seed, 2, t) < 0.1 ? nan : count);
        }
    }
    [[nodiscard]] DesignMatrix matrix() const { return {design, p}; }
    [[nodiscard]] reference::SlowRegression slow(double alpha) const {
        reference::SlowRegression result{{}, y, exposure, alpha, {}};
        for (std::size_t t = 0; t < n; ++t) {
            result.x.emplace_back(&design[t * p], &design[t * p] + p);
            result.x.back()[1] -= 1990.0;  // the same model, for a twin without an orthonormal basis
        }
        return result;
    }
};

void expect_near(double actual, reference::Long expected, double tolerance, const std::string& what) {
    EXPECT_NEAR(actual, static_cast<double>(expected), tolerance * (1e-3 + std::abs(static_cast<double>(expected))))
        << what;
}

TEST(Regression, IsTheSlowTwin) {
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        const Made made(seed, 30 + 5 * (seed % 4), seed % 3 == 0 ? 4.0 : 60.0, seed % 2 == 0 ? 1e-9 : 0.1,
                        seed % 4 == 1);
        const double alpha = seed % 3 == 1 ? 0.07 : 0.0;
        auto slow = made.slow(alpha);
        slow.fit();
        const RegressionOptions options{.family = Family::negative_binomial, .alpha = alpha};
        const Regression found = regression(made.matrix(), made.y, made.exposure, options);
        ASSERT_EQ(found.status, Status::ok) << seed;
        const auto covariance = reference::inverse(slow.expected());
        for (std::size_t j = 1; j < made.p; ++j) {
            expect_near(found.coefficient[j], slow.beta[j], 1e-9, "coefficient");
            expect_near(found.standard_error[j], std::sqrt(covariance[j][j]), 1e-10, "error");
            for (std::size_t k = 1; k < made.p; ++k)
                expect_near(found.covariance[j * made.p + k], covariance[j][k], 1e-10, "covariance");
        }
        for (std::size_t t = 0; t < made.n; ++t) expect_near(found.fitted[t], slow.mean(t), 1e-10, "fitted");
        expect_near(found.log_likelihood, slow.log_likelihood(), 1e-11, "log-likelihood");
        EXPECT_EQ(found.alpha, alpha);

        auto robust = options;
        robust.lags = static_cast<int>(seed % 5);
        const Regression hac = regression(made.matrix(), made.y, made.exposure, robust);
        const auto sandwich = slow.sandwich(static_cast<int>(seed % 5));
        for (std::size_t j = 1; j < made.p; ++j)
            expect_near(hac.standard_error[j], std::sqrt(sandwich[j][j]), 1e-9, "Newey-West");
    }
}

TEST(Regression, AlphaIsTheTopOfTheLikelihood) {
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        const Made made(seed, 40, seed < 3 ? 3.0 : 80.0, seed % 3 == 0 ? 0.4 : 0.05, seed == 1);
        auto slow = made.slow(0.0);
        slow.fit_alpha();
        const RegressionOptions options{.family = Family::negative_binomial, .lags = 3};
        const Regression found = regression(made.matrix(), made.y, made.exposure, options);
        ASSERT_EQ(found.status, Status::ok) << seed;
        EXPECT_NEAR(found.alpha, static_cast<double>(slow.alpha), 1e-6 * found.alpha + 1e-7) << seed;
        EXPECT_GE(found.log_likelihood, static_cast<double>(slow.log_likelihood()) - 1e-9);
        if (found.alpha == 0.0) continue;
        slow.alpha = found.alpha;
        slow.fit();
        const auto sandwich = slow.sandwich(3, true);
        for (std::size_t j = 1; j < made.p; ++j) {
            expect_near(found.coefficient[j], slow.beta[j], 1e-9, "coefficient");
            expect_near(found.standard_error[j], std::sqrt(sandwich[j][j]), 1e-6, "Newey-West");
        }
    }
}

TEST(Regression, MitesOnAppleLeaves) {
    // Bliss & Fisher (1953), table 2: 150 leaves with 0 … 7 mites; maximum likelihood k = 1.02459, mean 1.14667.
    const int leaves[] = {70, 38, 17, 10, 9, 3, 2, 1};
    std::vector<double> y;
    for (std::size_t mites = 0; mites < 8; ++mites)
        y.insert(y.end(), static_cast<std::size_t>(leaves[mites]), static_cast<double>(mites));
    const std::vector<double> ones(y.size(), 1.0);
    const Regression found = regression({ones, 1}, y, {}, {.family = Family::negative_binomial});
    EXPECT_NEAR(1.0 / found.alpha, 1.02459, 5e-6);
    EXPECT_NEAR(std::exp(found.coefficient[0]), 172.0 / 150.0, 1e-12);
}

TEST(Regression, OneColumnIsKnownInClosedForm) {
    // A common rate: μ̂ = Σy/Σe, and its logarithm has the information Σy.
    const std::vector<double> y{3, 5, 0, 9}, e{1, 2, 1, 3}, ones(4, 1.0);
    const Regression found = regression({ones, 1}, y, e, {.family = Family::poisson});
    EXPECT_NEAR(found.coefficient[0], std::log(17.0 / 7.0), 1e-14);
    EXPECT_NEAR(found.standard_error[0], 1.0 / std::sqrt(17.0), 1e-14);
    EXPECT_NEAR(found.upper[0] - found.lower[0], 2.0 * 1.959963984540054 / std::sqrt(17.0), 1e-13);
    const Regression mean = regression({ones, 1}, y, {}, {.family = Family::gaussian});
    EXPECT_NEAR(mean.coefficient[0], 4.25, 1e-14);
    EXPECT_NEAR(mean.dispersion, 42.75 / 3.0, 1e-12);
    EXPECT_NEAR(mean.upper[0], 4.25 + 3.182446305284263 * std::sqrt(42.75 / 12.0), 1e-11);
    EXPECT_NEAR(mean.deviance, 42.75, 1e-12);
    EXPECT_NEAR(mean.log_likelihood, -2.0 * (std::log(2.0 * 3.14159265358979324 * 42.75 / 4.0) + 1.0), 1e-12);
}

TEST(Regression, FollowsTheUnitsOfTheDesign) {
    const Made made(7, 48, 30.0, 0.1, true);
    const RegressionOptions options{.family = Family::negative_binomial, .lags = 2};
    const Regression found = regression(made.matrix(), made.y, made.exposure, options);
    std::vector<double> scaled = made.design, more = made.exposure;
    for (std::size_t t = 0; t < made.n; ++t) {
        scaled[t * made.p + 2] *= 1e6;
        more[t] *= 8.0;
    }
    const Regression other = regression({scaled, made.p}, made.y, more, options);
    EXPECT_NEAR(other.coefficient[2] * 1e6, found.coefficient[2], 1e-10);
    EXPECT_NEAR(other.standard_error[2] * 1e6, found.standard_error[2], 1e-10);
    EXPECT_NEAR(other.alpha, found.alpha, 1e-9 * found.alpha);
    EXPECT_NEAR(other.coefficient[0], found.coefficient[0] - std::log(8.0), 1e-7);
}

TEST(Regression, EstimatesScatterAsTheirErrorsSay) {
    // 2,000 series of known coefficients: the standardised estimate has mean 0 and variance 1, to four standard errors.
    constexpr std::size_t series = 2000, n = 40;
    std::vector<double> design, y;
    for (std::size_t t = 0; t < n; ++t) design.insert(design.end(), {1.0, t < 20 ? 0.0 : 1.0});
    for (std::size_t i = 0; i < series; ++i)
        for (std::size_t t = 0; t < n; ++t)
            y.push_back(negative_binomial_quantile(uniform(9, i, t), t < 20 ? 50.0 : 40.0, 10.0));
    std::vector<double> coefficient(series * 2), error(series * 2);
    regressions_into({design, 2}, y, {}, {.family = Family::negative_binomial},
                     {.coefficient = coefficient, .standard_error = error});
    double sum = 0.0, squares = 0.0;
    for (std::size_t i = 0; i < series; ++i) {
        const double z = (coefficient[2 * i + 1] - std::log(0.8)) / error[2 * i + 1];
        sum += z;
        squares += z * z;
    }
    EXPECT_NEAR(sum / series, 0.0, 4.0 / std::sqrt(series));
    EXPECT_NEAR(squares / series, 1.05, 4.0 * std::sqrt(2.0 / series));  // α̂ is a little low: Lawless (1987)
}

TEST(Regression, UndefinedIsAStatus) {
    std::vector<double> design;
    for (std::size_t t = 0; t < 24; ++t) design.insert(design.end(), {1.0, t < 12 ? 0.0 : 1.0, t == 23 ? 1.0 : 0.0});
    const DesignMatrix matrix{design, 3};
    const std::vector<double> good{5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7, 4, 9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7};
    const auto status = [&](auto change, Family family = Family::negative_binomial, std::vector<double> exposure = {}) {
        std::vector<double> y = good;
        change(y);
        const Regression found = regression(matrix, y, exposure, {.family = family});
        for (const double each :
             {found.coefficient[1], found.standard_error[1], found.lower[1], found.fitted[3], found.alpha,
              found.dispersion, found.deviance, found.log_likelihood, found.covariance[4]})
            EXPECT_EQ(std::isnan(each), found.status != Status::ok);
        return found.status;
    };
    const auto same = [](auto&) {};
    EXPECT_EQ(status(same), Status::ok);
    EXPECT_EQ(status([](auto& y) { y.assign(24, 0.0); }), Status::too_few_events);
    EXPECT_EQ(status([](auto& y) { y[3] = -1.0; }), Status::negative_value);
    EXPECT_EQ(status([](auto& y) { y[3] = INFINITY; }), Status::not_finite);
    EXPECT_EQ(status([](auto& y) { y[3] = 1e17; }), Status::not_a_count);
    EXPECT_EQ(status([](auto& y) { y.assign(24, nan); }), Status::too_few_points);
    EXPECT_EQ(status([](auto& y) { std::fill(y.begin() + 3, y.end(), nan); }), Status::too_few_points);
    EXPECT_EQ(status([](auto& y) { y[23] = nan; }), Status::collinear);  // its column is all zeros then
    EXPECT_EQ(status([](auto& y) { y[23] = 0.0; }), Status::separated);
    EXPECT_EQ(status([](auto& y) { std::fill(y.begin() + 12, y.end() - 1, 0.0); }, Family::poisson), Status::separated);
    EXPECT_EQ(status(same, Family::poisson, std::vector<double>(24, 0.0)), Status::no_denominator);
    EXPECT_EQ(status([](auto& y) { y.assign(24, 6.0); }, Family::quasi_poisson), Status::no_variation);
    EXPECT_EQ(status([](auto& y) { y.assign(24, 6.0); }, Family::gaussian), Status::no_variation);
    EXPECT_EQ(status([](auto& y) { y.assign(24, 6.0); }, Family::poisson), Status::ok);
    EXPECT_EQ(status([](auto& y) { y[5] = 1e11; }, Family::poisson), Status::ok);
    EXPECT_EQ(status([](auto& y) { y[5] = 1e12; }), Status::ok);
}

TEST(Regression, WrongArgumentsThrow) {
    const std::vector<double> ones(6, 1.0), y{1, 2, 3, 4, 5, 6}, pairs{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    const auto code = [&](const DesignMatrix& design, std::span<const double> values, std::span<const double> exposure,
                          const RegressionOptions& options) {
        return reference::code_of([&] { return regression(design, values, exposure, options); });
    };
    EXPECT_EQ(code({ones, 1}, y, {}, {}), "nothing");
    EXPECT_EQ(code({ones, 4}, y, {}, {}), "wrong-length");
    EXPECT_EQ(code({ones, 0}, y, {}, {}), "wrong-length");
    EXPECT_EQ(code({ones, 1}, std::span(y).first(5), {}, {}), "wrong-length");
    EXPECT_EQ(code({ones, 1}, y, std::span(y).first(5), {}), "wrong-length");
    EXPECT_EQ(code({pairs, 2}, y, {}, {}), "collinear");
    EXPECT_EQ(code({ones, 1}, y, {}, {.confidence = 1.5}), "not-a-confidence-level");
    EXPECT_EQ(code({ones, 1}, y, {}, {.lags = -1}), "not-a-lag");
    EXPECT_EQ(code({ones, 1}, y, {}, {.lags = 6}), "not-a-lag");
    EXPECT_EQ(code({ones, 1}, y, {}, {.alpha = -0.1}), "not-a-dispersion");
    EXPECT_EQ(code({ones, 1}, y, y, {.family = Family::gaussian}), "no-exposure-here");
    const std::vector<double> hole{1, 1, 1, nan, 1, 1};
    EXPECT_EQ(code({hole, 1}, y, {}, {}), "not-finite");
}

TEST(Regression, SameBitsForAnyNumberOfThreadsAndInAnyCompany) {
    constexpr std::size_t series = 37, n = 40;
    const Made made(1, n, 20.0, 0.1, false);
    std::vector<double> y;
    for (std::size_t i = 0; i < series; ++i) {
        const Made each(i, n, i % 5 == 0 ? 1.0 : 40.0, i % 3 == 0 ? 1e-9 : 0.3, i % 4 == 0);
        y.insert(y.end(), each.y.begin(), each.y.end());
        if (i % 7 == 0) std::fill(y.end() - 20, y.end(), 0.0);
    }
    for (const Family family : {Family::quasi_poisson, Family::negative_binomial, Family::gaussian}) {
        RegressionOptions options{.family = family, .lags = 4};
        const std::span<const double> exposure = family == Family::gaussian ? std::span<const double>() : made.exposure;
        std::vector<double> one(series * made.p), three = one, covariance(series * made.p * made.p);
        std::vector<Status> status(series);
        regressions_into(made.matrix(), y, exposure, options,
                         {.coefficient = one, .covariance = covariance, .status = status});
        options.threads = 3;
        regressions_into(made.matrix(), y, exposure, options, {.coefficient = three});
        EXPECT_EQ(std::memcmp(one.data(), three.data(), one.size() * sizeof(double)), 0);
        for (std::size_t i = 0; i < series; ++i) {
            const Regression alone = regression(made.matrix(), std::span(y).subspan(i * n, n), exposure, options);
            EXPECT_EQ(alone.status, status[i]);
            EXPECT_EQ(std::memcmp(alone.coefficient.data(), &one[i * made.p], made.p * sizeof(double)), 0) << i;
            EXPECT_EQ(std::memcmp(alone.covariance.data(), &covariance[i * made.p * made.p],
                                  made.p * made.p * sizeof(double)),
                      0);
        }
    }
}

TEST(Regression, SameBitsOnEveryProcessor) {
    using namespace ontrack::stats::detail;
    std::vector<FitRegressions*> kernels{fit_regressions()};
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx2")) kernels.push_back(fit_regressions_avx2);
#endif
    for (const double alpha : {0.05, nan}) {
        const Made made(3, 40, 15.0, 0.2, true), other(4, 40, 90.0, 1e-9, false);
        const RegressionOptions options{.family = Family::negative_binomial, .alpha = alpha, .lags = 3};
        const Basis basis(made.matrix());
        const SeriesView views[] = {{made.y, made.exposure}, {other.y, other.exposure}};
        RegressionFit plain(basis, options, fit_regressions_baseline);
        plain.fit(views);
        for (FitRegressions* const kernel : kernels) {
            RegressionFit wide(basis, options, kernel);
            wide.fit(views);
            for (std::size_t lane = 0; lane < 2; ++lane) {
                EXPECT_EQ(wide.status(lane), Status::ok);
                EXPECT_EQ(wide.alpha(lane), plain.alpha(lane));
                for (std::size_t j = 0; j < made.p; ++j) {
                    EXPECT_EQ(wide.coefficient(lane, j), plain.coefficient(lane, j));
                    for (std::size_t k = 0; k < made.p; ++k)
                        EXPECT_EQ(wide.covariance(lane, j, k), plain.covariance(lane, j, k));
                }
            }
        }
    }
}

}  // namespace

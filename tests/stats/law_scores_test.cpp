#include <ontrack/stats/scores.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace {

using namespace ontrack::stats;

constexpr double infinity = std::numeric_limits<double>::infinity();

LawPart count(double weight, double mean, double shape) {
    return {LawFamily::negative_binomial, weight, mean, mean + mean * mean / shape};
}

TotalLaw mixture(double known, const std::vector<LawPart>& parts) {
    TotalLaw law{.known = known, .size = parts.size()};
    std::ranges::copy(parts, law.parts.begin());
    return law;
}

/// Σ (F(k) − 1{y ≤ k})² by the law's own distribution function.
double slow_whole(const TotalLaw& law, double outcome) {
    const double most = law.mean() + 60.0 * std::sqrt(law.variance()) + 100.0;
    double sum = std::max(0.0, law.known - outcome);
    for (double k = law.known; k < most || k < outcome; k += 1.0) {
        const double error = law.cdf(k) - (outcome <= k ? 1.0 : 0.0);
        sum += error * error;
    }
    return sum;
}

/// ∫ (F − 1{y ≤ t})² dt by the midpoint rule on either side of the outcome.
double slow_real(const TotalLaw& law, double outcome) {
    constexpr int cells = 200000;
    double sum = 0.0;
    for (const double end : {std::min(outcome, law.quantile(1e-10)), std::max(outcome, law.quantile(1.0 - 1e-10))}) {
        const double width = (end - outcome) / cells;
        for (int i = 0; i < cells; ++i) {
            const double below = law.cdf(outcome + (i + 0.5) * width);
            const double error = width > 0.0 ? 1.0 - below : below;
            sum += error * error * std::abs(width);
        }
    }
    return sum;
}

TEST(LawScores, CountMixturesAsTheirSum) {
    const std::vector<std::vector<LawPart>> mixtures{
        {count(1.0, 30.0, 4.0)},
        {count(0.5, 0.2, 3.0), count(0.5, 0.3, infinity)},
        {count(0.3, 10.0, 2.0), count(0.7, 14.0, 50.0)},
        {count(0.25, 400.0, 20.0), count(0.25, 500.0, 1e5), count(0.25, 300.0, 0.8), count(0.25, 450.0, 80.0)},
        {count(0.5, 100.0, infinity), count(0.5, 1000.0, infinity)},
        {count(0.4, 0.0, 1.0), count(0.6, 5.0, 2.0)},
    };
    for (const auto& parts : mixtures) {
        const TotalLaw law = mixture(20, parts);
        for (const double z : {-1.0, 0.0, 0.7, 3.0}) {
            const double outcome = std::floor(law.mean() + z * std::sqrt(law.variance()));
            EXPECT_NEAR(crps(law, outcome).value / slow_whole(law, outcome), 1.0, 1e-6) << law.mean() << ' ' << z;
        }
    }
}

TEST(LawScores, RealMixturesAsTheirIntegral) {
    using enum LawFamily;
    const std::vector<std::vector<LawPart>> mixtures{
        {{normal, 1.0, 4.0, 9.0}},
        {{normal, 0.3, 4.0, 9.0}, {normal, 0.7, -6.0, 1.0}},
        {{log_normal, 1.0, 50.0, 400.0}},
        {{log_normal, 0.5, 50.0, 400.0}, {log_normal, 0.5, 80.0, 9000.0}},
        {{log_normal, 0.5, 50.0, 400.0}, {normal, 0.5, 45.0, 100.0}},
    };
    for (const auto& parts : mixtures) {
        const TotalLaw law = mixture(7, parts);
        for (const double z : {-1.0, 0.0, 2.0}) {
            const double outcome = law.mean() + z * std::sqrt(law.variance());
            EXPECT_NEAR(crps(law, outcome).value / slow_real(law, outcome), 1.0, 1e-5) << law.mean() << ' ' << z;
        }
    }
}

TEST(LawScores, OneCountComponentIsTheCountLaw) {
    const TotalLaw law = mixture(12, {count(1.0, 30.0, 4.0)});
    const CountLaw same{12, 30, 4};
    EXPECT_NEAR(crps(law, 50).value, crps(same, 50).value, 1e-9);
    EXPECT_NEAR(randomised_pit(law, 50, 0.3).value, randomised_pit(same, 50, 0.3).value, 1e-9);
}

TEST(LawScores, PitOfARealLawIsItsDistributionFunction) {
    const TotalLaw law = mixture(0, {{LawFamily::normal, 1.0, 5.0, 4.0}});
    EXPECT_NEAR(randomised_pit(law, 6.0, 0.9).value, law.cdf(6.0), 1e-12);
}

TEST(LawScores, StatusAndBatch) {
    const TotalLaw known{.known = 40};
    const TotalLaw good = mixture(12, {count(0.5, 30.0, 4.0), count(0.5, 20.0, infinity)});
    EXPECT_EQ(crps(known, 43).value, 3.0);
    EXPECT_EQ(crps(good, infinity).status, Status::not_finite);
    EXPECT_EQ(crps(mixture(0, {count(0.5, 3.0, 1.0)}), 1).status, Status::invalid_option);
    EXPECT_EQ(crps(mixture(0, {count(1.0, -3.0, 1.0)}), 1).status, Status::negative_value);

    const std::vector<TotalLaw> laws{known, good, good};
    const std::vector<double> outcomes{40, 30, 45};
    std::vector<double> one(3), three(3), pit(3);
    std::vector<Status> status(3);
    crps_into(laws, outcomes, {one, status}, 1);
    crps_into(laws, outcomes, {three, {}}, 3);
    randomised_pit_into(laws, outcomes, 5, {pit, {}});
    EXPECT_EQ(one, three);
    EXPECT_EQ(one[2], crps(good, 45).value);
    EXPECT_TRUE(std::ranges::all_of(status, [](Status s) { return s == Status::ok; }));
    EXPECT_TRUE(std::ranges::all_of(pit, [](double u) { return u >= 0.0 && u <= 1.0; }));
}

}  // namespace

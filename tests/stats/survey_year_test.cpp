#include <ontrack/stats/survey_year.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/base/error.hpp>

#include "allocations.hpp"
#include "reference/ratio_year.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<double> only(std::size_t drift, std::size_t interviews) {
    std::vector<double> spreads(survey_spreads);
    spreads[drift * survey_interviews.size() + interviews] = 1.0;
    return spreads;
}

std::vector<double> rolling(unsigned seed, std::size_t size, std::size_t window, double interviews, double step) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    double share = 0.6;
    std::vector<double> results, figures;
    for (std::size_t t = 0; t < size + window - 1; ++t) {
        share += step * normal(random);
        results.push_back(share + std::sqrt(0.24 / interviews) * normal(random));
        if (t + 1 < window) continue;
        double sum = 0.0;
        for (std::size_t i = 0; i < window; ++i) sum += results[t - i];
        figures.push_back(sum / static_cast<double>(window));
    }
    return figures;
}

TEST(SurveyYear, AgreesWithTheJointLawOfAllFigures) {
    for (const std::size_t window : {1u, 4u, 12u}) {
        for (const YearFigure figure : {YearFigure::last, YearFigure::mean}) {
            for (std::size_t known = 0; known < 4; ++known) {
                for (const bool gap : {false, true}) {
                    std::vector<double> figures =
                        rolling(static_cast<unsigned>(known) + 3, 12 + known, window, 80.0, 0.01);
                    if (gap) figures[7] = nan;
                    if (gap && known == 3) figures[13] = nan;
                    const std::vector<double> spreads = only(2, 3);
                    const auto found = project_survey(figures, {},
                                                      {.window = static_cast<int>(window),
                                                       .figure = figure,
                                                       .rounding = 0.01,
                                                       .periods_per_year = 4,
                                                       .periods_known = static_cast<int>(known),
                                                       .spreads = spreads});
                    ASSERT_EQ(found.status, Status::ok);
                    double sum = 0.0, n = 0.0, this_year = 0.0;
                    std::vector<std::size_t> wanted;
                    for (std::size_t t = 0; t < figures.size(); ++t) {
                        if (std::isnan(figures[t])) continue;
                        sum += figures[t];
                        n += 1.0;
                    }
                    for (std::size_t t = 12; t < 16; ++t) {
                        if (figure == YearFigure::last && t < 15) continue;
                        if (t < figures.size() && !std::isnan(figures[t]))
                            this_year += figures[t];
                        else
                            wanted.push_back(t);
                    }
                    const double share = sum / n, unit = share * (1.0 - share);
                    const auto expected =
                        reference::rolling_figures(figures, window, wanted, share, 0.25, survey_drifts[2] * unit,
                                                   unit / survey_interviews[3], 0.01L * 0.01L / 12.0L);
                    const double part = figure == YearFigure::last ? 1.0 : static_cast<double>(wanted.size()) / 4.0;
                    const double mean = (figure == YearFigure::last ? 0.0 : this_year / 4.0) +
                                        part * static_cast<double>(expected.mean);
                    const double variance = part * part * static_cast<double>(expected.variance);
                    EXPECT_NEAR(found.law.mean(), mean, 1e-9) << window << ' ' << known << ' ' << gap;
                    EXPECT_NEAR(found.law.variance(), variance, 1e-7 * variance)
                        << window << ' ' << known << ' ' << gap;
                }
            }
        }
    }
}

TEST(SurveyYear, ARollingFigureIsPartlyKnown) {
    // With three of four quarters in, a rolling figure can move by a quarter of a new result; a separate one by a whole one.
    const std::vector<double> figures = rolling(9, 23, 4, 60.0, 0.004), spreads = only(0, 3);
    SurveyOptions options{.window = 4, .periods_known = 3, .spreads = spreads};
    const double overlapping = project_survey(figures, {}, options).law.variance();
    options.window = 1;
    EXPECT_LT(overlapping, 0.2 * project_survey(figures, {}, options).law.variance());
}

TEST(SurveyYear, EffectiveSizesTakeTheScattersPlace) {
    const std::vector<double> figures = rolling(2, 22, 1, 100.0, 0.0);
    const std::vector<double> spreads = only(1, 0);
    const SurveyOptions options{.window = 1, .periods_known = 2, .spreads = spreads};
    const auto variance = [&](double size) {
        const std::vector<double> sizes(22, size);
        const auto found = project_survey(figures, sizes, options);
        EXPECT_EQ(found.interviews, size);
        return found.law.variance();
    };
    EXPECT_GT(variance(50.0), variance(100.0));
    EXPECT_GT(variance(100.0), variance(400.0));
    // The sampling error alone: its own, and a share of the others'.
    EXPECT_GT(variance(50.0), 0.24 / 50.0 * 0.9);
}

TEST(SurveyYear, WhatIsNotThereIsMissing) {
    for (const YearFigure figure : {YearFigure::mean, YearFigure::last}) {
        for (const int window : {1, 4}) {
            const SurveyOptions options{.window = window, .figure = figure, .periods_known = 3};
            const SurveyLaw missing = project_survey(std::vector<double>{nan, nan, 0.6}, {}, options).law;
            const SurveyLaw begins = project_survey(std::vector<double>{0.6}, {}, options).law;
            EXPECT_EQ(begins.mean(), missing.mean());
            EXPECT_EQ(begins.variance(), missing.variance());
            EXPECT_EQ(begins.width, missing.width);
        }
    }
}

TEST(SurveyYear, EffectiveSizesDoNotVoteForTheOthersInterviews) {
    // Half of the series say how many were asked; the others do not, and were drawn with 320 each.
    std::vector<double> figures, sizes;
    std::vector<std::int64_t> offsets{0};
    for (unsigned seed = 0; seed < 40; ++seed) {
        const auto one = rolling(seed + 50, 20, 1, 320.0, 0.001);
        figures.insert(figures.end(), one.begin(), one.end());
        sizes.insert(sizes.end(), one.size(), seed % 2 == 0 ? 320.0 : nan);
        offsets.push_back(static_cast<std::int64_t>(figures.size()));
    }
    const std::vector<double> spreads = fit_survey_spreads({figures, offsets}, sizes, {});
    double few = 0.0, all = 0.0;
    for (std::size_t i = 0; i < survey_spreads; ++i) {
        all += spreads[i];
        if (i % survey_interviews.size() == 0) few += spreads[i];
    }
    EXPECT_NEAR(all, 1.0, 1e-12);
    EXPECT_LT(few, 0.05);
}

TEST(SurveyYear, WeightsThatAreNoPriorAndLawsWithoutMoments) {
    const std::vector<double> figures{0.4, 0.5, 0.6, 0.5, 0.4};
    std::vector<double> spreads(survey_spreads);
    const SurveyOptions options{.spreads = spreads};
    const auto status = [&] { return project_survey(figures, {}, options).status; };
    EXPECT_EQ(status(), Status::invalid_option);
    for (const double wrong : {-1.0, nan, HUGE_VAL}) {
        std::fill(spreads.begin(), spreads.end(), 1.0);
        EXPECT_EQ(status(), Status::ok);
        spreads[7] = wrong;
        EXPECT_EQ(status(), Status::invalid_option);
    }
    const std::vector<double> sizes(5, 5e-324);
    const auto found = project_survey(figures, sizes, {});
    EXPECT_EQ(found.status == Status::ok, std::isfinite(found.law.mean()) && std::isfinite(found.law.variance()));
    EXPECT_TRUE(found.status == Status::ok || found.status == Status::value_undefined);
}

TEST(SurveyYear, ReasonsAndWholeYears) {
    const auto status = [](std::vector<double> figures, SurveyOptions options) {
        return project_survey(figures, {}, options).status;
    };
    EXPECT_EQ(status({}, {}), Status::too_few_points);
    EXPECT_EQ(status({nan, nan}, {}), Status::too_few_points);
    EXPECT_EQ(status({0.5, 1.2}, {}), Status::above_denominator);
    EXPECT_EQ(status({0.5, -0.2}, {}), Status::negative_value);
    EXPECT_EQ(status({0.5, HUGE_VAL}, {}), Status::not_finite);
    EXPECT_EQ(status({0.5, 0.5}, {.window = 13}), Status::invalid_option);
    EXPECT_EQ(status({0.5, 0.5}, {.figure = YearFigure::sum}), Status::invalid_option);
    EXPECT_EQ(project_survey(std::vector<double>{0.5}, std::vector<double>{0.0}, {}).status, Status::no_denominator);
    for (const double value : {0.0, 0.5, 1.0}) {
        const auto found = project_survey(std::vector<double>{value}, {}, {});
        EXPECT_EQ(found.status, Status::ok);
        EXPECT_EQ(found.fallback, Status::too_few_points);
        EXPECT_GE(found.law.quantile(0.001), 0.0);
        EXPECT_LE(found.law.quantile(0.999), 1.0);
    }
    const std::vector<double> year{0.4, 0.5, 0.6, 0.7};
    const auto last = project_survey(year, {}, {.periods_known = 4});
    EXPECT_EQ(last.law.mean(), 0.7);
    EXPECT_EQ(last.law.cdf(0.7), 1.0);
    EXPECT_EQ(last.law.cdf(0.69), 0.0);
    EXPECT_DOUBLE_EQ(project_survey(year, {}, {.figure = YearFigure::mean, .periods_known = 4}).law.mean(), 0.55);
}

TEST(SurveyYear, SameBitsForAnyThreadsAndWithoutAllocation) {
    std::vector<double> figures;
    std::vector<std::int64_t> offsets{0};
    for (unsigned seed = 0; seed < 17; ++seed) {
        const auto one = rolling(seed, 1 + seed, 4, 50.0, 0.01);
        figures.insert(figures.end(), one.begin(), one.end());
        offsets.push_back(static_cast<std::int64_t>(figures.size()));
    }
    const Panel panel{figures, offsets};
    SurveyOptions options{.window = 4, .periods_known = 1};
    const std::vector<double> spreads = fit_survey_spreads(panel, {}, options);
    options.spreads = spreads;
    const std::vector<double> targets(17, 0.6);
    const auto run = [&](unsigned threads) {
        std::vector<double> mean(17), chance(17);
        options.threads = threads;
        project_surveys_into(panel, {}, targets, options, {}, {}, {.mean = mean, .probability_at_most = chance});
        mean.insert(mean.end(), chance.begin(), chance.end());
        return mean;
    };
    const std::vector<double> once = run(1);
    for (unsigned threads = 2; threads <= 8; ++threads) EXPECT_EQ(once, run(threads));
    const long before = allocations();
    const auto found = project_survey(std::span<const double>(figures).first(10), {}, options);
    EXPECT_EQ(allocations(), before);
    EXPECT_EQ(found.status, Status::ok);
    EXPECT_THROW((void)fit_survey_spreads(panel, {}, {.window = 0}), ontrack::DataError);
}

TEST(SurveyYear, CoversItsOwnLaw) {
    std::vector<double> figures, outcome;
    std::vector<std::int64_t> offsets{0};
    const std::size_t members = 400;
    for (unsigned seed = 0; seed < members; ++seed) {
        const auto one = rolling(seed + 100, 24, 4, 45.0, 0.012);
        figures.insert(figures.end(), one.begin(), one.begin() + 21);
        offsets.push_back(static_cast<std::int64_t>(figures.size()));
        outcome.push_back(one.back());
    }
    const Panel panel{figures, offsets};
    SurveyOptions options{.window = 4, .periods_known = 1};
    const std::vector<double> spreads = fit_survey_spreads(panel, {}, options);
    options.spreads = spreads;
    std::vector<SurveyLaw> laws(members);
    project_surveys_into(panel, {}, {}, options, {}, {}, {.law = laws});
    double inside = 0.0;
    for (std::size_t i = 0; i < members; ++i)
        inside += laws[i].cdf(outcome[i]) > 0.1 && laws[i].cdf(outcome[i]) < 0.9 ? 1.0 : 0.0;
    EXPECT_NEAR(inside / static_cast<double>(members), 0.8, 0.06);
}

}  // namespace

#include <ontrack/stats/process_icons.hpp>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "stats/allocations.hpp"

namespace {

using namespace ontrack::stats;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(ProcessIcons, TheFirstRuleDecides) {
    EXPECT_EQ(variation({}, Better::high), Variation::common_cause);
    EXPECT_EQ(variation({1, 0}, Better::high), Variation::improving_high);
    EXPECT_EQ(variation({1, 0}, Better::low), Variation::concerning_high);
    EXPECT_EQ(variation({0, 2}, Better::low), Variation::improving_low);
    EXPECT_EQ(variation({4, 2}, Better::high), Variation::concerning_low);
    EXPECT_EQ(variation({4, 2}, Better::neither), Variation::neutral_low);
    EXPECT_EQ(variation({8, 8}, Better::high), Variation::undirected);
}

TEST(ProcessIcons, AssuranceIsMirroredByPolarity) {
    for (const AtLimit at_limit : {AtLimit::inside, AtLimit::signal}) {
        for (const double target : {-1.0, 0.0, 5.0, 10.0, 11.0}) {
            EXPECT_EQ(assurance(0, 10, target, Better::high, at_limit),
                      assurance(-10, 0, -target, Better::low, at_limit));
        }
    }
    EXPECT_EQ(assurance(0, 10, -1, Better::high), Assurance::pass);
    EXPECT_EQ(assurance(0, 10, 11, Better::high), Assurance::fail);
    EXPECT_EQ(assurance(0, 10, 10, Better::high), Assurance::hit_or_miss);
    EXPECT_EQ(assurance(0, 10, 10, Better::high, AtLimit::signal), Assurance::fail);
    EXPECT_EQ(assurance(0, 10, 5, Better::neither), Assurance::not_available);
    EXPECT_EQ(assurance(0, 10, nan, Better::high), Assurance::not_available);
    EXPECT_EQ(assurance(100, 100, 95, Better::high), Assurance::pass);
    EXPECT_EQ(assurance(100, 100, 100, Better::high), Assurance::pass);
    EXPECT_EQ(assurance(100, 100, 95, Better::low), Assurance::fail);
}

struct Icons {
    std::vector<Variation> variation;
    std::vector<Assurance> assurance, next;
    std::vector<Signals> signals;
    std::vector<double> value, centre, lower, upper;
    std::vector<std::int64_t> baseline;
    std::vector<Status> status;

    explicit Icons(std::size_t n)
        : variation(n),
          assurance(n),
          next(n),
          signals(n),
          value(n),
          centre(n),
          lower(n),
          upper(n),
          baseline(n),
          status(n) {}
    IconColumns columns() {
        return {variation, assurance, next, signals, value, centre, lower, upper, baseline, status};
    }
};

TEST(ProcessIcons, ConstantHundredPercentPasses) {
    const std::vector<double> values(8, 100.0), targets(8, 95.0), next{101.0};
    const std::vector<std::int64_t> offsets{0, 8};
    const Better better = Better::high;
    Icons icons(1);
    process_icons_into({{values, offsets}, {}, {}, {}, {}, targets, next, {&better, 1}}, {}, making_data_count(), 1,
                       icons.columns());
    EXPECT_EQ(icons.status[0], Status::no_variation);
    EXPECT_EQ(icons.variation[0], Variation::common_cause);
    EXPECT_EQ(icons.assurance[0], Assurance::pass);
    EXPECT_EQ(icons.next[0], Assurance::fail);
    EXPECT_TRUE(std::isnan(icons.lower[0]));
    EXPECT_EQ(icons.centre[0], 100.0);
}

TEST(ProcessIcons, ATargetThatMoves) {
    const std::vector<double> values{10, 12, 11, 13, 12, 10, 11, 13}, targets{5, 5, 11, 11, 12, 12, 12, 30}, next{4.0};
    const std::vector<std::int64_t> offsets{0, 8};
    const Better better = Better::low;
    Icons icons(1);
    process_icons_into({{values, offsets}, {}, {}, {}, {}, targets, next, {&better, 1}}, {}, making_data_count(), 1,
                       icons.columns());
    EXPECT_EQ(icons.assurance[0], Assurance::pass);
    EXPECT_EQ(icons.next[0], Assurance::fail);
    std::vector<double> lower(8), upper(8);
    chart_into({values}, {}, {{}, {}, lower, upper, {}, {}});
    std::vector<Assurance> points(8);
    assurance_into(lower, upper, targets, Better::low, AtLimit::inside, points);
    EXPECT_EQ(points[0], Assurance::fail);
    EXPECT_EQ(points[2], Assurance::hit_or_miss);
    EXPECT_EQ(points[7], Assurance::pass);
}

TEST(ProcessIcons, NeverSilentAboutWhatIsMissing) {
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> values{5, nan, nan, 1, 2, 3, infinity, 2};
    const std::vector<std::int64_t> offsets{0, 1, 3, 3, 8};
    Icons icons(4);
    process_icons_into({{values, offsets}}, {}, making_data_count(), 1, icons.columns());
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(icons.status[i], Status::too_few_points) << i;
    EXPECT_EQ(icons.status[3], Status::not_finite);
    for (const Variation kind : icons.variation) EXPECT_EQ(kind, Variation::not_available);
    process_icons_into({{values, offsets}}, {}, RuleSet{"bad", "", 9, {}}, 1, icons.columns());
    EXPECT_EQ(icons.status[3], Status::invalid_option);
}

TEST(ProcessIcons, AllocateNothing) {
    const std::vector<double> values{3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8, 30}, base(12, 40.0);
    const std::vector<std::int64_t> offsets{0, 12};
    std::vector<Signals> signals(12);
    Icons icons(1);
    const IconColumns out = icons.columns();
    const long before = allocations();
    for (const Chart chart : {Chart::run, Chart::xmr, Chart::mr, Chart::p, Chart::p_prime, Chart::u_prime, Chart::g,
                              Chart::t, Chart::i_prime}) {
        ChartOptions options;
        options.chart = chart;
        process_icons_into({{values, offsets}, base}, options, shewhart_with_test(RunTest::anhoej), 1, out);
        signals_into({values, base}, options, nelson(), signals);
    }
    EXPECT_EQ(allocations(), before);
}

TEST(ProcessIcons, LatestSignalsAreThoseOfTheChartForAnyThreads) {
    std::mt19937 random(41);
    std::normal_distribution<double> normal(20.0, 3.0);
    std::uniform_int_distribution<int> length(0, 70), rare(0, 25);
    std::vector<double> values;
    std::vector<PointUse> use;
    std::vector<std::uint8_t> starts;
    std::vector<std::int64_t> offsets{0};
    for (int i = 0; i < 300; ++i) {
        double level = 0.0;
        for (int j = length(random); j > 0; --j) {
            if (rare(random) == 0) level += 4.0;
            values.push_back(rare(random) == 0 ? nan : std::round(normal(random) + level));
            use.push_back(rare(random) == 0   ? PointUse::excluded
                          : rare(random) == 1 ? PointUse::ghost
                                              : PointUse::baseline);
            starts.push_back(rare(random) == 0);
        }
        offsets.push_back(static_cast<std::int64_t>(values.size()));
    }
    const ChartPanel panel{{values, offsets}, {}, {}, use, starts};
    for (const RuleSet& rules :
         {making_data_count(6), nelson(), western_electric(), shewhart_with_test(RunTest::best_box)}) {
        Icons one(300), three(300);
        process_icons_into(panel, {}, rules, 1, one.columns());
        process_icons_into(panel, {}, rules, 3, three.columns());
        std::vector<double> lower(values.size());
        std::vector<Signals> signals(values.size());
        std::vector<Status> status(300);
        charts_into(panel, {}, rules, 2, {{}, {}, lower, {}, {}, {}}, signals, status);
        for (std::size_t i = 0; i < 300; ++i) {
            EXPECT_EQ(one.signals[i], three.signals[i]);
            EXPECT_EQ(std::memcmp(&one.upper[i], &three.upper[i], sizeof(double)), 0);
            EXPECT_EQ(one.status[i], status[i]);
            const auto first = static_cast<std::size_t>(offsets[i]), last = static_cast<std::size_t>(offsets[i + 1]);
            std::vector<double> own(last - first);
            EXPECT_EQ(chart_into(panel[i], {}, {{}, {}, own, {}, {}, {}}), status[i]);
            for (std::size_t j = first; j < last; ++j)
                EXPECT_EQ(std::memcmp(&own[j - first], &lower[j], sizeof(double)), 0);
            if (one.variation[i] == Variation::not_available) continue;
            std::size_t latest = last - 1;
            while (std::isnan(values[latest]) || use[latest] == PointUse::ghost) --latest;
            EXPECT_EQ(signals[latest], one.signals[i]) << rules.name << ' ' << i;
            EXPECT_EQ(values[latest], one.value[i]);
        }
    }
}

}  // namespace

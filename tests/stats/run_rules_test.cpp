#include <ontrack/stats/run_rules.hpp>

#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "reference/run_rules.hpp"

namespace {

using namespace ontrack::stats;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<RuleSet> sets() {
    return {nelson(),
            western_electric(),
            making_data_count(6),
            making_data_count(7),
            making_data_count(8),
            shewhart_with_run(8)};
}

/// Whole numbers, so that values fall on lines and on each other; centre 0, σ 2.
struct Column {
    std::vector<double> value, centre, lower, upper, low, high;

    explicit Column(std::vector<double> values) : value(std::move(values)) {
        const std::size_t n = value.size();
        centre.assign(n, 0.0);
        lower.assign(n, -6.0);
        upper.assign(n, 6.0);
        low.assign(n, -4.0);
        high.assign(n, 4.0);
    }
    [[nodiscard]] std::vector<Signals> fast(const RuleSet& rules) const {
        std::vector<Signals> out(value.size());
        EXPECT_EQ(signals_into({value, centre, lower, upper, low, high}, rules, out), Status::ok);
        return out;
    }
    [[nodiscard]] std::vector<Signals> slow(const RuleSet& rules) const {
        std::vector<reference::PointLines> points;
        for (const double x : value) points.push_back({x, 0.0, {-2.0, -4.0, -6.0}, {2.0, 4.0, 6.0}});
        return reference::SlowRules(points, rules).signals();
    }
};

TEST(RunRules, AgreeWithTheirSentences) {
    std::mt19937 random(11);
    int with_signal = 0;
    for (int trial = 0; trial < 1500; ++trial) {
        const int width = 2 + trial % 7;
        std::uniform_int_distribution<int> value(-width, width), drift(-1, 2), chance(0, 19);
        std::vector<double> values;
        double level = 0.0;
        for (int i = 0; i < 40; ++i) {
            if (trial % 3 == 0) level += drift(random);
            values.push_back(chance(random) == 0 ? nan
                             : trial % 3 == 1    ? (i % 2 == 0 ? 1 : -1) * std::abs(value(random))
                                                 : value(random) + level);
            if (std::abs(level) > 8.0) level = 0.0;
        }
        const Column column(values);
        for (RuleSet rules : sets()) {
            for (const Marks marks : {Marks::every_member, Marks::last_point}) {
                for (const AtLimit at_limit : {AtLimit::inside, AtLimit::signal}) {
                    rules.marks = marks;
                    rules.at_limit = at_limit;
                    rules.on_centre = trial % 2 == 0 ? OnCentre::breaks_run : OnCentre::passed_over;
                    rules.at_gap = trial % 5 < 2 ? AtGap::bridged : AtGap::starts_anew;
                    const auto fast = column.fast(rules);
                    const auto slow = column.slow(rules);
                    for (std::size_t i = 0; i < values.size(); ++i) {
                        ASSERT_EQ(fast[i], slow[i])
                            << rules.name << " trial " << trial << " point " << i << " high " << fast[i].high << '/'
                            << slow[i].high << " low " << fast[i].low << '/' << slow[i].low;
                        with_signal += fast[i] != Signals{};
                    }
                }
            }
        }
    }
    EXPECT_GT(with_signal, 10'000);
}

TEST(RunRules, MirrorAndIgnoreUnits) {
    std::mt19937 random(3);
    std::normal_distribution<double> normal;
    for (int trial = 0; trial < 200; ++trial) {
        std::vector<double> x(50), mirrored(50), scaled(50);
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = std::round(4.0 * normal(random));
            mirrored[i] = -x[i];
            scaled[i] = 8.0 * x[i] + 1024.0;
        }
        for (const RuleSet& rules : sets()) {
            std::vector<Signals> a(50), b(50), c(50);
            signals_into({x}, ChartOptions{}, rules, a);
            signals_into({mirrored}, ChartOptions{}, rules, b);
            signals_into({scaled}, ChartOptions{}, rules, c);
            for (std::size_t i = 0; i < x.size(); ++i) {
                EXPECT_EQ(a[i].high, b[i].low);
                EXPECT_EQ(a[i].low, b[i].high);
                EXPECT_EQ(a[i], c[i]);
            }
        }
    }
}

TEST(RunRules, AMissingValueIsBridgedOrStartsAnew) {
    std::vector<double> values{1, 2, 3, 4, nan, 5, 6, 7};
    RuleSet rules{"trend", "", 1, {{RuleKind::trend, 7}}};
    EXPECT_NE(Column(values).fast(rules)[7], Signals{});
    EXPECT_EQ(Column(values).fast(rules)[4], Signals{});
    rules.at_gap = AtGap::starts_anew;
    EXPECT_EQ(Column(values).fast(rules)[7], Signals{});
}

TEST(RunRules, ExcludedAndGhostPointsStandAside) {
    std::vector<double> values{10, 12, 10, 11, 30, 12, 10, 11, 10, 12};
    std::vector<PointUse> use(values.size(), PointUse::baseline);
    std::vector<Signals> out(values.size());
    use[4] = PointUse::excluded;
    signals_into({values, {}, {}, use}, ChartOptions{}, making_data_count(), out);
    EXPECT_EQ(out[4], (Signals{1, 0}));
    use[4] = PointUse::ghost;
    signals_into({values, {}, {}, use}, ChartOptions{}, making_data_count(), out);
    EXPECT_EQ(out[4], Signals{});
}

TEST(RunRules, RefuseWhatIsNoRule) {
    std::vector<double> values{1, 2, 3};
    std::vector<Signals> out(3);
    for (const Rule rule :
         {Rule{RuleKind::beyond, 0}, Rule{RuleKind::beyond, 33}, Rule{RuleKind::beyond, 3, 2},
          Rule{RuleKind::within, 3, 0, 4}, Rule{RuleKind::trend, 1}, Rule{RuleKind::alternating, 2}}) {
        EXPECT_EQ(signals_into({values}, ChartOptions{}, RuleSet{"bad", "", 1, {rule}}, out), Status::invalid_option);
    }
}

}  // namespace

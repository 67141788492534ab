#include <gtest/gtest.h>

#include <ontrack/stats/decomposition.hpp>
#include <ontrack/stats/process_icons.hpp>
#include <ontrack/stats/recent_trend.hpp>
#include <ontrack/stats/trend.hpp>

#include "conformance/chart_table.hpp"

namespace {

using conformance::column;
using conformance::Conformance;
using conformance::read_table;
using namespace ontrack::stats;

/// The peer's word: the direction, and what it means where one direction is better.
std::string fingertips_word(RecentTrend trend, const std::string& polarity) {
    if (trend == RecentTrend::not_available) return "CannotBeCalculated";
    if (trend == RecentTrend::no_change) return "NoChange";
    const bool up = trend == RecentTrend::increasing;
    const std::string word = up ? "Increasing" : "Decreasing";
    if (polarity == "No judgement") return word;
    return word + ((polarity == "High is good") == up ? "AndGettingBetter" : "AndGettingWorse");
}

TEST(ConformanceTrend, FingertipsRecentTrend) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("FingertipsNext", "recent_trend");
    for (const auto& [key, rows] : conformance::grouped(read_table("oracles/FingertipsNext/recent_trend.csv"),
                                                        {"case", "value_type", "polarity", "trend"})) {
        const auto result =
            recent_trend_of_estimate(column(rows, "value"), column(rows, "lower95"), column(rows, "upper95"));
        if (rows[0].text("note") == "peer quirk, see PROVENANCE") {
            EXPECT_EQ(result.status, Status::too_few_points);
            const auto proportion = recent_trend_of_proportion(column(rows, "count"), column(rows, "denominator"));
            EXPECT_EQ(proportion.trend, RecentTrend::increasing);
            EXPECT_NEAR(proportion.chi_square, 3168.0, 0.5);
            check.deviates("trend-without-limits");
            continue;
        }
        check.number(fingertips_word(result.trend, key[2]) == key[3], 1.0, key[0]);
    }
}

TEST(ConformanceTrend, FingertipsTrendMarker) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("fingertips-open", "trend_marker");
    for (const auto& [key, rows] : conformance::grouped(read_table("oracles/fingertips-open/trend_marker.csv"),
                                                        {"case", "method", "marker", "significant"})) {
        const RecentTrendResult result =
            key[1] == "proportion"
                ? recent_trend_of_proportion(column(rows, "count"), column(rows, "denominator"))
                : recent_trend_of_estimate(column(rows, "value"), column(rows, "lower95"), column(rows, "upper95"));
        const std::string word = result.trend == RecentTrend::increasing   ? "increasing"
                                 : result.trend == RecentTrend::decreasing ? "decreasing"
                                 : result.trend == RecentTrend::no_change  ? "no_change"
                                                                           : "cannot_be_calculated";
        check.text(word, key[2], key[0]);
        check.text(result.chi_square > 9.54953570608324 ? "TRUE" : "FALSE", key[3], key[0]);
        if (!rows[0].text("chi_square_2dp").empty())
            check.number(result.chi_square, rows[0].number("chi_square_2dp"), 2, key[0]);
    }
}

TEST(ConformanceTrend, RStatsFivePointTrend) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "five_point_trend_proportions");
    for (const auto& [key, rows] :
         conformance::grouped(read_table("oracles/r-stats/five_point_trend_proportions.csv"), {"case"})) {
        const std::vector<double> x = column(rows, "x"), n = column(rows, "n");
        const auto result = recent_trend_of_proportion(x, n);
        // With χ² put aside the marker is the rule of signs.
        const auto any = recent_trend_of_proportion(x, n, {.confidence = 1e-12});
        std::string word(to_string(result.trend));
        if (word == "no change") word = "no_change";
        for (const auto& row : rows) {
            check.number(result.chi_square, row.number("chi2"), key[0]);
            check.number(any.trend != RecentTrend::no_change, row.text("all_leave_one_out_same_sign") == "TRUE",
                         key[0]);
            check.number(word == row.text("marker"), 1.0, key[0]);
        }
    }
}

struct Parts {
    std::vector<double> values, trend, seasonal, remainder;

    Parts(std::vector<double> series, int season_length, Decomposition kind) : values(std::move(series)) {
        for (auto* part : {&trend, &seasonal, &remainder}) part->resize(values.size());
        EXPECT_EQ(decompose_into(values, {season_length, kind}, {trend, seasonal, remainder}), Status::ok);
    }
};

TEST(ConformanceTrend, RStatsSeasonalDecomposition) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "seasonal_decomposition");
    for (const auto& [key, rows] :
         conformance::grouped(read_table("oracles/r-stats/seasonal_decomposition.csv"), {"area"})) {
        const Parts parts(column(rows, "burglary"), 12, Decomposition::multiplicative);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::string what = key[0] + ' ' + rows[i].text("month");
            check.number(parts.trend[i], rows[i].number("classic_trend"), what);
            check.number(parts.seasonal[i], rows[i].number("classic_seasonal"), what);
            check.number(parts.values[i] / parts.seasonal[i], rows[i].number("classic_adjusted"), what);
            check.deviates("stl", 2);
        }
    }
}

TEST(ConformanceTrend, RClassicSeries) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "classic_series/reference_decompositions");
    for (const auto& [key, rows] :
         conformance::grouped(read_table("data/classic_series/reference_decompositions.csv"), {"series", "method"})) {
        if (key[1].rfind("stl", 0) == 0) {
            check.deviates("stl", 3 * rows.size());
            continue;
        }
        const bool is_product = key[1] == "decompose(multiplicative)";
        const Parts parts(column(rows, "value"), key[0] == "UKgas" ? 4 : 12,
                          is_product ? Decomposition::multiplicative : Decomposition::additive);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::string what = key[0] + ' ' + rows[i].text("time");
            check.number(parts.trend[i], rows[i].number("trend"), what);
            check.number(parts.seasonal[i], rows[i].number("seasonal"), what);
            check.number(parts.remainder[i], rows[i].number("remainder"), what);
        }
    }
}

/// What pyMannKendall 1.4.3 gives for the classic series. Its seasonal slope is per cycle, ours per period.
struct Peer {
    std::string series;
    int season_length;
    double test[6];      ///< s, Tau, var_s, z, slope, intercept of original_test
    double rao_3[2];     ///< var_s, z of hamed_rao_modification_test with lag 3
    double rao[2];       ///< the same with every lag
    double seasonal[6];  ///< as `test`, of seasonal_test
};

const Peer peers[] = {
    {"AirPassengers",
     12,
     {8327.0, 0.8087606837606838, 335164.3333333333, 14.381610025544802, 2.451216287678477, 90.23803543098887},
     {1011595.3993165805, 8.278144133720563},
     {532951.721523958, 11.40492600315139},
     {784.0, 0.98989898989899, 2550.0, 15.50571052301472, 30.23611111111111, 85.3431712962963}},
    {"nottem",
     12,
     {976.0, 0.03403068340306834, 1545380.6666666667, 0.7843084216095282, 0.005896841495218826, 46.64532744132134},
     {5340774.793996412, 0.4218931586894432},
     {288796.34441009996, 1.8142986185442467},
     {224.0, 0.09824561403508772, 11364.0, 2.0918919588776657, 0.05000000000000071, 46.85208333333332}},
    {"presidents",
     4,
     {-598.0, -0.0928427262847384, 166516.66666666666, -1.4630038763817672, -0.07476635514018691, 63.52336448598131},
     {744802.734901928, -0.6917572186156552},
     {800703.8677461412, -0.6671728549048295},
     {-133.0, -0.08471337579617834, 10802.333333333334, -1.2700334046600454, -0.25, 62.78125}},
    {"UKDriverDeaths",
     12,
     {-5582.0, -0.3044284467713787, 792502.6666666666, -6.26919323671022, -2.160188679245283, 1837.2980188679246},
     {2661210.579325978, -3.4211522504551426},
     {1941147.6578418382, -4.005739808244816},
     {-666.0, -0.4625, 5913.999999999999, -8.647309139851677, -27.645833333333336, 1851.0147569444443}},
};

TEST(ConformanceTrend, PyMannKendall) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("pyMannKendall", "classic_series");
    const auto series = conformance::grouped(read_table("data/classic_series/series.csv"), {"series_id"});
    for (const Peer& peer : peers) {
        const std::vector<double> values = column(series.at({peer.series}), "value");
        const auto compare = [&](const TrendTest& test, const TrendLine& line, double per, const double(&expected)[6]) {
            EXPECT_EQ(test.status, Status::ok);
            const double actual[] = {test.s, test.tau, test.variance, test.z, line.slope * per, line.intercept};
            for (std::size_t i = 0; i < 6; ++i) check.number(actual[i], expected[i], peer.series);
        };
        const int m = peer.season_length;
        compare(mann_kendall(values), theil_sen(values), 1.0, peer.test);
        compare(seasonal_kendall(values, m), theil_sen(values, 0.95, m), m, peer.seasonal);
        const TrendTest three = hamed_rao(values, 3), every = hamed_rao(values);
        check.number(three.variance, peer.rao_3[0], peer.series);
        check.number(three.z, peer.rao_3[1], peer.series);
        check.number(every.variance, peer.rao[0], peer.series);
        check.number(every.z, peer.rao[1], peer.series);
    }
}

}  // namespace

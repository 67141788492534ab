#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/proportion.hpp>
#include <ontrack/stats/recent_trend.hpp>

#include "conformance/chart_table.hpp"

namespace {

using namespace conformance;
using namespace ontrack::stats;

/// The published label without what it means: "Increasing and getting worse" is "Increasing".
std::string direction(const std::string& label) {
    return label.substr(0, label.find(" and "));
}

std::string word(RecentTrend trend) {
    return trend == RecentTrend::increasing   ? "Increasing"
           : trend == RecentTrend::decreasing ? "Decreasing"
           : trend == RecentTrend::no_change  ? "No significant change"
                                              : "Cannot be calculated";
}

/// A proportion's value is 100·x/n; a ratio or an index that is called one has another value.
bool is_share(const std::vector<Row>& rows) {
    return std::all_of(rows.begin(), rows.end(), [](const Row& row) {
        const double share = 100.0 * row.number("count") / row.number("denominator");
        return std::abs(share - row.number("value")) <= 0.06;
    });
}

RecentTrendResult trend_of(const std::vector<Row>& rows) {
    return is_share(rows)
               ? recent_trend_of_proportion(column(rows, "count"), column(rows, "denominator"))
               : recent_trend_of_estimate(column(rows, "value"), column(rows, "lower95"), column(rows, "upper95"));
}

bool is_consecutive(const std::vector<Row>& rows) {
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (rows[i].number("year") != rows[i - 1].number("year") + 1.0) return false;
    return true;
}

/// The published labels of the indicator site, one for each series, made from its latest five years.
TEST(ConformanceFingertips, PublishedLabels) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("Fingertips", "published trend labels");
    std::size_t right = 0, wrong = 0;
    for (auto [key, rows] : grouped(read_table("data/fingertips_extract/indicator_values.csv.gz"),
                                    {"indicator_id", "area_code", "sex", "age", "category_type", "category"})) {
        std::sort(rows.begin(), rows.end(),
                  [](const Row& a, const Row& b) { return a.number("year") < b.number("year"); });
        for (std::size_t last = 0; last < rows.size(); ++last) {
            const std::string& label = rows[last].text("trend");
            if (label.empty() || std::isdigit(static_cast<unsigned char>(label[0])) != 0) continue;
            const std::string what = key[0] + ' ' + key[1] + ' ' + rows[last].text("year");
            const std::vector<Row> latest(rows.begin() + static_cast<std::ptrdiff_t>(last < 4 ? 0 : last - 4),
                                          rows.begin() + static_cast<std::ptrdiff_t>(last + 1));
            const RecentTrendResult found = trend_of(latest);
            if (label != "Cannot be calculated" && (latest.size() < 5 || !is_consecutive(latest))) {
                EXPECT_TRUE(latest.size() < 5 ? found.status == Status::too_few_points : true) << what;
                check.deviates("years-withheld");
            } else if (word(found.trend) == direction(label)) {
                check.number(1.0, 1.0, what);
                right += label != "Cannot be calculated";
            } else {
                wrong += label != "Cannot be calculated";
                check.deviates(label == "Cannot be calculated" ? "no-label-by-choice" : "label-of-other-figures");
            }
        }
    }
    EXPECT_LT(20 * wrong, right) << "the labels are right but for a few";
}

/// Decimals published, but no more than the single precision holds that some of the file went through.
int places(const std::string& cell) {
    const std::size_t point = cell.find('.');
    return point == std::string::npos ? 0 : std::min(static_cast<int>(cell.size() - point) - 1, 4);
}

/// The published 95 % limits, to the digits published.
TEST(ConformanceFingertips, PublishedLimits) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("Fingertips", "published limits");
    const std::map<std::string, double> per{{"92266", 1e3}, {"91344", 1e2}, {"20401", 1e3},
                                            {"92904", 1e5}, {"93124", 1e5}, {"41203", 1e5}};
    const std::set<std::string> exact{"94063", "30302", "91040", "92266", "91344", "20401"};
    const std::set<std::string> shares{"94063", "30302", "91040", "241", "91894", "247"};
    for (const Row& row : read_table("data/fingertips_extract/indicator_values.csv.gz")) {
        const std::string& indicator = row.text("indicator_id");
        const double x = row.number("count"), n = row.number("denominator");
        const bool is_rate = per.count(indicator) == 1;
        if ((!is_rate && shares.count(indicator) == 0) || std::isnan(x + n + row.number("lower95"))) continue;
        const Estimate found = is_rate ? estimate_rate(x, n, {0.95, CountMethod::public_health, per.at(indicator)})
                                       : estimate_proportion(x, n);
        const double scale = is_rate ? 1.0 : 100.0;
        const auto is_same = [&](double actual, const std::string& name) {
            return std::abs(scale * actual - row.number(name)) <=
                   0.5000001 * std::pow(10.0, -places(row.text(name))) + 1e-9 * row.number(name);
        };
        const bool both = is_same(found.lower, "lower95") && is_same(found.upper, "upper95");
        if (!both && exact.count(indicator) == 0) {
            check.deviates("limits-of-unrounded-counts", 2);
            continue;
        }
        const std::string what = indicator + ' ' + row.text("area_code") + ' ' + row.text("year");
        check.number(scale * found.lower, row.number("lower95"), places(row.text("lower95")), what);
        check.number(scale * found.upper, row.number("upper95"), places(row.text("upper95")), what);
    }
}

TEST(ConformanceFingertips, TrendMarker) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("fingertips-open", "trend_marker");
    for (const auto& [key, rows] :
         grouped(read_table("oracles/fingertips-open/trend_marker.csv"), {"case", "method"})) {
        const RecentTrendResult found =
            key[1] == "proportion"
                ? recent_trend_of_proportion(column(rows, "count"), column(rows, "denominator"))
                : recent_trend_of_estimate(column(rows, "value"), column(rows, "lower95"), column(rows, "upper95"));
        if (!rows[0].text("chi_square_2dp").empty())
            check.number(found.chi_square, rows[0].number("chi_square_2dp"), 2, key[0]);
        check.number(found.chi_square > 9.54953570608324, is_true(rows[0].text("significant")),
                     key[0] + " significant");
        std::string marker(to_string(found.trend));
        std::replace(marker.begin(), marker.end(), ' ', '_');
        check.number(marker == rows[0].text("marker"), 1.0, key[0] + " marker");
    }
}

}  // namespace

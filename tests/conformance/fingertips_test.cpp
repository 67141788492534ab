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

/// Indicators whose limits follow from a count and what it is out of: rates with their multiplier, proportions in per cent.
const std::map<std::string, double> rates{{"92266", 1e3}, {"91344", 1e2}, {"20401", 1e3},
                                          {"92904", 1e5}, {"93124", 1e5}, {"41203", 1e5}};
const std::set<std::string> proportions{"94063", "30302", "91040", "93085", "241", "91894", "247"};

/// One row of the published table, and what is made of its counts.
struct Published {
    explicit Published(const Row& published)
        : row(published),
          indicator(published.text("indicator_id")),
          x(published.number("count")),
          n(published.number("denominator")),
          is_rate(rates.count(indicator) == 1) {}

    [[nodiscard]] bool follows_from_counts() const {
        return (is_rate || proportions.count(indicator) == 1) && !std::isnan(x + n);
    }
    /// In the published unit, of `count` events.
    [[nodiscard]] Estimate estimate(double count) const {
        if (is_rate) return estimate_rate(count, n, {0.95, CountMethod::public_health, rates.at(indicator)});
        const Estimate share = estimate_proportion(count, n);
        return {100.0 * share.value, 100.0 * share.lower, 100.0 * share.upper, share.status};
    }
    [[nodiscard]] bool is_published(double actual, const std::string& name) const {
        return std::abs(actual - row.number(name)) <=
               0.5000001 * std::pow(10.0, -places(row.text(name))) + 1e-9 * row.number(name);
    }
    [[nodiscard]] bool has_limits_of(const Estimate& found) const {
        return is_published(found.lower, "lower95") && is_published(found.upper, "upper95");
    }
    [[nodiscard]] std::size_t figures() const {
        std::size_t size = 0;
        for (const char* const name : {"value", "lower95", "upper95"}) size += row.text(name).empty() ? 0U : 1U;
        return size;
    }

    const Row& row;
    const std::string& indicator;
    double x, n;
    bool is_rate;
};

/// Why limits are not those of the published counts; each reason is held to what it says.
std::string reason_for(const Published& published) {
    const double x = published.x;
    if (published.indicator == "92904") {
        // Published to the nearest five: exactly one whole count within two of it has these limits.
        EXPECT_EQ(std::fmod(x, 5.0), 0.0);
        int counts = 0;
        for (double count = std::max(0.0, x - 2.0); count <= x + 2.0; count += 1.0)
            counts += published.has_limits_of(published.estimate(count)) ? 1 : 0;
        EXPECT_EQ(counts, 1) << x << " of " << published.n;
        return "counts-to-the-nearest-five";
    }
    if (published.indicator == "93124") {
        EXPECT_LT(x, 10.0);
        EXPECT_TRUE(published.has_limits_of(estimate_count(x))) << x;
        return "limits-of-the-count";
    }
    EXPECT_TRUE(published.indicator == "241" || published.indicator == "247") << published.indicator;
    // Local authorities alone: practices, boards, regions and the country are reproduced.
    const std::string area = published.row.text("area_code").substr(0, 3);
    EXPECT_TRUE(area == "E06" || area == "E07" || area == "E08" || area == "E10") << area;
    const Estimate found = published.estimate(x);
    const double width = published.row.number("upper95") - published.row.number("lower95");
    EXPECT_NEAR(width / (found.upper - found.lower), 1.0, 0.01);
    return "registers-shared-out";
}

/// The published values and 95 % limits, to the digits published: every figure of every row.
TEST(ConformanceFingertips, PublishedLimits) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("Fingertips", "published values and limits");
    for (const Row& row : read_table("data/fingertips_extract/indicator_values.csv.gz")) {
        const Published published(row);
        if (const std::size_t figures = published.figures(); !published.follows_from_counts()) {
            if (figures > 0)
                check.deviates(std::isnan(published.x + published.n) ? "without-counts" : "not-from-counts", figures);
            continue;
        }
        const Estimate found = published.estimate(published.x);
        const std::string what = published.indicator + ' ' + row.text("area_code") + ' ' + row.text("year");
        const auto compare = [&](double actual, const std::string& name) {
            check.number(actual, row.number(name), places(row.text(name)), what + ' ' + name);
        };
        if (!row.text("value").empty()) {
            if (published.is_published(found.value, "value"))
                compare(found.value, "value");
            else
                check.deviates("value-of-other-counts");
        }
        if (row.text("lower95").empty() || row.text("upper95").empty()) continue;
        if (!published.has_limits_of(found)) {
            check.deviates(reason_for(published), 2);
            continue;
        }
        compare(found.lower, "lower95");
        compare(found.upper, "upper95");
    }
}

}  // namespace

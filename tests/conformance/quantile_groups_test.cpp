#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/quantile_groups.hpp>

#include "conformance/oracle.hpp"
#include "conformance/table.hpp"

namespace {

using conformance::Conformance;
using conformance::read_table;
using conformance::Row;
using namespace ontrack::stats;

/// One set of areas, and what is expected of it.
struct Set {
    std::vector<double> values, expected;
    QuantileOptions options;
    std::size_t size = 0;  ///< as the table states it; 0 where it does not
    std::map<std::size_t, std::vector<double>> by_rank = {};
};

/// Some rows of a set may be missing from the table, but their ranks are known from those of the others. A value between its
/// neighbours stands in for each, and is not compared.
std::vector<double> stand_ins(const Set& set) {
    std::vector<double> found;
    const double outward = set.options.first == FirstGroup::highest ? 1.0 : -1.0;
    std::size_t next = 1;
    double last = std::nan("");
    for (const auto& [rank, values] : set.by_rank) {
        const double own = values.front();
        for (; next < rank; ++next) found.push_back(std::isnan(last) ? own + outward : 0.5 * (last + own));
        next += values.size();
        last = own;
    }
    return found;
}

void compare(Conformance& check, const std::map<std::string, Set>& sets) {
    for (const auto& [name, set] : sets) {
        std::vector<double> values = set.values;
        for (const double value : stand_ins(set)) values.push_back(value);
        const auto known = static_cast<std::size_t>(
            std::count_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); }));
        EXPECT_TRUE(set.size == 0 || known == set.size) << name << ' ' << known;
        std::vector<std::int32_t> groups(values.size());
        quantile_groups_into(values, set.options, groups);
        for (std::size_t i = 0; i < set.values.size(); ++i)
            check.number(groups[i] == 0 ? std::nan("") : groups[i], set.expected[i], name);
    }
}

TEST(ConformanceQuantileGroups, PheFamilies) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("PHEindicatormethods", "family_quantiles");
    std::map<std::string, Set> sets;
    for (const Row& row : read_table("oracles/PHEindicatormethods/family_quantiles_expected.csv")) {
        Set& set = sets[row.text("family") + ' ' + row.text("nquantiles") + ' ' + row.text("invert")];
        set.options.groups = static_cast<std::size_t>(row.number("nquantiles"));
        set.options.first = row.text("invert") == "TRUE" ? FirstGroup::highest : FirstGroup::lowest;
        set.values.push_back(row.number("val"));
        set.expected.push_back(row.number("quantile"));
    }
    compare(check, sets);
}

TEST(ConformanceQuantileGroups, PheIndicators) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("PHEindicatormethods", "quantiles_by_group");
    const std::map<std::string, std::size_t> counts{{"Decile", 10}, {"Septile", 7}, {"Quartile", 4}};
    std::map<std::string, Set> sets;
    for (const Row& row : read_table("oracles/PHEindicatormethods/quantiles_by_group.csv")) {
        const std::string set_of = row.text("GroupSet");
        std::string name = row.text("QuantileNm") + ' ' + set_of;
        if (set_of != "None") name += ' ' + row.text("IndSexRef");
        if (set_of == "IndSexReg") name += ' ' + row.text("ParentCode");
        Set& set = sets[name];
        set.options.groups = counts.at(row.text("QuantileNm"));
        // "FALSE" is the argument itself: not inverted. The set of all, of either polarity, is inverted by default.
        const bool high_is_good = row.text("Polarity").find("High is good") != std::string::npos;
        set.options.first = row.text("Polarity") == "FALSE" ? FirstGroup::lowest
                                                            : first_group(QuantileMethod::phe_indicator_methods,
                                                                          high_is_good ? Better::high : Better::low);
        if (set_of == "None") set.options.first = FirstGroup::highest;
        set.values.push_back(row.number("Value"));
        set.expected.push_back(row.number("QuantileInGrp"));
        if (std::isnan(row.number("RankinGrp"))) continue;
        set.size = static_cast<std::size_t>(row.number("RowsInGrp"));
        set.by_rank[static_cast<std::size_t>(row.number("RankinGrp"))].push_back(row.number("Value"));
    }
    compare(check, sets);
}

TEST(ConformanceQuantileGroups, FingertipsQuintileBounds) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("fingertips-open", "quintile_bounds_1_to_50");
    std::vector<double> values, bounds(6);
    for (double value = 1.0; value <= 50.0; value += 1.0) values.push_back(value);
    ASSERT_EQ(quantile_bounds_into(values, bounds), Status::ok);
    for (const Row& row : read_table("oracles/fingertips-open/quintile_bounds_1_to_50.csv")) {
        const double bound = bounds[static_cast<std::size_t>(row.number("bound"))];
        check.number(bound, row.number("value"), row.text("bound"));
        EXPECT_EQ(bound, row.number("value")) << "to the last bit, or an area on it moves to the next group";
    }
}

TEST(ConformanceQuantileGroups, RStatsType7) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "quantile_type7");
    for (const Row& row : read_table("oracles/r-stats/quantile_type7.csv")) {
        std::vector<double> values = conformance::numbers(row.text("values"));
        EXPECT_EQ(static_cast<double>(values.size()), row.number("n"));
        std::sort(values.begin(), values.end());
        for (const int percent : {20, 25, 40, 50, 60, 75, 80})
            check.number(sample_quantile(values, percent / 100.0), row.number("q" + std::to_string(percent)),
                         row.text("case") + ' ' + std::to_string(percent));
    }
}

}  // namespace

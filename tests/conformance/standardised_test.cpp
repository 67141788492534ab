#include <map>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/inequality.hpp>
#include <ontrack/stats/mean.hpp>
#include <ontrack/stats/standardised.hpp>

#include "conformance/oracle.hpp"

namespace {

using conformance::Conformance;
using conformance::read_table;
using conformance::Row;
using namespace ontrack::stats;

const std::string oracles = "oracles/PHEindicatormethods/";
const std::string data = "data/phe_indicator_methods_reference/";

struct Area {
    std::vector<double> count, population, squared_events;
};

std::map<std::string, Area> areas_of(const std::string& table) {
    std::map<std::string, Area> areas;
    for (const Row& row : read_table(table)) {
        Area& area = areas[row.text("area")];
        area.count.push_back(row.number("count"));
        area.population.push_back(row.number("pop"));
    }
    return areas;
}

std::vector<double> column(const std::string& table, const std::string& name) {
    std::vector<double> values;
    for (const Row& row : read_table(table)) values.push_back(row.number(name));
    return values;
}

void compare(Conformance& check, const Row& row, double confidence, const std::string& name, const Estimate& e,
             bool digits8 = false) {
    const std::string what = row.text("area") + ' ' + row.text("statistic") + ' ' + name;
    const auto one = [&](double actual, double expected) {
        digits8 ? check.number(actual, expected, 8, what) : check.number(actual, expected, what);
    };
    one(e.value, row.number("value"));
    // The 99.8 % limits of the 1976 population are ten times too large in their source.
    if (confidence == 0.998 && row.text("area") == "testdata_1976") {
        if (!row.text("lower" + name).empty()) {
            EXPECT_NEAR(10.0 * e.lower, row.number("lower" + name), 1e-9 * 10.0 * e.lower);
            EXPECT_NEAR(10.0 * e.upper, row.number("upper" + name), 1e-9 * 10.0 * e.upper);
        }
        return check.deviates("limits-1976", 2);
    }
    one(e.lower, row.number("lower" + name));
    one(e.upper, row.number("upper" + name));
}

TEST(ConformanceStandardised, PheDobson) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const std::vector<double> esp2013 = column(oracles + "esp2013.csv", "esp2013");
    auto areas = areas_of(oracles + "dsr_isr_input.csv");
    for (const Row& row : read_table(oracles + "dsr_nonindependent_input.csv")) {
        Area& area = areas[row.text("area")];
        area.count.push_back(row.number("count"));
        area.population.push_back(row.number("pop"));
        double squared = 0.0;
        double f = 0.0;
        for (const char* const persons : {"f1", "f2", "f3", "f4"}) {
            f += 1.0;
            if (row.number(persons) > 0.0) squared += f * f * row.number(persons);
        }
        area.squared_events.push_back(squared);
    }
    Area& old = areas["testdata_1976"];
    old.count = column(oracles + "dsr_esp1976_input.csv", "count");
    old.population = column(oracles + "dsr_esp1976_input.csv", "pop");
    const std::vector<double> esp1976 = column(oracles + "dsr_esp1976_input.csv", "esp1976");

    for (const std::string& table : {oracles + "dsr_dobson_expected", data + "DSR_ISR__testresults_DSR"}) {
        Conformance check("PHEindicatormethods", table);
        for (const Row& row : read_table(table + ".csv")) {
            const std::string& name = row.text("area");
            const Area& area = areas.at(name);
            ASSERT_FALSE(area.count.empty()) << name;
            const std::string& statistic = row.text("statistic");
            const bool hidden = statistic.find("NA") != std::string::npos;
            const double per = hidden ? 1e5 : std::stod(statistic.substr(statistic.find("per ") + 4));
            const Strata strata{area.count, area.population, name == "testdata_1976" ? esp1976 : esp2013,
                                area.squared_events};
            for (const auto& [confidence, column_name] : {std::pair{0.95, "95_0cl"}, std::pair{0.998, "99_8cl"}}) {
                const Estimate e = estimate_standardised_rate(strata, {confidence, per, 10.0});
                EXPECT_EQ(e.status == Status::ok, !hidden);
                compare(check, row, confidence, column_name, e, !area.squared_events.empty() && !hidden);
            }
        }
    }
}

TEST(ConformanceStandardised, PheIndirect) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const std::vector<double> reference_count = column(oracles + "isr_reference.csv", "refcount");
    const std::vector<double> reference_population = column(oracles + "isr_reference.csv", "refpop");
    const auto areas = areas_of(oracles + "dsr_isr_input.csv");
    const auto two_areas = areas_of(oracles + "isr_area1_area2_input.csv");
    double events = 0.0, people = 0.0;
    for (const double x : reference_count) events += x;
    for (const double n : reference_population) people += n;

    for (const std::string& table : {oracles + "isr_expected", data + "DSR_ISR__testresults_ISR"}) {
        Conformance check("PHEindicatormethods", table);
        for (const Row& row : read_table(table + ".csv")) {
            const std::string& name = row.text("area");
            const Area& area = (name.substr(0, 4) == "Area" ? two_areas : areas).at(name);
            double observed = 0.0;
            for (const double x : area.count) observed += x > 0.0 ? x : 0.0;
            const double expected = expected_events(area.population, reference_count, reference_population);
            const std::string& statistic = row.text("statistic");
            const bool rate = statistic.find("rate") != std::string::npos;
            const double per = std::stod(statistic.substr(statistic.find(rate ? "per " : "x ") + (rate ? 4 : 2)));
            check.number(observed, row.number("observed"), name);
            check.number(expected, row.number("expected"), name);
            if (rate) check.number(per * events / people, row.number("ref_rate"), name);
            for (const auto& [confidence, column_name] : {std::pair{0.95, "95_0cl"}, std::pair{0.998, "99_8cl"}}) {
                if (row.text(std::string("lower") + column_name).empty()) continue;
                compare(check, row, confidence, column_name,
                        estimate_standardised_ratio(
                            observed, expected,
                            {confidence, CountMethod::public_health, per * (rate ? events / people : 1.0)}));
            }
        }
    }
}

TEST(ConformanceStandardised, PheMeans) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    for (const auto& [input, table] :
         {std::pair{oracles + "mean_input.csv", oracles + "mean_student_t_expected"},
          std::pair{data + "Mean__testdata_Mean.csv", data + "Mean__testdata_Mean_results"}}) {
        Conformance check("PHEindicatormethods", table);
        std::map<std::string, std::vector<double>> values;
        std::vector<double> all;
        for (const Row& row : read_table(input)) {
            values[row.text("area")].push_back(row.number("values"));
            all.push_back(row.number("values"));
        }
        for (const Row& row : read_table(table + ".csv")) {
            const auto found = values.find(row.text("area"));
            const std::vector<double>& group = found == values.end() ? all : found->second;
            for (const auto& [confidence, column_name] : {std::pair{0.95, "95_0cl"}, std::pair{0.998, "99_8cl"}}) {
                compare(check, row, confidence, column_name, estimate_mean(group, confidence));
            }
        }
    }
}

TEST(ConformanceStandardised, PheInequality) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("PHEindicatormethods", "slope_index_inequality");
    std::vector<std::vector<Row>> groups;
    for (const Row& row : read_table(oracles + "slope_index_inequality.csv")) {
        const bool next = groups.empty() ||
                          groups.back().front().text("TestDescription") != row.text("TestDescription") ||
                          row.number("Quantile") <= groups.back().back().number("Quantile");
        if (next) groups.emplace_back();
        groups.back().push_back(row);
    }
    for (const std::vector<Row>& rows : groups) {
        const Row& first = rows.front();
        const std::string& description = first.text("TestDescription");
        const auto has = [&](const char* word) { return description.find(word) != std::string::npos; };
        // The peer warns of many groups and gives no number; confidence limits, which it would take, are no argument here.
        if (has("large number of quantiles") || has("invalid proportion in CLs")) continue;
        const bool is_refused = has("negative populations") || has("missing");
        EXPECT_EQ(first.text("sii").empty(), is_refused) << description;
        std::vector<double> population, value, error;
        for (const Row& row : rows) {
            population.push_back(row.number("Population"));
            value.push_back(row.number("Value"));
            error.push_back(row.number("StandardError"));
        }
        InequalityOptions options;
        options.scale = has("log transform")     ? InequalityScale::log
                        : has("logit transform") ? InequalityScale::logit
                                                 : InequalityScale::linear;
        options.multiplier = has("negative multiplier") ? -1.0 : has("x -100") ? -100.0 : has("x 100") ? 100.0 : 1.0;
        const Inequality result = estimate_inequality({population, value, error}, options);
        if (is_refused) {
            check.text(result.slope_index.status == Status::ok ? "ok" : "refused", "refused", description);
            continue;
        }
        check.number(result.slope_index.value, first.number("sii"), description);
        EXPECT_EQ(result.slope_index.status, Status::ok) << description;
        if (!first.text("rii").empty()) check.number(result.relative_index.value, first.number("rii"), description);
        if (!first.text("Intercept").empty()) check.number(result.intercept, first.number("Intercept"), description);
    }
}

}  // namespace

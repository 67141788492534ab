#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/before_after.hpp>
#include <ontrack/stats/mantel_haenszel.hpp>
#include <ontrack/stats/relative_rate.hpp>

#include "conformance/oracle.hpp"

namespace {

using conformance::Conformance;
using conformance::read_table;
using conformance::Row;
using namespace ontrack::stats;

BeforeAfter counts(const Row& row, const std::string& area) {
    return {row.number(area + "_pre"), row.number(area + "_post")};
}

TEST(ConformanceChange, PtoolsWeightedDisplacement) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("ptools", "wdd");
    for (const Row& row : read_table("oracles/ptools/wdd.csv")) {
        const WeightedDisplacement found = weighted_displacement_difference(
            {counts(row, "treated"), counts(row, "control"), counts(row, "disp_treated"), counts(row, "disp_control")},
            {row.number("time_w_pre"), row.number("time_w_post"), row.number("area_w_treated"),
             row.number("area_w_control"), row.number("area_w_disp_treated"), row.number("area_w_disp_control")},
            {1.0 - row.number("alpha")});
        // Blank where the peer's test asserts nothing. Limits are asserted as whole numbers, z to two decimals.
        const auto number = [&](double actual, const std::string& name, int decimals) {
            if (row.text(name).empty()) return;
            if (decimals < 0)
                check.number(actual, row.number(name), row.text("case") + ' ' + name);
            else
                check.number(actual, row.number(name), decimals, row.text("case") + ' ' + name);
        };
        number(found.local.estimate.value, "est_local", -1);
        number(found.surroundings.estimate.value, "est_displace", -1);
        number(found.total.estimate.value, "est_total", -1);
        number(found.total.standard_error, "se_total", -1);
        number(found.total.z, "z_2dp", 2);
        number(found.total.estimate.lower, "low_ci", 0);
        number(found.total.estimate.upper, "high_ci", 0);
    }
}

TEST(ConformanceChange, PtoolsHarm) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("ptools", "wdd_harm");
    std::vector<DisplacementDifference> differences;
    std::vector<double> harm;
    for (const Row& row : read_table("oracles/ptools/wdd_harm_input.csv")) {
        differences.push_back(weighted_displacement_difference({counts(row, "treated"), counts(row, "control")}).local);
        harm.push_back(row.number("weight"));
    }
    const DisplacementDifference found = weighted_harm_difference(differences, harm);
    for (const Row& row : read_table("oracles/ptools/wdd_harm_expected.csv")) {
        check.number(found.estimate.value, row.number("harm_estimate"), "estimate");
        check.number(found.standard_error, row.number("se"), 8, "se");
        check.number(found.z, row.number("z"), 8, "z");
        check.number(found.estimate.lower, row.number("low_ci_95"), 8, "lower");
        check.number(found.estimate.upper, row.number("high_ci_95"), 8, "upper");
    }
}

/// The wards of one case.
struct Wards {
    std::vector<double> x1, n1, x2, n2;
};

TEST(ConformanceChange, RStatsDisproportionality) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "disproportionality by ward");
    std::map<std::string, Wards> cases;
    for (const Row& row : read_table("oracles/r-stats/disproportionality_input.csv")) {
        Wards& wards = cases[row.text("case")];
        wards.x1.push_back(row.number("stops_b"));
        wards.n1.push_back(row.number("pop_b"));
        wards.x2.push_back(row.number("stops_w"));
        wards.n2.push_back(row.number("pop_w"));
    }
    for (const Row& row : read_table("oracles/r-stats/disproportionality_expected.csv")) {
        const Wards& wards = cases.at(row.text("case"));
        const std::string what = row.text("case");
        check.number(
            estimate_stratified_ratio({wards.x1, wards.n1, wards.x2, wards.n2}, StratifiedRatio::rate).estimate.value,
            row.number("rr_mantel_haenszel"), what);
        const auto sum = [](const std::vector<double>& values) {
            double total = 0.0;
            for (const double each : values) total += each;
            return total;
        };
        const std::vector<double> group{sum(wards.n1), sum(wards.x1)}, reference{sum(wards.n2), sum(wards.x2)};
        for (const auto& [method, prefix] :
             {std::pair{RelativeRateMethod::log, "log"}, std::pair{RelativeRateMethod::exact, "exact"}}) {
            std::vector<double> value(1), lower(1), upper(1);
            relative_rates_into(group, reference, {0.95, method}, {value, lower, upper, {}});
            check.number(value[0], row.number("rri_crude"), what);
            check.number(lower[0], row.number(std::string(prefix) + "_lo"), what);
            check.number(upper[0], row.number(std::string(prefix) + "_hi"), what);
        }
    }
}

}  // namespace

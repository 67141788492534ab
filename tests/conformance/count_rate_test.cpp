#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/proportion.hpp>
#include <ontrack/stats/ratio.hpp>

#include "conformance/oracle.hpp"

namespace {

using conformance::Conformance;
using conformance::read_table;
using conformance::Row;
using namespace ontrack::stats;

TEST(ConformanceCountRate, RStatsGarwood) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "poisson_exact_garwood");
    for (const Row& row : read_table("oracles/r-stats/poisson_exact_garwood.csv")) {
        const Estimate e = estimate_count(row.number("x"), {row.number("conf"), CountMethod::exact});
        check.number(e.lower, row.number("exact_lo"), row.text("x"));
        check.number(e.upper, row.number("exact_hi"), row.text("x"));
    }
}

TEST(ConformanceCountRate, PheByarAndWilson) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    for (const std::string table : {"oracles/PHEindicatormethods/byars_wilson_limits",
                                    "data/phe_indicator_methods_reference/Byars_Wilson__testdata_B_W"}) {
        Conformance check("PHEindicatormethods", table);
        for (const Row& row : read_table(table + ".csv")) {
            const double confidence = row.number("confidence");
            const Estimate e =
                row.text("method") == "Byars"
                    ? estimate_count(row.number("x"), {confidence, CountMethod::byar})
                    : estimate_proportion(row.number("x"), row.number("n"), {confidence, ProportionMethod::wilson});
            check.number(e.lower, row.number("lowercl"), row.text("x"));
            check.number(e.upper, row.number("uppercl"), row.text("x"));
        }
    }
}

TEST(ConformanceCountRate, PheRates) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    for (const std::string table :
         {"oracles/PHEindicatormethods/rate_exact_byars", "oracles/PHEindicatormethods/edge_rate_exact_byars_expected",
          "data/phe_indicator_methods_reference/Rate__testdata_Rate"}) {
        Conformance check("PHEindicatormethods", table);
        const bool edge = table.find("edge") != std::string::npos;
        for (const Row& row : read_table(table + ".csv")) {
            const double x = row.number(edge ? "x" : "Numerator");
            const double n = row.number(edge ? "n" : "Denominator");
            const double per = edge ? std::stod(row.text("statistic").substr(row.text("statistic").find("per ") + 4))
                                    : row.number("multiplier");
            const std::string what = std::to_string(x) + '/' + std::to_string(n);
            for (const auto& [confidence, name] : {std::pair{0.95, "95_0cl"}, std::pair{0.998, "99_8cl"}}) {
                const Estimate e = estimate_rate(x, n, {confidence, CountMethod::public_health, per});
                check.number(e.value, row.number("value"), what);
                check.number(e.lower, row.number(std::string("lower") + name), what);
                check.number(e.upper, row.number(std::string("upper") + name), what);
            }
        }
    }
    for (const std::string table : {"oracles/PHEindicatormethods/rate_exact_byars_95_grouped",
                                    "data/phe_indicator_methods_reference/Rate__testdata_Rate_g"}) {
        Conformance check("PHEindicatormethods", table);
        for (const Row& row : read_table(table + ".csv")) {
            const Estimate e = estimate_rate(row.number("Numerator"), row.number("Denominator"),
                                             {0.95, CountMethod::public_health, row.number("multiplier")});
            check.number(e.value, row.number("value"), row.text("Area"));
            check.number(e.lower, row.number("lowercl"), row.text("Area"));
            check.number(e.upper, row.number("uppercl"), row.text("Area"));
        }
    }
}

TEST(ConformanceCountRate, RStatsTwoCounts) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "two_poisson_counts");
    for (const Row& row : read_table("oracles/r-stats/two_poisson_counts.csv")) {
        const Estimate e =
            estimate_rate_ratio(row.number("post"), row.number("t_post"), row.number("pre"), row.number("t_pre"));
        check.number(e.value, row.number("rate_ratio"), row.text("post"));
        check.number(e.lower, row.number("rr_lo"), row.text("post"));
        check.number(e.upper, row.number("rr_hi"), row.text("post"));
    }
}

TEST(ConformanceCountRate, RStatsDisproportionality) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "disproportionality");
    std::map<std::string, std::array<double, 4>> sums;
    for (const Row& row : read_table("oracles/r-stats/disproportionality_input.csv")) {
        std::array<double, 4>& sum = sums[row.text("case")];
        for (std::size_t i = 0; const char* const column : {"stops_b", "pop_b", "stops_w", "pop_w"})
            sum[i++] += row.number(column);
    }
    for (const Row& row : read_table("oracles/r-stats/disproportionality_expected.csv")) {
        const std::array<double, 4>& s = sums.at(row.text("case"));
        const Estimate log = estimate_rate_ratio(s[0], s[1], s[2], s[3], {0.95, RateRatioMethod::log});
        const Estimate exact = estimate_rate_ratio(s[0], s[1], s[2], s[3]);
        check.number(log.value, row.number("rri_crude"), row.text("case"));
        check.number(log.lower, row.number("log_lo"), row.text("case"));
        check.number(log.upper, row.number("log_hi"), row.text("case"));
        check.number(exact.lower, row.number("exact_lo"), row.text("case"));
        check.number(exact.upper, row.number("exact_hi"), row.text("case"));
    }
}

}  // namespace

#include <map>
#include <string>

#include <gtest/gtest.h>

#include <ontrack/stats/benchmark.hpp>
#include <ontrack/stats/distributions.hpp>

#include "conformance/funnel_table.hpp"
#include "conformance/oracle.hpp"

namespace {

using conformance::Conformance;
using conformance::read_table;
using conformance::Row;
using namespace ontrack::stats;

Better better(const std::string& polarity) {
    if (polarity == "high_is_good" || polarity == "HighIsGood") return Better::high;
    if (polarity == "low_is_good" || polarity == "LowIsGood") return Better::low;
    EXPECT_EQ(polarity, "NoJudgement");
    return Better::neither;
}

Limits limits(const Row& row, const std::string& lower, const std::string& upper) {
    return {row.number(lower), row.number(upper)};
}

/// The confidence level of a normal quantile, or of the probability in one tail.
double of_score(double z) {
    return 1.0 - 2.0 * normal_cdf(-z);
}

TEST(ConformanceBenchmark, FingertipsBenchmark) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("fingertips-open", "compare_to_benchmark");
    for (const Row& row : read_table("oracles/fingertips-open/compare_to_benchmark.csv")) {
        const bool two = row.text("method") == "ci_overlap_95_and_99_8";
        EXPECT_TRUE(two || row.text("method") == "ci_overlap_95");
        const Limits inner = limits(row, "lower95", "upper95");
        const Better way = better(row.text("polarity"));
        check.text(to_string(two ? compare_with_benchmark(inner, limits(row, "lower99_8", "upper99_8"),
                                                          row.number("benchmark"), way)
                                 : compare_with_benchmark(inner, row.number("benchmark"), way)),
                   row.text("outcome"), row.text("value") + " against " + row.text("benchmark"));
    }
}

TEST(ConformanceBenchmark, FingertipsTarget) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("fingertips-open", "compare_to_target");
    for (const Row& row : read_table("oracles/fingertips-open/compare_to_target.csv")) {
        const std::string& kind = row.text("target_kind");
        const Better way = better(row.text("polarity"));
        const double target = row.number("lower_limit");
        const Comparison comparison =
            kind == "single" ? compare_with_target(row.number("value"), target, way)
            : kind == "single_with_ci"
                ? compare_with_target(limits(row, "lower95", "upper95"), target, way)
                : compare_with_range(row.number("value"), limits(row, "lower_limit", "upper_limit"), way);
        check.text(to_string(comparison), row.text("outcome"), kind + ' ' + row.text("value"));
    }
}

TEST(ConformanceBenchmark, FingertipsTwoIntervals) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("fingertips-open", "compare_two_intervals");
    for (const Row& row : read_table("oracles/fingertips-open/compare_two_intervals.csv")) {
        check.text(to_string(compare_intervals(limits(row, "lower95", "upper95"),
                                               limits(row, "comparator_lower95", "comparator_upper95"),
                                               better(row.text("polarity")))),
                   row.text("outcome"), row.text("value") + " against " + row.text("comparator"));
    }
}

TEST(ConformanceBenchmark, FingertipsLimitsAroundTheComparator) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    {
        const std::string table = "spc_proportion_vs_comparator_low_is_good";
        Conformance check("fingertips-open", table);
        for (const Row& row : read_table("oracles/fingertips-open/" + table + ".csv")) {
            check.text(to_string(compare_proportion(row.number("value_percent") / 100.0, row.number("denominator"),
                                                    row.number("comparator_percent") / 100.0,
                                                    {Better::low, of_score(row.number("z"))})),
                       row.text("outcome"), row.text("value_percent"));
        }
    }
    const std::string table = "spc_rate_per_100000_vs_comparator_low_is_good";
    Conformance check("fingertips-open", table);
    for (const Row& row : read_table("oracles/fingertips-open/" + table + ".csv")) {
        check.text(to_string(compare_rate(row.number("value_rate") / 1e5, row.number("denominator"),
                                          row.number("comparator_rate") / 1e5,
                                          {Better::low, 1.0 - 2.0 * row.number("tail_probability")})),
                   row.text("outcome"), row.text("value_rate"));
    }
}

TEST(ConformanceBenchmark, FingertipsNext) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("FingertipsNext", "benchmark_outcome_ci_halfwidth_1_1");
    for (const Row& row : read_table("oracles/FingertipsNext/benchmark_outcome_ci_halfwidth_1_1.csv")) {
        const double value = row.number("value");
        check.text(to_string(compare_with_benchmark({value - 1.1, value + 1.1}, row.number("benchmark"),
                                                    better(row.text("polarity")))),
                   row.text("outcome"), row.text("value") + " against " + row.text("benchmark"));
    }
}

TEST(ConformanceBenchmark, PheObservedAgainstExpected) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    for (const auto& [table, observed, expected] :
         {std::tuple{"oracles/PHEindicatormethods/funnel_ratio_significance", "obs", "expected"},
          std::tuple{"oracles/PHEindicatormethods/family_ratio_significance_expected", "x", "exp"},
          std::tuple{"data/phe_indicator_methods_reference/funnel_ratio_inputs", "obs", "expected"}}) {
        Conformance check("PHEindicatormethods", table);
        for (const Row& row : read_table(std::string(table) + ".csv")) {
            // Blank where the class is in the other table of the same inputs.
            if (row.text("significance").empty()) continue;
            check.text(conformance::phe_label(compare_observed(row.number(observed), row.number(expected),
                                                               {Better::neither, 0.95, 0.998})),
                       row.text("significance"), row.text(observed) + " of " + row.text(expected));
        }
    }
}

}  // namespace

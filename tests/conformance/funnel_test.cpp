#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/comparison_conventions.hpp>

#include "conformance/funnel_table.hpp"
#include "conformance/oracle.hpp"
#include "conformance/table.hpp"

namespace {

using namespace ontrack::stats;
using conformance::column;
using conformance::Conformance;
using conformance::decimals;
using conformance::Drawn;
using conformance::phe_label;
using conformance::read_table;
using conformance::Row;

constexpr const char* phe = "PHEindicatormethods";

FunnelOptions phe_options(FunnelStatistic statistic, double per) {
    FunnelOptions options = funnel_convention("phe-indicator-methods").options(statistic);
    options.per = per;
    return options;
}

/// PHEindicatormethods finds the mean m of the exact limits of x events by halving v = m/(1 + x + m) until the step is below
/// 1e-7: the middle of the cell of width 2⁻²³ that v lies in. So rounded, ours must be its number. Its Poisson sums leave out
/// terms below 1e-10, which moves v by some hundredths of a cell: within 0.03 of an edge `expected` decides.
double halved(double mean, double events, double expected) {
    const double cells = std::ldexp(mean / (1.0 + events + mean), 23);
    const auto mean_of = [&](double cell) {
        const double found = (std::floor(cell) + 0.5) * std::ldexp(1.0, -23);
        return (1.0 + events) * found / (1.0 - found);
    };
    const double one = mean_of(cells - 0.03);
    const double other = mean_of(cells + 0.03);
    return std::abs(one - expected) <= std::abs(other - expected) ? one : other;
}

/// The peer's number is ours, or what its halving makes of ours.
void halved_or_exact(Conformance& check, double exact, double by_halving, const Row& row, const std::string& name) {
    const double expected = row.number(name);
    const double half_a_digit = 0.5000001 * std::pow(10.0, -decimals(row.text(name)));
    if (std::abs(exact - expected) <= half_a_digit) {
        check.number(exact, expected, decimals(row.text(name)), name);
        return;
    }
    EXPECT_NEAR(by_halving, expected, half_a_digit) << name;
    EXPECT_NEAR(exact, expected, 5e-5 * (1.0 + std::abs(expected))) << name;
    check.deviates("poisson-by-halving");
}

void to_digits(Conformance& check, double actual, const Row& row, const std::string& name) {
    check.number(actual, row.number(name), decimals(row.text(name)), row.text(name) + ' ' + name);
}

TEST(ConformanceFunnel, PheProportionLimits) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    for (const std::string folder :
         {"oracles/PHEindicatormethods/funnel_proportion_", "data/phe_indicator_methods_reference/funnel_prop_"}) {
        const bool all = folder.find("data/") == 0;
        for (const bool large_only : {false, true}) {
            const std::string table = folder + (all ? (large_only ? "outputs_with_axis_variation" : "outputs")
                                                    : (large_only ? "limits_axis_variation" : "limits"));
            Conformance check(phe, table);
            std::vector<Row> inputs = read_table(folder + (all ? "inputs" : "significance") + ".csv");
            if (large_only) std::erase_if(inputs, [](const Row& row) { return row.number("denominator") >= 31000; });
            const FunnelOptions options = phe_options(FunnelStatistic::proportion, 100.0);
            const Drawn drawn(column(inputs, "numerator"), column(inputs, "denominator"), options);
            const std::vector<Row> rows = read_table(table + ".csv");
            const std::vector<double> base = column(rows, "Population");
            std::vector<double> lower(base.size()), upper(base.size()), outer_lower(base.size()),
                outer_upper(base.size());
            funnel_lines_into(drawn.funnel, base, options, {{}, lower, upper, outer_lower, outer_upper, {}, {}, {}});
            for (std::size_t i = 0; i < rows.size(); ++i) {
                to_digits(check, drawn.funnel.target, rows[i], "Baseline");
                to_digits(check, lower[i], rows[i], "Lower2s0025limit");
                to_digits(check, upper[i], rows[i], "Upper2s0025limit");
                to_digits(check, outer_lower[i], rows[i], "Lower3s0001limit");
                to_digits(check, outer_upper[i], rows[i], "Upper3s0001limit");
            }
        }
    }
}

TEST(ConformanceFunnel, PheProportionClasses) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const auto compare = [](const std::string& table, const std::vector<Row>& rows, const std::string& x,
                            const std::string& n) {
        Conformance check(phe, table);
        const Drawn drawn(column(rows, x), column(rows, n), phe_options(FunnelStatistic::proportion, 100.0));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            // Blank where the class is in the other table of the same inputs.
            if (rows[i].text("significance").empty()) continue;
            check.text(phe_label(drawn.comparison[i]), rows[i].text("significance"), rows[i].text(x));
        }
    };
    for (const std::string table : {"oracles/PHEindicatormethods/funnel_proportion_significance",
                                    "data/phe_indicator_methods_reference/funnel_prop_inputs"})
        compare(table, read_table(table + ".csv"), "numerator", "denominator");
    const std::string table = "oracles/PHEindicatormethods/family_proportion_funnel_significance_expected";
    for (const auto& [family, rows] : conformance::grouped(read_table(table + ".csv"), {"family"}))
        compare(table + ' ' + family[0], rows, "num", "den");
}

/// Events, and the base that the peer takes from the rate where there are events.
struct Rates {
    std::vector<double> events, base;
};

TEST(ConformanceFunnel, PheRateLimits) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const std::vector<Row> inputs = read_table("oracles/PHEindicatormethods/funnel_rate_input.csv");
    Rates dsr, few, zero;
    double largest = 0.0;
    for (const Row& row : inputs) largest = std::max(largest, row.number("ev"));
    double largest_base = 0.0;
    for (const Row& row : inputs) largest_base = std::max(largest_base, 1e5 * row.number("ev") / row.number("rate"));
    for (const Row& row : inputs) {
        const double events = row.number("ev");
        const double rate = row.number("rate");
        dsr.events.push_back(events);
        dsr.base.push_back(1e5 * events / rate);
        // The peer's tests give the largest area five events, and then none, with a base of its own.
        few.events.push_back(events == largest ? 5.0 : events);
        few.base.push_back(1e5 * few.events.back() / rate);
        if (dsr.base.back() <= 0.5 * largest_base) continue;
        zero.events.push_back(events == largest ? 0.0 : events);
        zero.base.push_back(dsr.base.back());
    }
    const auto compare = [](const std::string& table, const Rates& rates) {
        Conformance check(phe, table);
        const FunnelOptions options = phe_options(FunnelStatistic::rate, 1e5);
        const Drawn drawn(rates.events, rates.base, options);
        const double target = drawn.funnel.target / 1e5;
        for (const Row& row : read_table(table + ".csv")) {
            const double events = row.number("Events");
            const EventFunnel curve = event_funnel(events, drawn.funnel, options);
            to_digits(check, drawn.funnel.target, row, "baseline");
            for (const auto& [name, base] :
                 {std::pair{"lower_2s", curve.lower_base}, std::pair{"upper_2s", curve.upper_base},
                  std::pair{"lower_3s", curve.outer_lower_base}, std::pair{"upper_3s", curve.outer_upper_base}}) {
                const double peer =
                    halved(base * target, events, 3.0 * row.number(std::string(name) + "_population_1_year") * target) /
                    target;
                halved_or_exact(check, base / 3.0, peer / 3.0, row, std::string(name) + "_population_1_year");
                halved_or_exact(check, 1e5 * events / base, 1e5 * events / peer, row, std::string(name) + "_limit");
            }
        }
    };
    for (const auto& [oracle, whole, rates] :
         {std::tuple{"dsr", "", &dsr}, std::tuple{"crude", "_2", &few}, std::tuple{"crude_with_zero", "_3", &zero}}) {
        compare(std::string("oracles/PHEindicatormethods/funnel_rate_limits_") + oracle, *rates);
        compare(std::string("data/phe_indicator_methods_reference/funnel_rate_outputs") + whole, *rates);
    }
}

TEST(ConformanceFunnel, PheRatioLimits) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    for (const std::string table : {"oracles/PHEindicatormethods/funnel_ratio_limits",
                                    "data/phe_indicator_methods_reference/funnel_ratio_outputs"}) {
        Conformance check(phe, table);
        const FunnelOptions options = phe_options(FunnelStatistic::ratio, 1.0);
        const Funnel funnel = Drawn({1.0}, {1.0}, options).funnel;
        for (const Row& row : read_table(table + ".csv")) {
            const double events = row.number("Observed_events");
            const EventFunnel curve = event_funnel(events, funnel, options);
            for (const auto& [name, base] :
                 {std::pair{"lower_2s", curve.lower_base}, std::pair{"upper_2s", curve.upper_base},
                  std::pair{"lower_3s", curve.outer_lower_base}, std::pair{"upper_3s", curve.outer_upper_base}}) {
                const double peer = halved(base, events, row.number(std::string(name) + "_exp_events"));
                halved_or_exact(check, base, peer, row, std::string(name) + "_exp_events");
                halved_or_exact(check, events / base - 1.0, events / peer - 1.0, row, std::string(name) + "_count");
                halved_or_exact(check, 100.0 * events / base, 100.0 * events / peer, row, std::string(name) + "_isr");
            }
        }
    }
}

TEST(ConformanceFunnel, PheRateClasses) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    for (const std::string table : {"oracles/PHEindicatormethods/funnel_rate_significance",
                                    "data/phe_indicator_methods_reference/funnel_rate_dsr_inputs"}) {
        Conformance check(phe, table);
        const std::vector<Row> rows = read_table(table + ".csv");
        for (const std::string name : {"dsr_per_100000_with_0", "dsr_per_100_with_0", "dsr_per_100000_without_0",
                                       "dsr_per_100_without_0", "crude_per_100000_with_0", "crude_per_100_with_0",
                                       "crude_per_100000_without_0", "crude_per_100_without_0"}) {
            const std::string column_name = name;
            const bool dsr = column_name.find("dsr") == 0;
            const bool with_zero = column_name.find("with_0") != std::string::npos;
            const std::string per = column_name.find("100000") != std::string::npos ? "100000" : "100";
            // The peer's tests leave the area without events out of the tables "without".
            std::vector<Row> used = rows;
            if (!with_zero) std::erase_if(used, [](const Row& row) { return row.number("count") == 0.0; });
            std::vector<double> events, base;
            for (const Row& row : used) {
                // One table of standardised rates serves both units: the base is a tenth of a per cent of itself then.
                const double rate = row.number(dsr ? "rate_dsr" : "rate_crude_per_" + per);
                events.push_back(row.number("count"));
                base.push_back(events.back() > 0.0 ? std::stod(per) * events.back() / rate
                               : dsr               ? std::nan("")
                                                   : row.number("pop"));
            }
            FunnelOptions options = phe_options(FunnelStatistic::rate, std::stod(per));
            options.minimum_events = dsr ? 10.0 : 0.0;
            const Drawn drawn(events, base, options);
            for (std::size_t i = 0; i < used.size(); ++i) {
                const std::string& expected = used[i].text(column_name);
                if (expected.empty()) continue;
                if (dsr && events[i] < 10.0) {
                    check.text(to_string(drawn.comparison[i]), "not_compared", expected);
                    EXPECT_EQ(expected, "Not applicable for events less than 10 for dsrs");
                } else {
                    check.text(phe_label(drawn.comparison[i]), expected, column_name + ' ' + used[i].text("count"));
                }
            }
        }
    }
}

TEST(ConformanceFunnel, PheRateFamilies) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const std::string table = "oracles/PHEindicatormethods/family_rate_funnel_significance_expected";
    Conformance check(phe, table);
    for (const auto& [family, rows] : conformance::grouped(read_table(table + ".csv"), {"family"})) {
        const Drawn drawn(column(rows, "x"), column(rows, "n"), phe_options(FunnelStatistic::rate, 1000.0));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            check.number(drawn.value[i], rows[i].number("rate"), rows[i].text("area"));
            check.text(phe_label(drawn.comparison[i]), rows[i].text("significance"), rows[i].text("area"));
        }
    }
}

TEST(ConformanceFunnel, PheRatePoints) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    for (const std::string table : {"oracles/PHEindicatormethods/funnel_rate_input",
                                    "data/phe_indicator_methods_reference/funnel_rate_input_funnels"}) {
        Conformance check(phe, table);
        const std::vector<Row> rows = read_table(table + ".csv");
        for (const auto& [name, base, years] :
             {std::tuple{"rate_chart", "denominator_derived", 3.0},
              std::tuple{"rate_chart_crude", "denominator_derived_crude", 3.0},
              std::tuple{"rate_chart_crude_with_denom", "denominator_derived_crude_with_denom", 5.0}}) {
            for (const Row& row : rows) {
                const double expected = row.number(base);
                // Standardised rates of fewer than ten events have no point; the largest area was given five, or none.
                if (std::isnan(expected)) {
                    EXPECT_TRUE(std::isnan(row.number(name)));
                    check.number(Drawn({5.0}, {expected}, phe_options(FunnelStatistic::rate, 1e5)).value[0],
                                 row.number(name), row.text("ev"));
                    continue;
                }
                const bool none = std::abs(expected * years - row.number("pop")) < 1e-6;
                const double events = none ? 0.0 : row.number("ev");
                const double derived = none ? row.number("pop") : 1e5 * events / row.number("rate");
                check.number(derived / years, expected, decimals(row.text(base)), row.text(base));
                // The peer keeps the rate of an area that its test has just robbed of its events.
                if (none) {
                    check.deviates("rate-without-events");
                    continue;
                }
                const Drawn drawn({events}, {derived}, phe_options(FunnelStatistic::rate, 1e5));
                check.number(drawn.value[0], row.number(name), row.text("ev"));
            }
        }
    }
}

TEST(ConformanceFunnel, TwoConventionsForProportions) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "funnel_proportion_two_conventions");
    const auto label = [](Comparison comparison) -> std::string {
        switch (comparison) {
            case Comparison::lowest:
                return "low_0.001";
            case Comparison::lower:
                return "low_0.025";
            case Comparison::higher:
                return "high_0.025";
            case Comparison::highest:
                return "high_0.001";
            default:
                return comparison == Comparison::similar ? "not_significant" : "not_compared";
        }
    };
    std::vector<FunnelConvention> two{funnel_convention("phe-indicator-methods"), funnel_convention("fingertips")};
    for (const Row& row : read_table("oracles/r-stats/funnel_proportion_two_conventions.csv")) {
        const std::vector<double> x{row.number("x")}, n{row.number("n")};
        const std::string what = row.text("x") + " of " + row.text("n");
        for (FunnelConvention& each : two) each.proportion.target = row.number("comparator");
        check.text(label(Drawn(x, n, two[0].proportion).comparison[0]), row.text("class_score_inversion_ohid_funnel"),
                   what);
        check.text(label(Drawn(x, n, two[1].proportion).comparison[0]),
                   row.text("class_wilson_around_comparator_fingertips"), what);
        const bool differ = !funnel_conventions_that_disagree(x, n, FunnelStatistic::proportion, two).empty();
        check.text(differ ? "TRUE" : "FALSE", row.text("differ"), what);
    }
}

TEST(ConformanceFunnel, FunnelPlotR) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    for (const auto& [table, statistic] : {std::pair{"overdispersed_proportion_expected", FunnelStatistic::proportion},
                                           std::pair{"standardised_ratio_shmi_expected", FunnelStatistic::ratio}}) {
        Conformance check("FunnelPlotR", table);
        const std::vector<Row> rows = read_table(std::string("oracles/FunnelPlotR/") + table + ".csv");
        const std::vector<double> x = column(rows, "numerator"), n = column(rows, "denominator");
        const FunnelOptions& options = funnel_convention("funnelplotr-shmi").options(statistic);
        const Drawn wide(x, n, options);
        const Drawn plain(x, n, funnel_convention("funnelplotr-unadjusted").options(statistic));
        std::vector<double> trimmed(x.size());
        trim_scores_into(wide.z, options.trimming, trimmed);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Row& row = rows[i];
            const auto number = [&](double actual, const std::string& name) {
                check.number(actual, row.number(name), row.text("area") + ' ' + name);
            };
            number(wide.funnel.target, "target");
            number(wide.funnel.dispersion.ratio, "phi");
            number(wide.funnel.dispersion.between_variance, "tau2");
            number(wide.z[i], "Uzscore");
            number(trimmed[i], "Wuzscore");
            // Y and s are steps towards the z-score, (Y − target)/s on the scale of the limits.
            const double centre = statistic == FunnelStatistic::ratio ? 0.0 : std::asin(std::sqrt(wide.funnel.target));
            number(centre + wide.z[i] * row.number("s"), "Y");
            number((row.number("Y") - centre) / wide.z[i], "s");
            number(wide.lower[i], "odll95");
            number(wide.upper[i], "odul95");
            number(wide.outer_lower[i], "odll998");
            number(wide.outer_upper[i], "odul998");
            number(plain.lower[i], "ll95");
            number(plain.upper[i], "ul95");
            number(plain.outer_lower[i], "ll998");
            number(plain.outer_upper[i], "ul998");
        }
    }
}

TEST(ConformanceFunnel, FunnelPlotRPoissonLimits) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("FunnelPlotR", "poisson_limits_unit_test");
    const std::vector<Row> rows = read_table("oracles/FunnelPlotR/poisson_limits_unit_test_expected.csv");
    const std::vector<double> n = column(rows, "number_seq");
    const Drawn drawn(n, n, funnel_convention("funnelplotr-unadjusted").ratio);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        to_digits(check, drawn.lower[i], rows[i], "ll95");
        to_digits(check, drawn.upper[i], rows[i], "ul95");
        to_digits(check, drawn.outer_lower[i], rows[i], "ll998");
        to_digits(check, drawn.outer_upper[i], rows[i], "ul998");
    }
}

}  // namespace

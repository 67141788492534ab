#include <gtest/gtest.h>

#include <ontrack/stats/chart_conventions.hpp>

#include "conformance/chart_table.hpp"

namespace {

using namespace conformance;
using namespace ontrack::stats;

Drawing drawn(Drawing drawing, Chart chart) {
    ChartOptions options = chart_convention("qicharts2").options;
    options.chart = chart;
    drawing.draw(options, nelson());
    return drawing;
}

/// Montgomery (2009), Introduction to Statistical Quality Control, 6th edition: charts whose samples differ in size.
TEST(ConformanceMontgomery, SamplesOfUnequalSize) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("Montgomery (2009)", "examples 6.4 7.2 7.5");
    const auto rings = read_table("oracles/qicharts2/input_tbl_06_04.csv");
    const std::vector<double> diameters = column(rings, "obs");
    std::vector<std::int64_t> offsets{0};
    for (std::size_t i = 1; i <= rings.size(); ++i)
        if (i == rings.size() || rings[i].text("sample") != rings[i - 1].text("sample"))
            offsets.push_back(static_cast<std::int64_t>(i));
    Drawing piston;
    for (auto* each : {&piston.values, &piston.deviations, &piston.denominators}) each->resize(offsets.size() - 1);
    subgroups_into({diameters, offsets}, piston.values, piston.deviations, piston.denominators);
    check.number(drawn(piston, Chart::xbar).centre[0], 74.001, 3, "grand mean");
    check.number(drawn(piston, Chart::s).centre[0], 0.0103, 4, "pooled deviation");

    const auto orders = read_table("oracles/qicharts2/input_tbl_07_04.csv");
    Drawing errors;
    errors.values = column(orders, "count");
    errors.denominators = column(orders, "size");
    errors = drawn(errors, Chart::p);
    check.number(errors.centre[0], 234.0 / 2450.0, "p");
    check.number(errors.upper[0], 0.184, 3, "upper limit of 100 orders");
    check.number(errors.lower[0], 0.007, 3, "lower limit of 100 orders");
    check.number(errors.upper[1], 0.194, 3, "upper limit of 80 orders");
    check.number(errors.lower[1], 0.0, 3, "lower limit of 80 orders");

    const auto rolls = read_table("oracles/qicharts2/input_tbl_07_11.csv");
    Drawing cloth;
    cloth.values = column(rolls, "count");
    for (const Row& row : rolls) cloth.denominators.push_back(row.number("meters") / 50.0);
    check.number(drawn(cloth, Chart::u).centre[0], 1.42, 2, "defects for each 50 square metres");
}

}  // namespace

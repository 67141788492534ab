#pragma once

#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include <ontrack/stats/process_icons.hpp>

#include "conformance/oracle.hpp"
#include "conformance/table.hpp"

namespace conformance {

namespace stats = ontrack::stats;

/// A series with its chart: what the chart tests read into and compare with.
struct Drawing {
    std::vector<double> values, denominators, deviations;
    std::vector<stats::PointUse> use;
    std::vector<std::uint8_t> starts;

    std::vector<double> value, centre, lower, upper, lower_warning, upper_warning;
    std::vector<stats::Signals> signals;
    stats::Status status = stats::Status::ok;

    [[nodiscard]] stats::ChartSeries series() const { return {values, denominators, deviations, use, starts}; }

    void draw(const stats::ChartOptions& options, const stats::RuleSet& rules) {
        for (auto* column : {&value, &centre, &lower, &upper, &lower_warning, &upper_warning})
            column->resize(values.size());
        signals.resize(values.size());
        status = chart_into(series(), options, {value, centre, lower, upper, lower_warning, upper_warning});
        signals_into(series(), options, rules, signals);
    }
    void scale(double by) {
        for (auto* column : {&value, &centre, &lower, &upper, &lower_warning, &upper_warning})
            for (double& x : *column) x *= by;
    }
    /// The runs of [first, last) without what is out of them.
    [[nodiscard]] stats::RunAnalysis runs(std::size_t first, std::size_t last) const {
        std::vector<double> judged;
        for (std::size_t i = first; i < last; ++i)
            judged.push_back(!use.empty() && use[i] >= stats::PointUse::excluded
                                 ? std::numeric_limits<double>::quiet_NaN()
                                 : value[i]);
        return stats::analyse_runs(judged, std::span(centre).subspan(first, last - first));
    }
};

}  // namespace conformance

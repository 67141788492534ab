#pragma once

/// The arguments of control charts: columns of points, and by which convention they are drawn and judged.

#include <string>
#include <variant>

#include <ontrack/stats/chart_conventions.hpp>
#include <ontrack/stats/process_icons.hpp>

#include "series_results.hpp"

namespace ontrack::python {

/// Rules with names of their own: the library's are views of its own text.
struct Rules {
    std::string name, edition;
    stats::RuleSet set;
};

struct Convention {
    std::string name, edition;
    stats::ChartOptions options;
    Rules rules;
};

/// The convention itself, or the name of one that the library knows.
using AnyConvention = std::variant<std::string, Convention>;
Convention convention_of(const AnyConvention& given);

stats::ChartOptions options_of(const Convention& convention, stats::Chart chart, int baseline_points);

/// The columns of points, kept while a kernel reads them.
class Points {
public:
    Points(const ArrayLike& values, const std::optional<ArrayLike>& offsets,
           const std::optional<ArrayLike>& denominators, const std::optional<ArrayLike>& deviations,
           const std::optional<ArrayLike>& use, const std::optional<ArrayLike>& starts)
        : series("values", values, offsets),
          denominators_(series.like("denominators", denominators)),
          deviations_(series.like("deviations", deviations)) {
        panel.series = {series.first(), series.offsets()};
        if (denominators_) {
            panel.denominators = span_of(*denominators_);
        }
        if (deviations_) {
            panel.deviations = span_of(*deviations_);
        }
        if (use) {
            use_ = codes("use", *use, series.shape(), 3);
            panel.use = as<stats::PointUse>(*use_);
        }
        if (starts) {
            starts_ = codes("starts", *starts, series.shape(), 1);
            panel.starts = as<std::uint8_t>(*starts_);
        }
    }

    SeriesArray series;
    stats::ChartPanel panel;

private:
    std::optional<Doubles> denominators_, deviations_;
    std::optional<Statuses> use_, starts_;
};

/// The arguments that every function of charts has.
struct ChartArguments {
    py::arg_v offsets = py::arg("offsets") = py::none();
    py::arg_v chart = py::arg("chart") = stats::Chart::xmr;
    py::arg_v convention = py::arg("convention") = "making-data-count-7";
    py::arg_v denominators = py::arg("denominators") = py::none();
    py::arg_v deviations = py::arg("deviations") = py::none();
    py::arg_v use = py::arg("use") = py::none();
    py::arg_v starts = py::arg("starts") = py::none();
    py::arg_v baseline_points = py::arg("baseline_points").noconvert() = 0;
    py::arg_v threads = py::arg("threads").noconvert() = 1;
    py::arg_v on_invalid = py::arg("on_invalid") = "status";
};

void bind_chart_rules(py::module_& stats);

}  // namespace ontrack::python

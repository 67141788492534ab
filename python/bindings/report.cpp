#include <ontrack/report/report.hpp>

#include "bindings.hpp"

namespace ontrack::python {

void bind_report(py::module_& m) {
    // `Review` is bound in review.cpp; what prints it is added here.
    auto review = py::reinterpret_borrow<py::class_<Review>>(m.attr("Review"));
    review
        .def("to_table", &to_table, py::arg("width").noconvert() = 80, py::arg("colour") = false, WithoutGil(),
             "The performance table for a terminal, at most `width` columns wide (80 and more); statuses are shape and "
             "word, "
             "with `colour` ANSI colours are added to them.")
        .def("to_markdown", &to_markdown, WithoutGil(), "GitHub-flavoured Markdown.")
        .def("to_csv", &to_csv, WithoutGil(), "RFC 4180: one row per indicator and per component.")
        .def("to_json", &to_json, WithoutGil(), "JSON; docs/report-formats.md lists the fields.")
        .def("to_html", &to_html, WithoutGil(), "One HTML file that needs no network and no script.")
        .def("_repr_html_", &to_html_fragment, WithoutGil(), "The HTML report, for notebooks.")
        .def(
            "to_dict",
            [](const Review& r) -> py::typing::Dict<std::string, py::object> {
                return py::module_::import("json").attr("loads")(to_json(r));
            },
            "What `to_json` prints, as a dict.")
        .def(
            "columns",
            [](const py::object& self) -> py::typing::Dict<std::string, py::typing::List<py::object>> {
                return py::module_::import("ontrack._columns").attr("columns")(self);
            },
            "Equally long lists by column name, one row per indicator and per component: ready for pandas.DataFrame(…) "
            "or "
            "polars.DataFrame(…). Numbers are floats, days datetime.date; what does not exist is None.");
}

}  // namespace ontrack::python

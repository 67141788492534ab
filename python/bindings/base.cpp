#include <exception>
#include <tuple>

#include <pybind11/operators.h>

#include <ontrack/base/decimal.hpp>
#include <ontrack/base/error.hpp>

#include "bindings.hpp"

namespace ontrack::python {
namespace {

void raise(const char* name, const Error& error) {
    py::tuple problems(error.problems().size());
    for (std::size_t i = 0; i < problems.size(); ++i) {
        problems[i] = error.problems()[i];
    }
    const py::object type = py::module_::import("ontrack").attr(name);
    PyErr_SetObject(type.ptr(), type(*problems).ptr());
}

// The exceptions themselves are Python classes (errors.py), so that Python code can raise, pickle and extend them.
void translate(std::exception_ptr thrown) {
    try {
        if (thrown) {
            std::rethrow_exception(thrown);
        }
    } catch (const PlanError& error) {
        raise("PlanError", error);
    } catch (const DataError& error) {
        raise("DataError", error);
    } catch (const CalendarError& error) {
        raise("CalendarError", error);
    } catch (const Error& error) {
        raise("Error", error);
    }
}

std::string repr(const Place& place) {
    return "Place(file=" + quoted(place.file) + ", line=" + std::to_string(place.line) +
           ", column=" + std::to_string(place.column) + ", key=" + quoted(place.key) + ")";
}

}  // namespace

void bind_base(py::module_& m) {
    py::register_local_exception_translator(translate);

    py::native_enum<Rounding>(m, "Rounding", "enum.Enum", "How a decimal is cut to fewer places.")
        .value("half_up", Rounding::half_up)
        .value("half_even", Rounding::half_even)
        .value("down", Rounding::down)
        .finalize();

    py::class_<Place>(m, "Place",
                      "A place in an input: file, 1-based line and column (0 = not known) and the dotted key path.")
        .def(py::init<std::string, std::size_t, std::size_t, std::string>(), py::arg("file") = "",
             py::arg("line").noconvert() = 0, py::arg("column").noconvert() = 0, py::arg("key") = "")
        .def_readonly("file", &Place::file)
        .def_readonly("line", &Place::line)
        .def_readonly("column", &Place::column)
        .def_readonly("key", &Place::key, "Dotted key path: `indicator[3].target.percent`.")
        .def(py::self == py::self)
        .def("__hash__", [](const Place& p) { return py::hash(py::make_tuple(p.file, p.line, p.column, p.key)); })
        .def("__repr__", &repr)
        .def(py::pickle([](const Place& p) { return std::tuple(p.file, p.line, p.column, p.key); },
                        [](const std::tuple<std::string, std::size_t, std::size_t, std::string>& state) {
                            return std::make_from_tuple<Place>(state);
                        }));

    py::class_<Problem>(m, "Problem",
                        "One thing that is wrong: a stable `code`, a sentence, where it is, and what to do about it.")
        .def(py::init<std::string, std::string, Place, std::string>(), py::arg("code"), py::arg("message"),
             py::arg_v("where", Place{}, "Place()"), py::arg("remedy") = "")
        .def_readonly("code", &Problem::code, "Kebab-case, stable between versions: `unknown-key`.")
        .def_readonly("message", &Problem::message)
        .def_readonly("where", &Problem::where)
        .def_readonly("remedy", &Problem::remedy)
        .def(py::self == py::self)
        .def("__hash__",
             [](const Problem& p) { return py::hash(py::make_tuple(p.code, p.message, p.where, p.remedy)); })
        .def("__str__", &Problem::to_string, "`file:line:column: message (key path) [code]. Remedy`")
        .def("__repr__",
             [](const Problem& p) {
                 return "Problem(" + quoted(p.code) + ", " + quoted(p.message) + ", " + repr(p.where) + ", " +
                        quoted(p.remedy) + ")";
             })
        .def(py::pickle([](const Problem& p) { return std::tuple(p.code, p.message, p.where, p.remedy); },
                        [](const std::tuple<std::string, std::string, Place, std::string>& state) {
                            return std::make_from_tuple<Problem>(state);
                        }));

    py::class_<Percent>(m, "Percent", "A number of hundredths: `Percent(60)` is 60 %. Never silently a fraction.")
        .def(py::init<Decimal>(), py::arg("hundredths"))
        .def_readonly("value", &Percent::value, "60 for 60 %.")
        .def("fraction", &Percent::fraction, "60 % as 0.6, exactly.")
        .def(py::self == py::self)
        .def(py::self < py::self)
        .def("__hash__", [](const Percent& p) { return py::hash(py::cast(p.value)); })
        .def("__str__", [](const Percent& p) { return p.value.to_string() + " %"; })
        .def("__repr__", [](const Percent& p) { return "Percent(" + p.value.to_string() + ")"; });

    m.def(
        "compare_ratios",
        [](const Decimal& a, const Decimal& b, const Decimal& c, const Decimal& d) {
            const auto order = compare_ratios(a, b, c, d);
            return order < 0 ? -1 : order > 0 ? 1 : 0;
        },
        py::arg("a"), py::arg("b"), py::arg("c"), py::arg("d"),
        "Compares a/b with c/d exactly (b and d positive): -1, 0 or 1.");
}

}  // namespace ontrack::python

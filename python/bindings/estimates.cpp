#include "estimates.hpp"

#include <algorithm>
#include <cmath>

#include "bindings.hpp"

namespace ontrack::python {
namespace {

std::string in_words(const stats::Estimate& estimate) {
    const std::string status =
        estimate.status == stats::Status::ok ? std::string() : std::string(", ").append(to_string(estimate.status));
    return "<Estimate " + shown(there(estimate.value)) + ": " + shown(there(estimate.lower)) + " to " +
           shown(there(estimate.upper)) + status + ">";
}

}  // namespace

py::typing::Dict<int, std::string> reasons(const Statuses& statuses) {
    py::dict result;
    const std::uint8_t* status = statuses.data();
    for (py::ssize_t i = 0; i < statuses.size(); ++i) {
        if (const auto why = static_cast<stats::Status>(status[i]); why != stats::Status::ok) {
            result[py::int_(i)] = std::string(stats::reason(why));
        }
    }
    return result;
}

std::optional<double> there(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

Estimates::Estimates(const std::vector<py::ssize_t>& shape) : value(shape), lower(shape), upper(shape), status(shape) {}

stats::EstimateColumns Estimates::columns() {
    // The kernel's status is a byte, as NumPy's uint8 is.
    static_assert(sizeof(stats::Status) == sizeof(std::uint8_t));
    return {writable(value),
            writable(lower),
            writable(upper),
            {reinterpret_cast<stats::Status*>(status.mutable_data()), static_cast<std::size_t>(status.size())}};
}

void Estimates::freeze() const {
    for (const py::array& array : std::initializer_list<py::array>{value, lower, upper, status}) {
        python::freeze(array);
    }
}

bool raises(const OnInvalid& on_invalid) {
    const std::string choice = py::str(on_invalid);
    if (choice != "raise" && choice != "status") {
        refuse("unknown-choice", "on_invalid is " + std::string(py::repr(on_invalid)), R"(Pass "status" or "raise".)");
    }
    return choice == "raise";
}

void check_confidence(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
        throw DataError(Problem{"not-a-confidence-level", "the confidence level is " + shown(confidence),
                                Place{{}, 0, 0, "confidence"}, "Give a fraction between 0 and 1, as 0.95"});
    }
}

void put(const stats::EstimateColumns& out, std::size_t i, const stats::Estimate& estimate) {
    out.value[i] = estimate.value;
    out.lower[i] = estimate.lower;
    out.upper[i] = estimate.upper;
    out.status[i] = estimate.status;
}

double number(const char* name, const Number& argument) {
    const double value = PyFloat_AsDouble(argument.ptr());
    if (PyErr_Occurred()) {
        PyErr_Clear();
        refuse("wrong-dtype", std::string(name) + " is too large for a float", "Pass a number below 1e308.");
    }
    return value;
}

void require_ok(std::span<const stats::Status> status, std::span<const char* const> names,
                std::span<const std::span<const double>> values, bool indexed) {
    const auto first = std::ranges::find_if(status, [](stats::Status s) { return s != stats::Status::ok; });
    if (first == status.end()) {
        return;
    }
    const auto i = static_cast<std::size_t>(first - status.begin());
    const std::string index = indexed ? std::string("[").append(std::to_string(i)).append("]") : std::string();
    std::string message;
    for (std::size_t k = 0; k < names.size(); ++k) {
        message.append(k == 0 ? "" : ", ").append(names[k]).append(index).append(" is ").append(shown(values[k][i]));
    }
    throw DataError(Problem{"out-of-domain", message + ": " + std::string(to_string(*first)),
                            Place{{}, 0, 0, names[0] + index}, std::string(stats::reason(*first))});
}

std::vector<py::ssize_t> common_shape(std::span<const char* const> names, std::span<const Doubles> arrays) {
    const auto shape = [](const Doubles& a) { return std::vector<py::ssize_t>(a.shape(), a.shape() + a.ndim()); };
    const auto is_array = [](const Doubles& a) { return a.ndim() > 0; };
    const auto first = std::ranges::find_if(arrays, is_array);
    if (first == arrays.end()) {
        return {};
    }
    for (std::size_t k = 0; k < arrays.size(); ++k) {
        if (is_array(arrays[k]) && shape(arrays[k]) != shape(*first)) {
            refuse("wrong-shape",
                   std::string(names[k]) + " has the shape " + shape_of(arrays[k]) + ", and " +
                       names[static_cast<std::size_t>(first - arrays.begin())] + " has " + shape_of(*first),
                   "Pass arrays of one shape; a single number stands for all.");
        }
    }
    return shape(*first);
}

Doubles of_shape(const Doubles& array, const std::vector<py::ssize_t>& shape) {
    if (array.ndim() > 0 || shape.empty()) {
        return array;
    }
    Doubles all(shape);
    std::ranges::fill(writable(all), *array.data());
    return all;
}

void bind_estimates(py::module_& m) {
    using stats::Estimate;
    py::class_<Estimate>(m, "Estimate",
                         "A statistic with its two-sided confidence limits; None for what does not exist.")
        .def_property_readonly("value", [](const Estimate& e) { return there(e.value); })
        .def_property_readonly("lower", [](const Estimate& e) { return there(e.lower); })
        .def_property_readonly("upper", [](const Estimate& e) { return there(e.upper); })
        .def_readonly("status", &Estimate::status)
        .def_property_readonly(
            "reason",
            [](const Estimate& e) {
                return e.status == stats::Status::ok ? std::nullopt : std::optional(std::string(reason(e.status)));
            },
            "One sentence where the status is not `ok`, else None.")
        .def("__repr__", &in_words);

    py::class_<Estimates>(m, "Estimates",
                          "Many estimates: read-only arrays of one shape, NaN for what does not exist. `status` and "
                          "`reasons` say why; where the status is `ok` all three are numbers.")
        .def_readonly("value", &Estimates::value)
        .def_readonly("lower", &Estimates::lower)
        .def_readonly("upper", &Estimates::upper)
        .def_readonly("status", &Estimates::status, "uint8, one `ontrack.stats.Status` per estimate.")
        .def_property_readonly(
            "reasons", [](const Estimates& e) { return reasons(e.status); },
            "Position (in C order) → one sentence, for every status that is not `ok`.")
        .def(
            "columns",
            [](const Estimates& e) {
                py::typing::Dict<std::string, py::array> result;
                result["value"] = e.value;
                result["lower"] = e.lower;
                result["upper"] = e.upper;
                result["status"] = e.status;
                return result;
            },
            "The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).")
        .def("__len__", [](const Estimates& e) { return e.value.size(); })
        .def("__repr__", [](const Estimates& e) {
            return "<Estimates: " + std::to_string(e.value.size()) + ", " + std::to_string(reasons(e.status).size()) +
                   " with a reason>";
        });
}

}  // namespace ontrack::python

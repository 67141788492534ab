#pragma once

/// What kernels over many series write, as NumPy arrays: one element, or one row, for each series.

#include <string>
#include <string_view>
#include <vector>

#include "panels.hpp"

namespace ontrack::python {

using Words = py::array_t<std::uint16_t, py::array::c_style>;

/// The kernel's one-byte enumerations lie in NumPy's uint8, its pairs of words in uint16.
template <typename T, typename Array>
std::span<T> as(Array& array) {
    constexpr std::size_t elements = sizeof(T) / sizeof(typename Array::value_type);
    static_assert(elements * sizeof(typename Array::value_type) == sizeof(T));
    return {reinterpret_cast<T*>(array.mutable_data()), static_cast<std::size_t>(array.size()) / elements};
}

/// The shape with a last axis of two, high and low.
inline std::vector<py::ssize_t> pairs(std::vector<py::ssize_t> shape) {
    shape.push_back(2);
    return shape;
}

template <typename... Arrays>
void freeze_all(const Arrays&... arrays) {
    (freeze(arrays), ...);
}

/// A byte for each element of `shape`, 0 to `most`; a single number stands for all.
Statuses codes(const char* name, const ArrayLike& argument, const std::vector<py::ssize_t>& shape, std::int64_t most);

/// What every result with a status for each series has; `columns` are the attributes that hold one element for each.
template <typename Result>
void def_series(py::class_<Result>& binding, std::vector<const char*> columns) {
    const std::string kind = py::str(binding.attr("__name__"));
    binding.def_readonly("status", &Result::status, "uint8, one `ontrack.stats.Status` per series.")
        .def_property_readonly(
            "reasons", [](const Result& r) { return reasons(r.status); },
            "Series → one sentence, for every status that is not `ok`.")
        .def("__len__", [](const Result& r) { return r.status.size(); })
        .def("__repr__", [kind](const Result& r) {
            return "<" + kind + ": " + std::to_string(r.status.size()) + ", " +
                   std::to_string(reasons(r.status).size()) + " with a reason>";
        });
    if (columns.empty()) {
        return;
    }
    columns.push_back("status");
    binding.def(
        "columns",
        [columns](const Result& r) {
            const py::object self = py::cast(&r, py::return_value_policy::reference);
            py::typing::Dict<std::string, py::array> result;
            for (const char* name : columns) {
                result[name] = self.attr(name);
            }
            return result;
        },
        "The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).");
}

}  // namespace ontrack::python

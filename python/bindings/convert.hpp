#pragma once

/// How ontrack's values become Python's own: Decimal ↔ decimal.Decimal, Date ↔ datetime.date, Probability ↔ float, lists →
/// tuples. Every binding file includes this header, so that each of them converts alike.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <pybind11/gil_safe_call_once.h>
#include <pybind11/native_enum.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <ontrack/base/quantity.hpp>
#include <ontrack/calendar/date.hpp>

namespace ontrack::python {

namespace py = pybind11;

/// A class of a standard module, imported when it is first needed.
template <typename Tag>
const py::object& class_of(const char* module, const char* name) {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> storage;
    return storage.call_once_and_store_result([&] { return py::module_::import(module).attr(name); }).get_stored();
}
inline const py::object& decimal_class() {
    return class_of<struct DecimalTag>("decimal", "Decimal");
}
inline const py::object& date_class() {
    return class_of<struct DateTag>("datetime", "date");
}
inline const py::object& datetime_class() {
    return class_of<struct DatetimeTag>("datetime", "datetime");
}

/// What pybind11 asks of a caster whose value has no default.
template <typename T>
struct ValueCaster {
    std::optional<T> value;

    template <typename U>
    using cast_op_type = py::detail::movable_cast_op_type<U>;
    operator T*() { return &*value; }
    operator T&() { return *value; }
    operator T&&() && { return std::move(*value); }
};

/// The list that a member holds, as a tuple: a change to a list would silently be lost.
template <typename Owner, typename T, typename Class>
void def_tuple(Class& binding, const char* name, std::vector<T> Owner::* member, const char* doc) {
    binding.def_property_readonly(
        name,
        [member](const Owner& owner) -> py::typing::Tuple<T, py::ellipsis> {
            const std::vector<T>& items = owner.*member;
            const py::object parent = py::cast(&owner, py::return_value_policy::reference);
            py::tuple result(items.size());
            for (std::size_t i = 0; i < items.size(); ++i) {
                result[i] = py::reinterpret_steal<py::object>(
                    py::detail::make_caster<T>::cast(items[i], py::return_value_policy::reference_internal, parent));
            }
            return result;
        },
        doc);
}

/// Lets an interval be unpacked: `lower, upper = interval`.
inline py::typing::Iterator<py::float_> ends(double lower, double upper) {
    return py::iter(py::make_tuple(lower, upper));
}

/// `'…'` as Python quotes it.
inline std::string quoted(const std::string& text) {
    return py::repr(py::str(text));
}

/// A number as Python prints it with at most six digits; `None` when there is none.
inline std::string shown(const std::optional<double>& number) {
    return number ? std::string(py::str("{:.6g}").format(*number)) : "None";
}
inline std::string shown(const std::optional<Probability>& chance) {
    return shown(chance ? std::optional(chance->value()) : std::nullopt);
}
inline std::string shown(const std::optional<Decimal>& number) {
    return number ? number->to_string() : "None";
}

}  // namespace ontrack::python

namespace pybind11::detail {

template <>
struct type_caster<ontrack::Decimal> : ontrack::python::ValueCaster<ontrack::Decimal> {
    static constexpr auto name = io_name("decimal.Decimal | int", "decimal.Decimal");

    /// A float is refused: what is compared exactly is written exactly.
    bool load(handle source, bool) {
        const bool whole = PyLong_Check(source.ptr()) && !PyBool_Check(source.ptr());
        if (!whole && !isinstance(source, ontrack::python::decimal_class())) {
            return false;
        }
        value = ontrack::Decimal::from_string(std::string(str(source)));
        return true;
    }
    static handle cast(const ontrack::Decimal& source, return_value_policy, handle) {
        return ontrack::python::decimal_class()(source.to_string()).release();
    }
};

template <>
struct type_caster<ontrack::Date> : ontrack::python::ValueCaster<ontrack::Date> {
    static constexpr auto name = const_name("datetime.date");

    /// A datetime is refused: it is a moment, not a day.
    bool load(handle source, bool) {
        using namespace ontrack::python;
        if (!isinstance(source, date_class()) || isinstance(source, datetime_class())) {
            return false;
        }
        value.emplace(source.attr("year").cast<int>(), source.attr("month").cast<int>(),
                      source.attr("day").cast<int>());
        return true;
    }
    static handle cast(const ontrack::Date& source, return_value_policy, handle) {
        return ontrack::python::date_class()(source.year(), source.month(), source.day()).release();
    }
};

template <>
struct type_caster<ontrack::Probability> : ontrack::python::ValueCaster<ontrack::Probability> {
    static constexpr auto name = const_name("float");

    /// Throws DataError outside 0 to 1.
    bool load(handle source, bool) {
        const bool whole = PyLong_Check(source.ptr()) && !PyBool_Check(source.ptr());
        if (!whole && !PyFloat_Check(source.ptr())) {
            return false;
        }
        value.emplace(source.cast<double>());
        return true;
    }
    static handle cast(const ontrack::Probability& source, return_value_policy, handle) {
        return PyFloat_FromDouble(source.value());
    }
};

}  // namespace pybind11::detail

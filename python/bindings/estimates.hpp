#pragma once

/// Estimates with their limits: numbers in, one `Estimate` out; arrays in, arrays out.

#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include <ontrack/stats/estimate.hpp>

#include "arrays.hpp"

namespace ontrack::python {

/// A single number: int, float, or one of NumPy's scalars. Not a bool.
class Number : public py::object {
    static bool is_number(PyObject* object) {
        if (PyFloat_Check(object) || (PyLong_Check(object) && !PyBool_Check(object))) {
            return true;
        }
        if (!PyObject_HasAttrString(object, "dtype") || PyObject_HasAttrString(object, "__len__")) {
            return false;
        }
        const std::string kind = py::str(py::handle(object).attr("dtype").attr("kind"));
        return kind == "f" || kind == "i" || kind == "u";
    }

public:
    PYBIND11_OBJECT(Number, object, is_number)
};

}  // namespace ontrack::python

template <>
struct pybind11::detail::handle_type_name<ontrack::python::Number> {
    static constexpr auto name = const_name("float");
};

namespace ontrack::python {

using Statuses = py::array_t<std::uint8_t, py::array::c_style>;
using OnInvalid = py::typing::Literal<R"('status')", R"('raise')">;

/// What a batch writes, one element for each estimate.
struct Estimates {
    Doubles value, lower, upper;
    Statuses status;

    explicit Estimates(const std::vector<py::ssize_t>& shape);
    stats::EstimateColumns columns();
    void freeze() const;
};

/// Whether `on_invalid` is "raise".
bool raises(const OnInvalid& on_invalid);
void check_confidence(double confidence);
void put(const stats::EstimateColumns& out, std::size_t i, const stats::Estimate& estimate);
/// A number as a double; refused when it is too large for one.
double number(const char* name, const Number& argument);
/// Raises DataError that names the arguments, their values and the index of the first element without a full result.
void require_ok(std::span<const stats::Status> status, std::span<const char* const> names,
                std::span<const std::span<const double>> values, bool indexed);
/// The shape of those arguments that are not single numbers. Every such argument has the same.
std::vector<py::ssize_t> common_shape(std::span<const char* const> names, std::span<const Doubles> arrays);
/// A single number repeated to this shape.
Doubles of_shape(const Doubles& array, const std::vector<py::ssize_t>& shape);

template <typename T, std::size_t>
using Repeated = const T&;

/// Defines `name` twice, for numbers and for arrays. `batch(inputs, options…, columns)` is called without Python's lock, with
/// one span for each of `names`; `options` are the keyword arguments of the types Options, `py::arg("…") = default`.
template <typename... Options, std::size_t... I, typename Batch, typename... Keywords>
void def_estimate(py::module_& m, const char* name, std::index_sequence<I...>,
                  const std::array<const char*, sizeof...(I)>& names, Batch batch, const char* doc,
                  const Keywords&... keywords) {
    static_assert(sizeof...(Options) == sizeof...(Keywords));
    using Inputs = std::array<std::span<const double>, sizeof...(I)>;
    m.def(
        name,
        [names, batch](Repeated<Number, I>... arguments, Options... options, const OnInvalid& on_invalid) {
            const bool raise = raises(on_invalid);
            const std::array<double, sizeof...(I)> values{number(names[I], arguments)...};
            const Inputs inputs{std::span<const double>(&values[I], 1)...};
            stats::Estimate found;
            batch(inputs, options...,
                  stats::EstimateColumns{{&found.value, 1}, {&found.lower, 1}, {&found.upper, 1}, {&found.status, 1}});
            if (raise) {
                require_ok({&found.status, 1}, names, inputs, false);
            }
            return found;
        },
        (void(I), py::arg(names[I]))..., py::kw_only(), keywords..., py::arg("on_invalid") = "status", doc);
    m.def(
        name,
        [names, batch](Repeated<ArrayLike, I>... arguments, Options... options, const OnInvalid& on_invalid) {
            const bool raise = raises(on_invalid);
            std::array<Doubles, sizeof...(I)> arrays{doubles(names[I], arguments)...};
            const std::vector<py::ssize_t> shape = common_shape(names, arrays);
            ((arrays[I] = of_shape(arrays[I], shape)), ...);
            const Inputs inputs{span_of(arrays[I])...};
            Estimates found(shape);
            const stats::EstimateColumns columns = found.columns();
            {
                const py::gil_scoped_release unlocked;
                batch(inputs, options..., columns);
            }
            if (raise) {
                require_ok(columns.status, names, inputs, true);
            }
            found.freeze();
            return found;
        },
        (void(I), py::arg(names[I]))..., py::kw_only(), keywords..., py::arg("on_invalid") = "status");
}

/// Defines `name` twice: numbers → float, arrays of one shape → array. `function` takes one number for each of `names`.
template <std::size_t n, typename Function>
void def_numbers(py::module_& m, const char* name, const std::array<const char*, n>& names, Function function,
                 const char* doc) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        m.def(
            name,
            [names, function](Repeated<Number, I>... arguments) -> double {
                return function(std::array<double, n>{number(names[I], arguments)...});
            },
            py::arg(names[I])..., doc);
        m.def(
            name,
            [names, function](Repeated<ArrayLike, I>... arguments) {
                const std::array<Doubles, n> arrays{doubles(names[I], arguments)...};
                const std::array<const double*, n> data{arrays[I].data()...};
                const std::array<std::size_t, n> step{arrays[I].ndim() > 0 ? std::size_t{1} : std::size_t{0}...};
                Doubles result(common_shape(names, arrays));
                const std::span<double> out = writable(result);
                {
                    const py::gil_scoped_release unlocked;
                    for (std::size_t i = 0; i < out.size(); ++i) {
                        out[i] = function(std::array<double, n>{data[I][i * step[I]]...});
                    }
                }
                return result;
            },
            py::arg(names[I])...);
    }(std::make_index_sequence<n>());
}

/// Position → one sentence, for every status that is not `ok`.
py::typing::Dict<int, std::string> reasons(const Statuses& statuses);

/// `value` of an estimate, None where there is none.
std::optional<double> there(double value);

}  // namespace ontrack::python

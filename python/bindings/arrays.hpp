#pragma once

/// Array arguments: checked, named in errors, and used where they lie when they are doubles in C order.

#include <algorithm>
#include <cstdint>
#include <span>
#include <type_traits>

#include <pybind11/numpy.h>

#include <ontrack/base/error.hpp>

#include "convert.hpp"

namespace ontrack::python {

/// Anything that NumPy reads as an array.
class ArrayLike : public py::object {
    static bool is_anything(PyObject*) { return true; }

public:
    PYBIND11_OBJECT(ArrayLike, object, is_anything)
};

}  // namespace ontrack::python

template <>
struct pybind11::detail::handle_type_name<ontrack::python::ArrayLike> {
    static constexpr auto name = const_name("numpy.typing.ArrayLike");
};

namespace ontrack::python {

using Doubles = py::array_t<double, py::array::c_style>;
using Integers = py::array_t<std::int64_t, py::array::c_style>;

[[noreturn]] inline void refuse(const char* code, std::string message, std::string remedy) {
    throw DataError(Problem{code, std::move(message), {}, std::move(remedy)});
}

/// `(12, 4)`
inline std::string shape_of(const py::array& array) {
    return py::str(array.attr("shape"));
}

/// The argument as an array of numbers of one of these kinds (NumPy's letters: f, i, u), not yet converted.
inline py::array numbers(const char* name, const py::object& argument, std::string_view kinds) {
    if (py::hasattr(argument, "filled")) {
        refuse("masked-array", std::string(name) + " is a masked array, and its masked values would be used",
               std::string("Pass ") + name + ".filled(numpy.nan).");
    }
    py::array array = py::array::ensure(argument);
    if (!array) {
        refuse("not-an-array", std::string(name) + " cannot be read as an array",
               "Pass numbers in rows of equal length; series of unequal length go into one column with `offsets`.");
    }
    if (kinds.find(array.dtype().kind()) == std::string_view::npos) {
        refuse("wrong-dtype", std::string(name) + " holds " + std::string(py::str(array.dtype())) + ", not numbers",
               kinds == "iu" ? "Pass whole numbers (int64)." : "Pass numbers (float64), NaN where one is missing.");
    }
    return array;
}

/// The same numbers as `Doubles` or `Integers`; refused where a number of that type might lose some of its digits (uint64 to
/// int64, long double to double).
template <typename Array>
Array converted(const char* name, const py::array& array) {
    constexpr bool whole = std::is_same_v<Array, Integers>;
    Array result = Array::ensure(array);
    if (!result) {
        refuse("wrong-dtype",
               std::string(name) + " holds " + std::string(py::str(array.dtype())) + ", which may not fit into " +
                   (whole ? "int64" : "float64"),
               std::string("Pass ") + name + (whole ? ".astype(numpy.int64)." : ".astype(numpy.float64)."));
    }
    return result;
}

/// Without a copy when the argument is float64 in C order.
inline Doubles doubles(const char* name, const py::object& argument) {
    return converted<Doubles>(name, numbers(name, argument, "fiu"));
}

inline std::span<const double> span_of(const Doubles& array) {
    return {array.data(), static_cast<std::size_t>(array.size())};
}
/// Empty without an array.
inline std::span<const double> span_of(const std::optional<Doubles>& array) {
    return array ? span_of(*array) : std::span<const double>();
}

template <typename T, int flags>
std::span<T> writable(py::array_t<T, flags>& array) {
    return {array.mutable_data(), static_cast<std::size_t>(array.size())};
}

/// A result does not change.
inline void freeze(const py::array& array) {
    array.attr("flags").attr("writeable") = false;
}

/// Where each series begins, and where the last one ends.
inline Integers offsets_of(const char* name, const Doubles& values, const std::optional<ArrayLike>& argument) {
    if (values.ndim() != 1 && values.ndim() != 2) {
        refuse("wrong-shape", std::string(name) + " has the shape " + shape_of(values),
               "Pass one row for each series (2-D), or one column (1-D) with `offsets`.");
    }
    if (!argument) {
        const py::ssize_t rows = values.ndim() == 2 ? values.shape(0) : 1;
        const py::ssize_t length = values.ndim() == 2 ? values.shape(1) : values.shape(0);
        Integers offsets(rows + 1);
        for (py::ssize_t i = 0; i <= rows; ++i) {
            offsets.mutable_at(i) = i * length;
        }
        return offsets;
    }
    if (values.ndim() == 2) {
        refuse("wrong-shape", "offsets are given and " + std::string(name) + " is 2-D",
               "Pass one column (1-D), or leave out `offsets`.");
    }
    const Integers offsets = converted<Integers>("offsets", numbers("offsets", *argument, "iu"));
    if (offsets.ndim() != 1 || offsets.size() == 0) {
        refuse("wrong-shape", "offsets has the shape " + shape_of(offsets), "Pass one more offset than series (1-D).");
    }
    if (offsets.at(0) != 0) {
        refuse("wrong-offsets", "offsets[0] is " + std::to_string(offsets.at(0)), "The first series starts at 0.");
    }
    for (py::ssize_t i = 1; i < offsets.size(); ++i) {
        if (offsets.at(i) < offsets.at(i - 1)) {
            refuse("wrong-offsets",
                   "offsets[" + std::to_string(i) + "] is " + std::to_string(offsets.at(i)) +
                       ", below the one before it, " + std::to_string(offsets.at(i - 1)),
                   "Offsets never fall.");
        }
    }
    const py::ssize_t last = offsets.size() - 1;
    if (offsets.at(last) != values.size()) {
        refuse("wrong-offsets",
               "offsets[" + std::to_string(last) + "] is " + std::to_string(offsets.at(last)) + ", but " + name +
                   " holds " + std::to_string(values.size()) + " numbers",
               "The last offset is the length of `" + std::string(name) + "`.");
    }
    return offsets;
}

/// One number for each series, as they are; a single number stands for all.
inline Doubles one_each(const char* name, const ArrayLike& argument, py::ssize_t series) {
    const Doubles column = doubles(name, argument);
    if (column.ndim() == 0) {
        Doubles all(series);
        std::ranges::fill(writable(all), *column.data());
        return all;
    }
    if (column.ndim() != 1 || column.size() != series) {
        refuse("wrong-shape",
               std::string(name) + " has the shape " + shape_of(column) + ", and there are " + std::to_string(series) +
                   " series",
               "Pass one for each series (NaN for none), or a single number for all.");
    }
    return column;
}
inline std::optional<Doubles> one_each(const char* name, const std::optional<ArrayLike>& argument, py::ssize_t series) {
    return argument ? std::optional(one_each(name, *argument, series)) : std::nullopt;
}

inline unsigned checked_threads(int threads) {
    if (threads < 1) {
        refuse("wrong-threads", "threads is " + std::to_string(threads), "Pass 1 or more.");
    }
    return static_cast<unsigned>(threads);
}

inline void check_periods_per_year(int periods) {
    constexpr int most = 366;
    if (periods < 1 || periods > most) {
        refuse("wrong-periods", "periods_per_year is " + std::to_string(periods), "Pass 12, 4, 2 or 1.");
    }
}

inline void check_periods(int per_year, int known) {
    check_periods_per_year(per_year);
    if (known < 0 || known > per_year) {
        refuse("wrong-periods", "periods_known is " + std::to_string(known),
               "Pass how many periods of this year are known: 0 to " + std::to_string(per_year) + ".");
    }
}

}  // namespace ontrack::python

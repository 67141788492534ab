#pragma once

/// What funnels and what is around them share.

#include <array>
#include <utility>

#include "series_results.hpp"

namespace ontrack::python {

/// Two columns of one length; a single number stands for all.
inline std::pair<Doubles, Doubles> two_columns(const char* first_name, const ArrayLike& first, const char* second_name,
                                               const ArrayLike& second) {
    const std::array<const char*, 2> names{first_name, second_name};
    std::array<Doubles, 2> arrays{doubles(first_name, first), doubles(second_name, second)};
    const std::vector<py::ssize_t> shape = common_shape(names, arrays);
    if (shape.size() != 1) {
        refuse("wrong-shape", std::string(first_name) + " has the shape " + shape_of(arrays[0]),
               "Pass one column (1-D).");
    }
    return {of_shape(arrays[0], shape), of_shape(arrays[1], shape)};
}

void bind_dispersion(py::module_& stats);

}  // namespace ontrack::python

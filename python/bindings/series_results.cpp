#include "series_results.hpp"

namespace ontrack::python {

Statuses codes(const char* name, const ArrayLike& argument, const std::vector<py::ssize_t>& shape, std::int64_t most) {
    const Integers given = converted<Integers>(name, numbers(name, argument, "iub"));
    const std::vector<py::ssize_t> has(given.shape(), given.shape() + given.ndim());
    if (!has.empty() && has != shape) {
        refuse(
            "wrong-shape",
            std::string(name) + " has the shape " + shape_of(given) + ", not " + std::string(py::str(py::cast(shape))),
            "Pass one for each, or a single one for all.");
    }
    Statuses result(shape);
    const std::span<std::uint8_t> out = writable(result);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::int64_t code = given.data()[has.empty() ? 0 : i];
        if (code < 0 || code > most) {
            refuse("out-of-domain", std::string(name) + "[" + std::to_string(i) + "] is " + std::to_string(code),
                   "Pass 0 to " + std::to_string(most) + ".");
        }
        out[i] = static_cast<std::uint8_t>(code);
    }
    return result;
}

}  // namespace ontrack::python

#include <ontrack/stats/random.hpp>

#include "bindings.hpp"
#include "series_results.hpp"

namespace ontrack::python {
namespace {

using Draw = double(std::uint64_t, std::uint64_t, std::uint64_t) noexcept;

/// One number for each of `draw`.
Doubles numbers_of(Draw* function, std::uint64_t seed, std::uint64_t series, const ArrayLike& argument) {
    const Integers draws = converted<Integers>("draw", numbers("draw", argument, "iu"));
    Doubles result(std::vector<py::ssize_t>(draws.shape(), draws.shape() + draws.ndim()));
    const std::span<double> out = writable(result);
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (draws.data()[i] < 0) {
            refuse("out-of-domain", "draw[" + std::to_string(i) + "] is " + std::to_string(draws.data()[i]),
                   "Pass 0 or more.");
        }
        out[i] = function(seed, series, static_cast<std::uint64_t>(draws.data()[i]));
    }
    return result;
}

void def_draw(py::module_& s, const char* name, Draw* function, const char* doc) {
    const auto seed = py::arg("seed").noconvert(), series = py::arg("series").noconvert();
    s.def(
        name,
        [function](std::uint64_t seed_, std::uint64_t series_, std::uint64_t draw) {
            return function(seed_, series_, draw);
        },
        seed, series, py::arg("draw").noconvert(), doc);
    s.def(
        name,
        [function](std::uint64_t seed_, std::uint64_t series_, const ArrayLike& draw) {
            return numbers_of(function, seed_, series_, draw);
        },
        seed, series, py::arg("draw"));
}

}  // namespace

void bind_random_numbers(py::module_& s) {
    s.def(
        "philox", &stats::philox, py::arg("counter"), py::arg("key"),
        R"(Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011): four random words from a counter and a key, without a state.

>>> from ontrack import stats
>>> [f"{word:08x}" for word in stats.philox([0, 0, 0, 0], [0, 0])]
['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8'])");
    def_draw(s, "uniform", &stats::uniform, R"(A uniform number in (0, 1), never 0 or 1: the same on every machine.

seed is the key of `philox`; the counter is (draw, series), so that every series has 2⁶⁴ draws of its own. draw: a whole number,
or an array of them.

>>> from ontrack import stats
>>> bool(0 < stats.uniform(1, 0, 0) < 1), stats.uniform(1, 0, [0, 1]).shape
(True, (2,)))");
    def_draw(s, "normal", &stats::normal, R"(A standard normal number: Φ⁻¹ of the uniform number of the same arguments.

>>> from ontrack import stats
>>> stats.normal(1, 0, 5) == stats.normal_quantile(stats.uniform(1, 0, 5))
True)");
}

}  // namespace ontrack::python

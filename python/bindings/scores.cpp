#include <ontrack/stats/scores.hpp>

#include "bindings.hpp"
#include "estimates.hpp"

namespace ontrack::python {
namespace {

using Laws = std::vector<stats::CountLaw>;

/// Draws of many totals: one row for each outcome.
struct Forecasts {
    Doubles draws, outcomes;

    Forecasts(const ArrayLike& draws_argument, const ArrayLike& outcomes_argument)
        : draws(doubles("draws", draws_argument)), outcomes(doubles("outcomes", outcomes_argument)) {
        if (draws.ndim() != 2 || outcomes.ndim() != 1 || draws.shape(0) != outcomes.size()) {
            refuse("wrong-shape",
                   "draws has the shape " + shape_of(draws) + ", outcomes the shape " + shape_of(outcomes),
                   "Pass one row of draws (2-D) for each outcome (1-D).");
        }
    }
};

/// Refuses outcomes that are not one for each law.
void check_outcomes(const Doubles& outcomes, std::size_t laws) {
    if (outcomes.ndim() != 1 || static_cast<std::size_t>(outcomes.size()) != laws) {
        refuse("wrong-shape",
               "outcomes has the shape " + shape_of(outcomes) + ", and there are " + std::to_string(laws) + " laws",
               "Pass one outcome for each law.");
    }
}

/// The laws as columns.
struct LawColumns {
    std::vector<double> known, mean, shape;
    Doubles outcomes;

    LawColumns(const Laws& laws, const ArrayLike& outcomes_argument)
        : outcomes(doubles("outcomes", outcomes_argument)) {
        check_outcomes(outcomes, laws.size());
        for (const stats::CountLaw& law : laws) {
            known.push_back(law.known);
            mean.push_back(law.remaining_mean);
            shape.push_back(law.remaining_shape);
        }
    }
    stats::CountLaws laws() const { return {known, mean, shape}; }
};

/// `batch(columns)` writes one score for each of `size` forecasts, without Python's lock.
template <typename Batch>
Doubles scores(py::ssize_t size, Batch batch) {
    Doubles result(size);
    const stats::ScoreColumns columns{writable(result), {}};
    {
        const py::gil_scoped_release unlocked;
        batch(columns);
    }
    freeze(result);
    return result;
}

void bind_crps(py::module_& m) {
    m.def(
        "crps",
        [](const Laws& laws, const ArrayLike& outcomes, int threads) {
            const LawColumns columns(laws, outcomes);
            const unsigned n = checked_threads(threads);
            return scores(columns.outcomes.size(), [&](const stats::ScoreColumns& out) {
                stats::crps_into(columns.laws(), span_of(columns.outcomes), out, n);
            });
        },
        py::arg("forecasts"), py::arg("outcomes"), py::kw_only(), py::arg("threads").noconvert() = 1,
        R"(The continuous ranked probability score of each forecast; 0 is perfect, lower is better, of the outcomes' unit.

forecasts: a list of `stats.CountLaw`, scored exactly; or draws, equally likely, in one row (2-D) for each outcome, scored by
    the fair estimator (Ferro 2014), in which few draws do as well as many. One draw is a point: its absolute error.
outcomes: what came true. NaN where a forecast or its outcome is missing or cannot be.

Gneiting and Raftery (2007). Raises DataError for arrays of the wrong shape or kind.

>>> import ontrack
>>> ontrack.crps([[9.0, 11.0, 13.0]], [12.0]).round(6).tolist()
[0.333333])");
    m.def(
        "crps",
        [](const ArrayLike& draws, const ArrayLike& outcomes, int threads) {
            const Forecasts forecasts(draws, outcomes);
            const unsigned n = checked_threads(threads);
            return scores(forecasts.outcomes.size(), [&](const stats::ScoreColumns& out) {
                stats::crps_into(span_of(forecasts.draws), span_of(forecasts.outcomes), out, n);
            });
        },
        py::arg("forecasts"), py::arg("outcomes"), py::kw_only(), py::arg("threads").noconvert() = 1);
}

void bind_total_laws(py::module_& m) {
    using TotalLaws = std::vector<stats::TotalLaw>;
    m.def(
        "crps",
        [](const TotalLaws& laws, const ArrayLike& argument, int threads) {
            const Doubles outcomes = doubles("outcomes", argument);
            check_outcomes(outcomes, laws.size());
            const unsigned n = checked_threads(threads);
            return scores(outcomes.size(),
                          [&](const stats::ScoreColumns& out) { stats::crps_into(laws, span_of(outcomes), out, n); });
        },
        py::arg("forecasts"), py::arg("outcomes"), py::kw_only(), py::arg("threads").noconvert() = 1);
    m.def(
        "pit",
        [](const TotalLaws& laws, const ArrayLike& argument, std::uint64_t seed, int threads) {
            const Doubles outcomes = doubles("outcomes", argument);
            check_outcomes(outcomes, laws.size());
            const unsigned n = checked_threads(threads);
            return scores(outcomes.size(), [&](const stats::ScoreColumns& out) {
                stats::randomised_pit_into(laws, span_of(outcomes), seed, out, n);
            });
        },
        py::arg("forecasts"), py::arg("outcomes"), py::kw_only(), py::arg("seed") = 1,
        py::arg("threads").noconvert() = 1);
}

void bind_pit(py::module_& m) {
    m.def(
        "pit",
        [](const Laws& laws, const ArrayLike& outcomes, std::uint64_t seed, int threads) {
            const LawColumns columns(laws, outcomes);
            const unsigned n = checked_threads(threads);
            return scores(columns.outcomes.size(), [&](const stats::ScoreColumns& out) {
                stats::randomised_pit_into(columns.laws(), span_of(columns.outcomes), seed, out, n);
            });
        },
        py::arg("forecasts"), py::arg("outcomes"), py::kw_only(), py::arg("seed") = 1,
        py::arg("threads").noconvert() = 1,
        R"(The randomised probability integral transform of each outcome: uniform on 0 to 1 when forecasts are calibrated.

The part of them within 0.1 and 0.9 is what an 80 % interval covers, were whole numbers no obstacle. The same seed gives the
same numbers. Arguments as for `crps`. Czado, Gneiting and Held (2009).

>>> import ontrack
>>> ontrack.pit([[1.0, 2.0, 3.0]], [100.0], seed=7).round().tolist()
[1.0])");
    m.def(
        "pit",
        [](const ArrayLike& draws, const ArrayLike& outcomes, std::uint64_t seed, int threads) {
            const Forecasts forecasts(draws, outcomes);
            const unsigned n = checked_threads(threads);
            return scores(forecasts.outcomes.size(), [&](const stats::ScoreColumns& out) {
                stats::randomised_pit_into(span_of(forecasts.draws), span_of(forecasts.outcomes), seed, out, n);
            });
        },
        py::arg("forecasts"), py::arg("outcomes"), py::kw_only(), py::arg("seed") = 1,
        py::arg("threads").noconvert() = 1);
}

}  // namespace

void bind_scores(py::module_& m) {
    bind_total_laws(m);  // before what takes any array
    bind_crps(m);
    bind_pit(m);
    m.def(
        "brier",
        [](const ArrayLike& chances_argument, const ArrayLike& happened_argument) {
            const Doubles chances = doubles("chances", chances_argument);
            const Doubles happened = converted<Doubles>("happened", numbers("happened", happened_argument, "bfiu"));
            if (chances.ndim() != 1 || happened.ndim() != 1 || chances.size() != happened.size()) {
                refuse("wrong-shape",
                       "chances has the shape " + shape_of(chances) + ", happened the shape " + shape_of(happened),
                       "Pass two columns (1-D) of one length.");
            }
            return scores(chances.size(), [&](const stats::ScoreColumns& out) {
                stats::brier_into(span_of(chances), span_of(happened), out);
            });
        },
        py::arg("chances"), py::arg("happened"),
        R"((chance - happened)² of each event (Brier 1950); 0 is perfect, always saying 1/2 gives 1/4.

chances: probabilities, 0 to 1. happened: True or False, 1 or 0. NaN where either is missing or neither can be.

>>> import ontrack
>>> ontrack.brier([0.8, 0.8], [True, False]).round(2).tolist()
[0.04, 0.64])");
}

}  // namespace ontrack::python

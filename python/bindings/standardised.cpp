#include <cmath>

#include <ontrack/stats/mean.hpp>
#include <ontrack/stats/standardised.hpp>

#include "bindings.hpp"
#include "panels.hpp"

namespace ontrack::python {
namespace {

using stats::EstimateColumns;

Estimates estimate_mean(const ArrayLike& values_argument, const std::optional<ArrayLike>& offsets_argument,
                        double confidence, const OnInvalid& on_invalid) {
    const SeriesArray panel("values", values_argument, offsets_argument);
    return panel.estimates(on_invalid, [&](const EstimateColumns& out) {
        stats::estimate_mean_into(panel.first(), panel.offsets(), confidence, out);
    });
}

Estimates estimate_standardised_rate(const ArrayLike& count_argument, const ArrayLike& population_argument,
                                     const ArrayLike& standard_argument,
                                     const std::optional<ArrayLike>& offsets_argument,
                                     const std::optional<ArrayLike>& squared_events_argument, double confidence,
                                     double per, double minimum_events, const OnInvalid& on_invalid) {
    if (std::isnan(minimum_events)) {
        refuse("not-a-number", "minimum_events is NaN", "Pass 10, or 0 for no minimum.");
    }
    const SeriesArray panel("count", count_argument, offsets_argument);
    const Doubles population = panel.like("population", population_argument);
    const Doubles standard = panel.like("standard", standard_argument);
    const std::optional<Doubles> squared = panel.like("squared_events", squared_events_argument);
    const stats::Strata strata{panel.first(), span_of(population), span_of(standard),
                               squared ? span_of(*squared) : std::span<const double>()};
    return panel.estimates(on_invalid, [&](const EstimateColumns& out) {
        stats::estimate_standardised_rate_into(strata, panel.offsets(), {confidence, per, minimum_events}, out);
    });
}

double expected_events(const ArrayLike& population_argument, const ArrayLike& count_argument,
                       const ArrayLike& reference_argument) {
    const SeriesArray panel("population", population_argument, std::nullopt);
    if (panel.offsets().size() != 2) {
        refuse("wrong-shape", "population has more than one row", "Pass the strata of one area (1-D).");
    }
    const Doubles count = panel.like("reference_count", count_argument);
    const Doubles reference = panel.like("reference_population", reference_argument);
    return stats::expected_events(panel.first(), span_of(count), span_of(reference));
}

}  // namespace

void bind_strata(py::module_& s) {
    const auto confidence = py::arg("confidence") = 0.95;
    const auto on_invalid = py::arg("on_invalid") = "status";
    s.def("estimate_mean", &estimate_mean, py::arg("values"), py::arg("offsets") = py::none(), py::kw_only(),
          confidence, on_invalid, R"(The mean of each group with Student's limits, in the unit of the values.

x̄ ∓ t·s/√n over the values that are there (NaN is missing), t the quantile at 1 − α/2 with n − 1 degrees of freedom, s
with divisor n − 1 (Student 1908). values: groups × values (2-D), or one column (1-D) whose group i is
values[offsets[i]:offsets[i + 1]]; a column without offsets is one group. At least two values in a group.

>>> from ontrack import stats
>>> stats.estimate_mean([[1, 2, 3, 4], [2, 4, 6, 8]]).lower.round(4).tolist()
[0.4457, 0.8915])");
    def_estimate<double>(
        s, "estimate_mean_of", std::make_index_sequence<3>(), {"mean", "deviation", "n"},
        [](const std::array<std::span<const double>, 3>& in, double level, const EstimateColumns& out) {
            check_confidence(level);
            for (std::size_t i = 0; i < in[0].size(); ++i) {
                put(out, i, stats::estimate_mean_of(in[0][i], in[1][i], in[2][i], level));
            }
        },
        R"(A mean with Student's limits mean ∓ t·deviation/√n, from its standard deviation ≥ 0 and the number of values ≥ 2.

t is the quantile at 1 − α/2 with n − 1 degrees of freedom (Student 1908).

>>> from ontrack import stats
>>> stats.estimate_mean_of(2.5, 1.2909944487358056, 4)
<Estimate 2.5: 0.44574 to 4.55426>)",
        confidence);
    s.def("estimate_standardised_rate", &estimate_standardised_rate, py::arg("count"), py::arg("population"),
          py::arg("standard"), py::arg("offsets") = py::none(), py::kw_only(), py::arg("squared_events") = py::none(),
          confidence, py::arg("per") = 100'000.0, py::arg("minimum_events") = 10.0, on_invalid,
          R"(The directly standardised rate of each area with Dobson's limits.

per·Σ wᵢ·xᵢ/nᵢ / Σ wᵢ, limits rate + √(V/O)·(limit of the count O − O), O = Σ xᵢ, V = Σ wᵢ²·xᵢ/nᵢ² / (Σ wᵢ)², the limits
of the count by the public-health rule (Dobson, Kuulasmaa, Eberle and Scherer 1991).
count, population, standard: xᵢ (NaN is no events), nᵢ > 0 and the standard population wᵢ by stratum; areas × strata (2-D),
or one column (1-D) whose area i is count[offsets[i]:offsets[i + 1]]. One row stands for all areas.
squared_events: Σ f²·(persons with f events), which takes the place of xᵢ in V where events repeat in a person.
minimum_events: fewer in all have no rate (`too_few_events`).

>>> from ontrack import stats
>>> found = stats.estimate_standardised_rate([[10, 20]], [[1000, 1000]], [3, 1], per=1000)
>>> found.value.tolist(), found.lower.round(4).tolist()
([12.5], [7.8263]))");
    s.def("expected_events", &expected_events, py::arg("population"), py::arg("reference_count"),
          py::arg("reference_population"),
          R"(Σ population·reference_count/reference_population over the strata of one area (1-D, one length).

The events that an area would have at the reference's rates, for `estimate_standardised_ratio`. A missing or empty
reference stratum counts as zero.

>>> from ontrack import stats
>>> stats.expected_events([1000, 2000], [5, 20], [10_000, 10_000])
4.5)");
}

}  // namespace ontrack::python

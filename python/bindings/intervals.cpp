#include <limits>

#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/proportion.hpp>
#include <ontrack/stats/survey.hpp>

#include "bindings.hpp"
#include "estimates.hpp"

namespace ontrack::python {
namespace {

using stats::EstimateColumns;
template <std::size_t n>
using Inputs = std::array<std::span<const double>, n>;

void bind_shares(py::module_& s) {
    using stats::ProportionMethod;
    py::native_enum<ProportionMethod>(s, "ProportionMethod", "enum.Enum", "Intervals for a proportion.")
        .value("wilson", ProportionMethod::wilson)
        .value("wilson_continuity_corrected", ProportionMethod::wilson_continuity_corrected)
        .value("agresti_coull", ProportionMethod::agresti_coull)
        .value("clopper_pearson", ProportionMethod::clopper_pearson)
        .value("mid_p", ProportionMethod::mid_p)
        .value("jeffreys", ProportionMethod::jeffreys)
        .finalize();
    const auto confidence = py::arg("confidence") = 0.95;
    const auto method = py::arg("method") = ProportionMethod::wilson;

    def_estimate<double, ProportionMethod>(
        s, "estimate_proportion", std::make_index_sequence<2>(), {"x", "n"},
        [](const Inputs<2>& in, double level, ProportionMethod by, const EstimateColumns& out) {
            stats::estimate_proportion_into(in[0], in[1], {level, by}, out);
        },
        R"(The proportion x/n, a fraction, with its limits.

x, n: events (may be fractional) and their base, 0 ≤ x ≤ n, 0 < n ≤ 2⁵³. With z the normal quantile at 1 − α/2,
α = 1 − confidence, and p = x/n, the methods are
    wilson: (2x + z² ∓ z·√(z² + 4x(1 − p)))/(2(n + z²)) (Wilson 1927)
    wilson_continuity_corrected: the same with a correction of 1/(2n) (Newcombe 1998, method 4)
    agresti_coull: q ∓ z·√(q(1 − q)/(n + z²)), q = (x + z²/2)/(n + z²), cut at 0 and 1 (Agresti and Coull 1998)
    clopper_pearson: beta quantiles, shapes (x, n − x + 1) at α/2, (x + 1, n − x) at 1 − α/2 (Clopper and Pearson 1934)
    mid_p: as that, with half the probability of x itself in each tail (Lancaster 1961; Berry and Armitage 1995)
    jeffreys: beta quantiles, shapes (x + ½, n − x + ½), 0 at x = 0 and 1 at x = n (Brown, Cai and DasGupta 2001)

>>> from ontrack import stats
>>> stats.estimate_proportion(56, 70)
<Estimate 0.8: 0.691834 to 0.876953>
>>> stats.estimate_proportion([13, 2, 1], [13, 0, 4]).reasons
{1: 'The base, exposure or expected number is zero: leave the element out.'})",
        confidence, method);

    def_estimate<double, double, double, ProportionMethod>(
        s, "estimate_survey_proportion", std::make_index_sequence<2>(), {"x", "n"},
        [](const Inputs<2>& in, double effect, double people, double level, ProportionMethod by,
           const EstimateColumns& out) {
            stats::estimate_survey_proportion_into(in[0], in[1], {effect, people}, {level, by}, out);
        },
        R"(The proportion x/n of a survey, a fraction, with limits for its design.

The limits of `estimate_proportion` with the share kept and n replaced by the effective sample size
n/design_effect·(N − 1)/(N − n) (Cochran 1977; Dean and Pagano 2015; with clopper_pearson: Korn and Graubard 1998).
x, n: as there. design_effect: the variance over that of a simple random sample (Kish 1965), above 0. population: N, the
people sampled without replacement, at least n; infinity for no correction.

>>> from ontrack import stats
>>> stats.estimate_survey_proportion(60, 100, design_effect=2.0)
<Estimate 0.6: 0.461814 to 0.723916>)",
        py::arg("design_effect") = 1.0, py::arg("population") = std::numeric_limits<double>::infinity(), confidence,
        method);
}

void bind_events(py::module_& s) {
    using stats::CountMethod;
    py::native_enum<CountMethod>(s, "CountMethod", "enum.Enum", "Intervals for the mean of a Poisson count.")
        .value("public_health", CountMethod::public_health)
        .value("exact", CountMethod::exact)
        .value("byar", CountMethod::byar)
        .value("mid_p", CountMethod::mid_p)
        .finalize();
    const auto confidence = py::arg("confidence") = 0.95;
    const auto method = py::arg("method") = CountMethod::public_health;

    def_estimate<double, CountMethod>(
        s, "estimate_count", std::make_index_sequence<1>(), {"x"},
        [](const Inputs<1>& in, double level, CountMethod by, const EstimateColumns& out) {
            stats::estimate_count_into(in[0], {level, by}, out);
        },
        R"(A count and the limits of the Poisson mean behind it.

x: events (may be fractional), 0 ≤ x ≤ 2⁵³. With α = 1 − confidence the methods are
    public_health: exact below 10 events, byar from 10
    exact: χ²(α/2; 2x)/2 and χ²(1 − α/2; 2x + 2)/2, 0 below for x = 0 (Garwood 1936)
    byar: x(1 − 1/(9x) − z/(3√x))³, and the same with x + 1 and +z (Breslow and Day 1987); without a lower limit where that
        is below zero (`limit_undefined`)
    mid_p: as exact, with half the probability of x itself in each tail (Cohen and Yang 1994)

>>> from ontrack import stats
>>> stats.estimate_count(0)
<Estimate 0: 0 to 3.68888>)",
        confidence, method);

    const auto rate = [](const Inputs<2>& in, double level, CountMethod by, double per, const EstimateColumns& out) {
        stats::estimate_rate_into(in[0], in[1], {level, by, per}, out);
    };
    def_estimate<double, CountMethod, double>(
        s, "estimate_rate", std::make_index_sequence<2>(), {"x", "exposure"}, rate,
        R"(The rate per·x/exposure and its limits, those of the count over the same exposure.

x: events, as in `estimate_count`, which has the methods and their sources. exposure: population, person-years, above 0
and known without error. per: units of exposure that the rate is for, 100,000 for a rate per 100,000.

>>> from ontrack import stats
>>> stats.estimate_rate(10, 20_000, per=100_000)
<Estimate 50: 23.9372 to 91.9573>)",
        confidence, method, py::arg("per") = 1.0);
    def_estimate<double, CountMethod, double>(s, "estimate_standardised_ratio", std::make_index_sequence<2>(),
                                              {"observed", "expected"}, rate,
                                              R"(The indirectly standardised ratio per·observed/expected and its limits.

observed: events, as in `estimate_count`, which has the methods and their sources. expected: the events at the reference's
rates (`expected_events`), above 0. per: 100 for a ratio in per cent, the reference's crude rate for a standardised rate.

>>> from ontrack import stats
>>> stats.estimate_standardised_ratio(50, 40, per=100)
<Estimate 125: 92.7703 to 164.8>)",
                                              confidence, method, py::arg("per") = 1.0);
}

}  // namespace

void bind_intervals(py::module_& s) {
    bind_shares(s);
    bind_events(s);
    def_numbers<3>(
        s, "effective_sample_size", {"n", "design_effect", "population"},
        [](const std::array<double, 3>& v) { return stats::effective_sample_size(v[0], {v[1], v[2]}); },
        R"(n/design_effect·(N − 1)/(N − n), the simple random sample with the survey's variance (Kish 1965; Cochran 1977).

population: N, infinity for no correction. Infinite when everyone was asked; NaN for n > N or a design effect not above 0.

>>> from ontrack import stats
>>> stats.effective_sample_size(1000, 2.0, float("inf"))
500.0)");
    s.def(
        "weighting_effect",
        [](const ArrayLike& argument) { return stats::weighting_effect(span_of(doubles("weights", argument))); },
        py::arg("weights"), R"(The design effect of unequal weights, n·Σw²/(Σw)², at least 1 (Kish 1965).

weights: one for each respondent, none below zero; NaN otherwise.

>>> from ontrack import stats
>>> stats.weighting_effect([1, 1, 2])
1.125)");
}

}  // namespace ontrack::python

#include <ontrack/stats/difference.hpp>
#include <ontrack/stats/inequality.hpp>
#include <ontrack/stats/ratio.hpp>

#include "bindings.hpp"
#include "panels.hpp"

namespace ontrack::python {
namespace {

using stats::EstimateColumns;
using Four = std::array<std::span<const double>, 4>;
constexpr auto four = std::make_index_sequence<4>();

struct Inequalities {
    Estimates slope_index, relative_index;
    Doubles intercept;
};

Inequalities estimate_inequality(const ArrayLike& population_argument, const ArrayLike& value_argument,
                                 const std::optional<ArrayLike>& error_argument,
                                 const std::optional<ArrayLike>& offsets_argument, double confidence,
                                 stats::InequalityScale scale, double multiplier, const OnInvalid& on_invalid) {
    const SeriesArray panel("value", value_argument, offsets_argument);
    const Doubles population = panel.like("population", population_argument);
    const std::optional<Doubles> error = panel.like("standard_error", error_argument);
    const stats::DeprivationGroups groups{span_of(population), panel.first(),
                                          error ? span_of(*error) : std::span<const double>()};
    Doubles intercept(panel.size());
    Estimates relative({panel.size()});
    Estimates slope = panel.estimates(on_invalid, [&](const EstimateColumns& out) {
        stats::estimate_inequality_into(groups, panel.offsets(), {confidence, scale, multiplier}, out,
                                        relative.columns(), writable(intercept));
    });
    if (raises(on_invalid)) {
        stats::require_ok(relative.columns().status, panel.name());
    }
    relative.freeze();
    freeze(intercept);
    return {std::move(slope), std::move(relative), std::move(intercept)};
}

void bind_differences(py::module_& s) {
    using stats::DifferenceMethod;
    using stats::PairedMethod;
    py::native_enum<DifferenceMethod>(s, "DifferenceMethod", "enum.Enum",
                                      "Intervals for the difference of two independent proportions.")
        .value("newcombe", DifferenceMethod::newcombe)
        .value("miettinen_nurminen", DifferenceMethod::miettinen_nurminen)
        .value("mee", DifferenceMethod::mee)
        .finalize();
    py::native_enum<PairedMethod>(s, "PairedMethod", "enum.Enum",
                                  "Intervals for the difference of two paired proportions.")
        .value("newcombe", PairedMethod::newcombe)
        .value("newcombe_uncorrected", PairedMethod::newcombe_uncorrected)
        .value("tango", PairedMethod::tango)
        .finalize();
    const auto confidence = py::arg("confidence") = 0.95;

    def_estimate<double, DifferenceMethod>(
        s, "estimate_difference", four, {"x1", "n1", "x2", "n2"},
        [](const Four& in, double level, DifferenceMethod by, const EstimateColumns& out) {
            stats::estimate_difference_into(in[0], in[1], in[2], in[3], {level, by}, out);
        },
        R"(x1/n1 − x2/n2 of two independent proportions, a fraction from −1 to 1, with its limits.

x1, n1, x2, n2: events and their bases, 0 ≤ x ≤ n, n > 0. With d the difference, p = x/n and l, u Wilson's limits of each
proportion the methods are
    newcombe: d − √((p₁ − l₁)² + (u₂ − p₂)²), d + √((u₁ − p₁)² + (p₂ − l₂)²) (Newcombe 1998, method 10)
    miettinen_nurminen: the δ with |d − δ| ≤ z·√V(δ), V at the maximum likelihood under p₁ − p₂ = δ, times N/(N − 1),
        N = n₁ + n₂ (Miettinen and Nurminen 1985)
    mee: the same without N/(N − 1) (Mee 1984)

>>> from ontrack import stats
>>> stats.estimate_difference(56, 70, 48, 80)
<Estimate 0.2: 0.0524315 to 0.333873>)",
        confidence, py::arg("method") = DifferenceMethod::newcombe);

    def_estimate<double, PairedMethod>(
        s, "estimate_paired_difference", four, {"both", "first_only", "second_only", "neither"},
        [](const Four& in, double level, PairedMethod by, const EstimateColumns& out) {
            stats::estimate_paired_difference_into(in[0], in[1], in[2], in[3], {level, by}, out);
        },
        R"(The change (first_only − second_only)/n of a cohort asked twice, a fraction from −1 to 1, with its limits.

both, first_only, second_only, neither: persons with yes both times, only the first, only the second, neither; n their sum,
above 0. The methods are
    newcombe: as for independent proportions, less 2φ times the product of the two distances under each root, φ the
        correlation of the table with a continuity correction where it is positive (Newcombe 1998, method 10)
    newcombe_uncorrected: φ without correction (method 8)
    tango: the score interval (Tango 1998)

>>> from ontrack import stats
>>> stats.estimate_paired_difference(36, 12, 2, 0)
<Estimate 0.2: 0.0569296 to 0.340428>)",
        confidence, py::arg("method") = PairedMethod::newcombe);
}

void bind_ratios(py::module_& s) {
    using stats::RateRatioMethod;
    using stats::RiskRatioMethod;
    py::native_enum<RateRatioMethod>(s, "RateRatioMethod", "enum.Enum", "Intervals for the ratio of two Poisson rates.")
        .value("exact", RateRatioMethod::exact)
        .value("log", RateRatioMethod::log)
        .finalize();
    py::native_enum<RiskRatioMethod>(s, "RiskRatioMethod", "enum.Enum",
                                     "Intervals for the ratio of two independent proportions.")
        .value("miettinen_nurminen", RiskRatioMethod::miettinen_nurminen)
        .value("koopman", RiskRatioMethod::koopman)
        .value("mover_wilson", RiskRatioMethod::mover_wilson)
        .value("log", RiskRatioMethod::log)
        .finalize();
    using stats::OddsRatioMethod;
    py::native_enum<OddsRatioMethod>(s, "OddsRatioMethod", "enum.Enum", "Intervals for the odds ratio.")
        .value("mover_wilson", OddsRatioMethod::mover_wilson)
        .value("miettinen_nurminen", OddsRatioMethod::miettinen_nurminen)
        .value("cornfield", OddsRatioMethod::cornfield)
        .value("log", OddsRatioMethod::log)
        .finalize();
    const auto confidence = py::arg("confidence") = 0.95;

    def_estimate<double, RateRatioMethod>(
        s, "estimate_rate_ratio", four, {"x1", "t1", "x2", "t2"},
        [](const Four& in, double level, RateRatioMethod by, const EstimateColumns& out) {
            stats::estimate_rate_ratio_into(in[0], in[1], in[2], in[3], {level, by}, out);
        },
        R"((x1/t1)/(x2/t2) of two Poisson rates with its limits.

x1, t1, x2, t2: events ≥ 0 and their exposures > 0, in one unit. The methods are
    exact: Clopper–Pearson limits π of x₁ in x₁ + x₂ as π/(1 − π)·t₂/t₁ (Przyborowski and Wilenski 1940)
    log: ratio·exp(∓z·√(1/x₁ + 1/x₂)); needs events on both sides
With x2 = 0 there is no value and the upper limit is infinite (`value_undefined`).

>>> from ontrack import stats
>>> stats.estimate_rate_ratio(30, 1000, 20, 1000)
<Estimate 1.5: 0.824132 to 2.78675>)",
        confidence, py::arg("method") = RateRatioMethod::exact);

    def_estimate<double, RiskRatioMethod>(
        s, "estimate_risk_ratio", four, {"x1", "n1", "x2", "n2"},
        [](const Four& in, double level, RiskRatioMethod by, const EstimateColumns& out) {
            stats::estimate_risk_ratio_into(in[0], in[1], in[2], in[3], {level, by}, out);
        },
        R"((x1/n1)/(x2/n2) of two independent proportions with its limits.

x1, n1, x2, n2: events and their bases, 0 ≤ x ≤ n, n > 0. The methods are
    miettinen_nurminen: the θ with |p₁ − θ·p₂| ≤ z·√V(θ), V at the maximum likelihood under p₁ = θ·p₂, times N/(N − 1),
        N = n₁ + n₂ (Miettinen and Nurminen 1985)
    koopman: the same without N/(N − 1) (Koopman 1984)
    mover_wilson: square-and-add from Wilson's limits (Donner and Zou 2012; Fagerland and Newcombe 2013)
    log: ratio·exp(∓z·√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂)); needs events on both sides (Katz, Baptista, Azen and Pike 1978)

>>> from ontrack import stats
>>> stats.estimate_risk_ratio(56, 70, 48, 80)
<Estimate 1.33333: 1.07905 to 1.67215>)",
        confidence, py::arg("method") = RiskRatioMethod::miettinen_nurminen);

    def_estimate<double, OddsRatioMethod>(
        s, "estimate_odds_ratio", four, {"x1", "n1", "x2", "n2"},
        [](const Four& in, double level, OddsRatioMethod by, const EstimateColumns& out) {
            check_confidence(level);
            for (std::size_t i = 0; i < in[0].size(); ++i) {
                put(out, i,
                    stats::estimate_odds_ratio(in[0][i], in[1][i], in[2][i], in[3][i],
                                               stats::OddsRatioOptions{level, by}));
            }
        },
        R"(x1·(n2 − x2)/((n1 − x1)·x2), the odds ratio of two independent proportions, with its limits.

x1, n1, x2, n2: events and their bases, 0 ≤ x ≤ n, n > 0. The methods are
    mover_wilson: square-and-add from Wilson's limits (Fagerland and Newcombe 2013)
    miettinen_nurminen: score limits times N/(N − 1), N = n₁ + n₂ (Miettinen and Nurminen 1985); cornfield: without it (1956)
    log: ratio·exp(∓z·√(1/x₁ + 1/(n₁ − x₁) + 1/x₂ + 1/(n₂ − x₂))) (Woolf 1955)

>>> from ontrack import stats
>>> stats.estimate_odds_ratio(56, 70, 48, 80)
<Estimate 2.66667: 1.2921 to 5.54694>)",
        confidence, py::arg("method") = OddsRatioMethod::mover_wilson);
}

}  // namespace

void bind_comparisons(py::module_& s) {
    using stats::InequalityScale;
    bind_differences(s);
    bind_ratios(s);
    py::native_enum<InequalityScale>(s, "InequalityScale", "enum.Enum",
                                     "The scale on which values lie on a straight line against rank.")
        .value("linear", InequalityScale::linear)
        .value("log", InequalityScale::log)
        .value("logit", InequalityScale::logit)
        .finalize();
    py::class_<Inequalities>(s, "Inequalities", "Both indices of inequality, one element for each area.")
        .def_readonly("slope_index", &Inequalities::slope_index, "In the unit of the values, times the multiplier.")
        .def_readonly("relative_index", &Inequalities::relative_index)
        .def_readonly("intercept", &Inequalities::intercept, "The fitted value at rank 0, the most deprived end.")
        .def("__len__", [](const Inequalities& i) { return i.intercept.size(); })
        .def("__repr__",
             [](const Inequalities& i) { return "<Inequalities: " + std::to_string(i.intercept.size()) + ">"; });
    s.def("estimate_inequality", &estimate_inequality, py::arg("population"), py::arg("value"),
          py::arg("standard_error") = py::none(), py::arg("offsets") = py::none(), py::kw_only(),
          py::arg("confidence") = 0.95, py::arg("scale") = InequalityScale::linear, py::arg("multiplier") = 1.0,
          py::arg("on_invalid") = "status",
          R"(The slope index (fitted value at rank 1 less at rank 0) and relative index (their ratio) of each area.

Least squares of the values on the groups' mid-ranks in the cumulated population, weighted by population (Pamuk 1985;
Mackenbach and Kunst 1997). Limits are normal, from the standard errors: exact for the slope on the linear scale, else by the
delta method, of the relative index in its logarithm; without standard errors there are none (`limit_undefined`).
population, value, standard_error: groups from the most to the least deprived; areas × groups (2-D), or one column (1-D)
whose area i is value[offsets[i]:offsets[i + 1]]. One row of populations stands for all areas.
scale: linear for means; log for rates, above 0; logit for fractions between 0 and 1. multiplier: of the slope index; below
zero it also turns the relative index upside down, where low values are good.

>>> from ontrack import stats
>>> found = stats.estimate_inequality([100, 100, 100, 100], [70, 72, 74, 76], [1, 1, 1, 1])
>>> found.slope_index.value.tolist(), found.relative_index.value.round(4).tolist()
([8.0], [1.1159]))");
}

}  // namespace ontrack::python

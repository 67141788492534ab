#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/intervals.hpp>
#include <ontrack/stats/quantiles.hpp>

#include "bindings.hpp"
#include "estimates.hpp"

namespace ontrack::python {
namespace {

void bind_normal(py::module_& s) {
    def_numbers<1>(
        s, "normal_cdf", {"z"}, [](const std::array<double, 1>& v) { return stats::normal_cdf(v[0]); },
        R"(Φ(z), the standard normal distribution function.

>>> from ontrack import stats
>>> stats.normal_cdf([-1, 0, 1]).round(4).tolist()
[0.1587, 0.5, 0.8413])");
    def_numbers<1>(
        s, "normal_quantile", {"p"}, [](const std::array<double, 1>& v) { return stats::normal_quantile(v[0]); },
        R"(Φ⁻¹(p) for 0 < p < 1; NaN elsewhere.

>>> from ontrack import stats
>>> round(stats.normal_quantile(0.975), 6)
1.959964)");
}

void bind_negative_binomial(py::module_& s) {
    def_numbers<3>(
        s, "negative_binomial_cdf", {"x", "mean", "shape"},
        [](const std::array<double, 3>& v) { return stats::negative_binomial_cdf(v[0], v[1], v[2]); },
        R"(P(X ≤ x) for a negative binomial with variance mean + mean²/shape (shape = infinity: Poisson).

NaN outside the domain mean ≥ 0, shape > 0.

>>> from ontrack import stats
>>> round(stats.negative_binomial_cdf(2, 1.0, float("inf")), 6)
0.919699)");
    def_numbers<3>(
        s, "negative_binomial_quantile", {"p", "mean", "shape"},
        [](const std::array<double, 3>& v) { return stats::negative_binomial_quantile(v[0], v[1], v[2]); },
        R"(The smallest whole number x with P(X ≤ x) ≥ p, 0 < p < 1. NaN outside the domain.

>>> from ontrack import stats
>>> stats.negative_binomial_quantile([0.5, 0.975], 100.0, float("inf")).tolist()
[100.0, 120.0])");
}

void bind_gamma(py::module_& s) {
    using Two = std::array<double, 2>;
    def_numbers<2>(
        s, "gamma_cdf", {"x", "shape"}, [](const Two& v) { return stats::gamma_cdf(v[0], v[1]); },
        R"(P(X ≤ x) of a gamma law with scale 1, the regularised incomplete gamma function P(shape, x).

x ≥ 0, shape > 0; NaN elsewhere.

>>> from ontrack import stats
>>> round(stats.gamma_cdf(1.0, 1.0), 6)
0.632121)");
    def_numbers<2>(
        s, "gamma_upper", {"x", "shape"}, [](const Two& v) { return stats::gamma_upper(v[0], v[1]); },
        R"(P(X > x) of a gamma law with scale 1: 1 − `gamma_cdf` without the cancellation.

>>> from ontrack import stats
>>> round(stats.gamma_upper(1.0, 1.0), 6)
0.367879)");
    def_numbers<2>(
        s, "gamma_quantile", {"p", "shape"}, [](const Two& v) { return stats::gamma_quantile(v[0], v[1]); },
        R"(The x with P(X ≤ x) = p of a gamma law with scale 1, to 1e-12 of its value.

0 ≤ p ≤ 1, shape > 0; NaN elsewhere.

>>> from ontrack import stats
>>> stats.gamma_quantile(0.975, [1, 10]).round(6).tolist()
[3.688879, 17.084803])");
    def_numbers<2>(
        s, "gamma_upper_quantile", {"p", "shape"}, [](const Two& v) { return stats::gamma_upper_quantile(v[0], v[1]); },
        R"(The x with P(X > x) = p of a gamma law with scale 1.

>>> from ontrack import stats
>>> round(stats.gamma_upper_quantile(0.025, 1), 6)
3.688879)");
    def_numbers<2>(
        s, "chi_square_cdf", {"x", "degrees"}, [](const Two& v) { return stats::chi_square_cdf(v[0], v[1]); },
        R"(P(X ≤ x) of the χ² law. x ≥ 0, degrees > 0 (need not be whole); NaN elsewhere.

>>> from ontrack import stats
>>> round(stats.chi_square_cdf(3.841458820694124, 1), 6)
0.95)");
    def_numbers<2>(
        s, "chi_square_upper", {"x", "degrees"}, [](const Two& v) { return stats::chi_square_upper(v[0], v[1]); },
        R"(P(X > x) of the χ² law: 1 − `chi_square_cdf` without the cancellation.

>>> from ontrack import stats
>>> round(stats.chi_square_upper(3.841458820694124, 1), 6)
0.05)");
    def_numbers<2>(
        s, "chi_square_quantile", {"p", "degrees"}, [](const Two& v) { return stats::chi_square_quantile(v[0], v[1]); },
        R"(The x with P(X ≤ x) = p of the χ² law. 0 ≤ p ≤ 1, degrees > 0; NaN elsewhere.

>>> from ontrack import stats
>>> stats.chi_square_quantile(0.95, [1, 2, 10]).round(4).tolist()
[3.8415, 5.9915, 18.307])");
    def_numbers<2>(
        s, "chi_square_upper_quantile", {"p", "degrees"},
        [](const Two& v) { return stats::chi_square_upper_quantile(v[0], v[1]); },
        R"(The x with P(X > x) = p of the χ² law.

>>> from ontrack import stats
>>> round(stats.chi_square_upper_quantile(0.05, 1), 4)
3.8415)");
}

void bind_beta(py::module_& s) {
    using Three = std::array<double, 3>;
    def_numbers<3>(
        s, "beta_cdf", {"x", "a", "b"}, [](const Three& v) { return stats::beta_cdf(v[0], v[1], v[2]); },
        R"(P(X ≤ x) of the beta law, the regularised incomplete beta function I_x(a, b).

0 ≤ x ≤ 1, a, b > 0; NaN elsewhere.

>>> from ontrack import stats
>>> round(stats.beta_cdf(0.5, 2, 3), 6)
0.6875)");
    def_numbers<3>(
        s, "beta_upper", {"x", "a", "b"}, [](const Three& v) { return stats::beta_upper(v[0], v[1], v[2]); },
        R"(P(X > x) of the beta law: 1 − `beta_cdf` without the cancellation.

>>> from ontrack import stats
>>> round(stats.beta_upper(0.5, 2, 3), 6)
0.3125)");
    def_numbers<3>(
        s, "beta_quantile", {"p", "a", "b"}, [](const Three& v) { return stats::beta_quantile(v[0], v[1], v[2]); },
        R"(The x with P(X ≤ x) = p of the beta law, to 1e-12 of its value.

0 ≤ p ≤ 1, a, b > 0; NaN elsewhere. 1 − quantile is `beta_upper_quantile(p, b, a)` in full precision.

>>> from ontrack import stats
>>> round(stats.beta_quantile(0.025, 13, 1), 6)
0.752947)");
    def_numbers<3>(
        s, "beta_upper_quantile", {"p", "a", "b"},
        [](const Three& v) { return stats::beta_upper_quantile(v[0], v[1], v[2]); },
        R"(The x with P(X > x) = p of the beta law.

>>> from ontrack import stats
>>> round(stats.beta_upper_quantile(0.975, 13, 1), 6)
0.752947)");
    def_numbers<2>(
        s, "student_t_cdf", {"t", "degrees"},
        [](const std::array<double, 2>& v) { return stats::student_t_cdf(v[0], v[1]); },
        R"(P(T ≤ t) of Student's law. degrees > 0, infinity for the normal law; NaN elsewhere.

>>> from ontrack import stats
>>> round(stats.student_t_cdf(1.0, 1), 6)
0.75)");
    def_numbers<2>(
        s, "student_t_quantile", {"p", "degrees"},
        [](const std::array<double, 2>& v) { return stats::student_t_quantile(v[0], v[1]); },
        R"(The t with P(T ≤ t) = p of Student's law. 0 ≤ p ≤ 1, degrees > 0; NaN elsewhere.

>>> from ontrack import stats
>>> stats.student_t_quantile(0.975, [3, 30]).round(4).tolist()
[3.1824, 2.0423])");
}

}  // namespace

void bind_quantiles(py::module_& s) {
    bind_normal(s);
    bind_negative_binomial(s);
    bind_gamma(s);
    bind_beta(s);
}

}  // namespace ontrack::python

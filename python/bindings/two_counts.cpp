#include <ontrack/stats/two_counts.hpp>
#include <ontrack/stats/two_proportions.hpp>
#include <ontrack/stats/year_to_date.hpp>

#include "bindings.hpp"
#include "series_results.hpp"

namespace ontrack::python {
namespace {

using stats::Alternative;
using stats::TestResult;
using stats::TwoCountsTest;
using stats::TwoProportionsTest;
using stats::YearToDate;

struct TestResults {
    Doubles statistic, p_value;
    Statuses status;
};

using FourArrays = std::array<Doubles, 4>;

/// One test for each element of four arrays, by `batch(arrays, columns)` without Python's lock.
template <typename Batch>
TestResults tests_of(const std::array<const char*, 4>& names, FourArrays in, const OnInvalid& on_invalid, Batch batch) {
    const bool raise = raises(on_invalid);
    const std::vector<py::ssize_t> shape = common_shape(names, in);
    for (Doubles& array : in) {
        array = of_shape(array, shape);
    }
    TestResults found{Doubles(shape), Doubles(shape), Statuses(shape)};
    const stats::TestColumns columns{writable(found.statistic), writable(found.p_value),
                                     as<stats::Status>(found.status)};
    {
        const py::gil_scoped_release unlocked;
        batch(in, columns);
    }
    if (raise) {
        stats::require_ok(columns.status, names[0]);
    }
    freeze_all(found.statistic, found.p_value, found.status);
    return found;
}

TestResults test_two_counts(const ArrayLike& x1, const ArrayLike& t1, const ArrayLike& x2, const ArrayLike& t2,
                            TwoCountsTest test, Alternative alternative, double difference,
                            const OnInvalid& on_invalid) {
    return tests_of({"x1", "t1", "x2", "t2"},
                    {doubles("x1", x1), doubles("t1", t1), doubles("x2", x2), doubles("t2", t2)}, on_invalid,
                    [&](const FourArrays& in, const stats::TestColumns& columns) {
                        stats::test_two_counts_into(span_of(in[0]), span_of(in[1]), span_of(in[2]), span_of(in[3]),
                                                    {test, alternative, difference}, columns);
                    });
}

TestResults test_two_proportions(const ArrayLike& x1, const ArrayLike& n1, const ArrayLike& x2, const ArrayLike& n2,
                                 TwoProportionsTest test, Alternative alternative, const OnInvalid& on_invalid) {
    return tests_of({"x1", "n1", "x2", "n2"},
                    {doubles("x1", x1), doubles("n1", n1), doubles("x2", x2), doubles("n2", n2)}, on_invalid,
                    [&](const FourArrays& in, const stats::TestColumns& columns) {
                        stats::test_two_proportions_into(span_of(in[0]), span_of(in[1]), span_of(in[2]), span_of(in[3]),
                                                         {test, alternative}, columns);
                    });
}

YearToDate compare_year_to_date(const ArrayLike& this_argument, const ArrayLike& last_argument,
                                const std::optional<ArrayLike>& this_exposure,
                                const std::optional<ArrayLike>& last_exposure, double confidence, TwoCountsTest test,
                                Alternative alternative, std::optional<double> dispersion) {
    const SeriesArray now("this_year", this_argument, std::nullopt);
    if (now.size() != 1) {
        refuse("wrong-shape", "this_year has more than one row", "Pass the periods of one year (1-D).");
    }
    const Doubles before = now.like("last_year", last_argument);
    const std::optional<Doubles> exposed = now.like("this_exposure", this_exposure);
    const std::optional<Doubles> was_exposed = now.like("last_exposure", last_exposure);
    return stats::compare_year_to_date(
        {now.first(), span_of(before), span_of(exposed), span_of(was_exposed)},
        {confidence, test, alternative, dispersion.value_or(std::numeric_limits<double>::quiet_NaN())});
}

void bind_results(py::module_& s) {
    py::native_enum<TwoCountsTest>(s, "TwoCountsTest", "enum.Enum", "Tests whether two Poisson rates are equal.")
        .value("conditional", TwoCountsTest::conditional)
        .value("conditional_mid_p", TwoCountsTest::conditional_mid_p)
        .value("e_test", TwoCountsTest::e_test)
        .value("e_test_score", TwoCountsTest::e_test_score)
        .value("score", TwoCountsTest::score)
        .value("wald", TwoCountsTest::wald)
        .value("square_root", TwoCountsTest::square_root)
        .finalize();
    py::native_enum<TwoProportionsTest>(s, "TwoProportionsTest", "enum.Enum",
                                        "Tests whether two proportions are equal.")
        .value("score", TwoProportionsTest::score)
        .value("fisher", TwoProportionsTest::fisher)
        .value("fisher_mid_p", TwoProportionsTest::fisher_mid_p)
        .finalize();
    py::native_enum<Alternative>(s, "Alternative", "enum.Enum", "What speaks against equality.")
        .value("two_sided", Alternative::two_sided)
        .value("greater", Alternative::greater)
        .value("less", Alternative::less)
        .finalize();
    py::class_<TestResults> tests(s, "TestResults", "Tests: read-only arrays of one shape, NaN for none.");
    tests.def_readonly("statistic", &TestResults::statistic).def_readonly("p_value", &TestResults::p_value);
    def_series(tests, {"statistic", "p_value"});
    py::class_<TestResult>(s, "TestResult", "One test; None for what does not exist.")
        .def_property_readonly("statistic", [](const TestResult& t) { return there(t.statistic); })
        .def_property_readonly("p_value", [](const TestResult& t) { return there(t.p_value); })
        .def_readonly("status", &TestResult::status)
        .def("__repr__", [](const TestResult& t) { return "<TestResult: p " + shown(there(t.p_value)) + ">"; });
    py::class_<YearToDate>(s, "YearToDate", "A year so far against the same periods of the year before.")
        .def_readonly("this_year", &YearToDate::this_year, "Sum over the matched periods.")
        .def_readonly("last_year", &YearToDate::last_year)
        .def_readonly("periods", &YearToDate::periods, "Known in both years.")
        .def_readonly("left_out", &YearToDate::left_out, "Missing in either year, and left out of both.")
        .def_readonly("ratio", &YearToDate::ratio, "This year's rate over last year's, an `Estimate`.")
        .def_property_readonly(
            "dispersion", [](const YearToDate& y) { return there(y.dispersion); }, "φ, as given or estimated.")
        .def_readonly("test", &YearToDate::test, "Of no change, a `TestResult`.")
        .def("__repr__", [](const YearToDate& y) {
            return "<YearToDate: " + shown(y.this_year) + " after " + shown(y.last_year) + ", p " +
                   shown(there(y.test.p_value)) + ">";
        });
}

}  // namespace

void bind_two_counts(py::module_& s) {
    bind_results(s);
    const auto test = py::arg("test") = TwoCountsTest::conditional;
    const auto alternative = py::arg("alternative") = Alternative::two_sided;
    s.def("test_two_counts", &test_two_counts, py::arg("x1"), py::arg("t1"), py::arg("x2"), py::arg("t2"),
          py::kw_only(), test, alternative, py::arg("difference") = 0.0, py::arg("on_invalid") = "status",
          R"(Tests whether two Poisson rates, x1 events over t1 and x2 over t2, are equal.

Arrays of one shape, a single number stands for all. With e = t1/t2 the tests are
    conditional: x1 is binomial given x1 + x2, all outcomes no more probable (Przyborowski and Wilenski 1940)
    conditional_mid_p: the same with half the probability of x1 itself left out
    e_test: the probability, at the pooled rate, of a Wald statistic as far out (Krishnamoorthy and Thomson 2004);
        e_test_score: of a score statistic. difference: of the rates, under the null hypothesis, for e_test
    score: z = (x1 − e·x2)/√(e·(x1 + x2)). wald: z = (x1 − e·x2)/√(x1 + e²·x2)
    square_root: z = 2·(√(x1 + ⅜) − √(e·(x2 + ⅜)))/√(1 + e) (Huffman 1984)

>>> from ontrack import stats
>>> stats.test_two_counts([25, 60], 1, [16, 41], 1).p_value.round(4).tolist()
[0.211, 0.0728])");
    s.def("test_two_proportions", &test_two_proportions, py::arg("x1"), py::arg("n1"), py::arg("x2"), py::arg("n2"),
          py::kw_only(), py::arg("test") = TwoProportionsTest::score, alternative, py::arg("on_invalid") = "status",
          R"(Tests whether two independent proportions, x1 of n1 and x2 of n2, are equal.

Arrays of one shape, a single number stands for all; events and trials, 0 ≤ x ≤ n.
    score: z = (p₁ − p₂)/√(p(1 − p)(1/n₁ + 1/n₂)), p = (x1 + x2)/(n1 + n2); z² is Pearson's (1900) χ² without correction
    fisher: x1 is hypergeometric given x1 + x2, all tables no more probable (Fisher 1935); the statistic is x1
    fisher_mid_p: the same with half the probability of the table itself left out (Lancaster 1961)

>>> from ontrack import stats
>>> stats.test_two_proportions([15, 56], [148, 70], [4, 48], [145, 80]).p_value.round(4).tolist()
[0.0104, 0.008])");
    def_numbers<2>(
        s, "root_z", {"before", "after"}, [](const std::array<double, 2>& v) { return stats::root_z(v[0], v[1]); },
        R"(Wheeler's (2016) screen of a change in crime, 2·(√after − √before), to be flagged beyond ±3.

before, after: counts over periods of equal length; NaN unless both are at least 0.

>>> from ontrack import stats
>>> stats.root_z(16, 25)
2.0)");
    s.def("compare_year_to_date", &compare_year_to_date, py::arg("this_year"), py::arg("last_year"), py::kw_only(),
          py::arg("this_exposure") = py::none(), py::arg("last_exposure") = py::none(), py::arg("confidence") = 0.95,
          test, alternative, py::arg("dispersion") = 1.0,
          R"(A year so far against the same periods of the year before, so that season falls out; gives a `YearToDate`.

this_year, last_year: counts by period (1-D, of one length); a period that is NaN in either year is left out of both. Exposures
(days, working days): of the same shape, None for 1. dispersion: φ ≥ 1, the variance of a count as a multiple of its mean; None
estimates it from how the ratio varies between the periods. Above 1, or estimated, the test is z/√φ by the score test.

>>> from ontrack import stats
>>> stats.compare_year_to_date([30, 25, float("nan")], [20, 22, 24])
<YearToDate: 55 after 42, p 0.222878>)");
}

}  // namespace ontrack::python

#include <ontrack/stats/change_point.hpp>

#include "bindings.hpp"
#include "regression_results.hpp"

namespace ontrack::python {
namespace {

using stats::ChangePenalty;
using stats::ChangeTest;
using stats::Segmentation;

/// One series.
Doubles column(const char* name, const ArrayLike& argument) {
    Doubles values = doubles(name, argument);
    if (values.ndim() != 1) {
        refuse("wrong-shape", std::string(name) + " has the shape " + shape_of(values), "Pass one series (1-D).");
    }
    return values;
}
std::optional<Doubles> column(const char* name, const std::optional<ArrayLike>& argument) {
    return argument ? std::optional(column(name, *argument)) : std::nullopt;
}

std::size_t count(const char* name, int value) {
    if (value < 1) {
        refuse("out-of-domain", std::string(name) + " is " + std::to_string(value), "Pass 1 or more.");
    }
    return static_cast<std::size_t>(value);
}

template <typename T, typename U>
py::array_t<T> frozen(const std::vector<U>& items) {
    py::array_t<T> result(static_cast<py::ssize_t>(items.size()));
    std::ranges::transform(items, result.mutable_data(), [](U item) { return static_cast<T>(item); });
    freeze(result);
    return result;
}

Segmentation segment_counts(const ArrayLike& values_argument, const std::optional<ArrayLike>& exposure_argument,
                            ChangePenalty penalty, std::optional<double> value, double dispersion, int shortest) {
    const Doubles values = column("values", values_argument);
    const std::optional<Doubles> exposure = column("exposure", exposure_argument);
    const stats::SegmentOptions options{penalty, value.value_or(std::numeric_limits<double>::quiet_NaN()), dispersion,
                                        count("shortest", shortest)};
    const py::gil_scoped_release unlocked;
    return stats::segment_counts(span_of(values), span_of(exposure), options);
}

ChangeTest change_test(const ArrayLike& values_argument, const std::optional<ArrayLike>& exposure_argument,
                       int shortest, int replicates, std::uint64_t seed, double alpha, double confidence, int threads) {
    const Doubles values = column("values", values_argument);
    const std::optional<Doubles> exposure = column("exposure", exposure_argument);
    const stats::ChangeTestOptions options{
        count("shortest", shortest), count("replicates", replicates), seed, alpha, confidence,
        checked_threads(threads)};
    const py::gil_scoped_release unlocked;
    return stats::change_test(span_of(values), span_of(exposure), options);
}

}  // namespace

void bind_change_points(py::module_& s) {
    py::native_enum<ChangePenalty>(s, "ChangePenalty", "enum.Enum", "What a further change costs.")
        .value("bic", ChangePenalty::bic)
        .value("mbic", ChangePenalty::mbic)
        .value("hannan_quinn", ChangePenalty::hannan_quinn)
        .value("aic", ChangePenalty::aic)
        .value("stated", ChangePenalty::stated)
        .finalize();
    py::class_<Segmentation>(s, "Segmentation", "Where the rate of a series changes.")
        .def_property_readonly(
            "change", [](const Segmentation& found) { return frozen<std::int64_t>(found.change); },
            "Index of the first period of every segment but the first.")
        .def_property_readonly(
            "rate", [](const Segmentation& found) { return frozen<double>(found.rate); },
            "Events per unit of exposure in every segment.")
        .def_property_readonly(
            "cost", [](const Segmentation& found) { return there(found.cost); }, "Of all segments and penalties.")
        .def_readonly("status", &Segmentation::status)
        .def("__repr__", [](const Segmentation& found) {
            return "<Segmentation: " + std::to_string(found.change.size()) + " changes, status " +
                   std::string(to_string(found.status)) + ">";
        });
    py::class_<ChangeTest>(s, "ChangeTest", "Whether the rate of a series changed once, and when.")
        .def_property_readonly(
            "statistic", [](const ChangeTest& test) { return there(test.statistic); },
            "The largest −2·ln of the likelihood ratio over all dates.")
        .def_property_readonly("p_value", [](const ChangeTest& test) { return there(test.p_value); })
        .def_property_readonly(
            "change",
            [](const ChangeTest& test) {
                return test.status == stats::Status::ok ? std::optional(test.change) : std::nullopt;
            },
            "Index of the first period after the likeliest change.")
        .def_property_readonly("rate_before", [](const ChangeTest& test) { return there(test.rate_before); })
        .def_property_readonly("rate_after", [](const ChangeTest& test) { return there(test.rate_after); })
        .def_readonly("rate_ratio", &ChangeTest::rate_ratio, "After over before, as if the date had been known.")
        .def_property_readonly(
            "confidence_set", [](const ChangeTest& test) { return frozen<std::int64_t>(test.confidence_set); },
            "Indices of the dates that are not much less likely.")
        .def_readonly("status", &ChangeTest::status)
        .def("__repr__", [](const ChangeTest& test) {
            return "<ChangeTest: p " + shown(there(test.p_value)) + ", status " + std::string(to_string(test.status)) +
                   ">";
        });

    s.def("segment_counts", &segment_counts, py::arg("values"), py::arg("exposure") = py::none(), py::kw_only(),
          py::arg("penalty") = ChangePenalty::mbic, py::arg("value") = py::none(), py::arg("dispersion") = 1.0,
          py::arg("shortest").noconvert() = 2,
          R"(Cuts a series of counts into segments of one rate each: the cut that costs least, over all cuts.

A segment with Y events in an exposure E costs 2(Y − Y·ln(Y/E))/dispersion (Poisson); a change costs, for n periods,
    bic: 2·ln n (Yao 1988). mbic: 3·ln n, and ln(length/n) for each segment (Zhang and Siegmund 2007)
    hannan_quinn: 4·ln ln n. aic: 4. stated: value
Optimal partitioning (Jackson et al. 2005) with exact pruning (Killick, Fearnhead and Eckley 2012).
values: one series, NaN a missing period. dispersion: variance over mean within a segment; with counts that scatter more than
Poisson's, 1 finds changes that are not there. shortest: periods that a segment has at least.

>>> from ontrack import stats
>>> found = stats.segment_counts([5, 6, 4, 5, 5, 15, 14, 17, 15, 16])
>>> found.change.tolist(), found.rate.tolist()
([5], [5.0, 15.4]))");

    s.def("change_test", &change_test, py::arg("values"), py::arg("exposure") = py::none(), py::kw_only(),
          py::arg("shortest").noconvert() = 2, py::arg("replicates").noconvert() = 999, py::arg("seed").noconvert() = 1,
          py::arg("alpha") = 0.0, py::arg("confidence") = 0.95, py::arg("threads").noconvert() = 1,
          R"(Tests one rate throughout against a change at a date that is not known, by the largest likelihood ratio.

p is from a parametric bootstrap (Davison and Hinkley 1997): (1 + replicates as large)/(replicates + 1), drawn with the fitted
rate by Philox numbers keyed by seed; the same for any number of threads. alpha: the replicates have variance μ + αμ²; 0 is
Poisson, too small for counts that scatter more. confidence_set: the dates whose −2·ln likelihood ratio against the likeliest
is at most −2·ln(1 − √confidence) times the scatter (Siegmund 1988; Hansen 2000).
values: one series, NaN a missing period. exposure: as long, or None. shortest: periods on either side.

>>> from ontrack import stats
>>> test = stats.change_test([5, 6, 4, 5, 5, 15, 14, 17, 15, 16])
>>> test.change, test.p_value, test.confidence_set.tolist()
(5, 0.001, [5]))");
}

}  // namespace ontrack::python

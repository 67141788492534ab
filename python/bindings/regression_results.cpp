#include "regression_results.hpp"

namespace ontrack::python {
namespace {

void bind_words(py::module_& s) {
    using stats::Family;
    using stats::InterruptionKind;
    using stats::LimitLaw;
    using stats::SeasonKind;
    py::native_enum<Family>(s, "Family", "enum.Enum", "The law of a value around its mean; `regressions` has them.")
        .value("poisson", Family::poisson)
        .value("quasi_poisson", Family::quasi_poisson)
        .value("negative_binomial", Family::negative_binomial)
        .value("gaussian", Family::gaussian)
        .finalize();
    py::native_enum<LimitLaw>(s, "LimitLaw", "enum.Enum", "Whose quantile times the standard error the limits are at.")
        .value("by_family", LimitLaw::by_family)
        .value("normal", LimitLaw::normal)
        .value("student", LimitLaw::student)
        .finalize();
    py::native_enum<SeasonKind>(s, "SeasonKind", "enum.Enum", "The columns of a season.")
        .value("none", SeasonKind::none)
        .value("effects", SeasonKind::effects)
        .value("harmonics", SeasonKind::harmonics)
        .finalize();
    py::native_enum<InterruptionKind>(s, "InterruptionKind", "enum.Enum", "What happened at a known date.")
        .value("step", InterruptionKind::step)
        .value("slope", InterruptionKind::slope)
        .value("pulse", InterruptionKind::pulse)
        .finalize();
}

void bind_designs(py::module_& s) {
    using stats::Interruption;
    using stats::Season;
    py::class_<Season>(s, "Season", "The season of a regression.")
        .def(py::init([](stats::SeasonKind kind, int length, int pairs, int first) {
                 return Season{kind, length, pairs, first};
             }),
             py::arg("kind") = stats::SeasonKind::effects, py::arg("length").noconvert() = 12,
             py::arg("pairs").noconvert() = 2, py::arg("first").noconvert() = 0)
        .def_readonly("kind", &Season::kind)
        .def_readonly("length", &Season::length, "Periods a year.")
        .def_readonly("pairs", &Season::pairs, "Of harmonics, 1 to length/2.")
        .def_readonly("first", &Season::first, "Place in the year of the first period, from 0.")
        .def("__repr__", [](const Season& season) {
            return "Season(" + std::string(py::str(py::cast(season.kind).attr("name"))) +
                   ", length=" + std::to_string(season.length) + ", pairs=" + std::to_string(season.pairs) +
                   ", first=" + std::to_string(season.first) + ")";
        });
    py::class_<Interruption>(s, "Interruption", "Something that happened at a known date.")
        .def(py::init([](stats::InterruptionKind kind, int at, int length) {
                 if (at < 0 || length < 0) {
                     refuse("not-a-period", "at is " + std::to_string(at) + ", length " + std::to_string(length),
                            "Pass the index of a period, and a length above 0.");
                 }
                 return Interruption{kind, static_cast<std::size_t>(at), static_cast<std::size_t>(length)};
             }),
             py::arg("kind"), py::arg("at").noconvert(), py::arg("length").noconvert() = 1)
        .def_readonly("kind", &Interruption::kind)
        .def_readonly("at", &Interruption::at, "Index of the first period that it touches.")
        .def_readonly("length", &Interruption::length, "Periods of a pulse.")
        .def("__repr__", [](const Interruption& i) {
            return "Interruption(" + std::string(py::str(py::cast(i.kind).attr("name"))) +
                   ", at=" + std::to_string(i.at) + ", length=" + std::to_string(i.length) + ")";
        });
}

}  // namespace

Regressions::Regressions(py::ssize_t series, py::ssize_t columns, const std::vector<py::ssize_t>& values)
    : coefficient({series, columns}),
      standard_error({series, columns}),
      lower({series, columns}),
      upper({series, columns}),
      p_value({series, columns}),
      covariance({series, columns, columns}),
      fitted(values),
      degrees(series),
      alpha(series),
      dispersion(series),
      deviance(series),
      log_likelihood(series),
      status(series) {}

stats::RegressionColumns Regressions::columns() {
    stats::RegressionColumns out;
    out.coefficient = writable(coefficient);
    out.standard_error = writable(standard_error);
    out.lower = writable(lower);
    out.upper = writable(upper);
    out.p_value = writable(p_value);
    out.covariance = writable(covariance);
    out.fitted = writable(fitted);
    out.degrees = writable(degrees);
    out.alpha = writable(alpha);
    out.dispersion = writable(dispersion);
    out.deviance = writable(deviance);
    out.log_likelihood = writable(log_likelihood);
    static_assert(sizeof(stats::Status) == sizeof(std::uint8_t));
    out.status = {reinterpret_cast<stats::Status*>(status.mutable_data()), static_cast<std::size_t>(status.size())};
    return out;
}

void Regressions::freeze() const {
    for (const py::array& array :
         std::initializer_list<py::array>{coefficient, standard_error, lower, upper, p_value, covariance, fitted,
                                          degrees, alpha, dispersion, deviance, log_likelihood, status}) {
        python::freeze(array);
    }
}

LogLinearTrends::LogLinearTrends(py::ssize_t series, const std::vector<py::ssize_t>& values)
    : rate_ratio({series}),
      p_value(series),
      slope(series),
      standard_error(series),
      degrees(series),
      alpha(series),
      dispersion(series),
      deviance(series),
      log_likelihood(series),
      fitted(values) {}

stats::LogLinearColumns LogLinearTrends::columns() {
    return {rate_ratio.columns(), writable(p_value),    writable(slope),    writable(standard_error), writable(degrees),
            writable(alpha),      writable(dispersion), writable(deviance), writable(log_likelihood), writable(fitted)};
}

void LogLinearTrends::freeze() const {
    rate_ratio.freeze();
    for (const py::array& array : std::initializer_list<py::array>{p_value, slope, standard_error, degrees, alpha,
                                                                   dispersion, deviance, log_likelihood, fitted}) {
        python::freeze(array);
    }
}

Interrupted::Interrupted(py::ssize_t series, py::ssize_t columns, py::ssize_t effects,
                         const std::vector<py::ssize_t>& values)
    : regression(series, columns, values),
      effect({series, effects}),
      effect_lower({series, effects}),
      effect_upper({series, effects}),
      effect_p_value({series, effects}),
      counterfactual(values),
      change(values),
      change_lower(values),
      change_upper(values) {}

stats::InterruptedColumns Interrupted::columns() {
    return {regression.columns(),   writable(effect),         writable(effect_lower),
            writable(effect_upper), writable(effect_p_value), writable(counterfactual),
            writable(change),       writable(change_lower),   writable(change_upper)};
}

void Interrupted::freeze() const {
    regression.freeze();
    for (const py::array& array : std::initializer_list<py::array>{
             effect, effect_lower, effect_upper, effect_p_value, counterfactual, change, change_lower, change_upper}) {
        python::freeze(array);
    }
}

void bind_regression_results(py::module_& s) {
    bind_words(s);
    bind_designs(s);
    py::class_<Regressions>(s, "Regressions",
                            "Fits of many series to one design: read-only arrays, NaN where a series has none.")
        .def_readonly("coefficient", &Regressions::coefficient, "Series × columns of the design.")
        .def_readonly("standard_error", &Regressions::standard_error)
        .def_readonly("lower", &Regressions::lower)
        .def_readonly("upper", &Regressions::upper)
        .def_readonly("p_value", &Regressions::p_value, "Two-sided, of a coefficient of 0.")
        .def_readonly("covariance", &Regressions::covariance, "Series × columns × columns.")
        .def_readonly("fitted", &Regressions::fitted, "μ, of the shape of the values.")
        .def_readonly("degrees", &Regressions::degrees, "n − p.")
        .def_readonly("alpha", &Regressions::alpha, "Variance μ + αμ²; 0 but for negative_binomial.")
        .def_readonly("dispersion", &Regressions::dispersion, "Pearson's χ² over n − p; of gaussian σ².")
        .def_readonly("deviance", &Regressions::deviance)
        .def_readonly("log_likelihood", &Regressions::log_likelihood)
        .def_readonly("status", &Regressions::status, "uint8, one `Status` for each series.")
        .def_property_readonly(
            "reasons", [](const Regressions& r) { return reasons(r.status); },
            "Series → one sentence, where the status is not `ok`.")
        .def("__len__", [](const Regressions& r) { return r.status.size(); })
        .def("__repr__", [](const Regressions& r) {
            return "<Regressions of " + std::to_string(r.status.size()) + " series, " +
                   std::to_string(reasons(r.status).size()) + " with a reason>";
        });
    py::class_<LogLinearTrends>(s, "LogLinearTrends", "Yearly growth of many series: read-only arrays.")
        .def_readonly("rate_ratio", &LogLinearTrends::rate_ratio, "This year's rate over last year's, with limits.")
        .def_readonly("p_value", &LogLinearTrends::p_value, "Two-sided, of a ratio of 1.")
        .def_readonly("slope", &LogLinearTrends::slope, "ln of the ratio.")
        .def_readonly("standard_error", &LogLinearTrends::standard_error, "Of the slope.")
        .def_readonly("degrees", &LogLinearTrends::degrees, "n − p.")
        .def_readonly("alpha", &LogLinearTrends::alpha, "Variance μ + αμ²; 0 but for negative_binomial.")
        .def_readonly("dispersion", &LogLinearTrends::dispersion, "Pearson's χ² over n − p.")
        .def_readonly("deviance", &LogLinearTrends::deviance)
        .def_readonly("log_likelihood", &LogLinearTrends::log_likelihood)
        .def_readonly("fitted", &LogLinearTrends::fitted, "μ, of the shape of the values.")
        .def("__len__", [](const LogLinearTrends& t) { return t.slope.size(); })
        .def("__repr__", [](const LogLinearTrends& t) {
            return "<LogLinearTrends of " + std::to_string(t.slope.size()) + " series>";
        });
    py::class_<Interrupted>(s, "Interrupted", "Effects of what happened at known dates: read-only arrays.")
        .def_readonly("regression", &Interrupted::regression, "The fit, `Regressions`.")
        .def_readonly("effect", &Interrupted::effect, "Series × interruptions: rate ratios (gaussian: differences).")
        .def_readonly("effect_lower", &Interrupted::effect_lower)
        .def_readonly("effect_upper", &Interrupted::effect_upper)
        .def_readonly("effect_p_value", &Interrupted::effect_p_value, "Two-sided, of no effect.")
        .def_readonly("counterfactual", &Interrupted::counterfactual, "μ had nothing happened; as the values.")
        .def_readonly("change", &Interrupted::change, "All interruptions together in each period; as the values.")
        .def_readonly("change_lower", &Interrupted::change_lower)
        .def_readonly("change_upper", &Interrupted::change_upper)
        .def("__len__", [](const Interrupted& i) { return i.regression.status.size(); })
        .def("__repr__", [](const Interrupted& i) {
            return "<Interrupted: " + std::to_string(i.regression.status.size()) + " series>";
        });
}

}  // namespace ontrack::python

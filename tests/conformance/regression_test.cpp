#include <cmath>
#include <numbers>

#include <gtest/gtest.h>

#include <ontrack/stats/interrupted.hpp>
#include <ontrack/stats/log_linear.hpp>

#include "conformance/chart_table.hpp"
#include "reference/regression.hpp"

namespace {

using conformance::column;
using conformance::Conformance;
using conformance::read_table;
using namespace ontrack::stats;

/// The columns of one of R's formulas for the Sicilian series, and their names.
struct Formula {
    std::vector<std::string> names{"(Intercept)", "smokban", "time"};
    std::vector<double> design;

    Formula(const std::string& model, const std::vector<conformance::Row>& rows) {
        const bool has_season =
            model.find("sin/cos") != std::string::npos || model.find("harmonics") != std::string::npos;
        const bool has_slope = model.find("smokban*time") != std::string::npos;
        if (has_season) names.insert(names.end(), {"s1", "c1", "s2", "c2"});
        if (has_slope) names.emplace_back("smokban:time");
        for (const auto& row : rows) {
            const double ban = row.number("smokban"), time = row.number("time");
            const double angle = 2.0 * std::numbers::pi * row.number("month") / 12.0;
            design.insert(design.end(), {1.0, ban, time});
            if (has_season)
                design.insert(design.end(),
                              {std::sin(angle), std::cos(angle), std::sin(2.0 * angle), std::cos(2.0 * angle)});
            if (has_slope) design.push_back(ban * time);
        }
    }
    [[nodiscard]] std::size_t place(const std::string& name) const {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    }
};

/// The standard errors of R's glm, for dispersion 1, and Pearson's sum as its summary takes it: its iterations, its start, its
/// stop, and the weights before its last step.
struct EarlyStop {
    std::vector<double> error;
    double pearson = 0.0;

    EarlyStop(const std::vector<double>& design, const std::vector<double>& y, const std::vector<double>& exposure) {
        const std::size_t n = y.size(), p = design.size() / n;
        std::vector<double> mean = y, weight;
        for (double& each : mean) each += 0.1;
        reference::Matrix inverse;
        for (double before = 0.0, deviance = INFINITY;
             !(std::abs(deviance - before) < 1e-8 * (std::abs(deviance) + 0.1));) {
            weight = mean;
            reference::Matrix a(p, std::vector<reference::Long>(p));
            std::vector<reference::Long> b(p), beta(p);
            for (std::size_t t = 0; t < n; ++t)
                for (std::size_t j = 0; j < p; ++j) {
                    const double* const x = &design[t * p];
                    b[j] += weight[t] * x[j] * (std::log(mean[t] / exposure[t]) + (y[t] - mean[t]) / mean[t]);
                    for (std::size_t k = 0; k < p; ++k)
                        a[j][k] += static_cast<reference::Long>(weight[t]) * x[j] * x[k];
                }
            inverse = reference::inverse(a);
            for (std::size_t j = 0; j < p; ++j)
                for (std::size_t k = 0; k < p; ++k) beta[j] += inverse[j][k] * b[k];
            before = deviance;
            deviance = pearson = 0.0;
            for (std::size_t t = 0; t < n; ++t) {
                reference::Long eta = std::log(static_cast<reference::Long>(exposure[t]));
                for (std::size_t j = 0; j < p; ++j) eta += beta[j] * design[t * p + j];
                mean[t] = static_cast<double>(std::exp(eta));
                const double gap = y[t] - mean[t];
                deviance += 2.0 * ((y[t] > 0.0 ? y[t] * std::log(y[t] / mean[t]) : 0.0) - gap);
                pearson += weight[t] * gap * gap / (mean[t] * mean[t]);
            }
        }
        for (std::size_t j = 0; j < p; ++j) error.push_back(static_cast<double>(std::sqrt(inverse[j][j])));
    }
};

/// R's number for what is ours but for its early stop.
void stops_early(Conformance& check, double ours, double early, double expected, const std::string& what) {
    EXPECT_NEAR(ours / expected, 1.0, 2e-6) << what;
    EXPECT_NEAR(early / expected, 1.0, 1e-9) << what;
    check.deviates("glm-stops-early");
}

TEST(ConformanceRegression, SicilianSmokingBan) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "sicily_smoking_ban/reference_fits");
    const auto rows = read_table("data/sicily_smoking_ban/sicily.csv");
    const std::vector<double> aces = column(rows, "aces"), population = column(rows, "stdpop");
    for (const auto& [key, expected] :
         conformance::grouped(read_table("data/sicily_smoking_ban/reference_fits.csv"), {"model"})) {
        const Formula formula(key[0], rows);
        const bool is_quasi = key[0].rfind("quasi", 0) == 0;
        // R's confint.default has normal limits for either family.
        const Regression found =
            regression({formula.design, formula.names.size()}, aces, population,
                       {.family = is_quasi ? Family::quasi_poisson : Family::poisson, .limits = LimitLaw::normal});
        ASSERT_EQ(found.status, Status::ok);
        const EarlyStop early(formula.design, aces, population);
        const double root = is_quasi ? std::sqrt(early.pearson / found.degrees) : 1.0;
        for (const auto& row : expected) {
            const std::string what = row.text("quantity"), kind = what.substr(0, what.find('.'));
            const std::size_t at = formula.place(what.substr(what.find('.') + 1)), ban = formula.place("smokban");
            const double value = row.number("value");
            if (kind == "se") {
                stops_early(check, found.standard_error.at(at), root * early.error.at(at), value, what);
                continue;
            }
            if (what == "rr.lower95" || what == "rr.upper95") {
                const double side = what == "rr.lower95" ? -1.0 : 1.0;
                stops_early(check, std::exp(side < 0.0 ? found.lower[ban] : found.upper[ban]),
                            std::exp(found.coefficient[ban] + side * 1.959963984540054 * root * early.error[ban]),
                            value, what);
                continue;
            }
            double actual = found.deviance;
            if (kind == "coef") actual = found.coefficient.at(at);
            if (what == "df.residual") actual = found.degrees;
            if (what == "pearson_chisq") actual = found.dispersion * found.degrees;
            if (what == "rr.smokban") actual = std::exp(found.coefficient[ban]);
            check.number(actual, value, key[0] + ' ' + what);
        }
    }
}

TEST(ConformanceRegression, RClassicFits) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("r-stats", "classic_series/reference_fits");
    const auto rows = read_table("data/classic_series/seatbelts.csv");
    const Interruption law[] = {{InterruptionKind::step, 169, 1}};
    const std::size_t at_law = 13;
    std::vector<double> drivers = column(rows, "drivers");
    for (double& each : drivers) each = std::log(each);
    // R's t counts months.
    const SeriesDesign model{1, true, {}, law};
    const Interrupted levels = interrupted(drivers, {}, model, {.family = Family::gaussian});
    const Interrupted counts = interrupted(column(rows, "VanKilled"), {}, model, {.family = Family::poisson});
    const EarlyStop early(design_matrix(model, 192), column(rows, "VanKilled"), std::vector<double>(192, 1.0));
    for (const auto& row : read_table("data/classic_series/reference_fits.csv")) {
        const std::string text = row.text("model"), what = row.text("quantity");
        const bool is_linear = text.rfind("lm(", 0) == 0;
        if (!is_linear && text.rfind("glm(", 0) != 0) {
            check.deviates("time-series-models");
            continue;
        }
        const Regression& found = (is_linear ? levels : counts).regression;
        if (!is_linear && what.rfind("se.", 0) == 0) {
            const std::size_t at = what == "se.t" ? 1 : at_law;
            stops_early(check, found.standard_error[at], early.error[at], row.number("value"), what);
            continue;
        }
        double actual = found.log_likelihood;
        if (what == "coef.law") actual = found.coefficient[at_law];
        if (what == "se.law") actual = found.standard_error[at_law];
        if (what == "coef.t") actual = found.coefficient[1];
        if (what == "se.t") actual = found.standard_error[1];
        if (what == "sigma") actual = std::sqrt(found.dispersion);
        if (what == "deviance") actual = found.deviance;
        if (what == "pearson_chisq") actual = found.dispersion * found.degrees;
        check.number(actual, row.number("value"), text + ' ' + what);
    }
}

/// statsmodels 0.15.0, tolerance 1e-14, on the Sicilian series: trend and slope by the year, step and slope from month 36, two
/// harmonic pairs from place 0.
TEST(ConformanceRegression, StatsmodelsNeweyWest) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("statsmodels", "sicily_smoking_ban");
    const auto rows = read_table("data/sicily_smoking_ban/sicily.csv");
    const std::vector<double> aces = column(rows, "aces"), population = column(rows, "stdpop");
    const Interruption ban[] = {{InterruptionKind::step, 36, 1}, {InterruptionKind::slope, 36, 1}};
    const SeriesDesign model{12, true, {SeasonKind::harmonics, 12, 2, 0}, ban};
    // Ours: intercept, trend, season, step, slope. Theirs, below: intercept, trend, step, slope, season.
    const std::size_t place[] = {0, 1, 6, 7, 2, 3, 4, 5};
    const auto compare = [&](const RegressionOptions& options, const double(&expected)[8], const double(&errors)[8],
                             double tolerance, const std::string& name) {
        const Regression found = interrupted(aces, population, model, options).regression;
        for (std::size_t j = 0; j < 8; ++j) {
            const double b = found.coefficient[place[j]], se = found.standard_error[place[j]];
            // The sums of a fit in other units differ in the last digits: beside the relative bound an absolute one.
            check.number(std::abs(b - expected[j]) <= tolerance, 1.0, name + " coefficient");
            check.number(std::abs(se - errors[j]) <= tolerance, 1.0, name + " error");
        }
        return found;
    };
    const Regression fixed = compare({.family = Family::negative_binomial, .alpha = 0.001, .lags = 4},
                                     {-6.2420105255564344, 0.0614722230011200, -0.1311449417835453, 0.0175915995181555,
                                      0.0135040509066510, 0.0521218455502636, -0.0219660669708540, -0.0079755126210281},
                                     {0.0222133431404082, 0.0117861717546878, 0.0173302091975895, 0.0172149895909535,
                                      0.0071901388839372, 0.0099675957661306, 0.0065455097264108, 0.0078997659896586},
                                     1e-11, "GLM(NegativeBinomial(alpha=0.001)), HAC, maxlags 4");
    check.number(fixed.deviance, 62.897411642761234, "deviance");
    check.number(fixed.log_likelihood, -301.60180586673414, "log-likelihood");
    check.number(fixed.dispersion * fixed.degrees, 63.039088203859706, "Pearson");
    const Regression model_based =
        interrupted(aces, population, model, {.family = Family::negative_binomial, .alpha = 0.001}).regression;
    check.number(model_based.standard_error[6], 0.0261282660934821, "nonrobust error of the step");
    compare({.family = Family::poisson, .lags = 3, .small_sample = true},
            {-6.2418013307780722, 0.0612312263641025, -0.1303769432510048, 0.0177867359754877, 0.0140135193085770,
             0.0523801468005857, -0.0217766375707061, -0.0077876729069626},
            {0.0233388653614840, 0.0124326669068837, 0.0194353784197542, 0.0184908780423881, 0.0073162196356617,
             0.0106830975270549, 0.0072080558502621, 0.0085455600013952},
            1e-11, "GLM(Poisson), HAC, maxlags 3, use_correction");
    const Regression estimated =
        compare({.family = Family::negative_binomial, .lags = 4},
                {-6.2420255820223050, 0.06149062773347371, -0.13120465928816813, 0.017575439664585506,
                 0.013462351177009502, 0.052098877660254672, -0.021981096566285163, -0.0079905454303213184},
                {0.0222190393015901, 0.0118033908328994, 0.0173751449403324, 0.0172230982630155, 0.0071815214267629,
                 0.0099696052916512, 0.0065551192549303, 0.0079011762135991},
                1e-8, "NegativeBinomial, HAC, maxlags 4");
    check.number(estimated.alpha, 0.00116117333037, 8, "alpha");
    check.number(estimated.log_likelihood, -301.52562637495356, "log-likelihood");
}

/// statsmodels 0.15.0: OLS of log drivers on year, month and law, HAC with 12 lags and use_correction.
TEST(ConformanceRegression, StatsmodelsSeatbelts) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("statsmodels", "classic_series/seatbelts");
    std::vector<double> drivers = column(read_table("data/classic_series/seatbelts.csv"), "drivers");
    for (double& each : drivers) each = std::log(each);
    const Interruption law[] = {{InterruptionKind::step, 169, 1}};
    const Interrupted found =
        interrupted(drivers, {}, {12, true, {}, law},
                    {.family = Family::gaussian, .lags = 12, .small_sample = true, .limits = LimitLaw::normal});
    check.number(found.regression.coefficient[1], -0.0120897426368324, "year");
    check.number(found.regression.standard_error[1], 0.0035676413930792, "error of year");
    check.number(found.effect[0], -0.1640336497453233, "law");
    check.number(found.regression.standard_error[13], 0.0323813407521978, "error of law");
    check.number(found.effect_lower[0], -0.2274999113907500, "lower limit");
    check.number(found.effect_upper[0], -0.1005673880998966, "upper limit");
    check.number(found.regression.log_likelihood, 200.9565244333196, "log-likelihood");
    check.number(found.regression.dispersion, 0.0077857325991439, "scale");
}

}  // namespace

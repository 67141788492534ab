#include <ontrack/stats/year_to_date.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include <ontrack/base/error.hpp>
#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/quantiles.hpp>
#include <ontrack/stats/ratio.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/count_limits.hpp"
#include "stats/test_columns.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

struct Period {
    double x1, t1, x2, t2;
};

Period period(const MatchedPeriods& all, std::size_t i) noexcept {
    return {all.this_year[i], all.this_exposure.empty() ? 1.0 : all.this_exposure[i], all.last_year[i],
            all.last_exposure.empty() ? 1.0 : all.last_exposure[i]};
}

Status status_of(const Period& p) noexcept {
    for (const double each : {p.x1, p.t1, p.x2, p.t2}) {
        if (const Status status = detail::count_status(each); status != Status::ok) return status;
    }
    return p.t1 == 0.0 || p.t2 == 0.0 ? Status::no_denominator : Status::ok;
}

void require(const MatchedPeriods& periods, const YearToDateOptions& options) {
    const std::size_t size = periods.this_year.size();
    detail::require_length("last_year", periods.last_year.size(), size);
    detail::require_wanted("this_exposure", periods.this_exposure, size);
    detail::require_wanted("last_exposure", periods.last_exposure, size);
    detail::require_confidence(options.confidence);
    if (std::isnan(options.dispersion) || (options.dispersion >= 1.0 && std::isfinite(options.dispersion))) return;
    throw DataError(Problem{"out-of-domain", "the dispersion is " + std::to_string(options.dispersion),
                            Place{{}, 0, 0, "dispersion"}, "Give a number from 1 up, or NaN to have it estimated"});
}

/// χ² of the periods about the overall ratio, and its degrees of freedom.
struct Heterogeneity {
    double chi_square = 0.0;
    double degrees = -1.0;
};

Heterogeneity heterogeneity(const MatchedPeriods& periods, double ratio) noexcept {
    Heterogeneity found;
    for (std::size_t i = 0; i < periods.this_year.size(); ++i) {
        const Period p = period(periods, i);
        const double events = p.x1 + p.x2;
        if (status_of(p) != Status::ok || events == 0.0) continue;
        const double share = ratio * p.t1 / (ratio * p.t1 + p.t2);
        const double away = p.x1 - events * share;
        found.chi_square += away * away / (events * share * (1.0 - share));
        found.degrees += 1.0;
    }
    return found;
}

/// Test and limits when counts vary more than Poisson; `degrees` of the estimate of φ, infinite when it is given.
void widen(YearToDate& result, const Period& sums, double degrees, const YearToDateOptions& options) noexcept {
    const TestResult score = test_two_counts(sums.x1, sums.t1, sums.x2, sums.t2, {TwoCountsTest::score});
    const Estimate log =
        estimate_rate_ratio(sums.x1, sums.t1, sums.x2, sums.t2, {options.confidence, RateRatioMethod::log});
    if (score.status != Status::ok || log.status != Status::ok) {
        result.ratio = log;
        result.test = {nan, nan, score.status == Status::ok ? log.status : score.status};
        return;
    }
    const double z = score.statistic / std::sqrt(result.dispersion);
    const double above = student_t_cdf(-z, degrees);
    const double below = student_t_cdf(z, degrees);
    const double p = options.alternative == Alternative::greater ? above
                     : options.alternative == Alternative::less  ? below
                                                                 : 2.0 * std::min(above, below);
    result.test = detail::tested(z, p);
    const double q = student_t_quantile(0.5 + 0.5 * options.confidence, degrees);
    const double factor = std::exp(q * std::sqrt(result.dispersion * (1.0 / sums.x1 + 1.0 / sums.x2)));
    result.ratio = {log.value, log.value / factor, log.value * factor, Status::ok};
}

YearToDate without(YearToDate result, Status status) noexcept {
    result.ratio = detail::without(status);
    result.test = {nan, nan, status};
    return result;
}

}  // namespace

YearToDate compare_year_to_date(const MatchedPeriods& periods, const YearToDateOptions& options) {
    require(periods, options);
    YearToDate result{0.0, 0.0, 0, 0, {}, options.dispersion, {}};
    Period sums{0.0, 0.0, 0.0, 0.0};
    for (std::size_t i = 0; i < periods.this_year.size(); ++i) {
        const Period p = period(periods, i);
        const Status status = status_of(p);
        if (status == Status::missing_value) {
            ++result.left_out;
            continue;
        }
        if (status != Status::ok) {
            result.this_year = result.last_year = nan;
            return without(result, status);
        }
        ++result.periods;
        sums = {sums.x1 + p.x1, sums.t1 + p.t1, sums.x2 + p.x2, sums.t2 + p.t2};
    }
    result.this_year = result.periods == 0 ? nan : sums.x1;
    result.last_year = result.periods == 0 ? nan : sums.x2;
    if (result.periods == 0) return without(result, Status::too_few_points);

    if (options.dispersion == 1.0) {
        result.ratio =
            estimate_rate_ratio(sums.x1, sums.t1, sums.x2, sums.t2, {options.confidence, RateRatioMethod::exact});
        result.test = test_two_counts(sums.x1, sums.t1, sums.x2, sums.t2, {options.test, options.alternative});
        return result;
    }
    double degrees = std::numeric_limits<double>::infinity();
    if (std::isnan(options.dispersion)) {
        if (sums.x1 == 0.0 || sums.x2 == 0.0) return without(result, Status::too_few_events);
        const Heterogeneity found = heterogeneity(periods, sums.x1 / sums.t1 / (sums.x2 / sums.t2));
        if (found.degrees < 1.0) return without(result, Status::too_few_points);
        degrees = found.degrees;
        result.dispersion = std::max(1.0, found.chi_square / degrees);
    }
    widen(result, sums, degrees, options);
    return result;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

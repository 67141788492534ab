#include "assessment/deciding.hpp"

#include <cmath>

#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/difference.hpp>
#include <ontrack/stats/proportion.hpp>
#include <ontrack/stats/ratio.hpp>

#include "assessment/chance.hpp"

namespace ontrack::inline v0::detail {
namespace {

std::optional<Decided> decided(const stats::Estimate& estimate, double scale, double alike, std::string method) {
    if (std::isnan(estimate.lower) || std::isnan(estimate.upper)) return std::nullopt;
    const Interval interval{estimate.lower * scale, estimate.upper * scale};
    return Decided{interval, std::move(method), interval.lower > alike, interval.upper < alike};
}

/// A number of events or people, as many as count.
struct Effective {
    double dispersion;

    double operator()(const std::optional<Decimal>& number) const { return number->to_double() / dispersion; }
    /// The name of an exact method, which it is of whole events alone.
    [[nodiscard]] std::string exact(const std::string& name) const {
        return dispersion == 1.0 ? name + ", exact" : name;
    }
};

std::optional<Decided> by_counts_of_both(const Measure& measure, const Side& first, const Side& second,
                                         double confidence, const Effective& number) {
    const double x1 = number(first.figure.numerator);
    const double n1 = number(first.figure.denominator);
    const double x2 = number(second.figure.numerator);
    const double n2 = number(second.figure.denominator);
    if (is_percentage(measure)) {
        return decided(stats::estimate_difference(x1, n1, x2, n2, {.confidence = confidence}), 100.0, 0.0,
                       "difference in points, Newcombe");
    }
    return decided(stats::estimate_rate_ratio(x1, n1, x2, n2, {.confidence = confidence}), 1.0, 1.0,
                   number.exact("ratio"));
}

std::optional<Decided> by_own_counts(const Measure& measure, const Side& first, const Decimal& value, double confidence,
                                     const Effective& number) {
    const double x = number(first.figure.numerator);
    const double n = number(first.figure.denominator);
    const double alike = value.to_double();
    if (is_percentage(measure)) {
        return decided(stats::estimate_proportion(x, n, {.confidence = confidence}), 100.0, alike, "share, Wilson");
    }
    return decided(stats::estimate_rate(x, n, {.confidence = confidence}), per_of(measure)->to_double(), alike,
                   "rate, " + count_method(x));
}

bool has_counts(const ComparedFigure& figure) {
    return figure.numerator && figure.denominator;
}

}  // namespace

std::optional<Decided> decide(const Measure& measure, const Side& first, const Side& second, double confidence,
                              double dispersion) {
    const Effective number{dispersion};
    if (std::holds_alternative<Count>(measure)) {
        if (first.days == 0 || second.days == 0 || !first.figure.value || !second.figure.value) return std::nullopt;
        return decided(stats::estimate_rate_ratio(number(first.figure.value), first.days, number(second.figure.value),
                                                  second.days, {.confidence = confidence}),
                       1.0, 1.0, number.exact("ratio of counts"));
    }
    if (!per_of(measure) || !has_counts(first.figure)) return std::nullopt;
    if (has_counts(second.figure)) return by_counts_of_both(measure, first, second, confidence, number);
    return second.figure.value ? by_own_counts(measure, first, *second.figure.value, confidence, number) : std::nullopt;
}

}  // namespace ontrack::inline v0::detail

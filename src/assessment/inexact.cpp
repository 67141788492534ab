#include "assessment/inexact.hpp"

#include <utility>

#include "assessment/interruption.hpp"
#include "assessment/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// The ends of what a figure may be; an end that it leaves open is empty.
using Ends = std::pair<std::optional<Decimal>, std::optional<Decimal>>;

struct EndsOf {
    /// The next whole number is the nearest that a count beyond a bound can be.
    Decimal next;

    std::optional<Ends> operator()(const FigureRange& range) const { return Ends{range.lower, range.upper}; }
    std::optional<Ends> operator()(const FigureBound& bound) const {
        switch (bound.kind) {
            case BoundKind::more_than:
                return Ends{bound.value + next, std::nullopt};
            case BoundKind::at_least:
                return Ends{bound.value, std::nullopt};
            case BoundKind::at_most:
                return Ends{std::nullopt, bound.value};
            case BoundKind::less_than:
                return Ends{std::nullopt, bound.value - next};
        }
        return std::nullopt;
    }
    std::optional<Ends> operator()(const StatedChange&) const { return std::nullopt; }
    std::optional<Ends> operator()(const LevelOrChange&) const { return std::nullopt; }
    std::optional<Ends> operator()(const UncertainFigure&) const { return std::nullopt; }
};

}  // namespace

Rated rate_inexact(const TrackInYear& in, const TrackAssessment& assessed) {
    Rated unknown = not_rated(why_nothing_is_known(in.so_far));
    const bool stands_for_year =
        in.indicator.year_rule == YearRule::latest || periods_per_year(in.so_far.frequency) == 1;
    const Observation* latest = in.so_far.unknown.empty() ? nullptr : in.so_far.unknown.back();
    if (!stands_for_year || latest == nullptr || !latest->inexact || is_part(*latest)) return unknown;
    const bool counts = std::holds_alternative<Count>(in.indicator.measure);
    const auto ends = std::visit(EndsOf{Decimal(counts ? 1 : 0)}, *latest->inexact);
    const auto point = in.indicator.year_rule == YearRule::latest ? assessed.path->at(latest->period) : assessed.target;
    if (!ends || !point) return unknown;

    const StatusRule& rule = in.plan.year_to_date_rule;
    const Decimal target = compared_target(*point, rule);
    const bool low = in.indicator.polarity == Polarity::low;
    const auto status_at = [&](const std::optional<Decimal>& end, bool open_is_good) {
        if (!end) return open_is_good && !point->other_edge ? Status::met : Status::missed;
        return rated(*end, *point, in.indicator.polarity, rule).status;
    };
    const auto within = [&](const std::optional<Decimal>& end) { return end && status_at(end, false) == Status::met; };
    // Both ends beyond a band may lie on different sides of it.
    const bool may_span_band = point->other_edge && !(within(ends->first) && within(ends->second));
    const Status at_lower = status_at(ends->first, low);
    const Status at_upper = status_at(ends->second, !low);
    const std::string figure = inexact_words(*latest->inexact, in.indicator);
    if (at_lower != at_upper || may_span_band) {
        return not_rated("only " + figure + " is known, which may be on either side of the target");
    }
    Rated answer{.status = at_lower};
    answer.qualified = joined_by(without_empty({"a figure of which only " + figure + " is known",
                                                qualification({latest->state}), across_baseline(in)}),
                                 " and ");
    answer.against = target;
    answer.threshold = edge_of_near(target, in.indicator.polarity, rule);
    return answer;
}

}  // namespace ontrack::inline v0::detail

#include "assessment/status.hpp"

#include <algorithm>
#include <array>

namespace ontrack {
inline namespace v0 {

std::string_view to_string(Status status) noexcept {
    switch (status) {
        case Status::met:
            return "met";
        case Status::near:
            return "near";
        case Status::missed:
            return "missed";
        case Status::done:
            return "done";
        case Status::done_late:
            return "done_late";
        case Status::overdue:
            return "overdue";
        case Status::not_yet_due:
            return "not_yet_due";
        case Status::not_rated:
            return "not_rated";
    }
    return {};
}

std::string_view to_words(Status status) noexcept {
    switch (status) {
        case Status::met:
            return "on target";
        case Status::near:
            return "close";
        case Status::missed:
            return "off target";
        case Status::done:
            return "done";
        case Status::done_late:
            return "done late";
        case Status::overdue:
            return "overdue";
        case Status::not_yet_due:
            return "not yet due";
        case Status::not_rated:
            return "not rated";
    }
    return {};
}

Status rate(const Decimal& value, const Decimal& target, Polarity polarity, const StatusRule& rule) {
    const auto misses = [&](const Decimal& edge) { return polarity == Polarity::low ? value > edge : value < edge; };
    if (!misses(target)) return Status::met;
    return misses(detail::edge_of_near(target, polarity, rule)) ? Status::missed : Status::near;
}

Status rate_in_band(const Decimal& value, const Decimal& lower, const Decimal& upper, const StatusRule& rule) {
    return detail::worst(rate(value, upper, Polarity::low, rule), rate(value, lower, Polarity::high, rule));
}

namespace detail {

Decimal edge_of_near(const Decimal& target, Polarity polarity, const StatusRule& rule) {
    const Decimal allowance = abs(target) * rule.tolerance.fraction();
    return polarity == Polarity::low ? target + allowance : target - allowance;
}

namespace {

Polarity opposite(Polarity polarity) {
    return polarity == Polarity::low ? Polarity::high : Polarity::low;
}

/// The number that the rule compares with.
template <class Point>
Decimal compared(const Point& point, const StatusRule& rule) {
    return rule.target == Compared::rounded ? point.rounded : point.unrounded;
}

Rated rated_at(const Decimal& value, const Decimal& target, const Share& share, Polarity polarity,
               const StatusRule& rule) {
    constexpr int places = 12;
    const auto part_of = [&](const Decimal& whole) {
        return share.part == share.whole ? whole : divided(whole * share.part, share.whole, places);
    };
    return {.status = rate(value * share.whole, target * share.part, polarity, rule),
            .compared = value,
            .against = part_of(target),
            .threshold = part_of(edge_of_near(target, polarity, rule))};
}

}  // namespace

Decimal compared_target(const TrajectoryPoint& point, const StatusRule& rule) {
    return compared(point, rule);
}

Rated rated(const Decimal& value, const Decimal& target, Polarity polarity, const StatusRule& rule) {
    return rated_at(value, target, {Decimal(1), Decimal(1)}, polarity, rule);
}

Rated rated_share(const Decimal& value, const TrajectoryPoint& target, const Share& share, Polarity polarity,
                  const StatusRule& rule) {
    Rated answer = rated_at(value, compared(target, rule), share, polarity, rule);
    if (!target.other_edge) return answer;
    Rated other = rated_at(value, compared(*target.other_edge, rule), share, opposite(polarity), rule);
    // The edge that the value is beyond is the one that is shown.
    if (other.status == Status::met) {
        answer.other_edge = other.against;
        return answer;
    }
    other.other_edge = answer.against;
    return other;
}

Rated rated(const Decimal& value, const TrajectoryPoint& target, Polarity polarity, const StatusRule& rule) {
    return rated_share(value, target, {Decimal(1), Decimal(1)}, polarity, rule);
}

Rated not_rated(std::string reason) {
    return {.reason = std::move(reason)};
}

Status worst(Status a, Status b) noexcept {
    // From good to bad; a part without an answer leaves the whole without one.
    static constexpr std::array<Status, 8> order{Status::met,     Status::done,      Status::not_yet_due,
                                                 Status::near,    Status::done_late, Status::missed,
                                                 Status::overdue, Status::not_rated};
    return std::find(order.begin(), order.end(), a) < std::find(order.begin(), order.end(), b) ? b : a;
}

}  // namespace detail
}  // namespace v0
}  // namespace ontrack

#include <ontrack/assessment/statement.hpp>

#include "assessment/wording.hpp"
#include "assessment/year_so_far.hpp"
#include "plan/exact.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::joined_by;

/// ` on last year`, ` compared with a month ago`, ` (on what is not said)`
std::string on_what(const std::string& compared_with) {
    if (compared_with.empty()) return "";
    if (compared_with == "unknown") return " (on what is not said)";
    if (compared_with == "baseline") return " on the baseline";
    if (compared_with == "last_year") return " on last year";
    if (compared_with == "last_period") return " on the last period";
    const bool is_label = compared_with.front() >= '0' && compared_with.front() <= '9';
    return (is_label ? " on " : " compared with ") + compared_with;
}

std::string size_words(const ReportedChange& change) {
    const std::string size = abs(change.size).to_string();
    switch (change.unit) {
        case ChangeUnit::percent:
            return size + "%";
        case ChangeUnit::points:
            return size + (size == "1" ? " point" : " points");
        case ChangeUnit::either:
            break;
    }
    return size + " (per cent or points: the document does not say)";
}

std::string direction_words(const Reported& reported) {
    std::string words;
    if (reported.direction) words = to_string(*reported.direction);
    if (reported.change && words.empty()) words = reported.change->size.sign() < 0 ? "down" : "up";
    if (reported.change)
        words += (reported.direction == ReportedDirection::stable ? " at " : " ") + size_words(*reported.change);
    return words.empty() ? words : words + on_what(reported.compared_with);
}

std::string flag_words(const Reported& reported) {
    std::string flag = "flagged " + std::string(to_string(*reported.flag));
    if (!reported.flag_reason) return flag;
    return flag + (*reported.flag_reason == FlagReason::data_quality ? " only for the quality of the data"
                                                                     : " for performance");
}

std::string expected_words(const Expected& expected) {
    std::vector<std::string> parts;
    if (expected.flag) parts.push_back("flagged " + std::string(to_string(*expected.flag)));
    if (expected.status) parts.emplace_back(to_words(*expected.status));
    if (expected.direction) parts.emplace_back(to_string(*expected.direction));
    return "expected " + detail::joined(parts) + (expected.by.empty() ? "" : " by " + expected.by);
}

std::vector<std::string> reported_words(const Reported& reported) {
    std::vector<std::string> words;
    if (reported.status) words.emplace_back(to_words(*reported.status));
    if (std::string direction = direction_words(reported); !direction.empty()) words.push_back(std::move(direction));
    if (!reported.rank.empty()) words.push_back(reported.rank);
    if (reported.flag) words.push_back(flag_words(reported));
    if (reported.expected) words.push_back(expected_words(*reported.expected));
    if (!reported.text.empty()) words.push_back("“" + reported.text + "”");
    return words;
}

/// Which way the number goes: −1, 0 or 1; empty where that is not said.
std::optional<int> slope_of(const Observation& seen) {
    const auto* change = seen.inexact ? std::get_if<StatedChange>(&*seen.inexact) : nullptr;
    if (change != nullptr) return change->percent.sign();
    if (!seen.reported) return std::nullopt;
    if (seen.reported->direction == ReportedDirection::up) return 1;
    if (seen.reported->direction == ReportedDirection::down) return -1;
    if (seen.reported->direction == ReportedDirection::stable) return 0;
    return seen.reported->change ? std::optional(seen.reported->change->size.sign()) : std::nullopt;
}

Direction direction_of(const Observation& seen, Polarity polarity) {
    const bool has_change = seen.inexact && std::holds_alternative<StatedChange>(*seen.inexact);
    if (!has_change && seen.reported && seen.reported->direction == ReportedDirection::improving) {
        return Direction::improving;
    }
    if (!has_change && seen.reported && seen.reported->direction == ReportedDirection::worsening) {
        return Direction::worsening;
    }
    const auto slope = slope_of(seen);
    if (!slope) return Direction::not_rated;
    if (*slope == 0) return Direction::unchanged;
    return (*slope < 0) == (polarity == Polarity::low) ? Direction::improving : Direction::worsening;
}

std::vector<std::string> readings_of(const Observation& seen, const Indicator& indicator) {
    const auto amount = [&](const Decimal& value) {
        return detail::short_amount_words(detail::number_words(value), indicator);
    };
    if (const auto* either = seen.inexact ? std::get_if<LevelOrChange>(&*seen.inexact) : nullptr) {
        return {"the level is " + amount(either->value), "it is " + abs(either->value).to_string() + "% " +
                                                             (either->value.sign() < 0 ? "less" : "more") +
                                                             " than before"};
    }
    if (!seen.reported || !seen.reported->change || seen.reported->change->unit != ChangeUnit::either || !seen.value) {
        return {};
    }
    const Decimal& size = seen.reported->change->size;
    std::vector<std::string> readings{"points: it was " + amount(*seen.value - size)};
    if (size > Decimal(-100)) {
        const auto before = detail::rounded(detail::exact(*seen.value) / detail::growth(size), 12, Rounding::half_up);
        readings.push_back("per cent: it was " + amount(before));
    }
    return readings;
}

}  // namespace

Statement statement_of(const Indicator& indicator, const Observation& seen) {
    Statement statement{.period = seen.period};
    std::vector<std::string> words;
    if (seen.inexact) {
        statement.figure = detail::inexact_words(*seen.inexact, indicator);
        if (const auto* change = std::get_if<StatedChange>(&*seen.inexact)) {
            words.push_back(statement.figure + on_what(change->compared_with));
        }
    }
    if (seen.reported) {
        statement.status = seen.reported->status;
        statement.flag = seen.reported->flag;
        for (std::string& part : reported_words(*seen.reported)) words.push_back(std::move(part));
    }
    statement.direction = direction_of(seen, indicator.polarity);
    statement.words = joined_by(words, "; ");
    statement.readings = readings_of(seen, indicator);
    statement.qualified = detail::qualification({seen.state});
    return statement;
}

std::vector<Statement> statements(const Indicator& indicator, const Track& track, const Period& year) {
    std::vector<Statement> found;
    for (const Observation& seen : track.observations) {
        if (seen.period.year(year.year_start()) != year || (!seen.inexact && !seen.reported)) continue;
        found.push_back(statement_of(indicator, seen));
    }
    return found;
}

}  // namespace v0
}  // namespace ontrack

#include <ontrack/assessment/contradiction.hpp>

#include <algorithm>

#include "assessment/reported.hpp"
#include "assessment/wording.hpp"
#include "plan/exact.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::Ratio;
using detail::says_good;
using detail::speaks_of_target;

Decimal total_of(const std::vector<FigurePart>& parts) {
    Decimal sum;
    for (const FigurePart& part : parts) sum = sum + part.value;
    return sum;
}

Ratio unit_of(const Decimal& number) {
    Ratio unit = 1;
    for (int place = 0; place < number.places(); ++place) unit /= 10;
    return unit;
}

/// The contradictions of one track.
class InTrack {
public:
    InTrack(const Plan& plan, const Indicator& indicator, const Track& track, std::string name,
            const TrackAssessment& assessed, std::vector<Contradiction>& found)
        : plan_(plan),
          indicator_(indicator),
          track_(track),
          name_(std::move(name)),
          assessed_(assessed),
          found_(found) {}

    void look() {
        const Observation* latest = nullptr;
        for (const Observation& seen : track_.observations) {
            look_at_parts(seen);
            if (!seen.reported) continue;
            const Reported& words = *seen.reported;
            if (words.status) before_target(seen, *words.status);
            if (words.status) latest = &seen;
            against_numbers(seen, words);
        }
        if (latest != nullptr) against_status(*latest, *latest->reported->status);
        if (track_.baseline) look_at(track_.baseline->figures);
    }

    void look_at(const std::vector<Figure>& figures) {
        for (const Figure& figure : figures) {
            if (figure.value) parts("“" + figure.name + "”", *figure.value, figure.parts, figure.where);
        }
    }

private:
    void add(std::string code, const std::string& sentence, const Place& where) {
        found_.push_back({std::move(code), indicator_.code, name_ + ": " + sentence, where});
    }
    [[nodiscard]] std::string amount(const Decimal& value) const {
        return detail::short_amount_words(detail::number_words(value), indicator_);
    }

    void look_at_parts(const Observation& seen) {
        if (seen.value) parts("the figure for " + seen.period.label(), *seen.value, seen.parts, seen.where);
    }

    void parts(const std::string& what, const Decimal& whole, const std::vector<FigurePart>& given,
               const Place& where) {
        if (given.empty()) return;
        const Decimal sum = total_of(given);
        if (sum == whole) return;
        std::vector<std::string> words;
        for (const FigurePart& part : given) words.push_back(part.value.to_string());
        add("parts-do-not-add-up",
            what + " is " + whole.to_string() + ", but its parts " + detail::joined(words) + " make " + sum.to_string(),
            where);
    }

    void before_target(const Observation& seen, ReportedStatus status) {
        if (!track_.target || !speaks_of_target(status) || !std::holds_alternative<NotSet>(track_.target->rule)) return;
        add("status-before-target",
            "it is called " + std::string(to_words(status)) + " in " + seen.period.label() +
                ", although its target is not set yet",
            seen.where);
    }

    /// Only the latest words speak of what is computed now, and only a plain contradiction counts: close is neither.
    void against_status(const Observation& seen, ReportedStatus status) {
        const bool target = speaks_of_target(status);
        const Rated& computed = target ? assessed_.year_to_date : assessed_.projected;
        const bool good = says_good(status, indicator_.polarity);
        const bool contradicts = (computed.status == Status::missed && good) ||
                                 (computed.status == Status::met && !good) ||
                                 (computed.status == Status::overdue && good);
        if (!contradicts || seen.period.year(plan_.year_start) != assessed_.projection.year) return;
        add("status-against-numbers",
            "it is reported " + std::string(to_words(status)) + " in " + seen.period.label() +
                ", but by the numbers the " + (target ? "year to date" : "projection") + " is " +
                std::string(to_words(computed.status)),
            seen.where);
    }

    struct Reference {
        Decimal value;
        std::string words;
    };

    [[nodiscard]] std::optional<Reference> value_in(const Period& period) const {
        for (const Observation& one : track_.observations) {
            if (one.period == period && one.value && !one.up_to) return Reference{*one.value, one.period.label()};
        }
        const auto& baseline = track_.baseline;
        if (baseline && baseline->value && baseline->period == period)
            return Reference{*baseline->value, "the baseline"};
        return std::nullopt;
    }

    /// What the words compare with, where the plan holds it.
    [[nodiscard]] std::optional<Reference> reference(const Observation& seen, const std::string& compared_with) const {
        if (compared_with == "baseline") {
            const auto& baseline = track_.baseline;
            if (!baseline || !baseline->value) return std::nullopt;
            return Reference{*baseline->value, "the baseline"};
        }
        if (compared_with == "last_year") return value_in(seen.period.last_year());
        if (compared_with == "last_period") return value_in(seen.period.plus(-1));
        try {
            return value_in(parse_period(compared_with, seen.period.frequency(), plan_.year_start));
        } catch (const CalendarError&) {
            return std::nullopt;
        }
    }

    void against_numbers(const Observation& seen, const Reported& words) {
        if (!seen.value || (!words.direction && !words.change)) return;
        const bool sums = indicator_.year_rule == YearRule::sum;
        // A part of a period, or a quarter beside a year's total, says nothing of a change.
        if (sums && (seen.up_to || (words.compared_with == "baseline" && seen.period.frequency() != Frequency::year)))
            return;
        const auto before = reference(seen, words.compared_with);
        if (!before) return;
        against_direction(seen, words, *before);
        if (words.change) against_change(seen, *words.change, *before);
    }

    void against_direction(const Observation& seen, const Reported& words, const Reference& before) {
        if (!words.direction) return;
        const bool low = indicator_.polarity == Polarity::low;
        const auto says_up = [&]() -> std::optional<bool> {
            switch (*words.direction) {
                case ReportedDirection::up:
                    return true;
                case ReportedDirection::down:
                    return false;
                case ReportedDirection::improving:
                    return !low;
                case ReportedDirection::worsening:
                    return low;
                case ReportedDirection::stable:
                    break;
            }
            return std::nullopt;
        }();
        if (!says_up || (*says_up ? *seen.value > before.value : *seen.value < before.value)) return;
        add("direction-against-numbers",
            "it is reported " + std::string(to_string(*words.direction)) + ", but " + amount(*seen.value) + " in " +
                seen.period.label() + " is " + (*seen.value == before.value ? "the same as " : "after ") +
                amount(before.value) + " (" + before.words + ")",
            seen.where);
    }

    void against_change(const Observation& seen, const ReportedChange& change, const Reference& before) {
        const Ratio now = detail::exact(*seen.value);
        const Ratio then = detail::exact(before.value);
        const auto agrees = [&](const Ratio& computed) {
            const Ratio difference = computed - detail::exact(change.size);
            return abs(difference) < unit_of(change.size);
        };
        const bool by_points = change.unit != ChangeUnit::percent && agrees(now - then);
        const bool by_percent = change.unit != ChangeUnit::points && then > 0 && agrees((now - then) / then * 100);
        if (by_points || by_percent || (change.unit != ChangeUnit::points && then == 0)) return;
        std::string computed;
        if (change.unit != ChangeUnit::points) {
            computed = detail::signed_percent(detail::rounded((now - then) / then * 100, 1, Rounding::half_up));
        }
        if (change.unit != ChangeUnit::percent) {
            computed += (computed.empty() ? "" : " or ") + (*seen.value - before.value).to_string() + " points";
        }
        add("change-against-numbers",
            "a change of " +
                (change.unit == ChangeUnit::points ? change.size.to_string() + " points"
                                                   : detail::signed_percent(change.size)) +
                " is reported, but from " + amount(before.value) + " (" + before.words + ") to " + amount(*seen.value) +
                " in " + seen.period.label() + " it is " + computed,
            seen.where);
    }

    const Plan& plan_;
    const Indicator& indicator_;
    const Track& track_;
    std::string name_;
    const TrackAssessment& assessed_;
    std::vector<Contradiction>& found_;
};

/// The plan's own figures of a sum against those of its parts.
void look_at_sum(const Plan& plan, const Indicator& sum, std::vector<Contradiction>& found) {
    if (sum.sum_of.empty()) return;
    for (const Observation& seen : sum.track.observations) {
        if (!seen.value || !seen.derived_from.empty()) continue;
        Decimal total;
        std::vector<std::string> words;
        for (const std::string& code : sum.sum_of) {
            const Indicator* part = find_indicator(plan, code);
            if (part == nullptr) return;
            for (const Observation& one : part->track.observations) {
                if (one.period != seen.period || !one.value || one.last_day() != seen.last_day()) continue;
                total = total + *one.value;
                words.push_back(one.value->to_string());
            }
        }
        if (words.size() != sum.sum_of.size() || total == *seen.value) continue;
        found.push_back({"sum-against-figure", sum.code,
                         sum.name + ": the figure for " + seen.period.label() + " is " + seen.value->to_string() +
                             ", but its parts " + detail::joined(words) + " make " + total.to_string(),
                         seen.where});
    }
}

void look_at_items(const std::vector<ReportItem>& items, std::vector<Contradiction>& found) {
    for (const ReportItem& item : items) {
        for (const Figure& figure : item.figures) {
            if (figure.parts.empty() || !figure.value) continue;
            const Decimal sum = total_of(figure.parts);
            if (sum == *figure.value) continue;
            found.push_back(
                {"parts-do-not-add-up", "",
                 "“" + figure.name + "” is " + figure.value->to_string() + ", but its parts make " + sum.to_string(),
                 figure.where});
        }
    }
}

}  // namespace

std::vector<Contradiction> contradictions(const Plan& plan, const std::vector<Assessment>& assessments) {
    std::vector<Contradiction> found;
    for (std::size_t i = 0; i < plan.indicators.size(); ++i) {
        const Indicator& indicator = plan.indicators[i];
        InTrack own(plan, indicator, indicator.track, indicator.name, assessments[i].whole, found);
        own.look();
        own.look_at(indicator.figures);
        for (std::size_t k = 0; k < indicator.components.size(); ++k) {
            const Component& part = indicator.components[k];
            InTrack(plan, indicator, part.track, indicator.name + ", " + part.name, assessments[i].parts[k], found)
                .look();
        }
        look_at_sum(plan, indicator, found);
    }
    look_at_items(plan.progress, found);
    look_at_items(plan.attention, found);
    return found;
}

}  // namespace v0
}  // namespace ontrack

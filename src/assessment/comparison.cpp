#include <ontrack/assessment/comparison.hpp>

#include <algorithm>
#include <cmath>

#include "assessment/chance.hpp"
#include "assessment/deciding.hpp"
#include "assessment/wording.hpp"
#include "assessment/year_so_far.hpp"
#include "outlook/outturn.hpp"
#include "plan/family.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::Decided;
using detail::Side;

constexpr double confidence = 0.95;

Side side_of(const Observation& seen) {
    const int days = seen.up_to ? days_between(seen.period.first_day(), *seen.up_to) + 1 : seen.period.days();
    return {{seen.value, seen.numerator, seen.denominator}, days};
}

/// Compares one track with one of its comparators.
class Comparing {
public:
    Comparing(const Indicator& indicator, const Track& track, const detail::YearSoFar& so_far,
              const Comparator& comparator)
        : indicator_(indicator), track_(track), so_far_(so_far), comparator_(comparator) {}

    Compare run() {
        result_.code = comparator_.code;
        result_.name = comparator_.name;
        own_ = own_observation();
        if (own_ == nullptr) return not_rated(detail::why_nothing_is_known(so_far_));
        result_.period = own_->period;
        result_.own = own_->value;
        if (const auto reason = find_other()) return not_rated(*reason);
        qualify();
        answer();
        rank();
        result_.sentence = sentence();
        return std::move(result_);
    }

private:
    Compare not_rated(const std::string& reason) {
        result_.reason = reason;
        result_.sentence = "not compared with " + comparator_.name + ": " + reason;
        return std::move(result_);
    }

    [[nodiscard]] const Observation* own_observation() const {
        for (const Observation& seen : track_.observations) {
            const bool known = seen.value && has_value(seen.state);
            if (known && comparator_.period && seen.period == *comparator_.period) return &seen;
        }
        return so_far_.latest();
    }

    /// Sets the other side; else says why there is none.
    std::optional<std::string> find_other() {
        if (comparator_.own) return find_own_other();
        const ComparedFigure own{own_->value, own_->numerator, own_->denominator};
        const auto period = comparator_.period ? comparator_.period : std::optional(own_->period);
        exact_ = detail::exact_comparator_value(indicator_, comparator_, period, own);
        if (!exact_) return "a figure of the family is missing";
        other_.figure = comparator_.figure;
        result_.value = detail::rounded(*exact_, 12, Rounding::half_up);
        other_.figure.value = result_.value;
        if (comparator_.average == FamilyAverage::pooled && !comparator_.own_area_in) pool(period);
        return std::nullopt;
    }

    void pool(const std::optional<Period>& period) {
        const auto members = members_in(comparator_, period);
        if (members.empty()) return;
        Decimal top;
        Decimal bottom;
        for (const FamilyMember& member : members) {
            top = top + *member.figure.numerator;
            bottom = bottom + *member.figure.denominator;
        }
        other_.figure.numerator = top;
        other_.figure.denominator = bottom;
    }

    std::optional<std::string> find_own_other() {
        const Observation* found = nullptr;
        for (const Observation& seen : track_.observations) {
            const bool known = seen.value && has_value(seen.state) && seen.state != DataState::not_comparable;
            if (!known || seen.period.ordinal() >= own_->period.ordinal()) continue;
            if (*comparator_.own == OwnValue::last_year) {
                if (seen.period == own_->period.last_year()) found = &seen;
            } else if (!detail::is_part(seen) && (found == nullptr || is_better(*seen.value, *found->value))) {
                found = &seen;
            }
        }
        if (found == nullptr) return "the plan holds no earlier value";
        if (own_->state == DataState::not_comparable) return "the figure is not comparable with earlier ones";
        other_ = side_of(*found);
        other_period_ = found->period;
        result_.value = found->value;
        exact_ = detail::exact(*found->value);
        states_.push_back(found->state);
        return std::nullopt;
    }

    [[nodiscard]] bool is_better(const Decimal& a, const Decimal& b) const {
        return indicator_.polarity == Polarity::low ? a < b : a > b;
    }

    void qualify() {
        states_.push_back(own_->state);
        std::vector<std::string> words;
        if (std::string states = detail::qualification(states_); !states.empty()) words.push_back(std::move(states));
        if (comparator_.period && *comparator_.period != own_->period) {
            words.push_back("figures of different periods (" + own_->period.label() + " and " +
                            comparator_.period->label() + ")");
        } else if (detail::is_part(*own_)) {
            words.push_back("a figure that goes only up to " + own_->up_to->to_words());
        }
        result_.qualified = detail::joined(words);
    }

    void answer() {
        decided_ =
            detail::decide(indicator_.measure, side_of(*own_), other_, confidence, detail::dispersion_of(indicator_));
        const detail::Ratio own = detail::exact(*own_->value);
        const bool low = indicator_.polarity == Polarity::low;
        if (!decided_) {
            result_.reason = "no counts are given, so no interval says whether the difference is more than chance";
            result_.answer = own == *exact_  ? Comparison::equal
                             : own > *exact_ ? Comparison::higher
                                             : Comparison::lower;
            return;
        }
        result_.method = decided_->method;
        result_.interval = decided_->interval;
        result_.answer = !decided_->above && !decided_->below ? Comparison::similar
                         : decided_->below == low             ? Comparison::better
                                                              : Comparison::worse;
    }

    void rank() {
        const auto period = comparator_.period ? comparator_.period : std::optional(own_->period);
        const std::vector<FamilyMember> members = members_in(comparator_, period);
        if (members.empty()) return;
        const double of_pair = 1.0 - (1.0 - confidence) / static_cast<double>(members.size());
        RankAmong rank{1, 1, std::nullopt, std::nullopt};
        int better = 0;
        int worse = 0;
        bool counts = true;
        for (const FamilyMember& member : members) {
            if (!member.figure.value) continue;
            ++rank.of;
            rank.rank += int{is_better(*member.figure.value, *own_->value)};
            const auto pair = member.figure.numerator && member.figure.denominator
                                  ? detail::decide(indicator_.measure, side_of(*own_), {member.figure, 0}, of_pair,
                                                   detail::dispersion_of(indicator_))
                                  : std::nullopt;
            counts = counts && pair;
            if (!pair) continue;
            const bool low = indicator_.polarity == Polarity::low;
            better += int{low ? pair->above : pair->below};
            worse += int{low ? pair->below : pair->above};
        }
        if (counts) {
            rank.best = 1 + better;
            rank.worst = rank.of - worse;
        }
        result_.rank = rank;
    }

    [[nodiscard]] std::string amount(const Decimal& value) const {
        return detail::short_amount_words(detail::number_words(value), indicator_);
    }

    [[nodiscard]] std::string sentence() const {
        std::string words = amount(*result_.own) + " in " + own_->period.label() + " against " +
                            amount(*result_.value) + " " + comparator_.name +
                            (other_period_ ? " (" + other_period_->label() + ")" : "") + ": " + answer_words();
        if (result_.rank) words += "; " + rank_words();
        if (!result_.qualified.empty()) words += "; the comparison rests on " + result_.qualified;
        return words;
    }

    [[nodiscard]] std::string answer_words() const {
        if (!decided_) {
            std::string words{to_string(result_.answer)};
            if (result_.answer != Comparison::equal) {
                const bool good = (result_.answer == Comparison::lower) == (indicator_.polarity == Polarity::low);
                words += good ? ", which is better" : ", which is worse";
            }
            return words + ", without an interval because no counts are given";
        }
        const auto end = [](double limit) {
            return std::isfinite(limit) ? detail::number_words(limit) : std::string("without end");
        };
        return std::string(to_string(result_.answer)) + " (95% interval of the " + decided_->method + ": " +
               end(decided_->interval.lower) + " to " + end(decided_->interval.upper) +
               (indicator_.dispersion ? "; " + detail::adjusted_words(indicator_) : "") + ")";
    }

    [[nodiscard]] std::string rank_words() const {
        const RankAmong& rank = *result_.rank;
        std::string words = "rank " + std::to_string(rank.rank) + " of " + std::to_string(rank.of);
        if (!rank.best) return words + ", 1 being best";
        return words + ", 1 being best; by the counts it may be " + std::to_string(*rank.best) + " to " +
               std::to_string(*rank.worst);
    }

    const Indicator& indicator_;
    const Track& track_;
    const detail::YearSoFar& so_far_;
    const Comparator& comparator_;
    const Observation* own_ = nullptr;
    Side other_;
    std::optional<Period> other_period_;
    std::optional<detail::Ratio> exact_;
    std::optional<Decided> decided_;
    std::vector<DataState> states_;
    Compare result_;
};

}  // namespace

std::string_view to_string(Comparison comparison) noexcept {
    switch (comparison) {
        case Comparison::better:
            return "better";
        case Comparison::similar:
            return "similar";
        case Comparison::worse:
            return "worse";
        case Comparison::higher:
            return "higher";
        case Comparison::lower:
            return "lower";
        case Comparison::equal:
            return "equal";
        case Comparison::not_rated:
            return "not_rated";
    }
    return {};
}

std::vector<Compare> comparisons(const Indicator& indicator, const Track& track, const Period& year) {
    const detail::YearSoFar so_far = detail::year_so_far(indicator, track, year);
    std::vector<Compare> found;
    for (const Comparator& comparator : track.comparators) {
        found.push_back(Comparing(indicator, track, so_far, comparator).run());
    }
    return found;
}

}  // namespace v0
}  // namespace ontrack

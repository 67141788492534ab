#include <ontrack/review/movement.hpp>

#include <algorithm>

#include "assessment/wording.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

Status status_of(const Review& review, const IndicatorReview& one) {
    const auto i = static_cast<std::size_t>(&one - review.indicators.data());
    return standing(review.plan.indicators[i], one.assessment).status;
}

/// The same numbers of one track at two times, with the words for what is different.
class Differences {
public:
    void value(const std::string& what, const std::optional<Decimal>& before, const std::optional<Decimal>& now) {
        if (before == now) return;
        note(what, before ? before->to_string() : "", now ? now->to_string() : "");
    }
    void words(const std::string& what, const std::string& before, const std::string& now) {
        if (before != now) note(what, before, now);
    }
    [[nodiscard]] const std::string& all() const { return words_; }

private:
    void note(const std::string& what, const std::string& before, const std::string& now) {
        if (!words_.empty()) words_ += "; ";
        words_ += what + (before.empty() ? " is now " + now
                          : now.empty()  ? " was " + before + " and is not known now"
                                         : " went from " + before + " to " + now);
    }

    std::string words_;
};

std::string differences(const TrackAssessment& before, const TrackAssessment& now) {
    const auto chance = [](const TrackAssessment& each) {
        return each.projection.chance ? detail::chance_words(*each.projection.chance) : std::string();
    };
    const auto projection = [](const TrackAssessment& each) {
        return each.projection.median ? detail::number_words(*each.projection.median) : std::string();
    };
    const auto target = [](const TrackAssessment& each) {
        return each.target ? std::optional(each.target->rounded) : std::nullopt;
    };
    Differences different;
    different.value("the year to date", before.projection.year_to_date, now.projection.year_to_date);
    different.value("the year's target", target(before), target(now));
    different.words("the projection", projection(before), projection(now));
    different.words("the chance", chance(before), chance(now));
    return different.all();
}

std::string why(const Assessment& before, const Assessment& now) {
    if (now.parts.empty() || before.parts.size() != now.parts.size()) return differences(before.whole, now.whole);
    std::string words;
    for (std::size_t i = 0; i < now.parts.size(); ++i) {
        const std::string part = differences(before.parts[i], now.parts[i]);
        if (part.empty()) continue;
        words += (words.empty() ? "" : "; ") + now.parts[i].name + ": " + part;
    }
    return words;
}

const IndicatorReview* find(const Review& review, const std::string& code) {
    const auto found = std::find_if(review.indicators.begin(), review.indicators.end(),
                                    [&](const IndicatorReview& one) { return one.assessment.whole.code == code; });
    return found == review.indicators.end() ? nullptr : &*found;
}

bool is_exception(Status status) noexcept {
    return status == Status::near || status == Status::missed || status == Status::overdue ||
           status == Status::done_late;
}

}  // namespace

Review with_movement(Review now, const Review& before) {
    now.movement_since = before.day;
    now.movements.clear();
    for (const IndicatorReview& one : now.indicators) {
        const TrackAssessment& whole = one.assessment.whole;
        const IndicatorReview* earlier = find(before, whole.code);
        Movement movement{whole.code, whole.name, std::nullopt, status_of(now, one), "it is new in the plan"};
        if (earlier != nullptr) {
            movement.before = status_of(before, *earlier);
            movement.why = why(earlier->assessment, one.assessment);
            if (movement.why.empty()) movement.why = movement.changed() ? "the day is another" : "nothing is new";
        }
        now.movements.push_back(std::move(movement));
    }
    for (const IndicatorReview& one : before.indicators) {
        const TrackAssessment& whole = one.assessment.whole;
        if (find(now, whole.code) != nullptr) continue;
        now.movements.push_back(
            {whole.code, whole.name, status_of(before, one), std::nullopt, "it is in the plan no more"});
    }
    return now;
}

Review exceptions_of(const Review& review) {
    Review kept = review;
    kept.plan.indicators.clear();
    kept.indicators.clear();
    for (std::size_t i = 0; i < review.indicators.size(); ++i) {
        if (!is_exception(status_of(review, review.indicators[i]))) continue;
        kept.plan.indicators.push_back(review.plan.indicators[i]);
        kept.indicators.push_back(review.indicators[i]);
    }
    const RiskScales& scales = review.plan.scales;
    std::erase_if(kept.risks, [&](const Placement& risk) {
        if (!risk.from_register) return find(kept, risk.indicator) == nullptr;
        if (risk.rating) return risk.rating->level + 1 < scales.rating.size();
        return !risk.likelihood || risk.likelihood->level + 1 < scales.likelihood.size();
    });
    std::erase_if(kept.movements,
                  [](const Movement& movement) { return !movement.now || !is_exception(*movement.now); });
    return kept;
}

}  // namespace v0
}  // namespace ontrack

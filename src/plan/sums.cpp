#include <algorithm>
#include <set>

#include <ontrack/plan/plan.hpp>

namespace ontrack {
inline namespace v0 {
namespace {

const Observation* seen_in(const Track& track, const Period& period) {
    const auto found = std::find_if(track.observations.begin(), track.observations.end(),
                                    [&](const Observation& seen) { return seen.period == period; });
    return found == track.observations.end() ? nullptr : &*found;
}

/// What every part has in this period; empty where one has nothing, or goes to another day.
std::vector<const Observation*> seen_in_all(const std::vector<const Indicator*>& parts, const Period& period) {
    std::vector<const Observation*> seen;
    for (const Indicator* part : parts) {
        const Observation* one = seen_in(part->track, period);
        if (one == nullptr || (!seen.empty() && one->last_day() != seen.front()->last_day())) return {};
        seen.push_back(one);
    }
    return seen;
}

/// Empty where a part lacks its number though its state would have one: it has only a bound, or words.
std::optional<Observation> sum_of(const std::vector<const Observation*>& seen, const std::string& words) {
    std::vector<DataState> states;
    Decimal total;
    for (const Observation* one : seen) {
        if (!one->value && has_value(one->state)) return std::nullopt;
        states.push_back(one->state);
        total = total + one->value.value_or(Decimal());
    }
    const DataState state = join_sum(states);
    return Observation{.period = seen.front()->period,
                       .value = has_value(state) ? std::optional(total) : std::nullopt,
                       .numerator = {},
                       .denominator = {},
                       .state = state,
                       .up_to = seen.front()->up_to,
                       .done = {},
                       .note = {},
                       .where = {},
                       .derived_from = words};
}

std::string words_for(const std::vector<const Indicator*>& parts) {
    std::string words = "the sum of ";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        words += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i]->name;
    }
    return words;
}

/// The parts, where all of them are there and those that are sums themselves are `done`.
std::vector<const Indicator*> parts_of(const Plan& plan, const Indicator& indicator,
                                       const std::set<std::string>& done) {
    std::vector<const Indicator*> parts;
    for (const std::string& code : indicator.sum_of) {
        const Indicator* part = find_indicator(plan, code);
        if (part == nullptr || (!part->sum_of.empty() && !done.contains(code))) return {};
        parts.push_back(part);
    }
    return parts;
}

void add_sums(Indicator& indicator, const std::vector<const Indicator*>& parts) {
    const std::string words = words_for(parts);
    std::vector<Observation> added;
    for (const Observation& first : parts.front()->track.observations) {
        if (seen_in(indicator.track, first.period) != nullptr) continue;
        const auto seen = seen_in_all(parts, first.period);
        if (seen.empty()) continue;
        if (auto sum = sum_of(seen, words)) added.push_back(std::move(*sum));
    }
    auto& all = indicator.track.observations;
    all.insert(all.end(), added.begin(), added.end());
    std::sort(all.begin(), all.end(),
              [](const Observation& a, const Observation& b) { return a.period.ordinal() < b.period.ordinal(); });
}

}  // namespace

Plan with_sums(const Plan& plan) {
    Plan summed = plan;
    std::set<std::string> done;
    // A sum of sums waits for its parts; a cycle, which `check` names, is never done.
    for (bool progress = true; progress;) {
        progress = false;
        for (Indicator& indicator : summed.indicators) {
            if (indicator.sum_of.empty() || done.contains(indicator.code)) continue;
            const auto parts = parts_of(summed, indicator, done);
            if (parts.empty()) continue;
            add_sums(indicator, parts);
            progress = done.insert(indicator.code).second;
        }
    }
    return summed;
}

}  // namespace v0
}  // namespace ontrack

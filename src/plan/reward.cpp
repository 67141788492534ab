#include <ontrack/plan/reward.hpp>

#include <algorithm>

#include "plan/exact.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

Decimal shown(const detail::Ratio& value) {
    return detail::rounded(value, places_of_endless_decimals, Rounding::half_up);
}

}  // namespace

Reward reward_for(const Stretch& rule, const Decimal& value) {
    using detail::exact;
    using detail::Ratio;
    const Ratio way = exact(rule.value) - exact(rule.without);
    if (way == 0) {
        throw PlanError(Problem{"target-against-polarity",
                                "the stretch target is what is expected without the agreement",
                                {},
                                "Correct `value` or `without`."});
    }
    const Ratio share = (exact(value) - exact(rule.without)) / way * 100;
    const bool pays = share >= exact(rule.threshold.value);
    const Ratio paid = pays ? std::min(share, exact(rule.cap.value)) : Ratio(0);
    Reward reward{Percent(shown(share)), pays, Percent(shown(paid)), std::nullopt};
    if (rule.grant) reward.amount = shown(Ratio(paid / 100 * exact(*rule.grant)));
    return reward;
}

Decimal first_value_paid(const Stretch& rule) {
    return rule.without + (rule.value - rule.without) * rule.threshold.fraction();
}

}  // namespace v0
}  // namespace ontrack

#include <algorithm>
#include <cmath>

#include <ontrack/plan/reward.hpp>

#include "outlook/outturn.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// Values that cut the way from `first` to `last` into cells. Between whole numbers the law of a count does not change, so
/// that the cells make its integral exact.
std::vector<double> cuts(const Law& law, double first, double last) {
    constexpr int most_cells = 4000;
    const double low = std::min(first, last);
    const double high = std::max(first, last);
    std::vector<double> points{low};
    if (std::holds_alternative<stats::CountLaw>(law) && high - low < most_cells) {
        for (double whole = std::floor(low) + 1.0; whole < high; ++whole) points.push_back(whole);
    } else {
        for (int i = 1; i < most_cells; ++i) points.push_back(low + (high - low) * i / most_cells);
    }
    points.push_back(high);
    return points;
}

}  // namespace

std::variant<GrantChance, std::string> grant_under(const Law& law, Polarity polarity, const Stretch& rule) {
    const auto threshold = chance_under(law, polarity, first_value_paid(rule));
    const auto whole = chance_under(law, polarity, rule.value);
    for (const auto* chance : {&threshold, &whole}) {
        if (const auto* reason = std::get_if<std::string>(chance)) return *reason;
    }
    if (const auto* certain = std::get_if<Certain>(&law)) {
        return GrantChance{std::get<Probability>(threshold), std::get<Probability>(whole),
                           reward_for(rule, certain->value).paid};
    }
    // The mean of what is paid: t·P(share ≥ t) + ∫ P(share ≥ s) ds from the threshold t to the cap.
    const Decimal way = rule.value - rule.without;
    const double from = first_value_paid(rule).to_double();
    const double to = (rule.without + way * rule.cap.fraction()).to_double();
    double expected = rule.threshold.fraction().to_double() * std::get<Probability>(threshold).value();
    const std::vector<double> points = cuts(law, from, to);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const double middle = (points[i - 1] + points[i]) / 2.0;
        const auto chance = chance_under(law, polarity, Decimal::from_double(middle));
        if (const auto* reason = std::get_if<std::string>(&chance)) return *reason;
        expected += std::get<Probability>(chance).value() * (points[i] - points[i - 1]) / std::abs(way.to_double());
    }
    return GrantChance{std::get<Probability>(threshold), std::get<Probability>(whole),
                       Percent(Decimal::from_double(100.0 * expected).rounded(6))};
}

}  // namespace ontrack::inline v0::detail

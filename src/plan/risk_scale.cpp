#include <ontrack/plan/risk_scale.hpp>

namespace ontrack {
inline namespace v0 {

RiskScales RiskScales::standard() {
    const Rating low{0};
    const Rating medium{1};
    const Rating high{2};
    return {
        .likelihood = {{"Low", Probability(1.0 / 3.0), "1/3"},
                       {"Medium", Probability(2.0 / 3.0), "2/3"},
                       {"High", std::nullopt, ""}},
        .impact = {"Low", "Medium", "High"},
        .rating = {"Low", "Medium", "High"},
        .matrix = {{low, low, medium}, {low, medium, high}, {medium, high, high}},
    };
}

}  // namespace v0
}  // namespace ontrack

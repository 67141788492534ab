#include <ontrack/risk/placement.hpp>

namespace ontrack {
inline namespace v0 {

std::string_view to_string(LikelihoodBasis basis) noexcept {
    switch (basis) {
        case LikelihoodBasis::chance:
            return "chance";
        case LikelihoodBasis::judged:
            return "judged";
        case LikelihoodBasis::not_available:
            return "not_available";
    }
    return {};
}

Likelihood likelihood_of(const RiskScales& scales, const Probability& missed) {
    std::size_t level = 0;
    while (level + 1 < scales.likelihood.size() && scales.likelihood[level].below &&
           missed >= *scales.likelihood[level].below) {
        ++level;
    }
    return {level};
}

Rating rating_of(const RiskScales& scales, const Likelihood& likelihood, const Impact& impact) {
    return scales.matrix.at(likelihood.level).at(impact.level);
}

}  // namespace v0
}  // namespace ontrack

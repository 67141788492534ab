// must not compile: (invalid initialization|no matching function|could not convert|no viable conversion).*Likelihood
#include <ontrack/risk/placement.hpp>

ontrack::Rating misuse(const ontrack::RiskScales& scales, ontrack::Likelihood likelihood, ontrack::Impact impact) {
#ifdef ONTRACK_MISUSE
    return ontrack::rating_of(scales, impact, likelihood);
#else
    return ontrack::rating_of(scales, likelihood, impact);
#endif
}

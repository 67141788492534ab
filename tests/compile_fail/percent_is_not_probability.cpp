// must not compile: (could not convert|no viable conversion|no matching function|no known conversion).*Percent
#include <ontrack/base/quantity.hpp>

double chance(ontrack::Probability probability) {
    return probability.value();
}

double misuse(const ontrack::Percent& percent) {
#ifdef ONTRACK_MISUSE
    return chance(percent);
#else
    return chance(ontrack::Probability(percent.fraction().to_double()));
#endif
}

// must not compile: (could not convert|no viable conversion|no known conversion).*Decimal.*Percent
#include <ontrack/base/quantity.hpp>

ontrack::Percent misuse() {
    const ontrack::Decimal sixty = 60;
#ifdef ONTRACK_MISUSE
    return sixty;
#else
    return ontrack::Percent(sixty);
#endif
}

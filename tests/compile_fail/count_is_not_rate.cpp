// must not compile: (no match for|invalid operands|no viable overloaded)
#include <ontrack/plan/measure.hpp>

bool misuse(const ontrack::Count& count, const ontrack::Rate& rate) {
#ifdef ONTRACK_MISUSE
    return count == rate;
#else
    return count == ontrack::Count{} && rate == rate;
#endif
}

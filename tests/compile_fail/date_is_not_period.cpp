// must not compile: (invalid initialization|no matching function)
#include <ontrack/calendar/period.hpp>

ontrack::Date first_day(const ontrack::Period& period) {
    return period.first_day();
}

ontrack::Date misuse(const ontrack::Date& date, const ontrack::Period& period) {
#ifdef ONTRACK_MISUSE
    return first_day(date);
#else
    static_cast<void>(date);
    return first_day(period);
#endif
}

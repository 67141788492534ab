#include <ontrack/plan/observation.hpp>

namespace ontrack {
inline namespace v0 {

Date Observation::last_day() const {
    if (done) return *done;
    if (up_to) return *up_to;
    return period.last_day();
}

}  // namespace v0
}  // namespace ontrack

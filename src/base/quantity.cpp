#include <ontrack/base/quantity.hpp>

#include <string>

#include <ontrack/base/error.hpp>

namespace ontrack {
inline namespace v0 {

Probability::Probability(double value) : value_(value) {
    // Written so that NaN fails it too.
    if (!(value >= 0.0 && value <= 1.0)) {
        throw DataError(Problem{"not-a-probability",
                                std::to_string(value) + " is not a probability",
                                {},
                                "A probability lies from 0 to 1; 60 % is 0.6."});
    }
}

}  // namespace v0
}  // namespace ontrack

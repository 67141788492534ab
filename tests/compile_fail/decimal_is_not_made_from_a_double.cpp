// must not compile: (use of|call to|uses) deleted (function|constructor)
#include <ontrack/base/decimal.hpp>

ontrack::Decimal misuse(double value) {
#ifdef ONTRACK_MISUSE
    return ontrack::Decimal(value);
#else
    return ontrack::Decimal::from_double(value);
#endif
}

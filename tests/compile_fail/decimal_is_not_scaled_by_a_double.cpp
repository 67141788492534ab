// must not compile: use of deleted function|deleted constructor|deleted function
#include <ontrack/base/decimal.hpp>

using ontrack::Decimal;

Decimal reduced(const Decimal& value) {
#ifdef ONTRACK_MISUSE
    return value * 0.95;
#else
    return value * Decimal::from_string("0.95");
#endif
}

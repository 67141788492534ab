// must not compile: no match for .*operator\*|invalid operands to binary expression
#include <ontrack/base/quantity.hpp>

using ontrack::Decimal;
using ontrack::Percent;

Decimal part_of(const Decimal& whole, const Percent& share) {
#ifdef ONTRACK_MISUSE
    return whole * share;
#else
    return whole * share.fraction();
#endif
}

#include <iostream>

#include <ontrack/base/version.hpp>
#include <ontrack/ontrack.hpp>

#if __has_include(<boost/version.hpp>) || __has_include(<Eigen/Core>) || __has_include(<toml++/toml.h>)
#error "a program that uses ontrack must need neither Boost nor Eigen nor toml++"
#endif

int main() {
    const auto second_quarter = ontrack::parse_period("2017-18 Q2");
    std::cout << "ontrack " << ontrack::version << ": " << second_quarter.label() << " ends on "
              << second_quarter.last_day().to_words() << '\n';
    return second_quarter.last_day() == ontrack::Date(2017, 9, 30) ? 0 : 1;
}

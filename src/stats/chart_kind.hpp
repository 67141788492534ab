#pragma once

#include <ontrack/stats/control_chart.hpp>

namespace ontrack::inline v0::stats::detail {

// Nelson (1994): a Weibull shape of 3.6 is nearly normal, so that exponential times raised to 1/3.6 are.
inline constexpr double time_power = 3.6;

inline bool has_base(Chart chart) noexcept {
    switch (chart) {
        case Chart::xbar:
        case Chart::s:
        case Chart::p:
        case Chart::p_prime:
        case Chart::u:
        case Chart::u_prime:
        case Chart::i_prime:
            return true;
        default:
            return false;
    }
}

inline bool is_subgroup(Chart chart) noexcept {
    return chart == Chart::xbar || chart == Chart::s;
}

inline bool is_count(Chart chart) noexcept {
    switch (chart) {
        case Chart::p:
        case Chart::p_prime:
        case Chart::u:
        case Chart::u_prime:
        case Chart::c:
        case Chart::c_prime:
        case Chart::g:
            return true;
        default:
            return false;
    }
}

inline bool is_share(Chart chart) noexcept {
    return chart == Chart::p || chart == Chart::p_prime;
}

}  // namespace ontrack::inline v0::stats::detail

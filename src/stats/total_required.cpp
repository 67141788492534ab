#include <algorithm>
#include <cmath>
#include <limits>

#include <ontrack/stats/total_consequences.hpp>

#include "stats/constants.hpp"
#include "stats/law_part.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

/// The year as far as it is known, and where in the series it begins.
struct Year {
    std::span<const double> series;
    std::size_t periods, known;
    YearFigure figure;

    [[nodiscard]] bool counts(std::size_t j) const noexcept { return figure != YearFigure::last || j + 1 == periods; }
    /// The value of period j of the year `back` years ago; NaN where there is none.
    [[nodiscard]] double value(std::size_t j, std::size_t back) const noexcept {
        const std::size_t from_end = known + back * periods;
        if (back == 0 && j >= known) return nan;
        return from_end >= j + 1 && from_end - j <= series.size() ? series[series.size() - (from_end - j)] : nan;
    }
    [[nodiscard]] bool is_open(std::size_t j) const noexcept { return counts(j) && std::isnan(value(j, 0)); }
};

/// P(total on the good side of the target, or on it).
double chance_of(const TotalLaw& law, double target, Better better) noexcept {
    if (better == Better::low) return law.cdf(target);
    if (law.size == 0) return law.known >= target ? 1.0 : 0.0;
    const bool whole = law.known == std::floor(law.known) && detail::is_whole(law);
    const double below =
        whole ? std::ceil(target) - 1.0 : std::nextafter(target, -std::numeric_limits<double>::infinity());
    return 1.0 - law.cdf(below);
}

Reach reach_of(const Year& year, const TotalOptions& options, int open, double left, Better better) noexcept {
    if (open == 0) return Reach::complete;
    if (options.support == Support::real || year.figure == YearFigure::last) return Reach::possible;
    if (better == Better::low) return left < 0.0 ? Reach::out_of_reach : Reach::possible;
    return left <= 0.0 ? Reach::assured : Reach::possible;
}

void rank_periods(const Year& year, double open, double left, Better better, RequiredValue& out) noexcept {
    for (const double value : year.series) {
        if (std::isnan(value)) continue;
        ++out.seen;
        out.as_good += better == Better::low ? value * open <= left : value * open >= left;
    }
}

void rank_years(const Year& year, double left, Better better, RequiredValue& out) noexcept {
    for (std::size_t back = 1; (back - 1) * year.periods + year.known < year.series.size(); ++back) {
        double sum = 0.0;
        for (std::size_t j = 0; j < year.periods; ++j)
            if (year.is_open(j)) sum += year.value(j, back);
        if (std::isnan(sum)) continue;
        ++out.years_seen;
        out.years_as_good += better == Better::low ? sum <= left : sum >= left;
    }
}

}  // namespace

RequiredValue required_value(std::span<const double> series, const TotalOptions& options, const TotalLaw& law,
                             double target, Better better) noexcept {
    RequiredValue out{nan, nan, 0, Reach::possible, 0, 0, 0, 0, Status::ok};
    if (better == Better::neither || options.periods_per_year < 1 || options.periods_known < 0 ||
        options.periods_known > options.periods_per_year)
        out.status = Status::invalid_option;
    else if (std::isnan(law.known))
        out.status = Status::missing_value;
    else if (std::isnan(target))
        out.status = Status::no_target;
    if (out.status != Status::ok) return out;

    const Year year{series, static_cast<std::size_t>(options.periods_per_year),
                    static_cast<std::size_t>(options.periods_known), options.figure};
    for (std::size_t j = 0; j < year.periods; ++j) out.open += year.is_open(j);
    out.chance = chance_of(law, target, better);
    const double periods = options.figure == YearFigure::mean ? static_cast<double>(year.periods) : 1.0;
    const double left = (target - law.known) * periods;
    out.reach = reach_of(year, options, out.open, left, better);
    if (out.open == 0) return out;
    out.per_period = left / out.open;
    rank_periods(year, out.open, left, better, out);
    rank_years(year, left, better, out);
    return out;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

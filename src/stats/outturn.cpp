#include <algorithm>
#include <cmath>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/outturn.hpp>

#include "stats/constants.hpp"
#include "stats/credibility.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

CountProjection without_result(Status status) noexcept {
    return {{nan, nan, nan}, nan, nan, nan, status};
}

}  // namespace

double CountLaw::mean() const noexcept {
    return known + remaining_mean;
}

double CountLaw::variance() const noexcept {
    return remaining_mean + remaining_mean * (remaining_mean / remaining_shape);
}

double CountLaw::cdf(double x) const noexcept {
    return negative_binomial_cdf(x - known, remaining_mean, remaining_shape);
}

double CountLaw::quantile(double p) const noexcept {
    return std::ceil(known + negative_binomial_quantile(p, remaining_mean, remaining_shape));
}

CountProjection project_count(const PartialYear& year) noexcept {
    if (year.periods_per_year < 1 || year.periods_per_year > static_cast<int>(detail::max_periods))
        return without_result(Status::invalid_option);
    const auto periods = static_cast<std::size_t>(year.periods_per_year);
    const std::size_t years = std::min(year.past.size() / periods, detail::max_past_years);
    const std::size_t known = std::min(year.current.size(), periods);
    detail::YearTable table{.past = {},
                            .current = {},
                            .count = 1,
                            .years = years,
                            .known = known,
                            .first_known = 0,
                            .periods = periods,
                            .covered = year.covered.size() < known ? std::span<const double>{} : year.covered,
                            .stated_shares = year.shares.size() < periods ? std::span<const double>{} : year.shares,
                            .prior_total = year.prior_total,
                            .prior_age = std::min(year.prior_age, static_cast<int>(detail::max_past_years))};
    table.past[0] = year.past.last(years * periods).data();
    table.current[0] = year.current.data();
    detail::Credibility credibility;
    detail::credibility_kernel_baseline(table, credibility);  // one series does not fill a wider register
    return credibility.at(0);
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

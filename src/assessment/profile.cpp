#include <algorithm>
#include <numeric>

#include "assessment/track.hpp"

namespace ontrack::inline v0::detail {

Share expected_share(const TrackInYear& in) {
    const YearSoFar& so_far = in.so_far;
    const std::vector<Decimal> shares = year_profile(in.indicator, in.track, so_far.year).shares;
    const Profile profile = in.indicator.profile.value_or(Profile::flat);
    const auto weight_of_whole = [&](const Period& period) {
        return std::max(weight_of(profile, DateRange(period.first_day(), period.last_day())), 1);
    };

    // Part periods over one common denominator, so that nothing is divided.
    std::int64_t common = 1;
    for (const Observation* seen : so_far.known) {
        if (is_part(*seen)) common = std::lcm(common, static_cast<std::int64_t>(weight_of_whole(seen->period)));
    }
    Share share{Decimal(0), Decimal(0)};
    for (const Decimal& one : shares) share.whole = share.whole + one * Decimal(common);
    for (const Observation* seen : so_far.known) {
        const auto index = static_cast<std::size_t>(seen->period.index_in_year(so_far.year.year_start()));
        std::int64_t weight = common;
        if (is_part(*seen)) {
            weight = common / weight_of_whole(seen->period) *
                     weight_of(profile, DateRange(seen->period.first_day(), *seen->up_to));
        }
        share.part = share.part + shares.at(index) * Decimal(weight);
    }
    return share;
}

}  // namespace ontrack::inline v0::detail

#pragma once

#include <string>

#include <ontrack/assessment/assessment.hpp>

namespace ontrack::inline v0::detail {

/// A ratio of two decimals: a share of the year, exactly.
struct Share {
    Decimal part;
    Decimal whole;
};

/// The last value that still counts as near: target ± tolerance of the target's size.
[[nodiscard]] Decimal edge_of_near(const Decimal& target, Polarity polarity, const StatusRule& rule);
/// The number of the point that the rule compares with.
[[nodiscard]] Decimal compared_target(const TrajectoryPoint& point, const StatusRule& rule);

[[nodiscard]] Rated rated(const Decimal& value, const Decimal& target, Polarity polarity, const StatusRule& rule);
/// Rates against a point of the path; against both edges of a band.
[[nodiscard]] Rated rated(const Decimal& value, const TrajectoryPoint& target, Polarity polarity,
                          const StatusRule& rule);
/// Rates against target × share without ever dividing; `against` and `threshold` are shown to 12 places.
[[nodiscard]] Rated rated_share(const Decimal& value, const TrajectoryPoint& target, const Share& share,
                                Polarity polarity, const StatusRule& rule);
[[nodiscard]] Rated not_rated(std::string reason);

/// The worse of two statuses; not rated is worst of all.
[[nodiscard]] Status worst(Status a, Status b) noexcept;

}  // namespace ontrack::inline v0::detail

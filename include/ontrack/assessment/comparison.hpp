#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/outlook/projection.hpp>

namespace ontrack {
inline namespace v0 {

/// How a value stands beside its comparator. With counts: `better` or `worse` by the polarity, where a 95 % interval leaves the
/// comparator out, else `similar` (its ends included). Without counts nothing says whether a difference is more than chance, and
/// the answer is that of the two numbers: `higher`, `lower` or `equal`.
enum class Comparison : std::uint8_t { better, similar, worse, higher, lower, equal, not_rated };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Comparison comparison) noexcept;

/// Place among the members of a family and the own area, 1 = best by the polarity; equals share the better place.
struct RankAmong {
    int rank;
    int of;
    /// The places that the counts leave open with 95 % confidence: 1 + the areas that are better, and `of` less those that are
    /// worse, each by a comparison of two at 1 − 0.05/(of − 1) (Mogstad, Romano, Shaikh & Wilhelm 2024, with Bonferroni's
    /// level). Empty where an area has no counts.
    std::optional<int> best{};
    std::optional<int> worst{};
};

/// One comparator of a track.
struct Compare {
    std::string code;
    std::string name;
    Comparison answer = Comparison::not_rated;
    std::string reason{};  ///< why it is not rated, or why no interval decides; else empty
    std::optional<Period> period{};  ///< of the own value
    std::optional<Decimal> own{};
    std::optional<Decimal> value{};  ///< the comparator's, 12 places where an average does not end
    std::string method{};  ///< of the interval: "difference, Newcombe"; empty without one
    /// Of the difference in points (0 = alike) or of the ratio (1 = alike) where both have counts, else of the own value.
    std::optional<Interval> interval{};
    std::optional<RankAmong> rank{};
    std::string qualified{};  ///< by what the answer is qualified, or empty
    std::string sentence{};
};

/// The comparators of a track in `year`, in the plan's order. The own value is that of the comparator's period where the track
/// has one, else the latest of the year.
[[nodiscard]] ONTRACK_EXPORT std::vector<Compare> comparisons(const Indicator& indicator, const Track& track,
                                                              const Period& year);

}  // namespace v0
}  // namespace ontrack

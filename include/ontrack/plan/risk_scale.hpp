#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <ontrack/base/quantity.hpp>

namespace ontrack {
inline namespace v0 {

/// Position on the plan's likelihood scale, 0 = lowest. Not an impact.
struct Likelihood {
    std::size_t level;
    friend auto operator<=>(const Likelihood&, const Likelihood&) = default;
};
/// Position on the plan's impact scale, 0 = lowest. Not a likelihood.
struct Impact {
    std::size_t level;
    friend auto operator<=>(const Impact&, const Impact&) = default;
};
/// Position on the plan's rating scale, 0 = lowest.
struct Rating {
    std::size_t level;
    friend auto operator<=>(const Rating&, const Rating&) = default;
};

/// One level of the likelihood scale: its name, and the probability at which the next level begins (none for the last).
struct LikelihoodLevel {
    std::string name;
    std::optional<Probability> below;
    std::string below_text;  ///< the edge as the plan writes it: `1/3`
};

/// Ordinal scales, lowest level first, and the look-up table of ratings.
struct RiskScales {
    std::vector<LikelihoodLevel> likelihood;  ///< bands of the probability of missing the target
    std::vector<std::string> impact;
    std::vector<std::string> rating;
    std::vector<std::vector<Rating>> matrix;  ///< matrix[likelihood][impact]

    /// Low < 1/3 ≤ Medium < 2/3 ≤ High; impact and rating Low, Medium, High; the matrix LLM / LMH / MHH by rising
    /// likelihood.
    [[nodiscard]] ONTRACK_EXPORT static RiskScales standard();
};

/// A likelihood of underperformance that someone judged.
struct LikelihoodJudgement {
    Likelihood level;
    bool provisional = false;
    std::string reason;
};
/// An impact that someone judged.
struct ImpactJudgement {
    Impact level;
    bool provisional = false;
    std::string reason;
};

}  // namespace v0
}  // namespace ontrack

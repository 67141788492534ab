#include <set>
#include <string>

#include "plan/checking.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

void check_names(const std::vector<std::string>& names, const std::string& key, Findings& findings) {
    if (names.empty())
        findings.add("empty-scale", "the scale has no levels", {}, key, "Name its levels, lowest first.");
    std::set<std::string> seen;
    for (const std::string& name : names) {
        if (name.empty() || seen.insert(name).second) continue;
        findings.add("duplicate-level", "the scale has the level " + in_ticks(name) + " twice", {}, key,
                     "Give each level a name of its own.");
    }
}

void check_bands(const std::vector<LikelihoodLevel>& levels, Findings& findings) {
    double last_edge = 0.0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const std::string key = "risk.likelihood[" + std::to_string(i) + "]";
        const LikelihoodLevel& level = levels[i];
        const bool is_last = i + 1 == levels.size();
        if (is_last && level.below) {
            findings.add("bands-do-not-fit", "the highest level has no upper edge", {}, key + ".below",
                         "Leave `below` out of the last level.");
        } else if (!is_last && !level.below) {
            findings.add("bands-do-not-fit", "every level but the highest needs the key `below`", {}, key,
                         "Add the probability at which the next level begins: below = \"1/3\".");
        } else if (level.below && level.below->value() <= last_edge) {
            findings.add("bands-do-not-fit", "the level ends where it begins, or before", {}, key + ".below",
                         "List the levels lowest first, each with a higher edge.");
        }
        if (level.below) last_edge = level.below->value();
    }
}

}  // namespace

void check_scales(const RiskScales& scales, Findings& findings) {
    std::vector<std::string> likelihood_names;
    for (const LikelihoodLevel& level : scales.likelihood) likelihood_names.push_back(level.name);
    check_names(likelihood_names, "risk.likelihood", findings);
    check_names(scales.impact, "risk.impact", findings);
    check_names(scales.rating, "risk.rating", findings);
    check_bands(scales.likelihood, findings);
    if (scales.matrix.size() != scales.likelihood.size()) {
        findings.add("matrix-does-not-fit",
                     "the matrix has " + std::to_string(scales.matrix.size()) + " rows for " +
                         std::to_string(scales.likelihood.size()) + " levels of likelihood",
                     {}, "risk.matrix", "Write one row per level of likelihood, lowest first.");
    }
    for (std::size_t i = 0; i < scales.matrix.size(); ++i) {
        const auto& row = scales.matrix[i];
        const std::string key = "risk.matrix[" + std::to_string(i) + "]";
        if (row.size() != scales.impact.size()) {
            findings.add("matrix-does-not-fit",
                         "the row has " + std::to_string(row.size()) + " ratings for " +
                             std::to_string(scales.impact.size()) + " levels of impact",
                         {}, key, "Write one rating per level of impact, lowest first.");
        }
        for (const Rating& rating : row) {
            if (rating.level >= scales.rating.size()) {
                findings.add("unknown-rating", "the plan has no such rating", {}, key, "Count its ratings from 0.");
            }
        }
    }
}

}  // namespace ontrack::inline v0::detail

#pragma once

#include <string>
#include <string_view>

#include "plan/checking.hpp"

namespace ontrack::inline v0::detail {

/// One target, what it belongs to, and where the complaints go.
struct TargetInPlan {
    const Indicator& indicator;
    const Track& track;
    const Target& target;
    Findings& findings;

    [[nodiscard]] bool low_is_good() const { return indicator.polarity == Polarity::low; }
    /// Always false.
    bool fail(std::string code, std::string message, std::string_view key, std::string remedy) const {
        findings.add(std::move(code), std::move(message), target.where, key, std::move(remedy));
        return false;
    }
};

/// What only a rule of this kind can get wrong; false after a complaint.
[[nodiscard]] bool check_own(const TargetRule& rule, const TargetInPlan& in);

}  // namespace ontrack::inline v0::detail

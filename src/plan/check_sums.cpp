#include <algorithm>
#include <map>
#include <set>

#include "plan/checking.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

class SumCheck {
public:
    SumCheck(const Plan& plan, Findings& findings) : findings_(findings) {
        for (const Indicator& indicator : plan.indicators) by_code_.emplace(indicator.code, &indicator);
    }

    void run(const Indicator& indicator) {
        if (indicator.sum_of.empty()) return;
        if (!adds_up(indicator.measure)) {
            fail(indicator, "does-not-add-up", "only counts and money are sums of others", "sum_of", "Remove it.");
            return;
        }
        if (!indicator.components.empty()) {
            fail(indicator, "sum-of-parts", "an indicator of parts is no sum of others", "sum_of",
                 "Remove the components, or `sum_of`.");
            return;
        }
        bool sound = true;
        for (std::size_t i = 0; i < indicator.sum_of.size(); ++i) sound = check_part(indicator, i) && sound;
        if (sound) check_counted_once(indicator);
    }

private:
    bool fail(const Indicator& indicator, std::string code, std::string message, std::string_view key,
              std::string remedy) {
        findings_.add(std::move(code), std::move(message), indicator.where, key, std::move(remedy));
        return false;
    }

    bool check_part(const Indicator& indicator, std::size_t i) {
        const std::string key = "sum_of[" + std::to_string(i) + "]";
        const std::string& code = indicator.sum_of[i];
        const auto found = by_code_.find(code);
        if (found == by_code_.end()) {
            return fail(indicator, "unknown-reference", "there is no indicator " + in_ticks(code), key,
                        "Use the code of one in the plan.");
        }
        const Indicator& part = *found->second;
        if (part.measure != indicator.measure || part.frequency != indicator.frequency) {
            return fail(indicator, "does-not-add-up",
                        in_ticks(code) + " has another measure or frequency than their sum", key,
                        "Sum indicators of one kind.");
        }
        if (!part.components.empty()) {
            return fail(indicator, "does-not-add-up", in_ticks(code) + " has parts, and no figures of its own", key,
                        "Make each part an indicator.");
        }
        return true;
    }

    /// Whatever is reached twice is counted twice.
    void check_counted_once(const Indicator& indicator) {
        std::map<std::string, std::string> reached;  // by way of which summand
        for (const std::string& summand : indicator.sum_of) {
            std::vector<std::string> next{summand};
            while (!next.empty()) {
                const std::string code = std::move(next.back());
                next.pop_back();
                if (code == indicator.code) {
                    fail(indicator, "sum-of-itself", "the indicator is a part of itself", "sum_of",
                         "Break the circle.");
                    return;
                }
                if (const auto [first, is_new] = reached.emplace(code, summand); !is_new) {
                    fail(indicator, "counted-twice",
                         in_ticks(code) + " is counted twice: " + way(first->second, code) + " and " +
                             way(summand, code),
                         "sum_of", "Leave out the one that is part of the other.");
                    return;
                }
                if (const auto part = by_code_.find(code); part != by_code_.end()) {
                    const auto& more = part->second->sum_of;
                    next.insert(next.end(), more.begin(), more.end());
                }
            }
        }
    }
    static std::string way(const std::string& summand, const std::string& code) {
        return summand == code ? "by itself" : "within " + in_ticks(summand);
    }

    std::map<std::string, const Indicator*> by_code_;
    Findings& findings_;
};

}  // namespace

void check_sums(const Plan& plan, Findings& findings) {
    SumCheck check(plan, findings);
    for (const Indicator& indicator : plan.indicators) check.run(indicator);
}

}  // namespace ontrack::inline v0::detail

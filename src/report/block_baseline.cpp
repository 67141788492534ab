#include <ontrack/assessment/baseline_change.hpp>

#include "assessment/wording.hpp"
#include "report/block_builders.hpp"
#include "report/lines.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

/// `+12.5`, `−33.4`
std::string signed_text(const Decimal& value) {
    const Decimal rounded = value.rounded(std::min(value.places(), 1));
    const std::string digits = grouped(abs(rounded).to_string());
    return (rounded.sign() < 0 ? "−" : rounded.sign() > 0 ? "+" : "") + digits;
}

}  // namespace

Block baseline_block(const Review& review) {
    Block block{"since_baseline",
                "Change since the baseline",
                "",
                {"Indicator", "Baseline", "Now", "Change", "In per cent"},
                {}};
    for (const Section& section : sections_of(review)) {
        for (const Line& line : section.lines) {
            const auto change = change_since_baseline(line.indicator, line.track, line.assessed);
            if (!change) continue;
            const std::string unit = !is_percentage(line.indicator.measure) ? ""
                                     : abs(change->change) == Decimal(1)    ? " point"
                                                                            : " points";
            block.rows.push_back({line.full_name(), value_text(line, change->baseline), value_text(line, change->now),
                                  signed_text(change->change) + unit,
                                  change->percent ? signed_text(*change->percent) + '%' : std::string(nothing)});
        }
    }
    return block;
}

}  // namespace ontrack::inline v0::detail::report

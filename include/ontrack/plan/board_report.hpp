#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ontrack/base/decimal.hpp>
#include <ontrack/base/error.hpp>
#include <ontrack/calendar/date.hpp>
#include <ontrack/plan/indicator.hpp>

namespace ontrack {
inline namespace v0 {

// What a board report holds beside indicators and risks. Texts are the document's own words; a `theme` is the code of one of
// the plan's themes, or empty.

/// One line of a budget. Amounts are in `currency`; an amount that the document does not give is empty, and nothing is
/// worked out from it.
struct BudgetLine {
    std::string name;
    std::string currency = "GBP";  ///< three letters (ISO 4217)
    std::optional<Decimal> allocated{};
    std::optional<Decimal> spent{};
    std::optional<Decimal> committed{};  ///< promised and not yet spent
    std::optional<Decimal> to_be_allocated{};
    std::string reported{};  ///< the document's own words: "broadly on target"
    std::string theme{};
    std::string note{};
    Place where{};
};

/// Something that was achieved, or that needs attention.
struct ReportItem {
    std::string text;
    std::string theme{};
    std::vector<Figure> figures{};  ///< quoted in the text
    Place where{};
};

/// Something that someone is to do.
struct Action {
    std::string text;
    std::string owner{};  ///< a name, initials, or empty
    std::optional<Date> due{};
    std::optional<Date> done{};
    std::string theme{};
    Place where{};
};

/// Something planned for the next period, on a day or between two.
struct NextItem {
    std::string text;
    std::optional<Date> from{};
    std::optional<Date> due{};
    std::string theme{};
    Place where{};
};

/// A board or group that answers for some of the risks of the register.
struct Board {
    std::string code;
    std::string name;
    std::vector<Countermeasure> countermeasures{};  ///< for all of its risks together
    Place where{};
};

}  // namespace v0
}  // namespace ontrack

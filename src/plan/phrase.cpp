#include <ontrack/plan/phrase.hpp>

#include <ontrack/base/error.hpp>

#include "base/text.hpp"
#include "plan/phrase_readings.hpp"
#include "plan/phrase_text.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::PhraseText;
using detail::Readings;

const std::string number(detail::number_pattern);

Decimal decimal(const std::string& text) {
    return Decimal::from_string(text);
}

[[noreturn]] void refuse(std::string code, std::string message, std::string remedy) {
    throw PlanError(Problem{std::move(code), std::move(message), {}, std::move(remedy)});
}

/// Which way the phrase goes: −1, 1, or 0 where it does not say.
int direction_in(PhraseText& text) {
    const bool down =
        text.has(R"(\b(?:reduc\w*|decreas\w*|cut\w*|lower\w*|fall\w*|down|fewer|drop\w*|minus|less)\b)") ||
        text.has(R"(-(?=\d))");
    const bool up = text.has(R"(\b(?:increas\w*|rais\w*|up|improv\w*|rise\w*|rising|grow\w*|more|plus|higher)\b|\+)");
    return down == up ? 0 : down ? -1 : 1;
}

bool read_gap(PhraseText& text, Readings& readings, YearStart start) {
    const auto groups = text.take(R"(\b(close|halve|narrow)(?:s|d)? (?:)" + number +
                                  R"( ?% (?:of )?|(half) (?:of )?)?the gap (?:to|with) (?:the )?([a-z_-]+))");
    if (groups.empty()) return false;
    const auto due = text.due(start);
    if (!due)
        refuse("needs-day", "the phrase does not say by when the gap is closed", "Add the day: by 31 March 2019.");
    const bool half = groups[1] == "halve" || !groups[3].empty();
    const Decimal share = half ? Decimal(50) : groups[2].empty() ? Decimal(100) : decimal(groups[2]);
    readings.add(CloseGap{Percent(share), groups[4], *due},
                 "close " + share.to_string() + "% of the gap to " + groups[4]);
    return true;
}

bool read_level(PhraseText& text, Readings& readings, YearStart start) {
    const std::string amount = " " + number + " ?%?";
    if (const auto band = text.take(R"(\bbetween )" + number + " ?%? and" + amount); !band.empty()) {
        const auto [lower, upper] = std::minmax({decimal(band[1]), decimal(band[2])});
        readings.add(Band{lower, upper, text.due(start)}, "a band: neither below nor above");
        return true;
    }
    if (const auto least =
            text.take(R"(\b(?:at least|no(?:t)? (?:less|lower|fewer) than|not below|a minimum of))" + amount);
        !least.empty()) {
        readings.add(Floor{decimal(least[1]), {}, text.due(start)}, "a level never to be below");
        return true;
    }
    if (const auto most =
            text.take(R"(\b(?:at most|no(?:t)? (?:more|higher|greater) than|not above|a maximum of))" + amount);
        !most.empty()) {
        readings.add(Ceiling{decimal(most[1]), {}, text.due(start)}, "a level never to be above");
        return true;
    }
    if (!text.has(R"(\b(?:maintain|sustain|keep|hold)\w*)")) return false;
    const auto margin = text.take(R"(\bwithin )" + number + R"( ?(%)? ?((?:percentage )?points?\b)?)");
    const auto due = text.due(start);
    if (margin.empty()) {
        readings.add(Maintain{{}, {}, due}, "at least as good as the baseline");
    } else if (margin[2].empty()) {
        readings.add(Maintain{decimal(margin[1]), {}, due}, "at least as good as the baseline, within a margin");
    } else {
        readings.add_margin(decimal(margin[1]), !margin[3].empty(), due);
    }
    return true;
}

/// `18-25-40`, `from 18 to 25 by … and 40 by …`
bool read_sequence(PhraseText& text, Readings& readings, YearStart start) {
    if (auto dated = text.dated_values(start); !dated.empty()) {
        if (const auto from = text.take(R"(\bfrom )" + number); !from.empty()) readings.set_baseline(decimal(from[1]));
        text.has(R"(\bto\b)");
        readings.add_steps(std::move(dated));
        return true;
    }
    const auto whole = text.take(R"(\b(?!\d{4}-\d\d-\d\d)\d+(?:\.\d+)?(?: ?- ?\d+(?:\.\d+)?){2,}\b)");
    if (whole.empty()) return false;
    std::vector<Decimal> values;
    PhraseText parts(whole.front());
    for (auto one = parts.take(number); !one.empty(); one = parts.take(number)) values.push_back(decimal(one[1]));
    const auto years = text.take(number + R"( years?\b)");
    readings.set_baseline(values.front());
    values.erase(values.begin());
    readings.add_yearly_steps(values, years.empty() ? static_cast<int>(values.size()) : detail::to_number(years[1]));
    return true;
}

bool read_value(PhraseText& text, Readings& readings, YearStart start) {
    if (const auto from = text.take(R"(\bfrom )" + number + R"( ?%? to )" + number + " ?%?"); !from.empty()) {
        readings.set_baseline(decimal(from[1]));
        readings.add_value(decimal(from[2]), text.due(start));
        return true;
    }
    const auto to = text.take(R"(\bto )" + number + R"( ?%?(?= |$))");
    if (to.empty()) return false;
    readings.add_value(decimal(to[1]), text.due(start));
    return true;
}

bool read_change(PhraseText& text, Readings& readings, YearStart start) {
    detail::Change change;
    if (const auto points = text.take(number + R"( ?(?:% ?|percentage ?)?(?:points?|pp)\b)"); !points.empty()) {
        change.size = decimal(points[1]);
        change.in_points = true;
    } else if (const auto percent = text.take(number + " ?%"); !percent.empty()) {
        change.size = decimal(percent[1]);
    } else if (text.has(R"(\bhalve\w*)")) {
        change.size = Decimal(50);
        change.direction = -1;
    } else if (text.has(R"(\bdoubl\w*)")) {
        change.size = Decimal(100);
        change.direction = 1;
    } else {
        return false;
    }
    change.per_annum = text.has(R"(\b(?:per annum|annually|(?:a|per|each|every) year|year on year)\b)");
    if (const auto years =
            text.take(R"(\b(for|over|within|in) (?:the )?(?:next |following )?)" + number + R"( years?\b)");
        !years.empty()) {
        change.years = years[2].size() > 2 ? 100 : detail::to_number(years[2].substr(0, 2));
        change.held = years[1] == "for";
    }
    change.due = text.due(start);
    if (change.direction == 0) change.direction = direction_in(text);
    readings.add_change(change);
    return true;
}

}  // namespace

std::vector<PhraseReading> parse_target_phrase(std::string_view phrase, const PhraseContext& context) {
    PhraseText text(phrase);
    Readings readings(context);
    const bool read = read_gap(text, readings, context.year_start) || read_level(text, readings, context.year_start) ||
                      read_sequence(text, readings, context.year_start) ||
                      read_value(text, readings, context.year_start) || read_change(text, readings, context.year_start);
    if (!read) {
        refuse(
            "not-a-target-phrase", detail::quoted(phrase) + " states no target that can be read",
            "Write it like one of these: reduce by 5 % per annum for three years; by 5 % by 31 March 2019; from 18 to "
            "40 by 2019/20; at least 75 %; between 10 and 20.");
    }
    if (const auto left = text.take(number); !left.empty()) {
        refuse("unplaced-number", "it is not clear what " + left[1] + " means in " + detail::quoted(phrase),
               "Give the words that state the target, and nothing else; write a day as 31 March 2019.");
    }
    return std::move(readings).take();
}

}  // namespace v0
}  // namespace ontrack

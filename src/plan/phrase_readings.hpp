#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <ontrack/plan/phrase.hpp>

namespace ontrack::inline v0::detail {

/// A change that a phrase states.
struct Change {
    Decimal size;
    bool in_points = false;  ///< said so
    int direction = 0;  ///< −1, 1, or 0 where the phrase does not say
    bool per_annum = false;
    std::optional<int> years;
    bool held = false;  ///< `for three years`, not `over three years`
    std::optional<Date> due;
};

/// Gathers the readings of a phrase, each with its numbers.
class Readings {
public:
    explicit Readings(const PhraseContext& context) : context_(context) {}

    /// The phrase's own starting value.
    void set_baseline(const Decimal& value) { context_.baseline = value; }

    void add(const TargetRule& rule, std::string words);
    void add_change(const Change& change);
    void add_value(const Decimal& value, const std::optional<Date>& due);
    void add_margin(const Decimal& margin, bool in_points, const std::optional<Date>& due);
    void add_steps(std::vector<std::pair<Decimal, Date>> steps);
    /// The last value belongs to the last year, the others to the first ones.
    void add_yearly_steps(const std::vector<Decimal>& values, int years);

    [[nodiscard]] std::vector<PhraseReading> take() && { return std::move(readings_); }

private:
    void add_signed(const Change& change, const Decimal& size);
    [[nodiscard]] bool may_be_points(const Decimal& size) const;
    [[nodiscard]] Date end_of_year(int years, const std::string& why) const;
    [[nodiscard]] std::vector<PhraseValue> values_of(const TargetRule& rule) const;

    PhraseContext context_;
    std::vector<PhraseReading> readings_;
};

}  // namespace ontrack::inline v0::detail

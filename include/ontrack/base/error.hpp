#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {

/// A place in an input: file, 1-based line and column (0 = not known) and the dotted key path
/// (`indicator[3].target.percent`). Empty parts are not known.
struct Place {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string key;

    friend bool operator==(const Place&, const Place&) = default;
};

/// One thing that is wrong: a stable `code` (kebab-case), a sentence, where it is, and what to do about it.
struct Problem {
    std::string code;
    std::string message;
    Place where;
    std::string remedy;

    Problem() = default;
    // A constructor rather than an aggregate: GCC 12 warns of an uninitialised `where.key` at -O3 otherwise.
    ONTRACK_EXPORT Problem(std::string name, std::string sentence, Place place = {}, std::string advice = {});

    /// `file:line:column: message (key path) [code]. Remedy`, without the parts that are not known.
    [[nodiscard]] ONTRACK_EXPORT std::string to_string() const;
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// The base of every exception that ontrack throws. Holds at least one problem; `what()` prints all of them,
/// one per line.
class ONTRACK_EXPORT Error : public std::runtime_error {
public:
    explicit Error(Problem problem);
    /// \pre `problems` is not empty.
    explicit Error(std::vector<Problem> problems);

    [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }
    [[nodiscard]] const std::string& code() const noexcept { return problems_.front().code; }
    [[nodiscard]] const std::string& message() const noexcept { return problems_.front().message; }
    [[nodiscard]] const Place& where() const noexcept { return problems_.front().where; }
    [[nodiscard]] const std::string& remedy() const noexcept { return problems_.front().remedy; }

private:
    std::vector<Problem> problems_;
};

/// A plan (or a value of the plan model) that contradicts itself or cannot be read.
class ONTRACK_EXPORT PlanError : public Error {
    using Error::Error;
};

/// Numbers that cannot be used at all: not a number, out of an exact decimal's range, arrays of the wrong shape.
class ONTRACK_EXPORT DataError : public Error {
    using Error::Error;
};

/// A date, period or label that does not exist or has two readings.
class ONTRACK_EXPORT CalendarError : public Error {
    using Error::Error;
};

}  // namespace v0
}  // namespace ontrack

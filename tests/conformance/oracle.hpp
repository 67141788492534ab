#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// The folder that ONTRACK_REFERENCE_DATA names; empty when it is not set.
std::string reference_folder();

/// What the tests have asked for of one file.
struct Ledger {
    std::vector<bool> rows;
    std::map<std::string, std::vector<bool>> read;  ///< cell by cell of each column; a blank one counts as read
};

/// One row of a table by column name.
class Row {
public:
    Row(std::map<std::string, std::string> cells, std::shared_ptr<Ledger> ledger, std::size_t place)
        : cells_(std::move(cells)), ledger_(std::move(ledger)), place_(place) {}
    /// The cell as it stands, which then counts as read; fails the program when there is no such column.
    [[nodiscard]] const std::string& text(const std::string& column) const;
    /// NaN for an empty cell or NA; "95%" is 0.95.
    [[nodiscard]] double number(const std::string& column) const;

private:
    std::map<std::string, std::string> cells_;
    std::shared_ptr<Ledger> ledger_;
    std::size_t place_;
};

/// The rows of a CSV file of the reference folder, unpacked where its name ends in .gz. Says that the file was read.
std::vector<Row> read_table(const std::string& path);

/// Counts what is reproduced of one table and reports each number that is not, unless deviations.csv has its class.
class Conformance {
public:
    Conformance(std::string peer, std::string table);
    ~Conformance();
    Conformance(const Conformance&) = delete;
    Conformance& operator=(const Conformance&) = delete;

    /// To a relative 1e-9 or an absolute 1e-12; an expected NaN must be NaN.
    void number(double actual, double expected, const std::string& what);
    /// To the digits that the peer printed.
    void number(double actual, double expected, int decimals, const std::string& what);
    /// Within what the source itself allows, or to the relative and absolute bounds above.
    void number(double actual, double expected, double tolerance, const std::string& what);
    /// A word, to the letter.
    void text(std::string_view actual, std::string_view expected, const std::string& what);
    /// `count` numbers that stand on the deviations page under this class.
    void deviates(const std::string& deviation_class, std::size_t count = 1);

private:
    void add_tolerance(const std::string& tolerance);
    void judge(bool reproduced, const std::string& tolerance, double actual, double expected, const std::string& what);

    std::string peer_;
    std::string table_;
    std::string tolerance_;
    std::size_t reproduced_ = 0;
    std::size_t failed_ = 0;
    std::map<std::string, std::size_t> deviations_;
};

}  // namespace conformance

/// Leaves the test, and says so, when there is no reference folder.
#define ONTRACK_NEEDS_REFERENCE_DATA() \
    if (conformance::reference_folder().empty()) GTEST_SKIP() << "ONTRACK_REFERENCE_DATA is not set"

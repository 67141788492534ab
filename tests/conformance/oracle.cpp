#include "conformance/oracle.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <limits>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>

#include <gtest/gtest.h>

namespace conformance {
namespace {

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> result(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            result.emplace_back();
        else if (c != '\r')
            result.back() += c;
    }
    return result;
}

/// An empty cell has nothing to read.
bool is_blank(const std::string& cell) {
    return cell.empty() || cell == "NA";
}

std::vector<Row> rows_of(std::istream& file, const std::shared_ptr<Ledger>& ledger) {
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> header = cells(line);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        std::map<std::string, std::string> row;
        const std::vector<std::string> values = cells(line);
        for (std::size_t i = 0; i < header.size(); ++i) {
            const std::string& cell = row[header[i]] = i < values.size() ? values[i] : "";
            std::vector<bool>& read = ledger->read[header[i]];
            if (read.size() <= rows.size()) read.push_back(is_blank(cell));
        }
        if (ledger->rows.size() <= rows.size()) ledger->rows.push_back(false);
        rows.emplace_back(std::move(row), ledger, rows.size());
    }
    return rows;
}

std::map<std::string, std::shared_ptr<Ledger>>& ledgers() {
    static std::map<std::string, std::shared_ptr<Ledger>> all;
    return all;
}

/// Says at the end how many rows of each file the tests have read, and which cells they have not.
class Account : public ::testing::Environment {
    void TearDown() override {
        for (const auto& [path, ledger] : ledgers()) {
            const auto rows_read = std::count(ledger->rows.begin(), ledger->rows.end(), true);
            std::cout << "[conformance rows] " << path << ',' << ledger->rows.size() << ',' << rows_read << '\n';
            for (const auto& [column, read] : ledger->read)
                if (const auto left = std::count(read.begin(), read.end(), false); left > 0)
                    std::cout << "[conformance unread] " << path << ',' << column << ',' << left << '\n';
        }
    }
};
const ::testing::Environment* const account = ::testing::AddGlobalTestEnvironment(new Account);

/// The standard library does not unpack; gzip does.
std::string unpacked(const std::string& path) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(::popen(("gzip -dc '" + path + "'").c_str(), "r"),
                                                               ::pclose);
    if (!file) throw std::runtime_error("cannot unpack " + path);
    std::string text;
    std::array<char, 65536> part;
    while (const std::size_t size = std::fread(part.data(), 1, part.size(), file.get())) text.append(part.data(), size);
    return text;
}

std::vector<Row> read(const std::string& path, const std::shared_ptr<Ledger>& ledger) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    if (!path.ends_with(".gz")) return rows_of(file, ledger);
    std::istringstream text(unpacked(path));
    return rows_of(text, ledger);
}

const std::set<std::string>& known_deviations() {
    static const std::set<std::string> known = [] {
        std::set<std::string> result;
        for (const Row& row :
             read(ONTRACK_SOURCE_DIR "/tests/conformance/deviations.csv", std::make_shared<Ledger>())) {
            result.insert(row.text("peer") + '/' + row.text("class"));
        }
        return result;
    }();
    return known;
}

}  // namespace

std::string reference_folder() {
    const char* const folder = std::getenv("ONTRACK_REFERENCE_DATA");
    return folder == nullptr ? "" : folder;
}

const std::string& Row::text(const std::string& column) const {
    const std::string& cell = cells_.at(column);
    ledger_->read.at(column)[place_] = true;
    ledger_->rows[place_] = true;
    return cell;
}

double Row::number(const std::string& column) const {
    const std::string& cell = text(column);
    if (is_blank(cell)) return std::numeric_limits<double>::quiet_NaN();
    return cell.back() == '%' ? std::stod(cell) / 100.0 : std::stod(cell);
}

std::vector<Row> read_table(const std::string& path) {
    std::cout << "[conformance file] " << path << '\n';
    std::shared_ptr<Ledger>& ledger = ledgers()[path];
    if (!ledger) ledger = std::make_shared<Ledger>();
    return read(reference_folder() + '/' + path, ledger);
}

Conformance::Conformance(std::string peer, std::string table) : peer_(std::move(peer)), table_(std::move(table)) {}

Conformance::~Conformance() {
    std::size_t deviations = 0;
    for (const auto& [name, count] : deviations_) {
        std::cout << "[conformance deviation] " << peer_ << ',' << name << ',' << table_ << ',' << count << '\n';
        deviations += count;
    }
    std::cout << "[conformance] " << peer_ << ',' << table_ << ',' << reproduced_ << " reproduced," << deviations
              << " deviate," << failed_ << " fail," << tolerance_ << '\n';
}

void Conformance::add_tolerance(const std::string& tolerance) {
    if (tolerance_.find(tolerance) == std::string::npos) tolerance_ += (tolerance_.empty() ? "" : "; ") + tolerance;
}

void Conformance::judge(bool reproduced, const std::string& tolerance, double actual, double expected,
                        const std::string& what) {
    ++(reproduced ? reproduced_ : failed_);
    add_tolerance(tolerance);
    if (!reproduced)
        ADD_FAILURE() << peer_ << '/' << table_ << ' ' << what << ": " << actual << ", expected " << expected;
}

void Conformance::number(double actual, double expected, const std::string& what) {
    judge(std::isnan(expected) ? std::isnan(actual)
                               : actual == expected || std::abs(actual - expected) <= 1e-12 + 1e-9 * std::abs(expected),
          "1e-9", actual, expected, what);
}

void Conformance::number(double actual, double expected, int decimals, const std::string& what) {
    judge(std::abs(actual - expected) <= 0.5000001 * std::pow(10.0, -decimals), std::to_string(decimals) + " places",
          actual, expected, what);
}

void Conformance::number(double actual, double expected, double tolerance, const std::string& what) {
    std::ostringstream within;
    within << "within " << std::setprecision(1) << tolerance;
    judge(std::abs(actual - expected) <= std::max(tolerance, 1e-12 + 1e-9 * std::abs(expected)), within.str(), actual,
          expected, what);
}

void Conformance::text(std::string_view actual, std::string_view expected, const std::string& what) {
    ++(actual == expected ? reproduced_ : failed_);
    add_tolerance("word");
    if (actual != expected)
        ADD_FAILURE() << peer_ << '/' << table_ << ' ' << what << ": " << actual << ", expected " << expected;
}

void Conformance::deviates(const std::string& deviation_class, std::size_t count) {
    EXPECT_EQ(known_deviations().count(peer_ + '/' + deviation_class), 1U)
        << deviation_class << " is not in deviations.csv";
    deviations_[deviation_class] += count;
}

}  // namespace conformance

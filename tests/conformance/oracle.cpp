#include "conformance/oracle.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <limits>
#include <set>
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

std::vector<Row> read(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> header = cells(line);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        std::map<std::string, std::string> row;
        const std::vector<std::string> values = cells(line);
        for (std::size_t i = 0; i < header.size(); ++i) row[header[i]] = i < values.size() ? values[i] : "";
        rows.emplace_back(std::move(row));
    }
    return rows;
}

const std::set<std::string>& known_deviations() {
    static const std::set<std::string> known = [] {
        std::set<std::string> result;
        for (const Row& row : read(ONTRACK_SOURCE_DIR "/tests/conformance/deviations.csv")) {
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

double Row::number(const std::string& column) const {
    const std::string& cell = text(column);
    if (cell.empty() || cell == "NA") return std::numeric_limits<double>::quiet_NaN();
    return cell.back() == '%' ? std::stod(cell) / 100.0 : std::stod(cell);
}

std::vector<Row> read_table(const std::string& path) {
    return read(reference_folder() + '/' + path);
}

Conformance::Conformance(std::string peer, std::string table) : peer_(std::move(peer)), table_(std::move(table)) {}

Conformance::~Conformance() {
    std::cout << "[conformance] " << peer_ << ',' << table_ << ',' << reproduced_ << " reproduced," << deviations_
              << " deviate," << failed_ << " fail\n";
}

void Conformance::judge(bool reproduced, double actual, double expected, const std::string& what) {
    ++(reproduced ? reproduced_ : failed_);
    if (!reproduced)
        ADD_FAILURE() << peer_ << '/' << table_ << ' ' << what << ": " << actual << ", expected " << expected;
}

void Conformance::number(double actual, double expected, const std::string& what) {
    judge(std::isnan(expected) ? std::isnan(actual)
                               : actual == expected || std::abs(actual - expected) <= 1e-12 + 1e-9 * std::abs(expected),
          actual, expected, what);
}

void Conformance::number(double actual, double expected, int decimals, const std::string& what) {
    judge(std::abs(actual - expected) <= 0.5000001 * std::pow(10.0, -decimals), actual, expected, what);
}

void Conformance::number(double actual, double expected, double tolerance, const std::string& what) {
    judge(std::abs(actual - expected) <= std::max(tolerance, 1e-12 + 1e-9 * std::abs(expected)), actual, expected,
          what);
}

void Conformance::text(std::string_view actual, std::string_view expected, const std::string& what) {
    ++(actual == expected ? reproduced_ : failed_);
    if (actual != expected)
        ADD_FAILURE() << peer_ << '/' << table_ << ' ' << what << ": " << actual << ", expected " << expected;
}

void Conformance::deviates(const std::string& deviation_class, std::size_t count) {
    EXPECT_EQ(known_deviations().count(peer_ + '/' + deviation_class), 1U)
        << deviation_class << " is not in deviations.csv";
    deviations_ += count;
}

}  // namespace conformance

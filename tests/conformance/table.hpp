#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "conformance/oracle.hpp"

namespace conformance {

inline bool is_true(const std::string& cell) {
    return cell == "TRUE" || cell == "T" || cell == "1";
}

inline std::vector<double> numbers(const std::string& text) {
    std::istringstream words(text);
    std::vector<double> result;
    for (double x = 0.0; words >> x;) result.push_back(x);
    return result;
}

inline std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> result;
    for (std::string word; stream >> word;) result.push_back(word);
    return result;
}

inline std::vector<double> column(const std::vector<Row>& rows, const std::string& name) {
    std::vector<double> result;
    for (const Row& row : rows) result.push_back(row.number(name));
    return result;
}

/// Rows in groups by the cells of these columns, each group in the table's order.
inline std::map<std::vector<std::string>, std::vector<Row>> grouped(const std::vector<Row>& rows,
                                                                    const std::vector<std::string>& by) {
    std::map<std::vector<std::string>, std::vector<Row>> groups;
    for (const Row& row : rows) {
        std::vector<std::string> key;
        for (const std::string& name : by) key.push_back(row.text(name));
        groups[key].push_back(row);
    }
    return groups;
}

}  // namespace conformance

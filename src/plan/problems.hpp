#pragma once

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include <ontrack/base/error.hpp>

#include "plan/document.hpp"

namespace ontrack::inline v0::detail {

/// Gathers what is wrong in one file.
class Problems {
public:
    explicit Problems(std::string file) : file_(std::move(file)) {}

    [[nodiscard]] Place place(const Node& node) const { return {file_, node.line, node.column, node.key}; }
    void add(std::string code, std::string message, const Node& node, std::string remedy) {
        add({std::move(code), std::move(message), place(node), std::move(remedy)});
    }
    void add(Problem problem) {
        ++count_;
        if (count_ > most_kept) return;
        problem.where.file = file_;
        found_.push_back(std::move(problem));
    }
    /// In the order of the file.
    [[nodiscard]] std::vector<Problem> sorted() && {
        std::sort(found_.begin(), found_.end(), [](const Problem& a, const Problem& b) {
            return std::tie(a.where.line, a.where.column, a.where.key, a.code) <
                   std::tie(b.where.line, b.where.column, b.where.key, b.code);
        });
        if (count_ > most_kept) {
            found_.push_back({"too-many-mistakes",
                              "there are " + std::to_string(count_) + " mistakes; the rest is not shown",
                              Place{file_, 0, 0, ""}, "Is this a plan file?"});
        }
        return std::move(found_);
    }

private:
    // A file of 10 MB can hold millions; nobody reads them, and their texts would fill the memory.
    static constexpr std::size_t most_kept = 10'000;

    std::string file_;
    std::vector<Problem> found_;
    std::size_t count_ = 0;
};

}  // namespace ontrack::inline v0::detail

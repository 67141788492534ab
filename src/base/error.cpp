#include <ontrack/base/error.hpp>

#include <utility>

namespace ontrack {
inline namespace v0 {
namespace {

std::string joined(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) {
        if (!text.empty()) text += '\n';
        text += problem.to_string();
    }
    return text;
}

}  // namespace

Problem::Problem(std::string name, std::string sentence, Place place, std::string advice)
    : code(std::move(name)), message(std::move(sentence)), where(std::move(place)), remedy(std::move(advice)) {}

std::string Problem::to_string() const {
    std::string text;
    if (!where.file.empty()) text += where.file + ':';
    if (where.line > 0) text += std::to_string(where.line) + ':';
    if (where.line > 0 && where.column > 0) text += std::to_string(where.column) + ':';
    if (!text.empty()) text += ' ';

    text += message;
    // The key, the code and the full stop below follow the sentence, so it must not end twice.
    if (text.ends_with('.')) text.pop_back();
    if (!where.key.empty()) text += " (" + where.key + ')';
    if (!code.empty()) text += " [" + code + ']';
    if (!remedy.empty()) text += ". " + remedy;
    return text;
}

Error::Error(Problem problem) : std::runtime_error(problem.to_string()) {
    problems_.push_back(std::move(problem));
}

Error::Error(std::vector<Problem> problems) : std::runtime_error(joined(problems)), problems_(std::move(problems)) {}

}  // namespace v0
}  // namespace ontrack

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ontrack::inline v0::detail::report {

/// Writes HTML and SVG that are well-formed XML too: what is opened is closed, and whatever is not markup is escaped. Tags and
/// attribute names are our own; text and attribute values may come from a plan.
class Markup {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

    Markup& open(std::string_view tag, Attributes attributes = {});
    Markup& close();
    Markup& text(std::string_view text);
    /// An element with text alone.
    Markup& element(std::string_view tag, std::string_view text, Attributes attributes = {});
    /// An element without content: `<br />`.
    Markup& empty(std::string_view tag, Attributes attributes = {});
    /// Our own markup, as it is.
    Markup& raw(std::string_view markup);
    [[nodiscard]] std::string take() { return std::exchange(out_, {}); }

private:
    void start(std::string_view tag, Attributes attributes);

    std::string out_;
    std::vector<std::string> open_;
};

}  // namespace ontrack::inline v0::detail::report

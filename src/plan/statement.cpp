#include <ontrack/plan/statement.hpp>

#include <array>
#include <cstddef>

namespace ontrack {
inline namespace v0 {
namespace {

template <class Enum, std::size_t n>
std::string_view word_of(Enum value, const std::array<std::string_view, n>& words) noexcept {
    return words[static_cast<std::size_t>(value)];
}

constexpr std::array<std::string_view, 4> bounds{"more_than", "at_least", "at_most", "less_than"};

}  // namespace

std::string_view to_string(BoundKind kind) noexcept {
    return word_of(kind, bounds);
}
std::string_view to_string(Certainty certainty) noexcept {
    return certainty == Certainty::hoped ? "hoped" : "possible";
}
std::string_view to_string(ReportedStatus status) noexcept {
    static constexpr std::array<std::string_view, 7> words{"on_target", "off_target", "above_target", "below_target",
                                                           "exceeded",  "on_track",   "off_track"};
    return word_of(status, words);
}
std::string_view to_words(ReportedStatus status) noexcept {
    static constexpr std::array<std::string_view, 7> words{
        "on target", "off target", "above target", "below target", "target exceeded", "on track", "off track"};
    return word_of(status, words);
}
std::string_view to_string(ReportedDirection direction) noexcept {
    static constexpr std::array<std::string_view, 5> words{"up", "down", "stable", "improving", "worsening"};
    return word_of(direction, words);
}
std::string_view to_string(Flag flag) noexcept {
    static constexpr std::array<std::string_view, 3> words{"red", "amber", "green"};
    return word_of(flag, words);
}
std::string_view to_string(FlagReason reason) noexcept {
    return reason == FlagReason::performance ? "performance" : "data_quality";
}
std::string_view to_string(ChangeUnit unit) noexcept {
    static constexpr std::array<std::string_view, 3> words{"percent", "points", "either"};
    return word_of(unit, words);
}
std::string_view to_string(const InexactFigure& figure) noexcept {
    if (const auto* bound = std::get_if<FigureBound>(&figure)) return to_string(bound->kind);
    static constexpr std::array<std::string_view, std::variant_size_v<InexactFigure>> words{
        "range", "bound", "change_percent", "level_or_change", "value"};
    return words[figure.index()];
}

}  // namespace v0
}  // namespace ontrack

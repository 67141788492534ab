#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include <ontrack/base/error.hpp>

namespace ontrack::inline v0::stats::detail {

/// The convention of this name. Throws `DataError` (`unknown-convention`) that lists the names. `kind` is what it is a
/// convention of, as "chart".
template <class Conventions>
const auto& named(const Conventions& known, std::string_view name, const std::string& kind) {
    const auto found = std::find_if(known.begin(), known.end(), [name](const auto& each) { return each.name == name; });
    if (found != known.end()) return *found;
    std::string names;
    for (const auto& each : known) names += (names.empty() ? "" : ", ") + std::string(each.name);
    throw DataError(Problem{"unknown-convention", "there is no " + kind + " convention \"" + std::string(name) + "\"",
                            Place{{}, 0, 0, "name"}, "Use one of " + names});
}

}  // namespace ontrack::inline v0::stats::detail

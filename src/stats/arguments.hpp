#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <ontrack/stats/estimate.hpp>

namespace ontrack::inline v0::stats::detail {

inline bool is_confidence(double confidence) noexcept {
    return confidence > 0.0 && confidence < 1.0;
}

/// These throw `DataError` and name the argument.
[[noreturn]] void refuse(std::string code, std::string message, std::string argument, std::string remedy);
void require_length(std::string_view argument, std::size_t length, std::size_t expected);
/// Of a column that may be empty: not given, or not wanted.
template <class Column>
void require_wanted(std::string_view argument, const Column& column, std::size_t expected) {
    if (!column.empty()) require_length(argument, column.size(), expected);
}
void require_columns(const EstimateColumns& out, std::size_t expected);
void require_confidence(double confidence);
void require_positive(std::string_view argument, double value);
void require_offsets(std::span<const std::int64_t> offsets, std::size_t values);

/// No numbers, a reason.
Estimate without(Status status) noexcept;

}  // namespace ontrack::inline v0::stats::detail

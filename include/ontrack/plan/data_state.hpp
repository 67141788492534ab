#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {

/// How far the figure of an observation can be trusted.
enum class DataState : std::uint8_t {
    final,             ///< it stands
    revised,           ///< it stands, in the place of an earlier figure
    provisional,       ///< it may still change
    estimated,         ///< worked out or guessed, not counted
    proxy,             ///< another figure stands in for it
    doubtful,          ///< there is doubt about the quality of the data
    not_comparable,    ///< it stands, but beyond a break: it is compared with no other period
    awaited,           ///< no figure: it exists or will, but is not here yet
    suppressed,        ///< no figure: withheld, because the numbers are small
    no_accurate_data,  ///< no figure: what there is, is too poor to give one
    not_collected,     ///< no figure: there never will be one
};
/// The words of the plan file: `no_accurate_data`.
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(DataState state) noexcept;
/// What a board reads: `no accurate data`, `data quality in doubt`.
[[nodiscard]] ONTRACK_EXPORT std::string_view to_words(DataState state) noexcept;
/// Whether an observation in this state has a figure: all down to `not_comparable` do.
[[nodiscard]] ONTRACK_EXPORT bool has_value(DataState state) noexcept;

/// The state of a sum: that of its worst part, in the order in which the states are listed above (which ends with those
/// that leave the sum without a figure). Like the other joins it is the least upper bound in an order from best to worst, so
/// that neither order nor grouping of the parts matters, `final` changes nothing, and a worse part never makes a better whole.
[[nodiscard]] ONTRACK_EXPORT DataState join_sum(DataState a, DataState b) noexcept;
/// The state of a comparison of two figures. As for a sum, but `not_comparable` is worst of all: across a break there is no
/// comparison, and no figure still to come will make one.
[[nodiscard]] ONTRACK_EXPORT DataState join_compare(DataState a, DataState b) noexcept;
/// The state of an answer about many indicators. As for a sum, but what is not known (`awaited`, `suppressed`) is counted apart
/// there and so only leaves the answer open, worse than `provisional` and better than `estimated`.
[[nodiscard]] ONTRACK_EXPORT DataState join_roll_up(DataState a, DataState b) noexcept;

/// The join of all; `final` for none.
[[nodiscard]] ONTRACK_EXPORT DataState join_sum(const std::vector<DataState>& states) noexcept;
[[nodiscard]] ONTRACK_EXPORT DataState join_compare(const std::vector<DataState>& states) noexcept;
[[nodiscard]] ONTRACK_EXPORT DataState join_roll_up(const std::vector<DataState>& states) noexcept;

}  // namespace v0
}  // namespace ontrack

#include <ontrack/plan/data_state.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace ontrack {
inline namespace v0 {
namespace {

using enum DataState;
using Order = std::array<DataState, 11>;

// From best to worst.
constexpr Order of_a_sum{final,          revised, provisional, estimated,        proxy,        doubtful,
                         not_comparable, awaited, suppressed,  no_accurate_data, not_collected};
constexpr Order of_a_comparison{final,   revised,    provisional,      estimated,     proxy,         doubtful,
                                awaited, suppressed, no_accurate_data, not_collected, not_comparable};
constexpr Order of_a_roll_up{final, revised,  provisional,    awaited,          suppressed,   estimated,
                             proxy, doubtful, not_comparable, no_accurate_data, not_collected};

DataState worse(const Order& order, DataState a, DataState b) noexcept {
    const auto place = [&](DataState state) { return std::find(order.begin(), order.end(), state); };
    return place(a) < place(b) ? b : a;
}

DataState worst(const Order& order, const std::vector<DataState>& states) noexcept {
    return std::accumulate(states.begin(), states.end(), final,
                           [&](DataState a, DataState b) { return worse(order, a, b); });
}

}  // namespace

std::string_view to_string(DataState state) noexcept {
    switch (state) {
        case final:
            return "final";
        case revised:
            return "revised";
        case provisional:
            return "provisional";
        case estimated:
            return "estimated";
        case proxy:
            return "proxy";
        case doubtful:
            return "doubtful";
        case not_comparable:
            return "not_comparable";
        case awaited:
            return "awaited";
        case suppressed:
            return "suppressed";
        case no_accurate_data:
            return "no_accurate_data";
        case not_collected:
            return "not_collected";
    }
    return {};
}

std::string_view to_words(DataState state) noexcept {
    switch (state) {
        case doubtful:
            return "data quality in doubt";
        case not_comparable:
            return "not comparable";
        case awaited:
            return "awaited";
        case suppressed:
            return "suppressed";
        case no_accurate_data:
            return "no accurate data";
        case not_collected:
            return "not collected";
        default:
            return to_string(state);
    }
}

bool has_value(DataState state) noexcept {
    return state <= not_comparable;
}

DataState join_sum(DataState a, DataState b) noexcept {
    return worse(of_a_sum, a, b);
}
DataState join_compare(DataState a, DataState b) noexcept {
    return worse(of_a_comparison, a, b);
}
DataState join_roll_up(DataState a, DataState b) noexcept {
    return worse(of_a_roll_up, a, b);
}
DataState join_sum(const std::vector<DataState>& states) noexcept {
    return worst(of_a_sum, states);
}
DataState join_compare(const std::vector<DataState>& states) noexcept {
    return worst(of_a_comparison, states);
}
DataState join_roll_up(const std::vector<DataState>& states) noexcept {
    return worst(of_a_roll_up, states);
}

}  // namespace v0
}  // namespace ontrack

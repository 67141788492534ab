#include <ontrack/stats/estimate.hpp>

#include <cmath>
#include <string>

#include <ontrack/base/error.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace detail {

void refuse(std::string code, std::string message, std::string argument, std::string remedy) {
    throw DataError(
        Problem{std::move(code), std::move(message), Place{{}, 0, 0, std::move(argument)}, std::move(remedy)});
}

namespace {

std::string numbered(std::string_view argument, std::size_t index) {
    return std::string(argument) + '[' + std::to_string(index) + ']';
}

}  // namespace

void require_length(std::string_view argument, std::size_t length, std::size_t expected) {
    if (length == expected) return;
    refuse("wrong-length",
           std::string(argument) + " has " + std::to_string(length) + " elements, not " + std::to_string(expected),
           std::string(argument), "Give every array the same length");
}

void require_columns(const EstimateColumns& out, std::size_t expected) {
    require_wanted("value", out.value, expected);
    require_wanted("lower", out.lower, expected);
    require_wanted("upper", out.upper, expected);
    require_wanted("status", out.status, expected);
}

void require_confidence(double confidence) {
    if (is_confidence(confidence)) return;
    refuse("not-a-confidence-level", "the confidence level is " + std::to_string(confidence), "confidence",
           "Give a fraction between 0 and 1, as 0.95");
}

void require_positive(std::string_view argument, double value) {
    if (value > 0.0 && std::isfinite(value)) return;
    refuse("not-positive", std::string(argument) + " is " + std::to_string(value), std::string(argument),
           "Give a finite number above zero");
}

void require_offsets(std::span<const std::int64_t> offsets, std::size_t values) {
    const char* const remedy = "Give offsets that start at 0, never fall and end at the number of values";
    if (offsets.empty() || offsets.front() != 0)
        refuse("wrong-offsets", "the offsets do not start at 0", "offsets[0]", remedy);
    for (std::size_t i = 1; i < offsets.size(); ++i) {
        if (offsets[i] < offsets[i - 1]) refuse("wrong-offsets", "the offsets fall", numbered("offsets", i), remedy);
    }
    if (offsets.back() != static_cast<std::int64_t>(values)) {
        refuse("wrong-offsets",
               "the offsets end at " + std::to_string(offsets.back()) + ", not " + std::to_string(values),
               numbered("offsets", offsets.size() - 1), remedy);
    }
}

Estimate without(Status status) noexcept {
    return {nan, nan, nan, status};
}

}  // namespace detail

void require_ok(std::span<const Status> status, std::string_view argument) {
    for (std::size_t i = 0; i < status.size(); ++i) {
        if (status[i] == Status::ok) continue;
        detail::refuse("out-of-domain", std::string(to_string(status[i])), detail::numbered(argument, i),
                       std::string(reason(status[i])));
    }
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

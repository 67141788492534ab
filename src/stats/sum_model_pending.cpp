#include <cmath>
#include <limits>

#include "stats/sum_model.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

void nothing(std::span<SumForecast> out) noexcept {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (SumForecast& forecast : out) forecast = {nan, nan, nan, Status::too_few_points};
}

}  // namespace

void dynamic_theta_sums(const SumTask&, std::span<SumForecast> out) noexcept {
    nothing(out);
}
void theta_sums(const SumTask&, std::span<SumForecast> out) noexcept {
    nothing(out);
}

}  // namespace ontrack::inline v0::stats::detail

#include <ontrack/stats/total_models.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr std::array<std::pair<TotalModel, std::string_view>, 14> names{{
    {TotalModel::combination, "combination"},
    {TotalModel::gamma_poisson, "gamma_poisson"},
    {TotalModel::discounted_gamma_poisson, "discounted_gamma_poisson"},
    {TotalModel::indexed_gamma_poisson, "indexed_gamma_poisson"},
    {TotalModel::chain_ladder, "chain_ladder"},
    {TotalModel::bornhuetter_ferguson, "bornhuetter_ferguson"},
    {TotalModel::dynamic_theta, "dynamic_theta"},
    {TotalModel::theta, "theta"},
    {TotalModel::smoothing, "smoothing"},
    {TotalModel::log_smoothing, "log_smoothing"},
    {TotalModel::root_smoothing, "root_smoothing"},
    {TotalModel::seasonal_naive, "seasonal_naive"},
    {TotalModel::pro_rata, "pro_rata"},
    {TotalModel::same_periods_last_year, "same_periods_last_year"},
}};

}  // namespace

std::string_view to_string(TotalModel model) noexcept {
    const auto found = std::ranges::find(names, model, &std::pair<TotalModel, std::string_view>::first);
    return found == names.end() ? std::string_view("unknown") : found->second;
}

std::optional<TotalModel> total_model(std::string_view name) noexcept {
    const auto found = std::ranges::find(names, name, &std::pair<TotalModel, std::string_view>::second);
    if (found == names.end()) return std::nullopt;
    return found->first;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

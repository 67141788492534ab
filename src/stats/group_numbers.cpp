#include <array>
#include <cmath>
#include <vector>

#include <ontrack/base/error.hpp>
#include <ontrack/stats/total_models.hpp>

#include "stats/discounted_level.hpp"
#include "stats/sum_model.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr double format = 1.0;  // of the column; first, so that a later one can be told
constexpr std::size_t header = 11;

[[noreturn]] void refuse() {
    throw DataError(Problem{"not-a-group",
                            "these are not the numbers of a group fit",
                            {},
                            "Give what `numbers` returned, whole and unchanged."});
}

std::size_t length_of(double number, std::size_t most) {
    if (!(number >= 0.0 && number <= static_cast<double>(most)) || number != std::floor(number)) refuse();
    return static_cast<std::size_t>(number);
}

}  // namespace

std::vector<double> GroupFit::numbers() const {
    std::vector<double> column{format,
                               static_cast<double>(periods_per_year),
                               static_cast<double>(periods_known),
                               series,
                               past_errors,
                               width,
                               dispersion};
    for (const std::vector<double>* part : {&shares, &index, &discounts, &weights})
        column.push_back(static_cast<double>(part->size()));
    for (const std::vector<double>* part : {&shares, &index, &discounts, &weights})
        column.insert(column.end(), part->begin(), part->end());
    return column;
}

GroupFit group_fit(std::span<const double> numbers) {
    if (numbers.size() < header || numbers[0] != format) refuse();
    GroupFit fit;
    fit.periods_per_year = static_cast<int>(length_of(numbers[1], 366));
    fit.periods_known = static_cast<int>(length_of(numbers[2], 366));
    fit.series = numbers[3];
    fit.past_errors = numbers[4];
    fit.width = numbers[5];
    fit.dispersion = numbers[6];
    std::size_t at = header;
    std::size_t i = 7;
    for (std::vector<double>* part : {&fit.shares, &fit.index, &fit.discounts, &fit.weights}) {
        const std::size_t length = length_of(numbers[i++], numbers.size() - at);
        part->assign(numbers.begin() + static_cast<std::ptrdiff_t>(at),
                     numbers.begin() + static_cast<std::ptrdiff_t>(at + length));
        at += length;
    }
    bool sound = at == numbers.size() && fit.width > 0.0 && fit.dispersion >= 1.0;
    for (const double number : numbers) sound = sound && std::isfinite(number);
    for (const std::vector<double>* part : {&fit.shares, &fit.index, &fit.weights})
        for (const double number : *part) sound = sound && number >= 0.0;
    if (!sound || (!fit.weights.empty() && fit.weights.size() != combined_models.size()) ||
        (!fit.discounts.empty() && fit.discounts.size() != 2 * detail::discounts.size()))
        refuse();
    return fit;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

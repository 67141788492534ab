#include "total_arguments.hpp"

#include <algorithm>
#include <set>

namespace ontrack::python {

stats::TotalModel total_model_of(const std::string& name) {
    if (const auto model = stats::total_model(name)) {
        return *model;
    }
    refuse("unknown-model", "there is no model " + name, "Pass the name of a member of stats.TotalModel.");
}

stats::Support support_of(const std::string& name) {
    if (name == "whole") return stats::Support::whole;
    if (name == "positive") return stats::Support::positive;
    if (name == "real") return stats::Support::real;
    refuse("unknown-support", "support is " + name, "Pass \"whole\", \"positive\" or \"real\".");
}

stats::YearFigure year_figure_of(const std::string& name) {
    if (name == "sum") return stats::YearFigure::sum;
    if (name == "mean") return stats::YearFigure::mean;
    if (name == "last") return stats::YearFigure::last;
    refuse("unknown-figure", "figure is " + name, "Pass \"sum\", \"mean\" or \"last\".");
}

TotalPanel::TotalPanel(const ArrayLike& values, const std::optional<ArrayLike>& offsets, const YearArguments& year)
    : values_(doubles("values", values)),
      offsets_(offsets_of("values", values_, offsets)),
      masked_(flags_of("masked", year.masked)) {
    check_periods(year.periods_per_year, year.periods_known);
    options_.support = support_of(year.support);
    options_.figure = year_figure_of(year.figure);
    options_.periods_per_year = year.periods_per_year;
    options_.periods_known = year.periods_known;
    options_.threads = checked_threads(year.threads);
}

std::vector<std::uint8_t> flags_of(const char* name, const std::optional<ArrayLike>& argument) {
    if (!argument) {
        return {};
    }
    const Integers flags = converted<Integers>(name, numbers(name, *argument, "biu"));
    return {flags.data(), flags.data() + flags.size()};
}

std::vector<std::int64_t> whole_column_of(const char* name, const std::optional<ArrayLike>& argument,
                                          py::ssize_t series) {
    if (!argument) {
        return {};
    }
    const Integers given = converted<Integers>(name, numbers(name, *argument, "iu"));
    if (given.ndim() != 1 || given.size() != series) {
        refuse("wrong-shape", std::string(name) + " has the shape " + shape_of(given), "Pass one for each series.");
    }
    return {given.data(), given.data() + given.size()};
}

std::vector<std::int32_t> places_of(const char* name, const std::optional<ArrayLike>& argument, py::ssize_t series,
                                    std::size_t size) {
    std::vector<std::int32_t> places;
    for (const std::int64_t number : whole_column_of(name, argument, series)) {
        if (number >= static_cast<std::int64_t>(size)) {
            refuse("wrong-number",
                   std::string(name) + " holds " + std::to_string(number) + ", and there are " + std::to_string(size),
                   "Pass places from 0, or below 0 for none.");
        }
        places.push_back(static_cast<std::int32_t>(std::max<std::int64_t>(number, -1)));
    }
    return places;
}

std::vector<std::int32_t> places_among(std::span<const std::int64_t> numbers) {
    std::set<std::int64_t> distinct(numbers.begin(), numbers.end());
    distinct.erase(distinct.begin(), distinct.lower_bound(0));
    const std::vector<std::int64_t> known(distinct.begin(), distinct.end());
    std::vector<std::int32_t> places;
    for (const std::int64_t number : numbers) {
        places.push_back(
            number < 0 ? -1 : static_cast<std::int32_t>(std::ranges::lower_bound(known, number) - known.begin()));
    }
    return places;
}

Groups::Groups(const stats::Panel& panel, std::span<const std::int64_t> numbers, const stats::TotalOptions& options) {
    of_series = places_among(numbers);
    fits = stats::fit_groups(panel, of_series, options);
}

Groups::Groups(std::vector<stats::GroupFit> given, const std::optional<ArrayLike>& numbers, py::ssize_t series)
    : fits(std::move(given)), of_series(places_of("groups", numbers, series, fits.size())) {
    if (!numbers) {
        of_series.assign(static_cast<std::size_t>(series), fits.empty() ? -1 : 0);
    }
}

}  // namespace ontrack::python

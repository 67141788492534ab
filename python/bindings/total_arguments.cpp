#include "total_arguments.hpp"

#include <limits>

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
    : values_(doubles("values", values)), offsets_(offsets_of("values", values_, offsets)) {
    check_periods_per_year(year.periods_per_year);
    if (year.periods_known < 0 || year.periods_known > year.periods_per_year) {
        refuse("wrong-periods", "periods_known is " + std::to_string(year.periods_known),
               "Pass how many periods of this year are known: 0 to " + std::to_string(year.periods_per_year) + ".");
    }
    if (year.threads < 1) {
        refuse("wrong-threads", "threads is " + std::to_string(year.threads), "Pass 1 or more.");
    }
    if (year.masked) {
        const Integers flags = Integers::ensure(numbers("masked", *year.masked, "biu"));
        masked_.assign(flags.data(), flags.data() + flags.size());
    }
    options_.support = support_of(year.support);
    options_.figure = year_figure_of(year.figure);
    options_.periods_per_year = year.periods_per_year;
    options_.periods_known = year.periods_known;
    options_.threads = static_cast<unsigned>(year.threads);
}

Doubles column_of(const char* name, const std::optional<ArrayLike>& argument, py::ssize_t series) {
    if (!argument) {
        return Doubles(py::ssize_t{0});
    }
    const Doubles column = doubles(name, *argument);
    if (column.ndim() == 0) {
        Doubles all(series);
        std::ranges::fill(writable(all), *column.data());
        return all;
    }
    if (column.ndim() != 1 || column.size() != series) {
        refuse("wrong-shape",
               std::string(name) + " has the shape " + shape_of(column) + ", and there are " + std::to_string(series) +
                   " series",
               "Pass one for each series, or a single number for all.");
    }
    return column;
}

std::vector<std::int64_t> whole_column_of(const char* name, const std::optional<ArrayLike>& argument,
                                          py::ssize_t series) {
    if (!argument) {
        return {};
    }
    const Integers given = Integers::ensure(numbers(name, *argument, "iu"));
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

Groups::Groups(const stats::Panel& panel, std::span<const std::int64_t> numbers, const stats::TotalOptions& options) {
    std::set<std::int64_t> distinct(numbers.begin(), numbers.end());
    distinct.erase(distinct.begin(), distinct.lower_bound(0));
    const std::vector<std::int64_t> known(distinct.begin(), distinct.end());
    for (const std::int64_t number : numbers) {
        of_series.push_back(
            number < 0 ? -1 : static_cast<std::int32_t>(std::ranges::lower_bound(known, number) - known.begin()));
    }
    fits = stats::fit_groups(panel, of_series, options);
}

Groups::Groups(std::vector<stats::GroupFit> given, const std::optional<ArrayLike>& numbers, py::ssize_t series)
    : fits(std::move(given)), of_series(places_of("groups", numbers, series, fits.size())) {
    if (!numbers) {
        of_series.assign(static_cast<std::size_t>(series), fits.empty() ? -1 : 0);
    }
}

}  // namespace ontrack::python

#include "stats/year_table.hpp"

#include <cmath>

namespace ontrack::inline v0::stats::detail {
namespace {

// Where they come from: docs/methods.md, "How the constants were chosen".
constexpr double pseudo_years = 1.0;  // of equal shares
constexpr double pseudo_events = 400.0;

struct Cell {
    Lane value;   // 0 where it is missing
    Lane weight;  // 1, or 0 where it is missing
};

Cell read(const std::array<const double*, lanes>& rows, std::size_t i) noexcept {
    Cell cell;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const double value = rows[lane][i];
        const bool missing = std::isnan(value);
        at(cell.value, lane) = missing ? 0.0 : value;
        at(cell.weight, lane) = missing ? 0.0 : 1.0;
    }
    return cell;
}

struct Columns {
    std::array<Lane, max_periods> covered;  // part of this year's period that is known
    std::array<Lane, max_periods> events;   // past years
    std::array<Lane, max_periods> years;    // with a value
    std::array<Lane, max_periods> shares;
};

void note_range(const Lane& value, YearSums& sums) noexcept {
    sums.lowest = sums.lowest.min(value);
    sums.highest = sums.highest.max(value);
}

void read_current(const YearTable& table, Columns& columns, YearSums& sums) noexcept {
    sums.current_events = sums.current_cells = sums.covered_periods = sums.lowest = sums.highest = Lane::Zero();
    for (std::size_t j = 0; j < table.periods; ++j) {
        columns.covered[j] = Lane::Zero();
        if (j < table.first_known || j >= table.first_known + table.known) continue;
        const std::size_t i = j - table.first_known;
        const Cell cell = read(table.current, i);
        columns.covered[j] = table.covered.empty() ? cell.weight : Lane(cell.weight * table.covered[i]);
        sums.current_events += cell.value;
        sums.current_cells += cell.weight;
        sums.covered_periods += columns.covered[j];
        note_range(cell.value, sums);
    }
}

void read_past(const YearTable& table, Columns& columns, YearSums& sums) noexcept {
    sums.years = table.years;
    sums.past_events = sums.past_cells = Lane::Zero();
    for (std::size_t j = 0; j < table.periods; ++j) columns.events[j] = columns.years[j] = Lane::Zero();
    for (std::size_t t = 0; t < table.years; ++t) {
        PastYear year{Lane::Zero(), Lane::Zero(), Lane::Zero(), Lane::Ones()};
        for (std::size_t j = 0; j < table.periods; ++j) {
            const Cell cell = read(table.past, t * table.periods + j);
            const Lane known = columns.covered[j] * cell.value;
            columns.events[j] += cell.value;
            columns.years[j] += cell.weight;
            year.known += known;
            year.remaining += cell.value - known;
            year.cells += cell.weight;
            note_range(cell.value, sums);
        }
        sums.past[t] = year;
        sums.past_events += year.known + year.remaining;
        sums.past_cells += year.cells;
    }
}

/// Ratio of column sums (the chain ladder), drawn towards equal shares; equal where no past year has an event.
void learn_shares(const YearTable& table, const YearSums& sums, Columns& columns) noexcept {
    const double periods = static_cast<double>(table.periods);
    const auto nothing = (sums.past_events <= 0.0).eval();
    const Lane year = nothing.select(1.0, sums.past_events / sums.past_cells * periods);
    const Lane pull = pseudo_years + pseudo_events / year;
    const Lane drawn = pull * year / periods;
    for (std::size_t j = 0; j < table.periods; ++j)
        columns.shares[j] = nothing.select(1.0, (columns.events[j] + drawn) / (columns.years[j] + pull));
}

void take_shares(const YearTable& table, Columns& columns) noexcept {
    for (std::size_t j = 0; j < table.periods; ++j) columns.shares[j] = Lane::Constant(table.stated_shares[j]);
}

void scale_to_one(const YearTable& table, Columns& columns) noexcept {
    Lane total = Lane::Zero();
    for (std::size_t j = 0; j < table.periods; ++j) total += columns.shares[j];
    for (std::size_t j = 0; j < table.periods; ++j) columns.shares[j] /= total;
}

void share_incomplete_years(const YearTable& table, const Columns& columns, YearSums& sums) noexcept {
    const double periods = static_cast<double>(table.periods);
    for (std::size_t t = 0; t < table.years; ++t) {
        PastYear& year = sums.past[t];
        if ((year.cells == periods).all()) continue;
        Lane share = Lane::Zero();
        for (std::size_t j = 0; j < table.periods; ++j)
            share += read(table.past, t * table.periods + j).weight * columns.shares[j];
        year.share = (year.cells == periods).select(1.0, share);
    }
}

}  // namespace

void sum_years(const YearTable& table, YearSums& sums) noexcept {
    Columns columns;
    read_current(table, columns, sums);
    read_past(table, columns, sums);
    if (table.stated_shares.empty())
        learn_shares(table, sums, columns);
    else
        take_shares(table, columns);
    scale_to_one(table, columns);
    share_incomplete_years(table, columns, sums);
    sums.known_share = Lane::Zero();
    for (std::size_t j = 0; j < table.periods; ++j) sums.known_share += columns.shares[j] * columns.covered[j];
}

}  // namespace ontrack::inline v0::stats::detail

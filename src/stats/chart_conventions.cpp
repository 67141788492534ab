#include <ontrack/stats/chart_conventions.hpp>

#include <array>

#include "stats/named.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

ChartConvention making_data_count_guide(std::string_view name, int points) {
    return {name, "NHS England, Making Data Count, 2019", {}, making_data_count(points)};
}

/// Shift of 7, trend of 5, two of three beyond 2σ, wherever the third is.
RuleSet powerbi_rules() {
    return {"powerbi-spc",
            "478773a (2026)",
            4,
            {{{RuleKind::beyond, 1}, {RuleKind::trend, 5}, {RuleKind::beyond, 2, 3, 2}, {RuleKind::one_side, 7}}}};
}

std::array<ChartConvention, 9> make_known() {
    ChartOptions screened;
    screened.screening = Screening::once;
    ChartOptions rounded = screened;
    rounded.factor = MovingRangeFactor::rounded_1_128;
    ChartOptions unscreened = rounded;
    unscreened.screening = Screening::none;
    ChartOptions exact;
    exact.factor = MovingRangeFactor::exact;
    return {{making_data_count_guide("making-data-count-6", 6),
             making_data_count_guide("making-data-count-7", 7),
             making_data_count_guide("making-data-count-8", 8),
             {"nhsrplotthedots", "0.1 (050b07d, 2025)", screened, making_data_count(7)},
             {"qicharts2", "0.8.1 (2025)", rounded, shewhart_with_test(RunTest::anhoej)},
             {"autospc", "d73152e (2026)", rounded, shewhart_with_run(8)},
             {"powerbi-spc", "478773a (2026)", unscreened, powerbi_rules()},
             {"nelson", "1984", exact, nelson()},
             {"western-electric", "1956", exact, western_electric()}}};
}

const std::array<ChartConvention, 9>& known() {
    static const std::array<ChartConvention, 9> conventions = make_known();
    return conventions;
}

/// 0 no signal, 1 high, 2 low, 3 without a direction.
int class_of(const Signals& signals) noexcept {
    const unsigned any = unsigned{signals.high} | unsigned{signals.low};
    const unsigned first = any & (0U - any);
    return ((signals.high & first) != 0 ? 1 : 0) + ((signals.low & first) != 0 ? 2 : 0);
}

}  // namespace

std::span<const ChartConvention> chart_conventions() noexcept {
    return known();
}

const ChartConvention& chart_convention(std::string_view name) {
    return detail::named(known(), name, "chart");
}

std::vector<ConventionDisagreement> conventions_that_disagree(const ChartSeries& series, Chart chart,
                                                              std::span<const ChartConvention> conventions) {
    const std::size_t points = series.values.size();
    std::vector<std::vector<Signals>> signals(conventions.size(), std::vector<Signals>(points));
    for (std::size_t i = 0; i < conventions.size(); ++i) {
        ChartOptions options = conventions[i].options;
        options.chart = chart;
        signals_into(series, options, conventions[i].rules, signals[i]);
    }
    std::vector<ConventionDisagreement> found;
    for (std::size_t i = 0; i < conventions.size(); ++i)
        for (std::size_t j = i + 1; j < conventions.size(); ++j)
            for (std::size_t point = 0; point < points; ++point)
                if (class_of(signals[i][point]) != class_of(signals[j][point]))
                    found.push_back({i, j, point, signals[i][point], signals[j][point]});
    return found;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

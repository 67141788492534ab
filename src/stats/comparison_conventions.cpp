#include <ontrack/stats/comparison_conventions.hpp>

#include <array>

#include "stats/arguments.hpp"
#include "stats/comparison.hpp"
#include "stats/named.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

FunnelOptions funnel(FunnelStatistic statistic, FunnelLimits limits,
                     Overdispersion overdispersion = Overdispersion::none, TrimmingOptions trimming = {},
                     int z_decimals = -1) {
    FunnelOptions options;
    options.statistic = statistic;
    options.limits = limits;
    options.overdispersion = overdispersion;
    options.trimming = trimming;
    options.z_decimals = z_decimals;
    return options;
}

/// The same options for proportions, rates and ratios, with the limits that each has.
FunnelConvention convention(std::string_view name, std::string_view edition, FunnelLimits proportion,
                            FunnelLimits count, Overdispersion overdispersion = Overdispersion::none,
                            Trimming trimming = Trimming::winsorise, int z_decimals = -1) {
    // FunnelPlotR truncates for the mortality indicator's method only; its proportions are winsorised.
    return {name, edition, funnel(FunnelStatistic::proportion, proportion, overdispersion, {}, z_decimals),
            funnel(FunnelStatistic::rate, count, overdispersion, {trimming}, z_decimals),
            funnel(FunnelStatistic::ratio, count, overdispersion, {trimming}, z_decimals)};
}

std::array<FunnelConvention, 8> make_known_funnels() {
    constexpr std::string_view funnelplotr = "0.6 (9020d49, 2025)";
    constexpr int six = 6;
    return {{convention("phe-indicator-methods", "2.1.0 (5302983, 2025)", FunnelLimits::score, FunnelLimits::exact),
             convention("fingertips", "6780897 (2020)", FunnelLimits::wilson, FunnelLimits::exact_around,
                        Overdispersion::none, Trimming::winsorise, 4),
             convention("funnelplotr-unadjusted", funnelplotr, FunnelLimits::arcsine, FunnelLimits::exact_around,
                        Overdispersion::none, Trimming::winsorise, six),
             convention("funnelplotr-shmi", funnelplotr, FunnelLimits::arcsine, FunnelLimits::log,
                        Overdispersion::additive, Trimming::truncate, six),
             convention("funnelplotr-cqc", funnelplotr, FunnelLimits::arcsine, FunnelLimits::root_not_squared,
                        Overdispersion::additive, Trimming::winsorise, six),
             convention("funnelplotr-counts", funnelplotr, FunnelLimits::arcsine, FunnelLimits::log_of_counts,
                        Overdispersion::additive, Trimming::winsorise, six),
             convention("spiegelhalter-additive", "2005", FunnelLimits::arcsine, FunnelLimits::root,
                        Overdispersion::additive),
             convention("spiegelhalter-multiplicative", "2005", FunnelLimits::score, FunnelLimits::score,
                        Overdispersion::multiplicative)}};
}

const std::array<FunnelConvention, 8>& known_funnels() {
    static const std::array<FunnelConvention, 8> conventions = make_known_funnels();
    return conventions;
}

constexpr std::array<IntervalConvention, 10> known_intervals{{
    {"wilson", "Wilson 1927", ProportionMethod::wilson},
    {"wilson-continuity-corrected", "Newcombe 1998", ProportionMethod::wilson_continuity_corrected},
    {"agresti-coull", "Agresti & Coull 1998", ProportionMethod::agresti_coull},
    {"clopper-pearson", "Clopper & Pearson 1934", ProportionMethod::clopper_pearson},
    {"mid-p", "Lancaster 1961", ProportionMethod::mid_p},
    {"jeffreys", "Brown, Cai & DasGupta 2001", ProportionMethod::jeffreys},
    {"public-health", "Office for Health Improvement and Disparities 2018", CountMethod::public_health},
    {"exact-poisson", "Garwood 1936", CountMethod::exact},
    {"byar", "Breslow & Day 1987", CountMethod::byar},
    {"mid-p-poisson", "Cohen & Yang 1994", CountMethod::mid_p},
}};

using Classes = std::vector<Comparison>;

std::vector<ComparisonDisagreement> differences(const std::vector<Classes>& classes) {
    std::vector<ComparisonDisagreement> found;
    for (std::size_t i = 0; i < classes.size(); ++i)
        for (std::size_t j = i + 1; j < classes.size(); ++j)
            for (std::size_t point = 0; point < classes[i].size(); ++point)
                if (classes[i][point] != classes[j][point])
                    found.push_back({i, j, point, classes[i][point], classes[j][point]});
    return found;
}

Limits interval(double x, double n, double confidence, const IntervalConvention& convention) noexcept {
    const auto* const proportion = std::get_if<ProportionMethod>(&convention.method);
    const Estimate e = proportion != nullptr
                           ? estimate_proportion(x, n, {confidence, *proportion})
                           : estimate_rate(x, n, {confidence, *std::get_if<CountMethod>(&convention.method), 1.0});
    // Byar has no lower limit for a few events: nothing is then too low to be true.
    return {e.status == Status::limit_undefined ? 0.0 : e.lower, e.upper};
}

}  // namespace

std::span<const FunnelConvention> funnel_conventions() noexcept {
    return known_funnels();
}

const FunnelConvention& funnel_convention(std::string_view name) {
    return detail::named(known_funnels(), name, "funnel");
}

std::span<const IntervalConvention> interval_conventions() noexcept {
    return known_intervals;
}

const IntervalConvention& interval_convention(std::string_view name) {
    return detail::named(known_intervals, name, "interval");
}

std::vector<ComparisonDisagreement> funnel_conventions_that_disagree(std::span<const double> x,
                                                                     std::span<const double> n,
                                                                     FunnelStatistic statistic,
                                                                     std::span<const FunnelConvention> conventions) {
    std::vector<Classes> classes(conventions.size(), Classes(x.size()));
    for (std::size_t i = 0; i < conventions.size(); ++i) {
        FunnelOptions options = conventions[i].options(statistic);
        options.statistic = statistic;
        FunnelColumns columns;
        columns.comparison = classes[i];
        funnel_into(x, n, options, columns);
    }
    return differences(classes);
}

std::vector<ComparisonDisagreement> interval_conventions_that_disagree(
    std::span<const double> x, std::span<const double> n, double benchmark, const BenchmarkOptions& options,
    std::span<const IntervalConvention> conventions) {
    detail::require_length("n", n.size(), x.size());
    detail::require_levels(options.confidence, options.outer_confidence);
    std::vector<Classes> classes(conventions.size(), Classes(x.size()));
    const double outer = options.outer_confidence;
    for (std::size_t i = 0; i < conventions.size(); ++i) {
        for (std::size_t point = 0; point < x.size(); ++point) {
            const Limits inner = interval(x[point], n[point], options.confidence, conventions[i]);
            classes[i][point] = outer == 0.0
                                    ? compare_with_benchmark(inner, benchmark, options.better)
                                    : compare_with_benchmark(inner, interval(x[point], n[point], outer, conventions[i]),
                                                             benchmark, options.better);
        }
    }
    return differences(classes);
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

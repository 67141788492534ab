#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <ontrack/export.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/status.hpp>
#include <ontrack/stats/total_law.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// How a year's total is projected. Formulas and sources: docs/methods.md, "Outturn models".
enum class TotalModel : std::uint8_t {
    combination,  ///< the default: several of those below, weighted by their past errors
    gamma_poisson,  ///< credibility model of project_count (Bornhuetter & Ferguson 1972; Verrall 2004)
    discounted_gamma_poisson,  ///< level that forgets (Harvey & Fernandes 1989), the discount by its likelihood
    indexed_gamma_poisson,  ///< the same, as a share of its group's course; needs options.group
    chain_ladder,  ///< known part over its learnt share (Mack 1991; Renshaw & Verrall 1998)
    bornhuetter_ferguson,  ///< known part + last level's share of the rest (Bornhuetter & Ferguson 1972)
    dynamic_theta,  ///< DOTM (Fiorucci et al. 2016)
    theta,  ///< classic Theta (Assimakopoulos & Nikolopoulos 2000)
    smoothing,  ///< additive ETS, chosen by AICc (Hyndman, Koehler, Ord & Snyder 2008)
    log_smoothing,  ///< the same on the log scale
    root_smoothing,  ///< the same on the square-root scale
    seasonal_naive,  ///< rest of the year = the same periods last year, spread by its past errors
    pro_rata,  ///< known part × periods per year / periods known
    same_periods_last_year,  ///< last year's rest × this year's known part / last year's known part
};

/// `combination`, `gamma_poisson`, …: the enumerators.
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(TotalModel model) noexcept;
/// The model of that name; none if there is none.
[[nodiscard]] ONTRACK_EXPORT std::optional<TotalModel> total_model(std::string_view name) noexcept;

/// What the combination combines.
inline constexpr std::array combined_models{TotalModel::gamma_poisson, TotalModel::discounted_gamma_poisson,
                                            TotalModel::indexed_gamma_poisson, TotalModel::dynamic_theta,
                                            TotalModel::root_smoothing};

/// What values are: decides the law that a model's mean and variance are read as.
enum class Support : std::uint8_t {
    whole,  ///< counts: negative binomial, at least Poisson's variance
    positive,  ///< amounts above zero: log-normal
    real,  ///< anything: normal
};

/// What the year's figure is made of its periods: a sum for what happens, the mean or the last for what there is (stocks).
enum class YearFigure : std::uint8_t { sum, mean, last };

/// What a group of like series (one offence in many areas) lends to each of its members: learnt from one panel at one day and
/// valid for projections at that day. A value: it may be saved as its numbers and loaded again, and a series projected with
/// it has the same bits in any company.
struct GroupFit {
    int periods_per_year = 0;  ///< 0 = no group
    int periods_known = 0;
    double series = 0.0;  ///< how many it was learnt from
    double past_errors = 0.0;  ///< how many projections of past years the weights and the width were learnt from
    double width = 1.0;  ///< what the combination's variance beyond chance is multiplied by
    double dispersion = 1.0;  ///< variance of chance over its mean: events that come in bursts
    std::vector<double> shares;  ///< of the year per period, sum 1
    /// The group's own course, in events of a period: the periods known, then what is expected to the year's end. The
    /// indexed model takes it for the exposure of each member.
    std::vector<double> index;
    /// Mean log-likelihood per member of each discount, of the discounted and of the indexed model.
    std::vector<double> discounts;
    std::vector<double> weights;  ///< of the combination's models, in the order of `combined_models`

    /// Everything above as one column; `group_fit` reads it back, bit for bit.
    [[nodiscard]] ONTRACK_EXPORT std::vector<double> numbers() const;
};

/// \throws DataError when these are not the numbers of a group
[[nodiscard]] ONTRACK_EXPORT GroupFit group_fit(std::span<const double> numbers);

struct TotalOptions {
    TotalModel model = TotalModel::combination;
    Support support = Support::whole;
    /// A mean of whole numbers is not whole: its law is read as positive.
    YearFigure figure = YearFigure::sum;
    /// 1 … 366. Above 64 only `gamma_poisson` can hold a year, as counts whatever `support` says; a `figure` other than the sum,
    /// `masked` or `exposure` is then Status::invalid_option.
    int periods_per_year = 12;
    int periods_known = 6;  ///< 0 … periods_per_year: the last so many values of each series are this year's
    /// Periods that no model learns from (a broken year), aligned with the series' ends: the last is the last period known;
    /// shorter = what is before is not masked. A masked period of this year still counts towards its total.
    std::span<const std::uint8_t> masked{};
    /// Exposure of each period (days, people), ending with the year's last period. Empty = equal. Values are proportional to it.
    std::span<const double> exposure{};
    const GroupFit* group = nullptr;  ///< nullptr = a series on its own
    unsigned threads = 1;  ///< the results do not depend on it
};

/// A series' projection. `status` is ok whenever there is a law. Where the model asked for could not be had, `used` names
/// the one that stands in and `fallback` the reason; otherwise `fallback` is ok.
struct TotalProjection {
    TotalLaw law;
    TotalModel used = TotalModel::combination;
    Status status = Status::ok;
    Status fallback = Status::ok;
    double known_share = 0.0;  ///< expected share of the year in the known periods
    double annual_level = 0.0;  ///< expected total of a year at the present level, as the credibility model sees it
    double own_season = 0.0;  ///< weight of the series' own season against the group's (or equal shares), 0 … 1
    /// Weights of the combination's models, in the order of `combined_models`; 0 = not available or another model was used.
    std::array<double, combined_models.size()> weights{};
};

/// Projects one series: past years and the current one up to now, NaN = missing. Never throws; allocates nothing.
[[nodiscard]] ONTRACK_EXPORT TotalProjection project_total(std::span<const double> series,
                                                           const TotalOptions& options) noexcept;

/// The discount per period that the series and its group taught: the posterior mean, 1 = forgets nothing, of the discounted and
/// of the indexed model; NaN where that model has no answer.
[[nodiscard]] ONTRACK_EXPORT std::array<double, 2> learnt_discounts(std::span<const double> series,
                                                                    const TotalOptions& options) noexcept;

/// Where a batch writes; every span has one element per series, or is empty when that column is not wanted.
struct TotalColumns {
    std::span<double> mean, variance;
    std::span<double> probability_at_most;  ///< P(total ≤ target)
    /// Row-major, one row per series, one column for each of `probabilities`.
    std::span<double> quantiles;
    std::span<const double> probabilities;
    std::span<TotalLaw> law;
    std::span<TotalModel> used;
    std::span<Status> fallback;
    std::span<Status> status;
};

/// `project_total` for every series of a panel, same bits. `groups`: which of `fits` each series belongs to (−1 = none);
/// empty = options.group for all. Throws nothing; allocates nothing but threads and their scratch.
/// \pre spans are of the right length
ONTRACK_EXPORT void project_totals_into(const Panel& panel, std::span<const double> targets,
                                        const TotalOptions& options, std::span<const std::int32_t> groups,
                                        std::span<const GroupFit> fits, const TotalColumns& out) noexcept;

/// What like series have in common, by empirical Bayes: a reduction in the panel's order, so the same numbers for any
/// number of threads. options.group is not looked at.
/// \throws DataError when options are out of their domain
[[nodiscard]] ONTRACK_EXPORT GroupFit fit_group(const Panel& panel, const TotalOptions& options);

/// `fit_group` of the series of each group number, from 0 to the highest; series of a number below 0 are in no group.
/// \throws DataError when options are out of their domain
[[nodiscard]] ONTRACK_EXPORT std::vector<GroupFit> fit_groups(const Panel& panel, std::span<const std::int32_t> groups,
                                                              const TotalOptions& options);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack

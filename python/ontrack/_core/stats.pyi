"""
Numbers in, numbers out: knows no indicator and no date.
"""
from __future__ import annotations
import collections.abc
import enum
import numpy
import numpy.typing
import typing
__all__: list[str] = ['AdjustedPValues', 'Alternative', 'Assurance', 'AtGap', 'AtLimit', 'Better', 'ChangePenalty', 'ChangeScores', 'ChangeTest', 'Chart', 'ChartConvention', 'Comparison', 'ComparisonDisagreement', 'ControlCharts', 'ConventionDisagreement', 'CountLaw', 'CountMethod', 'CountProjection', 'Decomposition', 'Decompositions', 'DifferenceMethod', 'DiscoveryMethod', 'Dispersion', 'DisplacementDifference', 'Estimate', 'Estimates', 'EventFunnel', 'FalseAlarms', 'Family', 'FirstGroup', 'Funnel', 'FunnelConvention', 'FunnelLimits', 'FunnelLines', 'FunnelOptions', 'FunnelStatistic', 'GroupFit', 'GroupedTotal', 'Inequalities', 'InequalityScale', 'Interrupted', 'Interruption', 'InterruptionKind', 'LimitLaw', 'Limits', 'LogLinearTrends', 'Marks', 'MovingRangeFactor', 'Neighbours', 'OddsRatioMethod', 'OnCentre', 'Overdispersion', 'PairedMethod', 'PointUse', 'ProcessIcons', 'ProportionMethod', 'QuantileGroups', 'QuantileMethod', 'Ranks', 'RateRatioMethod', 'RatioLaw', 'Reach', 'RebasedRuns', 'RecentTrend', 'RecentTrends', 'Regressions', 'RelativeRateMethod', 'RequiredValues', 'RiskRatioMethod', 'Rule', 'RuleKind', 'RuleSet', 'RunAnalyses', 'RunSide', 'RunTest', 'Screening', 'Season', 'SeasonKind', 'Segmentation', 'SharedShocks', 'StageBase', 'Status', 'StratifiedEstimate', 'StratifiedRatio', 'Subgroups', 'SurveyLaw', 'TestResult', 'TestResults', 'TotalExplanation', 'TotalLaw', 'TotalModel', 'Totals', 'TrendGaps', 'TrendLines', 'TrendMethod', 'TrendTests', 'Trends', 'Trimming', 'TwoCountsTest', 'TwoProportionsTest', 'Variation', 'WeightedDisplacement', 'YearRatios', 'YearSurveys', 'YearToDate', 'add_totals', 'adjust_p_values', 'analyse_runs', 'assurance', 'beta_cdf', 'beta_quantile', 'beta_upper', 'beta_upper_quantile', 'c4', 'change_contour', 'change_scores', 'change_test', 'chart_convention', 'chart_conventions', 'charts', 'chi_square_cdf', 'chi_square_quantile', 'chi_square_upper', 'chi_square_upper_quantile', 'compare_interval_with_target', 'compare_intervals', 'compare_observed', 'compare_proportion', 'compare_rate', 'compare_with_benchmark', 'compare_with_range', 'compare_with_target', 'compare_year_to_date', 'conventions_that_disagree', 'crossings_bound', 'decompose', 'design_matrix', 'effective_sample_size', 'estimate_count', 'estimate_difference', 'estimate_dispersion', 'estimate_inequality', 'estimate_mean', 'estimate_mean_of', 'estimate_odds_ratio', 'estimate_paired_difference', 'estimate_proportion', 'estimate_rate', 'estimate_rate_ratio', 'estimate_risk_ratio', 'estimate_standardised_rate', 'estimate_standardised_ratio', 'estimate_stratified_ratio', 'estimate_survey_proportion', 'event_funnel', 'expected_events', 'explain_total', 'false_alarms', 'first_group', 'fit_groups', 'fit_shared_shocks', 'funnel', 'funnel_convention', 'funnel_conventions', 'funnel_conventions_that_disagree', 'funnel_lines', 'gamma_cdf', 'gamma_quantile', 'gamma_upper', 'gamma_upper_quantile', 'hamed_rao', 'interrupted', 'interval_conventions', 'interval_conventions_that_disagree', 'is_defined', 'joint_confidence', 'log_linear_trends', 'longest_run_bound', 'making_data_count', 'mann_kendall', 'median', 'negative_binomial_cdf', 'negative_binomial_quantile', 'nelson', 'normal', 'normal_cdf', 'normal_quantile', 'philox', 'process_icons', 'project_count', 'project_ratios', 'project_surveys', 'project_totals', 'quantile_bounds', 'quantile_groups', 'ranks', 'reason', 'rebase_runs', 'recent_trend_of_estimate', 'recent_trend_of_proportion', 'regressions', 'relative_rates', 'required_values', 'rest_shares', 'root_z', 'sample_paths', 'sample_quantile', 'seasonal_kendall', 'segment_counts', 'shewhart_with_run', 'shewhart_with_test', 'signals', 'student_t_cdf', 'student_t_quantile', 'subgroups', 'test_two_counts', 'test_two_proportions', 'theil_sen', 'trends', 'trim_scores', 'uniform', 'variation', 'weighted_displacement_difference', 'weighted_harm_difference', 'weighting_effect', 'western_electric', 'what_if', 'wilson', 'wilson_confidence_at_least']
class Status(enum.IntEnum):
    """
    Why a series has a result, or has none.
    """
    ok = 0
    too_few_points = 1
    not_finite = 2
    negative_value = 3
    not_a_count = 4
    no_target = 5
    missing_value = 6
    no_denominator = 7
    above_denominator = 8
    limit_undefined = 9
    value_undefined = 10
    too_few_events = 11
    not_positive = 12
    no_variation = 13
    invalid_option = 14
    collinear = 15
    separated = 16
    not_converged = 17
class Limits:
    """
    Both ends of an interval.
    """
    def __iter__(self) -> collections.abc.Iterator[float]:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def lower(self) -> float:
        ...
    @property
    def upper(self) -> float:
        ...
class Estimate:
    """
    A statistic with its two-sided confidence limits; None for what does not exist.
    """
    def __repr__(self) -> str:
        ...
    @property
    def lower(self) -> float | None:
        ...
    @property
    def reason(self) -> str | None:
        """
        One sentence where the status is not `ok`, else None.
        """
    @property
    def status(self) -> Status:
        ...
    @property
    def upper(self) -> float | None:
        ...
    @property
    def value(self) -> float | None:
        ...
class Estimates:
    """
    Many estimates: read-only arrays of one shape, NaN for what does not exist. `status` and `reasons` say why; where the status is `ok` all three are numbers.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def columns(self) -> dict[str, numpy.ndarray]:
        """
        The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).
        """
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def reasons(self) -> dict[int, str]:
        """
        Position (in C order) → one sentence, for every status that is not `ok`.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per estimate.
        """
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class ProportionMethod(enum.Enum):
    """
    Intervals for a proportion.
    """
    wilson = 0
    wilson_continuity_corrected = 1
    agresti_coull = 2
    clopper_pearson = 3
    mid_p = 4
    jeffreys = 5
class CountMethod(enum.Enum):
    """
    Intervals for the mean of a Poisson count.
    """
    public_health = 0
    exact = 1
    byar = 2
    mid_p = 3
class DifferenceMethod(enum.Enum):
    """
    Intervals for the difference of two independent proportions.
    """
    newcombe = 0
    miettinen_nurminen = 1
    mee = 2
class PairedMethod(enum.Enum):
    """
    Intervals for the difference of two paired proportions.
    """
    newcombe = 0
    newcombe_uncorrected = 1
    tango = 2
class RateRatioMethod(enum.Enum):
    """
    Intervals for the ratio of two Poisson rates.
    """
    exact = 0
    log = 1
class RiskRatioMethod(enum.Enum):
    """
    Intervals for the ratio of two independent proportions.
    """
    miettinen_nurminen = 0
    koopman = 1
    mover_wilson = 2
    log = 3
class OddsRatioMethod(enum.Enum):
    """
    Intervals for the odds ratio.
    """
    mover_wilson = 0
    miettinen_nurminen = 1
    cornfield = 2
    log = 3
class InequalityScale(enum.Enum):
    """
    The scale on which values lie on a straight line against rank.
    """
    linear = 0
    log = 1
    logit = 2
class Inequalities:
    """
    Both indices of inequality, one element for each area.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def intercept(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        The fitted value at rank 0, the most deprived end.
        """
    @property
    def relative_index(self) -> Estimates:
        ...
    @property
    def slope_index(self) -> Estimates:
        """
        In the unit of the values, times the multiplier.
        """
class RunTest(enum.Enum):
    """
    When a run chart shows non-random variation.
    
    anhoej: longest run > ⌊log₂ n⌉ + 3 (Schilling 2012) or crossings < the 5 % binomial quantile of n − 1 (Chen 2010).
    best_box: outside the most powerful box that holds 92.5 % of unshifted series (Anhøj and Wentzel-Larsen 2018), n 10 to 100;
    cut_box: the same with its corner cut.
    """
    none = 0
    anhoej = 1
    best_box = 2
    cut_box = 3
class RunSide(enum.Enum):
    """
    On which side of the median a run rebases.
    """
    both = 0
    above = 1
    below = 2
class RunAnalyses:
    """
    Run charts: read-only arrays of whole numbers, one element per series.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def is_non_random(self, test: RunTest = RunTest.anhoej) -> numpy.typing.NDArray[numpy.bool]:
        """
        Whether each series fails a `RunTest`; false where the test is not defined for so many points.
        """
    @property
    def crossings(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Changes of side.
        """
    @property
    def longest_run(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Most points in a row on one side.
        """
    @property
    def useful(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Points not on the centre.
        """
class RebasedRuns:
    """
    Run charts with medians that are taken anew: read-only arrays.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def centre(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Each point's median, of the shape of the values.
        """
    @property
    def medians(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        How many medians each series has; 0: too few points.
        """
    @property
    def starts(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, 1 where a new median starts.
        """
class Chart(enum.Enum):
    """
    Which control chart; `charts` has their formulas.
    """
    run = 0
    xmr = 1
    mr = 2
    xbar = 3
    s = 4
    p = 5
    p_prime = 6
    u = 7
    u_prime = 8
    c = 9
    c_prime = 10
    g = 11
    t = 12
    i_prime = 13
class PointUse(enum.IntEnum):
    """
    What one point of a chart takes part in.
    """
    baseline = 0
    judged = 1
    excluded = 2
    ghost = 3
class Better(enum.IntEnum):
    """
    Which way is better.
    """
    high = 0
    low = 1
    neither = 2
class Variation(enum.IntEnum):
    """
    What a process does at a point.
    """
    not_available = 0
    common_cause = 1
    improving_high = 2
    improving_low = 3
    concerning_high = 4
    concerning_low = 5
    neutral_high = 6
    neutral_low = 7
    undirected = 8
class Assurance(enum.IntEnum):
    """
    Whether the process as it is will meet the target.
    """
    not_available = 0
    pass_ = 1
    fail = 2
    hit_or_miss = 3
class ControlCharts:
    """
    Lines and signals of every point: read-only arrays of the shape of the values, NaN for what does not exist.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def centre(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        At 3σ, as `upper`.
        """
    @property
    def lower_warning(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        At 2σ, as `upper_warning`.
        """
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def signals(self) -> numpy.typing.NDArray[numpy.uint16]:
        """
        uint16 with a last axis of two, high and low: bit i is the convention's rule i.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def upper_warning(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        What is plotted.
        """
class ProcessIcons:
    """
    The latest point of every series: read-only arrays, one element each.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def columns(self) -> dict[str, numpy.ndarray]:
        """
        The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).
        """
    @property
    def assurance(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `Assurance`: the latest point's target.
        """
    @property
    def baseline_points(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Of the latest phase.
        """
    @property
    def centre(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        At 3σ, as `upper`.
        """
    @property
    def next_assurance(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        The same against `next_targets`.
        """
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def signals(self) -> numpy.typing.NDArray[numpy.uint16]:
        """
        uint16, series × (high, low): bit i is rule i.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def variation(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `Variation` per series.
        """
class RuleKind(enum.Enum):
    """
    What a `Rule` looks for.
    """
    beyond = 0
    near_limit = 1
    one_side = 2
    trend = 3
    alternating = 4
    within = 5
    either_side_beyond = 6
class Marks(enum.Enum):
    """
    Which points of a pattern are signals.
    """
    every_member = 0
    last_point = 1
class AtLimit(enum.Enum):
    """
    What a value that equals a line is.
    """
    inside = 0
    signal = 1
class OnCentre(enum.Enum):
    """
    What a value on the centre does to a run.
    """
    passed_over = 0
    breaks_run = 1
class AtGap(enum.Enum):
    """
    What patterns do at a missing value.
    """
    bridged = 0
    starts_anew = 1
class Rule:
    """
    One rule of a `RuleSet`, by its `RuleKind`.
    
    beyond: `points` of `of` (0 = points) in a row beyond `sigmas`·σ on one side. near_limit: the same, but not past the 3σ limit,
    and all `of` on one side of the centre. one_side: `points` in a row on one side of the centre. trend: `points` in a row that
    rise, or fall. alternating: `points` in a row whose steps go up and down in turn. within: `points` in a row within
    `sigmas`·σ. either_side_beyond: `points` in a row beyond `sigmas`·σ, on either side.
    """
    def __init__(self, kind: RuleKind, points: typing.SupportsInt | typing.SupportsIndex, *, of: typing.SupportsInt | typing.SupportsIndex = 0, sigmas: typing.SupportsInt | typing.SupportsIndex = 3) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def kind(self) -> RuleKind:
        ...
    @property
    def of(self) -> int:
        ...
    @property
    def points(self) -> int:
        ...
    @property
    def sigmas(self) -> int:
        ...
class RuleSet:
    """
    Rules as data, at most eight. Bit i of a signal is rules[i].
    
    The bit after the last rule is `run_test`, set on every point of a phase that fails it.
    
    >>> from ontrack import stats
    >>> eight = stats.Rule(stats.RuleKind.one_side, 8)
    >>> ours = stats.ChartConvention(stats.RuleSet([eight], name="eight on one side"))
    >>> stats.charts([1, 1, 1, 1, 1, 1, 1, 1, 9], convention=ours).signals[:, 1].tolist()
    [1, 1, 1, 1, 1, 1, 1, 1, 0]
    """
    def __init__(self, rules: collections.abc.Sequence[Rule], *, name: str = '', edition: str = '', marks: Marks = Marks.every_member, at_limit: AtLimit = AtLimit.inside, on_centre: OnCentre = OnCentre.breaks_run, at_gap: AtGap = AtGap.bridged, run_test: RunTest = RunTest.none) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def at_gap(self) -> AtGap:
        ...
    @property
    def at_limit(self) -> AtLimit:
        ...
    @property
    def edition(self) -> str:
        ...
    @property
    def marks(self) -> Marks:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def on_centre(self) -> OnCentre:
        ...
    @property
    def rules(self) -> tuple[Rule, ...]:
        ...
    @property
    def run_test(self) -> RunTest:
        ...
class MovingRangeFactor(enum.Enum):
    """
    Three limits of an XmR chart are the mean moving range times 2.66, 3/1.128 or 3√π/2.
    """
    wheeler_2_66 = 0
    rounded_1_128 = 1
    exact = 2
class Screening(enum.Enum):
    """
    Whether moving ranges above 3.267 times their mean are left out (Nelson 1982).
    """
    none = 0
    once = 1
    once_unless_flat = 2
class Neighbours(enum.Enum):
    """
    Whether the neighbours of a point out of the baseline make a moving range.
    """
    joined = 0
    parted = 1
class ChartConvention:
    """
    How one package, guide or user draws and judges a chart.
    """
    def __init__(self, rules: RuleSet, *, name: str = '', edition: str = '', factor: MovingRangeFactor = MovingRangeFactor.wheeler_2_66, screening: Screening = Screening.none, neighbours: Neighbours = Neighbours.joined) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def edition(self) -> str:
        ...
    @property
    def factor(self) -> MovingRangeFactor:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def neighbours(self) -> Neighbours:
        ...
    @property
    def rules(self) -> RuleSet:
        """
        A `RuleSet`.
        """
    @property
    def screening(self) -> Screening:
        ...
class ConventionDisagreement:
    """
    A point that is a signal by one convention and not, or in another direction, by another.
    """
    def __repr__(self) -> str:
        ...
    @property
    def by_first(self) -> tuple[int, int]:
        """
        Signals: high, low.
        """
    @property
    def by_second(self) -> tuple[int, int]:
        ...
    @property
    def first(self) -> str:
        """
        Name of the convention.
        """
    @property
    def point(self) -> int:
        """
        From 0.
        """
    @property
    def second(self) -> str:
        ...
class FalseAlarms:
    """
    How often a chart of a process that does not change cries wolf.
    """
    def __repr__(self) -> str:
        ...
    @property
    def any_point(self) -> float:
        """
        Share of series with a signal anywhere.
        """
    @property
    def latest_point(self) -> float:
        """
        Share whose latest point is a signal.
        """
    @property
    def standard_error(self) -> float:
        """
        Of `any_point`.
        """
class Subgroups:
    """
    What charts xbar and s are drawn from: one element for each subgroup.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def deviation(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        With divisor n − 1.
        """
    @property
    def mean(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def size(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class TrendMethod(enum.Enum):
    """
    Which test `trends` makes.
    """
    mann_kendall = 0
    seasonal_kendall = 1
    hamed_rao = 2
class TrendTests:
    """
    Tests of "no trend": read-only arrays, one element per series.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def columns(self) -> dict[str, numpy.ndarray]:
        """
        The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).
        """
    @property
    def p(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Two-sided, by the normal law.
        """
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def s(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Pairs that rise less pairs that fall.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
    @property
    def tau(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        s over the number of pairs, Kendall's τ_a.
        """
    @property
    def variance(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Of s when there is no trend.
        """
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        (s − sign s)/√variance.
        """
class TrendLines:
    """
    Lines through series: read-only arrays, one element per series.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def columns(self) -> dict[str, numpy.ndarray]:
        """
        The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).
        """
    @property
    def intercept(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        At the first period.
        """
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Of the slope, as `upper`.
        """
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def slope(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Per period.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class Trends:
    """
    Test and line of every series.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def line(self) -> TrendLines:
        """
        A `TrendLines`.
        """
    @property
    def test(self) -> TrendTests:
        """
        A `TrendTests`.
        """
class RecentTrend(enum.IntEnum):
    """
    What the latest few values do.
    """
    not_available = 0
    no_change = 1
    increasing = 2
    decreasing = 3
class TrendGaps(enum.Enum):
    """
    What a missing value among the latest does.
    """
    passed_over = 0
    refused = 1
class Decomposition(enum.Enum):
    """
    How the parts make the value.
    """
    additive = 0
    multiplicative = 1
class RecentTrends:
    """
    Recent trends: read-only arrays, one element per series.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def columns(self) -> dict[str, numpy.ndarray]:
        """
        The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).
        """
    @property
    def chi_square(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        With one degree of freedom.
        """
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
    @property
    def trend(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `RecentTrend` per series.
        """
class Decompositions:
    """
    The parts of every series: read-only arrays of the shape of the values, NaN for none.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def remainder(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def seasonal(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
    @property
    def trend(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class Family(enum.Enum):
    """
    The law of a value around its mean; `regressions` has them.
    """
    poisson = 0
    quasi_poisson = 1
    negative_binomial = 2
    gaussian = 3
class LimitLaw(enum.Enum):
    """
    Whose quantile times the standard error the limits are at.
    """
    by_family = 0
    normal = 1
    student = 2
class SeasonKind(enum.Enum):
    """
    The columns of a season.
    """
    none = 0
    effects = 1
    harmonics = 2
class InterruptionKind(enum.Enum):
    """
    What happened at a known date.
    """
    step = 0
    slope = 1
    pulse = 2
class Season:
    """
    The season of a regression.
    """
    def __init__(self, kind: SeasonKind = SeasonKind.effects, length: int = 12, pairs: int = 2, first: int = 0) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def first(self) -> int:
        """
        Place in the year of the first period, from 0.
        """
    @property
    def kind(self) -> SeasonKind:
        ...
    @property
    def length(self) -> int:
        """
        Periods a year.
        """
    @property
    def pairs(self) -> int:
        """
        Of harmonics, 1 to length/2.
        """
class Interruption:
    """
    Something that happened at a known date.
    """
    def __init__(self, kind: InterruptionKind, at: int, length: int = 1) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def at(self) -> int:
        """
        Index of the first period that it touches.
        """
    @property
    def kind(self) -> InterruptionKind:
        ...
    @property
    def length(self) -> int:
        """
        Periods of a pulse.
        """
class Regressions:
    """
    Fits of many series to one design: read-only arrays, NaN where a series has none.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def alpha(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Variance μ + αμ²; 0 but for negative_binomial.
        """
    @property
    def coefficient(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Series × columns of the design.
        """
    @property
    def covariance(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Series × columns × columns.
        """
    @property
    def degrees(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        n − p.
        """
    @property
    def deviance(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def dispersion(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Pearson's χ² over n − p; of gaussian σ².
        """
    @property
    def fitted(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        μ, of the shape of the values.
        """
    @property
    def log_likelihood(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Two-sided, of a coefficient of 0.
        """
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, where the status is not `ok`.
        """
    @property
    def standard_error(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `Status` for each series.
        """
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class LogLinearTrends:
    """
    Yearly growth of many series: read-only arrays.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def alpha(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Variance μ + αμ²; 0 but for negative_binomial.
        """
    @property
    def degrees(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        n − p.
        """
    @property
    def deviance(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def dispersion(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Pearson's χ² over n − p.
        """
    @property
    def fitted(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        μ, of the shape of the values.
        """
    @property
    def log_likelihood(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Two-sided, of a ratio of 1.
        """
    @property
    def rate_ratio(self) -> Estimates:
        """
        This year's rate over last year's, with limits.
        """
    @property
    def slope(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        ln of the ratio.
        """
    @property
    def standard_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Of the slope.
        """
class Interrupted:
    """
    Effects of what happened at known dates: read-only arrays.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def change(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        All interruptions together in each period; as the values.
        """
    @property
    def change_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def change_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def counterfactual(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        μ had nothing happened; as the values.
        """
    @property
    def effect(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Series × interruptions: rate ratios (gaussian: differences).
        """
    @property
    def effect_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def effect_p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Two-sided, of no effect.
        """
    @property
    def effect_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def regression(self) -> Regressions:
        """
        The fit, `Regressions`.
        """
class ChangePenalty(enum.Enum):
    """
    What a further change costs.
    """
    bic = 0
    mbic = 1
    hannan_quinn = 2
    aic = 3
    stated = 4
class Segmentation:
    """
    Where the rate of a series changes.
    """
    def __repr__(self) -> str:
        ...
    @property
    def change(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Index of the first period of every segment but the first.
        """
    @property
    def cost(self) -> float | None:
        """
        Of all segments and penalties.
        """
    @property
    def rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Events per unit of exposure in every segment.
        """
    @property
    def status(self) -> Status:
        ...
class ChangeTest:
    """
    Whether the rate of a series changed once, and when.
    """
    def __repr__(self) -> str:
        ...
    @property
    def change(self) -> int | None:
        """
        Index of the first period after the likeliest change.
        """
    @property
    def confidence_set(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Indices of the dates that are not much less likely.
        """
    @property
    def p_value(self) -> float | None:
        ...
    @property
    def rate_after(self) -> float | None:
        ...
    @property
    def rate_before(self) -> float | None:
        ...
    @property
    def rate_ratio(self) -> Estimate:
        """
        After over before, as if the date had been known.
        """
    @property
    def statistic(self) -> float | None:
        """
        The largest −2·ln of the likelihood ratio over all dates.
        """
    @property
    def status(self) -> Status:
        ...
class Comparison(enum.IntEnum):
    """
    How a value stands to what it is compared with; lowest to highest where neither direction is better.
    """
    not_compared = 0
    worst = 1
    worse = 2
    similar = 3
    better = 4
    best = 5
    lowest = 6
    lower = 7
    higher = 8
    highest = 9
class FunnelStatistic(enum.Enum):
    """
    What the points of a funnel are.
    """
    proportion = 0
    rate = 1
    ratio = 2
class FunnelLimits(enum.Enum):
    """
    How limits around the target θ open as the base n falls.
    
    With E = θ·n and τ² the variance between areas: score θ ∓ z·√(s² + τ²), s² = θ(1 − θ)/n of a proportion, else θ/n
    (Spiegelhalter 2005); wilson, as if θ·n events had been seen; exact, the inverted Poisson tails of E; exact_around, Garwood's
    limits around E; arcsine sin²(arcsin √θ ∓ z·√(1/(4n) + τ²)); log θ·exp(∓z·√(1/E + τ²)); root (√θ ∓ z·√(1/(4n) + τ²))²;
    root_not_squared and log_of_counts, FunnelPlotR's.
    """
    score = 0
    wilson = 1
    exact = 2
    exact_around = 3
    arcsine = 4
    log = 5
    root = 6
    root_not_squared = 7
    log_of_counts = 8
class Overdispersion(enum.Enum):
    """
    What is done when areas differ by more than chance.
    """
    none = 0
    additive = 1
    multiplicative = 2
class Trimming(enum.Enum):
    """
    What is done with extreme z-scores before dispersion is estimated.
    """
    none = 0
    winsorise = 1
    truncate = 2
class FunnelOptions:
    """
    How a funnel is drawn and judged; `funnel_convention` has known ones.
    """
    def __init__(self, *, statistic: FunnelStatistic = FunnelStatistic.proportion, limits: FunnelLimits = FunnelLimits.score, target: typing.SupportsFloat | typing.SupportsIndex | None = None, overdispersion: Overdispersion = Overdispersion.none, trimming: Trimming = Trimming.winsorise, trimming_share: typing.SupportsFloat | typing.SupportsIndex = 0.1, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, outer_confidence: typing.SupportsFloat | typing.SupportsIndex = 0.998, z_decimals: typing.SupportsInt | typing.SupportsIndex = -1, per: typing.SupportsFloat | typing.SupportsIndex = 1.0, minimum_events: typing.SupportsFloat | typing.SupportsIndex = 0.0, better: Better = Better.neither) -> None:
        ...
    @property
    def better(self) -> Better:
        ...
    @property
    def confidence(self) -> float:
        ...
    @property
    def limits(self) -> FunnelLimits:
        ...
    @property
    def minimum_events(self) -> float:
        """
        A point with fewer is not judged.
        """
    @property
    def outer_confidence(self) -> float:
        ...
    @property
    def overdispersion(self) -> Overdispersion:
        ...
    @property
    def per(self) -> float:
        """
        Values and limits are multiplied by it.
        """
    @property
    def statistic(self) -> FunnelStatistic:
        ...
    @property
    def target(self) -> float | None:
        """
        In units of x/n; None: 1 for a ratio, else the pooled Σx/Σn.
        """
    @property
    def trimming(self) -> Trimming:
        ...
    @property
    def trimming_share(self) -> float:
        """
        At each end.
        """
    @property
    def z_decimals(self) -> int:
        """
        Normal quantiles are rounded to so many decimals; -1: not at all.
        """
class Dispersion:
    """
    How much more areas differ than chance makes them.
    """
    def __repr__(self) -> str:
        ...
    @property
    def between_variance(self) -> float:
        """
        τ², on the scale of the standard errors.
        """
    @property
    def points(self) -> int:
        """
        I.
        """
    @property
    def ratio(self) -> float:
        """
        φ = Σ z²/I of the I trimmed z-scores: 1 for chance alone.
        """
    @property
    def status(self) -> Status:
        ...
class Funnel:
    """
    Points, limits and classes: read-only arrays, one element for each point.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def columns(self) -> dict[str, numpy.ndarray]:
        """
        The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).
        """
    @property
    def comparison(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `Comparison` for each point.
        """
    @property
    def dispersion(self) -> Dispersion:
        """
        A `Dispersion`.
        """
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def outer_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def outer_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def shared_status(self) -> Status:
        """
        Of what all points share: a `Status`.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
    @property
    def target(self) -> float | None:
        """
        In the values' unit.
        """
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        (y − target)/s on the scale of the limits, without allowance for dispersion.
        """
class FunnelLines:
    """
    The lines of a funnel at bases of one's choice: read-only arrays.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def columns(self) -> dict[str, numpy.ndarray]:
        """
        The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).
        """
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def outer_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def outer_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class EventFunnel:
    """
    The bases at which so many events would be on each limit.
    """
    @property
    def lower_base(self) -> float | None:
        ...
    @property
    def outer_lower_base(self) -> float | None:
        ...
    @property
    def outer_upper_base(self) -> float | None:
        ...
    @property
    def status(self) -> Status:
        ...
    @property
    def upper_base(self) -> float | None:
        ...
class FunnelConvention:
    """
    How one package or guide draws and judges a funnel.
    """
    def __repr__(self) -> str:
        ...
    @property
    def edition(self) -> str:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def proportion(self) -> FunnelOptions:
        """
        `FunnelOptions`.
        """
    @property
    def rate(self) -> FunnelOptions:
        ...
    @property
    def ratio(self) -> FunnelOptions:
        ...
class ComparisonDisagreement:
    """
    A point that two conventions put into different classes.
    """
    def __repr__(self) -> str:
        ...
    @property
    def by_first(self) -> Comparison:
        """
        A `Comparison`.
        """
    @property
    def by_second(self) -> Comparison:
        ...
    @property
    def first(self) -> str:
        """
        Name of the convention.
        """
    @property
    def point(self) -> int:
        """
        From 0.
        """
    @property
    def second(self) -> str:
        ...
class QuantileMethod(enum.Enum):
    """
    How values are put into groups of equal number.
    
    phe_indicator_methods: by rank, group ⌊q + 1 − ⌈(N + 1 − r)·q/N⌉⌋ of rank r of N, equal values having the lowest of their ranks.
    fingertips: by bounds, the first group whose upper bound, the sample quantile of k/q, is not below the value.
    """
    phe_indicator_methods = 0
    fingertips = 1
class FirstGroup(enum.Enum):
    """
    Which values group 1 holds.
    """
    lowest = 0
    highest = 1
class DiscoveryMethod(enum.Enum):
    """
    How p-values of many tests are adjusted.
    """
    benjamini_hochberg = 0
    benjamini_yekutieli = 1
class QuantileGroups:
    """
    Groups of values: read-only arrays.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def groups(self) -> numpy.typing.NDArray[numpy.int32]:
        """
        int32 of the shape of the values, 1 to q; 0 for none.
        """
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
class Ranks:
    """
    Ranks, and those that an area may truly have: read-only int32 arrays, 0 for none.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def best(self) -> numpy.typing.NDArray[numpy.int32]:
        ...
    @property
    def rank(self) -> numpy.typing.NDArray[numpy.int32]:
        """
        1 is the best (the lowest where neither way is better).
        """
    @property
    def worst(self) -> numpy.typing.NDArray[numpy.int32]:
        ...
class AdjustedPValues:
    """
    Adjusted p-values: read-only arrays, NaN for none.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def columns(self) -> dict[str, numpy.ndarray]:
        """
        The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).
        """
    @property
    def p(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
class TwoCountsTest(enum.Enum):
    """
    Tests whether two Poisson rates are equal.
    """
    conditional = 0
    conditional_mid_p = 1
    e_test = 2
    e_test_score = 3
    score = 4
    wald = 5
    square_root = 6
class TwoProportionsTest(enum.Enum):
    """
    Tests whether two proportions are equal.
    """
    score = 0
    fisher = 1
    fisher_mid_p = 2
class Alternative(enum.Enum):
    """
    What speaks against equality.
    """
    two_sided = 0
    greater = 1
    less = 2
class TestResults:
    """
    Tests: read-only arrays of one shape, NaN for none.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def columns(self) -> dict[str, numpy.ndarray]:
        """
        The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).
        """
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def statistic(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
class TestResult:
    """
    One test; None for what does not exist.
    """
    def __repr__(self) -> str:
        ...
    @property
    def p_value(self) -> float | None:
        ...
    @property
    def statistic(self) -> float | None:
        ...
    @property
    def status(self) -> Status:
        ...
class YearToDate:
    """
    A year so far against the same periods of the year before.
    """
    def __repr__(self) -> str:
        ...
    @property
    def dispersion(self) -> float | None:
        """
        φ, as given or estimated.
        """
    @property
    def last_year(self) -> float:
        ...
    @property
    def left_out(self) -> int:
        """
        Missing in either year, and left out of both.
        """
    @property
    def periods(self) -> int:
        """
        Known in both years.
        """
    @property
    def ratio(self) -> Estimate:
        """
        This year's rate over last year's, an `Estimate`.
        """
    @property
    def test(self) -> TestResult:
        """
        Of no change, a `TestResult`.
        """
    @property
    def this_year(self) -> float:
        """
        Sum over the matched periods.
        """
class DisplacementDifference:
    """
    A difference of changes.
    """
    def __repr__(self) -> str:
        ...
    @property
    def estimate(self) -> Estimate:
        """
        An `Estimate` with normal limits.
        """
    @property
    def standard_error(self) -> float | None:
        ...
    @property
    def z(self) -> float | None:
        ...
class WeightedDisplacement:
    """
    Below zero, the treated areas have lost more events.
    """
    def __repr__(self) -> str:
        ...
    @property
    def local(self) -> DisplacementDifference:
        """
        (treated after − before) − (control after − before).
        """
    @property
    def surroundings(self) -> DisplacementDifference:
        """
        The same of the surroundings.
        """
    @property
    def total(self) -> DisplacementDifference:
        """
        The sum of both.
        """
class ChangeScores:
    """
    Change in many areas at once: read-only arrays.
    """
    def __len__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def columns(self) -> dict[str, numpy.ndarray]:
        """
        The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).
        """
    @property
    def ratio(self) -> float | None:
        """
        Σafter/Σbefore.
        """
    @property
    def reasons(self) -> dict[int, str]:
        """
        Series → one sentence, for every status that is not `ok`.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        How far each area is from the overall ratio.
        """
class StageBase(enum.Enum):
    """
    What the events of a stage are set against.
    """
    preceding = 0
    first = 1
class RelativeRateMethod(enum.Enum):
    """
    Limits of a relative rate index.
    """
    exact = 0
    log = 1
    katz = 2
class StratifiedRatio(enum.Enum):
    """
    Which ratio the strata have in common.
    """
    rate = 0
    risk = 1
    odds = 2
class StratifiedEstimate:
    """
    A common ratio of two groups over strata.
    """
    def __repr__(self) -> str:
        ...
    @property
    def estimate(self) -> Estimate:
        """
        An `Estimate`.
        """
    @property
    def left_out(self) -> int:
        """
        With a NaN, or without anyone in one of the groups.
        """
    @property
    def log_standard_error(self) -> float | None:
        ...
    @property
    def strata(self) -> int:
        """
        That took part.
        """
class CountLaw:
    """
    The law of a year's total: `known` + X, where X is negative binomial with this mean and shape (infinity: Poisson).
    """
    def __init__(self, known: typing.SupportsFloat | typing.SupportsIndex, remaining_mean: typing.SupportsFloat | typing.SupportsIndex, remaining_shape: typing.SupportsFloat | typing.SupportsIndex) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def cdf(self, x: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        P(total ≤ x)
        """
    def quantile(self, p: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        The smallest whole total t with P(total ≤ t) ≥ p.
        """
    @property
    def known(self) -> float:
        ...
    @property
    def mean(self) -> float:
        ...
    @property
    def remaining_mean(self) -> float:
        ...
    @property
    def remaining_shape(self) -> float:
        ...
    @property
    def variance(self) -> float:
        ...
class CountProjection:
    """
    What `project_count` found for one year.
    """
    def __repr__(self) -> str:
        ...
    @property
    def annual_level(self) -> float:
        """
        Posterior mean of the year's expected total.
        """
    @property
    def excess_cv(self) -> float:
        """
        Coefficient of variation of the remaining total beyond Poisson and level uncertainty.
        """
    @property
    def known_share(self) -> float:
        """
        Expected share of the year in the known periods.
        """
    @property
    def law(self) -> CountLaw:
        ...
    @property
    def status(self) -> Status:
        ...
class TotalModel(enum.Enum):
    """
    How a year's total is projected.
    """
    combination = 0
    gamma_poisson = 1
    discounted_gamma_poisson = 2
    indexed_gamma_poisson = 3
    chain_ladder = 4
    bornhuetter_ferguson = 5
    dynamic_theta = 6
    theta = 7
    smoothing = 8
    log_smoothing = 9
    root_smoothing = 10
    seasonal_naive = 11
    pro_rata = 12
    same_periods_last_year = 13
class TotalLaw:
    """
    The law of a year's total: `known` + X, X a mixture of at most four components.
    """
    def __repr__(self) -> str:
        ...
    def cdf(self, x: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        P(total ≤ x)
        """
    def quantile(self, p: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        The smallest total t with P(total ≤ t) ≥ p.
        """
    @property
    def known(self) -> float:
        ...
    @property
    def mean(self) -> float:
        ...
    @property
    def parts(self) -> tuple[tuple[str, float, float, float], ...]:
        """
        (family, weight, mean, variance) of each component.
        """
    @property
    def variance(self) -> float:
        ...
class GroupFit:
    """
    What series that are alike lend each other, learnt on one day: `GroupFit(numbers)` reads back what `numbers()` wrote, bit for bit; it can be pickled.
    """
    __hash__: typing.ClassVar[None] = None  # type: ignore[assignment]
    def __eq__(self, other: object, /) -> bool:
        ...
    def __getstate__(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    def __init__(self, numbers: numpy.typing.ArrayLike) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]) -> None:
        ...
    def numbers(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        All of it as one column of doubles, to be saved.
        """
    @property
    def discounts(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Mean log-likelihood of each discount: of the discounted model, then of the indexed.
        """
    @property
    def dispersion(self) -> float:
        """
        Variance of chance over its mean.
        """
    @property
    def index(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        The group's own course, to the year's end.
        """
    @property
    def past_errors(self) -> float:
        """
        How many projections of past years taught the weights.
        """
    @property
    def periods_known(self) -> int:
        ...
    @property
    def periods_per_year(self) -> int:
        ...
    @property
    def series(self) -> float:
        """
        How many it was learnt from.
        """
    @property
    def shares(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Of the year, per period.
        """
    @property
    def weights(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Of gamma_poisson, discounted_gamma_poisson, indexed_gamma_poisson, dynamic_theta and root_smoothing; empty where no past year was learnt from.
        """
    @property
    def width(self) -> float:
        """
        What the combination's variance beyond chance is multiplied by.
        """
class SharedShocks:
    """
    How far series miss their projections together: correlations beyond chance.
    """
    def __init__(self, within: typing.SupportsFloat | typing.SupportsIndex = 0.36, between: typing.SupportsFloat | typing.SupportsIndex = 0.12, past_years: typing.SupportsFloat | typing.SupportsIndex = 0.0) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def between(self) -> float:
        """
        Of two series of different groups, or of none.
        """
    @property
    def past_years(self) -> float:
        """
        That they were learnt from.
        """
    @property
    def within(self) -> float:
        """
        Of two series of one group.
        """
class TotalExplanation:
    """
    How one series' law came about.
    """
    @property
    def annual_level(self) -> float:
        """
        Expected total of a year at the present level.
        """
    @property
    def discounts(self) -> tuple[float, float]:
        """
        Learnt per period, of the discounted and of the indexed model: 1 forgets nothing; NaN.
        """
    @property
    def fallback(self) -> Status:
        ...
    @property
    def known_share(self) -> float:
        """
        Expected share of the year in the known periods.
        """
    @property
    def law(self) -> TotalLaw:
        ...
    @property
    def own_season(self) -> float:
        """
        Weight of the series' own season against its group's, or equal shares.
        """
    @property
    def status(self) -> Status:
        ...
    @property
    def used(self) -> TotalModel:
        ...
    @property
    def weights(self) -> dict[str, float]:
        """
        Of the combination's models by name; 0 where one has no answer, or another model was used.
        """
class Totals:
    """
    Where each series' year will end: one element per series.
    """
    def __len__(self) -> int:
        ...
    @property
    def fallback(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, a `Status`: why not the model asked for.
        """
    @property
    def laws(self) -> list[TotalLaw]:
        """
        A `TotalLaw` for each series.
        """
    @property
    def mean(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def probability_at_most(self) -> numpy.typing.NDArray[numpy.float64] | None:
        """
        P(total ≤ target); None without targets.
        """
    @property
    def quantiles(self) -> numpy.typing.NDArray[numpy.float64] | None:
        """
        One row per series; None without probabilities.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `Status` per series; its law counts only where it is ok.
        """
    @property
    def used(self) -> list[TotalModel]:
        """
        The model that gave each law.
        """
    @property
    def variance(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class RatioLaw:
    """
    The law of a year's ratio: what is known, and whole numbers of events to come out of one of a few denominators to come.
    """
    def __repr__(self) -> str:
        ...
    def below(self, x: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        P(ratio < x)
        """
    def cdf(self, x: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        P(ratio ≤ x)
        """
    def quantile(self, p: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        The smallest possible ratio r with P(ratio ≤ r) ≥ p.
        """
    @property
    def denominator(self) -> float:
        """
        What is known of it.
        """
    @property
    def mean(self) -> float:
        ...
    @property
    def numerator(self) -> float:
        """
        What is known of it.
        """
    @property
    def precision(self) -> float:
        """
        Of the rest's ratio: a + b of the beta law, the shape of the gamma law.
        """
    @property
    def rest(self) -> tuple[tuple[float, float], ...]:
        """
        (denominator, weight) of what is to come; empty = the year is known.
        """
    @property
    def rest_ratio(self) -> float:
        """
        Expected ratio of the rest of the year.
        """
    @property
    def variance(self) -> float:
        ...
class SurveyLaw:
    """
    The law of a year's survey figure: known + width·X, X beta.
    """
    def __repr__(self) -> str:
        ...
    def cdf(self, x: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        P(figure ≤ x)
        """
    def quantile(self, p: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        The x with P(figure ≤ x) = p.
        """
    @property
    def a(self) -> float:
        ...
    @property
    def b(self) -> float:
        ...
    @property
    def known(self) -> float:
        ...
    @property
    def mean(self) -> float:
        ...
    @property
    def variance(self) -> float:
        ...
    @property
    def width(self) -> float:
        """
        0 = the figure is known.
        """
class YearRatios:
    """
    Where each series' ratio will end: one element per series.
    """
    def __len__(self) -> int:
        ...
    @property
    def fallback(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, a `Status`: what stands in for the series' own.
        """
    @property
    def laws(self) -> list[RatioLaw]:
        """
        The law of each series.
        """
    @property
    def mean(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def probability_at_least(self) -> numpy.typing.NDArray[numpy.float64] | None:
        """
        P(figure ≥ target); None without targets.
        """
    @property
    def probability_at_most(self) -> numpy.typing.NDArray[numpy.float64] | None:
        """
        P(figure ≤ target); None without targets.
        """
    @property
    def quantiles(self) -> numpy.typing.NDArray[numpy.float64] | None:
        """
        One row per series; None without probabilities.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `Status` per series; its law counts only where it is ok.
        """
    @property
    def variance(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class YearSurveys:
    """
    Where each series' figure will end: one element per series.
    """
    def __len__(self) -> int:
        ...
    @property
    def fallback(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, a `Status`: what stands in for the series' own.
        """
    @property
    def laws(self) -> list[SurveyLaw]:
        """
        The law of each series.
        """
    @property
    def mean(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
    @property
    def probability_at_least(self) -> numpy.typing.NDArray[numpy.float64] | None:
        """
        P(figure ≥ target); None without targets.
        """
    @property
    def probability_at_most(self) -> numpy.typing.NDArray[numpy.float64] | None:
        """
        P(figure ≤ target); None without targets.
        """
    @property
    def quantiles(self) -> numpy.typing.NDArray[numpy.float64] | None:
        """
        One row per series; None without probabilities.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `Status` per series; its law counts only where it is ok.
        """
    @property
    def variance(self) -> numpy.typing.NDArray[numpy.float64]:
        ...
class Reach(enum.Enum):
    """
    Whether the rest of the year decides about the target.
    """
    possible = 0
    out_of_reach = 1
    assured = 2
    complete = 3
class RequiredValues:
    """
    What the open periods of each series must bring for the year to end on its target.
    """
    def __len__(self) -> int:
        ...
    @property
    def as_good(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Those as good as what is required.
        """
    @property
    def chance(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        That the year ends on the target or on its good side.
        """
    @property
    def open(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Periods of this year without a value.
        """
    @property
    def per_period(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Below 0 where the known part is above the target.
        """
    @property
    def reach(self) -> list[Reach]:
        """
        A `Reach` for each series.
        """
    @property
    def seen(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Values in the series.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `Status` per series.
        """
    @property
    def years_as_good(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Those as good in these periods together.
        """
    @property
    def years_seen(self) -> numpy.typing.NDArray[numpy.int64]:
        """
        Earlier years that have all of the open periods.
        """
class GroupedTotal:
    """
    The year's total of several series together.
    """
    @property
    def law(self) -> TotalLaw:
        """
        A `TotalLaw`; counts only where the status is ok.
        """
    @property
    def series(self) -> int:
        """
        How many it is the sum of.
        """
    @property
    def status(self) -> Status:
        """
        Of the first series that has no law.
        """
def add_totals(laws: collections.abc.Sequence[TotalLaw], totals: numpy.typing.ArrayLike, *, groups: numpy.typing.ArrayLike | None = None, status: numpy.typing.ArrayLike | None = None, shocks: SharedShocks = ...) -> list[GroupedTotal]:
    """
    The laws of sums of series: a `GroupedTotal` for each number in `totals`, from 0 to the highest; below 0 is in none.
    Means add up whatever is added to what; the width holds what series share. groups: series of one number are alike, all
    without it. status: of `project_totals`. shocks: of `fit_shared_shocks`, or the usual ones.
    
    >>> from ontrack import stats
    >>> years = [[30, 31, 29, 30] * 3 + [31, 30], [60, 64, 61, 59] * 3 + [58, 62]]
    >>> found = stats.project_totals(years, periods_per_year=4, periods_known=2)
    >>> [both] = stats.add_totals(found.laws, [0, 0])
    >>> bool(abs(both.law.mean - found.mean.sum()) < 1e-9), bool(both.law.variance > found.variance.sum()), both.series
    (True, True, 2)
    """
def adjust_p_values(p: numpy.typing.ArrayLike, *, method: DiscoveryMethod = DiscoveryMethod.benjamini_hochberg, on_invalid: typing.Literal['status', 'raise'] = 'status') -> AdjustedPValues:
    """
    p-values of many tests, adjusted so that of those below q at most a share q is false on average.
    
    benjamini_hochberg (1995): the least of p₍ⱼ₎·m/j over j ≥ rank; benjamini_yekutieli (2001): the same times 1 + 1/2 + … + 1/m. NaN
    is passed over and does not count towards m.
    
    >>> from ontrack import stats
    >>> stats.adjust_p_values([0.01, 0.02, 0.03, 0.5]).p.round(4).tolist()
    [0.04, 0.04, 0.04, 0.5]
    """
def analyse_runs(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, centre: numpy.typing.ArrayLike | None = None) -> RunAnalyses:
    """
    Runs and crossings of each series about its centre; values on the centre and gaps are passed over.
    
    values: series × points (2-D), or one column (1-D) whose series i is values[offsets[i]:offsets[i + 1]]; a column without
    offsets is one series. centre: one for each point, or a single number; None for each series' median.
    
    >>> from ontrack import stats
    >>> runs = stats.analyse_runs([1, 2, 1, 2, 1, 2, 9, 9, 9, 9, 9, 9])
    >>> runs.longest_run.item(), runs.crossings.item(), runs.is_non_random().item()
    (6, 1, True)
    """
def assurance(lower: numpy.typing.ArrayLike, upper: numpy.typing.ArrayLike, targets: numpy.typing.ArrayLike, *, better: Better, at_limit: AtLimit = AtLimit.inside) -> numpy.typing.NDArray[numpy.uint8]:
    """
    Assurance at each point against a target that may move: uint8, one `Assurance` for each element.
    
    lower, upper: limits. targets: in their unit. Arrays of one shape, a single number stands for all; NaN has no assurance. better:
    a `Better`. at_limit: whether a target that equals a limit is hit or miss (inside, NHSRplotthedots) or decided (signal,
    PowerBI-SPC). Where lower equals upper, a constant: pass if the target is met.
    
    >>> from ontrack import stats
    >>> moving = stats.assurance([10, 10, 10], [20, 20, 20], [9, 15, 21], better=stats.Better.high)
    >>> [stats.Assurance(code).name for code in moving]
    ['pass_', 'hit_or_miss', 'fail']
    """
@typing.overload
def beta_cdf(x: float, a: float, b: float) -> float:
    """
    P(X ≤ x) of the beta law, the regularised incomplete beta function I_x(a, b).
    
    0 ≤ x ≤ 1, a, b > 0; NaN elsewhere.
    
    >>> from ontrack import stats
    >>> round(stats.beta_cdf(0.5, 2, 3), 6)
    0.6875
    """
@typing.overload
def beta_cdf(x: numpy.typing.ArrayLike, a: numpy.typing.ArrayLike, b: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def beta_quantile(p: float, a: float, b: float) -> float:
    """
    The x with P(X ≤ x) = p of the beta law, to 1e-12 of its value.
    
    0 ≤ p ≤ 1, a, b > 0; NaN elsewhere. 1 − quantile is `beta_upper_quantile(p, b, a)` in full precision.
    
    >>> from ontrack import stats
    >>> round(stats.beta_quantile(0.025, 13, 1), 6)
    0.752947
    """
@typing.overload
def beta_quantile(p: numpy.typing.ArrayLike, a: numpy.typing.ArrayLike, b: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def beta_upper(x: float, a: float, b: float) -> float:
    """
    P(X > x) of the beta law: 1 − `beta_cdf` without the cancellation.
    
    >>> from ontrack import stats
    >>> round(stats.beta_upper(0.5, 2, 3), 6)
    0.3125
    """
@typing.overload
def beta_upper(x: numpy.typing.ArrayLike, a: numpy.typing.ArrayLike, b: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def beta_upper_quantile(p: float, a: float, b: float) -> float:
    """
    The x with P(X > x) = p of the beta law.
    
    >>> from ontrack import stats
    >>> round(stats.beta_upper_quantile(0.975, 13, 1), 6)
    0.752947
    """
@typing.overload
def beta_upper_quantile(p: numpy.typing.ArrayLike, a: numpy.typing.ArrayLike, b: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def c4(n: float) -> float:
    """
    c₄(n) = √(2/(n − 1))·Γ(n/2)/Γ((n − 1)/2): E(s) = c₄σ for n ≥ 2 normal values; NaN below 2.
    
    >>> from ontrack import stats
    >>> stats.c4([2, 5, 10]).round(4).tolist()
    [0.7979, 0.94, 0.9727]
    """
@typing.overload
def c4(n: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def change_contour(before: float, ratio: float, z: float) -> float:
    """
    The line of a given z in a chart of `change_scores`: r·before + z·r·√before, not below 0.
    
    >>> from ontrack import stats
    >>> stats.change_contour(100, 1.0, 2.0)
    120.0
    """
@typing.overload
def change_contour(before: numpy.typing.ArrayLike, ratio: numpy.typing.ArrayLike, z: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
def change_scores(before: numpy.typing.ArrayLike, after: numpy.typing.ArrayLike, *, on_invalid: typing.Literal['status', 'raise'] = 'status') -> ChangeScores:
    """
    Change in many areas at once: r = Σafter/Σbefore, and z = (after − r·before)/(r·√before) (Wheeler 2016; 2020).
    
    before, after: counts by area, one column each (1-D); an area with a NaN has no part in r.
    
    >>> from ontrack import stats
    >>> found = stats.change_scores([100, 100], [80, 120])
    >>> found.ratio, found.z.tolist()
    (1.0, [-2.0, 2.0])
    """
def change_test(values: numpy.typing.ArrayLike, exposure: numpy.typing.ArrayLike | None = None, *, shortest: int = 2, replicates: int = 999, seed: int = 1, alpha: typing.SupportsFloat | typing.SupportsIndex = 0.0, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, threads: int = 1) -> ChangeTest:
    """
    Tests one rate throughout against a change at a date that is not known, by the largest likelihood ratio.
    
    p is from a parametric bootstrap (Davison and Hinkley 1997): (1 + replicates as large)/(replicates + 1), drawn with the fitted
    rate by Philox numbers keyed by seed; the same for any number of threads. alpha: the replicates have variance μ + αμ²; 0 is
    Poisson, too small for counts that scatter more. confidence_set: the dates whose −2·ln likelihood ratio against the likeliest
    is at most −2·ln(1 − √confidence) times the scatter (Siegmund 1988; Hansen 2000).
    values: one series, NaN a missing period. exposure: as long, or None. shortest: periods on either side.
    
    >>> from ontrack import stats
    >>> test = stats.change_test([5, 6, 4, 5, 5, 15, 14, 17, 15, 16])
    >>> test.change, test.p_value, test.confidence_set.tolist()
    (5, 0.001, [5])
    """
def chart_convention(name: str) -> ChartConvention:
    """
    A convention that the library knows, by its name; DataError lists the names.
    
    >>> from ontrack import stats
    >>> stats.chart_convention("nelson").rules
    <RuleSet 'nelson': 8 rules>
    """
def chart_conventions() -> dict[str, str]:
    """
    The conventions that `charts` and `process_icons` know: name → edition.
    
    >>> from ontrack import stats
    >>> "nelson" in stats.chart_conventions()
    True
    """
def charts(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, chart: Chart = Chart.xmr, convention: str | ChartConvention = 'making-data-count-7', denominators: numpy.typing.ArrayLike | None = None, deviations: numpy.typing.ArrayLike | None = None, use: numpy.typing.ArrayLike | None = None, starts: numpy.typing.ArrayLike | None = None, baseline_points: int = 0, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> ControlCharts:
    """
    The lines and signals of every point of every series.
    
    values: x, events or measurement, NaN for a gap; series × points (2-D), or one column (1-D) whose series i is
        values[offsets[i]:offsets[i + 1]]; a column without offsets is one series.
    denominators: n > 0; whole subgroup sizes ≥ 2 for xbar and s. deviations: subgroup standard deviations of xbar and s.
    use: a `PointUse` for each point. starts: true where a new phase, a chart of its own, starts.
    baseline_points: how many points of each phase, from its first, make the lines (a freeze); 0 for all.
    convention: rules and recorded choices, a `ChartConvention` or the name of one of `chart_conventions()`.
    chart: what is plotted; its centre; σ of one point. Limits are centre ± 3σ, R̄ is the mean moving range, R̄/d its σ.
        run: x; median; no limits. xmr: x; mean; R̄/d (Shewhart 1931; Wheeler 1993). mr: |Δx|; R̄; upper limit 3.267·R̄
        xbar: mean; Σnx̄/Σn; s̄/(c₄√n). s: deviation; s̄; s̄√(1 − c₄²)/c₄
        p: x/n; Σx/Σn; √(p̄(1 − p̄)/n). u: x/n; Σx/Σn; √(ū/n). c: x; mean; √c̄
        p_prime, u_prime, c_prime: the same times the R̄/d of the z-values (Laney 2002)
        g: opportunities between events; median; limits mean + 3√(m(m + 1)), lower 0 (Benneyan 2001)
        t: time between events; an xmr chart of x^(1/3.6), transformed back (Nelson 1994)
        i_prime: x/n; Σx/Σn; σ̄/√n (Taylor 2017)
    
    >>> from ontrack import stats
    >>> drawn = stats.charts([10, 12, 11, 13, 12, 10, 11, 30])
    >>> drawn.centre[0].item(), drawn.upper[0].round(4).item(), drawn.signals[-1].tolist()
    (13.625, 24.265, [1, 0])
    """
@typing.overload
def chi_square_cdf(x: float, degrees: float) -> float:
    """
    P(X ≤ x) of the χ² law. x ≥ 0, degrees > 0 (need not be whole); NaN elsewhere.
    
    >>> from ontrack import stats
    >>> round(stats.chi_square_cdf(3.841458820694124, 1), 6)
    0.95
    """
@typing.overload
def chi_square_cdf(x: numpy.typing.ArrayLike, degrees: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def chi_square_quantile(p: float, degrees: float) -> float:
    """
    The x with P(X ≤ x) = p of the χ² law. 0 ≤ p ≤ 1, degrees > 0; NaN elsewhere.
    
    >>> from ontrack import stats
    >>> stats.chi_square_quantile(0.95, [1, 2, 10]).round(4).tolist()
    [3.8415, 5.9915, 18.307]
    """
@typing.overload
def chi_square_quantile(p: numpy.typing.ArrayLike, degrees: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def chi_square_upper(x: float, degrees: float) -> float:
    """
    P(X > x) of the χ² law: 1 − `chi_square_cdf` without the cancellation.
    
    >>> from ontrack import stats
    >>> round(stats.chi_square_upper(3.841458820694124, 1), 6)
    0.05
    """
@typing.overload
def chi_square_upper(x: numpy.typing.ArrayLike, degrees: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def chi_square_upper_quantile(p: float, degrees: float) -> float:
    """
    The x with P(X > x) = p of the χ² law.
    
    >>> from ontrack import stats
    >>> round(stats.chi_square_upper_quantile(0.05, 1), 4)
    3.8415
    """
@typing.overload
def chi_square_upper_quantile(p: numpy.typing.ArrayLike, degrees: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
def compare_interval_with_target(lower: numpy.typing.ArrayLike, upper: numpy.typing.ArrayLike, target: numpy.typing.ArrayLike, *, better: Better) -> numpy.typing.NDArray[numpy.uint8]:
    """
    The same by the value's interval: wholly at or above the target, wholly below it, or similar.
    
    >>> from ontrack import stats
    >>> stats.Comparison(stats.compare_interval_with_target(88, 92, 90, better=stats.Better.high).item()).name
    'similar'
    """
def compare_intervals(lower: numpy.typing.ArrayLike, upper: numpy.typing.ArrayLike, comparator_lower: numpy.typing.ArrayLike, comparator_upper: numpy.typing.ArrayLike, *, better: Better) -> numpy.typing.NDArray[numpy.uint8]:
    """
    Double overlap: similar when the two intervals touch. As `compare_with_benchmark`.
    
    As a test it is conservative: 95 % intervals of equal length that just touch differ at the level 0.6 % (Schenker and
    Gentleman 2001).
    
    >>> from ontrack import stats
    >>> stats.Comparison(stats.compare_intervals(1, 2, 3, 4, better=stats.Better.high).item()).name
    'worse'
    """
def compare_observed(observed: numpy.typing.ArrayLike, expected: numpy.typing.ArrayLike, *, better: Better, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, outer_confidence: typing.SupportsFloat | typing.SupportsIndex | None = None) -> numpy.typing.NDArray[numpy.uint8]:
    """
    Observed against expected events: the limits of the count (exact below 10, Byar from 10) over expected, against 1.
    
    As `compare_proportion`.
    
    >>> from ontrack import stats
    >>> stats.Comparison(stats.compare_observed(30, 15, better=stats.Better.low).item()).name
    'worse'
    """
def compare_proportion(value: numpy.typing.ArrayLike, n: numpy.typing.ArrayLike, benchmark: numpy.typing.ArrayLike, *, better: Better, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, outer_confidence: typing.SupportsFloat | typing.SupportsIndex | None = None) -> numpy.typing.NDArray[numpy.uint8]:
    """
    A proportion (a fraction, of a base n) against Wilson's limits around the benchmark.
    
    Similar within them, bounds included. outer_confidence: a second level above the first, as 0.998; None for one level only. Else
    as `compare_with_benchmark`.
    
    >>> from ontrack import stats
    >>> found = stats.compare_proportion([0.05, 0.10, 0.25], 100, 0.10, better=stats.Better.low, outer_confidence=0.998)
    >>> [stats.Comparison(code).name for code in found]
    ['better', 'similar', 'worst']
    """
def compare_rate(value: numpy.typing.ArrayLike, exposure: numpy.typing.ArrayLike, benchmark: numpy.typing.ArrayLike, *, better: Better, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, outer_confidence: typing.SupportsFloat | typing.SupportsIndex | None = None) -> numpy.typing.NDArray[numpy.uint8]:
    """
    A rate (events for each unit of the exposure) against exact Poisson limits around the benchmark (Garwood 1936).
    
    As `compare_proportion`.
    
    >>> from ontrack import stats
    >>> stats.Comparison(stats.compare_rate(0.02, 1000, 0.01, better=stats.Better.neither).item()).name
    'higher'
    """
def compare_with_benchmark(lower: numpy.typing.ArrayLike, upper: numpy.typing.ArrayLike, benchmark: numpy.typing.ArrayLike, *, better: Better, outer_lower: numpy.typing.ArrayLike | None = None, outer_upper: numpy.typing.ArrayLike | None = None) -> numpy.typing.NDArray[numpy.uint8]:
    """
    Single overlap: similar when the benchmark lies within the value's interval, its bounds included.
    
    uint8, one `Comparison` for each element; arrays of one shape, a single number stands for all. better: a `Better`. With a second,
    wider interval (outer_lower, outer_upper) a value is best or worst outside both.
    
    >>> from ontrack import stats
    >>> found = stats.compare_with_benchmark([4, 5, 6], [6, 7, 8], 5.5, better=stats.Better.low)
    >>> [stats.Comparison(code).name for code in found]
    ['similar', 'similar', 'worse']
    """
def compare_with_range(value: numpy.typing.ArrayLike, lower: numpy.typing.ArrayLike, upper: numpy.typing.ArrayLike, *, better: Better) -> numpy.typing.NDArray[numpy.uint8]:
    """
    Below a range, within it (similar, its lower end included), or at its upper end and above.
    
    >>> from ontrack import stats
    >>> [stats.Comparison(c).name for c in stats.compare_with_range([89, 90, 95], 90, 95, better=stats.Better.high)]
    ['worse', 'similar', 'better']
    """
def compare_with_target(value: numpy.typing.ArrayLike, target: numpy.typing.ArrayLike, *, better: Better) -> numpy.typing.NDArray[numpy.uint8]:
    """
    Against a target, as Fingertips does it: better when it is met, else worse. As `compare_with_benchmark`.
    
    >>> from ontrack import stats
    >>> stats.Comparison(stats.compare_with_target(90, 90, better=stats.Better.high).item()).name
    'better'
    """
def compare_year_to_date(this_year: numpy.typing.ArrayLike, last_year: numpy.typing.ArrayLike, *, this_exposure: numpy.typing.ArrayLike | None = None, last_exposure: numpy.typing.ArrayLike | None = None, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, test: TwoCountsTest = TwoCountsTest.conditional, alternative: Alternative = Alternative.two_sided, dispersion: typing.SupportsFloat | typing.SupportsIndex | None = 1.0) -> YearToDate:
    """
    A year so far against the same periods of the year before, so that season falls out; gives a `YearToDate`.
    
    this_year, last_year: counts by period (1-D, of one length); a period that is NaN in either year is left out of both. Exposures
    (days, working days): of the same shape, None for 1. dispersion: φ ≥ 1, the variance of a count as a multiple of its mean; None
    estimates it from how the ratio varies between the periods. Above 1, or estimated, the test is z/√φ by the score test.
    
    >>> from ontrack import stats
    >>> stats.compare_year_to_date([30, 25, float("nan")], [20, 22, 24])
    <YearToDate: 55 after 42, p 0.222878>
    """
def conventions_that_disagree(values: numpy.typing.ArrayLike, *, conventions: collections.abc.Sequence[str | ChartConvention] | None = None, chart: Chart = Chart.xmr, denominators: numpy.typing.ArrayLike | None = None, deviations: numpy.typing.ArrayLike | None = None, use: numpy.typing.ArrayLike | None = None, starts: numpy.typing.ArrayLike | None = None) -> list[ConventionDisagreement]:
    """
    Where conventions give different classes (none, high, low, no direction) on one series (1-D).
    
    A list by pair of conventions, then by point. conventions: names or `ChartConvention`s; None for all that the library knows.
    The other arguments are those of `charts`. A convention without a result for the series counts as no signal.
    
    >>> from ontrack import stats
    >>> rising = [10, 12, 11, 13, 12, 10, 11, 12, 13, 14, 15, 16, 17]
    >>> stats.conventions_that_disagree(rising, conventions=["making-data-count-8", "western-electric"])[0]
    <ConventionDisagreement at 5: making-data-count-8, western-electric>
    """
def crossings_bound(useful: int) -> int:
    """
    The 5 % quantile of a binomial law of n − 1 and ½ (Chen 2010): fewer crossings are non-random. 0 for no points.
    
    >>> from ontrack import stats
    >>> stats.crossings_bound(24)
    8
    """
def decompose(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, season_length: int = 12, kind: Decomposition = Decomposition.additive, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Decompositions:
    """
    Classical decomposition of every series into trend, season and remainder (Persons 1919; R's `decompose`).
    
    Trend: the centred moving average over one season, the ends at half weight where season_length m is even; none for the first
    and last ⌊m/2⌋ points. Season: for each place in it the mean of value − trend (multiplicative: value/trend), less (divided by)
    their mean. values: as `mann_kendall`; NaN is missing, and windows that hold one have no trend. kind: a `Decomposition`.
    Status: too_few_points (less than two seasons), not_finite, negative_value, value_undefined; then every part is NaN.
    
    >>> from ontrack import stats
    >>> parts = stats.decompose([3, 1, 2, 4, 2, 3, 5, 3, 4], season_length=3)
    >>> parts.seasonal[:3].round(4).tolist(), parts.trend[1:4].round(4).tolist()
    ([1.3333, -1.0, -0.3333], [2.0, 2.3333, 2.6667])
    """
def design_matrix(periods: int, interruptions: collections.abc.Sequence[Interruption] = [], *, periods_per_year: int = 12, trend: bool = True, season: Season = ...) -> numpy.typing.NDArray[numpy.float64]:
    """
    The design of a series: intercept, trend in years, season, interruptions; periods × columns.
    
    Season effects are one column for each place in the year but the first; harmonics sin and cos of 2πk·place/length for each
    pair k (no sine where 2k is the length). A slope counts years from its first period on.
    
    >>> from ontrack import stats
    >>> stats.design_matrix(3, [stats.Interruption(stats.InterruptionKind.step, 2)], periods_per_year=4,
    ...     season=stats.Season(stats.SeasonKind.none)).tolist()
    [[1.0, 0.0, 0.0], [1.0, 0.25, 0.0], [1.0, 0.5, 1.0]]
    """
@typing.overload
def effective_sample_size(n: float, design_effect: float, population: float) -> float:
    """
    n/design_effect·(N − 1)/(N − n), the simple random sample with the survey's variance (Kish 1965; Cochran 1977).
    
    population: N, infinity for no correction. Infinite when everyone was asked; NaN for n > N or a design effect not above 0.
    
    >>> from ontrack import stats
    >>> stats.effective_sample_size(1000, 2.0, float("inf"))
    500.0
    """
@typing.overload
def effective_sample_size(n: numpy.typing.ArrayLike, design_effect: numpy.typing.ArrayLike, population: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def estimate_count(x: float, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: CountMethod = CountMethod.public_health, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    A count and the limits of the Poisson mean behind it.
    
    x: events (may be fractional), 0 ≤ x ≤ 2⁵³. With α = 1 − confidence the methods are
        public_health: exact below 10 events, byar from 10
        exact: χ²(α/2; 2x)/2 and χ²(1 − α/2; 2x + 2)/2, 0 below for x = 0 (Garwood 1936)
        byar: x(1 − 1/(9x) − z/(3√x))³, and the same with x + 1 and +z (Breslow and Day 1987); without a lower limit where that
            is below zero (`limit_undefined`)
        mid_p: as exact, with half the probability of x itself in each tail (Cohen and Yang 1994)
    
    >>> from ontrack import stats
    >>> stats.estimate_count(0)
    <Estimate 0: 0 to 3.68888>
    """
@typing.overload
def estimate_count(x: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: CountMethod = CountMethod.public_health, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
@typing.overload
def estimate_difference(x1: float, n1: float, x2: float, n2: float, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: DifferenceMethod = DifferenceMethod.newcombe, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    x1/n1 − x2/n2 of two independent proportions, a fraction from −1 to 1, with its limits.
    
    x1, n1, x2, n2: events and their bases, 0 ≤ x ≤ n, n > 0. With d the difference, p = x/n and l, u Wilson's limits of each
    proportion the methods are
        newcombe: d − √((p₁ − l₁)² + (u₂ − p₂)²), d + √((u₁ − p₁)² + (p₂ − l₂)²) (Newcombe 1998, method 10)
        miettinen_nurminen: the δ with |d − δ| ≤ z·√V(δ), V at the maximum likelihood under p₁ − p₂ = δ, times N/(N − 1),
            N = n₁ + n₂ (Miettinen and Nurminen 1985)
        mee: the same without N/(N − 1) (Mee 1984)
    
    >>> from ontrack import stats
    >>> stats.estimate_difference(56, 70, 48, 80)
    <Estimate 0.2: 0.0524315 to 0.333873>
    """
@typing.overload
def estimate_difference(x1: numpy.typing.ArrayLike, n1: numpy.typing.ArrayLike, x2: numpy.typing.ArrayLike, n2: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: DifferenceMethod = DifferenceMethod.newcombe, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
def estimate_dispersion(z: numpy.typing.ArrayLike, standard_error: numpy.typing.ArrayLike, *, method: Trimming = Trimming.winsorise, share: typing.SupportsFloat | typing.SupportsIndex = 0.1) -> Dispersion:
    """
    φ = Σ z²/I and τ² = (I·φ − (I − 1))/(Σ w − Σ w²/Σ w), w = 1/s², at least 0, of the trimmed z-scores.
    
    DerSimonian and Laird (1986) as in Spiegelhalter (2005). z, standard_error: one column each (1-D), NaN left out. method: a
    `Trimming`. share: at each end, below one half.
    
    >>> from ontrack import stats
    >>> stats.estimate_dispersion([-2, 2, -2, 2], 1, method=stats.Trimming.none)
    <Dispersion: ratio 4, between variance 4.33333>
    """
def estimate_inequality(population: numpy.typing.ArrayLike, value: numpy.typing.ArrayLike, standard_error: numpy.typing.ArrayLike | None = None, offsets: numpy.typing.ArrayLike | None = None, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, scale: InequalityScale = InequalityScale.linear, multiplier: typing.SupportsFloat | typing.SupportsIndex = 1.0, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Inequalities:
    """
    The slope index (fitted value at rank 1 less at rank 0) and relative index (their ratio) of each area.
    
    Least squares of the values on the groups' mid-ranks in the cumulated population, weighted by population (Pamuk 1985;
    Mackenbach and Kunst 1997). Limits are normal, from the standard errors: exact for the slope on the linear scale, else by the
    delta method, of the relative index in its logarithm; without standard errors there are none (`limit_undefined`).
    population, value, standard_error: groups from the most to the least deprived; areas × groups (2-D), or one column (1-D)
    whose area i is value[offsets[i]:offsets[i + 1]]. One row of populations stands for all areas.
    scale: linear for means; log for rates, above 0; logit for fractions between 0 and 1. multiplier: of the slope index; below
    zero it also turns the relative index upside down, where low values are good.
    
    >>> from ontrack import stats
    >>> found = stats.estimate_inequality([100, 100, 100, 100], [70, 72, 74, 76], [1, 1, 1, 1])
    >>> found.slope_index.value.tolist(), found.relative_index.value.round(4).tolist()
    ([8.0], [1.1159])
    """
def estimate_mean(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    """
    The mean of each group with Student's limits, in the unit of the values.
    
    x̄ ∓ t·s/√n over the values that are there (NaN is missing), t the quantile at 1 − α/2 with n − 1 degrees of freedom, s
    with divisor n − 1 (Student 1908). values: groups × values (2-D), or one column (1-D) whose group i is
    values[offsets[i]:offsets[i + 1]]; a column without offsets is one group. At least two values in a group.
    
    >>> from ontrack import stats
    >>> stats.estimate_mean([[1, 2, 3, 4], [2, 4, 6, 8]]).lower.round(4).tolist()
    [0.4457, 0.8915]
    """
@typing.overload
def estimate_mean_of(mean: float, deviation: float, n: float, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    A mean with Student's limits mean ∓ t·deviation/√n, from its standard deviation ≥ 0 and the number of values ≥ 2.
    
    t is the quantile at 1 − α/2 with n − 1 degrees of freedom (Student 1908).
    
    >>> from ontrack import stats
    >>> stats.estimate_mean_of(2.5, 1.2909944487358056, 4)
    <Estimate 2.5: 0.44574 to 4.55426>
    """
@typing.overload
def estimate_mean_of(mean: numpy.typing.ArrayLike, deviation: numpy.typing.ArrayLike, n: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
@typing.overload
def estimate_odds_ratio(x1: float, n1: float, x2: float, n2: float, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: OddsRatioMethod = OddsRatioMethod.mover_wilson, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    x1·(n2 − x2)/((n1 − x1)·x2), the odds ratio of two independent proportions, with its limits.
    
    x1, n1, x2, n2: events and their bases, 0 ≤ x ≤ n, n > 0. The methods are
        mover_wilson: square-and-add from Wilson's limits (Fagerland and Newcombe 2013)
        miettinen_nurminen: score limits times N/(N − 1), N = n₁ + n₂ (Miettinen and Nurminen 1985); cornfield: without it (1956)
        log: ratio·exp(∓z·√(1/x₁ + 1/(n₁ − x₁) + 1/x₂ + 1/(n₂ − x₂))) (Woolf 1955)
    
    >>> from ontrack import stats
    >>> stats.estimate_odds_ratio(56, 70, 48, 80)
    <Estimate 2.66667: 1.2921 to 5.54694>
    """
@typing.overload
def estimate_odds_ratio(x1: numpy.typing.ArrayLike, n1: numpy.typing.ArrayLike, x2: numpy.typing.ArrayLike, n2: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: OddsRatioMethod = OddsRatioMethod.mover_wilson, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
@typing.overload
def estimate_paired_difference(both: float, first_only: float, second_only: float, neither: float, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: PairedMethod = PairedMethod.newcombe, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    The change (first_only − second_only)/n of a cohort asked twice, a fraction from −1 to 1, with its limits.
    
    both, first_only, second_only, neither: persons with yes both times, only the first, only the second, neither; n their sum,
    above 0. The methods are
        newcombe: as for independent proportions, less 2φ times the product of the two distances under each root, φ the
            correlation of the table with a continuity correction where it is positive (Newcombe 1998, method 10)
        newcombe_uncorrected: φ without correction (method 8)
        tango: the score interval (Tango 1998)
    
    >>> from ontrack import stats
    >>> stats.estimate_paired_difference(36, 12, 2, 0)
    <Estimate 0.2: 0.0569296 to 0.340428>
    """
@typing.overload
def estimate_paired_difference(both: numpy.typing.ArrayLike, first_only: numpy.typing.ArrayLike, second_only: numpy.typing.ArrayLike, neither: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: PairedMethod = PairedMethod.newcombe, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
@typing.overload
def estimate_proportion(x: float, n: float, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: ProportionMethod = ProportionMethod.wilson, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    The proportion x/n, a fraction, with its limits.
    
    x, n: events (may be fractional) and their base, 0 ≤ x ≤ n, 0 < n ≤ 2⁵³. With z the normal quantile at 1 − α/2,
    α = 1 − confidence, and p = x/n, the methods are
        wilson: (2x + z² ∓ z·√(z² + 4x(1 − p)))/(2(n + z²)) (Wilson 1927)
        wilson_continuity_corrected: the same with a correction of 1/(2n) (Newcombe 1998, method 4)
        agresti_coull: q ∓ z·√(q(1 − q)/(n + z²)), q = (x + z²/2)/(n + z²), cut at 0 and 1 (Agresti and Coull 1998)
        clopper_pearson: beta quantiles, shapes (x, n − x + 1) at α/2, (x + 1, n − x) at 1 − α/2 (Clopper and Pearson 1934)
        mid_p: as that, with half the probability of x itself in each tail (Lancaster 1961; Berry and Armitage 1995)
        jeffreys: beta quantiles, shapes (x + ½, n − x + ½), 0 at x = 0 and 1 at x = n (Brown, Cai and DasGupta 2001)
    
    >>> from ontrack import stats
    >>> stats.estimate_proportion(56, 70)
    <Estimate 0.8: 0.691834 to 0.876953>
    >>> stats.estimate_proportion([13, 2, 1], [13, 0, 4]).reasons
    {1: 'The base, exposure or expected number is zero: leave the element out.'}
    """
@typing.overload
def estimate_proportion(x: numpy.typing.ArrayLike, n: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: ProportionMethod = ProportionMethod.wilson, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
@typing.overload
def estimate_rate(x: float, exposure: float, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: CountMethod = CountMethod.public_health, per: typing.SupportsFloat | typing.SupportsIndex = 1.0, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    The rate per·x/exposure and its limits, those of the count over the same exposure.
    
    x: events, as in `estimate_count`, which has the methods and their sources. exposure: population, person-years, above 0
    and known without error. per: units of exposure that the rate is for, 100,000 for a rate per 100,000.
    
    >>> from ontrack import stats
    >>> stats.estimate_rate(10, 20_000, per=100_000)
    <Estimate 50: 23.9372 to 91.9573>
    """
@typing.overload
def estimate_rate(x: numpy.typing.ArrayLike, exposure: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: CountMethod = CountMethod.public_health, per: typing.SupportsFloat | typing.SupportsIndex = 1.0, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
@typing.overload
def estimate_rate_ratio(x1: float, t1: float, x2: float, t2: float, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: RateRatioMethod = RateRatioMethod.exact, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    (x1/t1)/(x2/t2) of two Poisson rates with its limits.
    
    x1, t1, x2, t2: events ≥ 0 and their exposures > 0, in one unit. The methods are
        exact: Clopper–Pearson limits π of x₁ in x₁ + x₂ as π/(1 − π)·t₂/t₁ (Przyborowski and Wilenski 1940)
        log: ratio·exp(∓z·√(1/x₁ + 1/x₂)); needs events on both sides
    With x2 = 0 there is no value and the upper limit is infinite (`value_undefined`).
    
    >>> from ontrack import stats
    >>> stats.estimate_rate_ratio(30, 1000, 20, 1000)
    <Estimate 1.5: 0.824132 to 2.78675>
    """
@typing.overload
def estimate_rate_ratio(x1: numpy.typing.ArrayLike, t1: numpy.typing.ArrayLike, x2: numpy.typing.ArrayLike, t2: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: RateRatioMethod = RateRatioMethod.exact, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
@typing.overload
def estimate_risk_ratio(x1: float, n1: float, x2: float, n2: float, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: RiskRatioMethod = RiskRatioMethod.miettinen_nurminen, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    (x1/n1)/(x2/n2) of two independent proportions with its limits.
    
    x1, n1, x2, n2: events and their bases, 0 ≤ x ≤ n, n > 0. The methods are
        miettinen_nurminen: the θ with |p₁ − θ·p₂| ≤ z·√V(θ), V at the maximum likelihood under p₁ = θ·p₂, times N/(N − 1),
            N = n₁ + n₂ (Miettinen and Nurminen 1985)
        koopman: the same without N/(N − 1) (Koopman 1984)
        mover_wilson: square-and-add from Wilson's limits (Donner and Zou 2012; Fagerland and Newcombe 2013)
        log: ratio·exp(∓z·√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂)); needs events on both sides (Katz, Baptista, Azen and Pike 1978)
    
    >>> from ontrack import stats
    >>> stats.estimate_risk_ratio(56, 70, 48, 80)
    <Estimate 1.33333: 1.07905 to 1.67215>
    """
@typing.overload
def estimate_risk_ratio(x1: numpy.typing.ArrayLike, n1: numpy.typing.ArrayLike, x2: numpy.typing.ArrayLike, n2: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: RiskRatioMethod = RiskRatioMethod.miettinen_nurminen, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
def estimate_standardised_rate(count: numpy.typing.ArrayLike, population: numpy.typing.ArrayLike, standard: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, squared_events: numpy.typing.ArrayLike | None = None, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, per: typing.SupportsFloat | typing.SupportsIndex = 100000.0, minimum_events: typing.SupportsFloat | typing.SupportsIndex = 10.0, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    """
    The directly standardised rate of each area with Dobson's limits.
    
    per·Σ wᵢ·xᵢ/nᵢ / Σ wᵢ, limits rate + √(V/O)·(limit of the count O − O), O = Σ xᵢ, V = Σ wᵢ²·xᵢ/nᵢ² / (Σ wᵢ)², the limits
    of the count by the public-health rule (Dobson, Kuulasmaa, Eberle and Scherer 1991).
    count, population, standard: xᵢ (NaN is no events), nᵢ > 0 and the standard population wᵢ by stratum; areas × strata (2-D),
    or one column (1-D) whose area i is count[offsets[i]:offsets[i + 1]]. One row stands for all areas.
    squared_events: Σ f²·(persons with f events), which takes the place of xᵢ in V where events repeat in a person.
    minimum_events: fewer in all have no rate (`too_few_events`).
    
    >>> from ontrack import stats
    >>> found = stats.estimate_standardised_rate([[10, 20]], [[1000, 1000]], [3, 1], per=1000)
    >>> found.value.tolist(), found.lower.round(4).tolist()
    ([12.5], [7.8263])
    """
@typing.overload
def estimate_standardised_ratio(observed: float, expected: float, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: CountMethod = CountMethod.public_health, per: typing.SupportsFloat | typing.SupportsIndex = 1.0, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    The indirectly standardised ratio per·observed/expected and its limits.
    
    observed: events, as in `estimate_count`, which has the methods and their sources. expected: the events at the reference's
    rates (`expected_events`), above 0. per: 100 for a ratio in per cent, the reference's crude rate for a standardised rate.
    
    >>> from ontrack import stats
    >>> stats.estimate_standardised_ratio(50, 40, per=100)
    <Estimate 125: 92.7703 to 164.8>
    """
@typing.overload
def estimate_standardised_ratio(observed: numpy.typing.ArrayLike, expected: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: CountMethod = CountMethod.public_health, per: typing.SupportsFloat | typing.SupportsIndex = 1.0, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
def estimate_stratified_ratio(x1: numpy.typing.ArrayLike, n1: numpy.typing.ArrayLike, x2: numpy.typing.ArrayLike, n2: numpy.typing.ArrayLike, *, ratio: StratifiedRatio, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95) -> StratifiedEstimate:
    """
    Mantel and Haenszel's (1959) ratio that two groups, x1 of n1 and x2 of n2, have in common over strata.
    
    Limits ratio·exp(∓z·se) with the variances of Greenland and Robins (1985) for rates and risks, of Robins, Breslow and Greenland
    (1986) for odds. ratio: a `StratifiedRatio`; for rates n is the exposure. Gives a `StratifiedEstimate`.
    
    >>> from ontrack import stats
    >>> stats.estimate_stratified_ratio([10, 20], [100, 100], [5, 10], [100, 100], ratio=stats.StratifiedRatio.risk)
    <StratifiedEstimate: 2 over 2>
    """
@typing.overload
def estimate_survey_proportion(x: float, n: float, *, design_effect: typing.SupportsFloat | typing.SupportsIndex = 1.0, population: typing.SupportsFloat | typing.SupportsIndex = ..., confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: ProportionMethod = ProportionMethod.wilson, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimate:
    """
    The proportion x/n of a survey, a fraction, with limits for its design.
    
    The limits of `estimate_proportion` with the share kept and n replaced by the effective sample size
    n/design_effect·(N − 1)/(N − n) (Cochran 1977; Dean and Pagano 2015; with clopper_pearson: Korn and Graubard 1998).
    x, n: as there. design_effect: the variance over that of a simple random sample (Kish 1965), above 0. population: N, the
    people sampled without replacement, at least n; infinity for no correction.
    
    >>> from ontrack import stats
    >>> stats.estimate_survey_proportion(60, 100, design_effect=2.0)
    <Estimate 0.6: 0.461814 to 0.723916>
    """
@typing.overload
def estimate_survey_proportion(x: numpy.typing.ArrayLike, n: numpy.typing.ArrayLike, *, design_effect: typing.SupportsFloat | typing.SupportsIndex = 1.0, population: typing.SupportsFloat | typing.SupportsIndex = ..., confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: ProportionMethod = ProportionMethod.wilson, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    ...
def event_funnel(events: typing.SupportsFloat | typing.SupportsIndex, funnel: Funnel, options: FunnelOptions | None = None) -> EventFunnel:
    """
    The exact funnel the other way round, as PHEindicatormethods draws it: Garwood's limits of the events over the target.
    
    >>> from ontrack import stats
    >>> by = stats.FunnelOptions(statistic=stats.FunnelStatistic.rate, limits=stats.FunnelLimits.exact)
    >>> drawn = stats.funnel([10, 20, 60], [200, 200, 200], by)
    >>> round(stats.event_funnel(10, drawn, by).upper_base, 3)
    31.969
    """
def expected_events(population: numpy.typing.ArrayLike, reference_count: numpy.typing.ArrayLike, reference_population: numpy.typing.ArrayLike) -> float:
    """
    Σ population·reference_count/reference_population over the strata of one area (1-D, one length).
    
    The events that an area would have at the reference's rates, for `estimate_standardised_ratio`. A missing or empty
    reference stratum counts as zero.
    
    >>> from ontrack import stats
    >>> stats.expected_events([1000, 2000], [5, 20], [10_000, 10_000])
    4.5
    """
def explain_total(series: numpy.typing.ArrayLike, *, model: str = 'combination', support: str = 'whole', figure: str = 'sum', periods_per_year: int = 12, periods_known: int, fit: GroupFit | None = None, masked: numpy.typing.ArrayLike | None = None) -> TotalExplanation:
    """
    How the law of one series came about, with what its group lends or without: a `TotalExplanation`.
    
    >>> from ontrack import stats
    >>> how = stats.explain_total([30, 31, 29, 30] * 3 + [31, 30], periods_per_year=4, periods_known=2)
    >>> round(sum(how.weights.values()), 9), how.weights["indexed_gamma_poisson"], round(how.known_share, 2)
    (1.0, 0.0, 0.5)
    """
def false_alarms(length: int, *, convention: str | ChartConvention = 'making-data-count-7', chart: Chart = Chart.xmr, baseline_points: int = 0, replications: int = 10000, seed: int = 1) -> FalseAlarms:
    """
    How often an XmR or run chart of a process that does not change has a signal, by simulation.
    
    `replications` series of `length` independent normal values, the limits of each from the series itself. The same numbers for
    the same seed on every machine. NaN where a chart of so few points has no limits, or for another chart.
    
    >>> from ontrack import stats
    >>> stats.false_alarms(24, replications=1000).any_point > stats.false_alarms(12, replications=1000).any_point
    True
    """
def first_group(method: QuantileMethod, better: Better) -> FirstGroup:
    """
    The group that polarity makes the first: PHEindicatormethods counts from the worst, Fingertips from the best.
    
    >>> from ontrack import stats
    >>> stats.first_group(stats.QuantileMethod.fingertips, stats.Better.high).name
    'highest'
    """
def fit_groups(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, groups: numpy.typing.ArrayLike | None = None, support: str = 'whole', figure: str = 'sum', periods_per_year: int = 12, periods_known: int, masked: numpy.typing.ArrayLike | None = None, threads: int = 1) -> list[GroupFit]:
    """
    A `GroupFit` for each group number from 0 to the highest, of the series that have it; all are of group 0 without
    `groups`, those below 0 of none. The other arguments are those of `project_totals`, which takes the result as `fits`.
    
    >>> from ontrack import stats
    >>> years = [[30, 31, 29, 30] * 3 + [31, 30], [60, 64, 61, 59] * 3 + [58, 62]]
    >>> fits = stats.fit_groups(years, periods_per_year=4, periods_known=2)
    >>> alone = stats.project_totals(years[:1], fits=fits, periods_per_year=4, periods_known=2)
    >>> together = stats.project_totals(years, fits=fits, periods_per_year=4, periods_known=2)
    >>> bool(alone.mean[0] == together.mean[0]), stats.GroupFit(fits[0].numbers()) == fits[0]
    (True, True)
    """
def fit_shared_shocks(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, model: str = 'combination', support: str = 'whole', figure: str = 'sum', periods_per_year: int = 12, periods_known: int, groups: numpy.typing.ArrayLike | None = None, fits: collections.abc.Sequence[GroupFit] | None = None, masked: numpy.typing.ArrayLike | None = None, threads: int = 1) -> SharedShocks:
    """
    What series share, learnt from up to six past years at the same point of the year: `SharedShocks` for `add_totals`.
    The arguments are those of `project_totals`.
    
    >>> from ontrack import stats
    >>> years = [[30, 31, 29, 30] * 3 + [31, 30], [60, 64, 61, 59] * 3 + [58, 62]]
    >>> shocks = stats.fit_shared_shocks(years, groups=[0, 0], periods_per_year=4, periods_known=2)
    >>> shocks.past_years, 0 <= shocks.between <= shocks.within <= 1
    (2.0, True)
    """
def funnel(x: numpy.typing.ArrayLike, n: numpy.typing.ArrayLike, options: FunnelOptions | None = None, *, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Funnel:
    """
    A funnel plot: points x of n, limits around a target, and each point's class (Spiegelhalter 2005).
    
    x, n: events and their base, exposure or expected number, one column (1-D). options: `FunnelOptions`, None for the usual. A point outside its limits
    is lower or higher (worse or better), outside the outer ones lowest or highest; on a limit it is similar.
    
    >>> from ontrack import stats
    >>> drawn = stats.funnel([10, 20, 60], [200, 200, 200])
    >>> drawn.target, [stats.Comparison(code).name for code in drawn.comparison]
    (0.15, ['lowest', 'lower', 'highest'])
    """
def funnel_convention(name: str) -> FunnelConvention:
    """
    A known convention of funnels, by its name; DataError lists the names.
    
    >>> from ontrack import stats
    >>> stats.funnel_convention("phe-indicator-methods").rate.limits.name
    'exact'
    """
def funnel_conventions() -> dict[str, str]:
    """
    The conventions of funnels that are known: name → edition.
    
    >>> from ontrack import stats
    >>> "fingertips" in stats.funnel_conventions()
    True
    """
def funnel_conventions_that_disagree(x: numpy.typing.ArrayLike, n: numpy.typing.ArrayLike, statistic: FunnelStatistic, *, conventions: collections.abc.Sequence[str] | None = None) -> list[ComparisonDisagreement]:
    """
    Where funnels of these points, drawn by several conventions, put a point into different classes.
    
    A list by pair of conventions, then by point. x, n: as `funnel`. conventions: names; None for all that are known.
    
    >>> from ontrack import stats
    >>> by = "phe-indicator-methods", "funnelplotr-cqc"
    >>> stats.funnel_conventions_that_disagree([10, 20, 60], [200] * 3, stats.FunnelStatistic.rate, conventions=by)[0].point
    0
    """
def funnel_lines(funnel: Funnel, n: numpy.typing.ArrayLike, options: FunnelOptions | None = None) -> FunnelLines:
    """
    The lines of a funnel at bases n (1-D), to draw it. options: those that it was made with.
    
    >>> from ontrack import stats
    >>> drawn = stats.funnel([10, 20, 60], [200, 200, 200])
    >>> stats.funnel_lines(drawn, [200]).upper.item() == drawn.upper[0].item()
    True
    """
@typing.overload
def gamma_cdf(x: float, shape: float) -> float:
    """
    P(X ≤ x) of a gamma law with scale 1, the regularised incomplete gamma function P(shape, x).
    
    x ≥ 0, shape > 0; NaN elsewhere.
    
    >>> from ontrack import stats
    >>> round(stats.gamma_cdf(1.0, 1.0), 6)
    0.632121
    """
@typing.overload
def gamma_cdf(x: numpy.typing.ArrayLike, shape: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def gamma_quantile(p: float, shape: float) -> float:
    """
    The x with P(X ≤ x) = p of a gamma law with scale 1, to 1e-12 of its value.
    
    0 ≤ p ≤ 1, shape > 0; NaN elsewhere.
    
    >>> from ontrack import stats
    >>> stats.gamma_quantile(0.975, [1, 10]).round(6).tolist()
    [3.688879, 17.084803]
    """
@typing.overload
def gamma_quantile(p: numpy.typing.ArrayLike, shape: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def gamma_upper(x: float, shape: float) -> float:
    """
    P(X > x) of a gamma law with scale 1: 1 − `gamma_cdf` without the cancellation.
    
    >>> from ontrack import stats
    >>> round(stats.gamma_upper(1.0, 1.0), 6)
    0.367879
    """
@typing.overload
def gamma_upper(x: numpy.typing.ArrayLike, shape: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def gamma_upper_quantile(p: float, shape: float) -> float:
    """
    The x with P(X > x) = p of a gamma law with scale 1.
    
    >>> from ontrack import stats
    >>> round(stats.gamma_upper_quantile(0.025, 1), 6)
    3.688879
    """
@typing.overload
def gamma_upper_quantile(p: numpy.typing.ArrayLike, shape: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
def hamed_rao(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, lags: int = 0, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> TrendTests:
    """
    The Mann-Kendall test for autocorrelated values (Hamed and Rao 1998).
    
    The variance is multiplied by 1 + 2/(n(n − 1)(n − 2))·Σ (n − i)(n − i − 1)(n − i − 2)·ρᵢ over the lags i whose rank
    autocorrelation ρᵢ, after the Theil-Sen line is taken off, is beyond ±1.96/√n. lags: the first so many only; 0 for all, which
    is the paper's. Where the factor is not above zero there is no test (`value_undefined`): take fewer lags, say three. Else as
    `mann_kendall`.
    
    >>> from ontrack import stats
    >>> waves = [1, 2, 3, 2, 2, 4, 5, 6, 5, 5, 4, 6, 8, 9, 8, 8]
    >>> stats.mann_kendall(waves).z.round(4).item(), stats.hamed_rao(waves, lags=2).z.round(4).item()
    (4.0152, 6.7966)
    """
def interrupted(values: numpy.typing.ArrayLike, interruptions: collections.abc.Sequence[Interruption], exposure: numpy.typing.ArrayLike | None = None, *, periods_per_year: int = 12, trend: bool = True, season: Season = ..., family: Family = Family.quasi_poisson, alpha: typing.SupportsFloat | typing.SupportsIndex | None = None, lags: int | None = None, small_sample: bool = False, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, limits: LimitLaw = LimitLaw.by_family, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Interrupted:
    """
    What changed at known dates beyond trend and season (Wagner et al. 2002; Lopez Bernal et al. 2017).
    
    values: series × periods, or one series; NaN is a missing period. interruptions: at least one `Interruption`, by the index of
        its first period: a step (a change of level), a slope (a change of trend, per year), a pulse (for `length` periods).
    effect: rate ratios e^β with limits; of a slope for each year that passes. counterfactual: what the model expects had nothing
        happened. change: fitted over counterfactual in each period, all interruptions together, with limits. With gaussian they are
        differences. The other arguments are those of `regressions`.
    
    >>> from ontrack import stats
    >>> law = stats.Interruption(stats.InterruptionKind.step, 4)
    >>> found = stats.interrupted([10, 12, 8, 10, 6, 5, 4, 5], [law], trend=False,
    ...     season=stats.Season(stats.SeasonKind.none), family=stats.Family.poisson)
    >>> found.effect.round(6).tolist(), found.counterfactual[-1].round(6).item()
    ([[0.5]], 10.0)
    """
def interval_conventions() -> dict[str, str]:
    """
    The intervals that a comparison with a benchmark can be made by: name → edition.
    
    >>> from ontrack import stats
    >>> "wilson" in stats.interval_conventions()
    True
    """
def interval_conventions_that_disagree(x: numpy.typing.ArrayLike, n: numpy.typing.ArrayLike, benchmark: typing.SupportsFloat | typing.SupportsIndex, *, conventions: collections.abc.Sequence[str] | None = None, better: Better = Better.neither, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, outer_confidence: typing.SupportsFloat | typing.SupportsIndex | None = None) -> list[ComparisonDisagreement]:
    """
    Where the intervals of x/n by several conventions stand differently to a benchmark in the same unit.
    
    As `funnel_conventions_that_disagree`; by single overlap at the levels of `compare_proportion`.
    
    >>> from ontrack import stats
    >>> stats.interval_conventions_that_disagree([3], [20], 0.35, conventions=["wilson", "clopper-pearson"])
    []
    """
def is_defined(test: RunTest, useful: int) -> bool:
    """
    Whether the test is defined for so many useful points.
    
    >>> from ontrack import stats
    >>> stats.is_defined(stats.RunTest.best_box, 9), stats.is_defined(stats.RunTest.best_box, 10)
    (False, True)
    """
def joint_confidence(confidence: typing.SupportsFloat | typing.SupportsIndex, areas: int) -> float:
    """
    The confidence that each of so many independent intervals needs for all to hold together (Šidák 1967).
    
    >>> from ontrack import stats
    >>> round(stats.joint_confidence(0.95, 10), 6)
    0.994884
    """
def log_linear_trends(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, exposure: numpy.typing.ArrayLike | None = None, periods_per_year: int = 12, season: Season = ..., family: Family = Family.quasi_poisson, alpha: typing.SupportsFloat | typing.SupportsIndex | None = None, lags: int | None = None, small_sample: bool = False, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, limits: LimitLaw = LimitLaw.by_family, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> LogLinearTrends:
    """
    A steady yearly growth of each series of counts: ln μ = ln exposure + a + b·years + season; the ratio is eᵇ.
    
    values: series × periods (2-D), or one column (1-D) whose series i is values[offsets[i]:offsets[i + 1]]; NaN is a missing
        period. exposure: as the values, or one row for all. season: a `Season`; effects need events at every place of the year.
    The other arguments are those of `regressions`; the family is one for counts (McCullagh and Nelder 1989).
    
    >>> from ontrack import stats
    >>> found = stats.log_linear_trends([100 * 1.1 ** (quarter / 4) for quarter in range(20)], periods_per_year=4,
    ...     season=stats.Season(stats.SeasonKind.none), family=stats.Family.poisson)
    >>> found.rate_ratio.value.round(6).tolist()
    [1.1]
    """
def longest_run_bound(useful: int) -> int:
    """
    Anhøj's bound ⌊log₂ n⌉ + 3 (Schilling 2012): a longer run is non-random. 0 for no points.
    
    >>> from ontrack import stats
    >>> stats.longest_run_bound(24)
    8
    """
def making_data_count(points: int = 7) -> RuleSet:
    """
    NHS England, Making Data Count: beyond the limits; `points` in a trend; 2 of 3 near a limit; `points` on one side.
    
    6, 7 or 8 points are in use.
    
    >>> from ontrack import stats
    >>> stats.making_data_count(6).rules[1]
    <Rule trend: 6, 3σ>
    """
def mann_kendall(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> TrendTests:
    """
    The test of "no trend" in each series, without a law for the values (Mann 1945; Kendall 1975).
    
    s = rises − falls over all pairs, variance (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 over groups of t equal values,
    z = (s − sign s)/√variance, p two-sided by the normal law: close from ten points on. Supposes independent values: with season
    or autocorrelation use `seasonal_kendall` or `hamed_rao`.
    values: equally spaced periods, NaN for a missing one; series × periods (2-D), or one column (1-D) whose series i is
        values[offsets[i]:offsets[i + 1]]; a column without offsets is one series. threads: same bits for any number.
    Status: too_few_points, not_finite (also beyond ±1e300), no_variation (s and tau are 0, there is no test).
    
    >>> from ontrack import stats
    >>> test = stats.mann_kendall([10, 22, 21, 30])
    >>> test.s.item(), test.tau.round(4).item(), test.p.round(4).item()
    (4.0, 0.6667, 0.3082)
    """
def median(values: numpy.typing.ArrayLike) -> float:
    """
    The middle value, NaN left out; NaN of nothing.
    
    >>> from ontrack import stats
    >>> stats.median([3, 1, 2, 10])
    2.5
    """
@typing.overload
def negative_binomial_cdf(x: float, mean: float, shape: float) -> float:
    """
    P(X ≤ x) for a negative binomial with variance mean + mean²/shape (shape = infinity: Poisson).
    
    NaN outside the domain mean ≥ 0, shape > 0.
    
    >>> from ontrack import stats
    >>> round(stats.negative_binomial_cdf(2, 1.0, float("inf")), 6)
    0.919699
    """
@typing.overload
def negative_binomial_cdf(x: numpy.typing.ArrayLike, mean: numpy.typing.ArrayLike, shape: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def negative_binomial_quantile(p: float, mean: float, shape: float) -> float:
    """
    The smallest whole number x with P(X ≤ x) ≥ p, 0 < p < 1. NaN outside the domain.
    
    >>> from ontrack import stats
    >>> stats.negative_binomial_quantile([0.5, 0.975], 100.0, float("inf")).tolist()
    [100.0, 120.0]
    """
@typing.overload
def negative_binomial_quantile(p: numpy.typing.ArrayLike, mean: numpy.typing.ArrayLike, shape: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
def nelson() -> RuleSet:
    """
    Nelson (1984), eight tests.
    
    1 beyond 3σ; 9 on one side; 6 in a trend; 14 alternating; 2 of 3 beyond 2σ; 4 of 5 beyond 1σ; 15 within 1σ; 8 beyond 1σ on
    either side.
    
    >>> from ontrack import stats
    >>> stats.nelson().rules[4]
    <Rule beyond: 2 of 3, 2σ>
    """
@typing.overload
def normal(seed: int, series: int, draw: int) -> float:
    """
    A standard normal number: Φ⁻¹ of the uniform number of the same arguments.
    
    >>> from ontrack import stats
    >>> stats.normal(1, 0, 5) == stats.normal_quantile(stats.uniform(1, 0, 5))
    True
    """
@typing.overload
def normal(seed: int, series: int, draw: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def normal_cdf(z: float) -> float:
    """
    Φ(z), the standard normal distribution function.
    
    >>> from ontrack import stats
    >>> stats.normal_cdf([-1, 0, 1]).round(4).tolist()
    [0.1587, 0.5, 0.8413]
    """
@typing.overload
def normal_cdf(z: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def normal_quantile(p: float) -> float:
    """
    Φ⁻¹(p) for 0 < p < 1; NaN elsewhere.
    
    >>> from ontrack import stats
    >>> round(stats.normal_quantile(0.975), 6)
    1.959964
    """
@typing.overload
def normal_quantile(p: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
def philox(counter: typing.Annotated[collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], "FixedSize(4)"], key: typing.Annotated[collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], "FixedSize(2)"]) -> typing.Annotated[list[int], "FixedSize(4)"]:
    """
    Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011): four random words from a counter and a key, without a state.
    
    >>> from ontrack import stats
    >>> [f"{word:08x}" for word in stats.philox([0, 0, 0, 0], [0, 0])]
    ['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']
    """
def process_icons(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, chart: Chart = Chart.xmr, convention: str | ChartConvention = 'making-data-count-7', denominators: numpy.typing.ArrayLike | None = None, deviations: numpy.typing.ArrayLike | None = None, use: numpy.typing.ArrayLike | None = None, starts: numpy.typing.ArrayLike | None = None, targets: numpy.typing.ArrayLike | None = None, next_targets: numpy.typing.ArrayLike | None = None, better: numpy.typing.ArrayLike = Better.neither, baseline_points: int = 0, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> ProcessIcons:
    """
    Variation and assurance at the latest point of every series (Making Data Count, NHS England 2019).
    
    The arguments of `charts`, and
    targets: in the unit of the values, one for each point (a trajectory) or one number for all. next_targets: the target of
        the period to come, one for each series or one number for all. better: a `Better` for each series, or one for all.
    The target passes where high is better and it is below the lower limit, fails above the upper; else it is hit or miss.
    
    >>> from ontrack import stats
    >>> icons = stats.process_icons([10, 12, 11, 13, 12, 10, 11, 30], targets=40, better=stats.Better.low)
    >>> stats.Variation(icons.variation[0]).name, stats.Assurance(icons.assurance[0]).name
    ('concerning_high', 'pass_')
    """
def project_count(current: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], past: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex] = [], *, covered: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex] = [], shares: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex] = [], prior_total: typing.SupportsFloat | typing.SupportsIndex | None = None, prior_age: int = 1, periods_per_year: int = 12) -> CountProjection:
    """
    Projects one year's total; `ontrack.project` does it for many, and names the model.
    
    current: this year's periods so far, NaN = missing (its remaining share is projected).
    past: whole past years, oldest first, NaN = missing.
    covered: part of each current period that its value covers, 0 to 1; empty = all of it.
    shares: share of the year in each period, positive, any sum; empty learns them.
    prior_total, prior_age: an earlier year's total that is known without its periods, and how many years ago that was.
    
    >>> from ontrack import stats
    >>> found = stats.project_count([11, 9, 12, 10, 13, 11], [12, 10, 11, 14, 9, 13, 12, 15, 10, 11, 13, 12])
    >>> round(found.law.mean, 1), found.law.quantile(0.5)
    (134.0, 133.0)
    """
def project_ratios(numerators: numpy.typing.ArrayLike, denominators: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, model: str = 'beta_binomial', periods_per_year: int = 12, periods_known: int, coming: numpy.typing.ArrayLike | None = None, targets: numpy.typing.ArrayLike | None = None, probabilities: numpy.typing.ArrayLike | None = None, groups: numpy.typing.ArrayLike | None = None, masked: numpy.typing.ArrayLike | None = None, threads: int = 1) -> YearRatios:
    """
    The year's ratio, sum of numerators over sum of denominators, of many series.
    
    numerators, denominators: one row per series, or one column each with offsets; the last `periods_known` of each series are this
    year's; NaN where one is missing. targets: ratios such as 0.95, one for each series or one for all.
    model: "beta_binomial" for a part of the denominator (a percentage, 0 to 1), "gamma_poisson" for events in an exposure that
    they may exceed (a rate).
    coming: the denominators of the periods to come where they are known beforehand; without it they are projected, and what
    is not known of them is part of the law.
    groups, masked, probabilities, threads: as for `project_totals`.
    The level follows a random walk on the scale of the log odds (of the logarithm: gamma_poisson), with a season; how far it
    drifts and how far periods scatter is learnt by the exact one-step predictive likelihood (West, Harrison and Migon 1985).
    
    >>> from ontrack import stats
    >>> seen, waited = [900, 940, 910, 925] * 3 + [930, 915], [45, 70, 52, 60] * 3 + [49, 74]
    >>> found = stats.project_ratios([waited], [seen], periods_per_year=4, periods_known=2, targets=[0.06])
    >>> found.mean.round(4).tolist(), found.probability_at_most.round(2).tolist()
    ([0.0647], [0.09])
    """
def project_surveys(figures: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, window: int = 1, figure: str = 'last', rounding: typing.SupportsFloat | typing.SupportsIndex = 0.0, periods_per_year: int = 4, periods_known: int, effective_sizes: numpy.typing.ArrayLike | None = None, targets: numpy.typing.ArrayLike | None = None, probabilities: numpy.typing.ArrayLike | None = None, groups: numpy.typing.ArrayLike | None = None, masked: numpy.typing.ArrayLike | None = None, threads: int = 1) -> YearSurveys:
    """
    The year's figure of many survey shares, whose figures may overlap.
    
    figures: shares from 0 to 1, one row per series, or one column with offsets; NaN where one is missing.
    window: periods that one figure covers: 4 for quarterly figures of a rolling year, 1 where figures do not overlap. A rolling
    figure of the year's end is partly known already: what leaves the window and what stays in it is reckoned with.
    figure: "last" or "mean" of the year's figures. rounding: the unit of the figures, such as 0.01.
    effective_sizes: interviews behind each figure over its design effect (`effective_sample_size`); without them the scatter of the
    figures tells.
    groups, masked, probabilities, targets, threads: as for `project_totals`.
    The true share is a random walk, each period's result its value with a sampling error, a figure the mean of `window` results:
    a Kalman filter (Harvey 1989), its variances by likelihood.
    
    >>> from ontrack import stats
    >>> rolling = [0.62, 0.61, 0.63, 0.62, 0.60, 0.59, 0.60, 0.58, 0.57, 0.58]
    >>> found = stats.project_surveys([rolling], window=4, periods_known=2, rounding=0.01, targets=[0.6])
    >>> found.mean.round(3).tolist(), found.probability_at_least.round(2).tolist()
    ([0.579], [0.25])
    """
def project_totals(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, model: str = 'combination', support: str = 'whole', figure: str = 'sum', periods_per_year: int = 12, periods_known: int, targets: numpy.typing.ArrayLike | None = None, probabilities: numpy.typing.ArrayLike | None = None, groups: numpy.typing.ArrayLike | None = None, fits: collections.abc.Sequence[GroupFit] | None = None, masked: numpy.typing.ArrayLike | None = None, threads: int = 1) -> Totals:
    """
    The year's total of many series, by a model of `TotalModel`.
    
    values, offsets, periods_per_year, periods_known, targets, threads: as for `ontrack.project`.
    model: the name of a `TotalModel`. support: what values are: "whole" counts, "positive" amounts, "real" numbers.
    figure: what the year is of its periods: their "sum", or of a stock, such as people in prison, the "mean" or the "last".
    probabilities: of the quantiles wanted.
    groups: one number for each series; series of one number lend each other what they have in common; below 0: alone.
    fits: what `fit_groups` learnt; then nothing is learnt here, groups are places in it (all of the first without them), and
        each series has the same bits in any company.
    masked: flags that end with the last known period; no model learns from a flagged one.
    
    >>> from ontrack import stats
    >>> past, this_year = [12, 10, 11, 14, 9, 13, 12, 15, 10, 11, 13, 12] * 3, [11, 9, 12, 10, 13, 11]
    >>> totals = stats.project_totals([past + this_year], periods_known=6, model="gamma_poisson", targets=[140])
    >>> totals.mean.round(1).tolist(), totals.probability_at_most.round(2).tolist()
    ([135.1], [0.65])
    """
def quantile_bounds(values: numpy.typing.ArrayLike, *, groups: int = 5) -> numpy.typing.NDArray[numpy.float64]:
    """
    The bounds of the groups by `QuantileMethod.fingertips`, from the least value to the greatest.
    
    >>> from ontrack import stats
    >>> stats.quantile_bounds(range(1, 51)).tolist()
    [1.0, 10.8, 20.6, 30.4, 40.2, 50.0]
    """
def quantile_groups(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, groups: int = 5, first: FirstGroup = FirstGroup.lowest, method: QuantileMethod = QuantileMethod.phe_indicator_methods, on_invalid: typing.Literal['status', 'raise'] = 'status') -> QuantileGroups:
    """
    Values in groups of about equal number, as quintiles; equal values are always in one group.
    
    values: sets × values (2-D), or one column (1-D) whose set i is values[offsets[i]:offsets[i + 1]]; NaN is in no group. first: a
    `FirstGroup`; `first_group` has that of a polarity. method: a `QuantileMethod`.
    
    >>> from ontrack import stats
    >>> stats.quantile_groups([5, 1, 4, 2, 3, 10, 9, 8, 7, 6]).groups.tolist()
    [3, 1, 2, 1, 2, 5, 5, 4, 4, 3]
    """
def ranks(value: numpy.typing.ArrayLike, lower: numpy.typing.ArrayLike, upper: numpy.typing.ArrayLike, *, better: Better) -> Ranks:
    """
    Ranks, and the ranks that the intervals allow (Klein, Wright and Wieczorek 2020).
    
    An area may stand from 1 + (areas wholly on its better side) to the number of areas less those wholly on its worse side. For a
    joint confidence of 95 % make the intervals at `joint_confidence(0.95, areas)`. NaN is left out.
    
    >>> from ontrack import stats
    >>> found = stats.ranks([1, 2, 9], [0, 1, 8], [3, 4, 10], better=stats.Better.high)
    >>> found.rank.tolist(), found.best.tolist(), found.worst.tolist()
    ([3, 2, 1], [2, 2, 1], [3, 3, 1])
    """
def reason(status: Status) -> str:
    """
    One plain sentence with the remedy.
    
    >>> from ontrack import stats
    >>> stats.reason(stats.Status.no_denominator)
    'The base, exposure or expected number is zero: leave the element out.'
    """
def rebase_runs(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, baseline: int = 9, run: int = 9, side: RunSide = RunSide.both) -> RebasedRuns:
    """
    Medians taken anew after long runs, as runcharter 0.2 does it.
    
    The median of the first `baseline` points holds until a run of `run` points on one `side` of it (points on it passed over); the
    run's own points make the next median. Making Data Count rejects rebasing by rule: there a new phase needs a known cause.
    
    >>> from ontrack import stats
    >>> stats.rebase_runs([1, 2, 3, 7, 8, 9], baseline=3, run=3).centre.tolist()
    [2.0, 2.0, 2.0, 8.0, 8.0, 8.0]
    """
def recent_trend_of_estimate(value: numpy.typing.ArrayLike, lower: numpy.typing.ArrayLike, upper: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, points: int = 5, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.998, gaps: TrendGaps = TrendGaps.passed_over, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> RecentTrends:
    """
    The recent trend of any value with its 95 % limits: rates, standardised rates, means.
    
    Weighted least squares with standard errors (upper − lower)/3.92: χ² = (b/se_b)², and the rule of signs of
    `recent_trend_of_proportion`. A value without both limits is missing. Areas × years (2-D), or one column with offsets.
    
    >>> from ontrack import stats
    >>> found = stats.recent_trend_of_estimate([50, 46, 41, 37, 30], [48, 44, 39, 35, 28], [52, 48, 43, 39, 32])
    >>> stats.RecentTrend(found.trend[0]).name, found.chi_square.round(3).item()
    ('decreasing', 230.592)
    """
def recent_trend_of_proportion(x: numpy.typing.ArrayLike, n: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, points: int = 5, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.998, gaps: TrendGaps = TrendGaps.passed_over, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> RecentTrends:
    """
    The recent trend of x/n: what the latest few yearly values do (Public Health England 2018).
    
    χ² = N(N·Σxt − X·Σnt)²/(X(N − X)(N·Σnt² − (Σnt)²)), t = 1, 2, …, X = Σx, N = Σn (Cochran 1954; Armitage 1955). There is a
    trend when χ² is above its quantile at `confidence` and the slope keeps its sign whichever one value is left out.
    x, n: events and their base, oldest first, NaN in either is a missing value; areas × years (2-D), or one column with offsets.
    points: the latest so many values, 3 to 1000. gaps: a `TrendGaps`. No trend where x = n in a year (`value_undefined`).
    
    >>> from ontrack import stats
    >>> found = stats.recent_trend_of_proportion([100, 120, 150, 180, 210], [1000] * 5)
    >>> stats.RecentTrend(found.trend[0]).name, found.chi_square.round(4).item()
    ('increasing', 60.8242)
    """
def regressions(design: numpy.typing.ArrayLike, values: numpy.typing.ArrayLike, exposure: numpy.typing.ArrayLike | None = None, *, family: Family = Family.quasi_poisson, alpha: typing.SupportsFloat | typing.SupportsIndex | None = None, lags: int | None = None, small_sample: bool = False, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, limits: LimitLaw = LimitLaw.by_family, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Regressions:
    """
    Fits every series to one design by maximum likelihood: ln μ = ln exposure + Xβ (gaussian: μ = Xβ).
    
    design: X, periods × columns; no column is added, so put ones in for an intercept. values: series × periods, or one series;
        NaN is a missing period, left out, its neighbours as far apart as they are. exposure: as the values, or one row for all.
    family: poisson, variance μ; quasi_poisson, φμ with φ = Σ(y − μ)²/μ/(n − p); negative_binomial, μ + αμ²; gaussian, σ².
    alpha: α of negative_binomial, None to estimate it, 0 where the counts scatter no more than Poisson's (Lawless 1987).
    lags: standard errors that hold under autocorrelation over so many periods (Newey and West 1987; Bartlett's kernel, lag j
        weighs 1 − j/(lags + 1)); 0 is White's (1980), None the model's own φ(X'WX)⁻¹. small_sample: times n/(n − p).
    limits: by_family has Student's quantile with n − p degrees of freedom for quasi_poisson and gaussian, else the normal one.
    Status: collinear; separated, where no event falls in a column; too_few_points, too_few_events, not_converged …
    
    >>> from ontrack import stats
    >>> before_after = [[1, 0], [1, 0], [1, 0], [1, 1], [1, 1], [1, 1]]
    >>> found = stats.regressions(before_after, [12, 9, 9, 6, 4, 5], family=stats.Family.poisson)
    >>> found.coefficient.round(4).tolist(), found.standard_error.round(4).tolist()
    ([[2.3026, -0.6931]], [[0.1826, 0.3162]])
    """
def relative_rates(group: numpy.typing.ArrayLike, reference: numpy.typing.ArrayLike, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, method: RelativeRateMethod = RelativeRateMethod.exact, base: StageBase = StageBase.preceding, minimum_events: typing.SupportsFloat | typing.SupportsIndex = 0.0, minimum_base: typing.SupportsFloat | typing.SupportsIndex = 0.0, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Estimates:
    """
    The relative rate index (a/A)/(c/C) of each stage of a chain after the first, group to reference.
    
    group, reference: how many reach each stage (1-D), the first being the base of the chain (residents). base: whether a stage is set
    against the preceding one, which shows where a disparity arises, or the first. The methods are
        exact: given the events of both groups together, binomial (Clopper and Pearson)
        log: index·exp(∓z·√(1/a + 1/c)). katz: the same less 1/A + 1/C (Katz and others 1978)
    minimum_events, minimum_base: below them there is no index (`too_few_events`).
    
    >>> from ontrack import stats
    >>> stats.relative_rates([1000, 100, 20], [9000, 450, 60]).value.round(4).tolist()
    [2.0, 1.5]
    """
def required_values(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, laws: collections.abc.Sequence[TotalLaw], targets: numpy.typing.ArrayLike, better: Better = Better.low, support: str = 'whole', figure: str = 'sum', periods_per_year: int = 12, periods_known: int) -> RequiredValues:
    """
    What each open period must bring on average for the year to end on its target, how likely that is, and how often
    as good a value has been seen. laws: of `project_totals` for these series. better: `Better.low` or `Better.high`.
    
    >>> from ontrack import stats
    >>> years = [[10, 20, 30, 40] + [12, 22, 14, 16] + [11, 21]]
    >>> laws = stats.project_totals(years, periods_per_year=4, periods_known=2).laws
    >>> found = stats.required_values(years, laws=laws, targets=62, periods_per_year=4, periods_known=2)
    >>> float(found.per_period[0]), int(found.as_good[0]), int(found.seen[0]), int(found.years_as_good[0])
    (15.0, 4, 10, 1)
    """
def rest_shares(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, support: str = 'whole', figure: str = 'sum', periods_per_year: int = 12, periods_known: int, groups: numpy.typing.ArrayLike | None = None, fits: collections.abc.Sequence[GroupFit] | None = None, masked: numpy.typing.ArrayLike | None = None, threads: int = 1) -> numpy.typing.NDArray[numpy.float64]:
    """
    The share of each of this year's periods in what is still to come, one row per series: 0 for known periods. The
    arguments are those of `project_totals`.
    
    >>> from ontrack import stats
    >>> stats.rest_shares([[30, 31, 29, 30] * 3 + [31, 30]], periods_per_year=4, periods_known=2).round(2).tolist()
    [[0.0, 0.0, 0.5, 0.5]]
    """
@typing.overload
def root_z(before: float, after: float) -> float:
    """
    Wheeler's (2016) screen of a change in crime, 2·(√after − √before), to be flagged beyond ±3.
    
    before, after: counts over periods of equal length; NaN unless both are at least 0.
    
    >>> from ontrack import stats
    >>> stats.root_z(16, 25)
    2.0
    """
@typing.overload
def root_z(before: numpy.typing.ArrayLike, after: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
def sample_paths(laws: collections.abc.Sequence[TotalLaw], shares: numpy.typing.ArrayLike, *, paths: int = 1000, seed: typing.SupportsInt | typing.SupportsIndex = 1, names: numpy.typing.ArrayLike | None = None, threads: int = 1) -> numpy.typing.NDArray[numpy.float64]:
    """
    Joint paths of the open periods, series × paths × periods, 0 for known periods; their sums have the series' law.
    shares: of `rest_shares`. names: a whole number for each series, its place without; path p of a series depends on the
    seed, its name and p alone.
    
    >>> from ontrack import stats
    >>> years = [[30, 31, 29, 30] * 3 + [31, 30]]
    >>> laws = stats.project_totals(years, periods_per_year=4, periods_known=2).laws
    >>> paths = stats.sample_paths(laws, stats.rest_shares(years, periods_per_year=4, periods_known=2), paths=500)
    >>> paths.shape, bool(115 < laws[0].known + paths[0].sum(axis=1).mean() < 125)
    ((1, 500, 4), True)
    """
def sample_quantile(values: numpy.typing.ArrayLike, p: typing.SupportsFloat | typing.SupportsIndex) -> float:
    """
    The sample quantile of type 7 (Hyndman and Fan 1996), the usual one; NaN left out.
    
    >>> from ontrack import stats
    >>> stats.sample_quantile([4, 1, 3, 2], 0.25)
    1.75
    """
def seasonal_kendall(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, season_length: int = 12, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> TrendTests:
    """
    The same with s and variance summed over the seasons, so that a January is compared with Januaries only.
    
    Hirsch, Slack and Smith (1982). season_length: periods in a season's cycle, at least 1. Else as `mann_kendall`.
    
    >>> from ontrack import stats
    >>> stats.seasonal_kendall([5, 9, 2, 7, 6, 11, 3, 8, 8, 12, 4, 9], season_length=4).s.tolist()
    [12.0]
    """
def segment_counts(values: numpy.typing.ArrayLike, exposure: numpy.typing.ArrayLike | None = None, *, penalty: ChangePenalty = ChangePenalty.mbic, value: typing.SupportsFloat | typing.SupportsIndex | None = None, dispersion: typing.SupportsFloat | typing.SupportsIndex = 1.0, shortest: int = 2) -> Segmentation:
    """
    Cuts a series of counts into segments of one rate each: the cut that costs least, over all cuts.
    
    A segment with Y events in an exposure E costs 2(Y − Y·ln(Y/E))/dispersion (Poisson); a change costs, for n periods,
        bic: 2·ln n (Yao 1988). mbic: 3·ln n, and ln(length/n) for each segment (Zhang and Siegmund 2007)
        hannan_quinn: 4·ln ln n. aic: 4. stated: value
    Optimal partitioning (Jackson et al. 2005) with exact pruning (Killick, Fearnhead and Eckley 2012).
    values: one series, NaN a missing period. dispersion: variance over mean within a segment; with counts that scatter more than
    Poisson's, 1 finds changes that are not there. shortest: periods that a segment has at least.
    
    >>> from ontrack import stats
    >>> found = stats.segment_counts([5, 6, 4, 5, 5, 15, 14, 17, 15, 16])
    >>> found.change.tolist(), found.rate.tolist()
    ([5], [5.0, 15.4])
    """
def shewhart_with_run(points: int = 8) -> RuleSet:
    """
    1 beyond the limits and `points` on one side, as autospc has it.
    
    >>> from ontrack import stats
    >>> [rule.points for rule in stats.shewhart_with_run().rules]
    [1, 8]
    """
def shewhart_with_test(test: RunTest = RunTest.anhoej) -> RuleSet:
    """
    1 beyond the limits and a run-chart test of the whole phase, as qicharts2 has it.
    
    >>> from ontrack import stats
    >>> stats.shewhart_with_test().run_test.name
    'anhoej'
    """
def signals(value: numpy.typing.ArrayLike, centre: numpy.typing.ArrayLike, lower: numpy.typing.ArrayLike | None = None, upper: numpy.typing.ArrayLike | None = None, lower_warning: numpy.typing.ArrayLike | None = None, upper_warning: numpy.typing.ArrayLike | None = None, *, rules: RuleSet) -> numpy.typing.NDArray[numpy.uint16]:
    """
    Judges points against lines of one's own: uint16 with a last axis of two, high and low; bit i is rules[i].
    
    value: one series (1-D), or series × points; NaN for a gap. Lines: of the same shape, or a single number for all; warnings at
    2σ; the lines at 1σ lie midway between them and the centre. A rule whose line is not given never signals. rules: a `RuleSet`.
    
    >>> from ontrack import stats
    >>> stats.signals([5, 9, 16], 10, 4, 15, rules=stats.shewhart_with_run()).tolist()
    [[0, 0], [0, 0], [1, 0]]
    """
@typing.overload
def student_t_cdf(t: float, degrees: float) -> float:
    """
    P(T ≤ t) of Student's law. degrees > 0, infinity for the normal law; NaN elsewhere.
    
    >>> from ontrack import stats
    >>> round(stats.student_t_cdf(1.0, 1), 6)
    0.75
    """
@typing.overload
def student_t_cdf(t: numpy.typing.ArrayLike, degrees: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def student_t_quantile(p: float, degrees: float) -> float:
    """
    The t with P(T ≤ t) = p of Student's law. 0 ≤ p ≤ 1, degrees > 0; NaN elsewhere.
    
    >>> from ontrack import stats
    >>> stats.student_t_quantile(0.975, [3, 30]).round(4).tolist()
    [3.1824, 2.0423]
    """
@typing.overload
def student_t_quantile(p: numpy.typing.ArrayLike, degrees: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
def subgroups(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None) -> Subgroups:
    """
    Mean, standard deviation and size of each subgroup, for the charts xbar and s; NaN are left out.
    
    values: subgroups × values (2-D), or one column (1-D) whose subgroup i is values[offsets[i]:offsets[i + 1]].
    
    >>> from ontrack import stats
    >>> groups = stats.subgroups([[1, 2, 3], [2, 4, 6]])
    >>> groups.mean.tolist(), groups.deviation.tolist(), groups.size.tolist()
    ([2.0, 4.0], [1.0, 2.0], [3.0, 3.0])
    """
def test_two_counts(x1: numpy.typing.ArrayLike, t1: numpy.typing.ArrayLike, x2: numpy.typing.ArrayLike, t2: numpy.typing.ArrayLike, *, test: TwoCountsTest = TwoCountsTest.conditional, alternative: Alternative = Alternative.two_sided, difference: typing.SupportsFloat | typing.SupportsIndex = 0.0, on_invalid: typing.Literal['status', 'raise'] = 'status') -> TestResults:
    """
    Tests whether two Poisson rates, x1 events over t1 and x2 over t2, are equal.
    
    Arrays of one shape, a single number stands for all. With e = t1/t2 the tests are
        conditional: x1 is binomial given x1 + x2, all outcomes no more probable (Przyborowski and Wilenski 1940)
        conditional_mid_p: the same with half the probability of x1 itself left out
        e_test: the probability, at the pooled rate, of a Wald statistic as far out (Krishnamoorthy and Thomson 2004);
            e_test_score: of a score statistic. difference: of the rates, under the null hypothesis, for e_test
        score: z = (x1 − e·x2)/√(e·(x1 + x2)). wald: z = (x1 − e·x2)/√(x1 + e²·x2)
        square_root: z = 2·(√(x1 + ⅜) − √(e·(x2 + ⅜)))/√(1 + e) (Huffman 1984)
    
    >>> from ontrack import stats
    >>> stats.test_two_counts([25, 60], 1, [16, 41], 1).p_value.round(4).tolist()
    [0.211, 0.0728]
    """
def test_two_proportions(x1: numpy.typing.ArrayLike, n1: numpy.typing.ArrayLike, x2: numpy.typing.ArrayLike, n2: numpy.typing.ArrayLike, *, test: TwoProportionsTest = TwoProportionsTest.score, alternative: Alternative = Alternative.two_sided, on_invalid: typing.Literal['status', 'raise'] = 'status') -> TestResults:
    """
    Tests whether two independent proportions, x1 of n1 and x2 of n2, are equal.
    
    Arrays of one shape, a single number stands for all; events and trials, 0 ≤ x ≤ n.
        score: z = (p₁ − p₂)/√(p(1 − p)(1/n₁ + 1/n₂)), p = (x1 + x2)/(n1 + n2); z² is Pearson's (1900) χ² without correction
        fisher: x1 is hypergeometric given x1 + x2, all tables no more probable (Fisher 1935); the statistic is x1
        fisher_mid_p: the same with half the probability of the table itself left out (Lancaster 1961)
    
    >>> from ontrack import stats
    >>> stats.test_two_proportions([15, 56], [148, 70], [4, 48], [145, 80]).p_value.round(4).tolist()
    [0.0104, 0.008]
    """
def theil_sen(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, season_length: int = 1, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> TrendLines:
    """
    The median of the slopes of all pairs of points, with limits and intercept, per period (Theil 1950; Sen 1968).
    
    Pairs of the same season only where season_length > 1 (Hirsch, Slack and Smith 1982). Limits: with N pairs and
    C = z·√variance of s, the slopes of rank (N − C)/2, rounded, from either end; where there is no such rank, the status is
    `limit_undefined`. Intercept: median value − slope·median time, at the first period (Conover 1980). Exact, in O(n log n).
    Else as `mann_kendall`.
    
    >>> from ontrack import stats
    >>> line = stats.theil_sen([10, 12, 11, 13, 15, 14, 16, 30])
    >>> line.slope.item(), line.lower.item(), round(line.intercept.item(), 9)
    (1.125, 0.5, 9.5625)
    """
def trends(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, method: TrendMethod = TrendMethod.mann_kendall, season_length: int = 12, lags: int = 0, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, threads: int = 1, on_invalid: typing.Literal['status', 'raise'] = 'status') -> Trends:
    """
    Test and line together, in less time than one after the other. method: a `TrendMethod`.
    
    season_length is read by seasonal_kendall only, whose line is of the same season too; lags by hamed_rao only.
    
    >>> from ontrack import stats
    >>> both = stats.trends([[1, 2, 4, 7, 11], [5, 4, 4, 3, 1]])
    >>> both.test.s.tolist(), both.line.slope.tolist()
    ([10.0, -9.0], [2.5, -1.0])
    """
def trim_scores(z: numpy.typing.ArrayLike, *, method: Trimming = Trimming.winsorise, share: typing.SupportsFloat | typing.SupportsIndex = 0.1) -> numpy.typing.NDArray[numpy.float64]:
    """
    z-scores after trimming, in their places; NaN where one is left out. Arguments as `estimate_dispersion`.
    
    >>> from ontrack import stats
    >>> stats.trim_scores([0, 1, 2, 3, 14], share=0.25).tolist()
    [1.0, 1.0, 2.0, 3.0, 3.0]
    """
@typing.overload
def uniform(seed: int, series: int, draw: int) -> float:
    """
    A uniform number in (0, 1), never 0 or 1: the same on every machine.
    
    seed is the key of `philox`; the counter is (draw, series), so that every series has 2⁶⁴ draws of its own. draw: a whole number,
    or an array of them.
    
    >>> from ontrack import stats
    >>> bool(0 < stats.uniform(1, 0, 0) < 1), stats.uniform(1, 0, [0, 1]).shape
    (True, (2,))
    """
@typing.overload
def uniform(seed: int, series: int, draw: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    ...
def variation(signals: numpy.typing.ArrayLike, *, better: Better) -> numpy.typing.NDArray[numpy.uint8]:
    """
    The class of each point by its signals: uint8, one `Variation` for each pair. The first rule broken decides.
    
    signals: whole numbers with a last axis of two, as `charts` has them. better: a `Better`.
    
    >>> from ontrack import stats
    >>> drawn = stats.charts([10, 12, 11, 13, 12, 10, 11, 30])
    >>> stats.Variation(stats.variation(drawn.signals, better=stats.Better.low)[-1]).name
    'concerning_high'
    """
def weighted_displacement_difference(treated: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex], control: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex], treated_surroundings: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex] = (0.0, 0.0), control_surroundings: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex] = (0.0, 0.0), *, periods: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex] = (1.0, 1.0), areas: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex] = (1.0, 1.0), surroundings: tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex] = (1.0, 1.0), confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95, dispersion: typing.SupportsFloat | typing.SupportsIndex = 1.0) -> WeightedDisplacement:
    """
    Before and after an intervention, against a control and with displacement (Wheeler and Ratcliffe 2018).
    
    Each count is a pair (before, after). periods: lengths before and after; areas: sizes of the treated and the control area;
    surroundings: of theirs. A count is divided by period·area = w and has the variance dispersion·count/w².
    
    >>> from ontrack import stats
    >>> stats.weighted_displacement_difference((100, 60), (80, 78), (50, 45), (40, 44))
    <WeightedDisplacement: total -47, z -2.10824>
    """
def weighted_harm_difference(differences: collections.abc.Sequence[DisplacementDifference], harm: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], *, confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95) -> DisplacementDifference:
    """
    Differences for several kinds of crime, each times its harm: the sum, with the variance Σ harm²·se².
    
    >>> from ontrack import stats
    >>> one = stats.weighted_displacement_difference((100, 60), (80, 78)).total
    >>> stats.weighted_harm_difference([one, one], [1, 3]).estimate.value
    -152.0
    """
def weighting_effect(weights: numpy.typing.ArrayLike) -> float:
    """
    The design effect of unequal weights, n·Σw²/(Σw)², at least 1 (Kish 1965).
    
    weights: one for each respondent, none below zero; NaN otherwise.
    
    >>> from ontrack import stats
    >>> stats.weighting_effect([1, 1, 2])
    1.125
    """
def western_electric() -> RuleSet:
    """
    Western Electric (1956), four tests: 1 beyond 3σ; 2 of 3 beyond 2σ; 4 of 5 beyond 1σ; 8 on one side.
    
    >>> from ontrack import stats
    >>> stats.western_electric()
    <RuleSet 'western-electric': 4 rules>
    """
def what_if(laws: collections.abc.Sequence[TotalLaw], shares: numpy.typing.ArrayLike, *, factor: typing.SupportsFloat | typing.SupportsIndex, from_period: int = 0) -> list[TotalLaw]:
    """
    The laws if the expected value of every open period from `from_period` on (0 = the year's first) were `factor` times
    what it is: 0.9 is a countermeasure of −10 %. shares: of `rest_shares`.
    
    >>> from ontrack import stats
    >>> years = [[30, 31, 29, 30] * 3 + [31, 30]]
    >>> laws = stats.project_totals(years, periods_per_year=4, periods_known=2).laws
    >>> shares = stats.rest_shares(years, periods_per_year=4, periods_known=2)
    >>> fewer = stats.what_if(laws, shares, factor=0.8, from_period=3)
    >>> laws[0].cdf(115) < fewer[0].cdf(115)
    True
    """
def wilson(x: typing.SupportsFloat | typing.SupportsIndex, n: typing.SupportsFloat | typing.SupportsIndex, confidence: typing.SupportsFloat | typing.SupportsIndex) -> Limits:
    """
    Wilson's (1927) score interval for x successes of n, as fractions; `estimate_proportion` has it for arrays.
    
    NaN unless 0 ≤ x ≤ n, n > 0 and 0 < confidence < 1.
    
    >>> from ontrack import stats
    >>> stats.wilson(15, 148, 0.95)
    <Limits 0.0623864 to 0.160487>
    """
def wilson_confidence_at_least(x: typing.SupportsFloat | typing.SupportsIndex, n: typing.SupportsFloat | typing.SupportsIndex, p0: typing.SupportsFloat | typing.SupportsIndex) -> float:
    """
    The confidence that the true share is at least p0, by the score test that Wilson's interval inverts.
    
    Φ((x/n − p0)/√(p0(1 − p0)/n)), 0 to 1; NaN unless 0 ≤ x ≤ n and n > 0.
    
    >>> from ontrack import stats
    >>> round(stats.wilson_confidence_at_least(13, 20, 0.5), 4)
    0.9101
    """

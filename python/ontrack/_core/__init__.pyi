"""
ontrack's C++ library, bound to Python. Import `ontrack` instead.
"""
from __future__ import annotations
import collections.abc
import datetime
import decimal
import enum
import numpy
import numpy.typing
import os
import typing
from . import stats
__all__: list[str] = ['AbsoluteTarget', 'Action', 'AnnualChange', 'Assessment', 'Band', 'BankHoliday', 'Baseline', 'Board', 'BoundKind', 'BudgetLine', 'BudgetPosition', 'BudgetStanding', 'Caution', 'Ceiling', 'Centre', 'Certainty', 'ChangeUnit', 'CloseGap', 'CohortProportion', 'Comparator', 'Compare', 'Compared', 'ComparedFigure', 'Comparison', 'Component', 'Contradiction', 'Count', 'Countermeasure', 'DataState', 'DateRange', 'DetectionRate', 'Direction', 'Duration', 'Edge', 'EventRatio', 'Expected', 'Explanation', 'FamilyAverage', 'FamilyMember', 'Figure', 'FigureBound', 'FigurePart', 'FigureRange', 'Flag', 'FlagReason', 'Floor', 'Frequency', 'GrantAtStake', 'GrantChance', 'Impact', 'ImpactJudgement', 'Index', 'IndexScale', 'Indicator', 'IndicatorReview', 'Interruption', 'InterruptionKind', 'Interval', 'IntervalStatus', 'LevelOrChange', 'Likelihood', 'LikelihoodBasis', 'LikelihoodJudgement', 'LikelihoodLevel', 'LinearTo', 'Maintain', 'Maintained', 'MeasurableChange', 'Milestone', 'MilestoneBy', 'Missing', 'Money', 'Movement', 'NextItem', 'NotSet', 'NotStated', 'Observation', 'Outturns', 'OwnValue', 'PathRule', 'Percent', 'PercentByDate', 'PercentPerAnnum', 'Percentage', 'Period', 'PhraseReading', 'PhraseValue', 'Place', 'Placement', 'Plan', 'PointsByDate', 'Polarity', 'Problem', 'Process', 'Profile', 'Projection', 'RankAmong', 'Rate', 'Rated', 'RatedInterval', 'Rating', 'ReportItem', 'Reported', 'ReportedChange', 'ReportedDirection', 'ReportedStatus', 'Required', 'Restated', 'Review', 'Reward', 'RiskEntry', 'RiskScales', 'RollUp', 'RollUpRule', 'Rounding', 'StatedChange', 'Statement', 'Status', 'StatusRule', 'Step', 'Stepped', 'Stretch', 'SurveyPercentage', 'Target', 'TestedChange', 'Theme', 'Track', 'TrackAssessment', 'Trajectory', 'TrajectoryPoint', 'Travel', 'UncertainFigure', 'YearProfile', 'YearRule', 'YearStart', 'adds_up', 'as_seen_on', 'assess', 'bank_holidays', 'brier', 'chance_of', 'check_plan', 'comparator_value', 'compare_ratios', 'contradictions', 'crps', 'easter_sunday', 'exceptions_of', 'first_value_paid', 'has_value', 'is_before', 'is_percentage', 'is_working_day', 'join_compare', 'join_roll_up', 'join_sum', 'last_day_known', 'likelihood_of', 'members_in', 'parse_period', 'parse_plan', 'parse_target_phrase', 'per_of', 'periods_between', 'periods_per_year', 'pit', 'place', 'position_of', 'process_of', 'project', 'rate', 'rate_in_band', 'rating_of', 'read_plan', 'review', 'reward_for', 'statements', 'stats', 'to_words', 'trajectory', 'with_movement', 'with_sums', 'working_days', 'year_profile']
class Rounding(enum.Enum):
    """
    How a decimal is cut to fewer places.
    """
    half_up = 0
    half_even = 1
    down = 2
class Place:
    """
    A place in an input: file, 1-based line and column (0 = not known) and the dotted key path.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __getstate__(self) -> tuple[str, int, int, str]:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, file: str = '', line: int = 0, column: int = 0, key: str = '') -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: tuple[str, typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex, str]) -> None:
        ...
    @property
    def column(self) -> int:
        ...
    @property
    def file(self) -> str:
        ...
    @property
    def key(self) -> str:
        """
        Dotted key path: `indicator[3].target.percent`.
        """
    @property
    def line(self) -> int:
        ...
class Problem:
    """
    One thing that is wrong: a stable `code`, a sentence, where it is, and what to do about it.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __getstate__(self) -> tuple[str, str, Place, str]:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, code: str, message: str, where: Place = ..., remedy: str = '') -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: tuple[str, str, Place, str]) -> None:
        ...
    def __str__(self) -> str:
        """
        `file:line:column: message (key path) [code]. Remedy`
        """
    @property
    def code(self) -> str:
        """
        Kebab-case, stable between versions: `unknown-key`.
        """
    @property
    def message(self) -> str:
        ...
    @property
    def remedy(self) -> str:
        ...
    @property
    def where(self) -> Place:
        ...
class Percent:
    """
    A number of hundredths: `Percent(60)` is 60 %. Never silently a fraction.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, hundredths: decimal.Decimal | int) -> None:
        ...
    def __lt__(self, arg0: Percent) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    def fraction(self) -> decimal.Decimal:
        """
        60 % as 0.6, exactly.
        """
    @property
    def value(self) -> decimal.Decimal:
        """
        60 for 60 %.
        """
class Frequency(enum.Enum):
    """
    How long a period is.
    """
    month = 0
    quarter = 1
    half = 2
    year = 3
class YearStart:
    """
    The month in which a year starts: April (4) for a financial year in Britain, January (1) for a calendar year.
    """
    @staticmethod
    def parse(name: str) -> YearStart:
        """
        Reads `april`.
        """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __getstate__(self) -> int:
        ...
    def __hash__(self) -> int:
        ...
    @typing.overload
    def __init__(self) -> None:
        ...
    @typing.overload
    def __init__(self, month: int) -> None:
        """
        Raises CalendarError unless 1 ≤ month ≤ 12.
        """
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: typing.SupportsInt | typing.SupportsIndex) -> None:
        ...
    @property
    def month(self) -> int:
        ...
    @property
    def name(self) -> str:
        """
        `april`
        """
class DateRange:
    """
    A span of days, both ends included. Label: `2008-04-01..2008-10-27`.
    """
    @staticmethod
    def parse(text: str) -> DateRange:
        ...
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, first: datetime.date, last: datetime.date) -> None:
        """
        Raises CalendarError when `last` is before `first`.
        """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def days(self) -> int:
        ...
    @property
    def first(self) -> datetime.date:
        ...
    @property
    def last(self) -> datetime.date:
        ...
class Period:
    """
    A month, quarter, half or year: a frequency, the month its year starts in, and an integer ordinal. Periods of the same kind are ordered and count up by one.
    """
    @staticmethod
    def containing(date: datetime.date, frequency: Frequency, start: YearStart = ...) -> Period:
        """
        The period of this frequency that holds the day.
        """
    @staticmethod
    def of_month(year: int, month: int) -> Period:
        """
        The month `month` (1 to 12) of calendar year `year`.
        """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __ge__(self, arg0: Period) -> bool:
        ...
    def __getstate__(self) -> tuple[Frequency, tuple[datetime.date, int]]:
        ...
    def __gt__(self, arg0: Period) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, frequency: Frequency, year: int, index: int, start: YearStart = ...) -> None:
        """
        The `index`-th period (from 0) of the year that starts in calendar year `year`: 2017 and index 1 with quarters and April is July to September 2017. Raises CalendarError outside 1401 to 9998.
        """
    def __le__(self, arg0: Period) -> bool:
        ...
    def __lt__(self, arg0: Period) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    def __setstate__(self, arg0: tuple[Frequency, tuple[datetime.date, typing.SupportsInt | typing.SupportsIndex]]) -> None:
        ...
    def __str__(self) -> str:
        ...
    def index_in_year(self, start: YearStart = ...) -> int:
        """
        Position in its year, from 0.
        """
    def last_year(self) -> Period:
        """
        The same period one year earlier.
        """
    def plus(self, n: int) -> Period:
        """
        The period `n` later (earlier when negative).
        """
    def year(self, start: YearStart = ...) -> Period:
        """
        The year that holds this period's first day; `start` matters for months only.
        """
    @property
    def days(self) -> int:
        """
        Number of days, both ends included.
        """
    @property
    def first_day(self) -> datetime.date:
        ...
    @property
    def frequency(self) -> Frequency:
        ...
    @property
    def label(self) -> str:
        """
        `2017-04`, `2017-18 Q2`, `2017-18`, `2017 Q2`, `2017`.
        """
    @property
    def last_day(self) -> datetime.date:
        ...
    @property
    def ordinal(self) -> int:
        ...
    @property
    def year_start(self) -> YearStart:
        ...
class BankHoliday:
    """
    A bank holiday of England and Wales.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def day(self) -> datetime.date:
        ...
    @property
    def name(self) -> str:
        ...
class Outturns:
    """
    Where each series' year will end: read-only arrays with one element per series, NaN where a series has no result. `status` and `reasons` say why.
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
    def lower_80(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        10 % point of the total.
        """
    @property
    def lower_95(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        2.5 % point of the total.
        """
    @property
    def mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Expected total of the year.
        """
    @property
    def median(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        The smallest total t with P(total ≤ t) ≥ 1/2.
        """
    @property
    def probability_at_most(self) -> numpy.typing.NDArray[numpy.float64] | None:
        """
        P(total ≤ target), 0 to 1: the chance of a target where low is good. None when no targets were given.
        """
    @property
    def reasons(self) -> dict[int, str]:
        """
        Row number → one sentence, for every series whose status is not `ok`.
        """
    @property
    def status(self) -> numpy.typing.NDArray[numpy.uint8]:
        """
        uint8, one `ontrack.stats.Status` per series.
        """
    @property
    def upper_80(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        90 % point of the total.
        """
    @property
    def upper_95(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        97.5 % point of the total.
        """
    @property
    def variance(self) -> numpy.typing.NDArray[numpy.float64]:
        """
        Variance of the total.
        """
class BoundKind(enum.Enum):
    """
    Which side of its value a bound leaves open.
    """
    more_than = 0
    at_least = 1
    at_most = 2
    less_than = 3
class Certainty(enum.Enum):
    """
    How sure a figure is that has not happened yet.
    """
    hoped = 0
    possible = 1
class ReportedStatus(enum.Enum):
    """
    What a document says of a target.
    """
    on_target = 0
    off_target = 1
    above_target = 2
    below_target = 3
    exceeded = 4
    on_track = 5
    off_track = 6
class ReportedDirection(enum.Enum):
    """
    Which way a document says that an indicator goes.
    """
    up = 0
    down = 1
    stable = 2
    improving = 3
    worsening = 4
class Flag(enum.Enum):
    """
    The colour that a document shows.
    """
    red = 0
    amber = 1
    green = 2
class FlagReason(enum.Enum):
    """
    Why a document shows a flag.
    """
    performance = 0
    data_quality = 1
class ChangeUnit(enum.Enum):
    """
    What a reported change is a number of.
    """
    percent = 0
    points = 1
    either = 2
class FigureRange:
    """
    A figure of which only the ends are given.
    """
    def __repr__(self) -> str:
        ...
    @property
    def lower(self) -> decimal.Decimal:
        ...
    @property
    def upper(self) -> decimal.Decimal:
        ...
class FigureBound:
    """
    A figure of which only a bound is given.
    """
    def __repr__(self) -> str:
        ...
    @property
    def kind(self) -> BoundKind:
        ...
    @property
    def value(self) -> decimal.Decimal:
        ...
class StatedChange:
    """
    A change in per cent with no numbers behind it.
    """
    def __repr__(self) -> str:
        ...
    @property
    def compared_with(self) -> str:
        ...
    @property
    def percent(self) -> decimal.Decimal:
        """
        A rise is positive, whether or not it is good.
        """
class LevelOrChange:
    """
    A number that may be the level or a change in per cent.
    """
    def __repr__(self) -> str:
        ...
    @property
    def value(self) -> decimal.Decimal:
        ...
class UncertainFigure:
    """
    A figure that may or may not come.
    """
    def __repr__(self) -> str:
        ...
    @property
    def certainty(self) -> Certainty:
        ...
    @property
    def value(self) -> decimal.Decimal:
        ...
class FigurePart:
    """
    A part of a figure.
    """
    def __repr__(self) -> str:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def value(self) -> decimal.Decimal:
        ...
class ReportedChange:
    """
    By how much a document says that something changed.
    """
    def __repr__(self) -> str:
        ...
    @property
    def size(self) -> decimal.Decimal:
        """
        A rise is positive.
        """
    @property
    def unit(self) -> ChangeUnit:
        ...
class Expected:
    """
    What a document expects to say later.
    """
    def __repr__(self) -> str:
        ...
    @property
    def by(self) -> str:
        """
        A period's label or a day; empty when the document does not say.
        """
    @property
    def by_day(self) -> datetime.date | None:
        """
        The last day of `by`.
        """
    @property
    def direction(self) -> ReportedDirection | None:
        ...
    @property
    def flag(self) -> Flag | None:
        ...
    @property
    def status(self) -> ReportedStatus | None:
        ...
class Reported:
    """
    What a document says in words of one period.
    """
    def __repr__(self) -> str:
        ...
    @property
    def change(self) -> ReportedChange | None:
        ...
    @property
    def compared_with(self) -> str:
        ...
    @property
    def direction(self) -> ReportedDirection | None:
        ...
    @property
    def expected(self) -> Expected | None:
        ...
    @property
    def flag(self) -> Flag | None:
        ...
    @property
    def flag_reason(self) -> FlagReason | None:
        ...
    @property
    def rank(self) -> str:
        """
        "lowest in London"; may be empty.
        """
    @property
    def status(self) -> ReportedStatus | None:
        ...
    @property
    def text(self) -> str:
        """
        The document's own words; may be empty.
        """
class FamilyAverage(enum.Enum):
    """
    How the members of a family make one value.
    """
    mean_of_rates = 0
    pooled = 1
class OwnValue(enum.Enum):
    """
    Values of the indicator's own that it can be compared with.
    """
    last_year = 0
    best = 1
class ComparedFigure:
    """
    A value, perhaps with what it is out of.
    """
    def __repr__(self) -> str:
        ...
    @property
    def denominator(self) -> decimal.Decimal | None:
        ...
    @property
    def numerator(self) -> decimal.Decimal | None:
        ...
    @property
    def value(self) -> decimal.Decimal | None:
        ...
class FamilyMember:
    """
    An area of a family, and when it belonged to it.
    """
    def __repr__(self) -> str:
        ...
    @property
    def area(self) -> str:
        ...
    @property
    def figure(self) -> ComparedFigure:
        ...
    @property
    def start(self) -> datetime.date | None:
        """
        First day (`from` in C++); None: always was.
        """
    @property
    def to(self) -> datetime.date | None:
        """
        Last day; None: still is.
        """
    @property
    def where(self) -> Place:
        ...
class Comparator:
    """
    What an indicator is compared with.
    """
    def __repr__(self) -> str:
        ...
    @property
    def average(self) -> FamilyAverage:
        ...
    @property
    def code(self) -> str:
        ...
    @property
    def figure(self) -> ComparedFigure:
        ...
    @property
    def members(self) -> tuple[FamilyMember, ...]:
        """
        Without the own area.
        """
    @property
    def name(self) -> str:
        ...
    @property
    def own(self) -> OwnValue | None:
        ...
    @property
    def own_area_in(self) -> bool:
        ...
    @property
    def period(self) -> Period | None:
        ...
    @property
    def where(self) -> Place:
        ...
class InterruptionKind(enum.Enum):
    """
    What an event does to a series.
    """
    step = 0
    slope = 1
    temporary = 2
class Interruption:
    """
    A known event across which figures are not compared without saying so.
    """
    def __repr__(self) -> str:
        ...
    @property
    def code(self) -> str:
        ...
    @property
    def indicators(self) -> tuple[str, ...]:
        """
        Codes.
        """
    @property
    def kind(self) -> InterruptionKind:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def note(self) -> str:
        ...
    @property
    def per(self) -> Frequency:
        ...
    @property
    def size(self) -> FigureRange | None:
        """
        What it adds in each `per`; None: not known.
        """
    @property
    def start(self) -> datetime.date:
        """
        The first day that it touches (`from` in C++).
        """
    @property
    def to(self) -> datetime.date | None:
        ...
    @property
    def where(self) -> Place:
        ...
class Polarity(enum.Enum):
    """
    Which direction is good.
    """
    low = 0
    high = 1
class YearRule(enum.Enum):
    """
    How an indicator's periods make its year.
    """
    sum = 0
    latest = 1
    mean = 2
    ratio_of_sums = 3
class DataState(enum.Enum):
    """
    How much an observation can be trusted; from `awaited` on there is no value.
    """
    final = 0
    revised = 1
    provisional = 2
    estimated = 3
    proxy = 4
    doubtful = 5
    not_comparable = 6
    awaited = 7
    suppressed = 8
    no_accurate_data = 9
    not_collected = 10
class IndexScale(enum.Enum):
    """
    How an index states what is seen against what is expected.
    """
    ratio = 0
    points = 1
class Count:
    """
    Events counted over a period.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
class Rate:
    """
    Events per `per` of a population.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, per: decimal.Decimal | int) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def per(self) -> decimal.Decimal:
        """
        What the events are counted for every so many of.
        """
class Percentage:
    """
    A share in per cent, from a full count of its whole.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
class SurveyPercentage:
    """
    A share in per cent estimated from a sample; an observation's denominator is the sample size.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
class CohortProportion:
    """
    A share in per cent of a cohort, each member followed to an outcome.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, follow_up: str = '') -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def follow_up(self) -> str:
        """
        For how long, in words; may be empty.
        """
class Milestone:
    """
    Something that is done by a date, or not.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
class EventRatio:
    """
    Events for every `per` of something that is no population; may exceed it.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, per: decimal.Decimal | int) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def per(self) -> decimal.Decimal:
        """
        What the events are counted for every so many of.
        """
class DetectionRate:
    """
    A share in per cent of the recorded offences that were detected.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
class Duration:
    """
    A length of time, in the indicator's unit.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
class Money:
    """
    An amount of money.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, currency: str) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def currency(self) -> str:
        """
        Three letters: GBP.
        """
class Index:
    """
    What is seen against what is expected.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, scale: IndexScale = ...) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def scale(self) -> IndexScale:
        ...
class AnnualChange(enum.Enum):
    """
    What so many per cent a year are taken of.
    """
    compound = 0
    simple = 1
    rounded_each_year = 2
class PercentPerAnnum:
    """
    Change by `change` a year on the baseline, for `years` years, by a convention: compound, simple or rounded each year.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def change(self) -> Percent:
        ...
    @property
    def convention(self) -> AnnualChange:
        ...
    @property
    def years(self) -> int:
        ...
class PercentByDate:
    """
    Change by `change` of the baseline by `due`, on a straight line; without `due` the value holds for every year.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def change(self) -> Percent:
        ...
    @property
    def due(self) -> datetime.date | None:
        ...
class AbsoluteTarget:
    """
    The value itself, for every year up to `due`.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def due(self) -> datetime.date | None:
        ...
    @property
    def value(self) -> decimal.Decimal:
        ...
class LinearTo:
    """
    A straight line from the baseline to `value` at `due`.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def due(self) -> datetime.date:
        ...
    @property
    def value(self) -> decimal.Decimal:
        ...
class Floor:
    """
    A level that must never be below the value.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def change(self) -> Percent | None:
        ...
    @property
    def due(self) -> datetime.date | None:
        ...
    @property
    def value(self) -> decimal.Decimal | None:
        ...
class Ceiling:
    """
    A level that must never be above the value.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def change(self) -> Percent | None:
        ...
    @property
    def due(self) -> datetime.date | None:
        ...
    @property
    def value(self) -> decimal.Decimal | None:
        ...
class MilestoneBy:
    """
    Done by the day.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def due(self) -> datetime.date:
        ...
class PointsByDate:
    """
    Change by `points` percentage points on the baseline by `due`, on a straight line; without `due` for every year.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def due(self) -> datetime.date | None:
        ...
    @property
    def points(self) -> decimal.Decimal:
        ...
class Step:
    """
    One value of a stepped target, and the last day on which it holds.
    """
    def __repr__(self) -> str:
        ...
    @property
    def by(self) -> datetime.date:
        ...
    @property
    def value(self) -> decimal.Decimal:
        ...
class Stepped:
    """
    Values that take turns: each holds to its own day.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def steps(self) -> tuple[Step, ...]:
        """
        In order of their days.
        """
class Band:
    """
    Never below `lower` and never above `upper`.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def due(self) -> datetime.date | None:
        ...
    @property
    def lower(self) -> decimal.Decimal:
        ...
    @property
    def upper(self) -> decimal.Decimal:
        ...
class Maintain:
    """
    At least as good as the baseline, within a margin.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def due(self) -> datetime.date | None:
        ...
    @property
    def margin(self) -> decimal.Decimal | None:
        ...
    @property
    def margin_percent(self) -> Percent | None:
        """
        In per cent of the baseline.
        """
class CloseGap:
    """
    Close `share` of the gap between the baseline and a comparator.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def comparator(self) -> str:
        """
        Its code.
        """
    @property
    def due(self) -> datetime.date:
        ...
    @property
    def share(self) -> Percent:
        ...
class MeasurableChange:
    """
    The least change from the baseline that two samples can show.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def confidence(self) -> Percent:
        ...
    @property
    def design_effect(self) -> decimal.Decimal:
        ...
    @property
    def due(self) -> datetime.date | None:
        ...
    @property
    def sample(self) -> decimal.Decimal:
        ...
class Stretch:
    """
    A stretch target with a reward grant.
    """
    def __init__(self, without: decimal.Decimal | int, value: decimal.Decimal | int, due: datetime.date, threshold: Percent = ..., cap: Percent = ..., grant: decimal.Decimal | int | None = None, currency: str = 'GBP') -> None:
        ...
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def cap(self) -> Percent:
        ...
    @property
    def currency(self) -> str:
        ...
    @property
    def due(self) -> datetime.date:
        ...
    @property
    def grant(self) -> decimal.Decimal | None:
        """
        None: the plan does not say how much.
        """
    @property
    def threshold(self) -> Percent:
        ...
    @property
    def value(self) -> decimal.Decimal:
        ...
    @property
    def without(self) -> decimal.Decimal:
        """
        What is expected without the agreement.
        """
class NotStated:
    """
    There is a target, and the document does not say what it is.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def note(self) -> str:
        ...
    @property
    def reward_grant(self) -> bool:
        """
        Whether a reward grant hangs on it.
        """
class NotSet:
    """
    Not set yet: nothing is rated against it.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def expected(self) -> datetime.date | None:
        """
        When it is to be set.
        """
    @property
    def note(self) -> str:
        ...
class Reward:
    """
    What a stretch target pays for a value.
    """
    def __repr__(self) -> str:
        ...
    @property
    def amount(self) -> decimal.Decimal | None:
        """
        Of money, not rounded; None where the plan states no grant.
        """
    @property
    def paid(self) -> Percent:
        """
        Of the grant.
        """
    @property
    def pays(self) -> bool:
        """
        The share has reached the threshold; decided exactly.
        """
    @property
    def share(self) -> Percent:
        """
        Of the way from `without` to the stretch target.
        """
class PhraseValue:
    """
    A value on the path of a reading.
    """
    def __repr__(self) -> str:
        ...
    @property
    def exact(self) -> bool:
        ...
    @property
    def rounded(self) -> decimal.Decimal:
        ...
    @property
    def unrounded(self) -> decimal.Decimal:
        ...
    @property
    def when(self) -> str:
        """
        `2018-19`, `year 2` or `by 31 March 2019`.
        """
class PhraseReading:
    """
    One meaning of a phrase, with its numbers.
    """
    def __repr__(self) -> str:
        ...
    @property
    def rule(self) -> PercentPerAnnum | PercentByDate | AbsoluteTarget | LinearTo | Floor | Ceiling | MilestoneBy | PointsByDate | Stepped | Band | Maintain | CloseGap | MeasurableChange | Stretch | NotSet | NotStated:
        ...
    @property
    def values(self) -> tuple[PhraseValue, ...]:
        """
        Empty where the baseline is not known.
        """
    @property
    def words(self) -> str:
        """
        What sets this reading apart.
        """
class Target:
    """
    What was promised, and how its values are rounded for comparing and printing.
    """
    def __repr__(self) -> str:
        ...
    @property
    def decimals(self) -> int:
        """
        Places of the rounded target.
        """
    @property
    def rounding(self) -> Rounding:
        ...
    @property
    def rule(self) -> PercentPerAnnum | PercentByDate | AbsoluteTarget | LinearTo | Floor | Ceiling | MilestoneBy | PointsByDate | Stepped | Band | Maintain | CloseGap | MeasurableChange | Stretch | NotSet | NotStated:
        ...
    @property
    def where(self) -> Place:
        ...
class Profile(enum.Enum):
    """
    How a year's target is spread over its periods.
    """
    flat = 0
    days = 1
    working_days = 2
    past_years = 3
class Observation:
    """
    What was seen in one period.
    """
    def __repr__(self) -> str:
        ...
    def last_day(self) -> datetime.date:
        """
        The last day the observation speaks of.
        """
    @property
    def denominator(self) -> decimal.Decimal | None:
        ...
    @property
    def derived_from(self) -> str:
        """
        How the value was worked out; may be empty.
        """
    @property
    def done(self) -> datetime.date | None:
        """
        Milestones only: the day it was done.
        """
    @property
    def inexact(self) -> FigureRange | FigureBound | StatedChange | LevelOrChange | UncertainFigure | None:
        """
        A figure that is no single number; then there is no value.
        """
    @property
    def note(self) -> str:
        ...
    @property
    def numerator(self) -> decimal.Decimal | None:
        ...
    @property
    def parts(self) -> tuple[FigurePart, ...]:
        """
        Of the value, that the document gives.
        """
    @property
    def period(self) -> Period:
        ...
    @property
    def reported(self) -> Reported | None:
        """
        What the document says in words.
        """
    @property
    def state(self) -> DataState:
        ...
    @property
    def up_to(self) -> datetime.date | None:
        """
        Last day covered, when that is not the whole period.
        """
    @property
    def value(self) -> decimal.Decimal | None:
        """
        The figure: a count, a rate, or per cent (60 is 60 %). None when the state says so.
        """
    @property
    def where(self) -> Place:
        ...
class Figure:
    """
    A named figure that is not an observation of a target.
    """
    def __repr__(self) -> str:
        ...
    @property
    def inexact(self) -> FigureRange | FigureBound | StatedChange | LevelOrChange | UncertainFigure | None:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def parts(self) -> tuple[FigurePart, ...]:
        """
        That the document gives; they may not add up.
        """
    @property
    def unit(self) -> str:
        ...
    @property
    def value(self) -> decimal.Decimal | None:
        """
        None where it is inexact.
        """
    @property
    def where(self) -> Place:
        ...
class Baseline:
    """
    Where an indicator started.
    """
    def __repr__(self) -> str:
        ...
    @property
    def figures(self) -> tuple[Figure, ...]:
        """
        Figures that stand for a baseline value.
        """
    @property
    def note(self) -> str:
        ...
    @property
    def period(self) -> Period | None:
        ...
    @property
    def value(self) -> decimal.Decimal | None:
        ...
    @property
    def where(self) -> Place:
        ...
class Likelihood:
    """
    Position on the plan's likelihood scale, 0 = lowest. Not an impact.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, level: int) -> None:
        ...
    def __lt__(self, arg0: Likelihood) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def level(self) -> int:
        ...
class Impact:
    """
    Position on the plan's impact scale, 0 = lowest. Not a likelihood.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, level: int) -> None:
        ...
    def __lt__(self, arg0: Impact) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def level(self) -> int:
        ...
class Rating:
    """
    Position on the plan's rating scale, 0 = lowest.
    """
    def __eq__(self, other: object, /) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __init__(self, level: int) -> None:
        ...
    def __lt__(self, arg0: Rating) -> bool:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def level(self) -> int:
        ...
class LikelihoodJudgement:
    """
    A likelihood of underperformance that someone judged.
    """
    def __repr__(self) -> str:
        ...
    @property
    def level(self) -> Likelihood:
        ...
    @property
    def provisional(self) -> bool:
        ...
    @property
    def reason(self) -> str:
        ...
class ImpactJudgement:
    """
    An impact that someone judged.
    """
    def __repr__(self) -> str:
        ...
    @property
    def level(self) -> Impact:
        ...
    @property
    def provisional(self) -> bool:
        ...
    @property
    def reason(self) -> str:
        ...
class Countermeasure:
    """
    An action meant to reduce a risk.
    """
    def __repr__(self) -> str:
        ...
    @property
    def owner(self) -> str:
        """
        Empty when the plan names none.
        """
    @property
    def text(self) -> str:
        ...
class LikelihoodLevel:
    """
    One level of the likelihood scale.
    """
    def __repr__(self) -> str:
        ...
    @property
    def below(self) -> float | None:
        """
        Where the next level begins; None for the last.
        """
    @property
    def below_text(self) -> str:
        """
        The edge as the plan writes it: `1/3`.
        """
    @property
    def name(self) -> str:
        ...
class RiskScales:
    """
    Ordinal scales, lowest level first, and the table of ratings.
    """
    @staticmethod
    def standard() -> RiskScales:
        """
        Low < 1/3 ≤ Medium < 2/3 ≤ High; three impacts, three ratings.
        """
    def __repr__(self) -> str:
        ...
    @property
    def impact(self) -> tuple[str, ...]:
        """
        Names of the impacts.
        """
    @property
    def likelihood(self) -> tuple[LikelihoodLevel, ...]:
        """
        Bands of the probability of missing the target.
        """
    @property
    def matrix(self) -> tuple[tuple[Rating, ...], ...]:
        """
        matrix[likelihood][impact]
        """
    @property
    def rating(self) -> tuple[str, ...]:
        """
        Names of the ratings.
        """
class RollUpRule(enum.Enum):
    """
    How statuses under a heading become one.
    """
    worst = 0
    share_on_target = 1
    weighted = 2
class BudgetLine:
    """
    One line of a budget; an amount that the document does not give is None.
    """
    def __repr__(self) -> str:
        ...
    @property
    def allocated(self) -> decimal.Decimal | None:
        ...
    @property
    def committed(self) -> decimal.Decimal | None:
        """
        Promised and not yet spent.
        """
    @property
    def currency(self) -> str:
        """
        Three letters (ISO 4217).
        """
    @property
    def name(self) -> str:
        ...
    @property
    def note(self) -> str:
        ...
    @property
    def reported(self) -> str:
        """
        The document's own words.
        """
    @property
    def spent(self) -> decimal.Decimal | None:
        ...
    @property
    def theme(self) -> str:
        ...
    @property
    def to_be_allocated(self) -> decimal.Decimal | None:
        ...
    @property
    def where(self) -> Place:
        ...
class ReportItem:
    """
    Something achieved, or in need of attention.
    """
    def __repr__(self) -> str:
        ...
    @property
    def figures(self) -> tuple[Figure, ...]:
        """
        Quoted in the text.
        """
    @property
    def text(self) -> str:
        ...
    @property
    def theme(self) -> str:
        ...
    @property
    def where(self) -> Place:
        ...
class Action:
    """
    Something that someone is to do.
    """
    def __repr__(self) -> str:
        ...
    @property
    def done(self) -> datetime.date | None:
        ...
    @property
    def due(self) -> datetime.date | None:
        ...
    @property
    def owner(self) -> str:
        """
        Empty when none is named.
        """
    @property
    def text(self) -> str:
        ...
    @property
    def theme(self) -> str:
        ...
    @property
    def where(self) -> Place:
        ...
class NextItem:
    """
    Something planned for the next period.
    """
    def __repr__(self) -> str:
        ...
    @property
    def due(self) -> datetime.date | None:
        ...
    @property
    def start(self) -> datetime.date | None:
        """
        The day it begins (`from` in C++, a keyword in Python).
        """
    @property
    def text(self) -> str:
        ...
    @property
    def theme(self) -> str:
        ...
    @property
    def where(self) -> Place:
        ...
class Board:
    """
    A board or group that answers for risks of the register.
    """
    def __repr__(self) -> str:
        ...
    @property
    def code(self) -> str:
        ...
    @property
    def countermeasures(self) -> tuple[Countermeasure, ...]:
        """
        For all of its risks together.
        """
    @property
    def name(self) -> str:
        ...
    @property
    def where(self) -> Place:
        ...
class Track:
    """
    What is measured over time: a baseline, a target, observations.
    """
    def __repr__(self) -> str:
        ...
    @property
    def baseline(self) -> Baseline | None:
        ...
    @property
    def comparators(self) -> tuple[Comparator, ...]:
        """
        What its values are compared with.
        """
    @property
    def observations(self) -> tuple[Observation, ...]:
        """
        In order of their periods.
        """
    @property
    def target(self) -> Target | None:
        ...
class Component:
    """
    One part of an indicator of several parts.
    """
    def __repr__(self) -> str:
        ...
    @property
    def code(self) -> str:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def track(self) -> Track:
        ...
    @property
    def where(self) -> Place:
        ...
class Indicator:
    """
    What is measured, which way is good, and what was promised.
    """
    def __repr__(self) -> str:
        ...
    @property
    def activity(self) -> tuple[str, ...]:
        """
        What is being done.
        """
    @property
    def code(self) -> str:
        ...
    @property
    def components(self) -> tuple[Component, ...]:
        """
        Empty, or at least two.
        """
    @property
    def countermeasures(self) -> tuple[Countermeasure, ...]:
        """
        Actions meant to reduce the risk.
        """
    @property
    def dispersion(self) -> decimal.Decimal | None:
        """
        The variance of its figures as a multiple of that of chance alone: over-dispersion, or a survey's design effect; None: not stated.
        """
    @property
    def figures(self) -> tuple[Figure, ...]:
        """
        Quoted beside the indicator; used in no calculation.
        """
    @property
    def frequency(self) -> Frequency:
        ...
    @property
    def impact(self) -> ImpactJudgement | None:
        """
        None: not judged.
        """
    @property
    def likelihood(self) -> LikelihoodJudgement | None:
        """
        None: derived from the chance.
        """
    @property
    def measure(self) -> Count | Rate | Percentage | SurveyPercentage | CohortProportion | Milestone | EventRatio | DetectionRate | Duration | Money | Index:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def narrative(self) -> str:
        ...
    @property
    def objective(self) -> str:
        """
        As the document words it.
        """
    @property
    def owner(self) -> str:
        ...
    @property
    def polarity(self) -> Polarity:
        ...
    @property
    def profile(self) -> Profile | None:
        """
        How the year's target is spread where there are no seasonal shares; None: equally.
        """
    @property
    def seasonal_shares(self) -> tuple[decimal.Decimal, ...]:
        """
        Share of the year's total in each of its periods; empty when the plan states none.
        """
    @property
    def sum_of(self) -> tuple[str, ...]:
        """
        Codes of the indicators whose sum it is.
        """
    @property
    def theme(self) -> str:
        """
        Code of a theme; empty when the plan has no themes.
        """
    @property
    def track(self) -> Track:
        ...
    @property
    def unit(self) -> str:
        ...
    @property
    def weight(self) -> decimal.Decimal:
        """
        In a weighted roll-up; 1 unless the plan says more.
        """
    @property
    def where(self) -> Place:
        ...
    @property
    def year_rule(self) -> YearRule:
        ...
class RiskEntry:
    """
    A risk of the register.
    """
    def __repr__(self) -> str:
        ...
    @property
    def board(self) -> str:
        """
        Code of the board whose risk it is; may be empty.
        """
    @property
    def code(self) -> str:
        ...
    @property
    def countermeasures(self) -> tuple[Countermeasure, ...]:
        """
        Actions meant to reduce it.
        """
    @property
    def description(self) -> str:
        ...
    @property
    def impact(self) -> ImpactJudgement | None:
        ...
    @property
    def indicator(self) -> str:
        """
        Code of an indicator; may be empty.
        """
    @property
    def likelihood(self) -> LikelihoodJudgement | None:
        ...
    @property
    def where(self) -> Place:
        ...
class PathRule(enum.Enum):
    """
    The line that a path follows.
    """
    linear = 0
    compound = 1
    constant = 2
    simple = 3
    rounded_each_year = 4
    stepped = 5
class Edge:
    """
    The other edge of a band: the least value where low is good, else the greatest.
    """
    def __repr__(self) -> str:
        ...
    @property
    def rounded(self) -> decimal.Decimal:
        ...
    @property
    def unrounded(self) -> decimal.Decimal:
        ...
class TrajectoryPoint:
    """
    What was promised for one period.
    """
    def __repr__(self) -> str:
        ...
    @property
    def exact(self) -> bool:
        ...
    @property
    def other_edge(self) -> Edge | None:
        """
        Of a band only.
        """
    @property
    def period(self) -> Period:
        ...
    @property
    def rounded(self) -> decimal.Decimal:
        """
        The exact value, rounded by the target's own rule.
        """
    @property
    def unrounded(self) -> decimal.Decimal:
        """
        The exact value; 12 places of it where it does not end (25.33…), and then `exact` is False.
        """
class Trajectory:
    """
    The path from baseline to deadline, one value per period.
    """
    def __repr__(self) -> str:
        ...
    def at(self, period: Period) -> TrajectoryPoint | None:
        """
        The point of this very period, or None.
        """
    def at_end_of(self, year: Period) -> TrajectoryPoint | None:
        """
        The point that ends the year (the target for the year), or None.
        """
    @property
    def basis(self) -> str:
        """
        One sentence: how the path was made.
        """
    @property
    def points(self) -> tuple[TrajectoryPoint, ...]:
        """
        One per period.
        """
    @property
    def rule(self) -> PathRule:
        ...
class YearProfile:
    """
    The weight of each period in its year.
    """
    def __repr__(self) -> str:
        ...
    @property
    def basis(self) -> str:
        """
        In words: `the working days of the quarters`.
        """
    @property
    def shares(self) -> tuple[decimal.Decimal, ...]:
        """
        One for each period of the year, in any unit.
        """
class Compared(enum.Enum):
    """
    Which of a target's two numbers a comparison uses.
    """
    rounded = 0
    unrounded = 1
class Centre(enum.Enum):
    """
    The number that stands for a projection in a comparison.
    """
    median = 0
    mean = 1
class StatusRule:
    """
    When a target is met, nearly met or missed: met; missed by no more than `tolerance` of the target (inclusive); beyond.
    """
    def __init__(self, tolerance: Percent = ..., target: Compared = ..., centre: Centre = ...) -> None:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def centre(self) -> Centre:
        ...
    @property
    def target(self) -> Compared:
        ...
    @property
    def tolerance(self) -> Percent:
        ...
class Theme:
    """
    A heading of the plan.
    """
    def __repr__(self) -> str:
        ...
    @property
    def all_met_but(self) -> list[str] | None:
        """
        Where the document says that all targets are met but some: their codes or names; else None.
        """
    @property
    def code(self) -> str:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def roll_up(self) -> RollUpRule:
        """
        How its indicators' statuses become one.
        """
class Plan:
    """
    What a partnership promised, measured and fears. See `read_plan`.
    """
    def __getitem__(self, code: str) -> Indicator:
        """
        The indicator with this code.
        """
    def __repr__(self) -> str:
        ...
    @property
    def actions(self) -> tuple[Action, ...]:
        """
        Who is to do what by when.
        """
    @property
    def attention(self) -> tuple[ReportItem, ...]:
        """
        Areas that need attention.
        """
    @property
    def boards(self) -> tuple[Board, ...]:
        """
        Who answers for risks of the register.
        """
    @property
    def budget(self) -> tuple[BudgetLine, ...]:
        """
        The lines of the budget.
        """
    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """
        In the plan's order, milestones among them.
        """
    @property
    def interruptions(self) -> tuple[Interruption, ...]:
        """
        Known events that break a series.
        """
    @property
    def name(self) -> str:
        ...
    @property
    def next_period(self) -> tuple[NextItem, ...]:
        """
        What is planned for the next period.
        """
    @property
    def partnership(self) -> str:
        ...
    @property
    def period_covered(self) -> DateRange | None:
        """
        The days that the document reports on, or None.
        """
    @property
    def progress(self) -> tuple[ReportItem, ...]:
        """
        What was achieved.
        """
    @property
    def projection_rule(self) -> StatusRule:
        ...
    @property
    def risks(self) -> tuple[RiskEntry, ...]:
        """
        The risks of the register.
        """
    @property
    def scales(self) -> RiskScales:
        ...
    @property
    def source(self) -> str:
        """
        The document the plan was written from.
        """
    @property
    def themes(self) -> tuple[Theme, ...]:
        """
        In the plan's order.
        """
    @property
    def year(self) -> Period | None:
        """
        The year the plan is about, where it says so.
        """
    @property
    def year_start(self) -> YearStart:
        ...
    @property
    def year_to_date_rule(self) -> StatusRule:
        ...
class Interval:
    """
    Both ends of an interval, in the indicator's own unit.
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
class Required:
    """
    What each remaining period must not exceed (low is good) or must reach (high is good) for the target to be met, and how unusual that would be.
    """
    def __repr__(self) -> str:
        ...
    @property
    def as_good(self) -> int:
        """
        How many of the `seen` known values were at least as good.
        """
    @property
    def opposite(self) -> decimal.Decimal | None:
        """
        Of a band: the same for its other edge.
        """
    @property
    def per_period(self) -> decimal.Decimal:
        ...
    @property
    def periods(self) -> int:
        """
        Periods remaining.
        """
    @property
    def seen(self) -> int:
        ...
class GrantChance:
    """
    What the law says of a stretch target's grant.
    """
    def __repr__(self) -> str:
        ...
    @property
    def expected(self) -> Percent:
        """
        Mean of the share of the grant that is paid.
        """
    @property
    def threshold(self) -> float:
        """
        Probability that anything is paid.
        """
    @property
    def whole(self) -> float:
        """
        Probability that the stretch target is met.
        """
class Missing:
    """
    A field that does not exist, and why.
    """
    def __repr__(self) -> str:
        ...
    @property
    def field(self) -> str:
        ...
    @property
    def reason(self) -> str:
        ...
class Projection:
    """
    Where the year will end, in the indicator's own unit (60 is 60 %). What does not exist is None, and `missing` says why.
    """
    def __repr__(self) -> str:
        ...
    @property
    def assumptions(self) -> tuple[str, ...]:
        """
        In words.
        """
    @property
    def chance(self) -> float | None:
        """
        Probability, 0 to 1, that the year's rounded target is met.
        """
    @property
    def grant(self) -> GrantChance | None:
        """
        Stretch targets only.
        """
    @property
    def interval_80(self) -> Interval | None:
        ...
    @property
    def interval_95(self) -> Interval | None:
        ...
    @property
    def known_share(self) -> float:
        """
        Expected share of the year's total in the known periods (sums only).
        """
    @property
    def latest_period(self) -> Period | None:
        ...
    @property
    def law(self) -> str:
        """
        The name of the method.
        """
    @property
    def mean(self) -> float | None:
        ...
    @property
    def median(self) -> float | None:
        ...
    @property
    def missing(self) -> tuple[Missing, ...]:
        """
        What does not exist, and why.
        """
    @property
    def periods_known(self) -> int:
        ...
    @property
    def periods_missing(self) -> int:
        ...
    @property
    def periods_remaining(self) -> int:
        ...
    @property
    def required(self) -> Required | None:
        ...
    @property
    def sampling_95(self) -> Interval | None:
        """
        95 % limits of the level behind the known values, from the counts behind them.
        """
    @property
    def states(self) -> tuple[DataState, ...]:
        """
        Distinct states of the values used.
        """
    @property
    def up_to(self) -> datetime.date | None:
        ...
    @property
    def year(self) -> Period:
        ...
    @property
    def year_to_date(self) -> decimal.Decimal | None:
        """
        Sum, latest, mean or ratio of the known periods, by the year rule.
        """
class Direction(enum.Enum):
    """
    Direction of travel, by the indicator's polarity.
    """
    improving = 0
    unchanged = 1
    worsening = 2
    not_rated = 3
class Statement:
    """
    What the document itself says of one period.
    """
    def __repr__(self) -> str:
        ...
    @property
    def direction(self) -> Direction:
        """
        By the indicator's polarity.
        """
    @property
    def figure(self) -> str:
        """
        A figure that is no single number: "10–20"; else empty.
        """
    @property
    def flag(self) -> Flag | None:
        ...
    @property
    def period(self) -> Period:
        ...
    @property
    def qualified(self) -> str:
        """
        What it rests on that is not final: "a proxy measure"; else empty.
        """
    @property
    def readings(self) -> tuple[str, ...]:
        """
        Every way to read a number that the document leaves open.
        """
    @property
    def status(self) -> ReportedStatus | None:
        ...
    @property
    def words(self) -> str:
        """
        Everything that is reported, in one line.
        """
class Caution:
    """
    A warning about how much a figure can bear.
    """
    def __repr__(self) -> str:
        ...
    @property
    def code(self) -> str:
        ...
    @property
    def sentence(self) -> str:
        ...
class Comparison(enum.Enum):
    """
    How a value stands beside its comparator.
    """
    better = 0
    similar = 1
    worse = 2
    higher = 3
    lower = 4
    equal = 5
    not_rated = 6
class RankAmong:
    """
    Place among a family and the own area, 1 = best.
    """
    def __repr__(self) -> str:
        ...
    @property
    def best(self) -> int | None:
        """
        The best place that the counts leave open, or None without counts.
        """
    @property
    def of(self) -> int:
        ...
    @property
    def rank(self) -> int:
        ...
    @property
    def worst(self) -> int | None:
        ...
class Compare:
    """
    One comparator of a track.
    """
    def __repr__(self) -> str:
        ...
    @property
    def answer(self) -> Comparison:
        ...
    @property
    def code(self) -> str:
        ...
    @property
    def interval(self) -> Interval | None:
        ...
    @property
    def method(self) -> str:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def own(self) -> decimal.Decimal | None:
        ...
    @property
    def period(self) -> Period | None:
        ...
    @property
    def qualified(self) -> str:
        ...
    @property
    def rank(self) -> RankAmong | None:
        ...
    @property
    def reason(self) -> str:
        """
        Why it is not rated, or why no interval decides; else empty.
        """
    @property
    def sentence(self) -> str:
        ...
    @property
    def value(self) -> decimal.Decimal | None:
        """
        The comparator's.
        """
class IntervalStatus(enum.Enum):
    """
    Where the interval of a value lies to the target: wholly on its good side, on both, or wholly on its bad side.
    """
    meets = 0
    open = 1
    misses = 2
    not_rated = 3
class RatedInterval:
    """
    The year to date with the interval that chance leaves it.
    """
    def __repr__(self) -> str:
        ...
    @property
    def adjusted(self) -> str:
        """
        By which dispersion or design effect, or that it is not.
        """
    @property
    def against(self) -> decimal.Decimal | None:
        """
        The target, the path's value or the year's share.
        """
    @property
    def interval_95(self) -> Interval | None:
        """
        In the indicator's unit.
        """
    @property
    def method(self) -> str:
        """
        Of the interval, with its edition.
        """
    @property
    def other_edge(self) -> decimal.Decimal | None:
        """
        Of a band.
        """
    @property
    def qualified(self) -> str:
        """
        By what the answer is qualified, or empty.
        """
    @property
    def reason(self) -> str:
        """
        Why it is not rated, or empty.
        """
    @property
    def sentence(self) -> str:
        ...
    @property
    def status(self) -> IntervalStatus:
        ...
    @property
    def value(self) -> decimal.Decimal | None:
        ...
class TestedChange:
    """
    A change between two figures, tested against none at all.
    """
    def __repr__(self) -> str:
        ...
    @property
    def adjusted(self) -> str:
        """
        By which dispersion or design effect, or that it is not.
        """
    @property
    def before(self) -> decimal.Decimal | None:
        ...
    @property
    def change(self) -> float | None:
        """
        None where the earlier figure is zero.
        """
    @property
    def in_points(self) -> bool:
        """
        The change is in percentage points, else in per cent of the earlier rate.
        """
    @property
    def interval_95(self) -> Interval | None:
        """
        Of the change.
        """
    @property
    def now(self) -> decimal.Decimal | None:
        ...
    @property
    def p_value(self) -> float | None:
        """
        Two-sided.
        """
    @property
    def per_day(self) -> bool:
        """
        The change is that of the daily rate.
        """
    @property
    def qualified(self) -> str:
        """
        By what the answer is qualified, or empty.
        """
    @property
    def reason(self) -> str:
        """
        Why it is unknown, or empty.
        """
    @property
    def sentence(self) -> str:
        ...
    @property
    def small_base(self) -> bool:
        """
        Too few events before to quote a per cent of them.
        """
    @property
    def test(self) -> str:
        """
        With its edition.
        """
    @property
    def within(self) -> bool | None:
        """
        Whether the test does not tell it from chance at 5 %; None: unknown.
        """
class Process:
    """
    What the process behind an indicator does (an XmR chart of its own figures), and whether as it is it will meet the target.
    """
    def __repr__(self) -> str:
        ...
    @property
    def assurance(self) -> stats.Assurance:
        """
        Against the target of the latest period.
        """
    @property
    def assurance_reason(self) -> str:
        """
        Why there is no assurance, or empty.
        """
    @property
    def centre(self) -> float | None:
        ...
    @property
    def convention(self) -> str:
        ...
    @property
    def edition(self) -> str:
        ...
    @property
    def lower(self) -> float | None:
        ...
    @property
    def next_assurance(self) -> stats.Assurance:
        """
        Against that of the period to come.
        """
    @property
    def next_target(self) -> float | None:
        ...
    @property
    def points(self) -> int:
        """
        That the limits are drawn from.
        """
    @property
    def qualified(self) -> str:
        """
        By what the answer is qualified, or empty.
        """
    @property
    def reason(self) -> str:
        """
        Why there is no variation, or empty.
        """
    @property
    def sentence(self) -> str:
        ...
    @property
    def signal(self) -> str:
        """
        The rule that makes the latest point a special cause, or empty.
        """
    @property
    def start(self) -> Period | None:
        """
        Their first period (`from` in C++, a keyword in Python).
        """
    @property
    def target(self) -> float | None:
        """
        Of one period: a sum's is its share of the year's.
        """
    @property
    def to(self) -> Period | None:
        ...
    @property
    def upper(self) -> float | None:
        ...
    @property
    def variation(self) -> stats.Variation:
        ...
class Status(enum.Enum):
    """
    One word for one question: numbers are met, near or missed; milestones done, done late, overdue or not yet due; or not rated, with a reason.
    """
    met = 0
    near = 1
    missed = 2
    done = 3
    done_late = 4
    overdue = 5
    not_yet_due = 6
    not_rated = 7
class Rated:
    """
    A status with everything it was decided from.
    """
    def __repr__(self) -> str:
        ...
    @property
    def against(self) -> decimal.Decimal | None:
        """
        The target, as compared.
        """
    @property
    def compared(self) -> decimal.Decimal | None:
        """
        The value that was compared.
        """
    @property
    def other_edge(self) -> decimal.Decimal | None:
        """
        Of a band: its edge that is not in `against`.
        """
    @property
    def qualified(self) -> str:
        """
        By what the answer is qualified (a provisional value), or empty.
        """
    @property
    def reason(self) -> str:
        """
        Why it is not rated, or empty.
        """
    @property
    def status(self) -> Status:
        ...
    @property
    def threshold(self) -> decimal.Decimal | None:
        """
        The edge of `near`.
        """
class Travel:
    """
    The latest period against an earlier one: a plain comparison of two numbers.
    """
    def __repr__(self) -> str:
        ...
    @property
    def before(self) -> decimal.Decimal | None:
        ...
    @property
    def chance(self) -> TestedChange:
        """
        Whether the change is within chance.
        """
    @property
    def direction(self) -> Direction:
        ...
    @property
    def now(self) -> decimal.Decimal | None:
        ...
    @property
    def qualified(self) -> str:
        """
        By what the answer is qualified, or empty.
        """
    @property
    def reason(self) -> str:
        """
        Why it is not rated, or empty.
        """
    @property
    def start(self) -> Period | None:
        """
        The earlier period (`from` in C++, a keyword in Python).
        """
    @property
    def to(self) -> Period | None:
        ...
class Restated:
    """
    The year's target with a step or temporary lift added.
    """
    def __repr__(self) -> str:
        ...
    @property
    def at_lower(self) -> Rated:
        """
        The projection against `lower`.
        """
    @property
    def at_upper(self) -> Rated:
        ...
    @property
    def interruption(self) -> str:
        """
        Its code.
        """
    @property
    def lower(self) -> decimal.Decimal:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def sentence(self) -> str:
        ...
    @property
    def upper(self) -> decimal.Decimal:
        ...
class Maintained:
    """
    A target to maintain: the plain comparison, and what the counts behind the value can show.
    """
    def __repr__(self) -> str:
        ...
    @property
    def edge(self) -> decimal.Decimal:
        """
        The baseline with its margin.
        """
    @property
    def interval_95(self) -> Interval | None:
        ...
    @property
    def reason(self) -> str:
        """
        Why nothing can be shown, or empty.
        """
    @property
    def shown(self) -> bool | None:
        """
        Whether the whole interval is no worse than the edge.
        """
    @property
    def within(self) -> bool | None:
        """
        Whether the projected value is no worse than the edge.
        """
class GrantAtStake:
    """
    The reward grant of a stretch target.
    """
    def __repr__(self) -> str:
        ...
    @property
    def chance(self) -> GrantChance | None:
        ...
    @property
    def currency(self) -> str:
        ...
    @property
    def due(self) -> datetime.date:
        ...
    @property
    def expected(self) -> decimal.Decimal | None:
        """
        Mean amount of money, to the penny.
        """
    @property
    def grant(self) -> decimal.Decimal | None:
        """
        None: the plan does not say how much.
        """
    @property
    def pays_from(self) -> decimal.Decimal:
        """
        The value from which on it is paid.
        """
    @property
    def projected(self) -> Reward | None:
        """
        What that value would be paid.
        """
    @property
    def reason(self) -> str:
        """
        Why there is no projected reward or no chance, or empty.
        """
    @property
    def so_far(self) -> Reward | None:
        """
        What the year's latest value would be paid (for a level).
        """
    @property
    def value(self) -> decimal.Decimal | None:
        """
        What is projected for the year in which it is decided.
        """
class Explanation:
    """
    How an answer came about: as data, and as one sentence.
    """
    def __repr__(self) -> str:
        ...
    def __str__(self) -> str:
        ...
    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """
        (name, value) in reading order.
        """
    @property
    def sentence(self) -> str:
        ...
class TrackAssessment:
    """
    What the numbers of one track mean: target, chance and direction are three answers.
    """
    def __repr__(self) -> str:
        ...
    @property
    def by_interval(self) -> RatedInterval:
        """
        The year to date with its interval.
        """
    @property
    def cautions(self) -> tuple[Caution, ...]:
        """
        What the latest figure cannot bear.
        """
    @property
    def code(self) -> str:
        ...
    @property
    def comparisons(self) -> tuple[Compare, ...]:
        """
        One per comparator.
        """
    @property
    def due(self) -> datetime.date | None:
        ...
    @property
    def end(self) -> TrajectoryPoint | None:
        """
        At the deadline.
        """
    @property
    def explanation(self) -> Explanation:
        ...
    @property
    def grant(self) -> GrantAtStake | None:
        """
        For a stretch target.
        """
    @property
    def maintained(self) -> Maintained | None:
        """
        For a target to maintain.
        """
    @property
    def missing(self) -> tuple[Missing, ...]:
        """
        Every field that does not exist, and why.
        """
    @property
    def name(self) -> str:
        ...
    @property
    def path(self) -> Trajectory | None:
        ...
    @property
    def process(self) -> Process:
        ...
    @property
    def profiled(self) -> decimal.Decimal | None:
        """
        The profiled target, unrounded.
        """
    @property
    def projected(self) -> Rated:
        """
        The projection against the year's target.
        """
    @property
    def projection(self) -> Projection:
        ...
    @property
    def restated(self) -> tuple[Restated, ...]:
        """
        One per interruption since the baseline.
        """
    @property
    def since_last_period(self) -> Travel:
        ...
    @property
    def since_last_year(self) -> Travel:
        ...
    @property
    def statements(self) -> tuple[Statement, ...]:
        """
        What the document itself says of the year.
        """
    @property
    def target(self) -> TrajectoryPoint | None:
        """
        For the year.
        """
    @property
    def year_on_year(self) -> TestedChange:
        """
        Of a sum: the known periods against the same periods last year.
        """
    @property
    def year_to_date(self) -> Rated:
        """
        The year to date against the profiled target; for a level its latest value against the path.
        """
class Assessment:
    """
    An indicator's assessment: its own track, and one for each component.
    """
    def __repr__(self) -> str:
        ...
    @property
    def parts(self) -> tuple[TrackAssessment, ...]:
        """
        One per component.
        """
    @property
    def whole(self) -> TrackAssessment:
        ...
class Contradiction:
    """
    Two statements of a plan that cannot both be right.
    """
    def __repr__(self) -> str:
        ...
    @property
    def code(self) -> str:
        ...
    @property
    def indicator(self) -> str:
        ...
    @property
    def sentence(self) -> str:
        ...
    @property
    def where(self) -> Place:
        ...
class BudgetStanding(enum.Enum):
    """
    Whether money is free, all bound, or overdrawn.
    """
    under = 0
    on = 1
    over = 2
    not_rated = 3
class BudgetPosition:
    """
    Where a budget line stands.
    """
    def __repr__(self) -> str:
        ...
    @property
    def reason(self) -> str:
        """
        Why it is not rated, or what is not known.
        """
    @property
    def standing(self) -> BudgetStanding:
        ...
    @property
    def uncommitted(self) -> decimal.Decimal | None:
        """
        allocated − spent − committed, of what is given.
        """
class RollUp:
    """
    How the targets under one heading stand together.
    """
    def __repr__(self) -> str:
        ...
    @property
    def by_report(self) -> int:
        """
        How many of the rated stand as the document says.
        """
    @property
    def close(self) -> int:
        ...
    @property
    def code(self) -> str:
        """
        The theme's; empty for the whole plan.
        """
    @property
    def exceptions(self) -> tuple[str, ...]:
        """
        Names of those close or off target.
        """
    @property
    def name(self) -> str:
        ...
    @property
    def not_rated(self) -> int:
        ...
    @property
    def not_yet_due(self) -> int:
        ...
    @property
    def off_target(self) -> int:
        ...
    @property
    def on_target(self) -> int:
        ...
    @property
    def pivotal(self) -> tuple[str, ...]:
        """
        Names of those without any one of which the status would be another.
        """
    @property
    def qualified(self) -> int:
        """
        How many of the rated rest on figures that are not final.
        """
    @property
    def reported(self) -> str:
        """
        What the document says of all its targets, or empty.
        """
    @property
    def rule(self) -> RollUpRule:
        ...
    @property
    def sentence(self) -> str:
        ...
    @property
    def share(self) -> Percent | None:
        """
        Of the rated, the per cent on target; None for the rule `worst`.
        """
    @property
    def status(self) -> Status:
        ...
    @property
    def unrated(self) -> tuple[str, ...]:
        """
        Names of those not rated.
        """
class Movement:
    """
    What became of one indicator since an earlier review.
    """
    def __repr__(self) -> str:
        ...
    @property
    def before(self) -> Status | None:
        """
        None: it was not in the plan.
        """
    @property
    def changed(self) -> bool:
        ...
    @property
    def code(self) -> str:
        ...
    @property
    def name(self) -> str:
        ...
    @property
    def now(self) -> Status | None:
        """
        None: it is in the plan no more.
        """
    @property
    def why(self) -> str:
        ...
class LikelihoodBasis(enum.Enum):
    """
    Where a likelihood came from.
    """
    chance = 0
    judged = 1
    not_available = 2
class Placement:
    """
    A risk on the matrix, or as near to it as the plan allows.
    """
    def __repr__(self) -> str:
        ...
    @property
    def basis(self) -> LikelihoodBasis:
        ...
    @property
    def basis_text(self) -> str:
        """
        How it was placed, and what is missing.
        """
    @property
    def board(self) -> str:
        """
        Name of the board whose risk it is, or empty.
        """
    @property
    def code(self) -> str:
        ...
    @property
    def countermeasures(self) -> tuple[Countermeasure, ...]:
        """
        Its own, then those of its board.
        """
    @property
    def derived(self) -> Likelihood | None:
        """
        The band of `probability_missed`, also beside a judgement.
        """
    @property
    def description(self) -> str:
        ...
    @property
    def disagrees(self) -> bool:
        """
        Judged and derived likelihood are different levels.
        """
    @property
    def from_register(self) -> bool:
        ...
    @property
    def impact(self) -> Impact | None:
        """
        None: not judged.
        """
    @property
    def indicator(self) -> str:
        """
        Code; empty for a risk of the register without one.
        """
    @property
    def likelihood(self) -> Likelihood | None:
        """
        Judged where the plan judges, else derived.
        """
    @property
    def probability_missed(self) -> float | None:
        """
        1 − chance.
        """
    @property
    def provisional(self) -> bool:
        ...
    @property
    def rating(self) -> Rating | None:
        """
        None unless likelihood and impact are there.
        """
    @property
    def reason(self) -> str:
        """
        Of the judged likelihood, then of the judged impact.
        """
class IndicatorReview:
    """
    One indicator's results.
    """
    def __repr__(self) -> str:
        ...
    @property
    def assessment(self) -> Assessment:
        ...
    @property
    def risk(self) -> Placement:
        ...
class Review:
    """
    A whole run; see `review`. A notebook shows it as a report.
    """
    def __getitem__(self, code: str) -> IndicatorReview:
        """
        The results of the indicator with this code.
        """
    def __repr__(self) -> str:
        ...
    def _repr_html_(self) -> str:
        """
        The HTML report, for notebooks.
        """
    def columns(self) -> dict[str, list[typing.Any]]:
        """
        Equally long lists by column name, one row per indicator and per component: ready for pandas.DataFrame(…) or polars.DataFrame(…). Numbers are floats, days datetime.date; what does not exist is None.
        """
    def to_csv(self) -> str:
        """
        RFC 4180: one row per indicator and per component.
        """
    def to_dict(self) -> dict[str, typing.Any]:
        """
        What `to_json` prints, as a dict.
        """
    def to_html(self) -> str:
        """
        One HTML file that needs no network and no script.
        """
    def to_json(self) -> str:
        """
        JSON; docs/report-formats.md lists the fields.
        """
    def to_markdown(self) -> str:
        """
        GitHub-flavoured Markdown.
        """
    def to_table(self, width: int = 80, colour: bool = False) -> str:
        """
        The performance table for a terminal, at most `width` columns wide (80 and more); statuses are shape and word, with `colour` ANSI colours are added to them.
        """
    @property
    def actions(self) -> tuple[Rated, ...]:
        """
        A `Rated` for each of `plan.actions`.
        """
    @property
    def as_at(self) -> Period | None:
        """
        As asked for.
        """
    @property
    def budget(self) -> tuple[BudgetPosition, ...]:
        """
        A `BudgetPosition` for each of `plan.budget`.
        """
    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """
        Statements of the plan that cannot both be right.
        """
    @property
    def day(self) -> datetime.date:
        """
        Nothing later was looked at.
        """
    @property
    def indicators(self) -> tuple[IndicatorReview, ...]:
        """
        In the order of `plan.indicators`.
        """
    @property
    def movement_since(self) -> datetime.date | None:
        """
        The day of the earlier review, where one was compared with.
        """
    @property
    def movements(self) -> tuple[Movement, ...]:
        """
        In the order of the indicators; those gone come last.
        """
    @property
    def plan(self) -> Plan:
        """
        The plan as it could be known on `day`.
        """
    @property
    def risks(self) -> tuple[Placement, ...]:
        """
        The table of risks: that of every indicator with a target or a judgement, then the register's.
        """
    @property
    def roll_ups(self) -> tuple[RollUp, ...]:
        """
        One per theme with a target, then the whole plan.
        """
    @property
    def year(self) -> Period:
        """
        The year that was assessed: the one that holds `day`.
        """
def adds_up(measure: Count | Rate | Percentage | SurveyPercentage | CohortProportion | Milestone | EventRatio | DetectionRate | Duration | Money | Index) -> bool:
    """
    Whether values of several periods or parts add up.
    """
def as_seen_on(plan: Plan, day: datetime.date) -> Plan:
    """
    The same plan as it could be known on a day: what speaks of later days is left out.
    """
def assess(plan: Plan, indicator: Indicator, year: Period, day: datetime.date) -> Assessment:
    """
    Assesses an indicator for `year`, as known on `day`.
    """
def bank_holidays(year: int) -> list[BankHoliday]:
    """
    The bank holidays of England and Wales, from 1978 on: by rule, with the proclaimed exceptions up to 2023.
    """
def brier(chances: numpy.typing.ArrayLike, happened: numpy.typing.ArrayLike) -> numpy.typing.NDArray[numpy.float64]:
    """
    (chance - happened)² of each event (Brier 1950); 0 is perfect, always saying 1/2 gives 1/4.
    
    chances: probabilities, 0 to 1. happened: True or False, 1 or 0. NaN where either is missing or neither can be.
    
    >>> import ontrack
    >>> ontrack.brier([0.8, 0.8], [True, False]).round(2).tolist()
    [0.04, 0.64]
    """
def chance_of(plan: Plan, indicator: Indicator, track: Track, year: Period, target: decimal.Decimal | int) -> float | None:
    """
    The probability that the year's outturn meets `target`, under the law of `project`; None where it gives no chance. For what-if questions.
    """
def check_plan(path: os.PathLike[str] | str | bytes) -> list[Problem]:
    """
    Every mistake in a plan file, as a list of Problem; empty for a good plan.
    """
def comparator_value(indicator: Indicator, track: Track, comparator: Comparator) -> decimal.Decimal | None:
    """
    The value of a comparator, given or averaged; None for an own value and where a figure is missing.
    """
def compare_ratios(a: decimal.Decimal | int, b: decimal.Decimal | int, c: decimal.Decimal | int, d: decimal.Decimal | int) -> int:
    """
    Compares a/b with c/d exactly (b and d positive): -1, 0 or 1.
    """
def contradictions(plan: Plan, assessments: collections.abc.Sequence[Assessment]) -> list[Contradiction]:
    """
    Every contradiction in a plan; `assessments` are those of its indicators, in order.
    """
@typing.overload
def crps(forecasts: collections.abc.Sequence[stats.TotalLaw], outcomes: numpy.typing.ArrayLike, *, threads: int = 1) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def crps(forecasts: collections.abc.Sequence[stats.CountLaw], outcomes: numpy.typing.ArrayLike, *, threads: int = 1) -> numpy.typing.NDArray[numpy.float64]:
    """
    The continuous ranked probability score of each forecast; 0 is perfect, lower is better, of the outcomes' unit.
    
    forecasts: a list of `stats.CountLaw`, scored exactly; or draws, equally likely, in one row (2-D) for each outcome, scored by
        the fair estimator (Ferro 2014), in which few draws do as well as many. One draw is a point: its absolute error.
    outcomes: what came true. NaN where a forecast or its outcome is missing or cannot be.
    
    Gneiting and Raftery (2007). Raises DataError for arrays of the wrong shape or kind.
    
    >>> import ontrack
    >>> ontrack.crps([[9.0, 11.0, 13.0]], [12.0]).round(6).tolist()
    [0.333333]
    """
@typing.overload
def crps(forecasts: numpy.typing.ArrayLike, outcomes: numpy.typing.ArrayLike, *, threads: int = 1) -> numpy.typing.NDArray[numpy.float64]:
    ...
def easter_sunday(year: int) -> datetime.date:
    """
    Of the western churches, from 1583 on.
    """
def exceptions_of(review: Review) -> Review:
    """
    Only the indicators that are close to or off target, with their risks and the highest of the register.
    """
def first_value_paid(rule: Stretch) -> decimal.Decimal:
    """
    The value from which on the grant is paid.
    """
def has_value(state: DataState) -> bool:
    """
    Whether an observation in this state has a value.
    """
def is_before(a: Period, b: Period) -> bool:
    """
    `a < b`. Raises like `periods_between`.
    """
def is_percentage(measure: Count | Rate | Percentage | SurveyPercentage | CohortProportion | Milestone | EventRatio | DetectionRate | Duration | Money | Index) -> bool:
    """
    Whether values are per cent (a value of 60 is 60 %).
    """
def is_working_day(day: datetime.date) -> bool:
    """
    Monday to Friday, and no bank holiday.
    """
def join_compare(a: DataState, b: DataState) -> DataState:
    """
    The state of a comparison of two figures.
    """
def join_roll_up(a: DataState, b: DataState) -> DataState:
    """
    The state of an answer about both.
    """
def join_sum(a: DataState, b: DataState) -> DataState:
    """
    The state of a sum of two figures.
    """
def last_day_known(plan: Plan) -> datetime.date | None:
    """
    The last day that any observation with a value speaks of, or None.
    """
def likelihood_of(scales: RiskScales, missed: float) -> Likelihood:
    """
    The band that holds a probability, 0 to 1 (a band's lower edge belongs to it).
    """
def members_in(comparator: Comparator, period: Period | None) -> list[FamilyMember]:
    """
    The members on the last day of the period (all of them for None), in the plan's order.
    """
@typing.overload
def parse_period(label: str, frequency: Frequency, start: YearStart = ...) -> Period:
    """
    Reads a label as a period of the given frequency: `2017-04`, `2017-18 Q2`, `2017-18 H1`, `2017-18`, `2017/18`; with a January start `2017 Q2`, `2017`. Raises CalendarError.
    """
@typing.overload
def parse_period(label: str, start: YearStart = ...) -> Period:
    """
    Reads a label whose form tells its frequency. `2010-11` (November 2010, or the year 2010/11) has two readings and raises CalendarError, which names both.
    """
def parse_plan(toml: str, name: str = 'plan') -> Plan:
    """
    The same for text already in memory; `name` stands for the file in errors.
    """
def parse_target_phrase(phrase: str, baseline: decimal.Decimal | int | None = None, baseline_period: Period | None = None, polarity: Polarity | None = None, in_percent: bool | None = None, year_start: YearStart = ..., decimals: typing.SupportsInt | typing.SupportsIndex = 0) -> list[PhraseReading]:
    """
    Every reading of a phrase that states a target, such as `reduce by 5 % per annum for three years`, each with its numbers. Raises PlanError for a phrase that cannot be read.
    """
def per_of(measure: Count | Rate | Percentage | SurveyPercentage | CohortProportion | Milestone | EventRatio | DetectionRate | Duration | Money | Index) -> decimal.Decimal | None:
    """
    What numerator/denominator is multiplied by to give a value; None where a value is no ratio.
    """
def periods_between(first: Period, last: Period) -> int:
    """
    last − first, in periods. Raises CalendarError for periods of different kinds.
    """
def periods_per_year(frequency: Frequency) -> int:
    """
    12, 4, 2 or 1.
    """
@typing.overload
def pit(forecasts: collections.abc.Sequence[stats.TotalLaw], outcomes: numpy.typing.ArrayLike, *, seed: typing.SupportsInt | typing.SupportsIndex = 1, threads: int = 1) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def pit(forecasts: collections.abc.Sequence[stats.CountLaw], outcomes: numpy.typing.ArrayLike, *, seed: typing.SupportsInt | typing.SupportsIndex = 1, threads: int = 1) -> numpy.typing.NDArray[numpy.float64]:
    """
    The randomised probability integral transform of each outcome: uniform on 0 to 1 when forecasts are calibrated.
    
    The part of them within 0.1 and 0.9 is what an 80 % interval covers, were whole numbers no obstacle. The same seed gives the
    same numbers. Arguments as for `crps`. Czado, Gneiting and Held (2009).
    
    >>> import ontrack
    >>> ontrack.pit([[1.0, 2.0, 3.0]], [100.0], seed=7).round().tolist()
    [1.0]
    """
@typing.overload
def pit(forecasts: numpy.typing.ArrayLike, outcomes: numpy.typing.ArrayLike, *, seed: typing.SupportsInt | typing.SupportsIndex = 1, threads: int = 1) -> numpy.typing.NDArray[numpy.float64]:
    ...
@typing.overload
def place(plan: Plan, indicator: Indicator, assessment: Assessment) -> Placement:
    """
    The risk that the indicator's target is missed.
    """
@typing.overload
def place(plan: Plan, entry: RiskEntry, indicator: Placement | None = None) -> Placement:
    """
    A risk of the register; `indicator` is the placement of the indicator that it names, if any.
    """
def position_of(line: BudgetLine) -> BudgetPosition:
    """
    Where a budget line stands; needs what is allocated.
    """
def process_of(plan: Plan, indicator: Indicator, track: Track, year: Period, *, convention: str = 'making-data-count-7', points: typing.SupportsInt | typing.SupportsIndex = 12) -> Process:
    """
    Reads a track as a process, by one of the `stats.chart_conventions()`.
    """
@typing.overload
def project(values: numpy.typing.ArrayLike, offsets: numpy.typing.ArrayLike | None = None, *, periods_per_year: int = 12, periods_known: int, targets: numpy.typing.ArrayLike | None = None, seasonal_shares: numpy.typing.ArrayLike | None = None, threads: int = 1) -> Outturns:
    """
    Projects the year's total of many series of counts, each from its partial year.
    
    values: counts, float64 and C-contiguous to be used without a copy (other numbers are converted). Series × periods
        (2-D), or one column (1-D) whose series i is values[offsets[i]:offsets[i + 1]]; a column without offsets is one
        series. NaN is a missing period.
    offsets: whole numbers, one more than series, from 0 to len(values), never falling.
    periods_per_year: 12 months, 4 quarters, 2 halves, 1.
    periods_known: how many periods of the current year the end of each series covers; what is before them is past years.
    targets: one per series (NaN for none), or one number for all.
    seasonal_shares: share of the year in each period, positive, any sum; None learns them from past years.
    threads: the results are the same, bit for bit, for any number.
    
    The model is the gamma-Poisson credibility model (Bühlmann 1967; Bornhuetter and Ferguson 1972): what is known, plus a
    negative binomial remainder. docs/methods.md has the formula. A series that cannot be projected gets NaN and a status,
    and stops no other. Raises DataError, which names the argument and the index, for arrays of the wrong shape or kind.
    """
@typing.overload
def project(plan: Plan, indicator: Indicator, track: Track, year: Period) -> Projection:
    """
    Projects the outturn of a year for a track of an indicator, whatever its measure, from all observations that the track holds (cut the plan with `as_seen_on` first).
    """
@typing.overload
def rate(value: decimal.Decimal | int, target: decimal.Decimal | int, polarity: Polarity, rule: StatusRule) -> Status:
    """
    Applies a status rule: `value` against `target`. Exact.
    """
@typing.overload
def rate(action: Action, day: datetime.date) -> Rated:
    """
    Whether an action is done, done late, overdue or not yet due on a day; not rated where no day is named.
    """
def rate_in_band(value: decimal.Decimal | int, lower: decimal.Decimal | int, upper: decimal.Decimal | int, rule: StatusRule) -> Status:
    """
    The same against a band: the worse of its two edges.
    """
def rating_of(scales: RiskScales, likelihood: Likelihood, impact: Impact) -> Rating:
    """
    The rating that the matrix gives.
    """
def read_plan(path: os.PathLike[str] | str | bytes) -> Plan:
    """
    Reads and checks a plan file (TOML; docs/plan-file.md). Raises PlanError, which holds every mistake found.
    """
@typing.overload
def review(plan: Plan, as_at: Period | None = None) -> Review:
    """
    Reviews a plan as it could be known at the end of a period. Without `as_at` everything the plan holds counts.
    """
@typing.overload
def review(plan: Plan, as_at: str) -> Review:
    """
    The same, with the period as a label: `2017-18 Q2`. Raises CalendarError.
    """
def reward_for(rule: Stretch, value: decimal.Decimal | int) -> Reward:
    """
    What a stretch target pays for ending at `value`: 48.8 on the way from 44 to 52 is exactly 60 % and pays.
    """
def statements(indicator: Indicator, track: Track, year: Period) -> list[Statement]:
    """
    What the document itself says of the year, in order of the periods.
    """
@typing.overload
def to_words(status: IntervalStatus) -> str:
    """
    `on target by more than chance`, `no more than chance from the target`, `off target by more than chance`, `not rated`.
    """
@typing.overload
def to_words(status: Status) -> str:
    """
    What a board reads: `on target`, `close`, `off target`, `not rated` …
    """
def trajectory(indicator: Indicator, track: Track, year: Period) -> Trajectory | None:
    """
    The path of a track's target; None without a target, for a milestone, and where a baseline is lacking.
    """
def with_movement(now: Review, before: Review) -> Review:
    """
    The review with `movements`: what became of each indicator since `before`, a review of the same plan as at an earlier period or of an earlier plan.
    """
def with_sums(plan: Plan) -> Plan:
    """
    The same plan with the values of every indicator that is a sum of others; reading a file does this by itself.
    """
def working_days(range: DateRange) -> int:
    """
    How many days of a DateRange are working days.
    """
def year_profile(indicator: Indicator, track: Track, year: Period) -> YearProfile:
    """
    How a track's year is spread over its periods.
    """
__version__: str = '0.1.0'

"""How a model would have done on past years of one's own data."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeAlias, cast

import numpy as np
import numpy.typing as npt

from ontrack._core import Place, Problem, brier, crps, pit
from ontrack._core.stats import (
    CountLaw,
    GroupFit,
    Status,
    TotalLaw,
    TotalModel,
    fit_groups,
    project_count,
    project_totals,
)
from ontrack._errors import DataError

Doubles: TypeAlias = npt.NDArray[np.float64]
Law: TypeAlias = "CountLaw | TotalLaw"
Forecasts: TypeAlias = "Sequence[CountLaw | None] | Sequence[TotalLaw | None] | npt.ArrayLike"
#: (history, periods known, periods per year) → one law, or one row of draws, for each row of history, which ends on the
#: day of the forecast.
Model: TypeAlias = "Callable[[Doubles, int, int], Forecasts]"
#: What groups of like series lend on each day: (years back, periods known) → a fit for each group number.
Fits: TypeAlias = "Mapping[tuple[int, int], Sequence[GroupFit]]"


def _credibility(history: Doubles, known: int, periods_per_year: int) -> list[CountLaw | None]:
    laws: list[CountLaw | None] = []
    for row in history:
        past, current = np.split(row, [len(row) - known])
        past = past[len(past) % periods_per_year :]
        found = project_count(current.tolist(), past.tolist(), periods_per_year=periods_per_year)
        laws.append(found.law if found.status == Status.ok else None)
    return laws


@dataclass(frozen=True)
class _Total:
    """A member of `stats.TotalModel`; all series are one group unless their groups are told apart."""

    name: str
    groups: npt.NDArray[np.int64] | None = None
    fits: Sequence[GroupFit] | None = None

    def __call__(self, history: Doubles, known: int, periods_per_year: int) -> list[TotalLaw | None]:
        found = project_totals(
            history,
            model=self.name,
            periods_per_year=periods_per_year,
            periods_known=known,
            groups=np.zeros(len(history), dtype=np.int64) if self.groups is None else self.groups,
            fits=self.fits,
        )
        return [law if status == Status.ok else None for law, status in zip(found.laws, found.status, strict=True)]


MODELS: dict[str, Model] = {"credibility": _credibility} | {model.name: _Total(model.name) for model in TotalModel}


@dataclass(frozen=True, eq=False)
class Backtest:
    """One element per forecast, in arrays of one length; NaN where there is no forecast, or the year has a gap.

    The scores are those of `crps`, `brier` and `pit`; the chance is that of `target`.
    """

    series: npt.NDArray[np.int64]  # row of the values
    years_back: npt.NDArray[np.int64]  # 1 = the latest whole year
    periods_known: npt.NDArray[np.int64]
    total: Doubles  # what came true
    target: Doubles  # last year's total less `reduction` per cent, rounded half up
    median: Doubles
    lower_80: Doubles
    upper_80: Doubles
    lower_95: Doubles
    upper_95: Doubles
    chance: Doubles  # P(total ≤ target)
    crps: Doubles
    brier: Doubles
    pit: Doubles

    def __len__(self) -> int:
        return len(self.series)

    def columns(self) -> dict[str, npt.NDArray[np.generic]]:
        """The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…)."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def summary(self) -> dict[str, list[float]]:
        """By periods known: mean scores, the part of PIT values inside 80 and 95 %, Σ|median - total|/Σ total."""
        out: dict[str, list[float]] = {
            name: [] for name in ("periods_known", "forecasts", "crps", "brier", "cover_80", "cover_95", "error")
        }
        for known in np.unique(self.periods_known):
            here = (self.periods_known == known) & ~np.isnan(self.crps)
            pits, total = self.pit[here], self.total[here]
            away = float(np.abs(self.median[here] - total).sum())
            figures = (
                float(known),
                float(here.sum()),
                _mean(self.crps[here]),
                _mean(self.brier[here]),
                _mean((pits > 0.1) & (pits < 0.9)),
                _mean((pits > 0.025) & (pits < 0.975)),
                away / float(total.sum()) if total.sum() > 0 else float("nan"),
            )
            for column, figure in zip(out.values(), figures, strict=True):
                column.append(figure)
        return out

    def __repr__(self) -> str:
        rows = zip(*self.summary().values(), strict=True)
        lines = [f"{k:.0f} known: CRPS {c:.4g}, 80 % covers {100 * w:.0f} %" for k, _, c, _, w, _, _ in rows]
        return f"<Backtest of {len(self)} forecasts; " + "; ".join(lines) + ">"


def backtest(
    values: npt.ArrayLike,
    *,
    periods_per_year: int = 12,
    periods_known: Sequence[int] = (3, 6, 9),
    years: int | None = None,
    years_before: int = 2,
    reduction: int = 5,
    model: str | Model = "credibility",
    groups: npt.ArrayLike | None = None,
    fits: Fits | None = None,
    seed: int = 1,
) -> Backtest:
    """Forecasts past years from what was known in each, and scores that. Nothing later is ever shown to the model.

    values: counts, one row of periods (2-D) for each series, oldest first, NaN where a period is missing. The last
        period closes a year.
    periods_known: how much of a year is known when it is forecast.
    years: how many of the latest years are forecast; None for all that have `years_before` whole years before them.
    reduction: whole per cent below last year's total that the target asks for (below 0: above).
    model: "credibility", the model of `project`; the name of a `stats.TotalModel`; or a function of (history, periods
        known, periods per year) that returns for each row of history a `stats.CountLaw` or `stats.TotalLaw` (None where
        it has none), or an array of draws of the total.
    groups: for a `stats.TotalModel`, one number for each series, from 0: series of one number lend each other what they
        have in common. All are one group without it.
    fits: of `backtest_fits`; then nothing is learnt here, and each series has the same forecasts in any company.
    seed: of the randomised PIT.

    Raises DataError, which names the argument, for arrays of the wrong shape and options that cannot be.
    """
    table = _table(values, periods_per_year, periods_known)
    fit = _model(model)
    days = list(_days(table, periods_per_year, periods_known, years, years_before))
    if groups is not None or fits is not None:
        if not isinstance(fit, _Total):
            raise _refused(
                "unknown-model", "model", "groups and fits are of no use to this model", "Name a `stats.TotalModel`"
            )
        if fits is not None and (lacking := [day for day in days if day not in fits]):
            raise _refused(
                "no-fit", "fits", f"fits lacks {lacking[0]}", "Pass what `backtest_fits` learnt of these days"
            )
    numbers = None if groups is None else _numbers(groups, len(table))
    parts = []
    for i, (back, known) in enumerate(days):
        of_day = (
            fit
            if not isinstance(fit, _Total)
            else _Total(fit.name, numbers, None if fits is None else fits[back, known])
        )
        parts.append(_score(table, of_day, back, known, periods_per_year, reduction, seed + i))
    return Backtest(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def backtest_fits(
    values: npt.ArrayLike,
    *,
    groups: npt.ArrayLike,
    periods_per_year: int = 12,
    periods_known: Sequence[int] = (3, 6, 9),
    years: int | None = None,
    years_before: int = 2,
) -> dict[tuple[int, int], list[GroupFit]]:
    """What the groups lend on each day that `backtest` forecasts: by (years back, periods known), a `stats.GroupFit`
    for each group number. Values that can be saved; with them `backtest` may be run on any part of the series.

    The arguments are those of `backtest`.
    """
    table = _table(values, periods_per_year, periods_known)
    numbers = _numbers(groups, len(table))
    return {
        (back, known): fit_groups(
            table[:, : table.shape[1] - back * periods_per_year + known],
            groups=numbers,
            periods_per_year=periods_per_year,
            periods_known=known,
        )
        for back, known in _days(table, periods_per_year, periods_known, years, years_before)
    }


def _table(values: npt.ArrayLike, periods_per_year: int, periods_known: Sequence[int]) -> Doubles:
    table = np.ascontiguousarray(values, dtype=np.float64)
    if table.ndim != 2:
        raise _refused(
            "wrong-shape",
            "values",
            f"values has the shape {table.shape}",
            "Pass one row of periods (2-D) for each series",
        )
    if periods_per_year < 1 or table.shape[1] % periods_per_year:
        raise _refused(
            "wrong-periods",
            "values",
            f"values has {table.shape[1]} periods, no whole years of {periods_per_year}",
            "Leave out the periods of years that are not complete, and put NaN before a series that begins later",
        )
    for known in periods_known:
        if not 0 <= known < periods_per_year:
            raise _refused(
                "wrong-periods", "periods_known", f"periods_known holds {known}", "Pass 0 to less than a year's periods"
            )
    return table


def _days(
    table: Doubles, periods_per_year: int, periods_known: Sequence[int], years: int | None, years_before: int
) -> Iterator[tuple[int, int]]:
    """(years back, periods known)."""
    most = table.shape[1] // periods_per_year - max(1, years_before)
    count = most if years is None else years
    if not 1 <= count <= most:
        raise _refused(
            "too-few-years",
            "years",
            f"{count} years are to be forecast, and {max(0, most)} have enough years before them",
            "Give longer series, or ask for fewer years",
        )
    return ((back, known) for known in periods_known for back in range(count, 0, -1))


def _numbers(groups: npt.ArrayLike, rows: int) -> npt.NDArray[np.int64]:
    numbers = np.asarray(groups)
    if numbers.shape != (rows,) or numbers.dtype.kind not in "iu":
        raise _refused("wrong-shape", "groups", "groups is not one whole number for each series", "Number them from 0")
    return numbers.astype(np.int64)


def _score(
    table: Doubles, fit: Model, back: int, known: int, periods: int, reduction: int, seed: int
) -> tuple[npt.NDArray[np.generic], ...]:
    start = table.shape[1] - back * periods
    total = table[:, start : start + periods].sum(axis=1)
    target = _reduced(table[:, start - periods : start].sum(axis=1), reduction)
    history = table[:, : start + known].copy()
    rows = len(table)
    forecasts = fit(history, known, periods)
    if _are_laws(forecasts):
        quantiles, chance, scores, pits = _of_laws(forecasts, total, target, seed)  # type: ignore[arg-type]
    else:
        draws = np.ascontiguousarray(forecasts, dtype=np.float64)
        quantiles, chance, scores, pits = _of_draws(draws, total, target, seed)
    happened = np.where(np.isnan(total) | np.isnan(target), np.nan, total <= target)
    day = (np.arange(rows), np.full(rows, back), np.full(rows, known))
    return (*day, total, target, *quantiles.T, chance, scores, brier(chance, happened), pits)


LEVELS = (0.5, 0.1, 0.9, 0.025, 0.975)
Judged: TypeAlias = "tuple[Doubles, Doubles, Doubles, Doubles]"


def _are_laws(forecasts: object) -> bool:
    laws = (CountLaw, TotalLaw)
    return isinstance(forecasts, list | tuple) and all(law is None or isinstance(law, laws) for law in forecasts)


def _of_laws(laws: Sequence[Law | None], total: Doubles, target: Doubles, seed: int) -> Judged:
    nan = np.full(len(laws), np.nan)
    quantiles, chance, scores, pits = np.tile(nan, (len(LEVELS), 1)).T, nan.copy(), nan.copy(), nan.copy()
    there = np.array([law is not None for law in laws], dtype=bool)
    known: list[Law] = [law for law in laws if law is not None]
    if known:
        quantiles[there] = [[law.quantile(p) for p in LEVELS] for law in known]
        chance[there] = [law.cdf(t) for law, t in zip(known, target[there], strict=True)]
        alike = cast("list[TotalLaw]", known)  # or all of them are CountLaws: a model gives one kind
        scores[there] = crps(alike, total[there])
        pits[there] = pit(alike, total[there], seed=seed)
    return quantiles, chance, scores, pits


def _of_draws(draws: Doubles, total: Doubles, target: Doubles, seed: int) -> Judged:
    scores = crps(draws, total)  # looks at the shape
    missing: npt.NDArray[np.bool_] = np.isnan(draws.sum(axis=1))
    order = np.sort(draws, axis=1)
    ranks = [max(0, int(np.ceil(p * draws.shape[1] - 1e-9)) - 1) for p in LEVELS]
    quantiles = np.where(missing[:, None], np.nan, order[:, ranks])
    chance = np.where(missing | np.isnan(target), np.nan, (draws <= target[:, None]).mean(axis=1))
    return quantiles, chance, scores, pit(draws, total, seed=seed)


def _reduced(last: Doubles, percent: int) -> Doubles:
    """Exact in whole numbers; NaN where last year's total is none."""
    whole = np.isfinite(last) & (last == np.floor(last)) & (np.abs(last) < 2**45)
    count = np.where(whole, last, 0).astype(np.int64)
    return np.where(whole, (count * (100 - percent) * 2 + 100) // 200, np.nan)


def _model(model: str | Model) -> Model:
    if not isinstance(model, str):
        return model
    if model not in MODELS:
        raise _refused("unknown-model", "model", f"there is no model {model!r}", f"Pass one of {', '.join(MODELS)}")
    return MODELS[model]


def _mean(column: npt.NDArray[np.float64 | np.bool_]) -> float:
    return float(np.mean(column)) if len(column) else float("nan")


def _refused(code: str, argument: str, message: str, remedy: str) -> DataError:
    return DataError(Problem(code, message, Place(key=argument), remedy))

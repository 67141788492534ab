"""What a document says without a number, comparators, interruptions and sums."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import ontrack
import pytest
from conftest import ROOT
from ontrack import Comparison, DataState, Direction, ReportedStatus

DOCUMENTS = ROOT / "tests" / "report" / "documents"


def whole(review: ontrack.Review, code: str) -> ontrack.TrackAssessment:
    return review[code].assessment.whole


@pytest.fixture(scope="module")
def minutes() -> ontrack.Review:
    return ontrack.review(ontrack.read_plan(DOCUMENTS / "minutes-2007.toml"))


def test_a_change_without_counts_is_no_value(minutes: ontrack.Review) -> None:
    seen = minutes.plan["vehicle"].track.observations[0]
    assert seen.value is None
    assert isinstance(seen.inexact, ontrack.StatedChange)
    assert seen.inexact.percent == Decimal("20.7")
    statement = whole(minutes, "vehicle").statements[0]
    assert statement.figure == "+20.7%"
    assert statement.direction is Direction.worsening


def test_both_readings_are_given_where_nothing_tells(minutes: ontrack.Review) -> None:
    assert whole(minutes, "dv-sd").statements[0].readings == (
        "the level is 31.7%",
        "it is 31.7% more than before",
    )


def test_comparators_without_counts_say_so(minutes: ontrack.Review) -> None:
    compared = whole(minutes, "kpi").comparisons[0]
    assert compared.answer is Comparison.higher
    assert compared.interval is None
    assert "no counts" in compared.reason


def test_reported_statuses_stand_beside_what_is_computed() -> None:
    review = ontrack.review(ontrack.read_plan(DOCUMENTS / "highlight-2008.toml"))
    assert whole(review, "ni40").statements[0].status is ReportedStatus.on_target
    assert whole(review, "ni40").year_to_date.status is ontrack.Status.not_rated
    columns = review.columns()
    row = columns["indicator"].index("ni144")
    assert columns["reported"][row].startswith("above target; down on the last period")


def test_contradictions_and_sums_of_the_scrutiny_table() -> None:
    review = ontrack.review(ontrack.read_plan(DOCUMENTS / "scrutiny-2017.toml"))
    assert [each.code for each in review.contradictions] == ["change-against-numbers"]
    assert review.contradictions[0].where.line > 0
    summed = review.plan["young"].track.observations
    assert [each.value for each in summed] == [18, 26, 14]
    assert summed[0].derived_from == "the sum of PWIT and VAP"
    assert whole(review, "dip").cautions[0].code == "small-base"


def test_interruptions_are_part_of_the_plan() -> None:
    plan = ontrack.read_plan(DOCUMENTS / "review-2010.toml")
    event = plan.interruptions[0]
    assert (event.start, event.kind) == (date(2009, 4, 1), ontrack.InterruptionKind.step)
    assert event.size is not None
    assert (event.size.lower, event.size.upper) == (Decimal(1000), Decimal(1500))


def test_states_join() -> None:
    assert ontrack.join_sum(DataState.provisional, DataState.proxy) is DataState.proxy
    assert ontrack.join_compare(DataState.not_comparable, DataState.awaited) is DataState.not_comparable
    assert ontrack.join_roll_up(DataState.awaited, DataState.proxy) is DataState.proxy
    assert not ontrack.has_value(DataState.no_accurate_data)


def test_measures_carry_what_they_need() -> None:
    assert str(ontrack.Money("GBP")) == "money"
    assert ontrack.Money("GBP") == ontrack.Money("GBP") != ontrack.Money("EUR")
    assert ontrack.Index().scale is ontrack.IndexScale.ratio
    assert ontrack.per_of(ontrack.EventRatio(Decimal(1))) == 1
    assert ontrack.per_of(ontrack.Count()) is None
    assert ontrack.adds_up(ontrack.Money("GBP"))
    assert ontrack.CohortProportion("6 months").follow_up == "6 months"


def test_a_reported_status_on_a_proxy_is_qualified() -> None:
    report = ontrack.review(ontrack.read_plan(ROOT / "examples" / "waltham-forest-2008-09.toml"))
    assert whole(report, "reward-perceptions").statements[0].qualified == "a proxy measure"
    assert whole(report, "reward-assault").statements[0].qualified == ""

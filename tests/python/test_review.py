"""What the Safer Hillingdon Partnership Plan 2017/18 must come out as."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import ontrack
import pytest
from conftest import ROOT
from ontrack import Direction, Status

TARGETS = {
    "residential-burglary": ("1664", "1664.19"),
    "non-residential-burglary": ("724", "723.69"),
    "violence-with-injury": ("2337", "2337"),
    "robbery": ("444", "443.65"),
    "knife-crime-with-injury": ("99", "98.8"),
    "police-asb": ("8821", "8820.75"),
    "lbh-asb": ("7568", "7567.7"),
    "public-confidence": ("60", "59.85"),
    "repeat-victims": ("1286", "1286.025"),
}


def whole(review: ontrack.Review, code: str) -> ontrack.TrackAssessment:
    return review[code].assessment.whole


@pytest.mark.parametrize("code", TARGETS)
def test_targets_are_those_of_the_document(second_quarter: ontrack.Review, code: str) -> None:
    target = whole(second_quarter, code).target
    assert target is not None
    assert (target.rounded, target.unrounded) == tuple(map(Decimal, TARGETS[code]))


def test_targets_that_do_not_end(second_quarter: ontrack.Review) -> None:
    rate, repeats = whole(second_quarter, "marac-rate").target, whole(second_quarter, "marac-repeats").target
    assert rate is not None
    assert repeats is not None
    assert (rate.rounded, rate.exact, rate.unrounded) == (Decimal(25), False, Decimal("25.333333333333"))
    assert (repeats.rounded, repeats.exact) == (Decimal(19), False)


def test_values_at_the_deadline(second_quarter: ontrack.Review) -> None:
    burglary, victims = whole(second_quarter, "residential-burglary").end, whole(second_quarter, "repeat-victims").end
    assert burglary is not None
    assert victims is not None
    assert burglary.rounded == 1631
    assert (victims.rounded, victims.unrounded) == (Decimal(1253), Decimal("1253.05"))


def test_young_people_are_two_parts(second_quarter: ontrack.Review) -> None:
    pwit, vap = second_quarter["young-people"].assessment.parts
    assert pwit.target is not None
    assert vap.target is not None
    assert (pwit.target.unrounded, vap.target.unrounded) == (Decimal("31.35"), Decimal("127.3"))
    assert pwit.due is None


def test_as_at_the_second_quarter(second_quarter: ontrack.Review) -> None:
    chance = {one.assessment.whole.code: one.assessment.whole.projection.chance for one in second_quarter.indicators}
    assert second_quarter.day == date(2017, 9, 30)
    assert second_quarter.year.label == "2017-18"
    assert (chance["knife-crime-with-injury"] or 1) < 0.15
    assert (chance["non-residential-burglary"] or 0) > 0.95
    assert (chance["violence-with-injury"] or 1) < 0.5
    assert 0.5 < (chance["residential-burglary"] or 0) < 0.97
    assert chance["public-confidence"] is None
    assert whole(second_quarter, "public-confidence").projected.status is Status.met
    assert whole(second_quarter, "repeat-victims").projection.median == pytest.approx(1272, abs=3)
    assert whole(second_quarter, "domestic-abuse-strategy").projected.status is Status.overdue
    assert whole(second_quarter, "white-ribbon-day").projected.status is Status.not_yet_due
    assert second_quarter.plan["cr-marac"].track.observations == ()


def test_knife_crime_needs_less_than_ever_seen(second_quarter: ontrack.Review) -> None:
    knife = whole(second_quarter, "knife-crime-with-injury")
    assert knife.projection.year_to_date == 64
    assert knife.projection.required is not None
    assert knife.projection.required.per_period == Decimal("17.5")
    assert (knife.projection.required.as_good, knife.projection.required.seen) == (0, 2)
    assert knife.since_last_period.direction is Direction.improving
    assert knife.since_last_year.direction is Direction.not_rated
    assert knife.since_last_year.reason
    assert "17.5" in knife.explanation.sentence


def test_knife_crime_may_be_chance_and_burglary_hardly(second_quarter: ontrack.Review) -> None:
    knife = whole(second_quarter, "knife-crime-with-injury")
    assert knife.by_interval.status is ontrack.IntervalStatus.open
    assert knife.by_interval.interval_95 is not None
    assert tuple(knife.by_interval.interval_95) == pytest.approx((49.29, 81.73), abs=0.01)
    assert "states none" in knife.by_interval.adjusted
    assert knife.since_last_period.chance.within is True
    assert knife.since_last_year.chance.within is None
    assert knife.since_last_year.chance.reason == knife.since_last_year.reason
    burglary = whole(second_quarter, "residential-burglary")
    assert burglary.by_interval.status is ontrack.IntervalStatus.meets
    change = burglary.since_last_period.chance
    assert (change.within, change.before, change.now) == (False, Decimal(329), Decimal(429))
    assert change.per_day
    exact = ontrack.stats.test_two_counts(429, 92, 329, 91, alternative=ontrack.stats.Alternative.greater)
    assert change.p_value == pytest.approx(2 * float(exact.p_value))
    assert burglary.year_on_year.within is None
    assert burglary.process.variation is ontrack.stats.Variation.not_available
    assert "12" in burglary.process.reason


def test_a_process_by_another_convention() -> None:
    plan = ontrack.read_plan(ROOT / "examples" / "made-up-register.toml")
    vehicle = plan["vehicle-crime"]
    year = ontrack.parse_period("2024-25", ontrack.Frequency.year)
    process = ontrack.process_of(plan, vehicle, vehicle.track, year)
    assert process.convention == "making-data-count-7"
    assert process.assurance is ontrack.stats.Assurance.hit_or_miss
    other = ontrack.process_of(plan, vehicle, vehicle.track, year, convention="qicharts2", points=31)
    assert (other.convention, other.centre) == ("qicharts2", None)
    with pytest.raises(ontrack.DataError):
        ontrack.process_of(plan, vehicle, vehicle.track, year, convention="none")


def test_with_everything_the_plan_holds(everything: ontrack.Review) -> None:
    victims = whole(everything, "repeat-victims").projection
    assert victims.median is not None
    assert victims.median > 1319
    marac = whole(everything, "cr-marac").projection
    assert marac.interval_95 is not None
    assert marac.interval_95.lower == pytest.approx(77.2, abs=0.05)
    assert whole(everything, "white-ribbon-day").projected.status is Status.done
    assert whole(everything, "domestic-abuse-strategy").projected.status is Status.overdue
    burglary = everything.plan["residential-burglary"].track.observations[-1]
    assert (burglary.state, burglary.value) == (ontrack.DataState.awaited, None)
    for part in everything["hate-crime-programme"].assessment.parts:
        assert part.projected.status is Status.not_rated
        assert part.projected.reason


def test_no_impact_is_judged_so_none_is_invented(second_quarter: ontrack.Review) -> None:
    for risk in second_quarter.risks:
        assert risk.impact is None
        assert risk.rating is None
        assert risk.basis_text
    knife = second_quarter["knife-crime-with-injury"].risk
    assert knife.likelihood == ontrack.Likelihood(2)
    assert knife.basis is ontrack.LikelihoodBasis.chance


def test_what_if(second_quarter: ontrack.Review) -> None:
    plan, year = second_quarter.plan, second_quarter.year
    robbery = plan["robbery"]
    chances = [ontrack.chance_of(plan, robbery, robbery.track, year, target) for target in (400, 444, 500, 600)]
    assert chances == sorted(chances, key=lambda chance: chance or 0)
    assert chances[1] == whole(second_quarter, "robbery").projection.chance
    projection = ontrack.project(plan, robbery, robbery.track, year)
    assert projection.median == whole(second_quarter, "robbery").projection.median
    path = ontrack.trajectory(robbery, robbery.track, year)
    assert path is not None
    assert [point.rounded for point in path.points] == [444, 421, 400]


def test_as_at_is_a_label_or_a_period(hillingdon: ontrack.Plan, second_quarter: ontrack.Review) -> None:
    period = ontrack.parse_period("2017-18 Q2")
    assert ontrack.review(hillingdon, period).to_json() == second_quarter.to_json()
    assert second_quarter.as_at == period
    with pytest.raises(ontrack.CalendarError):
        ontrack.review(hillingdon, "2017-18 Q5")
    with pytest.raises(TypeError):
        ontrack.review(hillingdon, date(2017, 9, 30))  # type: ignore[call-overload]
    with pytest.raises(KeyError, match="burglery"):
        hillingdon["burglery"]


def test_threads_do_not_get_in_each_others_way(hillingdon: ontrack.Plan, second_quarter: ontrack.Review) -> None:
    with ThreadPoolExecutor(4) as pool:
        reports = set(pool.map(lambda _: ontrack.review(hillingdon, "2017-18 Q2").to_json(), range(40)))
    assert reports == {second_quarter.to_json()}


def test_rules_can_be_applied_by_hand() -> None:
    rule = ontrack.StatusRule(ontrack.Percent(5))
    assert ontrack.rate(Decimal("1050"), 1000, ontrack.Polarity.low, rule) is Status.near
    assert ontrack.rate(Decimal("1050.01"), 1000, ontrack.Polarity.low, rule) is Status.missed
    assert ontrack.to_words(Status.near) == "close"


def test_every_result_has_a_short_repr(everything: ontrack.Review) -> None:
    one = everything["young-people"]
    shown = [everything, everything.plan, one, one.assessment, *one.assessment.parts, one.risk]
    shown += [everything.plan["young-people"], *everything.plan["young-people"].components]
    for value in shown:
        assert type(value).__name__ in repr(value)
        assert "0x" not in repr(value)

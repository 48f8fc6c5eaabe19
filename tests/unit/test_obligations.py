"""Who owes the points: the rule, and what completeness makes of it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.completeness.assess import assess
from app.completeness.rows import IndicatorRow, TaskRow
from app.completeness.states import Tally
from app.framework.expansion import ResponsibleUnit
from app.workspace.obligations import BEFORE, Obligations, Owing, OwingRule, owing
from models.vocabulary import ResponsibilityRole
from tests.support.completeness_rows import MATERIAL, PERIOD, SET, UNITS, marked, placed

LEAD, PARTICIPANT = ResponsibilityRole.LEAD, ResponsibilityRole.PARTICIPANT
LAW, POLICE = UNITS
rules = st.sampled_from(OwingRule)
parts = st.lists(
    st.builds(
        ResponsibleUnit,
        st.sampled_from(["甲", "乙", "丙", "丁"]),
        st.sampled_from(ResponsibilityRole),
        st.sampled_from(["", "县直各单位"]),
    ),
    unique_by=lambda part: part.unit,
)


def asked(rule: OwingRule) -> tuple[IndicatorRow, ...]:
    """The two small indicators; the first unit leads, the second takes part."""

    def task(row: TaskRow) -> TaskRow:
        named = [ResponsibleUnit(u, LEAD if u == LAW else PARTICIPANT) for u in row.units]
        return replace(row, owing=owing(rule, named), leads=frozenset({LAW}))

    return tuple(replace(row, tasks=tuple(map(task, row.tasks))) for row in SET)


def owed(rule: OwingRule, evidence=(), marks=()) -> dict[str, Tally]:
    return dict(assess(asked(rule), evidence, (), PERIOD, marks).units)


@given(parts)
def test_only_leads_owe_and_where_nobody_leads_all_who_are_named(named):
    leads = tuple(p.unit for p in named if p.role is LEAD)
    assert owing(OwingRule.LEADS, named).units == (leads or tuple(p.unit for p in named))


@given(rules, parts)
def test_nobody_owes_who_is_not_named_and_every_point_has_somebody(rule, named):
    found = owing(rule, named)
    assert set(found.units) <= {p.unit for p in named}
    assert found.if_held is (rule is OwingRule.HOLDERS)
    assert bool(found.units or found.if_held) is bool(named or found.if_held)
    assert set(owing(OwingRule.LEADS, named).units) <= set(owing(OwingRule.EVERYONE, named).units)


def test_a_participant_may_add_and_owes_nothing():
    given_rows = [placed("a", 1, unit=POLICE)]
    found = assess(asked(OwingRule.LEADS), given_rows, (), PERIOD)
    assert found.units == {LAW: Tally(6), POLICE: Tally()}
    assert found.whole.covered == 1  # what it added counts for the point
    added = next(s for s in found.slots(POLICE) if s.task.task_code == MATERIAL)
    assert (added.owing, added.lead, added.owed) == (False, False, ())
    assert added.filing.tally.covered == 1
    assert all(slot.lead for slot in found.slots(LAW))


def test_every_participant_owes_if_the_office_says_so():
    assert owed(OwingRule.EVERYONE) == {LAW: Tally(6), POLICE: Tally(4)}


def test_whoever_has_something_owes_that_point_and_no_other():
    yearly = placed("a", 3, unit=POLICE, title="2019年材料")
    found = owed(OwingRule.HOLDERS, [yearly, placed("b", 1, unit=POLICE)])
    assert found[LAW] == Tally()
    assert (found[POLICE].total, found[POLICE].covered) == (2, 1)  # two years are still missing


def test_a_point_does_not_apply_once_all_who_owe_it_say_so():
    one = assess(asked(OwingRule.LEADS), (), (), PERIOD, [marked()])
    assert (one.whole.exempt, one.units[LAW].exempt) == (4, 4)
    other = assess(asked(OwingRule.LEADS), (), (), PERIOD, [marked(unit=POLICE)])
    assert other.whole.exempt == 0
    # Where nobody owes in any case, all who answer for the task have to say it.
    for marks, exempt in (([marked()], 0), ([marked(), marked(unit=POLICE)], 4)):
        found = assess(asked(OwingRule.HOLDERS), (), (), PERIOD, marks)
        assert found.whole.exempt == exempt


evidence = st.lists(
    st.builds(
        placed,
        st.sampled_from("abcd"),
        st.sampled_from([None, 1, 2, 3, 4]),
        unit=st.sampled_from(UNITS),
        title=st.sampled_from(["材料", "2019—2021年材料"]),
        blocked=st.booleans(),
    ),
    max_size=12,
)


@given(rules, evidence)
def test_the_rule_changes_who_owes_and_never_what_is_covered(rule, rows):
    found = assess(asked(rule), rows, (), PERIOD)
    usual = assess(SET, rows, (), PERIOD)
    assert found.whole == usual.whole
    assert sum(found.units.values(), Tally()) == found.slots_total
    for unit, tally in found.units.items():
        assert tally.total <= usual.units[unit].total
        assert tally.covered + tally.waiting + tally.missing == tally.total
        assert tally == sum((s.tally for s in found.slots(unit)), Tally())


def test_an_indicator_may_have_a_rule_of_its_own():
    chosen = Obligations().for_some(["60", "43"], OwingRule.EVERYONE)
    assert (chosen.of("60"), chosen.of("1")) == (OwingRule.EVERYONE, OwingRule.LEADS)
    assert chosen.for_some(["60", "43"], None) == Obligations()
    assert chosen.for_some(["60", "43"], OwingRule.LEADS) == Obligations()
    # With the same rule for all, it is none of its own any more.
    assert chosen.for_all(OwingRule.EVERYONE) == Obligations(OwingRule.EVERYONE)
    assert chosen.for_all(OwingRule.HOLDERS).of("60") is OwingRule.EVERYONE


def test_a_choice_once_made_stays_one():
    assert not BEFORE.chosen
    assert BEFORE.for_all(OwingRule.EVERYONE).chosen
    assert BEFORE.for_some(["60"], OwingRule.LEADS) == Obligations(
        OwingRule.EVERYONE, {"60": OwingRule.LEADS}
    )
    assert Owing(("甲",)) == owing(OwingRule.LEADS, [ResponsibleUnit("甲", LEAD)])

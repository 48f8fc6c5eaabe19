"""核验现场 in packages: merged, undone, and changed by their owner only."""

import pytest

from app.checkup.impossible import impossible_values
from app.errors import OwnedByOffice, OwnedByUnit
from app.exchange.merge.errors import Impossible, RecordImpossible
from app.framework.keys import TaskKey
from app.verification.notes import add_note, alter_note, read_notes, withdraw_note
from app.verification.site_check.sites import SITES, Check, Readiness, Site, SiteTask
from app.verification.slots import Slot
from app.workspace.opening import Workspace
from tests.support.forging import forged

LAW, MEDIATION = TaskKey("21", "site_check"), TaskKey("80", "site_check")
CHECK = Check("服务台", "值班安排", Readiness.UNDER_WAY, "王五", "换牌子")
SAID = Site(
    "公共法律服务中心", "人民路1号", "李四", "0375-5051234", "工作日", 2,
    (SiteTask(LAW, (CHECK,)), SiteTask(MEDIATION)),
)  # fmt: skip


def sites(workspace: Workspace) -> list[Site]:
    with workspace.database.reading() as session:
        return [row.said for row in read_notes(session, SITES)]


def test_it_travels_and_belongs_to_the_unit(county, unit):
    office, slot = county.office, Slot(unit.name, *LAW)
    number = add_note(unit.workspace, SITES, slot, SAID)
    office.merge(unit.submit(county.stick / "1.zip"))
    assert sites(office.workspace) == [SAID]
    with office.workspace.database.reading() as session:
        assert list(impossible_values(session)) == []
    done = SAID.with_checks(LAW, [Check("服务台", state=Readiness.READY)])
    with pytest.raises(OwnedByUnit):
        alter_note(office.workspace, SITES, number, done)
    alter_note(unit.workspace, SITES, number, done)
    office.merge(unit.submit(county.stick / "2.zip"))
    assert sites(office.workspace) == [done]
    office.exchange.undo()
    assert sites(office.workspace) == [SAID]
    withdraw_note(unit.workspace, SITES, number)
    office.merge(unit.submit(county.stick / "3.zip"))
    assert sites(office.workspace) == []


def test_what_the_office_entered_comes_back_and_stays_the_offices(county, unit):
    number = add_note(county.office.workspace, SITES, Slot(unit.name, *LAW), SAID)
    unit.merge(county.answer(unit.name, county.stick / "r.zip"))
    assert sites(unit.workspace) == [SAID]
    with pytest.raises(OwnedByOffice):
        withdraw_note(unit.workspace, SITES, number)


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("name", "大厅\u202e", Impossible.DIRECTION),
        ("phone", "1\x00", Impossible.CONTROL),
        ("route", -1, None),
        ("tasks", [{"indicator_code": "999", "task_code": "x"}], Impossible.PLACE_UNKNOWN),
        ("tasks", [{"indicator_code": "6", "task_code": "a/b"}], Impossible.CODE),
    ],
)
def test_what_no_program_writes_is_refused(county, unit, field, value, reason):
    add_note(unit.workspace, SITES, Slot(unit.name, *LAW), SAID)
    package = unit.submit(county.stick / "1.zip")

    def change(content):
        content["records"]["sites"][0][field] = value

    bad = forged(unit, package, county.stick / "2.zip", change, check=False)
    with pytest.raises(RecordImpossible) as caught:
        county.office.merge(bad)
    assert reason in {None, caught.value.reason}
    assert sites(county.office.workspace) == []

"""Many packages in one go, and what is known before one is made."""

import multiprocessing
import os
from pathlib import Path

import pytest

from app.bootstrap import open_services
from app.exchange.errors import PackageTruncated
from app.exchange.kinds import PackageKind
from app.exchange.outlook import read_outlook, read_standings
from app.exchange.rounds import find_packages, merge_each, pack_each, preview_each
from app.exchange.service import PackRequest
from app.framework.keys import SlotKey
from app.identity.trust import Standing
from app.jobs import CancelToken, Progress, SilentJob
from app.review.service import accept_slots
from models.vocabulary import PackageState
from tests.support.county import JOB, UNITS, copy_county, make_county, open_county

LAW, FINANCE = UNITS


class _CancelledAfterOne(SilentJob):
    """Somebody presses cancel while the second thing is at hand."""

    def report(self, progress: Progress) -> None:
        if progress.stage == "verify" and progress.done == progress.total:
            self.token.cancel()


@pytest.fixture
def county(template, tmp_path):
    """The county; what is lost here on purpose need not be whole in the end."""
    copy_county(template, tmp_path / "县")
    with open_county(tmp_path / "县", UNITS) as opened:
        yield opened


def standing_of(county, unit):
    found = read_standings(county.office.workspace)
    return next(each for each in found if each.unit.name == unit)


def test_the_outlook_follows_what_the_office_has_confirmed(county):
    law = county.named(LAW)
    law.attach("总结", "一" * 100)
    before = read_outlook(law.workspace)
    assert [slot.indicator for slot in before.slots] == ["60"]
    assert (before.items, before.originals(full=False), before.size(full=False)) == (1, 1, 300)
    county.office.merge(law.submit(county.stick / "一.zip"))
    law.merge(county.answer(LAW, county.stick / "退.zip"))
    law.attach("补充", "二" * 10)
    after = read_outlook(law.workspace)
    assert (after.items, after.originals(full=False), after.size(full=False)) == (2, 1, 30)
    assert (after.originals(full=True), after.size(full=True)) == (2, 330)
    assert after.absent == ()
    for sha256 in after.sizes:
        law.workspace.originals.path(sha256).unlink()
    assert len(read_outlook(law.workspace).absent) == 2


def test_a_units_standing_tells_gaps_news_and_trust(county):
    law = county.named(LAW)
    assert standing_of(county, LAW).sent.kind is PackageKind.TASK
    law.attach("总结", "甲")
    law.submit(county.stick / "丢了.zip")
    law.attach("补充", "乙")
    county.office.merge(law.submit(county.stick / "二.zip"))
    standing = standing_of(county, LAW)
    assert (standing.received.sequence, standing.gaps, standing.waiting) == (2, (1,), 1)
    assert standing.key.fingerprint == law.identity.keys().public.fingerprint
    assert standing.news == 0
    slot = SlotKey("60", "material_check", standing.unit.id)
    accept_slots(county.office.workspace, [slot])
    assert standing_of(county, LAW).news == 1
    county.answer(LAW, county.stick / "退.zip")
    assert standing_of(county, LAW).news == 0
    assert standing_of(county, FINANCE).key is None


def test_a_bad_package_is_entered_and_the_rest_go_on(county):
    for unit in UNITS:
        county.named(unit).attach(f"{unit}的材料", unit)
        county.named(unit).submit(county.stick / f"报送-{unit}.zip")
    whole = (county.stick / f"报送-{LAW}.zip").read_bytes()
    (county.stick / "坏.zip").write_bytes(whole[: len(whole) // 2])
    groups = [group for group in find_packages([county.stick]) if "任务" not in group[0].name]
    looked = preview_each(county.office.exchange, groups, JOB)
    assert [arrival.error is None for arrival in looked] == [True, True, False]
    assert isinstance(looked[2].error, PackageTruncated)
    assert {arrival.report.trust for arrival in looked[:2]} == {Standing.UNKNOWN}
    # Without a comparison of the keys none is merged; each is told of by itself.
    refused = merge_each(county.office.exchange, looked[:2], JOB)
    assert all(arrival.error is not None for arrival in refused)
    assert all(not s.waiting for s in read_standings(county.office.workspace))


def test_cancelling_leaves_an_entry_for_everything(county):
    request = PackRequest(PackageKind.TASK, county.stick / "新")
    (county.stick / "新").mkdir()
    made = pack_each(county.office.exchange, request, UNITS, _CancelledAfterOne(CancelToken()))
    assert [each.unit for each in made] == list(UNITS)
    assert made[1].packed is None
    assert made[1].error is None
    assert len(list((county.stick / "新").iterdir())) <= 1


def test_packages_are_found_in_folders_and_parts_kept_together(tmp_path: Path):
    names = ("甲.abcdef.分卷1-2.zip", "甲.abcdef.分卷2-2.zip", "乙.zip", "说明.txt")
    for name in names:
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "里层").mkdir()
    (tmp_path / "里层" / "丙.zip").write_bytes(b"")
    found = find_packages([tmp_path])
    assert sorted(sorted(path.name for path in group) for group in found) == [
        ["丙.zip"],
        ["乙.zip"],
        ["甲.abcdef.分卷1-2.zip", "甲.abcdef.分卷2-2.zip"],
    ]
    one = find_packages([tmp_path / names[1]])
    assert [[path.name for path in group] for group in one] == [list(names[:2])]


class _Look(SilentJob):
    """Lists the packages while one is written; ends the program there if told to."""

    def __init__(self, root: Path, *, dies: bool = False) -> None:
        super().__init__()
        self.root, self.dies = root, dies
        self.seen: set[PackageState] = set()

    def report(self, progress: Progress) -> None:
        if progress.stage == "pack":
            if self.dies:
                os._exit(9)
            self.seen.add(newest(self.root))


def newest(root: Path) -> PackageState:
    with open_services(root, read_only=True) as services:
        return services.exchange.history()[0].state


def _die_while_packing(root: Path, target: Path) -> None:
    request = PackRequest(PackageKind.TASK, target, UNITS[0])
    with open_services(root) as services:
        services.exchange.pack(request, _Look(root, dies=True))


def test_a_package_that_nobody_writes_any_more_is_said_to_be_unfinished(tmp_path):
    make_county(tmp_path / "县", UNITS[:1])
    root, stick = tmp_path / "县" / "创建办", tmp_path / "县" / "U盘"
    look = _Look(root)
    with open_services(root) as services:
        services.exchange.pack(PackRequest(PackageKind.TASK, stick / "1.zip", UNITS[0]), look)
    assert look.seen == {PackageState.WRITING}
    assert newest(root) is PackageState.WRITTEN
    process = multiprocessing.get_context("spawn").Process(
        target=_die_while_packing, args=(root, stick / "2.zip")
    )
    process.start()
    process.join()
    assert process.exitcode == 9
    assert newest(root) is PackageState.INTERRUPTED
    with open_services(root) as services:
        assert services.exchange.history()[0].state is PackageState.INTERRUPTED
        packed = services.exchange.pack(
            PackRequest(PackageKind.TASK, stick / "3.zip", UNITS[0]), SilentJob()
        )
    with open_county(tmp_path / "县", UNITS[:1]) as county:
        report = county.units[0].merge(packed.written.paths[0])
        # What was never finished is no gap: only the one on the stick is said to be missing.
        assert [notice.numbers for notice in report.applied.notices] == [(2,)]

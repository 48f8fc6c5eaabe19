"""What was committed is announced, and the snapshot reads again only what that touches."""

import random
from collections.abc import Callable

import pytest
from sqlalchemy import event

from app.bootstrap import open_services
from app.changed import Area, changed_by
from app.completeness.figures import place_of, state_figure, withdraw_figure
from app.completeness.marks import MarkPlace, mark_not_applicable, withdraw_mark
from app.conversion.model import BindingChoices
from app.errors import JuanzongError
from app.evidence.items import ItemEdit, edit_item, put_entry, remove_items, restore_items
from app.evidence.judging import judge_item
from app.evidence.merging import keep_one
from app.evidence.moving import (
    copy_items,
    move_placements,
    put_back,
    restore_placements,
    take_away,
)
from app.evidence.placements import reorder
from app.evidence.places import Target
from app.evidence.second_files import SecondFile
from app.framework.keys import TaskKey
from app.intake.attach import attach_files
from app.intake.parts.adding import put_companion
from app.intake.parts.revising import revise_item
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.rectification.service import NoticeDraft, open_notice
from app.review.service import submit_unit
from app.settings import change_settings, load_settings
from app.stages.service import reset_stages, shift_stages
from app.workspace.unit_editing import change_units, undo_change
from app.workspace.unit_state import RegistryState
from models import Blob
from tests.support.county import UNITS, make_county, open_county
from tests.support.workspaces import add_item, copy_workspace, rows
from ui.snapshot import read_snapshot, renewed, with_words

METHOD = "material_check"
JOB = SilentJob()
#: Tasks with one point and with several, of one unit and of several.
TASKS = (("60", 1), ("60", 2), ("60", None), ("63", 1), ("1", None), ("68", 1))


@pytest.fixture
def heard():
    """What was announced: a tuple of entries for each commit."""
    return []


@pytest.fixture
def services(tmp_path, office_template, heard):
    path = copy_workspace(office_template, tmp_path / "示例县创建")
    with open_services(path, listeners=[heard.append]) as opened:
        yield opened


def refreshed(services, snapshot, heard):
    """The snapshot after what was announced since; the settings are taken as the window does."""
    changed = changed_by(entry for entries in heard for entry in entries)
    heard.clear()
    if changed.touches(Area.SETTINGS):
        with services.workspace.database.reading() as session:
            services.take_settings(
                load_settings(
                    session,
                    services.workspace.facts.county,
                    services.workspace.facts.framework.programme,
                )
            )
    return renewed(services, snapshot, changed)


def demand_same(services, snapshot):
    whole = with_words(read_snapshot(services))
    assert list(snapshot.filed.items()) == list(whole.filed.items())
    assert snapshot.completeness.indicators == whole.completeness.indicators
    assert snapshot == whole


class Clerk:
    """Somebody who does at random what can be done with a workspace."""

    def __init__(self, services, folder, seed):
        self.services, self.folder = services, folder
        self.workspace = services.workspace
        self.random = random.Random(seed)
        self.count = 0
        self.moved = self.edited = self.turned = None
        self.taken = []

    def act(self):
        acts = [getattr(self, name) for name in sorted(dir(self)) if name.startswith("do_")]
        self.random.choice(acts)()

    # --- what there is ---------------------------------------------------------------------------

    @property
    def filed(self):
        return [row for found in read_snapshot(self.services).filed.values() for row in found]

    @property
    def unit(self):
        units = self.workspace.registry().units_of("60", METHOD)
        return self.random.choice(units) if units else "县司法局"

    def some(self, most=3):
        filed = self.filed
        return self.random.sample(filed, min(len(filed), self.random.randint(1, most)))

    def target(self):
        code, point = self.random.choice(TASKS)
        units = self.workspace.registry().units_of(code, METHOD)
        return Target(code, METHOD, self.random.choice(units), point)

    # --- what can be done ------------------------------------------------------------------------

    def do_add(self):
        self.count += 1
        file = self.folder / f"{self.random.choice((2019, 2021))}年材料{self.count}.txt"
        file.write_text(f"内容{self.random.randint(1, 5)}", encoding="utf-8")
        target = self.target()
        with self.workspace.database.writing() as work:
            add_item(
                work,
                self.workspace,
                file,
                unit=target.unit,
                indicator=target.indicator,
                point=target.point,
            )
            work.commit()

    do_add_another = do_add
    do_add_a_third = do_add

    def do_edit(self):
        for row in self.some(1):
            year = self.random.choice(("2018", "2021-03", ""))
            title = f"{self.random.choice(('通知', '报告'))}{self.count}"
            edit = ItemEdit(title=title, doc_date=year)
            self.edited = row.item, edit_item(self.workspace, row.item, edit)

    def do_undo_the_edit(self):
        if self.edited is not None:
            item, edited = self.edited
            put_entry(self.workspace, item, edited.reverse)

    def do_remove(self):
        items = [row.item for row in self.some()]
        remove_items(self.workspace, items)
        self.taken += items

    def do_restore(self):
        restore_items(self.workspace, self.taken[-2:])

    def do_move(self):
        ids = [row.placement for row in self.some()]
        self.moved = move_placements(self.workspace, ids, self.target())

    def do_move_back(self):
        if self.moved is not None:
            put_back(self.workspace, self.moved.before)

    def do_copy(self):
        copied = copy_items(self.workspace, [row.item for row in self.some()], self.target())
        if copied.placements and self.random.random() < 0.5:
            take_away(self.workspace, copied.placements)
            restore_placements(self.workspace, copied.placements[:1])

    def do_reorder(self):
        found = list(read_snapshot(self.services).filed.values())
        if found:
            ids = [row.placement for row in self.random.choice(found)]
            self.random.shuffle(ids)
            reorder(self.workspace, ids)

    def do_keep_one(self):
        items = [row.item for row in self.some(2)]
        keep_one(self.workspace, items[0], items[1:])

    def do_companion(self):
        for row in self.some(1):
            file = SecondFile(row.sha256, "打印.pdf", ())
            put_companion(self.workspace, row.item, self.random.choice((None, file)))

    def do_binding(self):
        for row in self.some(1):
            choices = BindingChoices(comments=self.random.random() < 0.5)
            judge_item(self.workspace, row.item, binding=choices)

    def do_figure(self):
        framework = self.workspace.facts.framework
        code, method, point, text = next(
            (i.code, t.code, p.number, h.text)
            for i in framework.indicators
            for t in i.tasks
            for p in t.points
            for h in p.thresholds
        )
        registry = self.workspace.registry()
        unit = registry.unit(registry.units_of(code, METHOD)[0]).id
        place = place_of(framework, code, method, point)
        with self.workspace.database.writing() as work:
            if self.random.random() < 0.7:
                state_figure(work, place, unit, self.random.randint(0, 100), text)
            else:
                withdraw_figure(work, place, unit, text)
            work.commit()

    def do_mark(self):
        code, point = self.random.choice(TASKS)
        unit = self.random.choice(self.workspace.registry().units_of(code, METHOD))
        place = MarkPlace(unit, code, METHOD, point)
        if self.random.random() < 0.7:
            mark_not_applicable(self.workspace, place, "没有这项业务")
        else:
            withdraw_mark(self.workspace, place)

    def do_units(self):
        unit = self.workspace.registry().unit(self.unit)
        at = self.workspace.database.now()
        change: Callable[[RegistryState], RegistryState] = self.random.choice(
            (
                lambda state: state.renaming(unit.id, f"县第{self.random.randint(1, 99)}局"),
                lambda state: state.aliasing(unit.id, [f"别名{self.random.randint(1, 99)}"]),
                lambda state: state.retiring(unit.id, at),
            )
        )
        self.turned = change_units(self.workspace, change)

    def do_undo_the_units(self):
        if self.turned is not None:
            undo_change(self.workspace, self.turned)

    def do_groups(self):
        group = self.random.choice([g for g in self.workspace.registry().groups if g.members])
        members = list(group.members)
        self.random.shuffle(members)
        ids = [self.workspace.registry().unit(name).id for name in members]
        change_units(self.workspace, lambda state: state.filling(group.code, ids))

    def do_settings(self):
        year, facts = self.random.choice((None, 2020, 2022)), self.workspace.facts
        change_settings(
            self.workspace.database,
            facts.county,
            facts.framework.programme,
            lambda s: s.model_copy(update={"last_year": year}),
        )

    def do_stages(self):
        if self.random.random() < 0.5:
            shift_stages(self.workspace, self.random.randint(2022, 2030))
        else:
            reset_stages(self.workspace)

    def do_review(self):
        submit_unit(self.workspace, self.workspace.registry().unit(self.unit).id)

    def do_notice(self):
        unit = self.workspace.registry().unit(self.unit).id
        open_notice(self.workspace, NoticeDraft(unit, "60", "缺通报", "补齐"))


@pytest.mark.parametrize("seed", range(4))
def test_what_is_read_again_is_the_same_as_reading_all(services, heard, tmp_path, seed):
    clerk = Clerk(services, tmp_path, seed)
    snapshot = with_words(read_snapshot(services))
    done = 0
    for _ in range(40):
        try:
            clerk.act()
        except (JuanzongError, IndexError):
            assert not heard, "what failed was announced"
        done += bool(heard)
        snapshot = refreshed(services, snapshot, heard)
        demand_same(services, snapshot)
    assert done > 15


def test_files_that_are_taken_in_are_announced(services, heard, tmp_path):
    """Also what has no entry of its own: what an original is after all."""
    workspace, snapshot = services.workspace, with_words(read_snapshot(services))
    folder = tmp_path / "来件"
    folder.mkdir()
    for number in (3, 1, 2):
        (folder / f"{number:02}.txt").write_text(f"第{number}号通知", encoding="utf-8")
    with workspace.database.writing() as work:  # the same content as one of them has
        add_item(work, workspace, folder / "02.txt", unit="县财政局", indicator="1")
        work.commit()
    snapshot = refreshed(services, snapshot, heard)
    (there,) = rows(workspace, Blob)
    workspace.originals.path(there.sha256).unlink()
    request = AttachRequest((folder,), Target("60", METHOD, "县司法局", 2))
    attach_files(workspace, services.workers, request, JOB)
    snapshot = refreshed(services, snapshot, heard)
    demand_same(services, snapshot)
    (first, *_) = snapshot.filed[TaskKey("60", METHOD)]
    newer = tmp_path / "新版.txt"
    newer.write_text("新的通知", encoding="utf-8")
    revise_item(workspace, services.workers, first.item, newer, JOB)
    snapshot = refreshed(services, snapshot, heard)
    demand_same(services, snapshot)


def test_files_that_were_put_in_order_afterwards_are_announced(services, heard, tmp_path):
    """The large file is looked at first, and filed before the small ones that precede it."""
    folder = tmp_path / "来件"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"第{number}号通知", encoding="utf-8")
    (folder / "99.txt").write_text("关于案卷评查的通知\n" * 200_000, encoding="utf-8")
    snapshot = with_words(read_snapshot(services))
    request = AttachRequest((folder,), Target("60", METHOD, "县司法局", 2))
    report = attach_files(services.workspace, services.workers, request, JOB)
    filed = [filed.item for filed in read_snapshot(services).filed[TaskKey("60", METHOD)]]
    assert filed == [outcome.item_id for outcome in report.outcomes]
    assert any(entry.action == "placements.reordered" for entries in heard for entry in entries)
    demand_same(services, refreshed(services, snapshot, heard))


def test_a_merge_and_its_undoing_are_announced(tmp_path, heard):
    root = tmp_path / "县"
    make_county(root, UNITS[:1])
    with open_county(root, UNITS[:1]) as county:
        unit = county.units[0]
        unit.attach("通知", "关于案卷评查的通知")
        package = unit.submit(county.stick / "报送.zip")
        fingerprint = unit.identity.keys().public.fingerprint
    with open_services(root / "创建办", listeners=[heard.append]) as services:
        snapshot = with_words(read_snapshot(services))
        merged = services.exchange.merge([package], JOB, trust=fingerprint)
        snapshot = refreshed(services, snapshot, heard)
        assert snapshot.filed
        demand_same(services, snapshot)
        services.exchange.undo(merged.header.id)
        snapshot = refreshed(services, snapshot, heard)
        assert not snapshot.filed
        demand_same(services, snapshot)


@pytest.fixture
def asked(services):
    """The statements, with what was put into them, that were sent to the database."""
    found = []

    def note(_connection, _cursor, statement, parameters, *_rest):
        found.append((statement, parameters))

    engine = services.workspace.database.engine
    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize("others", [2, 40])
def test_a_title_is_read_without_the_other_items(services, heard, tmp_path, asked, others):
    workspace = services.workspace
    for number in range(others):
        file = tmp_path / f"材料{number}.txt"
        file.write_text(f"内容{number}", encoding="utf-8")
        with workspace.database.writing() as work:
            item = add_item(work, workspace, file, unit="县司法局", indicator="60", point=1)
            work.commit()
    snapshot = with_words(read_snapshot(services))
    heard.clear()
    edit_item(workspace, item, ItemEdit(title="改过的题名", doc_date="2020"))
    asked.clear()
    after = refreshed(services, snapshot, heard)
    statements = [(asks, given) for asks, given in asked if asks != "BEGIN"]
    demand_same(services, after)
    assert "改过的题名" in {row.title for found in after.filed.values() for row in found}
    # One for the item, one for its other files, one for whose workspace it is, one for what
    # ever came back.
    assert len(statements) == 4
    of_items = [(s, p) for s, p in statements if "placement" in s or "attachment" in s]
    assert len(of_items) == 2
    assert of_items[0][1] == (item,)
    assert len(of_items[1][1]) == 1
    # What was not changed is not even made anew.
    assert after.registry is snapshot.registry
    states = zip(after.completeness.indicators, snapshot.completeness.indicators, strict=True)
    assert [new.code for new, old in states if new is not old] == ["60"]

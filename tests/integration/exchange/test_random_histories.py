"""A county from the first task package to accepted slots and a dossier; then at random."""

import contextlib
import random
import shutil
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import select

from app.bootstrap import Services
from app.checkup.checking import check_workspace
from app.completeness.errors import NotMarked
from app.completeness.figures import place_of, state_figure, withdraw_figure
from app.completeness.marks import MarkPlace, mark_not_applicable, withdraw_mark
from app.errors import OwnedByOffice, OwnedByUnit
from app.evidence.errors import AlreadyPlaced
from app.evidence.items import ItemEdit, edit_item, remove_items, restore_items
from app.evidence.moving import take_away
from app.evidence.placements import place_item, reorder
from app.evidence.places import Target
from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.merge.errors import (
    MergeBuiltUpon,
    MergeUnknown,
    PackageSuperseded,
    RecoveryInTheWay,
)
from app.exchange.merge.standing import PackageStanding
from app.jobs import SilentJob
from app.rectification.service import NoticeDraft, ReplyEdit, open_notice, reply
from app.review.service import Ruling, decide
from app.review.vocabulary import SlotStage
from app.selfcheck.service import StatementEdit, state
from app.stages.schedule import StageChange, changed
from app.stages.store import load_schedule, save_schedule
from app.verification.case_review.cases import case_register
from app.verification.case_review.drawing import Wanted
from app.verification.case_review.draws import DrawRequest, draw_cases, read_draws
from app.verification.case_review.errors import (
    NothingToDraw,
    ReviewersComplete,
    SheetConcluded,
)
from app.verification.case_review.scores import SheetText, save_sheet
from app.verification.case_review.scoring import Mark, Verdict
from app.verification.exam.exams import Exam, add_exam
from app.verification.exam.people import add_people
from app.verification.exam.people import draw_people as draw_candidates
from app.verification.interview.drawing import Listed, draw_people
from app.verification.interview.entering import enter_sheet, make_void, read_round
from app.verification.interview.rounds import ROUNDS, GroupPlan
from app.verification.interview.sheets import SHEETS, AnswerSheet
from app.verification.material_check.registers.rows import Line, change_rows
from app.verification.notes import NoteChanges, add_note, read_notes, withdraw_note
from app.verification.slots import Slot
from app.web_origin import UNCHANGED, OriginEdit
from app.workspace.unit_editing import change_units
from benchmarks.corpus import page_count
from benchmarks.exchange import OFFICE, Script, board_of, placed
from models import EvidenceItem, Placement, RectificationNotice, Submission
from models.vocabulary import ReviewDecision
from tests.support.county import (
    JOB,
    UNITS,
    County,
    Partner,
    copy_county,
    ground,
    make_county,
    office_word,
    open_county,
    own_work,
    seen_by_office,
)
from tests.support.interviews import round_said


def test_a_county_ends_complete(tmp_path):
    """One office and twenty units, from the task packages to the final dossiers."""
    script = Script(tmp_path / "县", units=20, items=60, seed=3)
    script.play()
    assert len(script.names) == 20
    with script.partner(OFFICE) as office:
        filled = [row for row in board_of(office).rows if row.items]
        assert {row.slot.unit_id for row in filled} == set(_ids(office, script.names))
        assert {row.stage for row in filled} == {SlotStage.ACCEPTED}
        assert check_workspace(office.workspace, SilentJob()).sound
        with office.workspace.database.reading() as session:
            added = session.scalars(select(EvidenceItem.id)).all()
            assert not any(session.scalars(select(EvidenceItem.by_office)))
        assert len(added) > 60  # what came back was added to
        assert all(not peer.gaps for peer in office.exchange.partners())
        _dossiers_hold_everything(script, office)
    for name in script.names:
        with script.partner(name) as unit:
            assert check_workspace(unit.workspace, SilentJob()).sound


def _dossiers_hold_everything(script: Script, office: Services) -> None:
    bound = script.bound
    assert bound is not None
    ledger = bound.ledger
    assert (ledger.included, ledger.excluded, ledger.failed) == (placed(office), 0, 0)
    assert {d.indicator for d in bound.dossiers} == {
        row.slot.indicator for row in board_of(office).rows if row.items
    }
    assert all(dossier.complete for dossier in bound.dossiers)
    for dossier in bound.dossiers:
        assert sum(map(page_count, dossier.files)) == dossier.pages


def _ids(office: Services, names: tuple[str, ...]) -> list[str]:
    registry = office.workspace.registry()
    return [registry.unit(name).id for name in names]


_TEMPLATE: list[Path] = []


@pytest.fixture(scope="module", autouse=True)
def _template(tmp_path_factory):
    root = tmp_path_factory.mktemp("random") / "县"
    make_county(root, UNITS)
    _TEMPLATE.append(root)
    yield
    _TEMPLATE.clear()


class Stick:
    """A package on its way, and what its sender's work was when it was made."""

    def __init__(self, path: Path, unit: int, *, to_office: bool, said: dict) -> None:
        self.path = path
        self.unit = unit
        self.to_office = to_office
        self.said = said


class RandomCounty(RuleBasedStateMachine):
    """Any history of units and office, packages in any order, lost, found and repeated."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="juanzong-"))
        copy_county(_TEMPLATE[0], self.folder / "县")
        self.opened = open_county(self.folder / "县", UNITS)
        self.county: County = self.opened.__enter__()
        self.sticks: list[Stick] = []
        self.recovered: set[int] = set()
        self.random = random.Random(0)
        self.count = 0

    @initialize(seed=st.integers(0, 1 << 16))
    def shuffle(self, seed):
        self.random = random.Random(seed)

    # --- units -----------------------------------------------------------------------------------

    @rule(n=st.integers(0, 1), where=st.sampled_from(["60", "63"]))
    def attach(self, n, where):
        self.count += 1
        self.county.units[n].attach(f"材料{self.count}", str(self.random.random()), where)

    @rule(n=st.integers(0, 1), pick=st.integers(0, 9))
    def edit(self, n, pick):
        unit = self.county.units[n]
        if item := self._item(unit, pick, removed=False):
            self.count += 1
            why = f"说明{self.count}" if pick % 2 else None
            seen = OriginEdit(f"https://www.shili.gov.cn/{self.count}", site="县政府网")
            said = seen if pick % 3 else UNCHANGED
            edit = ItemEdit(title=f"题名{self.count}", remark="改", reason=why, origin=said)
            edit_item(unit.workspace, item, edit)

    @rule(n=st.integers(0, 1), pick=st.integers(0, 9), removed=st.booleans())
    def bin_or_restore(self, n, pick, removed):
        unit = self.county.units[n]
        if item := self._item(unit, pick, removed=removed):
            (restore_items if removed else remove_items)(unit.workspace, [item])

    @rule(n=st.integers(0, 1), pick=st.integers(0, 9), point=st.integers(1, 3))
    def place(self, n, pick, point):
        unit = self.county.units[n]
        item = self._item(unit, pick, removed=False)
        try:
            if item:
                place_item(unit.workspace, item, Target("60", "材料查证", None, point))
        except AlreadyPlaced:
            return

    @rule(n=st.integers(0, 1), away=st.booleans())
    def rearrange(self, n, away):
        unit = self.county.units[n]
        ids = self._placements(unit)
        self.random.shuffle(ids)
        if away and ids:
            take_away(unit.workspace, [ids[0]])
        elif ids:
            reorder(unit.workspace, ids)

    @rule(n=st.integers(0, 1), point=st.none() | st.integers(1, 2), office=st.booleans())
    def mark_as_not_applying(self, n, point, office):
        unit = self.county.units[n]
        side = self.county.office if office else unit
        name = self._name_in(side, unit)
        place = MarkPlace(name, "60", "material_check", point)
        try:
            if self.random.random() < 0.3:
                withdraw_mark(side.workspace, place)
            else:
                mark_not_applicable(side.workspace, place, f"原因{self.random.randrange(3)}")
        except (NotMarked, OwnedByOffice, OwnedByUnit):
            return

    @rule(n=st.integers(0, 1), office=st.booleans())
    def examine(self, n, office):
        unit = self.county.units[n]
        side = self.county.office if office else unit
        self.count += 1
        name = self._name_in(side, unit)
        exam = add_exam(side.workspace, name, Exam(f"考试{self.count}"), "63")
        add_people(side.workspace, exam, [(f"张三{'丰' * (self.count % 3)}", "大队")])
        if self.random.random() < 0.5:
            draw_candidates(side.workspace, exam, 1, "7")

    @staticmethod
    def _name_in(side, unit):
        """How one side calls a unit at present."""
        return next(u.name for u in side.workspace.registry().units if u.id == unit.unit_id)

    @rule(
        n=st.integers(0, 1),
        value=st.none() | st.integers(0, 100),
        year=st.sampled_from([0, 2020, 2021]),
    )
    def figures_and_words(self, n, value, year):
        workspace = self.county.units[n].workspace
        framework = workspace.facts.framework
        task_code = "material_check"
        place = place_of(framework, "68", task_code, 4)
        with workspace.database.writing() as work:
            text = place.thresholds[0].text
            if value is None:
                withdraw_figure(work, place, workspace.facts.unit_id, text, year)
            else:
                state_figure(work, place, workspace.facts.unit_id, value, text, year)
            work.commit()
        own = sorted(workspace.registry().indicators_of(workspace.facts.unit_name))
        edit = StatementEdit(statement=f"情况{value}")
        state(workspace, workspace.facts.unit_name, own[0], edit)

    @rule(n=st.integers(0, 1), pick=st.integers(0, 3))
    def interview(self, n, pick):
        """People are drawn, asked and asked again; a sheet counts, or it does not."""
        workspace = self.county.units[n].workspace
        with workspace.database.reading() as session:
            rounds = [row for row in read_notes(session, ROUNDS) if not row.by_office]
        self.count += 1
        if not rounds:
            slot = Slot(workspace.facts.unit_name, "14", "interview")
            add_note(workspace, ROUNDS, slot, round_said(f"访谈{self.count}"))
            return
        round_id = rounds[0].id
        there = read_round(workspace, round_id)
        if pick == 0 and len(rounds[0].said.draws) < 3:
            people = [Listed(1, "张三", "", "13812345678"), Listed(2, "欧阳小明")]
            plan = [GroupPlan("", 2, 1)]
            draw_people(workspace, round_id, people, str(self.count), plan, reason="重抽")
        elif pick == 1 and there.sheets:
            make_void(workspace, round_id, [there.sheets[0].id], f"原因{self.count % 2}")
        elif pick == 2 and there.sheets:
            withdraw_note(workspace, SHEETS, there.sheets[0].id)
        else:
            enter_sheet(workspace, AnswerSheet(round_id, self.count, answers={"who": "1"}))

    @rule(n=st.integers(0, 1), office=st.booleans(), concluded=st.booleans())
    def review_case_files(self, n, office, concluded):
        """Cases come, are drawn, and one of them is reviewed by whoever drew it."""
        unit = self.county.units[n]
        side = self.county.office if office else unit
        self.count += 1
        register = case_register(unit.workspace)
        cells = {"number": f"罚{self.count}号", "category": "行政处罚", "party": "张三丰"}
        days = {"filed": "2021-01-04", "closed": f"2021-02-{1 + self.count % 28:02}"}
        line = Line(register.id, self.count, cells | days)
        name = unit.workspace.facts.unit_name
        change_rows(unit.workspace, register, name, NoteChanges(added=[line]))
        with contextlib.suppress(NothingToDraw):
            draw_cases(side.workspace, DrawRequest(f"评查{self.count}", Wanted(2)))
        with side.workspace.database.reading() as session:
            drawn = [d for d in read_draws(session) if d.by_office is office]
        if drawn:
            draw = self.random.choice(drawn)
            case = self.random.choice(draw.cases)
            marks = [Mark(one.id, Verdict.MET) for one in draw.sheet_of(case).standards]
            text = SheetText(tuple(marks), concluded=concluded)
            with contextlib.suppress(SheetConcluded, ReviewersComplete):
                save_sheet(side.workspace, draw, case, self.random.choice("甲乙丙"), text)

    @rule(n=st.integers(0, 1))
    def answer_notice(self, n):
        unit = self.county.units[n]
        with unit.workspace.database.reading() as session:
            notice = session.scalars(select(RectificationNotice.id)).first()
        if notice:
            reply(unit.workspace, notice, ReplyEdit(measure=f"已改{self.random.random()}"))

    @rule(n=st.integers(0, 1), full=st.booleans(), submit=st.booleans())
    def submit(self, n, full, submit):
        unit = self.county.units[n]
        path = unit.submit(self._target(), full=full, submit=submit)
        self.sticks.append(Stick(path, n, to_office=True, said=own_work(unit)))

    # --- office ----------------------------------------------------------------------------------

    @rule(n=st.integers(0, 1))
    def fill_in_for_a_unit(self, n):
        self.count += 1
        office = self.county.office
        known = self._name_in(office, self.county.units[n])
        office.attach(f"代填{self.count}", str(self.random.random()), unit=known)

    @rule(accept=st.booleans())
    def review(self, accept):
        office = self.county.office
        with office.workspace.database.reading() as session:
            slots = [r.slot for r in board_of(office).rows if r.waits]
            assert session.scalars(select(Submission)).first() or not slots
        chosen = ReviewDecision.ACCEPTED if accept else ReviewDecision.RETURNED
        decide(office.workspace, [Ruling(s, chosen, reasons=("missing",)) for s in slots[:2]])

    @rule(n=st.integers(0, 1))
    def notice(self, n):
        self.count += 1
        registry = self.county.office.workspace.registry()
        unit = registry.unit(self._name_in(self.county.office, self.county.units[n]))
        code = sorted(registry.indicators_of(unit.name))[0]
        draft = NoticeDraft(unit.id, code, f"问题{self.count}")
        open_notice(self.county.office.workspace, draft)

    @rule(number=st.integers(1, 3), rename=st.booleans())
    def change_the_ground(self, number, rename):
        workspace = self.county.office.workspace
        self.count += 1
        if rename:
            unit = self.county.units[1].unit_id
            change_units(workspace, lambda s: s.renaming(unit, f"财政局{self.count}"))
            return
        framework = workspace.facts.framework
        with workspace.database.writing() as work:
            schedule = load_schedule(work.session, framework)
            change = StageChange(name=f"阶段{self.count}")
            save_schedule(work, framework, changed(schedule, number, change))
            work.commit()

    @rule(n=st.integers(0, 1), task=st.booleans())
    def hand_down(self, n, task):
        office, unit = self.county.office, self.county.units[n]
        name = self._name_in(office, unit)
        kind = PackageKind.TASK if task else PackageKind.RETURN
        path = office.pack(kind, self._target(), name).written.paths[0]
        said = {"ground": ground(office)}
        if not task:
            said["word"] = office_word(office, unit.unit_id)
        self.sticks.append(Stick(path, n, to_office=False, said=said))

    @precondition(lambda self: any(stick.to_office for stick in self.sticks))
    @rule(pick=st.integers(0, 50))
    def lose_the_computer(self, pick):
        """The unit goes on from what the office had merged by then: one package or more."""
        sent = [stick for stick in self.sticks if stick.to_office]
        self._deliver(sent[pick % len(sent)])
        n = sent[pick % len(sent)].unit
        office, unit = self.county.office, self.county.units[n]
        name = self._name_in(office, unit)
        said = {"ground": ground(office), "word": office_word(office, unit.unit_id)}
        packed = office.pack(PackageKind.RECOVERY, self._target(), name)
        unit.close()
        shutil.rmtree(unit.path)
        trust = office.identity.keys().public.fingerprint
        create_from_task_package(unit.path, packed.written.paths, JOB, trust=trust)
        self.county.units[n] = Partner(unit.path)
        self.sticks.append(Stick(packed.written.paths[0], n, to_office=False, said=said))
        self.recovered.add(n)

    @rule()
    def undo(self):
        try:
            self.county.office.exchange.undo()
        except (MergeUnknown, MergeBuiltUpon):
            return

    # --- packages on their way -------------------------------------------------------------------

    @precondition(lambda self: self.sticks)
    @rule(pick=st.integers(0, 50))
    def deliver(self, pick):
        self._deliver(self.sticks[pick % len(self.sticks)])

    def teardown(self) -> None:
        try:
            self._all_delivered_is_all_told()
        finally:
            for unit in self.county.units:
                unit.close()
            self.opened.__exit__(None, None, None)
            shutil.rmtree(self.folder)

    def _all_delivered_is_all_told(self) -> None:
        everything = self.sticks * 2
        self.random.shuffle(everything)
        for stick in everything:
            self._deliver(stick)
        for n, unit in enumerate(self.county.units):
            sent = [s for s in self.sticks if s.unit == n and s.to_office]
            if sent:
                seen = seen_by_office(self.county.office, unit.unit_id)
                assert self._without_replaced(n, seen, sent[-1].said) == sent[-1].said
            told = [s for s in self.sticks if s.unit == n and not s.to_office]
            if told:
                assert ground(unit) == told[-1].said["ground"]
            words = [s.said["word"] for s in told if "word" in s.said]
            if words:
                assert office_word(unit, unit.unit_id) == words[-1]
        for partner in (self.county.office, *self.county.units):
            assert check_workspace(partner.workspace, JOB).sound

    def _deliver(self, stick: Stick) -> None:
        partner = self.county.office if stick.to_office else self.county.units[stick.unit]
        expected = {
            PackageStanding.FIRST,
            PackageStanding.NEWER,
            PackageStanding.LATE,
            PackageStanding.REPEATED,
        }
        if stick.unit in self.recovered and stick.to_office:
            expected.add(PackageStanding.NEW_GENERATION)
        try:
            assert partner.merge(stick.path).applied.standing in expected
        except PackageSuperseded:
            assert stick.to_office
            assert stick.unit in self.recovered
        except RecoveryInTheWay:
            # It was for a computer that is lost as well by now.
            assert not stick.to_office

    def _without_replaced(self, n: int, seen: dict, said: dict) -> dict:
        """What the office sees, without what a lost computer had sent and the next one lacks."""
        if n not in self.recovered:
            return seen
        known = {row["id"] for rows in said.values() for row in rows}
        return {
            name: [r for r in rows if r["id"] in known or r["removed_at"] is None]
            for name, rows in seen.items()
        }

    def _target(self) -> Path:
        self.count += 1
        return self.county.stick / f"{self.count}.zip"

    def _item(self, unit: Partner, pick: int, *, removed: bool) -> str | None:
        with unit.workspace.database.reading() as session:
            gone = EvidenceItem.removed_at
            query = select(EvidenceItem.id).where(
                EvidenceItem.by_office.is_(False),
                gone.is_not(None) if removed else gone.is_(None),
            )
            ids = session.scalars(query.order_by(EvidenceItem.id)).all()
        return ids[pick % len(ids)] if ids else None

    def _placements(self, unit: Partner) -> list[str]:
        with unit.workspace.database.reading() as session:
            query = (
                select(Placement.id)
                .join(EvidenceItem)
                .where(
                    Placement.by_office.is_(False),
                    EvidenceItem.by_office.is_(False),
                    Placement.removed_at.is_(None),
                    EvidenceItem.removed_at.is_(None),
                )
            )
            return list(session.scalars(query.order_by(Placement.id)))


#: Without shrinking: each step opens real databases, and a failing history is told anyway.
RandomCounty.TestCase.settings = settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    max_examples=6,
    stateful_step_count=18,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestRandomCounty = RandomCounty.TestCase

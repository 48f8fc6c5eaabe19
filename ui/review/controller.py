"""Does what the 审核 page asks for, through the services, and stores how to undo it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.framework.keys import SlotKey
from app.rectification.together import ReturnedSlot, return_and_open, set_return
from app.review.service import (
    Ruling,
    accept_slots,
    decide,
    reinstate,
    restore_submissions,
    submit_slots,
    take_back,
    withdraw_submissions,
)
from app.review.states import WAITING
from app.review.vocabulary import SlotStage
from app.vocabulary import ReviewDecision
from app.workspace.opening import Workspace
from ui.commands import Undoable, run
from ui.page import PageContext
from ui.review.reading import read_slot_stages
from ui.review.return_dialog import ReturnChoice
from ui.translation import tr
from ui.wording import STAGE_NAMES


class ReviewController(QObject):
    """``decided`` follows each decision by which a slot was decided, once it is stored."""

    decided = Signal()

    def __init__(self, context: PageContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    @property
    def _workspace(self) -> Workspace:
        return self._context.session.services.workspace

    def accept(self, slots: Sequence[SlotKey]) -> None:
        """Accept slots as a whole."""
        workspace, chosen = self._workspace, tuple(slots)
        self._decide(
            lambda: accept_slots(workspace, chosen),
            tr("通过 {count} 处", count=len(chosen)),
            chosen,
            _told_of_accepted,
        )

    def return_slot(self, slot: SlotKey, verdict: ReturnChoice) -> None:
        """Return a slot, and open a notice if the person wants one."""
        workspace = self._workspace
        returned = ReviewDecision.RETURNED
        ruling = Ruling(slot, returned, reasons=verdict.reasons, note=verdict.note)
        if verdict.deadline is None:
            self._decide(lambda: decide(workspace, [ruling]), tr("退回", "to do"), [slot])
            return
        deadline = verdict.deadline.isoformat()

        way = Undoable[ReturnedSlot](
            text=tr("退回并列入整改台账"),
            undo=lambda returned: set_return(workspace, returned, removed=True),
            redo=lambda returned: set_return(workspace, returned, removed=False),
            then=lambda _returned: self.decided.emit(),
        )
        do = partial(return_and_open, workspace, ruling, deadline=deadline)
        run(self._context, do, way)

    def judge_part(
        self,
        slot: SlotKey,
        decision: ReviewDecision,
        *,
        point: int | None = None,
        item: str | None = None,
        verdict: ReturnChoice | None = None,
    ) -> None:
        """Accept or return a point or an item; the last one decides the slot too."""
        workspace = self._workspace
        reasons = verdict.reasons if verdict else ()
        note = verdict.note if verdict else ""
        ruling = Ruling(slot, decision, point, item, reasons, note)
        accepts = decision is ReviewDecision.ACCEPTED
        what = tr("一件材料") if item is not None else tr("要点 {number}", number=point)
        text = tr("通过{what}", what=what) if accepts else tr("退回{what}", what=what)
        said = partial(_told_of_end, tr("已{what}", what=text))
        self._decide(lambda: decide(workspace, [ruling]), text, [slot], said)

    def submit(self, slot: SlotKey) -> None:
        """Submit a slot for the unit."""
        workspace = self._workspace

        way = Undoable[tuple[str, ...]](
            text=tr("代为报送"),
            undo=lambda made: withdraw_submissions(workspace, made),
            redo=lambda made: restore_submissions(workspace, made),
        )
        run(self._context, lambda: submit_slots(workspace, [slot]), way)

    def _decide(
        self,
        job: Callable[[], tuple[str, ...]],
        text: str,
        slots: Sequence[SlotKey],
        told: Callable[[Sequence[SlotStage]], str] | None = None,
    ) -> None:
        """Decide about slots; ``told`` says what came of it, from how far they are then."""
        workspace = self._workspace

        def work() -> tuple[tuple[str, ...], Sequence[SlotStage]]:
            made = job()
            return made, read_slot_stages(workspace, slots)

        def then(result: tuple[tuple[str, ...], Sequence[SlotStage]]) -> None:
            if WAITING.isdisjoint(result[1]):
                self.decided.emit()

        way = Undoable(
            text=text,
            undo=lambda result: take_back(workspace, result[0]),
            redo=lambda result: reinstate(workspace, result[0]),
            said=lambda result: told(result[1]) if told else tr("已{what}", what=text),
            then=then,
        )
        run(self._context, work, way)


def _told_of_accepted(stages: Sequence[SlotStage]) -> str:
    """A slot in which something stays returned is not accepted, so it is not counted as that."""
    held = sum(stage is SlotStage.RETURNED for stage in stages)
    whole = len(stages) - held
    done = tr("已通过 {count} 处", count=whole) if whole else ""
    if not held:
        return done
    rest = tr("{count} 处有退回的材料，只通过了其余的，退回的不变", count=held)
    return tr("；").join(filter(None, (done, rest)))


def _told_of_end(done: str, stages: Sequence[SlotStage]) -> str:
    (stage,) = stages
    if stage in WAITING:
        return done
    return tr("，").join((done, tr("这一处{stage}", stage=STAGE_NAMES[stage])))

"""Deciding about the slot that is open, about one part of it, and about a whole list."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.evidence.concerns import concerns_at
from app.framework.keys import ItemId, SlotKey
from app.review.board import SlotRow
from app.review.listing import ItemLine
from app.review.states import PART_ALLOWED
from app.review.vocabulary import ItemStanding, Move, SlotStage
from app.vocabulary import ReviewDecision
from ui import dialogs
from ui.actions import make_action, mark_writing
from ui.comparing.comparing import Comparing
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.review.controller import ReviewController
from ui.review.reading import ReviewReading, read_two
from ui.review.return_dialog import ReturnChoice, ReturnDialog
from ui.review.rows import heading_of, note_of_line, text_of
from ui.review.slot_panel import SlotPanel
from ui.translation import tr
from ui.wording import describe_concerns


class Judging(QObject):
    """The actions that decide, when they are enabled, and what is asked before."""

    def __init__(self, context: PageContext, panel: SlotPanel, page: QWidget) -> None:
        super().__init__(page)
        self.slot: SlotKey | None = None  # the one that is open
        self.controller = ReviewController(context, self)
        self.comparing = Comparing(context, page)
        self._context, self._panel, self._page = context, panel, page
        self._reading: ReviewReading | None = None
        self._listed: Sequence[SlotRow] = ()
        self._make_actions()
        self.follow(None)

    def _make_actions(self) -> None:
        def action(text: str, tip: str, slot: Callable[[], object], keys: str) -> QAction:
            return make_action(self._page, text, tip, slot, keys, within=True)

        self.accept_action = action(
            tr("通过", "to do"), tr("通过这一处，退回的材料除外"), self.accept, "A"
        )
        self.return_action = action(
            tr("退回", "to do"), tr("退回这一处，写明原因"), self.give_back, "R"
        )
        self.accept_part = action(
            tr("通过此件"), tr("通过选中的材料或要点"), self.accept_chosen, "Shift+A"
        )
        self.return_part = action(
            tr("退回此件"), tr("退回选中的材料或要点"), self.return_chosen, "Shift+R"
        )
        self.submit_action = action(
            tr("代为报送"), tr("单位没有报送包时，由创建办代为报送"), self.submit, "S"
        )
        self.bulk_action = action(
            tr("全部通过"), tr("列表中待审的一并通过"), self.accept_all, "Ctrl+Shift+Return"
        )

        self.compare_action = action(
            tr("比较版本"),
            tr("把选中材料上次审核时的版本和现在的版本并排比较，连同退回原因和改动说明"),
            self.compare,
            "V",
        )
        mark_writing(
            self.accept_action,
            self.return_action,
            self.accept_part,
            self.return_part,
            self.submit_action,
            self.bulk_action,
        )

    # --- when ------------------------------------------------------------------------------------

    def take_reading(self, reading: ReviewReading) -> None:
        """Take the latest board, with the reasons that can be given."""
        self._reading = reading

    def take_list(self, rows: Sequence[SlotRow]) -> None:
        """Take the rows that the list shows, which can be accepted together."""
        self._listed = rows
        waiting = any(row.waits for row in rows)
        self.bulk_action.setEnabled(not self._context.session.read_only and waiting)

    def follow(self, row: SlotRow | None) -> None:
        """Enable what can be decided about a slot in its present stage; None if none is shown."""
        writable = row is not None and not self._context.session.read_only
        moves = row.moves if row is not None else frozenset()
        self.accept_action.setEnabled(writable and Move.ACCEPT in moves)
        self.return_action.setEnabled(writable and Move.RETURN in moves)
        may_submit = row is not None and row.stage in {SlotStage.PREPARING, SlotStage.RETURNED}
        self.submit_action.setEnabled(writable and may_submit)
        self.submit_action.setVisible(may_submit)
        open_to_it = row is not None and Move.ACCEPT in moves
        self._panel.warn(self._concerns([row]) if row is not None and open_to_it else "")
        self.follow_part()

    def _concerns(self, rows: Sequence[SlotRow]) -> str:
        """What cannot be read, is unconfirmed or has a file name for a title in these slots."""
        filed = self._context.session.snapshot.filed
        slots = {(row.slot.task, row.unit) for row in rows}
        back = self._back_in_hand(rows)
        lying = (each for t, _ in slots for each in filed.get(t, ()) if each.item not in back)
        words = describe_concerns(concerns_at(lying, slots))
        return tr("通过之前请看：{what}", what=words) if words else ""

    def _back_in_hand(self, rows: Sequence[SlotRow]) -> frozenset[str]:
        """The items of the open slot that came back: to accept the rest leaves them as they are."""
        detail = self._panel.detail
        if detail is None or detail.row.slot not in {row.slot for row in rows}:
            return frozenset()
        back = {line.item for line in detail.items if line.standing is ItemStanding.RETURNED}
        return frozenset(back)

    @Slot()
    def follow_part(self) -> None:
        """Enable what can be decided about the chosen part."""
        detail = self._panel.detail
        chosen = self._panel.chosen_part() is not None and not self._context.session.read_only
        for action, decision in (
            (self.accept_part, ReviewDecision.ACCEPTED),
            (self.return_part, ReviewDecision.RETURNED),
        ):
            open_to_it = detail is not None and detail.row.stage in PART_ALLOWED[decision]
            action.setEnabled(open_to_it and chosen)
        part = self._panel.chosen_part()
        self.compare_action.setEnabled(isinstance(part, ItemLine) and part.versions is not None)

    # --- deciding --------------------------------------------------------------------------------

    @Slot()
    def submit(self) -> None:
        """Submit the open slot for the unit."""
        if self.slot is not None:
            self.controller.submit(self.slot)

    @Slot()
    def accept(self) -> None:
        """Accept the open slot, except what was returned in it."""
        if self.slot is not None:
            self.controller.accept([self.slot])

    @Slot()
    def accept_all(self) -> None:
        """Accept what waits in the list, after asking."""
        waiting = [row for row in self._listed if row.waits]
        slots = [row.slot for row in waiting]
        question = tr("列表中 {count} 处待审的材料全部通过吗？", count=len(slots))
        detail = "\n".join(filter(None, (self._concerns(waiting), tr("通过后可以撤销。"))))
        if slots and dialogs.ask(self._page, question, detail, tr("全部通过")):
            self.controller.accept(slots)

    @Slot()
    def give_back(self) -> None:
        """Ask why, and return the open slot."""
        detail = self._panel.detail
        if detail is None:
            return
        slot = detail.row.slot
        # The reasons given for items and points are enough.
        needed = not detail.row.returned and not any(
            p.decision is ReviewDecision.RETURNED for p in detail.points
        )
        self._ask(
            heading_of(detail.row),
            lambda verdict: self.controller.return_slot(slot, verdict),
            needed=needed,
        )

    @Slot()
    def compare(self) -> None:
        """Lay what the office saw before and what lies there now beside each other."""
        part = self._panel.chosen_part()
        if not isinstance(part, ItemLine) or part.versions is None:
            return
        item, versions = ItemId(part.item), part.versions
        said = "\n".join((text_of(part), note_of_line(part)))
        workspace = self._context.session.services.workspace
        self._context.session.read(
            lambda: read_two(workspace, item, versions),
            lambda rows: self.comparing.show(rows[0], rows[1], said),
        )

    @Slot()
    def accept_chosen(self) -> None:
        """Accept the chosen item or point."""
        self._judge_chosen(ReviewDecision.ACCEPTED, None)

    @Slot()
    def return_chosen(self) -> None:
        """Ask why, and return the chosen item or point."""
        part = self._panel.chosen_part()
        if part is not None:
            self._ask(
                text_of(part),
                lambda verdict: self._judge_chosen(ReviewDecision.RETURNED, verdict),
                part.item if isinstance(part, ItemLine) else str(part.number),
                with_notice=False,
            )

    def _judge_chosen(self, decision: ReviewDecision, verdict: ReturnChoice | None) -> None:
        detail, part = self._panel.detail, self._panel.chosen_part()
        if detail is None or part is None:
            return
        slot = detail.row.slot
        if isinstance(part, ItemLine):
            self.controller.judge_part(slot, decision, item=part.item, verdict=verdict)
        else:
            self.controller.judge_part(slot, decision, point=part.number, verdict=verdict)

    def _ask(
        self,
        about: str,
        agreed: Callable[[ReturnChoice], None],
        part: str = "",
        *,
        with_notice: bool = True,
        needed: bool = True,
    ) -> None:
        if self._reading is None:
            return
        dialog = ReturnDialog(
            self._context.theme,
            about,
            self._reading.reasons,
            self._context.session.snapshot.today,
            self._page,
            with_notice=with_notice,
            needed=needed,
        )
        if self.slot is not None:
            slot = self.slot
            key = f"ask/review/{slot.indicator}/{slot.task_code}/{slot.unit_id}/{part}"
            keep_text(self._context.drafts, dialog, key, tr("{about} 的退回原因", about=about))
        dialog.accepted.connect(lambda: agreed(dialog.verdict))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

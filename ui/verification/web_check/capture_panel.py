"""网页采集: pages are captured and taken in as items of the task."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from app.capture.model import Order
from app.changed import Area, Changed
from app.errors import JuanzongError
from app.evidence.places import Target
from app.evidence.presence import Presence
from app.intake.captures import MainFile, TakenCapture, Wanted, take_captures
from app.intake.courier import Received, brought_with, receive
from app.jobs import JobContext
from app.replacing import replace_with
from app.verification.slots import Slot as TaskSlot
from app.verification.web_check.capturing import capture_orders, demand_browsers, demand_network
from app.verification.web_check.courier import pack_courier
from app.verification.web_check.errands import Errand, known_errands
from app.verification.web_check.recheck_page import page_of_recheck
from app.verification.web_check.rechecking import KeptPage, Rechecked, kept_pages, recheck
from app.workroom import workroom
from ui import dialogs
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import Undoable, remember, start
from ui.dialog_drafts import keep_text
from ui.page import PageContext
from ui.shared.evidence_actions import by_presence
from ui.shared.targets import ItemTarget
from ui.translation import tr
from ui.verification.panels import MethodPanel, Shown
from ui.verification.web_check.capture_dialogs import (
    AddressDialog,
    CaptureOutcomeDialog,
    line_of,
    line_of_page,
    summary_of,
)
from ui.verification.web_check.recheck_dialogs import RecheckDialog, ScopeDialog
from ui.verification.web_check.recheck_dialogs import summary_of as told_again
from ui.widgets.layouts import vertical
from ui.widgets.outcome_list import OutcomeLine
from ui.widgets.wrapping import WrappingRow

#: The name under which the folder used last is stored.
_STICK = "courier"
#: How long a message stays that nobody has to act on, in seconds.
_SECONDS = 8


class CapturePanel(MethodPanel):
    """The buttons for what is done with addresses of the task that is shown."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, tr("网页采集"))
        self._shown: Shown | None = None
        self._every: Sequence[Errand] = ()
        self.dialog: AddressDialog | None = None
        self.outcomes: CaptureOutcomeDialog | None = None
        self.scope: ScopeDialog | None = None
        self.rechecked: RecheckDialog | None = None
        self.capture = make_action(
            self,
            tr("采集网页…"),
            tr("用本机的浏览器打开网址，整页保存，收作这项任务的材料；要能上网"),
            self.ask_capture,
        )
        self.send = make_action(
            self,
            tr("网检信使…"),
            tr("本机不能上网时：把网址清单和采集程序放到 U 盘，拿到能上网的电脑上采集"),
            self.ask_courier,
        )
        self.take_back = make_action(
            self,
            tr("收回结果…"),
            tr("收回网检信使带回的结果，和用浏览器保存的网页，各归各的任务"),
            self.ask_results,
        )
        self.again = make_action(
            self,
            tr("复查网址…"),
            tr("重新打开收过的网址：打不开的、改址的、内容有变的，影响哪些指标"),
            self.ask_recheck,
        )
        mark_writing(self.capture, self.send, self.take_back)
        actions = (self.capture, self.send, self.take_back, self.again)
        buttons = [ActionButton(action, context.theme, flat=True) for action in actions]
        column = vertical(self)
        column.addLayout(WrappingRow(label(tr("网页采集"), "subheading"), *buttons))

        self._enable()
        context.session.bus.changed.connect(self._on_changed)
        self.read()

    def turn_to(self, shown: Shown) -> None:
        """See ``MethodPanel``."""
        self._shown = shown
        self._enable()

    def read(self) -> None:
        """Read anew which addresses are known."""
        session = self.context.session
        workspace, registry = session.services.workspace, session.snapshot.registry
        own = session.snapshot.facts.unit_name or ""

        def job() -> tuple[Errand, ...]:
            with workspace.reading() as reading:
                return known_errands(reading, registry, own)

        session.read(job, self._on_read)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.NOTES):
            self.read()

    @Slot(object)
    def _on_read(self, every: tuple[Errand, ...]) -> None:
        self._every = every

    def _enable(self) -> None:
        writable = not self.context.session.read_only
        for action in (self.capture, self.send):
            action.setEnabled(self._shown is not None and writable)
        self.take_back.setEnabled(writable)

    # --- capturing here --------------------------------------------------------------------------

    @Slot()
    def ask_capture(self) -> None:
        """Ask which addresses, and capture them into the task."""
        slot = self._own_slot()
        if slot is None:
            return
        try:
            demand_browsers()
        except JuanzongError as error:
            dialogs.show_error(self, error)
            return
        title = tr("{unit}：采集网页", unit=slot.unit)
        dialog = self._addresses(title, tr("采集"), slot, choose_main=True)
        target = Target(slot.indicator, slot.task_code, slot.unit)
        dialog.accepted.connect(
            lambda: self._capture(dialog.orders, target, dialog.main.currentData())
        )
        dialog.open()

    def _own_slot(self) -> TaskSlot | None:
        """Where pages go; says so if no unit was chosen yet."""
        shown = self._shown
        if shown is None:
            return None
        if not shown.slot.unit:
            dialogs.tell(self, tr("请先选择材料归在哪个单位名下"), tr("单位在材料列表的上方选择。"))
            return None
        return shown.slot

    def _addresses(
        self, title: str, verb: str, slot: TaskSlot, *, choose_main: bool
    ) -> AddressDialog:
        dialog = self.dialog = AddressDialog(
            self.context.theme, title, verb, self._offered(slot), self, choose_main=choose_main
        )
        key = f"ask/capture/{slot.indicator}/{slot.task_code}/{slot.unit}"
        keep_text(self.context.drafts, dialog, key, title)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _offered(self, slot: TaskSlot) -> str:
        """The known addresses of the task, as the dialog reads them."""
        here = (one for one in self._every if one.slot == slot)
        return "\n".join(f"{one.address} {one.sought}".strip() for one in here)

    def _capture(self, orders: Sequence[Order], target: Target, main: MainFile) -> None:
        context = self.context
        services = context.session.services

        def job(job: JobContext) -> tuple[TakenCapture, ...]:
            demand_network(orders)
            with workroom() as folder:
                captures = capture_orders(orders, folder, job)
                wanted = [Wanted(one, folder, target) for one in captures]
                return take_captures(
                    services.workspace, services.workers, wanted, job, main=MainFile(main)
                )

        start(
            context,
            tr("采集网页"),
            job,
            self._on_taken,
            cancelled=lambda: context.notice.say(tr("已停止采集；停止之前收取的都在")),
        )

    @Slot(object)
    def _on_taken(self, taken: Sequence[TakenCapture]) -> None:
        added = tuple(one.item_id for one in taken if one.item_id)
        self._tell(
            tr("采集网页 {count} 件", count=len(added)),
            added,
            summary_of(taken),
            [line_of(one) for one in taken],
            fine=all(one.fine for one in taken),
        )

    def _tell(
        self,
        text: str,
        added: tuple[str, ...],
        summary: str,
        lines: Sequence[OutcomeLine],
        *,
        fine: bool,
    ) -> None:
        """Store how to take the items back, and say what came in."""
        context = self.context
        if added:
            way: Undoable[tuple[str, ...]] = by_presence(
                context.session.services.workspace,
                lambda items: Presence(items_in=items),
                text=text,
                said="",
            )
            remember(context, way, added)
        show = partial(self._show_outcomes, summary, lines)
        context.session.latest_results = show
        context.notice.say(summary, tr("查看结果"), show, seconds=_SECONDS if fine else 0)

    def _show_outcomes(self, summary: str, lines: Sequence[OutcomeLine]) -> None:
        theme = self.context.theme
        dialog = self.outcomes = CaptureOutcomeDialog(summary, lines, theme, self.window())
        dialog.item_wanted.connect(lambda item: self.context.go("indicators", ItemTarget(item)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    # --- the courier -----------------------------------------------------------------------------

    @Slot()
    def ask_courier(self) -> None:
        """Ask which addresses a courier takes along and where to, and write its folder."""
        slot = self._own_slot()
        if slot is None:
            return
        title = tr("{unit}：制作网检信使", unit=slot.unit)
        dialog = self._addresses(title, tr("选择 U 盘…"), slot, choose_main=False)
        others = [one for one in self._every if one.slot != slot]
        dialog.others.setVisible(bool(others))
        dialog.accepted.connect(
            lambda: self._pack(
                [Errand(order.address, order.sought, slot) for order in dialog.orders],
                others if dialog.others.isChecked() else [],
            )
        )
        dialog.open()

    def _pack(self, errands: list[Errand], others: Sequence[Errand]) -> None:
        context = self.context
        start_at = context.preferences.last_folder(_STICK)
        folder = dialogs.choose_folder(self, tr("网检信使放到哪里（U 盘）"), start_at)
        if folder is None:
            return
        context.preferences.keep_folder(_STICK, str(folder))
        workspace = context.session.services.workspace
        every = (*errands, *others)

        def told(made: Path) -> None:
            words = tr("网检信使已做好：{name}，{count} 个网址", name=made.name, count=len(every))
            context.notice.say(
                words, tr("打开文件夹"), partial(dialogs.show_path, self, made), seconds=0
            )

        start(
            context,
            tr("制作网检信使"),
            lambda _job: pack_courier(workspace, every, folder),
            told,
            brief=True,
        )

    @Slot()
    def ask_results(self) -> None:
        """Ask for what a courier brought back, and take it in."""
        context = self.context
        path = dialogs.choose_file(
            self,
            tr("选择带回的网检结果；要收保存的网页，选其中任意一个"),
            context.preferences.last_folder(_STICK),
        )
        if path is None:
            return
        context.preferences.keep_folder(_STICK, str(path.parent))
        brought = brought_with(path)
        services = context.session.services

        def job(job: JobContext) -> Received:
            return receive(services.workspace, services.workers, brought, job)

        start(
            context,
            tr("收回网检结果"),
            job,
            self._on_received,
            cancelled=lambda: context.notice.say(tr("已停止收回；停止之前收取的都在")),
        )

    @Slot(object)
    def _on_received(self, got: Received) -> None:
        lines = [line_of(one) for one in got.results] + [line_of_page(one) for one in got.pages]
        summary = summary_of(got.results) if got.results else ""
        if got.pages:
            here = sum(one.outcome is not None for one in got.pages)
            pages = tr("保存的网页 {count} 个，对上清单 {here} 个", count=len(got.pages), here=here)
            summary = tr("；").join(part for part in (summary, pages) if part)
        self._tell(
            tr("收回网检结果 {count} 件", count=len(got.items)),
            got.items,
            summary,
            lines,
            fine=all(one.fine for one in got.results) and all(one.outcome for one in got.pages),
        )

    # --- looking again ---------------------------------------------------------------------------

    @Slot()
    def ask_recheck(self) -> None:
        """Ask which kept addresses are looked at again."""
        workspace = self.context.session.services.workspace
        self.context.session.read(lambda: kept_pages(workspace), self._ask_scope)

    @Slot(object)
    def _ask_scope(self, every: tuple[KeptPage, ...]) -> None:
        shown = self._shown
        if not every:
            dialogs.tell(
                self, tr("还没有写明网址的材料"), tr("采集网页，或在著录里填写网址后再复查。")
            )
            return
        try:
            demand_browsers()
        except JuanzongError as error:
            dialogs.show_error(self, error)
            return
        code = shown.slot.indicator if shown is not None else ""
        unit = shown.unit if shown is not None else ""
        here = [
            page for page in every if code in page.indicators and (not unit or unit in page.units)
        ]
        dialog = self.scope = ScopeDialog(here, every, self.context.theme, self)
        dialog.accepted.connect(lambda: self._recheck(dialog.pages))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _recheck(self, pages: Sequence[KeptPage]) -> None:
        context = self.context
        services = context.session.services

        def told(found: tuple[Rechecked, ...]) -> None:
            show = partial(self._show_rechecked, found)
            context.session.latest_results = show
            context.notice.say(told_again(found), tr("查看结果"), show, seconds=0)

        start(
            context,
            tr("复查网址"),
            lambda job: recheck(services.workspace, services.workers, pages, job),
            told,
            cancelled=lambda: context.notice.say(tr("已停止复查")),
        )

    def _show_rechecked(self, found: tuple[Rechecked, ...]) -> None:
        dialog = self.rechecked = RecheckDialog(found, self.context.theme, self.window())
        dialog.item_wanted.connect(lambda item: self.context.go("indicators", ItemTarget(item)))
        dialog.saving_wanted.connect(partial(self._save_rechecked, found))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _save_rechecked(self, found: tuple[Rechecked, ...]) -> None:
        context = self.context
        workspace = context.session.services.workspace
        now = datetime.now().astimezone()
        name = tr("网址复查{day}.html", day=f"{now:%Y%m%d}")
        path = dialogs.choose_target(self, tr("存为网页"), name)
        if path is None:
            return
        text = page_of_recheck(found, workspace.facts.county, now)

        def job(_job: JobContext) -> None:
            replace_with(path, lambda part: part.write_text(text, encoding="utf-8"))

        start(
            context,
            tr("存为网页"),
            job,
            lambda _done: context.notice.say(
                tr("已存为 {name}", name=path.name),
                tr("打开"),
                partial(dialogs.open_path, path),
            ),
            brief=True,
        )

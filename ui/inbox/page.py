"""收件箱: waiting files on the left, the preview on the right; places are chosen by keyboard."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from app.evidence.places import Target
from app.intake.inbox.arrivals import FILED, MOVED_OUT, NOT_FILED
from app.intake.inbox.named_places import common_target
from app.intake.inbox.waiting import AsideFile, list_aside
from ui import dialogs
from ui.actions import ActionButton, IconButton, label, make_action, mark_writing
from ui.inbox.controller import InboxController
from ui.inbox.digits import DigitKeys
from ui.inbox.list_view import InboxModel, InboxView
from ui.inbox.rows import (
    InboxList,
    InboxRow,
    aside_row,
    filed_row,
    in_place,
    refused_row,
    waiting_row,
)
from ui.page import Page, PageContext
from ui.preview.side import PreviewSide, SideSplitter
from ui.shared.pasting import Paster
from ui.shared.targets import ItemTarget
from ui.translation import tr
from ui.widgets.elided import ElidedLabel
from ui.widgets.indicator_dialog import IndicatorDialog, ask_place
from ui.widgets.indicator_picker import target_text
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.row_list import ROW

_BOXES = (InboxList.WAITING, InboxList.NOT_FILED, InboxList.MOVED_OUT, InboxList.FILED)

#: So many of the files that were filed are listed, the newest first; the log has them all.
_MOST_FILED = 500


class InboxPage(Page):
    """Layout and wiring; the keeper knows what waits, the controller acts."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._keeper = context.session.inbox
        self._paster = Paster()
        self._aside: dict[InboxList, tuple[AsideFile, ...]] = {}
        self.controller = InboxController(context, self)
        self.dialog: IndicatorDialog | None = None
        self._make_actions()
        self._build()
        self._connect()
        self.preview.restore()
        self._show_rows()

    def _make_actions(self) -> None:
        self.assign = make_action(
            self,
            tr("归到…"),
            tr("给选中的文件选指标、核验方式和要点；也可直接输入编号"),
            lambda: self.ask_place(""),
            "Ctrl+G",
        )
        self.repeat = make_action(
            self, tr("同上"), tr("归到上一次选的地方，也可按句点"), self._assign_again, "F4"
        )
        self.out = make_action(
            self,
            tr("移出收件箱"),
            tr("不是材料的文件移到旁边的“已移出”文件夹，可以放回"),
            self._move_out,
            "Ctrl+Del",
        )
        self.clear = make_action(
            self,
            tr("不涉密，仍要收取…"),
            tr("经核对不涉密：写明理由，再选归到哪里；理由记入操作记录"),
            self._take_in_anyway,
        )
        self.away = make_action(
            self,
            tr("移到别处…"),
            tr("把带密级标志的文件移出工作区，放到自选的文件夹"),
            self._take_away,
        )
        self.erase = make_action(
            self,
            tr("彻底删除…"),
            tr("覆盖后删除带密级标志的文件，不能恢复"),
            self._delete_securely,
        )
        self.back = make_action(
            self, tr("放回收件箱"), tr("放回收件箱，重新归集"), self._put_back, "Alt+Shift+B"
        )
        self.folder = make_action(
            self, tr("打开文件夹"), tr("在文件管理器里打开收件箱"), self._open_folder, "Alt+Shift+I"
        )
        self.paste = make_action(
            self,
            tr("粘贴"),
            tr("把复制的文件，或截图、复制的图片放进收件箱"),
            self._paste,
            "Ctrl+V",
        )
        self.look = make_action(self, tr("刷新"), tr("马上再看一遍收件箱"), self._look_again, "F5")
        mark_writing(
            self.assign,
            self.repeat,
            self.out,
            self.clear,
            self.away,
            self.erase,
            self.back,
            self.paste,
        )

    def _build(self) -> None:
        context, theme = self._context, self._context.theme
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("收件箱的各个列表"))
        for _ in _BOXES:
            self.tabs.addTab("")
        self.model = InboxModel(self)
        self.view = InboxView(theme)
        self.view.setModel(self.model)
        self.view.setAccessibleName(tr("收件箱里的文件"))
        self.how = label(
            tr(
                "收件箱里按“指标编号／核验方式”建的文件夹，放进去的文件自动归集；其余的在这里等候。"
                "选中文件，输入指标编号（如 60）回车，再按数字选核验方式和要点。"
            ),
            "muted",
            wrap=True,
        )
        self.last = ElidedLabel(Qt.TextElideMode.ElideMiddle)
        self.last.setProperty("muted", True)  # noqa: FBT003  (Qt's own signature)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(tr("收件箱"), "heading"))
        head.addStretch(1)
        head.addWidget(IconButton(self.paste, theme, "paste"))
        head.addWidget(IconButton(self.look, theme, "redo"))
        head.addWidget(ActionButton(self.folder, theme, "workspace", flat=True))
        foot = QHBoxLayout()
        foot.setSpacing(6)
        self.assign_button = ActionButton(self.assign, theme, "indicators", primary=True)
        self.repeat_button = ActionButton(self.repeat, theme)
        self.out_button = ActionButton(self.out, theme, flat=True)
        self.back_button = ActionButton(self.back, theme)
        foot.addWidget(self.assign_button)
        foot.addWidget(self.repeat_button)
        foot.addWidget(self.last, 1)
        foot.addStretch()  # takes the room where that one is hidden
        foot.addWidget(ActionButton(self.clear, theme))
        foot.addWidget(ActionButton(self.away, theme))
        foot.addWidget(ActionButton(self.erase, theme, flat=True))
        foot.addWidget(self.back_button)
        foot.addWidget(self.out_button)
        left = QWidget()
        column = vertical(left, 16, 12, 4, 12, spacing=8)
        column.addLayout(head)
        column.addWidget(self.how)
        column.addWidget(self.tabs)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        self.splitter = SideSplitter()
        self.splitter.addWidget(left)
        self.preview = PreviewSide(context, self.splitter, "inbox", self)
        head.insertWidget(3, IconButton(self.preview.toggle, theme, "preview"))
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([640, 560])
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(8)
        layout = horizontal(self)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        self._keeper.changed.connect(self._on_changed)
        self.controller.moved.connect(self._refresh)
        self.tabs.currentChanged.connect(self._show_rows)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.model.modelReset.connect(self._on_selection)
        self.view.typed.connect(self.ask_place)
        self.view.activated.connect(self._on_activated)
        self.view.preview_wanted.connect(self.preview.toggle.trigger)
        self.view.repeat_wanted.connect(self.repeat.trigger)
        remove = QShortcut(QKeySequence("Del"), self.view)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.out.trigger)

    # --- content ---------------------------------------------------------------------------------

    @property
    def box(self) -> InboxList:
        """The list that is open."""
        return _BOXES[max(0, self.tabs.currentIndex())]

    @property
    def chosen(self) -> list[InboxRow]:
        """The files that are chosen, in order."""
        indexes = sorted(self.view.selectionModel().selectedIndexes(), key=lambda i: i.row())
        return [index.data(ROW) for index in indexes]

    def arrive(self, target: object) -> None:
        """Read again what was moved out; let the keys work at once."""
        self._look_again()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Remember the sizes of the parts."""
        self.preview.keep()

    def _rows(self, box: InboxList) -> list[InboxRow]:
        if box is InboxList.WAITING:
            return [waiting_row(file) for file in self._keeper.waiting]
        if box is InboxList.FILED:
            return [filed_row(file) for file in self._aside.get(box, ())]
        rows = [aside_row(file) for file in self._aside.get(box, ())]
        if box is InboxList.NOT_FILED:
            rows = [refused_row(o, self._keeper.folder) for o in self._keeper.refused] + rows
        return rows

    @Slot()
    def _show_rows(self, *, anew: bool = True) -> None:
        """Show the list that is open; without ``anew`` what came in goes below what is shown."""
        words = {
            InboxList.WAITING: tr("待归集"),
            InboxList.FILED: tr("已归集"),
            InboxList.NOT_FILED: tr("没有收成"),
            InboxList.MOVED_OUT: tr("已移出"),
        }
        for place, box in enumerate(_BOXES):
            count = len(self._rows(box))
            self.tabs.setTabText(place, f"{words[box]} {count}" if count else words[box])
        current = self.view.currentIndex().row()
        rows = self._rows(self.box)
        self.model.show(rows if anew else in_place(rows, self.model.rows))
        if self.model.rows and not self.view.selectionModel().hasSelection():
            # The next file is chosen, so that one place after another can be typed.
            row = min(max(0, current), len(self.model.rows) - 1)
            self.view.setCurrentIndex(self.model.index(row))
        hints = {
            InboxList.WAITING: tr(
                "没有等着归集的文件。\n把文件放进收件箱文件夹，几秒钟后就会出现在这里。"
            ),
            InboxList.FILED: tr("还没有归集过文件。\n归集以后，原来的文件列在这里。"),
            InboxList.NOT_FILED: tr("没有收不成的文件"),
            InboxList.MOVED_OUT: tr("没有移出的文件"),
        }
        self.view.set_hint(hints[self.box])
        waiting = self.box is InboxList.WAITING
        for button in (self.assign_button, self.repeat_button, self.out_button, self.last):
            button.setVisible(waiting)
        self.back_button.setVisible(self.box in {InboxList.NOT_FILED, InboxList.MOVED_OUT})
        self._on_selection()

    @Slot()
    def _on_changed(self) -> None:
        self._show_rows(anew=False)

    @Slot()
    def _look_again(self) -> None:
        """Put the list in order, and look at the inbox again."""
        self._show_rows()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Read what was moved aside, and look at the inbox again."""
        workspace = self._context.session.services.workspace
        self._keeper.look_now()

        def read() -> dict[InboxList, tuple[AsideFile, ...]]:
            return {
                InboxList.FILED: list_aside(workspace, FILED, most=_MOST_FILED),
                InboxList.NOT_FILED: list_aside(workspace, NOT_FILED),
                InboxList.MOVED_OUT: list_aside(workspace, MOVED_OUT),
            }

        self._context.session.read(read, self._on_aside)

    @Slot(object)
    def _on_aside(self, aside: dict[InboxList, tuple[AsideFile, ...]]) -> None:
        self._aside = aside
        self._show_rows(anew=False)

    @Slot()
    def _on_selection(self) -> None:
        chosen = self.chosen
        writable = not self._context.session.read_only
        movable = writable and bool(chosen) and all(row.movable for row in chosen)
        waiting = self.box is InboxList.WAITING
        self.assign.setEnabled(movable and waiting)
        self.repeat.setEnabled(movable and waiting and self.controller.last_target is not None)
        self.out.setEnabled(movable and waiting)
        self.back.setEnabled(movable and not waiting)
        kept_out = writable and bool(chosen) and all(row.kept_out for row in chosen)
        undecided = kept_out and all(row.undecided for row in chosen)
        if undecided:
            self.assign.setEnabled(False)
            self.repeat.setEnabled(False)
        self.clear.setEnabled(undecided)
        self.away.setEnabled(kept_out)
        self.erase.setEnabled(kept_out)
        self.clear.setVisible(undecided)
        for action in (self.away, self.erase):
            action.setVisible(kept_out)
        target = self.controller.last_target
        framework = self._context.session.snapshot.framework
        self.last.setText(target_text(framework, target) if target else "")
        self._show_preview(chosen)

    def _show_preview(self, chosen: Sequence[InboxRow]) -> None:
        pane = self.preview.pane
        if len(chosen) != 1:
            words = tr("选中了 {count} 个文件", count=len(chosen))
            pane.clear(words if chosen else tr("选中一个文件，在这里预览"))
        elif chosen[0].file_type is None:
            pane.clear(tr("这个文件不能预览"))
        else:
            row = chosen[0]
            pane.show_file(self._keeper.folder / row.path, chosen[0].file_type, row.path.name)

    # --- doing -----------------------------------------------------------------------------------

    @Slot(str, bool)
    def ask_place(self, typed: str, entered: bool = False) -> None:  # noqa: FBT001, FBT002
        """Ask where the chosen files go; ``typed`` is the beginning of what is looked for.

        ``entered``: Enter followed it, so that the next digits mean a method and a point.
        """
        rows = self.chosen
        if not self.assign.isEnabled():
            return
        paths = [row.path for row in rows]
        snapshot = self._context.session.snapshot
        units = (unit.name for unit in snapshot.registry.units)
        dialog = IndicatorDialog(
            snapshot,
            self._context.theme,
            self._context.preferences,
            title=tr("{count} 个文件归到", count=len(rows)),
            verb=tr("归到这里"),
            start=common_target((path.name for path in paths), snapshot.framework, units),
            parent=self,
        )
        DigitKeys(dialog.picker)
        dialog.picker.search.setText(typed)
        self.dialog = dialog
        dialog.finished.connect(self._on_asked)
        ask_place(dialog, lambda target: self._assign(paths, target))
        # A dialog selects the text of its first line; here typing continues.
        dialog.picker.search.end(False)  # noqa: FBT003  (Qt's own signature)
        if entered:
            dialog.picker.enter_places()

    @Slot()
    def _on_activated(self) -> None:
        """Ask for a place, or go to the item that a file has become."""
        if self.box is not InboxList.FILED:
            self.ask_place("")
        elif len(self.chosen) == 1:
            name = self.chosen[0].path.name
            filed = self._context.session.snapshot.filed.values()
            item = next((r.item for rows in filed for r in rows if r.file_name == name), "")
            if item:
                self._context.go("indicators", ItemTarget(item))
            else:
                self._context.notice.say(tr("材料里没有这个文件名：可能改过名，或在回收站里"))

    @Slot()
    def _on_asked(self) -> None:
        self.dialog = None
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assign(self, paths: list[Path], target: Target) -> None:
        self.preview.pane.clear()
        self.controller.assign(paths, target)
        self._on_selection()

    def _assign_again(self) -> None:
        if self.controller.last_target is not None:
            self._assign([row.path for row in self.chosen], self.controller.last_target)

    def _take_in_anyway(self) -> None:
        paths = [row.path for row in self.chosen]
        reason = dialogs.ask_text(
            self,
            tr("不涉密，仍要收取"),
            tr("请先打开文件核对。为什么不涉密？理由和姓名记入操作记录。"),
        )
        if not reason.strip():
            return
        dialog = IndicatorDialog(
            self._context.session.snapshot,
            self._context.theme,
            self._context.preferences,
            title=tr("{count} 个文件归到", count=len(paths)),
            verb=tr("归到这里"),
            parent=self,
        )
        self.dialog = dialog
        dialog.finished.connect(self._on_asked)
        ask_place(dialog, lambda target: self.controller.assign(paths, target, reason))

    def _take_away(self) -> None:
        paths = [row.path for row in self.chosen]
        folder = dialogs.choose_folder(self, tr("移到哪个文件夹"), "")
        if folder is not None:
            self.controller.take_away(paths, folder)

    def _delete_securely(self) -> None:
        paths = [row.path for row in self.chosen]
        question = tr("彻底删除 {count} 个文件？", count=len(paths))
        detail = tr("先覆盖再删除，不能恢复。涉密文件按规定应当移交的，请改用“移到别处”。")
        if dialogs.ask(self, question, detail, tr("彻底删除")):
            self.controller.delete_securely(paths)

    def _move_out(self) -> None:
        self.controller.move_out([row.path for row in self.chosen])

    def _put_back(self) -> None:
        self.controller.put_back([row.path for row in self.chosen])

    def _paste(self) -> None:
        pasted = self._paster.paste()
        if self._context.session.read_only:
            return
        if pasted.paths:
            self.controller.bring_in(pasted.paths)
        else:
            self._context.notice.say(pasted.reason)

    def _open_folder(self) -> None:
        dialogs.show_path(self, self._keeper.folder)

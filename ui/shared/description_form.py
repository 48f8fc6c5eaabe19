"""The description of an item: its fields; guesses are marked until they are confirmed."""

import html
from collections.abc import Mapping, Sequence
from itertools import chain

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.evidence.listing import FiledRow
from app.evidence.origins import asks_origin, recent_origins
from app.framework.values import EvidencePoint
from app.guessing.titles import is_described
from app.visible_text import visible
from app.web_origin import ORIGIN_FIELDS
from ui.actions import ActionButton, label, make_action, mark_writing, permit
from ui.drafts import Typing
from ui.literal import tip
from ui.page import PageContext
from ui.shared.described import Described, refused, stored_of
from ui.shared.origin_fields import offer, origin_line
from ui.shared.whose import of_items, of_places
from ui.translation import QT_TR_NOOP, tr
from ui.widgets.files import size_text
from ui.widgets.layouts import horizontal, scrolled, vertical
from ui.widgets.number_edit import NumberEdit
from ui.wording import ORIGIN_NAMES, describe_problem

_SOURCES = {
    "content": QT_TR_NOOP("从正文首页猜得"),
    "file_name": QT_TR_NOOP("从文件名猜得"),
    "folder_name": QT_TR_NOOP("从文件夹名猜得"),
    "properties": QT_TR_NOOP("从文档属性猜得"),
    "web_file": QT_TR_NOOP("从网页文件里读得"),
    "margins": QT_TR_NOOP("从打印的页眉页脚读得"),
    "shortcut": QT_TR_NOOP("从同名的网址快捷方式读得"),
}
_GUESSED = QT_TR_NOOP("猜得")
_NAMELESS = "nameless"


class DescriptionForm(QFrame):
    """Saves on request, and automatically when another item is shown.

    What cannot be stored stays in its field, with the reason below it.
    """

    save_wanted = Signal(object, object)  # Described, the fields that were typed; {}: confirm all
    point_wanted = Signal(list, object)  # rows, point number or None
    bulk_wanted = Signal(list, object)  # several rows, the points of the task that they share
    confirm_wanted = Signal(list)  # several rows: confirm their guesses

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)  # noqa: FBT003  (Qt's own signature)
        self._theme, self._session = context.theme, context.session
        self.typing = Typing(
            context.drafts, self, lambda fields: refused(fields, self._session.snapshot.today)
        )
        self._row: Described | None = None
        self._several: list[Described] = []
        self._point: int | None = None
        self._points: tuple[EvidencePoint, ...] = ()
        self._read_only = False
        self._hindrance = ""
        self._wrong: Mapping[str, str] = {}
        self._build()
        self.typing.refused.connect(self._on_refused)
        self.typing.save_wanted.connect(self._on_save_wanted)

    def _build(self) -> None:
        self.title = QPlainTextEdit()
        self.title.setTabChangesFocus(True)
        self.title.setAccessibleName(tr("题名"))
        self.doc_number = QLineEdit()
        self.doc_number.setPlaceholderText(tr("如 示法办〔2021〕1号"))
        self.issuer = QLineEdit()
        self.issuer.setPlaceholderText(tr("发文或形成单位"))
        self.doc_date = QLineEdit()
        self.doc_date.setPlaceholderText(tr("如 2021-04-09、2021年4月、2021"))
        self.copies = NumberEdit(1, 999)
        self.copies.setAccessibleName(tr("份数"))
        self.remark = QLineEdit()
        self.point = QComboBox()
        self.point.setAccessibleName(tr("要点"))
        self.point.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.point.activated.connect(self._on_point)
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {
            "title": self.title,
            "doc_number": self.doc_number,
            "issuer": self.issuer,
            "doc_date": self.doc_date,
        }
        self.origin = {name: origin_line(name) for name in ORIGIN_FIELDS}
        self._fields |= self.origin
        self.notes = {name: label("", "guess", wrap=True) for name in self._fields}

        self.form = QFormLayout()
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.form.setVerticalSpacing(7)
        self.form.setHorizontalSpacing(10)
        for text, name in (
            (tr("题名"), "title"),
            (tr("文号"), "doc_number"),
            (tr("责任者"), "issuer"),
            (tr("日期"), "doc_date"),
        ):
            self._fields[name].setAccessibleName(text)
            self.form.addRow(text, self._with_note(name))
        self.form.addRow(tr("要点"), self.point)
        self.form.addRow(tr("份数"), self.copies)
        self.form.addRow(tr("备注"), self.remark)
        self.remark.setAccessibleName(tr("备注"))
        self.origin_rows = {name: self._with_note(name) for name in self.origin}
        for name, box in self.origin_rows.items():
            self.form.addRow(ORIGIN_NAMES[name], box)

        self.problems = label("", wrap=True)
        self.problems.setTextFormat(Qt.TextFormat.RichText)
        self.problems.setTextFormat(Qt.TextFormat.RichText)
        self.file = label("", "muted", wrap=True)
        self.file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.save = make_action(
            self, tr("保存"), tr("保存改动；没有改动时，确认猜得的各项"), self.save_now, "Ctrl+S"
        )
        self.bulk = make_action(
            self,
            tr("成批修改…"),
            tr("一次修改选中的几件：责任者、日期、份数、备注、要点、题名，或核对猜得的各项"),
            lambda: self.bulk_wanted.emit(list(self._several), self._points),
            "F2",
        )
        mark_writing(self.save, self.bulk)
        self.save_button = ActionButton(self.save, self._theme, "check", primary=True)

        inside = QWidget()
        column = vertical(inside, 14, 12, 14, 8, spacing=10)
        column.addLayout(self.form)
        column.addWidget(self.problems)
        column.addWidget(self.file)
        column.addStretch(1)
        scroll = scrolled(inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        foot = horizontal(None, 14, 0, 14, 12)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        filled = QWidget()
        whole = vertical(filled)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)
        self.blank = label(
            tr("选中一件材料，在这里核对题名、文号、责任者和日期。"), "muted", wrap=True
        )
        self.blank.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.blank.setMargin(24)
        # A button follows its action and shows itself again, so what is around it is hidden.
        self.for_many, self.for_guesses = QWidget(), QWidget()
        empty = QWidget()
        middle = vertical(empty, 14, 12, 14, 12, spacing=8)
        middle.addStretch(1)
        middle.addWidget(self.blank)
        for holder, action, icon in (
            (self.for_many, self.bulk, ""),
            (self.for_guesses, self.save, "check"),
        ):
            button = ActionButton(action, self._theme, icon)
            vertical(holder).addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            middle.addWidget(holder)
        middle.addStretch(2)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(empty)
        self._pages.addWidget(filled)
        lines = (self.doc_number, self.issuer, self.doc_date, self.remark, *self.origin.values())
        for field in lines:
            field.textChanged.connect(self._on_edited)
            field.returnPressed.connect(self.save_now)
        self.title.textChanged.connect(self._on_edited)
        self.copies.value_changed.connect(self._on_edited)
        self._theme.changed.connect(self._fit_title)
        self._fit_title()

    def _with_note(self, name: str) -> QVBoxLayout:
        """A field with the line below it that says where its guess comes from."""
        box = QVBoxLayout()
        box.setSpacing(1)
        box.addWidget(self._fields[name])
        box.addWidget(self.notes[name])
        return box

    # --- content ---------------------------------------------------------------------------------

    def show_rows(
        self,
        rows: Sequence[Described],
        points: tuple[EvidencePoint, ...] = (),
        point: int | None = None,
        *,
        read_only: bool,
    ) -> None:
        """Show one item, or for several how many they are.

        If the item is filed at a task, ``points`` are the task's, and ``point`` is the item's.

        What was typed about the previous item is saved first; unsaved text about the same item is
        kept.
        """
        row = rows[0] if len(rows) == 1 else None
        self._hindrance = of_items([row]) if row is not None else ""
        self._points, self._point = points, point
        self._read_only = read_only or bool(self._hindrance)
        writable = row is not None and not self._read_only
        shown = self.typing.turn_to(
            f"item/{row.item}" if row is not None else "",
            tr("《{title}》的著录", title=row.title or row.file_name) if row is not None else "",
            stored_of(row) if row is not None else {},
            writable=writable,
        )
        self._row, self._several = row, list(rows) if len(rows) > 1 else []
        self._pages.setCurrentIndex(0 if row is None else 1)
        hindrance = of_items(self._several)
        permit(self.bulk, bool(self._several) and not read_only, hindrance)
        if row is None:
            self.blank.setText(
                tr("选中了 {count} 件材料。", count=len(rows))
                if rows
                else tr("选中一件材料，在这里核对题名、文号、责任者和日期。")
            )
            self._follow_several(hindrance, read_only=read_only)
            return
        self._fill(shown)
        self._show_origin(row)
        self._mark_fields()  # after it: a row that is shown shows all that is in it
        self._fill_points()
        self._fill_facts(row)
        for field in (*self._fields.values(), self.remark):
            field.setReadOnly(self._read_only)
            field.setToolTip(tip(self._hindrance))
        self.copies.setEnabled(not self._read_only)
        self.copies.setToolTip(tip(self._hindrance))
        bound = of_places([row]) if isinstance(row, FiledRow) else self._hindrance
        self.point.setEnabled(not read_only and not bound and len(points) > 1)
        self.point.setToolTip(tip(bound))
        self._follow()

    def _follow_several(self, hindrance: str, *, read_only: bool) -> None:
        """Offer what can be done with several items at once."""
        guessed = {row.item for row in self._several if row.guesses}
        self.for_many.setVisible(bool(self._several))
        self.for_guesses.setVisible(bool(guessed))
        if guessed:
            self.save.setText(tr("核对无误（{count} 件）", count=len(guessed)))
        permit(self.save, bool(guessed) and not read_only, hindrance)

    def entered(self) -> dict[str, str]:
        """The present contents of the fields."""
        return {
            "title": " ".join(self.title.toPlainText().split("\n")).strip(),
            "doc_number": self.doc_number.text().strip(),
            "issuer": self.issuer.text().strip(),
            "doc_date": self.doc_date.text().strip(),
            "copies": str(self.copies.value),
            "remark": self.remark.text().strip(),
            **{name: line.text().strip() for name, line in self.origin.items()},
        }

    @property
    def dirty(self) -> bool:
        """True if something was typed that is not saved."""
        return bool(self.typing.typed)

    @Slot()
    def save_now(self) -> None:
        """Ask to save what was typed, or to confirm the guesses if nothing was typed."""
        if self._several:
            self.confirm_wanted.emit(list(self._several))
            return
        if self._row is None or self._read_only:
            return
        if self.dirty:
            self.typing.save_and_tell()
        elif self._row.guesses:
            self.save_wanted.emit(self._row, {})

    @Slot(str, object)
    def _on_save_wanted(self, _key: str, fields: Mapping[str, str]) -> None:
        if self._row is not None:
            self.save_wanted.emit(self._row, fields)

    @property
    def guessed(self) -> tuple[str, ...]:
        """Name and value of each field that was guessed and is not confirmed."""
        row = self._row
        if row is None:
            return ()
        values = stored_of(row)
        return tuple(
            tr("{field} {value}", field=field.accessibleName(), value=values[name])
            for name, field in self._fields.items()
            if name in row.guesses and name not in self.typing.typed
        )

    def focus_title(self) -> None:
        """Put the cursor into the first field, or into one that could not be stored."""
        wrong = next((field for name, field in self._fields.items() if name in self._wrong), None)
        if self._row is not None:
            (wrong or self.title).setFocus(Qt.FocusReason.OtherFocusReason)
            if wrong is None and not is_described(self.title.toPlainText()):
                self.title.selectAll()  # what is typed replaces the name that a machine gave

    def _fill(self, shown: Mapping[str, str]) -> None:
        """Put texts into the fields; a field that has its text already is not changed."""
        present = self.entered()
        fields: dict[str, QLineEdit | QPlainTextEdit] = {
            **self._fields,
            "copies": self.copies,
            "remark": self.remark,
        }
        for name, field in fields.items():
            if present[name] != shown[name]:
                field.blockSignals(True)  # noqa: FBT003  (Qt's own signature)
                if isinstance(field, QLineEdit):
                    field.setText(shown[name])
                else:
                    field.setPlainText(shown[name])
                field.blockSignals(False)  # noqa: FBT003

    @Slot(object)
    def _on_refused(self, reasons: Mapping[str, str]) -> None:
        if self._wrong != reasons:
            self._wrong = reasons
            self._mark_fields()

    def _mark_fields(self) -> None:
        """Say below each field why it was not stored, or where its guess comes from."""
        guesses = self._row.guesses if self._row is not None else {}
        for name, field in self._fields.items():
            # What a person has typed is no guess any more.
            source = "" if name in self.typing.typed else guesses.get(name, "")
            wrong = self._wrong.get(name, "")
            field.setProperty("guessed", bool(source) and not wrong)
            note = self.notes[name]
            note.setProperty("guess", not wrong)
            for widget in (field, note):
                widget.setProperty("wrong", bool(wrong))
                widget.style().unpolish(widget)
                widget.style().polish(widget)
            guessed = tr("{guessed}，请核对", guessed=tr(_SOURCES.get(source, _GUESSED)))
            if name == "title" and self._row is not None and not is_described(self._row.title):
                source, guessed = source or _NAMELESS, tr("还是文件名，请另起题名")
            note.setText(wrong or guessed)
            note.setVisible(bool(source or wrong))

    def _show_origin(self, row: Described) -> None:
        """Ask for the origin only where it belongs: under 网络检索, or where something is said."""
        snapshot = self._session.snapshot
        asked = asks_origin(row, snapshot.framework)
        recent = recent_origins(chain.from_iterable(snapshot.filed.values())) if asked else ()
        for name, line in self.origin.items():
            # Most pages are where they were asked for.
            shown = asked and (name != "final_address" or bool(row.origin.final_address))
            self.form.setRowVisible(self.origin_rows[name], shown)
            if shown:
                offer(line, name, recent)

    def _fill_points(self) -> None:
        self.form.setRowVisible(self.point, bool(self._points))
        self.point.clear()
        if len(self._points) > 1:
            self.point.addItem(tr("未归要点"), None)
        for point in self._points:
            self.point.addItem(visible(f"{point.number}. {point.text}"), point.number)
            self.point.setItemData(
                self.point.count() - 1, tip(point.text), Qt.ItemDataRole.ToolTipRole
            )
        number = self._point
        if number is None and len(self._points) == 1:
            number = self._points[0].number
        self.point.setCurrentIndex(max(0, self.point.findData(number)))

    def _fill_facts(self, row: Described) -> None:
        facts = tr("，").join((tr(row.label), size_text(row.size)))
        self.file.setText(f"{row.file_name}\n{facts}")
        colours = self._theme.colours
        parts = []
        for problem in row.problems:
            if problem.settled:
                continue
            sentence = describe_problem(problem)
            colour = colours.problem if problem.blocking else colours.partial
            parts.append(
                f'<p style="margin:0 0 6px 0"><span style="color:{colour}">'
                f"{html.escape(sentence.reason)}</span><br>{html.escape(sentence.remedy)}</p>"
            )
        self.problems.setText("".join(parts))
        self.problems.setVisible(bool(parts))

    @Slot()
    def _on_edited(self) -> None:
        before = set(self.typing.typed)
        self.typing.note(self.entered())
        if before != set(self.typing.typed):
            self._mark_fields()
        self._follow()

    def _follow(self) -> None:
        row = self._row
        guesses = bool(row and row.guesses)
        self.save.setText(tr("保存") if self.dirty or not guesses else tr("核对无误"))
        fits = row is not None and (not self._read_only or bool(self._hindrance))
        permit(self.save, fits and (self.dirty or guesses), self._hindrance)

    @Slot()
    def _on_point(self) -> None:
        if self._row is not None and self.point.currentData() != self._point:
            self.point_wanted.emit([self._row], self.point.currentData())

    def _fit_title(self) -> None:
        self.title.setFixedHeight(self.title.fontMetrics().lineSpacing() * 3 + 16)

"""Asks which column of a table goes into which column of a register."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QWidget

from app.verification.material_check.registers.importing import TableFile
from app.verification.material_check.registers.matching import Matching, take
from app.verification.material_check.registers.schema import Register
from app.visible_text import visible
from ui.actions import label
from ui.literal import window_title
from ui.theme import Theme
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import scrolled, vertical

#: So much of an example is shown.
_EXAMPLE = 18


class MatchingDialog(QDialog):
    """A line for each column of the table, with the proposed column of the register."""

    def __init__(self, theme: Theme, register: Register, table: TableFile, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.setWindowTitle(window_title(tr("核对各列：{name}", name=table.name)))
        self.told = label("", wrap=True)
        self.boxes: list[QComboBox] = []
        part = QWidget()
        form = QFormLayout(part)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        matching = table.matching
        for place, (heading, chosen) in enumerate(
            zip(matching.headings, matching.columns, strict=True)
        ):
            name = visible(heading) or tr("第 {number} 列", number=place + 1)
            box = QComboBox()
            box.setAccessibleName(name)
            box.addItem(tr("不导入"), "")
            for column in register.columns:
                box.addItem(column.name, column.id)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.currentIndexChanged.connect(self._follow)
            example = self._example(place)
            shown = tr("{name}（如 {example}）", name=name, example=example) if example else name
            form.addRow(label(shown), box)
            self.boxes.append(box)
        self.buttons, self.agree = agree_buttons(
            self, tr("加入"), tr("加入表里，保存后生效（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        column_of = vertical(self, *(theme.space(14),) * 4, spacing=theme.space(10))
        column_of.addWidget(self.told)
        column_of.addWidget(scrolled(part), 1)
        column_of.addWidget(self.buttons)
        resize_within_window(self, theme.space(560), theme.space(560))
        self._follow()

    def matching_chosen(self) -> Matching:
        """How the table is to be read."""
        columns = tuple(str(box.currentData()) for box in self.boxes)
        return replace(self._table.matching, columns=columns)

    def _example(self, place: int) -> str:
        for row in self._table.rows[self._table.matching.heading + 1 :]:
            if place < len(row) and row[place].strip():
                text = visible(row[place].strip())
                return text if len(text) <= _EXAMPLE else text[:_EXAMPLE] + "…"
        return ""

    @Slot()
    def _follow(self) -> None:
        chosen = [box.currentData() for box in self.boxes if box.currentData()]
        twice = len(set(chosen)) < len(chosen)
        count = len(take(self._table.rows, self.matching_chosen()).rows)
        if twice:
            self.told.setText(tr("有两列对应到台账的同一列，请改一处。"))
        else:
            self.told.setText(tr("将加入 {count} 行；各列的对应会记住。", count=count))
        self.agree.setEnabled(bool(chosen) and not twice and count > 0)

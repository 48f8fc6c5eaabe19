"""Asks from which cases to draw and how many, and shows what each stratum would give."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.verification.case_review.cases import Case
from app.verification.case_review.data_files import Loaded
from app.verification.case_review.drawing import Wanted, counts_of, population_of
from app.verification.case_review.draws import DrawRequest
from app.verification.case_review.sheet_schema import ReviewSheet
from app.verification.sampling.seeds import propose_seed
from app.visible_text import visible
from ui.actions import label
from ui.literal import tip, window_title
from ui.page import PageContext
from ui.translation import tr
from ui.widgets.agreeing import agree_buttons
from ui.widgets.fitting import Fitting, resize_within_window
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.widgets.plain_numbers import WholeNumbers, plain, take_numbers
from ui.widgets.ticking import TickByName

_MOST = 100_000
_TOTAL, _EACH = "total", "each"


class DrawDialog(QDialog):
    """``request`` is what was asked for; nothing is drawn before 抽取."""

    def __init__(
        self,
        context: PageContext,
        cases: Sequence[Case],
        sheets: Loaded[ReviewSheet],
        number: int,
        parent: QWidget,
    ) -> None:
        """``number``: of the draw, for its name."""
        super().__init__(parent)
        theme = context.theme
        self._cases, self._sheets = tuple(cases), sheets
        self.setWindowTitle(window_title(tr("抽取案卷")))
        self.name = _line(tr("名称"), tr("第 {number} 次案卷评查", number=number))
        self.person = _line(tr("抽取人"), "")
        self.person.setPlaceholderText(tr("留空用登记的姓名"))
        self.year = QComboBox()
        self.year.setAccessibleName(tr("结案年度"))
        self.year.addItem(tr("全部年度"), 0)
        for year in sorted({case.year for case in cases if case.year}):
            self.year.addItem(tr("{year} 年", year=year), year)
        self.categories = QListWidget()
        self.categories.setAccessibleName(tr("类别"))
        for category in dict.fromkeys(case.category for case in cases if case.category):
            item = QListWidgetItem(visible(category))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.categories.addItem(item)
        TickByName(self.categories)
        self.categories.setFixedHeight(theme.space(116))
        self.way = QComboBox()
        self.way.setAccessibleName(tr("怎样抽"))
        self.way.addItem(tr("共抽若干件，按各层件数分摊"), _TOTAL)
        self.way.addItem(tr("每层抽若干件"), _EACH)
        self.count = _line(tr("件数"), "10")
        take_numbers(self.count, WholeNumbers(1, _MOST, self.count))
        self.seed = _line(tr("种子"), propose_seed(datetime.now()))
        self.seed.setToolTip(
            tip(tr("同一份名单、同一个种子，抽出的总是同样的案卷；可以改成公开产生的数"))
        )
        self.told = label("", wrap=True)
        columns = (
            Column(tr("单位"), 0, lambda row: row[0][0]),
            Column(tr("类别"), 80, lambda row: row[0][1]),
            Column(tr("年度"), 56, lambda row: str(row[0][2])),
            Column(tr("可抽"), 50, lambda row: str(row[1])),
            Column(tr("抽取"), 50, lambda row: str(row[2])),
        )
        self.table = LineTable(
            tr("各层抽多少"), LineModel(columns, lambda row: row[0], theme), theme
        )
        self.buttons, self.agree = agree_buttons(
            self, tr("抽取"), tr("抽取（Ctrl+回车）"), shortcut="Ctrl+Return"
        )
        self._build(context)
        for changed in (
            self.name.textChanged,
            self.seed.textChanged,
            self.count.textChanged,
            self.year.currentIndexChanged,
            self.way.currentIndexChanged,
            self.categories.itemChanged,
        ):
            changed.connect(lambda *_: self._follow())
        self._follow()
        resize_within_window(self, theme.space(900), theme.space(600))

    def _build(self, context: PageContext) -> None:
        space = context.theme.space
        part = QWidget()
        form = QFormLayout(part)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(space(8))
        for field in (
            self.name, self.person, self.year, self.categories, self.way, self.count, self.seed
        ):  # fmt: skip
            form.addRow(label(field.accessibleName()), field)
        row = horizontal(spacing=space(12))
        row.addWidget(Fitting(part), 5)
        row.addWidget(self.table, 6)
        column = vertical(self, *(space(14),) * 4, spacing=space(8))
        column.addLayout(row, 1)
        column.addWidget(self.told)
        column.addWidget(self.buttons)

    @property
    def wanted(self) -> Wanted:
        """Which cases, and how many."""
        text = plain(self.count.text())
        count = int(text) if text.isdecimal() else 0
        each = self.way.currentData() == _EACH
        ticked = self._ticked()
        everything = len(ticked) == self.categories.count()
        return Wanted(
            total=0 if each else count,
            each=count if each else 0,
            year=self.year.currentData() or 0,
            categories=() if everything else ticked,
        )

    @property
    def request(self) -> DrawRequest:
        """What was asked for."""
        return DrawRequest(
            self.name.text().strip(),
            self.wanted,
            self.seed.text().strip(),
            self.person.text().strip(),
        )

    def _ticked(self) -> tuple[str, ...]:
        items = (self.categories.item(n) for n in range(self.categories.count()))
        return tuple(i.text() for i in items if i.checkState() is Qt.CheckState.Checked)

    @Slot()
    def _follow(self) -> None:
        wanted = self.wanted
        some = bool(wanted.total or wanted.each) and bool(self._ticked())
        found = population_of(self._cases, wanted)
        counts = counts_of(found.cases, wanted) if some else {}
        rows: list[tuple[Any, ...]] = [(key, *numbers) for key, numbers in counts.items()]
        self.table.show_rows(rows)
        drawn = sum(count for _, _, count in rows)
        told = [tr("可抽 {population} 件，抽 {drawn} 件", population=len(found.cases), drawn=drawn)]
        if found.faulty:
            told.append(tr("登记有误的 {count} 件不参加", count=found.faulty))
        if found.not_closed:
            told.append(tr("没有结案的 {count} 件不参加", count=found.not_closed))
        bare = [c for c in {key[1] for key in counts} if self._sheets.for_category(c) is None]
        if bare:
            told.append(
                tr("没有评查表的类别：{names}；请先配好评查表", names=tr("、").join(sorted(bare)))
            )
        self.told.setText(tr("；").join(told))
        self.agree.setEnabled(
            bool(drawn) and not bare and bool(self.name.text().strip() and self.seed.text().strip())
        )


def _line(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    return made

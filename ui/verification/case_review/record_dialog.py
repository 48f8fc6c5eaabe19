"""The record of a draw: its strata, what was drawn, and that the seed gives the same again."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.verification.case_review.cases import Case, by_stratum, case_register, read_cases
from app.verification.case_review.drawing import Key, Stratum, changed_since, repeats
from app.verification.case_review.draws import Draw
from ui.actions import ActionButton, label, make_action
from ui.literal import window_title
from ui.page import PageContext
from ui.translation import tr
from ui.verification.case_review.paper_writing import write_case_paper
from ui.widgets.fitting import resize_within_window
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.wording import ALGORITHM_WORDS, share_words


class RecordDialog(QDialog):
    """Whoever has the list and the seed can repeat the draw; here the program does."""

    def __init__(self, context: PageContext, draw: Draw, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.draw = context, draw
        theme, space = context.theme, context.theme.space
        self.setWindowTitle(window_title(tr("抽取记录：{name}", name=draw.name)))
        self.about = label("", wrap=True)
        self.how = label("", "muted", wrap=True)
        self.checked = label("", "subheading", wrap=True)
        columns = (
            Column(tr("单位"), 110, lambda row: row.unit),
            Column(tr("类别"), 80, lambda row: row.category),
            Column(tr("年度"), 56, lambda row: str(row.year)),
            Column(tr("可抽"), 50, lambda row: str(len(row.population))),
            Column(tr("抽取"), 50, lambda row: str(row.wanted)),
            Column(tr("抽中的案号"), 0, lambda row: tr("、").join(row.drawn)),
        )
        model = LineModel(columns, lambda row: (row.unit, row.category, row.year), theme)
        self.table = LineTable(tr("各层抽中的案卷"), model, theme)
        self.table.show_rows(draw.strata)
        self.paper = make_action(
            self, tr("抽取记录（Word）"), tr("供抽取人、监督人签字"), self.write_paper
        )
        self.shut = make_action(self, tr("关闭"), tr("关闭"), self.reject)
        foot = horizontal(spacing=space(6))
        foot.addStretch(1)
        foot.addWidget(ActionButton(self.paper, theme))
        foot.addWidget(ActionButton(self.shut, theme))
        column = vertical(self, *(space(14),) * 4, spacing=space(8))
        column.addWidget(self.about)
        column.addWidget(self.how)
        column.addWidget(self.checked)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.about.setText(self._about())
        known = draw.algorithm in ALGORITHM_WORDS
        self.how.setText(ALGORITHM_WORDS[draw.algorithm] if known else draw.algorithm)
        self.checked.setText(self._repeated())
        resize_within_window(self, space(960), space(560))
        self._compare()

    def _about(self) -> str:
        draw = self.draw
        told = [
            tr("抽中 {share}", share=share_words(len(draw.cases), draw.population)),
            tr("种子 {seed}", seed=draw.seed),
            tr("抽取人 {person}", person=draw.drawn_by),
            draw.drawn_at.astimezone().strftime("%Y-%m-%d %H:%M"),
        ]
        if draw.left_out:
            told.append(tr("登记有误、没有参加的 {count} 件", count=draw.left_out))
        return tr("；").join(told)

    def _repeated(self) -> str:
        other = [one for one in self.draw.strata if not repeats(self.draw.seed, one)]
        if not other:
            return tr("照名单和种子重新抽了一遍，结果相同")
        names = tr("、").join(f"{one.unit} {one.category} {one.year}" for one in other)
        return tr("照名单和种子重新抽，这几层的结果不同：{names}", names=names)

    def _compare(self) -> None:
        """See if the register has other cases by now."""
        workspace = self.context.session.services.workspace

        def job() -> Mapping[Key, Sequence[Case]]:
            with workspace.reading() as session:
                return by_stratum(read_cases(session, case_register(workspace)))

        self.context.session.read(job, self._on_read)

    @Slot(object)
    def _on_read(self, now: Mapping[Key, Sequence[Case]]) -> None:
        changed: list[Stratum] = [one for one in self.draw.strata if changed_since(one, now)]
        if changed:
            self.checked.setText(
                tr(
                    "{repeated}；{count} 层的台账在抽取以后有变动，记录以抽取时的名单为准",
                    repeated=self._repeated(),
                    count=len(changed),
                )
            )

    @Slot()
    def write_paper(self) -> None:
        """Write the record as a paper to sign."""
        write_case_paper(self.context, "case-draw-record", self.draw)

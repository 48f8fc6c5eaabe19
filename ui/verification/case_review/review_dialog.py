"""The window of a reviewer or of the arbiter: the sheet at the left, the case file beside it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from app.changed import Area, Changed
from app.evidence.listing import FiledRow
from app.verification.case_review.draws import DrawnCase
from app.verification.case_review.scores import (
    REVIEWERS,
    Comment,
    Place,
    Reviewed,
    Saved,
    SheetText,
    arbitrate,
    put_back,
    read_reviewed,
    reopen_sheet,
    save_sheet,
)
from app.verification.case_review.scoring import CaseState, Mark, Seat, Verdict, assess
from ui.actions import ActionButton, label, make_action, mark_writing
from ui.commands import Undoable, run
from ui.literal import tip, window_title
from ui.page import PageContext
from ui.preview.side import PreviewSide, SideSplitter
from ui.translation import tr
from ui.verification.case_review.comments import CommentBox
from ui.verification.case_review.reading import CaseAtHand, read_case
from ui.verification.case_review.sheet_state import (
    StandardLine,
    kept,
    lines_of,
    next_open,
    points_typed,
    resumed,
    with_agreed,
    with_verdict,
    with_words,
)
from ui.verification.case_review.standard_table import StandardTable, mark_words, standard_words
from ui.widgets.fitting import Fitting, resize_within_window
from ui.widgets.layouts import horizontal, vertical
from ui.widgets.plain_numbers import Numbers, plain, take_numbers
from ui.wording import CASE_DIFFERENCES, CASE_GRADES, CASE_STATES, CASE_VERDICTS


class _SheetRoom(Fitting):
    """Asks for the width it needs, so that the preview takes its place where both do not fit."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """Its minimum width."""
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())


class ReviewDialog(QDialog):
    """Who reviews says so first, and sees the own sheet only until both have concluded.

    A sheet is stored when its case is left; until then a draft keeps every key.
    """

    def __init__(
        self,
        context: PageContext,
        reviewed: Reviewed,
        unit: str,
        parent: QWidget,
        *,
        arbitrating: bool,
    ) -> None:
        """``unit``: only its cases; "" for all."""
        super().__init__(parent)
        self.context, self._reviewed, self._arbitrating = context, reviewed, arbitrating
        self._workspace = context.session.services.workspace
        self._cases = tuple(c for c in reviewed.draw.cases if unit in {"", c.unit})
        self._at = -1
        self._hand: CaseAtHand | None = None
        self._text, self._stored = SheetText(), SheetText()
        self._reviewer = ""
        self._items: Mapping[str, FiledRow] = {}
        self._filling = False
        title = tr("复核：{name}") if arbitrating else tr("评查：{name}")
        self.setWindowTitle(window_title(title.format(name=reviewed.draw.name)))
        self._make_parts()
        self._lay_out()
        self._connect()
        self._list_cases()
        self._show()
        space = context.theme.space
        resize_within_window(self, space(1320), space(760))
        self.person.setFocus()

    def _make_parts(self) -> None:
        theme, arbitrating = self.context.theme, self._arbitrating
        self.person = QLineEdit()
        self.person.setAccessibleName(tr("复核人") if arbitrating else tr("评查人"))
        self.person.setPlaceholderText(tr("先写明您的姓名，回车开始"))
        self.cases = QComboBox()
        self.cases.setAccessibleName(tr("案卷"))
        self.cases.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.cases.setMinimumContentsLength(16)
        self.papers = QComboBox()
        self.papers.setAccessibleName(tr("卷内材料"))
        self.papers.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.papers.setMinimumContentsLength(16)
        self.about = label("", "muted", wrap=True)
        self.table = StandardTable(theme, self, compares=arbitrating)
        self.standard = label("", wrap=True)
        self.basis = label("", "muted", wrap=True)
        self.lost = QLineEdit()
        self.lost.setAccessibleName(tr("扣分"))
        self.lost.setPlaceholderText(tr("扣几分"))
        self.lost.setToolTip(tip(tr("不写为扣掉全部分值")))
        take_numbers(self.lost, Numbers(0, 1000, 2, self.lost))
        self.remark = QLineEdit()
        self.remark.setAccessibleName(tr("说明"))
        self.remark.setPlaceholderText(tr("说明问题，回车到下一条"))
        self.comments = CommentBox(theme)
        self.summary = QLineEdit()
        self.summary.setAccessibleName(tr("总评"))
        self.summary.setPlaceholderText(tr("总评，可以不写"))
        self.totals = label("", "subheading", wrap=True)
        self.verdicts = {
            verdict: make_action(
                self,
                tr("{verdict}　{key}", verdict=CASE_VERDICTS[verdict.value], key=key),
                tr("在表里按 {key}，到下一条没有判的", key=key),
                partial(self.judge, verdict),
            )
            for key, verdict in enumerate(Verdict, 1)
        }
        self.before = make_action(
            self, tr("上一卷"), tr("存下这一卷，到上一卷"), lambda: self.step(-1), "Alt+PgUp"
        )
        self.after = make_action(
            self, tr("下一卷"), tr("存下这一卷，到下一卷"), lambda: self.step(1), "Alt+PgDown"
        )
        self.earlier = make_action(
            self, tr("上一件"), tr("卷内上一件材料"), lambda: self.step_paper(-1), "Ctrl+PgUp"
        )
        self.later = make_action(
            self, tr("下一件"), tr("卷内下一件材料"), lambda: self.step_paper(1), "Ctrl+PgDown"
        )
        self.note = make_action(
            self, tr("批注"), tr("批注右边打开的那一页"), self.comments.line.setFocus, "Ctrl+M"
        )
        self.reopen = make_action(
            self, tr("重新打开"), tr("另一人还没有评完的，可以重新打开自己的表"), self.open_again
        )
        self.conclude = make_action(
            self,
            tr("复核完毕") if arbitrating else tr("评完这一卷"),
            tr("各条都判了才能评完；之后到下一卷"),
            self.finish,
            "Ctrl+Return",
        )
        self.leave = make_action(self, tr("存下并关闭"), tr("存下这一卷"), self.reject)
        mark_writing(self.conclude, self.reopen, *self.verdicts.values())

    def _lay_out(self) -> None:
        theme, space = self.context.theme, self.context.theme.space
        top = horizontal(spacing=space(6))
        top.addWidget(label(self.person.accessibleName()))
        top.addWidget(self.person, 2)
        top.addWidget(self.cases, 5)
        for action in (self.before, self.after):
            top.addWidget(ActionButton(action, theme, flat=True))
        sheet = QWidget()
        left = vertical(sheet, 0, 0, space(6), 0, spacing=space(6))
        papers = horizontal(spacing=space(6))
        papers.addWidget(self.papers, 1)
        for action in (self.earlier, self.later):
            papers.addWidget(ActionButton(action, theme, flat=True))
        left.addWidget(self.about)
        left.addLayout(papers)
        left.addWidget(self.table, 1)
        left.addWidget(self.standard)
        left.addWidget(self.basis)
        keys = horizontal(spacing=space(4))
        for action in self.verdicts.values():
            keys.addWidget(ActionButton(action, theme, flat=True))
        keys.addStretch(1)
        left.addLayout(keys)
        words = horizontal(spacing=space(4))
        words.addWidget(self.lost, 1)
        words.addWidget(self.remark, 5)
        left.addLayout(words)
        left.addWidget(self.comments)
        left.addWidget(self.summary)
        self.table.setMinimumHeight(space(150))
        self.sheet = sheet
        self.splitter = SideSplitter()
        room = _SheetRoom(sheet)
        room.setMinimumWidth(space(420))
        self.splitter.addWidget(room)
        self.side = PreviewSide(self.context, self.splitter, "case-review", self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([space(640), space(600)])
        foot = horizontal(spacing=space(6))
        foot.addWidget(self.totals, 1)
        foot.addWidget(ActionButton(self.side.toggle, theme, flat=True))
        foot.addWidget(ActionButton(self.reopen, theme, flat=True))
        foot.addWidget(ActionButton(self.leave, theme))
        foot.addWidget(ActionButton(self.conclude, theme, primary=True))
        column = vertical(self, *(space(12),) * 4, spacing=space(8))
        column.addLayout(top)
        column.addWidget(self.splitter, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.person.returnPressed.connect(self.begin)
        self.person.editingFinished.connect(self.begin)
        self.cases.activated.connect(self.turn_to)
        self.papers.activated.connect(lambda _n: self._show_paper())
        self.table.judged.connect(self.judge)
        self.table.remark_wanted.connect(self.remark.setFocus)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_standard())
        self.remark.textEdited.connect(lambda _t: self._take_words())
        self.lost.textEdited.connect(lambda _t: self._take_words())
        self.remark.returnPressed.connect(self._next)
        self.lost.returnPressed.connect(self.remark.setFocus)
        self.summary.textEdited.connect(self._take_summary)
        self.comments.added.connect(self._comment)
        self.comments.dropped.connect(self._drop_comment)
        self.comments.wanted.connect(self._show_comment)
        self.side.pane.settled.connect(self._follow_page)
        self.side.pane.pages.page_changed.connect(lambda *_: self._follow_page())
        self.context.session.bus.changed.connect(self._on_changed)

    # --- who, and which case ---------------------------------------------------------------------

    @property
    def text(self) -> SheetText:
        """What the sheet says now."""
        return self._text

    @property
    def case(self) -> DrawnCase | None:
        """The case at hand."""
        return self._cases[self._at] if 0 <= self._at < len(self._cases) else None

    @property
    def lines(self) -> tuple[StandardLine, ...]:
        """The lines of the sheet at hand."""
        return tuple(self.table.lines.rows)

    @Slot()
    def begin(self) -> None:
        """Turn to the first case that is open for the person whose name was entered."""
        name = self.person.text().strip()
        if name == self._reviewer:
            return
        self._store(lambda: self._begin(name))

    def _begin(self, name: str) -> None:
        self._reviewer, self._at, self._hand = name, -1, None
        self._list_cases()
        self._show()
        if name:
            first = next((n for n, case in enumerate(self._cases) if self._is_open(case)), 0)
            self._open(first)

    @Slot(int)
    def turn_to(self, number: int) -> None:
        """Store the sheet at hand, and turn to another case."""
        if self._reviewer and number != self._at:
            self._store(lambda: self._open(number))

    def step(self, by: int) -> None:
        """Turn to the case before or after."""
        if self._cases:
            self.turn_to((max(self._at, 0) + by) % len(self._cases))

    def _open(self, number: int) -> None:
        if not 0 <= number < len(self._cases):
            return
        self._at = number
        case, draw, viewer = self._cases[number], self._reviewed.draw, self._reviewer
        self.cases.setCurrentIndex(number)
        self.context.session.read(
            lambda: read_case(self._workspace, draw, case, viewer), self._take
        )

    @Slot(object)
    def _take(self, hand: CaseAtHand) -> None:
        if self.case is None or hand.view.case != self.case:
            return
        self._hand = hand
        own = hand.view.own
        score = hand.view.scores[own][0] if own is not None else None
        self._stored = score.text if score is not None else SheetText()
        self._text = self._stored
        if not self._stored.concluded:
            draft = resumed(self.context.drafts.of(self._key))
            self._text = draft or with_agreed(self._stored, self._others())
        snapshot = self.context.session.snapshot
        self._items = {row.item: row for rows in snapshot.filed.values() for row in rows}
        self._list_papers()
        self._show()
        self.table.selectRow(next_open(self.lines, -1) or 0)
        self.table.setFocus()

    def _others(self) -> tuple[tuple[Mark, ...], ...]:
        hand = self._hand
        if hand is None or not self._arbitrating:
            return ()
        scores = hand.view.scores
        return tuple(scores[seat][0].text.marks for seat in REVIEWERS if seat in scores)

    @property
    def _key(self) -> str:
        case = self.case
        assert case is not None
        who = "arbiter" if self._arbitrating else "reviewer"
        return f"ask/indicators/case_sheet/{case.draw_id}/{case.case_id}/{who}/{self._reviewer}"

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed.touches(Area.NOTES):
            round_id = self._reviewed.draw.round_id

            def job() -> Reviewed | None:
                with self._workspace.reading() as session:
                    found = read_reviewed(session)
                return next((one for one in found if one.draw.round_id == round_id), None)

            self.context.session.read(job, self._on_reviewed)

    @Slot(object)
    def _on_reviewed(self, reviewed: Reviewed | None) -> None:
        if reviewed is not None:
            self._reviewed = reviewed
            self._list_cases()

    def _places(self, case: DrawnCase) -> Mapping[Seat, Place]:
        return self._reviewed.places[case.draw_id, case.case_id]

    def _own_place(self, case: DrawnCase) -> Place | None:
        places = self._places(case)
        seats = (Seat.ARBITER,) if self._arbitrating else REVIEWERS
        own = (places[seat] for seat in seats if seat in places)
        return next((place for place in own if place.reviewer == self._reviewer), None)

    def _is_open(self, case: DrawnCase) -> bool:
        """True if this person has something to do there."""
        state = self._reviewed.outcomes[case.draw_id, case.case_id].state
        if self._arbitrating:
            return state is CaseState.DISPUTED
        own = self._own_place(case)
        if own is not None:
            return not own.concluded
        return sum(seat in self._places(case) for seat in REVIEWERS) < len(REVIEWERS)

    def _list_cases(self) -> None:
        self.cases.clear()
        for number, case in enumerate(self._cases, 1):
            outcome = self._reviewed.outcomes[case.draw_id, case.case_id]
            own = self._own_place(case) if self._reviewer else None
            told = CASE_STATES[outcome.state.value]
            if own is not None:
                progress = tr("{judged}/{standards}", judged=own.judged, standards=own.standards)
                told = tr("您已评完") if own.concluded else progress
            words = tr(
                "{number}/{whole}　{case}　{category}　{unit}　{state}",
                number=number,
                whole=len(self._cases),
                case=case.number,
                category=case.category,
                unit=case.unit,
                state=told,
            )
            self.cases.addItem(words)
        self.cases.setCurrentIndex(self._at)

    # --- what is shown ---------------------------------------------------------------------------

    def _writable(self) -> bool:
        hand = self._hand
        if hand is None or self.context.session.read_only or self._stored.concluded:
            return False
        if self._arbitrating:
            state = hand.view.outcome.state
            return state is CaseState.DISPUTED or hand.view.own is Seat.ARBITER
        if hand.view.own is not None:
            return hand.view.own in REVIEWERS
        return sum(seat in hand.view.places for seat in REVIEWERS) < len(REVIEWERS)

    def _show(self) -> None:
        hand = self._hand
        self.sheet.setEnabled(hand is not None)
        if hand is None:
            self.table.show_rows(())
            waiting = tr("先写明评查人，再打开案卷") if not self._reviewer else tr("正在打开…")
            self.about.setText(waiting)
        else:
            self.about.setText(self._about(hand))
            self.table.show_rows(lines_of(hand.view.sheet, self._text, self._others()))
            titles = {item: row.title for item, row in self._items.items()}
            self.comments.show_comments(self._text.comments, titles)
            if self.summary.text() != self._text.summary:
                self.summary.setText(self._text.summary)
        self._show_standard()
        self._tell()
        writable = self._writable()
        for action in self.verdicts.values():
            action.setEnabled(writable)
        for field in (self.summary, self.comments.line):
            field.setEnabled(writable)
        found = assess(hand.view.sheet, self._text.marks) if hand is not None else None
        self.conclude.setEnabled(writable and found is not None and found.complete)
        again = hand is not None and self._stored.concluded and not self._both_concluded(hand)
        self.reopen.setVisible(again and not self._arbitrating)

    def _both_concluded(self, hand: CaseAtHand) -> bool:
        places = hand.view.places
        return all(seat in places and places[seat].concluded for seat in REVIEWERS)

    def _about(self, hand: CaseAtHand) -> str:
        case = hand.view.case
        told = [f"{case.number}　{case.title}".strip(), case.unit]
        if case.filed or case.closed:
            told.append(tr("{filed} 至 {closed}", filed=case.filed, closed=case.closed))
        if self._arbitrating:
            told += [CASE_DIFFERENCES[one.value] for one in hand.view.outcome.differences]
        elif hand.view.own is None and not self._writable():
            told.append(tr("两名评查人已定，您不能再评"))
        elif self._stored.concluded:
            told.append(tr("您已评完"))
        missing = hand.file.missing if hand.file is not None else ()
        if missing and hand.file is not None and hand.file.items:
            names = tr("、").join(piece.title for piece in missing)
            told.append(tr("卷内缺 {names}", names=names))
        return tr("；").join(told)

    def _list_papers(self) -> None:
        self.papers.clear()
        hand = self._hand
        file = hand.file if hand is not None else None
        for line in file.lines if file is not None else ():
            head = line.kind.title if line.kind is not None else tr("其他材料")
            for item in line.items:
                if item in self._items:
                    title = self._items[item].title
                    words = (
                        title if head in title else tr("{kind}：{title}", kind=head, title=title)
                    )
                    self.papers.addItem(words, item)
        if not self.papers.count():
            self.papers.addItem(tr("还没有整理卷内材料（在“卷内材料”里放入）"), "")
        self._show_paper()

    def step_paper(self, by: int) -> None:
        """Show the piece before or after."""
        count = self.papers.count()
        self.papers.setCurrentIndex((self.papers.currentIndex() + by) % count if count else -1)
        self._show_paper()

    def _show_paper(self, page: int = 0) -> None:
        row = self._items.get(self.papers.currentData() or "")
        if row is None:
            self.side.pane.clear(tr("没有可看的卷内材料"))
        else:
            self.side.pane.show_item(row)
            if page:
                self.side.pane.pages.go_to(page - 1)
        self._follow_page()

    @Slot()
    def _follow_page(self) -> None:
        item, page = self._page_shown()
        row = self._items.get(item)
        self.comments.point_at(row.title if row is not None else "", page)

    def _page_shown(self) -> tuple[str, int]:
        """The item that is shown, and the number of the page at hand; 0 for none."""
        item = self.papers.currentData() or ""
        pages = self.side.pane.pages
        return (item, pages.page + 1) if item in self._items and pages.page_count else (item, 0)

    @property
    def line(self) -> StandardLine | None:
        """The standard at hand."""
        current = self.table.current
        return current if isinstance(current, StandardLine) else None

    def _show_standard(self) -> None:
        line = self.line
        self._filling = True
        said = standard_words(line) if line is not None else ""
        if line is not None and line.points is not None:
            said = tr(
                "{standard}（{points} 分）", standard=said, points=f"{line.points.normalize():f}"
            )
        self.standard.setText(said)
        told = []
        if line is not None and line.basis:
            told.append(tr("依据：{basis}", basis=line.basis))
        for seat, mark in enumerate(line.others if line is not None else (), 1):
            if mark is not None and mark.remark:
                told.append(
                    tr(
                        "评查人{seat}：{verdict}，{remark}",
                        seat="一二"[seat - 1],
                        verdict=mark_words(mark),
                        remark=mark.remark,
                    )
                )
        self.basis.setText(tr("；").join(told))
        self.basis.setVisible(bool(told))
        mark = line.mark if line is not None else None
        if self.remark.text() != (mark.remark if mark is not None else ""):
            self.remark.setText(mark.remark if mark is not None else "")
        lost = f"{mark.lost:f}" if mark is not None and mark.lost is not None else ""
        if points_typed(plain(self.lost.text()), line.points if line else None) != (
            mark.lost if mark is not None else None
        ):
            self.lost.setText(lost)
        writable = self._writable() and mark is not None
        self.remark.setEnabled(writable)
        failed = mark is not None and mark.verdict is Verdict.FAILED
        self.lost.setEnabled(writable and failed)
        self.lost.setVisible(line is not None and line.points is not None)
        self._filling = False

    def _tell(self) -> None:
        hand = self._hand
        if hand is None:
            self.totals.setText("")
            return
        found = assess(hand.view.sheet, self._text.marks)
        standards = len(hand.view.sheet.basics) + len(hand.view.sheet.generals)
        told = [tr("已判 {judged}/{standards}", judged=standards - len(found.open),
                   standards=standards)]  # fmt: skip
        told.append(
            tr(
                "不符合：基础 {basic}，一般 {general}",
                basic=len(found.failed),
                general=len(found.defects),
            )
        )
        if found.score is not None:
            told.append(tr("得分 {score}", score=f"{found.score:f}"))
        if found.complete and found.grade is not None:
            told.append(CASE_GRADES[found.grade.value])
        self.totals.setText(tr("；").join(told))

    # --- what is said ----------------------------------------------------------------------------

    @Slot(object)
    def judge(self, verdict: Verdict | None) -> None:
        """Judge the standard at hand, and go on to the next that is open."""
        line = self.line
        if line is None or not self._writable():
            return
        self._change(with_verdict(self._text, line.id, verdict))
        if verdict is Verdict.FAILED:
            self.remark.setFocus()
        elif verdict is not None:
            self._next()

    @Slot()
    def _next(self) -> None:
        line = self.line
        here = line.number - 1 if line is not None else -1
        place = next_open(self.lines, here)
        if place is None and here + 1 < len(self.lines):
            place = here + 1
        if place is not None:
            self.table.selectRow(place)
        self.table.setFocus()

    def _take_words(self) -> None:
        line = self.line
        if line is None or line.mark is None or self._filling:
            return
        lost = points_typed(plain(self.lost.text()), line.points)
        self._change(with_words(self._text, line.id, self.remark.text(), lost))

    @Slot(str)
    def _take_summary(self, words: str) -> None:
        self._change(replace(self._text, summary=words))

    @Slot(str)
    def _comment(self, words: str) -> None:
        item, page = self._page_shown()
        line = self.line
        standard = line.id if line is not None else ""
        comment = Comment(words, item if page else "", page, standard)
        self._change(replace(self._text, comments=(*self._text.comments, comment)))
        self.table.setFocus()

    @Slot(int)
    def _drop_comment(self, number: int) -> None:
        if self._writable():
            comments = self._text.comments
            self._change(
                replace(self._text, comments=(*comments[:number], *comments[number + 1 :]))
            )

    @Slot(int)
    def _show_comment(self, number: int) -> None:
        comment = self._text.comments[number]
        place = self.papers.findData(comment.item)
        if comment.item and place >= 0:
            self.papers.setCurrentIndex(place)
            self._show_paper(comment.page)

    def _change(self, text: SheetText) -> None:
        self._text = text
        self._show()
        case = self.case
        if case is not None:
            name = tr("评查表 {number}", number=case.number)
            changed = text != self._stored
            self.context.drafts.note(self._key, name, kept(text) if changed else {})

    # --- what is stored --------------------------------------------------------------------------

    @Slot()
    def finish(self) -> None:
        """Conclude the sheet, and go on to the next case that is open for this person."""
        hand = self._hand
        if hand is not None and self._writable() and assess(
            hand.view.sheet, self._text.marks
        ).complete:  # fmt: skip
            self._text = replace(self._text, concluded=True)
            self._store(self._go_on, failed=self._unconclude)

    def _unconclude(self) -> None:
        self._text = replace(self._text, concluded=False)

    def _go_on(self) -> None:
        here = self._at
        order = [*range(here + 1, len(self._cases)), *range(here)]
        following = next((n for n in order if self._is_open(self._cases[n])), None)
        if following is None:
            self.context.notice.say(tr("您的案卷都评完了"))
            self._open(here)
        else:
            self._open(following)

    @Slot()
    def open_again(self) -> None:
        """Go on with a sheet that was concluded too early."""
        case, draw, name = self.case, self._reviewed.draw, self._reviewer
        if case is None:
            return
        workspace, here = self._workspace, self._at
        way = Undoable[Saved](
            text=tr("重新打开评查表"),
            undo=lambda saved: put_back(workspace, saved),
            then=lambda _saved: self._open(here),
        )
        run(self.context, lambda: reopen_sheet(workspace, draw, case, name), way)

    def _store(
        self, then: Callable[[], object], failed: Callable[[], object] = lambda: None
    ) -> None:
        """Store the sheet if it says something new, and go on; what is refused stays here."""
        case = self.case
        if case is None or self._hand is None or self._text == self._stored or not self._writable():
            then()
            return
        workspace, draw, text = self._workspace, self._reviewed.draw, self._text
        name, key = self._reviewer, self._key
        save = arbitrate if self._arbitrating else save_sheet

        def stored(_saved: Saved) -> None:
            self._stored = text
            self.context.drafts.drop(key)
            then()

        concluded = tr("评完 {number}", number=case.number)
        way = Undoable[Saved](
            text=concluded if text.concluded else tr("评查 {number}", number=case.number),
            undo=lambda saved: put_back(workspace, saved),
            then=stored,
        )
        run(
            self.context,
            lambda: save(workspace, draw, case, name, text),
            way,
            write=lambda do, done: self.context.session.write(do, done, lambda _error: failed()),
        )

    def reject(self) -> None:
        """Store the sheet at hand, and close."""
        self.side.keep()
        self._store(super().reject, failed=super().reject)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Enter belongs to the fields; it presses no button of the window."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

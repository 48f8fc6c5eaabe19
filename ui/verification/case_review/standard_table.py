"""The standards of a sheet in a table: one key judges one standard."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.verification.case_review.scoring import Mark, Verdict
from ui.colours import Colours
from ui.theme import Theme
from ui.translation import tr
from ui.verification.case_review.sheet_state import StandardLine
from ui.widgets.line_table import Column, LineModel, LineTable
from ui.wording import CASE_VERDICTS

#: The keys that judge, on both parts of the keyboard.
VERDICT_KEYS: Mapping[int, Verdict] = {
    Qt.Key.Key_1: Verdict.MET,
    Qt.Key.Key_2: Verdict.FAILED,
    Qt.Key.Key_3: Verdict.NOT_APPLICABLE,
}
_CLEARING = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0})
_REMARK = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class StandardTable(LineTable):
    """``judged`` carries the verdict, None for none; ``remark_wanted`` asks for its words."""

    judged = Signal(object)
    remark_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, compares: bool) -> None:
        """``compares``: both reviewers stand beside each other, for the arbiter."""
        both = (
            Column(tr("一"), 60, _of_other(0), ink=_other_ink(0)),
            Column(tr("二"), 60, _of_other(1), ink=_other_ink(1)),
        )
        columns = (
            Column(tr("序"), 36, lambda line: str(line.number)),
            Column(tr("评查标准"), 0, _standard, ink=_standard_ink),
            *(both if compares else ()),
            Column(tr("复核") if compares else tr("结论"), 76, _verdict, ink=_verdict_ink),
        )
        model = LineModel(columns, lambda line: line.id, theme, tip=_tip)
        super().__init__(tr("评查标准"), model, theme, parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Judge by one key."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = event.key()
        if plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in VERDICT_KEYS:
            self.judged.emit(VERDICT_KEYS[key])
        elif key in _CLEARING:
            self.judged.emit(None)
        elif key in _REMARK:
            self.remark_wanted.emit()
        else:
            super().keyPressEvent(event)


def mark_words(mark: Mark | None) -> str:
    """A verdict, with the points that were lost."""
    if mark is None:
        return ""
    words = CASE_VERDICTS[mark.verdict.value]
    return (
        words
        if mark.lost is None
        else tr("{words} −{lost}", words=words, lost=f"{mark.lost.normalize():f}")
    )


def standard_words(line: StandardLine) -> str:
    """A standard in one line, with the part it belongs to."""
    head = tr("基础标准") if line.basic else line.group
    return tr("{group}：{text}", group=head, text=line.text) if head else line.text


def _standard(line: StandardLine) -> str:
    return standard_words(line)


def _standard_ink(line: StandardLine, colours: Colours) -> str | None:
    return colours.problem if line.differs else None


def _verdict(line: StandardLine) -> str:
    return mark_words(line.mark)


def _verdict_ink(line: StandardLine, colours: Colours) -> str | None:
    return _ink(line.mark, colours)


def _of_other(place: int) -> Callable[[StandardLine], str]:
    return lambda line: mark_words(line.others[place]) if place < len(line.others) else ""


def _other_ink(place: int) -> Callable[[StandardLine, Colours], str | None]:
    def ink(line: StandardLine, colours: Colours) -> str | None:
        return _ink(line.others[place], colours) if place < len(line.others) else None

    return ink


def _ink(mark: Mark | None, colours: Colours) -> str | None:
    if mark is None:
        return None
    if mark.verdict is Verdict.FAILED:
        return colours.problem
    return colours.muted if mark.verdict is Verdict.NOT_APPLICABLE else None


def _tip(line: StandardLine) -> str:
    told = [line.text]
    if line.basis:
        told.append(tr("依据：{basis}", basis=line.basis))
    return "\n".join(told)

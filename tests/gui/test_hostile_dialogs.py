"""Every dialog, with texts that try to be HTML, a shortcut, a placeholder, or to turn around."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QTabWidget,
    QWidget,
)

from app.errors import FileUnreadable
from app.evidence.listing import list_filed
from app.evidence.parts import PartRow
from app.evidence.revisions import list_revisions
from app.exchange.kinds import PackageKind
from app.identity.people import list_people
from app.intake.errors import NotTakenIn
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.problems import Problem, ProblemKind
from app.review.reasons import Reason
from app.workspace.unit_store import read_state
from tests.gui.conftest import close_in, open_in
from tests.gui.hostile_county import county, trap
from tests.gui.plain_text_guard import hostile, interpreted, signs
from ui import dialogs
from ui.comparing.compare_dialog import CompareDialog
from ui.crash import CrashDialog
from ui.exchange.make_dialog import MakeDialog
from ui.findings.dialog import FindingsDialog
from ui.indicators.marks import MarkDialog
from ui.left_drafts import DraftsDialog
from ui.log.dialog import show_log
from ui.papers.opening import open_papers
from ui.preview.pages_dialog import PagesDialog
from ui.rectification.choose_items import ChooseItemsDialog
from ui.rectification.new_notice import NewNoticeDialog
from ui.review.return_dialog import ReturnDialog
from ui.selfcheck.dialog import StatementDialog
from ui.selfcheck.form import EnteredStatement
from ui.settings.identity.dialogs import PassphraseDialog, PersonDialog
from ui.settings.sitting import SittingDialog
from ui.settings.unit_dialogs import ImportUnitsDialog, UnitDialog
from ui.shared.outcomes import OutcomeDialog
from ui.shared.passphrase import UnlockDialog
from ui.tasks import TaskRunner
from ui.welcome.from_task import FromTaskDialog
from ui.welcome.new_workspace import NewWorkspaceDialog
from ui.widgets.indicator_dialog import IndicatorDialog

__all__ = ["county", "trap"]

#: What is added to every hostile text: it turns around, rings, and has no end.
_MORE = "\u202eabc\u2066\x1b[31m\x07" + "很长的名字" * 200
#: Nothing is wider than the smaller of the screens that are looked after.
_WIDEST = 1366


@contextmanager
def shown(dialog: QDialog, qtbot) -> Iterator[QDialog]:
    """A dialog on the screen, which Escape closes."""
    dialog.show()
    qtbot.waitExposed(dialog)
    QApplication.processEvents()
    yield dialog
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    if dialog.isVisible():
        dialog.close()
    dialog.deleteLater()


def walk(dialog: QDialog) -> tuple[int, list[str]]:
    """Point at every part, choose every row; how many hostile texts were met, and what is wrong."""
    met, found = 0, list[str]()
    tabs = dialog.findChildren(QTabWidget)
    for number in range(max(tabs[0].count() if tabs else 1, 1)):
        if tabs:
            tabs[0].setCurrentIndex(number)
        for view in dialog.findChildren(QAbstractItemView):
            model = view.model()
            for row in range(min(model.rowCount() if model and view.isVisible() else 0, 4)):
                index = model.index(row, 0)
                view.setCurrentIndex(index)
                point_at(view.viewport(), view.visualRect(index).center())
        for widget in dialog.findChildren(QWidget):
            if widget.isVisible() and (widget.toolTip() or widget.whatsThis()):
                point_at(widget, widget.rect().center())
        found += interpreted(dialog)
        met += signs(dialog)
    if dialog.width() > _WIDEST:
        found.append(f"{dialog.width()} pixels wide")
    tips = [w for w in QApplication.topLevelWidgets() if w.objectName() == "qtooltip_label"]
    return met, found + [words for tip in tips for words in interpreted(tip)]


def point_at(widget: QWidget, spot: QPoint) -> None:
    place = widget.mapToGlobal(spot)
    for kind in QEvent.Type.ToolTip, QEvent.Type.WhatsThis:
        QApplication.sendEvent(widget, QHelpEvent(kind, spot, place))
    QApplication.processEvents()


def type_into(dialog: QDialog, words: str) -> None:
    """Paste into every field of one line: what is typed is repeated in hints and sentences."""
    for field in dialog.findChildren(QLineEdit):
        if field.isVisible() and field.isEnabled() and not field.isReadOnly():
            field.setText(words)
    QApplication.processEvents()


Make = Callable[..., QDialog]


def report(bad: str) -> AttachReport:
    """One file of every state, under a hostile name."""
    problem = Problem(ProblemKind.INTERNAL_MARK, {"mark": bad})
    return AttachReport(
        tuple(
            AttachOutcome(
                f"<img src=x>¤&x {state.value}",
                Path("来件"),
                state,
                title=bad,
                problems=(problem,),
                error=NotTakenIn(bad, problem),
            )
            for state in AttachState
        )
    )


def test_no_dialog_takes_a_text_for_more_than_its_letters(window, county, qtbot, trap, monkeypatch):
    told: list[object] = []  # a message box would wait for somebody
    monkeypatch.setattr(dialogs, "show_error", lambda _, error: told.append(error))
    office, _, package, unit = county
    bad, far = hostile(trap[0]) + _MORE, hostile(trap[1]) + _MORE
    (task,) = package.parent.glob("*任务包*.zip")
    open_in(window, office, qtbot)
    context = window.context
    session, theme = context.session, context.theme
    workspace = session.services.workspace
    with workspace.database.reading() as reading:
        rows, people, state = list_filed(reading), list_people(reading), read_state(reading)
        (revision, *_) = list_revisions(reading, rows[0].item)
    context.drafts.note("selfcheck/1", bad, {"statement": far})
    context.drafts.refuse("selfcheck/1", {"statement": bad})
    reasons = (Reason("a", bad, built_in=False), Reason("b", far, built_in=True))
    runner = TaskRunner(window, workers=1)
    dialogs_made: dict[str, Make] = {
        "mark": lambda: MarkDialog(theme, bad, bad, window),
        "return": lambda: ReturnDialog(theme, bad, reasons, session.snapshot.today, window),
        "notice": lambda: NewNoticeDialog(session.snapshot, theme, window),
        "choose": lambda: ChooseItemsDialog(rows, (rows[0].item,), theme, window),
        "sitting": lambda: SittingDialog(context, people, window),
        "person": lambda: PersonDialog(theme, people[0], window),
        "passphrase": lambda: PassphraseDialog(theme, bad, bad, window, old=True, new=True),
        "unlock": lambda: UnlockDialog(context, window),
        "findings": lambda: FindingsDialog(theme, rows[0], bad, window),
        "pages": lambda: PagesDialog(
            context,
            [
                PartRow(bad, rows[0].sha256, rows[0].kind, rows[0].label, 1, main=n == 0)
                for n in (0, 1)
            ],
            {},
            rows[0].binding,
            window,
            hindrance=bad,
        ),
        **{
            f"make {kind.value}": (lambda k=kind: MakeDialog(context, k, (unit,), window))
            for kind in (PackageKind.TASK, PackageKind.RETURN, PackageKind.RECOVERY)
        },
        "indicator": lambda: IndicatorDialog(
            session.snapshot,
            theme,
            context.preferences,
            title="把 3 件材料移到",
            verb="移到这里",
            parent=window,
        ),
        "papers": lambda: open_papers(context, window),
        "log": lambda: show_log(context, window),
        "drafts": lambda: DraftsDialog(context, window),
        "outcomes": lambda: OutcomeDialog(report(bad), theme, window, can_clear=True),
        "compare": lambda: CompareDialog(
            revision, replace(revision, number=2, title=bad, remark=far), theme, window
        ),
        "unit": lambda: UnitDialog(state, bad, state.units[0], theme, window),
        "new unit": lambda: UnitDialog(state, bad, None, theme, window),
        "import": lambda: ImportUnitsDialog(state, bad, theme, window),
        "statement": lambda: StatementDialog(
            theme, bad, EnteredStatement(statement=bad, problems=far), window
        ),
        "from task": lambda: FromTaskDialog(runner, theme, [task], window),
        "new workspace": lambda: NewWorkspaceDialog(runner, theme, window),
        "crash": lambda: CrashDialog(
            FileUnreadable(Path(bad[:200]), far), Path("/家") / "<img src=x>¤&x", window
        ),
    }
    met, wrong = {}, {}
    for name, make in dialogs_made.items():
        with shown(make(), qtbot) as dialog:
            qtbot.waitUntil(lambda: session.is_quiet and not runner.running, timeout=20_000)
            met[name], before = walk(dialog)
            type_into(dialog, bad)
            after = walk(dialog)
            met[name] += after[0]
            if found := [*dict.fromkeys(f"{w[:60]} … {w[-60:]}" for w in before + after[1]), *told]:
                wrong[name] = found
            told.clear()
    assert not wrong, "\n".join(f"{name}: {found}" for name, found in wrong.items())
    empty = {name for name, count in met.items() if not count}
    # These repeat nothing of what they are given: the program's own words, and fields.
    assert empty <= {"unlock", "person", "notice", "unit", "new unit", "new workspace"}, met
    assert runner.shutdown()
    context.drafts.drop("selfcheck/1")
    close_in(window, qtbot)


@pytest.mark.parametrize("ask", ["ask", "tell", "show_error", "ask_text", "path"])
def test_no_message_does(qapp, trap, ask, qtbot):
    bad, found = hostile(trap[0]) + _MORE, []

    def look_and_go() -> None:
        box = QApplication.activeModalWidget()
        found.extend([signs(box) > 0, *interpreted(box)])
        if isinstance(box, QMessageBox):
            found.extend(box.detailedText())
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(50, look_and_go)
    if ask == "ask":
        assert not dialogs.ask(None, bad, bad + "\n" + bad, bad, bad)
    elif ask == "tell":
        dialogs.tell(None, bad, bad)
    elif ask == "show_error":
        dialogs.show_error(None, FileUnreadable(Path(bad), bad))
    elif ask == "ask_text":
        assert dialogs.ask_text(None, bad, bad) == ""
    else:
        dialogs.show_path(None, Path("/没有") / bad[:200])
    assert found == [True]


@pytest.mark.parametrize("way", ["files", "folder", "target"])
def test_no_file_dialog_does(qapp, trap, tmp_path, way, monkeypatch):
    """The dialog that Qt draws where the system has none; folders are called what they like."""
    place = tmp_path / "<img src=a.png>¤&x¤[*]"
    place.mkdir()
    (place / "<img src=a.png>¤&x.txt").write_text("x")
    monkeypatch.setenv("HOME", str(place))
    found = []

    def look_and_go() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        for view in dialog.findChildren(QAbstractItemView):
            for row in range(view.model().rowCount(view.rootIndex())):
                index = view.model().index(row, 0, view.rootIndex())
                point_at(view.viewport(), view.visualRect(index).center())
        found.extend(interpreted(dialog))
        dialog.reject()

    QTimer.singleShot(300, look_and_go)
    if way == "files":
        dialogs.choose_files(None, "选文件", str(place))
    elif way == "folder":
        dialogs.choose_folder(None, "选文件夹", str(place))
    else:
        dialogs.choose_target(None, "另存", str(place / "<img src=a.png>¤&x.txt"))
    assert found == []


def test_a_file_is_replaced_only_after_asking_in_its_letters(qapp, trap, tmp_path, qtbot):
    target, found = tmp_path / "<img src=a.png>¤&x.txt", []
    target.write_text("x")

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QFileDialog):
            QTimer.singleShot(50, answer)
            box.accept()
            return
        found.extend([signs(box), *interpreted(box)])
        QTimer.singleShot(200, lambda: QApplication.activeModalWidget().reject())
        box.close()

    QTimer.singleShot(200, answer)
    assert dialogs.choose_target(None, "另存", str(target)) is None
    assert found == [1]

"""At double size on a small screen, in no dialog anything is cut off or covered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from app.errors import FileUnreadable
from app.evidence.listing import list_filed
from app.evidence.places import Target
from app.evidence.revisions import list_revisions
from app.exchange.handing_in import LeftOut, SlotOutlook
from app.exchange.kinds import PackageKind
from app.framework.keys import SlotKey
from app.intake.attach import attach_files
from app.intake.report import AttachOutcome, AttachReport, AttachState
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.problems import Problem, ProblemKind
from app.review.listing import ReturnedRow
from app.review.reasons import Reason
from app.workspace.unit_store import read_state
from tests.gui.conftest import reread
from tests.gui.cut_off import cut_off, overlapping
from ui import dialogs
from ui.comparing.compare_dialog import CompareDialog
from ui.crash import CrashDialog
from ui.dossiers.case_dialog import CaseDialog
from ui.exchange.make_dialog import MakeDialog
from ui.exchange.submit_dialog import SubmitDialog
from ui.findings.dialog import FindingsDialog
from ui.help.manual_window import ManualWindow
from ui.indicators.mark_many import MarkManyDialog, place_lines
from ui.indicators.marks import MarkDialog
from ui.indicators.point_choice import PointsDialog
from ui.left_drafts import DraftsDialog
from ui.log.dialog import show_log
from ui.papers.opening import open_papers
from ui.rectification.choose_items import ChooseItemsDialog
from ui.rectification.new_notice import NewNoticeDialog
from ui.review.return_dialog import ReturnDialog
from ui.selfcheck.dialog import StatementDialog
from ui.selfcheck.form import EnteredStatement
from ui.settings.identity.dialogs import PassphraseDialog, PersonDialog
from ui.settings.sitting import SittingDialog
from ui.settings.unit_dialogs import ImportUnitsDialog, UnitDialog
from ui.shared.answer import AnswerDialog
from ui.shared.bulk_dialog import BulkDialog
from ui.shared.outcomes import OutcomeDialog
from ui.shared.passphrase import UnlockDialog
from ui.tasks import TaskRunner
from ui.theme import Scheme
from ui.welcome.new_workspace import NewWorkspaceDialog
from ui.widgets.indicator_dialog import IndicatorDialog

_UNIT = "县司法局"


def report():
    """One file of every state."""
    problem = Problem(ProblemKind.INTERNAL_MARK, {"mark": "内部资料"})
    return AttachReport(
        tuple(
            AttachOutcome(f"{state.value}.pdf", Path("来件"), state, problems=(problem,))
            for state in AttachState
        )
    )


def test_in_no_dialog_is_anything_cut_off_or_covered(opened, theme, qtbot, make_file):
    window = opened
    window.resize(1366, 740)
    theme.choose(Scheme.LIGHT, 200)
    services = window.context.session.services
    request = AttachRequest((make_file("评查通知.txt"),), Target("60", "material_check", _UNIT, 2))
    attach_files(services.workspace, services.workers, request, SilentJob())
    reread(window, qtbot)
    context = window.context
    session = context.session
    workspace = session.services.workspace
    with workspace.database.reading() as reading:
        rows, state = list_filed(reading), read_state(reading)
        (revision, *_) = list_revisions(reading, rows[0].item)
    context.drafts.note("selfcheck/1", "自查自评", {"statement": "写了的"})
    reasons = (Reason("a", "缺少年度材料", built_in=False), Reason("b", "没有盖章", built_in=True))
    framework = session.snapshot.framework
    task = framework.task("60", "material_check")
    slot = SlotKey("60", "material_check", _UNIT)
    outlook = SlotOutlook(slot, "材料查证", rows, rows, (), (), (), returned=1)
    returned = ReturnedRow(
        slot,
        "材料查证",
        _UNIT,
        2,
        rows[0].item,
        rows[0].title,
        "没有盖章",
        "张三",
        datetime(2021, 5, 1, tzinfo=UTC),
        reworked=False,
        decision="d",
    )
    runner = TaskRunner(window, workers=1)
    made: dict[str, Callable[[], QDialog]] = {
        "mark": lambda: MarkDialog(theme, "第60项", "材料查证", window),
        "return": lambda: ReturnDialog(
            theme, "第60项 材料查证 县司法局", reasons, session.snapshot.today, window
        ),
        "notice": lambda: NewNoticeDialog(session.snapshot, theme, window),
        "choose": lambda: ChooseItemsDialog(rows, (rows[0].item,), theme, window),
        "person": lambda: PersonDialog(theme, None, window),
        "passphrase": lambda: PassphraseDialog(
            theme, "设口令", "口令至少 10 个字符", window, old=True, new=True
        ),
        "unlock": lambda: UnlockDialog(context, window),
        "findings": lambda: FindingsDialog(theme, rows[0], "", window),
        **{
            f"make {kind.value}": (lambda k=kind: MakeDialog(context, k, (_UNIT,), window))
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
        "papers": lambda: open_papers(context, window, "reminder"),
        "log": lambda: show_log(context, window),
        "drafts": lambda: DraftsDialog(context, window),
        "outcomes": lambda: OutcomeDialog(report(), theme, window, can_clear=True),
        "compare": lambda: CompareDialog(revision, replace(revision, number=2), theme, window),
        "unit": lambda: UnitDialog(state, "各乡镇", state.units[0], theme, window),
        "import": lambda: ImportUnitsDialog(state, "各乡镇", theme, window),
        "statement": lambda: StatementDialog(theme, "第60项", EnteredStatement(), window),
        "new workspace": lambda: NewWorkspaceDialog(runner, theme, window),
        "crash": lambda: CrashDialog(FileUnreadable(Path("a.txt"), "坏"), Path("/家"), window),
        "manual": lambda: manual(window),
        "cases": lambda: CaseDialog(context, window),
        "submit": lambda: SubmitDialog(
            theme, (outlook,), LeftOut(2, 5), "写到 U 盘（报送）", window
        ),
        "mark many": lambda: MarkManyDialog(
            theme, place_lines(session.snapshot.completeness, framework, _UNIT), _UNIT, window
        ),
        "points": lambda: PointsDialog(task.points, {1}, theme, window),
        "bulk": lambda: BulkDialog(
            (rows[0], replace(rows[0], item="b", title="另一件")),
            task.points,
            session.snapshot.today,
            theme,
            window,
        ),
        "sitting": lambda: SittingDialog(context, (), window),
        "answer": lambda: AnswerDialog(theme, rows[0], returned, window),
    }
    wrong = {}
    for name, make in made.items():
        dialog = make()
        dialog.show()
        qtbot.waitUntil(lambda: session.is_quiet and not runner.running, timeout=20_000)
        qtbot.wait(80)  # style sheets give their sizes with the first painting
        if found := cut_off(dialog) + overlapping(dialog):
            wrong[name] = found
        if dialog.width() > window.width() or dialog.height() > 768:
            wrong[name] = [*found, f"{dialog.width()}x{dialog.height()}"]
        dialog.close()
    assert wrong == {}
    assert runner.shutdown()
    context.drafts.drop("selfcheck/1")


def manual(window):
    window.helping.show_keys()
    return next(d for d in window.findChildren(ManualWindow) if d.isVisible())


@pytest.mark.parametrize("ask", ["ask", "tell", "ask_text"])
def test_in_no_message_is_anything_cut_off(opened, theme, qtbot, ask):
    theme.choose(Scheme.LIGHT, 200)
    wrong = []

    def look_and_go():
        box = QApplication.activeModalWidget()
        wrong.extend(cut_off(box) + overlapping(box))
        box.reject() if isinstance(box, QDialog) else box.close()

    QTimer.singleShot(150, look_and_go)
    words = "卷宗编好了，有三份材料没有装入，请看清点单"
    if ask == "ask":
        dialogs.ask(opened, words, words * 3, "停下来并关闭", "继续等待")
    elif ask == "tell":
        dialogs.tell(opened, words, words * 3)
    else:
        dialogs.ask_text(opened, "不涉密，仍要收取", words * 2)
    assert wrong == []

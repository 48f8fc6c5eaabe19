"""At double size on a small screen, nothing is cut off in the dialogs of the daily work."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog

from app.evidence.numbering import BindingOrder
from app.evidence.parts import PartRow
from app.evidence.places import Target
from app.exchange.kinds import PackageKind
from app.exchange.service import PackRequest
from app.framework.keys import TaskKey
from app.intake.attach import attach_files
from app.intake.copies.model import CopyState, WorkingCopy
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.page_setup import Paper
from app.verification.site_check.sites import Check, Site, SiteTask
from app.verification.web_check.lookups import Lookup, LookupResult
from app.verification.web_check.targets import TargetSaid
from app.web_origin import WebOrigin
from tests.gui.conftest import reread
from tests.gui.cut_off import cut_off, overlapping
from ui.indicators.checklists import ChecklistDialog
from ui.indicators.expect_many import ExpectManyDialog, expect_lines
from ui.indicators.order_dialog import OrderDialog
from ui.indicators.origin_dialog import OriginDialog
from ui.indicators.parts_dialog import PartsDialog
from ui.preview.pages_dialog import PagesDialog
from ui.shared.working_copies import TakeDialog
from ui.tasks import TaskRunner
from ui.theme import Scheme
from ui.verification.material_check.years import YearItemsDialog, YearsDialog
from ui.verification.site_check.dialog import OfferedTask, SiteDialog
from ui.verification.web_check.lookups import LookupDialog
from ui.verification.web_check.target_list import TargetListDialog
from ui.verification.web_check.targets import TargetDialog
from ui.welcome.from_task import FromTaskDialog

_UNIT = "县司法局"
_TASK = TaskKey("60", "material_check")
_TITLE = "关于印发《示例县2021年行政执法案卷评查工作方案》和评查标准的通知"


def test_in_no_dialog_of_the_work_is_anything_cut_off(opened, theme, qtbot, make_file, tmp_path):
    window = opened
    window.resize(1366, 740)
    theme.choose(Scheme.LIGHT, 200)
    services = window.context.session.services
    names = ("评查通知.txt", "评查方案.txt", "评查标准.txt")
    request = AttachRequest(tuple(map(make_file, names)), Target(*_TASK, _UNIT, 2))
    attach_files(services.workspace, services.workers, request, SilentJob())
    packed = services.exchange.pack(PackRequest(PackageKind.TASK, tmp_path, _UNIT), SilentJob())
    reread(window, qtbot)
    runner = TaskRunner(window, workers=1)
    wrong = {}
    for name, make in dialogs(window, theme, runner, packed.written.paths).items():
        dialog = make()
        dialog.show()
        qtbot.waitUntil(
            lambda: window.context.session.is_quiet and not runner.running, timeout=20_000
        )
        qtbot.wait(80)  # style sheets give their sizes with the first painting
        if found := cut_off(dialog) + overlapping(dialog):
            wrong[name] = found
        if dialog.width() > window.width() or dialog.height() > window.height():
            wrong[name] = [*found, f"{dialog.width()}x{dialog.height()}"]
        dialog.close()
    assert wrong == {}
    assert runner.shutdown()


def test_what_is_wrong_with_pages_stays_in_sight(opened, theme, qtbot, make_file):
    window = opened
    window.resize(1366, 740)
    theme.choose(Scheme.LIGHT, 200)
    services = window.context.session.services
    request = AttachRequest((make_file("评查通知.txt"),), Target(*_TASK, _UNIT, 2))
    attach_files(services.workspace, services.workers, request, SilentJob())
    reread(window, qtbot)
    (row,) = window.context.session.snapshot.filed[_TASK]
    part = PartRow("评查通知.txt", row.sha256, row.kind, row.label, 1, main=True)
    dialog = PagesDialog(window.context, [part], {}, row.binding, window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.draft is not None and not dialog.busy, timeout=20_000)
    dialog.paper.setCurrentIndex(dialog.paper.findData(Paper.OWN.value))
    dialog.paper.activated.emit(dialog.paper.currentIndex())
    qtbot.keyClicks(dialog.range, "7-9")
    qtbot.waitUntil(lambda: bool(dialog.wrong.text()))
    qtbot.wait(80)
    assert cut_off(dialog) + overlapping(dialog) == []
    assert dialog.height() <= window.height()
    for shown in (dialog.wrong, dialog.agree):
        assert shown.visibleRegion().boundingRect() == shown.rect()
    dialog.close()


def dialogs(window, theme, runner, package) -> Mapping[str, Callable[[], QDialog]]:
    context = window.context
    snapshot = context.session.snapshot
    rows = snapshot.filed[_TASK]
    parts = [
        PartRow(_TITLE + ".txt", row.sha256, row.kind, row.label, 1, main=row is rows[0])
        for row in rows
    ]
    copy = WorkingCopy("a", 1, rows[0].item, _TITLE, Path("评查通知.docx"), CopyState.CHANGED)
    overtaken = replace(copy, overtaken=True)
    states = snapshot.completeness.task(_TASK).filing.points
    expected = [
        replace(point, expected=("通知", "方案", "记录", "评查结果通报", "整改情况报告"))
        for point in states
    ]
    said = Lookup("http://a.gov.cn/", _TITLE, "2021-05-01", "张三", LookupResult.CONFIRMED)
    seen = WebOrigin("http://a.gov.cn/1.html", site=_TITLE, looked_up_by="张三")
    order = BindingOrder.of(snapshot.framework, snapshot.registry)
    lines = expect_lines(snapshot.framework, {})
    check = Check("服务窗口" * 4, "窗口标识和岗位牌" * 4, person="张三")
    offered = [
        OfferedTask(TaskKey(str(n), "x"), f"第{n}项指标", "内容" * 60, (check,)) for n in range(9)
    ]
    site = Site("政务服务大厅", tasks=(SiteTask(TaskKey("6", "x"), (check,) * 9),))
    return {
        "take": lambda: TakeDialog(theme, copy, window),
        "take overtaken": lambda: TakeDialog(theme, overtaken, window),
        "checklist of the office": lambda: ChecklistDialog(
            theme, "指标 60　材料查证", states, "", office=True, parent=window
        ),
        "checklist of a unit": lambda: ChecklistDialog(
            theme, f"指标 60　材料查证　{_UNIT}", expected, _UNIT, office=False, parent=window
        ),
        "order": lambda: OrderDialog(theme, "指标 60　材料查证", rows, order, _TASK, window),
        "parts": lambda: PartsDialog(context, parts, _TITLE, window),
        "joining": lambda: PartsDialog(context, parts, _TITLE, window, joining=True),
        "expect many": lambda: ExpectManyDialog(theme, lines, window),
        "pages": lambda: PagesDialog(context, parts, {}, rows[0].binding, window),
        "pages of others": lambda: PagesDialog(
            context, parts[:1], {}, rows[0].binding, window, hindrance="只读打开，不能改" * 4
        ),
        "origin of a picture": lambda: OriginDialog(theme, (seen,), datetime.now(UTC), window),
        "site": lambda: SiteDialog(
            theme, "添加现场", site, offered, here=TaskKey("6", "x"), parent=window
        ),
        "look-up": lambda: LookupDialog(theme, "登记检索", said, window),
        "look-up list line": lambda: TargetDialog(
            theme, "列入检索清单", TargetSaid("ftp://a.gov.cn/", _TITLE), window
        ),
        "look-up list": lambda: TargetListDialog(
            context,
            "列入检索清单",
            window,
            units=[_UNIT, "县直各单位"],
            indicator="7",
            proposal=[_TITLE],
            present=lambda _unit: frozenset(),
        ),
        "items of a year": lambda: YearItemsDialog(
            context, "哪些材料算 2020 年", rows, {str(rows[0].placement)}, window
        ),
        "years": lambda: YearsDialog(context, window, ""),
        "from task": lambda: FromTaskDialog(runner, theme, package, window),
    }

"""Scenes of the method tools, for ``ui.screenshots``: each panel below the evidence, each dialog.

They show what the demonstration's unit entered and the office has merged.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QTabWidget

from ui.indicators.page import IndicatorsPage
from ui.main_window import MainWindow
from ui.shared.targets import TaskTarget
from ui.verification.case_review.draws import DrawPanel
from ui.verification.case_review.pieces import PiecePanel
from ui.verification.interview.questionnaires import QuestionnairePanel
from ui.verification.interview.results_dialog import ResultsDialog
from ui.verification.interview.rounds import RoundPanel
from ui.verification.material_check.registers import RegisterPanel
from ui.verification.material_check.years import YearPanel
from ui.verification.panels import MethodPanel
from ui.verification.site_check.sites import SitePanel
from ui.verification.web_check.capture_panel import CapturePanel
from ui.verification.web_check.lookups import LookupPanel
from ui.verification.web_check.targets import TargetPanel

Panel = TypeVar("Panel", bound=MethodPanel)
Step = Callable[[], object]
Scene = tuple[str, tuple[Step, ...]]

#: The unit that has a workspace of its own in the demonstration.
_UNIT = "县司法局"
_WEB, _SITE, _MATERIAL = "web_check", "site_check", "material_check"
_INTERVIEW = "interview"
_CASE, _ENFORCER, _REVIEWED = "case_review", "县市场监管局", "50"
#: Only the office may change a site that it entered for a unit without a computer.
_OWN, _HALL = "6", "县政务服务和大数据服务中心"
#: Where the demonstration has something: on the web, sites, years, a register, photos, answers.
_PUBLISHED, _VISITED, _YEARS, _CASES, _PHOTOS, _ASKED = "24", "80", "24", "68", "63", "1"


def tool_scenes(window: MainWindow) -> Iterator[Scene]:
    """A name for each scene, and how to get there; dialogs are closed before the next one."""

    def at(kind: type[Panel]) -> Panel:
        return _show_panel(window, kind)

    yield "web-origin", (lambda: _show_item(window, _PUBLISHED, _WEB),)
    for name, indicator, method, kind in (
        ("web-targets", _PUBLISHED, _WEB, TargetPanel),
        ("web-lookups", _PUBLISHED, _WEB, LookupPanel),
        ("web-capture", _PUBLISHED, _WEB, CapturePanel),
        ("sites", _VISITED, _SITE, SitePanel),
        ("years", _YEARS, _MATERIAL, YearPanel),
        ("register", _CASES, _MATERIAL, RegisterPanel),
        ("questionnaires", _ASKED, _INTERVIEW, QuestionnairePanel),
        ("interviews", _ASKED, _INTERVIEW, RoundPanel),
    ):
        yield name, (partial(_open_task, window, indicator, method), partial(at, kind))
    reviewed = (partial(_open_task, window, _REVIEWED, _CASE, _ENFORCER),)
    yield "case-draws", (*reviewed, lambda: at(DrawPanel))
    yield "case-pieces", (*reviewed, lambda: at(PiecePanel))
    dialogs: tuple[Scene, ...] = (
        ("case-review", (*reviewed, lambda: at(DrawPanel).review.trigger())),
        ("case-results", (*reviewed, lambda: at(DrawPanel).results.trigger())),
        (
            "web-result",
            (
                lambda: _open_task(window, _PUBLISHED, _WEB),
                lambda: at(TargetPanel).table.selectRow(0),
                lambda: at(TargetPanel).answer.trigger(),
            ),
        ),
        ("web-target-list", (lambda: at(TargetPanel).add_many.trigger(),)),
        (
            "site-dialog",
            (
                lambda: _open_task(window, _OWN, _SITE, _HALL),
                lambda: at(SitePanel).table.selectRow(0),
                lambda: at(SitePanel).alter.trigger(),
            ),
        ),
        (
            "register-dialog",
            (
                lambda: _open_task(window, _CASES, _MATERIAL),
                lambda: at(RegisterPanel).table.selectRow(0),
                lambda: at(RegisterPanel).open.trigger(),
            ),
        ),
        (
            "photos-dialog",
            (
                lambda: _show_item(window, _PHOTOS, _MATERIAL, "现场照片"),
                lambda: _page(window).parts.photos.trigger(),
            ),
        ),
        *_interview_dialogs(window),
        ("years-dialog", (lambda: window.menus.years_action.trigger(),)),
    )
    for scene in dialogs:
        yield scene
        for dialog in window.findChildren(QDialog):
            dialog.done(0)


def _interview_dialogs(window: MainWindow) -> tuple[Scene, ...]:
    """What is done with the round of the demonstration, one dialog after the other."""

    def rounds() -> RoundPanel:
        return _show_panel(window, RoundPanel)

    def results() -> ResultsDialog:
        found = rounds().opened
        assert isinstance(found, ResultsDialog)
        return found

    chosen: tuple[Step, ...] = (
        lambda: _open_task(window, _ASKED, _INTERVIEW),
        lambda: rounds().table.selectRow(0),
    )
    return (
        (
            "questionnaire-dialog",
            (
                lambda: _open_task(window, _ASKED, _INTERVIEW),
                lambda: _show_panel(window, QuestionnairePanel).edit.trigger(),
            ),
        ),
        ("interview-draw", (*chosen, lambda: rounds().draw.trigger())),
        ("interview-entry", (*chosen, lambda: rounds().enter.trigger())),
        ("interview-results", (*chosen, lambda: rounds().outcome.trigger())),
        (
            "interview-answers",
            (
                *chosen,
                lambda: rounds().outcome.trigger(),
                lambda: results().tabs.setCurrentIndex(1),
            ),
        ),
    )


def _page(window: MainWindow) -> IndicatorsPage:
    page = window.stack.currentWidget()
    assert isinstance(page, IndicatorsPage)
    return page


def _open_task(window: MainWindow, indicator: str, method: str, unit: str = _UNIT) -> None:
    """Open a task, for a unit."""
    window.show_page("indicators", TaskTarget(indicator, method))
    picker = _page(window).detail.panel.unit
    picker.choose(unit)
    picker.picked.emit(unit)


def _show_item(window: MainWindow, indicator: str, method: str, words: str = "") -> None:
    """Choose the first item of a task whose title has these words."""
    _open_task(window, indicator, method)
    panel = _page(window).detail.panel
    panel.choose_item(next(row.item for row in panel.model.rows if words in row.title))


def _show_panel(window: MainWindow, kind: type[Panel]) -> Panel:
    """Bring the tool's panel into sight."""
    page = _page(window)
    panel = next(each for each in page.tools.shown if isinstance(each, kind))
    above = panel.parentWidget()
    while above is not None and not isinstance(above, QTabWidget):
        above = above.parentWidget()
    if above is not None:
        above.setCurrentWidget(panel)
    page.detail.area.ensureWidgetVisible(panel)
    return panel

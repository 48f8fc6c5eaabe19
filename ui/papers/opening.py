"""Opening the papers and their templates, for the menu and for other pages."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.errors import TargetExists
from app.framework.keys import PointKey
from app.jobs import JobContext
from app.reports.certificates.drafting import fitting
from app.reports.certificates.files import load_kinds
from app.reports.certificates.papers import certificate_paper
from app.reports.service import lay_out_templates
from ui import dialogs
from ui.commands import start
from ui.page import PageContext
from ui.papers.dialog import PapersDialog
from ui.translation import tr

#: The paper that says what has not happened.
NO_CASE = "no-case-statement"


def open_papers(
    context: PageContext,
    parent: QWidget,
    paper: str = "",
    units: tuple[str, ...] = (),
    indicators: tuple[str, ...] = (),
    points: tuple[PointKey, ...] = (),
) -> PapersDialog:
    """Open the dialog; ``paper`` is the name of the paper to choose, ``units`` are ticked.

    ``indicators`` limit a paper about single tasks to some of them, ``points`` are those that
    certificates are wanted for.
    """
    dialog = PapersDialog(context, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.choose(paper, units, indicators, points)
    dialog.open()
    return dialog


def certificate_for(context: PageContext, wording: str) -> str:
    """The name of the paper that a point's wording asks for."""
    layout = context.session.services.workspace.layout
    kind = fitting(load_kinds(layout.certificates).all, wording)
    return certificate_paper(kind).name if kind is not None else ""


def open_templates(context: PageContext) -> None:
    """Copy the templates for the county to change, unless they are there, and open the folder."""
    folder = context.session.services.workspace.layout.templates

    def job(_job: JobContext) -> int:
        try:
            return len(lay_out_templates(folder))
        except TargetExists:
            return 0

    def laid_out(count: int) -> None:
        context.notice.say(_told(count, folder))
        dialogs.show_path(context.notice.window(), folder)

    start(context, tr("文书模板"), job, laid_out, brief=True)


def _told(count: int, folder: Path) -> str:
    if count:
        return tr(
            "已把 {count} 个文件放到 {folder}，可用 Word、WPS 修改；“模板说明”里有写法",
            count=count,
            folder=str(folder),
        )
    return tr("模板在 {folder}，改后的模板下次生成文书时就用上", folder=str(folder))

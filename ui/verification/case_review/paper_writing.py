"""Papers of case reviews, written from the windows that show what they say."""

from app.jobs import JobContext
from app.reports.papers import find_paper
from app.reports.service import make_papers
from app.reports.writing import PapersReport
from app.verification.case_review.draws import Draw
from ui.commands import start
from ui.page import PageContext
from ui.translation import tr


def write_case_paper(context: PageContext, name: str, draw: Draw) -> None:
    """Write the paper of this name about a draw; a notice says where it is."""
    services = context.session.services
    paper = find_paper(name)

    def job(job: JobContext) -> PapersReport:
        return make_papers(
            services.workspace,
            services.settings,
            paper,
            (),
            job,
            case_draw=draw.round_id,
            overwrite=True,
        )

    def told(report: PapersReport) -> None:
        written = [paper.path for paper in report.written]
        if not written:
            context.notice.say(tr("没有要写的{title}", title=tr(paper.title)))
        elif len(written) == 1:
            context.notice.say(tr("已写出 {path}", path=str(written[0])))
        else:
            folder = written[0].parent
            context.notice.say(
                tr("已写出 {count} 份，在 {path}", count=len(written), path=str(folder))
            )

    context.session.drafts.flush()
    start(context, tr(paper.title), job, told)

"""Certificates among the papers: each kind is a paper that the county's own template may form."""

from functools import partial
from pathlib import Path

from app.reports.certificates.drafting import certificates, first_certificate
from app.reports.certificates.files import FOLDER, load_kinds
from app.reports.certificates.schema import CertificateKind, Per
from app.reports.papers import PAPERS, Paper, PaperFormat, PaperScope, find_paper

#: The built-in template that every kind has unless the county puts one of the kind's title.
TEMPLATE = "certificate"
_PREFIX = "certificate-"


def papers_in(workspace: Path) -> tuple[Paper, ...]:
    """All papers that can be made in a workspace's folder."""
    return (*PAPERS, *(certificate_paper(kind) for kind in load_kinds(workspace / FOLDER).all))


def paper_named(workspace: Path, name: str) -> Paper:
    """The paper of this name or Chinese title. Raises ``ReportUnknown``."""
    return find_paper(name, papers_in(workspace))


def certificate_paper(kind: CertificateKind) -> Paper:
    """The paper that writes certificates of a kind."""
    return Paper(
        f"{_PREFIX}{kind.id}",
        kind.title,
        PaperFormat.WORD,
        PaperScope.UNIT,
        kind.about or "盖章后扫描，按文件名归到要点",
        partial(first_certificate, kind),
        each=partial(certificates, kind) if kind.per is Per.POINT else None,
        template=TEMPLATE,
    )


def is_certificate(paper: Paper) -> bool:
    """True for a paper of this package."""
    return paper.template == TEMPLATE


def is_about_points(paper: Paper) -> bool:
    """True for certificates of which each is about one point."""
    return is_certificate(paper) and paper.each is not None

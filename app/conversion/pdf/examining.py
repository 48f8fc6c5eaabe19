"""PDF originals: their own pages if they are sound, otherwise a repaired copy."""

from dataclasses import replace

from app.conversion.admitting import cut_down, write
from app.conversion.facts import facts_of, read_facts
from app.conversion.model import (
    Made,
    Order,
    RenditionOrigin,
)
from app.conversion.pdf.needs import needs_of
from app.findings.pdf import findings_of
from app.pdf.opening import CannotOpen, OpenedPdf, open_pdf
from app.pdf.signatures import signatures_of
from app.problems import Problem, ProblemKind


def examine_pdf(order: Order) -> Made | Problem:
    """Open one PDF, judge it, mend it if need be; to be run in a worker."""
    source = order.source
    try:
        with open_pdf(source.path) as opened:
            return _examine_open(opened, order)
    except CannotOpen as error:
        return Problem(error.kind, {"label": source.file_type.label, **error.detail})


def _examine_open(opened: OpenedPdf, order: Order) -> Made | Problem:
    pdf, source, target = opened.pdf, order.source, order.target
    findings = findings_of(opened, source.path, source.file_type)
    for finding in findings:
        if finding.blocking:
            return finding
    needs = needs_of(pdf)
    notes = list(findings)
    if signatures_of(pdf).shown:
        notes.insert(0, Problem(ProblemKind.SIGNATURE_NOT_CARRIED))
    if opened.repaired:
        notes.insert(0, Problem(ProblemKind.REPAIRED))
    beside = any(finding.kind is ProblemKind.PORTFOLIO for finding in findings)
    if beside:
        from app.not_evidence import may_lie_beside  # it knows every format of file

        beside = may_lie_beside(source.path, source.name, source.file_type)
        if not beside:
            notes.append(Problem(ProblemKind.NOT_LAID_BESIDE))
    facts = facts_of(pdf)  # the bookmarks of a file that is written anew go with its catalogue
    anew = needs.rewriting or opened.repaired or pdf.is_encrypted
    if needs.rewriting:
        from app.conversion.pdf.mending import mend  # it draws, with ReportLab and the fonts

        mend(pdf, needs, target.with_suffix(".scratch.pdf"))
    removed = cut_down(pdf, entirely=anew)
    if active := removed.active:
        notes.append(Problem(ProblemKind.ACTIVE_LEFT_OUT, {"count": active}))
    if not (anew or removed):
        origin = RenditionOrigin.ORIGINAL
        return Made(source.path, origin, notes=tuple(notes), copy_beside=beside, facts=facts)
    write(pdf, target)
    return Made(
        target,
        RenditionOrigin.REPAIRED,
        expected_pages=facts.page_count,
        notes=tuple(notes),
        copy_beside=beside,
        facts=replace(facts, page_count=read_facts(target).page_count),
    )

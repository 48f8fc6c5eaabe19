"""From the workspace to the rows that papers are made from."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.completeness.reading import completeness_of
from app.completeness.states import Completeness, Tally
from app.evidence.arranging import read_order
from app.evidence.listing import list_filed
from app.evidence.numbering import BindingOrder
from app.framework.expansion import ResponsibleUnit
from app.framework.schema import Framework
from app.names.problems import problem_name
from app.names.review import NOTICE_STATE_NAMES
from app.rectification.reading import RegisterRow, read_register
from app.rectification.vocabulary import NoticeState
from app.reports.case_reading import case_form_line, case_review_line
from app.reports.rows import (
    IndicatorLine,
    InterviewLine,
    ItemLine,
    Letterhead,
    QuestionnaireLine,
    RectificationLine,
    ReportRows,
    SelfCheckLine,
    SiteLine,
    SiteTaskLine,
    SlotLine,
    TaskLine,
)
from app.review.board import Board, SlotRow
from app.review.listing import read_board
from app.selfcheck.service import read_statements
from app.settings import WorkspaceSettings
from app.stages.store import load_last_year, load_schedule
from app.verification.answers import read_held
from app.verification.case_review.data_files import load_sheets
from app.verification.case_review.scores import read_reviewed
from app.verification.interview.files import load_questionnaires
from app.verification.interview.rounds import ROUNDS, Round
from app.verification.interview.sheets import AnswerSheet, read_sheets
from app.verification.notes import Note, read_notes
from app.verification.site_check.sites import SITES, Site, SiteTask, on_route
from app.workspace.opening import Facts, Workspace
from app.workspace.registry import Registry
from models.vocabulary import ResponsibilityRole


def read_report_rows(workspace: Workspace, settings: WorkspaceSettings) -> ReportRows:
    """Read everything that papers show."""
    framework = workspace.facts.framework
    registry = workspace.registry()
    today = workspace.today()
    with workspace.database.reading() as session:
        schedule = load_schedule(session, framework)
        items = _items(session, framework, read_order(session, framework, registry))
        last_year = load_last_year(session, framework, settings.last_year, today)
        board = read_board(session, framework, registry)
        register = read_register(session, today)
        statements = read_statements(session)
        sites = on_route(read_notes(session, SITES), registry)
        held = read_held(session, framework, registry, workspace.layout)
        rounds, sheets = read_notes(session, ROUNDS), read_sheets(session)
        reviewed = read_reviewed(session)
    completeness = completeness_of(workspace, last_year, registry, held)
    questionnaires = load_questionnaires(workspace.layout.questionnaires).all
    names = {unit.id: unit.name for unit in registry.units}
    measures = _measures(register)
    return ReportRows(
        head=letterhead_of(workspace.facts, settings, today),
        schedule=schedule,
        units={u.name: completeness.units.get(u.name, Tally()) for u in registry.units},
        whole=completeness.whole,
        indicators=tuple(_indicators(framework, registry, completeness)),
        tasks=tuple(
            TaskLine(
                i.code,
                framework.task_name(i.code, t.code),
                t.requirement,
                tuple(p.text for p in t.points),
            )
            for i in framework.indicators
            for t in i.tasks
        ),
        slots=_slots(framework, completeness, board),
        items=items,
        rectifications=tuple(_rectification(framework, row) for row in register),
        self_checks=tuple(
            SelfCheckLine(
                names[row.unit_id],
                row.indicator,
                row.assessment,
                row.statement,
                row.problems,
                measures.get((names[row.unit_id], row.indicator), ""),
            )
            for row in statements.values()
            if row.unit_id in names
        ),
        sites=tuple(_site(framework, row) for row in sites),
        interviews=tuple(
            _interview(framework, row, sheets)
            for row in rounds
            if framework.has_task(row.slot.indicator, row.slot.task_code)
        ),
        questionnaires=tuple(
            QuestionnaireLine(each, tuple(each.serves.get(framework.code, ())))
            for each in questionnaires
        ),
        case_reviews=tuple(map(case_review_line, reviewed)),
        case_forms=tuple(map(case_form_line, load_sheets(workspace.layout.review_sheets).all)),
        in_review=any(row.round or row.decision for row in board.rows),
    )


def _interview(
    framework: Framework, row: Note[Round], sheets: Sequence[Note[AnswerSheet]]
) -> InterviewLine:
    code, task_code = row.slot.indicator, row.slot.task_code
    return InterviewLine(
        row.slot.unit,
        code,
        framework.indicator(code).heading,
        framework.task_name(code, task_code),
        framework.task(code, task_code).requirement,
        row.said,
        tuple((note.id, note.said) for note in sheets if note.said.round == row.id),
    )


def _site(framework: Framework, row: Note[Site]) -> SiteLine:
    said = row.said
    return SiteLine(
        row.slot.unit,
        said.name,
        said.location,
        said.in_charge,
        said.phone,
        said.hours,
        tuple(
            _site_task(framework, each)
            for each in said.tasks
            if framework.has_task(*each.task)  # of an earlier indicator set
        ),
    )


def _site_task(framework: Framework, served: SiteTask) -> SiteTaskLine:
    code, task_code = served.task
    return SiteTaskLine(
        code,
        framework.indicator(code).heading,
        framework.task_name(code, task_code),
        framework.task(code, task_code).requirement,
        tuple((check.item, check.look_for, check.person) for check in served.checks),
    )


def letterhead_of(facts: Facts, settings: WorkspaceSettings, today: date) -> Letterhead:
    """Who writes; what nobody has set is the creation office of the county."""
    return Letterhead(
        county=facts.county,
        programme=facts.framework.programme,
        own_unit=facts.unit_name or "",
        issuer=settings.issuer or f"{facts.county}{facts.framework.programme}办公室",
        issuer_code=settings.issuer_code,
        today=today,
        contact=settings.contact,
        phone=settings.phone,
        copy_to=settings.copy_to,
        printed_by=settings.printed_by,
    )


def _indicators(
    framework: Framework, registry: Registry, completeness: Completeness
) -> Iterable[IndicatorLine]:
    states = {i.code: i for i in completeness.indicators}
    for indicator in framework.indicators:
        parts = registry.responsible.get(indicator.code, ())
        yield IndicatorLine(
            indicator.code,
            indicator.heading,
            framework.category_path(indicator.category)[0].name,
            indicator.statement,
            _named(p for p in parts if p.role is ResponsibilityRole.LEAD),
            _named(p for p in parts if p.role is ResponsibilityRole.PARTICIPANT),
            states[indicator.code].tally,
            states[indicator.code].state,
        )


def _named(parts: Iterable[ResponsibleUnit]) -> tuple[str, ...]:
    """The units by name, those that a group brought in under the group's."""
    return tuple(dict.fromkeys(p.group or p.unit for p in parts))


def _slots(framework: Framework, completeness: Completeness, board: Board) -> tuple[SlotLine, ...]:
    reviewed = {(row.unit, row.slot.indicator, row.slot.task_code): row for row in board.rows}
    return tuple(
        _slot(
            SlotLine(
                s.unit,
                s.indicator,
                framework.task_name(*t.key),
                s.lead,
                s.filing,
                owes=s.owes,
                deadline=framework.task(*t.key).deadline,
            ),
            reviewed.get((s.unit, s.indicator, s.task_code)),
        )
        for i in completeness.indicators
        for t in i.tasks
        for s in t.slots
    )


def _slot(line: SlotLine, row: SlotRow | None) -> SlotLine:
    if row is None:
        return line
    decided_on = row.decided_at.astimezone().date() if row.decided_at else None
    return replace(
        line,
        stage=row.stage,
        remarks=row.reasons,
        decided_by=row.decided_by,
        decided_on=decided_on,
    )


def _rectification(framework: Framework, row: RegisterRow) -> RectificationLine:
    notice, reply = row.notice, row.reply
    closed = row.state is NoticeState.CLOSED
    return RectificationLine(
        number=notice.number,
        unit=notice.unit,
        indicator=notice.indicator,
        task=framework.task_name(notice.indicator, notice.task_code) if notice.task_code else "",
        problem=notice.problem,
        demand=notice.demand,
        found_on=notice.found_on.isoformat(),
        found_by=notice.found_by,
        deadline=notice.deadline.isoformat() if notice.deadline else "",
        state=NOTICE_STATE_NAMES[row.state],
        open=not closed,
        overdue=row.overdue,
        measure=reply.measure if reply else "",
        person=reply.person if reply else "",
        done_on=reply.done_on.isoformat() if reply and reply.done_on else "",
        closed_on=(
            notice.verdict_at.astimezone().date().isoformat()
            if closed and notice.verdict_at
            else ""
        ),
        evidence="、".join(row.evidence),
    )


def _measures(register: Sequence[RegisterRow]) -> dict[tuple[str, str], str]:
    """What each unit does about the problems under an indicator."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in register:
        if row.reply is not None and row.reply.measure:
            found.setdefault((row.notice.unit, row.notice.indicator), []).append(row.reply.measure)
    return {key: "；".join(dict.fromkeys(words)) for key, words in found.items()}


def _items(session: Session, framework: Framework, order: BindingOrder) -> tuple[ItemLine, ...]:
    return tuple(
        ItemLine(
            row.item,
            row.unit,
            row.indicator,
            framework.task_name(row.indicator, row.task_code),
            row.point,
            row.title,
            row.doc_number,
            row.issuer,
            row.doc_date,
            row.copies,
            row.file_name,
            row.remark,
            "、".join(dict.fromkeys(problem_name(p.kind) for p in row.problems)),
            row.number,
        )
        for row in list_filed(session, order)
    )

"""From rows to drafts: which items go into which dossier, under which heading, in which order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.dossier.gathering.rows import (
    LeftOut,
    PlanIndicator,
    PlanItem,
    PlanMark,
    PlanRows,
    PlanTask,
)
from app.dossier.planning.naming import NAME_LIMIT, case_title, short_title, sortable_code
from app.dossier_options import DossierOptions, Scope
from app.paths import legal_name
from app.sheets.content import NoteForm, NoteLine

#: 案卷号 of dossiers that are no single indicator's begin here, past the indicators of the set;
#: in sets of more than 399 indicators at ten times as much, which leaves room for the 2000 that a
#: set has at most.
_COMBINED_ORDINAL, _METHOD_ORDINAL, _UNIT_ORDINAL = 400, 400, 500
_LARGE = 10

_STEM_LIMIT = NAME_LIMIT - 12  # room for （第12卷） and the suffix


@dataclass(frozen=True, slots=True)
class MethodSection:
    """The items of one indicator under one method: what stands behind one divider.

    ``notes`` are the lines of the tools' sheets, which come before the items.
    """

    indicator: PlanIndicator
    task: PlanTask
    items: tuple[PlanItem, ...]
    notes: tuple[tuple[NoteForm, NoteLine], ...] = ()


@dataclass(frozen=True, slots=True)
class DossierDraft:
    """A dossier before it is divided into volumes.

    ``marks`` are what does not apply, to whom and why, of all that the dossier is about.
    ``retention`` is its own 保管期限; "" for that of all case files.
    """

    key: str
    ordinal: int
    title: str
    file_stem: str
    sections: tuple[MethodSection, ...]
    left_out: tuple[LeftOut, ...]
    marks: tuple[PlanMark, ...] = ()
    retention: str = ""

    @property
    def unit(self) -> str:
        """The unit whose share it holds; "" for a dossier of another scope."""
        scope, _, name = self.key.partition(":")
        return name if scope == Scope.UNIT else ""

    @property
    def indicators(self) -> tuple[str, ...]:
        """Codes of the indicators with something in the dossier, in order."""
        codes = [section.indicator.code for section in self.sections]
        return tuple(dict.fromkeys(codes + [left.indicator for left in self.left_out]))


def wanted(rows: PlanRows, options: DossierOptions) -> PlanRows:
    """Only what the options ask for."""
    codes, units = set(options.indicators), set(options.units)

    def fits(row: PlanItem | LeftOut | PlanMark | NoteLine) -> bool:
        return (not codes or row.indicator in codes) and (not units or row.unit in units)

    return PlanRows(
        title=rows.title,
        indicators=tuple(i for i in rows.indicators if not codes or i.code in codes),
        units=tuple(unit for unit in rows.units if not units or unit in units),
        items=tuple(filter(fits, rows.items)),
        left_out=tuple(filter(fits, rows.left_out)),
        marks=tuple(filter(fits, rows.marks)),
        methods=rows.methods,
        notes=tuple(note for note in rows.notes if fits(note[1])),
    )


def draft_dossiers(rows: PlanRows, options: DossierOptions) -> list[DossierDraft]:
    """Group the rows by the scope; a dossier without a single item is not made."""
    sections = _sections(rows)
    drafts = [
        replace(draft, marks=tuple(m for m in rows.marks if _about(draft, m)))
        for draft in _by_scope(rows, sections, options.scope)
        if draft.sections
    ]
    return list(_told_apart(drafts))


def _about(draft: DossierDraft, mark: PlanMark) -> bool:
    """True if a mark belongs to what a dossier is about."""
    scope, _, name = draft.key.partition(":")
    match Scope(scope):
        case Scope.INDICATOR:
            return mark.indicator == name
        case Scope.UNIT:
            return mark.unit == name
        case Scope.METHOD:
            return mark.method == name
        case Scope.COMBINED:
            return True


def _told_apart(drafts: Iterable[DossierDraft]) -> Iterator[DossierDraft]:
    """Give each dossier a different file name, even if names are cut or case is ignored."""
    taken: set[str] = set()
    for draft in drafts:
        stem, number = draft.file_stem, 1
        while legal_name(stem, _STEM_LIMIT).casefold() in taken:
            number += 1
            stem = f"{draft.file_stem[: _STEM_LIMIT - 8]} {number}"
        taken.add(legal_name(stem, _STEM_LIMIT).casefold())
        yield replace(draft, file_stem=stem)


def without_evidence(rows: PlanRows, options: DossierOptions) -> tuple[str, ...]:
    """Codes of the wanted indicators for which nothing at all is to be bound."""
    rows = wanted(rows, options)
    present = {item.indicator for item in rows.items}
    present |= {line.indicator for _, line in rows.notes}
    return tuple(i.code for i in rows.indicators if i.code not in present)


def _sections(rows: PlanRows) -> list[MethodSection]:
    """Every indicator's methods in its own order; one without items and sheets gets no section.

    What is missing is said on the 指标说明; a divider before nothing would only be a sheet to
    turn.
    """
    items: dict[tuple[str, str], list[PlanItem]] = defaultdict(list)
    for item in rows.items:
        items[item.indicator, item.task_code].append(item)
    notes: dict[tuple[str, str], list[tuple[NoteForm, NoteLine]]] = defaultdict(list)
    for note in rows.notes:
        notes[note[1].indicator, note[1].task_code].append(note)
    return [
        MethodSection(indicator, task, tuple(found), tuple(notes[indicator.code, task.code]))
        for indicator in rows.indicators
        for task in indicator.tasks
        if (found := items.get((indicator.code, task.code), []))
        or notes.get((indicator.code, task.code))
    ]


def _by_scope(
    rows: PlanRows, sections: list[MethodSection], scope: Scope
) -> Iterator[DossierDraft]:
    scale = (
        _LARGE if max((i.ordinal for i in rows.indicators), default=0) >= _COMBINED_ORDINAL else 1
    )
    match scope:
        case Scope.INDICATOR:
            for indicator in rows.indicators:
                name = indicator.title or short_title(indicator.statement)
                whole = indicator.title or case_title(indicator.statement)
                yield DossierDraft(
                    key=f"indicator:{indicator.code}",
                    ordinal=indicator.ordinal,
                    title=f"{indicator.heading}　{whole}",
                    file_stem=f"{sortable_code(indicator.code)} {name}",
                    sections=tuple(s for s in sections if s.indicator.code == indicator.code),
                    left_out=tuple(x for x in rows.left_out if x.indicator == indicator.code),
                    retention=indicator.retention,
                )
        case Scope.UNIT:
            for ordinal, unit in enumerate(rows.units, _UNIT_ORDINAL * scale + 1):
                yield DossierDraft(
                    key=f"unit:{unit}",
                    ordinal=ordinal,
                    title=f"{unit}　{rows.title}",
                    file_stem=unit,
                    sections=tuple(_of_unit(sections, unit)),
                    left_out=tuple(x for x in rows.left_out if x.unit == unit),
                )
        case Scope.METHOD:
            for ordinal, method in enumerate(rows.methods, _METHOD_ORDINAL * scale + 1):
                yield DossierDraft(
                    key=f"method:{method}",
                    ordinal=ordinal,
                    title=f"{rows.methods[method]}　{rows.title}",
                    file_stem=rows.methods[method],
                    sections=tuple(s for s in sections if s.task.method == method),
                    left_out=tuple(x for x in rows.left_out if x.method == method),
                )
        case Scope.COMBINED:
            yield DossierDraft(
                "combined",
                _COMBINED_ORDINAL * scale,
                rows.title,
                rows.title,
                tuple(sections),
                rows.left_out,
            )


def _of_unit(sections: list[MethodSection], unit: str) -> Iterator[MethodSection]:
    for section in sections:
        items = tuple(item for item in section.items if item.unit == unit)
        notes = tuple(note for note in section.notes if note[1].unit == unit)
        if items or notes:
            yield replace(section, items=items, notes=notes)

"""案卷题名, 文本出处 and 保管期限 of single indicators, where the office has its own."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from sqlalchemy.orm import Session

from app.dossier_options import Scope
from app.errors import NamedThing
from app.framework.schema import Framework
from app.framework.values import Source
from app.naming import demand_line
from app.settings import load_choice, save_choice
from app.unit_of_work import UnitOfWork
from app.workspace.opening import Workspace

_KEY = "case_names"


@dataclass(frozen=True, slots=True)
class CaseName:
    """What the office says of the case file of an indicator: title, source, 保管期限.

    "" stands for what the program proposes, and for the retention of all case files.
    """

    title: str = ""
    source: str = ""
    retention: str = ""


def read_case_names(session: Session) -> Mapping[str, CaseName]:
    """What was set, by the code of the indicator."""
    stored = load_choice(session, _KEY) or {}
    return {
        code: CaseName(one["title"], one["source"], one.get("retention", ""))
        for code, one in stored.items()
    }


def case_of_dossier(key: str, names: Mapping[str, CaseName], source: str) -> CaseName | None:
    """What holds for the dossier with this key; None for one that is no single indicator's.

    ``source`` is what the office has set for all indicators.
    """
    scope, _, code = key.partition(":")
    if scope != Scope.INDICATOR:
        return None
    own = names.get(code, CaseName())
    return replace(own, source=own.source or source)


def set_case_names(
    work: UnitOfWork, framework: Framework, wanted: Mapping[str, CaseName]
) -> dict[str, CaseName]:
    """Keep what is said of the case files of some indicators; returns what was set before.

    Raises:
        IndicatorUnknown: the set has no such indicator.
        NameUnfit: a text is longer than a cover can take.
    """
    names = dict(read_case_names(work.session))
    before: dict[str, CaseName] = {}
    changed = False
    for asked, name in wanted.items():
        code = framework.indicator(asked).code
        before[code] = names.pop(code, CaseName())
        after = CaseName(
            demand_line(name.title, NamedThing.CASE_TITLE),
            demand_line(name.source, NamedThing.TEXT_SOURCE),
            demand_line(name.retention, NamedThing.RETENTION),
        )
        if after != CaseName():
            names[code] = after
        if after != before[code]:
            changed = True
            work.record("dossier.named", code, **asdict(after))
    if changed:
        save_choice(work, _KEY, {code: asdict(one) for code, one in names.items()})
    return before


def put_case_names(workspace: Workspace, wanted: Mapping[str, CaseName]) -> dict[str, CaseName]:
    """Keep what is said of some case files in a transaction of its own.

    Returns what was set before.

    Raises:
        WorkspaceReadOnly: the workspace is open for reading only.
        IndicatorUnknown, NameUnfit: see ``set_case_names``.
    """
    with workspace.database.writing() as work:
        before = set_case_names(work, workspace.facts.framework, wanted)
        work.commit()
    return before


def source_line(source: Source, county: str, own: str) -> str:
    """Where the wording of an indicator is from, as the sheet says it.

    ``own`` is what the office has set. A document of another place is named as such, so that
    nobody takes it for one of the county's own.
    """
    if own:
        return f"文本出处：{own}"
    number = f"（{source.number}）" if source.number else ""
    if not source.issuer or county in source.issuer or county in source.title:
        return f"文本出处：{source.title}{number}"
    title = source.title.replace("《", "〈").replace("》", "〉")
    return f"指标文字录自：{source.issuer}《{title}》{number}"

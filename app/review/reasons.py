"""The reasons for returning (退回原因): a built-in list that the office extends or rewords."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.errors import NamedThing
from app.naming import demand_line
from app.review.errors import ReasonUnknown, ReasonWordless
from app.visible_text import visible
from app.workspace.access import demand_office
from app.workspace.opening import Workspace
from models import ReturnReason
from models.base import new_id


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason with its stable code; ``built_in`` ones can be reworded and hidden."""

    code: str
    text: str
    built_in: bool


#: In the order of use; the first nine are a digit away in the window.
DEFAULTS = (
    Reason("missing", "缺少要点要求的材料", built_in=True),
    Reason("off_point", "材料与要点要求不符", built_in=True),
    Reason("years", "年度不全或超出规定年限", built_in=True),
    Reason("illegible", "扫描件或照片不清晰", built_in=True),
    Reason("incomplete", "材料缺页、缺附件", built_in=True),
    Reason("unsealed", "未盖章、未签字或非正式文本", built_in=True),
    Reason("description", "题名、文号、责任者或日期有误", built_in=True),
    Reason("figures", "数据未填、未达标或前后不一致", built_in=True),
    Reason("misplaced", "归错指标、核验方式或要点", built_in=True),
    Reason("not_own", "不是本单位职责范围的材料", built_in=True),
    Reason("duplicate", "重复报送", built_in=True),
    Reason("not_public", "网上检索不到或链接失效", built_in=True),
    Reason("unreadable", "文件打不开或不能成页", built_in=True),
    Reason("privacy", "含个人信息或不宜公开的内容，需先处理", built_in=True),
)


def read_reasons(session: Session) -> tuple[Reason, ...]:
    """The list as it is offered now: built-in reasons first, then the office's own."""
    own = {row.code: row for row in session.scalars(_ordered())}
    offered = [
        Reason(r.code, own[r.code].text if r.code in own else r.text, built_in=True)
        for r in DEFAULTS
        if r.code not in own or own[r.code].removed_at is None
    ]
    built_in = {r.code for r in DEFAULTS}
    offered += [
        Reason(row.code, row.text, built_in=False)
        for row in own.values()
        if row.code not in built_in and row.removed_at is None
    ]
    return tuple(offered)


def reason_texts(session: Session) -> Mapping[str, str]:
    """The text of every code, also of those that are no longer offered."""
    texts = {r.code: r.text for r in DEFAULTS}
    texts.update((row.code, row.text) for row in session.scalars(_ordered()))
    return texts


def worded(codes: Iterable[str], note: str, texts: Mapping[str, str]) -> str:
    """Reasons and free text as one line; no full stop."""
    return "；".join(filter(None, (*(texts.get(code, code) for code in codes), note.strip())))


def add_reason(workspace: Workspace, text: str) -> str:
    """Put a reason of the office's own at the end of the list; returns its code.

    Raises:
        OfficeOnly: the workspace is a unit's.
        ReasonWordless, NameUnfit: there are no words, or too many.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    demand_office(workspace)
    words = _words(text)
    with workspace.database.writing() as work:
        rows = list(work.session.scalars(_ordered()))
        row = ReturnReason(
            code=new_id(),
            text=words,
            position=max((r.position for r in rows), default=0) + 1,
            changed_at=work.now,
        )
        work.session.add(row)
        work.record("reason.added", row.code, text=words)
        work.commit()
        return row.code


def change_reason(workspace: Workspace, code: str, *, text: str | None, offered: bool) -> None:
    """Reword a reason, stop offering it, or offer it again; decisions keep their codes.

    Raises:
        OfficeOnly: the workspace is a unit's.
        ReasonUnknown: there is no such reason.
        ReasonWordless, NameUnfit: there are no words, or too many.
        WorkspaceReadOnly: the workspace is open for reading only.
    """
    demand_office(workspace)
    with workspace.database.writing() as work:
        known = reason_texts(work.session)
        if code not in known:
            raise ReasonUnknown(code)
        words = known[code] if text is None else _words(text)
        row = work.session.get(ReturnReason, code)
        if row is None:
            row = ReturnReason(code=code, text=words, position=0, version=0, changed_at=work.now)
            work.session.add(row)
        row.text = words
        row.version += 1
        row.changed_at = work.now
        row.removed_at = None if offered else work.now
        work.record("reason.changed", code, text=words, offered=offered)
        work.commit()


def _ordered() -> "Select[ReturnReason]":
    return select(ReturnReason).order_by(ReturnReason.position, ReturnReason.code)


def _words(text: str) -> str:
    if not visible(text).strip():
        raise ReasonWordless
    return demand_line(text, NamedThing.REASON)

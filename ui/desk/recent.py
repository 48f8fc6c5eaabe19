"""What was done lately: the log's newest entries, those that belong together as one. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.eventlog import LoggedEntry
from app.framework.schema import Framework
from ui.shared.targets import TaskTarget
from ui.translation import tr
from ui.wording import action_name, describe_entry, named, person_name

#: Entries of one kind by one person are one line as long as no longer pause lies between them.
_PAUSE = timedelta(minutes=30)
_MOST = 30


@dataclass(frozen=True, slots=True)
class RecentRow:
    """One line: what was done, to what, by whom and when; ``target`` is where a click leads."""

    text: str
    about: str
    target: TaskTarget | None


def recent_rows(
    entries: Iterable[LoggedEntry], titles: Mapping[str, str], framework: Framework, today: date
) -> tuple[RecentRow, ...]:
    """The newest lines first; ``entries`` come newest first."""
    groups: list[list[LoggedEntry]] = []
    for entry in entries:
        if groups and _continues(groups[-1][-1], entry, framework):
            groups[-1].append(entry)
        elif len(groups) == _MOST:
            break
        else:
            groups.append([entry])
    return tuple(_row(group, titles, framework, today) for group in groups)


def _continues(later: LoggedEntry, entry: LoggedEntry, framework: Framework) -> bool:
    one, other = ((e.action, e.actor, _place(e, framework)) for e in (later, entry))
    return one == other and later.at - entry.at <= _PAUSE


def _place(entry: LoggedEntry, framework: Framework) -> tuple[str, str]:
    """Codes of indicator and task, as far as the entry names ones of the set."""
    values = entry.values
    # Editions before tasks had codes wrote the method.
    task = values.get("task") or values.get("method")
    told = values.get("indicator"), task
    if not all(isinstance(value, str) for value in told):
        indicator, _, rest = entry.subject.partition("/")
        told = indicator, rest.partition("/")[0]
    place = str(told[0]), str(told[1])
    return place if framework.has_task(*place) else ("", "")


def _row(
    group: Sequence[LoggedEntry], titles: Mapping[str, str], framework: Framework, today: date
) -> RecentRow:
    newest = group[0]
    indicator, task_code = _place(newest, framework)
    target = TaskTarget(indicator, task_code) if task_code else None
    what = action_name(newest.action)
    if len(group) > 1:
        where = (
            tr(
                "指标 {code}　{method}",
                code=indicator,
                method=named(framework.task_name(indicator, task_code)),
            )
            if target is not None
            else ""
        )
        count = len(group)
        text = (
            tr("{what} {count} 件", what=what, count=count)
            if newest.action.startswith("item.")
            else tr("{what} {count} 次", what=what, count=count)
        )
        text = tr("{what}：{about}", what=text, about=where) if where else text
    else:
        told = _told(newest, titles, framework)
        text = tr("{what}：{about}", what=what, about=told) if told else what
    about = tr("{who}　{when}", who=person_name(newest.actor), when=_when(newest.at, today))
    return RecentRow(text, about, target)


def _told(entry: LoggedEntry, titles: Mapping[str, str], framework: Framework) -> str:
    """What an entry is about; "" if only a program could read it."""
    told = describe_entry(entry.subject, entry.values, framework)
    if told != entry.subject:
        return told
    title = titles.get(entry.subject)
    return tr("《{title}》", title=title) if title else ""


def _when(moment: datetime, today: date) -> str:
    local = moment.astimezone()
    days = (today - local.date()).days
    if days == 0:
        return tr("今天 {time}", time=f"{local:%H:%M}")
    if days == 1:
        return tr("昨天 {time}", time=f"{local:%H:%M}")
    return f"{local:%Y-%m-%d %H:%M}"

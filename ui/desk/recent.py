"""What was done lately: the newest log entries, with related ones joined. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.eventlog import LoggedEntry
from app.framework.schema import Framework
from ui.shared.moments import moment_in_words
from ui.shared.targets import TaskTarget
from ui.translation import tr
from ui.wording import action_name, describe_entry, person_name, task_heading

#: Entries of one kind by one person are joined unless the pause between them is longer than this.
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
    """Codes of indicator and task, if the entry names ones of the indicator set."""
    values = entry.values
    # Versions before tasks had codes wrote the method.
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
            task_heading(indicator, framework.task_name(indicator, task_code))
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
    about = tr(
        "{who}　{when}", who=person_name(newest.actor), when=moment_in_words(newest.at, today)
    )
    return RecentRow(text, about, target)


def _told(entry: LoggedEntry, titles: Mapping[str, str], framework: Framework) -> str:
    """What an entry is about; "" if people could not read it."""
    told = describe_entry(entry.subject, entry.values, framework)
    if told and told != entry.subject:
        return told
    title = titles.get(entry.subject)
    return tr("《{title}》", title=title) if title else ""

"""What was done lately: the log's newest entries, those that belong together as one. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.eventlog import LoggedEntry
from app.vocabulary import VerificationMethod
from ui.shared.targets import TaskTarget
from ui.translation import tr
from ui.wording import METHOD_NAMES, action_name, describe_entry, person_name

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
    entries: Iterable[LoggedEntry], titles: Mapping[str, str], today: date
) -> tuple[RecentRow, ...]:
    """The newest lines first; ``entries`` come newest first."""
    groups: list[list[LoggedEntry]] = []
    for entry in entries:
        if groups and _continues(groups[-1][-1], entry):
            groups[-1].append(entry)
        elif len(groups) == _MOST:
            break
        else:
            groups.append([entry])
    return tuple(_row(group, titles, today) for group in groups)


def _continues(later: LoggedEntry, entry: LoggedEntry) -> bool:
    same = (later.action, later.actor, _place(later)) == (entry.action, entry.actor, _place(entry))
    return same and later.at - entry.at <= _PAUSE


def _place(entry: LoggedEntry) -> tuple[str, str]:
    """Indicator and method, as far as the entry names them."""
    values = entry.values
    named = values.get("indicator"), values.get("method")
    if all(isinstance(value, str) for value in named):
        return str(named[0]), str(named[1])
    indicator, _, rest = entry.subject.partition("/")
    method = rest.partition("/")[0]
    return (indicator, method) if method in set(VerificationMethod) else ("", "")


def _row(group: Sequence[LoggedEntry], titles: Mapping[str, str], today: date) -> RecentRow:
    newest = group[0]
    indicator, method = _place(newest)
    target = TaskTarget(indicator, VerificationMethod(method)) if method else None
    what = action_name(newest.action)
    if len(group) > 1:
        where = (
            tr("指标 {code}　{method}", code=indicator, method=METHOD_NAMES[target.method])
            if target is not None and target.method is not None
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
        told = _told(newest, titles)
        text = tr("{what}：{about}", what=what, about=told) if told else what
    about = tr("{who}　{when}", who=person_name(newest.actor), when=_when(newest.at, today))
    return RecentRow(text, about, target)


def _told(entry: LoggedEntry, titles: Mapping[str, str]) -> str:
    """What an entry is about; "" if only a program could read it."""
    told = describe_entry(entry.subject, entry.values)
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

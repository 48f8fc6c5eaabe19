"""What has changed since each dossier was built, in words."""

from collections.abc import Iterable, Mapping

from app.dossier.changes import DossierChanges
from app.dossier.result import CompiledDossier
from ui.translation import tr
from ui.widgets.outcome_list import Mark, OutcomeLine

_MOST_TITLES = 8


def changes_in_short(changes: DossierChanges) -> str:
    """Counts for a line of a list; "" if nothing changed."""
    parts = []
    if changes.new:
        parts.append(tr("新增 {count} 件", count=len(changes.new)))
    if changes.changed:
        parts.append(tr("改动 {count} 件", count=len(changes.changed)))
    if changes.removed:
        parts.append(tr("移出 {count} 件", count=len(changes.removed)))
    if changes.reordered:
        parts.append(tr("顺序有调整"))
    if changes.choices:
        parts.append(tr("装订选项不同"))
    return tr("、").join(parts)


def change_lines(
    dossiers: Iterable[CompiledDossier], changes: Mapping[str, DossierChanges]
) -> list[OutcomeLine]:
    """A line for each dossier of which something changed."""
    return [
        OutcomeLine(
            Mark.PARTIAL, dossier.path.stem, changes_in_short(found), _details(found), dossier
        )
        for dossier in dossiers
        if (found := changes.get(dossier.key)) and found.any
    ]


def _details(changes: DossierChanges) -> str:
    parts = [
        f"{name}{_titles(titles)}"
        for name, titles in (
            (tr("新增："), changes.new),
            (tr("改动："), changes.changed),
            (tr("移出："), changes.removed),
        )
        if titles
    ]
    if changes.choices:
        names = _choice_names()
        parts.append(tr("选项不同：") + tr("、").join(names[c] for c in changes.choices))
    return tr("；").join(parts)


def _titles(titles: tuple[str, ...]) -> str:
    shown = "".join(tr("《{title}》", title=title) for title in titles[:_MOST_TITLES])
    more = len(titles) - _MOST_TITLES
    return shown + (tr("等 {count} 件", count=len(titles)) if more > 0 else "")


def _choice_names() -> dict[str, str]:
    return {
        "numbering": tr("页号位置"),
        "duplex_blanks": tr("空白页"),
        "volume_limit": tr("每卷页数"),
        "photos_per_page": tr("每页照片数"),
        "watermark": tr("水印"),
        "pdfa": tr("长期保存格式"),
        "archive": tr("案卷各项"),
    }

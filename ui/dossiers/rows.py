"""What the 卷宗 page says of dossiers: what changed since they were built, and the ledger. Pure."""

from collections.abc import Iterable, Mapping, Sequence

from app.dossier.changes import DossierChanges
from app.dossier.output.ledger import Ledger, LedgerEntry, LedgerState
from app.dossier.result import CompiledDossier, CompileResult
from ui.translation import tr
from ui.widgets.outcome_list import Mark, OutcomeLine
from ui.wording import indicator_heading

_MOST_TITLES = 8


def changes_in_short(changes: DossierChanges) -> str:
    """Counts for a line of a list; "" if nothing changed."""
    parts = []
    if changes.new:
        parts.append(tr("新增 {count} 件", count=len(changes.new)))
    if changes.changed:
        parts.append(tr("改动 {count} 件", count=len(changes.changed)))
    if changes.scanned:
        parts.append(tr("换成盖章扫描件 {count} 件", count=len(changes.scanned)))
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
            (tr("换成盖章扫描件："), changes.scanned),
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
        "edition": tr("版本"),
        "case": tr("案卷题名、出处或保管期限"),
    }


def ledger_lines(entries: Sequence[LedgerEntry]) -> list[OutcomeLine]:
    """The entries in words: first those that are left out, then those that are in but doubtful."""
    return [
        OutcomeLine(
            Mark.HINT if entry.doubtful else _MARKS[entry.state],
            _about(entry),
            _brief(entry),
            tr("；").join((*filter(None, (entry.reason,)), *entry.findings)),
            entry,
        )
        for entry in sorted(entries, key=_rank)
    ]


def _about(entry: LedgerEntry) -> str:
    place = indicator_heading(entry.indicator)
    return "　".join(filter(None, (place, entry.number, entry.unit, entry.file)))


def _rank(entry: LedgerEntry) -> int:
    if entry.state is not LedgerState.INCLUDED:
        return 0
    return 1 if entry.doubtful else 2


def _brief(entry: LedgerEntry) -> str:
    pages = tr("{count} 页", count=entry.pages) if entry.pages else state_name(entry.state)
    return tr("{pages}，存疑", pages=pages) if entry.doubtful else pages


_MARKS = {
    LedgerState.INCLUDED: Mark.GOOD,
    LedgerState.EXCLUDED: Mark.NONE,
    LedgerState.FAILED: Mark.BAD,
}


def state_name(state: LedgerState) -> str:
    """The state of a file, in two characters."""
    return {
        LedgerState.INCLUDED: tr("已装"),
        LedgerState.EXCLUDED: tr("未装"),
        LedgerState.FAILED: tr("失败"),
    }[state]


def total_in(ledger: Ledger) -> str:
    """The totals of an account."""
    return tr(
        "应装 {inputs} 份：已装 {included}，未装 {excluded}，失败 {failed}",
        inputs=ledger.inputs,
        included=ledger.included,
        excluded=ledger.excluded,
        failed=ledger.failed,
    )


def total_of(result: CompileResult) -> str:
    """What a compile bound, and what it left out or could not do."""
    ledger = result.ledger
    total = total_in(ledger)
    notes = [tr("{count} 份已装而存疑", count=ledger.doubtful)] if ledger.doubtful else []
    notes += [
        tr("“{title}”没有写成：{why}", title=title, why=why) for title, why in result.unwritten
    ]
    if result.retired:
        notes.append(tr("{count} 个旧文件移到了“作废卷宗”", count=len(result.retired)))
    notes += [tr("旧文件仍在原处：{path}", path=path) for path in result.left_behind]
    return "　".join([total + tr("。"), *notes])

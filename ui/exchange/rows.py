"""What lists say of packages: made, looked at, merged, refused."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.exchange.kinds import PackageKind
from app.exchange.merge.decide import Change
from app.exchange.merge.standing import PackageStanding
from app.exchange.payload.records import (
    ItemRecord,
    NoticeRecord,
    PlacementRecord,
    Record,
    ReviewRecord,
    rows_of,
)
from app.exchange.receiving import MergeReport
from app.exchange.rounds import Arrival, PackageOutcome
from app.exchange.sending import Packed
from app.framework.schema import Framework
from app.identity.errors import PeerKeyChanged, PeerUnconfirmed
from app.identity.trust import KeyTrust
from app.review.reasons import DEFAULTS, worded
from app.visible_text import visible
from ui.translation import tr
from ui.widgets.files import size_text
from ui.widgets.outcome_list import Mark, OutcomeLine
from ui.wording import (
    CHANGE_NAMES,
    DECISION_NAMES,
    PACKAGE_KIND_NAMES,
    PACKAGE_STANDING_NAMES,
    RECORD_NAMES,
    describe_counts,
    describe_error,
    describe_file_change,
    describe_left_out,
    describe_notice,
    describe_obligations,
    indicator_heading,
    task_heading,
)

_REASONS = {reason.code: reason.text for reason in DEFAULTS}

#: The changes that the list shows one by one, and their marks.
_TOLD = {
    Change.NEW: Mark.GOOD,
    Change.CHANGED: Mark.HINT,
    Change.REMOVED: Mark.BAD,
    Change.MISSING: Mark.NONE,
}


def package_title(report: MergeReport) -> str:
    """The sender (by the register here), the kind and the number."""
    header = report.header
    return tr(
        "{sender}　{kind}第 {number} 号",
        sender=report.sender,
        kind=PACKAGE_KIND_NAMES[header.kind],
        number=header.sequence,
    )


def file_names(paths: tuple[Path, ...]) -> str:
    """The file, and how many parts there are."""
    if len(paths) == 1:
        return paths[0].name
    return tr("{name} 等 {count} 个分卷", name=paths[0].name, count=len(paths))


def needs_confirming(arrival: Arrival) -> bool:
    """True if somebody has to compare the key before the package can be merged."""
    report = arrival.report
    return report is not None and report.trust is KeyTrust.UNKNOWN and arrival.trust is None


def key_changed(arrival: Arrival) -> bool:
    """True if the package is signed with another key than the one that was compared."""
    return arrival.report is not None and arrival.report.trust is KeyTrust.CHANGED


def previewed_line(arrival: Arrival) -> OutcomeLine:
    """What merging a package would do, in short."""
    report = arrival.report
    if report is None:
        return _refused(arrival, tr("没有查看"))
    title = package_title(report)
    if key_changed(arrival):
        return OutcomeLine(Mark.BAD, title, tr("密钥变了，不能合并"), "", arrival)
    told = (Change.NEW, Change.CHANGED, Change.REMOVED)
    applied = report.applied
    counts = describe_counts(applied.decisions, told, len(applied.put_away)) or tr("没有新的内容")
    if report.header.kind is PackageKind.TASK:
        counts = PACKAGE_STANDING_NAMES[report.applied.standing]
    if needs_confirming(arrival):
        return OutcomeLine(Mark.PARTIAL, title, tr("请先核对指纹"), counts, arrival)
    mark = Mark.HINT if report.applied.notices else Mark.GOOD
    nothing = report.applied.standing in {PackageStanding.REPEATED, PackageStanding.LATE}
    right = PACKAGE_STANDING_NAMES[report.applied.standing] if nothing else tr("可以合并")
    return OutcomeLine(Mark.NONE if nothing else mark, title, right, counts, arrival)


def merged_line(arrival: Arrival, *, undone: bool = False) -> OutcomeLine:
    """The result of merging a package; ``undone``: it was taken back."""
    report = arrival.report
    if report is None:
        return _refused(arrival, tr("没有合并"))
    if undone:
        return OutcomeLine(Mark.NONE, package_title(report), tr("合并已撤销"), "", arrival)
    applied = report.applied
    note = (
        describe_counts(applied.decisions, Change, len(applied.put_away))
        or PACKAGE_STANDING_NAMES[applied.standing]
    )
    if report.stored_originals:
        note += tr("；存入原件 {count} 份", count=report.stored_originals)
    if report.mended_originals:
        note += tr("；修复被改动的原件 {count} 份", count=report.mended_originals)
    if report.missing_originals:
        note += tr("；缺原件 {count} 份", count=len(report.missing_originals))
    return OutcomeLine(Mark.GOOD, package_title(report), tr("已合并"), note, arrival)


def _refused(arrival: Arrival, idle: str) -> OutcomeLine:
    names = file_names(arrival.paths)
    if arrival.error is None:
        return OutcomeLine(Mark.NONE, names, idle, tr("中途取消，还没有轮到它"), arrival)
    sentence = describe_error(arrival.error)
    waiting = isinstance(arrival.error, PeerUnconfirmed | PeerKeyChanged)
    right = tr("没有合并") if waiting else tr("不能用")
    note = str(sentence)
    return OutcomeLine(Mark.BAD, names, right, note, arrival)


def made_line(made: PackageOutcome) -> OutcomeLine:
    """The result of making one package."""
    name = made.unit or tr("创建办")
    if made.packed is not None:
        packed = made.packed
        note = tr("，").join((file_names(packed.written.paths), packed_amounts(packed)))
        mark = Mark.PARTIAL if packed.lacking or packed.left_out else Mark.GOOD
        return OutcomeLine(mark, name, tr("已写好并核对"), note, made)
    if made.error is None:
        return OutcomeLine(Mark.NONE, name, tr("没有制作"), tr("中途取消，还没有轮到它"), made)
    sentence = describe_error(made.error)
    note = str(sentence)
    return OutcomeLine(Mark.BAD, name, tr("没有做成"), note, made)


def packed_amounts(packed: Packed) -> str:
    """What a package contains."""
    text = tr(
        "材料 {items} 件，随包原件 {originals} 份，共 {size}",
        items=packed.items,
        originals=packed.originals,
        size=size_text(packed.written.size),
    )
    if packed.lacking:
        text += tr("；原件缺失或损坏 {count} 份，没有装入", count=len(packed.lacking))
    return tr("；").join((text, *map(describe_left_out, packed.left_out)))


def change_lines(
    framework: Framework,
    report: MergeReport,
    known: Mapping[str, str] | None = None,
) -> list[OutcomeLine]:
    """Everything that a package brings, one by one, new records first.

    ``framework`` names the tasks, ``known`` the items that are here already, by their ids.
    """
    applied = report.applied
    titles = {item.id: tr("《{title}》", title=item.title) for item in applied.records.items}
    titles = {**titles, **(known or {})}
    records = {
        name: {record.id: record for record in rows}
        for name, rows in rows_of(applied.records).items()
    }
    lines: list[OutcomeLine] = []
    for change, mark in _TOLD.items():
        for name, decisions in applied.decisions.items():
            found = decisions.of(change)
            labels = [
                _label(framework, records[name][key], titles)
                for key in found
                if key in records[name] and key not in applied.put_away
            ]
            right = f"{CHANGE_NAMES[change]} {RECORD_NAMES[name]}"
            lines += [OutcomeLine(mark, text, right) for text in labels]
            binned = [titles[key] for key in found if key in applied.put_away]
            lines += [OutcomeLine(Mark.NONE, text, tr("在对方的回收站里")) for text in binned]
            found = tuple(key for key in found if key not in applied.put_away)
            if len(found) > len(labels):
                rest = tr("另有 {count} 条", count=len(found) - len(labels))
                lines.append(OutcomeLine(mark, rest, right))
    return lines


def _label(framework: Framework, record: Record, titles: Mapping[str, str]) -> str:
    """A record of a package in words: the item's title, or where it belongs."""
    if isinstance(record, ItemRecord):
        return tr("《{title}》", title=record.title)
    code, task_code = getattr(record, "indicator_code", ""), getattr(record, "task_code", None)
    where = indicator_heading(code) if code else ""
    if task_code is not None:
        where = task_heading(code, framework.task_name(code, task_code))
    if isinstance(record, PlacementRecord):
        item = titles.get(record.item_id, tr("一件材料"))
        return tr("{item}归到{where}", item=item, where=where)
    if isinstance(record, ReviewRecord):
        return "　".join(filter(None, (where, *_verdict(record, titles))))
    if isinstance(record, NoticeRecord):
        problem = record.problem.replace("\n", "；")
        return tr(
            "{number} 号　{where}　{problem}", number=record.number, where=where, problem=problem
        )
    return where or tr("一条记录")


def _verdict(record: ReviewRecord, titles: Mapping[str, str]) -> Iterator[str]:
    """What a decision is about, if not about the whole slot; what it is, and why.

    The office's own reasons are in the package, and only known here once it is merged.
    """
    if record.item_id is not None:
        yield titles.get(record.item_id, tr("一件材料"))
    elif record.point_number is not None:
        yield tr("要点 {number}", number=record.point_number)
    yield DECISION_NAMES[record.decision]
    known = [code for code in record.reason_codes if code in _REASONS]
    yield worded(known, record.note, _REASONS)


def effect_lines(report: MergeReport) -> list[OutcomeLine]:
    """Notices, changes of the shared data, and the effects on completeness and decisions."""
    lines = [
        OutcomeLine(Mark.HINT, describe_notice(n), tr("请留意")) for n in report.applied.notices
    ]
    ground = report.applied.ground
    if ground.instructions:
        lines.append(OutcomeLine(Mark.HINT, tr("创建办的话"), "", ground.instructions))
    if ground.framework:
        text = tr("指标体系换为 {name}", name=ground.framework)
        note = (
            tr("{count} 件材料需要另选指标或任务", count=ground.homeless) if ground.homeless else ""
        )
        lines.append(OutcomeLine(Mark.HINT, text, "", note))
    if ground.stages:
        steps = tr("、").join(map(str, ground.stages))
        lines.append(OutcomeLine(Mark.HINT, tr("创建步骤有调整：第 {steps} 步", steps=steps)))
    if ground.owing is not None:
        lines.append(
            OutcomeLine(Mark.HINT, tr("由谁交材料"), "", describe_obligations(ground.owing))
        )
    if ground.checklists:
        text = tr("{count} 个要点的应有材料有调整", count=ground.checklists)
        lines.append(OutcomeLine(Mark.HINT, text))
    if ground.web_targets:
        text = tr("检索清单有 {count} 行变动", count=ground.web_targets)
        lines.append(OutcomeLine(Mark.HINT, text))
    lines += [OutcomeLine(Mark.HINT, describe_file_change(change)) for change in report.files]
    if report.missing_originals:
        count = len(report.missing_originals)
        text = tr("缺少原件 {count} 份", count=count)
        lines.append(OutcomeLine(Mark.PARTIAL, text, "", tr("请对方制作全量包补齐")))
    effects = report.effects
    if effects is not None and effects.before != effects.after:
        text = tr(
            "齐备的要点：{before} → {after}（共 {total}）",
            before=effects.before.covered,
            after=effects.after.covered,
            total=effects.after.total,
        )
        codes = tr("、").join(effect.indicator for effect in effects.indicators)
        worse = effects.after.covered < effects.before.covered
        mark = Mark.PARTIAL if worse else Mark.GOOD
        lines.append(OutcomeLine(mark, text, "", tr("指标 {codes}", codes=codes) if codes else ""))
    if effects is not None and effects.stale:
        text = tr("{count} 处通过的结论需要复审", count=len(effects.stale))
        lines.append(OutcomeLine(Mark.PARTIAL, text, tr("需复审")))
    return lines


def about_package(arrival: Arrival, report: MergeReport) -> str:
    """Who made a package, for whom, and how large it is."""
    header = report.header
    person = visible(header.sender.person)
    by = tr("（{person}）", person=person) if person else ""
    lines = [
        tr("{name}{by} 制作，{when}", name=report.sender, by=by, when=_when(header.created_at)),
        tr(
            "发给 {name}，{full}，原件 {count} 份，共 {size}",
            name=header.recipient.name,
            full=tr("全量") if header.full else tr("只含新的内容"),
            count=header.originals,
            size=size_text(header.content_size),
        ),
        file_names(arrival.paths),
    ]
    return "\n".join(lines)


def _when(moment: object) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"  # type: ignore[attr-defined]


def summary_of(arrivals: tuple[Arrival, ...]) -> str:
    """How many packages there are, and how many are waiting or refused."""
    if not arrivals:
        return ""
    bad = sum(a.report is None or key_changed(a) for a in arrivals)
    wait = sum(needs_confirming(a) for a in arrivals)
    parts = [tr("共 {count} 个包", count=len(arrivals))]
    if wait:
        parts.append(tr("{count} 个要先核对指纹", count=wait))
    if bad:
        parts.append(tr("{count} 个不能合并", count=bad))
    return tr("，").join(parts) + tr("。")

"""How packages and merges are shown: lines for people, JSON for programs."""

from collections.abc import Sequence
from typing import Any

from app.cli.output.console import Output
from app.cli.output.tables import below_words, simple_table
from app.exchange.envelope.header import PackageHeader
from app.exchange.history import PackageRow, PeerRow
from app.exchange.kinds import KIND_NAMES
from app.exchange.merge.decide import Change
from app.exchange.receiving import Inspected, MergeReport
from app.exchange.sending import Packed
from app.framework.keys import SlotKey
from app.framework.schema import Framework
from app.identity.trust import KeyTrust
from app.names.county_files import describe_file_change, describe_left_out
from app.names.obligations import describe_obligations
from app.names.review import STAGE_NAMES
from app.terms import indicator_heading, task_heading
from app.wording.exchange import UNSEALED
from app.wording.merge import (
    CHANGE_NAMES,
    PACKAGE_STATE_NAMES,
    STANDING_NAMES,
    describe_counts,
    describe_notice,
)
from app.wording.records import RECORD_NAMES

#: Outcomes that a person wants to see one by one.
_SHOWN = (Change.NEW, Change.CHANGED, Change.REMOVED, Change.MISSING)

#: So many titles are named in one line.
_SHOWN_TITLES = 5

_TRUST_NAMES = {
    KeyTrust.UNKNOWN: "尚未核对",
    KeyTrust.TRUSTED: "已核对",
    KeyTrust.CHANGED: "与核对过的不同",
}


def header_json(header: PackageHeader) -> dict[str, Any]:
    """What a package says of itself."""
    return header.model_dump(mode="json")


def show_packed(output: Output, packed: Packed) -> None:
    """Say that a package was made, and what could not travel."""
    header = packed.header
    kind = KIND_NAMES[header.kind]
    output.line(
        f"{kind}（第 {header.sequence} 号，发给{header.recipient.name}）已写好并核对，可以拔出："
    )
    for path in packed.written.paths:
        output.line(f"  {path}")
    output.line(f"材料 {packed.items} 件，随包原件 {packed.originals} 份。")
    if packed.sealed:
        output.line(f"已加密，只有{header.recipient.name}能打开。")
    else:
        output.line(UNSEALED[header.kind], "yellow")
    if packed.lacking:
        output.line(
            f"  注意：有 {len(packed.lacking)} 份原件缺失或损坏，没有装入，请重新添加后再制作"
            f"{_of_items(packed.lacking_titles)}",
            "yellow",
        )
    for left in packed.left_out:
        output.line(f"  注意：{describe_left_out(left)}", "yellow")


def _of_items(titles: Sequence[str]) -> str:
    """Which items it is about, as the end of a line."""
    if not titles:
        return "。"
    more = f"等 {len(titles)} 件" if len(titles) > _SHOWN_TITLES else ""
    return f"：{'、'.join(f'《{title}》' for title in titles[:_SHOWN_TITLES])}{more}"


def packed_json(packed: Packed) -> dict[str, Any]:
    """The same for programs."""
    return {
        "paths": [str(path) for path in packed.written.paths],
        "size": packed.written.size,
        "items": packed.items,
        "originals": packed.originals,
        "lacking": list(packed.lacking),
        "left_out": [{"file": left.place, "reason": left.why.value} for left in packed.left_out],
        "sealed": packed.sealed,
        "header": header_json(packed.header),
    }


def show_inspected(output: Output, found: Inspected) -> None:
    """Say what a package is."""
    header = found.header
    kind = KIND_NAMES[header.kind]
    full = "，全量" if header.full else ""
    output.line(f"{kind}，第 {header.sequence} 号{full}：{header.county}，内容完好")
    output.line(f"包上写的发送方：{header.sender.name}；接收方：{header.recipient.name}")
    output.line(f"制作时间：{header.created_at.astimezone():%Y-%m-%d %H:%M}")
    output.line(f"指标体系：{header.framework.code}@{header.framework.version}")
    output.line(f"原件 {found.originals} 份，共 {found.size:,} 字节，{header.parts} 个文件")
    output.line(f"签名指纹：{found.fingerprint}（请与发送方核对）")


def inspected_json(found: Inspected) -> dict[str, Any]:
    """The same for programs."""
    return {
        "paths": [str(path) for path in found.paths],
        "header": header_json(found.header),
        "fingerprint": found.fingerprint,
        "documents": list(found.documents),
        "originals": found.originals,
        "size": found.size,
    }


def show_merge(output: Output, framework: Framework, report: MergeReport, *, preview: bool) -> None:
    """Say what a merge did, or would do; ``framework`` names the tasks."""
    header, applied = report.header, report.applied
    kind = KIND_NAMES[header.kind]
    done = "预览" if preview else "已合并"
    standing = STANDING_NAMES[applied.standing]
    output.line(f"{done}：{report.sender}的{kind}第 {header.sequence} 号（{standing}）")
    if preview:
        output.line(f"签名指纹：{report.fingerprint}（{_TRUST_NAMES[report.trust]}）")
    _show_changes(output, framework, report)
    for notice in applied.notices:
        output.line(f"  注意：{describe_notice(notice)}", "yellow")
    _show_ground(output, report)
    if report.stored_originals:
        verb = "将存入" if preview else "已存入"
        output.line(f"{verb}原件 {report.stored_originals} 份。")
    if report.mended_originals:
        output.line(f"修复被改动的原件 {report.mended_originals} 份。")
    if report.missing_originals:
        count = len(report.missing_originals)
        gone = set(report.missing_originals)
        titles = [i.title for i in applied.records.items if not gone.isdisjoint(i.blobs())]
        output.line(
            f"缺少原件 {count} 份，请对方制作全量包（--full）补齐{_of_items(titles)}", "yellow"
        )
    _show_effects(output, report)


def _show_changes(output: Output, framework: Framework, report: MergeReport) -> None:
    applied = report.applied
    if counts := describe_counts(applied.decisions, Change, len(applied.put_away)):
        output.line(counts)
    titles = {item.id: item.title for item in report.applied.records.items}
    places = {p.id: p for p in report.applied.records.placements}
    for name, decisions in report.applied.decisions.items():
        for change in _SHOWN:
            for key in decisions.of(change):
                label = titles.get(key, "")
                if place := places.get(key):
                    task = framework.task_name(place.indicator_code, place.task_code)
                    where = task_heading(place.indicator_code, task)
                    label = f"{titles.get(place.item_id, '')} → {where}"
                if label:
                    output.line(f"  {CHANGE_NAMES[change]} {RECORD_NAMES[name]}：{label}")


def _show_ground(output: Output, report: MergeReport) -> None:
    ground = report.applied.ground
    if ground.framework:
        output.line(
            f"指标体系换为 {ground.framework}，{ground.homeless} 件材料需要另选指标或任务。"
        )
    if ground.stages:
        output.line(f"创建步骤有调整：第 {'、'.join(map(str, ground.stages))} 步")
    if ground.owing is not None:
        output.line(f"由谁交材料：{describe_obligations(ground.owing)}")
    if ground.checklists:
        output.line(f"{ground.checklists} 个要点的应有材料有调整")
    if ground.web_targets:
        output.line(f"检索清单有 {ground.web_targets} 行变动")
    for change in report.files:
        output.line(describe_file_change(change))
    if ground.instructions:
        output.line(f"创建办说明：{ground.instructions}")


def _show_effects(output: Output, report: MergeReport) -> None:
    effects = report.effects
    if effects is None:
        return
    output.line(
        f"齐备情况：{effects.before.covered}/{effects.before.total} → "
        f"{effects.after.covered}/{effects.after.total} 个要点"
    )
    for each in effects.indicators:
        output.line(
            f"  {indicator_heading(each.indicator)}：{each.before.covered} → {each.after.covered}"
        )
    if effects.stale:
        output.line(f"{len(effects.stale)} 处审核结论需要复审。", "yellow")


def merge_json(report: MergeReport) -> dict[str, Any]:
    """What a merge did, or would do, for programs."""
    applied, effects = report.applied, report.effects
    return {
        "header": header_json(report.header),
        "sender": report.sender,
        "standing": applied.standing.value,
        "trust": report.trust.value,
        "fingerprint": report.fingerprint,
        "counts": {change.value: applied.count(change) for change in Change},
        "records": {
            name: {c.value: list(decisions.of(c)) for c in Change if decisions.of(c)}
            for name, decisions in applied.decisions.items()
        },
        "notices": [{"kind": n.kind.value, "numbers": list(n.numbers)} for n in applied.notices],
        "framework": applied.ground.framework,
        "stages": list(applied.ground.stages),
        "checklists": applied.ground.checklists,
        "web_targets": applied.ground.web_targets,
        "county_files": [
            {"file": c.place, "change": c.kind.value, "put_aside": c.aside} for c in report.files
        ],
        "owing": applied.ground.owing.document() if applied.ground.owing else None,
        "stored_originals": report.stored_originals,
        "mended_originals": report.mended_originals,
        "missing_originals": list(report.missing_originals),
        "effects": None
        if effects is None
        else {
            "unit": effects.unit,
            "covered_before": effects.before.covered,
            "covered_after": effects.after.covered,
            "total": effects.after.total,
            "indicators": [
                {
                    "indicator": e.indicator,
                    "before": e.before.covered,
                    "after": e.after.covered,
                    "total": e.after.total,
                }
                for e in effects.indicators
            ],
            "stages": [
                {"slot": s.slot, "before": s.before.value, "after": s.after.value}
                for s in effects.stages
            ],
            "stale": list(effects.stale),
        },
    }


def show_stage_moves(output: Output, framework: Framework, report: MergeReport) -> None:
    """List every slot whose stage a merge moves."""
    for move in report.effects.stages if report.effects else ():
        slot = SlotKey.parse(move.slot)
        place = task_heading(slot.indicator, framework.task_name(*slot.task))
        output.line(f"  {place}：{STAGE_NAMES[move.before]} → {STAGE_NAMES[move.after]}")


def show_history(output: Output, rows: tuple[PackageRow, ...], peers: tuple[PeerRow, ...]) -> None:
    """List what was sent and received, and what never came."""
    table = simple_table("方向", "种类", "单位和编号", "号", "状态", "时间", below="单位和编号")
    for row in rows:
        state = PACKAGE_STATE_NAMES[row.state]
        if row.arrived:
            state = "对方已收到"
        table.add_row(
            "发出" if row.sent else "收到",
            KIND_NAMES[row.kind] + ("（全量）" if row.full else ""),
            below_words(row.peer_name, row.id),
            str(row.sequence),
            state,
            f"{row.recorded_at.astimezone():%m-%d %H:%M}",
        )
    output.table(table)
    for row in rows:
        if row.undoable:
            number = f"{row.peer_name}的第 {row.sequence} 号包"
            output.line(f"{number}的合并可以撤销：merge --undo，后面写编号。")
    for peer in peers:
        if peer.gaps:
            numbers = "、".join(map(str, peer.gaps))
            output.line(f"{peer.name}的第 {numbers} 号包没有收到。", "yellow")
        if peer.undone:
            numbers = "、".join(map(str, peer.undone))
            output.line(f"{peer.name}的第 {numbers} 号包收到过，合并后又撤销了。")


def history_json(rows: tuple[PackageRow, ...], peers: tuple[PeerRow, ...]) -> dict[str, Any]:
    """The same for programs."""
    return {
        "packages": [
            {
                "id": row.id,
                "sent": row.sent,
                "kind": row.kind.value,
                "peer": row.peer,
                "peer_name": row.peer_name,
                "generation": row.generation,
                "sequence": row.sequence,
                "state": row.state.value,
                "full": row.full,
                "made_at": row.made_at.isoformat(),
                "made_by": row.made_by,
                "recorded_at": row.recorded_at.isoformat(),
                "file": row.file_name,
                "fingerprint": row.fingerprint,
                "arrived": row.arrived,
                "undoable": row.undoable,
            }
            for row in rows
        ],
        "partners": [
            {
                "peer": peer.peer,
                "name": peer.name,
                "generation": peer.generation,
                "sequence": peer.sequence,
                "gaps": list(peer.gaps),
                "undone": list(peer.undone),
            }
            for peer in peers
        ],
    }

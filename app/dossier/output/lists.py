"""Lists over all dossiers of a folder: 案卷目录, 卷脊, 清点单."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.dossier.output.files import WrittenFile, written_file
from app.dossier.output.ledger import Ledger, LedgerState
from app.dossier.output.produced import Produced
from app.replacing import replace_with
from app.sheets.content import MasterCatalogue, Spine

MASTER_NAME = "案卷目录.pdf"
SPINES_NAME = "卷脊.pdf"
LEDGER_STEM = "清点单"

_STATES = {LedgerState.EXCLUDED: "未装订", LedgerState.FAILED: "失败"}


@dataclass(frozen=True, slots=True)
class ListOrder:
    """A list over all dossiers of a folder: its file, and what it prints."""

    name: str
    content: MasterCatalogue | tuple[Spine, ...]

    @property
    def fingerprint(self) -> str:
        """Equal fingerprints print the same."""
        return hashlib.sha256(repr(self.content).encode("utf-8")).hexdigest()


def order_lists(fonds_name: str, title: str, dossiers: Sequence[Produced]) -> tuple[ListOrder, ...]:
    """List every volume of the dossiers, numbered in order.

    Catalogue and labels are ordered apart: a new page changes the one and seldom the other.
    """
    volumes = [volume for dossier in dossiers for volume in dossier.volumes]
    rows = tuple(replace(volume.master, sequence=n) for n, volume in enumerate(volumes, 1))
    spines = tuple(volume.spine for volume in volumes)
    master = MasterCatalogue(fonds_name, title, rows)
    return ListOrder(MASTER_NAME, master), ListOrder(SPINES_NAME, spines)


def write_list(folder: Path, order: ListOrder) -> tuple[WrittenFile, ...]:
    """Write one list into ``folder``; nothing if there is no volume to list."""
    # It brings ReportLab and the fonts; the lists mostly stay as they are.
    from app.sheets.rendering import render_sheets, render_spines

    target = folder / order.name
    match order.content:
        case MasterCatalogue(rows=()) | ():
            return ()
        case MasterCatalogue() as master:
            replace_with(target, lambda part: render_sheets([master], part))
        case spines:
            replace_with(target, lambda part: render_spines(spines, part))
    return (written_file(target, folder),)


def doubtful_words(ledger: Ledger) -> str:
    """How many of the bound files are to be looked at, in brackets; "" if there are none."""
    return f"（其中 {ledger.doubtful} 份存疑）" if ledger.doubtful else ""


def write_ledger(folder: Path, ledger: Ledger, made_at: datetime) -> tuple[Path, Path]:
    """Write the account of this compile as JSON and as a text for people; return both paths."""
    as_json, as_text = folder / f"{LEDGER_STEM}.json", folder / f"{LEDGER_STEM}.txt"
    whole = ledger.to_json()
    totals = json.dumps({k: v for k, v in whole.items() if k != "entries"})[:-1]
    rows = ",\n".join(json.dumps(e.to_json(), ensure_ascii=False) for e in ledger.entries)
    document = f'{totals}, "entries": [\n{rows}\n]}}\n'
    replace_with(as_json, lambda part: part.write_text(document, encoding="utf-8", newline="\n"))
    lines = [
        f"清点单　{made_at:%Y-%m-%d %H:%M}",
        f"应装 {ledger.inputs} 份：装入 {ledger.included} 份{doubtful_words(ledger)}，"
        f"未装 {ledger.excluded} 份，失败 {ledger.failed} 份。",
    ]
    for state, word in reversed(_STATES.items()):
        entries = [entry for entry in ledger.entries if entry.state is state]
        lines += [f"{word}　{e.place}　{e.file}：{e.reason}" for e in entries]
    lines += [
        f"已装入，存疑　{e.place}　{e.file}：{'；'.join(e.findings)}"
        for e in ledger.entries
        if e.doubtful
    ]
    text = "\r\n".join(lines) + "\r\n"
    # Windows' editor opens this rightly only with the mark.
    replace_with(as_text, lambda part: part.write_text(text, encoding="utf-8-sig", newline=""))
    return as_json, as_text

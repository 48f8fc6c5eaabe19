"""Lists over all dossiers of a folder: 案卷目录, 卷脊, 清点单."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.dossier.errors import LedgerOpen
from app.dossier.output.ledger import Ledger, LedgerEntry, LedgerState, close_ledger
from app.dossier.output.produced import Produced
from app.dossier.output.start_page import INDEX_HTML, INDEX_PDF
from app.replacing import replace_with
from app.sheets.content import MasterCatalogue, Spine, StartIndex

MASTER_NAME = "案卷目录.pdf"
SPINES_NAME = "卷脊.pdf"
LEDGER_STEM = "清点单"
#: Goes up when the same list is printed otherwise, so that older ones are made anew.
_EDITION = 1
#: The account of an inspection edition stays in the house.
LEDGER_FOR_INSPECTION = "清点单（检查组版）"

_STATES = {LedgerState.EXCLUDED: "未装订", LedgerState.FAILED: "失败"}


@dataclass(frozen=True, slots=True)
class FolderList:
    """A list over all dossiers of a folder: its file, and what it prints."""

    name: str
    content: MasterCatalogue | tuple[Spine, ...] | StartIndex
    pdfa: bool = False

    @property
    def rows(self) -> int:
        """How many lines it has about; what the time to write it goes by."""
        match self.content:
            case MasterCatalogue(rows=rows):
                return len(rows)
            case StartIndex(cases=cases, items=items):
                return len(cases) + len(items)
            case spines:
                return len(spines)

    @property
    def fingerprint(self) -> str:
        """Equal fingerprints print the same."""
        shown = (_EDITION, self.content, self.pdfa)
        return hashlib.sha256(repr(shown).encode("utf-8")).hexdigest()


def order_lists(
    fonds_name: str, title: str, dossiers: Sequence[Produced], index: StartIndex, *, pdfa: bool
) -> tuple[FolderList, ...]:
    """List every volume of the dossiers, numbered in order, and ``index`` what lies in them.

    With ``pdfa`` they are PDF/A, as the dossiers are; only what leads to other files is not.

    Catalogue and labels are ordered apart: a new page changes the one and seldom the other.
    """
    volumes = [volume for dossier in dossiers for volume in dossier.volumes]
    rows = tuple(replace(volume.master, sequence=n) for n, volume in enumerate(volumes, 1))
    spines = tuple(volume.spine for volume in volumes)
    master = MasterCatalogue(fonds_name, title, rows)
    return (
        FolderList(MASTER_NAME, master, pdfa),
        FolderList(SPINES_NAME, spines, pdfa),
        FolderList(INDEX_PDF, index),
        FolderList(INDEX_HTML, index),
    )


def doubtful_words(ledger: Ledger) -> str:
    """How many of the bound files are to be looked at, in brackets; "" if there are none."""
    return f"（其中 {ledger.doubtful} 份存疑）" if ledger.doubtful else ""


def write_ledger(
    folder: Path, ledger: Ledger, made_at: datetime, stem: str = LEDGER_STEM
) -> tuple[Path, Path]:
    """Write the account of this compile as JSON and as a text for people; return both paths."""
    as_json, as_text = folder / f"{stem}.json", folder / f"{stem}.txt"
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


def read_ledger(folder: Path, stem: str = LEDGER_STEM) -> Ledger | None:
    """The account that the last compile wrote into a folder; None if none can be read there."""
    try:
        found = json.loads((folder / f"{stem}.json").read_text(encoding="utf-8"))
        entries = tuple(
            LedgerEntry(
                file=str(entry["file"]),
                indicator=str(entry["indicator"]),
                state=LedgerState(entry["state"]),
                reason=str(entry["reason"]),
                pages=int(entry["pages"]),
                findings=tuple(map(str, entry["findings"])),
                number=str(entry.get("number", "")),
                unit=str(entry.get("unit", "")),
            )
            for entry in found["entries"]
        )
        return close_ledger(int(found["inputs"]), entries)
    except (OSError, ValueError, KeyError, TypeError, LedgerOpen):
        return None

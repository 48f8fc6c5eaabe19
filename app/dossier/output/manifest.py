"""校验清单: every volume and every original in it, with SHA-256 and SM3."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from app.dossier.output.files import WrittenFile
from app.dossier.output.produced import BoundFile, Produced, ProducedVolume
from app.replacing import replace_with
from app.visible_text import visible

MANIFEST_STEM = "校验清单"

_COLUMNS = (
    "卷宗文件",
    "顺序号",
    "题名",
    "文号",
    "责任者",
    "日期",
    "责任单位",
    "起页",
    "止页",
    "文件名",
    "字节数",
    "页数",
    "SHA-256",
    "SM3",
    "编号",
)


def write_manifest(
    folder: Path, dossiers: Sequence[Produced], program: str, made_at: datetime
) -> tuple[Path, Path]:
    """Write the list as JSON and as CSV; return both paths."""
    as_json, as_csv = folder / f"{MANIFEST_STEM}.json", folder / f"{MANIFEST_STEM}.csv"
    head = {"program": program, "made_at": made_at.isoformat(timespec="seconds")}
    # A dossier to a line: ten times as fast as indenting, and still to be read and compared.
    lines = ",\n".join(json.dumps(_dossier(one), ensure_ascii=False) for one in dossiers)
    start = json.dumps(head, ensure_ascii=False)[:-1]
    text = f'{start}, "dossiers": [\n{lines}\n]}}\n'
    replace_with(as_json, lambda part: part.write_text(text, encoding="utf-8", newline="\n"))

    def write(part: Path) -> None:
        # Excel on a Chinese Windows takes a file without this mark for GBK.
        with part.open("w", encoding="utf-8-sig", newline="") as target:
            writer = csv.writer(target)
            writer.writerow(_COLUMNS)
            writer.writerows(_lines(dossiers))

    replace_with(as_csv, write)
    return as_json, as_csv


def _dossier(dossier: Produced) -> dict[str, object]:
    return {
        "key": dossier.key,
        "title": dossier.title,
        "complete": dossier.complete,
        "volumes": [_volume(volume) for volume in dossier.volumes],
        "beside": [_file(file) for file in dossier.beside],
    }


def _volume(volume: ProducedVolume) -> dict[str, object]:
    return {
        **_file(volume.file),
        "pages": volume.physical_pages,
        "numbered_pages": volume.numbered_pages,
        "archive_code": volume.master.archive_code,
        "fingerprint": volume.fingerprint,
        "items": [
            _item(list(files)) for _, files in groupby(volume.contents, lambda f: f.sequence)
        ],
    }


def _file(file: WrittenFile) -> dict[str, object]:
    return {"file": file.name, "size": file.size, "sha256": file.sha256, "sm3": file.sm3}


def _item(files: list[BoundFile]) -> dict[str, object]:
    first = files[0]
    return {
        "sequence": first.sequence,
        "number": first.number,
        "title": first.title,
        "doc_number": first.doc_number,
        "issuer": first.issuer,
        "date": first.date,
        **({"origin": json.loads(first.origin)} if first.origin else {}),
        "unit": first.unit,
        "first_page": first.first_number,
        "last_page": first.last_number,
        "files": [
            {
                "file": file.name,
                "size": file.size,
                "pages": file.pages,
                "sha256": file.sha256,
                "sm3": file.sm3,
            }
            for file in files
        ],
    }


def _lines(dossiers: Iterable[Produced]) -> Iterator[list[object]]:
    for dossier in dossiers:
        for volume in dossier.volumes:
            file = volume.file
            yield [
                file.name,
                "",
                _plain(dossier.title),
                *[""] * 6,
                file.name,
                file.size,
                volume.physical_pages,
                file.sha256,
                file.sm3,
                "",
            ]
            for one in volume.contents:
                yield [
                    file.name,
                    one.sequence,
                    _plain(one.title),
                    _plain(one.doc_number),
                    _plain(one.issuer),
                    one.date,
                    _plain(one.unit),
                    one.first_number or "",
                    one.last_number or "",
                    _plain(one.name),
                    one.size,
                    one.pages or "",
                    one.sha256,
                    one.sm3,
                    one.number,
                ]
        for file in dossier.beside:
            name = file.name.rpartition("/")[2]
            sums = file.sha256, file.sm3
            yield [file.name, "", "随卷原件", *[""] * 6, name, file.size, "", *sums, ""]


def _plain(text: str) -> str:
    """Show hidden characters plainly, and keep a spreadsheet from taking a title for a formula."""
    text = visible(text)
    return "'" + text if text[:1] in {"=", "+", "-", "@", "\t"} else text

"""What a compile notes in its folder, so that the next one redoes only what changed.

One line per dossier in a file beside the dossiers; the last line for a key counts, and one that a
crash cut short is skipped. A dossier is up to date if its fingerprint is the recorded one and all
its files still have the recorded size and time: no file is opened to find out.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from app.dossier.output.files import WrittenFile, is_as_written
from app.dossier.output.produced import BoundFile, Produced, ProducedVolume
from app.dossier_options import DossierOptions, Edition
from app.paths import extended
from app.replacing import replace_with
from app.sheets.content import MasterRow, Spine

RECORD_NAME = ".juanzong-build.jsonl"
_VERSION = 1

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class CompileRequest:
    """What the compile that made a dossier asked for; empty tuples for everything.

    ``failed`` are the files, by SHA-256, that could not be shown and are left out for that.
    """

    indicators: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    accepted_only: bool = False
    failed: tuple[str, ...] = ()

    @classmethod
    def of(cls, options: DossierOptions, failed: Iterable[str] = ()) -> "CompileRequest":
        """What a compile with these options asks for."""
        return cls(options.indicators, options.units, options.only_accepted, tuple(failed))


class BuildRecord:
    """The record of one output folder."""

    def __init__(self, folder: Path) -> None:
        """Read what is there; a folder without a record has an empty one."""
        self._folder = folder
        self._path = extended(folder / RECORD_NAME)
        self._entries, self._lines = _read(self._path)
        self._stale = False
        self._produced: dict[str, Produced] = {}

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of everything recorded."""
        return tuple(self._entries)

    def produced(self, key: str) -> Produced | None:
        """What was made under ``key``, or None."""
        if key not in self._produced and key in self._entries:
            self._produced[key] = _produced_from(key, self._entries[key]["made"])
        return self._produced.get(key)

    def up_to_date(self, key: str, fingerprint: str) -> Produced | None:
        """What was made under ``key``, if it would come out the same and is still there."""
        entry = self._entries.get(key)
        if entry is None or entry["fingerprint"] != fingerprint:
            return None
        made = self.produced(key)
        if made is None or not all(is_as_written(file, self._folder) for file in made.files):
            return None
        return made

    def choices(self, key: str) -> Mapping[str, str]:
        """The choices that ``key`` was made with; empty if they were not noted."""
        entry = self._entries.get(key)
        return dict(entry["choices"]) if entry else {}

    @property
    def edition(self) -> Edition | None:
        """The edition of the dossiers in the folder; None where there are none."""
        for entry in self._entries.values():
            if entry["choices"]:  # lists have none
                return Edition(entry["choices"].get("edition", Edition.WORKING))
        return None

    def wanted(self, key: str) -> CompileRequest:
        """What the compile asked for that made ``key``; everything if that was not noted."""
        entry = self._entries.get(key)
        found = entry["wanted"] if entry else {}
        return CompileRequest(
            tuple(found.get("indicators", ())),
            tuple(found.get("units", ())),
            bool(found.get("accepted_only")),
            tuple(found.get("failed", ())),
        )

    def keep(
        self,
        fingerprint: str,
        made: Produced,
        choices: Mapping[str, str] | None = None,
        wanted: CompileRequest | None = None,
    ) -> None:
        """Note what has just been made; survives a kill from here on."""
        entry = {
            "fingerprint": fingerprint,
            "made": _produced_to(made),
            "choices": dict(choices or {}),
            "wanted": asdict(wanted or CompileRequest()),
        }
        with self._path.open("a", encoding="utf-8", newline="\n") as record:
            # Whatever a crash cut short ends here and costs nothing but itself.
            record.write("\n" + _line(made.key, entry))
        self._lines += 1
        self._entries[made.key] = entry
        self._produced[made.key] = made

    def forget(self, keys: Iterable[str]) -> None:
        """Drop entries; takes effect with ``compact``."""
        for key in keys:
            self._stale = self._entries.pop(key, None) is not None or self._stale
            self._produced.pop(key, None)

    def compact(self) -> None:
        """Write the record again with one line per key, if that saves enough."""
        if not self._stale and self._lines <= 2 * len(self._entries) + 16:
            return
        lines = [_line(key, entry) for key, entry in self._entries.items()]

        def write(part: Path) -> None:
            part.write_text("".join(lines), encoding="utf-8", newline="\n")

        replace_with(self._path, write)
        self._lines, self._stale = len(self._entries), False


def _read(path: Path) -> tuple[dict[str, dict[str, Any]], int]:
    """The last entry of each key, and how many lines there are."""
    entries: dict[str, dict[str, Any]] = {}
    count = 0
    if not path.is_file():
        return entries, count
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            count += 1
            try:
                found = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(found, dict) and found.get("version") == _VERSION:
                entries[found["key"]] = {
                    "fingerprint": found["fingerprint"],
                    "made": found["made"],
                    "choices": found.get("choices", {}),
                    "wanted": found.get("wanted", {}),
                }
    return entries, count


def _line(key: str, entry: dict[str, Any]) -> str:
    whole = {"version": _VERSION, "key": key, **entry}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _produced_to(made: Produced) -> dict[str, Any]:
    return {
        "title": made.title,
        "indicators": list(made.indicators),
        "complete": made.complete,
        "beside": [_row(file) for file in made.beside],
        "volumes": [
            {
                "file": _row(volume.file),
                "numbered": volume.numbered_pages,
                "physical": volume.physical_pages,
                "fingerprint": volume.fingerprint,
                "master": list(astuple(volume.master)),
                "spine": list(astuple(volume.spine)),
                "contents": [_row(file) for file in volume.contents],
            }
            for volume in made.volumes
        ],
    }


def _produced_from(key: str, stored: dict[str, Any]) -> Produced:
    return Produced(
        key=key,
        title=stored["title"],
        indicators=tuple(stored["indicators"]),
        complete=stored["complete"],
        beside=tuple(WrittenFile(*row) for row in stored["beside"]),
        volumes=tuple(
            ProducedVolume(
                file=WrittenFile(*volume["file"]),
                numbered_pages=volume["numbered"],
                physical_pages=volume["physical"],
                fingerprint=volume["fingerprint"],
                master=MasterRow(*volume["master"]),
                spine=Spine(*volume["spine"]),
                contents=tuple(BoundFile(*row) for row in volume["contents"]),
            )
            for volume in stored["volumes"]
        ),
    )


def _row(value: WrittenFile | BoundFile) -> list[str | int | None]:
    return [getattr(value, field.name) for field in fields(value)]

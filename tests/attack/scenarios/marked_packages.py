"""Packages of a registered unit with a mark of state secrecy in any text, signed with its key."""

import copy
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from app.errors import JuanzongError
from app.eventlog import GENESIS, entry_hash
from app.exchange.errors import SecretsInPackage
from app.exchange.header import PackageHeader
from app.exchange.naming import HEADER
from app.exchange.parts import OriginalEntry
from app.exchange.payload import LOG, MAIN, LogPayload, digest_of, to_bytes
from app.exchange.reading import open_package
from app.exchange.writing import write_package
from app.wording.errors import describe_error
from tests.attack.playing import Attack, Outcome
from tests.attack.scenarios.hostile_records import _enrich, _places
from tests.support.county import JOB, Partner, make_county, open_county

_UNIT = "县司法局"
_MARKS = ("机密★1年", "绝密★启用前", "密级：机密", "机 密 ★ 5 年", "秘密\n★长期", "機密★10年")
_LOG_FIELDS = ("actor", "action", "subject", "data")


def _play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    make_county(folder / "县", (_UNIT,))
    with open_county(folder / "县", (_UNIT,)) as county:
        unit = county.units[0]
        unit.attach("甲", "甲")
        careless = _Careless(unit, unit.submit(county.stick / "1.zip"))
    pristine = folder / "办-原样"
    shutil.copytree(folder / "县" / "创建办", pristine)
    for number in range(cases):
        office = folder / "办"
        shutil.rmtree(office, ignore_errors=True)
        shutil.copytree(pristine, office)
        canary = f"独角兽{number:05d}"
        words = random.choice(_MARKS)
        case, package = careless.package(random, f"{words} {canary}", folder / f"{number}.zip")
        yield _judge(office, package, f"{words!r} in {case}", canary)
        package.unlink()


class _Careless:
    """A package of a unit whose program looks at nothing."""

    def __init__(self, unit: Partner, package: Path) -> None:
        with open_package([package], job=JOB) as opened:
            self._documents = {name: opened.document(name) for name in opened.documents}
            self._header, packed = opened.header, opened.originals
        store = unit.workspace.originals
        self._entries = [
            OriginalEntry(o.sha256, store.path(o.sha256), o.size, o.suffix) for o in packed
        ]
        self._signer = unit.identity.keys().signer
        self._content: dict[str, Any] = json.loads(self._documents[MAIN])
        _enrich(self._content, unit.unit_id)

    def package(self, random: Random, words: str, target: Path) -> tuple[str, Path]:
        """A package with the words in one text, and where they stand."""
        content, header = copy.deepcopy(self._content), self._header
        documents = dict(self._documents)
        where = random.choice(("records", "records", "records", "log", "header"))
        if where == "records":
            texts = [one for one in _places(content, ()) if isinstance(one[0][one[1]], str)]
            holder, key, where = random.choice(texts)
            holder[key] = words
        elif where == "log":
            field = random.choice(_LOG_FIELDS)
            documents[LOG], where = _with_log(random, documents[LOG], field, words), f"log {field}"
        else:
            changed = header.model_dump()
            party = random.choice(("sender", "recipient"))
            field = random.choice(("name", "person")) if party == "sender" else "name"
            changed[party][field] = words.replace("\n", "")
            header, where = PackageHeader.model_validate(changed), f"{HEADER} {party} {field}"
        documents[MAIN] = _signed_log(content, documents[LOG])
        written = write_package(target, header, documents, self._entries, self._signer, job=JOB)
        return where, written.paths[0]


def _signed_log(content: dict[str, Any], log: bytes) -> bytes:
    """The payload, which names the digest of the log."""
    content["log_sha256"] = digest_of(log)
    return json.dumps(content).encode()


def _with_log(random: Random, raw: bytes, field: str, words: str) -> bytes:
    """A log with the words in one entry, chained as it must be."""
    entries = list(LogPayload.model_validate_json(raw).entries)
    at = random.randrange(len(entries))
    said = words.replace("\n", "")
    told = json.dumps({"title": said}, ensure_ascii=False) if field == "data" else said
    entries[at] = entries[at].model_copy(update={field: told})
    previous = GENESIS
    for number, entry in enumerate(entries):
        chained = entry.model_copy(update={"previous_hash": previous})
        entries[number] = chained.model_copy(update={"hash": entry_hash(chained)})
        previous = entries[number].hash
    return to_bytes(LogPayload(entries=tuple(entries)))


def _judge(path: Path, package: Path, case: str, canary: str) -> Outcome:
    try:
        office = Partner(path)
        try:
            office.merge(package)
            told = "taken over"
        except JuanzongError as error:
            sentence = str(describe_error(error))
            told = f"{type(error).__name__}: {sentence}"
            if canary in sentence and isinstance(error, SecretsInPackage):
                return Outcome(case, held=False, detail=f"quoted: {told}")
        finally:
            office.close()
    except Exception as error:
        return Outcome(case, held=False, detail=f"{type(error).__name__}: {error!s:.200}")
    kept = [file for file in path.rglob("*") if file.is_file() and _holds(file, canary)]
    return Outcome(case, held=not kept, detail=f"kept in {kept[0].name}; {told}" if kept else told)


def _holds(file: Path, canary: str) -> bool:
    content = file.read_bytes()
    escaped = json.dumps(canary)[1:-1].encode()
    return canary.encode() in content or escaped in content


ATTACK = Attack(
    "marked-packages",
    "A package with a mark of state secrecy in any text leaves none of it with the receiver.",
    60,
    _play,
)

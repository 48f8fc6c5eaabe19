"""Packages of a registered unit with a mark of state secrecy in any text, signed with its key."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from app.errors import JuanzongError
from app.eventlog import GENESIS, entry_hash
from app.exchange.envelope.naming import HEADER
from app.exchange.errors import SecretsInPackage
from app.exchange.payload.documents import LOG, MAIN, LogPayload, digest_of, to_bytes
from app.wording.errors import describe_error
from tests.attack.playing import Attack, Outcome
from tests.support.county import Partner, make_county, open_county
from tests.support.forging import add_every_record, forged, places

_UNIT = "县司法局"
_MARKS = ("机密★1年", "绝密★启用前", "密级：机密", "机 密 ★ 5 年", "秘密\n★长期", "機密★10年")
_LOG_FIELDS = ("actor", "action", "subject", "data")


def _play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    make_county(folder / "县", (_UNIT,))
    with open_county(folder / "县", (_UNIT,)) as county:
        unit = county.units[0]
        unit.attach("甲", "甲")
        package = unit.submit(county.stick / "1.zip")
    pristine = folder / "办-原样"
    shutil.copytree(folder / "县" / "创建办", pristine)
    with closing(Partner(folder / "县" / _UNIT)) as unit:
        for number in range(cases):
            office = folder / "办"
            shutil.rmtree(office, ignore_errors=True)
            shutil.copytree(pristine, office)
            canary = f"独角兽{number:05d}"
            words = random.choice(_MARKS)
            careless = _Careless(random, unit.unit_id, f"{words} {canary}")
            target = careless.package(unit, package, folder / f"{number}.zip")
            yield _judge(office, target, f"{words!r} in {careless.where}", canary)
            target.unlink()


class _Careless:
    """A unit's program that looks at nothing and puts some words into one text of a package."""

    def __init__(self, random: Random, unit_id: str, words: str) -> None:
        self._random, self._unit_id, self._words = random, unit_id, words
        self._kind = random.choice(("records", "records", "records", "log", "header"))
        self.where = ""

    def package(self, unit: Partner, package: Path, target: Path) -> Path:
        """The package with the words in it; ``where`` says in which text."""
        return forged(
            unit,
            package,
            target,
            self._in_records,
            check=False,
            header=self._in_header if self._kind == "header" else None,
            documents=self._in_documents,
        )

    def _in_records(self, content: dict[str, Any]) -> None:
        add_every_record(content, self._unit_id)
        if self._kind == "records":
            texts = [one for one in places(content) if isinstance(one[0][one[1]], str)]
            holder, key, self.where = self._random.choice(texts)
            holder[key] = self._words

    def _in_header(self, header: dict[str, Any]) -> None:
        party = self._random.choice(("sender", "recipient"))
        field = self._random.choice(("name", "person")) if party == "sender" else "name"
        header[party][field] = self._words.replace("\n", "")
        self.where = f"{HEADER} {party} {field}"

    def _in_documents(self, documents: dict[str, bytes]) -> None:
        if self._kind == "log":
            field = self._random.choice(_LOG_FIELDS)
            documents[LOG] = _with_log(self._random, documents[LOG], field, self._words)
            self.where = f"log {field}"
        content = json.loads(documents[MAIN])
        content["log_sha256"] = digest_of(documents[LOG])
        documents[MAIN] = json.dumps(content).encode()


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

"""A registered unit with a valid key sends packages with a hostile header, payload or originals."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from app.errors import JuanzongError
from app.exchange.envelope.parts import OriginalEntry
from app.exchange.receiving import inspect_package
from app.signatures.sealing import Opener
from app.signatures.signing import Signer
from tests.attack.playing import Attack, Outcome
from tests.support.county import (
    JOB,
    UNITS,
    County,
    Partner,
    counties,
    make_county,
    open_county,
    seen_by_office,
)
from tests.support.forging import forged

Change = Callable[[dict[str, Any]], object]
_NAMES = (
    *UNITS, "创建办", "县公安局", "县司\u200b法局", "县司法局\u202e", "县司法局<b>", "",
    "县 司法局",
)  # fmt: skip
_WORDS = (None, True, -1, 0, 1 << 40, "", "\x00", "\u202e", "9" * 2000, [], {}, "0" * 64)


def play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    """Mutate a unit's package, merge it at the office, and look what became of everything."""
    template = folder / "template"
    make_county(template, UNITS)
    with open_county(template, UNITS) as county:
        victim = county.named(UNITS[1])
        victim.attach("机要", "只有财政局有的内容")
        county.office.merge(victim.submit(county.stick / "victim.zip"))
        thief = county.named(UNITS[0])
        thief.attach("甲", "甲")
        county.office.merge(thief.submit(county.stick / "first.zip"))
        thief.attach("乙", "乙")
        thief.submit(county.stick / "second.zip")
    for number, county in enumerate(counties(template, folder, UNITS, cases)):
        yield _case(random, number, county)


def _case(random: Random, number: int, county: County) -> Outcome:
    office, thief, victim = county.office, county.named(UNITS[0]), county.named(UNITS[1])
    kinds, change, header, more = _mutation(random, county, thief, victim)
    case = f"{number}: {', '.join(kinds)}"
    second = county.stick / "second.zip"
    try:
        package = forged(
            thief, second, county.stick / "x.zip", change, check=False, header=header, **more
        )
    except (ValueError, LookupError, AttributeError, TypeError):
        return Outcome(case, held=True, detail="cannot be written")
    before, of_victim = _state(office), seen_by_office(office, victim.unit_id)
    names = [row.name for row in office.exchange.trusted()]
    trust = inspect_package([package], JOB).fingerprint if random.random() < 0.8 else None
    try:
        report = office.exchange.merge([package], JOB, trust=trust)
    except JuanzongError as error:
        refused = type(error).__name__
        same = _state(office) == before
        return Outcome(case, same, f"refused as {refused}" + ("" if same else ", and changed"))
    except Exception as error:
        return Outcome(case, held=False, detail=f"ended in {error!r}"[:200])
    faults = []
    if report.sender != UNITS[0]:
        faults.append(f"merged as {report.sender}")
    if seen_by_office(office, victim.unit_id) != of_victim:
        faults.append("another unit's records changed")
    if [row.name for row in office.exchange.trusted()] != names:
        faults.append("trusted partners changed")
    faults += _stolen(office, thief, victim) + _false(office)
    return Outcome(case, not faults, "; ".join(faults) or "merged as its own unit")


def _stolen(office: Partner, thief: Partner, victim: Partner) -> list[str]:
    """Whether a record of the thief leads to bytes that only the victim ever brought."""
    items = """SELECT r.blob_sha256 FROM item_revision r JOIN evidence_item i ON i.id = r.item_id
               WHERE i.unit_id = ? AND i.by_office = 0"""
    with closing(sqlite3.connect(office.path / "juanzong.db")) as connection:
        theirs = {row[0] for row in connection.execute(items, (victim.unit_id,))}
        named = {row[0] for row in connection.execute(items, (thief.unit_id,))}
    return [f"stole {sha256[:8]}" for sha256 in theirs & named]


def _false(office: Partner) -> list[str]:
    """Whether something is entered about stored bytes that they do not say."""
    with closing(sqlite3.connect(office.path / "juanzong.db")) as connection:
        rows = connection.execute("SELECT sha256, sm3, size, kind FROM blob").fetchall()
    store = office.workspace.originals
    return [
        f"believed false words about {sha256[:8]}"
        for sha256, sm3, size, kind in rows
        if store.contains(sha256)
        and ((d := store.verify(sha256)).sm3 != sm3 or d.size != size or kind != "text")
    ]


def _state(partner: Partner) -> dict[str, str]:
    with closing(sqlite3.connect(partner.path / "juanzong.db")) as connection:
        rows = hashlib.sha256("\n".join(connection.iterdump()).encode()).hexdigest()
    store = partner.workspace.originals
    return {"rows": rows} | {sha256: store.verify(sha256).sm3 for sha256 in store.stored()}


def _mutation(
    random: Random, county: County, thief: Partner, victim: Partner
) -> tuple[list[str], Change, Change, dict[str, Any]]:
    """One to three things at once that are not as an honest package has them."""
    headers = _headers(random, county, victim)
    payloads = _payloads(random, county, thief, victim)
    chosen = random.sample(sorted({*headers, *payloads, "another signer"}), random.randint(1, 3))
    more: dict[str, Any] = {}
    if "another signer" in chosen:
        more["signer"] = random.choice(
            [victim.identity.keys().signer, county.office.identity.keys().signer, Signer.generate()]
        )

    def header(content: dict[str, Any]) -> None:
        for name in chosen:
            if name in headers:
                headers[name](content)

    def payload(content: dict[str, Any]) -> None:
        for name in chosen:
            if name in payloads:
                payloads[name](content)

    if "nothing included" in chosen or "foreign digest" in chosen:
        more["originals"] = ()
    if "an original nobody names" in chosen:
        extra = county.stick / "extra"
        extra.write_bytes(random.randbytes(50))
        digest = hashlib.sha256(extra.read_bytes()).hexdigest()
        more["originals"] = (OriginalEntry(digest, extra, 50, ".txt"),)
    return chosen, payload, header, more


def _headers(random: Random, county: County, victim: Partner) -> dict[str, Change]:
    keys = (
        victim.identity.keys().public.sealing_key,
        county.office.identity.keys().public.sealing_key,
        Opener.generate().recipient,
        "age1garbage",
        "",
    )
    name, key, number = random.choice(_NAMES), random.choice(keys), random.randint(1, 9)
    return {
        "another name": lambda h: h["sender"].update(name=name),
        "another id": lambda h: h["sender"].update(unit_id=victim.unit_id),
        "another id and name": lambda h: h["sender"].update(unit_id=victim.unit_id, name=UNITS[1]),
        "another sealing key": lambda h: h["sender"].update(sealing_key=key),
        "another role": lambda h: h["sender"].update(role="office", unit_id=None),
        "another workspace": lambda h: h["sender"].update(workspace_id="w" * number),
        "another number": lambda h: h.update(sequence=random.choice([1, 2, 3, 1 << 40])),
        "another recipient": lambda h: h["recipient"].update(
            role="unit", unit_id=victim.unit_id, name=UNITS[1]
        ),
        "a person's name": lambda h: h["sender"].update(person=random.choice(_NAMES)),
    }


def _payloads(random: Random, county: County, thief: Partner, victim: Partner) -> dict[str, Change]:
    stolen = seen_by_office(county.office, victim.unit_id)["items"][0]
    foreign = stolen["revisions"][0]["blob_sha256"]
    word, place = random.choice(_WORDS), random.random()
    lie = random.choice(["sm3", "size", "kind", "media_type", "suffix", "label"])
    value = {"size": random.randint(0, 99), "kind": "pdf", "sm3": "0" * 64}.get(lie, "x")

    def steal(content: dict[str, Any]) -> None:
        revision = random.choice(content["records"]["items"])["revisions"][0]
        content["blobs"].append(
            {**content["blobs"][0], "sha256": foreign, "included": False, lie: value}
        )
        for blob in content["blobs"]:
            blob["included"] = False
        revision["blob_sha256"] = foreign

    def garble(content: dict[str, Any]) -> None:
        places = list(_places(content))
        parent, key = places[int(place * len(places))]
        parent[key] = word

    return {
        "foreign digest": steal,
        "a false word about bytes": lambda c: [b.update({lie: value}) for b in c["blobs"]],
        "nothing included": lambda c: [b.update(included=False) for b in c["blobs"]],
        "an original nobody names": lambda c: None,
        "a foreign item": lambda c: c["records"]["items"].append(stolen),
        "a foreign item's id": lambda c: c["records"]["items"][0].update(
            id=stolen["id"], version=99
        ),
        "a foreign revision's id": lambda c: c["records"]["items"][0]["revisions"][0].update(
            id=stolen["revisions"][0]["id"]
        ),
        "another owner": lambda c: c["records"]["items"][0].update(unit_id=victim.unit_id),
        "entered by the office": lambda c: c["records"]["items"][0].update(by_office=True),
        "another generation": lambda c: c["lineage"].update(
            generation=random.choice([1, 2, (1 << 31) - 1])
        ),
        "another history": lambda c: c["lineage"].update(sent=[]),
        "a garbled field": garble,
        "a text that is no document": lambda c: c.clear(),
    }


def _places(content: Any) -> Iterator[tuple[Any, Any]]:
    """Every value below a document, as its container and its key."""
    pairs = content.items() if isinstance(content, dict) else enumerate(content)
    for key, value in list(pairs):
        yield content, key
        if isinstance(value, dict | list):
            yield from _places(value)


ATTACK = Attack(
    name="hostile-packages",
    promise="A package either merges as its own unit's, or is refused and changes nothing.",
    cases=120,
    play=play,
)

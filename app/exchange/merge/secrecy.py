"""State secrecy at the border: packing and merging stop marked files and words.

Every word of a package is looked at and every original that it brings, before anything of it is
stored; the sender is held to the same. What is refused is named by ids, never quoted.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from pydantic import BaseModel

from app.exchange.errors import SecretsInPackage
from app.exchange.payload.documents import LogEntryPart, Payload, records_of
from app.exchange.payload.marked_words import is_certain, strings_in, words_of_entry
from app.exchange.payload.records import AttachmentPart, ItemRecord, RevisionPart, UnitRecords
from app.intake.inspection import InspectionOrder, find_mark
from app.intake.stamps import inspection_seconds
from app.isolation import Done, IsolatedCall, Workers
from app.jobs import JobContext
from app.secrecy.folding import TELLING
from app.secrecy.marks import Spot, Words

_CHUNK = 8


def demand_no_secrets(
    path: Path,
    payload: Payload,
    log: Iterable[LogEntryPart],
    originals: Mapping[str, Path],
    workers: Workers,
    job: JobContext,
) -> None:
    """Raise if a word of a package or one of its originals has a certain mark.

    A doubtful mark passes: whoever took the file in was asked, and said why it is none.

    Args:
        path: the package, for people.
        payload: its records.
        log: the entries of the sender's log that are new to the receiver.
        originals: the contents that are to be stored or packed, by SHA-256, and where they lie.
        workers: who looks at them.
        job: progress and cancellation.

    Raises:
        SecretsInPackage: it names the items (or records) by their ids.
        Cancelled: somebody pressed cancel.
    """
    found = {owner for owner, words in _words(payload, log) if is_certain(words)}
    records = records_of(payload)
    items = records.items if records is not None else ()
    found |= set(_with_marked_files(items, originals, workers, job))
    if found:
        raise SecretsInPackage(path, tuple(sorted(found)))


def _words(payload: Payload, log: Iterable[LogEntryPart]) -> Iterator[tuple[str, Iterator[Words]]]:
    """Each record with a telling word, by its id, and its words."""
    for part in _parts(payload):
        texts = [text for text in strings_in(part) if TELLING.search(text)]
        if texts:
            owner = str(getattr(part, "item_id", None) or getattr(part, "id", "") or payload.kind)
            named = _names(part) if isinstance(part, ItemRecord) else ()
            yield owner, _spoken(texts, named)
    for entry in log:
        said = [t for t in (entry.actor, entry.action, entry.subject) if TELLING.search(t)]
        words = [*words_of_entry(entry.data), *(Words(Spot.ALONE, text) for text in said)]
        if words:
            # Who hides a mark in the subject is not quoted either.
            yield entry.id if entry.subject in said else entry.subject, iter(words)


def _spoken(texts: Iterable[str], names: Iterable[str]) -> Iterator[Words]:
    yield from (Words(Spot.NAME, name) for name in names)
    yield from (Words(Spot.ALONE, text) for text in texts)


def _names(item: ItemRecord) -> list[str]:
    return [
        name
        for revision in item.revisions
        for name in (
            revision.title,
            revision.file_name,
            *(part.file_name for part in revision.attachments),
        )
    ]


def _parts(payload: Payload) -> Iterator[BaseModel]:
    """The records one by one, then the rest of the payload."""
    records = records_of(payload)
    rest = payload.model_copy()
    if records is not None:
        for name in type(records).model_fields:
            rows = getattr(records, name)
            if isinstance(rows, tuple | list):
                yield from rows
        for name, value in payload:
            if isinstance(value, UnitRecords):
                rest = rest.model_copy(update={name: None})
    yield _Rest(values=[value for _, value in rest])


class _Rest(BaseModel):
    values: list[object]


def _with_marked_files(
    items: Iterable[ItemRecord], originals: Mapping[str, Path], workers: Workers, job: JobContext
) -> Iterator[str]:
    """The ids of items with a marked file; a file that no item names goes by its digest."""
    owners: dict[str, str] = {}
    names: dict[str, str] = {}
    for item in items:
        for revision in item.revisions:
            files: list[RevisionPart | AttachmentPart] = [revision, *revision.attachments]
            for file in files:
                owners.setdefault(file.blob_sha256, item.id)
                names.setdefault(file.blob_sha256, file.file_name)
    orders: dict[InspectionOrder, str] = {}
    for sha256, path in originals.items():
        # The day only matters for guesses, and nobody guesses here.
        order = InspectionOrder(path, names.get(sha256, sha256), date.max, whole=True)
        orders[order] = owners.get(sha256, sha256)
    tasks = [IsolatedCall(order, inspection_seconds(order.path.stat().st_size)) for order in orders]
    for order, result in workers.run_each(find_mark, tasks, job, chunk=_CHUNK):
        if isinstance(result, Done) and result.value is not None and result.value.certain:
            yield orders[order]

"""The other files of an item as rows: parts of it, and the PDF printed from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.evidence.items import touch
from app.unit_of_work import UnitOfWork
from models import Attachment, EvidenceItem, ItemRevision
from models.base import new_id
from models.vocabulary import AttachmentRole


@dataclass(frozen=True, slots=True)
class SecondFile:
    """A second file of an item, as it can be put back."""

    sha256: str
    file_name: str
    problems: tuple[Mapping[str, Any], ...]


def append_part(
    work: UnitOfWork,
    item: EvidenceItem,
    revision: ItemRevision,
    file: SecondFile,
    role: AttachmentRole,
) -> None:
    """Enter a second file after those that the item has."""
    last = max((part.position for part in revision.attachments), default=0)
    revision.attachments.append(
        Attachment(
            id=new_id(),
            position=last + 1,
            role=role,
            blob_sha256=file.sha256,
            file_name=file.file_name,
            problems=[dict(problem) for problem in file.problems],
        )
    )
    note_file(work, item, "item.file_added", file, role)


def remove_part(
    work: UnitOfWork, item: EvidenceItem, revision: ItemRevision, file: SecondFile
) -> None:
    """Take away the last part with this content and name; nothing is done if there is none."""
    role = AttachmentRole.ATTACHMENT
    alike = [
        part
        for part in revision.attachments
        if (part.role, part.blob_sha256, part.file_name) == (role, file.sha256, file.file_name)
    ]
    if alike:
        revision.attachments.remove(max(alike, key=lambda part: part.position))
        note_file(work, item, "item.file_removed", file, role)


def note_file(
    work: UnitOfWork, item: EvidenceItem, action: str, file: SecondFile, role: AttachmentRole
) -> None:
    """Log that a second file came or went; the item counts as changed."""
    touch(work, item)
    work.record(action, item.id, role=role.value, file_name=file.file_name, sha256=file.sha256)

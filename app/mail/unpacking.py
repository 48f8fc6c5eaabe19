"""The attachments of a mail as files, also those of mails inside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.filekind import FileKind, FileType
from app.filetypes import sniff
from app.mail.mime import MailTooDeep
from app.mail.model import NoMail
from app.mail.opening import MailTooLarge, read_mail

#: Mails inside mails are followed so far, and so many files are taken out of one.
_DEEPEST, _MOST = 5, 500


@dataclass(frozen=True, slots=True)
class MailUnpacking:
    """A mail, and an empty folder for what is in it."""

    path: Path
    file_type: FileType
    folder: Path


@dataclass(frozen=True, slots=True)
class Unpacked:
    """An attachment: its name, after those of the mails that it lies in, and its file.

    ``path`` is None if the mail does not hold it as a file.
    """

    name: str
    path: Path | None

    @property
    def own_name(self) -> str:
        """The name without those of the mails."""
        return self.name.rpartition("/")[2]


def unpack(order: MailUnpacking) -> tuple[Unpacked, ...]:
    """Write the attachments of a mail into a folder, in their order; to be run in a worker.

    Raises:
        NoMail, MailTooLarge, MailTooDeep: it cannot be read.
        OSError: the disk is full.
    """
    found: list[Unpacked] = []
    for one in _unpacked(order.path, order.file_type, order.folder, "", 0):
        found.append(one)
        if len(found) >= _MOST:
            break
    return tuple(found)


def _unpacked(
    path: Path, file_type: FileType, folder: Path, before: str, depth: int
) -> Iterator[Unpacked]:
    for number, one in enumerate(read_mail(path, file_type).attachments, 1):
        name = f"{before}{one.name}"
        if one.content is None:
            yield Unpacked(name, None)
            continue
        target = folder / f"{depth}-{number}"
        target.write_bytes(one.content)
        yield Unpacked(name, target)
        kind = sniff(target, one.name)
        if kind.kind is FileKind.MAIL and depth < _DEEPEST:
            inner = folder / f"{depth}-{number}.parts"
            inner.mkdir()
            try:
                yield from _unpacked(target, kind, inner, f"{name}/", depth + 1)
            except (NoMail, MailTooLarge, MailTooDeep):
                continue  # it is told of when its file is looked at

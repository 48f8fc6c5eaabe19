"""Looking at a file before it is taken in: what it is, what is wrong, what it seems to be.

``inspect`` opens files that may be hostile, so it is meant to run in a worker process that can be
killed; its argument and its result travel between processes.
"""

import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app.archives import can_expand
from app.errors import FileUnreadable
from app.faults import problem_of_fault
from app.filekind import FileKind, FileType
from app.filetypes import formats, promised, sniff
from app.filetypes.programs import runnable_name
from app.guessing.guess import FileWords, Guess, Guessed, Properties, guess
from app.guessing.web_origins import (
    first_told,
    origin_in_margins,
    origin_in_name,
    origin_of_page,
    origin_of_shortcut,
)
from app.intake.classified import internal_mark
from app.isolation import Fault
from app.not_evidence import not_evidence
from app.paths import extended, own_name
from app.photos.facts import PhotoFacts
from app.problems import NOT_EVIDENCE, Problem, ProblemKind
from app.reading.model import Reading, Unreadable
from app.reading.shortcuts import address_beside, address_in_shortcut
from app.secrecy.marks import Judgement, Spot, Words, judge
from app.workroom import workroom

#: Kinds that become pages of their own; all others get a register sheet.
_PRINTABLE = frozenset(
    {
        FileKind.PDF,
        FileKind.IMAGE,
        FileKind.DRAWING,
        FileKind.OFD,
        FileKind.WORD,
        FileKind.SHEET,
        FileKind.SLIDES,
        FileKind.TEXT,
        FileKind.CSV,
        FileKind.HTML,
        FileKind.MHT,
        FileKind.MAIL,
    }
)
#: Kinds that nobody expects on paper: a register sheet is their proper place.
_REGISTERED = frozenset({FileKind.AUDIO, FileKind.VIDEO})

#: Mails and archives inside each other are followed so far.
_DEEPEST_MAIL = 5
#: What of an archive is unpacked only to be looked at, in bytes.
_MOST_UNPACKED = 1 << 30

_NOTE_OF_SECRECY = re.compile(r"此件(?:不公开|不予公开|依申请公开)")


#: Formats whose words a person typed.
_WITH_WORDS = frozenset({FileKind.WORD, FileKind.SHEET, FileKind.SLIDES})


@dataclass(frozen=True, slots=True)
class InspectionOrder:
    """A file to look at.

    Attributes:
        path: where it lies.
        name: its own name, or its path inside the archive or folder that was handed in.
        today: no document is dated later.
        whole: an archive will not be expanded, so the names inside it are looked at here.
        depth: in how many mails it lies.
    """

    path: Path
    name: str
    today: date
    whole: bool = False
    depth: int = 0

    @property
    def own_name(self) -> str:
        """The file's own name."""
        return own_name(self.name)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found. With a ``classified`` mark, nothing else of the content is passed on.

    ``doubtful`` is a mark that may be one of state secrecy: a person decides before the file is
    copied. ``photo`` is what a photo says of itself.
    """

    file_type: FileType
    size: int
    problems: tuple[Problem, ...] = ()
    guess: Guess = field(default_factory=Guess)
    page_count: int | None = None
    classified: str | None = None
    doubtful: str | None = None
    photo: PhotoFacts | None = None

    @property
    def not_evidence(self) -> Problem | None:
        """Why the file is not taken in at all; nothing else is wrong with it then."""
        return next((one for one in self.problems if one.kind in NOT_EVIDENCE), None)


def inspect(order: InspectionOrder) -> Inspection:
    """Look at a file: type, soundness, marks of secrecy, and what it seems to be.

    Costs milliseconds, some tens of them for a large picture. Nothing is written anywhere, but
    that the attachments of a mail are laid out to be looked at; they go again at once.

    Raises:
        FileUnreadable: the operating system does not let the file be read.
    """
    path, name = extended(order.path), order.own_name
    file_type = sniff(path, name)
    try:
        size = path.stat().st_size
        runs = _leading(path, not_evidence(path, name, file_type))
        reading, trouble = _read(path, file_type, size)
        found = _found(path, file_type, reading) if trouble is None else ()
    except OSError as error:
        raise FileUnreadable(order.path, error.strerror or str(error)) from error
    pages = reading.pages
    found_mark = _mark(order, file_type, reading)
    if found_mark is not None and found_mark.certain:
        return Inspection(file_type, size, classified=found_mark.mark)
    if runs is not None:
        return Inspection(file_type, size, (runs,), Guess())
    return Inspection(
        file_type=file_type,
        size=size,
        problems=(*_problems(name, file_type, reading, trouble, size), *found),
        guess=replace(
            guess(name, pages, reading.properties, order.today, _folder_of(order.name)),
            origin=_origin(path, name, file_type, reading, order.today),
        ),
        page_count=reading.page_count,
        doubtful=found_mark.mark if found_mark is not None else None,
        photo=reading.photo,
    )


#: What a page of the web is kept as: saved, printed or pictured.
_OF_PAGES = frozenset({FileKind.HTML, FileKind.MHT, FileKind.PDF, FileKind.IMAGE})


def _origin(
    path: Path, name: str, file_type: FileType, reading: Reading, today: date
) -> Mapping[str, Guessed]:
    """Where a page of the web seems to have been seen."""
    if file_type.kind not in _OF_PAGES:
        return {}
    return first_told(
        origin_of_page(reading.marks, today) if reading.marks is not None else {},
        origin_in_margins(*reading.edges, today),
        origin_of_shortcut(address_beside(path)),
        origin_in_name(name, today),
    )


def _leading(path: Path, runs: Problem | None) -> Problem | None:
    """What a file is that is no evidence; of a shortcut to the web, where it leads."""
    if runs is None or runs.kind is not ProblemKind.SHORTCUT:
        return runs
    address = address_in_shortcut(path)
    return Problem(ProblemKind.WEB_SHORTCUT, {"address": address}) if address else runs


def find_mark(order: InspectionOrder) -> Judgement | None:
    """Look at a file for marks of state secrecy and nothing else, as ``inspect`` does.

    Raises:
        FileUnreadable: the operating system does not let the file be read.
    """
    path = extended(order.path)
    file_type = sniff(path, order.own_name)
    try:
        reading, _trouble = _read(path, file_type, path.stat().st_size)
    except OSError as error:
        raise FileUnreadable(order.path, error.strerror or str(error)) from error
    return _mark(order, file_type, reading)


def inspect_name_only(order: InspectionOrder, size: int, fault: Fault) -> Inspection:
    """What can be said of a file that stopped the reader: its name, and how it did."""
    name = order.own_name
    expected = promised(name) or formats.UNKNOWN
    file_type = formats.file_type(expected, name)
    named = judge([Words(Spot.NAME, order.name)])
    if named is not None and named.certain:
        return Inspection(file_type, size, classified=named.mark)
    kind = runnable_name(name)
    if kind is not None:
        return Inspection(file_type, size, (Problem(ProblemKind(kind.value)),))
    problem = problem_of_fault(fault, file_type.label, ProblemKind.DAMAGED)
    guessed = guess(name, FileWords(), Properties(), order.today, _folder_of(order.name))
    doubt = named.mark if named is not None else None
    return Inspection(file_type, size, (problem,), guessed, doubtful=doubt)


def _mark(order: InspectionOrder, file_type: FileType, reading: Reading) -> Judgement | None:
    """The gravest mark of state secrecy in a file: its names, all its words, files inside it."""
    from app.mark_search.looking import mark_in  # brings the libraries of all formats

    found = [mark_in(extended(order.path), file_type, order.name)]
    if found[0] is None or not found[0].certain:
        pages = reading.pages
        # What the readers put together once more: a field's result, a part in a foreign format.
        texts = (pages.first, pages.margins, reading.properties.title)
        title = Words(Spot.NAME, reading.properties.title)
        found.append(judge((title, *(Words(Spot.PAGES, text) for text in texts))))
        if order.depth < _DEEPEST_MAIL and file_type.kind is FileKind.MAIL:
            found.append(_mark_in_mail(order, file_type))
        if order.depth < _DEEPEST_MAIL and order.whole and file_type.kind is FileKind.ARCHIVE:
            found.append(_mark_in_archive(order, file_type))
    return _gravest(found)


def _gravest(found: Iterable[Judgement | None]) -> Judgement | None:
    marks = [one for one in found if one is not None]
    return next((one for one in marks if one.certain), marks[0] if marks else None)


def _mark_in_archive(order: InspectionOrder, file_type: FileType) -> Judgement | None:
    """The mark in the names and the files inside an archive that is kept as it is."""
    # The libraries for 7z and RAR take their time to load, and most files are no archives.
    from app.archives import ArchiveLimits, ExpandOrder, Expansion, can_expand, expand
    from app.archives.listing import member_names

    path = extended(order.path)
    names = member_names(path, file_type.media_type)
    found = [judge(Words(Spot.NAME, name) for name in names)]
    if found[0] is not None and found[0].certain:
        return found[0]
    if not can_expand(file_type):
        return found[0] or (_unread(order.name) if order.depth > 0 else None)
    with workroom() as room:
        limits = ArchiveLimits(total_bytes=_MOST_UNPACKED)
        expansion = expand(ExpandOrder(path, order.name, file_type.media_type, room, limits))
        if not isinstance(expansion, Expansion):
            # Nobody could look inside: one that was handed in by itself is told as closed.
            if order.depth > 0:
                found.append(_unread(order.name))
        else:
            found += [Judgement(mark, certain=True) for _, mark in expansion.classified]
            found += [_unread(failed.name) for failed in expansion.failed]
            for member in expansion.members:
                inside = InspectionOrder(
                    member.path, member.name, order.today, whole=True, depth=order.depth + 1
                )
                found.append(_mark_inside(inside))
                if found[-1] is not None and found[-1].certain:
                    break
    return _gravest(found)


def _mark_in_mail(order: InspectionOrder, file_type: FileType) -> Judgement | None:
    """The mark of secrecy that a mail's subject or an attachment bears: the mail holds it."""
    from app.mail.model import NoMail
    from app.mail.opening import MailTooLarge, read_mail

    try:
        mail = read_mail(extended(order.path), file_type)
    except (NoMail, MailTooLarge):
        return _unread(order.name) if order.depth > 0 else None
    texts = [text for part in mail.texts for text in (part.plain, part.html)]
    spoken = (Words(Spot.PAGES, text) for text in (mail.subject, *texts))
    found = [judge((Words(Spot.NAME, mail.subject), *spoken))]
    if (found[0] is not None and found[0].certain) or not mail.enclosures:
        return found[0]
    with workroom() as room:
        part = room / "attachment"
        for one in mail.enclosures:
            part.write_bytes(one.content or b"")
            inside = InspectionOrder(part, one.name, order.today, whole=True, depth=order.depth + 1)
            found.append(_mark_inside(inside))
            if found[-1] is not None and found[-1].certain:
                break
    return _gravest(found)


def _unread(name: str) -> Judgement:
    """What lies in a file and cannot be looked into: a person opens it and decides."""
    return Judgement(f"{own_name(name)[:40]}（打不开）", certain=False)


def _mark_inside(order: InspectionOrder) -> Judgement | None:
    """The mark of a file that lies in another one; what nests too deep is asked about."""
    try:
        return find_mark(order)
    except RecursionError:
        return _unread(order.name)


def _folder_of(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[0].rpartition("/")[2]


def _read(path: Path, file_type: FileType, size: int) -> tuple[Reading, ProblemKind | None]:
    if size == 0:
        return Reading(), ProblemKind.EMPTY_FILE
    # The readers' libraries are slow to load; the process that only orders inspections needs none.
    from app.reading.dispatch import read

    try:
        return read(path, file_type, size), None
    except Unreadable as error:
        return Reading(), error.kind


def _found(path: Path, file_type: FileType, reading: Reading) -> tuple[Problem, ...]:
    """What the finders tell, and rare characters in what only the readers can open.

    Old binary formats and RTF are converted as they are, their private codes too.
    """
    # Loaded only where files are looked at, like the readers.
    from app.findings.looking import find
    from app.rare_characters import RareCharacters

    rare = RareCharacters(mapped=False)
    if file_type.kind in _WITH_WORDS and not zipfile.is_zipfile(path):
        rare.look_through(f"{reading.pages.first}\n{reading.pages.following}")
    return (*find(path, file_type), *rare.problems())


def _problems(
    name: str, file_type: FileType, reading: Reading, trouble: ProblemKind | None, size: int
) -> list[Problem]:
    label = file_type.label
    problems = list(reading.problems)
    expected = promised(name)
    unknown = file_type.media_type == formats.UNKNOWN.media_type
    if trouble is not None:
        problems.append(Problem(trouble, {"label": label} if size else {}))
    elif unknown and expected is not None:
        # What calls itself a PDF and is nothing that we know is a PDF that broke.
        problems.append(Problem(ProblemKind.DAMAGED, {"label": expected.label}))
    elif not file_type.suffix_fits:
        found = {"suffix": formats.suffix_of(name), "label": label}
        problems.append(Problem(ProblemKind.WRONG_SUFFIX, found))
    elif file_type.kind is FileKind.ARCHIVE and can_expand(file_type):
        problems.append(Problem(ProblemKind.ARCHIVE_CLOSED))  # unless it is opened afterwards
    elif file_type.kind is FileKind.ARCHIVE:
        problems.append(Problem(ProblemKind.ARCHIVE_FORMAT_UNKNOWN, {"label": label}))
    elif file_type.kind not in _PRINTABLE | _REGISTERED:
        problems.append(Problem(ProblemKind.UNSUPPORTED, {"label": _shown(label, name)}))
    pages = reading.pages
    mark = internal_mark(name, f"{pages.first}\n{pages.margins}")
    note = _NOTE_OF_SECRECY.search(pages.following)
    if mark or note:
        shown = mark or (note.group(0) if note else "")
        problems.append(Problem(ProblemKind.INTERNAL_MARK, {"mark": shown}))
    return problems


def _shown(label: str, name: str) -> str:
    suffix = formats.suffix_of(name).lstrip(".").upper()
    return f"{suffix} 文件" if label == formats.UNKNOWN.label and suffix else label

"""Which attachments of a mail the dossier lacks; most are bound as parts of its item."""

from collections.abc import Collection
from dataclasses import replace

from app.dossier.gathering.rows import Piece
from app.problems import Problem, ProblemKind

_LEFT = ProblemKind.MAIL_ATTACHMENTS_LEFT


def without_bound(pieces: tuple[Piece, ...], parts: Collection[str]) -> tuple[Piece, ...]:
    """Let mails say only of those attachments that are no ``parts`` of the item that they are left.

    Attachments keep their names as parts, so that names tell which are there; where there are as
    many parts as attachments, all are.
    """
    told = sum(int(note.detail["count"]) for note in _notes(pieces))
    if not told:
        return pieces
    return tuple(replace(piece, notes=_notes_left(piece, parts, told)) for piece in pieces)


def _notes(pieces: tuple[Piece, ...]) -> list[Problem]:
    return [note for piece in pieces for note in piece.notes if note.kind is _LEFT]


def _notes_left(piece: Piece, parts: Collection[str], told: int) -> tuple[Problem, ...]:
    if len(parts) >= told:
        return tuple(note for note in piece.notes if note.kind is not _LEFT)
    return tuple(
        _lacking(note, parts, told) if note.kind is _LEFT else note
        for note in piece.notes
        if note.kind is not _LEFT or not _all_bound(note, parts)
    )


def _all_bound(note: Problem, parts: Collection[str]) -> bool:
    """True if the note names every attachment that it counts, and all are parts."""
    names = str(note.detail["names"]).split("、")
    return len(names) == int(note.detail["count"]) and set(names) <= set(parts)


def _lacking(note: Problem, parts: Collection[str], told: int) -> Problem:
    names = [name for name in str(note.detail["names"]).split("、") if name not in set(parts)]
    count = max(1, min(int(note.detail["count"]), told - len(parts)))
    return Problem(_LEFT, {"count": count, "names": "、".join(names)})

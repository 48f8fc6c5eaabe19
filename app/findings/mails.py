"""Mails: attachments, which are files themselves, and text that cannot be read."""

from collections.abc import Sequence
from pathlib import Path

from app.filekind import FileType
from app.findings.errors import NotLookedThrough
from app.findings.web_pages import problems_of
from app.mail.model import NoMail
from app.mail.opening import MailTooLarge, read_mail
from app.problems import Problem, ProblemKind, listed
from app.webpages.archive import NoPage, SavedPage
from app.webpages.settling import Left, settle


def find_in_mail(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Tell what a mail holds besides its text.

    Its attachments are told of until they are bound as parts of the same item.
    """
    try:
        mail = read_mail(path, file_type)
    except NoMail:
        return ()  # intake and the converter say so
    except MailTooLarge as error:
        raise NotLookedThrough from error
    found: list[Problem] = []
    if mail.locked:
        found.append(Problem(ProblemKind.MAIL_TEXT_LOCKED))
    if mail.attachments:
        found.append(attachments_left([one.name for one in mail.attachments]))
    shown = {name: "data:image/png;base64," for one in mail.pictures for name in one.identifiers}
    for text in mail.texts:
        if not text.html.strip():
            continue
        try:
            left = settle(SavedPage(text.html, pictures=shown)).left
        except NoPage:
            continue
        left.blank = False  # the head of the mail stands above the text
        # Where the plain text is bound, the pictures that came with the other form are missing.
        found += problems_of(left if text.as_html else Left(pictures=left.pictures))
    if mail.cut_off:
        raise NotLookedThrough(tuple(_united(found)))
    return tuple(_united(found))


def attachments_left(attachments: Sequence[str]) -> Problem:
    """The finding that the attachments of these names are not bound."""
    kind = ProblemKind.MAIL_ATTACHMENTS_LEFT
    return Problem(kind, {"count": len(attachments), "names": listed(attachments)})


def _united(found: list[Problem]) -> list[Problem]:
    """Each kind once, with its counts added up."""
    united: dict[ProblemKind, Problem] = {}
    for problem in found:
        before = united.get(problem.kind)
        if before is not None and "count" in problem.detail:
            count = int(before.detail["count"]) + int(problem.detail["count"])
            problem = Problem(problem.kind, {**before.detail, "count": count})
        united[problem.kind] = problem
    return list(united.values())

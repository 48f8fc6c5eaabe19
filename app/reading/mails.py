"""Reading mails: subject, text and date for guesses and for marks of secrecy."""

import re
from pathlib import Path

from app.filekind import FileType
from app.guessing.dates import EARLIEST_YEAR
from app.guessing.guess import Properties
from app.mail.model import Mail, NoMail, Text
from app.mail.opening import MailTooLarge, read_mail
from app.reading.loose import page_reading
from app.reading.model import Reading, Unreadable, paged

_PASSED_ON = re.compile(r"^(?:(?:re|fw|fwd|回复|答复|转发)\s*[:：]\s*)+", re.IGNORECASE)


def read_mail_text(path: Path, file_type: FileType) -> Reading:
    """Read a mail of any format. Raises ``Unreadable``."""
    try:
        mail = read_mail(path, file_type)
    except NoMail as error:
        raise Unreadable from error
    except MailTooLarge:
        return Reading()
    text = "\n".join(_words(text) for text in mail.texts)
    # The subject and the names of attachments count as headings of their own.
    margins = "\n\n".join((mail.subject, *(one.name for one in mail.attachments)))
    title = _PASSED_ON.sub("", mail.subject).strip()
    properties = Properties(title=title, taken_on=_day(mail), titled=bool(title))
    return Reading(paged(text, margins=margins), properties)


def _words(text: Text) -> str:
    """Both forms: a mark of secrecy may stand in one of them only."""
    if not text.html.strip():
        return text.plain
    shown = page_reading(text.html).pages
    return "\n".join(filter(None, (text.plain.strip(), f"{shown.first}{shown.following}".strip())))


def _day(mail: Mail) -> str:
    return mail.sent.date().isoformat() if mail.sent and mail.sent.year >= EARLIEST_YEAR else ""

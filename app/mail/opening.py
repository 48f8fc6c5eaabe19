"""Mails read from their files."""

from pathlib import Path

from app.filekind import FileType
from app.mail.mime import read_mime
from app.mail.model import Mail, NoMail
from app.mail.outlook import read_outlook

OUTLOOK = "application/vnd.ms-outlook"

#: No server takes a mail of half this size.
_LARGEST = 256 * 1024 * 1024


class MailTooLarge(ValueError):
    """The mail is larger than any that can be sent."""


def read_mail(path: Path, file_type: FileType) -> Mail:
    """Read a mail of any format.

    Raises:
        NoMail: it is none, or broken.
        MailTooLarge: it is too large to be read.
        MailTooDeep: mails or parts lie in each other deeper than is followed.
        OSError: the operating system does not let the file be read.
    """
    if path.stat().st_size > _LARGEST:
        raise MailTooLarge
    if file_type.media_type == OUTLOOK:
        return read_outlook(path)
    try:
        return read_mime(path.read_bytes())
    except (LookupError, AttributeError, TypeError) as error:
        # The library stumbles over some mails that were never proper ones.
        raise NoMail from error

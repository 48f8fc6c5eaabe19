"""Reading mails in their usual form (.eml)."""

from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser

from app.mail.headers import addresses, file_name, header, sent_at
from app.mail.model import Mail, MailEnclosure, NoMail, Text
from app.mail.tnef import TNEF_TYPES, NotTnef, read_tnef
from app.webpages.archive import breaks_off
from app.webpages.decoding import decode_declared, decode_page

_HEADS = ("From", "To", "Subject", "Date", "Received", "Content-Type", "Return-Path")
_SIGNATURES = frozenset(
    {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
    }
)
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_PGP = "-----BEGIN PGP MESSAGE-----"

#: Parts and mails may lie in each other so far. Each time that a mail is passed on as an
#: attachment adds two or three levels; the library's own reading and writing needs some
#: five calls a level, of the thousand that Python allows.
DEEPEST = 100


class MailTooDeep(RecursionError):
    """Mails or parts lie in each other deeper than is followed."""


def read_mime(data: bytes) -> Mail:
    """Read a mail.

    Raises:
        NoMail: it has neither head nor parts.
        MailTooDeep: its parts lie in each other deeper than ``DEEPEST``.
    """
    message = _parsed(data)
    if not any(message.get(name) for name in _HEADS):
        raise NoMail
    reader = _Reader()
    texts = tuple(reader.read(message))
    sent, told = sent_at(message)
    return Mail(
        subject=header(message, "Subject"),
        sender=addresses(message, "From") or addresses(message, "Sender"),
        to=addresses(message, "To"),
        cc=addresses(message, "Cc"),
        sent=sent,
        sent_as_told=told,
        texts=texts,
        enclosures=tuple(reader.enclosures),
        signed=reader.signed,
        locked=reader.locked or any(_PGP in text.plain for text in texts),
        cut_off=breaks_off(message),
    )


def _parsed(data: bytes) -> Message:
    try:
        message: Message = BytesParser().parsebytes(data)
    except RecursionError as error:
        raise MailTooDeep from error
    level = [message]
    for _ in range(DEEPEST):
        level = [sub for part in level for sub in _parts_of(part)]
        if not level:
            return message
    raise MailTooDeep


def _parts_of(part: Message) -> list[Message]:
    return (
        [sub for sub in part.get_payload() if isinstance(sub, Message)]
        if part.is_multipart()
        else []
    )


class _Reader:
    """Goes through a mail's parts: yields the text, collects the rest."""

    def __init__(self) -> None:
        self.enclosures: list[MailEnclosure] = []
        self.signed = False
        self.locked = False

    def read(self, part: Message) -> Iterator[Text]:
        kind = part.get_content_type()
        if kind == "message/rfc822":
            self._enclose_mail(part)
        elif kind in _SEALED:
            self.locked = True
        elif part.is_multipart():
            yield from self._read_parts(part, kind)
        elif kind in {"text/plain", "text/html"} and not _is_file(part):
            text = _text_of(part, html=kind == "text/html")
            yield Text(html=text) if kind == "text/html" else Text(plain=text)
        elif kind in _SIGNATURES:
            self.signed = True
        elif kind in TNEF_TYPES:
            yield from self._read_tnef(part)
        else:
            self._enclose(part)

    def _read_parts(self, part: Message, kind: str) -> Iterator[Text]:
        inside = _parts_of(part)
        if kind == "multipart/encrypted":
            self.locked = True
        elif kind == "multipart/alternative":
            forms = [form for sub in inside for form in self.read(sub)]
            plain = "\n".join(form.plain for form in forms if form.plain)
            yield Text(plain, "\n".join(form.html for form in forms if form.html))
        else:
            for sub in inside:
                yield from self.read(sub)

    def _read_tnef(self, part: Message) -> Iterator[Text]:
        content = _content_of(part)
        try:
            text, enclosures = read_tnef(content)
        except NotTnef:
            self._enclose(part)
            return
        self.enclosures += enclosures
        if text is not None:
            yield text

    def _enclose(self, part: Message) -> None:
        identifier = str(part.get("Content-ID", "")).strip(" <>")
        location = str(part.get("Content-Location", "")).strip()
        names = tuple(filter(None, (f"cid:{identifier}" if identifier else "", location)))
        self.enclosures.append(
            MailEnclosure(file_name(part), _content_of(part), part.get_content_type(), names)
        )

    def _enclose_mail(self, part: Message) -> None:
        for mail in _parts_of(part):
            name = file_name(part) or f"{header(mail, 'Subject') or '邮件'}.eml"
            if not name.lower().endswith(".eml"):
                name += ".eml"
            try:
                content = mail.as_bytes()
            except (UnicodeError, LookupError, ValueError, TypeError):
                content = None
            self.enclosures.append(MailEnclosure(name, content, "message/rfc822"))


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(file_name(part))


def _content_of(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text_of(part: Message, *, html: bool) -> str:
    charset = part.get_content_charset()
    content = _content_of(part)
    text = decode_page(content, charset) if html else decode_declared(content, charset)
    return text.replace("\r\n", "\n").replace("\r", "\n")

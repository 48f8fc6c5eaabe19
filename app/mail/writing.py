"""A mail inside another one, written as a file; equal mails give equal bytes."""

from email.encoders import encode_base64
from email.header import Header
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime

from app.mail.model import Mail, MailEnclosure

#: Base64 has no such characters, so the marks never stand inside a part.
_MIXED, _ALTERNATIVE = "=_parts_of_the_mail_=", "=_forms_of_the_text_="


def as_mime(mail: Mail) -> bytes:
    """Write a mail in the form in which mails travel."""
    root = MIMEMultipart("mixed", boundary=_MIXED)
    heads = {"From": mail.sender, "To": mail.to, "Cc": mail.cc, "Subject": mail.subject}
    for name, value in heads.items():
        if value:
            root[name] = Header(" ".join(value.split()), "utf-8").encode()
    root["Date"] = format_datetime(mail.sent) if mail.sent else mail.sent_as_told
    for text in mail.texts:
        forms = MIMEMultipart("alternative", boundary=_ALTERNATIVE)
        for kind, words in (("plain", text.plain), ("html", text.html)):
            if words.strip():
                forms.attach(MIMEText(words, kind, "utf-8"))
        root.attach(forms)
    for enclosure in mail.enclosures:
        root.attach(_part(enclosure))
    return root.as_bytes()


def _part(enclosure: MailEnclosure) -> MIMEBase:
    main, _, sub = enclosure.media_type.partition("/")
    if main in {"message", "multipart", "text"} or not sub:
        main, sub = "application", "octet-stream"
    part = MIMEBase(main, sub)
    part.set_payload(enclosure.content or b"")
    encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", enclosure.name))
    for identifier in enclosure.identifiers:
        if identifier.startswith("cid:"):
            part["Content-ID"] = f"<{identifier[4:]}>"
    return part

"""The page of a mail: its head as a table, then its text with the pictures in it."""

import base64
from pathlib import Path

import lxml.html

from app.conversion.texts.html import printable_page
from app.filekind import FileType
from app.mail.model import Mail, NoMail, Text
from app.mail.opening import read_mail
from app.webpages.archive import NoPage, SavedPage

_STYLE = "table.mail td { padding: 2pt 4pt; vertical-align: top } p { margin: 0 0 4pt 0 }"
_LOCKED = "（正文已加密或封在数字签名里，请看原件。）"
_EMPTY = "（邮件没有正文。）"


def write_mail_page(source: Path, target: Path, file_type: FileType) -> None:
    """Write a mail as a page that is safe to convert.

    Raises:
        NoPage: it is no mail that can be read.
        MailTooLarge: it is too large to be read.
    """
    try:
        mail = read_mail(source, file_type)
    except NoMail as error:
        raise NoPage from error
    target.write_bytes(mail_page(mail))


def mail_page(mail: Mail) -> bytes:
    """Compose the page of a mail."""
    pictures = {
        name: _address(one.content or b"", one.media_type)
        for one in mail.pictures
        for name in one.identifiers
    }
    texts = [text for text in mail.texts if text.plain.strip() or text.html.strip()]
    bodies = "".join(_body(text) for text in texts)
    if not bodies:
        bodies = f"<p>{_LOCKED if mail.locked else _EMPTY}</p>"
    page = f"<html><head><style>{_STYLE}</style></head><body>{bodies}</body></html>"
    return printable_page(SavedPage(page, pictures=pictures), above=_head(mail))


def _head(mail: Mail) -> lxml.html.HtmlElement:
    rows = {
        "主题": mail.subject or "（无主题）",
        "发件人": mail.sender or "（未写明）",
        "收件人": mail.to,
        "抄送": mail.cc,
        "时间": sent_in_words(mail),
        "附件": "、".join(one.name for one in mail.attachments),
        "签名": "有数字签名，验证请用原件" if mail.signed else "",
    }
    block = lxml.html.Element("div")
    table = lxml.html.Element(
        "table", {"class": "mail", "border": "1", "cellspacing": "0", "width": "100%"}
    )
    for name, value in rows.items():
        if not value:
            continue
        row = lxml.html.Element("tr")
        title, cell = (lxml.html.Element("td", width=share) for share in ("12%", "88%"))
        title.text, cell.text = name, _printable(value)
        row.extend((title, cell))
        table.append(row)
    gap = lxml.html.Element("p")
    gap.append(lxml.html.Element("br"))
    block.extend((table, gap))
    return block


def sent_in_words(mail: Mail) -> str:
    """When a mail was sent, by its sender's clock."""
    if mail.sent is None:
        return mail.sent_as_told
    sent = mail.sent
    zone = f"（UTC{sent:%z}）" if sent.tzinfo is not None else ""
    return f"{sent.year}年{sent.month}月{sent.day}日 {sent:%H:%M}{zone}"


def _body(text: Text) -> str:
    if text.as_html:
        # A page inside the page: the parser keeps what is in it and drops its frame.
        return f"<div>{text.html}</div>"
    return "".join(f"<p>{_line(line)}</p>" for line in text.plain.rstrip().split("\n"))


def _line(line: str) -> str:
    words = _printable(line).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    kept = words.lstrip(" \t")
    indent = words[: len(words) - len(kept)].expandtabs(4).replace(" ", "&#160;")
    return (indent + kept) or "<br>"


def _printable(text: str) -> str:
    return "".join(
        character for character in text if character in "\t\n" or character.isprintable()
    )


def _address(content: bytes, media_type: str) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"

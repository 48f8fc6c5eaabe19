"""Mails, as they travel and as Outlook saves them."""

import base64
import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

from tests.support.compound import compound


def mail(
    path: Path,
    text: str = "现将材料报送，请查收。",
    attachments: Sequence[tuple[str, bytes] | EmailMessage] = (),
    *,
    html: str = "",
    pictures: Mapping[str, bytes] | None = None,
    subject: str = "报送材料",
) -> Path:
    """A mail of 9 April 2021; ``pictures`` lie in it by their identifiers."""
    message = message_of(text, attachments, html=html, pictures=pictures, subject=subject)
    path.write_bytes(message.as_bytes())
    return path


def message_of(
    text: str = "现将材料报送，请查收。",
    attachments: Sequence[tuple[str, bytes] | EmailMessage] = (),
    *,
    html: str = "",
    pictures: Mapping[str, bytes] | None = None,
    subject: str = "报送材料",
) -> EmailMessage:
    """A mail that may be put into another."""
    message = EmailMessage()
    message["From"] = "县司法局 <a@example.invalid>"
    message["To"] = "创建办 <b@example.invalid>"
    message["Subject"] = subject
    message["Date"] = "Fri, 09 Apr 2021 10:00:00 +0800"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
        for identifier, data in (pictures or {}).items():
            message.get_payload()[1].add_related(data, "image", "png", cid=f"<{identifier}>")
    for one in attachments:
        if isinstance(one, EmailMessage):
            message.add_attachment(one)
        else:
            message.add_attachment(one[1], "application", "octet-stream", filename=one[0])
    return message


def chinese_mail(
    path: Path, subject: str, text: str, attachment: tuple[str, bytes], *, cut: int = 13
) -> Path:
    """A mail as programs in China write it: GBK called GB2312, and words cut inside a character."""

    def word(data: bytes) -> str:
        return f"=?GB2312?B?{base64.b64encode(data).decode()}?="

    raw, name = subject.encode("gbk"), word(attachment[0].encode("gbk"))
    lines = [
        f"From: {word('县司法局'.encode('gbk'))}<a@example.invalid>",
        f"To: {word('创建办'.encode('gbk'))} <b@example.invalid>, c@example.invalid",
        f"Subject: {word(raw[:cut])}",
        f" {word(raw[cut:])}",
        "Date: Fri, 9 Apr 2021 10:00:00 +0800 (CST)",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="b"',
        "",
        "--b",
        "Content-Type: text/plain; charset=gb2312",
        "Content-Transfer-Encoding: base64",
        "",
        base64.encodebytes(text.encode("gbk")).decode(),
        "--b",
        f'Content-Type: application/octet-stream; name="{name}"',
        f'Content-Disposition: attachment; filename="{name}"',
        "Content-Transfer-Encoding: base64",
        "",
        base64.encodebytes(attachment[1]).decode(),
        "--b--",
        "",
    ]
    path.write_bytes("\r\n".join(lines).encode("ascii"))
    return path


def outlook_mail(
    path: Path,
    *,
    subject: str = "报送材料",
    text: str = "现将材料报送，请查收。",
    html: str = "",
    kind: str = "IPM.Note",
    attachments: Sequence[tuple[str, bytes, str]] = (),
    inside: str = "",
    rtf: bytes = b"",
) -> Path:
    """A .msg; attachments are (name, content, identifier), ``inside`` a mail's subject."""
    sent = datetime(2021, 4, 9, 2, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)
    streams = _texts("", {0x001A: kind, 0x0037: subject, 0x1000: text, 0x0C1A: "县司法局"})
    streams |= _texts("", {0x5D01: "a@example.invalid", 0x0E04: "创建办; 法制科"})
    streams["__properties_version1.0"] = (
        bytes(32)
        + struct.pack("<HHIQ", 0x40, 0x0039, 6, int(sent.total_seconds() * 10_000_000))
        + struct.pack("<HHIQ", 0x03, 0x3FFD, 6, 936)
    )
    if html:
        streams["__substg1.0_10130102"] = html.encode("gbk")
    if rtf:
        streams["__substg1.0_10090102"] = rtf
    for number, (name, content, identifier) in enumerate(attachments):
        at = f"__attach_version1.0_#{number:08X}/"
        streams |= _texts(at, {0x3707: name, 0x3712: identifier})
        streams[f"{at}__substg1.0_37010102"] = content
    if inside:
        at = f"__attach_version1.0_#{len(attachments):08X}/"
        streams |= _texts(at, {0x3001: inside})
        embedded = f"{at}__substg1.0_3701000D/"
        streams[f"{embedded}__properties_version1.0"] = bytes(24)
        streams |= _texts(embedded, {0x0037: inside, 0x1000: "内层正文"})
    return compound(path, streams)


def _texts(at: str, values: Mapping[int, str]) -> dict[str, bytes]:
    return {
        f"{at}__substg1.0_{number:04X}001F": value.encode("utf-16-le")
        for number, value in values.items()
        if value
    }


def tnef(text: str, name: str, content: bytes) -> bytes:
    """A winmail.dat with a text and a file whose long name is in its properties."""
    wide = name.encode("utf-16-le") + b"\0\0"
    properties = struct.pack("<IHHII", 1, 0x1F, 0x3707, 1, len(wide)) + wide
    properties += bytes(-len(wide) % 4)
    parts = (
        (1, 0x0002800C, text.encode("gbk") + b"\0"),
        (2, 0x00069002, bytes(14)),
        (2, 0x00018010, b"ATT1~1.DOC\0"),
        (2, 0x0006800F, content),
        (2, 0x00069005, properties),
    )
    return struct.pack("<IH", 0x223E9F78, 1) + b"".join(
        struct.pack("<BII", level, attribute, len(value))
        + value
        + struct.pack("<H", sum(value) % 65536)
        for level, attribute, value in parts
    )

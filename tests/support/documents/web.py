"""Saved web pages."""

import email.message
import io
from pathlib import Path

from tests.support.documents.office import text
from tests.support.documents.pictures import picture


def html(path: Path, body: str = "<h1>网页</h1><p>法治政府建设</p>", head: str = "") -> Path:
    """A web page in UTF-8."""
    page = (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'
    )
    return text(path, page)


def mht(
    path: Path,
    body: str = '<p>网页存档</p><img src="http://example.invalid/a.png">',
    framed: str = "",
) -> Path:
    """A saved web page with one picture inside it, and perhaps a framed page (cid:inner)."""
    message = email.message.EmailMessage()
    message["Subject"] = "网页存档"
    message.set_content(f"<html><body>{body}</body></html>", subtype="html", charset="gb18030")
    message["Content-Location"] = "http://example.invalid/index.html"
    message.make_related()
    buffer = io.BytesIO()
    picture((80, 60)).save(buffer, "PNG")
    message.add_related(
        buffer.getvalue(),
        "image",
        "png",
        headers=["Content-Location: http://example.invalid/a.png"],
    )
    if framed:
        message.add_related(
            framed,
            subtype="html",
            cid="<inner>",
            headers=["Content-Location: http://example.invalid/inner.html"],
        )
    path.write_bytes(message.as_bytes())
    return path

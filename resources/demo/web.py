"""What a search on a government's web site leaves: a saved page, an archived page, a screenshot."""

import base64
import io
import quopri
from html import escape
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from resources.demo.content import COUNTY, NOTE, Letter
from resources.demo.page import font_path, wrap

BLUE, GREY = (24, 82, 150), (110, 110, 110)
#: A long page: where its list begins, and the room of an entry.
LONG_HEAD, LONG_STEP = 520, 220
BOUNDARY = "----=_示例".encode().hex()


def letter_html(
    path: Path, letter: Letter, encoding: str = "utf-8", *, address: str = "", saved: str = ""
) -> None:
    """A page as a browser saves it; with a moment, as an extension does that notes it."""
    note = f"<!-- saved from url=({len(address):04}){address} -->\n" if address else ""
    if saved:
        note = f"<!--\n Page saved with SingleFile\n url: {address}\n saved date: {saved}\n-->\n"
    path.write_bytes((note + _page(letter, encoding)).encode(encoding))


def letter_mht(path: Path, letter: Letter) -> None:
    """A page with its picture in one file (MIME HTML)."""
    image = Image.new("RGB", (640, 80), BLUE)
    face = ImageFont.truetype(str(font_path("hei")), 36)
    draw = ImageDraw.Draw(image)
    draw.text((24, 40), f"{COUNTY}人民政府", font=face, fill=(255, 255, 255), anchor="lm")
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    html = _page(letter, "utf-8", '<img src="http://www.example.invalid/banner.png">')
    lines = [
        "From: <Saved by demonstration>",
        "Subject: =?utf-8?B?" + base64.b64encode(letter.title.encode()).decode() + "?=",
        "Date: Mon, 10 May 2021 09:00:00 +0800",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/related; type="text/html"; boundary="{BOUNDARY}"',
        "",
        f"--{BOUNDARY}",
        'Content-Type: text/html; charset="utf-8"',
        "Content-Transfer-Encoding: quoted-printable",
        "Content-Location: http://www.example.invalid/page.html",
        "",
        quopri.encodestring(html.encode()).decode("ascii"),
        f"--{BOUNDARY}",
        "Content-Type: image/png",
        "Content-Transfer-Encoding: base64",
        "Content-Location: http://www.example.invalid/banner.png",
        "",
        base64.encodebytes(buffer.getvalue()).decode("ascii"),
        f"--{BOUNDARY}--",
        "",
    ]
    path.write_text("\r\n".join(lines).replace("\r\r\n", "\r\n"), encoding="ascii", newline="")


def screenshot(path: Path, letter: Letter, address: str) -> None:
    """A window of a browser that shows the page, with address bar and time."""
    image = Image.new("RGB", (1440, 1000), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1440, 76), fill=(222, 226, 232))
    draw.rounded_rectangle((150, 20, 1290, 58), 18, fill=(255, 255, 255))
    for number, tint in enumerate(((236, 106, 94), (244, 190, 79), (97, 197, 84))):
        draw.ellipse((24 + number * 34, 28, 46 + number * 34, 50), fill=tint)
    _say(draw, 176, 39, address, "song", 20, GREY)
    draw.rectangle((0, 76, 1440, 196), fill=BLUE)
    _say(draw, 90, 138, f"{COUNTY}人民政府门户网站", "title", 46, (255, 255, 255))
    _say(draw, 1060, 138, "首页    政务公开    办事服务", "hei", 22, (226, 236, 248))
    _say(draw, 90, 230, "当前位置：首页 > 政务公开 > 政策文件", "song", 20, GREY)
    y = 296
    for part in wrap(letter.title, "title", 32, 430):
        _say(draw, 120, y, part, "title", 32, (30, 30, 30))
        y += 50
    day = letter.day.isoformat()
    _say(draw, 120, y + 4, f"发布时间：{day}    来源：{letter.issuer}", "song", 20, GREY)
    draw.line((120, y + 34, 1320, y + 34), fill=(210, 210, 210), width=2)
    y += 70
    for paragraph in letter.body:
        for number, part in enumerate(wrap(paragraph, "song", 22, 410, 16)):
            if y > 930:
                break
            _say(draw, 164 if number == 0 else 120, y, part, "song", 22, (40, 40, 40))
            y += 40
    _say(draw, 90, 972, f"{NOTE}  截图时间：{day} 10:20", "song", 18, GREY)
    image.save(path, "PNG")


def long_screenshot(
    path: Path, column: str, entries: tuple[tuple[str, str], ...], address: str
) -> None:
    """The whole of a long page as a telephone saves it: one picture, five times as tall as wide."""
    height = LONG_HEAD + len(entries) * LONG_STEP + 160
    image = Image.new("RGB", (1080, height), (255, 255, 255))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1080, 110), fill=(240, 242, 245))
    _say(draw, 40, 56, address, "song", 30, GREY)
    draw.rectangle((0, 110, 1080, 270), fill=BLUE)
    _say(draw, 40, 190, f"{COUNTY}人民政府门户网站", "title", 56, (255, 255, 255))
    _say(draw, 40, 330, f"当前位置：首页 > {column}", "song", 30, GREY)
    _say(draw, 40, 420, f"{column}（共{len(entries)}件）", "title", 48, (30, 30, 30))
    for number, (title, told) in enumerate(entries):
        y = LONG_HEAD + number * LONG_STEP
        for row, part in enumerate(wrap(title, "song", 36, 350)):
            _say(draw, 40, y + row * 56, part, "song", 36, (30, 30, 30))
        _say(draw, 40, y + 130, told, "song", 28, GREY)
        draw.line((40, y + 176, 1040, y + 176), fill=(225, 225, 225), width=2)
    _say(draw, 40, height - 70, NOTE, "song", 30, GREY)
    image.quantize(32, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, "PNG")


def _say(
    draw: ImageDraw.ImageDraw,
    x: int,
    y: int,
    text: str,
    face: str,
    size: int,
    colour: tuple[int, int, int],
) -> None:
    font = ImageFont.truetype(str(font_path(face)), size)
    draw.text((x, y), text, font=font, fill=colour, anchor="lm")


def _page(letter: Letter, encoding: str, banner: str = "") -> str:
    paragraphs = "\n".join(f"<p>{escape(text)}</p>" for text in letter.body)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="{encoding}">\n'
        f"<title>{escape(letter.title)} - {COUNTY}人民政府</title>\n"
        f'<meta name="SiteName" content="{COUNTY}人民政府门户网站">\n'
        f'<meta name="ColumnName" content="政策文件">\n'
        f'<meta name="PubDate" content="{letter.day.isoformat()} 10:00">\n'
        "<style>body{font-family:宋体,serif;margin:2em}h1{text-align:center}"
        "p{text-indent:2em;line-height:1.8}</style></head>\n"
        f"<body>{banner}<h1>{escape(letter.title)}</h1>\n"
        f"<p>发布时间：{letter.day.isoformat()}　来源：{escape(letter.issuer)}</p>\n"
        f"{paragraphs}\n<p>{NOTE}</p></body></html>\n"
    )

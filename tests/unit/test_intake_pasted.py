"""Pictures from the clipboard: bitmaps without a head, pictures in HTML, names of files."""

import base64
import io
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from app.guessing.titles import is_described
from app.intake.pasted import bitmap_file, pasted_name, pictures_in_html, suffix_of

NOW = datetime(2021, 5, 6, 14, 30, 12)


def picture(form, mode="RGB", size=(7, 5)):
    stream = io.BytesIO()
    Image.new(mode, size, 3).save(stream, form)
    return stream.getvalue()


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA"])
def test_a_bitmap_of_the_clipboard_becomes_a_file(mode):
    whole = picture("BMP", mode)
    mended = bitmap_file(whole[14:])
    assert mended == whole
    with Image.open(io.BytesIO(mended)) as image:
        assert image.size == (7, 5)
        image.load()


@pytest.mark.parametrize("junk", [b"", b"BM"[:1], b"\0" * 40, b"(\0\0\0" + b"\xff" * 60, b"x" * 13])
def test_what_is_no_bitmap_gives_nothing(junk):
    assert bitmap_file(junk) == b""


@pytest.mark.parametrize(
    ("form", "suffix"),
    [("PNG", ".png"), ("JPEG", ".jpg"), ("GIF", ".gif"), ("BMP", ".bmp"), ("WEBP", ".webp")],
)
def test_the_suffix_follows_the_content(form, suffix):
    assert suffix_of(picture(form)) == suffix


def test_pictures_of_html():
    png = picture("PNG")
    written = base64.b64encode(png).decode()
    found = pictures_in_html(
        f'<p>看<img alt="县政府网站公开页" src="data:image/png;base64,{written}">'
        '<IMG SRC="file:///tmp/a%20b.png"><img src="https://example.com/x.png">'
        '<img src="data:image/png;base64,@@"><img src="file://server/share/c.png">'
    )
    assert found.contents == ((png, "县政府网站公开页"),)
    assert found.files == (Path("/tmp/a b.png"),)
    assert found.elsewhere == 3
    assert found.only_words == ""
    assert pictures_in_html('<img src="x" alt="公开页">').only_words == "公开页"


def test_a_name_says_when_it_was_pasted_and_is_no_title():
    name = pasted_name(NOW, ".png", ())
    assert name == "截图 2021-05-06 143012.png"
    assert not is_described(name)
    assert pasted_name(NOW, ".png", {name}) == "截图 2021-05-06 143012 (2).png"
    assert pasted_name(NOW, ".png", (), "image") == name
    assert pasted_name(NOW, ".jpg", (), " 权责清单公开页/一 ") == "权责清单公开页／一.jpg"


@pytest.mark.parametrize(
    "title",
    [
        "IMG_0231",
        "IMG_0231.JPG",
        "QQ截图20210506143012",
        "微信图片_20210506143012",
        "扫描件001",
        "扫描_20210506 (2)",
        "新建 Microsoft Word 文档",
        "新建 Microsoft Word 文档 (3).docx",
        "企业微信截图_16202788345670",
        "Screenshot_20210506_143012_com.tencent.mm",
        "mmexport1620278834567.jpg",
        "截图 2021-05-06 143012",
        "20210506",
        "1",
        "",
        "　",
    ],
)
def test_what_a_machine_called_it_describes_nothing(title):
    assert not is_described(title)


@pytest.mark.parametrize(
    "title",
    [
        "关于开展行政执法案卷评查工作的通知",
        "权责清单公开页截图",
        "2021年度案卷评查现场照片",
        "行政复议应诉培训扫描件",
        "签到表",
        "ISO9001认证证书",
    ],
)
def test_what_people_call_it_does(title):
    assert is_described(title)

import lxml.html
import pytest

from app.conversion.html import NoPage, printable_page, write_printable_page
from tests.support import documents

HOSTILE = """<?xml version="1.0" encoding="gbk"?>
<html><head><title>题</title><base href="http://evil.invalid/">
<link rel=stylesheet href=//x.invalid/a.css>
<style>@import url(http://x.invalid/b.css); p {background: url('http://x.invalid/c.png')}</style>
<script>alert(1)</script><meta http-equiv=refresh content="0;url=http://x.invalid"></head>
<body onload="steal()"><h1>标题</h1>
<p style="background:url(file:///C:/x.png);color:red">正文
<img src="http://x.invalid/p.png" alt="图">
<img src="file:///etc/passwd"><img src="data:image/png;base64,AAAA">
<a href="javascript:alert(1)">甲</a><a href="https://www.gov.cn/">乙</a>
<iframe src="http://x.invalid"></iframe><object data="x.swf"></object>
<form action="http://x.invalid"><p>表内文字<input value="x"></form>
<!--[if gte mso 9]><xml/><![endif]--></body></html>"""


def page_of(text: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(printable_page(text, {}))


def test_nothing_runs_and_nothing_is_fetched():
    data = printable_page(HOSTILE, {}).decode()
    for word in ("invalid", "script", "file:", "onload", "iframe", "object", "refresh", "mso"):
        assert word not in data.lower(), word


def test_what_is_read_stays():
    page = page_of(HOSTILE)
    words = "".join(page.text_content().split())
    assert "标题" in words
    assert "正文" in words
    assert "表内文字" in words
    assert [a.get("href") for a in page.iter("a")] == [None, "https://www.gov.cn/"]
    assert [img.get("src") for img in page.iter("img")] == [
        None,
        None,
        "data:image/png;base64,AAAA",
    ]
    assert next(page.iter("img")).get("alt") == "图"
    assert "color:red" in next(page.iter("p")).get("style")


def test_screen_widths_do_not_reach_paper():
    page = page_of(
        "<table width=2000><tr><td width='900px'>甲</td></tr></table>"
        "<img width=1500 height=900 src=data:image/png;base64,AA><p style='width:3000px'>乙</p>"
    )
    assert next(page.iter("table")).get("width") == "100%"
    assert next(page.iter("img")).get("width") == "620"
    assert next(page.iter("img")).get("height") is None
    assert "3000" not in (next(page.iter("p")).get("style") or "")


@pytest.mark.parametrize("text", ["", "   ", "<!-- only -->"])
def test_empty_pages_are_named(text):
    with pytest.raises(NoPage):
        printable_page(text, {})


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gbk"), ("utf-8", "utf-8"), (None, "gb18030"), (None, "utf-16"), ("utf-8", "gbk")],
)
def test_chinese_is_read_whatever_is_declared(tmp_path, declared, encoding):
    meta = f'<meta charset="{declared}">' if declared else ""
    path = documents.text(
        tmp_path / "a.html",
        f"<html><head>{meta}</head><body><p>朱镕基，法治政府建设</p></body></html>",
        encoding,
    )
    write_printable_page(path, tmp_path / "b.html", archive=False)
    assert "朱镕基，法治政府建设" in (tmp_path / "b.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["http://example.invalid/a.png", "a.png"])
def test_archive_brings_its_pictures(tmp_path, address):
    path = documents.mht(tmp_path / "a.mht", f'<p>网页存档</p><img src="{address}">')
    write_printable_page(path, tmp_path / "b.html", archive=True)
    page = lxml.html.document_fromstring((tmp_path / "b.html").read_bytes())
    assert next(page.iter("img")).get("src").startswith("data:image/png;base64,")
    assert "网页存档" in page.text_content()


def test_archive_without_a_page_is_named(tmp_path):
    path = documents.text(tmp_path / "a.mht", "MIME-Version: 1.0\nContent-Type: text/plain\n\nx")
    with pytest.raises(NoPage):
        write_printable_page(path, tmp_path / "b.html", archive=True)

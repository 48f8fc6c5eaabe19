import base64
import contextlib
import io

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.conversion.texts.html import printable_page, write_printable_page
from app.webpages.archive import NoPage, SavedPage
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
    return lxml.html.document_fromstring(printable_page(SavedPage(text)))


def test_nothing_runs_and_nothing_is_fetched():
    data = printable_page(SavedPage(HOSTILE)).decode()
    for word in ("invalid", "script", "file:", "onload", "iframe", "object", "refresh", "mso"):
        assert word not in data.lower(), word


def test_what_is_read_stays():
    page = page_of(HOSTILE)
    words = "".join(page.text_content().split())
    assert "标题" in words
    assert "正文" in words
    assert "表内文字" in words
    assert [a.get("href") for a in page.iter("a")] == [None, "https://www.gov.cn/"]
    assert [img.get("src") for img in page.iter("img")] == ["data:image/png;base64,AAAA"]
    assert words.count("［缺图］") == 2
    assert "［缺图］图" in words
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
        printable_page(SavedPage(text))


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


def pictures_of(page: lxml.html.HtmlElement) -> list[Image.Image]:
    """The pictures that lie in a page."""
    found = []
    for image in page.iter("img"):
        data = image.get("src").partition(",")[2]
        found.append(Image.open(io.BytesIO(base64.b64decode(data))))
    return found


def address_of(image: Image.Image, kind: str = "png", **options: object) -> str:
    buffer = io.BytesIO()
    image.save(buffer, kind.upper(), **options)
    return f"data:image/{kind};base64,{base64.b64encode(buffer.getvalue()).decode()}"


def test_what_scripts_would_have_shown_is_printed():
    page = page_of(
        "<style>#js_content{visibility:hidden;color:red}</style>"
        '<div id="js_content" style="visibility: hidden; opacity: 0; "><p>正文</p></div>'
    )
    data = lxml.html.tostring(page).decode()
    assert "visibility" not in data
    assert "opacity" not in data
    assert "color:red" in data


def test_white_words_on_dark_ground_are_read_on_paper():
    page = page_of(
        '<table bgcolor="#000080"><tr><td style="background:#000;color:#fff">甲</td>'
        '<td style="background-color:#ffe;color:#c00"><font color="white">乙</font></td>'
        "</tr></table>"
    )
    first, second = page.iter("td")
    assert not (first.get("style") or "").strip()
    assert second.get("style") == "background-color:#ffe;color:#c00"
    assert next(page.iter("table")).get("bgcolor") is None
    assert next(page.iter("font")).get("color") is None


def test_fields_show_what_was_entered():
    page = page_of(
        '<form>姓名<input value="张三"><input type="checkbox" checked><input type="radio">'
        "<select><option>一局</option><option selected>二局</option></select>"
        '<textarea>同意</textarea><input type="hidden" value="秘"></form>'
    )
    assert page.text_content().strip() == "姓名张三☑○二局同意"


def test_drawing_becomes_a_picture_that_fetches_nothing():
    page = page_of(
        '<p>图</p><svg width="300" height="150" viewBox="0 0 300 150"><text>字</text>'
        '<image href="http://evil.invalid/a.png"/><script>1</script></svg>'
    )
    image = next(page.iter("img"))
    drawing = base64.b64decode(image.get("src").partition(",")[2]).decode()
    assert image.get("width") == "300"
    assert 'viewBox="0 0 300 150"' in drawing
    assert "字" in drawing
    assert "evil" not in drawing
    assert "script" not in drawing


def test_frames_of_an_archive_stand_where_they_were(tmp_path):
    path = documents.mht(
        tmp_path / "a.mht",
        '<p>前</p><iframe src="cid:inner"></iframe><p>后</p>',
        framed='<p>内</p><img src="a.png">',
    )
    write_printable_page(path, tmp_path / "b.html", archive=True)
    page = lxml.html.document_fromstring((tmp_path / "b.html").read_bytes())
    assert "".join(page.text_content().split()) == "前内后"
    assert len(pictures_of(page)) == 1


def test_pictures_fit_the_paper_and_stand_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = address_of(Image.new("RGB", (60, 40)), "jpeg", exif=exif)
    wide = address_of(Image.new("RGB", (2400, 800)))
    page = page_of(f'<img src="{turned}"><img src="{wide}">')
    assert [image.size for image in pictures_of(page)] == [(40, 60), (2400, 800)]
    sizes = [(image.get("width"), image.get("height")) for image in page.iter("img")]
    assert sizes == [("40", "60"), ("620", "207")]


def test_long_picture_is_cut_into_pieces_that_fit():
    page = page_of(f'<p>前</p><img src="{address_of(documents.long_screenshot((600, 6000)))}">')
    heights = [int(image.get("height")) for image in page.iter("img")]
    assert len(heights) > 5
    assert max(heights) <= 880
    assert 6000 <= sum(image.height for image in pictures_of(page)) < 6300


def test_browsers_utf8_is_read_though_the_page_declares_gbk(tmp_path):
    text = (
        '<html><head><meta charset="gb2312"></head><body><p>法治政府建设示范创建</p></body></html>'
    )
    path = documents.text(tmp_path / "a.html", text, "utf-8")
    write_printable_page(path, tmp_path / "b.html", archive=False)
    assert "法治政府建设示范创建" in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_very_deep_pages_are_printed():
    data = printable_page(SavedPage("<div>" * 1500 + "<p>深处</p>"))
    assert "深处" in data.decode()


_PIECES = st.sampled_from(
    [
        *(f"<{tag} {more}>" for tag in (
            "svg", "foreignObject", "iframe", "frame", "frameset", "noframes", "noscript", "img",
            "object", "embed", "canvas", "select", "option", "input", "textarea", "table", "td",
            "video", "script", "style", "div", "p", "base", "body", "html",
        ) for more in ("", 'src="a.png"', 'srcdoc="<p>x"', 'style="display:none"', "checked")),
        *(f"</{tag}>" for tag in ("svg", "foreignObject", "object", "table", "div", "noscript")),
        "文字", "<!--c-->", "<?pi x?>", "<![CDATA[x]]>",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=30))
def test_any_heap_of_tags_is_printed_or_named(pieces):
    with contextlib.suppress(NoPage):
        page = page_of("".join(pieces))
        # Behind an open <style> tags are mere words.
        assert not any("a.png" in value for each in page.iter() for value in each.attrib.values())


def test_what_stands_behind_an_empty_element_stays():
    page = page_of(
        f'<picture><source srcset="a.webp"><img src="{address_of(Image.new("RGB", (9, 9)))}">'
        "</picture><embed src=a.swf><p>甲<wbr>乙<track>丙</p><source><keygen>丁"
    )
    assert "".join(page.text_content().split()) == "［音视频］甲乙丙丁"
    assert len(pictures_of(page)) == 1


def test_control_characters_are_left_out():
    page = page_of('<p>甲\x01乙</p><img src="data:image/png;base64,AA\x08AA" alt="\x0b">')
    assert "".join(page.text_content().split()) == "甲乙"
    assert next(page.iter("img")).get("src") == "data:image/png;base64,AAAA"

"""Where a page was seen, read from what browsers, sites and people leave in files."""

import plistlib
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from app.guessing.guess import Guess, GuessSource
from app.guessing.web_origins import origin_in_margins, origin_in_name
from app.intake.inspection import InspectionOrder, inspect
from app.problems import ProblemKind
from app.reading.shortcuts import address_in_shortcut
from app.typesetting.fonts import SERIF, load_font
from tests.support import documents

TODAY = date(2026, 12, 1)
ADDRESS = "https://www.shili.gov.cn/zwgk/202104/t20210409_1.html?id=7"
WORDS = "<body><h1>示例县行政执法公示清单</h1><p>正文</p></body>"


def local(iso: str) -> str:
    return datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%dT%H:%M")


def found_in(path, name=""):
    guess = inspect(InspectionOrder(path, name or path.name, TODAY)).guess
    return {key: guessed.value for key, guessed in guess.origin.items()}


def page(head: str, before: str = "") -> str:
    return f'<!DOCTYPE html>{before}<html><head><meta charset="utf-8">{head}</head>{WORDS}</html>'


GOVERNMENT = page(
    "<title>示例县行政执法公示清单_政务公开_示例县人民政府</title>"
    '<meta name="SiteName" content="示例县人民政府门户网站">'
    '<meta name="SiteDomain" content="www.shili.gov.cn">'
    '<meta name="ColumnName" content="行政执法公示">'
    '<meta name="ArticleTitle" content="示例县行政执法公示清单（2021年版）">'
    '<meta name="PubDate" content="2021-04-09 15:30">'
    '<meta name="ContentSource" content="示例县司法局">'
    '<meta name="Url" content="/zwgk/t1.html">'
)


def test_a_site_of_the_government_says_site_section_and_day(tmp_path):
    path = documents.text(tmp_path / "公示.html", GOVERNMENT)
    assert found_in(path) == {
        "site": "示例县人民政府门户网站",
        "section": "行政执法公示",
        "published_on": "2021-04-09",
    }
    guess = inspect(InspectionOrder(path, path.name, TODAY)).guess
    assert guess.title.value == "示例县行政执法公示清单（2021年版）"
    assert guess.issuer.value == "示例县司法局"
    assert {one.source for one in guess.origin.values()} == {GuessSource.WEB_FILE}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_edge_and_chrome_note_where_a_page_was_saved_from(tmp_path, encoding):
    note = (
        f"\r\n<!-- saved from url=({len(ADDRESS):04})" + ADDRESS.replace("&", "&amp;") + " -->\r\n"
    )
    head = "<title>公示清单 - 示例县司法局</title>"
    text = page(head, note).replace("utf-8", encoding)
    path = documents.text(tmp_path / "公示.htm", text, encoding)
    assert found_in(path) == {"address": ADDRESS, "site": "示例县司法局"}


def test_single_file_notes_address_and_moment(tmp_path):
    moment = "Fri Apr 09 2021 15:30:12 GMT+0800 (中国标准时间)"
    lines = ("<!--", " Page saved with SingleFile ", f" url: {ADDRESS} ", f" saved date: {moment}")
    note = "\n".join((*lines, "-->"))
    path = documents.text(tmp_path / "公示.html", page("<title>公示清单</title>", note))
    assert found_in(path) == {
        "address": ADDRESS,
        "looked_up_at": local("2021-04-09T15:30:12+08:00"),
    }


@pytest.mark.parametrize(
    "head",
    [
        f'<link rel="canonical" href="{ADDRESS}">',
        f'<meta property="og:url" content="{ADDRESS}">',
    ],
)
def test_what_the_site_calls_the_page_itself(tmp_path, head):
    path = documents.text(tmp_path / "公示.html", page(head))
    assert found_in(path) == {"address": ADDRESS}


def test_addresses_of_the_own_disk_and_of_scripts_are_none(tmp_path):
    for number, wrong in enumerate(("file:///C:/公示.html", "about:internet", "/zwgk/1.html")):
        note = f"<!-- saved from url=(0014){wrong} -->"
        path = documents.text(tmp_path / f"{number}.html", page("<title>公示清单</title>", note))
        assert found_in(path) == {}


def test_an_article_of_a_public_account_names_the_account(tmp_path):
    article = (
        '<h1 id="activity-name">民法典宣传月</h1><span id="js_name"> 示例普法 </span>'
        '<em id="publish_time">2021-05-20</em>'
    )
    path = documents.text(tmp_path / "文章.html", page("") + article)
    assert found_in(path) == {"site": "示例普法（微信公众号）", "published_on": "2021-05-20"}


def archive(**head: str) -> bytes:
    message = EmailMessage()
    for name, value in head.items():
        message[name.replace("_", "-")] = value
    message.set_content(page("<title>公示</title>"), subtype="html")
    message.make_related()
    message.get_payload()[0]["Content-Location"] = ADDRESS
    return bytes(message)


def test_an_archive_of_chrome_says_address_and_moment(tmp_path):
    path = tmp_path / "公示.mhtml"
    path.write_bytes(
        archive(
            From="<Saved by Blink>",
            Snapshot_Content_Location=ADDRESS,
            Subject="示例县行政执法公示清单_示例县人民政府",
            Date="Fri, 9 Apr 2021 07:30:12 -0000",
        )
    )
    assert found_in(path) == {
        "address": ADDRESS,
        "looked_up_at": local("2021-04-09T07:30:12+00:00"),
    }


@pytest.mark.parametrize(
    "moment", ["", "never", "Fri, 99 Apr 2021 07:30:12 +0000", "Mon, 1 Jan 2999"]
)
def test_a_date_that_is_none_is_left_out(tmp_path, moment):
    path = tmp_path / "公示.mht"
    head = f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {ADDRESS}\r\nDate: {moment}\r\n"
    path.write_bytes(head.encode() + archive())
    assert found_in(path) == {"address": ADDRESS}


# --- shortcuts -----------------------------------------------------------------------------------

URL_FILE = (
    "[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n"
    f"[InternetShortcut]\r\nIDList=\r\nURL={ADDRESS}\r\n"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("公示.url", URL_FILE.encode()),
        ("公示.url", ("[InternetShortcut]\r\nURL=" + ADDRESS + "#公示\r\n").encode("gbk")),
        ("公示.url", b"\xff\xfe" + URL_FILE.encode("utf-16-le")),
        ("公示.webloc", plistlib.dumps({"URL": ADDRESS})),
        ("公示.webloc", plistlib.dumps({"URL": ADDRESS}, fmt=plistlib.FMT_BINARY)),
        ("公示.desktop", f"[Desktop Entry]\nType=Link\nURL={ADDRESS}\n".encode()),
    ],
)
def test_a_shortcut_is_no_evidence_but_tells_its_address(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    assert address_in_shortcut(path).partition("#")[0] == ADDRESS
    (problem,) = inspect(InspectionOrder(path, name, TODAY)).problems
    assert problem.kind is ProblemKind.WEB_SHORTCUT
    assert str(problem.detail["address"]).startswith(ADDRESS)
    picture = documents.png(tmp_path / "公示.png")
    assert found_in(picture)["address"].partition("#")[0] == ADDRESS


@pytest.mark.parametrize(
    "content",
    [
        b"[InternetShortcut]\r\nURL=file:///C:/a.exe\r\n",
        b"bplist00\xff\xff\xff",
        b"<plist><dict><key>URL</key><array/></dict></plist>",
        b"<plist" + b"<array>" * 9000,
        b"",
    ],
)
def test_shortcuts_to_elsewhere_say_nothing(tmp_path, content):
    path = tmp_path / "a.url"
    path.write_bytes(content)
    assert address_in_shortcut(path) == ""


# --- printed pages -------------------------------------------------------------------------------


def printed(path, top, bottom):
    """A page with lines where browsers print them."""
    font = str(load_font(SERIF).fontName)
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont(font, 14)
    canvas.drawString(72, 700, "示例县行政执法公示清单")
    canvas.setFont(font, 7)
    for at, lines in ((A4[1] - 22, top), (22, bottom)):
        for x, words in lines:
            for row, line in enumerate(words.split("\n")):
                canvas.drawString(x, at - 8 * row, line)
    canvas.save()
    return path


PRINTED = {
    "chrome": (
        [(24, "2021/4/9 15:30"), (250, "公示清单_示例县人民政府")],
        [(24, ADDRESS), (560, "1/3")],
        "2021-04-09T15:30",
        "示例县人民政府",
    ),
    "older chrome": (
        [(24, "2021/4/9 下午3:30"), (250, "公示清单_示例县人民政府")],
        [(24, ADDRESS), (560, "1/3")],
        "2021-04-09T15:30",
        "示例县人民政府",
    ),
    "english edge": (
        [(24, "4/9/21, 3:30 PM"), (250, "公示清单 - 示例县司法局")],
        [(24, ADDRESS), (560, "1/3")],
        "2021-04-09T15:30",
        "示例县司法局",
    ),
    "firefox": (
        [(24, "公示清单_示例县人民政府"), (300, ADDRESS)],
        [(24, "第 1 页，共 3 页"), (500, "2021/4/9 15:30")],
        "2021-04-09T15:30",
        "示例县人民政府",
    ),
    "360 or internet explorer": (
        [(24, "公示清单"), (500, "第 1 页 共 3 页")],
        [(24, ADDRESS), (500, "2021年4月9日")],
        "2021-04-09",
        None,
    ),
    "broken over lines": (
        [(24, "2021/4/9 15:30")],
        [(24, ADDRESS[:40] + "\n" + ADDRESS[40:]), (560, "1/3")],
        "2021-04-09T15:30",
        None,
    ),
}


@pytest.mark.parametrize("browser", PRINTED)
def test_what_browsers_print_above_and_below(tmp_path, browser):
    top, bottom, moment, site = PRINTED[browser]
    path = printed(tmp_path / "打印.pdf", top, bottom)
    expected = {"address": ADDRESS, "looked_up_at": moment} | ({"site": site} if site else {})
    assert found_in(path) == expected


def test_a_page_that_chromium_printed():
    path = Path(__file__).parents[1] / "data" / "web" / "printed_by_chromium.pdf"
    assert found_in(path) == {
        "address": "http://www.shili.gov.cn/zwgk.html?from=a&very=long"
        "&id=2021040900012345678901234567890123456789",
        "looked_up_at": "2026-11-30T21:09",
        "site": "示例县人民政府",
    }


def test_an_address_that_was_cut_is_no_address(tmp_path):
    bottom = [(24, ADDRESS[:40] + "…"), (560, "1/3")]
    path = printed(tmp_path / "打印.pdf", [(24, "2021/4/9 15:30")], bottom)
    assert found_in(path) == {"looked_up_at": "2021-04-09T15:30"}


def test_a_letter_with_an_address_at_its_foot_is_no_page_of_the_web():
    foot = ["地址：示例县人民路1号　网址：http://www.shili.gov.cn"]
    assert origin_in_margins(["示例县司法局文件"], foot, TODAY) == {}
    assert origin_in_margins(["2021/4/9 15:30"], ["1/3"], TODAY) == {}


# --- names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("截图 2021-04-09 153012.png", {"looked_up_at": "2021-04-09T15:30"}),
        ("屏幕截图 2021-04-09 153012.png", {"looked_up_at": "2021-04-09T15:30"}),
        ("微信截图_20210409153012.png", {"looked_up_at": "2021-04-09T15:30"}),
        ("QQ截图20210409153012.png", {"looked_up_at": "2021-04-09T15:30"}),
        ("360截图20210409153012123.jpg", {"looked_up_at": "2021-04-09T15:30"}),
        ("Snipaste_2021-04-09_15-30-12.png", {"looked_up_at": "2021-04-09T15:30"}),
        ("Screenshot_20210409_153012_com.android.chrome.jpg", {"looked_up_at": "2021-04-09T15:30"}),
        ("Screenshot 2021-04-09 at 15.30.12.png", {"looked_up_at": "2021-04-09T15:30"}),
        (
            "screencapture-www-shili-gov-cn-zwgk-2021-04-09-15_30_12.png",
            {"address": "http://www.shili.gov.cn", "looked_up_at": "2021-04-09T15:30"},
        ),
        (
            "FireShot Capture 012 - 公示清单 - www.shili.gov.cn.png",
            {"address": "http://www.shili.gov.cn"},
        ),
        ("公示清单 (2021_4_9 15：30：12).html", {"looked_up_at": "2021-04-09T15:30"}),
        (
            "https%3A%2F%2Fwww.shili.gov.cn%2Fzwgk%2F1.html.pdf",
            {"address": "https://www.shili.gov.cn/zwgk/1.html"},
        ),
        ("截图 2999-04-09 153012.png", {}),
        ("截图 2021-13-09 153012.png", {}),
        ("IMG_20210409_153012.jpg", {}),
        ("2021-04-09关于公示的通知.pdf", {}),
        ("截图1.png", {}),
    ],
)
def test_names_that_programs_give(name, expected):
    found = origin_in_name(name, TODAY)
    assert {key: guessed.value for key, guessed in found.items()} == expected
    assert {guessed.source for guessed in found.values()} <= {GuessSource.FILE_NAME}


def test_the_file_itself_is_believed_before_its_name(tmp_path):
    path = printed(tmp_path / "网页截图 2022-01-01 080000.pdf", *PRINTED["chrome"][:2])
    assert found_in(path)["looked_up_at"] == "2021-04-09T15:30"


def test_other_files_say_nothing(tmp_path):
    path = documents.text(tmp_path / "截图 2021-04-09 153012.txt", "正文")
    guess = inspect(InspectionOrder(path, path.name, TODAY)).guess
    assert guess.origin == Guess().origin

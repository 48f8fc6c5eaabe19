"""What saved web pages show only with scripts or from the network."""

import base64
import email

import pytest

from app.filetypes import sniff
from app.findings.looking import find
from app.problems import ProblemKind
from tests.support import documents

WORDS = "<p>正文内容，说明法治政府建设示范创建工作的开展情况，以及取得的成效和下一步的打算。</p>"


def counted(path):
    return {p.kind: p.detail.get("count") for p in find(path, sniff(path, path.name))}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<img src="http://x.invalid/a.png"><img src="page_files/b.png">', 2),
        ('<img data-src="https://mmbiz.invalid/640?wx_fmt=png">', 1),
        ('<img src="data:image/gif;base64,R0lGODlh" data-original="http://x.invalid/a.jpg">', 1),
        ('<img srcset="http://x.invalid/a.jpg 1x, http://x.invalid/b.jpg 2x">', 1),
        ('<img src="data:image/png;base64,">', 1),
        ('<object type="image/png" data="http://x.invalid/a.png"></object>', 1),
        ('<div style="background-image:url(http://x.invalid/a.jpg)"></div>', 1),
    ],
)
def test_pictures_that_are_not_in_the_page_are_counted(tmp_path, body, expected):
    path = documents.html(tmp_path / "a.html", WORDS + body)
    assert counted(path) == {ProblemKind.PICTURES_NOT_STORED: expected}


@pytest.mark.parametrize(
    "body",
    [
        '<img src="data:image/png;base64,AAAA">',
        '<img src="http://count.invalid/1.gif" width="1" height="1">',
        '<img src="http://x.invalid/a.gif" style="display:none">',
        '<iframe src="about:blank"></iframe><iframe src="http://ad.invalid" width="0"></iframe>',
        '<audio src="a.mp3" hidden></audio><video style="display:none" src="a.mp4"></video>',
        '<template><img src="http://x.invalid/a.png"></template>',
        '<iframe srcdoc="<p>内</p>"></iframe>',
        '<svg width="16" height="16"><path d="M0 0"/></svg>',
        '<div style="background:url(http://x.invalid/a.jpg)">文字</div>',
    ],
)
def test_what_a_reader_never_saw_is_not_told(tmp_path, body):
    assert counted(documents.html(tmp_path / "a.html", WORDS + body)) == {}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<iframe src="http://x.invalid/a.html"></iframe>', {ProblemKind.FRAMES_NOT_STORED: 1}),
        ("<canvas></canvas>", {ProblemKind.DRAWINGS_NOT_CARRIED: 1}),
        ('<video src="a.mp4"></video><audio></audio>', {ProblemKind.MEDIA_NOT_CARRIED: 2}),
        (
            '<iframe class="video_iframe" data-src="https://v.invalid/x"></iframe>',
            {ProblemKind.MEDIA_NOT_CARRIED: 1},
        ),
    ],
)
def test_frames_drawings_and_films_are_told(tmp_path, body, expected):
    assert counted(documents.html(tmp_path / "a.html", WORDS + body)) == expected


def test_frames_of_a_frameset_are_told(tmp_path):
    path = documents.text(
        tmp_path / "a.html",
        '<html><frameset cols="20%,*"><frame src="a.htm"><frame src="b.htm"></frameset></html>',
    )
    assert counted(path) == {ProblemKind.FRAMES_NOT_STORED: 2}


def test_page_that_a_script_fills_is_told(tmp_path):
    body = '<div id="app"></div><noscript>请启用脚本</noscript><script src="app.js"></script>'
    path = documents.html(tmp_path / "a.html", body)
    assert counted(path) == {ProblemKind.PAGE_WITHOUT_TEXT: None}


def test_archive_with_its_pictures_has_nothing_to_tell(tmp_path):
    body = WORDS + '<img data-src="http://example.invalid/a.png"><img src="a.png">'
    assert counted(documents.mht(tmp_path / "a.mht", body)) == {}


def test_archive_counts_what_it_lacks_in_frames_too(tmp_path):
    body = WORDS + '<iframe src="cid:inner"></iframe><img src="http://x.invalid/b.png">'
    path = documents.mht(tmp_path / "a.mht", body, framed='<img src="missing.png">')
    assert counted(path) == {ProblemKind.PICTURES_NOT_STORED: 2}


@pytest.mark.parametrize("content", [b"", b"<html>404 Not Found</html>", b'{"error": 404}'])
def test_what_a_server_said_instead_of_a_picture_is_no_picture(tmp_path, content):
    path = documents.mht(tmp_path / "a.mht", WORDS + '<img src="http://example.invalid/a.png">')
    message = email.message_from_bytes(path.read_bytes())
    message.get_payload()[1].set_payload(base64.b64encode(content).decode())
    path.write_bytes(message.as_bytes())
    assert counted(path) == {ProblemKind.PICTURES_NOT_STORED: 1}


def test_archive_that_breaks_off_is_told(tmp_path):
    path = documents.mht(tmp_path / "a.mht", WORDS)
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"--=")])
    assert counted(path) == {ProblemKind.NOT_LOOKED_THROUGH: None}


@pytest.mark.parametrize("body", ["", "<div></div><p>&nbsp;</p>", "<style>p {color: red}</style>"])
def test_page_with_nothing_on_it_is_told(tmp_path, body):
    path = documents.html(tmp_path / "a.html", body, head="<title>标题</title>")
    assert counted(path) == {ProblemKind.TEXT_BLANK: None}

"""What lies in itself deeper than its reader follows is told as that, never as damaged."""

import base64
import zipfile
from datetime import date

import openpyxl
import pytest

from app.filetypes import sniff
from app.findings.looking import find
from app.intake.inspection import Inspection, InspectionOrder, inspect
from app.intake.manifest.rows import read_manifest
from app.isolation import Done, TooDeep, Workers
from app.jobs import SilentJob
from app.mail.mime import DEEPEST, MailTooDeep, read_mime
from app.problems import ProblemKind
from app.table_files.errors import TableUnreadable
from app.webpages.archive import SavedPage
from app.webpages.settling import settle
from app.workspace.unit_lists import read_unit_file
from app.xml_trees import TreeTooDeep, tree_of
from tests.support import documents

TODAY = date(2026, 11, 22)
HEAD = b"From: a@example.invalid\r\nSubject: m\r\nMIME-Version: 1.0\r\n"
LEAF = HEAD + b"\r\n" + "正文".encode()


def nested_mails(levels: int) -> bytes:
    return (HEAD + b"Content-Type: message/rfc822\r\n\r\n") * levels + LEAF


def nested_parts(levels: int) -> bytes:
    opening = [
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n)
        for n in range(levels)
    ]
    closing = [b"\r\n--b%d--\r\n" % n for n in reversed(range(levels))]
    return HEAD + b"".join([*opening, b"Content-Type: text/plain\r\n\r\nhello", *closing])


@pytest.fixture(scope="module")
def workers():
    with Workers(1) as pool:
        yield pool


def looked_at(workers, path) -> Inspection | TooDeep:
    order = InspectionOrder(path, path.name, TODAY)
    result = workers.run(inspect, order, 60.0, SilentJob())
    return result.value if isinstance(result, Done) else result


@pytest.mark.parametrize("levels", [DEEPEST + 1, 400, 3000])
@pytest.mark.parametrize("nested", [nested_mails, nested_parts])
def test_mails_nested_too_deep_are_told_so(nested, levels):
    with pytest.raises(MailTooDeep):
        read_mime(nested(levels))


@pytest.mark.parametrize("nested", [nested_mails, nested_parts])
def test_mails_are_followed_further_than_anybody_passes_them_on(nested):
    mail = read_mime(nested(DEEPEST - 1))
    assert mail.subject == "m"
    assert all(one.content for one in mail.enclosures)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.eml", nested_mails(3000)),
        ("b.eml", nested_parts(3000)),
        ("a.mht", nested_parts(3000).replace(b"text/plain", b"text/html")),
        (
            "a.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg">'
            + b"<g>" * 3000
            + b"</g>" * 3000
            + b"</svg>",
        ),
        ("a.html", b"<html><body><p>a</p>" + b"<div>" * 3000 + b"b" + b"</div>" * 3000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_whatever_nests_too_deep_is_a_fault_of_its_own(workers, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    assert looked_at(workers, path) == TooDeep()


def test_a_mail_with_such_an_attachment_is_read_and_asked_about(workers, tmp_path):
    inner = b"Content-Type: application/octet-stream; name=inner.eml\r\n"
    inner += b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(nested_mails(3000))
    path = tmp_path / "a.eml"
    parts = HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b\r\n"
    path.write_bytes(parts + inner + b"\r\n--b--\r\n")
    found = looked_at(workers, path)
    assert [problem.kind for problem in found.problems] == [ProblemKind.MAIL_ATTACHMENTS_LEFT]
    assert found.doubtful is not None
    assert "inner.eml" in found.doubtful


def test_no_word_of_a_page_is_lost_below_the_parser_s_depth():
    shallow = "<p>前</p>" + "<div>" * 1000 + "里" + "</div>" * 1000 + "<p>后</p>"
    assert "后" in settle(SavedPage(shallow)).tree.text_content()
    with pytest.raises(TreeTooDeep):
        settle(SavedPage(shallow.replace("<div>" * 1000, "<div>" * 3000)))


def test_a_tree_that_is_too_deep_is_no_mistake_in_the_file():
    assert tree_of(b"<a>" * 1000 + b"</a>" * 1000) is not None
    with pytest.raises(TreeTooDeep):
        tree_of(b"<a>" * 3000 + b"</a>" * 3000)


def test_an_ofd_with_a_part_beyond_all_measure_is_not_called_damaged(tmp_path):
    path = documents.ofd(tmp_path / "a.ofd", ["一"])
    large = tmp_path / "b.ofd"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(large, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("Content.xml"):
                content += b" " * (65 << 20)
            new.writestr(name, content, compresslevel=1)
    order = InspectionOrder(large, large.name, TODAY)
    assert [problem.kind for problem in inspect(order).problems] == [ProblemKind.CONTENT_TOO_LARGE]
    told = find(large, sniff(large, large.name))
    assert [problem.kind for problem in told] == [ProblemKind.CONTENT_TOO_LARGE]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize(
    ("within", "told"), [(b"<a>" * 5000 + b"</a>" * 5000, "层数过多"), (b"<a", "已损坏")]
)
def test_lists_that_cannot_be_read_say_why(tmp_path, part, within, told):
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.append(["文件", "指标", "核验方式"])
    workbook.save(tmp_path / "b.xlsx")
    with zipfile.ZipFile(tmp_path / "b.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == part:
                head, end, rest = content.rpartition(b"</")
                content = head + within + end + rest
            new.writestr(name, content)
    with pytest.raises(TableUnreadable) as refused:
        read_manifest(path)
    assert told in refused.value.detail
    with pytest.raises(TableUnreadable) as list_refused:
        read_unit_file(path)
    assert told in str(vars(list_refused.value))

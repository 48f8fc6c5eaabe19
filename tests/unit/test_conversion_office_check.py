import pytest

from app.conversion.office.check import Check, missing_text
from app.filetypes import sniff
from app.findings.looking import find_and_count
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.documents.embedded import (
    NAMESPACES,
    bare_open_document,
    bare_word,
    deleted,
    paragraph,
    run,
)


def characters(path) -> int:
    return find_and_count(path, sniff(path, path.name))[1]


@pytest.mark.parametrize(
    ("expected", "problem"),
    [
        (10, None),
        (16, None),
        (17, Problem(ProblemKind.TEXT_NOT_CARRIED, {"expected": 17, "found": 10})),
    ],
)
def test_pages_with_much_less_text_than_expected_are_told(tmp_path, expected, problem):
    pages = documents.text_pdf(tmp_path / "a.pdf", pages=("一二三四五", "六七八九十"))
    assert missing_text(Check(pages, expected)) == problem


def test_deleted_and_hidden_words_and_margins_are_not_expected_on_pages(tmp_path):
    path = bare_word(
        tmp_path / "a.docx",
        paragraph(run("正文"), deleted("删去"), run("隐藏", "<w:vanish/>")),
        (("h", "header", "header1.xml", False),),
        {"word/header1.xml": f"<w:hdr {NAMESPACES}>{paragraph(run('页眉'))}</w:hdr>"},
    )
    assert characters(path) == 2


def test_groups_of_a_rich_text_that_hold_no_text_are_not_expected_on_pages(tmp_path):
    path = tmp_path / "a.rtf"
    path.write_bytes(
        rb"{\rtf1\ansi{\*\mmathPr\mmathFont34}{\header ab}{\footnote cd}"
        rb"\trftsWidth3 xyz{\*\odd no}}"
    )
    assert characters(path) == 3


def test_an_open_document_with_changes_is_not_held_against_its_pages(tmp_path):
    body = "<text:p>正文</text:p>"
    assert characters(bare_open_document(tmp_path / "a.odt", "text", body)) == 2
    tracked = (
        "<text:tracked-changes><text:changed-region><text:insertion/></text:changed-region>"
        f"</text:tracked-changes>{body}"
    )
    assert characters(bare_open_document(tmp_path / "b.odt", "text", tracked)) == 0

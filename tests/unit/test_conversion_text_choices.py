import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversion.choices.copying import settle_text
from app.conversion.choices.rtf import settle_rtf
from app.conversion.model import BindingChoices, Changes
from app.conversion.office.notes import notes_of, remarks_left
from app.filetypes import sniff
from app.findings.looking import find
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.compound import word_with_properties
from tests.support.documents.embedded import (
    bare_open_document,
    bare_word,
    deleted,
    inserted,
    paragraph,
    run,
    text_box,
)

ACCEPTED, MARKED = BindingChoices(), BindingChoices(Changes.MARKED)
UNHIDDEN = BindingChoices(Changes.MARKED, hidden=True)
CHANGES, HIDDEN = ProblemKind.TRACKED_CHANGES, ProblemKind.HIDDEN_TEXT


def kinds(path) -> set[ProblemKind]:
    return {problem.kind for problem in find(path, sniff(path, path.name))}


def part(path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode("utf-8")


# --- RTF -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (rb"{\rtf1 a{\deleted\revauthdel1 b}c}", rb"{\rtf1 a{\revauthdel1 }c}"),
        (rb"{\rtf1 a\deleted b\deleted0 c}", rb"{\rtf1 ac}"),
        (rb"{\rtf1 a{\deleted b{\b c}{\pict 00}\par \'b0\u23383?\~}d}", rb"{\rtf1 a{}d}"),
        (rb"{\rtf1 {\deleted a\plain b}c}", rb"{\rtf1 {\plain b}c}"),
        (rb"{\rtf1 {\revised\revauth1 a}{\mvf b}{\mvt c}}", rb"{\rtf1 {\revauth1 a}{}{c}}"),
        (rb"{\rtf1 {\deleted a\cell\row}b}", rb"{\rtf1 {\cell\row}b}"),
    ],
)
def test_deleted_words_leave_a_rich_text_and_marks_of_changes_with_them(before, after):
    assert settle_rtf(before, accepted=True, unhidden=False) == after
    assert settle_rtf(before, accepted=False, unhidden=False) == before


def test_hidden_words_of_a_rich_text_are_shown_by_dropping_the_mark():
    before = rb"{\rtf1{\stylesheet{\s1\v A;}}a{\v b}\v0 c}"
    after = rb"{\rtf1{\stylesheet{\s1A;}}a{b}c}"
    assert settle_rtf(before, accepted=False, unhidden=True) == after


@given(st.lists(st.sampled_from([b"{", b"}", rb"\deleted ", rb"\deleted0 ", b"a", rb"\par "])))
def test_a_settled_rich_text_keeps_its_groups(pieces):
    depth, balanced = 0, []
    for piece in pieces:
        depth += {b"{": 1, b"}": -1}.get(piece, 0)
        if depth < 0:
            depth = 0
            continue
        balanced.append(piece)
    before = b"{\\rtf1 " + b"".join(balanced) + b"}" * (depth + 1)
    after = settle_rtf(before, accepted=True, unhidden=False)
    assert after.count(b"{") == after.count(b"}")
    assert b"deleted" not in after


@given(st.text(st.characters(codec="gb18030", exclude_characters="\\{}\r\n")))
def test_a_rich_text_without_changes_stays_as_it_is(words):
    before = b"{\\rtf1 " + words.encode("gb18030") + b"}"
    assert settle_rtf(before, accepted=True, unhidden=True) == before


# --- .doc ----------------------------------------------------------------------------------------


def modifiers(*pairs: tuple[int, int]) -> bytes:
    return b"".join(struct.pack("<HB", code, value) for code, value in pairs)


def old_word(path):
    return word_with_properties(
        path,
        [
            ("罚款", b""),
            ("伍仟元", modifiers((0x0800, 1))),
            ("删而复现", modifiers((0x0800, 1), (0x083C, 0))),
            ("叁仟元", modifiers((0x0801, 1))),
            ("内部意见", modifiers((0x083C, 1))),
        ],
    )


def test_in_an_old_document_deleted_words_become_hidden_and_inserted_ones_plain(tmp_path):
    path = old_word(tmp_path / "a.doc")
    settle_text(path, ACCEPTED)
    (hidden,) = find(path, sniff(path, "a.doc"))
    assert hidden == Problem(HIDDEN, {"count": 2, "characters": 11})


def test_in_an_old_document_hidden_words_are_shown_on_request_and_deleted_ones_are_not(tmp_path):
    path = old_word(tmp_path / "a.doc")
    settle_text(path, BindingChoices(hidden=True))
    (hidden,) = find(path, sniff(path, "a.doc"))
    assert hidden == Problem(HIDDEN, {"count": 1, "characters": 7})


def test_an_old_document_bound_with_marks_stays_as_it_is(tmp_path):
    path = old_word(tmp_path / "a.doc")
    before = path.read_bytes()
    settle_text(path, MARKED)
    assert path.read_bytes() == before


def test_a_property_of_a_whole_piece_counts_too(tmp_path):
    path = word_with_properties(tmp_path / "a.doc", [("罚款", b"")])
    data = bytearray(path.read_bytes())
    at = data.index(struct.pack("<IIHIH", 0, 3, 0, 0x800, 0)) + 14
    struct.pack_into("<H", data, at, 1 << 8 | 0x41 << 1)
    path.write_bytes(data)
    settle_text(path, ACCEPTED)
    assert struct.unpack_from("<H", path.read_bytes(), at)[0] == 1 << 8 | 0x5C << 1


# --- OpenDocument and .docx ----------------------------------------------------------------------

_TRACKED = (
    '<text:tracked-changes><text:changed-region text:id="c"><text:deletion/>'
    "</text:changed-region></text:tracked-changes>"
    '<text:p>正文<text:change text:change-id="c"/></text:p>'
)


def test_an_open_document_without_settings_gets_those_that_hide_its_changes(tmp_path):
    path = bare_open_document(tmp_path / "a.odt", "text", _TRACKED)
    settle_text(path, ACCEPTED)
    assert '"ShowRedlineChanges" config:type="boolean">false<' in part(path, "settings.xml")
    assert 'full-path="settings.xml"' in part(path, "META-INF/manifest.xml")
    settle_text(path, MARKED)
    assert '"ShowRedlineChanges" config:type="boolean">true<' in part(path, "settings.xml")


def test_hidden_words_of_an_open_document_are_shown_on_request(tmp_path):
    style = (
        '<style:style style:name="H" style:family="text"><style:text-properties '
        'text:display="none"/></style:style>'
    )
    body = (
        '<text:p>看得见<text:span text:style-name="H">内部</text:span></text:p>'
        '<text:section text:name="s" text:display="none"><text:p>节</text:p></text:section>'
        '<text:p>前<text:hidden-text text:string-value="藏"/>后</text:p>'
    )
    path = bare_open_document(tmp_path / "a.odt", "text", body, automatic=style)
    assert kinds(path) == {HIDDEN}
    settle_text(path, UNHIDDEN)
    assert kinds(path) == set()
    assert "前藏后" in part(path, "content.xml")


def test_hidden_words_of_a_word_document_are_shown_on_request(tmp_path):
    path = bare_word(
        tmp_path / "a.docx", paragraph(run("看得见"), run("内部意见", "<w:vanish></w:vanish>"))
    )
    assert kinds(path) == {HIDDEN}
    settle_text(path, UNHIDDEN)
    assert kinds(path) == set()


def test_a_word_document_with_changes_asks_to_be_laid_out_without_them(tmp_path):
    path = bare_word(tmp_path / "a.docx", paragraph(deleted("删"), inserted("增")))
    settle_text(path, ACCEPTED)
    assert 'revisionView w:insDel="0"' in part(path, "word/settings-of-view.xml")
    assert "settings-of-view.xml" in part(path, "word/_rels/document.xml.rels")
    settle_text(path, MARKED)
    assert "revisionView" not in part(path, "word/settings-of-view.xml")


def test_deleted_words_leave_the_parts_of_a_document_whatever_is_made_of_its_settings(tmp_path):
    moved = '<w:moveFrom w:id="3"><w:r><w:t>移走</w:t></w:r></w:moveFrom>'
    path = bare_word(
        tmp_path / "a.docx", paragraph(run("留"), deleted("删"), inserted("增"), moved)
    )
    settle_text(path, ACCEPTED)
    left = part(path, "word/document.xml")
    assert "删" not in left
    assert "移走" not in left
    assert "留" in left
    assert "增" in left


def test_in_a_text_box_deleted_words_go_or_are_struck_through(tmp_path):
    body = paragraph(text_box(paragraph(run("框内"), deleted("删"), inserted("增"))))
    accepted = bare_word(tmp_path / "a.docx", body)
    settle_text(accepted, ACCEPTED)
    assert "删" not in part(accepted, "word/document.xml")
    marked = bare_word(tmp_path / "b.docx", body)
    settle_text(marked, MARKED)
    assert "<w:strike/>" in part(marked, "word/document.xml")
    assert "<w:t>删</w:t>" in part(marked, "word/document.xml")


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".rtf"])
def test_a_text_without_anything_to_choose_stays_as_it_is(tmp_path, suffix):
    makers = {
        ".docx": documents.word,
        ".odt": documents.open_document,
        ".rtf": documents.rtf,
    }
    path = makers[suffix](tmp_path / f"a{suffix}")
    before = path.read_bytes()
    settle_text(path, ACCEPTED)
    assert path.read_bytes() == before


# --- What the end sheet says ---------------------------------------------------------------------

_FOUND = (
    Problem(ProblemKind.PARTS_NOT_CARRIED, {"count": 1}),
    Problem(CHANGES, {"count": 2}),
    Problem(ProblemKind.COMMENTS, {"count": 3}),
    Problem(HIDDEN, {"count": 4, "characters": 5}),
)


def test_usual_pages_tell_all_that_was_found():
    assert notes_of(_FOUND, 0, ACCEPTED) == _FOUND


def test_pages_tell_nothing_that_was_printed_on_request():
    choices = BindingChoices(Changes.MARKED, comments=True, hidden=True)
    assert notes_of(_FOUND[1:], 0, choices) == (Problem(ProblemKind.CHANGES_MARKED, {"count": 2}),)


def test_pages_of_a_text_that_could_not_be_settled_say_that_marks_are_on_them():
    notes = notes_of(_FOUND[1:], 0, BindingChoices(hidden=True), settled=False)
    assert notes == (Problem(ProblemKind.CHANGES_MARKED, {"count": 2}), *_FOUND[2:])


@pytest.mark.parametrize(("printed", "left"), [(0, 3), (1, 2), (3, 0), (4, 0)])
def test_remarks_that_did_not_come_over_are_told(printed, left):
    wanted = (Problem(ProblemKind.COMMENTS, {"count": left}),) if left else ()
    assert remarks_left(_FOUND, printed) == wanted


def test_parts_lost_on_the_way_are_told_once_with_those_known_before():
    notes = notes_of(_FOUND[:1], 2, ACCEPTED)
    assert notes == (Problem(ProblemKind.PARTS_NOT_CARRIED, {"count": 2}),)


@pytest.mark.parametrize("choices", [ACCEPTED, MARKED, UNHIDDEN])
def test_what_only_web_views_hide_is_printed(tmp_path, choices):
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="S"><w:rPr><w:webHidden/><w:b/></w:rPr></w:style></w:styles>'
    )
    path = bare_word(
        tmp_path / "a.docx",
        paragraph(run("字", '<w:webHidden/><w:b/><w:webHidden w:val="1"></w:webHidden>')),
        (("rId9", "styles", "styles.xml", False),),
        {"word/styles.xml": styles},
    )
    settle_text(path, choices)
    assert "webHidden" not in part(path, "word/document.xml") + part(path, "word/styles.xml")
    assert "<w:b/>" in part(path, "word/document.xml")
    assert settle_rtf(rb"{\rtf1 {\b\webhidden a}}", accepted=True, unhidden=False) == (
        rb"{\rtf1 {\b\webhidden0 a}}"
    )

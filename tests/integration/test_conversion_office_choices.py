"""Texts and slides bound as a person chose, through LibreOffice."""

import dataclasses
from pathlib import Path

import pypdfium2
import pytest

from app.conversion.model import USUAL, BindingChoices, Changes, Made, Order
from app.conversion.office.batch import OfficeFile, convert_files
from app.conversion.office.converter import OfficeConverter
from app.conversion.office.process import Way
from app.conversion.office.program import find_office
from app.jobs import SilentJob
from app.problems import ProblemKind
from app.typesetting.office_fonts import write_fontconfig
from tests.support import documents
from tests.support.conversion import FAST, source_of
from tests.support.documents.embedded import (
    NAMESPACES,
    bare_open_document,
    bare_word,
    chunk,
    deleted,
    inserted,
    paragraph,
    run,
    table,
    text_box,
)
from tests.support.documents.word_xml import annotated, flat_word, word_2003

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_office(None) is None, reason="LibreOffice is not installed"),
]

EVERYTHING = BindingChoices(Changes.MARKED, comments=True, hidden=True)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
TEXTS = ("text.docx", "text.doc", "text.rtf", "text.odt", "text.fodt")
SHOWS = ("show.odp", "show.pptx", "show.ppt")
UNSEEN = ("unseen.odp", "unseen.pptx", "unseen.ppt")


def tracked_text(path: Path) -> Path:
    """A text with every way to delete, a remark and hidden words."""
    gone_row = (
        f"<w:tr><w:trPr>{deleted()}</w:trPr><w:tc><w:tcPr/>"
        f"{paragraph(deleted('删行'), mark=deleted())}</w:tc></w:tr>"
    )
    body = (
        paragraph(run("罚款"), deleted("删词"), inserted("增词"))
        + paragraph(deleted("删段"), mark=deleted())
        + paragraph(run("前半"), deleted("跨段删"), mark=deleted())
        + paragraph(run("后半"))
        + table(paragraph(run("留行")), gone_row)
        + paragraph(
            '<w:commentRangeStart w:id="0"/>',
            run("批注处"),
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
            run("内部意见", "<w:vanish/>"),
        )
        + paragraph(run("正文末"))
    )
    remarks = (
        f'<w:comments {NAMESPACES}><w:comment w:id="0" w:author="reviewer">'
        f"{paragraph(run('数据待核实'))}</w:comment></w:comments>"
    )
    return bare_word(
        path,
        body,
        (("c", "comments", "comments.xml", False),),
        {"word/comments.xml": remarks},
        overrides=f'<Override PartName="/word/comments.xml" ContentType="{WORD}comments+xml"/>',
    )


def show(path: Path, shown: list[bool]) -> Path:
    """Slides with a remark on the first."""
    styles = (
        '<style:style style:name="dp" style:family="drawing-page"/>'
        '<style:style style:name="hid" style:family="drawing-page">'
        '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    )
    remark = (
        '<office:annotation svg:x="10cm" svg:y="5cm"><dc:creator>reviewer</dc:creator>'
        "<dc:date>2021-04-01T09:00:00</dc:date><text:p>数据待核实</text:p></office:annotation>"
    )
    pages = "".join(
        f'<draw:page draw:name="{n}" draw:style-name="{"dp" if is_shown else "hid"}">'
        f"{remark if n == 1 else ''}"
        '<draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="5cm"><draw:text-box>'
        f"<text:p>第{n}张</text:p></draw:text-box></draw:frame></draw:page>"
        for n, is_shown in enumerate(shown, 1)
    )
    return bare_open_document(path, "presentation", pages, automatic=styles)


def chunked(path: Path) -> Path:
    """A text whose content lies in foreign parts of every kind, one of them of no use."""
    page = "<html><head><meta charset='utf-8'></head><body>{}</body></html>"
    cells = "<table border='1'><tr><td>评查卷数</td><td>126</td></tr></table>"
    inner = documents.word(path.with_name("inner.docx"), ["最里层"]).read_bytes()
    nested = bare_word(
        path.with_name("nested.docx"),
        paragraph(run("里层前")) + chunk("c") + paragraph(run("里层后")),
        (("c", "aFChunk", "c.docx", False),),
        {"word/c.docx": inner},
    )
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{chunk('held')}</w:sdtContent></w:sdt>"
    body = (
        paragraph(run("开头"))
        + chunk("web")
        + chunk("archive")
        + chunk("rich")
        + chunk("plain")
        + chunk("nested")
        + chunk("none")
        + held
        + table(chunk("cell") + "<w:p/>")
        + paragraph(run("结尾"))
    )
    parts = {
        "word/web.html": page.format(f"<h2>网页部分</h2>{cells}"),
        "word/archive.mht": documents.mht(path.with_name("a.mht")).read_bytes(),
        "word/rich.rtf": documents.rtf(path.with_name("a.rtf"), "富文本部分").read_bytes(),
        "word/plain.txt": "纯文本部分".encode("gb18030"),
        "word/nested.docx": nested.read_bytes(),
        "word/none.docx": b"PK\x03\x04 of no use",
        "word/held.html": page.format("<p>控件中的部分</p>"),
        "word/cell.html": page.format("<p>格中的部分</p>"),
    }
    links = tuple(
        (name.partition("/")[2].partition(".")[0], "aFChunk", name.partition("/")[2], False)
        for name in parts
    )
    return bare_word(path, body, links, parts)


class Bound:
    """The words of each page and the notes of each file, by its name."""

    def __init__(
        self, converter: OfficeConverter, folder: Path, paths: list[Path], choices: BindingChoices
    ) -> None:
        (folder / "work").mkdir(parents=True)
        orders = [
            Order(dataclasses.replace(source_of(p), choices=choices), folder / f"{p.name}.pdf")
            for p in paths
        ]
        self.pages: dict[str, list[str]] = {}
        self.notes: dict[str, dict[ProblemKind, dict]] = {}
        for order, result in converter.convert(orders, folder / "work", SilentJob()):
            name = order.source.name
            assert isinstance(result, Made), f"{name}: {result}"
            self.notes[name] = {note.kind: dict(note.detail) for note in result.notes}
            with pypdfium2.PdfDocument(result.target) as document:
                self.pages[name] = [
                    "".join(page.get_textpage().get_text_range().split()) for page in document
                ]

    def words(self, name: str) -> str:
        return "".join(self.pages[name])


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> dict[str, str]:
    return {"FONTCONFIG_FILE": str(write_fontconfig(tmp_path_factory.mktemp("fonts")))}


@pytest.fixture(scope="module")
def converter(workers, environment) -> OfficeConverter:
    return OfficeConverter(workers, FAST, environment)


@pytest.fixture(scope="module")
def files(tmp_path_factory, environment) -> list[Path]:
    """The same content in every format, the other formats made by LibreOffice itself."""
    folder = tmp_path_factory.mktemp("sources")
    text = tracked_text(folder / "text.docx")
    shows = [show(folder / "show.odp", [True, False]), show(folder / "unseen.odp", [False, False])]
    wanted = [
        *(OfficeFile(text, 60.0, Way(target=suffix)) for suffix in ("doc", "rtf", "odt", "fodt")),
        *(
            OfficeFile(path, 60.0, Way(target=suffix))
            for path in shows
            for suffix in ("ppt", "pptx")
        ),
    ]
    program = find_office(None)
    assert program is not None
    made = convert_files(program, wanted, folder / "work", environment, SilentJob())
    results = [result for _, result in made]
    assert all(isinstance(result, Path) for result in results), results
    return [text, *shows, *results]


@pytest.fixture(scope="module")
def usual(converter, files, tmp_path_factory) -> Bound:
    folder = tmp_path_factory.mktemp("usual")
    boxed = bare_word(
        folder / "box.docx", paragraph(text_box(paragraph(run("框内"), deleted("删框"))))
    )
    # What stands in an element of nobody's is dropped by LibreOffice, though it is text.
    dropped = bare_word(
        folder / "dropped.docx",
        paragraph(run("题目")) + f"<w:unknown>{paragraph(run('正文' * 80))}</w:unknown>",
    )
    flat = flat_word(boxed, folder / "flat.xml")
    older = word_2003(
        folder / "older.xml",
        "<w:p><w:r><w:t>罚款</w:t></w:r>"
        + annotated("Deletion", "<w:r><w:delText>删</w:delText></w:r>")
        + annotated("Insertion", "<w:r><w:t>增</w:t></w:r>")
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r></w:p>",
    )
    paths = [*files, flat, older, chunked(folder / "chunked.docx"), boxed, dropped]
    return Bound(converter, folder / "bound", paths, USUAL)


@pytest.fixture(scope="module")
def chosen(converter, files, tmp_path_factory) -> Bound:
    return Bound(converter, tmp_path_factory.mktemp("chosen") / "bound", files, EVERYTHING)


@pytest.mark.parametrize("name", TEXTS)
def test_deleted_and_hidden_words_and_remarks_are_not_bound_unasked(usual, name):
    words = usual.words(name)
    for absent in ("删", "内部意见", "待核实"):
        assert absent not in words
    for present in ("罚款增词", "前半", "后半", "留行", "批注处", "正文末"):
        assert present in words
    assert set(usual.notes[name]) == {
        ProblemKind.TRACKED_CHANGES,
        ProblemKind.COMMENTS,
        ProblemKind.HIDDEN_TEXT,
    }


@pytest.mark.parametrize("name", TEXTS)
def test_marks_hidden_words_and_remarks_are_bound_as_chosen(chosen, name):
    words = chosen.words(name)
    for present in ("删词", "增词", "删段", "跨段删", "删行", "内部意见", "数据待核实"):
        assert present in words
    assert set(chosen.notes[name]) == {ProblemKind.CHANGES_MARKED}


@pytest.mark.parametrize("name", SHOWS)
def test_hidden_slides_are_bound_only_as_chosen(usual, chosen, name):
    assert usual.pages[name] == ["第1张"]
    assert set(usual.notes[name]) == {ProblemKind.HIDDEN_SLIDES, ProblemKind.COMMENTS}
    first, second = chosen.pages[name]
    assert first.startswith("第1张")
    assert first.endswith("数据待核实")
    assert second == "第2张"
    assert chosen.notes[name] == {}


@pytest.mark.parametrize("name", UNSEEN)
def test_a_show_without_any_slide_to_show_is_bound_as_a_whole_and_says_so(usual, name):
    assert usual.pages[name] == ["第1张", "第2张"]
    assert usual.notes[name][ProblemKind.ALL_SLIDES_HIDDEN] == {"count": 2}


def test_words_deleted_in_a_text_box_are_not_bound(usual):
    assert usual.words("box.docx") == "框内"


def test_a_word_document_in_one_xml_file_is_bound_as_what_it_means(usual):
    assert usual.words("flat.xml") == "框内"
    assert usual.words("older.xml") == "罚款增"


def test_foreign_parts_are_printed_in_their_places_and_what_is_lost_is_counted(usual):
    words = usual.words("chunked.docx")
    order = [
        "开头",
        "网页部分",
        "评查卷数126",
        "网页存档",
        "富文本部分",
        "纯文本部分",
        "里层前",
        "最里层",
        "里层后",
        "控件中的部分",
        "格中的部分",
        "结尾",
    ]
    places = [words.find(part) for part in order]
    assert -1 not in places, words
    assert places == sorted(places)
    assert usual.notes["chunked.docx"] == {ProblemKind.PARTS_NOT_CARRIED: {"count": 1}}


def test_a_text_of_which_much_is_missing_on_its_pages_says_so(usual):
    assert usual.words("dropped.docx") == "题目"
    detail = {"expected": 162, "found": 2}
    assert usual.notes["dropped.docx"] == {ProblemKind.TEXT_NOT_CARRIED: detail}


def test_what_was_chosen_is_part_of_what_the_cache_goes_by(converter, files):
    source = source_of(files[0])
    assert converter.variant(source) == "word"
    variants = {
        converter.variant(dataclasses.replace(source, choices=choices))
        for choices in (USUAL, EVERYTHING, BindingChoices(hidden=True))
    }
    assert len(variants) == 3

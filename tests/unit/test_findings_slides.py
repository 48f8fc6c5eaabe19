import struct
import zipfile

import pytest

from app.filetypes import sniff
from app.findings.looking import find
from app.findings.slide_findings import slide_problems
from app.problems import Problem, ProblemKind
from tests.support.compound import compound
from tests.support.documents.embedded import (
    NAMESPACES,
    bare_open_document,
    relationships,
    stored_object,
)


def found(path) -> list[Problem]:
    return list(find(path, sniff(path, path.name)))


def new_slides(path, shown: list[bool], remarks: int = 0):
    """A .pptx whose slides are listed in another order than their parts are named."""
    last = len(shown)
    links = tuple(
        (f"r{n}", "slide", f"slides/slide{last - n}.xml", False) for n in range(len(shown))
    )
    listed = "".join(f'<p:sldId r:id="r{n}" id="{256 + n}"/>' for n in range(len(shown)))
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
        )
        package.writestr(
            "_rels/.rels",
            relationships((("r", "officeDocument", "ppt/presentation.xml", False),)),
        )
        package.writestr(
            "ppt/presentation.xml",
            f"<p:presentation {NAMESPACES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
        )
        package.writestr("ppt/_rels/presentation.xml.rels", relationships(links))
        for number, is_shown in enumerate(shown):
            state = "" if is_shown else ' show="0"'
            package.writestr(
                f"ppt/slides/slide{last - number}.xml", f"<p:sld {NAMESPACES}{state}/>"
            )
        if remarks:
            package.writestr(
                "ppt/comments/comment1.xml",
                f"<p:cmLst {NAMESPACES}>{'<p:cm/>' * remarks}</p:cmLst>",
            )
    return path


def open_slides(path, shown: list[bool], remarks: int = 0):
    styles = (
        '<style:style style:name="dp" style:family="drawing-page"/>'
        '<style:style style:name="hid" style:family="drawing-page">'
        '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    )
    remark = "<office:annotation><text:p>待核实</text:p></office:annotation>"
    pages = "".join(
        f'<draw:page draw:style-name="{"dp" if is_shown else "hid"}">'
        f"{remark * remarks if number == 0 else ''}</draw:page>"
        for number, is_shown in enumerate(shown)
    )
    return bare_open_document(path, "presentation", pages, automatic=styles)


def record(kind: int, content: bytes, instance: int = 0, *, holds: bool = True) -> bytes:
    options = instance << 4 | (0xF if holds else 0)
    return struct.pack("<HHI", options, kind, len(content)) + content


def old_slides(path, shown: list[bool], remarks: int = 0, stored: bytes = b""):
    """A .ppt with a directory of what lives on, and a slide that an earlier save left behind."""
    data = b""
    places: list[int] = []

    def add(piece: bytes) -> None:
        nonlocal data
        places.append(len(data))
        data += piece

    data += record(0x03EE, record(0x03F9, b"\0" * 10 + b"\x04\0" + b"\0" * 4, holds=False))
    for number, is_shown in enumerate(shown):
        flags = 0 if is_shown else 4
        atom = record(0x03F9, b"\0" * 10 + struct.pack("<H", flags) + b"\0" * 4, holds=False)
        tags = record(0x138B, record(0x2EE0, b"") * remarks, holds=False) if not number else b""
        add(record(0x03EE, atom + tags))
    listed = b"".join(
        record(0x03F3, struct.pack("<5I", number + 1, 0, 0, 256 + number, 0), holds=False)
        for number in range(len(shown))
    )
    objects = b""
    if stored:
        add(record(0x1011, stored, holds=False))
        atom = record(0x0FC3, struct.pack("<6I", 4, 0, 1, 0, len(places), 0), holds=False)
        objects = record(0x0409, record(0x0FCC, atom))
    masters = record(0x0FF0, record(0x03F3, struct.pack("<5I", 1, 0, 0, 0, 0), holds=False), 1)
    add(record(0x03E8, masters + record(0x0FF0, listed) + objects))
    directory = len(data)
    packed = struct.pack("<I", len(places) << 20 | 1) + struct.pack(f"<{len(places)}I", *places)
    data += record(0x1772, packed, holds=False)
    edit = len(data)
    data += record(
        0x0FF5, struct.pack("<6I", 0, 0, 0, directory, len(places), 9) + b"\0" * 4, holds=False
    )
    current = b"\0" * 16 + struct.pack("<I", edit)
    return compound(path, {"PowerPoint Document": data, "Current User": current})


MAKERS = {".pptx": new_slides, ".odp": open_slides, ".ppt": old_slides}
FORMATS = pytest.mark.parametrize("suffix", MAKERS)


@FORMATS
def test_hidden_slides_are_told_by_their_place_in_the_show(tmp_path, suffix):
    path = MAKERS[suffix](tmp_path / f"a{suffix}", [True, True, False, True])
    assert found(path) == [
        Problem(ProblemKind.HIDDEN_SLIDES, {"count": 1, "total": 4, "slides": "3"})
    ]


@FORMATS
def test_a_show_whose_slides_are_all_hidden_is_told(tmp_path, suffix):
    path = MAKERS[suffix](tmp_path / f"a{suffix}", [False, False])
    assert found(path) == [Problem(ProblemKind.ALL_SLIDES_HIDDEN, {"count": 2})]


@FORMATS
def test_remarks_on_slides_are_counted(tmp_path, suffix):
    path = MAKERS[suffix](tmp_path / f"a{suffix}", [True, True], remarks=2)
    assert found(path) == [Problem(ProblemKind.COMMENTS, {"count": 2})]


@FORMATS
def test_an_open_show_has_nothing_to_tell(tmp_path, suffix):
    assert found(MAKERS[suffix](tmp_path / f"a{suffix}", [True, True])) == []


def test_files_embedded_in_an_old_show_are_told(tmp_path):
    book = stored_object(tmp_path, {"Workbook": b"\x09\x08"})
    path = old_slides(tmp_path / "a.ppt", [True], stored=book)
    assert found(path) == [
        Problem(ProblemKind.ATTACHMENTS_NOT_CARRIED, {"count": 1, "names": "嵌入对象1.xls"})
    ]


def test_many_hidden_slides_are_not_all_listed():
    (problem,) = slide_problems([True, *[False] * 30])
    assert problem.detail["count"] == 30
    assert problem.detail["slides"] == "2、3、4、5、6、7、8、9、10、11、12、13 等"

"""What other programs read in a document where a first look finds nothing."""

import base64
import io
import zipfile

import pytest

from app.filetypes.programs import Runnable, runnable_name
from app.outside.copies import take_out
from app.outside.packages import NotReadable
from tests.support.documents.outside import docx, odp, odt, svg_image

_PLACE = "file:///srv/geheim"
_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
_BETWEEN = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_LOADING = 'INCLUDEPICTURE "file:///srv/geheim/a.png" \\d'
_FRAME = '<draw:frame svg:width="3cm" svg:height="3cm"><draw:image>{}</draw:image></draw:frame>'


def _taken_out(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    take_out(path)
    return path


def _everything(data):
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return b"".join(package.read(name) for name in package.namelist())


def _letters(text):
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize("blanks", ["", " " * 100, "\n" * 200, " " * 2000])
def test_a_picture_in_letters_loads_nothing(tmp_path, blanks):
    letters = _letters(blanks + svg_image(_PLACE))
    inner = _FRAME.format(f"<office:binary-data>{letters}</office:binary-data>")
    path = _taken_out(tmp_path, "a.odt", odt(f"<text:p>{inner}</text:p>"))
    text = _everything(path.read_bytes()).decode()
    at = text.find("binary-data>")
    kept = base64.b64decode(text[at + 12 : text.index("<", at)]) if at >= 0 else b""
    assert letters not in text
    assert b"geheim" not in kept


def test_a_picture_of_dots_in_letters_stays(tmp_path):
    letters = _letters("\x89PNG\r\n\x1a\n" + "x" * 200)
    inner = _FRAME.format(f"<office:binary-data>{letters}</office:binary-data>")
    content = odt(f"<text:p>{inner}</text:p>")
    assert _taken_out(tmp_path, "a.odt", content).read_bytes() == content


@pytest.mark.parametrize("blanks", [100, 600, 5000])
def test_a_drawing_behind_blanks_loads_nothing(tmp_path, blanks):
    parts = {"Pictures/a.png": " " * blanks + svg_image(_PLACE)}
    path = _taken_out(tmp_path, "a.odt", odt("", parts=parts))
    assert b"geheim" not in _everything(path.read_bytes())


@pytest.mark.parametrize(
    "pieces",
    [
        f'<w:del w:id="1"><w:r><w:delInstrText>PAGE </w:delInstrText></w:r></w:del>'
        f"<w:r><w:instrText>{_LOADING}</w:instrText></w:r>",
        f"<w:r><w:instrText><!-- PAGE -->{_LOADING}</w:instrText></w:r>",
        f"<w:r><w:instrText>INCL<!-- -->{_LOADING[4:]}</w:instrText></w:r>",
        f'<w:r><x:instrText xmlns:x="urn:x">PAGE </x:instrText><w:instrText>IN</w:instrText>'
        f'<x:instrText xmlns:x="urn:x">x</x:instrText>'
        f"<w:instrText>{_LOADING[2:]}</w:instrText></w:r>",
        f"<w:r><w:instrText>PAGE </w:instrText></w:r>{_BETWEEN}"
        f"<w:r><w:instrText>{_LOADING}</w:instrText></w:r>",
    ],
)
def test_an_instruction_behind_words_that_are_passed_over_goes(tmp_path, pieces):
    content = docx(f"<w:p>{_BEGIN}{pieces}{_END}</w:p>")
    path = _taken_out(tmp_path, "a.docx", content)
    assert b"geheim" not in _everything(path.read_bytes())


@pytest.mark.parametrize(
    "instruction", ["PAGE", 'TOC \\o "1-3" \\h', 'HYPERLINK "http://a.cn/LINK/x.y"']
)
def test_usual_instructions_stay(tmp_path, instruction):
    words = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>".replace('"', "&quot;")
    content = docx(f"<w:p>{_BEGIN}{words}{_BETWEEN}<w:r><w:t>1</w:t></w:r>{_END}</w:p>")
    assert _taken_out(tmp_path, "a.docx", content).read_bytes() == content


@pytest.mark.parametrize(
    "start",
    ["{\\*\\zz PAGE }", "{\\footnote PAGE }", "\\sn", "\\pict", "{\\uc20\\u80 {AGE }}"],
)
def test_rich_text_instructions_behind_other_words_go(tmp_path, start):
    path = tmp_path / "a.rtf"
    if start in ("\\sn", "\\pict"):
        text = f"{{\\rtf1 {{\\field{{{start}\\fldinst {_LOADING}}}{{\\fldrslt x}}}}}}"
    else:
        text = f"{{\\rtf1 {{\\field{{\\*\\fldinst {start}{_LOADING}}}{{\\fldrslt x}}}}}}"
    path.write_text(text)
    take_out(path)
    assert "geheim" not in path.read_text()


def test_forms_in_rich_text_stay(tmp_path):
    text = (
        r"{\rtf1 {\field{\*\fldinst FORMTEXT {\*\formfield{\fftype0{\*\ffname Text1}}}}"
        r"{\fldrslt x}}}"
    )
    assert _taken_out(tmp_path, "a.rtf", text.encode()).read_bytes() == text.encode()


def test_a_package_that_only_others_read_is_not_passed_on(tmp_path):
    path = tmp_path / "a.odp"
    path.write_bytes(odp("").replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff"))
    with pytest.raises(NotReadable):
        take_out(path)


@pytest.mark.parametrize(
    "name", ["a.shs", "a.iqy", "a\uff0eexe", "a.\uff45\uff58\uff45", "a.swf",
             "a.{3050f4d8-98b5-11cf-bb82-00aa00bdce0b}"],
)  # fmt: skip
def test_more_names_that_run(name):
    assert runnable_name(name) is Runnable.PROGRAM


@pytest.mark.parametrize("name", ["2024.12.31", "附件{1}", "a.mdb", "表.one", "a.dat", "v1.0"])
def test_names_that_do_not_run(name):
    assert runnable_name(name) is None

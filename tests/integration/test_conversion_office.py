from pathlib import Path

import pypdfium2
import pytest

from app.conversion.model import ConversionSettings, Made, Order
from app.conversion.office.converter import OfficeConverter
from app.conversion.office.program import find_office
from app.filekind import FileKind, FileType
from app.jobs import SilentJob
from app.problems import Problem, ProblemKind
from app.typesetting.office_fonts import write_fontconfig
from tests.support import documents
from tests.support.conversion import FAST, source_of
from tests.support.converter_contract import ConverterContract
from tests.support.documents import mails

needs_office = pytest.mark.skipif(find_office(None) is None, reason="LibreOffice is not installed")
DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">'
    '<rect width="90" height="90" fill="red"/><text x="100" y="50">组织架构</text></svg>'
)
LONG = "各乡（镇）人民政府、县直各单位："
HIDDEN = (
    f'<div id="js_content" style="visibility:hidden;opacity:0"><p>{LONG}</p>'
    f'<img data-src="https://x.invalid/a.png"><p>图为现场</p>{DRAWN}</div>'
)


@pytest.fixture(scope="module")
def environment(tmp_path_factory) -> dict[str, str]:
    return {"FONTCONFIG_FILE": str(write_fontconfig(tmp_path_factory.mktemp("fonts")))}


@pytest.fixture(scope="module")
def converter(workers, environment):
    return OfficeConverter(workers, FAST, environment)


@needs_office
@pytest.mark.office
class TestOfficeConverter(ConverterContract):
    @pytest.fixture
    def converter(self, workers, environment):
        return OfficeConverter(workers, FAST, environment)

    @pytest.fixture
    def good(self, tmp_path):
        return [documents.word(tmp_path / "a.docx"), documents.spreadsheet(tmp_path / "a.xlsx")]

    @pytest.fixture
    def bad(self, tmp_path):
        return documents.encrypted_word(tmp_path / "locked.docx")


class Converted:
    """The text and the size of the first page of each file, by its name."""

    def __init__(self, converter: OfficeConverter, folder: Path, paths: list[Path]) -> None:
        (folder / "work").mkdir()
        (folder / "targets").mkdir()
        orders = [Order(source_of(path), folder / "targets" / f"{path.name}.pdf") for path in paths]
        self.texts: dict[str, str] = {}
        self.notes: dict[str, tuple[Problem, ...]] = {}
        self.pages: dict[str, list[tuple[float, float]]] = {}
        for order, result in converter.convert(orders, folder / "work", SilentJob()):
            name = order.source.name
            assert isinstance(result, Made), f"{name}: {result}"
            self.notes[name] = result.notes
            with pypdfium2.PdfDocument(result.target) as document:
                pages = list(document)
                self.texts[name] = "".join(
                    "".join(page.get_textpage().get_text_range().split()) for page in pages
                )
                self.pages[name] = [page.get_size() for page in pages]


@pytest.fixture(scope="module")
def converted(converter, tmp_path_factory) -> Converted:
    folder = tmp_path_factory.mktemp("office")
    files = [
        documents.word(folder / "公文.docx", [LONG, "\f", "第二页镕喆堃"]),
        documents.rtf(folder / "富文本.rtf", LONG),
        documents.open_document(folder / "文本.odt", LONG),
        documents.open_document(folder / "表格.ods", "开放表格"),
        documents.open_document(folder / "演示.odp", "开放演示"),
        documents.wide_spreadsheet(folder / "宽表.xlsx", columns=20),
        documents.text(folder / "国标.txt", f"　　{LONG}\n第二行\n", "gb18030"),
        documents.text(folder / "十六位.txt", LONG, "utf-16"),
        documents.text(folder / "表.csv", "序号,单位\n1,县司法局\n", "gb18030"),
        documents.html(folder / "网页.html", f"<h1>第一行标题</h1><p>{LONG}</p>"),
        documents.mht(folder / "存档.mht"),
        documents.html(folder / "公众号.html", HIDDEN),
        mails.mail(folder / "邮件.eml", "请查收。\n  县司法局", [("表.txt", b"x")]),
        documents.text(folder / "架构.svg", DRAWN),
    ]
    return Converted(converter, folder, files)


@needs_office
@pytest.mark.office
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("公文.docx", LONG + "第二页镕喆堃"),
        ("富文本.rtf", LONG),
        ("文本.odt", LONG),
        ("表格.ods", "开放表格"),
        ("演示.odp", "开放演示"),
        ("宽表.xlsx", "第19列指标完成情况"),
        ("国标.txt", LONG + "第二行"),
        ("十六位.txt", LONG),
        ("表.csv", "序号单位1县司法局"),
        ("网页.html", "第一行标题" + LONG),
        ("存档.mht", "网页存档"),
        ("公众号.html", LONG + "［缺图］图为现场组织架构"),
        ("邮件.eml", "主题报送材料发件人县司法局<a@example.invalid>"),
        ("邮件.eml", "时间2021年4月9日10:00（UTC+0800）附件表.txt请查收。县司法局"),
        ("架构.svg", "组织架构"),
    ],
)
def test_chinese_comes_out_as_it_went_in(converted, name, words):
    assert words in converted.texts[name]


@needs_office
@pytest.mark.office
def test_what_pages_lack_is_told_beside_them(converted):
    assert [note.kind for note in converted.notes["公众号.html"]] == [
        ProblemKind.PICTURES_NOT_STORED
    ]
    assert [note.kind for note in converted.notes["邮件.eml"]] == [
        ProblemKind.MAIL_ATTACHMENTS_LEFT
    ]
    assert converted.notes["存档.mht"] == converted.notes["架构.svg"] == ()


@needs_office
@pytest.mark.office
def test_pages_are_as_many_and_as_large_as_they_should_be(converted):
    assert len(converted.pages["公文.docx"]) == 2
    (wide,) = converted.pages["宽表.xlsx"]
    assert wide == pytest.approx((1190.55, 841.89), abs=1)
    for name in ("国标.txt", "表.csv", "网页.html"):
        assert converted.pages[name][0] == pytest.approx((595.28, 841.89), abs=1), name


def test_without_the_program_each_file_is_told_so(workers, tmp_path):
    settings = ConversionSettings(office_program=tmp_path / "gone" / "soffice")
    order = Order(source_of(documents.word(tmp_path / "a.docx")), tmp_path / "a.pdf")
    (answer,) = OfficeConverter(workers, settings).convert([order], tmp_path, SilentJob())
    assert answer[1].kind is ProblemKind.CONVERTER_MISSING
    assert answer[1].detail == {"label": "Word 文档"}


@needs_office
@pytest.mark.office
def test_same_bytes_as_text_and_as_table_are_two_things(converter, tmp_path):
    path = documents.text(tmp_path / "a.csv", "甲,乙\n")
    plain = FileType(FileKind.TEXT, "text/plain", ".txt", "纯文本")
    assert converter.variant(source_of(path)) != converter.variant(source_of(path, None, plain))

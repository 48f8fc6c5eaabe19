import pypdfium2
import pytest

from app.conversion.model import Order, RenditionOrigin
from app.conversion.register import RegisterConverter, register
from app.filekind import FileKind, FileType
from app.problems import Problem, ProblemKind
from tests.support import documents
from tests.support.conversion import FAST, source_of
from tests.support.converter_contract import ConverterContract

LOCKED = FileType(FileKind.OTHER, "application/encrypted", ".docx", "加密的 Office 文档")


class TestRegisterConverter(ConverterContract):
    @pytest.fixture
    def converter(self, workers):
        return RegisterConverter(workers, FAST)

    @pytest.fixture
    def good(self, tmp_path):
        return [
            documents.sound(tmp_path / "访谈录音.wav"),
            documents.archive(tmp_path / "a.zip", {"甲.txt": b"x"}),
            documents.text(tmp_path / "a.bin", "\0\1\2", "latin-1"),
        ]

    @pytest.fixture
    def bad(self, tmp_path):
        return tmp_path / "locked.docx"

    @pytest.fixture
    def orders(self, good, bad, tmp_path):
        documents.encrypted_word(bad)
        targets = tmp_path / "targets"
        targets.mkdir()
        sources = [*(source_of(path) for path in good), source_of(bad, file_type=LOCKED)]
        return [Order(source, targets / f"{n}.pdf") for n, source in enumerate(sources)]


def test_sheet_names_the_file_its_length_and_its_hash(tmp_path):
    source = source_of(documents.sound(tmp_path / "访谈录音.wav", seconds=65))
    made = register(Order(source, tmp_path / "sheet.pdf"))
    assert made.origin is RenditionOrigin.REGISTER_SHEET
    assert made.copy_beside
    assert [note.kind for note in made.notes] == [ProblemKind.REGISTER_SHEET_ONLY]
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as document:
        text = "".join(document[0].get_textpage().get_text_range().split())
    assert "访谈录音.wav" in text
    assert "1分5秒" in text
    assert source.sha256 in text


def test_same_bytes_under_another_name_are_another_sheet(workers, tmp_path):
    path = documents.sound(tmp_path / "a.wav")
    converter = RegisterConverter(workers, FAST)
    one, other = source_of(path, "甲.wav"), source_of(path, "乙.wav")
    assert converter.variant(one) != converter.variant(other)


def test_film_that_is_none_still_gets_its_sheet(tmp_path):
    path = documents.text(tmp_path / "a.mp4", "not a film")
    film = FileType(FileKind.VIDEO, "video/mp4", ".mp4", "MP4 视频")
    made = register(Order(source_of(path, file_type=film), tmp_path / "sheet.pdf"))
    assert made.facts.page_count == 1


@pytest.mark.parametrize(("name", "damaged"), [("a.pdf", True), ("a.bin", False), ("a", False)])
def test_what_is_not_what_its_name_promises_is_damaged(tmp_path, name, damaged):
    (tmp_path / name).write_bytes(bytes(range(7, 200)))
    made = register(Order(source_of(tmp_path / name), tmp_path / "sheet.pdf"))
    assert isinstance(made, Problem) is damaged
    assert not damaged or made == Problem(ProblemKind.DAMAGED, {"label": "PDF"})

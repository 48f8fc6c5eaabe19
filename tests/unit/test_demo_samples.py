import ast
import csv
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import ofdkit
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image
from pymediainfo import MediaInfo

from resources.demo import make_samples, page
from resources.demo.content import Letter
from tests.support.workspaces import lushan

SOURCES = sorted(Path(make_samples.__file__).parent.rglob("*.py"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("样例")
    make_samples.make_samples(folder)
    return folder


@pytest.fixture(scope="module")
def rows(made):
    with (made / "清单.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.rglob(pattern)
    return found


def words() -> set[str]:
    """Every string in the sources of the demonstration."""
    found = set()
    for source in SOURCES:
        tree = ast.parse(source.read_text(encoding="utf-8"))
        found |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    return found


def test_manifest_names_every_file_once(made, rows):
    files = {file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file()}
    assert Counter(row["path"] for row in rows) == Counter(files - {"清单.csv"})
    assert 60 <= len(rows) <= 90


def test_manifest_speaks_the_frameworks_language(rows):
    methods = {lushan().find_method(row["method"]).id for row in rows}
    indicators = {lushan().indicator(row["indicator"]).code for row in rows}
    assert len(methods) == 6
    assert {"60", "加1", "加2"} <= indicators
    assert 12 <= len(indicators) <= 20
    for row in rows:
        if row["date"]:
            assert 2016 <= date.fromisoformat(row["date"]).year <= 2021


def test_some_lines_leave_the_guessing_to_the_program(rows):
    assert any(not row["title"] for row in rows)


def test_kinds_and_troubles(made):
    suffixes = {file.suffix for file in made.rglob("*") if file.is_file()}
    assert suffixes >= {
        ".docx", ".doc", ".xlsx", ".pptx", ".pdf", ".ofd", ".tif", ".jpg", ".png", ".txt", ".csv",
        ".html", ".mht", ".zip", ".wav", ".mp4",
    }  # fmt: skip
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(only(made, "*设有密码*.pdf"))
    assert not zipfile.is_zipfile(only(made, "*损坏*.docx"))
    assert only(made, "06 执行效果评估.docx").stat().st_size == 0
    assert only(made, "*.doc").read_bytes().startswith(b"{\\rtf")
    twin = only(made, "评查通知（重复的一份）.docx").read_bytes()
    assert twin == only(made, "示司〔2021〕12号 评查通知.docx").read_bytes()


def test_pages_turned_cropped_and_large(made):
    with pikepdf.open(only(made, "03 风险*.pdf")) as pdf:
        assert [int(p.get("/Rotate", 0)) for p in pdf.pages][-1] == 90
    with pikepdf.open(only(made, "*裁切页*.pdf")) as pdf:
        assert pdf.pages[0].cropbox != pdf.pages[0].mediabox
        assert float(pdf.pages[0].mediabox[0]) < 0
    with pikepdf.open(only(made, "*A3打印*.pdf")) as pdf:
        assert float(pdf.pages[0].mediabox[2]) == pytest.approx(420 / 25.4 * 72, abs=0.1)


def test_text_pdfs_embed_their_fonts(made):
    for file in made.rglob("*.pdf"):
        if "密码" in file.name:
            continue
        with pikepdf.open(file) as pdf:
            for part in pdf.pages:
                for font in dict(part.obj.Resources.get("/Font", {})).values():
                    assert "/FontFile2" in font.FontDescriptor, file.name


def test_pictures(made):
    with Image.open(only(made, "考试现场.jpg")) as upright:
        assert upright.getexif()[0x0112] == 6
        assert upright.width > upright.height
    with Image.open(only(made, "亮证执法现场照片.jpg")) as large:
        assert large.size == (4000, 3000)
    with Image.open(only(made, "*长截图*.png")) as long:
        assert long.height > 4 * long.width
    assert only(made, "*长截图*.png").stat().st_size < 300_000
    with Image.open(only(made, "02 询问笔录（扫描）.tif")) as scan:
        assert scan.n_frames >= 2


def test_archive_has_names_of_an_old_windows(made):
    with zipfile.ZipFile(only(made, "*.zip")) as archive:
        names = [entry.filename.encode("cp437").decode("gbk") for entry in archive.infolist()]
        assert not any(entry.flag_bits & 0x800 for entry in archive.infolist())
    assert "专家论证/专家论证意见.pdf" in names


def test_ofd_holds_its_text(made):
    text = ofdkit.extract_text(only(made, "*.ofd"))
    assert "清单之外，任何单位不得向群众和企业索要证明" in text.replace("\n", "")


def test_film_plays_twelve_seconds(made):
    (general,) = MediaInfo.parse(only(made, "*.mp4")).general_tracks
    assert general.duration == 12_000
    assert general.count_of_video_streams == "1"


def test_nothing_hints_at_a_real_county_or_a_secret():
    text = "".join(words())
    for word in ("鲁山", "平顶山", "河南", "绝密", "机密", "秘密"):
        assert word not in text
    assert "演示材料，内容均为虚构" in text


def test_fonts_can_show_every_sign():
    signs = {sign for text in words() for sign in text if ord(sign) > 0x2000}
    for face, name in page.FACES.items():
        with TTFont(page.FONTS / name, lazy=True) as font:
            lacking = {sign for sign in signs if ord(sign) not in font.getBestCmap()}
        assert lacking <= {"\u3000"}, face


def test_same_bytes_again(made, tmp_path):
    kinds = {Path(sample.path).suffix: sample for sample in make_samples.SAMPLES}
    make_samples.make_samples(tmp_path, tuple(kinds.values()))
    for sample in kinds.values():
        assert (tmp_path / sample.path).read_bytes() == (made / sample.path).read_bytes()


def test_letter_set_on_pages_stays_inside_the_type_area():
    body = tuple(f"第{n}段。" + "依法行政，" * 30 for n in range(12))
    letter = Letter(
        "示例县司法局", "示司〔2021〕1号", "关于排版的通知", body, date(2021, 4, 9), "各单位"
    )
    pages = page.set_letter(letter)
    assert len(pages) > 2
    for part in pages:
        *text, folio = part.lines
        for line in text:
            right = line.x + page.width_of(line.text, line.face, line.size)
            assert line.x >= page.LEFT - 0.01
            # closing punctuation may hang by one sign
            assert right <= page.LEFT + page.WIDTH + line.size * page.POINT + 0.01
            assert line.y <= page.TOP + page.HEIGHT + 0.01
        assert folio.text.startswith("— ")

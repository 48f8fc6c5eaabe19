"""A county's evidence for the measurements: text PDFs, scans, 12-megapixel photos, Word files.

Everything comes from a fixed seed and no two files are alike: pictures share their pixels but
differ in a comment, so that neither side gains from equal content.
"""

import io
import json
import random
import shutil
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from resources.demo.content import Letter
from resources.demo.photos import photo, service_hall, street_scene, training_hall
from resources.demo.prints import letter_pdf
from resources.demo.scans import scan_images
from resources.demo.word import letter_docx

VERSION = 1
SEED = 20210409
WORDS = (
    "行政执法", "重大决策", "合法性审查", "规范性文件", "公共法律服务", "政务公开", "行政调解",
    "案卷评查", "专题培训", "监督检查", "责任清单", "办理时限", "群众满意",
    "整改落实", "执法公示", "全过程记录", "法制审核", "营商环境", "乡镇街道", "司法建议",
    "复议应诉", "动态调整", "组织领导", "统筹协调", "问题导向", "情况通报", "归档立卷",
    "线上办理", "窗口受理", "依法履职",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scale:
    """How much of each kind the corpus holds."""

    text_pdfs: int
    text_pages: int
    scan_pdfs: int
    scan_pages: int
    photos: int
    words: int
    pictures: int  # different scanned pages


FULL = Scale(440, 7, 110, 9, 90, 120, 30)
SMALL = Scale(6, 2, 2, 2, 2, 2, 2)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files, each kind in the order in which it is attached."""

    folder: Path
    pdfs: tuple[Path, ...]
    photos: tuple[Path, ...]
    words: tuple[Path, ...]

    @property
    def all(self) -> tuple[Path, ...]:
        """Every file."""
        return self.pdfs + self.photos + self.words

    @property
    def size(self) -> int:
        """The size of all files in bytes."""
        return sum(file.stat().st_size for file in self.all)

    @property
    def pages(self) -> int:
        """The pages of the PDFs."""
        return sum(page_count(file) for file in self.pdfs)


def page_count(file: Path) -> int:
    """The number of pages of a PDF."""
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


def build(folder: Path, scale: Scale) -> Corpus:
    """Make the corpus in ``folder``, or take the one that stands there."""
    stamp = folder / "corpus.json"
    wanted = json.dumps({"version": VERSION, "scale": repr(scale)})
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        for part in ("pdf", "photo", "word"):
            (folder / part).mkdir(parents=True)
        _write_texts(folder, scale)
        _write_scans(folder, scale)
        _write_photos(folder, scale)
        _write_words(folder, scale)
        stamp.write_text(wanted, encoding="utf-8")
    return Corpus(
        folder,
        tuple(sorted((folder / "pdf").iterdir())),
        tuple(sorted((folder / "photo").iterdir())),
        tuple(sorted((folder / "word").iterdir())),
    )


def changed_pdf(path: Path, turn: int) -> Path:
    """One more PDF, of which the corpus holds no copy: what changes between two compiles."""
    letter_pdf(path, letter(random.Random(f"{SEED}changed{turn}"), 9999 - turn, 2))
    return path


def letter(rng: random.Random, number: int, pages: int) -> Letter:
    """A letter that fills about ``pages`` pages."""
    body = []
    for part in range(pages * 4):
        body.append("一二三四五六七八九十"[part % 10] + "、" + "".join(rng.choices(WORDS, k=2)))
        body.append(
            "".join(f"{''.join(rng.choices(WORDS, k=3))}，" for _ in range(8)) + "特此说明。"
        )
    return Letter(
        "示例县司法局",
        f"示司〔{2018 + number % 4}〕{number}号",
        f"关于{''.join(rng.choices(WORDS, k=2))}情况的报告（{number:04d}）",
        tuple(body),
        date(2018 + number % 4, number % 12 + 1, number % 28 + 1),
        "县直各单位",
    )


def _write_texts(folder: Path, scale: Scale) -> None:
    for number in range(scale.text_pdfs):
        rng = random.Random(f"{SEED}text{number}")
        written = letter(rng, number, max(1, scale.text_pages - 3 + number % 7))
        letter_pdf(folder / "pdf" / f"文字{number:04d}.pdf", written)


def _write_scans(folder: Path, scale: Scale) -> None:
    pages = list(_scanned_pages(scale.pictures))
    for number in range(scale.scan_pdfs):
        with pikepdf.new() as pdf:
            for part in range(scale.scan_pages):
                data = commented(pages[(number * 7 + part) % len(pages)], number * 1000 + part)
                _add_scan(pdf, data)
            pdf.save(folder / "pdf" / f"扫描{number:04d}.pdf", deterministic_id=True)


def _scanned_pages(count: int) -> Iterator[bytes]:
    """Pages as an office copier scans them: 200 dpi, colour, JPEG."""
    rng = random.Random(f"{SEED}scan")
    found = 0
    while found < count:
        for image in scan_images(letter(rng, 5000 + found, 2), dpi=200):
            yield _jpeg(image, 88)
            found += 1
            if found == count:
                return


def _jpeg(image: Image.Image, quality: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def _add_scan(pdf: pikepdf.Pdf, data: bytes) -> None:
    with Image.open(io.BytesIO(data)) as image:
        width, height = image.size
    picture = Stream(
        pdf,
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    page = pdf.add_blank_page(page_size=(595.276, 841.89))
    page.Resources = Dictionary(XObject=Dictionary(Im0=pdf.make_indirect(picture)))
    page.Contents = pdf.make_stream(b"q 595.276 0 0 841.89 0 0 cm /Im0 Do Q")
    page.mediabox = Array([0, 0, 595.276, 841.89])


def commented(data: bytes, number: int) -> bytes:
    """A JPEG with one more comment, which makes its bytes its own and leaves its pixels."""
    text = f"benchmark {number}".encode()
    return data[:2] + b"\xff\xfe" + struct.pack(">H", len(text) + 2) + text + data[2:]


def _write_photos(folder: Path, scale: Scale) -> None:
    scenes = (training_hall, service_hall, street_scene)
    taken: list[bytes] = []
    target = folder / "photo" / "first.jpg"
    for number in range(min(scale.photos, 6)):
        photo(
            target,
            scenes[number % 3],
            f"测速照片{number}",
            "2021:04:14 09:00:00",
            size=(4000, 3000),
            upright=number % 2 == 1,
        )
        taken.append(target.read_bytes())
    target.unlink(missing_ok=True)
    for number in range(scale.photos):
        data = commented(taken[number % len(taken)], number)
        (folder / "photo" / f"照片{number:04d}.jpg").write_bytes(data)


def _write_words(folder: Path, scale: Scale) -> None:
    for number in range(scale.words):
        rng = random.Random(f"{SEED}word{number}")
        letter_docx(
            folder / "word" / f"公文{number:04d}.docx", letter(rng, 7000 + number, 1 + number % 3)
        )

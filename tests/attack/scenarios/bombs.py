"""Files that are small and want all memory, time or disk, beside files that are sound."""

import io
import struct
import threading
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random

import psutil

from app.confinement.limits import Limits
from app.confinement.usage import own_memory
from app.intake.inspection import Inspection, InspectionOrder, inspect
from app.isolation import Broken, Crashed, Done, IsolatedCall, Overdue, Result, Workers
from app.jobs import SilentJob
from app.problems import ProblemKind
from tests.attack.playing import Attack, Outcome

_MEGABYTE = 1 << 20
#: Small, so that a case is over soon: what holds for these limits holds for others.
_LIMITS = Limits(memory=320 * _MEGABYTE, file_size=256 * _MEGABYTE)
_SECONDS = 5.0
#: How far a process may be seen above its limit: libraries that it maps count elsewhere.
_LEEWAY = 64 * _MEGABYTE

Bomb = Callable[[Random], tuple[str, bytes]]


def play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    """Hand in bombs in batches with a sound file each, and watch what the workers take."""
    with Workers(2, _LIMITS) as workers:
        for number in range(cases):
            bomb = random.choice(_BOMBS)
            name, content = bomb(random)
            place = folder / str(number)
            place.mkdir()
            hostile, sound = place / name, place / "sound.txt"
            hostile.write_bytes(content)
            sound.write_text("关于印发工作方案的通知", encoding="utf-8")
            yield _played(workers, hostile, sound)


def _played(workers: Workers, hostile: Path, sound: Path) -> Outcome:
    case = f"{hostile.name}, {hostile.stat().st_size} bytes"
    orders = [InspectionOrder(path, path.name, date(2026, 1, 1)) for path in (hostile, sound)]
    tasks = [IsolatedCall(order, _SECONDS) for order in orders]
    started = time.monotonic()
    with _Gauge() as gauge:
        results = dict(workers.run_each(inspect, tasks, SilentJob(), chunk=2))
    seconds = time.monotonic() - started
    if gauge.most > _LIMITS.memory + _LEEWAY:
        return Outcome(case, held=False, detail=f"took {gauge.most // _MEGABYTE} MB")
    # Once with the other file, once alone.
    if seconds > 3 * _SECONDS + 10:
        return Outcome(case, held=False, detail=f"took {seconds:.0f} s")
    if not isinstance(results[orders[1]], Done):
        return Outcome(case, held=False, detail=f"the sound file: {results[orders[1]]}")
    return _judged(case, results[orders[0]])


def _judged(case: str, result: Result[Inspection]) -> Outcome:
    match result:
        case Broken(detail) | Crashed(detail):
            return Outcome(case, held=False, detail=f"not named: {detail}")
        case Done(inspection):
            if case.startswith(_WHOLE) and ProblemKind.DAMAGED in _kinds(inspection):
                return Outcome(case, held=False, detail="called damaged")
            told = ", ".join(problem.kind.value for problem in inspection.problems)
            return Outcome(case, held=True, detail=f"looked through: {told or 'nothing found'}")
        case Overdue():
            return Outcome(case, held=True, detail=ProblemKind.TIMED_OUT.value)
        case _:
            return Outcome(case, held=True, detail=type(result).__name__)


def _kinds(inspection: Inspection) -> set[ProblemKind]:
    return {problem.kind for problem in inspection.problems}


class _Gauge:
    """Looks how much memory the largest child has while a case is played."""

    def __init__(self) -> None:
        self.most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "_Gauge":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.05):
            with suppress(psutil.Error):
                children = psutil.Process().children(recursive=True)
                self.most = max([self.most, *map(own_memory, children)])


# --- the bombs -----------------------------------------------------------------------------------


def _swollen(random: Random, piece: bytes) -> tuple[bytes, int]:
    """Up to some gigabytes of one piece, deflated two or three times."""
    megabytes, levels = random.randrange(350, 500), random.choice((2, 3))
    packer = zlib.compressobj(9)
    block = piece * (_MEGABYTE // len(piece))
    data = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    for _ in range(levels - 1):
        data = zlib.compress(data, 9)
    return data, levels


def _stream(data: bytes, levels: int, words: str = "") -> bytes:
    filters = "/FlateDecode" * levels
    head = f"<<{words}/Length {len(data)}/Filter[{filters}]>>stream\n"
    return head.encode() + data + b"\nendstream"


def _pdf(objects: list[bytes]) -> bytes:
    pdf = io.BytesIO()
    pdf.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(pdf.tell())
        pdf.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    start = pdf.tell()
    pdf.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    pdf.writelines(b"%010d 00000 n \n" % place for place in places)
    pdf.write(b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1))
    pdf.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return pdf.getvalue()


def _page(words: str) -> list[bytes]:
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{words}>>"
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page.encode(),
    ]


def _pdf_content(random: Random) -> tuple[str, bytes]:
    data, levels = _swollen(random, random.choice((b"q Q ", b"    ", b"0 0 m ", b"[[[[", b"(a)")))
    return "content.pdf", _pdf([*_page("/Contents 4 0 R/Resources<<>>"), _stream(data, levels)])


def _pdf_form(random: Random) -> tuple[str, bytes]:
    data, levels = _swollen(random, b"q Q ")
    form = _stream(data, levels, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>")
    words = "/Contents 5 0 R/Resources<</XObject<</F 4 0 R>>>>"
    return "form.pdf", _pdf([*_page(words), form, _stream(zlib.compress(b"/F Do"), 1)])


def _pdf_objects(random: Random) -> tuple[str, bytes]:
    data, levels = _swollen(random, random.choice((b"    ", b"1 0 ", b"[[[[")))
    pdf = io.BytesIO(b"%PDF-1.7\n")
    pdf.seek(0, io.SEEK_END)
    first = pdf.tell()
    stream = _stream(data, levels, "/Type/ObjStm/N 2/First 20")
    pdf.write(b"1 0 obj\n" + stream + b"\nendobj\n")
    start = pdf.tell()
    rows = [(0, 0, 65535), (1, first, 0), (2, 1, 0), (2, 1, 1), (1, start, 0)]
    table = b"".join(struct.pack(">BIH", *row) for row in rows)
    pdf.write(b"4 0 obj\n<</Type/XRef/Size 5/W[1 4 2]/Root 2 0 R")
    pdf.write(b"/Length %d>>stream\n" % len(table) + table + b"\nendstream\nendobj\n")
    pdf.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return "objects.pdf", pdf.getvalue()


def _pdf_table(random: Random) -> tuple[str, bytes]:
    data, levels = _swollen(random, b"\0\0\0\0")
    pdf = io.BytesIO()
    pdf.write(b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n")
    start = pdf.tell()
    stream = _stream(data, levels, "/Type/XRef/Size 400000000/W[1 4 2]/Root 1 0 R")
    pdf.write(b"4 0 obj\n" + stream + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)
    return "table.pdf", pdf.getvalue()


def _png(random: Random) -> tuple[str, bytes]:
    width, height = random.randrange(8_000, 60_000), random.randrange(8_000, 60_000)
    packer = zlib.compressobj(9)
    row = bytes(width * 3 + 1)
    rows = min(height, 400_000_000 // len(row))
    data = b"".join(packer.compress(row) for _ in range(rows)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return "picture.png", b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + check


def _bmp(random: Random) -> tuple[str, bytes]:
    width, height = random.randrange(10_000, 200_000), random.randrange(10_000, 200_000)
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    return "picture.bmp", b"BM" + struct.pack("<IHHI", 54, 0, 0, 54) + info + bytes(4096)


def _gif(random: Random) -> tuple[str, bytes]:
    side = struct.pack("<HH", random.randrange(30_000, 65_535), random.randrange(30_000, 65_535))
    frame = b"," + bytes(4) + side + b"\0\x02\x02\x4c\x01\0"
    return "picture.gif", b"GIF89a" + side + b"\x80\0\0" + bytes(6) + frame * 200 + b";"


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" Type="{_DOCUMENT}"'
        ' Target="word/document.xml"/></Relationships>'
    ),
}


def _docx(random: Random) -> tuple[str, bytes]:
    piece, times = random.choice(
        (
            (b"<w:p><w:r><w:t>a</w:t></w:r></w:p>", 4_000_000),
            (b"<w:tbl><w:tr><w:tc>", 1_500_000),
            (b"<w:p " + b" ".join(b'w:a%d="1"' % n for n in range(500)) + b"/>", 20_000),
            (b"<w:p><w:r><w:t>" + b"a" * 4096, 50_000),
        )
    )
    opened = f'<w:document xmlns:w="{_WORD}"><w:body>'.encode()
    return "text.docx", _package(opened, piece, times, b"</w:body></w:document>")


def _laughs(random: Random) -> tuple[str, bytes]:
    depth = random.randrange(8, 14)
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, depth))
    head = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><w:document xmlns:w="{_WORD}"><w:body>'
    body = f"<w:p><w:r><w:t>&e{depth - 1};</w:t></w:r></w:p>"
    return "laughs.docx", _package((head + body).encode(), b"", 0, b"</w:body></w:document>")


def _package(opened: bytes, piece: bytes, times: int, closed: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, words in _PARTS.items():
            package.writestr(name, words)
        with package.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(opened)
            while times > 0:
                now = min(times, max(1, _MEGABYTE // max(1, len(piece))))
                part.write(piece * now)
                times -= now
            part.write(closed)
    return packed.getvalue()


def _html(random: Random) -> tuple[str, bytes]:
    piece = random.choice((b"<div>", b"<table><tr><td>", b"<b><i>", b"<svg><g>"))
    return "page.html", b"<html><body>" + piece * random.randrange(100_000, 600_000)


def _rtf(random: Random) -> tuple[str, bytes]:
    piece = random.choice((rb"{", rb"\trowd\cellx1\cell\row ", rb"{\*\x ", rb"\bin99999999 "))
    return "text.rtf", rb"{\rtf1\ansi " + piece * random.randrange(100_000, 400_000)


def _csv(random: Random) -> tuple[str, bytes]:
    piece = random.choice((b",", b'"', b"a,", b"\n"))
    return "table.csv", piece * random.randrange(8_000_000, 24_000_000)


def _mail(random: Random) -> tuple[str, bytes]:
    head = b"From: a@b.cn\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    part = b"--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\na\n"
    nested = b"--x\nContent-Type: message/rfc822\n\n" + head
    return "mail.eml", head + random.choice((part, nested)) * random.randrange(5_000, 40_000)


def _nested(random: Random) -> tuple[str, bytes]:
    """Sound files of their formats, with nothing in them but depth."""
    levels = random.randrange(1_000, 6_000)
    head = b"From: a@example.invalid\r\nMIME-Version: 1.0\r\n"
    inner = head + b"Content-Type: message/rfc822\r\n\r\n"
    svg = b'<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'
    ways = {
        "eml": inner * levels + head + b"\r\ntext",
        "svg": svg % (b"<g>" * levels + b"</g>" * levels),
        "html": b"<html><body><p>text" + b"<div>" * levels + b"text" + b"</div>" * levels,
    }
    suffix = random.choice(sorted(ways))
    return f"nested.{suffix}", ways[suffix]


def _ofd(random: Random) -> tuple[str, bytes]:
    """A page of more bytes than the library for OFD reads."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    page = "<ofd:Page %s>%s</ofd:Page>"
    body = "<ofd:DocBody><ofd:DocRoot>Doc.xml</ofd:DocRoot></ofd:DocBody>"
    pages = '<ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages>'
    parts = {
        "OFD.xml": f"<ofd:OFD {space}>{body}</ofd:OFD>",
        "Doc.xml": f"<ofd:Document {space}><ofd:CommonData/>{pages}</ofd:Document>",
        "P.xml": page % (space, " " * random.randrange(65 * _MEGABYTE, 90 * _MEGABYTE)),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return "large.ofd", target.getvalue()


#: What is only deep or large, and must not be called damaged.
_WHOLE = ("nested.", "large.")

_BOMBS: tuple[Bomb, ...] = (
    _pdf_content,
    _pdf_form,
    _pdf_objects,
    _pdf_table,
    _png,
    _bmp,
    _gif,
    _docx,
    _laughs,
    _html,
    _rtf,
    _csv,
    _mail,
    _nested,
    _ofd,
)

ATTACK = Attack(
    name="bombs",
    promise=(
        "No file makes a process of the program exceed its limits of memory, time or output, and"
        " the other files are taken in."
    ),
    cases=8,
    play=play,
)

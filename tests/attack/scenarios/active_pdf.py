"""Active and foreign things put into any dictionary of real PDFs that are then bound."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from app.conversion.model import Made, Order, RenditionOrigin
from app.conversion.pdf.converter import examine
from app.pdf.inert import acting_parts
from tests.attack.playing import Attack, Outcome
from tests.support import documents
from tests.support.conversion import source_of
from tests.support.dossiers import bind_items, item_of


def _words(*lines: str) -> list[str]:
    return [word for line in lines for word in line.split()]


_MARK = b"JZ-ATTACK-PAYLOAD"
_KEYS = _words(
    "AF FS PieceInfo PresSteps Popup IRT Parent B Ref OPI Thread PA AA A",
    "Next OpenAction JS F FFilter EF RichMediaContent Metadata Alternates",
    "Measure VP DPart Private Embedded XFA ID",
)
_ACTIONS = _words(
    "JavaScript Launch GoToR GoToE SubmitForm ImportData Rendition Thread",
    "URI",
)
#: In these a key is a name of somebody's own; what stands there is a font, a picture and so on.
_MAPS = frozenset(_words("Font XObject Pattern Shading ExtGState ColorSpace Properties CharProcs"))
#: More would cost time and try nothing new.
_PAGES = 2
_SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "pdf"


def play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    """Spoil one PDF a case, convert it, bind it, and look for what must not be there."""
    sources = _sources(folder)
    for number in range(cases):
        work = folder / str(number)
        work.mkdir()
        yield _case(random, random.choice(sources), work, f"case {number}")


def _sources(folder: Path) -> list[Path]:
    made = [
        documents.text_pdf(folder / "text.pdf", ["甲", "乙"]),
        documents.form_pdf(folder / "form.pdf", "FILLED"),
        documents.scripted_pdf(folder / "script.pdf"),
        documents.attachment_pdf(folder / "attachment.pdf"),
    ]
    for path in sorted(_SAMPLES.glob("*.pdf")) if _SAMPLES.is_dir() else []:
        try:
            with pikepdf.open(path) as pdf:
                if len(pdf.pages) <= 6 and not pdf.is_encrypted and not pdf.get_warnings():
                    made.append(path)
        except (pikepdf.PdfError, pikepdf.PasswordError):
            continue
    return made


def _case(random: Random, source: Path, work: Path, case: str) -> Outcome:
    spoilt, where = work / "spoilt.pdf", []
    with pikepdf.open(source) as pdf:
        holders = list(_holders(pdf))
        for _ in range(random.randint(1, 6)):
            path, holder = random.choice(holders)
            key = random.choice(_KEYS)
            if f"/{key}" in holder or path.rpartition("/")[2] in _MAPS:
                continue
            holder[f"/{key}"] = _thing(random, pdf)
            where.append(f"{path}/{key}")
        plain = work / "plain.pdf"
        pdf.save(spoilt, fix_metadata_version=False)
    with pikepdf.open(source) as pdf:
        pdf.save(plain, fix_metadata_version=False)
    case = f"{case}: {source.name}, {', '.join(where) or 'untouched'}"
    try:
        before, made = _converted(plain), _converted(spoilt)
        if before is None or made is None:
            return Outcome(case, before is made, "only one of them was bound")
        bind_items([item_of(made.target)], work / "bound.pdf")
        return Outcome(case, *_judged(work / "bound.pdf", before, made))
    except Exception as error:  # the program must not fail, whatever stands in the file
        return Outcome(case, held=False, detail=f"{type(error).__name__}: {error}")


def _converted(path: Path) -> Made | None:
    made = examine(Order(source_of(path), path.with_suffix(".target.pdf")))
    return made if isinstance(made, Made) else None


def _judged(bound: Path, before: Made, made: Made) -> tuple[bool, str]:
    with pikepdf.open(bound) as pdf:
        if found := acting_parts(pdf):
            return False, f"acts: {found}"
        for thing in pdf.objects:
            if _MARK in _bytes_of(thing):
                return False, f"carried: {thing.objgen}"
    if _pictures(made.target) != _pictures(before.target):
        return False, "pages look different"
    anew = made.origin is not RenditionOrigin.ORIGINAL
    return True, "cut down" if anew else "nothing on the pages"


def _bytes_of(thing: Object) -> bytes:
    if isinstance(thing, Stream):
        try:
            return thing.stream_dict.unparse() + thing.read_bytes()
        except pikepdf.PdfError:
            return thing.stream_dict.unparse()
    return thing.unparse(resolved=True)


def _pictures(path: Path) -> list[bytes]:
    with pypdfium2.PdfDocument(path) as document:
        pages = range(min(len(document), _PAGES))
        return [document[n].render(scale=100 / 72).to_pil().tobytes() for n in pages]


def _holders(pdf: Pdf) -> Iterator[tuple[str, Object]]:
    """Every dictionary and stream that the pages lead to, by its path."""
    seen: set[tuple[int, int]] = set()
    stack: list[tuple[str, object]] = [(f"page {n}", page.obj) for n, page in enumerate(pdf.pages)]
    stack.append(("catalogue", pdf.Root))
    while stack:
        path, thing = stack.pop()
        if isinstance(thing, Array):
            stack += [(f"{path}[]", one) for one in thing]
            continue
        if not isinstance(thing, (Dictionary, Stream)):
            continue
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if thing.get(Name.Type) == Name.Pages:
            continue
        yield path, thing
        stack += [(f"{path}{key}", one) for key, one in thing.items() if key.isascii()]


def _thing(random: Random, pdf: Pdf) -> Object:
    makers: list[Callable[[], Object]] = [
        lambda: _action(random),
        lambda: Array([_action(random), _file(pdf)]),
        lambda: _file(pdf),
        lambda: pdf.make_stream(_MARK, Type=Name.EmbeddedFile),
        lambda: Dictionary(Type=Name.Annot, Subtype=Name.Screen, Rect=[0, 0, 9, 9]),
        lambda: Dictionary(Deep=Dictionary(Deeper=Array([_file(pdf)]), O=_action(random))),
        lambda: String("words"),  # where a number is expected, words do nothing
    ]
    thing = random.choice(makers)()
    return pdf.make_indirect(thing) if random.random() < 0.5 and not thing.is_indirect else thing


def _action(random: Random) -> Object:
    kind = random.choice(_ACTIONS)
    words = String(_MARK.decode())
    return Dictionary(
        S=Name(f"/{kind}"), JS=words, F=words, URI=String(f"file:///{_MARK.decode()}")
    )


def _file(pdf: Pdf) -> Object:
    stream = pdf.make_stream(_MARK, Type=Name.EmbeddedFile)
    name = String("报告.pdf.exe")
    return pdf.make_indirect(Dictionary(Type=Name.Filespec, F=name, EF=Dictionary(F=stream)))


ATTACK = Attack(
    name="active-pdf",
    promise="Nothing on a bound page acts, brings a file or fetches one, and it looks the same.",
    cases=300,
    play=play,
)

"""What a PDF holds that its bound pages do not show."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectSet, Pdf, Stream, String

from app.filekind import FileType
from app.findings.embedded import MOST_OBJECT, EmbeddedFile, tidy_name
from app.pdf.attachments import content_of, embedded_streams
from app.pdf.dynamic_forms import is_dynamic_form
from app.pdf.layers import layers_of, marks_in, marks_of_annotation
from app.pdf.objects import (
    annotations_of,
    entries,
    inherited,
    is_hidden,
    is_printed,
    is_push_button,
    items,
    name,
    normal_appearance,
    text,
)
from app.pdf.opening import CannotOpen, OpenedPdf, open_pdf
from app.pdf.signatures import signatures_of
from app.problems import Problem, ProblemKind, listed

_LONGEST_NAME = 60
#: A drawing of more packed bytes than this shows something.
_LONGEST_BLANK = 2000

#: Entries of a stream that say that another file holds its data, or what it stands for.
_OUTSIDE = (Name.F, Name.Ref, Name.OPI)

_MEDIA = frozenset({"Movie", "Sound", "Screen", "RichMedia", "3D"})

#: Remarks on the page, with words that a reader shows beside it.
_REMARKS = frozenset(
    {
        "Text",
        "Highlight",
        "Underline",
        "Squiggly",
        "StrikeOut",
        "Caret",
        "Square",
        "Circle",
        "Line",
        "Polygon",
        "PolyLine",
        "Ink",
        "Redact",
    }
)
#: What nobody expects on paper; remarks and media have findings of their own.
_SCREEN_ONLY = _MEDIA | {"Link", "Popup", "Text", "FileAttachment", "PrinterMark", "TrapNet"}

#: Every reader has these or their like, drawn to the same measures.
_EVERYWHERE = (
    "helvetica",
    "arial",
    "times",
    "courier",
    "symbol",
    "zapfdingbats",
)


def find_in_pdf(path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Look through a PDF; one that no page can be bound of gives the reason for that."""
    try:
        with open_pdf(path) as opened:
            return findings_of(opened, path, file_type)
    except CannotOpen as error:
        return (Problem(error.kind, {"label": file_type.label, **error.detail}),)


def findings_of(opened: OpenedPdf, path: Path, file_type: FileType) -> tuple[Problem, ...]:
    """Look through an open PDF that was read from ``path``."""
    pdf = opened.pdf
    if is_dynamic_form(pdf, path):
        return (Problem(ProblemKind.DYNAMIC_FORM, {"label": file_type.label}),)
    files = [file.name for file in _files_of(pdf, taken=False)]
    inside = ProblemKind.ATTACHMENTS_NOT_CARRIED
    if Name.Collection in pdf.Root:
        inside = ProblemKind.PORTFOLIO
    media, notes, unprinted, undrawn = _count_annotations(pdf)
    found = [
        _named(inside, files),
        _counted(ProblemKind.MEDIA_NOT_CARRIED, media),
        _counted(ProblemKind.REVIEW_NOTES, notes),
        _counted(ProblemKind.NOT_PRINTED, unprinted),
        _counted(ProblemKind.VALUES_NOT_SHOWN, undrawn),
        _counted(ProblemKind.SIGNATURE_NOT_SHOWN, signatures_of(pdf).unseen),
        _named(ProblemKind.LAYERS_NOT_PRINTED, _unprinted_layers(pdf)),
        _named(ProblemKind.FONTS_NOT_EMBEDDED, _missing_fonts(pdf)),
        _counted(ProblemKind.OUTSIDE_NOT_CARRIED, _count_outside(pdf)),
    ]
    if opened.pages_only:
        found.append(Problem(ProblemKind.NOT_LOOKED_THROUGH, {"label": file_type.label}))
    return tuple(problem for problem in found if problem is not None)


def files_in_pdf(path: Path) -> Iterator[EmbeddedFile]:
    """The files inside a PDF, one after another; what cannot be read has no content."""
    try:
        with open_pdf(path) as opened:
            yield from _files_of(opened.pdf, taken=True)
    except CannotOpen:
        return


def _files_of(pdf: Pdf, *, taken: bool) -> Iterator[EmbeddedFile]:
    for number, (given, stream) in enumerate(embedded_streams(pdf), 1):
        content = content_of(stream, MOST_OBJECT) if taken else None
        yield EmbeddedFile(tidy_name(given) or f"嵌入文件{number}", content)


def _counted(kind: ProblemKind, count: int) -> Problem | None:
    return Problem(kind, {"count": count}) if count else None


def _named(kind: ProblemKind, names: Sequence[str]) -> Problem | None:
    if not names:
        return None
    shown = listed(_plain(one) for one in names if one.strip())
    return Problem(kind, {"count": len(names), **({"names": shown} if shown else {})})


def _plain(given: str) -> str:
    """A name without what no reader can see, and not longer than a line."""
    plain = "".join(character for character in given if character.isprintable())
    return plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME - 1] + "…"


def _count_annotations(pdf: Pdf) -> tuple[int, int, int, int]:
    """Count what plays, reviewers' notes, what only screens show, and values nobody sees."""
    form = pdf.Root.get(Name.AcroForm)
    redrawn = isinstance(form, Dictionary) and form.get(Name.NeedAppearances, False) is True
    media = notes = unprinted = undrawn = 0
    for page in pdf.pages:
        for annotation in annotations_of(page):
            kind = name(annotation.get(Name.Subtype))
            media += kind in _MEDIA
            notes += _is_note(annotation, kind)
            unprinted += _is_for_screens(annotation, kind)
            undrawn += kind == "Widget" and not redrawn and _hides_value(annotation)
    return media, notes, unprinted, undrawn


def _is_note(annotation: Object, kind: str) -> bool:
    words = text(annotation.get(Name.Contents)).strip() or Name.RC in annotation
    if not words or Name.StateModel in annotation:  # "accepted", "marked" and the like
        return False
    # The words of a stamp describe it, unless somebody opened a note on it.
    return kind in _REMARKS or (kind == "Stamp" and Name.Popup in annotation)


def _is_for_screens(annotation: Object, kind: str) -> bool:
    """Say whether a reader shows on the screen what no printer prints of this annotation."""
    if kind in _SCREEN_ONLY or is_printed(annotation) or is_hidden(annotation):
        return False
    if kind != "Widget":
        return normal_appearance(annotation) is not None or Name.Contents in annotation
    if inherited(annotation, Name.FT) == Name.Sig:
        return False  # told by itself
    if inherited(annotation, Name.FT) == Name.Btn:
        is_on = annotation.get(Name.AS, Name.Off) != Name.Off
        return is_on and not is_push_button(annotation)
    value = inherited(annotation, Name.V)
    return bool(text(value).strip()) or isinstance(value, (Dictionary, Array))


def _hides_value(widget: Object) -> bool:
    """Say whether a field is filled in, and the drawing stored for it shows no words."""
    if inherited(widget, Name.FT) != Name.Tx or not is_printed(widget):
        return False
    drawing = normal_appearance(widget)
    if drawing is None or not text(inherited(widget, Name.V)).strip():
        return False
    try:
        if len(drawing.read_raw_bytes()) > _LONGEST_BLANK:
            return False
        shown = pikepdf.parse_content_stream(drawing, "Tj TJ ' \" Do sh INLINE IMAGE")
    except pikepdf.PdfError:
        return False
    return not any(_shows(part) for step in shown for part in step.operands)


def _shows(part: object) -> bool:
    if isinstance(part, Array):
        return any(_shows(one) for one in part)
    return isinstance(part, Name) or (isinstance(part, String) and bool(bytes(part)))


def _unprinted_layers(pdf: Pdf) -> list[str]:
    """Name the layers that hold something and are not printed."""
    layers = layers_of(pdf)
    if not layers.unprinted:
        return []
    marks: list[Object] = []
    for page in pdf.pages:
        for annotation in annotations_of(page):
            marks += marks_of_annotation(annotation)
    for scope in pdf.content_scopes():
        marks += marks_in(scope.resources)
    names = [one for mark in marks if layers.hides(mark) for one in layers.names_behind(mark)]
    return list(dict.fromkeys(names))


def _count_outside(pdf: Pdf) -> int:
    """Count the contents, forms and pictures that another file holds, in whole or in part."""
    outside = ObjectSet()
    for scope in pdf.content_scopes():
        parts = [scope.content]
        if isinstance(scope.content, Dictionary):
            contents = scope.content.get(Name.Contents)
            parts = [contents] if isinstance(contents, Stream) else list(items(contents))
        drawn = scope.resources.get(Name.XObject) if scope.resources is not None else None
        for part in (*parts, *(one for _, one in entries(drawn))):
            if isinstance(part, Stream) and any(key in part for key in _OUTSIDE):
                outside.add(part)
    return len(outside)


def _missing_fonts(pdf: Pdf) -> list[str]:
    """Name the fonts that the file uses and does not carry."""
    names: dict[str, None] = {}
    for scope in pdf.content_scopes():
        fonts = scope.resources.get(Name.Font) if scope.resources is not None else None
        for _, font in entries(fonts):
            if isinstance(font, Dictionary) and not _is_carried(font):
                names[_font_name(font)] = None
    return [one for one in names if not _is_everywhere(one)]


def _is_carried(font: Object) -> bool:
    if font.get(Name.Subtype) == Name.Type3:
        return True
    holders: Iterable[Object] = [font]
    if font.get(Name.Subtype) == Name.Type0:
        holders = items(font.get(Name.DescendantFonts))
    for holder in holders:
        described = holder.get(Name.FontDescriptor) if isinstance(holder, Dictionary) else None
        keys = (Name.FontFile, Name.FontFile2, Name.FontFile3)
        if isinstance(described, Dictionary):
            return any(isinstance(described.get(key), Stream) for key in keys)
    return False


def _font_name(font: Object) -> str:
    plain = name(font.get(Name.BaseFont))
    subset, plus, rest = plain.partition("+")
    return rest if plus and len(subset) == 6 else plain


def _is_everywhere(font: str) -> bool:
    return not font or font.lower().startswith(_EVERYWHERE)

"""Layers settled: what is not printed is removed from the pages, what is printed stays.

A dossier's pages leave their file's layer settings behind, and viewers would judge the marks left
in them each in its own way. Only painting is taken out; whatever sets state stays.
"""

import pikepdf
from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    ObjectSet,
    Operator,
    Pdf,
    Stream,
)

from app.conversion.pdf.sections import NotSplit, pieces_of
from app.pdf.layers import Layers, is_mark, layers_of, mark_of, marks_in, marks_of_annotation
from app.pdf.objects import annotations_of, entries, entry, items, remove_entry

#: Operators that paint, and what keeps the state right in their stead (None: nothing).
_PAINTING: dict[str, str | None] = {
    **dict.fromkeys(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"), "n"),
    **dict.fromkeys(("Tj", "TJ", "Do", "sh", "EI", "INLINE IMAGE"), None),
    **dict.fromkeys(("'", '"'), "T*"),
}

#: Content of more bytes is not taken apart as a whole.
_LARGE = 1024 * 1024

_Instruction = ContentStreamInstruction | ContentStreamInlineImage
_Instructions = list[_Instruction]


def resolve_layers(pdf: Pdf) -> None:
    """Give every page the content that its layers print, and leave no mark of a layer in it."""
    layers = layers_of(pdf)
    scopes = list(pdf.content_scopes())
    done = ObjectSet()
    for scope in scopes:
        if marks_in(scope.resources) and done.add(scope.content):
            cleaned = _cleaned(pdf, scope.content, scope.resources, layers)
            if scope.kind == "page":
                scope.content.Contents = pdf.make_stream(cleaned)
            else:
                scope.content.write(cleaned)
    # Only now, as content that several scopes share must be judged alike in each of them.
    for page in pdf.pages:
        annotations = [one for one in annotations_of(page) if not _hidden(one, layers)]
        if Name.Annots in page.obj:
            page.obj.Annots = Array(annotations)
        for annotation in annotations:
            _unmark(annotation)
    for scope in scopes:
        _forget_marks(scope.resources)
        _unmark(scope.content)
    if Name.OCProperties in pdf.Root:
        del pdf.Root[Name.OCProperties]


def _hidden(annotation: Object, layers: Layers) -> bool:
    return any(layers.hides(mark) for mark in marks_of_annotation(annotation))


def _unmark(thing: Object) -> None:
    if isinstance(thing, (Dictionary, Stream)) and Name.OC in thing:
        del thing[Name.OC]


def _forget_marks(resources: Object | None) -> None:
    if not isinstance(resources, Dictionary):
        return
    for _, one in entries(resources.get(Name.XObject)):
        _unmark(one)
    properties = resources.get(Name.Properties)
    if isinstance(properties, Dictionary):
        for key in [key for key, value in entries(properties) if is_mark(value)]:
            remove_entry(properties, key)


def _cleaned(pdf: Pdf, content: Object, resources: Object | None, layers: Layers) -> bytes:
    judge = _Judge(layers, resources)
    parts = [content] if isinstance(content, Stream) else _contents(content)
    data = b"\n".join(part.read_bytes() for part in parts)
    if len(data) > _LARGE:
        try:
            return _cleaned_in_pieces(pdf, data, judge)
        except NotSplit:
            pass
    return _cleaned_whole(content, judge)


class _Judge:
    """Tells of names in a content stream whether a layer hides what they stand for."""

    def __init__(self, layers: Layers, resources: Object | None) -> None:
        self._layers = layers
        self._properties = resources.get(Name.Properties) if resources is not None else None
        self._objects = resources.get(Name.XObject) if resources is not None else None

    def hides_section(self, mark: object) -> bool:
        return self._layers.hides(entry(self._properties, mark))

    def hides_object(self, drawn: object) -> bool:
        return self._layers.hides(mark_of(entry(self._objects, drawn)))


def _contents(page: Object) -> list[Object]:
    contents = page.get(Name.Contents)
    parts = [contents] if isinstance(contents, Stream) else items(contents)
    return [part for part in parts if isinstance(part, Stream)]


def _cleaned_in_pieces(pdf: Pdf, data: bytes, judge: _Judge) -> bytes:
    hidden: list[bool] = []  # for each open section of a layer
    kept: list[bytes] = []
    for piece in pieces_of(data):
        if piece.role == "layer":
            hidden.append(judge.hides_section(Object.parse(piece.name)))
        elif piece.role == "end":
            hidden.pop()
        elif piece.role == "object":
            if not any(hidden) and not judge.hides_object(Object.parse(piece.name)):
                kept.append(piece.content)
        elif not any(hidden):
            kept.append(piece.content)
        elif piece.content.strip():
            steps = pikepdf.parse_content_stream(pdf.make_stream(piece.content))
            bare = [left for step in steps if (left := _unpainted(step)) is not None]
            kept.append(pikepdf.unparse_content_stream(bare))
    return b"\n".join(kept)


def _cleaned_whole(content: Object, judge: _Judge) -> bytes:
    sections: list[tuple[bool, bool]] = []  # each open marked section: hidden, mark left out
    kept: _Instructions = []
    for step in pikepdf.parse_content_stream(content):
        operands, operator = list(step.operands), _spelling(step.operator)
        if operator in ("BDC", "BMC"):
            layer = operator == "BDC" and len(operands) == 2 and operands[0] == Name.OC
            sections.append((layer and judge.hides_section(operands[1]), layer))
            if layer:
                continue
        elif operator == "EMC" and sections:
            if sections.pop()[1]:
                continue
        elif any(hidden for hidden, _ in sections):
            left = _unpainted(step)
            if left is not None:
                kept.append(left)
            continue
        elif operator == "Do" and operands and judge.hides_object(operands[0]):
            continue
        kept.append(step)
    return pikepdf.unparse_content_stream(kept)


def _unpainted(step: _Instruction) -> _Instruction | None:
    """What is left of an operator that must not paint; None if nothing is."""
    operator = _spelling(step.operator)
    if operator not in _PAINTING:
        return step
    stead = _PAINTING[operator]
    return ContentStreamInstruction([], Operator(stead)) if stead is not None else None


def _spelling(operator: Operator) -> str:
    try:
        return str(operator)
    except UnicodeDecodeError:
        return ""  # no operator at all

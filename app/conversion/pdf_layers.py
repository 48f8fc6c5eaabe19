"""Layers made plain: what is not printed is taken out of the pages, what is printed stays for good.

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

from app.pdf.layers import Layers, is_mark, layers_of, mark_of, marks_in, marks_of_annotation
from app.pdf.objects import annotations_of, entries, entry, remove_entry

#: Operators that paint, and what keeps the state right in their stead (None: nothing).
_PAINTING: dict[str, str | None] = {
    **dict.fromkeys(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"), "n"),
    **dict.fromkeys(("Tj", "TJ", "Do", "sh", "EI", "INLINE IMAGE"), None),
    **dict.fromkeys(("'", '"'), "T*"),
}

_Instructions = list[ContentStreamInstruction | ContentStreamInlineImage]


def resolve_layers(pdf: Pdf) -> None:
    """Give every page the content that its layers print, and leave no mark of a layer in it."""
    layers = layers_of(pdf)
    scopes = list(pdf.content_scopes())
    done = ObjectSet()
    for scope in scopes:
        if marks_in(scope.resources) and done.add(scope.content):
            cleaned = _cleaned(scope.content, scope.resources, layers)
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


def _cleaned(content: Object, resources: Object | None, layers: Layers) -> bytes:
    properties = resources.get(Name.Properties) if resources is not None else None
    objects = resources.get(Name.XObject) if resources is not None else None
    sections: list[tuple[bool, bool]] = []  # each open marked section: hidden, mark left out
    kept: _Instructions = []
    for instruction in pikepdf.parse_content_stream(content):
        operands, operator = list(instruction.operands), _spelling(instruction.operator)
        if operator in ("BDC", "BMC"):
            layer = operator == "BDC" and len(operands) == 2 and operands[0] == Name.OC
            mark = entry(properties, operands[1]) if layer else None
            sections.append((layers.hides(mark), layer))
            if layer:
                continue
        elif operator == "EMC" and sections:
            if sections.pop()[1]:
                continue
        elif operator in _PAINTING:
            drop = any(hidden for hidden, _ in sections)
            if operator == "Do" and not drop and operands:
                drop = layers.hides(mark_of(entry(objects, operands[0])))
            if drop:
                stead = _PAINTING[operator]
                if stead is not None:
                    kept.append(ContentStreamInstruction([], Operator(stead)))
                continue
        kept.append(instruction)
    return pikepdf.unparse_content_stream(kept)


def _spelling(operator: Operator) -> str:
    try:
        return str(operator)
    except UnicodeDecodeError:
        return ""  # no operator at all

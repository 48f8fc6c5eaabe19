"""Optional content made plain: what a reader does not show is taken out of the pages.

A dossier's pages leave their file's layer settings behind, so a hidden layer (a draft stamp, a
remark for the press) would suddenly show. Only painting is taken out; whatever sets state stays.
"""

from collections.abc import Callable, Iterable

import pikepdf
from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Pdf,
    Stream,
)

_DEEPEST = 8

#: Operators that paint, and what keeps the state right in their stead (None: nothing).
_PAINTING: dict[str, str | None] = {
    **dict.fromkeys(("S", "s", "f", "F", "f*", "B", "B*", "b", "b*"), "n"),
    **dict.fromkeys(("Tj", "TJ", "Do", "sh", "EI", "INLINE IMAGE"), None),
    **dict.fromkeys(("'", '"'), "T*"),
}


def remove_hidden_layers(pdf: Pdf) -> None:
    """Take out of every page what its layers hide, and the layers themselves."""
    properties = pdf.Root.get(Name.OCProperties)
    if not isinstance(properties, Dictionary):
        return
    hidden = _hidden_groups(properties)

    def is_hidden(mark: Object | None) -> bool:
        return _is_hidden(mark, hidden)

    done: set[tuple[int, int]] = set()
    for page in pdf.pages:
        _clean_page(pdf, page, is_hidden, done)
    del pdf.Root[Name.OCProperties]


def _hidden_groups(properties: Object) -> set[tuple[int, int]]:
    default = properties.get(Name.D, Dictionary())
    groups = {group.objgen for group in _items(properties.get(Name.OCGs))}
    off = {group.objgen for group in _items(default.get(Name.OFF))}
    if default.get(Name.BaseState) != Name.OFF:
        return off
    return (groups - {group.objgen for group in _items(default.get(Name.ON))}) | off


def _items(value: Object | None) -> Iterable[Object]:
    if isinstance(value, Array):
        return [one for one in value if isinstance(one, Dictionary)]
    return [value] if isinstance(value, Dictionary) else []


def _is_hidden(mark: Object | None, hidden: set[tuple[int, int]]) -> bool:
    """Evaluate a group or a membership dictionary (ISO 32000-1, 8.11.2)."""
    if not isinstance(mark, Dictionary):
        return False
    if mark.get(Name.Type) != Name.OCMD:
        return mark.objgen in hidden
    rule = mark.get(Name.VE)
    if isinstance(rule, Array):
        return not _evaluate(rule, hidden)
    shown = [group.objgen not in hidden for group in _items(mark.get(Name.OCGs))]
    if not shown:
        return False
    visible = {
        "/AllOn": all(shown),
        "/AnyOff": not all(shown),
        "/AllOff": not any(shown),
    }.get(str(mark.get(Name.P)), any(shown))
    return not visible


def _evaluate(rule: Object, hidden: set[tuple[int, int]], depth: int = 0) -> bool:
    if not isinstance(rule, Array) or len(rule) == 0 or depth > _DEEPEST:
        return not (isinstance(rule, Dictionary) and rule.objgen in hidden)
    values = [_evaluate(part, hidden, depth + 1) for part in list(rule)[1:]]
    match str(rule[0]):
        case "/And":
            return all(values)
        case "/Or":
            return any(values)
        case _:
            return not (values and values[0])


def _clean_page(
    pdf: Pdf,
    page: pikepdf.Page,
    is_hidden: Callable[[Object | None], bool],
    done: set[tuple[int, int]],
) -> None:
    annotations = page.obj.get(Name.Annots)
    if isinstance(annotations, Array):
        shown = [one for one in annotations if not is_hidden(_mark_of(one))]
        page.obj.Annots = Array(shown)
    resources = page.resources
    if _marks(resources):
        page.obj.Contents = pdf.make_stream(_cleaned(page, resources, is_hidden))
    _clean_forms(resources, is_hidden, done, 0)


def _clean_forms(
    resources: Object,
    is_hidden: Callable[[Object | None], bool],
    done: set[tuple[int, int]],
    depth: int,
) -> None:
    forms = resources.get(Name.XObject)
    if not isinstance(forms, Dictionary) or depth > _DEEPEST:
        return
    for form in forms.as_dict().values():
        if not isinstance(form, Stream) or form.objgen in done:
            continue
        done.add(form.objgen)
        if form.get(Name.Subtype) != Name.Form:
            continue
        inner = form.get(Name.Resources, Dictionary())
        if _marks(inner):
            form.write(_cleaned(form, inner, is_hidden))
        _clean_forms(inner, is_hidden, done, depth + 1)


def _mark_of(thing: Object | None) -> Object | None:
    return thing.get(Name.OC) if isinstance(thing, (Dictionary, Stream)) else None


def _marks(resources: Object) -> bool:
    """Say whether the content can hide anything: by a marked section or by a form's mark."""
    if Name.Properties in resources:
        return True
    forms = resources.get(Name.XObject)
    return isinstance(forms, Dictionary) and any(
        _mark_of(form) is not None for form in forms.as_dict().values()
    )


def _cleaned(
    content: pikepdf.Page | Object, resources: Object, is_hidden: Callable[[Object | None], bool]
) -> bytes:
    properties = resources.get(Name.Properties, Dictionary())
    forms = resources.get(Name.XObject, Dictionary())
    sections: list[bool] = []  # for each open marked section: is it hidden?
    kept: list[ContentStreamInstruction | ContentStreamInlineImage] = []
    for instruction in pikepdf.parse_content_stream(content):
        operands, operator = list(instruction.operands), str(instruction.operator)
        if operator in ("BDC", "BMC"):
            layer = operator == "BDC" and len(operands) == 2 and operands[0] == Name.OC
            mark = properties.get(operands[1]) if layer and isinstance(operands[1], Name) else None
            sections.append(is_hidden(mark))
        elif operator == "EMC" and sections:
            sections.pop()
        elif operator in _PAINTING:
            drop = any(sections)
            if operator == "Do" and not drop and operands and isinstance(operands[0], Name):
                drop = is_hidden(_mark_of(forms.get(operands[0])))
            if drop:
                stead = _PAINTING[operator]
                if stead is not None:
                    kept.append(ContentStreamInstruction([], Operator(stead)))
                continue
        kept.append(instruction)
    return pikepdf.unparse_content_stream(kept)

"""Reading entries of a PDF's dictionaries, however strangely they are written."""

import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import cast

from pikepdf import Array, Dictionary, Name, Object, ObjectSet, Page, Stream, String

Box = tuple[float, float, float, float]

_LONGEST_CHAIN = 20

_HIDDEN = 1 << 1
_PRINT = 1 << 2
_PUSH_BUTTON = 1 << 16


def items(value: object) -> Iterator[Object]:
    """Yield what an array holds; anything else holds nothing."""
    if isinstance(value, Array):
        yield from value


def dictionaries(value: object) -> Iterator[Object]:
    """Yield the dictionaries of an array, or the dictionary itself."""
    if isinstance(value, Array):
        yield from (one for one in value if isinstance(one, Dictionary))
    elif isinstance(value, Dictionary):
        yield value


def number(value: object, default: float = 0.0) -> float:
    """Return a number as it is written, ``default`` for anything else."""
    if isinstance(value, (int, float, Decimal)) and math.isfinite(value):
        return float(value)
    return default


def text(value: object) -> str:
    """Return a text string, "" for anything else.

    Older Chinese programs write GB 2312 where no encoding but Unicode and Latin is foreseen.
    """
    if not isinstance(value, String):
        return ""
    data = bytes(value)
    if not data.startswith((b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf")) and not data.isascii():
        try:
            return data.decode("gb2312")
        except UnicodeDecodeError:
            pass
    try:
        return str(value)
    except UnicodeDecodeError:
        return data.decode("latin-1")


def name(value: object) -> str:
    """Return a name without its slash, "" for anything else; it may be written in GB 18030."""
    if not isinstance(value, Name):
        return ""
    data = bytes(value)[1:]
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def entries(value: object) -> Iterator[tuple[bytes, Object]]:
    """Yield what a dictionary holds by the bytes of its keys, in whatever encoding they are."""
    if not isinstance(value, Dictionary):
        return
    for key in sorted(value.keys()):
        data = key.encode("utf-8", "surrogateescape")
        held = value.get(key if key.isascii() else _name_from(data))
        if held is not None:
            yield data, held


def entry(value: object, key: object) -> Object | None:
    """Look up the name ``key`` in a dictionary; None if either is something else."""
    if not isinstance(value, Dictionary) or not isinstance(key, Name):
        return None
    return value.get(key)


def set_entry(value: Object, key: bytes, held: Object) -> None:
    """Put an entry with these bytes as its key into a dictionary."""
    value[_name_from(key)] = held


def remove_entry(value: Object, key: bytes) -> None:
    """Take the entry with these bytes as its key out of a dictionary, if it is there.

    One that leads to nothing counts as absent.
    """
    found = _name_from(key)
    if found in value:
        del value[found]


def _name_from(data: bytes) -> Name:
    """Make a name of any bytes; those that are no UTF-8 are otherwise out of reach."""
    return cast("Name", Object.parse(b"/" + b"".join(b"#%02x" % byte for byte in data[1:])))


def name_tree(tree: object) -> Iterator[tuple[str, Object]]:
    """Yield what a name tree holds, in order, however odd its names and nodes are.

    A node that was met before is passed over; so is what has no string for a name.
    """
    seen, stack = ObjectSet(), [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, Dictionary) and seen.add(node):
            stack.extend(reversed([*items(node.get(Name.Kids))]))
            pairs = [*items(node.get(Name.Names))]
            for key, held in zip(pairs[::2], pairs[1::2], strict=False):
                if isinstance(key, String):
                    yield text(key), held


def inherited(node: Object, key: Name) -> Object | None:
    """Look an inheritable attribute of a page or a field up along its parents."""
    for _ in range(_LONGEST_CHAIN):
        value = node.get(key)
        parent = node.get(Name.Parent)
        if value is not None or not isinstance(parent, Dictionary):
            return value
        node = parent
    return None


def box_of(node: Object, key: Name) -> Box | None:
    """Return a box, own or inherited, as it is written; None if it is no box."""
    box = inherited(node, key)
    if not isinstance(box, Array) or len(box) != 4:
        return None
    edges: list[object] = list(box)
    if not all(isinstance(edge, (int, float, Decimal)) for edge in edges):
        return None
    x0, y0, x1, y1 = (number(edge) for edge in edges)
    return x0, y0, x1, y1


def upright(box: Box) -> Box:
    """Return the same box with its lower left corner first."""
    x0, y0, x1, y1 = box
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def is_empty(box: Box) -> bool:
    """Say whether an upright box has no area."""
    return box[0] >= box[2] or box[1] >= box[3]


def common(one: Box, other: Box) -> Box:
    """Return what two upright boxes share; it may be empty."""
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def turn_of(page: Object) -> int:
    """Return the page's turn in degrees as PDFium and readers take it: whole quarters only."""
    degrees = int(number(inherited(page, Name.Rotate)))
    return int(degrees / 90) % 4 * 90


def annotations_of(page: Page) -> Iterable[Object]:
    """Yield the page's annotations that are dictionaries, as they must be."""
    for annotation in items(page.obj.get(Name.Annots)):
        if isinstance(annotation, Dictionary):
            yield annotation


def is_printed(annotation: Object) -> bool:
    """Say whether the annotation's flags let it be printed; ``NoView`` concerns screens only.

    Programs that fill in forms often leave the flags of a field out. It is printed then, unless
    it is a push button: what readers show of it is what somebody filled in.
    """
    flags: object = annotation.get(Name.F)
    if flags is None:
        return annotation.get(Name.Subtype) == Name.Widget and not is_push_button(annotation)
    return isinstance(flags, int) and bool(flags & _PRINT) and not flags & _HIDDEN


def is_push_button(widget: Object) -> bool:
    """Say whether a field is a button that keeps no state."""
    flags: object = inherited(widget, Name.Ff)
    is_button = inherited(widget, Name.FT) == Name.Btn
    return is_button and isinstance(flags, int) and bool(flags & _PUSH_BUTTON)


def is_hidden(annotation: Object) -> bool:
    """Say whether no reader shows the annotation at all."""
    flags: object = annotation.get(Name.F, 0)
    return isinstance(flags, int) and bool(flags & _HIDDEN)


def normal_appearance(annotation: Object) -> Stream | None:
    """Return what a reader draws for the annotation in its present state, if it is stored."""
    appearances = annotation.get(Name.AP)
    normal = appearances.get(Name.N) if isinstance(appearances, Dictionary) else None
    if isinstance(normal, Stream):
        return normal
    if not isinstance(normal, Dictionary):
        return None
    state = appearance_state(annotation)
    chosen = normal.get(state) if state is not None else None
    return chosen if isinstance(chosen, Stream) else None


def appearance_state(annotation: Object) -> Name | None:
    """Return the state that chooses among appearances: as stored, else the field's value.

    A button of a group that has no drawing for the group's value is off.
    """
    state: object = annotation.get(Name.AS)
    if isinstance(state, Name):
        return state
    value: object = inherited(annotation, Name.V)
    if not isinstance(value, Name):
        return None
    appearances = annotation.get(Name.AP)
    normal = appearances.get(Name.N) if isinstance(appearances, Dictionary) else None
    if isinstance(normal, Dictionary):
        return value if value in normal else Name.Off
    group = annotation.get(Name.Parent)
    shared = isinstance(group, Dictionary) and len(list(items(group.get(Name.Kids)))) > 1
    return Name.Off if shared else value

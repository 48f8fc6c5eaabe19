"""What a form leaves to the reader to draw: values, ticks, frames and captions.

Programs that fill in forms often store only the value. The entries read here say how a reader
draws it (ISO 32000-1, 12.5.6.19 and 12.7.4).
"""

import re
from dataclasses import dataclass
from enum import IntEnum

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from app.pdf.objects import (
    Box,
    appearance_state,
    box_of,
    inherited,
    is_empty,
    is_push_button,
    items,
    normal_appearance,
    number,
    text,
    upright,
)

_MULTILINE = 1 << 12
_PASSWORD = 1 << 13
_RADIO = 1 << 15
_COMBO = 1 << 17
_COMB = 1 << 24

_MOST_CELLS = 500
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)"
_SIZE = re.compile(rf"({_NUMBER})\s+Tf")
_COLOUR = re.compile(rf"((?:{_NUMBER}\s+){{1,4}})(?:g|rg|k)\b")

Colour = tuple[float, float, float]


class FieldAlign(IntEnum):
    """Where a line stands in its field, as the entry Q says it."""

    LEFT = 0
    CENTRE = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """What is drawn behind a field's value; no colour is not drawn."""

    border: Colour | None = None
    background: Colour | None = None
    width: float = 1.0
    dashed: bool = False
    underline: bool = False
    round: bool = False


@dataclass(frozen=True, slots=True)
class FieldDrawing:
    """One field as a reader draws it.

    Attributes:
        rect: its place (x0, y0, x1, y1) in the page's space.
        turn: how far it is turned in there, in degrees counter-clockwise.
        text: the value or caption; lines end with a line end.
        size: of the type in points; 0 is as large as fits.
        comb: the number of equal cells, one for each character; 0 for running text.
        mark: the sign of a tick or radio button that is on, as ZapfDingbats codes it.
        choices: of a list box, from the first that is in view: the words, and if it is chosen.
    """

    rect: Box
    frame: Frame
    turn: int = 0
    text: str = ""
    size: float = 0.0
    colour: Colour = (0.0, 0.0, 0.0)
    align: FieldAlign = FieldAlign.LEFT
    multiline: bool = False
    comb: int = 0
    mark: str = ""
    choices: tuple[tuple[str, bool], ...] = ()


def drawing_of(widget: Object, form: Object | None) -> FieldDrawing | None:
    """Describe what a reader draws in place of a stored appearance; None if it draws the stored.

    With ``NeedAppearances`` values are drawn anew. Buttons, signatures and stamps keep theirs.
    """
    kind = inherited(widget, Name.FT)
    box = box_of(widget, Name.Rect)
    if box is None or is_empty(upright(box)):
        return None
    stale = isinstance(form, Dictionary) and form.get(Name.NeedAppearances, False) is True
    stored = normal_appearance(widget) is not None
    if kind == Name.Btn:
        return None if stored else _button(widget, form, upright(box))
    if kind in (Name.Tx, Name.Ch) and (stale or not stored):
        return _value(widget, form, upright(box), is_choice=kind == Name.Ch)
    return None


def _button(widget: Object, form: Object | None, rect: Box) -> FieldDrawing | None:
    flags = _flags(widget)
    caption = text(_look(widget).get(Name.CA))
    if is_push_button(widget):
        style = style_of(widget, form)
        return FieldDrawing(
            rect, _frame(widget), _turn(widget), caption, *style, align=FieldAlign.CENTRE
        )
    radio = bool(flags & _RADIO)
    mark = (caption or ("l" if radio else "4"))[:1]
    state = appearance_state(widget)
    is_on = state is not None and state != Name.Off
    frame = _frame(widget, round=radio and mark == "l")
    _, colour = style_of(widget, form)
    return FieldDrawing(rect, frame, _turn(widget), colour=colour, mark=mark if is_on else "")


def _value(widget: Object, form: Object | None, rect: Box, *, is_choice: bool) -> FieldDrawing:
    flags, frame = _flags(widget), _frame(widget)
    size, colour = style_of(widget, form)
    turn = _turn(widget)
    given: object = inherited(widget, Name.Q)
    if given is None and isinstance(form, Dictionary):
        given = form.get(Name.Q)
    align = FieldAlign(given) if isinstance(given, int) and given in (0, 1, 2) else FieldAlign.LEFT
    if is_choice:
        options, chosen = _options(widget), _chosen(widget)
        if not flags & _COMBO:
            first = int(max(0.0, number(inherited(widget, Name.TI))))
            picked = tuple((shown, key in chosen) for key, shown in options)
            return FieldDrawing(rect, frame, turn, "", size, colour, align, choices=picked[first:])
        shown = dict(options)
        words = "、".join(shown.get(value, value) for value in chosen)
        return FieldDrawing(rect, frame, turn, words, size, colour, align)
    words = _words(inherited(widget, Name.V))
    if flags & _PASSWORD:
        words = "*" * len(words)
    multiline = bool(flags & _MULTILINE)
    cells = int(number(inherited(widget, Name.MaxLen)))
    comb = cells if flags & _COMB and not multiline and 0 < cells <= _MOST_CELLS else 0
    return FieldDrawing(
        rect, frame, turn, words, size, colour, align, multiline=multiline, comb=comb
    )


def _flags(widget: Object) -> int:
    flags: object = inherited(widget, Name.Ff)
    return flags if isinstance(flags, int) else 0


def _words(value: object) -> str:
    if isinstance(value, Stream):
        try:
            value = String(value.read_bytes())
        except pikepdf.PdfError:
            return ""
    return text(value).replace("\r\n", "\n").replace("\r", "\n")


def _options(widget: Object) -> list[tuple[str, str]]:
    """The choices of a field: what is stored for each, and what is shown."""
    options = []
    for option in items(inherited(widget, Name.Opt)):
        if isinstance(option, Array) and len(option) == 2:
            options.append((text(option[0]), text(option[1])))
        else:
            options.append((text(option), text(option)))
    return options


def _chosen(widget: Object) -> list[str]:
    value = inherited(widget, Name.V)
    if isinstance(value, String):
        return [text(value)]
    if isinstance(value, Array):
        return [text(one) for one in value]
    return []


def _look(widget: Object) -> Object:
    look = widget.get(Name.MK)
    return look if isinstance(look, Dictionary) else Dictionary()


def _turn(widget: Object) -> int:
    return int(number(_look(widget).get(Name.R)) / 90) % 4 * 90


def _frame(widget: Object, *, round: bool = False) -> Frame:  # noqa: A002
    look, style = _look(widget), widget.get(Name.BS)
    width, kind = 1.0, None
    if isinstance(style, Dictionary):
        width, kind = number(style.get(Name.W), 1.0), style.get(Name.S)
    elif isinstance(widget.get(Name.Border), Array) and len(widget.Border) >= 3:
        width = number(widget.Border[2], 1.0)
    border = colour_of(look.get(Name.BC)) if width > 0 else None
    return Frame(
        border,
        colour_of(look.get(Name.BG)),
        max(width, 0.0),
        dashed=kind == Name.D,
        underline=kind == Name.U,
        round=round,
    )


def colour_of(value: object) -> Colour | None:
    """Read a colour in grey, RGB or CMYK; None for none."""
    parts = [number(part) for part in items(value)]
    return _rgb(parts)


def _rgb(parts: list[float]) -> Colour | None:
    parts = [min(max(part, 0.0), 1.0) for part in parts]
    match parts:
        case [grey]:
            return grey, grey, grey
        case [red, green, blue]:
            return red, green, blue
        case [cyan, magenta, yellow, black]:
            left = 1 - black
            return (1 - cyan) * left, (1 - magenta) * left, (1 - yellow) * left
        case _:
            return None


def style_of(widget: Object, form: Object | None) -> tuple[float, Colour]:
    """Read size and colour of the type from the default appearance, own or the form's."""
    style = inherited(widget, Name.DA)
    if style is None and isinstance(form, Dictionary):
        style = form.get(Name.DA)
    words = text(style)
    size, colour = _SIZE.search(words), _COLOUR.search(words)
    parts = [float(part) for part in colour.group(1).split()] if colour else []
    return abs(float(size.group(1))) if size else 0.0, _rgb(parts) or (0.0, 0.0, 0.0)

"""TextObjects of an OFD: every glyph at the place that the file gives it (GB/T 33190, 11)."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from reportlab.pdfgen.canvas import Canvas

from app.conversion.ofd.fonts import EmbeddedOutlines, Outline
from app.gbk_private import with_standard_codes
from app.ofd.package import children, number_list
from app.typesetting.fonts import FontRole, base_font_name, glyph
from app.visible_text import visible

#: A repeat count in a list of distances may claim anything.
_MOST_GLYPHS = 100_000

#: Slant of an italic made from an upright face.
_SLANT = 0.2
_BOLD_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class PlacedCharacter:
    """One character on its place in the object's space, with its embedded shape if it has one.

    ``squeeze`` narrows a letter of a stand-in face to the room that the named face left for it.
    """

    character: str
    x: float
    y: float
    outline: Outline | None
    squeeze: float = 1.0


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How the characters of one TextObject look."""

    role: FontRole
    size: float
    width: float
    slanted: bool
    bold: bool
    turn: int
    fill: bool
    stroke: bool

    @classmethod
    def of(cls, element: Element, role: FontRole, *, bold: bool, italic: bool) -> "TextStyle":
        """Read the attributes of a TextObject."""
        weight = (number_list(element.get("Weight")) or [400.0])[0]
        heavy_already = role in (FontRole.TITLE, FontRole.HEADING)
        return cls(
            role=role,
            size=(number_list(element.get("Size")) or [3.5])[0],
            width=(number_list(element.get("HScale")) or [1.0])[0],
            slanted=italic or element.get("Italic") == "true",
            bold=(bold or weight >= _BOLD_WEIGHT) and not heavy_already,
            turn=int((number_list(element.get("CharDirection")) or [0])[0]) % 360,
            fill=element.get("Fill", "true") != "false",
            stroke=element.get("Stroke") == "true",
        )


def placed_characters(
    element: Element, style: TextStyle, embedded: EmbeddedOutlines | None
) -> Iterator[PlacedCharacter]:
    """Yield the characters of a TextObject with their places."""
    glyphs = _glyph_numbers(element)
    x = y = 0.0
    number = 0
    reading = int((number_list(element.get("ReadDirection")) or [0])[0]) % 360
    downwards, sign = reading in (90, 270), -1 if reading in (180, 270) else 1
    for code in children(element, "TextCode"):
        # The distances count every character but the line ends of pretty-printed XML.
        text = "".join(c for c in code.text or "" if c not in "\r\n")
        x = (number_list(code.get("X")) or [x])[0]
        y = (number_list(code.get("Y")) or [y])[0]
        across = distances(code.get("DeltaX"), len(text) - 1)
        down = distances(code.get("DeltaY"), len(text) - 1)
        at_x, at_y = x, y
        for index, character in enumerate(text):
            outline = None
            if embedded is not None:
                mapped = glyphs.get(number)
                outline = (
                    embedded.of_number(mapped)
                    if mapped is not None
                    else embedded.of_character(character)
                )
            if outline is None:
                character = with_standard_codes(character)
            advance = glyph(style.role, character).advance * style.size * style.width
            room = across[min(index, len(across) - 1)] if across else advance
            narrow = character.isascii() and 0 < room < advance
            yield PlacedCharacter(character, at_x, at_y, outline, room / advance if narrow else 1.0)
            number += 1
            if index < len(across):
                at_x += across[index]
            elif not downwards and not down:
                at_x += sign * advance
            if index < len(down):
                at_y += down[index]
            elif downwards and not across:
                at_y += sign * style.size


def distances(text: str | None, limit: int) -> list[float]:
    """Read a list of distances with its shorthand ``g count distance``, up to ``limit`` of them."""
    found: list[float] = []
    tokens = iter((text or "").split())
    limit = min(limit, _MOST_GLYPHS)
    for token in tokens:
        if len(found) >= limit:
            break
        if token == "g":
            count = int((number_list(next(tokens, "0")) or [0])[0])
            value = (number_list(next(tokens, "0")) or [0.0])[0]
            found += [value] * max(0, min(count, limit - len(found)))
        else:
            found += number_list(token)
    return found


def _glyph_numbers(element: Element) -> dict[int, int]:
    """Map positions of characters to glyph numbers, as CGTransforms give them."""
    found: dict[int, int] = {}
    for transform in children(element, "CGTransform"):
        start = int((number_list(transform.get("CodePosition")) or [0])[0])
        for one in children(transform, "Glyphs"):
            for offset, number in enumerate(number_list(one.text)):
                found[start + offset] = int(number)
    return found


def draw_characters(canvas: Canvas, characters: list[PlacedCharacter], style: TextStyle) -> bool:
    """Draw characters in a space whose y axis points down; colours are set already.

    Returns whether some of them are in no font; a frame stands for each of these.
    """
    shaped = [one for one in characters if one.outline is not None]
    for one in shaped:
        _draw_outline(canvas, one, style)
    if shaped:
        # What is drawn as shapes is written once more unseen, so that it can be found and copied.
        _write(canvas, shaped, style, mode=3)
    mode = 2 if (style.stroke and style.fill) or style.bold else 1 if style.stroke else 0
    plain = [one for one in characters if one.outline is None]
    _write(canvas, plain, style, mode=mode)
    lost = [one for one in plain if _has_no_shape(one, style)]
    for one in lost:
        _draw_frame(canvas, one, style)
    return bool(lost)


def _has_no_shape(one: PlacedCharacter, style: TextStyle) -> bool:
    shown = visible(one.character).strip()
    return bool(shown) and not glyph(style.role, one.character).font_name


def _draw_frame(canvas: Canvas, one: PlacedCharacter, style: TextStyle) -> None:
    canvas.saveState()
    canvas.transform(*_matrix(style), one.x, one.y)
    canvas.setLineWidth(0.05)
    canvas.rect(0.08, -0.04, 0.84, 0.84, stroke=1, fill=0)
    canvas.restoreState()


def _write(
    canvas: Canvas, characters: list[PlacedCharacter], style: TextStyle, *, mode: int
) -> None:
    if not characters:
        return
    if style.bold and mode == 2:
        canvas.setLineWidth(style.size * 0.03)
    writer = canvas.beginText()
    writer.setTextRenderMode(mode)
    for one in characters:
        font = glyph(style.role, one.character).font_name
        if not font and mode == 3:
            font = base_font_name(style.role)
        if not font or one.character.isspace():
            continue
        writer.setFont(font, 1)
        a, b, c, d = _matrix(style)
        writer.setTextTransform(a * one.squeeze, b * one.squeeze, c, d, one.x, one.y)
        writer.textOut(one.character)
    writer.setTextRenderMode(0)
    canvas.drawText(writer)


def _draw_outline(canvas: Canvas, one: PlacedCharacter, style: TextStyle) -> None:
    if one.outline is None or not one.outline.commands:
        return
    canvas.saveState()
    canvas.transform(*_matrix(style), one.x, one.y)
    path = canvas.beginPath()
    for command, values in one.outline.commands:
        getattr(path, command)(*values)
    if style.bold or style.stroke:
        canvas.setLineWidth(0.03)
    canvas.drawPath(path, stroke=int(style.bold or style.stroke), fill=int(style.fill), fillMode=1)
    canvas.restoreState()


def _matrix(style: TextStyle) -> tuple[float, float, float, float]:
    """Em to object space: sized, narrowed, slanted, turned clockwise, y upright again."""
    size, slant = style.size, (_SLANT if style.slanted else 0.0)
    angle = math.radians(style.turn)
    cos, sin = math.cos(angle), math.sin(angle)
    right = (size * style.width * cos, size * style.width * sin)
    up = (size * (sin + slant * cos), size * (-cos + slant * sin))
    return right[0], right[1], up[0], up[1]

"""Filling a Word template.

A table row with columns of a table is repeated for each of its rows, and so are consecutive
paragraphs with columns of one table. A paragraph whose placeholders are all empty is left out.
Word cuts a placeholder into several runs as it likes; the first of them gives the value its form.
A picture takes the place of all words of its paragraph.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from app.reports.filling import (
    LINE_BREAK,
    PLACEHOLDER,
    Filling,
    Picture,
    Value,
    check_names,
    names_in,
    printable,
    shown,
    table_of,
)

_P, _TBL, _TR, _TC, _T, _R, _BR = (qn(f"w:{n}") for n in ("p", "tbl", "tr", "tc", "t", "r", "br"))
_PPR, _RPR, _SECTPR, _KEEP = (qn(f"w:{n}") for n in ("pPr", "rPr", "sectPr", "keepNext"))
#: So many rows of a table stand on the page of the signatures below it.
_ROWS_KEPT = 2
_W, _VAL = qn("w:w"), qn("w:val")
_AFTER_SCALE = ("w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:lang")
_SIZES = (qn("w:sz"), qn("w:szCs"))
_AFTER_SIZE = ("w:highlight", "w:u", "w:lang")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: A paragraph of this style is drawn together until it fits a line, as printers do with a long
#: 发文机关标志: first its characters become narrow, down to a half, then small, down to a half too.
MARK_STYLE = "发文机关标志"
MARK_CHARACTERS = 10.5
NARROWEST = 50
SMALLEST = 50
_USUAL_MARK_SIZE = 42.0

Scope = Mapping[str, Value]
Element = Any  # lxml's elements have no types


def fill_word(template: bytes, filling: Filling) -> Document:
    """Fill a template. Raises ``TemplateFault`` if it asks for what the paper does not have."""
    document = docx.Document(BytesIO(template))
    roots = list(_roots(document))
    for root in roots:
        for paragraph in root.iter(_P):
            check_names(names_in(_text(paragraph)), filling)
    marks = {
        s.style_id: s.font.size.pt if s.font.size else _USUAL_MARK_SIZE
        for s in document.styles
        if s.name == MARK_STYLE
    }
    for root in roots:
        inside = root is document.element.body
        _Filler(filling, marks, document if inside else None).container(root, filling.values)
    for table in document.element.body.iterchildren(_TBL):
        _keep_end(table)
    return document


def _roots(document: Document) -> Iterator[Element]:
    yield document.element.body
    for part in document.part.package.iter_parts():
        name = str(part.partname)
        if name.startswith(("/word/header", "/word/footer")) and hasattr(part, "element"):
            yield part.element


def _keep_end(table: Element) -> None:
    """Keep the last rows with what follows, if that is kept together: no signatures alone."""
    after = table.getnext()
    if after is None or after.find(f"{_PPR}/{_KEEP}") is None:
        return
    for row in list(table.iterchildren(_TR))[-_ROWS_KEPT:]:
        for paragraph in row.iter(_P):
            paragraph.get_or_add_pPr().get_or_add_keepNext()


class _Filler:
    def __init__(
        self, filling: Filling, marks: Mapping[str, float], pictured: Document | None
    ) -> None:
        """``pictured`` is the document that takes pictures; heads and feet take none."""
        self._filling = filling
        self._marks = marks
        self._pictured = pictured

    def container(self, container: Element, scope: Scope) -> None:
        """Fill what lies in a body, a cell, a header or a footer."""
        children = list(container)
        place = 0
        while place < len(children):
            child = children[place]
            place += 1
            if child.tag == _TBL:
                self._table(child, scope)
            elif child.tag == _P:
                name = self._table_name(child, scope)
                if name is None:
                    self._paragraph(child, scope)
                    continue
                block = [child]
                while place < len(children) and self._table_name(children[place], scope) == name:
                    block.append(children[place])
                    place += 1
                self._repeat(block, name, scope, self._paragraph)
            else:
                for paragraph in list(child.iter(_P)):
                    self._paragraph(paragraph, scope)

    def _table_name(self, element: Element, scope: Scope) -> str | None:
        """The table that a paragraph or row is repeated for; None once that has been done."""
        if element.tag not in {_P, _TR}:
            return None
        names = [n for p in element.iter(_P) for n in names_in(_text(p)) if n not in scope]
        return table_of(names)

    def _table(self, table: Element, scope: Scope) -> None:
        for row in list(table.iterchildren(_TR)):
            name = self._table_name(row, scope)
            if name is None:
                self._row(row, scope)
            else:
                self._repeat([row], name, scope, self._row)
        if table.find(_TR) is None:
            table.getparent().remove(table)

    def _row(self, row: Element, scope: Scope) -> None:
        for cell in row.iterchildren(_TC):
            self.container(cell, scope)
            if cell.find(_P) is None:
                cell.append(cell.makeelement(_P))

    def _repeat(
        self,
        block: Sequence[Element],
        name: str,
        scope: Scope,
        fill: Callable[[Element, Scope], None],
    ) -> None:
        end = block[-1].makeelement(_P)
        block[-1].addnext(end)
        for row in self._filling.tables[name].scopes(name):
            inner = {**scope, **row}
            for element in block:
                copy = deepcopy(element)
                end.addprevious(copy)
                fill(copy, inner)
        for element in (*block, end):
            element.getparent().remove(element)

    def _paragraph(self, paragraph: Element, scope: Scope) -> None:
        names = names_in(_text(paragraph))
        if not names:
            return
        values = [shown(scope[name]) for name in names]
        if not any(values) and paragraph.find(f"{_PPR}/{_SECTPR}") is None:
            paragraph.getparent().remove(paragraph)
            return
        pictures = [scope[name] for name in names if isinstance(scope[name], Picture)]
        if pictures and self._pictured is not None:
            _show_pictures(paragraph, pictures, self._pictured)
            return
        _substitute(paragraph, values)
        _split(paragraph)
        size = self._marks.get(paragraph.get_or_add_pPr().style)
        if size is not None:
            _condense(paragraph, size)


def _text(paragraph: Element) -> str:
    return "".join(node.text or "" for node in _nodes(paragraph))


def _nodes(paragraph: Element) -> list[Element]:
    """The text nodes of a paragraph itself, those of text boxes in it left to their own."""
    return [n for n in paragraph.iter(_T) if next(n.iterancestors(_P)) is paragraph]


def _substitute(paragraph: Element, values: Sequence[str]) -> None:
    """Put the values in place of the placeholders, from the last to the first."""
    nodes = _nodes(paragraph)
    found = list(PLACEHOLDER.finditer(_text(paragraph)))
    for match, value in reversed(list(zip(found, values, strict=True))):
        start = 0
        for node in nodes:
            text = node.text or ""
            end = start + len(text)
            if start < match.end() and end > match.start():
                first, last = max(match.start() - start, 0), match.end() - start
                new = value if match.start() >= start else ""
                node.text = text[:first] + new + text[last:]
                node.set(_SPACE, "preserve")
            start = end


def _show_pictures(paragraph: Element, pictures: Sequence[Any], document: Document) -> None:
    """Put the pictures in place of what the paragraph says."""
    for run in list(paragraph.iterchildren(_R)):
        paragraph.remove(run)
    for picture in pictures:
        shown = document.part.new_pic_inline(
            BytesIO(picture.content), width=Mm(picture.width_mm), height=None
        )
        shown.docPr.set("descr", printable(picture.words))
        paragraph.add_r().add_drawing(shown)


def drawn_together(characters: int) -> tuple[int, int]:
    """How wide and how large, in hundredths, so many characters of a mark are drawn."""
    room = MARK_CHARACTERS / max(characters, 1)
    if room >= 1:
        return 100, 100
    narrow = max(NARROWEST, int(room * 100))
    return narrow, max(SMALLEST, min(100, int(room * 10_000 / narrow)))


def _condense(paragraph: Element, size: float) -> None:
    """Draw a line of ``size`` points together; a size of its runs goes by that of the style."""
    narrow, small = drawn_together(len(_text(paragraph)))
    if narrow == 100:
        return
    for run in paragraph.iter(_R):
        properties = run.get_or_add_rPr()
        scale = run.makeelement(_W)
        scale.set(_VAL, str(narrow))
        properties.insert_element_before(scale, *_AFTER_SCALE)
        if small < 100:
            for tag in _SIZES:
                for present in properties.findall(tag):
                    properties.remove(present)
                shown = run.makeelement(tag)
                shown.set(_VAL, str(int(size * small / 50)))  # in half points
                properties.insert_element_before(shown, *_AFTER_SIZE)


def _split(paragraph: Element) -> None:
    """Turn the breaks in values into real ones, however many a value has."""
    rest: Element | None = paragraph
    while rest is not None:
        _break_lines(rest)
        node = next((one for one in _nodes(rest) if "\n" in (one.text or "")), None)
        rest = None if node is None else _cut(rest, node)


def _break_lines(paragraph: Element) -> None:
    for node in _nodes(paragraph):
        while LINE_BREAK in (node.text or ""):
            before, _, rest = node.text.partition(LINE_BREAK)
            node.text = before
            line = node.makeelement(_BR)
            node.addnext(line)
            following = deepcopy(node)
            following.text = rest
            line.addnext(following)
            node = following


def _cut(paragraph: Element, node: Element) -> Element:
    """Begin a new paragraph at the line end in ``node``; what follows goes into it."""
    before, _, rest = node.text.partition("\n")
    run = next(node.iterancestors(_R))
    second = paragraph.makeelement(_P)
    properties = paragraph.find(_PPR)
    if properties is not None:
        second.append(deepcopy(properties))
    tail = run.makeelement(_R)
    if run.find(_RPR) is not None:
        tail.append(deepcopy(run.find(_RPR)))
    following = deepcopy(node)
    following.text = rest
    tail.append(following)
    for sibling in list(node.itersiblings()):
        tail.append(sibling)
    second.append(tail)
    for sibling in list(run.itersiblings()):
        second.append(sibling)
    node.text = before
    paragraph.addnext(second)
    return second

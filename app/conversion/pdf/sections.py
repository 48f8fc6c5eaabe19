"""Finding the sections of layers in a page's content without parsing all of it.

Drawings of plans hold millions of operators; parsing them costs minutes and gigabytes. Only what
a layer hides has to be parsed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_END = rb"(?=[\x00\t\n\x0c\r \[\]<>(){}/%]|\Z)"
_START = rb"(?<![^\x00\t\n\x0c\r \[\]<>(){}%])"
_NAME = rb"/[^\x00\t\n\x0c\r \[\]<>(){}/%]*"
_SPACE = rb"[\x00\t\n\x0c\r ]"
_POINT = re.compile(
    rb"(?P<string>\()|(?P<comment>%[^\r\n]*)|(?P<hex><(?!<)[^>]*>)"
    rb"|(?P<layer>/OC" + _SPACE + rb"*(?P<mark>" + _NAME + rb")" + _SPACE + rb"+BDC" + _END + rb")"
    rb"|(?P<draw>(?P<object>" + _NAME + rb")" + _SPACE + rb"+Do" + _END + rb")"
    rb"|" + _START + rb"(?:(?P<open>BDC|BMC)|(?P<close>EMC)|(?P<image>BI))" + _END
)
_INSIDE = re.compile(rb"\\.|[()]", re.S)


class NotSplit(Exception):
    """The content has something that only a parser understands."""


@dataclass(frozen=True, slots=True)
class ContentPiece:
    """A piece of content: a ``layer`` section's beginning, an ``end`` of one, a drawn object.

    ``name`` is the mark or the object, with its slash; plain content has neither role nor name.
    """

    content: bytes
    role: str = ""
    name: bytes = b""


def pieces_of(content: bytes) -> Iterator[ContentPiece]:
    """Split content at the sections of layers and at the objects that it draws.

    Raises:
        NotSplit: it holds pictures of its own, or marks written in an odd way.
    """
    layers: list[bool] = []  # for each open section: is it a layer's?
    done = at = 0
    while (point := _POINT.search(content, at)) is not None:
        at = point.end()
        if point["string"]:
            at = _end_of_string(content, at)
        elif point["image"] or (point["open"] and b"/OC" in content[max(done, at - 90) : at]):
            raise NotSplit
        elif point["open"]:
            layers.append(False)
        elif point["close"]:
            if layers and layers.pop():
                yield ContentPiece(content[done : point.start()])
                yield ContentPiece(b"", "end")
                done = at
        elif point["layer"] or point["draw"]:
            yield ContentPiece(content[done : point.start()])
            done = at
            if point["layer"]:
                layers.append(True)
                yield ContentPiece(b"", "layer", point["mark"])
            else:
                yield ContentPiece(point["draw"], "object", point["object"])
    yield ContentPiece(content[done:])


def _end_of_string(content: bytes, at: int) -> int:
    depth = 1
    while depth and (mark := _INSIDE.search(content, at)) is not None:
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
        at = mark.end()
    return at if not depth else len(content)

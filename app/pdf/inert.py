"""The last check of a whole file: does anything in it act, or bring a file along?

The pages were cut down before (see ``restricting``); this finds what a defect of ours let through.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from app.pdf.objects import entries, items, name
from app.pdf.restricting import ACTIVE_ACTIONS, FILE_TYPES, is_safe_link

_ACTIVE_ANNOTATIONS = frozenset(
    {"FileAttachment", "Movie", "Sound", "Screen", "RichMedia", "3D", "Widget"}
)
#: Entries that nothing but an active thing has, whatever holds it.
_TELLING = ("AA", "JS", "EF", "RichMediaContent", "RichMediaSettings", "PresSteps", "XFA")
#: In what stands here every key is a name that somebody gave to a font, a picture and the like.
_MAPS = frozenset(
    {
        b"/Font",
        b"/XObject",
        b"/Pattern",
        b"/Shading",
        b"/ExtGState",
        b"/ColorSpace",
        b"/Properties",
        b"/CharProcs",
        b"/Colorants",
    }
)
_OF_CATALOGUE = ("OpenAction", "AF", "AcroForm", "Collection", "Names", "JavaScript")
#: What an object must hold, written out, to be worth a closer look.
_SUSPECT = re.compile(
    b"/(?:"
    + "|".join(sorted(ACTIVE_ACTIONS | _ACTIVE_ANNOTATIONS | {*_TELLING, "Filespec"})).encode()
    + b"|EmbeddedFile|Type /F|S /URI)(?=[^A-Za-z0-9])"
)
_WEB_LINK = re.compile(
    rb"<< (?:/IsMap \w+ )?/S /URI (?:/Type /Action )?/URI \((?:https?|mailto|tel):[^()\\]*\) >>"
)


def acting_parts(pdf: Pdf) -> list[str]:
    """Name what acts in a file, or brings a file along; nothing if all of it is inert."""
    found = [_Part(f"/{key}") for key in _OF_CATALOGUE if f"/{key}" in pdf.Root]
    for thing in pdf.objects:
        holder = thing.stream_dict if isinstance(thing, Stream) else thing
        if not isinstance(holder, (Dictionary, Array)):
            continue
        if isinstance(thing, Stream):
            found += [_Part(key) for key in ("/F", "/FFilter") if key in holder]
        written = holder.unparse(resolved=True)
        # Web links are many; taking them out first spares most objects the closer look.
        if _SUSPECT.search(_WEB_LINK.sub(b"", written)):
            parts = (_acting(one, in_map=is_map) for one, is_map in _within(holder))
            found += [part for part in parts if part is not None]
    maps = _indirect_maps(pdf) if any(part.telling for part in found) else set()
    return [part.what for part in found if not (part.telling and part.holder in maps)]


@dataclass(frozen=True, slots=True)
class _Part:
    """Something that acts: what it is called, and the object of its own that it is, if any.

    ``telling`` is for what only its key tells; in a map of resources the key is just a name.
    """

    what: str
    holder: tuple[int, int] = (0, 0)
    telling: bool = False


def _acting(one: Object, *, in_map: bool) -> _Part | None:
    action, subtype = name(one.get(Name.S)), name(one.get(Name.Subtype))
    if action in ACTIVE_ACTIONS or (action == "URI" and not is_safe_link(one)):
        return _Part(f"/{action}")
    if subtype in _ACTIVE_ANNOTATIONS and Name.Rect in one:
        return _Part(f"/{subtype}")
    if name(one.get(Name.Type)) in FILE_TYPES:
        return _Part("/Filespec")
    # Fonts and pictures may be called so too, but then a dictionary of the right kind holds them.
    if in_map:
        return None
    told = next((f"/{key}" for key in _TELLING if _tells(key, one.get(f"/{key}"))), "")
    return _Part(told, one.objgen, telling=True) if told else None


def _indirect_maps(pdf: Pdf) -> set[tuple[int, int]]:
    """The maps of resources that are objects of their own."""
    found = set()
    for thing in pdf.objects:
        holder = thing.stream_dict if isinstance(thing, Stream) else thing
        if isinstance(holder, (Dictionary, Array)):
            for one, _ in _within(holder):
                held = (value for key, value in entries(one) if key in _MAPS)
                found |= {v.objgen for v in held if isinstance(v, Dictionary) and v.is_indirect}
    return found


def _tells(key: str, value: object) -> bool:
    if key == "JS":
        return not isinstance(value, (Dictionary, Array, type(None))) and not _draws(value)
    if key == "EF":
        return isinstance(value, Dictionary) and any(
            isinstance(stream, Stream) and not _draws(stream) for _, stream in entries(value)
        )
    if key == "AA":
        return isinstance(value, Dictionary) and any(
            isinstance(one, Dictionary) and Name.S in one for _, one in entries(value)
        )
    return isinstance(value, (Dictionary, Array)) and not _draws(value)


def _draws(value: object) -> bool:
    """Say whether a thing is a font, a picture, a form or the like."""
    return isinstance(value, (Dictionary, Stream)) and any(
        key in value for key in (Name.BaseFont, Name.Width, Name.BBox, Name.PatternType, Name.N)
    )


def _within(holder: Object) -> Iterator[tuple[Object, bool]]:
    """The dictionaries in one object, and whether each is a map of resources."""
    stack = [(holder, False)]
    while stack:
        one, is_map = stack.pop()
        if isinstance(one, Dictionary):
            yield one, is_map
            held = [(v, key in _MAPS and not is_map) for key, v in entries(one)]
        else:
            held = [(v, False) for v in items(one)]
        stack.extend((v, named) for v, named in held if _is_direct_container(v))


def _is_direct_container(value: object) -> bool:
    return isinstance(value, (Dictionary, Array)) and not value.is_indirect

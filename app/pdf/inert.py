"""A last look at a whole file: does anything in it act, or bring a file along?

The pages were cut down before (see ``restricting``); this finds what a defect of ours let through.
"""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from app.pdf.objects import entries, items, name
from app.pdf.restricting import ACTIVE_ACTIONS, is_safe_link

_ACTIVE_ANNOTATIONS = frozenset(
    {"FileAttachment", "Movie", "Sound", "Screen", "RichMedia", "3D", "Widget"}
)
_FILES = frozenset({"Filespec", "F", "EmbeddedFile"})
#: Entries that nothing but an active thing has, whatever holds it.
_TELLING = ("AA", "JS", "EF", "RichMediaContent", "RichMediaSettings", "PresSteps", "XFA")
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
    found = [f"/{key}" for key in _OF_CATALOGUE if f"/{key}" in pdf.Root]
    for thing in pdf.objects:
        holder = thing.stream_dict if isinstance(thing, Stream) else thing
        if not isinstance(holder, (Dictionary, Array)):
            continue
        if isinstance(thing, Stream):
            found += [key for key in ("/F", "/FFilter") if key in holder]
        written = holder.unparse(resolved=True)
        # Web links are many; taking them out first spares most objects the closer look.
        if _SUSPECT.search(_WEB_LINK.sub(b"", written)):
            found += [part for one in _within(holder) if (part := _acting(one))]
    return found


def _acting(one: Object) -> str:
    action, subtype = name(one.get(Name.S)), name(one.get(Name.Subtype))
    if action in ACTIVE_ACTIONS or (action == "URI" and not is_safe_link(one)):
        return f"/{action}"
    if subtype in _ACTIVE_ANNOTATIONS and Name.Rect in one:
        return f"/{subtype}"
    if name(one.get(Name.Type)) in _FILES:
        return "/Filespec"
    # Fonts and pictures may be called so too, but then a dictionary of the right kind holds them.
    return next((f"/{key}" for key in _TELLING if _tells(key, one.get(f"/{key}"))), "")


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


def _within(holder: Object) -> Iterator[Object]:
    stack = [holder]
    while stack:
        one = stack.pop()
        if isinstance(one, Dictionary):
            yield one
            stack.extend(v for _, v in entries(one) if _is_direct_container(v))
        else:
            stack.extend(v for v in items(one) if _is_direct_container(v))


def _is_direct_container(value: object) -> bool:
    return isinstance(value, (Dictionary, Array)) and not value.is_indirect

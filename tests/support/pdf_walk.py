"""A look at all that a PDF leads to; it shares no rule with the program that cuts it down."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

#: Entries of what acts, brings a file, or names one; none of them draws anything.
_FOREIGN = frozenset(
    f"/{key}"
    for line in (
        "AA JS AF PieceInfo OPI Ref FS FFilter FDecodeParms Alternates Measure PtData EF PresSteps",
        "Popup IRT B Thread Threads PA VP DPart DPartRoot Thumb RichMediaContent RichMediaSettings",
        "XFA Extends OpenAction Perms DSS SD AcroForm Collection Names OCProperties OC",
        "StructTreeRoot Legal Requirements SpiderInfo Sound Movie 3DD FixedPrint Pg URLs Win Mac",
        "Unix RO ExData Lock Level1 Subtype2 PS",
    )
    for key in line.split()
)
#: What stands in these bears names that somebody gave it.
_MAPS = frozenset(
    f"/{key}"
    for key in ("Font", "XObject", "Pattern", "Shading", "ExtGState", "ColorSpace", "Properties")
) | {"/CharProcs", "/Colorants", "/Solidities"}
_STYLES = frozenset(f"/{key}" for key in ("URI", "GoTo", "Transparency", "Luminosity", "Alpha"))
_FILES = frozenset(f"/{key}" for key in ("Filespec", "F", "EmbeddedFile", "Action", "Sig", "Bead"))
_WEB = re.compile(r"(?:https?:|mailto:|tel:|#)", re.IGNORECASE)


def foreign_parts(path: Path, mark: str) -> list[str]:
    """Name the places of a PDF at which something stands that is no part of what is drawn.

    ``mark`` stands in what must not be there; it is sought in strings, names and streams.
    """
    with pikepdf.open(path) as pdf:
        return [*_walked(pdf, mark.encode()), *_unreached(pdf, mark.encode())]


def _walked(pdf: Pdf, mark: bytes) -> Iterator[str]:
    seen = set()
    stack: list[tuple[str, object, bool]] = [("", pdf.trailer, False)]
    while stack:
        path, thing, is_map = stack.pop()
        if isinstance(thing, Object) and thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, (String, Name)) and mark in bytes(thing):
            yield path
        elif isinstance(thing, Array):
            stack += [(f"{path}[]", one, False) for one in thing]
        elif isinstance(thing, (Dictionary, Stream)):
            for key, value in thing.items():
                if not is_map and _is_foreign(path, thing, key, value):
                    yield path + key
                stack.append((path + key, value, key in _MAPS and not is_map))
            if isinstance(thing, Stream) and mark in _data(thing):
                yield f"{path} (data)"


def _is_foreign(path: str, holder: Object, key: str, value: object) -> bool:
    kind = holder.get(Name.Subtype)
    said = str(value) if isinstance(value, (Name, String)) else ""
    match key:
        case "/A":
            return kind != Name.Link
        case "/F":
            return isinstance(holder, Stream)
        case "/URI":
            return _WEB.match(said) is None
        case "/S" if "/PageLabels" not in path and not path.endswith(("/BS", "/OutputIntents[]")):
            return said not in _STYLES
        case "/Type":
            return said in _FILES
        case "/Next":
            return Name.Title not in holder
        case "/Parent":
            return holder.get(Name.Type) not in (Name.Page, Name.Pages) and Name.Title not in holder
        case "/Metadata":
            return path != "/Root"
        case "/Annots":
            return any(one.get(Name.Subtype) != Name.Link for one in list(value))  # type: ignore[call-overload]
    return key in _FOREIGN


def _unreached(pdf: Pdf, mark: bytes) -> Iterator[str]:
    """Objects that nothing leads to are written too."""
    for thing in pdf.objects:
        holder = thing.stream_dict if isinstance(thing, Stream) else thing
        if isinstance(holder, (Dictionary, Array)) and mark in holder.unparse(resolved=True):
            yield f"object {thing.objgen[0]}"


def _data(stream: Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()

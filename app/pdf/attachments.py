"""The files inside a PDF, however it carries them; each file is counted once."""

import zlib
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, ObjectSet, Pdf, Stream

from app.pdf.objects import annotations_of, dictionaries, entries, items, name_tree, text

#: More files than anybody reads the names of; a hostile name tree may hold millions.
_MOST_FILES = 10_000
#: Enough for drawings of plans; what lies behind goes from the pages all the same.
_MOST_OBJECTS = 200_000
#: Filters that are hardly used for files are not undone piece by piece, so little goes in.
_MOST_SWELLING = 16


def embedded_streams(pdf: Pdf) -> list[tuple[str, Stream]]:
    """The embedded files with their names, in the order in which they are met.

    The name is "" for one without a name.
    """
    seen, found = ObjectSet(), list[tuple[str, Stream]]()
    for key, specification in _specifications(pdf):
        stream = _stream_of(specification)
        if stream is not None and seen.add(stream):
            found.append((_name_of(specification) or key, stream))
        if len(found) >= _MOST_FILES:
            break
    return found


def content_of(stream: Stream, most: int) -> bytes | None:
    """The content of an embedded file; None if it is larger than ``most`` or cannot be read."""
    try:
        raw = stream.read_raw_bytes()
        if len(raw) > most:
            return None
        filters = stream.get(Name.Filter)
        if not raw or filters is None or (isinstance(filters, Array) and len(filters) == 0):
            return raw
        only = filters[0] if isinstance(filters, Array) and len(filters) == 1 else filters
        if only == Name.FlateDecode and Name.DecodeParms not in stream:
            unpacking = zlib.decompressobj()
            content = unpacking.decompress(raw, most + 1)
            return content if len(content) <= most and unpacking.eof else None
        if len(raw) > most // _MOST_SWELLING:
            return None
        content = stream.read_bytes()
    except (pikepdf.PdfError, zlib.error, RuntimeError, NotImplementedError):
        return None
    return content if len(content) <= most else None


def _specifications(pdf: Pdf) -> Iterator[tuple[str, Object]]:
    """Yield file specifications with the names they are listed under, some more than once."""
    names = pdf.Root.get(Name.Names)
    tree = names.get(Name.EmbeddedFiles) if isinstance(names, Dictionary) else None
    if isinstance(tree, Dictionary):
        yield from ((key, one) for key, one in name_tree(tree) if isinstance(one, Dictionary))
    yield from _associated(pdf.Root)
    for page in pdf.pages:
        yield from _associated(page.obj)
        for annotation in annotations_of(page):
            yield from (("", one) for one in dictionaries(annotation.get(Name.FS)))
            yield from _associated(annotation)
        for _, one in entries(page.resources.get(Name.XObject)):
            yield from _associated(one)
    yield from (("", one) for one in _hidden(pdf))


def _hidden(pdf: Pdf) -> Iterator[Object]:
    """File specifications at any other place: of fonts, of programs' own data, of unused objects.

    Writing an object out is much faster than taking it apart, so only few are taken apart.
    """
    for index, thing in enumerate(pdf.objects):
        if index >= _MOST_OBJECTS:
            return
        holder = thing.stream_dict if isinstance(thing, Stream) else thing
        if isinstance(holder, (Dictionary, Array)) and b"/EF" in holder.unparse(resolved=True):
            yield from _with_files(holder)


def _with_files(holder: Object) -> Iterator[Object]:
    """The dictionaries with embedded files in one object, without those in other objects."""
    stack = [holder]
    while stack:
        one = stack.pop()
        if isinstance(one, Dictionary):
            if Name.EF in one:
                yield one
            parts = [value for _, value in entries(one)]
        else:
            parts = list(items(one))
        stack.extend(
            part for part in parts if isinstance(part, (Dictionary, Array)) and not part.is_indirect
        )


def _associated(holder: object) -> Iterator[tuple[str, Object]]:
    if isinstance(holder, (Dictionary, Stream)):
        yield from (("", one) for one in dictionaries(holder.get(Name.AF)))


def _stream_of(specification: Object) -> Stream | None:
    embedded = specification.get(Name.EF)
    if not isinstance(embedded, Dictionary):
        return None  # it names a file somewhere else
    streams = (embedded.get(key) for key in (Name.UF, Name.F, Name.Unix, Name.DOS, Name.Mac))
    return next((one for one in streams if isinstance(one, Stream)), None)


def _name_of(specification: Object) -> str:
    keys = (Name.UF, Name.F, Name.Unix, Name.DOS, Name.Mac, Name.Desc)
    names = (text(specification.get(key)).strip() for key in keys)
    return next(filter(None, names), "")

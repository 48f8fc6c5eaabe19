"""Pages reduced to what is allowed, so that nothing else can be reached from them.

Everything that a page leads to is judged by its kind (see ``allowed_entries``). What is not on the
list is taken out of the open file; saving then leaves it behind. Nothing of it is ever drawn.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

from app.pdf.allowed_entries import KINDS, Kind
from app.pdf.objects import annotations_of, entries, name, remove_entry, text

#: Where a link may lead without starting anything on the reader's machine.
_SAFE_SCHEMES = ("http:", "https:", "mailto:", "tel:", "#")
#: Actions that run something, send something, play something, or open another file.
ACTIVE_ACTIONS = frozenset(
    {
        "JavaScript",
        "Launch",
        "SubmitForm",
        "ImportData",
        "GoToR",
        "GoToE",
        "GoTo3DView",
        "GoToDp",
        "Thread",
        "Rendition",
        "Movie",
        "Sound",
        "RichMediaExecute",
        "Hide",
        "ResetForm",
        "SetOCGState",
        "Trans",
    }
)
#: What a dictionary calls itself that names a file, or is one.
FILE_TYPES = frozenset({"Filespec", "F", "EmbeddedFile"})
_ACTIVE_TYPES = FILE_TYPES | {"Action"}
_ACTIVE_STYLES = ACTIVE_ACTIONS | {"URI"}
#: Entries of a catalogue that lead nowhere from the pages and start nothing when a file is opened.
_QUIET_IN_CATALOGUE = frozenset(
    {
        "/Type",
        "/Pages",
        "/Version",
        "/Extensions",
        "/Outlines",
        "/Dests",
        "/PageLabels",
        "/PageMode",
        "/PageLayout",
        "/ViewerPreferences",
        "/StructTreeRoot",
        "/MarkInfo",
        "/Lang",
        "/Metadata",
        "/OutputIntents",
        # Files inside; the finders tell of them.
        "/AF",
        "/Collection",
    }
)
_QUIET_NAMES = frozenset({"/Dests", "/EmbeddedFiles"})
_CATALOGUE = frozenset({b"/Type", b"/Pages"})
_TRAILER = frozenset({b"/Root", b"/Size", b"/ID"})
_NODE = frozenset({b"/Type", b"/Kids", b"/Count", b"/Parent"})
_ACTION = frozenset({"/Type", "/S", "/URI", "/IsMap", "/D"})
#: Arrays of numbers are no deeper than this in any file that a program wrote.
_DEEPEST = 12
#: What was taken out is looked through so far, to tell how much of it was active.
_MOST_LOOKED_AT = 20_000


@dataclass(slots=True)
class Removed:
    """What was taken out: how often each entry, and the things themselves."""

    entries: Counter[str] = field(default_factory=Counter)
    things: list[Object] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def note(self, key: str, thing: object) -> None:
        """Count an entry that was taken out."""
        self.entries[key] += 1
        if isinstance(thing, Object):
            self.things.append(thing)

    @property
    def active(self) -> int:
        """How many actions there were that run, send, play or open something."""
        return sum(1 for thing in _reached(self.things) if _is_active(thing))


def restrict(pdf: Pdf) -> Removed:
    """Take out of the pages what is not allowed; the catalogue stays as it is.

    Layers, forms and annotations other than links must have been settled before, as they go.
    """
    return _Restriction(pdf).run()


def restrict_catalogue(pdf: Pdf) -> Removed:
    """Leave the catalogue nothing but its pages, and the file nothing but the catalogue."""
    removed = Removed()
    for holder, kept in ((pdf.Root, _CATALOGUE), *((node, _NODE) for node in _nodes(pdf))):
        for key, value in entries(holder):
            if key not in kept:
                removed.note(key.decode("utf-8", "replace"), value)
                remove_entry(holder, key)
    for key, _ in entries(pdf.trailer):
        if key not in _TRAILER:
            remove_entry(pdf.trailer, key)
    return removed


def is_catalogue_quiet(pdf: Pdf) -> bool:
    """Say whether the catalogue starts nothing and brings no scripts or forms."""
    root = pdf.Root
    for key, value in entries(root):
        spelling = key.decode("utf-8", "replace")
        if spelling == "/OpenAction":
            quiet = isinstance(value, Array) or (_is_goto(value) and Name.Next not in value)
        elif spelling == "/Names":
            quiet = isinstance(value, Dictionary) and not value.keys() - {
                "/Dests",
                "/EmbeddedFiles",
            }
        else:
            quiet = spelling in _QUIET_IN_CATALOGUE
        if not quiet:
            return False
    outlines = root.get(Name.Outlines)
    return not any(_is_active(thing) for thing in _reached([outlines] if outlines else []))


def _is_goto(value: object) -> bool:
    return isinstance(value, Dictionary) and value.get(Name.S) == Name.GoTo


def is_safe_link(action: Object) -> bool:
    """Say whether a URI action leads to the web or to mail, not to a file or a program."""
    return text(action.get(Name.URI)).strip().lower().startswith(_SAFE_SCHEMES)


class _Restriction:
    """One walk over all pages of a file."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = {page.obj.objgen for page in pdf.pages}
        self._seen: set[tuple[tuple[int, int], str]] = set()
        self._waiting: list[tuple[Object, str]] = []
        self._removed = Removed()
        self._blank: Object | None = None

    def run(self) -> Removed:
        for page in self._pdf.pages:
            self._restrict_page(page)
            while self._waiting:
                thing, kind = self._waiting.pop()
                if isinstance(thing, Array):
                    self._restrict_elements(thing, kind)
                else:
                    self._restrict(thing, kind, KINDS[kind])
        return self._removed

    def _restrict_elements(self, array: Array, kind: str) -> None:
        for place, element in enumerate(list(array)):
            if _fits(element, kind):
                self._follow(element, kind)
            else:
                self._removed.note("[]", element)
                array[place] = None

    def _follow(self, value: object, kind: str) -> None:
        """Let a dictionary, a stream or what is in an array be judged as being of a kind."""
        if not isinstance(value, (Dictionary, Stream, Array)):
            return
        if value.is_indirect:
            if (value.objgen, kind) in self._seen:
                return
            self._seen.add((value.objgen, kind))
        self._waiting.append((value, kind))

    def _restrict(self, thing: Object, name_of_kind: str, kind: Kind) -> None:
        is_stream = isinstance(thing, Stream)
        if name_of_kind == "halftone" and thing.get(Name.HalftoneType) != 5:
            kind = KINDS["screen"]  # only the fifth type has screens by colourant
        for key, value in list(thing.items()):
            if is_stream and key == "/Length":
                continue  # saving writes it anew
            nested = kind.nested.get(key)
            if nested is None and key not in kind.plain and not is_stream:
                nested = kind.others
            if key in kind.plain:
                if not is_plain(value) or _says_active(key, value):
                    self._remove(thing, key, value)
            elif not nested or not _fits(value, nested):
                self._remove(thing, key, value)
            elif name_of_kind == "objects" and _is_postscript(value):
                self._blot_out(thing, key, value)
            elif key in kind.nested or not _is_word(value, kind):
                self._follow(value, nested)
            else:
                self._remove(thing, key, value)

    def _remove(self, thing: Object, key: str, value: object) -> None:
        # Some programs write empty dictionaries; they are no reason to write a file anew.
        if not isinstance(value, Dictionary) or value.keys():
            self._removed.note(key, value)
        remove_entry(thing, key.encode("utf-8", "surrogateescape"))

    def _blot_out(self, objects: Object, key: str, value: object) -> None:
        """Put an empty form where readers draw nothing, so that the name still stands for one."""
        if self._blank is None:
            self._blank = self._pdf.make_stream(
                b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 0, 0])
            )
        self._remove(objects, key, value)
        if key.isascii():
            objects[key] = self._blank

    def _restrict_page(self, page: Page) -> None:
        kind = KINDS["page"]
        for key, value in list(page.obj.items()):
            if key == "/Annots":
                self._restrict_annotations(page, value)
            elif key == "/Parent":
                continue
            elif key in kind.nested and _fits(value, kind.nested[key]):
                self._follow(value, kind.nested[key])
            elif key not in kind.plain or not is_plain(value) or _says_active(key, value):
                self._remove(page.obj, key, value)

    def _restrict_annotations(self, page: Page, value: object) -> None:
        kept = []
        for annotation in annotations_of(page):
            if annotation.get(Name.Subtype) != Name.Link:
                self._removed.note("/Annots", annotation)
                continue
            self._restrict_link(annotation, page)
            kept.append(annotation)
        if not isinstance(value, Array) or len(kept) != len(value):
            self._removed.note("/Annots", None)
            page.obj.Annots = Array(kept)
            if not kept:
                del page.obj[Name.Annots]

    def _restrict_link(self, link: Object, page: Page) -> None:
        kind = KINDS["link"]
        for key, value in list(link.items()):
            if key == "/Dest":
                self._lead(link, key, value, place_of(value, self._pages))
            elif key == "/A":
                self._lead(link, key, value, self._action(value))
            elif key == "/P":
                if not isinstance(value, Dictionary) or value.objgen != page.obj.objgen:
                    self._remove(link, key, value)
            elif key in kind.nested and _fits(value, kind.nested[key]):
                self._follow(value, kind.nested[key])
            elif key not in kind.plain or not is_plain(value) or _says_active(key, value):
                self._remove(link, key, value)

    def _lead(self, link: Object, key: str, value: object, instead: Object | None) -> None:
        if instead is None:
            self._remove(link, key, value)
        elif instead is not value:
            self._removed.note(key, value)
            link[key] = instead

    def _action(self, action: object) -> Object | None:
        """The action as it may stay: a link to the web or to a place in the file, nothing else."""
        if not isinstance(action, Dictionary):
            return None
        if action.get(Name.S) == Name.URI and is_safe_link(action):
            only, target = Dictionary(S=Name.URI), action.get(Name.URI)
            only.URI = String(text(target).strip())
        elif action.get(Name.S) == Name.GoTo:
            target = action.get(Name.D)
            place = place_of(target, self._pages)
            if place is None:
                return None
            only = Dictionary(S=Name.GoTo, D=place)
            if place is not target:
                return only
        else:
            return None
        is_only = (
            not action.keys() - _ACTION
            and is_plain(action.get(Name.IsMap))
            and action.get(Name.Type) in (None, Name.Action)
        )
        return action if is_only and is_plain(action.get(Name.URI)) else only


def place_of(target: object, pages: Set[tuple[int, int]]) -> Object | None:
    """A destination as it may stay; None for one outside the file's own ``pages`` (by objgen)."""
    if isinstance(target, (Name, String)):
        return target
    if isinstance(target, Dictionary):
        target = target.get(Name.D)
    if not isinstance(target, Array) or len(target) == 0:
        return None
    first: object = target[0]
    if isinstance(first, Dictionary):
        if first.objgen not in pages:
            return None
    elif not isinstance(first, int):
        return None
    rest: list[object] = [*target][1:]
    if all(is_plain(one) and not isinstance(one, Array) for one in rest):
        return target
    return Array([first, Name.Fit])


def _fits(value: object, kind: str) -> bool:
    """Say whether a value may be of a kind: no stream where a dictionary is asked for."""
    if kind == "nothing":
        return not isinstance(value, (Array, Dictionary, Stream))
    return KINDS[kind].streams or not isinstance(value, Stream)


def _is_word(value: object, kind: Kind) -> bool:
    """Say whether a value is a string, or a name that says nothing in its place."""
    return isinstance(value, String) or (isinstance(value, Name) and name(value) not in kind.names)


def _says_active(key: str, value: object) -> bool:
    """Say whether what draws claims to be a file or an action; readers go by other entries."""
    if key == "/Type":
        return name(value) in _ACTIVE_TYPES
    return key == "/S" and name(value) in _ACTIVE_STYLES


def _is_postscript(value: object) -> bool:
    return isinstance(value, Stream) and value.get(Name.Subtype) == Name.PS


def is_plain(value: object, depth: int = 0) -> bool:
    """Say whether a value is no dictionary or stream, and holds none."""
    if isinstance(value, Array):
        # Writing an array out is much faster than taking it apart.
        written = value.unparse(resolved=True)
        if b"<<" not in written and b" R" not in written:
            return True
        return depth < _DEEPEST and all(is_plain(one, depth + 1) for one in value)
    return not isinstance(value, (Dictionary, Stream))


def _is_active(thing: Object) -> bool:
    kind = name(thing.get(Name.S))
    return kind in ACTIVE_ACTIONS or (kind == "URI" and not is_safe_link(thing))


def _reached(things: Sequence[Object]) -> Iterator[Object]:
    """The dictionaries and streams that some things lead to, pages and what is above them apart."""
    seen: set[tuple[int, int]] = set()
    stack: list[object] = [*things]
    looked_at = 0
    while stack and looked_at < _MOST_LOOKED_AT:
        thing = stack.pop()
        looked_at += 1
        if not isinstance(thing, (Dictionary, Stream, Array)):
            continue
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, Array):
            stack.extend(thing)
            continue
        if thing.get(Name.Type) in (Name.Page, Name.Pages, Name.Catalog):
            continue
        yield thing
        stack.extend(value for _, value in entries(thing))


def _nodes(pdf: Pdf) -> Iterator[Object]:
    """The nodes of the page tree above the pages."""
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        node = page.obj.get(Name.Parent)
        while isinstance(node, Dictionary) and node.objgen not in seen:
            seen.add(node.objgen)
            yield node
            node = node.get(Name.Parent)

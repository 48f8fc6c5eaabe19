"""RTF without links to the outside (RTF specification 1.9.1)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.outside.addresses import Reference, may_be_clicked, names_a_place
from app.outside.compound import OLE_BEGINNING, settled_compound
from app.outside.field_codes import address_of, is_picture, shows, stays_inside
from app.outside.pictures import beginning, settled_picture, suspicious
from app.outside.xml_parts import Settled

_TOKEN = re.compile(
    rb"\\bin(?P<binary>\d+) ?|\\(?P<word>[a-zA-Z]+)(?P<number>-?\d+)? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])|(?P<brace>[{}])|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
#: A field that no program knows shows the result that is stored with it.
_UNKNOWN = rb"{\*\fldinst JUANZONG}"

#: Groups that only name files: templates, the next file, mail merges, links of a web view.
_NAMING = frozenset(
    {
        b"template", b"nextfile", b"mailmerge", b"filetbl", b"subdoc", b"linkval", b"windowcaption",
        b"private", b"hlsrc", b"hlfr", b"hlloc", b"frameset", b"frmtxlrtb", b"objalias", b"objsect",
        b"topic", b"item", b"ddeauto", b"xmlopen", b"saveprevpict", b"passwordhash",
    }
)  # fmt: skip
_TOLD = frozenset({b"subdoc", b"frameset"})
#: Values of a shape: all those that name a file, a film or a link.
_NAMES_OF_FILES = re.compile(r"(?i)(?:name$|link|href|hyperlink|filename|movie|src|pihlShape)")
_NAMES_OF_SHAPES = frozenset({"wzname", "shapename"})
#: What may stand beside the words of an instruction and is none of them.
_BESIDE = frozenset(
    {
        b"datafield", b"bkmkstart", b"bkmkend", b"fldtype", b"formfield", b"ffname", b"ffdeftext",
        b"ffformat", b"ffhelptext", b"ffstattext", b"ffentrymcr", b"ffexitmcr", b"ffl",
    }
)  # fmt: skip
#: Groups whose words belong somewhere else than where they stand.
_ELSEWHERE = frozenset(
    {
        b"footnote", b"annotation", b"header", b"footer", b"headerl", b"headerr", b"headerf",
        b"footerl", b"footerr", b"footerf", b"info", b"fonttbl", b"colortbl", b"stylesheet",
        b"pict", b"object", b"shp", b"shppict", b"nonshppict", b"upr", b"ud", b"deleted", b"v",
        b"sn", b"sv", b"sp", b"objdata", b"listtext", b"pntext", b"xe", b"tc", b"rxe", b"txe",
    }
)  # fmt: skip
#: A group that is an instruction and something else at once; no program writes one.
_BROKEN = b"broken"
_LINKED_OBJECTS = (b"objlink", b"objautlink", b"objsub", b"objpub")


@dataclass(slots=True)
class _Group:
    start: int
    kind: bytes = b""
    text: str = ""
    data: list[bytes] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    linked: bool = False
    #: A destination of its own: ``{\*\word`` or a known one.
    starred: bool = False
    #: One of those that stand beside an instruction.
    beside: bool = False
    #: Words of another destination stand among its own.
    mixed: bool = False
    fallback: int = 1


def settled_rtf(data: bytes) -> Settled:
    """Settle an RTF file."""
    reader = _Reader(data)
    spans = sorted(reader.spans())
    if not spans:
        return Settled()
    out, at = [], 0
    for start, end, replacement in spans:
        if start >= at:
            out += [data[at:start], replacement]
            at = end
        # A span inside one that is replaced already has gone with it.
    return Settled(b"".join([*out, data[at:]]), reader.found)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self.found: list[Reference] = []
        self._skipped = 0

    def spans(self) -> Iterator[tuple[int, int, bytes]]:
        """What is to be replaced: from, to, by what. Outer groups come after inner ones."""
        groups: list[_Group] = []
        for token, start, end in self._tokens():
            if token.group("brace") == b"{":
                self._skipped = 0
                fallback = groups[-1].fallback if groups else 1
                groups.append(_Group(start, fallback=fallback))
            elif token.group("brace"):
                self._skipped = 0
                if groups:
                    closed = groups.pop()
                    replacement = self._settled(closed)
                    if replacement is not None:
                        yield closed.start, end, replacement
                    self._hand_up(closed, groups)
            elif groups:
                self._take(token, groups, start, end)
        for left in groups:  # groups that never end
            replacement = self._settled(left)
            if replacement is not None:
                yield left.start, len(self._data), b""

    def _tokens(self) -> Iterator[tuple[re.Match[bytes], int, int]]:
        position = 0
        while (token := _TOKEN.match(self._data, position)) is not None:
            end = token.end()
            if token.group("binary"):
                end = min(end + int(token.group("binary")), len(self._data))
            yield token, token.start(), end
            position = end

    def _take(self, token: re.Match[bytes], groups: list[_Group], start: int, end: int) -> None:
        group = groups[-1]
        if token.group("binary"):
            group.data.append(self._data[token.end() : end].hex().encode())
        elif word := token.group("word"):
            self._word(word, token.group("number"), groups)
        elif token.group("hex"):
            self._letters(group, chr(int(token.group("hex"), 16)), 1)
        elif symbol := token.group("symbol"):
            if symbol == b"*":
                group.starred = True
            elif symbol in b"\\{}":
                self._letters(group, symbol.decode("latin-1"), 1)
            elif symbol == b"~":
                self._letters(group, " ", 1)
        elif text := token.group("text"):
            if group.kind in {b"pict", b"objdata"}:
                group.data.append(text)
            else:
                plain = text.decode("latin-1").replace("\r", "").replace("\n", "")
                self._letters(group, plain, len(plain))

    def _word(self, word: bytes, number: bytes | None, groups: list[_Group]) -> None:
        group = groups[-1]
        if word == b"u" and number is not None:
            group.text += chr(int(number) % 0x10000)
            self._skipped = group.fallback
            return
        if group.starred:
            group.beside = group.beside or word in _BESIDE
            group.mixed = group.mixed or word not in _BESIDE | {b"fldinst"}
            group.starred = False
        if word in _ELSEWHERE and number != b"0":
            group.mixed = True
        if word == b"uc" and number is not None:
            group.fallback = int(number)
        elif word in {b"fldinst", b"pict", b"objdata", b"sn", b"sv", b"sp"} or word in _NAMING:
            if group.kind and word != group.kind and b"fldinst" in (word, group.kind):
                group.kind = _BROKEN
            group.kind = group.kind or word
        elif word in _LINKED_OBJECTS:
            group.linked = True

    def _letters(self, group: _Group, text: str, count: int) -> None:
        dropped = min(self._skipped, count)
        self._skipped -= dropped
        if len(group.text) < 65536:
            group.text += text[dropped:]

    def _hand_up(self, closed: _Group, groups: list[_Group]) -> None:
        if not groups:
            return
        above = groups[-1]
        above.mixed = above.mixed or closed.mixed
        if closed.kind in {b"sn", b"sv"}:
            above.values.append(closed.text.strip())
        elif closed.kind == b"objdata":
            above.data += closed.data
        elif not closed.kind:
            if not closed.beside:
                above.text += closed.text[:65536]
            above.data += closed.data
            above.linked = above.linked or (closed.linked and above.kind == b"")

    def _settled(self, group: _Group) -> bytes | None:
        """What takes the place of a group; None if it stays."""
        match group.kind:
            case b"fldinst":
                return self._settled_field(group.text, mixed=group.mixed)
            case b"sp":
                return self._settled_value(group.values)
            case b"pict":
                return self._settled_picture(b"".join(group.data))
            case b"objdata":
                return self._settled_object(b"".join(group.data))
            case b"":
                return None
            case b"sn" | b"sv":
                return None
            case kind:
                if kind in _TOLD:
                    self.found.append(Reference(group.text.strip()))
                return b""

    def _settled_field(self, instruction: str, *, mixed: bool) -> bytes | None:
        if not instruction.strip() or (stays_inside(instruction) and not mixed):
            return None
        if instruction.strip() == "JUANZONG":
            return None
        if shows(instruction) and address_of(instruction):
            picture = is_picture(instruction)
            self.found.append(Reference(address_of(instruction), picture=picture))
        return _UNKNOWN

    def _settled_value(self, values: list[str]) -> bytes | None:
        if len(values) < 2:
            return None
        name, value = values[0], values[1]
        if name.lower() in {"pibflags", "fillblipflags", "lineblipflags"}:
            return b"" if value.lstrip("-").isdigit() and int(value) & 0x0A else None
        if name.lower() in _NAMES_OF_SHAPES or not value:
            return None
        if "link" in name.lower() and may_be_clicked(value):
            return None
        if _NAMES_OF_FILES.search(name) or names_a_place(value):
            if name.lower() in {"pibname", "fillblipname", "lineblipname"}:
                self.found.append(Reference(value))
            return b""
        return None

    def _settled_picture(self, digits: bytes) -> bytes | None:
        head = _from_digits(digits[:256])
        if beginning(head) and not suspicious(head):
            return None
        picture = _from_digits(digits)
        new, found = settled_picture(picture)
        if new == picture:
            return None
        self.found += found
        return b""

    def _settled_object(self, digits: bytes) -> bytes | None:
        if len(digits) > 128 * 1024 * 1024:
            return b""
        data = _from_digits(digits)
        # An object of OLE 1: its second number says whether it is linked.
        if data[4:8] == b"\x01\0\0\0":
            self.found.append(Reference(""))
            return b""
        for mark in (OLE_BEGINNING, b"PK\x03\x04"):
            at = data.find(mark)
            if at < 0:
                continue
            from app.outside.packages import settled_zip

            inner = data[at:]
            settle = settled_compound if mark == OLE_BEGINNING else settled_zip
            settled = settle(inner, 2)
            if settled.content is not None and settled.found:
                self.found += settled.found
                return b""
        return None


def _from_digits(digits: bytes) -> bytes:
    plain = re.sub(rb"[^0-9a-fA-F]", b"", digits)
    return bytes.fromhex(plain[: len(plain) & ~1].decode("ascii"))

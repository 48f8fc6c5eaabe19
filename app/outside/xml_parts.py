"""XML of documents without what leads outside: OOXML, OpenDocument, Word and Excel 2003, others.

Names are compared without their namespaces: a program may not mind a wrong one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import lxml.etree

from app.outside.addresses import Reference, leads_out, may_be_clicked, names_a_place
from app.outside.drawings import settled_data_address
from app.outside.encoded import HOLDERS, TELLING, settled_letters
from app.outside.field_codes import address_of, is_picture, shows, stays_inside
from app.outside.pictures import beginning

#: Says whether an address is that of a part of the same package.
Inside = Callable[[str], bool]

#: What must stand in a part before it is worth taking apart. Names cannot be written otherwise.
_TELLING = re.compile(
    rb"(?i)(?:[\s:](?:href|althref|src|srcset|url|image-data|action|resource|base|schemalocation"
    rb"|sourcefile|sourcefilename|odcfile|connection|embeddedhtml)\s*=)"
    rb"|targetmode|instr(?:text)?[\s>=]|<!|<\?(?!xml\s|mso-)|dde-|-source|xinclude"
    rb"|url\s*</|file:|[\"'>]\s*\\\\\\\\|[\"']//|[\"'>][a-z]:[\\\\/]"
    rb"|webservice|filterxml|\bdde\b|\brtd\b|indirect|(?:'|&apos;)#|\][^\[\]<>\"]{0,64}!|connectstring"
    # Letters of these words may be written as numbers.
    rb"|&#(?:x0*[2-7][0-9a-f]|0*(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]));"
)
_DECLARED = re.compile(rb"encoding\s*=\s*[\"']([\w.:-]*)")
_PLAIN_ENCODING = re.compile(
    rb"""(?i)(?:utf-?8|us-ascii|ascii|gb\d+|gbk|big5|iso-8859-\d+|windows-125\d)"""
)

#: Attributes whose value is an address, whatever element bears them.
_ADDRESSES = frozenset(
    {
        "href", "althref", "src", "srcset", "url", "image-data", "action", "base",
        "sourcefile", "sourcefilename", "odcfile", "connection", "embeddedhtml", "poster",
        "dde-topic", "dde-item", "dde-application", "schemalocation", "nonamespaceschemalocation",
    }
)  # fmt: skip
#: Attributes in which people write; they may look like a path and are never opened.
_WRITTEN = frozenset({"descr", "title", "name", "alt", "tooltip", "author", "desc", "display-name"})
_LINKS = frozenset({"a", "hyperlink", "hlink", "hlinkclick", "hlinkmouseover"})

#: Elements that stand for something that is read from elsewhere each time.
_READING = frozenset(
    {
        "section-source", "cell-range-source", "table-source", "dde-source", "dde-links",
        "dde-connection-decl", "dde-connection-decls", "database-source-sql",
        "database-source-table", "database-source-query", "source-service", "connection-resource",
        "event-listener", "event-listeners", "webpr", "dbpr", "olappr", "connectstring",
        "mailmerge", "savethroughxslt", "include", "webextensionref",
    }
)  # fmt: skip
#: Of these, the ones whose content would come onto the pages.
_SHOWN = frozenset(
    {
        "section-source", "cell-range-source", "table-source", "dde-source", "dde-links",
        "dde-connection-decl", "dde-connection-decls", "webpr", "include",
    }
)  # fmt: skip
#: What only hints at a file and shows nothing of it.
_HINTS = frozenset({"abspath", "template", "attachedtemplate", "event-listener", "font-face-uri"})

#: Elements that show a picture.
_PICTURES = frozenset({"image", "imagedata", "background-image", "fill-image", "fill"})

#: Kinds of relationships that show nothing of what they lead to, or that are told in words of
#: their own.
SILENT = frozenset(
    {
        "hyperlink", "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource",
        "externalLinkPath", "xlExternalLinkPath", "xlPathMissing", "xlStartup", "xlLibrary",
        "xlAlternateStartup", "printerSettings", "transform", "slideUpdateUrl", "customXml",
        "recipientData", "wsSortMap", "hyperlinks", "aFChunk",
    }
)  # fmt: skip

_FORMULAS = frozenset({"f", "formula", "formula1", "formula2", "definedname", "value1", "value2"})
_FORMULA_ATTRIBUTES = (
    "formula", "expression", "condition", "address", "addresses", "range", "ref", "refersto",
)  # fmt: skip
_CALLS = re.compile(
    r"(?i)\b(?:WEBSERVICE|FILTERXML|DDE|RTD|INDIRECT|SQL\.REQUEST|CALL|REGISTER)\s*\("
)
_OTHER_BOOK = re.compile(
    r"'(?:[^']|'')*'\s*#|(?i:file:)|'[^'\[]*\[[^\]]*[^\]\d][^\]]*\][^']*'!|(?<![\w\]])\[[^\]\d\[#@]"
    r"[^\]]*\.\w+\]|\w+\|'|\\\\\w"
)
_WORD_NAMES = ("/wordprocessingml/2006/main", "/wordprocessingml/main", "/word/2003/wordml")
_RELATIONS = ("/relationships", "officeDocument/2006/relationships")
_SETTING_URL = re.compile(r"[a-z][\w+.-]*:/|\\\\|//", re.IGNORECASE)


@dataclass(slots=True)
class Settled:
    """What became of a part: its new content, None if it stays, and what was taken out."""

    content: bytes | None = None
    found: list[Reference] = field(default_factory=list)


def looks_like_xml(head: bytes) -> bool:
    """Say whether the beginning of a part is that of XML in whatever encoding."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff", b"\0<", b"<\0")):
        return True
    return beginning(head).startswith((b"<", b"\x4c\x6f\xa7\x94"))


def is_telling(data: bytes) -> bool:
    """Say whether a part could hold something that leads outside; quick."""
    head = data[:256]
    if b"\0" in head or head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x4c\x6f\xa7\x94")):
        return True
    declared = _DECLARED.search(head)
    if declared is not None and not _PLAIN_ENCODING.match(declared[1]):
        return True
    return _TELLING.search(data) is not None or TELLING.search(data) is not None


def settled_part(data: bytes, inside: Inside, *, packed: bool) -> Settled:
    """Settle a part of XML; of a damaged one that stays which can be read.

    ``packed`` says that it is a part of a package, in which relative addresses are looked for.
    """
    if not is_telling(data):
        return Settled()
    root = _parsed(data)
    if root is None:
        return Settled(b"", [])
    settling = _Settling(inside, packed=packed)
    settling.settle(root)
    if not settling.changed:
        return Settled()
    new = lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    above = [lxml.etree.tostring(each, with_tail=False) for each in _instructions(root)]
    if above:
        end = new.index(b"?>") + 2
        new = new[:end] + b"\n" + b"".join(above) + new[end:]
    return Settled(bytes(new), settling.found)


def _instructions(root: lxml.etree._Element) -> list[lxml.etree._Element]:
    """What tells a program which document this is (``mso-application``)."""
    return [
        each
        for each in reversed(list(root.itersiblings(preceding=True)))
        if each.tag is lxml.etree.ProcessingInstruction and each.target == "mso-application"
    ]


def _parsed(data: bytes) -> lxml.etree._Element | None:
    # Entities of the document itself are words of it; the size of what they make is bounded.
    own = b"<!ENTITY" in data
    for recover in (False, True):
        parser = lxml.etree.XMLParser(
            resolve_entities="internal" if own else False,
            no_network=True,
            load_dtd=False,
            huge_tree=not own,
            recover=recover,
            # Words may be broken by comments.
            remove_comments=True,
        )
        try:
            root = lxml.etree.fromstring(data, parser)
        except (lxml.etree.XMLSyntaxError, ValueError):
            continue
        return root
    return None


class _Settling:
    def __init__(self, inside: Inside, *, packed: bool) -> None:
        self._inside, self._packed = inside, packed
        self.found: list[Reference] = []
        self.changed = False

    def settle(self, root: lxml.etree._Element) -> None:
        """Settle everything from ``root`` down."""
        info = root.getroottree().docinfo
        if info.doctype:
            self.changed = True
        if any(
            each.tag is lxml.etree.ProcessingInstruction and each.target != "mso-application"
            for each in root.itersiblings(preceding=True)
        ):
            self.changed = True
        for element in list(root.iter()):
            self._settle(element)
        self._settle_fields(root)

    def _settle(self, element: lxml.etree._Element) -> None:
        if element.tag is lxml.etree.Entity:
            self._take("&;", shown=False)
            _remove(element)
            return
        if element.tag is lxml.etree.ProcessingInstruction:
            if element.target.lower() == "xml-stylesheet":
                _remove(element)
                self.changed = True
            return
        if not isinstance(element.tag, str):
            return
        name = _local(element.tag).lower()
        if name == "relationship" and self._settle_relationship(element):
            return
        if name in _READING and self._settle_reading(element, name):
            return
        if name in _FORMULAS and element.text and self._is_foreign_formula(element.text):
            self._drop_formula(element, name)
            return
        if name == "config-item":
            self._settle_setting(element)
        self._settle_letters(element, name)
        for key, value in list(element.attrib.items()):
            self._settle_attribute(element, name, key, str(value))

    def _settle_letters(self, element: lxml.etree._Element, name: str) -> None:
        """Settle a file that stands in the text of an element."""
        held = name in HOLDERS
        text = "".join(map(str, element.itertext())) if held else element.text or ""
        settled, found = settled_letters(text)
        if settled != text:
            self.changed = True
            self.found += found
            for inner in list(element) if held else ():
                element.remove(inner)
            element.text = settled

    def _settle_setting(self, element: lxml.etree._Element) -> None:
        """Empty a setting that names a list of colours, a data source or a printer elsewhere."""
        text = (element.text or "").lstrip()
        if text and not text.startswith("$(") and _SETTING_URL.match(text):
            element.text = ""
            self.changed = True

    def _settle_relationship(self, element: lxml.etree._Element) -> bool:
        """The same as in packages, for a package that is one file of XML."""
        address = element.get("Target", "").strip()
        outside = element.get("TargetMode", "").lower() == "external" or leads_out(address)
        kind = element.get("Type", "").rstrip("/").rpartition("/")[2]
        if not outside or (kind == "hyperlink" and may_be_clicked(address)):
            return False
        self._take(address, shown=kind not in SILENT, picture=kind == "image")
        _remove(element)
        return True

    def _settle_reading(self, element: lxml.etree._Element, name: str) -> bool:
        """Take an element out that reads from elsewhere; True if it is gone."""
        address = _address_within(element)
        if name == "section-source" and (not address or address.startswith("#")):
            return False
        parent = element.getparent()
        if parent is None:
            return False
        self._take(address or name, shown=name in _SHOWN)
        _remove(element)
        return True

    def _settle_attribute(
        self, element: lxml.etree._Element, name: str, key: str, value: str
    ) -> None:
        local = _local(key).lower()
        plain = value.strip()
        if not plain or _space(key).endswith(_RELATIONS):
            return
        if local in _ADDRESSES:
            self._settle_address(element, name, key, plain)
        elif local in _WRITTEN or local == "instr" or _space(key).endswith("/content-types"):
            return
        elif names_a_place(plain) or (
            _holds_formula(name, local) and self._is_foreign_formula(plain)
        ):
            # The value that is stored beside a formula stays and is printed.
            del element.attrib[key]
            self.changed = True

    def _settle_address(
        self, element: lxml.etree._Element, name: str, key: str, address: str
    ) -> None:
        if address.startswith("#") and (name in _LINKS or not re.search(r"[/\\:]", address)):
            return
        if address.lower().startswith("data:"):
            settled, found = settled_data_address(address)
            if settled != address:
                self.found += found
                self.changed = True
                element.attrib[key] = settled
            return
        if name in _LINKS or _local(key).lower() == "action":
            if not may_be_clicked(address) and not address.startswith("ppaction://"):
                del element.attrib[key]
                self.changed = True
            return
        # Word 2003 names the pictures in the same file like that.
        if address.lower().startswith(("cid:", "wordml://")) or self._inside(address):
            return
        del element.attrib[key]
        # A part that is missing is told as a missing picture, not as something outside.
        missing = self._packed and not leads_out(address) and not address.startswith((".", "/"))
        shown = (
            name not in _HINTS
            and not missing
            and _local(key).lower()
            not in {
                "base",
                "schemalocation",
                "nonamespaceschemalocation",
            }
        )
        self._take(address, shown=shown, picture=name in _PICTURES)

    def _is_foreign_formula(self, text: str) -> bool:
        return len(text) < 16384 and bool(_CALLS.search(text) or _OTHER_BOOK.search(text))

    def _drop_formula(self, element: lxml.etree._Element, name: str) -> None:
        if name in {"formula", "formula1", "formula2"}:
            holder = element.getparent()
            if holder is not None and holder.getparent() is not None:
                element = holder
        self.changed = True
        _remove(element)

    def _settle_fields(self, root: lxml.etree._Element) -> None:
        for element in root.iter("{*}fldSimple"):
            for key in list(element.attrib):
                instruction = str(element.attrib[key])
                if _local(key) == "instr" and not stays_inside(instruction):
                    self._take_field(instruction)
                    element.attrib[key] = " JUANZONG "
        # Words outside of every field, and in results, are no instructions for most programs.
        stray = _Field()
        open_fields: list[_Field] = []
        for element in root.iter("{*}fldChar", "{*}instrText", "{*}delInstrText"):
            if _local(element.tag) != "fldChar":
                for each in open_fields:
                    if not each.in_result:
                        each.texts.append(element)
                if not open_fields:
                    stray.texts.append(element)
                elif open_fields[-1].in_result:
                    open_fields[-1].later.append(element)
                continue
            kind = next((v for k, v in element.attrib.items() if _local(k) == "fldCharType"), "")
            if kind == "begin":
                open_fields.append(_Field())
            elif open_fields and kind == "separate":
                open_fields[-1].in_result = True
            elif open_fields and kind == "end":
                self._settle_field(open_fields.pop())
        for each in [*open_fields, stray]:  # fields that never end, or never begin
            self._settle_field(each)

    def _settle_field(self, one: "_Field") -> None:
        for texts in (one.texts, one.later):
            for instruction in _readings(texts):
                if instruction.strip() and not stays_inside(instruction):
                    self._take_field(instruction)
                    for number, text in enumerate(texts):
                        for inner in list(text):
                            text.remove(inner)
                        text.text = " JUANZONG " if number == 0 else ""
                    break

    def _take_field(self, instruction: str) -> None:
        self.changed = True
        if instruction.strip() != "JUANZONG" and shows(instruction) and address_of(instruction):
            picture = is_picture(instruction)
            self.found.append(Reference(address_of(instruction), picture=picture))

    def _take(self, address: str, *, shown: bool, picture: bool = False) -> None:
        self.changed = True
        self.found.append(Reference(address, shown, picture))


@dataclass(slots=True)
class _Field:
    texts: list[lxml.etree._Element] = field(default_factory=list)
    later: list[lxml.etree._Element] = field(default_factory=list)
    in_result: bool = False


def _readings(texts: list[lxml.etree._Element]) -> list[str]:
    """What programs may read as an instruction: with or without what is deleted or replaceable."""
    every = [("".join(map(str, text.itertext())), _passed_over(text)) for text in texts]
    if not any(reasons for _, reasons in every):
        return ["".join(words for words, _ in every)]
    return [
        "".join(words for words, reasons in every if not reasons & passed)
        for passed in (
            frozenset[str](),
            frozenset({"deleted"}),
            frozenset({"Choice"}),
            frozenset({"Fallback"}),
            frozenset({"deleted", "Choice"}),
            frozenset({"deleted", "Fallback"}),
        )
    ]


def _passed_over(text: lxml.etree._Element) -> frozenset[str]:
    """Why a program may pass over a piece of an instruction."""
    reasons = set()
    if _local(text.tag) != "instrText" or not _space(text.tag).endswith(_WORD_NAMES):
        reasons.add("deleted")
    for above in text.iterancestors():
        name = _local(above.tag)
        if name in {"del", "moveFrom", "Choice", "Fallback"}:
            reasons.add("deleted" if name in {"del", "moveFrom"} else name)
    return frozenset(reasons)


def _holds_formula(element: str, attribute: str) -> bool:
    return attribute.endswith(_FORMULA_ATTRIBUTES) or (
        attribute == "value" and element in {"condition", "formatting-entry"}
    )


def _address_within(element: lxml.etree._Element) -> str:
    for each in element.iter():
        if not isinstance(each.tag, str):
            continue
        for key, value in each.attrib.items():
            if _local(key).lower() in {"href", "dde-topic", "url"} and str(value).strip():
                return str(value).strip()
    return ""


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _space(key: str) -> str:
    return key[1:].partition("}")[0] if key.startswith("{") else ""


def _remove(element: lxml.etree._Element) -> None:
    """Take an element out and leave the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)

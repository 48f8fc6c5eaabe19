"""XML of documents without links to the outside: OOXML, OpenDocument, Office 2003, others.

Names are compared without their namespaces: a program may not mind a wrong one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import lxml.etree

from app.outside.addresses import Reference, leads_out, may_be_clicked, names_a_place
from app.outside.drawings import settled_data_address
from app.outside.encoded import HOLDERS, TELLING, settled_letters
from app.outside.pictures import beginning
from app.outside.word_fields import settle_fields
from app.xml_trees import demand_depth, local_part, namespace_of, remove_element

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
            demand_depth(parser)
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
        changed, found = settle_fields(root)
        self.changed |= changed
        self.found += found

    def _settle(self, element: lxml.etree._Element) -> None:
        if element.tag is lxml.etree.Entity:
            self._take("&;", shown=False)
            remove_element(element)
            return
        if element.tag is lxml.etree.ProcessingInstruction:
            if element.target.lower() == "xml-stylesheet":
                remove_element(element)
                self.changed = True
            return
        if not isinstance(element.tag, str):
            return
        name = local_part(element.tag).lower()
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
        remove_element(element)
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
        remove_element(element)
        return True

    def _settle_attribute(
        self, element: lxml.etree._Element, name: str, key: str, value: str
    ) -> None:
        local = local_part(key).lower()
        plain = value.strip()
        if not plain or namespace_of(key).endswith(_RELATIONS):
            return
        if local in _ADDRESSES:
            self._settle_address(element, name, key, plain)
        elif local in _WRITTEN or local == "instr" or namespace_of(key).endswith("/content-types"):
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
        if name in _LINKS or local_part(key).lower() == "action":
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
            and local_part(key).lower()
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
        remove_element(element)

    def _take(self, address: str, *, shown: bool, picture: bool = False) -> None:
        self.changed = True
        self.found.append(Reference(address, shown, picture))


def _holds_formula(element: str, attribute: str) -> bool:
    return attribute.endswith(_FORMULA_ATTRIBUTES) or (
        attribute == "value" and element in {"condition", "formatting-entry"}
    )


def _address_within(element: lxml.etree._Element) -> str:
    for each in element.iter():
        if not isinstance(each.tag, str):
            continue
        for key, value in each.attrib.items():
            if local_part(key).lower() in {"href", "dde-topic", "url"} and str(value).strip():
                return str(value).strip()
    return ""

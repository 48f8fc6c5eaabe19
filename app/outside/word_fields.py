"""Fields in Word's XML: instructions that would load something become unknown ones."""

from dataclasses import dataclass, field

import lxml.etree

from app.outside.addresses import Reference
from app.outside.field_codes import address_of, is_picture, shows, stays_inside
from app.xml_trees import local_part, namespace_of

_WORD_NAMES = ("/wordprocessingml/2006/main", "/wordprocessingml/main", "/word/2003/wordml")

#: An instruction that no program knows: the result that is stored beside it stays.
_UNKNOWN = " JUANZONG "


def settle_fields(root: lxml.etree._Element) -> tuple[bool, list[Reference]]:
    """Take what leads outside out of all fields below ``root``.

    Returns whether anything was changed, and the addresses of what a page would have shown.
    """
    settling = _Settling()
    settling.settle(root)
    return settling.changed, settling.found


@dataclass(slots=True)
class _Settling:
    changed: bool = False
    found: list[Reference] = field(default_factory=list)

    def settle(self, root: lxml.etree._Element) -> None:
        """Settle every field, and what a program may take for one."""
        for element in root.iter("{*}fldSimple"):
            for key in list(element.attrib):
                instruction = str(element.attrib[key])
                if local_part(key) == "instr" and not stays_inside(instruction):
                    self._take_field(instruction)
                    element.attrib[key] = _UNKNOWN
        # Words outside of every field, and in results, are no instructions for most programs.
        stray = _Field()
        open_fields: list[_Field] = []
        for element in root.iter("{*}fldChar", "{*}instrText", "{*}delInstrText"):
            if local_part(element.tag) != "fldChar":
                for each in open_fields:
                    if not each.in_result:
                        each.texts.append(element)
                if not open_fields:
                    stray.texts.append(element)
                elif open_fields[-1].in_result:
                    open_fields[-1].later.append(element)
                continue
            kind = next(
                (v for k, v in element.attrib.items() if local_part(k) == "fldCharType"), ""
            )
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
                        text.text = _UNKNOWN if number == 0 else ""
                    break

    def _take_field(self, instruction: str) -> None:
        self.changed = True
        if (
            instruction.strip() != _UNKNOWN.strip()
            and shows(instruction)
            and address_of(instruction)
        ):
            picture = is_picture(instruction)
            self.found.append(Reference(address_of(instruction), picture=picture))


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
    if local_part(text.tag) != "instrText" or not namespace_of(text.tag).endswith(_WORD_NAMES):
        reasons.add("deleted")
    for above in text.iterancestors():
        name = local_part(above.tag)
        if name in {"del", "moveFrom", "Choice", "Fallback"}:
            reasons.add("deleted" if name in {"del", "moveFrom"} else name)
    return frozenset(reasons)

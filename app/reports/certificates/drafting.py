"""From a kind of certificate and a unit's rows to the certificates, one for each point or unit."""

import re
from collections.abc import Iterator, Mapping, Sequence

from app.completeness.states import PointState
from app.names.completeness import figure_value
from app.reports.certificates.schema import CertificateKind, Per
from app.reports.contents.statements import period_in_words
from app.reports.draft import BLANK_DATE, BLANK_NAME, Draft, NotNeeded, balanced, head_values
from app.reports.filling import PLACEHOLDER, Filling, Value
from app.reports.rows import ItemLine, ReportRows, SlotLine

#: What a point's wording ends with that is no part of the matter itself.
_ENDING = re.compile(
    r"(?:的)?(?:相关)?(?:情况说明|说明材料|佐证材料|证明材料|等材料|材料|汇总表|情况|文件|及|、|等)+$"
)
#: Where the wording names the paper itself; what follows is asked for beside it.
_SAID = re.compile(r"(?<=.{4})(?:情况说明|说明材料)")
#: A title with more characters would fill half the page.
_LONGEST = 40
#: More titles than a page has room for are counted only.
_MOST_LISTED = 20


def certificates(kind: CertificateKind, rows: ReportRows, unit: str | None) -> tuple[Draft, ...]:
    """The certificates of this kind that a unit is asked for, or that are wanted of it.

    Where points are named in ``rows.points``, those; else the points whose wording asks for it.
    """
    if kind.per is Per.UNIT:
        own = tuple(i for i in rows.items if i.unit == unit)
        return (_draft(kind, rows, unit or "", own),) if rows.slots_of(unit or "") else ()
    return tuple(
        _draft(kind, rows, unit or "", _items_at(rows, slot, state), slot, state)
        for slot, state in _points(kind, rows, unit or "")
    )


def first_certificate(
    kind: CertificateKind, rows: ReportRows, unit: str | None
) -> Draft | NotNeeded:
    """The first of them."""
    found = certificates(kind, rows, unit)
    if found:
        return found[0]
    if rows.points:
        return NotNeeded("不负责所选的要点")
    return NotNeeded("承担的要点没有写明要这种证明；需要的，请在要点上选用")


def fitting(kinds: Sequence[CertificateKind], wording: str) -> CertificateKind | None:
    """The kind that the wording of a point asks for; else the first that is about a point."""
    about_points = [kind for kind in kinds if kind.per is Per.POINT]
    asked = (kind for kind in about_points if asks_for(kind, wording))
    return next(asked, about_points[0] if about_points else None)


def asks_for(kind: CertificateKind, wording: str) -> bool:
    """True if the wording of a point asks for certificates of this kind."""
    asked = any(words in wording for words in kind.asked)
    return asked and not any(words in wording for words in kind.unless)


def _points(
    kind: CertificateKind, rows: ReportRows, unit: str
) -> Iterator[tuple[SlotLine, PointState]]:
    for slot in rows.slots_of(unit):
        if rows.only and slot.indicator not in rows.only:
            continue
        for state in slot.filing.points:
            chosen = state.key in rows.points
            usual = slot.owing or slot.lead or slot.begun
            if chosen or (not rows.points and usual and asks_for(kind, state.point.text)):
                yield slot, state


def _items_at(rows: ReportRows, slot: SlotLine, state: PointState) -> tuple[ItemLine, ...]:
    there = set(state.items)
    return tuple(
        item
        for item in rows.items
        if item.item in there
        and (item.unit, item.indicator, item.task, item.point)
        == (slot.unit, slot.indicator, slot.task, state.point.number)
    )


def _draft(
    kind: CertificateKind,
    rows: ReportRows,
    unit: str,
    items: Sequence[ItemLine],
    slot: SlotLine | None = None,
    state: PointState | None = None,
) -> Draft:
    known: dict[str, Value] = {
        **head_values(rows.head, kind.title),
        "单位": unit,
        **dict.fromkeys(("指标", "核验方式", "要点", "原文", "主题", "编号", "数据"), ""),
        "期间": period_in_words(rows.head.today, None, ""),
        "件数": len({item.item for item in items}) or ("" if slot is not None else 0),
        "清单": "\n".join(_listed(items)),
        "空白姓名": BLANK_NAME,
        "空白日期": BLANK_DATE,
    }
    if slot is not None and state is not None:
        number, wording = state.point.number, state.point.text.rstrip("。；")
        known |= {
            "指标": rows.by_code[slot.indicator].heading,
            "核验方式": slot.task,
            "要点": f"，要点{number}",
            "原文": wording,
            "主题": subject_of(wording),
            "编号": f"{slot.indicator}-{slot.task}-要点{number}",
            "数据": "\n".join(_figures(state)),
            "期间": period_in_words(rows.head.today, state.point.since_year, wording),
        }
    title = _filled(kind.heading, known)
    addressed = _filled(kind.addressed, known)
    values = known | {
        "标题": balanced(title),
        "主送": f"{addressed}：" if addressed else "",
        "正文": "\n".join(_paragraphs(kind.paragraphs, known)),
        "落款": "\n".join(_paragraphs(kind.signed, known)),
    }
    name = " ".join(filter(None, (str(known["编号"]), f"{unit}{title}")))
    return Draft(Filling(values), name=name)


def subject_of(wording: str) -> str:
    """What a point's wording is about, short enough for a title."""
    found = _ENDING.sub("", _SAID.split(wording)[0] or wording).removesuffix("的")
    if len(found) > _LONGEST:
        found = re.split("[，；（]", found)[0]
    return found if found and len(found) <= _LONGEST else "有关工作"


def _paragraphs(texts: Sequence[str], known: Mapping[str, Value]) -> Iterator[str]:
    """The texts filled in, without those whose names all stand for nothing."""
    for text in texts:
        named = [name.strip() for name in PLACEHOLDER.findall(text)]
        if not named or any(str(known[name]) for name in named):
            yield _filled(text, known)


def _filled(text: str, known: Mapping[str, Value]) -> str:
    return PLACEHOLDER.sub(lambda found: str(known[found[1].strip()]), text)


def _listed(items: Sequence[ItemLine]) -> Iterator[str]:
    once = list({item.item: item for item in items}.values())
    for number, item in enumerate(once[:_MOST_LISTED], 1):
        number_of = f"（{item.doc_number}）" if item.doc_number else ""
        yield f"{number}．《{item.title}》{number_of}"
    if len(once) > _MOST_LISTED:
        yield f"……共{len(once)}件，见材料目录"


def _figures(state: PointState) -> Iterator[str]:
    """Every figure that is stated at the point, with what is asked for and what it rests on."""
    for each in state.thresholds:
        for figure in sorted(each.figures, key=lambda row: row.year):
            value = figure_value(figure, each.threshold.unit)
            basis = f"，依据：{figure.basis}" if figure.basis else ""
            yield f"{value}（要求：{each.threshold.text}{basis}）"

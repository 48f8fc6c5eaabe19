"""总索引 as PDF and HTML: one file that opens anything in the folder, by relative links."""

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from string import Template
from urllib.parse import quote

from app.dossier.output.produced import Produced
from app.dossier.planning.naming import place_words
from app.framework.schema import Framework
from app.sheets.content import (
    IndexedCase,
    IndexedItem,
    StartIndex,
)
from app.visible_text import visible
from resources import resource_path

#: They come first in a list by name.
INDEX_PDF, INDEX_HTML = "000 总索引.pdf", "000 总索引.html"


def index_of(
    title: str,
    framework: Framework,
    dossiers: Sequence[Produced],
    reasons: Mapping[str, str],
) -> StartIndex:
    """What the start page lists; ``reasons`` says why indicators do not apply, by their code."""
    by_indicator = all(d.key.startswith("indicator:") for d in dossiers)
    cases = [
        IndexedCase(
            dossier.indicators[0] if by_indicator else str(number),
            dossier.title,
            tuple((volume.file.name, volume.numbered_pages) for volume in dossier.volumes),
        )
        for number, dossier in enumerate(dossiers, 1)
    ]
    items = [
        item
        for case, dossier in zip(cases, dossiers, strict=True)
        for item in _items(case.code, dossier)
    ]
    cases += [
        IndexedCase(code, framework.indicator(code).heading, (), f"不涉及：{reason}")
        for code, reason in reasons.items()
    ]
    if by_indicator:
        order = {one.code: place for place, one in enumerate(framework.indicators)}
        cases.sort(key=lambda case: order.get(case.code, len(order)))
    return StartIndex(title, tuple(cases), tuple(items))


def _items(case: str, dossier: Produced) -> Iterator[IndexedItem]:
    for number, volume in enumerate(dossier.volumes, 1):
        seen = set()
        for file in volume.contents:
            if not file.page or file.sequence in seen:
                continue
            seen.add(file.sequence)
            yield IndexedItem(
                case=case,
                indicator=file.indicator,
                number=file.number,
                title=file.title,
                doc_number=file.doc_number,
                issuer=file.issuer,
                date=file.date,
                unit=file.unit,
                where=place_words(number, file.first_number),
                file=volume.file.name,
                page=file.page,
            )


def html_of(index: StartIndex) -> str:
    """The page for a browser: a line to search in, and all dossiers below; needs no network."""
    items = [
        [
            i.number,
            visible(i.title),
            visible(i.doc_number),
            visible(i.issuer),
            i.date,
            visible(i.unit),
            i.where,
            _address(i.file, i.page),
            i.case,
        ]
        for i in index.items
    ]
    data = json.dumps(items, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    units = dict.fromkeys(i.unit for i in index.items)
    with resource_path("pages/start-page.html") as path:
        page = Template(path.read_text(encoding="utf-8"))
    return page.substitute(
        title=escape(visible(index.title)),
        cases="\n".join(map(_case, index.cases)),
        units=" ".join(
            f'<button type="button" class="unit">{escape(visible(unit))}</button>' for unit in units
        ),
        data=data,
    )


def _case(case: IndexedCase) -> str:
    title = escape(visible(case.title))
    if not case.volumes:
        return f"<tr><td>{escape(case.code)}</td><td>{title}</td><td>{escape(case.note)}</td></tr>"
    several = len(case.volumes) > 1
    links = " ".join(
        f'<a href="{_address(file, 1)}">{f"第{number}卷 " if several else ""}{pages}页</a>'
        for number, (file, pages) in enumerate(case.volumes, 1)
    )
    first = _address(case.volumes[0][0], 1)
    return (
        f'<tr><td>{escape(case.code)}</td><td><a href="{first}">{title}</a></td>'
        f"<td>{links}</td></tr>"
    )


def _address(file: str, page: int) -> str:
    return f"{quote(file)}#page={page}"

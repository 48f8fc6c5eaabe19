"""现场核验手册: the route first, a page for each site, no line of it left alone."""

from dataclasses import replace

import pytest

from app.framework.catalogue import load_framework
from app.reports.contents.site_guide import site_guide
from app.reports.draft import Draft, NotNeeded
from app.reports.papers import find_paper
from app.reports.rows import SiteLine, SiteTaskLine
from app.sheets.content import SiteGuide
from app.sheets.page import Page, TextMark
from app.sheets.rendering import lay_out
from tests.support.report_rows import FULL, PART, county_rows


@pytest.fixture(scope="module")
def rows():
    return county_rows(load_framework("lushan-2021"), 40)


def drafted(rows, unit=None) -> Draft:
    draft = site_guide(rows, unit)
    assert isinstance(draft, Draft)
    return draft


def guide(rows, unit=None) -> SiteGuide:
    sheet = drafted(rows, unit).sheet
    assert isinstance(sheet, SiteGuide)
    return sheet


def texts(page: Page) -> list[str]:
    return [mark.line.text for mark in page.marks if isinstance(mark, TextMark)]


def test_the_route_comes_first_and_each_site_has_a_page(rows):
    pages = lay_out(guide(rows))
    first = "".join(texts(pages[0]))
    names = [site.name for site in rows.sites]
    assert [first.index(name) for name in names] == sorted(first.index(name) for name in names)
    assert [texts(page)[0] for page in pages[1:]] == names


def test_what_several_tasks_look_at_stands_once_with_their_indicators(rows):
    site = guide(rows).sites[0]
    checks = {check.item: check.served for check in site.checks}
    assert len(checks) == len(site.checks)
    assert checks["现场介绍"] == "5、6、9"
    assert checks["高频事项清单"] == "6"
    assert site.served == "5、6、9"


def test_a_unit_gets_its_own_sites_only(rows):
    assert [site.name for site in guide(rows, FULL).sites] == ["档案室"]
    assert len(guide(rows, PART).sites) == 2
    assert isinstance(site_guide(rows, "县气象局"), NotNeeded)
    paper = find_paper("现场核验手册")
    assert paper.write is site_guide


def test_the_note_says_which_sites_have_no_list(rows):
    bare = replace(rows.sites[0], tasks=(replace(rows.sites[0].tasks[0], checks=()),))
    assert drafted(replace(rows, sites=(bare,))).notes == ("有 1 处现场还没有检查清单",)
    assert drafted(rows).notes == ()


def filled(lines: int, words: int) -> SiteLine:
    checks = tuple((f"项目{n}", "看" * words, "张三") for n in range(lines))
    task = SiteTaskLine("6", "第6项指标", "实地核验", "要求" * 40, checks)
    return SiteLine(PART, "政务服务大厅", "地址", "李四", "1", "全天", (task,))


@pytest.mark.parametrize("words", [8, 40])
def test_no_line_of_a_site_stands_alone_on_a_page(rows, words):
    counts = set()
    for lines in range(1, 60):
        pages = lay_out(guide(replace(rows, sites=(filled(lines, words),))))[1:]
        counts.add(len(pages))
        found = [text for page in pages for text in texts(page)]
        assert [text for text in found if text.startswith("项目")] == [
            f"项目{n}" for n in range(lines)
        ]
        last = [text for text in texts(pages[-1]) if text.startswith("项目")]
        assert len(pages) == 1 or len(last) >= 2
    assert {1, 2} <= counts


def test_names_and_wordings_of_any_length_are_printed_whole(rows):
    task = SiteTaskLine(
        "42", "第42项指标", "实地核验", "案" * 6000, (("项" * 900, "看" * 900, "人" * 90),)
    )
    site = SiteLine(PART, "厅" * 400, "址" * 900, "李" * 200, "1" * 300, "时" * 900, (task,))
    pages = lay_out(guide(replace(rows, sites=(site,))))
    whole = "".join(text for page in pages[1:] for text in texts(page))
    for mark, count in (("案", 6000), ("项", 900), ("址", 900), ("时", 900)):
        assert whole.count(mark) >= count

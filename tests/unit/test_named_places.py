"""Names of files that say where these belong."""

import pytest

from app.evidence.places import Target
from app.framework.catalogue import load_framework
from app.intake.inbox.named_places import common_target, named_target
from app.reports.contents.statements import no_case_statements
from tests.support.report_rows import PART, county_rows

SET = load_framework("lushan-2021")
UNITS = ("县司法局", "县司法局分局", PART)
FIRST = Target("27", "material_check", "县司法局", 1)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("27-材料查证-要点1 县司法局关于没有发生的说明（2026年3月1日）.pdf", FIRST),
        (
            "27-材料查证-要点1_县司法局分局说明.jpg",
            Target("27", "material_check", "县司法局分局", 1),
        ),
        ("18-网络检索 说明.docx", Target("18", "web_check", None, None)),
        ("27-材料查证-要点9 县司法局说明.pdf", None),
        ("27-实地核验 县司法局说明.pdf", None),
        ("999-材料查证 说明.pdf", None),
        ("27-材料查证.pdf", None),
        ("2026-03-01 通知.pdf", None),
        ("关于清单的通知.pdf", None),
        ("", None),
    ],
)
def test_a_name_that_says_its_place(name, target):
    assert named_target(name, SET, UNITS) == target


def test_every_statement_says_its_place_by_its_name():
    drafts = no_case_statements(county_rows(SET, 40), PART)
    assert drafts
    for draft in drafts:
        target = named_target(f"{draft.name}.pdf", SET, UNITS)
        assert target is not None
        assert str(draft.filling.values["编号"]).startswith(f"{target.indicator}-")
        assert target.unit == PART


def test_several_files_are_proposed_a_place_that_all_of_them_name():
    one, other = "27-材料查证-要点1 县司法局甲.pdf", "27-材料查证-要点1 县司法局乙.pdf"
    assert common_target([one, other], SET, UNITS) == FIRST
    assert common_target([one, "18-网络检索 县司法局.pdf"], SET, UNITS) is None
    assert common_target([one, "通知.pdf"], SET, UNITS) is None
    assert common_target([], SET, UNITS) is None

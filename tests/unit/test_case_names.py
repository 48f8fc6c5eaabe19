"""Titles of case files, sources of wording, full names of units."""

import pytest

from app.dossier.case_names import source_line
from app.dossier.planning.inspection import number_runs
from app.dossier.planning.naming import case_title
from app.framework.values import Source
from app.unit_names import full_unit_name
from tests.support.workspaces import lushan


def test_no_title_ends_inside_its_sentence():
    titles = {i.code: case_title(i.statement) for i in lushan().indicators}
    half = [code for code, title in titles.items() if title.endswith(("…", "的", "形式", "时"))]
    assert half == ["减2"]  # its sentence ends so
    assert all(len(title) <= 80 for title in titles.values())
    assert titles["53"] == (
        "行政执法机关通过文字、音像等记录形式，"
        "对行政执法启动、调查取证、审核决定、送达执行等实现全过程记录"
    )
    assert titles["60"] == "建立行政执法日常检查监督机制"


def test_a_document_of_another_place_is_named_as_such():
    source = lushan().source
    assert source_line(source, "鲁山县", "").startswith("文本出处：关于印发《")
    elsewhere = source_line(source, "示例县", "")
    assert elsewhere.startswith("指标文字录自：中共鲁山县委全面依法治县委员会办公室《关于印发〈")
    assert source_line(source, "示例县", "示例县方案") == "文本出处：示例县方案"
    national = Source(title="市县法治政府建设示范指标体系", date="2021-08-01")
    assert source_line(national, "示例县", "") == "文本出处：市县法治政府建设示范指标体系"


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("县司法局", "示例县司法局"),
        ("演示城关镇", "示例县演示城关镇"),
        ("示例县人民法院", "示例县人民法院"),
        ("市生态环境局", "示例县市生态环境局"),
    ],
)
def test_the_full_name_of_a_unit(unit: str, expected: str):
    assert full_unit_name("示例县", unit) == expected


def test_numbers_are_listed_in_runs():
    assert number_runs(["60-1", "60-2", "60-4", "60-5", "60-6", "", "加1-1"]) == (
        "60-1、60-2、60-4 至 60-6、加1-1"
    )
    assert number_runs([]) == ""

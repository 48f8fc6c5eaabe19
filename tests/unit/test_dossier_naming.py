"""Names of dossiers, periods, dates, lists of numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dossier.errors import LedgerOpen
from app.dossier.output.ledger import Ledger, LedgerEntry, LedgerState, close_ledger
from app.dossier.planning.naming import (
    NAME_LIMIT,
    compact_date,
    number_list,
    period_of,
    short_title,
    sortable_code,
    volume_file_name,
)
from app.wording.errors import describe_error


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (
            "建立行政执法日常检查监督机制，每年至少组织1次行政执法案卷评查",
            "建立行政执法日常检查监督机制",
        ),
        ("守法，诚信的政府建设。", "守法，诚信的政府建设"),
        ("无标点的一句话", "无标点的一句话"),
        ("一" * 60, "一" * 39 + "…"),
        (
            "对各类证明事项，凡没有法律法规依据的一律取消。对保留的证明事项实行清单管理",
            "对各类证明事项，凡没有法律法规依据的一律取消",
        ),
        (
            "除法律、法规、规章另有规定的外，行政执法人员严格执行2人以上执法规定。",
            "行政执法人员严格执行2人以上执法规定",
        ),
        ("根据本级政府事权和职能，推进综合执法，市场监管", "推进综合执法"),
        ("在政府工作人员中普遍开展宪法法律教育。", "在政府工作人员中普遍开展宪法法律教育"),
        (
            "重要的行政规范性文件依法依规执行评估论证、公开征求意见、合法性审核、集体审议决定、"
            "向社会公开发布等程序。",
            "重要的行政规范性文件依法依规执行评估论证、公开征求意见、合法性审核等",
        ),
        ("根据有关规定", "根据有关规定"),
    ],
)
def test_the_first_clause_is_the_short_title(statement: str, expected: str) -> None:
    assert short_title(statement) == expected


@given(st.text(max_size=200), st.integers(1, 12))
def test_file_names_are_legal_everywhere(stem: str, volumes: int) -> None:
    for volume in range(1, volumes + 1):
        name = volume_file_name(stem, volume, volumes)
        assert 0 < len(name) <= NAME_LIMIT
        assert name.endswith(f"（第{volume}卷）.pdf" if volumes > 1 else ".pdf")
        assert not set(name) & set('<>:"/\\|?*\n\0')


def test_numbers_sort_by_indicator() -> None:
    assert [sortable_code(code) for code in ("6", "60", "加1")] == ["006", "060", "加1"]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], ""),
        (["", "2021-04-09"], "2021年4月"),
        (["2021-04-09", "2018-03"], "2018年3月—2021年4月"),
        (["2021", "2021-04-09"], "2021年"),
        (["2019", "2020"], "2019年—2020年"),
    ],
)
def test_the_period_runs_from_first_to_last(dates: list[str], expected: str) -> None:
    assert period_of(dates) == expected


def test_dates_are_digits_only() -> None:
    assert [compact_date(d) for d in ("2021-04-09", "2021-04", "2021", "")] == [
        "20210409",
        "202104",
        "2021",
        "",
    ]


def test_numbers_are_listed_in_runs() -> None:
    assert number_list([5, 3, 6, 7, 9, 3]) == "3、5—7、9"


def test_the_ledger_closes_or_refuses() -> None:
    entries = [
        LedgerEntry("甲.pdf", "60", LedgerState.INCLUDED, pages=3, findings=("2 张隐藏的工作表",)),
        LedgerEntry("乙.pdf", "60", LedgerState.FAILED, "文件已损坏"),
    ]
    assert close_ledger(2, entries).to_json() == {
        "inputs": 2,
        "included": 1,
        "excluded": 0,
        "failed": 1,
        "doubtful": 1,
        "entries": [
            {
                "file": "甲.pdf",
                "indicator": "60",
                "number": "",
                "unit": "",
                "state": "included",
                "reason": "",
                "pages": 3,
                "findings": ["2 张隐藏的工作表"],
            },
            {
                "file": "乙.pdf",
                "indicator": "60",
                "number": "",
                "unit": "",
                "state": "failed",
                "reason": "文件已损坏",
                "pages": 0,
                "findings": [],
            },
        ],
    }
    with pytest.raises(LedgerOpen) as caught:
        close_ledger(3, entries)
    assert "清点单不平" in str(describe_error(caught.value))
    with pytest.raises(LedgerOpen):
        Ledger(2, 2, 0, 0, tuple(entries))
    with pytest.raises(LedgerOpen):
        close_ledger(1, [LedgerEntry("丙.pdf", "60", LedgerState.EXCLUDED)])

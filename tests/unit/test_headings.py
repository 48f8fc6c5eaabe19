"""Headings name indicators and tasks in one way."""

import re

import pytest

from app.terms import indicator_heading, task_heading
from tests.conftest import REPO

#: "指标60", "指标 60 材料查证" and the like, put together where they are shown.
_HOME_MADE = re.compile(r"指标\{|指标 ?\{[^{}]*\}[ 　]?\{")


def test_a_task_is_named_with_its_indicator():
    assert indicator_heading("63") == "指标 63"
    assert task_heading("63", "材料查证") == "指标 63　材料查证"
    assert task_heading("加1", "材料查证", "", "县公安局") == "指标 加1　材料查证　县公安局"
    assert task_heading("63", "{reason}") == "指标 63　{reason}"


@pytest.mark.parametrize("folder", ["app", "ui"])
def test_no_heading_is_made_by_hand(folder: str):
    found = [
        f"{path.relative_to(REPO)}: {line.strip()}"
        for path in sorted((REPO / folder).rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if _HOME_MADE.search(line) and path.name != "terms.py"
    ]
    assert found == []

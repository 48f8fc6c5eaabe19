"""Every kind, state and event that the program knows has its words."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path

import pytest

import app
from app import names as app_names
from app import terms, wording
from app.changed import TOUCHED
from app.leftovers import ExclusionReason
from app.names.problems import describe_problem, problem_name
from app.problems import BLOCKING, FINDINGS, HOLLOW, Problem, ProblemKind, some_names
from app.storage.defects import DefectKind
from app.wording.intake import describe_exclusion
from app.wording.jobs import stage_name
from app.wording.log import LogNames, action_name, describe_entry, tell_entry
from tests.support.frameworks import small_framework
from tests.support.log_actions import actions

ROOT = Path(app.__file__).parent


def worded() -> Iterator[tuple[str, type[Enum], Mapping[Enum, object]]]:
    """The tables of words that are kept by the members of an enumeration."""
    names = [
        f"{package.__name__}.{module.name}"
        for package in (app_names, wording)
        for module in pkgutil.iter_modules(package.__path__)
    ]
    for module in (terms, *map(importlib.import_module, names)):
        for name, table in vars(module).items():
            if isinstance(table, Mapping) and table and len(kinds := set(map(type, table))) == 1:
                (kind,) = kinds
                if issubclass(kind, Enum):
                    yield f"{module.__name__}.{name}", kind, table


@pytest.mark.parametrize(("name", "kind", "table"), [pytest.param(*w, id=w[0]) for w in worded()])
def test_a_table_of_words_leaves_no_member_out(name, kind, table):
    assert [member.name for member in kind if member not in table] == []


def test_the_tables_are_found():
    assert {ProblemKind, ExclusionReason, DefectKind} <= {kind for _, kind, _ in worded()}
    assert len(list(worded())) > 25


@pytest.mark.parametrize("kind", ProblemKind)
def test_a_problem_is_named_and_described_with_any_detail(kind):
    assert 0 < len(problem_name(kind.value)) <= 8
    every = {"label": "Word 文档", **some_names(["a/甲.txt", "乙.txt"])}
    for detail in ({}, every):
        sentence = describe_problem(Problem(kind, detail))
        assert sentence.reason
        assert not re.search(r"[{}]", str(sentence))
        assert not sentence.reason.endswith("。")
        assert not sentence.remedy.endswith("。")


@pytest.mark.parametrize("reason", ExclusionReason)
def test_a_reason_to_leave_out_is_described(reason):
    assert describe_exclusion(reason)


def test_an_archive_that_gives_nothing_blocks_and_is_told_in_the_dossier():
    assert HOLLOW <= BLOCKING & FINDINGS


def sources() -> Iterator[ast.AST]:
    for path in ROOT.rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def test_every_event_is_named():
    found = actions()
    assert len(found) > 50
    assert sorted(action for action in found if action_name(action) == action) == []
    for action in found:
        assert describe_entry(action, {}, small_framework())


def test_no_entry_shows_a_digest_or_a_programs_word():
    item = "0190a1b2-0000-7000-8000-000000000001"
    names = LogNames(small_framework(), {item: "执法总结"}, {})
    revised = {"file_name": "总结（盖章）.pdf", "sha256": "a1" * 32, "before": "3f" * 32}
    assert tell_entry(item, revised, names) == "《执法总结》，文件 总结（盖章）.pdf"
    made = {"framework": small_framework().reference, "county": "示例县"}
    assert tell_entry("", made, names) == f"{small_framework().title}，示例县"
    arranged = {"mode": "hand", "before": "points", "locked": True}
    assert tell_entry("", arranged, names) == "手工排定，原为 按要点、单位"


def test_of_every_event_it_is_known_what_it_changed():
    assert set(TOUCHED) == actions()


def test_every_stage_of_a_job_is_named():
    stages = {
        node.args[0].value
        for node in sources()
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Progress"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(stages) >= 5
    assert [stage for stage in stages if not re.search(r"[\u4e00-\u9fff]", stage_name(stage))] == []

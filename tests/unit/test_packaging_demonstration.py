import json
from datetime import date
from pathlib import Path

import pytest

from tests.support.packaging_modules import REPO, packaging_module


class Commands:
    """Stands in for the environment's Python: notes what is called, makes what it would make."""

    def __init__(self, root, codes=()):
        self.root = root
        self.codes = dict(codes)
        self.called = []

    def call(self, *arguments, quiet=False):
        name = arguments[1] if arguments[1] != "app.cli.main" else arguments[2]
        self.called.append(name)
        if name == "compile" and self.codes.get(name, 0) < 2:
            out = Path(arguments[3]) / "exports"
            if "--inspection" in arguments:
                out /= "检查组版"
            out.mkdir(parents=True, exist_ok=True)
            (out / "第60项.pdf").write_bytes(b"%PDF-")
        if name == "resources.demo.make_samples":
            (Path(arguments[2]) / "评查表（县里填了分值）").mkdir(parents=True)
        if name == "init":
            original = Path(arguments[3]) / "originals" / "ab"
            original.parent.mkdir(parents=True)
            original.write_bytes(b"x")
            original.chmod(0o400)
        return self.codes.get(name, 0)

    def ask(self, *arguments):
        """What a command prints: fingerprints, and lists of rows."""
        if "draws" in arguments:
            return json.dumps([{"cases": [{"number": f"{n}号"} for n in range(10)]}])
        if "list" in arguments:
            rows = [{"id": "a1", "words": words} for words in ROWS]
            return None if self.codes.get("list") else json.dumps(rows)
        return None if self.codes.get("identity") else '{"fingerprint": "11593 24349"}'


ROWS = ("城区停车场建设管理办法", "停车场管理办法的专家论证情况", "行政调解室")
ALL = [
    *("resources.demo.make_samples", "init", "identity", "units", "settings", "stages", "attach"),
    *("site", "targets", "case-review", "case-review"),
    *("pack", "merge", "identity", "attach", "item", "item", "years", "mark"),
    *("webcheck", "webcheck", "site", "site", "site", "register", "register", "case-review"),
    *("report", *["exam"] * 6, *["interview"] * 4, "report"),
    *("pack", "merge"),
    *("review", "review", "review", "review", "review", "review", "pack", "merge"),
    *("item", "item", "pack", "merge", *["case-review"] * 23, "compile", "compile"),
]


@pytest.fixture
def demonstration():
    with packaging_module("demonstration") as module:
        yield module


@pytest.fixture
def story():
    with packaging_module("demonstration_story") as module:
        yield module


@pytest.fixture
def project(tmp_path):
    """A checkout that holds what the demonstration is made from."""
    for part in ("resources/demo", "resources/frameworks", "models"):
        (tmp_path / part).mkdir(parents=True)
    (tmp_path / "resources/frameworks/lushan-2021.yaml").write_text("a", encoding="utf-8")
    return tmp_path


def test_second_run_only_compiles(demonstration, project, capsys):
    first, second = Commands(project), Commands(project)
    assert demonstration.show(first) == 0
    assert demonstration.show(second) == 0
    assert first.called == ALL
    assert second.called == ["compile", "compile"]
    told = capsys.readouterr().out
    assert "卷宗 PDF（1 个）" in told
    made = project / "demo" / "示例县工作区" / "exports"
    assert (made / "检查组版" / "第60项.pdf").is_file()
    assert "$ juanzong compile 示例县工作区 --inspection" in told


def test_new_material_starts_afresh(demonstration, project):
    demonstration.show(Commands(project))
    (project / "resources/demo/new.py").write_text("", encoding="utf-8")
    again = Commands(project)
    assert demonstration.show(again) == 0
    assert again.called == ALL


def test_failed_files_are_part_of_the_show(demonstration, project):
    commands = Commands(project, {"attach": 1, "compile": 1})
    assert demonstration.show(commands) == 0


@pytest.mark.parametrize(
    "name", ["init", "settings", "attach", "identity", "merge", "review", "list"]
)
def test_failed_step_is_repeated_next_time(demonstration, project, capsys, name):
    assert demonstration.show(Commands(project, {name: 3})) == 1
    assert "没有建成" in capsys.readouterr().out
    again = Commands(project)
    assert demonstration.show(again) == 0
    assert again.called == ALL


def test_failed_compile_is_told(demonstration, project, capsys):
    assert demonstration.show(Commands(project, {"compile": 3})) == 1
    assert "没有编成" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2026, 4, 30), 2026), (date(2026, 5, 1), 2027), (date(2026, 12, 31), 2027)],
)
def test_the_units_self_check_lies_ahead(story, today, year):
    assert story.working_year(today) == year


def test_everything_the_demonstration_reads_is_there(demonstration):
    assert (REPO / "resources" / "frameworks" / f"{demonstration.FRAMEWORK}.yaml").is_file()
    assert (REPO / "resources" / "demo" / "make_samples.py").is_file()

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
            out = self.root / "demo" / "卷宗"
            out.mkdir(exist_ok=True)
            (out / "第60项.pdf").write_bytes(b"%PDF-")
        if name == "init":
            original = self.root / "demo" / "示例县工作区" / "originals" / "ab"
            original.parent.mkdir(parents=True)
            original.write_bytes(b"x")
            original.chmod(0o400)
        return self.codes.get(name, 0)


ALL = ["resources.demo.make_samples", "init", "units", "settings", "attach", "compile"]


@pytest.fixture
def demonstration():
    with packaging_module("demonstration") as module:
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
    assert second.called == ["compile"]
    assert "卷宗 PDF（1 个）" in capsys.readouterr().out


def test_new_material_starts_afresh(demonstration, project):
    demonstration.show(Commands(project))
    (project / "resources/demo/new.py").write_text("", encoding="utf-8")
    again = Commands(project)
    assert demonstration.show(again) == 0
    assert again.called == ALL


def test_failed_files_are_part_of_the_show(demonstration, project):
    commands = Commands(project, {"attach": 1, "compile": 1})
    assert demonstration.show(commands) == 0


@pytest.mark.parametrize("name", ["init", "settings", "attach"])
def test_failed_step_is_repeated_next_time(demonstration, project, capsys, name):
    assert demonstration.show(Commands(project, {name: 3})) == 1
    assert "没有建成" in capsys.readouterr().out
    again = Commands(project)
    assert demonstration.show(again) == 0
    assert again.called == ALL


def test_failed_compile_is_told(demonstration, project, capsys):
    assert demonstration.show(Commands(project, {"compile": 3})) == 1
    assert "没有编成" in capsys.readouterr().out


def test_everything_the_demonstration_reads_is_there(demonstration):
    assert (REPO / "resources" / "frameworks" / f"{demonstration.FRAMEWORK}.yaml").is_file()
    assert (REPO / "resources" / "demo" / "make_samples.py").is_file()

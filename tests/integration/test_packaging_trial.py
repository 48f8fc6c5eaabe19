"""The trial that a build plays with the frozen programs, here with the programs as they are."""

import shutil
import subprocess
import sys
import tarfile

import pytest

from resources.demo.make_samples import make_samples
from tests.support.packaging_modules import REPO, packaging_module

MODULES = {"juanzong": "app.cli.main", "juanzong-gui": "ui.main"}


@pytest.fixture
def trial():
    with packaging_module("trial") as module:
        yield module


@pytest.fixture
def freezing():
    with packaging_module("freezing") as module:
        yield module


class Programs:
    """Runs the programs from the checkout; ``broken`` is a command that always fails."""

    def __init__(self, broken=None):
        self.broken = broken
        self.called = []

    def call(self, name, *arguments):
        self.called.append(arguments[0])
        if arguments[0] == self.broken:
            return 3
        command = [sys.executable, "-m", MODULES[name], *map(str, arguments)]
        return subprocess.call(command, cwd=REPO, stdout=subprocess.DEVNULL)


def test_the_programs_do_the_work_of_a_county(trial, tmp_path, capsys):
    samples = tmp_path / "样例材料"
    make_samples(samples)
    programs = Programs()
    assert trial.works(tmp_path / "试用", samples, programs.call)
    wanted = ["init", "attach", "compile", "report", "pack", "check", "--check"]
    assert programs.called == wanted
    assert "装订出" in capsys.readouterr().out


def test_a_program_that_fails_ends_the_trial(trial, tmp_path):
    programs = Programs(broken="attach")
    assert not trial.works(tmp_path / "试用", tmp_path / "样例材料", programs.call)
    assert programs.called == ["init", "attach"]


class TestPacked:
    @pytest.fixture
    def frozen(self, freezing, tmp_path):
        folder = tmp_path / "dist" / "juanzong"
        folder.mkdir(parents=True)
        for name in ("juanzong", "juanzong-gui"):
            (folder / name).write_text("#!/bin/sh\n", encoding="utf-8")
            (folder / name).chmod(0o755)
        return freezing.Frozen(folder)

    @pytest.fixture
    def checkout(self, tmp_path):
        with packaging_module("setup_steps") as module:
            for file in ("pyproject.toml", "LICENSE", "NOTICE.md", "resources/icons/juanzong.svg"):
                (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(REPO / file, tmp_path / file)
            yield module.Checkout(tmp_path)

    def test_archive_and_package_hold_both_programs(self, freezing, checkout, frozen):
        made = {file.suffix: file for file in freezing.pack(checkout, frozen)}
        with tarfile.open(made[".gz"]) as archive:
            names = archive.getnames()
            assert {"juanzong/juanzong", "juanzong/juanzong-gui"} <= set(names)
        if shutil.which("dpkg-deb") is None:
            return
        listed = subprocess.check_output(["dpkg-deb", "-c", made[".deb"]], text=True)
        for path in (
            "./opt/juanzong/juanzong-gui\n",
            "./usr/bin/juanzong -> /opt/juanzong/juanzong\n",
            "./usr/share/applications/juanzong.desktop\n",
            "./usr/share/doc/juanzong/NOTICE.md\n",
        ):
            assert path in listed
        described = subprocess.check_output(["dpkg-deb", "-f", made[".deb"]], text=True)
        assert "Package: juanzong" in described

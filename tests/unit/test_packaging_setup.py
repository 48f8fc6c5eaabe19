import ast
import importlib
import itertools
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.packaging_modules import REPO, packaging_module

POSIX = pytest.mark.skipif(os.name == "nt", reason="apt and sudo are stood in for by shell scripts")


@pytest.fixture
def steps():
    with packaging_module("setup_steps") as module:
        yield module


@pytest.fixture
def system():
    with packaging_module("system_packages") as module:
        yield module


def program(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine whose only programs are those that a test puts into ``bin``."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "env").symlink_to("/usr/bin/env")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("CI", "true")
    return folder


def test_folder_packaging_shadows_nothing():
    assert not (REPO / "packaging" / "__init__.py").exists()
    found = Path(importlib.import_module("packaging").__file__)
    assert not found.is_relative_to(REPO / "packaging")
    for name in ("app", "ui", "models", "resources"):
        assert Path(importlib.import_module(name).__file__).is_relative_to(REPO)


@pytest.mark.parametrize(
    "script",
    [
        *("bootstrap", "setup_steps", "system_packages", "checks", "freezing"),
        *("demonstration", "demonstration_story"),
    ],
)
def test_set_up_needs_only_the_standard_library(script):
    own = {file.stem for file in (REPO / "packaging").glob("*.py")}
    tree = ast.parse((REPO / "packaging" / f"{script}.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            assert name.split(".")[0] in sys.stdlib_module_names | own


def test_wrong_usage_and_help():
    script = str(REPO / "packaging" / "bootstrap.py")
    wrong = subprocess.run([sys.executable, script, "fly"], capture_output=True, check=False)
    assert wrong.returncode == 2
    shown = subprocess.run([sys.executable, script, "--help"], capture_output=True, check=True)
    assert "演示".encode() in shown.stdout


def test_addresses_never_reach_the_log(steps):
    line = "Looking in indexes: https://user:pw@index.example.invalid/simple, file:///opt/x"
    assert steps.without_addresses(line) == "Looking in indexes: <地址> <地址>"


@pytest.fixture
def project(steps, tmp_path):
    """A project without dependencies."""
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    versions = tmp_path / steps.VERSIONS
    versions.parent.mkdir()
    versions.write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "text"),
    [("pyproject.toml", "[project]\nname = 'x'\n"), ("packaging/versions.txt", "x==1\n")],
)
def test_stamp_follows_dependencies_versions_and_python(steps, project, file, text):
    first = steps.fingerprint(project, "3.11.2")
    assert steps.fingerprint(project, "3.11.2") == first
    assert steps.fingerprint(project, "3.12.0") != first
    (project / file).write_text(text, encoding="utf-8")
    assert steps.fingerprint(project, "3.11.2") != first


def test_every_dependency_has_a_version_that_fits(steps):
    told = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))
    groups = told["dependency-groups"].values()
    asked = map(Requirement, [*told["project"]["dependencies"], *itertools.chain(*groups)])
    lines = (REPO / steps.VERSIONS).read_text(encoding="utf-8").splitlines()
    pins = {canonicalize_name(pin.name): pin for pin in map(Requirement, lines)}
    for wanted in asked:
        (pin,) = pins[canonicalize_name(wanted.name)].specifier
        assert wanted.specifier.contains(pin.version), wanted


@POSIX
def test_finished_set_up_is_not_repeated(steps, project):
    checkout = steps.Checkout(project)
    checkout.python.parent.mkdir(parents=True)
    program(checkout.python.parent, "python", f'exec "{sys.executable}" "$@"')
    note = {"fingerprint": steps.fingerprint(project, sys.version), "groups": ["dev"]}
    checkout.stamp.write_text(json.dumps(note), encoding="utf-8")
    steps.prepare(project, groups=("dev",), system=())
    steps.prepare(project, system=())
    assert not checkout.log.exists()


@POSIX
def test_failing_pip_shows_its_last_words_without_addresses(steps, tmp_path):
    project = "[project]\nname = 'x'\nversion = '1'\ndependencies = ['no-such-package-xyz']\n"
    (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    checkout = steps.Checkout(tmp_path)
    checkout.python.parent.mkdir(parents=True)
    program(
        checkout.python.parent,
        "python",
        'echo "Looking in https://index.example.invalid/"; echo "ERROR: nothing found"; exit 1',
    )
    with pytest.raises(steps.SetupFailed) as caught:
        steps._pip(checkout, "安装依赖", "--editable", ".")
    assert "ERROR: nothing found" in str(caught.value)
    assert "example.invalid" not in str(caught.value)
    assert "example.invalid" not in checkout.log.read_text(encoding="utf-8")


@POSIX
def test_versions_that_do_not_install_give_way(steps, project, capsys):
    """An old system has no wheels of the newest; pip then chooses what it has."""
    checkout = steps.Checkout(project)
    checkout.python.parent.mkdir(parents=True)
    asked = project / "asked.txt"
    program(
        checkout.python.parent,
        "python",
        f'case "$1" in -c) echo 99.0; exit 0;; esac\n'
        f'echo "$@" >> {asked}\ncase "$*" in *--constraint*) exit 1;; esac',
    )
    steps._ensure_dependencies(checkout, ())
    first, second = asked.read_text(encoding="utf-8").splitlines()
    assert "--constraint packaging/versions.txt" in first
    assert "--constraint" not in second
    assert "改装适合它的版本" in capsys.readouterr().out
    assert checkout.stamp.exists()


@POSIX
def test_present_programs_are_left_alone(system, machine, capsys):
    program(machine, "qpdf", "exit 0")
    program(machine, "apt-get", "exit 99")
    system.install_missing(system.REFERENCES[:1])
    assert capsys.readouterr().out == ""


@POSIX
def test_missing_programs_come_through_apt(system, machine, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    log = tmp_path / "apt.log"
    made = machine / "qpdf"
    program(machine, "apt-get", f'echo "$@" >> {log}\n: > {made}; /bin/chmod +x {made}')
    system.install_missing(system.REFERENCES[:1])
    update, install = log.read_text(encoding="utf-8").splitlines()
    assert update.endswith("update")
    assert install.endswith("install --no-install-recommends qpdf")
    assert "没有装上" not in capsys.readouterr().out


@POSIX
def test_refused_apt_says_what_to_do(system, machine, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(machine, "apt-get", 'echo "E: could not get lock"; exit 100')
    system.install_missing(system.REFERENCES[:1])
    said = capsys.readouterr().out
    assert "could not get lock" in said
    assert "sudo apt-get install --no-install-recommends qpdf" in said.replace(
        "apt-get update && ", ""
    ).replace("sudo sudo", "sudo")


@POSIX
def test_without_rights_nobody_is_asked_in_ci(system, machine, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    log = tmp_path / "apt.log"
    program(machine, "apt-get", f'echo "$@" >> {log}')
    program(machine, "sudo", "exit 1")
    system.install_missing(system.REFERENCES[:1])
    assert not log.exists()
    assert "请管理员执行" in capsys.readouterr().out


@POSIX
def test_machine_without_apt(system, machine, capsys):
    system.install_missing(system.REFERENCES[:1])
    assert "包管理器" in capsys.readouterr().out


def test_notices_are_complete():
    with packaging_module("notices") as notices:
        assert notices.complaints() == []


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("AGPL-3.0-only", False),
        ("GNU Affero General Public License v3", False),
        ("GPL-2.0-or-later", False),
        ("LGPL-2.1-or-later", True),
        ("MIT", True),
    ],
)
def test_copyleft_is_recognised(licence, allowed):
    with packaging_module("notices") as notices:
        assert (notices.FORBIDDEN.search(licence) is None) is allowed

from pathlib import Path

import pytest

from app.conversion.office.profile import write_profile
from app.conversion.office.program import find_office


def program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_chosen_program_counts_and_is_not_replaced(tmp_path):
    chosen = program(tmp_path / "LibreOffice" / "program" / "soffice")
    on_path = {"PATH": str(program(tmp_path / "bin" / "soffice").parent)}
    find = {"platform": "linux", "environment": on_path}
    assert find_office(chosen, **find) == chosen
    assert find_office(tmp_path / "LibreOffice", **find) == chosen
    assert find_office(tmp_path / "gone" / "soffice", **find) is None


def test_program_on_the_path_is_found(tmp_path):
    here = program(tmp_path / "soffice")
    assert find_office(None, platform="linux", environment={"PATH": str(tmp_path)}) == here


@pytest.mark.parametrize("variable", ["ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"])
def test_usual_places_on_windows_prefer_the_console_program(tmp_path, variable):
    folder = tmp_path / "LibreOffice" / "program"
    program(folder / "soffice.exe")
    console = program(folder / "soffice.com")
    environment = {"PATH": "", variable: str(tmp_path)}
    assert find_office(None, platform="win32", environment=environment) == console


def test_without_any_there_is_none(tmp_path):
    environment = {"PATH": str(tmp_path), "ProgramFiles": str(tmp_path)}
    assert find_office(None, platform="win32", environment=environment) is None


def test_profile_forbids_macros_links_and_network(tmp_path):
    write_profile(tmp_path)
    text = (tmp_path / "user" / "registrymodifications.xcu").read_text(encoding="utf-8")
    for name, value in (
        ("DisableMacrosExecution", "true"),
        ("MacroSecurityLevel", "3"),
        ("BlockUntrustedRefererLinks", "true"),
        ("ooInetProxyType", "2"),
        ("ExportFormFields", "false"),
    ):
        assert f'oor:name="{name}" oor:op="fuse"><value>{value}</value>' in text

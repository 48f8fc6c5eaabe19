import stat
import sys

import pytest

from app.conversion.office.batch import OfficeFault
from app.conversion.office.program import find_office
from app.conversion.office.trial import try_office
from app.jobs import Cancelled, CancelToken, SilentJob


@pytest.mark.office
def test_an_installed_program_shows_its_version_and_makes_pages(tmp_path):
    if find_office(None) is None:
        pytest.skip("LibreOffice is not installed")
    trial = try_office(None, tmp_path, SilentJob())
    assert trial.works
    assert trial.version.startswith("LibreOffice ")
    assert trial.seconds > 0


def test_a_path_without_a_program_is_said(tmp_path):
    trial = try_office(tmp_path / "nowhere", tmp_path, SilentJob())
    assert (trial.program, trial.works) == (None, False)


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for a program")
@pytest.mark.parametrize("text", ["#!/bin/sh\nexit 1\n", "no program at all"])
def test_a_program_that_is_another_one_is_said(tmp_path, text):
    program = tmp_path / "soffice"
    program.write_text(text, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (tmp_path / "work").mkdir()
    trial = try_office(program, tmp_path / "work", SilentJob())
    assert (trial.program, trial.works, trial.fault) == (program, False, OfficeFault.CRASHED)


def test_a_trial_can_be_cancelled(tmp_path):
    token = CancelToken()
    token.cancel()
    program = tmp_path / "soffice"
    program.write_text("", encoding="utf-8")
    with pytest.raises(Cancelled):
        try_office(program, tmp_path, SilentJob(token))

"""Workers that cannot start, or lack a part of the program, say so and blame no file."""

import multiprocessing
import os
import sys
import tempfile
import types
from importlib import import_module
from multiprocessing import resource_tracker

import pytest

from app.errors import StartFault, WorkersNotStarted
from app.evidence.places import Target
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.isolation import Done, IsolatedCall, NotLoaded, Workers
from app.jobs import SilentJob
from app.wording.errors import describe_error
from models import EvidenceItem
from tests.support.workspaces import rows

UNIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="programs and limits of Unix")


def echo(what: object) -> object:
    return what


def load(what: str) -> object:
    """Do in a worker what needs a library that is not there."""
    if what == "missing":
        return import_module("nowhere_to_be_found")
    return what


@pytest.fixture
def program_that_ends():
    """Let new processes run a program that ends at once."""
    resource_tracker.ensure_running()  # it is started just so, and has to stay
    multiprocessing.set_executable("/bin/false")
    yield
    multiprocessing.set_executable(sys.executable)


@UNIX_ONLY
def test_processes_that_end_at_their_start(program_that_ends):
    with Workers(2) as workers, pytest.raises(WorkersNotStarted) as caught:
        workers.run(echo, 1, 30, SilentJob())
    assert caught.value.fault is StartFault.ENDED_AT_ONCE
    assert "（）" not in describe_error(caught.value).reason


@UNIX_ONLY
def test_they_start_again_when_the_cause_is_gone():
    resource_tracker.ensure_running()
    with Workers(1) as workers:
        multiprocessing.set_executable("/bin/false")
        try:
            with pytest.raises(WorkersNotStarted):
                workers.run(echo, 1, 30, SilentJob())
        finally:
            multiprocessing.set_executable(sys.executable)
        assert workers.run(echo, 2, 30, SilentJob()) == Done(2)


def test_no_place_for_temporary_files(monkeypatch, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "file"))
    with Workers(1) as workers:
        workers.warm_up(echo)
        with pytest.raises(WorkersNotStarted) as caught:
            workers.run(echo, 1, 30, SilentJob())
        assert caught.value.fault is StartFault.NO_PLACE
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        assert workers.run(echo, 2, 30, SilentJob()) == Done(2)


@UNIX_ONLY
def test_no_more_processes():
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with Workers(1) as workers:
        taken = [os.open(os.devnull, os.O_RDONLY)]
        # The keeper's pipe needs two more.
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(taken) + 1, hard))
        try:
            with pytest.raises(WorkersNotStarted):
                workers.run(echo, 1, 30, SilentJob())
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
            os.close(taken[0])
        assert workers.run(echo, 2, 30, SilentJob()) == Done(2)


def test_a_function_that_does_not_load(monkeypatch):
    only_here = types.ModuleType("only_here")
    exec("def act(what): return what", only_here.__dict__)
    monkeypatch.setitem(sys.modules, "only_here", only_here)
    with Workers(2) as workers:
        tasks = [IsolatedCall(number, 30.0) for number in range(5)]
        results = list(workers.run_each(only_here.act, tasks, SilentJob(), chunk=2))
        assert len(results) == 5
        assert all(isinstance(result, NotLoaded) for _, result in results)
        assert workers.run(echo, 2, 30, SilentJob()) == Done(2)


def test_a_library_that_does_not_load_costs_only_what_needs_it(workers):
    tasks = [IsolatedCall(what, 30.0) for what in ("a", "missing", "b")]
    results = dict(workers.run_each(load, tasks, SilentJob(), chunk=3))
    assert isinstance(results["missing"], NotLoaded)
    assert results["a"] == Done("a")
    assert results["b"] == Done("b")


@UNIX_ONLY
def test_attaching_stores_nothing_and_says_why(workspace, tmp_path, program_that_ends):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("关于印发工作方案的通知", encoding="utf-8")
    request = AttachRequest([folder], Target("1", "材料查证", "县司法局"))
    with Workers(1) as workers, pytest.raises(WorkersNotStarted):
        attach_files(workspace, workers, request, SilentJob())
    assert rows(workspace, EvidenceItem) == []


def test_the_sentence_is_whole_in_every_case():
    for fault in StartFault:
        for detail in ("", os.strerror(11)):
            told = describe_error(WorkersNotStarted(fault, detail))
            assert "{" not in told.reason
            assert "与文件本身无关" in told.reason
            assert told.remedy

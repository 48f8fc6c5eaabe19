import errno
import importlib
import os
import pkgutil
from dataclasses import fields, is_dataclass
from pathlib import Path
from string import Formatter

import pytest

import app
from app.errors import (
    FolderNotWritable,
    JuanzongError,
    RowUnknown,
    UnitUnknown,
    UsageError,
    WorkspaceError,
)
from app.exchange.errors import PackageError
from app.names.problems import describe_problem
from app.names.sentence import Sentence
from app.problems import Problem, ProblemKind
from app.wording import errors as worded_errors
from app.wording.errors import describe_error

ROOTS = {JuanzongError, UsageError, RowUnknown, WorkspaceError, PackageError}


def every_error() -> list[type[JuanzongError]]:
    for module in pkgutil.walk_packages(app.__path__, "app."):
        importlib.import_module(module.name)
    found: set[type[JuanzongError]] = set()
    waiting: list[type[JuanzongError]] = [JuanzongError]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        waiting += subclasses
        found.update(subclasses)
    return sorted(found - ROOTS, key=lambda e: e.__name__)


@pytest.mark.parametrize("error", every_error(), ids=lambda e: e.__name__)
def test_every_error_has_a_sentence_that_its_data_fills(error: type[JuanzongError]):
    sentence = worded_errors._ERRORS[error]
    assert is_dataclass(error), "an error that is no dataclass cannot be worded"
    names = {f.name for f in fields(error)}
    used = {
        n for t in (sentence.reason, sentence.remedy) for _, n, _, _ in Formatter().parse(t) if n
    }
    assert used <= names
    assert sentence.reason


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_problem_has_a_sentence_without_a_full_stop(kind: ProblemKind):
    sentence = describe_problem(Problem(kind))
    assert sentence.reason
    assert not sentence.reason.endswith("。")
    if Problem(kind).blocking:
        assert sentence.remedy


def test_a_sentence_joins_reason_and_remedy():
    assert str(Sentence("文件是空的", "请换一份")) == "文件是空的。请换一份。"


def test_the_systems_words_come_in_chinese():
    error = FolderNotWritable(Path("U盘"), os.strerror(errno.ENOSPC))
    assert "（磁盘空间不足）" in describe_error(error).reason


def test_nothing_is_offered_where_nothing_is_near():
    assert "相近" not in str(describe_error(UnitUnknown("无此单位", ())))
    assert "县司法局" in str(describe_error(UnitUnknown("县司法", ("县司法局",))))

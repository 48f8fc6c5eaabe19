import errno
import importlib
import os
import pkgutil
import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from string import Formatter

import pytest

import app
from app.errors import (
    FileUnreadable,
    FolderNotWritable,
    JuanzongError,
    RowUnknown,
    UnitUnknown,
    UsageError,
    WorkspaceError,
)
from app.exchange.errors import PackageError, PackageUnreadable
from app.names.problems import describe_problem
from app.names.sentence import Sentence
from app.problems import Problem, ProblemKind
from app.review.errors import UnitNotNamed
from app.table_files.errors import TableUnreadable
from app.wording import errors as worded_errors
from app.wording import window
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


#: What only somebody at the command line can type.
COMMANDS = re.compile(
    r"--[a-z]|命令|juanzong |"
    r"\b(backup|review|rectify|item|units|identity|merge|pack|check|inspect|framework|init)\b ?"
    r"(restore|list|show|reopen|close|reasons|findings|trust|新建|工作区)"
)


@pytest.mark.parametrize("error", every_error(), ids=lambda e: e.__name__)
def test_nobody_at_the_window_is_told_to_type_a_command(error: type[JuanzongError]):
    remedies = [window.REMEDIES.get(error, worded_errors._ERRORS[error].remedy)]
    if error in worded_errors._NOTHING_TO_OFFER:
        _, otherwise = worded_errors._NOTHING_TO_OFFER[error]
        remedies.append(window.OTHERWISE.get(error, otherwise.remedy))
    assert not [remedy for remedy in remedies if COMMANDS.search(remedy)]
    names = {f.name for f in fields(error)}
    for remedy in remedies:
        assert {n for _, n, _, _ in Formatter().parse(remedy) if n} <= names
    assert set(window.REMEDIES) <= set(worded_errors._ERRORS)
    assert set(window.OTHERWISE) <= set(worded_errors._NOTHING_TO_OFFER)


def test_the_window_has_its_own_remedy():
    error = UnitNotNamed()
    assert describe_error(error).remedy == "请加 --unit 单位名称"
    assert describe_error(error, at_window=True).remedy == "请先选责任单位"


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (FileUnreadable(Path("a"), "文件或文件夹不存在"), "请核对名称和位置"),
        (PackageUnreadable(Path("a.zip"), "文件或文件夹不存在"), "请核对名称和位置"),
        (PackageUnreadable(Path("a.zip"), "这不是完整的 ZIP"), "请确认 U 盘没有拔出"),
        (TableUnreadable("a.csv", "没有权限"), "请先取得这个文件的读取权限"),
        (FolderNotWritable(Path("a"), "没有权限"), "请换一个能写入的文件夹"),
        (FolderNotWritable(Path("a"), "磁盘空间不足"), "请先腾出磁盘空间，或换一个盘"),
    ],
)
def test_the_remedy_fits_what_the_system_says(error, remedy):
    for at_window in (False, True):
        assert describe_error(error, at_window=at_window).remedy.startswith(remedy)

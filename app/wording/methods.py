"""Words for the errors of method tools."""

from collections.abc import Mapping
from typing import Any

from app.errors import JuanzongError
from app.methods import errors
from app.names.methods import FIELDS

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.ToolNotOffered: (
        "指标 {indicator} 的“{task}”不是{method}任务",
        "请核对指标和核验方式",
    ),
    errors.NoteIncomplete: ("“{field}”没有填写", "请填写后再保存"),
    errors.NoteTooLong: ("“{field}”太长，最多 {most} 个字", "请写短一些"),
    errors.DayNotPossible: ("“{text}”不是可能的日期", "请写成 2026-03-01 的样子"),
    errors.ChoiceUnknown: ("没有“{text}”这一项", "可用：{offered}"),
    errors.NoteUnknown: ("没有编号为 {note} 的记录", "请先列出记录，核对编号"),
}

NAMES: Mapping[type, Mapping[Any, str]] = {errors.NoteField: FIELDS}

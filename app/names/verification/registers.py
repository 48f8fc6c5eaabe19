"""Words about registers (台账): what is wrong with cells, what rates come to and rest on."""

import re
from collections.abc import Mapping

from app.translating import Translate, chinese

#: By the value of ``FaultKind``.
FAULTS: Mapping[str, str] = {
    "empty": "没有填写",
    "no_day": "不是可能的日期，请写成 2021-03-05",
    "no_number": "不是数字",
    "no_answer": "请填“是”或“否”",
    "no_choice": "不在选项里：{choices}",
    "no_year": "不是年度，请写成 2021",
    "no_identity": "不是有效的身份证号码",
    "no_phone": "不是电话号码",
    "too_low": "小于 {low}",
    "too_high": "大于 {high}",
    "twice": "与第 {other} 行重复",
    "too_early": "早于“{other}”",
}
#: How a figure stands to its register, by the value of ``FillState``.
FILL_STATES: Mapping[str, str] = {
    "nothing": "没有可算的行",
    "open": "可填入",
    "same": "已填入",
    "differs": "已填的数与台账不符",
}
#: What the values of ``ColumnType`` are called.
TYPES: Mapping[str, str] = {
    "text": "文字",
    "date": "日期",
    "number": "数",
    "money": "金额",
    "yes_no": "是或否",
    "choice": "选项",
    "year": "年度",
    "person": "人名",
    "id_number": "证件号码",
    "phone": "电话",
}
_SHARE = "{counted_name} {counted} {measure} / {of_name} {of} {measure}"
_COUNT = "{of_name} {of} {measure}"
_OVER = "{of_name} {of} {measure}，{kind}"
_KINDS = {"sum": "合计", "least": "最少", "most": "最多"}
_LEFT_OUT = "（另有 {count} 行待改，未计入）"


def fault_words(
    kind: str,
    *,
    other: str = "",
    choices: str = "",
    low: str = "",
    high: str = "",
    translate: Translate = chinese,
) -> str:
    """What is wrong with a cell; no full stop."""
    template = translate(FAULTS[kind])
    return template.format(other=other, choices=choices, low=low, high=high)


def reckoning_words(
    kind: str,
    *,
    counted: int,
    counted_name: str,
    of: int,
    of_name: str,
    measure: str,
    left_out: int = 0,
    translate: Translate = chinese,
) -> str:
    """What a rate was worked out from: "出庭 45 件 / 应诉 50 件"."""
    template = translate(_SHARE if kind == "share" else _COUNT if kind == "count" else _OVER)
    words = template.format(
        counted=counted,
        counted_name=counted_name,
        of=of,
        of_name=of_name,
        measure=measure,
        kind=translate(_KINDS.get(kind, "")) if kind in _KINDS else "",
    )
    return words + (translate(_LEFT_OUT).format(count=left_out) if left_out else "")


def value_words(value: str, unit: str) -> str:
    """A value with its unit: "90%", "45 学时"."""
    per = unit.partition("/")[0]
    return f"{value}{per}" if per == "%" else f"{value} {per}"


def basis_for_inspectors(basis: str) -> str:
    """What a figure rests on, without a word of the rows that are still being mended."""
    before, after = _LEFT_OUT.split("{count}")
    return re.sub(rf"{re.escape(before)}\d+{re.escape(after)}", "", basis)


def basis_words(title: str, year: int, reckoning: str, value: str) -> str:
    """What a figure rests on: "台账：行政应诉案件台账 2021年 出庭 45 件 / 应诉 50 件 = 90%"."""
    of_year = f" {year}年" if year else ""
    return f"台账：{title}{of_year} {reckoning} = {value}"

"""An indicator set of quite another shape than the built-in one, as text.

Three levels, codes like 2.3.1, eight methods with names of its own, several tasks of one method,
tasks without a method, units and deadlines of single tasks, 150 indicators. Of the invented 示例县.
"""

from pathlib import Path

from app.framework.loader import parse
from app.framework.schema import Framework

_AREAS = ("依法决策", "执法监督", "政务公开", "矛盾化解", "普法宣传")
_FIELDS = ("制度", "实施", "监督")
_METHODS = (
    ("file_reading", "查阅资料"),
    ("online_query", "在线查询"),
    ("field_visit", "现场走访"),
    ("phone_survey", "电话调查"),
    ("panel_talk", "座谈了解"),
    ("file_sampling", "抽查案卷"),
    ("open_exam", "开卷测试"),
    ("peer_review", "交叉互评"),
)
UNITS = ("县发改委", "县司法局", "县公安局", "县财政局", "县信访局", "县市场监管局")
PER_FIELD = 10


def other_pack() -> str:
    """The pack as its author would write it."""
    return "\n".join([*_head(), "indicators:", *_indicators()]) + "\n"


def other_set() -> Framework:
    """The set itself."""
    return parse(other_pack().encode(), Path("other.yaml"))


def _head() -> list[str]:
    lines = [
        "format: 2",
        "code: shili-assessment",
        'version: "1.0"',
        "title: 示例县依法行政考核指标（2026）",
        "programme: 依法行政考核",
        "source: {title: 示例县依法行政考核方案, number: 示考〔2026〕3号, date: 2026-02-01}",
        "levels: [一级指标, 二级指标, 三级指标]",
        "kinds:",
        '  - {id: assessed, name: 考核指标, codes: ["{number}.{number}.{number}"]}',
        "methods:",
    ]
    lines += [f"  - {{id: {id_}, name: {name}}}" for id_, name in _METHODS]
    lines.append("categories:")
    for area, name in enumerate(_AREAS, 1):
        lines.append(f'  - {{code: "{area}", name: {name}}}')
        for field, below in enumerate(_FIELDS, 1):
            code = f"{area}.{field}"
            lines.append(f'  - {{code: "{code}", name: {name}{below}, parent: "{area}"}}')
            lines.append(f'  - {{code: "{code}.0", name: {below}要求, parent: "{code}"}}')
    lines.append("units:")
    lines += [f"  - {{name: {unit}}}" for unit in UNITS]
    lines.append("groups:\n  - {name: 各考核对象, default_from: registered}")
    return lines


def _indicators() -> list[str]:
    lines: list[str] = []
    for area, name in enumerate(_AREAS, 1):
        for field, below in enumerate(_FIELDS, 1):
            for number in range(1, PER_FIELD + 1):
                lines += _indicator(f"{area}.{field}.{number}", f"{name}{below}", area + number)
    return lines


def _indicator(code: str, about: str, turn: int) -> list[str]:
    method = _METHODS[turn % len(_METHODS)][0]
    return [
        f'  - code: "{code}"',
        "    kind: assessed",
        f"    heading: 指标{code}",
        f"    statement: {about}工作按要求开展，第{turn}条。",
        f'    category: "{code.rpartition(".")[0]}.0"',
        "    weight: 2",
        "    tasks:",
        f"      - code: {method}",
        f"        method: {method}",
        f"        requirement: {about}的文件和记录。",
        "        points:",
        f"          - {{number: 1, text: {about}的文件}}",
        f"          - {{number: 2, text: {about}的记录}}",
        '      - code: "二次"',
        f"        method: {method}",
        "        name: 复核",
        f"        requirement: {about}的复核情况。",
        "        points: [{number: 1, text: 复核情况}]",
        '      - code: "台账"',
        "        name: 推进台账",
        f"        requirement: {about}的推进台账，分年度建立。",
        "        points: [{number: 1, text: 推进台账}]",
        "        responsible_text: 县财政局牵头，县信访局参加",
        "        responsible: [{unit: 县财政局, role: lead}, {unit: 县信访局, role: participant}]",
        "        deadline_text: 2026年10月底前",
        "        deadline: 2026-10-31",
        "        themes: [{year: 2026, text: 建章立制年}]",
        "        scoring: 按期完成得满分，逾期不得分。",
        f"    responsible_text: {UNITS[turn % 3]}",
        f"    responsible: [{{unit: {UNITS[turn % 3]}, role: lead}}]",
    ]

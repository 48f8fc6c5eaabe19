"""The data file of a kind of certificate, each field documented for authors."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from app.framework.checks import Fault
from app.framework.findings import FindingKind
from app.framework.schema import described_schema
from app.framework.values import Identifier, Name, OptionalText, Text, Value
from app.framework.yaml_text import Place
from app.reports.filling import PLACEHOLDER

#: More paragraphs than a certificate of a page or two has.
MOST_PARAGRAPHS = 40

#: What the texts may name in double braces, and what stands for it.
NAMES = {
    "县": "县（市、区）名称",
    "工作名称": "创建或考核工作的名称",
    "发文机关": "创建办的名称，在设置里填写",
    "成文日期": "出具的日期",
    "单位": "出具的单位",
    "指标": "第几项指标",
    "核验方式": "核验任务",
    "要点": "，要点几；任务只有一个要点时也写",
    "原文": "要点的原文，末尾不带标点",
    "主题": "原文里说的事，去掉“情况说明”“材料”一类的字",
    "期间": "从何时到何时，按原文",
    "编号": "如 60-材料查证-要点3",
    "件数": "已有几件材料；要点上一件也没有的，不印",
    "清单": "已有材料的题名和文号，一行一件",
    "数据": "填报的数据、要求和依据，一行一个；没有的，这一段不印",
    "空白姓名": "手写姓名的空白",
    "空白日期": "手写日期的空白",
}


class Per(StrEnum):
    """What one certificate is about."""

    POINT = "point"
    UNIT = "unit"


class CertificateKind(Value):
    """A kind of certificate: when it is asked for, and what it says."""

    format: Annotated[int, Field(ge=1, le=1)]
    """文件格式，固定为 1。"""
    id: Identifier
    """标识；与自带种类相同的，用县里的代替自带的。"""
    title: Name
    """名称，也是 Word 模板的文件名：templates/名称.docx；没有这个模板的，用自带的版式。"""
    about: OptionalText = ""
    """用在什么地方，一句话，不带句号。"""
    per: Per
    """point：一个要点一份；unit：一个单位一份。"""
    asked: tuple[Text, ...] = ()
    """要点原文里有这些字之一的，就是要求这种证明；不写的，由人在要点上选用。"""
    unless: tuple[Text, ...] = ()
    """要点原文里有这些字之一的除外。"""
    heading: Text
    """标题，可用双花括号的名称。"""
    addressed: OptionalText = ""
    """主送机关，不带冒号；不写的没有这一行。"""
    paragraphs: Annotated[tuple[Text, ...], Field(min_length=1, max_length=MOST_PARAGRAPHS)]
    """正文各段；一段里的名称都没有内容时，这一段不印。"""
    signed: Annotated[tuple[Text, ...], Field(min_length=1, max_length=10)]
    """落款各行，日期除外。"""


def checked(data: object) -> tuple[CertificateKind, list[Fault]]:
    """The kind that plain data says, and its faults. Raises ``ValidationError``."""
    kind = CertificateKind.model_validate(data)
    return kind, list(_faults(kind))


def _faults(kind: CertificateKind) -> Iterator[Fault]:
    texts: dict[Place, str] = {
        ("heading",): kind.heading,
        ("addressed",): kind.addressed,
        **{("paragraphs", n): text for n, text in enumerate(kind.paragraphs)},
        **{("signed", n): text for n, text in enumerate(kind.signed)},
    }
    for place, text in texts.items():
        rest = PLACEHOLDER.sub("", text)
        if "{{" in rest or "}}" in rest:
            yield place, FindingKind.UNKNOWN_PLACEHOLDER, {"name": "{{"}
        for name in PLACEHOLDER.findall(text):
            if name.strip() not in NAMES:
                yield place, FindingKind.UNKNOWN_PLACEHOLDER, {"name": name.strip()}


def json_schema() -> dict[str, Any]:
    """The JSON schema of the data files."""
    return described_schema(CertificateKind)

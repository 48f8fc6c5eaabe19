"""Errors in words: every ``JuanzongError`` that is raised has its sentence."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from app.errors import (
    ConversionFailed,
    DatabaseDamaged,
    FileUnreadable,
    FolderNotWritable,
    JuanzongError,
    UnitUnknown,
    WorkersNotStarted,
)
from app.exchange.errors import PackageNotWritten, PackageUnreadable, SecretsToSend
from app.exchange.merge.errors import RecordOfAnotherOwner
from app.framework.errors import ThresholdUnknown
from app.framework.findings import Finding
from app.identity.passphrase import Weakness
from app.intake.errors import (
    EmbeddedUnknown,
    ManifestFileMissing,
    NotTakenIn,
)
from app.names.problems import PROBLEM_NAMES, describe_problem
from app.names.sentence import Sentence, filled
from app.problems import ProblemKind
from app.table_files.errors import TableUnreadable
from app.translating import Translate, chinese
from app.visible_text import visible
from app.wording import (
    dossiers,
    exam,
    exchange,
    frameworks,
    general,
    identity,
    intake,
    merge,
    papers,
    review,
    sampling,
    verification,
    window,
    workspace,
)
from app.wording.frameworks import describe_finding
from app.wording.system import REMEDIES_BY_FAILURE, REMEDIES_IN_WRITING, system_words
from app.wording.tables import table_name
from app.workspace.errors import ContentChanged

_TABLES: tuple[Mapping[type[JuanzongError], tuple[str, ...]], ...] = (
    dossiers.ERRORS,
    exam.ERRORS,
    exchange.ERRORS,
    frameworks.ERRORS,
    general.ERRORS,
    identity.ERRORS,
    intake.ERRORS,
    merge.ERRORS,
    verification.ERRORS,
    papers.ERRORS,
    review.ERRORS,
    sampling.ERRORS,
    workspace.ERRORS,
)
#: The words for values in the data of errors, by the type of the value.
_NAMES: Mapping[type, Mapping[Any, str]] = {
    **dossiers.NAMES,
    **general.NAMES,
    **review.NAMES,
    **exchange.NAMES,
    **merge.NAMES,
    **verification.NAMES,
    ProblemKind: PROBLEM_NAMES,
    Weakness: identity.WEAKNESS_NAMES,
}
_ERRORS = {kind: Sentence(*words) for table in _TABLES for kind, words in table.items()}

#: Where the failure that the system names decides what helps.
_BY_FAILURE: dict[type[JuanzongError], Mapping[str, str]] = {
    FileUnreadable: REMEDIES_BY_FAILURE,
    PackageUnreadable: REMEDIES_BY_FAILURE,
    TableUnreadable: REMEDIES_BY_FAILURE,
    FolderNotWritable: REMEDIES_IN_WRITING,
    PackageNotWritten: REMEDIES_IN_WRITING,
}

#: What is said instead where a sentence would offer choices and there are none, by the field
#: that holds them.
_NOTHING_TO_OFFER: dict[type[JuanzongError], tuple[str, Sentence]] = {
    DatabaseDamaged: (
        "backup",
        Sentence(
            "工作区的数据库损坏：{path}（{detail}）",
            "工作区里没有备份；另一磁盘上如有备份，用 backup restore 工作区 备份文件 恢复，"
            "否则请由对方发恢复包",
        ),
    ),
    SecretsToSend: (
        "titles",
        Sentence(
            "题名、备注、说明等文字里有密级标志，没有打包：{path}",
            "请改掉这些文字再重新打包；涉密内容按规定线下报送",
        ),
    ),
    RecordOfAnotherOwner: (
        "owner",
        Sentence(
            "{sender} 的包里有不归它填写的{kind}{record}，没有合并：{path}",
            "请向对方核实包的来源；现有内容没有改动",
        ),
    ),
    ThresholdUnknown: (
        "available",
        Sentence("指标 {place} 的这个位置没有量化要求", "请核对指标、核验方式和材料要点"),
    ),
    ManifestFileMissing: (
        "similar",
        Sentence(
            "没有找到清单里写的文件“{written}”",
            "已在“{folder}”里找过，请核对文件名、后缀和文件夹；清单里的路径从清单所在的文件夹算起",
        ),
    ),
    EmbeddedUnknown: (
        "names",
        Sentence("这份材料里没有内嵌文件", "请用 item findings 查看哪些材料有“内嵌附件”"),
    ),
    WorkersNotStarted: (
        "detail",
        Sentence(
            "读文件的后台程序没有启动起来：{fault}，这一步没有做成，与文件本身无关",
            "请看看临时文件夹所在的磁盘是否满了、能否写入，关闭其他程序，"
            "检查安全软件是否拦住了本软件，然后再试；仍不行请重新安装本软件",
        ),
    ),
    UnitUnknown: (
        "similar",
        Sentence("没有名为 {name} 的责任单位", "请核对写法，用 units list 查看全部责任单位"),
    ),
}


def describe_error(
    error: JuanzongError, translate: Translate = chinese, *, at_window: bool = False
) -> Sentence:
    """Word an error; every subclass of ``JuanzongError`` that is raised has its sentence here.

    The remedy names commands, unless it is for a person ``at_window``.
    """
    if isinstance(error, ConversionFailed | NotTakenIn):
        inner = describe_problem(error.problem, translate)
        reason = translate("“{name}”：{reason}").format(
            name=visible(error.name), reason=inner.reason
        )
        return replace(inner, reason=reason)
    data = {
        f.name: _shown(getattr(error, f.name), translate)
        for f in fields(error)  # type: ignore[arg-type]
    }
    if "detail" in data:
        data["detail"] = translate(system_words(data["detail"]))
    if "member" in data:
        data["member"] = exchange.member_words(data["member"], translate)
    if isinstance(error, ContentChanged):
        tables = (table_name(name, translate) for name in error.tables)
        data["tables"] = translate("、").join(tables)
    offered, otherwise = _NOTHING_TO_OFFER.get(type(error), ("", None))
    nothing = otherwise is not None and not data[offered]
    template = otherwise if otherwise is not None and nothing else _ERRORS[type(error)]
    if at_window:
        remedies = window.OTHERWISE if nothing else window.REMEDIES
        template = replace(template, remedy=remedies.get(type(error), template.remedy))
    by_failure = _BY_FAILURE.get(type(error))
    if by_failure is not None:  # what the system says decides what helps
        remedy = by_failure.get(system_words(str(getattr(error, "detail", ""))), template.remedy)
        template = replace(template, remedy=remedy)
    return filled(template, data, translate)


def _shown(value: object, translate: Translate) -> str:
    kind = type(value)
    if kind in _NAMES:
        return translate(_NAMES[kind][value])
    if not isinstance(value, tuple):
        return str(value)
    if value and isinstance(value[0], Finding):
        return translate("；").join(describe_finding(v, translate) for v in value)
    return translate("、").join(_shown(v, translate) for v in value)

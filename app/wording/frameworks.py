"""Words for indicator sets: what they lack, what is wrong, how two differ."""

from collections.abc import Mapping

from app.errors import JuanzongError
from app.framework import errors
from app.framework.changes import ChangeKind, SetChange, SetPart
from app.framework.findings import Finding, FindingKind
from app.names.sentence import Defaulting
from app.translating import Translate, chinese

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.IndicatorUnknown: (
        "没有编号为 {code} 的指标",
        "本指标体系的编号是：{ranges}",
    ),
    errors.PointNotNamed: (
        "没有写明是哪一个材料要点",
        "请写明一项指标、一种核验方式和一个要点的序号",
    ),
    errors.MethodUnknown: (
        "没有名为 {name} 的核验方式",
        "可用：{available}",
    ),
    errors.MethodNotRequired: (
        "指标 {indicator} 不采用 {method} 核验",
        "该指标的核验方式是：{available}",
    ),
    errors.TaskAmbiguous: (
        "指标 {indicator} 有几条任务用 {method} 核验",
        "请写明是哪一条：{available}",
    ),
    errors.PointUnknown: (
        "指标 {indicator} 的{task} 没有第 {point} 个材料要点",
        "要点编号是 1 到 {count}",
    ),
    errors.ThresholdUnknown: (
        "{place} 没有与“{text}”对应的唯一一项量化要求",
        "这里的量化要求有：{available}",
    ),
    errors.FrameworkAltered: (
        "数据库里的指标体系与存入时不一致，可能是磁盘损坏，或被别的程序改过",
        "请用 backup restore 或在开始页恢复最近的完好备份",
    ),
    errors.FrameworkUnknown: (
        "没有名为 {name} 的指标体系",
        "可用的有：{available}",
    ),
    errors.FrameworkInvalid: (
        "指标体系文件 {path} 有问题：{findings}",
        "请按所列的行改正后重试",
    ),
    errors.FrameworkConflict: (
        "已有 {reference}，但内容不同：{path}",
        "内容改动后请换一个版本号再安装",
    ),
}

_PARTS = {
    SetPart.INDICATOR: "指标",
    SetPart.TASK: "核验任务",
    SetPart.POINT: "材料要点",
    SetPart.RESPONSIBILITY: "责任单位",
    SetPart.CATEGORY: "类目",
    SetPart.UNIT: "单位登记",
    SetPart.GROUP: "单位集合",
    SetPart.STAGE: "创建阶段",
}

_CHANGES = {
    ChangeKind.ADDED: "新增 {part} {key}：{after}",
    ChangeKind.REMOVED: "取消 {part} {key}：{before}",
    ChangeKind.REWORDED: "改写 {part} {key}：{before} → {after}",
    ChangeKind.MOVED: "移动 {part}：{before} → {after}",
    ChangeKind.ALTERED: "调整 {part} {key}：{before} → {after}",
}

_K = FindingKind
_FINDINGS: dict[FindingKind, str] = {
    _K.TOO_LARGE: "文件超过 {limit} MB，不像是指标体系文件",
    _K.TOO_MANY_VALUES: "内容超过 {limit} 项，不像是指标体系文件",
    _K.MORE: "还有 {count} 处，没有一一列出",
    _K.UNREADABLE: "文件读不出来",
    _K.ENCODING: "不是 UTF-8 编码，请另存为 UTF-8",
    _K.EMPTY: "文件里没有内容",
    _K.SYNTAX: "YAML 写法有误，请检查这一行及上一行的缩进、冒号和引号",
    _K.SYNTAX_TAB: "用了制表符，缩进请改用空格",
    _K.SYNTAX_COLON: "冒号的写法有误：冒号用半角、后面空一格，文字里带冒号的要加引号",
    _K.SYNTAX_INDENT: "缩进没有对齐",
    _K.SYNTAX_QUOTE: "引号没有成对",
    _K.SYNTAX_BRACKET: "方括号或花括号没有成对，或缺少逗号",
    _K.CONTROL_CHARACTER: "含有不可见的控制字符，请删去",
    _K.ALIAS: "不支持 & 锚点和 * 引用，请把内容写全",
    _K.TAG: "不支持 ! 标签",
    _K.TOO_DEEP: "层次太深，不像是指标体系文件",
    _K.SEVERAL_DOCUMENTS: "一个文件只能放一份指标体系，请去掉 --- 之后的部分",
    _K.COMPLEX_KEY: "字段名只能是文字",
    _K.DUPLICATE_KEY: "字段 {name} 写了两次",
    _K.MISSING: "缺少必填字段 {name}",
    _K.UNKNOWN_FIELD: "没有 {name} 这个字段",
    _K.NEEDS_TEXT: "应填文字",
    _K.NEEDS_LIST: "应填列表（每项以 - 开头）",
    _K.NEEDS_MAPPING: "应填若干“字段: 值”",
    _K.NEEDS_NUMBER: "应填数字，现为“{value}”",
    _K.NEEDS_DATE: "应填日期（如 2021-04-09），现为“{value}”",
    _K.NEEDS_BOOLEAN: "应填 true 或 false，现为“{value}”",
    _K.BLANK: "不能为空",
    _K.TOO_LONG: "内容过长",
    _K.OUT_OF_RANGE: "数值超出范围，现为“{value}”",
    _K.NOT_A_CHOICE: "“{value}”不在可选范围内，可填：{allowed}",
    _K.BAD_PATTERN: "写法不合要求，现为“{value}”",
    _K.UNIT_OR_GROUP: "unit 和 group 应当只填一个",
    _K.INVALID: "内容不合要求，现为“{value}”",
    _K.DUPLICATE_INDICATOR: "指标编号 {code} 重复",
    _K.KIND_MISMATCH: "指标编号 {code} 与类型 {kind} 不一致",
    _K.UNKNOWN_CATEGORY: "categories 里没有类目 {code}",
    _K.UNKNOWN_CATEGORY_GROUP: "类目 {category} 里没有二级类目 {code}",
    _K.DUPLICATE_CATEGORY: "类目代码 {code} 重复",
    _K.DUPLICATE_METHOD: "同一指标的核验方式 {method} 重复",
    _K.DUPLICATE_TASK: "同一指标的任务编号 {code} 重复；同一方式有几条任务的，各给一个 code",
    _K.DUPLICATE_ID: "标识 {code} 重复",
    _K.BAD_CODE_PATTERN: (
        "编号的写法“{value}”不对：变化的部分写 {{number}}、{{numeral}} 或 {{letter}}，"
        "不用空格和斜线"
    ),
    _K.UNKNOWN_PARENT: "前面没有代码为 {code} 的上级类目",
    _K.NO_SUCH_LEVEL: "类目 {code} 太深：levels 里只有 {count} 级",
    _K.NOBODY_RESPONSIBLE: "没有责任单位：指标或它的每条任务都要有 responsible",
    _K.POINT_ORDER: "要点序号 {number} 没有递增",
    _K.DUPLICATE_THRESHOLD: "量化要求“{text}”重复",
    _K.UNKNOWN_UNIT: "units 里没有登记责任单位“{name}”",
    _K.UNKNOWN_GROUP: "groups 里没有单位集合“{name}”",
    _K.NAME_CLASH: "名称“{name}”已用于“{owner}”",
    _K.DUPLICATE_RESPONSIBLE: "责任单位“{name}”重复",
    _K.STAGE_ORDER: "阶段序号 {number} 没有递增",
    _K.UNKNOWN_COLUMN: "columns 里没有合适的列“{name}”，请核对标识和列的类型",
    _K.CHOICES_MISPLACED: "选项列（type: choice）要写 choices，别的列不写",
    _K.PARTIAL_MISPLACED: "partial 只用于多项选择（kind: multiple），并且少于 points",
    _K.TOO_MANY_QUESTIONS: "一份试卷最多 {most} 道题",
}


def describe_change(change: SetChange) -> str:
    """Word one difference between two versions of an indicator set; no full stop."""
    return _CHANGES[change.kind].format(
        part=_PARTS[change.part], key=change.key, before=change.before, after=change.after
    )


def describe_finding(finding: Finding, translate: Translate = chinese) -> str:
    """Word a fault of an indicator pack with its line and field; no full stop."""
    reason = translate(_FINDINGS[finding.kind]).format_map(Defaulting(finding.detail))
    where = translate("第 {line} 行").format(line=finding.line) if finding.line else ""
    where += translate("（{field}）").format(field=finding.field) if finding.field else ""
    return translate("{where}：{reason}").format(where=where, reason=reason) if where else reason

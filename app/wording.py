"""The one place that turns errors, problems and identifiers into Chinese sentences.

Every function takes ``translate``: the window tells the same in its own language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from app import errors
from app.completeness.vocabulary import State, StrayReason
from app.dossier import errors as dossier_errors
from app.errors import JuanzongError
from app.framework import errors as framework_errors
from app.framework.changes import Change, ChangeKind, Part
from app.framework.findings import Finding, FindingKind
from app.intake import errors as intake_errors
from app.intake.leftovers import ExclusionReason
from app.jobs import Cancelled
from app.problems import Problem, ProblemKind
from app.terms import METHOD_NAMES
from app.translating import Translate, chinese
from app.wording_evidence import ERRORS as _EVIDENCE_ERRORS
from app.wording_exchange import ERRORS as _EXCHANGE_ERRORS
from app.wording_exchange import NAMES as _EXCHANGE_NAMES
from app.wording_identity import ERRORS as _IDENTITY_ERRORS
from app.wording_merge import ERRORS as _MERGE_ERRORS
from app.wording_merge import NAMES as _MERGE_NAMES
from app.wording_papers import ERRORS as _PAPER_ERRORS
from app.wording_review import ERRORS as _REVIEW_ERRORS
from app.wording_review import NAMES as _REVIEW_NAMES
from app.wording_review import describe_marks
from app.wording_system import system_words
from app.wording_workspace import ERRORS as _WORKSPACE_ERRORS
from app.workspace import errors as workspace_errors
from app.workspace.defects import DefectKind
from models.vocabulary import VerificationMethod

if TYPE_CHECKING:
    from app.completeness.states import PointState


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is wrong, and what to do about it. Both end without a full stop."""

    reason: str
    remedy: str = ""
    stop: str = "。"

    def __str__(self) -> str:
        """Join reason and remedy the way a message box shows them."""
        return "".join(f"{part}{self.stop}" for part in (self.reason, self.remedy) if part).rstrip()


STATE_NAMES = {
    State.EMPTY: "未填报",
    State.PARTIAL: "未齐",
    State.COMPLETE: "齐备",
    State.PROBLEM: "有问题",
    State.NOT_APPLICABLE: "不涉及",
}

STRAY_NAMES = {
    StrayReason.UNKNOWN_TASK: "指标体系里没有这项核验任务",
    StrayReason.UNKNOWN_POINT: "没有这个材料要点，暂列未归要点",
    StrayReason.UNIT_NOT_RESPONSIBLE: "该单位不是这项指标的责任单位",
    StrayReason.UNKNOWN_THRESHOLD: "没有这项量化要求",
}

_PROBLEM_NAMES = {
    ProblemKind.EMPTY_FILE: "空文件",
    ProblemKind.DAMAGED: "已损坏",
    ProblemKind.PASSWORD_REQUIRED: "有密码",
    ProblemKind.UNSUPPORTED: "不能印成页面",
    ProblemKind.WRONG_SUFFIX: "后缀不符",
    ProblemKind.PHOTO_TINY: "照片太小",
    ProblemKind.PHOTO_BLURRED: "照片模糊",
    ProblemKind.OUTSIDE_PERIOD: "超出年限",
    ProblemKind.DUPLICATE_CONTENT: "内容重复",
    ProblemKind.INTERNAL_MARK: "有内部标志",
    ProblemKind.CONVERTER_MISSING: "缺转换程序",
    ProblemKind.CONVERSION_FAILED: "转换失败",
    ProblemKind.TIMED_OUT: "转换超时",
    ProblemKind.PAGES_LOST: "页数不符",
    ProblemKind.TEXT_DISAGREES: "版式还原不完整",
    ProblemKind.REPAIRED: "已修复",
    ProblemKind.RASTERISED: "转为图像页",
    ProblemKind.SIGNATURE_NOT_CARRIED: "签章仅存图样",
    ProblemKind.REGISTER_SHEET_ONLY: "以登记页代替",
    ProblemKind.ORIGINAL_MISSING: "原件缺失",
}

_DEFECTS = {
    DefectKind.DATABASE_DAMAGED: "数据库损坏",
    DefectKind.ORIGINAL_MISSING: "原件缺失",
    DefectKind.ORIGINAL_DAMAGED: "原件内容被改动",
    DefectKind.ORIGINAL_EXTRA: "多余的原件（无记录，无害）",
    DefectKind.SM3_DIFFERS: "SM3 校验值不符",
    DefectKind.DANGLING_REFERENCE: "记录指向不存在的内容",
    DefectKind.UNKNOWN_TASK: "材料归在指标体系里没有的任务或要点",
    DefectKind.LOG_BROKEN: "操作记录自此条起断链",
}

_PARTS = {
    Part.INDICATOR: "指标",
    Part.TASK: "核验任务",
    Part.POINT: "材料要点",
    Part.RESPONSIBILITY: "责任单位",
    Part.CATEGORY: "类目",
    Part.UNIT: "单位登记",
    Part.GROUP: "单位集合",
    Part.STAGE: "创建阶段",
}

_CHANGES = {
    ChangeKind.ADDED: "新增 {part} {key}：{after}",
    ChangeKind.REMOVED: "取消 {part} {key}：{before}",
    ChangeKind.REWORDED: "改写 {part} {key}：{before} → {after}",
    ChangeKind.MOVED: "移动 {part}：{before} → {after}",
    ChangeKind.ALTERED: "调整 {part} {key}：{before} → {after}",
}

_EXCLUSIONS = {
    ExclusionReason.SYSTEM_FILE: "操作系统的文件",
    ExclusionReason.TEMPORARY_FILE: "程序的临时文件",
    ExclusionReason.HIDDEN_FILE: "隐藏文件",
    ExclusionReason.LINK: "指向别处的链接",
    ExclusionReason.NOT_A_FILE: "管道、设备等，不是文件",
}

_STAGES = {
    "attach": "收取文件",
    "check": "核对原件",
    "backup": "备份",
    "restore": "恢复",
    "office": "测试 LibreOffice",
    "save": "另存原件",
    "convert": "转成页面",
    "plan": "编排",
    "bind": "装订",
    "pdfa": "转为长期保存格式",
    "report": "生成文书",
    "pack": "写入",
    "store": "存入原件",
    "merge": "合并",
    "seal": "加密",
    "unseal": "解密",
    "verify": "核对",
}

_PROBLEMS: dict[ProblemKind, Sentence] = {
    ProblemKind.EMPTY_FILE: Sentence(
        "文件是空的（0 字节）", "请重新从原处复制，或换一份完整的文件"
    ),
    ProblemKind.DAMAGED: Sentence(
        "文件已损坏，读不出内容（{label}）", "请用原来的软件打开确认后另存一份，再重新添加"
    ),
    ProblemKind.PASSWORD_REQUIRED: Sentence(
        "文件设有打开密码（{label}）", "请用原来的软件打开，取消密码后另存，再重新添加"
    ),
    ProblemKind.UNSUPPORTED: Sentence(
        "这种文件不能直接印成页面（{label}）",
        "卷内将放一张登记页，原件随卷另存；也可另附打印的 PDF",
    ),
    ProblemKind.WRONG_SUFFIX: Sentence(
        "文件名后缀是 {suffix}，内容其实是 {label}", "已按实际内容处理，建议把后缀改正"
    ),
    ProblemKind.PHOTO_TINY: Sentence(
        "照片太小（{width}×{height} 像素），打印会模糊", "请换用原始照片，不要用聊天软件的缩略图"
    ),
    ProblemKind.PHOTO_BLURRED: Sentence("照片可能模糊不清", "请核对能否看清，必要时重新拍摄或扫描"),
    ProblemKind.OUTSIDE_PERIOD: Sentence(
        "材料日期 {date} 早于要求的 {since_year} 年",
        "请核对是否放错要点，或补充 {since_year} 年以来的材料",
    ),
    ProblemKind.DUPLICATE_CONTENT: Sentence(
        "内容与已有材料相同：{used_at}", "原件只存一份，可继续使用；如属误加请移除"
    ),
    ProblemKind.INTERNAL_MARK: Sentence(
        "首页有“{mark}”字样", "请先确认该材料可以对外提供，再装入卷宗"
    ),
    ProblemKind.CONVERTER_MISSING: Sentence(
        "本机没有找到 LibreOffice，{label} 暂时不能转成页面",
        "请安装 LibreOffice，或在设置中指定它的位置，也可另附打印的 PDF",
    ),
    ProblemKind.CONVERSION_FAILED: Sentence(
        "转成页面时失败（{label}）", "请用原来的软件打开确认，或另附打印的 PDF"
    ),
    ProblemKind.TIMED_OUT: Sentence(
        "转成页面超过 {seconds} 秒仍未完成，已停止", "请拆分或精简后重试，或另附打印的 PDF"
    ),
    ProblemKind.PAGES_LOST: Sentence(
        "应有 {expected} 页，转出 {found} 页，页数不符，未采用", "请另附打印的 PDF"
    ),
    ProblemKind.TEXT_DISAGREES: Sentence(
        "OFD 版式还原不完整（文字吻合 {percent}%），未采用",
        "请用 OFD 阅读器打印为 PDF，附上打印的 PDF",
    ),
    ProblemKind.REPAIRED: Sentence("PDF 结构有缺陷，已修复后装订"),
    ProblemKind.RASTERISED: Sentence("第 {pages} 页不符合长期保存格式，已转为图像页并保留文字层"),
    ProblemKind.SIGNATURE_NOT_CARRIED: Sentence(
        "原件带电子签章，装订页只保留签章图样", "验证签章请使用原件"
    ),
    ProblemKind.ATTACHMENTS_NOT_CARRIED: Sentence(
        "文件内嵌 {count} 个附件，装订页不含附件内容", "需要时请把附件另存后单独添加"
    ),
    ProblemKind.REGISTER_SHEET_ONLY: Sentence("以登记页代替，原件随卷另存"),
    ProblemKind.ARCHIVE_TOO_LARGE: Sentence(
        "压缩包解开后过大（超过 {gigabytes} GB、{members} 个文件，或压缩比异常），没有展开",
        "请自行解压、核对后，把文件夹直接添加进来",
    ),
    ProblemKind.ARCHIVE_TOOL_MISSING: Sentence(
        "本机没有能解开 {label} 的程序，没有展开",
        "请用解压软件解开后添加文件夹，或改压成 ZIP",
    ),
    ProblemKind.ARCHIVE_MEMBER_UNSAFE: Sentence(
        "压缩包里的这一项不是普通文件，或路径指向包外，没有导入",
        "请自行解压、核对后单独添加",
    ),
    ProblemKind.ORIGINAL_MISSING: Sentence(
        "原件库中找不到这份原件", "请运行体检，并从备份恢复或重新添加"
    ),
}

_ERRORS: dict[type[JuanzongError], Sentence] = {
    workspace_errors.NotAWorkspace: Sentence(
        "{path} 不是卷宗工作区", "请选择含有 juanzong.db 的文件夹，或先用 init 新建"
    ),
    workspace_errors.WorkspaceExists: Sentence(
        "{path} 已经是一个卷宗工作区", "请直接打开，或换一个空文件夹新建"
    ),
    workspace_errors.FolderNotEmpty: Sentence(
        "{path} 里已有其他文件", "请换一个空文件夹新建工作区"
    ),
    workspace_errors.WorkspaceLocked: Sentence(
        "工作区正被另一个程序使用：{path}（{holder}）", "请先关闭那个程序，或以只读方式打开"
    ),
    workspace_errors.WorkspaceTooNew: Sentence(
        "工作区由更新版本的卷宗建立（版本 {found}）：{path}",
        "请升级本机的卷宗后再打开，数据没有改动",
    ),
    workspace_errors.WorkspaceTooOld: Sentence(
        "工作区由旧版本的卷宗建立（版本 {found}），只读方式打不开：{path}",
        "请先正常打开一次，程序会备份后自动升级",
    ),
    errors.WorkspaceReadOnly: Sentence(
        "工作区是只读打开的，不能修改：{path}", "请关闭其他程序后重新打开"
    ),
    workspace_errors.DatabaseDamaged: Sentence(
        "工作区的数据库读不出来：{path}（{detail}）", "请从 backups 文件夹恢复最近的备份"
    ),
    errors.OriginalDamaged: Sentence(
        "原件内容与入库时不一致：{path}", "请从备份恢复这份原件，并运行体检"
    ),
    errors.OriginalMissing: Sentence(
        "原件库中缺少原件 {sha256}", "请从备份恢复这份原件，并运行体检"
    ),
    errors.DiskFull: Sentence(
        "磁盘空间不足：{path} 需要 {needed} 字节，只剩 {free} 字节", "请清理磁盘或换一个位置后重试"
    ),
    errors.DatabaseNotWritten: Sentence(
        "工作区的数据库写不进去：{path}（{detail}）",
        "请看看磁盘是否满了、U 盘是否拔了，然后再试；先前完成的都还在",
    ),
    errors.PathTooLong: Sentence(
        "文件夹的路径太长：{path}（{length} 字节，最多 {limit} 字节，一个汉字 3 字节）",
        "请把工作区放到路径短一些的地方",
    ),
    framework_errors.IndicatorUnknown: Sentence(
        "没有编号为 {code} 的指标", "编号是 1 到 95，以及 加1、加2、减1、减2"
    ),
    framework_errors.MethodUnknown: Sentence(
        "没有名为 {name} 的核验方式",
        "可用：网络检索、材料查证、随机访谈、实地核验、案卷评查、随机抽考",
    ),
    framework_errors.MethodNotRequired: Sentence(
        "指标 {indicator} 不采用 {method} 核验", "该指标的核验方式是：{available}"
    ),
    framework_errors.PointUnknown: Sentence(
        "指标 {indicator} 的 {method} 没有第 {point} 个材料要点", "要点编号是 1 到 {count}"
    ),
    framework_errors.ThresholdUnknown: Sentence(
        "{place} 没有与“{text}”对应的唯一一项量化要求", "这里的量化要求有：{available}"
    ),
    errors.UnitUnknown: Sentence("没有名为 {name} 的责任单位", "相近的有：{similar}"),
    intake_errors.NothingNamed: Sentence(
        "没有说明要添加什么", "请写明文件和 --indicator、--method，或用 --manifest 指定清单"
    ),
    errors.SettingInvalid: Sentence("设置“{change}”不成立", "写成 名称=值，名称可用：{names}"),
    intake_errors.UnitRequired: Sentence(
        "指标 {indicator} 有多个责任单位，要写明是哪个单位的材料", "可选：{units}"
    ),
    intake_errors.DateNotUnderstood: Sentence(
        "日期“{text}”看不懂，或不在 1990 年到今天之间",
        "请写成 2021-04-09，也可只写 2021-04 或 2021",
    ),
    intake_errors.PlacementUnknown: Sentence(
        "没有编号为 {placement_id} 的归位记录", "请用 status 查看材料现在归在哪里"
    ),
    intake_errors.ManifestUnreadable: Sentence("清单 {path} 不能用：{detail}", "请改正后重新导入"),
    intake_errors.ManifestCellInvalid: Sentence(
        "“{column}”一栏填写有误：{text}", "请改正这一行后重新导入"
    ),
    intake_errors.NotTakenIn: Sentence("“{name}”没有导入"),
    intake_errors.AlreadyPlaced: Sentence(
        "《{title}》已经归在指标 {indicator} 的这个位置", "不必重复归位"
    ),
    intake_errors.RevisionUnchanged: Sentence(
        "“{name}”与现在的版本内容完全相同", "请确认选对了文件，原有版本没有改动"
    ),
    intake_errors.NotAPdf: Sentence(
        "“{name}”不是 PDF，而是 {label}", "请在原来的软件里打印为 PDF 后再附上"
    ),
    intake_errors.ItemUnknown: Sentence(
        "没有编号为 {item_id} 的证据件", "请用 status 查看现有的证据件"
    ),
    intake_errors.ClassifiedRefused: Sentence(
        "“{name}”带有密级标志“{mark}”，没有导入", "涉密材料一律不得存入本软件，请按规定线下报送"
    ),
    errors.FileUnreadable: Sentence(
        "文件读不出来：{path}（{detail}）", "请确认文件没有被占用，并且有读取权限"
    ),
    errors.FolderNotWritable: Sentence(
        "文件夹里不能写入：{path}（{detail}）", "请确认磁盘没有写保护、没有满，并且有写入权限"
    ),
    errors.ConversionFailed: Sentence("“{name}”不能转成页面"),
    framework_errors.FrameworkUnknown: Sentence(
        "没有名为 {name} 的指标体系", "可用的有：{available}"
    ),
    framework_errors.FrameworkInvalid: Sentence(
        "指标体系文件 {path} 有问题：{findings}", "请按所列的行改正后重试"
    ),
    framework_errors.FrameworkConflict: Sentence(
        "已有 {reference}，但内容不同：{path}", "内容改动后请换一个版本号再安装"
    ),
    dossier_errors.LedgerOpen: Sentence(
        "清点单不平：应有 {inputs} 份，装入 {included}、未装 {excluded}、失败 {failed}",
        "这是程序的差错，原有卷宗没有改动；请运行体检，并把清点单交给技术人员",
    ),
    dossier_errors.BindingFailed: Sentence(
        "“{name}”装订后核对不符，没有采用", "原有卷宗没有改动；请运行体检后重试"
    ),
    dossier_errors.TargetInUse: Sentence(
        "文件正被其他程序打开，不能更新：{path}", "请关闭正在查看它的程序后重新编制"
    ),
    Cancelled: Sentence("已取消，原有内容没有改动"),
    **{kind: Sentence(*words) for kind, words in _PAPER_ERRORS.items()},
    **{kind: Sentence(*words) for kind, words in _WORKSPACE_ERRORS.items()},
    **{kind: Sentence(*words) for kind, words in _EXCHANGE_ERRORS.items()},
    **{kind: Sentence(*words) for kind, words in _IDENTITY_ERRORS.items()},
    **{kind: Sentence(*words) for kind, words in _MERGE_ERRORS.items()},
    **{kind: Sentence(*words) for kind, words in _REVIEW_ERRORS.items()},
    **{kind: Sentence(*words) for kind, words in _EVIDENCE_ERRORS.items()},
}

#: What is said instead where a sentence would offer choices and there are none, by the field
#: that holds them.
_NOTHING_TO_OFFER: dict[type[JuanzongError], tuple[str, Sentence]] = {
    framework_errors.ThresholdUnknown: (
        "available",
        Sentence("指标 {place} 的这个位置没有量化要求", "请核对指标、核验方式和材料要点"),
    ),
    errors.UnitUnknown: (
        "similar",
        Sentence("没有名为 {name} 的责任单位", "请核对写法，用 units list 查看全部责任单位"),
    ),
}

_K = FindingKind
_FINDINGS: dict[FindingKind, str] = {
    _K.TOO_LARGE: "文件超过 {limit} MB，不像是指标体系文件",
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
    _K.POINT_ORDER: "要点序号 {number} 没有递增",
    _K.DUPLICATE_THRESHOLD: "量化要求“{text}”重复",
    _K.UNKNOWN_UNIT: "units 里没有登记责任单位“{name}”",
    _K.UNKNOWN_GROUP: "groups 里没有单位集合“{name}”",
    _K.NAME_CLASH: "名称“{name}”已用于“{owner}”",
    _K.DUPLICATE_RESPONSIBLE: "责任单位“{name}”重复",
    _K.STAGE_ORDER: "阶段序号 {number} 没有递增",
}


def problem_name(kind: str, translate: Translate = chinese) -> str:
    """Name a problem in a few characters, for tables; ``kind`` is its identifier."""
    return translate(_PROBLEM_NAMES[ProblemKind(kind)])


def defect_name(kind: DefectKind, translate: Translate = chinese) -> str:
    """Name a defect of a workspace."""
    return translate(_DEFECTS[kind])


def describe_change(change: Change) -> str:
    """Word one difference between two versions of an indicator set; no full stop."""
    return _CHANGES[change.kind].format(
        part=_PARTS[change.part], key=change.key, before=change.before, after=change.after
    )


def describe_exclusion(reason: ExclusionReason, translate: Translate = chinese) -> str:
    """Say why a file was left out on purpose; no full stop."""
    return translate(_EXCLUSIONS[reason])


def stage_name(stage: str, translate: Translate = chinese) -> str:
    """Name a stage of a job as the progress line shows it."""
    return translate(_STAGES[stage])


def describe_point(state: "PointState", translate: Translate = chinese) -> str:
    """Word what lies at a material point, what is missing, and for whom it does not apply.

    "" if there is nothing of all this.
    """
    marks = describe_marks(state, translate)
    if not state.items:
        return marks
    whole = "共 {items} 件，其中 {waiting} 件待处理" if state.waiting_items else "共 {items} 件"
    counts = {"items": len(state.items), "waiting": len(state.waiting_items)}
    notes = [translate(whole).format(**counts)]
    if state.years_missing:
        years = translate("、").join(map(str, state.years_missing))
        gap = "缺 {years} 年" if state.point.per_year else "未见 {years} 年的材料"
        notes.append(translate(gap).format(years=years))
    for threshold in state.thresholds:
        name, measure = threshold.threshold.text, threshold.threshold.unit
        short = translate("、").join(f"{f.unit} {f.value:g}{measure}" for f in threshold.unmet)
        if threshold.lacking:
            notes.append(translate("“{name}”未填数据").format(name=name))
        elif short:
            notes.append(translate("“{name}”未达到（{short}）").format(name=name, short=short))
    if marks:
        notes.append(marks)
    return translate("；").join(notes)


def describe_problem(problem: Problem, translate: Translate = chinese) -> Sentence:
    """Word a problem of a file."""
    detail = _Defaulting(problem.detail)
    if "label" in detail:
        detail["label"] = translate(str(detail["label"]))
    return _filled(_PROBLEMS[problem.kind], detail, translate)


def describe_finding(finding: Finding, translate: Translate = chinese) -> str:
    """Word a fault of an indicator pack with its line and field; no full stop."""
    reason = translate(_FINDINGS[finding.kind]).format_map(_Defaulting(finding.detail))
    where = translate("第 {line} 行").format(line=finding.line) if finding.line else ""
    where += translate("（{field}）").format(field=finding.field) if finding.field else ""
    return translate("{where}：{reason}").format(where=where, reason=reason) if where else reason


def describe_error(error: JuanzongError, translate: Translate = chinese) -> Sentence:
    """Word an error; every subclass of ``JuanzongError`` that is raised has its sentence here."""
    if isinstance(error, errors.ConversionFailed | intake_errors.NotTakenIn):
        inner = describe_problem(error.problem, translate)
        reason = translate("“{name}”：{reason}").format(name=error.name, reason=inner.reason)
        return replace(inner, reason=reason)
    data = {
        f.name: _shown(getattr(error, f.name), translate)
        for f in fields(error)  # type: ignore[arg-type]
    }
    if "detail" in data:
        data["detail"] = translate(system_words(data["detail"]))
    offered, otherwise = _NOTHING_TO_OFFER.get(type(error), ("", None))
    template = otherwise if otherwise and not data[offered] else _ERRORS[type(error)]
    return _filled(template, data, translate)


def _filled(template: Sentence, data: Mapping[str, object], translate: Translate) -> Sentence:
    reason, remedy = (
        translate(text).format_map(data) if text else ""
        for text in (template.reason, template.remedy)
    )
    return Sentence(reason, remedy, translate(template.stop))


def _shown(value: object, translate: Translate) -> str:
    if isinstance(value, VerificationMethod):
        return translate(METHOD_NAMES[value])
    kind = type(value)
    names = _REVIEW_NAMES.get(kind) or _EXCHANGE_NAMES.get(kind) or _MERGE_NAMES.get(kind)
    if names is not None:
        return translate(names[value])
    if not isinstance(value, tuple):
        return str(value)
    if value and isinstance(value[0], Finding):
        return translate("；").join(describe_finding(v, translate) for v in value)
    return translate("、").join(_shown(v, translate) for v in value)


class _Defaulting(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "—"

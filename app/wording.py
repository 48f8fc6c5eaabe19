"""The one place that turns errors, problems and identifiers into Chinese sentences."""

from dataclasses import dataclass, fields

from app import errors
from app.errors import JuanzongError
from app.jobs import Cancelled
from app.problems import Problem, ProblemKind
from models.vocabulary import IndicatorKind, ResponsibilityRole, VerificationMethod, WorkspaceRole


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is wrong, and what to do about it. Both end without a full stop."""

    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        """Join reason and remedy the way a message box shows them."""
        return f"{self.reason}。{self.remedy}。" if self.remedy else f"{self.reason}。"


METHOD_NAMES = {
    VerificationMethod.WEB_CHECK: "网络检索",
    VerificationMethod.MATERIAL_CHECK: "材料查证",
    VerificationMethod.INTERVIEW: "随机访谈",
    VerificationMethod.SITE_CHECK: "实地核验",
    VerificationMethod.CASE_REVIEW: "案卷评查",
    VerificationMethod.EXAM: "随机抽考",
}

KIND_NAMES = {
    IndicatorKind.CREATION: "创建指标",
    IndicatorKind.BONUS: "加分项",
    IndicatorKind.PENALTY: "减分项",
}

ROLE_NAMES = {ResponsibilityRole.LEAD: "牵头", ResponsibilityRole.PARTICIPANT: "参与"}

WORKSPACE_ROLE_NAMES = {WorkspaceRole.OFFICE: "创建办", WorkspaceRole.UNIT: "责任单位"}

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
    ProblemKind.REGISTER_SHEET_ONLY: Sentence("以登记页代替，原件随卷另存"),
    ProblemKind.ORIGINAL_MISSING: Sentence(
        "原件库中找不到这份原件", "请运行体检，并从备份恢复或重新添加"
    ),
}

_ERRORS: dict[type[JuanzongError], Sentence] = {
    errors.NotAWorkspace: Sentence(
        "{path} 不是卷宗工作区", "请选择含有 juanzong.db 的文件夹，或先用 init 新建"
    ),
    errors.WorkspaceExists: Sentence(
        "{path} 已经是一个卷宗工作区", "请直接打开，或换一个空文件夹新建"
    ),
    errors.FolderNotEmpty: Sentence("{path} 里已有其他文件", "请换一个空文件夹新建工作区"),
    errors.WorkspaceLocked: Sentence(
        "工作区正被另一个程序使用：{path}（{holder}）", "请先关闭那个程序，或以只读方式打开"
    ),
    errors.WorkspaceTooNew: Sentence(
        "工作区由更新版本的卷宗建立（版本 {found}）：{path}",
        "请升级本机的卷宗后再打开，数据没有改动",
    ),
    errors.WorkspaceReadOnly: Sentence(
        "工作区是只读打开的，不能修改：{path}", "请关闭其他程序后重新打开"
    ),
    errors.DatabaseDamaged: Sentence(
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
    errors.IndicatorUnknown: Sentence(
        "没有编号为 {code} 的指标", "编号是 1 到 95，以及 加1、加2、减1、减2"
    ),
    errors.MethodUnknown: Sentence(
        "没有名为 {name} 的核验方式",
        "可用：网络检索、材料查证、随机访谈、实地核验、案卷评查、随机抽考",
    ),
    errors.MethodNotRequired: Sentence(
        "指标 {indicator} 不采用 {method} 核验", "该指标的核验方式是：{available}"
    ),
    errors.PointUnknown: Sentence(
        "指标 {indicator} 的 {method} 没有第 {point} 个材料要点", "要点编号是 1 到 {count}"
    ),
    errors.UnitUnknown: Sentence("没有名为 {name} 的责任单位", "相近的有：{similar}"),
    errors.ItemUnknown: Sentence("没有编号为 {item_id} 的证据件", "请用 status 查看现有的证据件"),
    errors.ClassifiedRefused: Sentence(
        "“{name}”带有密级标志“{mark}”，没有导入", "涉密材料一律不得存入本软件，请按规定线下报送"
    ),
    errors.FileUnreadable: Sentence(
        "文件读不出来：{path}（{detail}）", "请确认文件没有被占用，并且有读取权限"
    ),
    errors.ConversionFailed: Sentence("“{name}”不能转成页面"),
    Cancelled: Sentence("已取消，原有内容没有改动"),
}


def describe_problem(problem: Problem) -> Sentence:
    """Word a problem of a file."""
    template = _PROBLEMS[problem.kind]
    detail = _Defaulting(problem.detail)
    return Sentence(template.reason.format_map(detail), template.remedy.format_map(detail))


def describe_error(error: JuanzongError) -> Sentence:
    """Word an error; every subclass of ``JuanzongError`` that is raised has its sentence here."""
    if isinstance(error, errors.ConversionFailed):
        inner = describe_problem(error.problem)
        return Sentence(f"“{error.name}”：{inner.reason}", inner.remedy)
    template = _ERRORS[type(error)]
    data = {f.name: _shown(getattr(error, f.name)) for f in fields(error)}  # type: ignore[arg-type]
    return Sentence(template.reason.format_map(data), template.remedy.format_map(data))


def _shown(value: object) -> str:
    return "、".join(str(v) for v in value) if isinstance(value, tuple) else str(value)


class _Defaulting(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "—"

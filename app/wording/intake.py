"""Words for taking in files, and for what is left out."""

from collections.abc import Mapping

from app.errors import JuanzongError
from app.evidence import errors as evidence
from app.intake import errors
from app.leftovers import ExclusionReason
from app.secrecy.errors import SecretWords
from app.translating import Translate, chinese

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.NothingNamed: (
        "没有说明要添加什么",
        "请写明文件和 --indicator、--method，或用 --manifest 指定清单",
    ),
    evidence.UnitRequired: (
        "指标 {indicator} 有多个责任单位，要写明是哪个单位的材料",
        "可选：{units}",
    ),
    evidence.DateNotUnderstood: (
        "日期“{text}”看不懂，或不在 1990 年到今天之间",
        "请写成 2021-04-09，也可只写 2021-04 或 2021",
    ),
    evidence.PlacementUnknown: (
        "没有编号为 {placement_id} 的归位记录",
        "请用 status 查看材料现在归在哪里",
    ),
    errors.ManifestUnreadable: (
        "清单 {path} 不能用：{detail}",
        "请改正后重新导入",
    ),
    errors.ManifestFileMissing: (
        "没有找到清单里写的文件“{written}”",
        "已在“{folder}”里找过，相近的有：{similar}；请核对文件名、后缀和文件夹",
    ),
    errors.FileMissing: (
        "文件不存在：{path}",
        "已在“{detail}”里找过，请核对文件名、后缀和文件夹",
    ),
    errors.ManifestCellInvalid: (
        "“{column}”一栏填写有误：{text}",
        "请改正这一行后重新导入",
    ),
    errors.ArchiveIncomplete: (
        "“{name}”是分卷压缩包的一卷，还缺“{missing}”",
        "请把缺的一卷放进同一个文件夹，到齐后自动收取",
    ),
    errors.NotTakenIn: ("“{name}”没有导入",),
    evidence.AlreadyPlaced: (
        "《{title}》已经归在指标 {indicator} 的这个位置",
        "不必重复归位",
    ),
    errors.RevisionUnchanged: (
        "“{name}”与现在的版本内容完全相同",
        "请确认选对了文件，原有版本没有改动",
    ),
    errors.NotAPdf: (
        "“{name}”不是 PDF，而是 {label}",
        "请在原来的软件里打印为 PDF 后再附上",
    ),
    evidence.ItemUnknown: (
        "没有编号为 {item_id} 的证据件",
        "请用 status 查看现有的证据件",
    ),
    errors.ClassifiedRefused: (
        "“{name}”带有密级标志“{mark}”，没有导入",
        "涉密材料一律不得存入本软件，请按规定线下报送",
    ),
    errors.SecrecyDoubtful: (
        "“{name}”里有“{mark}”字样，可能是密级标志，还没有收取",
        "请打开核对：确实涉密的线下报送；不涉密的写明理由再收取",
    ),
    SecretWords: (
        "所填文字带有密级标志，没有保存",
        "涉密内容一律不得录入本软件，请按规定线下报送",
    ),
    errors.CompanionUnclear: (
        "没有写明要附上哪一个 PDF",
        "写上打印的 PDF；要去掉已附上的，只写 --remove",
    ),
    evidence.FindingUnknown: ("“{title}”没有“{kind}”这条存疑", "请用 item findings 查看有哪些"),
    evidence.FindingNameUnknown: ("没有名为“{text}”的存疑", "请用 item findings 查看有哪些"),
    evidence.DismissalWithoutReason: ("核实存疑要写明理由", "如：隐藏的是草稿页，不需装订"),
    errors.EmbeddedUnknown: (
        "这份证据件里没有这个内嵌文件",
        "请写明文件名，里面有：{names}",
    ),
    errors.EmbeddedUnreadable: (
        "没能查看“{name}”里的内嵌文件",
        "请在原来的软件中打开，把内嵌文件另存后添加",
    ),
    errors.EmbeddedNotTakenOut: (
        "“{name}”不能取出：过大、已损坏，或不是独立的文件",
        "请在原来的软件中打开，另存后添加",
    ),
    evidence.RevisionUnknown: ("这份证据件没有第 {number} 版", "现有的版本：{available}"),
    evidence.PlaceAmbiguous: (
        "《{title}》归在几处，要写明移动哪一处",
        "用 --from 写明，可选：{places}",
    ),
}

_EXCLUSIONS = {
    ExclusionReason.SYSTEM_FILE: "操作系统的文件",
    ExclusionReason.TEMPORARY_FILE: "程序的临时文件",
    ExclusionReason.HIDDEN_FILE: "隐藏文件",
    ExclusionReason.LINK: "指向别处的链接",
    ExclusionReason.NOT_A_FILE: "管道、设备等，不是文件",
    ExclusionReason.ARCHIVE_PART: "分卷压缩包的一卷，已随其他各卷一起解开",
    ExclusionReason.PAGE_PART: "随网页保存的图片、样式等，网页本身已收，不单独成件",
}


def describe_exclusion(reason: ExclusionReason, translate: Translate = chinese) -> str:
    """Say why a file was left out on purpose; no full stop."""
    return translate(_EXCLUSIONS[reason])

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
        "请写成 2021-04-09、2021.4.9 或 2021年4月9日，也可只写 2021年4月 或 2021",
    ),
    evidence.AddressNotUnderstood: (
        "“{text}”不是网址",
        "请照浏览器地址栏填写，如 https://www.example.gov.cn/zwgk/1.html；没有网址就留空",
    ),
    evidence.PlacementUnknown: (
        "没有编号为 {placement_id} 的位置记录",
        "请用 status 查看材料现在归在哪里",
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
    evidence.OrderLocked: (
        "指标 {indicator} 的{task} 的装订顺序已锁定，没有改动",
        "要改顺序，请先取消锁定",
    ),
    evidence.AlreadyPlaced: (
        "《{title}》已经归在指标 {indicator} 的这个位置",
        "不必再放一次",
    ),
    evidence.YearNotPossible: ("“{text}”不是可能的年份", "请写成 2019 或 2019、2020 这样的年份"),
    errors.RevisionUnchanged: (
        "“{name}”与现在的版本内容完全相同",
        "请确认选对了文件，原有版本没有改动",
    ),
    errors.CopyUnknown: (
        "没有编号为 {number} 的工作副本",
        "可能已经收起或丢弃；请看现有的工作副本，再写编号",
    ),
    errors.CopyGone: (
        "副本“{name}”已经不在了",
        "可能被移走或删除；请重新用“用 WPS／Word 修改”打开一份",
    ),
    errors.CopyNotWhole: (
        "“{name}”还没有存完整，没有收为新版本",
        "请在 WPS／Word 里重新保存，等几秒再试；关不掉的，可另存一份再用“换新版本”",
    ),
    errors.CopyWithoutItem: (
        "“{name}”所属的材料已移到回收站，或已找不到",
        "请先在材料库里恢复那件材料；也可以从 {folder} 取出这份副本，作为新材料添加",
    ),
    errors.CopyHeld: (
        "“{name}”正在别的程序里打开，移动不了",
        "请在 WPS／Word 里关闭它，再试一次",
    ),
    errors.NotAPdf: (
        "“{name}”不是 PDF，而是 {label}",
        "请在原来的软件里打印为 PDF 后再附上",
    ),
    evidence.ItemUnknown: (
        "没有编号为 {item_id} 的材料",
        "请用 item list 查看现有的材料和编号",
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
    evidence.PagesNotUnderstood: (
        "没有看懂页码“{text}”",
        "这份文件有 {count} 页，页码写成 3-7，9 这样",
    ),
    evidence.CutNotUnderstood: (
        "没有看懂长图怎样装：{text}",
        "请写 auto（长截图自动切页）、whole（印在一页上）或 pieces（切成几页）",
    ),
    evidence.OnlyPicturesCut: (
        "{name} 不是图片，不能切页",
        "要选装订的页，请设置装订页",
    ),
    evidence.PaperNotUnderstood: (
        "没有这种纸：{text}",
        "写成 auto、a4、a3，或宽x高（毫米），如 185x260，每边 50—1200 毫米",
    ),
    evidence.TurnNotUnderstood: (
        "没有看懂“{text}”",
        "转页写成 2=90（第2页向右转90度），可转90、180、270；摆正写成 1=0.8，不超过10度",
    ),
    evidence.PagesWithoutReason: ("只装订一部分页，要写明理由", "如：其余为空白页"),
    evidence.DismissalWithoutReason: ("核实存疑要写明理由", "如：隐藏的是草稿页，不需装订"),
    errors.EmbeddedUnknown: (
        "这份材料里没有这个内嵌文件",
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
    evidence.RevisionUnknown: ("这份材料没有第 {number} 版", "现有的版本：{available}"),
    evidence.PartUnknown: (
        "这一件共有 {count} 个文件，没有指明的那一个",
        "正文是第 0 个，要留在最前；附件从 1 数起",
    ),
    evidence.PhotoUnknown: (
        "《{title}》没有第 {number} 张照片",
        "照片的序号在照片说明的列表里",
    ),
    evidence.PhotosNotNamed: (
        "没有说明是哪些照片",
        "请写明材料的编号，或给出照片说明清单",
    ),
    evidence.PhotoLayoutUnknown: (
        "一页不能排 {per_page} 张照片",
        "每页可以排 1、2 或 4 张；0 是按设置",
    ),
    evidence.PartsUnfit: (
        "《{title}》不能合为一件",
        "至少选两件，都属同一个单位；附了打印的 PDF 的，只能排在第一件",
    ),
    evidence.NoItemsNamed: (
        "没有说明改哪些材料",
        "请写明材料的标识，或用 --indicator、--unit 选定范围",
    ),
    evidence.PatternFieldUnknown: (
        "题名格式里的“{{{text}}}”不认识",
        "大括号里可以写：{known}",
    ),
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

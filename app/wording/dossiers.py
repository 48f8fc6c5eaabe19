"""Words for what stops a dossier."""

from collections.abc import Mapping

from app.dossier import errors
from app.dossier_options import Edition
from app.errors import JuanzongError

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.LedgerOpen: (
        "清点单不平：应有 {inputs} 份，装入 {included}、未装 {excluded}、失败 {failed}",
        "这是程序的差错，原有卷宗没有改动；请运行体检，并把清点单交给技术人员",
    ),
    errors.BindingFailed: (
        "“{name}”装订后核对不符，没有采用",
        "原有卷宗没有改动；请运行体检后重试",
    ),
    errors.ActiveContentLeft: (
        "“{name}”里发现脚本、附带文件等不该有的内容（{detail}），没有采用",
        "这是程序的差错，原有卷宗没有改动；请把出问题的材料打印成 PDF 后替换，并告知技术人员",
    ),
    errors.FolderHoldsOtherEdition: (
        "这个文件夹里放着{found}的卷宗，不能混放{wanted}：{folder}",
        "请换一个文件夹",
    ),
    errors.NothingToPrint: (
        "这个文件夹里没有编好的卷宗：{folder}",
        "请先编制卷宗，或换到卷宗所在的文件夹",
    ),
    errors.CasesNotNamed: (
        "没有说改哪项指标的案卷",
        "请写指标编号，如 60 或 3、5-9",
    ),
    errors.OneTitleForMany: (
        "{count} 个案卷不能都叫“{title}”",
        "题名请一项一项改；文本出处和保管期限可以一次改几项",
    ),
}

EDITION_NAMES = {Edition.WORKING: "工作版", Edition.INSPECTION: "检查组版"}

#: The words for values in the data of errors.
NAMES: Mapping[type, Mapping[Edition, str]] = {Edition: EDITION_NAMES}

"""Words for what stops a dossier."""

from collections.abc import Mapping

from app.dossier import errors
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
}

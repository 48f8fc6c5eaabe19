"""Sentences about stages and papers: reason and remedy, both without a full stop."""

from app import errors
from app.errors import JuanzongError
from app.reports import errors as reports_errors
from app.stages import errors as stages_errors

ERRORS: dict[type[JuanzongError], tuple[str, ...]] = {
    stages_errors.StageUnknown: ("没有这个创建阶段：{number}", "请写明阶段序号，可选：{available}"),
    stages_errors.StageDatesInvalid: (
        "“{stage}”的截止日期 {deadline} 早于“{other}”的日期 {other_day}",
        "请先后有序地填写日期，先改后面的阶段，再改前面的",
    ),
    reports_errors.ReportUnknown: ("没有名为“{name}”的文书", "可用的有：{available}"),
    reports_errors.ReportNotForUnit: ("“{name}”是全县的文书，不按单位出", "请去掉 --unit"),
    reports_errors.TemplateInvalid: (
        "模板 {path} 不能用：{detail}",
        "请按 templates 文件夹里的说明改正，或把它移走，改用软件自带的模板",
    ),
    reports_errors.PointNotForPaper: (
        "“{name}”不是按要点出的文书",
        "请不要写核验任务和要点",
    ),
    reports_errors.PlaceNotNamed: (
        "没有写全是哪个要点",
        "请一并写上指标和核验任务",
    ),
    reports_errors.CertificateFileInvalid: (
        "证明的数据文件 {path} 有问题：{findings}",
        "请按所列的行改正；改正前用自带的",
    ),
    errors.TargetExists: (
        "已有同名文件，没有覆盖：{path}",
        "请换一个文件名，确认要覆盖时加 --overwrite",
    ),
}

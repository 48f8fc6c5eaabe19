"""Words for the errors of method tools."""

from collections.abc import Mapping
from typing import Any

from app.capture.model import Fault, Refusal
from app.capture.parcel import ParcelFault
from app.errors import JuanzongError
from app.names.captures import FAULTS, PARCEL_FAULTS, REFUSALS
from app.names.verification.interview import EXPECTED
from app.verification import errors
from app.verification.case_review import errors as cases
from app.verification.interview import errors as interviews
from app.verification.material_check import errors as registers
from app.verification.site_check import errors as sites
from app.verification.web_check import capture_errors as captures
from app.verification.web_check import errors as targets
from app.wording.records import FIELD_NAMES

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.ToolNotOffered: (
        "指标 {indicator} 的“{task}”不是{method}任务",
        "请核对指标和核验方式",
    ),
    errors.NoteIncomplete: ("“{field}”没有填写", "请填写后再保存"),
    errors.NoteTooLong: ("“{field}”太长，最多 {most} 个字", "请写短一些"),
    errors.NumberNotPossible: ("“{field}”要在 0 到 {most} 之间", "请改为其中的数，0 表示没有排"),
    sites.TooManyChecks: ("太多了，最多 {most} 个", "请合并，或分成两处现场"),
    sites.CheckUnknown: (
        "检查清单没有第 {number} 项，共有 {count} 项",
        "请先列出检查清单，核对序号",
    ),
    errors.DayNotPossible: (
        "“{text}”不是可能的日期",
        "请写成 2026-03-01 或 2026年3月1日",
    ),
    errors.ChoiceUnknown: ("没有“{text}”这一项", "可用：{offered}"),
    targets.AddressNotWeb: (
        "“{text}”不是网页的网址",
        "请写成 http:// 或 https:// 开头的网址，不要带用户名和密码",
    ),
    targets.TargetPresent: ("清单上已有“{shows}”", "请修改原来的那条"),
    targets.TooManyTargets: ("检索清单最多 {most} 条", "请先移出不用的"),
    captures.AddressRefused: ("“{text}”：{why}", "请改正后重试；还没有采集任何网页"),
    captures.FolderNotNamed: (
        "没有写明采集的网页放在哪里",
        "请用 -o 写明文件夹；要收入工作区，请同时写明 --workspace 和 --indicator",
    ),
    captures.NoAddress: ("没有给出网址", "请每行写一个网址"),
    captures.TooManyAddresses: ("有 {count} 个网址，一次最多采集 {most} 个", "请分几次采集"),
    captures.EarlierCapturesDamaged: ("以前采集的记录 {name} 已损坏", "请换一个文件夹"),
    captures.CannotCapture: (
        "{why}",
        "请安装 Edge、Chrome、360、奇安信等浏览器并接通网络，或用网检信使到能上网的电脑上采集",
    ),
    captures.BrowserUnknown: ("没有找到浏览器“{name}”", "请写浏览器程序的完整路径"),
    captures.CourierNoteDamaged: (
        "网检信使的底账 {path} 读不出来",
        "请把这个文件移走；之前发出的清单，其结果只能按材料逐个添加",
    ),
    captures.ResultsRefused: ("网检结果 {name} 没有收：{why}", "已有的材料没有受影响"),
    captures.NoSavedPages: (
        "{path} 里没有网检结果，也没有保存的网页",
        "请选择带回的结果文件，或信使文件夹",
    ),
    captures.CourierListMissing: ("{path} 不是网检信使的文件夹，或清单已损坏", "请重新制作"),
    errors.TooManyNotes: (
        "一个单位最多记 {most} 行，再多数据包就装不下了",
        "请只登记要求的年度，其余另存为文件收取",
    ),
    interviews.QuestionnaireUnknown: (
        "没有“{questionnaire}”这份问卷，或有几份都符合",
        "可用：{available}",
    ),
    interviews.QuestionnaireFileInvalid: (
        "问卷文件 {path} 有问题：{findings}",
        "请按所列的行改正；改正前用自带的问卷",
    ),
    interviews.RoundUnknown: ("没有“{round}”这次访谈活动，或有几次都符合", "现有：{available}"),
    interviews.RoundHasAnswers: (
        "“{round}”已有 {sheets} 份答卷，不能再换问卷",
        "请另外登记一次访谈活动，用新的一版",
    ),
    interviews.SheetNumberTaken: ("编号 {number} 已有答卷", "请核对编号，或修改原来的那份"),
    interviews.SheetUnknown: ("没有编号 {number} 的答卷", "请用 interview sheets 查看编号"),
    interviews.QuestionUnknown: ("问卷里没有“{question}”这一题", "各题是：{available}"),
    interviews.AnswerNotPossible: (
        "第 {number} 题不能答“{text}”：{expected}",
        "请核对答卷后改正；这份没有记下",
    ),
    interviews.DaysOutOfOrder: ("结束日期 {last} 早于开始日期 {first}", "请核对两个日期"),
    interviews.NothingListed: (
        "名单里没有人",
        "请每行写一个姓名，可以加组别、电话两列；这次没有抽取",
    ),
    interviews.TooManyListed: ("名单最多 {most} 行", "请按组分开；这次没有抽取"),
    interviews.TooManyDrawn: ("一次最多抽 {most} 人", "请减少应访人数；这次没有抽取"),
    interviews.TooManyGroups: ("最多分 {most} 组", "请合并小组；这次没有抽取"),
    interviews.ReasonMissing: (
        "已经抽取过，重新抽取要写明原因",
        "请写原因；以前的抽取记录仍然保留",
    ),
    interviews.TooManyDraws: ("一次活动最多抽取 {most} 次", "请另外登记一次访谈活动"),
    interviews.HeadingUnknown: ("表格里没有“{heading}”这一列", "表头是：{available}"),
    interviews.FillUnknown: ("问卷没有“{words}”这个能填的数据", "可用：{available}"),
    interviews.NothingSuggested: ("没有选中要整改的意见", "请写明答卷编号，或归类的名称"),
    registers.RegisterUnknown: ("没有“{register}”这个台账，或有几个都符合", "可用：{available}"),
    registers.RegisterNotKept: (
        "{unit}不负责“{register}”对应的指标任务",
        "请核对单位；责任分工在“设置”里查看",
    ),
    registers.RegisterFileInvalid: (
        "台账文件 {path} 有问题：{findings}",
        "请按所列的行改正；改正前用自带的台账",
    ),
    registers.CellTooLong: ("“{column}”一格的内容太长，最多 {most} 个字", "请写短一些再保存"),
    registers.ColumnUnknown: ("台账里没有“{column}”这一列", "各列是：{available}"),
    registers.RateUnknown: ("没有“{rate}”这个能填数据的数值", "可用：{available}"),
    cases.ReviewSheetInvalid: (
        "评查表文件 {path} 有问题：{findings}",
        "请按所列的行改正；改正前用自带的评查表",
    ),
    cases.CaseOrderInvalid: (
        "卷内顺序文件 {path} 有问题：{findings}",
        "请按所列的行改正；改正前用自带的卷内顺序",
    ),
    cases.ReviewSheetUnknown: ("没有“{sheet}”这张评查表，或有几张都符合", "可用：{available}"),
    cases.CategoryWithoutSheet: (
        "“{category}”类案卷没有评查表",
        "请在工作区的 review-sheets 文件夹里放一张这个类别的评查表",
    ),
    cases.NothingToDraw: (
        "没有可抽的案卷：要已结案、没有待改，并符合所选的单位、类别和年度；待改的有 {faulty} 件",
        "请先登记或改正案卷台账，或放宽条件",
    ),
    cases.CaseUnknown: (
        "没有“{case}”这个案卷，或有几个都符合",
        "请先列出案卷，核对案号；几个单位案号相同的，请写明单位",
    ),
    cases.DrawNotNamed: (
        "没有写明是哪一次抽取，这个工作区里有 {draws} 次",
        "请写明抽取的名称或编号；一次也没有的，请先抽取案卷",
    ),
    cases.DrawUnknown: ("没有“{draw}”这次抽取，或有几次都符合", "请先列出抽取记录，核对编号"),
    cases.DrawReviewed: (
        "“{draw}”已有 {sheets} 张评查表填写了内容，不能撤销",
        "抽取记录要留存；需要的话另抽一次",
    ),
    cases.ReviewerMissing: ("没有写明评查人", "请填写评查人的姓名"),
    cases.ReviewersComplete: (
        "{number} 已由另外两人评查",
        "请核对评查人的姓名；两人意见不同时由复核人裁定",
    ),
    cases.ReviewerTwice: ("{reviewer}在 {number} 已是评查人，不能再占一席", "请换一个人"),
    cases.ReviewerInvolved: ("{reviewer}是 {number} 的承办人，应当回避", "请换一个人评查"),
    cases.SheetIncomplete: (
        "{number} 的评查表还有 {open} 条没有评",
        "请逐条评完；不涉及的选“不涉及”",
    ),
    cases.SheetConcluded: ("{number} 的评查表已评完", "要改动请先重新打开"),
    cases.BothConcluded: (
        "{number}：两人都已评完，并能看到对方的评查表，不能再改",
        "意见不同的由复核人裁定",
    ),
    cases.NotConcluded: ("{number} 两名评查人还没有都评完", "请等两人评完再复核"),
    cases.NoDifference: ("{number} 两人的结论没有要复核的差异", "不需要复核"),
    cases.StandardUnknown: ("评查表没有“{standard}”这一条", "请先查看评查表，核对序号"),
    cases.PointsNotPossible: (
        "“{standard}”不能扣这么多分，分值是 {most}",
        "请填大于 0、不超过分值的数；县里没有填分值的不扣分",
    ),
    cases.CommentWordless: ("批注没有内容", "请写明问题"),
    cases.TooMuchOnSheet: ("一张评查表最多 {most} 条批注", "请合并相同的问题"),
    cases.PieceUnknown: ("卷内顺序里没有“{piece}”这种材料", "可用：{available}"),
    cases.ItemNotOfUnit: ("材料 {item} 不是这个单位的，或已移除", "请核对材料的编号"),
    errors.NoteUnknown: ("没有编号为 {note} 的记录", "请先列出记录，核对编号"),
}

NAMES: Mapping[type, Mapping[Any, str]] = {
    errors.NoteField: FIELD_NAMES,
    interviews.Expected: EXPECTED,
    Fault: {fault: reason for fault, (reason, _) in FAULTS.items()},
    Refusal: REFUSALS,
    ParcelFault: PARCEL_FAULTS,
}

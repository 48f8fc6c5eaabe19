"""Words for merging packages."""

from collections.abc import Iterable, Mapping
from typing import Any

from app import errors as general
from app.errors import JuanzongError
from app.exchange.merge import errors
from app.exchange.merge.decide import Change, Decisions
from app.exchange.merge.errors import Built, FieldName, Impossible, RecordName
from app.exchange.merge.notices import MergeNotice, NoticeKind
from app.exchange.merge.standing import PackageStanding
from app.translating import Translate, chinese
from app.wording.records import DOCUMENT_NAMES, FIELD_NAMES, RECORD_NAMES
from models.vocabulary import PackageState

CHANGE_NAMES = {
    Change.NEW: "新增",
    Change.CHANGED: "更新",
    Change.SAME: "相同",
    Change.OLDER: "较旧",
    Change.REMOVED: "移除",
    Change.MISSING: "包内没有",
    Change.DIVERGED: "冲突",
    Change.FOREIGN: "越权",
}

STANDING_NAMES = {
    PackageStanding.FIRST: "首次收到",
    PackageStanding.NEWER: "新的内容",
    PackageStanding.REPEATED: "已经合并过，没有变化",
    PackageStanding.LATE: "迟到的旧包，内容已被更新的包覆盖",
    PackageStanding.NEW_GENERATION: "对方改以另一份工作区为准",
    PackageStanding.SUPERSEDED: "已作废",
    PackageStanding.DIVERGED: "两份工作区不一致",
}

PACKAGE_STATE_NAMES = {
    PackageState.WRITING: "正在写入",
    PackageState.WRITTEN: "已制作",
    PackageState.FAILED: "没有写成",
    PackageState.INTERRUPTED: "没有写完",
    PackageState.MERGED: "已合并",
    PackageState.LATE: "迟到，已登记",
    PackageState.UNDONE: "已撤销",
}

_BUILT = {
    Built.DECISIONS: "已作出审核决定",
    Built.NOTICES: "已下达或验收整改",
    Built.RETURN_PACKAGE: "已给该单位制作退回包",
    Built.PLACEMENTS: "其中的材料已移到别处",
    Built.CHANGES: "其中的记录后来又有改动",
    Built.LATER_PACKAGE: "又合并了它后来的包，或已经撤销过",
}

_IMPOSSIBLE = {
    Impossible.FORM: "不合格式",
    Impossible.CONTROL: "含有看不见的控制字符",
    Impossible.DIRECTION: "含有改变文字方向的字符",
    Impossible.DAY: "不是可能的日期",
    Impossible.MOMENT: "不是可能的时间",
    Impossible.NUMBER: "的数值不可能",
    Impossible.FINITE: "不是一个数",
    Impossible.CODE: "不是指标编号",
    Impossible.ADDRESS: "不是网址",
    Impossible.JSON: "读不出来",
    Impossible.DUPLICATE_KEY: "写了两次",
    Impossible.TWICE: "与另一条记录重复",
    Impossible.PLACE_UNKNOWN: "在指标体系里不存在",
    Impossible.NOTICE_FOREIGN: "是发给别的单位的整改通知",
    Impossible.UNREFERENCED: "没有任何材料用到",
    Impossible.REFERENCE_MISSING: "指向不存在的记录",
    Impossible.SEALING_KEY: "不是公钥",
    Impossible.AHEAD: "比上次大得太多",
    Impossible.NOT_STORABLE: "与已有的记录冲突，存不进去",
}


class _Known(dict[str, str]):
    """Names where there are some; what has none is shown as it is."""

    def __missing__(self, key: str) -> str:
        return str(key)


NAMES: Mapping[type, Mapping[Any, str]] = {
    Built: _BUILT,
    Impossible: _IMPOSSIBLE,
    RecordName: _Known(RECORD_NAMES | DOCUMENT_NAMES),
    # A whole document, or a whole list of it, can be what is wrong.
    FieldName: _Known(
        dict.fromkeys(("package.json", "payload.json", "log.json", "framework.json"), "全部内容")
        | RECORD_NAMES
        | {name: words for name, words in DOCUMENT_NAMES.items() if "." not in name}
        | FIELD_NAMES
    ),
}


def describe_counts(
    decisions: Mapping[str, Decisions],
    changes: Iterable[Change],
    put_away: int = 0,
    translate: Translate = chinese,
) -> str:
    """What a package does, in numbers: items first, then everything else. "" for nothing.

    Where an item lies comes with the item and is not counted a second time. ``put_away`` of the
    new items lie in a recycle bin: they are no evidence, and are counted apart.
    """
    told = []
    for change in changes:
        counts = {name: len(found.of(change)) for name, found in decisions.items()}
        items, places = counts.pop("items", 0), counts.pop("placements", 0)
        rest = sum(counts.values()) + max(0, places - items)
        name = translate(CHANGE_NAMES[change])
        binned = put_away if change is Change.NEW else 0
        if items := items - binned:
            told.append(translate("{change}材料 {count} 件").format(change=name, count=items))
        if binned:
            told.append(translate("另有 {count} 件已在对方的回收站里").format(count=binned))
        if rest:
            told.append(translate("{change}其他记录 {count} 条").format(change=name, count=rest))
    return translate("，").join(told)


#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.PayloadInvalid: (
        "包里{document}的“{field}”不合格式，没有合并：{path}",
        "请对方重新制作；仍不行请把双方的卷宗升级到同一版本。本机内容没有改动",
    ),
    errors.RecordImpossible: (
        "包里{kind}{record}的“{name}”{reason}，没有合并：{path}",
        "请对方在卷宗里改正这一条后重新制作；对方没有这样填过的，请核实包的来源。本机内容没有改动",
    ),
    errors.PackageDiverged: (
        "{sender} 有两份工作区各自改过（例如复制到另一台电脑，或恢复过旧备份），没有合并：{path}",
        "请该单位确定以哪一份为准，在那一份里制作“以本机为准”的全量包"
        "（pack 命令加 --supersede）重新报来；现有内容没有改动",
    ),
    errors.PackageSuperseded: (
        "{sender} 已改以另一份工作区为准（第 {present} 代），这个包出自作废的那一份"
        "（第 {generation} 代），没有合并：{path}",
        "请该单位停用旧的那一份；如果它才是对的，请在那里制作“以本机为准”的全量包",
    ),
    errors.RecordOfAnotherOwner: (
        "{sender} 的包里的{kind}{record}在本机归 {owner} 所有，没有合并：{path}",
        "两个单位不会有同一条记录，请向 {sender} 和 {owner} 核实；是 {owner} 先前的包冒用了的，"
        "请撤销那次合并（命令行：merge --undo），再合并这个包。现有内容没有改动",
    ),
    errors.PackageIdTaken: (
        "{sender} 的包与 {owner} 的另一个包编号相同，没有合并：{path}",
        "正常制作的包编号不会重复：请对方重新制作，再有这样的情况请向双方核实来源。"
        "现有内容没有改动",
    ),
    errors.FrameworkDiffers: (
        "{sender} 用的指标体系是 {found}，这里是 {expected}，没有合并：{path}",
        "请先给该单位发送任务包，对方合并后重新制作报送包",
    ),
    errors.SenderUnknown: (
        "本县没有登记“{sender}”，或已停用，没有合并：{path}",
        "请在单位登记里补上后再合并",
    ),
    errors.SenderNameDiffers: (
        "包上写的发送方是“{claimed}”，用的却是“{registered}”的编号，没有合并：{path}",
        "可能有人冒充，请向“{registered}”核实；该单位确实改了名称的，"
        "请在单位登记里改名或加上别名，再合并",
    ),
    errors.RecoveryInTheWay: (
        "这个工作区里已经有本单位自己填报的材料，恢复包没有合并：{path}",
        "恢复包只用在新电脑上：请在开始页用它另建一个工作区（选另一个空文件夹），"
        "这里新加的材料请在那边重新添加；现有内容没有改动",
    ),
    errors.NothingToRecover: (
        "还没有合并过{unit}的报送包，没有可以还给它的材料",
        "请先合并该单位送来过的包；从来没有报过的，发任务包重新开始",
    ),
    errors.OfficeWorkspaceNeeded: (
        "这一步由创建办办理，这里是责任单位的工作区",
        "请在创建办的工作区里操作",
    ),
    errors.UnitWorkspaceNeeded: (
        "这一步由责任单位办理，这里是创建办的工作区",
        "请在责任单位的工作区里操作",
    ),
    errors.RecipientRequired: (
        "没有写明发给哪个单位",
        "请用 --unit 写明责任单位，或用 --all 给所有单位各制作一份",
    ),
    errors.PackageRequired: ("没有写明合并哪个包", "请写上包文件，可以几个一起"),
    errors.SealingKeyUnknown: (
        "还没有 {name} 的公钥，不能加密给对方",
        "先合并一个对方制作的包并核对指纹，或不加密制作",
    ),
    errors.MergeUnknown: (
        "没有可以撤销的合并",
        "只能撤销每个单位最近一次合并；用 packages 查看记录",
    ),
    errors.MergeNotUndoable: (
        "创建办下发的内容以最新的包为准，不能撤销",
        "需要改回时，请创建办重新下发",
    ),
    errors.MergeBuiltUpon: (
        "{sender} 的这次合并之后{what}，不能撤销",
        "请让该单位改正后重新报送",
    ),
    errors.BatchNotUndone: (
        "这 {count} 个包都没有撤销：{sender} 的这次合并之后{what}",
        "其他单位的可以在“收发记录”里逐个撤销",
    ),
    general.OwnedByUnit: (
        "《{title}》由责任单位填报，创建办不能改动",
        "请在审核时退回并写明原因，由该单位改正后重新报送；也可以由创建办另行添加一份",
    ),
    general.OwnedByOffice: (
        "《{title}》由创建办代为填报，本单位不能改动",
        "请与创建办联系；也可以自行添加一份",
    ),
    general.NotOwnUnit: (
        "这里是 {own} 的工作区，不能替 {name} 填报",
        "请由该单位在自己的工作区里填报",
    ),
}

_NOTICES = {
    NoticeKind.GAP: "之前的第 {numbers} 号包没有收到；这个包内容完整，不影响合并",
    NoticeKind.UNDONE: "之前的第 {numbers} 号包合并后又撤销了；这个包内容完整，不影响合并",
    NoticeKind.LOG_BROKEN: "对方的操作记录自第 {numbers} 条起断链，请核实",
    NoticeKind.LOG_REWRITTEN: "对方的操作记录第 {numbers} 条与上次收到的不同，请核实",
    NoticeKind.LEFT_OUT: "有 {numbers} 处位置找不到对应的材料，没有采用",
    NoticeKind.OTHER_COPY: (
        "对方收到过本单位的第 {numbers} 号包，但不是这份工作区制作的；"
        "如果本单位有几份工作区，请只用其中一份"
    ),
    NoticeKind.CORRECTED: (
        "有 {numbers} 份原件的类型、大小或校验值与包上写的不同，已按文件本身登记"
    ),
    NoticeKind.NOT_BROUGHT: (
        "有 {numbers} 份原件是别处送来的，对方只写了校验值、从来没有送来过，按缺少原件处理"
    ),
    NoticeKind.MADE_AHEAD: (
        "包上写的制作时间比本机的时间晚，请核对双方电脑的日期和时间；不影响合并"
    ),
    NoticeKind.REPLACES: "对方改以另一份工作区为准（第 {numbers} 代），原有内容以这个包为准",
}


def describe_notice(notice: MergeNotice, translate: Translate = chinese) -> str:
    """Word what people should know about a package; no full stop."""
    numbers = translate("、").join(map(str, notice.numbers))
    return translate(_NOTICES[notice.kind]).format(numbers=numbers)

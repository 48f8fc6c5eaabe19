"""Words for units, backups and checks of a workspace."""

from collections.abc import Mapping
from datetime import datetime

from app.errors import JuanzongError
from app.storage.defects import DefectGroup, DefectKind, Doubts
from app.translating import Translate, chinese
from app.wording.system import system_words
from app.wording.tables import spoken_subject, table_name
from app.workspace import errors
from app.workspace.unit_state import BadLine, LineTrouble, UnitChange, UnitChangeKind

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.NotAWorkspace: (
        "{path} 不是卷宗工作区",
        "请选择含有 juanzong.db 的文件夹，或先用 init 新建",
    ),
    errors.WorkspaceExists: (
        "{path} 已经是一个卷宗工作区",
        "请直接打开，或换一个空文件夹新建",
    ),
    errors.FolderNotEmpty: (
        "{path} 里已有其他文件",
        "请换一个空文件夹新建工作区",
    ),
    errors.WorkspaceLocked: (
        "工作区正被另一个程序使用：{path}（{holder}）",
        "请先关闭那个程序，或以只读方式打开",
    ),
    errors.WorkspaceTooNew: (
        "工作区由更新版本的卷宗建立（版本 {found}）：{path}",
        "请升级本机的卷宗后再打开，数据没有改动",
    ),
    errors.WorkspaceTooOld: (
        "工作区由旧版本的卷宗建立（版本 {found}），只读方式打不开：{path}",
        "请先正常打开一次，程序会备份后自动升级",
    ),
    errors.GroupUnknown: ("没有名为 {name} 的单位集合", "可用的有：{available}"),
    errors.UnitNameTaken: (
        "“{name}”已经是 {owner} 的名称或别名",
        "请换一个名称，或先从 {owner} 的别名里去掉它",
    ),
    errors.OwnUnitRetired: ("{name} 是这个工作区自己的单位，不能停用", "需要时请改名"),
    errors.BackupDamaged: (
        "备份读不出来：{path}（{detail}）",
        "请换一份备份；工作区没有改动",
    ),
    errors.BackupAltered: (
        "备份与写入时不一致，没有恢复：{path}（{detail}）",
        "请换一份备份，用 backup list 查看；工作区没有改动",
    ),
    errors.BackupOfAnother: (
        "这份备份属于另一个工作区：{path}",
        "请选择这个工作区自己的备份",
    ),
    errors.BackupUnknown: ("没有名为 {name} 的备份", "请用 backup list 查看现有的备份"),
    errors.ContentChanged: (
        "数据库的内容与存入时不一致（数据表 {tables}），没有做下去：{path}",
        "请运行体检，在 设置→备份 恢复改动之前的备份；没有备份而核对无误的，"
        "用 check 工作区 --accept 认可现状（记入操作记录）",
    ),
    errors.BackupFolderUnfit: (
        "备份文件夹在工作区里面：{path}",
        "请另选一个磁盘或文件夹，以免一起丢失",
    ),
}

_RESTORE = "请运行体检；有改动的，在 设置→备份 恢复改动之前的备份"

_UNIT_CHANGES = {
    UnitChangeKind.ADDED: "登记 {name}",
    UnitChangeKind.RENAMED: "{detail} 改名为 {name}",
    UnitChangeKind.ALIAS_ADDED: "{name} 增加别名 {detail}",
    UnitChangeKind.ALIAS_REMOVED: "{name} 去掉别名 {detail}",
    UnitChangeKind.CONTACT: "{name} 的联络人：{detail}",
    UnitChangeKind.RETIRED: "停用 {name}",
    UnitChangeKind.REVIVED: "恢复使用 {name}",
    UnitChangeKind.JOINED: "{name} 加入 {detail}",
    UnitChangeKind.LEFT: "{name} 退出 {detail}",
    UnitChangeKind.REORDERED: "调整 {name} 的顺序",
}

_TROUBLES = {
    LineTrouble.NAME_INVALID: "“{text}”不像单位名称",
    LineTrouble.CONTACT_TOO_LONG: "联络人或电话太长：“{text}”",
    LineTrouble.NAME_TAKEN: "“{text}”已用于另一个单位",
    LineTrouble.GROUP_UNKNOWN: "没有名为“{text}”的单位集合",
}

_DEFECTS = {
    DefectKind.DATABASE_DAMAGED: "数据库损坏",
    DefectKind.ORIGINAL_MISSING: "原件缺失",
    DefectKind.ORIGINAL_DAMAGED: "原件内容被改动",
    DefectKind.ORIGINAL_EXTRA: "多余的原件（无记录，无害）",
    DefectKind.SM3_DIFFERS: "登记的 SM3 校验值与原件不符",
    DefectKind.SIZE_DIFFERS: "登记的大小与原件不符",
    DefectKind.DANGLING_REFERENCE: "记录指向不存在的内容",
    DefectKind.UNKNOWN_TASK: "材料归在指标体系里没有的任务或要点",
    DefectKind.LOG_BROKEN: "操作记录自此条起断链",
    DefectKind.RECEIVED_LOG_BROKEN: "收到的操作记录自此条起断链",
    DefectKind.CONTENT_CHANGED: "数据表的内容不是本程序所存",
    DefectKind.DOCUMENT_CHANGED: "存入的指标体系被改动",
    DefectKind.VALUE_UNFIT: "数据不成立",
    DefectKind.LOG_FROM_THE_FUTURE: "操作记录里有还没到的时间",
    DefectKind.IMPOSSIBLE_VALUE: "记录里有不可能的值",
    DefectKind.OPEN_TO_OTHERS: "这台电脑上的其他用户也能读取",
    DefectKind.OBSTRUCTED: "工作区里有别的东西占了位置",
}

#: Defects whose subject names tables, records or methods by their identifiers.
_BY_TABLE = frozenset(
    {
        DefectKind.CONTENT_CHANGED,
        DefectKind.VALUE_UNFIT,
        DefectKind.DANGLING_REFERENCE,
        DefectKind.UNKNOWN_TASK,
        DefectKind.IMPOSSIBLE_VALUE,
    }
)

_REMEDIES = {
    DefectKind.DATABASE_DAMAGED: "请在 设置→备份 恢复最近的备份",
    DefectKind.ORIGINAL_MISSING: "请在材料所在处重新添加同一文件，或由单位发全量报送包，或恢复备份",
    DefectKind.ORIGINAL_DAMAGED: "请在材料所在处重新添加同一文件，或由单位发全量报送包，或恢复备份",
    DefectKind.ORIGINAL_EXTRA: "不必处理；多是中断的收取留下的",
    DefectKind.SM3_DIFFERS: "原件没有变，是登记得不对：请重新添加同一个文件，登记会按文件改正",
    DefectKind.SIZE_DIFFERS: "原件没有变，是登记得不对：请重新添加同一个文件，登记会按文件改正",
    DefectKind.DANGLING_REFERENCE: "请在 设置→备份 恢复最近的备份，或交技术人员处理",
    DefectKind.UNKNOWN_TASK: "请在指标页把这件材料归到现有的任务和要点",
    DefectKind.LOG_BROKEN: "操作记录被别的程序改过；请恢复改动之前的备份，或如实说明",
    DefectKind.RECEIVED_LOG_BROKEN: "请恢复合并之前的备份，或请对方重新报送并说明",
    DefectKind.CONTENT_CHANGED: (
        "磁盘损坏或别的程序改过数据库；请在 设置→备份 恢复改动之前的备份，并检查磁盘"
    ),
    DefectKind.DOCUMENT_CHANGED: "请在 设置→备份 恢复最近的备份，并检查磁盘",
    DefectKind.VALUE_UNFIT: "请在 设置→备份 恢复最近的备份，并检查磁盘",
    DefectKind.LOG_FROM_THE_FUTURE: (
        "请核对本机的日期和时间；顺序按编号，不受影响，但时间一经记下不能更正"
    ),
    DefectKind.IMPOSSIBLE_VALUE: "请填这条记录的一方改正后重新报送",
    DefectKind.OPEN_TO_OTHERS: "U 盘一类的磁盘不能限制谁可读取；请把工作区放在本机硬盘上",
    DefectKind.OBSTRUCTED: "这个名称由本程序使用；请把占位的文件或链接移走，cache 里的可以删除",
}


def describe_doubts(doubts: Doubts, translate: Translate = chinese) -> tuple[tuple[str, str], ...]:
    """What somebody should know before working in a workspace: each with what to do about it."""
    found = []
    if doubts.changed:
        reason = translate("数据库的内容与存入时不一致：数据表 {tables}")
        tables = translate("、").join(table_name(name, translate) for name in doubts.changed)
        found.append((reason.format(tables=tables), translate(_RESTORE)))
    if doubts.backup:
        template = translate("最近的备份记着数据库有问题：{name}")
        found.append((template.format(name=doubts.backup), translate(_RESTORE)))
    if doubts.newest is not None:
        found.append(describe_clock(doubts.newest, translate))
    return tuple(found)


def describe_clock(newest: datetime, translate: Translate = chinese) -> tuple[str, str]:
    """Say that this computer's clock is behind the log, and what to do."""
    template = translate("本机时间早于最近一条操作记录（{moment}）")
    words = template.format(moment=f"{newest.astimezone():%Y-%m-%d %H:%M}")
    return words, translate("请核对本机的日期和时间；现在记下的时间以后不能更正")


def describe_unit_change(change: UnitChange, translate: Translate = chinese) -> str:
    """Word a change of units or groups; no full stop."""
    detail = change.detail or translate("（无）")
    return translate(_UNIT_CHANGES[change.kind]).format(name=change.name, detail=detail)


def describe_bad_line(bad: BadLine, translate: Translate = chinese) -> str:
    """Say why a line of a list is not used; no full stop."""
    reason = translate(_TROUBLES[bad.trouble]).format(text=bad.text)
    template = "第 {line} 行：{reason}（{owner}）" if bad.owner else "第 {line} 行：{reason}"
    return translate(template).format(line=bad.line, reason=reason, owner=bad.owner)


def backup_reason(reason: str, translate: Translate = chinese) -> str:
    """Say why a backup was made."""
    known = {
        "daily": "每日自动",
        "manual": "手动",
        "before-restore": "恢复之前",
        "damaged": "损坏的原数据库",
    }
    if reason in known:
        return translate(known[reason])
    after = reason.removeprefix("before-")
    template = "程序升级之前（{after}）" if after.isdecimal() else "换指标体系之前（{after}）"
    return translate(template).format(after=after)


def defect_name(kind: DefectKind, translate: Translate = chinese) -> str:
    """Name a defect of a workspace."""
    return translate(_DEFECTS[kind])


def defect_remedy(kind: DefectKind, translate: Translate = chinese) -> str:
    """What to do about a defect of a workspace; no full stop."""
    return translate(_REMEDIES[kind])


def defect_subject(kind: DefectKind, subject: str, translate: Translate = chinese) -> str:
    """Name what a defect is about; no full stop."""
    if kind is DefectKind.LOG_BROKEN:
        return translate("第 {number} 条").format(number=subject)
    if kind is DefectKind.DATABASE_DAMAGED:
        return translate(system_words(subject))
    return spoken_subject(subject, translate) if kind in _BY_TABLE else subject


def defect_subjects(group: DefectGroup, translate: Translate = chinese) -> str:
    """Name what a group of defects is about; no full stop."""
    names = translate("、").join(defect_subject(group.kind, s, translate) for s in group.subjects)
    if group.count == len(group.subjects):
        return names
    return translate("共 {total} 份，如 {names}").format(total=group.count, names=names)

"""The words for units, backups and checks of a workspace; ``app.wording`` takes them in."""

from collections.abc import Mapping

from app.errors import JuanzongError
from app.translating import Translate, chinese
from app.workspace import errors as workspace_errors
from app.workspace.defects import DefectGroup, DefectKind
from app.workspace.unit_state import BadLine, LineTrouble, UnitChange, UnitChangeKind

#: Reason and remedy of each error, as ``app.wording.Sentence`` takes them.
ERRORS: Mapping[type[JuanzongError], tuple[str, str]] = {
    workspace_errors.GroupUnknown: ("没有名为 {name} 的单位集合", "可用的有：{available}"),
    workspace_errors.UnitNameTaken: (
        "“{name}”已经是 {owner} 的名称或别名",
        "请换一个名称，或先从 {owner} 的别名里去掉它",
    ),
    workspace_errors.UnitNameInvalid: (
        "“{name}”不能作单位名称",
        "请填 2 到 60 个字的名称，不能只有数字",
    ),
    workspace_errors.OwnUnitRetired: ("{name} 是这个工作区自己的单位，不能停用", "需要时请改名"),
    workspace_errors.UnitListUnreadable: ("单位名单“{name}”不能用：{detail}", "请改正后重新导入"),
    workspace_errors.BackupDamaged: (
        "备份读不出来：{path}（{detail}）",
        "请换一份备份；工作区没有改动",
    ),
    workspace_errors.BackupOfAnother: (
        "这份备份属于另一个工作区：{path}",
        "请选择这个工作区自己的备份",
    ),
    workspace_errors.BackupUnknown: ("没有名为 {name} 的备份", "请用 backup list 查看现有的备份"),
    workspace_errors.BackupFolderUnfit: (
        "备份文件夹在工作区里面：{path}",
        "请另选一个磁盘或文件夹，以免一起丢失",
    ),
}

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
    LineTrouble.NAME_TAKEN: "“{text}”已用于另一个单位",
    LineTrouble.GROUP_UNKNOWN: "没有名为“{text}”的单位集合",
}

_REMEDIES = {
    DefectKind.DATABASE_DAMAGED: "请在 设置→备份 恢复最近的备份",
    DefectKind.ORIGINAL_MISSING: "请从备份找回这份原件，或在材料所在处重新添加同一文件",
    DefectKind.ORIGINAL_DAMAGED: "请从备份找回这份原件，或在材料所在处重新添加同一文件",
    DefectKind.ORIGINAL_EXTRA: "不必处理；多是中断的收取留下的",
    DefectKind.SM3_DIFFERS: "请从备份找回这份原件，并检查磁盘",
    DefectKind.DANGLING_REFERENCE: "请在 设置→备份 恢复最近的备份，或交技术人员处理",
    DefectKind.UNKNOWN_TASK: "请在指标页把这件材料归到现有的任务和要点",
    DefectKind.LOG_BROKEN: "操作记录被别的程序改过；请恢复改动之前的备份，或如实说明",
}


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


def defect_remedy(kind: DefectKind, translate: Translate = chinese) -> str:
    """What to do about a defect of a workspace; no full stop."""
    return translate(_REMEDIES[kind])


def defect_subjects(group: DefectGroup, translate: Translate = chinese) -> str:
    """Name what a group of defects is about; no full stop."""
    names = translate("、").join(group.subjects)
    if group.count == len(group.subjects):
        return names
    return translate("共 {total} 份，如 {names}").format(total=group.count, names=names)

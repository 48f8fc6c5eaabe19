"""Words for the entries of the log."""

import re
from collections.abc import Mapping

from app.framework.schema import Framework
from app.names import methods
from app.translating import Translate, chinese
from app.visible_text import visible

_ACTIONS: Mapping[str, str] = {
    **methods.ACTIONS,
    "workspace.created": "新建工作区",
    "workspace.given": "由任务包建立工作区",
    "workspace.recovered": "由恢复包取回材料",
    "workspace.restored": "从备份恢复",
    "workspace.content_accepted": "认可数据库现有内容",
    "settings.changed": "修改设置",
    "stages.changed": "修改阶段日期",
    "framework.moved": "更换指标体系",
    "unit.added": "登记单位",
    "unit.renamed": "单位改名",
    "unit.alias_added": "增加单位别名",
    "unit.alias_removed": "去掉单位别名",
    "unit.contact_changed": "修改单位联系人",
    "unit.retired": "停用单位",
    "unit.revived": "恢复单位",
    "group.joined": "单位加入集合",
    "group.left": "单位退出集合",
    "group.reordered": "调整集合次序",
    "group.changed": "修改单位集合",
    "item.attached": "收取材料",
    "original.mended": "修复被改动的原件",
    "secrecy.cleared": "确认不涉密后收取",
    "secrecy.wiped": "清除涉密材料",
    "secrecy.dealt_with": "处理涉密文件",
    "item.edited": "修改著录",
    "item.revised": "换新版本",
    "item.looked_through": "再次查看文件内部",
    "item.finding_dismissed": "核实存疑",
    "item.finding_raised_again": "撤回核实",
    "item.binding_chosen": "选择装订方式",
    "item.reverted": "恢复旧版本",
    "item.file_added": "增加附件或打印件",
    "item.file_removed": "去掉附件或打印件",
    "item.placed": "归位",
    "item.moved": "移动归位",
    "item.displaced": "取消归位",
    "item.removed": "移除材料",
    "item.restored": "恢复材料",
    "placements.reordered": "调整次序",
    "figure.stated": "填报数据",
    "figure.withdrawn": "撤回数据",
    "mark.set": "标为不涉及",
    "mark.withdrawn": "取消不涉及",
    "slot.submitted": "报送",
    "slot.withdrawn": "撤回报送",
    "review.accepted": "审核通过",
    "review.returned": "审核退回",
    "review.taken_back": "撤销审核意见",
    "review.reinstated": "恢复审核意见",
    "reason.added": "增加退回理由",
    "reason.changed": "修改退回理由",
    "notice.opened": "下达整改",
    "notice.edited": "修改整改事项",
    "notice.replied": "整改回复",
    "notice.reply_withdrawn": "撤回整改回复",
    "notice.closed": "整改销号",
    "notice.sent_back": "整改退回",
    "notice.reopened": "重新整改",
    "notice.removed": "移除整改事项",
    "notice.restored": "恢复整改事项",
    "selfcheck.stated": "填写自查",
    "selfcheck.withdrawn": "撤回自查",
    "package.made": "制作数据包",
    "package.merged": "合并数据包",
    "package.undone": "撤销合并",
    "generation.begun": "启用新的工作区副本",
    "dossier.compiled": "编制卷宗",
    "identity.made": "生成密钥",
    "identity.protected": "设置口令",
    "identity.unprotected": "取消口令",
    "identity.saved": "另存密钥",
    "identity.restored": "恢复密钥",
    "person.added": "登记人员",
    "person.changed": "修改人员",
    "person.retired": "停用人员",
    "trust.confirmed": "确认对方密钥",
    "trust.sealing_key": "更新对方加密公钥",
    "trust.revoked": "取消信任",
}

#: How the values are told that say something to people; all others are in the exported log.
_VALUES: Mapping[str, str] = {
    "title": "《{}》",
    "file_name": "文件 {}",
    "indicator": "指标 {}",
    "unit": "{}",
    "name": "{}",
    "sender": "来自 {}",
    "recipient": "发给 {}",
    "number": "第 {} 号",
    "sequence": "第 {} 号",
    "before": "原为 {}",
    "detail": "{}",
    "note": "{}",
    "reason": "理由：{}",
    "fingerprint": "指纹 {}",
    "framework": "{}",
    "county": "{}",
    "dossiers": "{} 本",
    "pages": "共 {} 页",
}
#: A slot or a place of figures: indicator, task, and then what only programs read.
_PLACE = re.compile(r"^(?P<indicator>[^/]+)/(?P<task>[^/]+)(/|$)")
_IDENTIFIER = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def action_name(action: str, translate: Translate = chinese) -> str:
    """Name what was done; what a newer program logged keeps its identifier."""
    return translate(_ACTIONS[action]) if action in _ACTIONS else action


def describe_entry(
    subject: str,
    values: Mapping[str, object],
    framework: Framework,
    translate: Translate = chinese,
) -> str:
    """Tell what an entry of the log is about; no full stop. ``framework`` names its tasks."""
    told = [
        translate(words).format(visible(str(values[key])))
        for key, words in _VALUES.items()
        if isinstance(values.get(key), str | int)
        and values[key] != ""
        and not _IDENTIFIER.match(str(values[key]))
    ]
    place = _PLACE.match(subject)
    if place is not None and _is_task(framework, *place.group("indicator", "task")):
        task = framework.task_name(*place.group("indicator", "task"))
        where = translate("指标 {}").format(place["indicator"])
        told = [where, translate(task), *(words for words in told if words != where)]
    return translate("，").join(told) or subject


def _is_task(framework: Framework, indicator: str, task: str) -> bool:
    """True of a task of the set, or of an earlier set with the same methods."""
    return framework.has_task(indicator, task) or framework.method_name(task) != task

"""Words for the entries of the log."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.framework.schema import Framework
from app.names import verification
from app.names.evidence import BINDING_MODE_NAMES
from app.names.obligations import RULE_NAMES
from app.terms import task_heading
from app.translating import Translate, chinese
from app.visible_text import visible

_ACTIONS: Mapping[str, str] = {
    **verification.ACTIONS,
    "workspace.created": "新建工作区",
    "workspace.given": "由任务包建立工作区",
    "workspace.recovered": "由恢复包取回材料",
    "workspace.restored": "从备份恢复",
    "workspace.content_accepted": "认可数据库现有内容",
    "settings.changed": "修改设置",
    "stages.changed": "修改阶段日期",
    "obligations.changed": "修改由谁交材料",
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
    "item.answered": "写改动说明",
    "item.revised": "换新版本",
    "item.looked_through": "再次查看文件内部",
    "item.finding_dismissed": "核实存疑",
    "item.finding_raised_again": "撤回核实",
    "item.binding_chosen": "选择装订方式",
    "item.pages_set": "设置页面",
    "item.photos_described": "填写照片说明",
    "item.looks_alike": "发现相似照片",
    "item.reverted": "恢复旧版本",
    "item.file_added": "增加附件或打印件",
    "item.file_removed": "去掉附件或打印件",
    "item.files_arranged": "整理附件",
    "item.placed": "放到指标",
    "item.years_chosen": "指定材料的年份",
    "item.moved": "移到别处",
    "item.displaced": "从一处移除",
    "item.removed": "移除材料",
    "item.restored": "恢复材料",
    "placements.reordered": "调整次序",
    "checklists.changed": "修改应有材料",
    "point.complete": "说明材料已齐",
    "point.incomplete": "撤回材料已齐的说明",
    "binding.arranged": "排定装订顺序",
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
    "dossier.printed": "记下卷宗已打印",
    "dossier.named": "修改案卷题名、文本出处或保管期限",
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
    "year": "{} 年",
    "unit": "{}",
    "name": "{}",
    "sender": "来自 {}",
    "recipient": "发给 {}",
    "number": "第 {} 号",
    "sequence": "第 {} 号",
    "mode": "{}",
    "before": "原为 {}",
    "detail": "{}",
    "note": "{}",
    "bound": "只装订第 {} 页",
    "reason": "理由：{}",
    "text": "“{}”",
    "problem": "{}",
    "framework": "{}",
    "county": "{}",
    "dossiers": "{} 本",
    "pages": "共 {} 页",
    "owing": "{}",
    "exceptions": "{} 项指标另有规定",
    "register": "{}",
    "rows_added": "增加 {} 行",
    "rows_altered": "改动 {} 行",
    "rows_withdrawn": "移除 {} 行",
    "rows_restored": "恢复 {} 行",
    "basis": "{}",
}
#: Values that are told by their names.
_NAMED: Mapping[str, Mapping[str, str]] = {
    "owing": {rule.value: name for rule, name in RULE_NAMES.items()},
    "before": {mode.value: name for mode, name in BINDING_MODE_NAMES.items()},
    "mode": {mode.value: name for mode, name in BINDING_MODE_NAMES.items()},
}
#: A slot or a place of figures: indicator, task, and then what only programs read.
_PLACE = re.compile(r"^(?P<indicator>[^/]+)/(?P<task>[^/]+)(/|$)")
_DIGEST = re.compile(r"^[0-9a-f]{40,128}$")
_IDENTIFIER = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
#: Subjects that only programs read: identifiers, digests, names of settings.
_INTERNAL = re.compile(rf"{_IDENTIFIER.pattern}|^[0-9a-f]{{64}}$|^[a-z_]+$")


@dataclass(frozen=True, slots=True)
class LogNames:
    """What things are called that the log names by identifiers."""

    framework: Framework
    titles: Mapping[str, str]
    units: Mapping[str, str]


def action_name(action: str, translate: Translate = chinese) -> str:
    """Name what was done; what a newer program logged keeps its identifier."""
    return translate(_ACTIONS[action]) if action in _ACTIONS else action


def describe_entry(
    subject: str,
    values: Mapping[str, object],
    framework: Framework,
    translate: Translate = chinese,
) -> str:
    """Tell what an entry of the log is about; no full stop. ``framework`` names its tasks.

    "" if it says nothing to people: keys and digests are only in the exported log.
    """
    if values.get("framework") == framework.reference:
        values = {**values, "framework": framework.title}
    # With a fingerprint, what it was before is one as well.
    hidden = {"before"} if "fingerprint" in values else set()
    told = [
        translate(words).format(_told(key, str(values[key]), translate))
        for key, words in _VALUES.items()
        if isinstance(values.get(key), str | int)
        and values[key] != ""
        and key not in hidden
        and not _IDENTIFIER.match(str(values[key]))
        and not _DIGEST.match(str(values[key]))
    ]
    told += _settings_in(values, translate)
    place = _PLACE.match(subject)
    if place is not None and _is_task(framework, *place.group("indicator", "task")):
        task = framework.task_name(*place.group("indicator", "task"))
        only = translate(_VALUES["indicator"]).format(place["indicator"])
        where = task_heading(place["indicator"], translate(task), translate=translate)
        told = [where, *(words for words in told if words != only)]
    return translate("，").join(told) or ("" if _INTERNAL.match(subject) else subject)


def tell_entry(
    subject: str,
    values: Mapping[str, object],
    names: LogNames,
    translate: Translate = chinese,
) -> str:
    """As ``describe_entry``, with the title of the item and the unit of the slot it is about."""
    told = describe_entry(subject, values, names.framework, translate)
    if subject in names.titles and "title" not in values:
        title = translate("《{}》").format(visible(names.titles[subject]))
        told = title if told in {"", subject} else translate("，").join((title, told))
    unit = names.units.get(subject.rpartition("/")[2], "")
    return f"{told}　{unit}".strip() if unit and unit not in told else told


def _settings_in(values: Mapping[str, object], translate: Translate) -> list[str]:
    """The settings, or the steps, that an entry says were changed."""
    from app.settings import WorkspaceSettings  # the window comes up without the database

    told = []
    if isinstance(fields := values.get("fields"), list):
        known = WorkspaceSettings.model_fields
        titles = [translate(known[name].title or "") for name in fields if name in known]
        if titles:
            told.append(translate("、").join(titles))
    if isinstance(stages := values.get("stages"), list) and stages:
        told.append(translate("第 {} 步").format(translate("、").join(map(str, stages))))
    return told


def _told(key: str, value: str, translate: Translate) -> str:
    name = _NAMED.get(key, {}).get(value)
    return translate(name) if name is not None else visible(value)


def _is_task(framework: Framework, indicator: str, task: str) -> bool:
    """True of a task of the set, or of an earlier set with the same methods."""
    return framework.has_task(indicator, task) or framework.method_name(task) != task

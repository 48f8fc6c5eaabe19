"""What a task demands beside its requirement, in words."""

from app.framework.schema import VerificationTask
from app.terms import ROLE_NAMES
from app.translating import Translate, chinese


def task_terms(task: VerificationTask, translate: Translate = chinese) -> tuple[str, ...]:
    """A line each: units of its own, deadline, themes of years, weight, rule of scoring."""
    lines = []
    if task.responsible:
        named = translate("、").join(
            translate("{unit}（{role}）").format(
                unit=part.unit or part.group, role=translate(ROLE_NAMES[part.role])
            )
            for part in task.responsible
        )
        units = task.responsible_text or named
        lines.append(translate("本任务责任单位：{units}").format(units=units))
    deadline = task.deadline_text or (task.deadline.isoformat() if task.deadline else "")
    if deadline:
        lines.append(translate("完成时限：{deadline}").format(deadline=deadline))
    lines += [
        translate("{year} 年主题：{text}").format(year=theme.year, text=theme.text)
        for theme in task.themes
    ]
    if task.weight is not None:
        lines.append(translate("分值：{weight}").format(weight=f"{task.weight:g}"))
    if task.scoring:
        lines.append(translate("评分办法：{rule}").format(rule=task.scoring))
    return tuple(lines)

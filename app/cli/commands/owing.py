"""``owing``: who owes the material, and what a unit has to hand in."""

from enum import StrEnum
from typing import Annotated

import typer

from app.cli.arguments import AsJson, OnlyUnit, WorkspacePath, command
from app.cli.opening import open_services, open_workspace
from app.cli.output.console import Output
from app.cli.output.tables import simple_table
from app.framework.schema import Framework
from app.names.obligations import RULE_NAMES
from app.names.stages import days_in_words
from app.stages.owed import OwedAnswer, owed_json, owed_of_unit
from app.stages.service import view_stages
from app.terms import ROLE_NAMES, indicator_heading
from app.workspace.obligations import Obligations, OwingRule
from app.workspace.obligations_editing import change_obligations
from app.workspace.registry import Registry


class Choice(StrEnum):
    """The rules as the command line takes them; the last one takes an indicator's own rule away."""

    LEADS = "leads"
    EVERYONE = "everyone"
    HOLDERS = "holders"
    SAME = "same"


def show(workspace: WorkspacePath, unit: OnlyUnit = None, as_json: AsJson = False) -> None:
    """查看由谁交材料；写明单位的（单位的工作区就是本单位），列出它要交什么、到哪天。"""
    with (
        command(as_json=as_json) as output,
        open_services(workspace, read_only=True) as services,
    ):
        opened = services.workspace
        registry, framework = opened.registry(), opened.facts.framework
        named = unit or opened.facts.unit_name
        if named is None:
            completeness = services.completeness()
            _show_rules(output, framework, registry)
            table = simple_table("单位", "牵头", "参与", "要交要点", "已齐", "还差")
            units = []
            for row in registry.units:
                leads, every = registry.led_by(row.name), registry.indicators_of(row.name)
                tally = completeness.units.get(row.name)
                if tally is None:
                    continue
                counts = (len(leads), len(every) - len(leads), tally.total, tally.covered)
                table.add_row(row.name, *map(str, (*counts, tally.total - tally.covered)))
                keys = ("lead", "participant", "owed", "covered")
                units.append({"unit": row.name, **dict(zip(keys, counts, strict=True))})
            output.table(table)
            output.document({**registry.obligations.document(), "units": units})
            return
        chosen = registry.unit(named).name
        completeness = services.completeness()
        schedule = view_stages(opened, completeness).schedule
        answer = owed_of_unit(chosen, framework, registry, completeness, schedule, opened.today())
        _show_unit(output, framework, answer)
        output.document(owed_json(answer))


def choose(
    workspace: WorkspacePath,
    rule: Annotated[
        Choice,
        typer.Argument(
            metavar="由谁交",
            help="leads 只由牵头单位交，everyone 牵头、参与单位都要交，holders 谁有材料谁交，"
            "same 与其他指标相同",
        ),
    ],
    indicators: Annotated[
        list[str] | None,
        typer.Option("--indicator", help="只改这项指标的，可重复；不写则全部", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """规定由谁交材料：全部指标，或其中几项。单位收到下一个任务包后照此计算。"""
    with (
        command(as_json=as_json) as output,
        open_workspace(workspace, read_only=False) as opened,
    ):
        framework = opened.facts.framework
        codes = [framework.indicator(code).code for code in indicators or []]
        wanted = None if rule is Choice.SAME else OwingRule(rule.value)

        def change(present: Obligations) -> Obligations:
            if codes:
                return present.for_some(codes, wanted)
            return Obligations(present.rule) if wanted is None else present.for_all(wanted)

        change_obligations(opened, change)
        registry = opened.registry()
        _show_rules(output, framework, registry)
        output.document(registry.obligations.document())


def _show_rules(output: Output, framework: Framework, registry: Registry) -> None:
    present = registry.obligations
    output.line(f"由谁交材料：{RULE_NAMES[present.rule]}", "bold")
    for indicator in framework.indicators:
        if rule := present.own.get(indicator.code):
            output.line(f"  {indicator_heading(indicator.code)}：{RULE_NAMES[rule]}")
    if not present.chosen:
        output.line(
            "创建办还没有选择，照以前的办法计算。可以用 owing set 改为只由牵头单位交（leads）。",
            "yellow",
        )
    if (alone := registry.without_lead()) and present.rule is OwingRule.LEADS:
        codes = "、".join(i.code for i in framework.indicators if i.code in alone)
        output.line(f"没有牵头单位、列名单位都要交的指标 {len(alone)} 项：{codes}")


def _show_unit(output: Output, framework: Framework, answer: OwedAnswer) -> None:
    tally = answer.tally
    output.line(
        f"{answer.unit}：牵头 {answer.leads} 项，参与 {answer.participates} 项；"
        f"要交 {tally.total} 个要点，已齐 {tally.covered}，还差 {tally.total - tally.covered}",
        "bold",
    )
    if answer.due is not None:
        due = answer.due
        output.line(
            f"下一个期限 {due.deadline}（{due.stage}，{days_in_words(due.days)}）："
            f"应齐 {due.needed} 个，还差 {due.lacking} 个"
        )
    table = simple_table("期限", "指标", "核验方式", "职责", "还差", "材料要点")
    for line in answer.open:
        table.add_row(
            line.deadline.isoformat() if line.deadline else "",
            line.indicator,
            framework.task_name(*line.task),
            ROLE_NAMES[line.role],
            str(len(line.missing)),
            "\n".join(f"{p.point.number}．{p.point.text}" for p in line.missing),
        )
    output.table(table)
    if answer.optional:
        output.line(f"另有 {answer.optional} 项指标可以补充材料，不补不欠。")

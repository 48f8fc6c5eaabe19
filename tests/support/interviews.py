"""A questionnaire with a question of every kind, and sheets that answer it."""

import random
from collections.abc import Sequence

from app.verification.interview.answering import settled
from app.verification.interview.rounds import GroupPlan, Round
from app.verification.interview.schema import Questionnaire
from app.verification.interview.sheets import AnswerSheet

#: 办理建议 of the set's 67th indicator: 满意度达到95%以上.
YAML = """\
format: 1
id: deputies
title: 建议提案办理满意度问卷
edition: 2
audience: 人大代表和政协委员
introduction: 请在合适的选项前打勾。
serves: {lushan-2021: ["67"]}
questions:
  - {id: who, text: 您是, options: [人大代表, 政协委员], required: true, group: true}
  - {id: overall, kind: scale, text: 您对办理结果是否满意？, options: [非常满意, 比较满意, 一般, 不太满意, 很不满意, 不了解], scores: [5, 4, 3, 2, 1, 0], satisfied: [1, 2], apart: [6], overall: true, required: true}
  - {id: ways, kind: multiple, text: 承办单位怎样与您沟通？, options: [电话, 上门, 书面, 其他], other: 4}
  - {id: days, kind: number, text: 多少天收到答复？, unit: 天, low: 0, high: 400}
  - {id: wish, kind: open, text: 您有什么意见建议？, suggestion: true}
fills:
  - {measure: satisfaction, framework: lushan-2021, indicator: "67", task: interview, point: 1, threshold: 满意度达到95%以上}
"""  # noqa: E501 (a question a line, as counties write them)

#: Indicator, and who is responsible for it.
INDICATOR = "67"


def questionnaire() -> Questionnaire:
    """The questionnaire of ``YAML``."""
    import yaml

    return Questionnaire.model_validate(yaml.safe_load(YAML))


def round_said(name: str = "2026年春季访谈") -> Round:
    """A round with this questionnaire."""
    return Round(
        name=name,
        questionnaire=questionnaire(),
        held_from="2026-03-02",
        held_to="2026-03-06",
        location="县人大常委会",
        plan=(GroupPlan("人大代表", 200, 40), GroupPlan("政协委员", 150, 30)),
    )


def answered(seed: int, count: int, round_id: str = "") -> Sequence[AnswerSheet]:
    """Sheets with answers by chance, of which some are void and some have gaps."""
    chance = random.Random(seed)
    asked = questionnaire()
    found = []
    for number in range(1, count + 1):
        answers = {"who": str(chance.randint(1, 2))}
        if chance.random() < 0.95:
            answers["overall"] = str(chance.choice([1, 1, 1, 2, 2, 3, 4, 5, 6]))
        chosen = [n for n in range(1, 5) if chance.random() < 0.4]
        answers["ways"] = ",".join(map(str, chosen))
        if 4 in chosen:
            answers["ways.other"] = "微信"
        if chance.random() < 0.8:
            answers["days"] = str(round(chance.uniform(1, 60), 1))
        if chance.random() < 0.3:
            answers["wish"] = chance.choice(["排队太久", "希望网上能办", "排队和停车都难"])
        group = ("人大代表", "政协委员")[int(answers["who"]) - 1]
        void = "涂改" if chance.random() < 0.05 else ""
        found.append(
            AnswerSheet(round_id, number, group, settled(asked, answers), "张三", void=void)
        )
    return found

"""The usual kinds of official writing, filled with what each document is about."""

from collections.abc import Sequence
from datetime import date

from resources.demo.content import Letter

ORDINALS = "一二三四五六七八九十"

DEMANDS = (
    "各单位要把本项工作摆上重要议事日程，主要负责同志亲自过问，分管负责同志具体抓落实，明确专人"
    "负责联络和材料报送，确保责任到岗、任务到人。",
    "坚持问题导向，边查边改、立行立改。对发现的问题逐项列出清单，写明责任人和完成时限，整改一项、"
    "销号一项，不得以文件落实文件，不得突击补造材料。",
    "坚持简明扼要、突出重点，不增加基层负担。凡能够通过部门共享取得的材料，不再要求重复报送。",
)


def notice(
    issuer: str,
    number: str,
    topic: str,
    day: date,
    tasks: Sequence[tuple[str, str]],
    *,
    to: str = "各乡（镇、街道），县直各单位",
    seal: str = "",
) -> Letter:
    """A notice (通知): why, what, and what is demanded."""
    body = [
        f"为深入贯彻落实《法治政府建设实施纲要》和市、县法治政府建设示范创建工作部署，"
        f"进一步规范有关工作，经研究，现就{topic}有关事项通知如下。"
    ]
    for sign, (head, text) in zip(ORDINALS, tasks, strict=False):
        body += [f"{sign}、{head}", text]
    body.append(f"{ORDINALS[len(tasks)]}、工作要求")
    for sign, text in zip(ORDINALS, DEMANDS, strict=False):
        body.append(f"（{sign}）{text}")
    return Letter(issuer, number, f"关于{topic}的通知", tuple(body), day, to, seal=seal or issuer)


def report(
    issuer: str,
    number: str,
    title: str,
    day: date,
    facts: Sequence[tuple[str, str]],
    *,
    signed: bool = False,
    seal: str = "",
) -> Letter:
    """A report or a summary (报告、总结、情况说明)."""
    body = [
        "在县委、县政府的坚强领导下，我单位对照法治政府建设示范创建指标要求，认真履行职责，"
        "扎实推进各项工作，取得了阶段性成效。现将有关情况报告如下。"
    ]
    for sign, (head, text) in zip(ORDINALS, facts, strict=False):
        body += [f"{sign}、{head}", text]
    body += [
        f"{ORDINALS[len(facts)]}、存在的问题和下步打算",
        "个别乡镇和单位工作进展还不平衡，台账记载不够规范，业务培训的针对性有待增强。下一步，我单位"
        "将继续对照指标查漏补缺，建立常态化检查机制，每季度通报一次进展情况，确保各项任务按期完成。",
    ]
    return Letter(issuer, number, title, tuple(body), day, signed=signed, seal=seal)


def rules(
    issuer: str, number: str, title: str, day: date, articles: Sequence[str], *, signed: bool = True
) -> Letter:
    """A set of rules (制度、办法): one article after the other."""
    body = [f"{_article(count)}　{text}" for count, text in enumerate(articles, 1)]
    body.append(f"{_article(len(articles) + 1)}　本办法自印发之日起施行。")
    return Letter(issuer, number, title, tuple(body), day, signed=signed, seal=issuer)


def minutes(issuer: str, title: str, day: date, points: Sequence[str]) -> Letter:
    """The minutes of a meeting (会议纪要、会议记录)."""
    body = [
        f"时间：{day.year}年{day.month}月{day.day}日上午",
        "地点：县政府二楼会议室",
        "主持：张某某",
        "出席：李某某、王某某、赵某某、刘某某、陈某某",
        "列席：县司法局、县财政局、县自然资源局主要负责同志，县政府法律顾问",
        "会议听取了有关单位的汇报，与会人员逐一发表意见。现将议定事项纪要如下：",
    ]
    body += [f"{ORDINALS[n]}、{text}" for n, text in enumerate(points)]
    body.append("对上述事项的不同意见已在会议记录中如实载明，并由发言人核对。")
    return Letter(issuer, "", title, tuple(body), day, signed=False, seal=issuer)


def questionnaire(issuer: str, title: str, day: date, questions: Sequence[str]) -> Letter:
    """A questionnaire (访谈问卷) with the answers ticked."""
    body = ["访谈对象：群众代表（姓名略）    访谈方式：现场访谈    访谈人：周某某"]
    for count, question in enumerate(questions, 1):
        body += [f"{count}.{question}", "□ 很满意　　■ 满意　　□ 一般　　□ 不满意"]
    body += [
        "您的意见和建议：希望办事窗口中午也能安排人员值守，方便上班群众办理业务。",
        "整改情况：已于三日内安排午间轮值，并向访谈对象电话反馈，对方表示满意。",
    ]
    return Letter(issuer, "", title, tuple(body), day, signed=False)


def _article(count: int) -> str:
    tens, ones = divmod(count, 10)
    text = ("" if tens == 0 else "十" if tens == 1 else f"{ORDINALS[tens - 1]}十") + (
        ORDINALS[ones - 1] if ones else ""
    )
    return f"第{text}条"

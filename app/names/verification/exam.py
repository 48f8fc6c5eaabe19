"""Words of what is kept for 随机抽考: questions, exams, people, and what is wrong with them."""

from collections.abc import Mapping

from app.translating import Translate, chinese

RECORDS: Mapping[str, tuple[str, str]] = {
    "exam_questions": ("题库的题目", "包里题目的个数"),
    "exams": ("考试", "包里考试的个数"),
    "exam_people": ("考试人员", "包里考试人员的个数"),
}
TABLES: Mapping[str, str] = {
    "exam_question": "题库的题目",
    "exam": "考试",
    "exam_person": "考试人员",
}
FIELDS: Mapping[str, str] = {
    "answers": "答案",
    "article": "条款",
    "attendance": "到考情况",
    "chapter": "章",
    "department": "单位",
    "difficulty": "难度",
    "draw": "抽取情况",
    "exam_id": "考试",
    "held_on": "考试日期",
    "law": "法律名称",
    "makeup_on": "补考日期",
    "options": "选项",
    "paper_version": "试卷",
    "papers": "试卷",
    "post": "职务",
    "room": "考试地点",
    "rules": "组卷方案",
    "scores": "得分",
    "seat": "座位号",
    "sitting": "场次",
    "starts_at": "开始时间",
    "stem": "题干",
    "valid_from": "有效期起",
    "valid_until": "有效期止",
}
ACTIONS: Mapping[str, str] = {
    "noted.question_added": "添加题目",
    "noted.question_altered": "修改题目",
    "noted.question_withdrawn": "移除题目",
    "noted.question_restored": "恢复题目",
    "noted.question_changed": "修改题库",
    "noted.exam_added": "登记考试",
    "noted.exam_altered": "修改考试",
    "noted.exam_withdrawn": "移除考试",
    "noted.exam_restored": "恢复考试",
    "noted.exam_changed": "修改考试",
    "noted.exam_people_added": "添加考试人员",
    "noted.exam_people_altered": "修改考试人员",
    "noted.exam_people_withdrawn": "移除考试人员",
    "noted.exam_people_restored": "恢复考试人员",
    "noted.exam_people_changed": "修改考试人员和成绩",
}
KINDS: Mapping[str, str] = {
    "single": "单项选择题",
    "multiple": "多项选择题",
    "true_false": "判断题",
    "blanks": "填空题",
    "short": "简答题",
}
DIFFICULTIES: Mapping[str, str] = {"easy": "易", "medium": "中", "hard": "难"}
ATTENDANCES: Mapping[str, str] = {
    "listed": "列入名单",
    "drawn": "待考",
    "present": "参考",
    "absent": "缺考",
}
VALUES: Mapping[str, Mapping[str, str]] = {
    "exam_questions": {**KINDS, **DIFFICULTIES},
    "exam_people": ATTENDANCES,
}
#: The bands of points, from the lowest, in hundredths of the total.
BAND_NAMES = ("60% 以下", "60%—69%", "70%—79%", "80%—89%", "90% 以上")
#: By the value of ``QuestionFault``.
QUESTION_FAULTS: Mapping[str, str] = {
    "no_stem": "没有题干",
    "no_chapter": "没有写明属于哪一章",
    "too_long": "有一栏太长",
    "options_few": "选项太少，单项选择至少 2 个，多项选择至少 3 个",
    "options_many": "选项太多，最多 8 个（A 到 H）",
    "options_alike": "有两个选项相同",
    "options_needless": "判断、填空、简答题不要选项",
    "option_empty": "中间有空的选项",
    "no_answer": "没有答案",
    "answer_no_option": "答案里有选项以外的字母",
    "answer_not_one": "单项选择题只能有一个答案",
    "answer_one": "多项选择题至少有两个答案",
    "answer_no_yes": "判断题的答案要写“对”或“错”",
    "blanks_unlike": "题干里的空（____）与答案的个数不同，几个答案用分号隔开",
    "days_turned": "有效期止早于有效期起",
    "no_day": "有效期不是可能的日期，请写成 2021-07-15",
    "no_kind": "题型要写单项选择、多项选择、判断、填空或简答",
    "no_difficulty": "难度要写易、中或难",
}
#: By the value of ``AnswerFault``.
ANSWER_FAULTS: Mapping[str, str] = {
    "no_question": "没有这道题",
    "no_option": "没有这个选项",
    "several": "单项选择题只能选一个",
    "no_yes": "判断题填“对”或“错”",
    "not_by_hand": "客观题由程序评分，不能填得分",
    "beyond_points": "得分超出这道题的分值",
    "no_points": "得分不是数",
}
_ROW = "第 {row} 行：{words}"
_REPEATS_ROW = "与第 {other} 行重复"
_REPEATS_BANK = "题库里已有"
_LACK = "{kind}{chapter}{difficulty}：要 {wanted} 题，能抽到 {found} 题"
_ANSWER = "考号 {number} 第 {question} 题“{given}”：{words}"


def question_fault_words(fault: str, translate: Translate = chinese) -> str:
    """What is wrong with a question; no full stop."""
    return translate(QUESTION_FAULTS[fault])


def row_words(row: int, words: str, translate: Translate = chinese) -> str:
    """What is wrong with a row of a file; no full stop."""
    return translate(_ROW).format(row=row, words=words)


def repeat_words(other: int | None, translate: Translate = chinese) -> str:
    """That a question repeats one of an earlier row, or (None) of the bank."""
    if other is None:
        return translate(_REPEATS_BANK)
    return translate(_REPEATS_ROW).format(other=other)


def lack_words(
    kind: str,
    chapter: str,
    difficulty: str | None,
    wanted: int,
    found: int,
    translate: Translate = chinese,
) -> str:
    """What a blueprint asks for and the bank does not have."""
    return translate(_LACK).format(
        kind=translate(KINDS[kind]),
        chapter=f"“{chapter}”" if chapter else "",
        difficulty=f"（{translate(DIFFICULTIES[difficulty])}）" if difficulty else "",
        wanted=wanted,
        found=found,
    )


def answer_words(
    number: str, question: str, given: str, fault: str, translate: Translate = chinese
) -> str:
    """Why an answer or points cannot be."""
    words = translate(ANSWER_FAULTS[fault])
    return translate(_ANSWER).format(number=number, question=question, given=given, words=words)


def version_name(version: str) -> str:
    """What a version is called: A卷."""
    return f"{version}卷"


def points_words(points: float) -> str:
    """Points as papers write them: 2, 1.5."""
    return f"{round(points, 2):g}"


def pass_basis_words(name: str, day: str, passed: int, scored: int) -> str:
    """What a pass rate rests on."""
    held = f" {day}" if day else ""
    return f"考试：{name}{held} 合格 {passed} 人 / 参考 {scored} 人"


def part_words(kind: str, points: float, partial: float | None, total: float) -> str:
    """How a part of a paper is marked: what it counts, and what is asked of an answer."""
    each, whole = points_words(points), points_words(total)
    counts = f"每题 {each} 分，共 {whole} 分"
    if kind == "multiple":
        few = f"少选、没有选错的得 {points_words(partial)} 分，" if partial else "少选、"
        return f"{counts}；全部选对得 {each} 分，{few}多选、错选、不选不得分"
    told = {
        "single": "只有一个选项正确",
        "true_false": "正确的填“对”，错误的填“错”",
        "blanks": "按填对的空数计分",
        "short": "按要点评分",
    }
    return f"{counts}；{told[kind]}"


#: What stands at the head of an answer sheet.
SHEET_INTRODUCTION = (
    "请在方框里打勾，改错时把原来的方框涂满再另选；页脚的编号就是考号，请核对。"
    "填空题、简答题答在试卷上。"
)


def sheet_title(name: str, *, makeup: bool) -> str:
    """What an answer sheet is called."""
    return f"{name}{'（补考）' if makeup else ''}答题卡"

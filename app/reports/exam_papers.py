"""The papers of an exam in Word: 试卷, 参考答案, 签到表, 抽取记录, 成绩单, 考试合格证明."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from app.destination import Destination
from app.errors import FolderNotWritable, TargetExists
from app.jobs import JobContext, Progress
from app.names.verification.exam import (
    BAND_NAMES,
    KINDS,
    part_words,
    points_words,
    version_name,
)
from app.paths import extended, legal_name
from app.replacing import replace_with
from app.reports.draft import BLANK_DATE, balanced, chinese_number, iso_in_words
from app.reports.filling import LINE_BREAK, Filling, Table, Value
from app.reports.papers import PaperFormat
from app.reports.templates import Template, built_in, find_template, own_name
from app.reports.writing import save_paper
from app.sheets.charts import Bar, Histogram, chart_png
from app.stages.schedule import in_words
from app.verification.exam.errors import NobodyListed, NoResults
from app.verification.exam.exams import FIRST, MAKEUP, Exam, find_exam
from app.verification.exam.papers import Paper, Printed, parts_of
from app.verification.exam.people import Person, read_people
from app.verification.exam.questions import CHOICES, LETTERS
from app.verification.exam.sheet import outcome_words, summary
from app.verification.exam.statistics import BANDS, results_of, spread_of
from app.verification.material_check.registers.masking import masked
from app.verification.material_check.registers.schema import ColumnType
from app.workspace.opening import Workspace
from models.exams import QuestionKind

STAGE = "report"
FOLDER = "exams"
#: So many half characters fit into a quarter of a line, and into a half.
_QUARTER, _HALF = 16, 36
#: Room for an answer that no line end parts.
_ROOM = "（\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0）"
#: Lines left free for a short answer.
_FREE_LINES = 7
_CHART = "{{图}}"


class ExamPaperKind(StrEnum):
    """The papers of an exam; the value is the name of the template."""

    PAPER = "exam-paper"
    KEY = "exam-key"
    ATTENDANCE = "exam-attendance"
    DRAW = "exam-draw"
    RESULTS = "exam-results"
    CERTIFICATE = "exam-certificate"


TITLES = {
    ExamPaperKind.PAPER: "试卷",
    ExamPaperKind.KEY: "参考答案",
    ExamPaperKind.ATTENDANCE: "考试签到表",
    ExamPaperKind.DRAW: "考生抽取记录",
    ExamPaperKind.RESULTS: "考试成绩单",
    ExamPaperKind.CERTIFICATE: "考试合格证明",
}
#: Those that show names in full, since people of the unit work with them.
FULL_NAMES = frozenset({ExamPaperKind.ATTENDANCE, ExamPaperKind.CERTIFICATE})


@dataclass(frozen=True, slots=True)
class ExamTemplate:
    """A paper of exams as its template knows it."""

    kind: ExamPaperKind
    format: PaperFormat = PaperFormat.WORD

    @property
    def name(self) -> str:
        """The identifier, also that of the built-in template."""
        return self.kind.value

    @property
    def title(self) -> str:
        """What people call it."""
        return TITLES[self.kind]


@dataclass(frozen=True, slots=True)
class ExamDraft:
    """A paper before it is laid out: what its file is called, and what the template is given.

    ``chart`` is a picture that stands where the template has {{图}}.
    """

    name: str
    filling: Filling
    chart: bytes | None = None


def write_exam_papers(
    workspace: Workspace,
    exam: str,
    kind: ExamPaperKind,
    job: JobContext,
    *,
    target: Path | None = None,
    sitting: int = FIRST,
    full_names: bool = False,
    overwrite: bool = False,
    today: date | None = None,
) -> tuple[Path, ...]:
    """Write a kind of papers of an exam into a folder; 试卷 and 参考答案 one for each version.

    Names are masked where the paper leaves the house, unless ``full_names``.

    Raises:
        ExamUnknown, NoPaper, NobodyListed, NoResults: there is nothing to write.
        TargetExists: a file is there and ``overwrite`` is off; nothing was written.
        TemplateInvalid: the county's own template is at fault.
        FolderNotWritable, TargetInUse: the disk does not take it.
        Cancelled: somebody pressed cancel; papers that were finished stay.
    """
    with workspace.database.reading() as session:
        note = find_exam(session, exam)
        people = tuple(row.said for row in read_people(session, note.id))
    day = today or date.today()
    drafts = tuple(
        drafts_of(kind, note.said, people, note.slot.unit, day, sitting, full_names=full_names)
    )
    template = find_template(ExamTemplate(kind), workspace.layout.templates)
    folder = target or workspace.layout.exports / FOLDER / legal_name(note.said.name)
    place = workspace.destination(folder)
    paths = [folder / f"{legal_name(draft.name, 80)}.docx" for draft in drafts]
    for path in paths:
        if not overwrite and extended(path).exists():
            raise TargetExists(path)
    for number, (draft, path) in enumerate(zip(drafts, paths, strict=True)):
        job.report(Progress(STAGE, number, len(drafts), path.name))
        job.check_cancelled()
        _write(template, draft, path, place, note.slot.unit, day)
    place.settle(paths)
    job.report(Progress(STAGE, len(drafts), len(drafts)))
    return tuple(paths)


def lay_out_exam_templates(folder: Path) -> tuple[Path, ...]:
    """Put the built-in templates into a folder, for a county to change; returns the new ones.

    Raises ``FolderNotWritable``. A file that is there stays as it is.
    """
    written = []
    try:
        extended(folder).mkdir(exist_ok=True)
        for form in (ExamTemplate(kind) for kind in ExamPaperKind):
            target = folder / own_name(form)
            if not extended(target).exists():
                content = built_in(form)
                replace_with(target, partial(_put, content))
                written.append(target)
    except OSError as error:
        raise FolderNotWritable(folder, error.strerror or str(error)) from error
    return tuple(written)


def drafts_of(
    kind: ExamPaperKind,
    exam: Exam,
    people: Sequence[Person],
    unit: str,
    today: date,
    sitting: int = FIRST,
    *,
    full_names: bool = False,
) -> Iterator[ExamDraft]:
    """The papers of a kind, filled. Pure but for the chart.

    Raises ``NoPaper``, ``NobodyListed``, ``NoResults``.
    """
    again = "（补考）" if sitting == MAKEUP else ""
    head = f"{exam.name}{again}"
    shown = _shown(full_names or kind in FULL_NAMES)
    match kind:
        case ExamPaperKind.PAPER | ExamPaperKind.KEY:
            paper = exam.paper(sitting)
            make = _paper if kind is ExamPaperKind.PAPER else _key
            for version in paper.versions:
                name = version_name(version.name) if len(paper.versions) > 1 else ""
                filling = make(exam, paper, paper.printed(version.name), head, name)
                yield ExamDraft(f"{head}{TITLES[kind]}{name}", filling)
        case ExamPaperKind.ATTENDANCE:
            yield ExamDraft(f"{head}签到表", _attendance(exam, people, head, sitting, shown))
        case ExamPaperKind.DRAW:
            yield ExamDraft(f"{head}考生抽取记录", _draw(exam, people, head, shown))
        case ExamPaperKind.RESULTS:
            filling = _results(exam, people, head, sitting, shown)
            yield ExamDraft(f"{head}成绩单", filling, _chart(exam, people, sitting))
        case ExamPaperKind.CERTIFICATE:
            yield ExamDraft(f"{head}合格证明", _certificates(exam, people, unit, today, sitting))


_QUESTION = (
    *("大题", "评分", "题目", "无选项"),
    *(f"四{n}" for n in range(1, 5)),
    *(f"二{n}" for n in range(1, 5)),
    *("各行", "留白"),
)


def _paper(
    exam: Exam, paper: Paper, printed: Sequence[Printed], head: str, version: str
) -> Filling:
    rules = exam.rules
    minutes = f"考试时间 {rules.minutes} 分钟　" if rules is not None else ""
    mark = f"　{points_words(exam.pass_mark)} 分合格" if rules is not None else ""
    rows = [
        _question_row(part, number, n, each)
        for number, (_, part) in enumerate(parts_of(printed), 1)
        for n, each in enumerate(part)
    ]
    values: dict[str, Value] = {
        "标题": balanced(f"{head}试卷"),
        "试卷": version,
        "说明": f"{minutes}满分 {points_words(paper.total)} 分{mark}",
        "注意": "选择题、判断题用答题卡的，在答题卡上作答；填空题、简答题写在试卷上。",
    }
    return Filling(values, {"题": Table(_QUESTION, tuple(rows))})


def _question_row(
    part: Sequence[Printed], number: int, place: int, each: Printed
) -> tuple[Value, ...]:
    kind = each.question.kind
    cells = dict.fromkeys(_QUESTION, "")
    if place == 0:
        cells["大题"] = _part_head(number, part)
        cells["评分"] = "得分＿＿＿＿　评卷人＿＿＿＿"
    answer = _ROOM if kind in CHOICES or kind is QuestionKind.TRUE_FALSE else ""
    stem = each.question.stem
    words = f"{each.number}. {stem.replace('____', '＿＿＿＿＿')}{answer}"
    # What stands above its options is kept with them; other questions may part anywhere.
    cells["题目" if kind in CHOICES else "无选项"] = words
    if kind in CHOICES:
        options = [f"{LETTERS[n]}. {text}" for n, text in enumerate(each.options)]
        widest = max(map(_width, options))
        if len(options) <= 4 and widest <= _QUARTER:
            cells |= {f"四{n}": option for n, option in enumerate(options, 1)}
        elif len(options) in {3, 4} and widest <= _HALF:
            cells |= {f"二{n}": option for n, option in enumerate(options, 1)}
        else:
            cells["各行"] = LINE_BREAK.join(options)
    elif kind is QuestionKind.SHORT:
        cells["留白"] = "\n".join("　" for _ in range(_FREE_LINES))
    return tuple(cells[name] for name in _QUESTION)


def _part_head(number: int, part: Sequence[Printed]) -> str:
    first = part[0].question
    total = sum(each.question.points for each in part)
    words = part_words(first.kind.value, first.points, first.partial, total)
    return f"{chinese_number(number)}、{KINDS[first.kind.value]}（{words}）"


def _key(exam: Exam, paper: Paper, printed: Sequence[Printed], head: str, version: str) -> Filling:
    rows = []
    for number, (_, part) in enumerate(parts_of(printed), 1):
        for n, each in enumerate(part):
            question = each.question
            joined = "" if question.kind in CHOICES else "；"
            answer = joined.join(a.replace("|", " 或 ") for a in each.answers)
            source = f"（{question.source}）" if question.source else ""
            title = _part_head(number, part) if n == 0 else ""
            note = f"解析：{question.note}" if question.note else ""
            rows.append((title, str(each.number), answer, source, note))
    values: dict[str, Value] = {
        "标题": balanced(f"{head}参考答案{version}"),
        "说明": f"满分 {points_words(paper.total)} 分　抽题种子 {paper.seed}",
    }
    return Filling(values, {"题": Table(("大题", "题号", "答案", "依据", "解析"), tuple(rows))})


def _attendance(
    exam: Exam, people: Sequence[Person], head: str, sitting: int, shown: Callable[[str], str]
) -> Filling:
    rows = _sitting(exam, people, sitting)
    cells = tuple(
        (
            str(number),
            person.number,
            person.seat,
            shown(person.name),
            person.department,
            person.post,
            version_name(person.paper_version) if person.paper_version else "",
        )
        for number, person in enumerate(rows, 1)
    )
    values: dict[str, Value] = {
        "标题": balanced(f"{head}签到表"),
        "考试时间": _when(exam, sitting) or BLANK_DATE,
        "考试地点": exam.room,
        "人数": f"应考 {len(rows)} 人",
        "空白日期": BLANK_DATE,
    }
    columns = ("序号", "考号", "座位", "姓名", "单位", "职务", "试卷")
    return Filling(values, {"人": Table(columns, cells)})


def _draw(exam: Exam, people: Sequence[Person], head: str, shown: Callable[[str], str]) -> Filling:
    drawn = _sitting(exam, people, FIRST)
    if exam.draw is None:
        raise NobodyListed(exam.name)
    draw = exam.draw
    cells = tuple(
        (
            str(number),
            str(person.position),
            shown(person.name),
            person.department,
            person.number,
            person.seat,
        )
        for number, person in enumerate(drawn, 1)
    )
    values: dict[str, Value] = {
        "标题": balanced(f"{head}考生抽取记录"),
        "抽取情况": f"名单共 {draw.of} 人，随机抽取 {draw.count} 人，抽取种子：{draw.seed}。",
        "抽取办法": "办法：对“种子、换行、名单序号”的 UTF-8 字节算 SHA-256，"
        "按结果从小到大取前若干人；任何人用同一名单、同一种子都抽出同样的人。"
        "座位按“种子、换行、seats、换行、名单序号”的 SHA-256 排列，考号与座位相同。",
        "空白日期": BLANK_DATE,
    }
    columns = ("序号", "名单序号", "姓名", "单位", "考号", "座位")
    return Filling(values, {"人": Table(columns, cells)})


def _results(
    exam: Exam, people: Sequence[Person], head: str, sitting: int, shown: Callable[[str], str]
) -> Filling:
    rows = results_of(exam, people, sitting)
    if not any(result.passed is not None for result in rows):
        raise NoResults(exam.name)
    cells = tuple(
        (
            str(number),
            result.person.number,
            shown(result.person.name),
            result.person.department,
            "—" if result.total is None else points_words(result.total),
            outcome_words(result),
        )
        for number, result in enumerate(rows, 1)
    )
    values: dict[str, Value] = {
        "标题": balanced(f"{head}成绩单"),
        "图": _CHART,
        "说明": "" if shown("张三") == "张三" else "姓名隐去一部分。",
        "空白日期": BLANK_DATE,
    }
    tables = {
        "情况": Table(("项目", "内容"), tuple(summary(exam, list(people)))),
        "人": Table(("序号", "考号", "姓名", "单位", "成绩", "结果"), cells),
    }
    return Filling(values, tables)


def _certificates(
    exam: Exam, people: Sequence[Person], unit: str, today: date, sitting: int
) -> Filling:
    passed = [result for result in results_of(exam, people, sitting) if result.passed]
    if not passed:
        raise NoResults(exam.name)
    when = _when(exam, sitting, time=False)
    cells = tuple(
        (
            TITLES[ExamPaperKind.CERTIFICATE],
            f"{result.person.department}{result.person.name}（考号{result.person.number}）"
            f"{f'于{when}' if when else ''}参加{exam.name}{'补考' if sitting == MAKEUP else ''}，"
            f"满分{points_words(exam.paper(sitting).total)}分，"
            f"得{points_words(result.total or 0)}分，成绩合格。",
            "特此证明。",
            "　",
            unit,
            in_words(today),
        )
        for result in passed
    )
    columns = ("标题", "正文", "结语", "留空", "单位", "日期")
    return Filling({}, {"人": Table(columns, cells)})


def _chart(exam: Exam, people: Sequence[Person], sitting: int) -> bytes | None:
    spread = spread_of(results_of(exam, people, sitting), exam.paper(sitting).total)
    if spread is None:
        return None
    bars = tuple(Bar(name, count) for name, count in zip(BAND_NAMES, spread.bands, strict=True))
    percent = exam.rules.pass_percent if exam.rules is not None else 0
    line = BANDS.index(percent) if percent in BANDS else None
    chart = Histogram("成绩分布（得分占满分的比例，人数）", bars, line, "合格线" if line else "")
    return chart_png(chart)


def _sitting(exam: Exam, people: Sequence[Person], sitting: int) -> tuple[Person, ...]:
    rows = [person for person in people if person.sitting == sitting and person.number]
    if not rows:
        raise NobodyListed(exam.name)
    return tuple(sorted(rows, key=lambda person: person.number))


def _when(exam: Exam, sitting: int, *, time: bool = True) -> str:
    day = (exam.makeup_on if sitting == MAKEUP else exam.held_on) or ""
    start = exam.starts_at if time and sitting == FIRST else ""
    return f"{iso_in_words(day) if day else ''}{start}"


def _shown(full_names: bool) -> Callable[[str], str]:  # noqa: FBT001 (read where it is given)
    return (lambda name: name) if full_names else (lambda name: masked(ColumnType.PERSON, name))


def _width(text: str) -> int:
    """How many half characters a text takes."""
    return sum(1 if char.isascii() else 2 for char in text)


def _write(
    template: Template, draft: ExamDraft, path: Path, place: Destination, unit: str, day: date
) -> None:
    document = template.fill(draft.filling)
    _place_chart(document, draft.chart)
    save_paper(document, draft.name, unit, day, path, place)


def _put(content: bytes, path: Path) -> None:
    path.write_bytes(content)


def _place_chart(document: Any, chart: bytes | None) -> None:  # noqa: ANN401 (a Word document)
    from docx.shared import Mm

    for paragraph in document.paragraphs:
        if paragraph.text == _CHART:
            for run in paragraph.runs:
                run.text = ""
            if chart is None:
                paragraph._element.getparent().remove(paragraph._element)  # noqa: SLF001
            else:
                paragraph.paragraph_format.line_spacing = 1.0
                paragraph.add_run().add_picture(BytesIO(chart), width=Mm(150))

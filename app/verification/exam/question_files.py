"""Questions in tables: a template to fill, files taken in with every fault by its row, export."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from app.errors import FolderNotWritable
from app.names.verification.exam import (
    DIFFICULTIES,
    KINDS,
    question_fault_words,
    repeat_words,
    row_words,
)
from app.replacing import replace_with
from app.table_files.errors import TableUnreadable
from app.verification import typed
from app.verification.errors import DayNotPossible
from app.verification.exam.errors import BankFileRefused
from app.verification.exam.questions import (
    CHOICES,
    LETTERS,
    Difficulty,
    Question,
    QuestionFault,
    QuestionKind,
    change_bank,
    duplicates,
    faults_of,
    read_answers,
    read_bank,
    tidy,
)
from app.verification.material_check.registers.tables import read_table
from app.verification.notes import Note, NoteChanges
from app.visible_text import visible
from app.workspace.opening import Workspace

#: The columns of a table in their order: heading, width, and what else people write there.
COLUMNS: tuple[tuple[str, str, float, tuple[str, ...]], ...] = (
    ("kind", "题型", 12, ("类型", "题目类型")),
    ("chapter", "章", 14, ("章节", "类别", "科目", "知识点")),
    ("difficulty", "难度", 8, ("难易", "难易程度")),
    ("stem", "题干", 60, ("题目", "试题", "题目内容")),
    *((f"option_{letter}", f"选项{letter}", 20, (letter,)) for letter in LETTERS),
    ("answers", "答案", 16, ("正确答案", "参考答案", "标准答案")),
    ("law", "法律名称", 24, ("依据", "法律法规", "来源")),
    ("article", "条款", 14, ("条文", "法条")),
    ("valid_from", "有效期起", 14, ("施行日期", "生效日期")),
    ("valid_until", "有效期止", 14, ("失效日期", "废止日期")),
    ("note", "解析", 30, ("说明", "备注")),
)
#: So many faults of a file are told; the number of all of them is told too.
MOST_TOLD = 20
_NEEDED = ("kind", "stem", "answers")
_KIND_WORDS = {
    QuestionKind.SINGLE: ("单选", "单项选择", "单选题", "单项选择题"),
    QuestionKind.MULTIPLE: ("多选", "多项选择", "多选题", "多项选择题", "不定项选择题"),
    QuestionKind.TRUE_FALSE: ("判断", "判断题", "是非题"),
    QuestionKind.BLANKS: ("填空", "填空题"),
    QuestionKind.SHORT: ("简答", "简答题", "问答题", "论述题"),
}
_DIFFICULTY_WORDS = {
    Difficulty.EASY: ("易", "容易", "简单", "1"),
    Difficulty.MEDIUM: ("中", "中等", "一般", "2", ""),
    Difficulty.HARD: ("难", "较难", "困难", "3"),
}


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in a row of a table; rows count from 1, the heading included."""

    row: int
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A table of questions as it was read; ``rows`` are where each question stands."""

    questions: tuple[Question, ...]
    rows: tuple[int, ...]
    faults: tuple[RowFault, ...]


def read_rows(name: str, lines: Sequence[Sequence[str]]) -> Reading:
    """The questions of a table. Pure. Raises ``TableUnreadable`` without a heading."""
    start, places = _heading(name, lines)
    questions: list[Question] = []
    rows: list[int] = []
    faults: list[RowFault] = []
    for number, line in enumerate(lines[start + 1 :], start + 2):
        cells = {key: line[n].strip() if n < len(line) else "" for key, n in places.items()}
        if not any(cells.values()):
            continue
        question, wrong = _question(cells)
        faults += [RowFault(number, question_fault_words(fault.value)) for fault in wrong]
        if question is not None and not wrong:
            questions.append(question)
            rows.append(number)
    for place, other in duplicates(questions).items():
        faults.append(RowFault(rows[place], repeat_words(rows[other or 0])))
    return Reading(tuple(questions), tuple(rows), tuple(sorted(faults, key=lambda f: f.row)))


def read_questions(path: Path) -> Reading:
    """The questions of an xlsx or csv file.

    Raises:
        TableUnreadable, SecretWords: see ``read_table``.
    """
    return read_rows(path.name, read_table(path))


@dataclass(frozen=True, slots=True)
class BankImport:
    """What was taken in: so many new questions, so many that were there; what takes it back."""

    added: int
    known: int
    back: NoteChanges[Question]


def import_questions(
    workspace: Workspace, unit: str, path: Path, *, skip_known: bool = False
) -> BankImport:
    """Take a file of questions into a unit's bank, all or nothing.

    ``skip_known``: questions that the bank has are passed over instead of refused.

    Raises:
        BankFileRefused: names each row that is no question, or repeats one; nothing was taken.
        TableUnreadable, SecretWords: see ``read_table``.
        NoExamTask, UnitUnknown, TooManyNotes, WorkspaceReadOnly: see ``change_bank``.
    """
    reading = read_questions(path)
    return take_questions(workspace, unit, path.name, reading, skip_known=skip_known)


def take_questions(
    workspace: Workspace, unit: str, name: str, reading: Reading, *, skip_known: bool = False
) -> BankImport:
    """Take what was read into a unit's bank. Raises: see ``import_questions``."""
    with workspace.database.reading() as session:
        there = read_bank(session, workspace.registry().unit(unit).name)
    repeats = duplicates(reading.questions, (row.said for row in there))
    known = {place for place, other in repeats.items() if other is None}
    faults = list(reading.faults)
    if not skip_known:
        faults += [RowFault(reading.rows[place], repeat_words(None)) for place in sorted(known)]
    if faults:
        told = tuple(row_words(f.row, f.words) for f in sorted(faults, key=lambda f: f.row))
        raise BankFileRefused(name, told[:MOST_TOLD], len(told))
    if not reading.questions:
        raise TableUnreadable(name, "里面没有题目")
    last = max((row.said.position for row in there), default=0)
    new = [q for place, q in enumerate(reading.questions) if place not in known]
    added = [replace(q, position=last + number) for number, q in enumerate(new, 1)]
    back = change_bank(workspace, unit, NoteChanges(added=added))
    return BankImport(len(added), len(known), back)


def write_template(target: Path, examples: Sequence[Question]) -> None:
    """Write a workbook to fill in: headings, lists to choose from, and some examples.

    Raises ``FolderNotWritable``.
    """
    _write(target, examples, fill_in=True)


def export_questions(target: Path, rows: Iterable[Note[Question]]) -> int:
    """Write questions as a workbook that can be taken in again; returns how many.

    Raises ``FolderNotWritable``.
    """
    questions = [row.said for row in rows]
    _write(target, questions, fill_in=False)
    return len(questions)


def _write(target: Path, questions: Sequence[Question], *, fill_in: bool) -> None:
    # Costs a second to load.
    import openpyxl
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "题库"
    for place, (_, title, width, _also) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        cell = sheet.cell(1, place, title)
        cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center")
    for number, question in enumerate(questions, 2):
        for place, text in enumerate(_cells(question), 1):
            cell = sheet.cell(number, place)
            cell.value = visible(text)
            cell.data_type = "s"  # what begins with = is no formula
            cell.alignment = Alignment(vertical="top", wrap_text=True)
    if fill_in:
        for column, words in (("A", KINDS.values()), ("C", DIFFICULTIES.values())):
            choice = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
            choice.add(f"{column}2:{column}20001")
            sheet.add_data_validation(choice)
        guide = book.create_sheet("填写说明")
        guide.column_dimensions["A"].width = 100
        for line in GUIDE:
            guide.append([line])
    sheet.freeze_panes = "A2"
    content = BytesIO()
    book.save(content)
    try:
        replace_with(target, lambda path: path.write_bytes(content.getvalue()))
    except OSError as error:
        raise FolderNotWritable(target.parent, error.strerror or str(error)) from error


#: What the second sheet of the template says.
GUIDE = (
    "“题库”表里每行一道题；第 2 行起的例题可以删去。",
    "题型：单项选择题、多项选择题、判断题、填空题、简答题。",
    "章：组卷方案按章抽题，同一章写法要相同，如 行政处罚。难度：易、中、难。",
    "选择题：选项写在选项A、选项B……；答案写字母，如 B，多选写 ABD。",
    "判断题：答案写 对 或 错，不要选项。",
    "填空题：题干里每个空写四条下划线 ____；几个空的答案用分号隔开，一个空有几种写法用 | 隔开。",
    "简答题：答案写参考答案，由人评分。",
    "有效期：法律修订后，把旧题的有效期止填上；不在有效期内的题不会抽到。",
)


def _cells(question: Question) -> Iterator[str]:
    yield KINDS[question.kind.value]
    yield question.chapter
    yield DIFFICULTIES[question.difficulty.value]
    yield question.stem
    yield from (*question.options, *[""] * (len(LETTERS) - len(question.options)))
    yield ("" if question.kind in CHOICES else "；").join(question.answers)
    yield question.law
    yield question.article
    yield question.valid_from
    yield question.valid_until
    yield question.note


def _heading(name: str, lines: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]]:
    names = {word: key for key, title, _, also in COLUMNS for word in (title, *also)}
    for number, line in enumerate(lines[:10]):
        places: dict[str, int] = {}
        for place, cell in enumerate(line):
            key = names.get("".join(cell.split()).rstrip("：:*"))
            if key is not None:
                places.setdefault(key, place)
        if set(_NEEDED) <= set(places):
            return number, places
    raise TableUnreadable(name, "没有找到写着“题型”“题干”“答案”的表头，请先取模板")


def _question(cells: dict[str, str]) -> tuple[Question | None, tuple[QuestionFault, ...]]:
    faults: list[QuestionFault] = []
    kind = next((k for k, words in _KIND_WORDS.items() if cells["kind"] in words), None)
    if kind is None:
        return None, (QuestionFault.NO_KIND,)
    word = cells.get("difficulty", "")
    difficulty = next((d for d, words in _DIFFICULTY_WORDS.items() if word in words), None)
    if difficulty is None:
        faults.append(QuestionFault.NO_DIFFICULTY)
    days = []
    for key in ("valid_from", "valid_until"):
        try:
            days.append(typed.day(cells[key]) if cells.get(key) else "")
        except DayNotPossible:
            faults.append(QuestionFault.NO_DAY)
            days.append("")
    options = [cells.get(f"option_{letter}", "") for letter in LETTERS]
    while options and not options[-1]:
        options.pop()
    question = tidy(
        Question(
            kind=kind,
            stem=cells["stem"],
            chapter=cells.get("chapter", ""),
            answers=read_answers(kind, cells["answers"]),
            options=tuple(options),
            law=cells.get("law", ""),
            article=cells.get("article", ""),
            difficulty=difficulty or Difficulty.MEDIUM,
            valid_from=days[0],
            valid_until=days[1],
            note=cells.get("note", ""),
        )
    )
    return question, (*faults, *faults_of(question))

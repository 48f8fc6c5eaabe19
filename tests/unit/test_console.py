"""What the terminal shows of names and titles: just their letters."""

import json
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from app.cli.output.console import Output
from app.cli.output.tables import simple_table
from app.intake.errors import NotTakenIn
from app.problems import Problem, ProblemKind
from app.visible_text import visible

NAMES = [
    "[/附件]关于通知",
    "报告[draft]终稿",
    "[red]红[/red]",
    "通知\u202etxt.exe",
    "通知\n第二行",
    "a\x1b[31mb",
    "链\u200b接",
    ":smile: \\[x]",
]


def shown(*names):
    stream = StringIO()
    console = Console(file=stream, width=200, highlight=False, soft_wrap=True)
    output = Output(console=console, errors=console)
    table = simple_table("题名")
    for name in names:
        output.line(name, "red")
        table.add_row(name)
        output.complain(NotTakenIn(name, Problem(ProblemKind.EMPTY_FILE)))
    output.table(table)
    return stream.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_names_are_shown_letter_by_letter(name):
    lines = [line.strip() for line in shown(name).splitlines()]
    legible = visible(name)
    assert lines[0] == lines[-1] == legible
    assert f"“{legible}”" in lines[1]


@given(st.text(st.characters(exclude_categories=[]), max_size=30))
def test_no_text_makes_the_terminal_fail_or_shows_anything_unseen(name):
    text = shown(name)
    assert visible(text, keep_lines=True).encode("utf-8", "replace") == text.encode(
        "utf-8", "replace"
    )


@pytest.mark.parametrize("name", NAMES)
def test_programs_get_the_very_name_in_visible_characters(name, capsys):
    output = Output(as_json=True)
    output.document({"file": name})
    output.json_line([name])
    text = capsys.readouterr().out
    assert visible(text, keep_lines=True) == text
    whole, line = text[: text.index("\n}") + 2], text.splitlines()[-1]
    assert json.loads(whole) == {"file": name}
    assert json.loads(line) == [name]

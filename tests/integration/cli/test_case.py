"""``case``: what the office says of case files, of one or of many at once."""

from pathlib import Path

import pytest

from tests.support.cli import Cli


def own(cli: Cli, ws: Path) -> dict[str, tuple[str, str]]:
    rows = cli.json("case", "list", ws)
    return {
        row["indicator"]: (row["own_title"], row["own_retention"])
        for row in rows
        if row["own_title"] or row["own_retention"]
    }


def test_many_case_files_are_given_a_retention_at_once(cli: Cli, ws: Path):
    cli.json("case", "name", ws, "4", "--title", "重大决策")
    made = cli.json("case", "name", ws, "--indicator", "3、5-6", "4", "--retention", "永久")
    assert [one["indicator"] for one in made] == ["3", "4", "5", "6"]
    expected = {"3": ("", "永久"), "4": ("重大决策", "永久")}
    assert own(cli, ws) == expected | {"5": ("", "永久"), "6": ("", "永久")}
    rows = {row["indicator"]: row["retention"] for row in cli.json("case", "list", ws)}
    assert (rows["5"], rows["7"]) == ("永久", "30年")
    cli.json("case", "name", ws, "--indicator", "3-6", "--retention", "")
    assert own(cli, ws) == {"4": ("重大决策", "")}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--retention", "永久"), "没有说改哪项指标的案卷"),
        (("--indicator", "3-5", "--title", "案卷"), "3 个案卷不能都叫“案卷”"),
        (("3", "--retention", "长" * 21), "保管期限"),
    ],
)
def test_what_cannot_be_is_said(cli: Cli, ws: Path, arguments: tuple[str, ...], words: str):
    code, _, err = cli("case", "name", ws, *arguments)
    assert code == 2
    assert words in err
    assert own(cli, ws) == {}

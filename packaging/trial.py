"""A trial of the finished program: files in, dossiers out, every page of the window opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demonstration import COUNTY, FRAMEWORK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "juanzong"
WINDOW = f"{NAME}-gui"


def works(folder: Path, samples: Path, call: Callable[..., int]) -> bool:
    """Whether the programs do their work on the samples of the demonstration.

    ``call`` runs one of the two programs with its arguments and returns the exit code; what they
    make is put into ``folder``. Stops at the first program that fails.
    """
    workspace, dossiers = folder / "工作区", folder / "卷宗"
    # The demonstration holds damaged files on purpose, so these two finish and report failures.
    steps = (
        ((0,), ("init", workspace, "--framework", FRAMEWORK, "--county", COUNTY)),
        ((1,), ("attach", workspace, "--manifest", samples / "清单.csv")),
        ((1,), ("compile", workspace, "--out", dossiers)),
        ((0,), ("report", workspace, "总台账", "--out", folder)),
        ((0,), ("pack", "task", workspace, "--unit", "县司法局", "--out", folder)),
        ((0,), ("check", workspace)),
    )
    for allowed, arguments in steps:
        if call(NAME, *arguments) not in allowed:
            return False
    found = len(list(dossiers.rglob("*.pdf")))
    print(f"    装订出 {found} 个 PDF。")
    return found > 0 and call(WINDOW, "--check", workspace) == 0

"""How the command line reports what happened to each file that was handed in."""

from typing import Any

from app.intake.report import AttachOutcome, AttachState
from app.names.problems import describe_problem
from app.visible_text import visible
from app.wording.errors import describe_error
from app.wording.evidence import describe_mended, describe_present
from app.wording.intake import describe_exclusion


def outcome_lines(outcome: AttachOutcome) -> list[tuple[str, str]]:
    """The lines that tell people of an outcome, each with its style."""
    return [(visible(text), style) for text, style in _outcome_lines(outcome)]


def _outcome_lines(outcome: AttachOutcome) -> list[tuple[str, str]]:
    line = f"第 {outcome.line} 行 " if outcome.line is not None else ""
    if outcome.exclusion is not None:
        return [(f"不收 {line}{outcome.file}：{describe_exclusion(outcome.exclusion)}", "dim")]
    if outcome.error is not None:
        return [(f"失败 {line}{outcome.file}：{describe_error(outcome.error)}", "red")]
    if outcome.state is AttachState.PRESENT:
        told = describe_present(outcome.number, outcome.title)
        return [(f"未加 {line}{outcome.file}：{told}", "yellow"), *_mended(outcome)]
    done = "已附上" if outcome.state is AttachState.PART else "已添加"
    lines = [(f"{done} {line}{outcome.file}：{outcome.title}", ""), *_mended(outcome)]
    for problem in outcome.problems:
        style = "red" if problem.blocking else "yellow"
        lines.append((f"  注意：{describe_problem(problem)}", style))
    return lines


def _mended(outcome: AttachOutcome) -> list[tuple[str, str]]:
    return [(f"  {describe_mended()}", "green")] if outcome.mended else []


def outcome_json(outcome: AttachOutcome) -> dict[str, Any]:
    """An outcome with the stable keys of the command line."""
    sentence = describe_error(outcome.error) if outcome.error is not None else None
    return {
        "file": outcome.file,
        "line": outcome.line,
        "state": outcome.state.value,
        "item": outcome.item_id,
        "title": outcome.title,
        "sha256": outcome.sha256,
        "problems": [
            {
                "kind": p.kind.value,
                "blocking": p.blocking,
                "reason": describe_problem(p).reason,
                "remedy": describe_problem(p).remedy,
            }
            for p in outcome.problems
        ],
        "mended": outcome.mended,
        "used_at": list(outcome.used_at),
        "number": outcome.number,
        "exclusion": outcome.exclusion.value if outcome.exclusion else None,
        "reason": sentence.reason if sentence else "",
        "remedy": sentence.remedy if sentence else "",
    }

"""``juanzong framework upgrade``: move a workspace to another version of its indicator set."""

from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_workspace
from app.framework.catalogue import load_framework
from app.wording.frameworks import describe_change
from app.workspace.framework_move import move_to_framework, preview_move


def upgrade(
    workspace: WorkspacePath,
    name: Annotated[str, typer.Argument(metavar="代码或文件", help="要换用的版本")],
    preview: Annotated[bool, typer.Option("--preview", help="只列出变化，不改动")] = False,
    as_json: AsJson = False,
) -> None:
    """把工作区换到指标体系的另一个版本，并列出变化。"""
    with command(as_json=as_json) as output:
        new = load_framework(name)
        with open_workspace(workspace, read_only=preview) as opened:
            work = preview_move if preview else move_to_framework
            report = work(opened, new)
        for change in report.diff.changes:
            output.line(describe_change(change))
        output.line(
            f"{report.diff.old} → {report.diff.new}：变化 {len(report.diff.changes)} 处，"
            f"随要点移动的材料 {report.renumbered} 件，失去位置的材料 {len(report.homeless)} 件。"
        )
        output.document(
            {
                "old": report.diff.old,
                "new": report.diff.new,
                "applied": not preview,
                "changes": [
                    {
                        "part": c.part.value,
                        "kind": c.kind.value,
                        "key": c.key,
                        "before": c.before,
                        "after": c.after,
                    }
                    for c in report.diff.changes
                ],
                "renumbered": report.renumbered,
                "homeless": list(report.homeless),
            }
        )

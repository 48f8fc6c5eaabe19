"""``backup``: copy the state of the workspace, and go back to a copy."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_workspace
from app.cli.output.progress import watched_job
from app.cli.output.tables import simple_table
from app.errors import DatabaseDamaged, DatabaseNotRead
from app.settings import load_settings
from app.storage.defects import Defect
from app.storage.layout import Layout
from app.wording.workspace import backup_reason, defect_name, defect_subject
from app.workspace.backups import Backup, list_backups, make_backup, second_place
from app.workspace.errors import BackupUnknown, NotAWorkspace, WorkspaceTooOld
from app.workspace.opening import Workspace
from app.workspace.restoring import restore_backup

Folder = Annotated[
    Path | None,
    typer.Option(
        "--folder",
        help="另一个磁盘上的备份文件夹，原件一并备份；不填则用设置里的",
        show_default=False,
    ),
]


def list_all(workspace: WorkspacePath, folder: Folder = None, as_json: AsJson = False) -> None:
    """列出现有的备份，新的在前。"""
    with command(as_json=as_json) as output:
        try:
            with open_workspace(workspace, read_only=True) as opened:
                second = _second_folder(opened, folder)
                place = second_place(second, opened.facts) if second else None
                found = list_backups(opened.layout, place)
        except (DatabaseDamaged, DatabaseNotRead, WorkspaceTooOld) as error:
            # Just then somebody looks for a backup; those in the workspace's own folder are known.
            output.complain(error)
            found = list_backups(Layout(workspace.absolute()))
        table = simple_table("时间", "缘由", "大小", "文件")
        for backup in found:
            local = backup.made_at.astimezone()
            size = f"{backup.size / 1024:.0f} KB"
            reason = backup_reason(backup.reason) + ("（另一磁盘）" if backup.elsewhere else "")
            reason += "" if backup.sound else "（备份时数据库已有问题）"
            table.add_row(f"{local:%Y-%m-%d %H:%M:%S}", reason, size, str(backup.path))
        output.table(table)
        output.document({"backups": [_json(b) for b in found]})


def make(workspace: WorkspacePath, folder: Folder = None, as_json: AsJson = False) -> None:
    """立即备份数据库，并核对它所列的原件都在。"""
    with command(as_json=as_json) as output:
        with open_workspace(workspace) as opened, watched_job(output) as job:
            report = make_backup(opened, job, _second_folder(opened, folder))
        output.line(f"已备份：{report.backup.path}")
        output.line(f"列有原件 {report.originals} 份，新复制 {report.copied} 份。")
        if report.reread:
            output.line(f"重读另一磁盘上的副本 {report.reread} 份（轮流，每份隔几次备份读一遍）。")
        for name in report.renewed:
            output.line(f"另一磁盘上的副本已损坏，重新复制：{name}", "yellow")
        for name in report.returned:
            output.line(f"工作区里的原件缺失，已从另一磁盘找回：{name}", "yellow")
        for name in report.missing:
            output.line(f"原件缺失：{name}", "red")
        for name in report.damaged:
            output.line(f"原件内容被改动：{name}", "red")
        for name in report.lost:
            output.line(f"工作区和另一磁盘上的副本都已损坏：{name}", "red")
        for defect in report.defects:
            output.line(_told(defect), "red")
        output.document(
            {
                **_json(report.backup),
                "originals": report.originals,
                "copied": report.copied,
                "reread": report.reread,
                "renewed": list(report.renewed),
                "returned": list(report.returned),
                "missing": list(report.missing),
                "damaged": list(report.damaged),
                "lost": list(report.lost),
                "defects": [[d.kind.value, d.subject] for d in report.defects],
            }
        )
        if not report.whole:
            raise typer.Exit(1)


def restore(
    workspace: WorkspacePath,
    name: Annotated[
        str, typer.Argument(metavar="备份", help="backup list 所列的文件名，或备份文件的路径")
    ],
    as_json: AsJson = False,
) -> None:
    """把工作区恢复到一份备份；先自动备份现在的状态。"""
    with command(as_json=as_json) as output:
        backup = _chosen(workspace, name)
        with watched_job(output) as job:
            report = restore_backup(workspace, backup, job)
        output.line(f"已恢复到 {backup.name}；恢复之前的状态备份在 {report.saved}")
        if not report.verified:
            output.line(
                "这份备份没有校验记录（旧版本所做，或记录丢失），只核对了结构和格式；"
                "请看一看内容是否正确。",
                "yellow",
            )
        for defect in report.defects:
            output.line(f"备份时已有：{_told(defect)}", "yellow")
        if report.fetched:
            output.line(f"从备份找回原件 {report.fetched} 份。")
        if report.files:
            output.line(f"恢复县里的数据文件 {len(report.files)} 个：{'、'.join(report.files)}")
        if report.mended:
            output.line(f"从备份修复被改动的原件 {report.mended} 份。")
        for missing in report.missing:
            output.line(f"原件缺失：{missing}", "red")
        for damaged in report.damaged:
            output.line(f"原件内容被改动，备份里没有完好的：{damaged}", "red")
        output.document(
            {
                "restored": str(backup),
                "saved": str(report.saved),
                "fetched": report.fetched,
                "mended": report.mended,
                "files": list(report.files),
                "missing": list(report.missing),
                "damaged": list(report.damaged),
                "verified": report.verified,
                "defects": [[d.kind.value, d.subject] for d in report.defects],
            }
        )
        if not report.whole:
            raise typer.Exit(1)


def _chosen(workspace: Path, name: str) -> Path:
    layout = Layout(workspace.absolute())
    if not layout.root.is_dir():
        raise NotAWorkspace(layout.root)
    for path in (layout.backups / name, Path(name)):
        if path.is_file():
            return path
    raise BackupUnknown(name)


def _second_folder(opened: Workspace, folder: Path | None) -> Path | None:
    if folder is not None:
        return folder.absolute()
    with opened.database.reading() as session:
        return load_settings(
            session, opened.facts.county, opened.facts.framework.programme
        ).backup_folder


def _json(backup: Backup) -> dict[str, object]:
    return {
        "path": str(backup.path),
        "made_at": backup.made_at.isoformat(),
        "reason": backup.reason,
        "size": backup.size,
        "elsewhere": backup.elsewhere,
    }


def _told(defect: Defect) -> str:
    return f"{defect_name(defect.kind)}：{defect_subject(defect.kind, defect.subject)}"

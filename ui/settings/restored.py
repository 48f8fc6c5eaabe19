"""Says what a restore did, after the workspace is open again."""

from PySide6.QtWidgets import QWidget

from app.workspace.restoring import RestoreReport
from ui import dialogs
from ui.settings.backups import names_of
from ui.translation import tr
from ui.widgets.notice import Notice


def tell_restored(window: QWidget, notice: Notice, report: RestoreReport) -> None:
    """Say what a restore did, and what it could not restore."""
    said = tr("已恢复到选中的备份；恢复之前的样子也备份了")
    if report.fetched:
        said += tr("；找回原件 {count} 份", count=report.fetched)
    if report.mended:
        said += tr("；修复被改动的原件 {count} 份", count=report.mended)
    if not report.verified:
        said += tr("；这份备份没有校验记录，只核对了结构和格式，请看一看内容是否正确")
    if report.defects:
        said += tr("；备份时数据库已有 {count} 处问题，请运行体检", count=len(report.defects))
    notice.say(said)
    if report.whole:
        return
    lost = []
    if report.missing:
        names = names_of(report.missing)
        lost.append(tr("{count} 份原件缺失：{names}", count=len(report.missing), names=names))
    if report.damaged:
        names = names_of(report.damaged)
        lost.append(
            tr("{count} 份原件的内容被改动：{names}", count=len(report.damaged), names=names)
        )
    remedy = tr("请在材料所在处重新添加同一文件，或接入存有副本的磁盘后再恢复一次。")
    dialogs.tell(
        window,
        tr("工作区恢复了，但有原件在备份里也找不到完好的"),
        "\n".join((*lost, remedy)),
    )

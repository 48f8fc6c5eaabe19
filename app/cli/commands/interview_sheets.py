"""``juanzong interview print`` and ``scan``: sheets of paper of a round, and their scans."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_services, open_workspace
from app.cli.output.console import Output
from app.cli.output.progress import watched_job
from app.jobs import JobContext
from app.names.answer_sheets import DOUBTS, REFUSALS
from app.paths import legal_name
from app.verification.interview.entering import RoundSheets, read_round
from app.verification.interview.rounds import find_round
from app.verification.interview.sheets import next_number
from app.workspace.opening import Workspace

if TYPE_CHECKING:
    from app.isolation import Workers
    from app.verification.interview.scanning import Scanned, ScannedSheet

RoundName = Annotated[
    str, typer.Argument(metavar="活动", help="访谈活动的编号或名称，用 interview list 查看")
]
#: So long is the name of a file that is written.
_LONGEST_NAME = 60


def print_(
    workspace: WorkspacePath,
    round_: RoundName,
    count: Annotated[int, typer.Option("--count", help="印几份", min=1, max=5000)],
    first: Annotated[
        int | None,
        typer.Option("--first", help="从几号起；不填为已录答卷的下一号", min=1, max=94999),
    ] = None,
    output_file: Annotated[
        Path | None, typer.Option("--output", "-o", help="写到哪个文件；不填为 exports 文件夹")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """印制可扫描的纸质问卷（PDF，A4 双面）：每份有编号和二维码。"""
    from app.verification.interview.scanning import print_round

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        there = _round(opened, round_)
        begin = first or next_number(there.sheets)
        name = f"{legal_name(there.round.said.name, _LONGEST_NAME)}问卷.pdf"
        target = output_file or opened.layout.exports / name
        with watched_job(output) as job:
            pages = print_round(there.round, begin, count, target, job)
        output.line(f"已印制 {count} 份（{begin}—{begin + count - 1} 号），{pages} 页：{target}")
        output.document({"file": str(target), "first": begin, "count": count, "pages": pages})


def scan(
    workspace: WorkspacePath,
    round_: RoundName,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="文件", help="扫描的 PDF、图片或照片，可写几个"),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看读出什么，不存")] = False,
    crops: Annotated[
        Path | None,
        typer.Option("--crops", help="把有疑问的、手写的题存成图片，放进这个文件夹"),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """读取扫描的纸质问卷：没有疑问的录入，扫描件收为材料，有疑问的列出来由人录入。"""
    from app.verification.interview.scanning import enter_scanned, read_scanned

    with (
        command(as_json=as_json) as output,
        open_services(workspace, read_only=dry_run) as services,
    ):
        opened, workers = services.workspace, services.workers
        there = _round(opened, round_)
        filed: str | None = None
        with watched_job(output) as job:
            found = read_scanned(opened, there.round.id, files, workers, job)
            sure = [sheet for sheet in found.sheets if sheet.sure]
            if sure and not dry_run:
                filed = _filed(opened, workers, there, files, job)
                enter_scanned(opened, there.round.id, sure, {}, lambda _path: filed or "")
            if crops is not None:
                _write_crops(workers, found, there, crops, job)
        _tell(output, there, found, len(sure), dry_run=dry_run)
        if sure and not dry_run and filed is None:
            output.line("扫描件没有收为材料，请用 attach 添加，看看原因。", "yellow")
        output.document(
            {
                "pages": found.ledger.pages,
                "stored": [] if dry_run else [sheet.number for sheet in sure],
                "item": filed,
                "sheets": [_json_sheet(sheet) for sheet in found.sheets],
                "refused": [
                    {
                        "file": str(page.scan.path),
                        "page": page.scan.place + 1,
                        "reason": page.reason.value,
                        "number": page.number,
                    }
                    for page in found.refused
                ],
            }
        )


def _round(opened: Workspace, words: str) -> RoundSheets:
    with opened.database.reading() as session:
        id_ = find_round(session, words).id
    return read_round(opened, id_)


def _filed(
    opened: Workspace, workers: "Workers", there: RoundSheets, files: list[Path], job: JobContext
) -> str | None:
    """The item of evidence that the scans became, or None if they were refused."""
    from app.intake.scans import file_scans

    return file_scans(opened, workers, there.round.slot, there.round.said.name, files, job)


def _write_crops(
    workers: "Workers",
    found: "Scanned",
    there: RoundSheets,
    folder: Path,
    job: JobContext,
) -> None:
    from app.verification.interview.scanning import crops_of

    questionnaire = there.round.said.questionnaire
    folder.mkdir(parents=True, exist_ok=True)
    for one, picture in crops_of(found, workers, job).items():
        number = questionnaire.number_of(one.question)
        (folder / f"{one.number:05d}-{number}.png").write_bytes(picture)


def _tell(
    output: Output, there: RoundSheets, found: "Scanned", stored: int, *, dry_run: bool
) -> None:
    questionnaire, ledger = there.round.said.questionnaire, found.ledger
    did = "可录入" if dry_run else "录入"
    output.line(
        f"{ledger.pages} 页：读出 {ledger.read + ledger.doubtful} 页，"
        f"没有读出 {len(found.refused)} 页；{len(found.sheets)} 份答卷，{did} {stored} 份。"
    )
    for sheet in found.sheets:
        if sheet.known:
            output.line(f"答卷 {sheet.number} 已经录入过，没有改动。", "yellow")
        if sheet.missing:
            pages = "、".join(map(str, sheet.missing))
            output.line(f"答卷 {sheet.number} 缺第 {pages} 页，没有录入。", "yellow")
        if sheet.again:
            pages = "、".join(map(str, sheet.again))
            output.line(f"答卷 {sheet.number} 第 {pages} 页扫描了不止一次。", "yellow")
        for one in sheet.doubtful:
            why = "、".join(DOUBTS[doubt] for doubt in one.doubts)
            number = questionnaire.number_of(one.question)
            output.line(f"答卷 {sheet.number} 第 {number} 题要由人看：{why}。", "yellow")
    written = sum(len(sheet.written) for sheet in found.sheets)
    if written:
        output.line(
            f"手写的 {written} 处不自动识别，请在窗口里看图录入，或加 --crops 存成图片。", "yellow"
        )
    for page in found.refused:
        why, remedy = REFUSALS[page.reason]
        output.line(
            f"{page.scan.path.name} 第 {page.scan.place + 1} 页：{why}；{remedy}。", "yellow"
        )


def _json_sheet(sheet: "ScannedSheet") -> dict[str, Any]:
    return {
        "number": sheet.number,
        "answers": dict(sheet.answers),
        "known": sheet.known,
        "missing": list(sheet.missing),
        "again": list(sheet.again),
        "doubtful": [
            {"question": one.question, "doubts": [doubt.value for doubt in one.doubts]}
            for one in sheet.doubtful
        ],
        "written": [one.question for one in sheet.written],
    }

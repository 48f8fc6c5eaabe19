"""``juanzong register …``: registers (台账) with their rows and rates."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from app.cli.arguments import AsJson, OnlyUnit, WorkspacePath, command
from app.cli.opening import open_services, open_workspace
from app.cli.output.tables import simple_table
from app.names.verification.registers import FILL_STATES, TYPES
from app.review.errors import UnitNotNamed
from app.verification.errors import NoteUnknown
from app.verification.material_check.errors import ColumnUnknown, RateUnknown
from app.verification.material_check.registers.faults import describe_fault
from app.verification.material_check.registers.files import Registers, load_registers, served_by
from app.verification.material_check.registers.filling import (
    FillState,
    Proposal,
    fill,
    proposals,
    read_stated,
)
from app.verification.material_check.registers.judging import Judged
from app.verification.material_check.registers.matching import column_named
from app.verification.material_check.registers.rows import (
    LINES,
    Book,
    Kept,
    change_rows,
    count_rows,
    lines_after,
    read_books,
    read_rows,
)
from app.verification.material_check.registers.schema import Register
from app.verification.material_check.registers.statistics import statistics
from app.verification.notes import NoteChanges, read_note, restore_note
from app.workspace.opening import Workspace

Name = Annotated[str, typer.Argument(metavar="台账", help="台账的名称或标识，如 行政应诉")]
UnitName = Annotated[
    str | None,
    typer.Option("--unit", help="责任单位；责任单位自己的工作区可不填", show_default=False),
]
OfYear = Annotated[
    int | None,
    typer.Option("--year", help="只看这一年的", min=1949, max=2199, show_default=False),
]
Setting = Annotated[
    list[str] | None,
    typer.Option("--set", help="列=内容，如 --set 案号=（2021）豫04行初5号；可重复"),
]
#: So many rows are printed on a terminal; all of them are in the JSON.
_SHOWN = 200


def list_all(workspace: WorkspacePath, as_json: AsJson = False) -> None:
    """列出全部台账：为哪些指标服务、各有多少行。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        registers = _registers(opened)
        with opened.database.reading() as session:
            counts = count_rows(session)
        framework = opened.facts.framework
        table = simple_table("台账", "标识", "指标", "行数", "来源", whole=("标识", "行数"))
        found = []
        ids = [r.id for r in registers.all]
        for id_ in [*ids, *sorted({id_ for id_, _ in counts} - set(ids))]:
            register = registers.known(id_)
            units = {unit: n for (which, unit), n in counts.items() if which == id_}
            codes = list(dict.fromkeys(s.indicator for s in served_by(register, framework)))
            origin = "县里的" if id_ in registers.own else "自带" if id_ in ids else "没有数据文件"
            table.add_row(register.title, id_, "、".join(codes), str(sum(units.values())), origin)
            found.append(
                {
                    "id": id_,
                    "title": register.title,
                    "indicators": codes,
                    "own": id_ in registers.own,
                    "rows": units,
                }
            )
        output.table(table)
        for error in registers.invalid:
            output.complain(error)
        output.document(found)


def show(
    workspace: WorkspacePath,
    register: Name,
    unit: OnlyUnit = None,
    year: OfYear = None,
    faulty: Annotated[bool, typer.Option("--faulty", help="只看待改的行")] = False,
    as_json: AsJson = False,
) -> None:
    """查看一个台账的行，待改的行写明原因。"""
    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        chosen = _registers(opened).find(register)
        books = _books(opened, chosen, unit)
        table = simple_table("编号", "单位", "年度", "内容", "待改", whole=("年度",))
        shown = [
            (book, row, judged)
            for book in books
            for row, judged in zip(book.rows, book.judged, strict=True)
            if (year is None or judged.year == year) and (judged.faults or not faulty)
        ]
        for book, row, judged in shown[:_SHOWN]:
            table.add_row(
                row.id,
                book.unit,
                str(judged.year or ""),
                _content(chosen, row),
                "；".join(_faults(chosen, judged)),
            )
        output.table(table)
        if len(shown) > _SHOWN:
            output.line(f"只列出前 {_SHOWN} 行；全部用 --json 或 register export。")
        wrong = sum(bool(judged.faults) for _, _, judged in shown)
        output.line(f"共 {len(shown)} 行，其中待改 {wrong} 行。")
        output.document(
            {
                "register": chosen.id,
                "columns": [
                    {"id": c.id, "name": c.name, "type": c.type.value, "shown": TYPES[c.type.value]}
                    for c in chosen.columns
                ],
                "rows": [_json(chosen, book, row, judged) for book, row, judged in shown],
            }
        )


def add(
    workspace: WorkspacePath,
    register: Name,
    cells: Setting = None,
    unit: UnitName = None,
    as_json: AsJson = False,
) -> None:
    """登记一行；有错的照样记下，标为待改。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        chosen, named = _registers(opened).find(register), _unit(opened, unit)
        unit_id = opened.registry().unit(named).id
        with opened.database.reading() as session:
            there = read_rows(session, chosen.id, unit_id)
        lines = lines_after(chosen, there, [_cells(chosen, cells or [])])
        back = change_rows(opened, chosen, named, NoteChanges(added=lines))
        _told_row(opened, chosen, back.withdrawn[0], output)


def edit(
    workspace: WorkspacePath,
    register: Name,
    number: Annotated[str, typer.Argument(metavar="编号", help="行的编号，用 register show 查看")],
    cells: Setting = None,
    as_json: AsJson = False,
) -> None:
    """修改一行里写明的各列；内容留空（列=）为清空。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        chosen = _registers(opened).find(register)
        with opened.database.reading() as session:
            note = read_note(session, LINES, number)
        if note.said.register != chosen.id:
            raise NoteUnknown(number)
        said = replace(note.said, cells={**note.said.cells, **_cells(chosen, cells or [])})
        change_rows(opened, chosen, note.slot.unit, NoteChanges(altered={number: said}))
        _told_row(opened, chosen, number, output)


def remove(
    workspace: WorkspacePath,
    register: Name,
    number: Annotated[list[str], typer.Argument(metavar="编号", help="行的编号，可写几个")],
    restore: Annotated[bool, typer.Option("--restore", help="恢复移除的行")] = False,
    as_json: AsJson = False,
) -> None:
    """移除一行或几行，可用 --restore 恢复。"""
    with command(as_json=as_json) as output, open_workspace(workspace) as opened:
        chosen = _registers(opened).find(register)
        if restore:
            for one in number:
                restore_note(opened, LINES, one)
        else:
            with opened.database.reading() as session:
                rows = {row.id: row for row in read_rows(session, chosen.id)}
            missing = next((one for one in number if one not in rows), None)
            if missing is not None:
                raise NoteUnknown(missing)
            for name in dict.fromkeys(rows[one].unit for one in number):
                own = [one for one in number if rows[one].unit == name]
                change_rows(opened, chosen, name, NoteChanges(withdrawn=own))
        output.line(f"已{'恢复' if restore else '移除'} {len(number)} 行。")
        output.document({"ids": number, "removed": not restore})


def import_file(
    workspace: WorkspacePath,
    register: Name,
    file: Annotated[Path, typer.Argument(metavar="文件", help="xlsx 或 csv，第一行写列名")],
    unit: UnitName = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column", help="表头=列名，如 --column 开庭=开庭日期；列名留空为不要这一列；可重复"
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看各列怎样对应，不导入")] = False,
    as_json: AsJson = False,
) -> None:
    """导入 xlsx 或 csv 表格：按表头对应各列，对应关系记住下次再用。"""
    from app.verification.material_check.registers.importing import import_rows, read_file

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=dry_run) as opened:
        chosen, named = _registers(opened).find(register), _unit(opened, unit)
        table = read_file(opened, chosen, file)
        matching = table.matching
        for given in columns or []:
            heading, _, wanted = given.partition("=")
            column = column_named(chosen, wanted) if wanted.strip() else None
            if heading.strip() not in matching.headings:
                raise ColumnUnknown(heading, tuple(h for h in matching.headings if h))
            if wanted.strip() and column is None:
                raise ColumnUnknown(wanted, tuple(c.name for c in chosen.columns))
            id_ = column.id if column is not None else ""
            ids = ["" if old == id_ else old for old in matching.columns]
            ids[matching.headings.index(heading.strip())] = id_
            matching = replace(matching, columns=tuple(ids))
        table = replace(table, matching=matching)
        for heading, id_ in zip(matching.headings, matching.columns, strict=True):
            target = chosen.column(id_)
            if heading or target is not None:
                output.line(f"{heading or '（无表头）'} → {target.name if target else '不导入'}")
        done = None if dry_run else import_rows(opened, chosen, named, table)
        if done is not None:
            output.line(f"导入 {done.added} 行。")
            if done.totals:
                output.line(f"跳过合计 {done.totals} 行。")
            (book,) = _books(opened, chosen, named)
            if book.faulty:
                output.line(f"台账里共有 {book.faulty} 行待改，用 register show --faulty 查看。")
        output.document(
            {
                "columns": dict(zip(matching.headings, matching.columns, strict=True))
                if matching.heading >= 0
                else list(matching.columns),
                "unused": list(matching.unused),
                "added": done.added if done is not None else 0,
                "totals": done.totals if done is not None else 0,
            }
        )


def export(
    workspace: WorkspacePath,
    register: Name,
    output_file: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="写到哪个文件；不填为 exports 文件夹"),
    ] = None,
    unit: OnlyUnit = None,
    mask: Annotated[
        bool, typer.Option("--mask", help="隐去人名、证件号码和电话，供检查组使用")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """另存为 xlsx：各行和分年度统计。"""
    from app.verification.material_check.registers.exporting import export_books

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        chosen = _registers(opened).find(register)
        books = _books(opened, chosen, unit)
        suffix = "（脱敏）" if mask else ""
        target = output_file or opened.layout.exports / f"{chosen.title}{suffix}.xlsx"
        count = export_books(chosen, books, target, mask=mask)
        output.line(f"已写出 {count} 行：{target}")
        output.document({"file": str(target), "rows": count})


def rates(
    workspace: WorkspacePath,
    register: Name,
    unit: OnlyUnit = None,
    as_json: AsJson = False,
) -> None:
    """查看分年度的比率和合计，以及能填入哪些量化要求。"""
    with command(as_json=as_json) as output, open_services(workspace, read_only=True) as services:
        opened = services.workspace
        chosen = _registers(opened).find(register)
        found = []
        for book in _books(opened, chosen, unit):
            lines = statistics(chosen, book.judged)
            output.line(f"{book.unit}：{len(book.rows)} 行，待改 {book.faulty} 行")
            table = simple_table("年度", "行数", "数值", "结果", "算法", whole=("年度", "结果"))
            for line in lines:
                for n, rate in enumerate(chosen.rates):
                    rows = str(line.rows) if n == 0 else ""
                    year = line.year if n == 0 else ""
                    table.add_row(year, rows, rate.name, line.values[n], line.reckonings[n])
            output.table(table)
            offered = _offered(opened, book, services.last_year())
            for proposal in offered:
                output.line(f"{_what(proposal)}：{FILL_STATES[proposal.state.value]}")
            found.append(
                {
                    "unit": book.unit,
                    "rows": len(book.rows),
                    "faulty": book.faulty,
                    "years": [
                        {
                            "year": line.year,
                            "rows": line.rows,
                            "faulty": line.faulty,
                            "values": {
                                rate.id: {"value": value, "basis": words}
                                for rate, value, words in zip(
                                    chosen.rates, line.values, line.reckonings, strict=True
                                )
                            },
                        }
                        for line in lines
                    ],
                    "figures": [_json_proposal(proposal) for proposal in offered],
                }
            )
        output.document(found)


def fill_figures(
    workspace: WorkspacePath,
    register: Name,
    rate: Annotated[
        str | None, typer.Option("--rate", help="只填这个数值，如 负责人出庭率", show_default=False)
    ] = None,
    year: OfYear = None,
    unit: UnitName = None,
    as_json: AsJson = False,
) -> None:
    """把台账算出的数填入指标的量化要求，连同依据；已填的不同时改为台账的。"""
    with command(as_json=as_json) as output, open_services(workspace) as services:
        opened = services.workspace
        chosen, named = _registers(opened).find(register), _unit(opened, unit)
        offering = [r.name for r in chosen.rates if r.fills]
        if rate is not None and rate not in offering:
            raise RateUnknown(rate, tuple(offering))
        wanted: list[Proposal] = []
        for book in _books(opened, chosen, named):
            wanted += [
                proposal
                for proposal in _offered(opened, book, services.last_year())
                if proposal.state in {FillState.OPEN, FillState.DIFFERS}
                and proposal.value is not None
                and rate in {None, proposal.rate.name}
                and year in {None, proposal.year}
            ]
        fill(opened, named, wanted)
        for proposal in wanted:
            verdict = "达到要求" if proposal.met else "未达到要求"
            output.line(f"已填：{_what(proposal)}（{verdict}）")
            output.line(f"　依据：{proposal.basis}")
        if not wanted:
            output.line("没有要填的：都已填入，或没有可算的行。")
        output.document([_json_proposal(proposal) for proposal in wanted])


def files(
    workspace: WorkspacePath,
    register: Annotated[
        str | None, typer.Argument(metavar="台账", help="只取这个台账；不填为全部")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """把自带台账的数据文件放进工作区的 registers 文件夹，供县里修改；已有的不动。"""
    from app.verification.material_check.registers.files import lay_out_files

    with command(as_json=as_json) as output, open_workspace(workspace, read_only=True) as opened:
        wanted = _registers(opened).find(register).id if register else None
        written = lay_out_files(opened.layout.registers, wanted)
        output.line(f"已放入 {len(written)} 个文件：{opened.layout.registers}")
        output.line("改好后用 register list 检查；文件夹里的台账优先于自带的。")
        output.document({"files": [path.name for path in written]})


def _registers(opened: Workspace) -> Registers:
    return load_registers(opened.layout.registers)


def _unit(opened: Workspace, unit: str | None) -> str:
    named = unit or opened.facts.unit_name
    if not named:
        raise UnitNotNamed
    return opened.registry().unit(named).name


def _books(opened: Workspace, register: Register, unit: str | None) -> tuple[Book, ...]:
    unit_id = opened.registry().unit(unit).id if unit else None
    with opened.database.reading() as session:
        return read_books(session, register, unit_id)


def _offered(opened: Workspace, book: Book, last_year: int) -> Sequence[Proposal]:
    unit_id = opened.registry().unit(book.unit).id
    with opened.database.reading() as session:
        stated = read_stated(session, unit_id)
    return proposals(opened.facts.framework, book, stated, last_year)


def _cells(register: Register, given: Iterable[str]) -> dict[str, str]:
    found = {}
    for one in given:
        name, _, text = one.partition("=")
        column = column_named(register, name)
        if column is None:
            raise ColumnUnknown(name, tuple(c.name for c in register.columns))
        found[column.id] = text
    return found


def _told_row(opened: Workspace, register: Register, number: str, output: Any) -> None:  # noqa: ANN401
    with opened.database.reading() as session:
        unit = read_note(session, LINES, number).slot.unit
    (book,) = _books(opened, register, unit)
    place = next(n for n, row in enumerate(book.rows) if row.id == number)
    judged = book.judged[place]
    output.line(f"已记下，编号 {number}。")
    for words in _faults(register, judged):
        output.line(f"待改：{words}", "yellow")
    output.document(_json(register, book, book.rows[place], judged))


def _faults(register: Register, judged: Judged) -> list[str]:
    return [describe_fault(register, fault) for fault in judged.faults]


def _content(register: Register, row: Kept) -> str:
    return "　".join(
        f"{column.name} {row.cells[column.id]}"
        for column in register.columns
        if row.cells.get(column.id)
    )


def _what(proposal: Proposal) -> str:
    of_year = f"{proposal.year}年 " if proposal.year else ""
    value = "—" if proposal.value is None else f"{proposal.value:g}"
    return (
        f"指标 {proposal.place.key.partition('/')[0]} “{proposal.threshold.text}” {of_year}{value}"
    )


def _json(register: Register, book: Book, row: Kept, judged: Judged) -> dict[str, Any]:
    return {
        "id": row.id,
        "register": register.id,
        "unit": book.unit,
        "by_office": row.by_office,
        "year": judged.year or None,
        "cells": dict(row.cells),
        "faults": [
            {
                "column": fault.column,
                "kind": fault.kind.value,
                "words": describe_fault(register, fault),
            }
            for fault in judged.faults
        ],
    }


def _json_proposal(proposal: Proposal) -> dict[str, Any]:
    stated = proposal.stated
    return {
        "rate": proposal.rate.id,
        "place": proposal.place.key,
        "threshold": proposal.threshold.text,
        "year": proposal.year or None,
        "value": proposal.value,
        "basis": proposal.basis,
        "met": proposal.met,
        "state": proposal.state.value,
        "stated": stated.value if stated is not None else None,
        "stated_basis": stated.basis if stated is not None else "",
    }

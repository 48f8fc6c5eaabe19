"""``identity``: the workspace's keys and pass-phrase, its people, and the partners it trusts."""

from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import Services
from app.cli.arguments import AsJson, WorkspacePath, command
from app.cli.opening import open_services
from app.cli.output.tables import simple_table
from app.cli.passphrase import NO_PASSPHRASE, ask_passphrase, unlock
from app.identity.people import add_person, find_person, list_people, retire_person
from app.identity.trust import Peer, list_trusted, revoke
from app.terms import WORKSPACE_ROLE_NAMES
from models.exchange import OFFICE
from models.vocabulary import WorkspaceRole


def show(
    workspace: WorkspacePath,
    make: Annotated[bool, typer.Option("--make", help="还没有密钥时立即生成")] = False,
    as_json: AsJson = False,
) -> None:
    """查看工作区是谁的、密钥指纹、是否设有口令、现在由谁使用。"""
    with (
        command(as_json=as_json) as output,
        open_services(workspace, read_only=not make) as services,
    ):
        identity = services.identity
        if make and identity.public_keys() is None:
            identity.keys()
        keys, protected = identity.public_keys(), identity.protected
        output.line(f"工作区：{identity.owner}")
        output.line(f"密钥指纹：{keys.fingerprint if keys else '还没有密钥，首次制作数据包时生成'}")
        output.line(f"口令：{'已设置' if protected else NO_PASSPHRASE}")
        output.line(f"使用人：{services.person.name if services.person else '未登记'}")
        output.document(
            {
                "owner": identity.owner,
                "fingerprint": keys.fingerprint if keys else None,
                "signing_key": keys.signing_key if keys else None,
                "sealing_key": keys.sealing_key if keys else None,
                "protected": protected,
                "person": services.person.name if services.person else None,
            }
        )


def people(
    workspace: WorkspacePath,
    add: Annotated[str | None, typer.Option("--add", help="登记一人", show_default=False)] = None,
    duty: Annotated[str, typer.Option(help="职务，与 --add 同用", show_default=False)] = "",
    phone: Annotated[str, typer.Option(help="电话，与 --add 同用", show_default=False)] = "",
    use: Annotated[
        str | None,
        typer.Option("--use", help="从现在起由此人使用，记入操作记录", show_default=False),
    ] = None,
    retire: Annotated[
        str | None, typer.Option("--retire", help="此人不再使用", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """查看、登记使用本工作区的人，指定现在由谁使用。"""
    changing = bool(add or use or retire)
    with (
        command(as_json=as_json) as output,
        open_services(workspace, read_only=not changing) as services,
    ):
        database = services.workspace.database
        if add or retire:
            with database.writing() as work:
                if add:
                    add_person(work, add, duty, phone)
                if retire:
                    retire_person(work, find_person(work.session, retire).id)
                work.commit()
        if use:
            services.sit_down(use)
        with database.reading() as session:
            found = list_people(session, with_retired=True)
        table = simple_table("姓名", "职务", "电话", "")
        sitting = services.person.id if services.person else ""
        for person in found:
            note = "已停用" if person.retired else "现在使用" if person.id == sitting else ""
            table.add_row(person.name, person.duty, person.phone, note)
        output.table(table)
        output.document(
            {
                "people": [
                    {
                        "id": p.id,
                        "name": p.name,
                        "duty": p.duty,
                        "phone": p.phone,
                        "retired": p.retired,
                        "sitting": p.id == sitting,
                    }
                    for p in found
                ]
            }
        )


def passphrase(
    workspace: WorkspacePath,
    remove: Annotated[bool, typer.Option("--remove", help="取消口令")] = False,
    as_json: AsJson = False,
) -> None:
    """设置、更改或取消口令；口令从终端输入，或按先旧后新逐行读入。"""
    with command(as_json=as_json) as output, open_services(workspace) as services:
        identity = services.identity
        old = ask_passphrase("现在的口令") if identity.protected else ""
        if remove:
            identity.remove_passphrase(old)
        else:
            identity.set_passphrase(ask_passphrase("新的口令", twice=True), old)
        output.line(
            f"口令已取消。{NO_PASSPHRASE}"
            if remove
            else "口令已设置，请牢记；忘记口令只能用另存的密钥恢复。"
        )
        if not remove:
            output.line("此前的备份仍按当时的方式保存密钥，请妥善保管或删除旧备份。")
        output.document({"protected": identity.protected})


def save_keys(
    workspace: WorkspacePath,
    file: Annotated[Path, typer.Argument(metavar="文件", help="要写成的密钥文件")],
    as_json: AsJson = False,
) -> None:
    """另存密钥以备换机，密钥文件必须设口令。"""
    with command(as_json=as_json) as output, open_services(workspace) as services:
        unlock(services.identity)
        services.identity.save_keys(file, ask_passphrase("密钥文件的口令", twice=True))
        output.line(f"密钥已另存到 {file}，请与口令分开保管。")
        output.document({"path": str(file)})


def restore_keys(
    workspace: WorkspacePath,
    file: Annotated[Path, typer.Argument(metavar="文件", help="另存的密钥文件")],
    as_json: AsJson = False,
) -> None:
    """用另存的密钥文件恢复密钥，替换现在的密钥；之后请重新设置口令。"""
    with command(as_json=as_json) as output, open_services(workspace) as services:
        identity = services.identity
        identity.restore_keys(file, ask_passphrase("密钥文件的口令"))
        fingerprint = identity.keys().public.fingerprint
        output.line(f"密钥已恢复，指纹：{fingerprint}")
        output.document({"fingerprint": fingerprint})


def trust(
    workspace: WorkspacePath,
    withdraw: Annotated[
        str | None,
        typer.Option("--revoke", help="取消对这个单位（或 创建办）密钥的信任", show_default=False),
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="也列出已被取代的")] = False,
    as_json: AsJson = False,
) -> None:
    """查看已确认的对方密钥指纹；确认在合并数据包时用 merge --trust 进行。"""
    with (
        command(as_json=as_json) as output,
        open_services(workspace, read_only=withdraw is None) as services,
    ):
        database = services.workspace.database
        if withdraw is not None:
            with database.writing() as work:
                revoke(work, _peer(services, withdraw))
                work.commit()
        with database.reading() as session:
            rows = list_trusted(session, with_replaced=history)
        table = simple_table("单位", "密钥指纹", "确认人", "确认时间", "")
        for row in rows:
            at = f"{row.confirmed_at.astimezone():%Y-%m-%d %H:%M}"
            note = "已取代" if row.replaced else ""
            table.add_row(row.name, row.fingerprint, row.confirmed_by, at, note)
        output.table(table)
        output.document(
            {
                "trusted": [
                    {
                        "peer": r.peer,
                        "name": r.name,
                        "fingerprint": r.fingerprint,
                        "confirmed_by": r.confirmed_by,
                        "confirmed_at": r.confirmed_at.isoformat(),
                        "replaced": r.replaced,
                    }
                    for r in rows
                ]
            }
        )


def _peer(services: Services, name: str) -> Peer:
    office = WORKSPACE_ROLE_NAMES[WorkspaceRole.OFFICE]
    if name == office:
        return Peer(OFFICE, office)
    unit = services.workspace.registry().unit(name)
    return Peer(unit.id, unit.name)

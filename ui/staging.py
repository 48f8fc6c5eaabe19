"""A county in the middle of its work, for the pictures: made from the demonstration workspace."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.bootstrap import Services, open_services
from app.evidence.places import Target
from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.service import PackRequest
from app.framework.keys import SlotKey
from app.identity.people import add_person
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.rectification.service import NoticeDraft, ReplyEdit, open_notice, reply
from app.review.listing import read_board
from app.review.service import Ruling, decide, submit_unit, submittable
from app.selfcheck.service import StatementEdit, state
from app.stages.service import shift_stages
from app.vocabulary import ReviewDecision, SelfAssessment

#: Not the unit that has a workspace of its own in the demonstration.
UNIT = "县公安局"
INDICATOR = "60"
#: The indicators whose dossiers are built in advance.
_BOUND = ("24", "42", "60")
#: Units that got their task packages and have sent nothing yet.
_ASKED = ("县委办公室", "县纪委监委", "县委组织部", "县政府办公室", "县发改委", "县税务分局")
#: Units whose material the demonstration's office has entered and judged.
_ENTERED = ("县市场监管局", "县政务服务和大数据服务中心", "县政府办公室")
_WAITING = ("县财政局2021年普法工作总结", "行政执法证件年审情况", "执法监督检查现场照片说明")
_METHOD = "material_check"
#: One more indicator, which the unit leads: what comes back there waits to be mended.
_LED = "57"
_PAPERS = {
    "2021年度行政执法监督工作报告": "二〇二一年，我局对十二个执法大队开展了日常监督检查。",
    "关于开展行政执法案卷评查的通知": "各执法大队：现将年度行政执法案卷评查工作通知如下。",
    "2021年度行政执法案卷评查情况通报": "本次共评查行政处罚案卷四十八卷，优秀案卷三十一卷。",
}


@dataclass(frozen=True, slots=True)
class StagedCounty:
    """The workspaces and the package that were made.

    Attributes:
        office: the office's workspace.
        unit: a unit's workspace, with something returned.
        package: what the unit sends once more; not merged yet.
    """

    office: Path
    unit: Path
    package: Path


def lay_out(office: Path, home: Path) -> StagedCounty:
    """Let an office and a unit exchange packages; everything else is made in ``home``."""
    job, stick, unit = SilentJob(), home / "U盘", home / f"示例{UNIT}"
    stick.mkdir()
    with open_services(office) as services:
        _sit(services, "王芳", "创建办专班")
        shift_stages(services.workspace, services.workspace.today().year + 1)
        _review(services)
        options = replace(services.settings.dossier_options(), indicators=_BOUND)
        services.dossiers.compile(services.workspace.layout.exports, options, job)
        for name in _ASKED:
            services.exchange.pack(PackRequest(PackageKind.TASK, stick, name), job)
        task = services.exchange.pack(PackRequest(PackageKind.TASK, stick, UNIT), job)
        key = services.identity.keys().public.fingerprint
    create_from_task_package(unit, task.written.paths, job, trust=key)
    with open_services(unit) as services:
        _sit(services, "陈静", "联络员")
        _gather(services, home / "来件")
        sent = services.exchange.pack(PackRequest(PackageKind.SUBMISSION, stick), job)
        own_key = services.identity.keys().public.fingerprint
    with open_services(office) as services:
        services.exchange.merge(sent.written.paths, job, trust=own_key)
        slot = SlotKey(INDICATOR, _METHOD, services.workspace.registry().unit(UNIT).id)
        _return(services, slot, ("years", "unsealed"), "补2018年至2020年的评查通报，通知要盖章。")
        _return(services, SlotKey(_LED, _METHOD, slot.unit_id), ("unsealed",), "汇总表要盖章。")
        _notice(
            services,
            slot,
            "2018年至2020年没有评查通报",
            f"{services.workspace.today().year + 1}-05-20",
        )
        answer = services.exchange.pack(PackRequest(PackageKind.RETURN, stick, UNIT), job)
        _write(services.workspace.layout.inbox, dict.fromkeys(_WAITING, "见附件。"))
    with open_services(unit) as services:
        services.exchange.merge(answer.written.paths, job)
        _attach(services, home / "来件", {"2020年度行政执法案卷评查情况通报": "共评查四十卷。"}, 2)
        only = frozenset({slot})
        again = services.exchange.pack(PackRequest(PackageKind.SUBMISSION, stick, slots=only), job)
        _attach(services, home / "来件", {"行政执法举报投诉处理情况": "共受理十二件。"}, 3)
    return StagedCounty(office, unit, again.written.paths[0])


def _sit(services: Services, name: str, duty: str) -> None:
    """Register a person, who works here from now on."""
    services.identity.enter(lambda work: add_person(work, name, duty))
    services.sit_down(name)


def _review(services: Services) -> None:
    """Accept some of what is not handed in yet, return some, leave some waiting; open notices."""
    workspace = services.workspace
    accepted: list[Ruling] = []
    turned_back: list[SlotKey] = []
    for unit in workspace.registry().units:
        with workspace.reading() as session:
            slots = submittable(session, unit.id)
        if not slots:
            continue
        submit_unit(workspace, unit.id)
        for place, slot in enumerate(slots):
            if place % 4 == 1:
                turned_back.append(slot)
            elif place % 4 != 3:
                accepted.append(Ruling(slot, ReviewDecision.ACCEPTED))
    decide(workspace, accepted)
    for slot in turned_back:
        _return(services, slot, ("illegible",), "扫描件第2页看不清。")
    with workspace.reading() as session:
        board = read_board(session, workspace.facts.framework, workspace.registry())
    entered = [row.slot for row in board.rows if row.items and row.unit in _ENTERED]
    _rectify(services, turned_back or entered)


def _return(services: Services, slot: SlotKey, reasons: Iterable[str], note: str) -> None:
    decide(
        services.workspace,
        [Ruling(slot, ReviewDecision.RETURNED, reasons=tuple(reasons), note=note)],
    )


def _rectify(services: Services, slots: list[SlotKey]) -> None:
    year = services.workspace.today().year
    days = (date(year, 10, 20), date(year + 1, 5, 31), date(year + 1, 6, 20))
    texts = ("缺少要点要求的年度通报", "制度文本没有盖章", "台账与报送的数据不一致")
    for slot, day, text in zip(slots, days, texts, strict=False):
        notice = _notice(services, slot, text, f"{day:%Y-%m-%d}")
        if text == texts[1]:
            edit = ReplyEdit(measure="已请办公室补盖印章，下周报送。", person="李四")
            reply(services.workspace, notice, edit)


def _notice(services: Services, slot: SlotKey, text: str, deadline: str) -> str:
    draft = NoticeDraft(slot.unit_id, slot.indicator, text, "补齐后重新报送", deadline)
    return open_notice(services.workspace, draft)


def _gather(services: Services, folder: Path) -> None:
    for point, (title, text) in enumerate(_PAPERS.items(), start=1):
        _attach(services, folder, {title: text}, min(point, 2))
    _attach(services, folder, {"重大执法决定法制审核情况汇总表": "共审核三十二件。"}, 1, _LED)
    state(
        services.workspace,
        UNIT,
        INDICATOR,
        StatementEdit(SelfAssessment.MOSTLY, "日常检查监督机制已建立，每年组织一次案卷评查。"),
    )


def _attach(
    services: Services, folder: Path, papers: dict[str, str], point: int, indicator: str = INDICATOR
) -> None:
    target = Target(indicator, _METHOD, UNIT, point)
    request = AttachRequest(_write(folder, papers), target)
    attach_files(services.workspace, services.workers, request, SilentJob())


def _write(folder: Path, papers: dict[str, str]) -> tuple[Path, ...]:
    folder.mkdir(exist_ok=True)
    for title, text in papers.items():
        (folder / f"{title}.txt").write_text(f"{title}\n\n{text}\n", encoding="utf-8")
    return tuple(folder / f"{title}.txt" for title in papers)

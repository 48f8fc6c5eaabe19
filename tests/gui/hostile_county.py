"""Workspaces in which every name tries to be HTML or a shortcut, and a trap for whoever falls."""

import json
import socket
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication
from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer

from app.bootstrap import open_services
from app.evidence.descriptions import Description
from app.evidence.places import Target
from app.exchange.creating import create_from_task_package
from app.exchange.kinds import PackageKind
from app.exchange.service import PackRequest
from app.framework.loader import parse
from app.framework.reading import read_yaml
from app.identity.people import add_person
from app.intake.attach import attach_files
from app.intake.requests import AttachRequest
from app.jobs import SilentJob
from app.rectification.service import NoticeDraft, open_notice
from app.review.basis import SlotKey
from app.review.service import Ruling, decide
from app.selfcheck.service import StatementEdit, state
from app.vocabulary import ReviewDecision, SelfAssessment
from app.workspace.making import create_workspace
from tests.gui.plain_text_guard import hostile, interpreted, open_windows
from tests.support.frameworks import SMALL_PACK

JOB = SilentJob()
METHOD = "material_check"
#: Fields of an indicator set that hold what people read.
WORDS = {"title", "name", "heading", "statement", "requirement", "text", "unit", "group", "aliases"}
LONG = {"statement", "requirement", "text"}
SHORT = "<img src=a.png>¤&x¤[*]"


class _Opened(FileSystemEventHandler):
    """Notes what happens to the picture; measuring coverage writes files beside it."""

    def __init__(self, picture: Path) -> None:
        self.picture = picture
        self.seen: list[str] = []

    def on_any_event(self, event) -> None:
        if Path(event.src_path) == self.picture:
            self.seen.append(f"{event.event_type} {event.src_path}")


@pytest.fixture
def trap(tmp_path, monkeypatch):
    """A picture that nothing may open, and a server that nothing may ask; gives their address."""
    folder = tmp_path / "trap"
    folder.mkdir()
    # Names are short: a picture without a folder is looked for where the program runs.
    monkeypatch.chdir(folder)
    picture = folder / "a.png"
    picture.write_bytes(b"\x89PNG\r\n")
    opened, observer = _Opened(picture), Observer()
    observer.schedule(opened, str(folder))
    observer.start()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.01)
        yield picture.as_uri(), f"http://127.0.0.1:{server.getsockname()[1]}/a.png"
        with suppress(TimeoutError):
            server.accept()
            pytest.fail("a picture was fetched from the network")
    observer.stop()
    observer.join()
    assert opened.seen == []


def spoilt(value, words, name=""):
    """An indicator set with hostile words in every field that people read."""
    if isinstance(value, dict):
        return {k: spoilt(v, words, k) for k, v in value.items()}
    if isinstance(value, list):
        return [spoilt(v, words, name) for v in value]
    if name not in WORDS or not isinstance(value, str) or value == "%":
        return value
    return value + (words if name in LONG else SHORT)


@pytest.fixture
def county(tmp_path, trap):
    """An office and a unit that sent each other packages, full of hostile names."""
    bad = hostile(trap[0])
    far = hostile(trap[1])
    pack = spoilt(read_yaml(SMALL_PACK).data, bad)
    for indicator in pack["indicators"]:
        for task in indicator["tasks"]:
            task["requirement"] = "；".join(p["text"] for p in task["points"])
    framework = parse(
        json.dumps(pack, ensure_ascii=False, default=str).encode(), Path("small.yaml")
    )
    unit_name = next(u.name for u in framework.units)
    office, unit, stick = tmp_path / "创建办 &x", tmp_path / "单位 <b>", tmp_path / "U盘"
    stick.mkdir()
    create_workspace(office, framework, "示例县" + bad[:40])
    with open_services(office) as services:
        task = services.exchange.pack(
            PackRequest(PackageKind.TASK, stick, unit_name, instructions=bad + "\n" + far), JOB
        )
        key = services.identity.keys().public.fingerprint
        with services.workspace.database.writing() as work:
            add_person(work, "王<b>&x", SHORT, SHORT)
            work.commit()
    create_from_task_package(unit, task.written.paths, JOB, trust=key)
    with open_services(unit) as services:
        _gather(services, tmp_path / "来件", unit_name, bad)
        state(services.workspace, unit_name, "1", StatementEdit(SelfAssessment.MOSTLY, bad, far))
        sent = services.exchange.pack(PackRequest(PackageKind.SUBMISSION, stick), JOB)
        own = services.identity.keys().public.fingerprint
    with open_services(office) as services:
        services.exchange.merge(sent.written.paths, JOB, trust=own)
        workspace = services.workspace
        _gather(services, tmp_path / "来件", unit_name, far)
        slot = SlotKey("1", METHOD, workspace.registry().unit(unit_name).id)
        decide(workspace, [Ruling(slot, ReviewDecision.RETURNED, reasons=("years",), note=bad)])
        draft = NoticeDraft(slot.unit_id, "1", bad, far, "2027-01-01", found_by=bad)
        open_notice(workspace, draft)
        answer = services.exchange.pack(PackRequest(PackageKind.RETURN, stick, unit_name), JOB)
        for name in ("<img src=x> &x ¤&x.txt", "¤[*]&amp;.pdf"):
            (workspace.layout.inbox / name).write_text("见附件", encoding="utf-8")
    with open_services(unit) as services:
        services.exchange.merge(answer.written.paths, JOB)
        _gather(services, tmp_path / "来件", unit_name, far + "x")
        again = services.exchange.pack(PackRequest(PackageKind.SUBMISSION, stick / "2.zip"), JOB)
    return office, unit, again.written.paths[0], unit_name


def _gather(services, folder: Path, unit: str, words: str) -> None:
    folder.mkdir(exist_ok=True)
    file = folder / f"<img src=x>¤&x {len(words)}.txt"
    file.write_text(f"{words}\n2025年案卷评查\n", encoding="utf-8")
    about = Description(words, "〔2025〕1号" + words, words)
    request = AttachRequest((file,), Target("1", METHOD, unit, 1), about)
    assert attach_files(services.workspace, services.workers, request, JOB).added()


def look(qtbot, session):
    """Let everything be shown, tooltips too; then nothing may have been interpreted."""
    qtbot.waitUntil(lambda: session.is_quiet, timeout=30_000)
    QApplication.processEvents()
    wrong = [words for window in open_windows() for words in interpreted(window)]
    assert not wrong, "\n".join(dict.fromkeys(wrong))


def choose_rows(page, qtbot, session):
    """Choose the first rows of every list on a page, so that what belongs to them is shown."""
    for view in page.findChildren(QAbstractItemView):
        model = view.model()
        if model is None or not view.isVisible():
            continue
        for row in range(min(model.rowCount(), 3)):
            index = model.index(row, 0)
            view.setCurrentIndex(index)
            look(qtbot, session)
            spot = view.visualRect(index).center()
            help_event = QHelpEvent(QEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot))
            QApplication.sendEvent(view.viewport(), help_event)
            look(qtbot, session)

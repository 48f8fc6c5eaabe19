"""Capturing addresses: each by a browser of its own with a fresh profile, within its time."""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from app.capture.addresses import host_of, hosts_of, is_web
from app.capture.gateway import Gateway, has_network
from app.capture.hashes import check_sums
from app.capture.model import (
    Bounds,
    Capture,
    CapturedFile,
    Fault,
    FileRole,
    Installed,
    Order,
    Remark,
    RemarkKind,
)
from app.capture.process import Process
from app.capture.protocol import BrowserGone, Client, CommandFailed, TooLate
from app.capture.visit import Visit, moved

ALL_FORMATS = frozenset({FileRole.PICTURE, FileRole.PDF, FileRole.PAGE})
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s%#&]+')
_LONGEST_NAME = 60
#: Faults that say nothing as long as there is no network at all.
_MAY_BE_OFFLINE = {Fault.NAME_UNKNOWN, Fault.NOT_REACHED, Fault.NO_ANSWER, Fault.NOT_LOADED}


@dataclass(frozen=True)
class Plan:
    """How addresses are captured.

    Attributes:
        folder: where the files go.
        room: where browsers keep their profiles meanwhile; the system's place if None.
        check: called often; what it raises stops the work, and nothing is left running.
        named: addresses whose hosts may be private, beside those asked for.
        formats: the files that are wanted of a page.
        first: the number of the first address, for the names of files.
    """

    folder: Path
    room: Path | None = None
    bounds: Bounds = field(default_factory=Bounds)
    check: Callable[[], None] = lambda: None
    named: Sequence[str] = ()
    formats: frozenset[FileRole] = ALL_FORMATS
    first: int = 1


def capture_each(
    orders: Sequence[Order], browsers: Sequence[Installed], plan: Plan
) -> Iterator[Capture]:
    """Capture every address, in order; each order's address is a whole one.

    A browser that cannot be driven gives way to the next one.
    """
    usable = list(browsers)
    named = hosts_of([*(order.address for order in orders), *plan.named])
    for number, order in enumerate(orders, plan.first):
        made = _empty(order, Fault.NO_BROWSER)
        while usable:
            made = _capture(order, number, usable[0], named, plan)
            if made.fault is not Fault.BROWSER_FAILED or len(usable) == 1:
                break
            usable.pop(0)
        yield made


def _capture(
    order: Order, number: int, browser: Installed, named: frozenset[str], plan: Plan
) -> Capture:
    plan.check()
    room = Path(tempfile.mkdtemp(prefix="capture-", dir=plan.room)).resolve()
    try:
        with Gateway(named) as gateway:
            made = _Capturing(order, number, browser, gateway, plan, room).run()
    finally:
        shutil.rmtree(room, ignore_errors=True)
    if made.fault in _MAY_BE_OFFLINE and not has_network():
        made = replace(made, fault=Fault.NO_NETWORK)
    return made


class _Capturing:
    """The work on one address."""

    def __init__(
        self,
        order: Order,
        number: int,
        browser: Installed,
        gateway: Gateway,
        plan: Plan,
        room: Path,
    ) -> None:
        self._order = order
        self._number = number
        self._browser = browser
        self._gateway = gateway
        self._plan = plan
        self._room = room
        self._visit = Visit(plan.bounds)
        self._until = time.monotonic() + plan.bounds.seconds
        self._remarks: list[Remark] = []
        self._files: list[CapturedFile] = []
        self._version = browser.name
        self._title = ""

    def run(self) -> Capture:
        downloads = self._room / "downloads"
        downloads.mkdir()
        try:
            process = Process(self._browser, self._room, self._gateway.port)
        except OSError as error:
            return _empty(self._order, Fault.BROWSER_FAILED, str(error))
        # The time limit ends even a browser that hangs while it is written to.
        left = max(1.0, self._until - time.monotonic()) + 15
        watch = threading.Timer(left, process.kill)
        watch.daemon = True
        watch.start()
        try:
            fault, detail = self._drive(process, downloads)
        except BaseException:
            process.kill()
            raise
        finally:
            watch.cancel()
            process.close()
        return self._told(fault, detail)

    def _drive(self, process: Process, downloads: Path) -> tuple[Fault | None, str]:
        visit = self._visit
        client = Client(process.to_browser, process.from_browser, visit.heard, self._check)
        started = False
        try:
            version = client.call("Browser.getVersion", within=30)
            self._version = f"{self._browser.name} {version['product'].rpartition('/')[2]}"
            visit.attach(client, downloads)
            started = True
            return self._take(downloads), visit.detail
        except _Overdue:
            return Fault.TOO_SLOW, ""
        except (BrowserGone, TooLate, CommandFailed) as error:
            if time.monotonic() > self._until:
                return Fault.TOO_SLOW, ""
            fault = Fault.NOT_LOADED if started else Fault.BROWSER_FAILED
            return fault, str(error) or _last_words(self._room)

    def _check(self) -> None:
        self._plan.check()
        if time.monotonic() > self._until:
            raise _Overdue

    def _take(self, downloads: Path) -> Fault | None:
        visit = self._visit
        fault = visit.go(self._order.address)
        if fault is not None:
            return self._gateway.faults.get(host_of(visit.address or self._order.address), fault)
        if visit.download:
            fault = visit.fetch_file()
            if fault is None:
                self._keep_download(downloads)
            return fault
        self._remarks += visit.settle()
        self._title = visit.title()
        self._remarks += visit.close_layers()
        self._remarks += visit.scroll_through()
        self._title = visit.title() or self._title
        if visit.left_web or not is_web(visit.address):
            visit.detail = visit.left_web[:200]
            return self._gateway.faults.get(host_of(visit.address), Fault.OTHER_SCHEME)
        self._keep(FileRole.PICTURE, "png", visit.take_picture, RemarkKind.NO_PNG)
        self._keep(FileRole.PAGE, "mhtml", visit.save_page, RemarkKind.NO_MHTML)
        when = datetime.now().astimezone().isoformat(" ", "seconds")
        self._keep(FileRole.PDF, "pdf", lambda: visit.print_pages(when), RemarkKind.NO_PDF)
        return None if self._files else Fault.NOT_LOADED

    def _keep(
        self, role: FileRole, ending: str, make: Callable[[], bytes], without: RemarkKind
    ) -> None:
        if role not in self._plan.formats:
            return
        try:
            data = make()
        except (CommandFailed, TooLate) as error:
            self._remarks.append(Remark(without, str(error)))
            return
        path = self._plan.folder / f"{self._stem()}.{ending}"
        path.write_bytes(data)
        self._note(role, path)

    def _keep_download(self, downloads: Path) -> None:
        download = self._visit.download
        name = _plain(str(download["name"]))[-80:] or "download"
        path = self._plan.folder / f"{self._number:03}_{name}"
        (downloads / download["guid"]).replace(path)
        self._title = str(download["name"])
        self._visit.address = str(download["url"])
        self._remarks.append(Remark(RemarkKind.FILE, str(download["name"])))
        self._note(FileRole.DOWNLOAD, path)

    def _note(self, role: FileRole, path: Path) -> None:
        sha256, sm3 = check_sums(path)
        self._files.append(CapturedFile(role, path.name, path.stat().st_size, sha256, sm3))

    def _stem(self) -> str:
        name = _plain(self._title or host_of(self._visit.address))[:_LONGEST_NAME].strip(" ._")
        return f"{self._number:03}_{name or 'page'}"

    def _told(self, fault: Fault | None, detail: str) -> Capture:
        visit = self._visit
        final = visit.address or self._order.address
        status = int(visit.response.get("status", 0))
        certificate = visit.certificate()
        remarks = moved(visit.hops)
        if status >= 400:
            remarks.append(Remark(RemarkKind.STATUS, str(status)))
        if certificate is not None and certificate.trouble:
            remarks.append(Remark(RemarkKind.UNTRUSTED, certificate.trouble))
        remarks += self._remarks
        for kind, texts in (
            (RemarkKind.DIALOG, visit.dialogs),
            (RemarkKind.DOWNLOAD_STOPPED, visit.stopped_downloads),
        ):
            if texts:
                remarks.append(Remark(kind, texts[0], len(texts)))
        if visit.popups:
            remarks.append(Remark(RemarkKind.POPUP, count=visit.popups))
        blocked = sorted(h for h, f in self._gateway.faults.items() if f is Fault.PRIVATE)
        if blocked and fault is None:
            remarks.append(Remark(RemarkKind.BLOCKED, "、".join(blocked[:5]), len(blocked)))
        return Capture(
            asked=self._order.address,
            key=self._order.key,
            sought=self._order.sought,
            final=final,
            hops=tuple(visit.hops),
            status=status,
            response_ms=visit.response_ms,
            title=self._title,
            media_type=str(visit.response.get("mimeType", "")),
            certificate=certificate,
            server_date=visit.header("date"),
            remote=self._gateway.remotes.get(host_of(final), ""),
            captured_at=datetime.now().astimezone().isoformat(timespec="seconds"),
            browser=self._version,
            files=tuple(self._files) if fault is None else (),
            remarks=tuple(remarks),
            fault=fault,
            detail=detail if fault is not None else "",
        )


class _Overdue(Exception):
    """The time for this address is over."""


def _empty(order: Order, fault: Fault, detail: str = "") -> Capture:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return Capture(
        order.address, order.key, order.sought, captured_at=now, fault=fault, detail=detail
    )


def _plain(name: str) -> str:
    return _FORBIDDEN.sub("_", name).strip(" ._")


def _last_words(room: Path) -> str:
    with contextlib.suppress(OSError):
        lines = (room / "browser.log").read_text("utf-8", "replace").strip().splitlines()
        return lines[-1][:300] if lines else ""
    return ""

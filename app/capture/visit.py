"""One visit of one address: what the browser tells of it while it loads and afterwards."""

from __future__ import annotations

import base64
import contextlib
import html
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.capture import scripts
from app.capture.addresses import is_web
from app.capture.model import Bounds, Certificate, Fault, Hop, Remark, RemarkKind
from app.capture.protocol import Client, CommandFailed, TooLate

#: After so many dialogs the page's scripts are stopped: it would go on for ever.
_MOST_DIALOGS = 10
#: The browser's words for why there is no answer.
_ERRORS = {
    "ERR_NAME_NOT_RESOLVED": Fault.NAME_UNKNOWN,
    "ERR_INTERNET_DISCONNECTED": Fault.NO_NETWORK,
    "ERR_TOO_MANY_REDIRECTS": Fault.ENDLESS_REDIRECTS,
    "ERR_UNSAFE_REDIRECT": Fault.OTHER_SCHEME,
    "ERR_UNKNOWN_URL_SCHEME": Fault.OTHER_SCHEME,
    "ERR_DISALLOWED_URL_SCHEME": Fault.OTHER_SCHEME,
    "ERR_INVALID_REDIRECT": Fault.OTHER_SCHEME,
    "ERR_EMPTY_RESPONSE": Fault.NO_ANSWER,
    "ERR_TIMED_OUT": Fault.TOO_SLOW,
}
_SECURE_ERRORS = ("ERR_SSL", "ERR_CERT", "ERR_BAD_SSL")


class Visit:
    """Follows one page; what it has heard lies in its attributes."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.client: Client
        self.session = ""
        self.target = ""
        self.frame = ""
        self.address = ""
        self.hops: list[Hop] = []
        self.response: Mapping[str, Any] = {}
        self.response_ms = 0
        self.certificate_error = ""
        self.loaded = False
        self.dialogs: list[str] = []
        self.popups = 0
        self.stopped_downloads: list[str] = []
        self.taking_downloads = True
        self.download: dict[str, Any] = {}
        self._sent_at: dict[str, float] = {}
        self._running: set[str] = set()
        self._loader = ""
        self.left_web = ""
        self.detail = ""
        self._handlers = {
            "Network.requestWillBeSent": self._sent,
            "Network.responseReceived": self._answered,
            "Network.loadingFinished": self._over,
            "Network.loadingFailed": self._over,
            "Page.loadEventFired": self._load_fired,
            "Page.frameNavigated": self._navigated,
            "Page.javascriptDialogOpening": self._dialog,
            "Target.targetCreated": self._target_made,
            "Browser.downloadWillBegin": self._download_begins,
            "Browser.downloadProgress": self._download_goes_on,
            "Security.visibleSecurityStateChanged": self._security,
        }

    # --- hearing ---------------------------------------------------------------------------------

    def heard(self, method: str, told: Mapping[str, Any], session: str) -> None:
        """Take an event in."""
        handler = self._handlers.get(method)
        if handler is not None and (not session or session == self.session):
            handler(told)

    def _sent(self, told: Mapping[str, Any]) -> None:
        number = told["requestId"]
        self._running.add(number)
        if told.get("type") != "Document" or told.get("frameId") != self.frame:
            return
        answer = told.get("redirectResponse")
        if answer is not None:
            self.hops.append(Hop(answer["url"], int(answer["status"])))
        elif self._loader and told["loaderId"] != self._loader and self.address:
            self.hops.append(Hop(self.address, 0))  # the page itself moved on
        self._loader = told["loaderId"]
        self.address = told["request"]["url"]
        self._sent_at[number] = told["timestamp"]
        self.loaded = False

    def _answered(self, told: Mapping[str, Any]) -> None:
        if told.get("type") != "Document" or told.get("frameId") != self.frame:
            return
        self.response = told["response"]
        sent = self._sent_at.get(told["requestId"], told["timestamp"])
        self.response_ms = max(0, round((told["timestamp"] - sent) * 1000))

    def _over(self, told: Mapping[str, Any]) -> None:
        self._running.discard(told["requestId"])

    def _load_fired(self, _told: Mapping[str, Any]) -> None:
        self.loaded = True

    def _navigated(self, told: Mapping[str, Any]) -> None:
        frame = told["frame"]
        if frame.get("id") != self.frame:
            return
        address = frame.get("url", "")
        if is_web(address):
            self.address = address + frame.get("urlFragment", "")
            self.left_web = ""
        elif self.address:
            self.left_web = address

    def _dialog(self, told: Mapping[str, Any]) -> None:
        # Leaving is always allowed; everything else is answered with no.
        leaving = told.get("type") == "beforeunload"
        self.client.tell("Page.handleJavaScriptDialog", self.session, accept=leaving)
        self.dialogs.append(str(told.get("message", ""))[:200])
        if len(self.dialogs) == _MOST_DIALOGS:
            self.client.tell("Emulation.setScriptExecutionDisabled", self.session, value=True)
            self.client.tell("Runtime.terminateExecution", self.session)

    def _target_made(self, told: Mapping[str, Any]) -> None:
        info = told["targetInfo"]
        if info["type"] == "page" and self.target and info["targetId"] != self.target:
            self.popups += 1
            self.client.tell("Target.closeTarget", targetId=info["targetId"])

    def _download_begins(self, told: Mapping[str, Any]) -> None:
        if self.taking_downloads and not self.download:
            self.download = {"guid": told["guid"], "name": told["suggestedFilename"]}
            self.download["url"] = told["url"]
            return
        self.client.tell("Browser.cancelDownload", guid=told["guid"])
        self.stopped_downloads.append(str(told["suggestedFilename"])[:80])

    def _download_goes_on(self, told: Mapping[str, Any]) -> None:
        if told["guid"] != self.download.get("guid"):
            return
        size = max(told.get("receivedBytes", 0), told.get("totalBytes", 0))
        if size > self.bounds.file_bytes and told["state"] == "inProgress":
            self.download["state"] = "too large"
            self.client.tell("Browser.cancelDownload", guid=told["guid"])
        elif self.download.get("state") != "too large":
            self.download["state"] = told["state"]

    def _security(self, told: Mapping[str, Any]) -> None:
        state = told["visibleSecurityState"].get("certificateSecurityState") or {}
        error = state.get("certificateNetworkError")
        if error:
            self.certificate_error = str(error)

    # --- doing -----------------------------------------------------------------------------------

    def attach(self, client: Client, downloads: Path) -> None:
        """Make a page and get ready to hear of it."""
        self.client = client
        version = client.call("Browser.getVersion")
        client.call("Target.setDiscoverTargets", discover=True)
        self.target = client.call("Target.createTarget", url="about:blank")["targetId"]
        attached = client.call("Target.attachToTarget", targetId=self.target, flatten=True)
        self.session = attached["sessionId"]
        self.frame = self.target
        for domain in ("Page", "Network", "Security"):
            client.call(f"{domain}.enable", self.session)
        client.call("Security.setIgnoreCertificateErrors", self.session, ignore=True)
        client.call("Page.addScriptToEvaluateOnNewDocument", self.session, source=scripts.QUIET)
        # Some sites turn browsers away that say that nobody looks at them.
        agent = version["userAgent"].replace("HeadlessChrome", "Chrome")
        client.call(
            "Emulation.setUserAgentOverride",
            self.session,
            userAgent=agent,
            acceptLanguage="zh-CN,zh;q=0.9,en;q=0.5",
        )
        client.call(
            "Browser.setDownloadBehavior",
            behavior="allowAndName",
            downloadPath=str(downloads),
            eventsEnabled=True,
        )

    def go(self, address: str) -> Fault | None:
        """Go to the address; returns why there is nothing."""
        try:
            told = self.client.call(
                "Page.navigate", self.session, url=address, within=self.bounds.load_seconds
            )
        except TooLate:
            if self.response:
                return None
            return Fault.TOO_SLOW
        error = str(told.get("errorText", ""))
        self.detail = error
        if (told.get("isDownload") or error == "net::ERR_ABORTED") and self._comes_as_file():
            return None
        self.taking_downloads = False
        return _fault_of(error) if error else None

    def _comes_as_file(self) -> bool:
        return self.client.wait(3.0, lambda: self.download)

    def fetch_file(self) -> Fault | None:
        """Wait until the file is there that came instead of a page."""
        ends = {"completed", "canceled", "too large"}
        left = self.bounds.seconds
        if not self.client.wait(left, lambda: self.download.get("state") in ends):
            return Fault.TOO_SLOW
        state = self.download["state"]
        if state == "completed":
            return None
        return Fault.TOO_LARGE if state == "too large" else Fault.NO_ANSWER

    def settle(self) -> list[Remark]:
        """Wait until the page has loaded and stands still, within bounds."""
        remarks = []
        if not self.client.wait(self.bounds.load_seconds, lambda: self.loaded):
            self.client.tell("Page.stopLoading", self.session)
            remarks.append(Remark(RemarkKind.STILL_LOADING))
        until = time.monotonic() + self.bounds.settle_seconds
        last, since = None, time.monotonic()
        while time.monotonic() < until:
            state = self.evaluate(scripts.STATE)
            if state != last:
                last, since = state, time.monotonic()
            elif time.monotonic() - since >= self.bounds.quiet_seconds:
                break
            self.client.wait(0.15)
        return remarks

    def close_layers(self) -> list[Remark]:
        """Close what lies over the page where it can be closed; tell of both."""
        found = self.evaluate(scripts.LAYERS)
        if not isinstance(found, list):
            return []
        closed, left = found
        remarks = [Remark(RemarkKind.LAYER_CLOSED, words) for words in closed]
        return remarks + [Remark(RemarkKind.LAYER_LEFT, words) for words in left]

    def scroll_through(self) -> list[Remark]:
        """Show every part of the page once, so that what is loaded late comes; then go up."""
        remarks = []
        at, rounds = 0, 0
        height, inner, screen, _ = self._extent()
        if inner:
            # A part of the page scrolls, not the page: a window so tall that it need not.
            screen = min(self.bounds.height, screen + inner)
            self._make_tall(screen)
            self.client.wait(0.5)
            height = self._extent()[0]
        while at + screen < height:
            if rounds >= self.bounds.rounds or at + screen >= self.bounds.height:
                remarks.append(Remark(RemarkKind.ENDLESS, str(at + screen)))
                break
            rounds += 1
            at += screen
            self.evaluate(scripts.SCROLL % at)
            self.client.wait(0.12)
            height = self._extent()[0]
            if at + screen >= height:  # the end, unless more comes
                self.client.wait(0.5)
                height = self._extent()[0]
        self.client.wait(4.0, self._pictures_are_there)
        broken = self._pictures()
        if any(broken):
            remarks.append(Remark(RemarkKind.PICTURES_MISSING, count=sum(broken)))
        self.evaluate(scripts.SCROLL % 0)
        self.client.wait(0.2)
        return remarks

    def take_picture(self) -> bytes:
        """The whole page as PNG, up to the bound."""
        height, _, screen, width = self._extent()
        clip = {
            "x": 0,
            "y": 0,
            "width": min(max(width, 400), 4000),
            "height": min(max(height, screen), self.bounds.height),
            "scale": 1,
        }
        told = self.client.call(
            "Page.captureScreenshot",
            self.session,
            format="png",
            captureBeyondViewport=True,
            clip=clip,
        )
        return base64.b64decode(told["data"])

    def print_pages(self, when: str) -> bytes:
        """The page printed as PDF on A4, with its address and the time below."""
        style = "font-size:7px;width:100%;margin:0 10mm;display:flex;justify-content:space-between"
        footer = (
            f'<div style="{style}"><span>{html.escape(self.address[:140])}</span>'
            f"<span>{html.escape(when)}　"
            '<span class="pageNumber"></span>/<span class="totalPages"></span></span></div>'
        )
        told = self.client.call(
            "Page.printToPDF",
            self.session,
            within=self.bounds.seconds,
            printBackground=True,
            displayHeaderFooter=True,
            headerTemplate="<span></span>",
            footerTemplate=footer,
            paperWidth=8.27,
            paperHeight=11.69,
            marginTop=0.4,
            marginBottom=0.6,
            marginLeft=0.4,
            marginRight=0.4,
        )
        return base64.b64decode(told["data"])

    def save_page(self) -> bytes:
        """The page with all it shows as MHTML."""
        told = self.client.call("Page.captureSnapshot", self.session, format="mhtml")
        data: str = told["data"]
        return data.encode("utf-8", "surrogateescape")

    def title(self) -> str:
        """What the page calls itself."""
        return " ".join(str(self.evaluate("document.title") or "").split())

    def evaluate(self, expression: str) -> object:
        """The value of a script; None if the page is just moving on or hangs."""
        with contextlib.suppress(CommandFailed, TooLate):
            told = self.client.call(
                "Runtime.evaluate",
                self.session,
                within=8,
                expression=expression,
                returnByValue=True,
                awaitPromise=True,
            )
            value: object = told["result"].get("value")
            return value
        return None

    def certificate(self) -> Certificate | None:
        """What the server showed, if it showed one."""
        details = self.response.get("securityDetails")
        if not details:
            return None
        trouble = self.certificate_error.rpartition("::")[2]
        if not trouble and self.response.get("securityState") == "insecure":
            trouble = "insecure"
        return Certificate(
            str(details.get("subjectName", "")),
            str(details.get("issuer", "")),
            _day(details.get("validFrom")),
            _day(details.get("validTo")),
            trouble,
        )

    def header(self, name: str) -> str:
        """A line of the answer's head."""
        for key, value in self.response.get("headers", {}).items():
            if key.lower() == name:
                return str(value)
        return ""

    def _make_tall(self, height: int) -> None:
        self.client.call(
            "Emulation.setDeviceMetricsOverride",
            self.session,
            width=1280,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def _extent(self) -> tuple[int, int, int, int]:
        found = self.evaluate(scripts.EXTENT)
        if not isinstance(found, list):
            return (900, 0, 900, 1280)
        height, inner, screen, width = (max(0, int(number)) for number in found)
        return height, inner, max(screen, 100), width

    def _pictures(self) -> tuple[int, int]:
        found = self.evaluate(scripts.PICTURES)
        return (int(found[0]), int(found[1])) if isinstance(found, list) else (0, 0)

    def _pictures_are_there(self) -> bool:
        return self._pictures()[0] == 0


def moved(hops: list[Hop]) -> list[Remark]:
    """What there is to say of the way to the page."""
    remarks = []
    redirects = [hop for hop in hops if hop.status]
    if redirects:
        text = " → ".join(str(hop.status) for hop in redirects)
        remarks.append(Remark(RemarkKind.REDIRECTED, text, len(redirects)))
    by_itself = [hop for hop in hops if not hop.status]
    if by_itself:
        remarks.append(Remark(RemarkKind.SCRIPT_MOVED, by_itself[-1].address, len(by_itself)))
    return remarks


def _fault_of(error: str) -> Fault:
    name = error.rpartition("::")[2]
    if name in _ERRORS:
        return _ERRORS[name]
    if name.startswith(_SECURE_ERRORS):
        return Fault.INSECURE
    if name == "ERR_ABORTED":
        return Fault.NO_CONTENT
    return Fault.NOT_LOADED


def _day(seconds: object) -> str:
    if not isinstance(seconds, (int, float)) or not seconds:
        return ""
    try:
        return time.strftime("%Y-%m-%d", time.gmtime(seconds))
    except (OverflowError, OSError, ValueError):
        return ""

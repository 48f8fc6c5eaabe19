"""What a capture is: the page's files, where it came from, and what happened on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Fault(str, Enum):
    """Why an address gave nothing."""

    NO_BROWSER = "no_browser"
    BROWSER_FAILED = "browser_failed"
    NO_NETWORK = "no_network"
    NAME_UNKNOWN = "name_unknown"
    NOT_REACHED = "not_reached"
    NO_ANSWER = "no_answer"
    NO_CONTENT = "no_content"
    INSECURE = "insecure"
    PRIVATE = "private"
    OTHER_SCHEME = "other_scheme"
    ENDLESS_REDIRECTS = "endless_redirects"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    NOT_LOADED = "not_loaded"


class Refusal(str, Enum):
    """Why an address is not asked for at all."""

    EMPTY = "empty"
    SCHEME = "scheme"
    HOST = "host"
    PASSWORD = "password"
    LENGTH = "length"


class RemarkKind(str, Enum):
    """What happened on the way; ``Remark.text`` has the particulars."""

    STATUS = "status"
    REDIRECTED = "redirected"
    SCRIPT_MOVED = "script_moved"
    UNTRUSTED = "untrusted"
    DIALOG = "dialog"
    POPUP = "popup"
    DOWNLOAD_STOPPED = "download_stopped"
    LAYER_CLOSED = "layer_closed"
    LAYER_LEFT = "layer_left"
    ENDLESS = "endless"
    STILL_LOADING = "still_loading"
    PICTURES_MISSING = "pictures_missing"
    BLOCKED = "blocked"
    FILE = "file"
    NO_PDF = "no_pdf"
    NO_MHTML = "no_mhtml"
    NO_PNG = "no_png"


class FileRole(str, Enum):
    """What a file of a capture is."""

    PICTURE = "png"
    PDF = "pdf"
    PAGE = "mhtml"
    DOWNLOAD = "download"


@dataclass(frozen=True)
class Remark:
    """Something worth telling; ``count`` is how often it happened."""

    kind: RemarkKind
    text: str = ""
    count: int = 1


@dataclass(frozen=True)
class Hop:
    """One address that led on to the next; ``status`` is 0 where the page itself moved on."""

    address: str
    status: int


@dataclass(frozen=True)
class Certificate:
    """What the server showed; ``trouble`` is why the browser does not trust it, "" if it does."""

    subject: str
    issuer: str
    valid_from: str
    valid_to: str
    trouble: str = ""


@dataclass(frozen=True)
class CapturedFile:
    """A file in the capture's folder; ``sm3`` is "" where this Python lacks it."""

    role: FileRole
    name: str
    size: int
    sha256: str
    sm3: str


@dataclass(frozen=True)
class Order:
    """What a person wants captured.

    ``key`` is what the one who ordered knows it by; ``sought`` is what the page must show.
    """

    address: str
    key: str = ""
    sought: str = ""


@dataclass(frozen=True)
class Capture:
    """What became of one address.

    Attributes:
        asked: the address as the person gave it, made whole.
        final: where the page was in the end.
        hops: the addresses that led there, in order.
        status: the answer's HTTP status; 0 if there was none.
        response_ms: from the last request to its answer.
        server_date: the server's ``Date`` line, as it is.
        remote: the IP address that answered; "" if another proxy asked for us.
        captured_at: ISO time with the offset of this computer's clock.
        fault: why there is nothing; None if there is something.
        detail: what the browser says of the fault.
    """

    asked: str
    key: str = ""
    sought: str = ""
    final: str = ""
    hops: tuple[Hop, ...] = ()
    status: int = 0
    response_ms: int = 0
    title: str = ""
    media_type: str = ""
    certificate: Certificate | None = None
    server_date: str = ""
    remote: str = ""
    captured_at: str = ""
    browser: str = ""
    files: tuple[CapturedFile, ...] = ()
    remarks: tuple[Remark, ...] = ()
    fault: Fault | None = None
    detail: str = ""

    def file(self, role: FileRole) -> CapturedFile | None:
        """The file of a role, if there is one."""
        return next((one for one in self.files if one.role is role), None)


@dataclass(frozen=True)
class Bounds:
    """How long and how large a capture may become.

    Attributes:
        seconds: for one address, all together.
        load_seconds: until the page must have loaded; what is there then is taken.
        settle_seconds: how long scripts may go on changing the page after it loaded.
        quiet_seconds: a page that stood still so long is done.
        height: the longest picture, in pixels; pages that go on are cut there.
        rounds: how often the page is scrolled on by a screen.
        file_bytes: the largest file.
    """

    seconds: float = 90
    load_seconds: float = 30
    settle_seconds: float = 6
    quiet_seconds: float = 1.2
    height: int = 30_000
    rounds: int = 60
    file_bytes: int = 200 << 20


@dataclass(frozen=True)
class Installed:
    """A browser on this computer."""

    name: str
    path: str
    environment: Mapping[str, str] = field(default_factory=dict)

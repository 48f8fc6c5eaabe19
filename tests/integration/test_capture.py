"""Pages of a local site captured by the real browser."""

import hashlib
import io
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import psutil
import pytest
from PIL import Image

from app.capture.capturing import Plan, capture_each
from app.capture.model import Bounds, Capture, Fault, FileRole, Order, RemarkKind
from app.capture.record import plain_record, read_record
from app.jobs import Cancelled
from app.pdfium import pypdfium2
from app.typesetting.office_fonts import write_fontconfig
from tests.support.browser import BROWSERS, needs_browser
from tests.support.web_site import Site, small_pdf, web_site

pytestmark = needs_browser
#: Shorter than a person's, so that the tests are.
BOUNDS = Bounds(seconds=60, load_seconds=20, settle_seconds=3, quiet_seconds=1.0, height=6000)


@pytest.fixture(scope="module", autouse=True)
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Chinese fonts for the browser; a computer that builds the program may have none."""
    written = write_fontconfig(tmp_path_factory.mktemp("fonts"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(written))
        yield


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with (
        web_site(host="127.0.0.2") as private,
        web_site(other=int(private.base.rpartition(":")[2])) as public,
    ):
        public.private = private
        yield public


def capture(address: str, folder: Path, bounds: Bounds = BOUNDS) -> Capture:
    (made,) = capture_each([Order(address)], BROWSERS, Plan(folder, bounds=bounds))
    return made


def kinds(made: Capture) -> set[RemarkKind]:
    return {remark.kind for remark in made.remarks}


def saved_text(made: Capture, folder: Path) -> str:
    file = made.file(FileRole.PAGE)
    assert file is not None
    message = message_from_bytes((folder / file.name).read_bytes())
    parts = [p for p in message.walk() if p.get_content_type() == "text/html"]
    payload = parts[0].get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode()


def test_a_page_of_scripts_behind_redirects(site: Site, tmp_path: Path) -> None:
    made = capture(site.url("/old"), tmp_path)
    assert made.fault is None
    assert made.final == site.url("/js")
    assert [(hop.address, hop.status) for hop in made.hops] == [
        (site.url("/old"), 302),
        (site.url("/older"), 301),
    ]
    assert (made.status, made.title) == (200, "行政执法公示平台")
    assert made.remote == "127.0.0.1"
    assert made.server_date.endswith("GMT")
    assert made.browser.partition(" ")[2][0].isdigit()
    assert "权责清单" in saved_text(made, tmp_path)
    assert {file.role for file in made.files} == {FileRole.PICTURE, FileRole.PDF, FileRole.PAGE}
    for file in made.files:
        data = (tmp_path / file.name).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (file.size, file.sha256)
    pdf = made.file(FileRole.PDF)
    assert pdf is not None
    text = pypdfium2.PdfDocument(tmp_path / pdf.name)[0].get_textpage().get_text_bounded()
    assert "权责清单" in text
    assert site.url("/js") in text
    # What is written down is what is read again.
    document = json.loads(json.dumps(plain_record((made,))))
    assert read_record(document) == (made,)


def test_lazy_pictures_are_scrolled_in(site: Site, tmp_path: Path) -> None:
    made = capture(site.url("/lazy"), tmp_path)
    assert {f"/pic/{n}" for n in range(8)} <= set(site.asked)
    picture = made.file(FileRole.PICTURE)
    assert picture is not None
    image = Image.open(io.BytesIO((tmp_path / picture.name).read_bytes())).convert("RGB")
    assert image.height > 8 * 600
    blue = [y for y in range(image.height) if (32, 96, 192) in _colours(image, y)]
    assert blue[-1] > 7 * 600  # the last of them is on the picture
    assert kinds(made) == set()


def _colours(image: Image.Image, y: int) -> set[tuple[int, ...]]:
    row = image.crop((0, y, 400, y + 1)).getcolors(400) or []
    return {colour for _, colour in row if isinstance(colour, tuple)}


def test_a_page_without_end_is_bounded_and_told(site: Site, tmp_path: Path) -> None:
    made = capture(site.url("/endless"), tmp_path)
    assert made.fault is None
    assert RemarkKind.ENDLESS in kinds(made)
    picture = made.file(FileRole.PICTURE)
    assert picture is not None
    with Image.open(tmp_path / picture.name) as image:
        assert image.height == BOUNDS.height


def test_layers_are_closed_or_told(site: Site, tmp_path: Path) -> None:
    made = capture(site.url("/layers"), tmp_path)
    told = {remark.kind: remark.text for remark in made.remarks}
    assert "Cookie" in told[RemarkKind.LAYER_CLOSED]
    assert told[RemarkKind.LAYER_LEFT] == "飘窗公告"
    assert "Cookie" not in saved_text(made, tmp_path)


def test_a_page_that_is_gone_is_captured_and_told(site: Site, tmp_path: Path) -> None:
    made = capture(site.url("/nowhere"), tmp_path)
    assert (made.status, made.title, made.fault) == (404, "没有找到", None)
    assert RemarkKind.STATUS in kinds(made)


def test_gbk_without_a_charset(site: Site, tmp_path: Path) -> None:
    made = capture(site.url("/gbk"), tmp_path)
    assert made.title == "鹿山县人民政府"


@pytest.mark.parametrize("path", ["/inline.pdf", "/attachment"])
def test_a_file_becomes_the_capture(site: Site, tmp_path: Path, path: str) -> None:
    made = capture(site.url(path), tmp_path)
    (file,) = made.files
    assert file.role is FileRole.DOWNLOAD
    assert file.name.endswith(".pdf")
    assert (tmp_path / file.name).read_bytes() == small_pdf()
    assert kinds(made) == {RemarkKind.FILE}
    assert (made.final, made.status) == (site.url(path), 200)


def test_a_certificate_of_its_own_is_told(tmp_path: Path) -> None:
    with web_site(secure=tmp_path) as secure:
        made = capture(secure.url("/js"), tmp_path)
    assert made.fault is None
    assert made.certificate is not None
    assert made.certificate.issuer == "oa.example.cn"
    assert "CERT" in made.certificate.trouble
    assert RemarkKind.UNTRUSTED in kinds(made)


def test_a_hostile_page_is_harmless(site: Site, tmp_path: Path) -> None:
    made = capture(site.url("/hostile"), tmp_path)
    assert made.fault is None
    assert {RemarkKind.DIALOG, RemarkKind.BLOCKED} <= kinds(made)
    assert site.private.asked == []
    assert not list(tmp_path.glob("*notice*"))
    assert "不要相信我" in saved_text(made, tmp_path)


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/to-file", Fault.OTHER_SCHEME),
        ("/to-private", Fault.PRIVATE),
        ("/steal", Fault.PRIVATE),
    ],
)
def test_where_a_page_may_not_lead(site: Site, tmp_path: Path, path: str, fault: Fault) -> None:
    made = capture(site.url(path), tmp_path)
    assert (made.fault, made.files) == (fault, ())
    assert list(tmp_path.iterdir()) == []
    assert site.private.asked == []


def test_a_server_that_never_answers(site: Site, tmp_path: Path) -> None:
    made = capture(site.url("/silent"), tmp_path, Bounds(seconds=10, load_seconds=2))
    assert (made.fault, made.files) == (Fault.TOO_SLOW, ())


def test_a_page_that_hangs_is_left_in_time(site: Site, tmp_path: Path) -> None:
    room = tmp_path / "room"
    room.mkdir()
    bounds = Bounds(seconds=7, load_seconds=3)
    plan = Plan(tmp_path, room=room, bounds=bounds)
    (made,) = capture_each([Order(site.url("/spin"))], BROWSERS, plan)
    assert (made.fault, made.files) == (Fault.TOO_SLOW, ())
    assert _browsers_of(room) == []


def test_a_page_moves_on_by_itself(site: Site, tmp_path: Path) -> None:
    made = capture(site.url("/moved-by-script"), tmp_path)
    assert (made.title, made.final) == ("行政执法公示平台", site.url("/js"))
    assert [(hop.address, hop.status) for hop in made.hops] == [(site.url("/moved-by-script"), 0)]
    assert RemarkKind.SCRIPT_MOVED in kinds(made)


def test_cancelling_leaves_nothing_running(site: Site, tmp_path: Path) -> None:
    room, folder = tmp_path / "room", tmp_path / "folder"
    room.mkdir()
    folder.mkdir()

    def check() -> None:
        if "/silent" in site.asked[before:]:
            raise Cancelled

    before = len(site.asked)
    plan = Plan(folder, room=room, bounds=BOUNDS, check=check)
    with pytest.raises(Cancelled):
        list(capture_each([Order(site.url("/silent"))], BROWSERS, plan))
    assert list(room.iterdir()) == []
    assert _browsers_of(room) == []


def test_the_browser_ends_with_the_program(site: Site, tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from app.capture.browsers import find_browsers\n"
        "from app.capture.capturing import Plan, capture_each\n"
        "from app.capture.model import Order\n"
        "plan = Plan(Path('.'), room=Path('.'))\n"
        "list(capture_each([Order(sys.argv[1])], find_browsers(), plan))\n"
    )
    before = len(site.asked)
    child = subprocess.Popen([sys.executable, "-c", program, site.url("/silent")], cwd=tmp_path)
    while "/silent" not in site.asked[before:]:
        assert child.poll() is None
    running = _browsers_of(tmp_path)
    assert running
    child.send_signal(signal.SIGKILL)
    child.wait()
    _, alive = psutil.wait_procs(running, timeout=30)
    assert alive == []


def _browsers_of(room: Path) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        try:
            if any(str(room) in word for word in process.cmdline()):
                found.append(process)
        except psutil.Error:
            continue
    return found

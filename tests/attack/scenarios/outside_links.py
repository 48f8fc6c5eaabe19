"""Documents that want files of this computer, of a share and of the web; see ``ATTACK``."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import quote

import pypdfium2

from app.conversion.model import ConversionSettings, Made, Order
from app.conversion.office.converter import OfficeConverter
from app.isolation import Workers
from app.jobs import SilentJob
from app.problems import Problem
from tests.attack.playing import Attack, Outcome
from tests.support.conversion import source_of
from tests.support.documents import outside

_AT_ONCE = 60
_LONG_AGO = 86400.0 * 365


@dataclass(slots=True)
class _Listener:
    port: int
    heard: list[bytes] = field(default_factory=list)


@contextmanager
def _listening() -> Iterator[_Listener]:
    """A server of nothing: it notes who calls."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        listener = _Listener(server.getsockname()[1])

        def serve() -> None:
            while True:
                try:
                    caller, _ = server.accept()
                except OSError:
                    return
                with caller:
                    caller.settimeout(2)
                    try:
                        listener.heard.append(caller.recv(200))
                    except OSError:
                        listener.heard.append(b"")

        threading.Thread(target=serve, daemon=True).start()
        yield listener


def _bases(random: Random, folder: Path, work: Path, port: int) -> str:
    """The planted folder as an attacker may write it."""
    path, url = str(folder), folder.as_uri()
    letters = list(url)
    for place in random.sample(range(8, len(letters)), 3):
        letters[place] = quote(letters[place]) if not letters[place].isalnum() else letters[place]
    forms = [
        path,
        url,
        url.replace("file:", "FILE:"),
        url.replace("file://", "file:"),
        url.replace("file://", "file://localhost"),
        "".join(letters),
        f"/./{path}",
        f"{path}/../{folder.name}",
        os.path.relpath(folder, work / "in"),
        f"./{os.path.relpath(folder, work / 'in')}",
        quote(path),
        f" {url}",
        "\\\\127.0.0.1\\share",
        "file://127.0.0.1/share",
        "//127.0.0.1/share",
        f"http://127.0.0.1:{port}",
        f"HTTP://127.0.0.1:{port}",
        f"ftp://127.0.0.1:{port}",
        f"vnd.sun.star.webdav://127.0.0.1:{port}",
    ]
    return random.choice(forms)


def _play(random: Random, cases: int, folder: Path) -> Iterator[Outcome]:
    planted, work = folder / "elsewhere", folder / "work"
    outside.plant(planted)
    names = sorted(outside.ELEMENTS)
    random.shuffle(names)
    (folder / "sources").mkdir()
    with _listening() as listener, Workers() as workers:
        orders: dict[Path, tuple[str, Order]] = {}
        for number in range(max(1, cases - 2)):
            element = names[number % len(names)]
            base = _bases(random, planted, work / "0", listener.port)
            path = folder / "sources" / f"{number:03d}.{outside.names_of(element)}"
            path.write_bytes(outside.ELEMENTS[element](base))
            order = Order(source_of(path), folder / f"{number:03d}.pdf")
            orders[order.target] = f"{element}: {base.replace(str(folder), '…')}", order
        for path in planted.iterdir():
            os.utime(path, (_LONG_AGO, path.stat().st_mtime))
        before = _state(planted)
        converter = OfficeConverter(workers, ConversionSettings(base_seconds=90.0))
        every = [order for _, order in orders.values()]
        for start in range(0, len(every), _AT_ONCE):
            batch = work / str(start)
            batch.mkdir(parents=True)
            for order, result in converter.convert(
                every[start : start + _AT_ONCE], batch, SilentJob()
            ):
                yield _outcome(orders[order.target][0], result)
        yield Outcome(
            "no connection", not listener.heard, b", ".join(listener.heard).decode("latin-1")
        )
        changed = before.items() ^ _state(planted).items()
        yield Outcome("nothing opened or written elsewhere", not changed, str(sorted(changed)[:6]))


def _state(folder: Path) -> dict[str, tuple[float, int]]:
    """What reading and writing would change; reading shows only where the system notes it."""
    return {path.name: (path.stat().st_atime, path.stat().st_size) for path in folder.iterdir()}


def _outcome(case: str, result: Made | Problem) -> Outcome:
    if isinstance(result, Problem):
        return Outcome(case, held=True, detail=f"no pages: {result.kind}")
    with pypdfium2.PdfDocument(result.target) as document:
        for page in document:
            words = "".join(page.get_textpage().get_text_range().split())
            if outside.WORD in words:
                return Outcome(case, held=False, detail="its word is on the page")
            colours = page.render(scale=1).to_pil().convert("RGB").getcolors(1 << 24) or []
            if any(
                max(abs(a - b) for a, b in zip(colour, outside.COLOUR, strict=True)) < 14
                for _, colour in colours
            ):
                return Outcome(case, held=False, detail="its colour is on the page")
    return Outcome(case, held=True, detail=", ".join(note.kind for note in result.notes))


ATTACK = Attack(
    name="outside-links",
    promise="No file outside the converted one is read or contacted, and nothing of it comes into "
    "pages.",
    cases=80,
    play=_play,
)

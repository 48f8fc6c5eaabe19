"""The courier at work on a computer with a network: the list is captured, the results packed.

The courier carries this module: Python's own library only, 3.9 or later.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.capture.browsers import find_browsers
from app.capture.capturing import Plan, capture_each
from app.capture.gateway import has_network
from app.capture.model import Bounds, Capture, Fault
from app.capture.parcel import LIST_NAME, CourierList, ParcelRefused, read_list, write_parcel
from app.capture.record import RecordDamaged
from app.names.captures import describe_capture, describe_fault
from app.verification.web_check.capture_lists import earlier_captures, next_number, write_lists

#: Where the captured pages lie in the courier's folder.
PAGES_FOLDER = "采集的网页"


@dataclass(frozen=True)
class Ran:
    """What the courier did: everything that it has now, and the file to bring back.

    ``fault`` is why it could not work; ``list_fault`` says that there is no usable list.
    """

    captures: tuple[Capture, ...] = ()
    parcel: Path | None = None
    fault: Fault | None = None
    list_fault: bool = False


def run_courier(
    folder: Path,
    told: Callable[[int, int, Capture], object],
    *,
    chosen: str = "",
    check: Callable[[], None] = lambda: None,
    bounds: Bounds | None = None,
) -> Ran:
    """Capture what the folder's list names and is not captured yet; pack all results.

    ``told`` hears of each address: its number, how many there are, what became of it. Whatever
    ends the work, what was captured stays, and the next run goes on from there.
    """
    try:
        ordered = read_list((folder / LIST_NAME).read_bytes())
    except (OSError, ParcelRefused):
        return Ran(list_fault=True)
    pages = folder / PAGES_FOLDER
    pages.mkdir(exist_ok=True)
    known = {order.key: order for order in ordered.orders}
    try:
        earlier = [
            one
            for one in earlier_captures(pages)
            if one.fault is None and one.key in known and known[one.key].address == one.asked
        ]
    except RecordDamaged:
        earlier = []
    there = {one.key for one in earlier}
    waiting = [order for order in ordered.orders if order.key not in there]
    made: list[Capture] = []
    if waiting:
        browsers = find_browsers(chosen)
        if not browsers:
            return Ran(tuple(earlier), fault=Fault.NO_BROWSER)
        plan = Plan(
            pages,
            bounds=bounds or Bounds(),
            check=check,
            named=[order.address for order in ordered.orders],
            first=next_number(pages),
        )
        for number, capture in enumerate(capture_each(waiting, browsers, plan), 1):
            made.append(capture)
            told(number, len(waiting), capture)
            write_lists(pages, [*earlier, *made])
            if capture.fault is Fault.NO_NETWORK and not has_network():
                break  # the others would say the same
    everything = (*earlier, *made)
    if made and all(one.fault is Fault.NO_NETWORK for one in made):
        return Ran(everything, fault=Fault.NO_NETWORK)
    return Ran(everything, _packed(folder, ordered, everything, pages))


def _packed(folder: Path, ordered: CourierList, captures: Sequence[Capture], pages: Path) -> Path:
    stamp = time.strftime("%Y%m%d_%H%M%S")
    path = folder / f"网检结果_{stamp}.zip"
    write_parcel(path, ordered, captures, pages)
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    """Work in the folder that is named, or in the one that the courier lies in."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    folder = Path(words[0]) if words else Path(sys.argv[0]).resolve().parent
    for stream in (sys.stdout, sys.stderr):
        # A console of Windows in another language cannot show every character.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
    say = sys.stdout.write
    say("网检信使：逐个打开清单中的网址并保存，请不要拔下 U 盘。按 Ctrl+C 可以停止。\n")

    def told(number: int, count: int, capture: Capture) -> None:
        said = describe_capture(capture)
        say(f"[{number}/{count}] {capture.title or capture.asked}\n    {said}\n")
        sys.stdout.flush()

    try:
        ran = run_courier(folder, told)
    except KeyboardInterrupt:
        say("已停止。已经采集的都保留着，再运行一次会接着采集。\n")
        return 1
    except OSError as error:
        say(f"写不进这个文件夹：{error}\n请检查 U 盘是否写保护、是否还有空间。\n")
        return 1
    if ran.list_fault:
        say(f"没有找到可用的网址清单（{LIST_NAME}），请把整个文件夹一起复制。\n")
        return 2
    if ran.fault is not None:
        say(describe_fault(ran.fault) + "\n")
    if ran.parcel is None:
        return 1
    failed = sum(one.fault is not None for one in ran.captures)
    say(f"完成：采集到 {len(ran.captures) - failed} 个，没有采集到 {failed} 个。\n")
    say(f"请把结果文件带回去，在卷宗里收回：\n    {ran.parcel.name}\n")
    return 1 if failed else 0

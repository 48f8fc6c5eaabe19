"""Lists of addresses as people have them: pasted, or as a table file; and the list as xlsx."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.table_files.errors import TableUnreadable
from app.table_files.headings import Heading, find_heading
from app.table_files.reading import Limits, read_list_file, text_lines
from app.verification.web_check.addresses import is_address, tidy_address
from app.verification.web_check.errors import AddressNotWeb
from app.verification.web_check.targets import TargetSaid
from app.visible_text import visible

_LIMITS = Limits(rows=20_000, columns=60)
#: The columns, and what people call them.
COLUMNS = {
    "shows": (
        *("要看到什么", "要看到的内容", "应看到的内容", "检索内容", "内容", "公开内容", "检索项目"),
        *("项目", "名称", "标题", "要求", "shows"),
    ),
    "address": (
        *("网址", "地址", "链接", "网页", "网页地址", "网站", "网站地址", "栏目地址", "url"),
        *("address", "link"),
    ),
    "indicator": ("指标", "指标编号", "指标号", "indicator"),
    "unit": ("责任单位", "单位", "unit"),
}


@dataclass(frozen=True, slots=True)
class ListedTarget:
    """A row of a list; indicator and unit are "" where it does not say them."""

    said: TargetSaid
    indicator: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TargetList:
    """The rows of a list that can be used, and the words of those that cannot."""

    rows: tuple[ListedTarget, ...] = ()
    bad: tuple[str, ...] = ()


def read_pasted(text: str) -> TargetList:
    """Read what somebody pasted: 网址 and 要看到什么 by a tab, in either order, or one of them.

    A line without a tab may have its address in front or at the end, with a space between.
    """
    if "\t" in text:
        return _listed([_folded(cells) for _, cells in islice(text_lines(text), _LIMITS.rows)])
    lines = text.lstrip("\ufeff").splitlines()[: _LIMITS.rows]
    return _listed([_at_space(*_folded([line])) for line in lines])


def read_file(path: Path) -> TargetList:
    """Read a list from the first sheet that has one, or from a CSV file.

    Raises:
        TableUnreadable: it cannot be read, or no sheet has a list.
    """
    for lines in read_list_file(path, _LIMITS).sheets():
        rows = [_folded(line.cells) for line in lines]
        if _heading(rows) or any(is_address(cell) for row in rows for cell in row):
            found = _listed(rows)
            if found.rows:
                return found
    raise TableUnreadable(path.name, "里面没有找到“网址”和“要看到什么”两列")


def _listed(rows: Sequence[Sequence[str]]) -> TargetList:
    heading = _heading(rows)
    found, bad = [], []
    for row in filter(any, rows[heading.below if heading else 0 :]):
        cells = heading.named(row) if heading else _by_look(row)
        try:
            address = tidy_address(cells.get("address", ""))
        except AddressNotWeb as error:
            bad.append(error.text)
            continue
        # An address alone says that its page is to be there.
        said = TargetSaid(address, cells.get("shows", ""))
        if said.shows:
            found.append(ListedTarget(said, cells.get("indicator", ""), cells.get("unit", "")))
        else:
            bad.append("　".join(filter(None, row)))
    return TargetList(tuple(found), tuple(bad))


def _heading(rows: Sequence[Sequence[str]]) -> Heading | None:
    found = (find_heading(rows, COLUMNS, [column]) for column in ("shows", "address"))
    return next((heading for heading in found if not heading.missing), None)


def _folded(cells: Sequence[str]) -> list[str]:
    """Cells without what nobody sees, each on one line."""
    return [" ".join(visible(cell).split()) for cell in cells]


def _by_look(row: Sequence[str]) -> dict[str, str]:
    """The first cell that looks like an address is it; what is left says what to look for."""
    address = next((cell for cell in row if _looks_like_one(cell)), "")
    rest = [cell for cell in row if cell and cell != address and not cell.isdecimal()]
    return {"address": address, "shows": rest[0] if rest else ""}


def _looks_like_one(cell: str) -> bool:
    """True for words with a scheme or a host; 12.4国家宪法日 is none."""
    if "://" in cell:
        return True
    return cell.isascii() and "." in cell and is_address(cell) and not cell[0].isdigit()


def _at_space(line: str) -> Sequence[str]:
    first, _, rest = line.partition(" ")
    if rest and _looks_like_one(first):
        return first, rest
    rest, _, last = line.rpartition(" ")
    return (last, rest) if rest and _looks_like_one(last) else (line,)

"""Lists of addresses that people give: pasted, or in a text, CSV or Excel file."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from app.capture.addresses import whole_address
from app.capture.model import Order, Refusal
from app.table_files.reading import Limits, read_list_file
from app.verification.web_check.capture_errors import AddressRefused, NoAddress, TooManyAddresses

#: A person looks through what was captured, and packages of results stay small enough for a stick.
MOST_ADDRESSES = 300
_LIMITS = Limits(rows=5_000)
_WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:[^\s,，]+", re.IGNORECASE)
_NUMBER = re.compile(r"^[（(]?\d{1,3}\s*[、.．)）]?\s*(?!\w)")
_HOST = re.compile(
    r"(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][^\s,，]*)?|localhost\S*", re.IGNORECASE
)


def orders_of_text(text: str) -> tuple[Order, ...]:
    """What a person typed or pasted: an address a line; other words of the line say what for.

    Raises:
        AddressRefused: a line has an address that is never asked for, or none at all.
        NoAddress, TooManyAddresses: there are none, or more than a person would look through.
    """
    rows = (
        [line] for line in text.lstrip("\ufeff").splitlines() if not line.lstrip().startswith("#")
    )
    return _orders(rows, demanding=True)


def orders_of_file(path: Path) -> tuple[Order, ...]:
    """The addresses of a text, CSV or Excel file; rows without one, as headings, are passed over.

    Raises:
        TableUnreadable: it cannot be read, or is something else.
        AddressRefused, NoAddress, TooManyAddresses: see ``orders_of_text``.
    """
    file = read_list_file(path, _LIMITS)
    if file.text is not None and path.suffix.lower() != ".csv":
        return orders_of_text(file.text)
    rows = (line.cells for lines in file.sheets() for line in lines)
    # Numbers of lines and of indicators say nothing of what is sought.
    words = ([cell for cell in row if not cell.isdecimal()] for row in rows)
    return _orders(words, demanding=False)


def orders_of_words(words: Iterable[str]) -> tuple[Order, ...]:
    """Words of a command line: addresses, and names of files with lists of them.

    Raises: see ``orders_of_text`` and ``orders_of_file``.
    """
    orders: dict[str, Order] = {}
    for word in words:
        path = Path(word)
        is_file = path.suffix.lower() in {".txt", ".csv", ".xlsx"} and path.is_file()
        found = orders_of_file(path) if is_file else orders_of_text(word)
        for order in found:
            orders.setdefault(order.address, order)
    return _checked(tuple(orders.values()))


def _orders(rows: Iterable[Sequence[str]], *, demanding: bool) -> tuple[Order, ...]:
    orders: dict[str, Order] = {}
    for cells in islice(rows, _LIMITS.rows):
        words = " ".join(cell.strip() for cell in cells if cell).strip()
        if not words:
            continue
        bare = ""
        found = _WITH_SCHEME.search(words) or _HOST.search(words)
        # One word without a dot may be the name of a computer in the house.
        if found is None and demanding and len(words.split()) == 1 and words.isascii():
            found = re.match(r"\S+", words)
            bare = "http://"
        if found is None:
            if demanding:
                raise AddressRefused(words, Refusal.EMPTY)
            continue
        text = found.group()
        address = whole_address(bare + text)
        if isinstance(address, Refusal):
            raise AddressRefused(text, address)
        sought = words.replace(found.group(), " ")
        sought = _NUMBER.sub("", " ".join(sought.split())).strip(" ,，;；:：|")[:200]
        orders.setdefault(address, Order(address, sought=sought))
    return _checked(tuple(orders.values()))


def _checked(orders: tuple[Order, ...]) -> tuple[Order, ...]:
    if not orders:
        raise NoAddress
    if len(orders) > MOST_ADDRESSES:
        raise TooManyAddresses(len(orders), MOST_ADDRESSES)
    return orders

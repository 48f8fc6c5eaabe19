"""One sample file: where it stands, what it proves, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from resources.demo.content import COUNTY, Letter, Table

WEB, MATERIAL, INTERVIEW = "网络检索", "材料查证", "随机访谈"
SITE, CASE, EXAM = "实地核验", "案卷评查", "随机抽考"

Maker = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Sample:
    """A line of the manifest together with the maker of its file.

    An empty ``title``, ``doc_number``, ``issuer`` or ``day`` leaves it to the program to guess.
    """

    path: str
    indicator: str
    method: str
    unit: str
    make: Maker
    point: int | None = None
    title: str = ""
    doc_number: str = ""
    issuer: str = ""
    day: date | None = None
    seen: tuple[str, str, str, str] = ("", "", "", "")  # address, moment, person and site

    def row(self) -> tuple[str, ...]:
        """The line of the manifest."""
        point = "" if self.point is None else str(self.point)
        day = self.day.isoformat() if self.day else ""
        return (
            self.path,
            self.indicator,
            self.method,
            self.unit,
            point,
            self.title,
            self.doc_number,
            self.issuer,
            day,
            *self.seen,
        )

    def seen_at(self, address: str, moment: str) -> "Sample":
        """The same sample with where and when it was seen on the county's web site."""
        return replace(self, seen=(address, moment, "赵某某", f"{COUNTY}人民政府门户网站"))


@dataclass(frozen=True, slots=True)
class Task:
    """A verification task of one unit, to which samples are added."""

    folder: str
    indicator: str
    method: str
    unit: str

    def letter(
        self,
        name: str,
        letter: Letter,
        write: Callable[[Path, Letter], None],
        point: int | None = None,
    ) -> Sample:
        """A sample that says all about itself."""
        return Sample(
            f"{self.folder}/{name}",
            self.indicator,
            self.method,
            self.unit,
            lambda path: write(path, letter),
            point,
            letter.title,
            letter.number,
            letter.issuer,
            letter.day,
        )

    def table(
        self,
        name: str,
        table: Table,
        write: Callable[[Path, Table], None],
        point: int | None = None,
    ) -> Sample:
        """A ledger; it has no document number."""
        return Sample(
            f"{self.folder}/{name}",
            self.indicator,
            self.method,
            self.unit,
            lambda path: write(path, table),
            point,
            table.title,
            "",
            table.issuer,
            table.day,
        )

    def plain(
        self,
        name: str,
        make: Maker,
        point: int | None = None,
        title: str = "",
        day: date | None = None,
    ) -> Sample:
        """A sample with no or little said about it; the program guesses the rest."""
        return Sample(
            f"{self.folder}/{name}",
            self.indicator,
            self.method,
            self.unit,
            make,
            point,
            title,
            day=day,
        )

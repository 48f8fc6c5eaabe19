"""What a person may choose for a compile."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

#: 材料页数超过 200 页可一案数卷 (the usual rule for case files).
USUAL_VOLUME_LIMIT = 200

_RETENTION_CODES = {"永久": "Y", "30年": "D30", "10年": "D10"}  # DA/T 22-2015
#: The usual 保管期限, to choose from; a person may write another.
RETENTIONS = tuple(_RETENTION_CODES)


class Scope(StrEnum):
    """What one dossier holds: an indicator, a unit's share, a method, or everything at once."""

    INDICATOR = "indicator"
    UNIT = "unit"
    METHOD = "method"
    COMBINED = "combined"


class Edition(StrEnum):
    """For whom a dossier is made: the people who work on it, or the inspectors who receive it.

    The inspection edition (检查组版) holds what the office accepted and speaks of nothing else.
    """

    WORKING = "working"
    INSPECTION = "inspection"


#: Where the inspection edition lies unless somebody says otherwise: apart, to be handed over whole.
INSPECTION_FOLDER = "检查组版"


def usual_folder(exports: Path, edition: Edition) -> Path:
    """The folder of an edition in the workspace's exports."""
    return exports / INSPECTION_FOLDER if edition is Edition.INSPECTION else exports


class Numbering(StrEnum):
    """Where the running number stands: always on the right, or on the outer side of each leaf.

    It stands in the lower corner as GB/T 9704-2012 has it, or in the upper one as archives do.
    """

    SINGLE_SIDED = "single_sided"
    DUPLEX_OUTER = "duplex_outer"
    TOP_RIGHT = "top_right"
    TOP_OUTER = "top_outer"

    @property
    def duplex(self) -> bool:
        """True if both sides of a leaf are printed."""
        return self in {Numbering.DUPLEX_OUTER, Numbering.TOP_OUTER}

    @property
    def at_top(self) -> bool:
        """True for the upper corner."""
        return self in {Numbering.TOP_RIGHT, Numbering.TOP_OUTER}


@dataclass(frozen=True, slots=True)
class ArchiveFields:
    """The filing fields of cover and end sheet (GB/T 9705-2008), the codes as templates.

    A template may name ``{fonds_code} {category_code} {year} {retention_code} {volume_code}
    {volume}``. DA/T 13-2022 joins levels with "-" and equals with "·"; a level whose fields are
    all empty is left out, and without a fonds code there is no 档号 at all (it is filled in by
    hand when the file is transferred).
    """

    fonds_name: str = ""
    fonds_code: str = ""
    category_name: str = ""
    category_code: str = ""
    retention: str = "30年"
    filing_number_template: str = ""
    archive_code_template: str = "{fonds_code}-{category_code}-{volume_code}"
    filed_by: str = ""
    checked_by: str = ""
    filed_on: date | None = None

    def archive_code(self, values: Mapping[str, str]) -> str:
        """档号 of a volume; ``values`` holds what ``code_values`` gave."""
        return _fill(self.archive_code_template, values) if self.fonds_code else ""

    def filing_number(self, values: Mapping[str, str]) -> str:
        """归档号 of a volume; empty unless a template was set."""
        return _fill(self.filing_number_template, values)

    def code_values(self, ordinal: int, volume: int, volumes: int, year: int) -> dict[str, str]:
        """The fields that the templates may name, for volume ``volume`` of dossier ``ordinal``.

        The volume code follows the indicator and not a count over this compile, so that a printed
        code stays right when other indicators gain or lose a volume.
        """
        code = f"{ordinal:03d}" + (f"·{volume}" if volumes > 1 else "")
        retention = _RETENTION_CODES.get(self.retention.replace(" ", ""), self.retention)
        return {
            "fonds_code": self.fonds_code,
            "category_code": self.category_code,
            "year": str(self.filed_on.year if self.filed_on else year),
            "retention_code": retention,
            "volume_code": code,
            "volume": str(volume),
        }


def _fill(template: str, values: Mapping[str, str]) -> str:
    def level(part: str) -> str:
        names = re.findall(r"\{(\w+)\}", part)
        if names and not any(values.get(name, "") for name in names):
            return ""
        text = re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], ""), part)
        return re.sub("·+", "·", text).strip("·")

    return "-".join(filter(None, map(level, template.split("-"))))


@dataclass(frozen=True, slots=True)
class DossierOptions:
    """All choices of one compile; equal options and equal rows give the same dossiers.

    Attributes:
        scope: what one dossier holds.
        indicators: codes to compile; empty for all.
        units: names of units whose evidence to compile; empty for all.
        numbering: where the running number stands.
        duplex_blanks: each generated sheet gets a leaf of its own, its back left blank.
        volume_limit: numbered pages per volume; COMBINED is one file and knows no limit.
        photos_per_page: 1, 2 or 4 photos on a page, of one item or of neighbouring ones.
        watermark: pale words across each generated sheet ("" for none).
        pdfa: write PDF/A-2b.
        archive: the filing fields.
        accepted_only: leave out what the office has not accepted, and say so.
        last_year: the last year for which evidence is due; None for the present one.
        edition: for whom; the inspection edition is never a draft.
    """

    scope: Scope = Scope.INDICATOR
    indicators: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    numbering: Numbering = Numbering.SINGLE_SIDED
    duplex_blanks: bool = False
    volume_limit: int = USUAL_VOLUME_LIMIT
    photos_per_page: int = 1
    watermark: str = ""
    pdfa: bool = False
    archive: ArchiveFields = field(default_factory=ArchiveFields)
    accepted_only: bool = False
    last_year: int | None = None
    edition: Edition = Edition.WORKING

    def __post_init__(self) -> None:
        if self.volume_limit < 1:
            raise ValueError("a volume holds at least one page")
        if self.photos_per_page not in {1, 2, 4}:
            raise ValueError("1, 2 or 4 photos share a page")
        if self.for_inspection and self.watermark:
            raise ValueError("the inspection edition is no draft")

    @property
    def for_inspection(self) -> bool:
        """True for the edition that inspectors receive."""
        return self.edition is Edition.INSPECTION

    @property
    def only_accepted(self) -> bool:
        """True if only what the office accepted is bound."""
        return self.accepted_only or self.for_inspection

    def number_on_right(self, physical_page: int) -> bool:
        """True if the number of this page (0 is the volume's first) stands on the right."""
        return not self.numbering.duplex or physical_page % 2 == 0

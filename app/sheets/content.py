"""The content of each generated sheet, as plain values: words in, pages out."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cover:
    """封面 (GB/T 9705-2008): the nine fields, the volume, and whether something is missing."""

    fonds_name: str  # 全宗名称
    category_name: str  # 类目名称
    title: str  # 案卷题名
    period: str  # 时间, "2018年3月—2021年4月" or ""
    retention: str  # 保管期限
    item_count: int  # 件
    page_count: int  # 页数: numbered pages of this volume
    filing_number: str  # 归档号
    archive_code: str  # 档号
    volume: int = 1
    volumes: int = 1
    incomplete: bool = False


@dataclass(frozen=True, slots=True)
class PointLine:
    """A 材料要点 and where it stands: covered, missing, or with gaps that ``note`` names.

    If it does not apply to anybody concerned (不涉及), ``note`` says why.
    """

    number: int
    text: str
    covered: bool
    note: str = ""  # "缺 2019、2020 年", "共 3 件"
    applies: bool = True


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure that a unit states for what the text demands (量化数据).

    ``point`` is the number of the point, or None for a demand of the statement.
    """

    point: int | None
    demand: str  # "办复率达100%"
    unit: str
    value: str  # "98.5%"
    met: bool


@dataclass(frozen=True, slots=True)
class TaskBlock:
    """One task of the indicator with its requirement, verbatim.

    ``terms`` are what it demands beside, a line each: deadline, themes of years, scoring.
    """

    name: str
    requirement: str
    points: tuple[PointLine, ...]
    figures: tuple[FigureLine, ...] = ()
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A responsible unit and its part ("牵头", "参与")."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class IndicatorSheet:
    """指标说明: the statement, the requirements with their points, the responsible units.

    ``figures`` are those for demands of the statement. ``share`` names the units that the state of
    the points is about, if it is not about all that answer for the indicator.
    """

    heading: str  # "第60项指标"
    category: str
    statement: str
    tasks: tuple[TaskBlock, ...]
    units: tuple[UnitLine, ...]
    source: str  # the document that the wording is from
    figures: tuple[FigureLine, ...] = ()
    share: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CatalogueHeading:
    """A line that groups the rows after it (the verification method)."""

    text: str


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One 件 in the 卷内文件目录; ``key`` is what a click on the row leads to."""

    key: str
    sequence: int
    doc_number: str
    issuer: str
    title: str
    date: str  # "20210409", "2021", "" (DA/T 22: eight digits)
    page: str  # "12", on the last row "12—15"
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """卷内文件目录 (GB/T 9705-2008); long titles wrap, the head repeats on each page."""

    archive_code: str
    subtitle: str  # the dossier's title, small
    lines: tuple[CatalogueHeading | CatalogueRow, ...]


@dataclass(frozen=True, slots=True)
class Divider:
    """隔页 before the items of one verification method (or of one indicator in a larger scope)."""

    title: str  # "材料查证"
    subtitle: str  # "第60项指标"
    requirement: str
    item_count: int
    page_range: str  # "第 1—35 页", "" if nothing was attached


@dataclass(frozen=True, slots=True)
class Placeholder:
    """The visible sheet that stands where an item's pages should be and are not."""

    title: str
    file_name: str
    reason: str
    remedy: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RegisterSheet:
    """登记页 for what cannot be printed (audio, video, others), with its SHA-256 as a QR code."""

    file_name: str
    format_label: str
    size: int
    duration_seconds: float | None
    sha256: str


@dataclass(frozen=True, slots=True)
class EndNote:
    """One numbered remark of the end sheet ("第3件", "以图像页装订…")."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class EndSheet:
    """卷内备考表 (GB/T 9705-2008): state of the volume, ledger, who filed and who checked it."""

    archive_code: str
    item_count: int
    page_count: int
    included: int
    doubtful: int  # of those included, how many hold what their pages do not show
    excluded: int
    failed: int
    notes: tuple[EndNote, ...]
    fingerprint: str  # SHA-256 over the volume's content in order
    filed_by: str
    checked_by: str
    filed_on: date | None


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty page that keeps the next sheet on the front of a leaf."""


@dataclass(frozen=True, slots=True)
class Spine:
    """卷脊 label: one strip to cut out."""

    fonds_code: str
    catalogue_code: str
    year: str
    volume_code: str
    filing_number: str
    title: str
    thickness_mm: int  # 10, 15 or 20


@dataclass(frozen=True, slots=True)
class MasterRow:
    """One dossier volume in the master catalogue (案卷目录)."""

    sequence: int
    archive_code: str
    title: str
    period: str
    items: int
    pages: int
    retention: str
    remark: str


@dataclass(frozen=True, slots=True)
class MasterCatalogue:
    """案卷目录: all volumes of one compile, with a total."""

    fonds_name: str
    title: str
    rows: tuple[MasterRow, ...]


@dataclass(frozen=True, slots=True)
class NoteColumn:
    """A column of a table of notes; ``width`` in millimetres, 158 in all."""

    title: str
    width: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class NoteForm:
    """What all sheets of one method tool have in common."""

    title: str
    columns: tuple[NoteColumn, ...]


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line of such a sheet, and the unit and the task that it belongs to."""

    indicator: str
    task_code: str
    unit: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteSheet:
    """What a method's tool has noted for one task: a table, the lines of each unit together."""

    form: NoteForm
    heading: str  # the indicator
    task: str
    lines: tuple[NoteLine, ...]


SheetContent = (
    Cover
    | IndicatorSheet
    | Catalogue
    | Divider
    | Placeholder
    | RegisterSheet
    | EndSheet
    | Blank
    | MasterCatalogue
    | NoteSheet
)


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle on a rendered page that should lead to the item ``key``.

    ``page`` counts from 0 in the rendered file; ``rect`` is x0, y0, x1, y1 in points, y upward.
    """

    page: int
    rect: tuple[float, float, float, float]
    key: str


@dataclass(frozen=True, slots=True)
class RenderedSheets:
    """What ``render_sheets`` wrote: pages per sheet in order, and the catalogue's links.

    ``missing`` are the characters that no bundled font has; the sheets show red frames for them.
    """

    page_counts: tuple[int, ...]
    links: tuple[LinkArea, ...]
    missing: tuple[str, ...] = ()

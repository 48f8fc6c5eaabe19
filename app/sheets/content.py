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
    table_count: int = 0  # sheets of tools: 台账, 检索记录


@dataclass(frozen=True, slots=True)
class PointLine:
    """A 材料要点 and where it stands: covered, ``partial`` with gaps, or missing.

    ``note`` names the gaps, ``held`` what tools hold for it (行政应诉案件台账 18 行).

    If it does not apply to anybody concerned (不涉及), ``note`` says why. ``items`` are the 编号 of
    what is bound for it. ``others``: no point of the set, but a line for what belongs to none.
    """

    number: int
    text: str
    covered: bool
    note: str = ""  # "缺 2019、2020 年", "共 3 件"
    applies: bool = True
    items: str = ""
    others: bool = False
    partial: bool = False
    held: str = ""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure that a unit states for what the text demands (量化数据).

    ``point`` is the number of the point, or None for a demand of the statement. ``value`` says its
    year too; ``amount`` does not, where it is of one ``year``. ``basis`` says what it rests on.
    """

    point: int | None
    demand: str  # "办复率达100%"
    unit: str
    value: str  # "98.5%", "2019年 98.5%"
    met: bool
    basis: str = ""
    year: int = 0
    amount: str = ""


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
    the points is about, if it is not about all that answer for the indicator. ``for_inspection``:
    it names what is there, and judges nothing.
    """

    heading: str  # "第60项指标"
    category: str
    statement: str
    tasks: tuple[TaskBlock, ...]
    units: tuple[UnitLine, ...]
    source: str  # the document that the wording is from
    figures: tuple[FigureLine, ...] = ()
    share: tuple[str, ...] = ()
    for_inspection: bool = False


@dataclass(frozen=True, slots=True)
class CatalogueHeading:
    """A line that groups the rows after it (the verification method)."""

    text: str


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One 件 in the 卷内文件目录; ``key`` is what a click on the row leads to.

    A ``sequence`` of 0 is that of a table, which is no 件.
    """

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
    table_count: int = 0  # sheets of tools: 台账, 检索记录


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
    with_account: bool = True  # what came in and did not get in is told too
    table_count: int = 0  # sheets of tools: 台账, 检索记录


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
class IndexedCase:
    """A dossier on the start page, with its volumes: name of the file, and numbered pages.

    ``note`` stands where there is no dossier: why the indicator does not apply.
    """

    code: str
    title: str
    volumes: tuple[tuple[str, int], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class IndexedItem:
    """An item on the start page: what people look for, and where it opens.

    ``where`` is "卷一 第26页"; ``page`` counts all pages of the file from 1.
    """

    case: str  # the code of its case
    indicator: str
    number: str
    title: str
    doc_number: str
    issuer: str
    date: str
    unit: str
    where: str
    file: str
    page: int

    @property
    def key(self) -> str:
        """What a link to it leads to."""
        return place_in_file(self.file, self.page)


@dataclass(frozen=True, slots=True)
class StartIndex:
    """总索引: everything that lies in the folder, by indicator, unit and document number."""

    title: str
    cases: tuple[IndexedCase, ...]
    items: tuple[IndexedItem, ...]


@dataclass(frozen=True, slots=True)
class PrintRow:
    """A volume on the print plan; the pages as a print dialog takes them."""

    file: str
    state: str
    pages: int
    sheets: int
    large: str
    coloured: str
    copies: int


@dataclass(frozen=True, slots=True)
class PrintList:
    """打印计划: the volumes to print, and what that takes."""

    title: str
    totals: str
    rows: tuple[PrintRow, ...]


def place_in_file(file: str, page: int) -> str:
    """Name a page of another file in the folder, as the key of a link."""
    return f"{page}#{file}"


def file_and_page(key: str) -> tuple[str, int]:
    """The file and the page that such a key names."""
    page, _, file = key.partition("#")
    return file, int(page)


@dataclass(frozen=True, slots=True)
class NoteColumn:
    """A column of a table of notes; ``width`` in millimetres, 158 in all, 255 on A4 across.

    ``internal``: the inspection edition does not have it.
    ``address``: its cells name pages of the web, to which their rows lead.
    One that ``yields`` gives what its cells do not need to those that need or ``take`` it.
    """

    title: str
    width: float
    centred: bool = False
    internal: bool = False
    address: bool = False
    yields: bool = False
    takes: bool = False


@dataclass(frozen=True, slots=True)
class NoteForm:
    """What all sheets of one method tool have in common; ``across``: A4 lying, in small type."""

    title: str
    columns: tuple[NoteColumn, ...]
    across: bool = False


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line of such a sheet, and the unit and the task that it belongs to.

    Lines with the same ``group`` stand together below it.
    ``unfinished``: it says what is still to be done; inspectors do not get it.
    ``masked`` are the cells as papers that leave the house have them; empty for the same.
    """

    indicator: str
    task_code: str
    unit: str
    cells: tuple[str, ...]
    group: str = ""
    unfinished: bool = False
    masked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteSheet:
    """What a method's tool has noted for one task: a table, the lines of each unit together."""

    form: NoteForm
    heading: str  # the indicator
    task: str
    lines: tuple[NoteLine, ...]


@dataclass(frozen=True, slots=True)
class GuideCheck:
    """Something to look at on a site; ``served`` are the indicators that it is for, in short."""

    item: str
    look_for: str
    served: str
    person: str


@dataclass(frozen=True, slots=True)
class GuideSite:
    """A site on its page of the guide.

    ``wording`` has what is verified: a task ("第6项指标　实地核验") and its requirement.
    ``served`` are the indicators in short.
    """

    number: int
    name: str
    unit: str
    location: str
    in_charge: str
    phone: str
    hours: str
    served: str
    wording: tuple[tuple[str, str], ...]
    checks: tuple[GuideCheck, ...]


@dataclass(frozen=True, slots=True)
class SiteGuide:
    """现场核验手册: the route on the first page, then a page for each site."""

    title: str
    subtitle: str
    sites: tuple[GuideSite, ...]


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
    | StartIndex
    | PrintList
    | SiteGuide
)


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle on a rendered page that should lead to the item ``key``, or to an ``address``.

    ``page`` counts from 0 in the rendered file; ``rect`` is x0, y0, x1, y1 in points, y upward.
    """

    page: int
    rect: tuple[float, float, float, float]
    key: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class RenderedSheets:
    """What ``render_sheets`` wrote: pages per sheet in order, and the catalogue's links.

    ``missing`` are the characters that no bundled font has; the sheets show red frames for them.
    """

    page_counts: tuple[int, ...]
    links: tuple[LinkArea, ...]
    missing: tuple[str, ...] = ()

"""The Excel templates, drawn: 任务分解表, 材料清单, 尚缺材料清单, 总台账, 整改台账."""

from collections.abc import Callable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

TITLE = Font(name="方正小标宋简体", size=20)
NOTE = Font(name="仿宋_GB2312", size=12)
HEAD = Font(name="黑体", size=11)
TEXT = Font(name="仿宋_GB2312", size=11)
THIN = Side(style="thin", color="000000")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)

Column = tuple[str, float, str, str]  # head, width, what stands below, "c", "l" or a number format


def task_breakdown() -> Workbook:
    """任务分解表."""
    book = Workbook()
    sheet(
        book.active,
        "任务分解表",
        "共{{指标数}}项指标、{{任务数}}条核验任务、{{要点数}}个材料要点"
        "　　制表：{{发文机关}}　{{成文日期}}",
        "任务",
        (
            ("序号", 5, "序号", "c"),
            ("类目", 10, "类目", "c"),
            ("指标", 11, "指标", "c"),
            ("指标内容", 30, "指标内容", "l"),
            ("核验方式", 9, "核验方式", "c"),
            ("工作任务", 38, "工作任务", "l"),
            ("要点数", 6, "要点数", "c"),
            ("牵头单位", 16, "牵头单位", "l"),
            ("参与单位", 16, "参与单位", "l"),
            ("完成时限", 14, "完成时限", "c"),
            ("备注", 9, "职责", "c"),
        ),
        freeze=3,
    )
    return book


def material_list() -> Workbook:
    """材料清单."""
    book = Workbook()
    sheet(
        book.active,
        "材料清单",
        "共{{指标数}}项指标、{{要点数}}个材料要点，已齐备{{已有数}}个，待处理{{待处理数}}个，缺{{缺数}}个，"
        "齐备率{{齐备率}}　　{{成文日期}}",
        "要点",
        (
            ("序号", 5, "序号", "c"),
            ("指标", 11, "指标", "c"),
            ("指标内容", 32, "指标内容", "l"),
            ("核验方式", 9, "核验方式", "c"),
            ("要点", 6, "要点序号", "c"),
            ("材料要点", 48, "材料要点", "l"),
            ("已有件数", 7, "已有件数", "c"),
            ("状态", 8, "状态", "c"),
            ("说明", 24, "说明", "l"),
        ),
        freeze=2,
    )
    return book


def shortfall_list() -> Workbook:
    """尚缺材料清单."""
    book = Workbook()
    sheet(
        book.active,
        "尚缺材料清单",
        "{{指标数}}项指标尚缺{{缺数}}个材料要点　　{{发文机关}}　{{成文日期}}",
        "缺口",
        (
            ("序号", 5, "序号", "c"),
            ("期限", 11, "期限", "c"),
            ("指标", 11, "指标", "c"),
            ("指标内容", 32, "指标内容", "l"),
            ("核验方式", 9, "核验方式", "c"),
            ("职责", 6, "职责", "c"),
            ("要点", 6, "要点序号", "c"),
            ("材料要点", 48, "材料要点", "l"),
            ("情况", 22, "情况", "l"),
        ),
        freeze=2,
    )
    return book


def master_ledger() -> Workbook:
    """总台账."""
    book = Workbook()
    date = "截至{{截至日期}}"
    units = book.active
    units.title = "单位汇总"
    sheet(
        units,
        "单位汇总",
        f"共{{{{单位数}}}}个单位　　{date}",
        "单位",
        (
            ("序号", 7, "序号", "c"),
            ("责任单位", 34, "单位", "l"),
            ("指标数", 9, "指标数", "c"),
            ("任务数", 9, "任务数", "c"),
            ("要点数", 9, "要点数", "c"),
            ("齐备", 9, "已有", "c"),
            ("待处理", 9, "待处理", "c"),
            ("缺", 9, "缺", "c"),
            ("齐备率", 9, "齐备率", "0%"),
            ("材料件数", 10, "件数", "c"),
            ("审核通过", 10, "通过", "c"),
            ("退回", 9, "退回", "c"),
        ),
        freeze=2,
        sums=("要点数", "已有", "待处理", "缺", "任务数", "件数", "通过", "退回"),
    )
    sheet(
        book.create_sheet("指标汇总"),
        "指标汇总",
        f"共{{{{指标数}}}}项指标　　{date}",
        "指标",
        (
            ("序号", 5, "序号", "c"),
            ("类目", 12, "类目", "c"),
            ("指标", 11, "指标", "c"),
            ("指标内容", 46, "指标内容", "l"),
            ("牵头单位", 18, "牵头单位", "l"),
            ("参与单位", 18, "参与单位", "l"),
            ("要点数", 7, "要点数", "c"),
            ("齐备", 7, "已有", "c"),
            ("待处理", 7, "待处理", "c"),
            ("缺", 7, "缺", "c"),
            ("状态", 8, "状态", "c"),
            ("材料件数", 9, "件数", "c"),
        ),
        freeze=3,
    )
    sheet(
        book.create_sheet("材料明细"),
        "材料明细",
        f"共{{{{件数}}}}件材料，放在{{{{归位数}}}}处　　{date}",
        "材料",
        (
            ("序号", 7, "序号", "c"),
            ("指标", 6, "指标", "c"),
            ("核验方式", 9, "核验方式", "c"),
            ("要点", 5, "要点", "c"),
            ("责任单位", 18, "单位", "l"),
            ("题名", 40, "题名", "l"),
            ("文号", 18, "文号", "l"),
            ("责任者", 16, "责任者", "l"),
            ("日期", 10, "日期", "c"),
            ("份数", 5, "份数", "c"),
            ("文件名", 24, "文件名", "l"),
            ("问题", 10, "问题", "l"),
            ("编号", 8, "编号", "c"),
        ),
        freeze=2,
    )
    return book


def rectification_ledger() -> Workbook:
    """整改台账."""
    book = Workbook()
    page = book.active
    sheet(
        page,
        "整改台账",
        "共{{问题数}}个问题，未销号{{未销号数}}个，其中逾期{{逾期数}}个　　截至{{截至日期}}",
        "问题",
        (
            ("序号", 5, "序号", "c"),
            ("编号", 5, "编号", "c"),
            ("指标", 5, "指标", "c"),
            ("核验方式", 9, "核验方式", "c"),
            ("责任单位", 14, "单位", "l"),
            ("存在问题", 26, "问题", "l"),
            ("发现时间", 10, "发现时间", "c"),
            ("发现人", 8, "发现人", "c"),
            ("整改要求", 20, "要求", "l"),
            ("整改措施", 20, "措施", "l"),
            ("责任人", 8, "责任人", "c"),
            ("整改时限", 10, "时限", "c"),
            ("状态", 9, "状态", "c"),
            ("完成时间", 10, "完成时间", "c"),
            ("销号时间", 10, "销号时间", "c"),
            ("佐证材料", 14, "佐证", "l"),
        ),
        freeze=3,
    )
    red = FormulaRule(
        formula=['LEFT($M4,2)="逾期"'],
        font=Font(color="C00000", bold=True),
        fill=PatternFill(bgColor="FDE9E7", fill_type="solid"),
    )
    page.conditional_formatting.add("A4:P5000", red)
    return book


def sheet(
    page: Any,  # noqa: ANN401 (openpyxl has no types)
    name: str,
    note: str,
    table: str,
    columns: Sequence[Column],
    *,
    freeze: int,
    sums: Sequence[str] = (),
) -> None:
    """Draw a sheet: title, note, heads that stay in sight, one row to be repeated."""
    page.title = name
    last = get_column_letter(len(columns))
    page["A1"] = "{{表题}}" if page.parent.index(page) == 0 else f"{{{{县}}}}{{{{单位}}}}{name}"
    page["A1"].font = TITLE
    page["A1"].alignment = Alignment("center", "center", wrap_text=True)
    page["A2"] = note
    page["A2"].font = NOTE
    page["A2"].alignment = Alignment("left", "center", wrap_text=True)
    page.merge_cells(f"A1:{last}1")
    page.merge_cells(f"A2:{last}2")
    page.row_dimensions[1].height = 40
    page.row_dimensions[2].height = 22
    page.row_dimensions[3].height = 32
    page.row_dimensions[4].height = 22
    for number, (head, width, value, form) in enumerate(columns, 1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = width
        top, below = page[f"{letter}3"], page[f"{letter}4"]
        top.value, below.value = head, f"{{{{{table}.{value}}}}}"
        top.font, below.font = HEAD, TEXT
        top.border = below.border = GRID
        top.alignment = Alignment("center", "center", wrap_text=True)
        side = "left" if form == "l" else "center"
        below.alignment = Alignment(side, "center", wrap_text=True)
        if form not in {"l", "c"}:
            below.number_format = form
        if sums:
            foot = page[f"{letter}5"]
            foot.value = {1: "合计"}.get(number, f"{{{{{value}合计}}}}" if value in sums else None)
            foot.font, foot.border, foot.alignment = HEAD, GRID, Alignment("center", "center")
            page.row_dimensions[5].height = 22
    page.freeze_panes = f"{get_column_letter(freeze + 1)}4"
    page.auto_filter.ref = None
    page.print_title_rows = "3:3"
    page.sheet_view.showGridLines = False
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.5
    page.page_margins.top, page.page_margins.bottom = 0.8, 0.7
    page.page_margins.header = page.page_margins.footer = 0.3
    page.print_options.horizontalCentered = True
    page.oddFooter.center.text = "第 &P 页，共 &N 页"
    page.oddFooter.center.font = "宋体"
    page.oddFooter.center.size = 10


SHEET_PAPERS: dict[str, Callable[[], Workbook]] = {
    "task-breakdown": task_breakdown,
    "material-list": material_list,
    "shortfall-list": shortfall_list,
    "master-ledger": master_ledger,
    "rectification-ledger": rectification_ledger,
}

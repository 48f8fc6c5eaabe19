"""Sheets of the invented 示例县, as they come in a real dossier."""

from datetime import date

from app.sheets.content import (
    Blank,
    Catalogue,
    CatalogueHeading,
    CatalogueRow,
    Cover,
    Divider,
    EndNote,
    EndSheet,
    IndicatorSheet,
    MasterCatalogue,
    MasterRow,
    Placeholder,
    PointLine,
    RegisterSheet,
    Spine,
    TaskBlock,
    UnitLine,
)

SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
TITLE = "第60项指标：建立行政执法投诉举报制度，及时处理公民、法人和其他组织的投诉举报"
REQUIREMENT = (
    "提供2018年以来行政执法监督工作情况说明；行政执法投诉举报制度文件，投诉举报电话、邮箱公开情况；"
    "2018年以来分年度受理、办理投诉举报台账及典型案卷3件以上；以上材料汇总备查。"
)
ITEM_TITLES = (
    "示例县人民政府办公室关于印发《示例县行政执法投诉举报处理办法（试行）》的通知",
    "关于2020年度行政执法监督工作情况的报告",
    "示例县司法局关于案卷评查的通报（镕、喆、堃、𬭎、𨭎等5名同志参加）",
    "行政执法投诉举报台账（2018—2020年）",
    "Administrative Law Enforcement Training Materials 2021",
)

COVER = Cover(
    fonds_name="示例县全面依法治县委员会办公室",
    category_name="四　行政执法严格规范公正文明",
    title=TITLE,
    period="2018年3月—2021年4月",
    retention="永久",
    item_count=40,
    page_count=213,
    filing_number="20210060",
    archive_code="SL-WS·2021-Y-060",
    volume=1,
    volumes=2,
    incomplete=True,
)

INDICATOR_SHEET = IndicatorSheet(
    heading="第60项指标",
    category="行政执法严格规范公正文明",
    statement="全面落实行政执法责任，严格确定不同部门及机构、岗位执法人员的执法责任。" * 3,
    tasks=(
        TaskBlock(
            "材料查证",
            REQUIREMENT,
            (
                PointLine(1, "2018年以来行政执法监督工作情况说明", covered=True, note="共 3 件"),
                PointLine(2, "典型案卷3件以上", covered=False, note="缺 2019、2020 年"),
                PointLine(
                    3,
                    "乡镇（街道）综合行政执法情况说明",
                    covered=True,
                    note="本县尚未向乡镇下放行政执法权",
                    applies=False,
                ),
            ),
        ),
        TaskBlock("随机访谈", "随机访谈行政执法人员5名。", ()),
    ),
    units=(UnitLine("县司法局", "牵头"), UnitLine("县市场监管局", "参与")),
    source="文本出处：《示例县法治政府建设示范创建工作实施方案》附件",
)

DIVIDER = Divider("材料查证", "第60项指标", REQUIREMENT, 5, "第 1—35 页")

PLACEHOLDER = Placeholder(
    title=ITEM_TITLES[2],
    file_name="评查通报（盖章扫描件）.pdf",
    reason="文件设有打开密码（PDF 文档）",
    remedy="请用原来的软件打开，取消密码后另存，再重新添加",
    sha256=SHA256,
)

REGISTER_SHEET = RegisterSheet(
    file_name="执法全过程记录—县市场监管局—2021年3月15日.mp4",
    format_label="MP4 视频",
    size=734_003_200,
    duration_seconds=754.2,
    sha256=SHA256,
)

END_SHEET = EndSheet(
    archive_code="SL-WS·2021-Y-060",
    item_count=40,
    page_count=213,
    included=40,
    doubtful=2,
    excluded=1,
    failed=1,
    notes=(
        EndNote("第3件", "第 2、5 页不符合长期保存格式，已转为图像页并保留文字层"),
        EndNote("", "原件带电子签章，装订页只保留签章图样"),
        EndNote("审核退回", "本卷中 2 件审核退回未改，仍予装订：第3、7件。"),
        EndNote("不涉及", "指标60材料查证要点3，县司法局（本县尚未向乡镇下放行政执法权）。"),
    ),
    fingerprint=SHA256,
    filed_by="堃某某",
    checked_by="",
    filed_on=date(2021, 4, 28),
)

MASTER_CATALOGUE = MasterCatalogue(
    fonds_name=COVER.fonds_name,
    title="示例县法治政府建设示范创建迎检材料（2021年）",
    rows=tuple(
        MasterRow(n, f"SL-WS·2021-Y-{n:03d}", TITLE, COVER.period, n, n * 3, "永久", "")
        for n in range(1, 60)
    ),
)

SPINE = Spine("SL01", "WS·2021", "2021", "060", "20210060", TITLE, 20)


def catalogue(count: int) -> Catalogue:
    """A 卷内文件目录 of ``count`` items in two groups."""
    issuers = (
        "示例县人民政府办公室",
        "示例县司法局、示例县市场监督管理局、示例县交通运输局",
        "县司法局",
    )
    numbers = ("示政办〔2018〕15号", "示司〔2021〕3号", "")
    lines: list[CatalogueHeading | CatalogueRow] = []
    for n in range(1, count + 1):
        if n in {1, count // 2 + 1}:
            lines.append(CatalogueHeading("材料查证" if n == 1 else "随机访谈"))
        lines.append(
            CatalogueRow(
                key=f"item-{n}",
                sequence=n,
                doc_number=numbers[n % 3],
                issuer=issuers[n % 3],
                title=ITEM_TITLES[n % 5],
                date=("20180312", "2021", "")[n % 3],
                page=str(5 * n - 4) if n < count else f"{5 * n - 4}—{5 * n}",
                remark="复印件" if n % 4 == 0 else "",
            )
        )
    return Catalogue(COVER.archive_code, TITLE, tuple(lines))


EVERY_KIND = (
    COVER,
    INDICATOR_SHEET,
    catalogue(40),
    DIVIDER,
    PLACEHOLDER,
    REGISTER_SHEET,
    END_SHEET,
    MASTER_CATALOGUE,
    Blank(),
)

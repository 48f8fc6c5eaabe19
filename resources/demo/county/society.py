"""Oversight, mediation, legal education (监督、调解、普法): 69 to 91, and both bonus items."""

from datetime import date
from pathlib import Path

from resources.demo.content import Letter, Table
from resources.demo.ledgers import table_xlsx
from resources.demo.photos import honour_board, photo, saved_again, service_hall, training_hall
from resources.demo.phrases import minutes, notice, report, rules
from resources.demo.prints import letter_pdf, table_pdf
from resources.demo.sample import EXAM, MATERIAL, SITE, WEB, Sample, Task
from resources.demo.scans import scan_jpeg, scan_pdf
from resources.demo.web import letter_html, screenshot
from resources.demo.word import letter_docx

JUSTICE = "示例县司法局"
OFFICE = "示例县人民政府办公室"
HALL = "示例县政务服务和大数据服务中心"
SCHOOL = "中共示例县委党校"

MATERIAL_69 = Task("指标69 司法建议办理/材料查证", "69", MATERIAL, "县司法局")
WEB_74 = Task("指标74 投诉举报平台/网络检索", "74", WEB, "县政务服务和大数据服务中心")
SITE_74 = Task("指标74 投诉举报平台/实地核验", "74", SITE, "县政务服务和大数据服务中心")
MATERIAL_81 = Task("指标81 行政调解/材料查证", "81", MATERIAL, "县司法局")
SITE_81 = Task("指标81 行政调解/实地核验", "81", SITE, "县司法局")
MATERIAL_86 = Task("指标86 谁执法谁普法/材料查证", "86", MATERIAL, "县司法局")
MATERIAL_90 = Task("指标90 领导干部学法/材料查证", "90", MATERIAL, "县政府办公室")
EXAM_91 = Task("指标91 政府工作人员法治教育/随机抽考", "91", EXAM, "县司法局")
BONUS_1 = Task("加分项1 表彰奖励/材料查证", "加1", MATERIAL, "县司法局")
BONUS_2 = Task("加分项2 经验推广/材料查证", "加2", MATERIAL, "县司法局")


def mediation(year: int, cases: int, settled: int) -> Letter:
    """The year's account of 行政调解."""
    return report(
        JUSTICE,
        "",
        f"{year}年开展行政调解工作情况说明",
        date(year, 12, 21) if year < 2021 else date(2021, 4, 30),
        (
            ("组织建设", f"全县成立行政调解委员会{9 + year - 2018}个，聘任专兼职行政调解员{70 + 8 * (year - 2018)}名，"
             "设立行政调解室并统一标识，制度、流程全部上墙。"),
            ("案件办理", f"{year}年共受理行政调解案件{cases}件，调解成功{settled}件，成功率"
             f"{settled / cases:.1%}，实行一调解一案卷，案卷归档率100%。"),
            ("衔接机制", "与人民调解、司法调解建立联动机制，落实首问责任制，受理矛盾纠纷不推诿、不敷衍。"),
        ),
    )  # fmt: skip


def note(path: Path) -> None:
    """A plain text file as an editor on an old machine saves it."""
    text = (
        "12345政务服务便民热线工作情况小结\r\n\r\n"
        "2021年1月至4月，热线共受理群众诉求3268件，办结3201件，按期办结率97.9%，群众满意率96.4%。\r\n"
        "已整合各部门非紧急类政务热线14条，实现一个号码对外、统一受理、分类办理、限时办结、统一督办。\r\n"
        "违法行政行为投诉举报登记27件，全部办结并反馈。\r\n\r\n"
        f"{HALL}\r\n2021年5月7日\r\n（演示材料，内容均为虚构）\r\n"
    )
    path.write_bytes(text.encode("gb18030"))


COURT = Table(
    "2017年以来收到司法建议办理情况汇总表",
    JUSTICE,
    date(2021, 4, 19),
    ("序号", "司法建议文号", "发出法院", "收到日期", "建议内容摘要", "办理单位", "采纳情况", "反馈日期", "卷号"),
    tuple(
        (n, f"（{year}）示法建{n}号", "示例县人民法院", f"{year}-0{n % 8 + 1}-1{n % 9}",
         "规范行政处罚文书送达，完善送达回证记载", "县直有关单位", "采纳", f"{year}-0{n % 8 + 2}-0{n % 9 + 1}",
         f"SFJY-{n:03d}")
        for n, year in enumerate((2017, 2017, 2018, 2019, 2019, 2020, 2020, 2021), 1)
    ),
)  # fmt: skip
CASES_81 = Table(
    "行政调解案件汇总表（2018年以来）",
    JUSTICE,
    date(2021, 4, 30),
    ("序号", "案件编号", "受理单位", "纠纷类型", "申请人", "受理日期", "结案日期", "结果", "案卷号"),
    tuple(
        (n, f"示调〔{2018 + n % 4}〕{n:03d}号", ("县公安局", "县民政局", "县自然资源局", "县交通运输局",
         "县卫生健康委员会", "县市场监督管理局")[n % 6], ("消费纠纷", "土地权属争议", "道路交通损害赔偿",
         "医疗纠纷", "环境污染纠纷")[n % 5], "某某", f"{2018 + n % 4}-{n % 4 + 1:02d}-{n % 27 + 1:02d}",
         f"{2018 + n % 4}-{n % 4 + 1:02d}-{min(28, n % 27 + 9):02d}", "调解成功" if n % 7 else "终止调解", f"TJ-{n:04d}")
        for n in range(1, 65)
    ),
)  # fmt: skip
HOTLINE = Letter(
    HALL,
    "示政数〔2020〕9号",
    "关于整合政务服务便民热线的通知",
    (
        "为畅通群众诉求渠道，除110、120、119等紧急热线外，将各部门非紧急类政务热线统一整合至12345热线。",
        "各单位要明确专人负责工单签收和办理，一般诉求5个工作日内办结，疑难诉求15个工作日内办结。",
        "对行政机关违法行政行为的投诉举报，实行专门登记、专人办理、限时反馈。",
    ),
    date(2020, 5, 20),
    to="各乡（镇、街道），县直各单位",
    seal=HALL,
)
STUDY = minutes(
    OFFICE,
    "示例县人民政府第50次常务会议会前学法记录",
    date(2021, 3, 22),
    (
        "县司法局负责同志领学《中华人民共和国行政处罚法》（2021年修订），重点解读修订背景、主要内容和贯彻要求。",
        "与会人员结合分管工作进行了交流发言，会议要求各单位年内至少安排4次法治专题学习。",
        "会议确定6月组织县政府及部门领导班子成员旁听人民法院庭审活动1次。",
    ),
)
HONOUR = Letter(
    "示例省司法厅",
    "示例司〔2020〕88号",
    "关于表彰全省法治政府建设先进集体的决定",
    (
        "近年来，全省各级行政机关认真贯彻落实法治政府建设各项部署，涌现出一批先进典型。为表彰先进，经研究，"
        "决定授予示例县司法局等30个单位“全省法治政府建设先进集体”称号。",
        "希望受到表彰的集体珍惜荣誉、再接再厉，为推进法治政府建设作出新的更大贡献。",
    ),
    date(2020, 12, 10),
    to="各市、县（区）司法局",
    seal="示例省司法厅",
)
SPREAD = Letter(
    "示例法治网",
    "",
    "示例县：“一窗受理、一调到底”推进行政调解规范化",
    (
        "在示例县公共法律服务中心，行政调解、人民调解、司法调解窗口一字排开，群众走进一扇门、化解多种纠纷。",
        "该县推行“一窗受理、分类流转、一调到底”机制，三年来化解行政争议和民事纠纷1200余件，有关做法在全国"
        "行政调解工作座谈会上作交流发言。",
        "下一步，该县将推动行政调解案卷电子化，提升规范化水平。",
    ),
    date(2020, 10, 28),
    signed=False,
)

COURT_NOTE = Letter(
    "示例县人民法院",
    "",
    "关于示例县行政机关履行生效裁判情况的说明",
    ("经查询，2017年1月至2021年3月，示例县行政机关不存在未履行人民法院生效裁判的情况。特此说明。",),
    date(2021, 4, 9),
    signed=False,
    seal="示例县人民法院",
)

SAMPLES: tuple[Sample, ...] = (
    MATERIAL_69.letter("履行生效裁判制度.docx", rules(
        JUSTICE, "示司〔2017〕19号", "示例县行政机关履行人民法院生效裁判工作制度", date(2017, 8, 14),
        (
            "为促进行政机关尊重并执行人民法院生效裁判，维护司法权威，制定本办法。",
            "行政机关收到生效裁判文书后，应当在裁判确定的期限内履行义务，并在履行完毕后五个工作日内报告。",
            "对拒不履行生效裁判的，依法依规追究有关人员责任。",
        )), letter_docx, 1),
    MATERIAL_69.letter("法院出具的说明（扫描）.jpg", COURT_NOTE, scan_jpeg, 2),
    MATERIAL_69.letter("尊重并执行裁判情况说明.pdf", report(
        JUSTICE, "", "关于尊重并执行人民法院生效裁判情况的说明", date(2021, 4, 12),
        (("履行情况", "2017年以来全县行政机关共收到生效行政裁判186件，其中需要履行义务的23件，已全部履行完毕。"),)),
        letter_pdf, 3),
    MATERIAL_69.table("司法建议办理情况汇总表.xlsx", COURT, table_xlsx, 5),
    WEB_74.letter("整合热线通知公开截图.png", HOTLINE, lambda path, letter: screenshot(
        path, letter, "www.example.invalid/zwgk/12345.html"))
    .seen_at("http://www.example.invalid/zwgk/12345.html", "2020-05-20 10:20"),
    SITE_74.letter("示政数〔2020〕9号 整合热线通知.pdf", HOTLINE, scan_pdf, 1),
    SITE_74.plain("市长热线工作小结.txt", note, 2, "12345政务服务便民热线工作情况小结", date(2021, 5, 7)),
    SITE_74.plain("热线受理大厅.jpg", lambda path: photo(
        path, service_hall, "12345热线受理大厅（演示）", "2021:05:07 16:00:00"),
        2, "12345热线受理大厅照片", date(2021, 5, 7)),
    *(
        MATERIAL_81.letter(f"{year}年行政调解情况说明.{suffix}", mediation(year, cases, settled), write, 1)
        for year, cases, settled, suffix, write in (
            (2018, 214, 189, "docx", letter_docx),
            (2020, 356, 331, "pdf", letter_pdf),
            (2021, 121, 115, "docx", letter_docx),
        )
    ),
    MATERIAL_81.letter("成立行政调解组织的通知.pdf", notice(
        JUSTICE, "示司〔2018〕16号", "成立行政调解组织", date(2018, 6, 8),
        (
            ("成立范围", "公安、民政、自然资源、生态环境、交通运输、卫生健康、市场监管等行政调解任务较重的部门应当"
             "成立行政调解委员会，其他单位设立行政调解室。"),
            ("人员配备", "每个行政调解委员会配备专兼职调解员不少于5名，其中具有法律专业背景的不少于1名。"),
        )), scan_pdf, 2),
    MATERIAL_81.letter("首问责任制.docx", rules(
        JUSTICE, "示司〔2019〕8号", "行政机关受理矛盾纠纷首问责任制度", date(2019, 3, 12),
        (
            "群众来访反映矛盾纠纷时，首位接待的工作人员为首问责任人。",
            "属于本单位职责范围的，首问责任人应当当场登记并引导至承办机构；不属于本单位职责范围的，应当说明理由"
            "并告知受理单位。",
            "首问责任人不得以任何理由推诿、拒绝。",
        )), letter_docx, 4),
    MATERIAL_81.table("行政调解案件汇总表.pdf", CASES_81, table_pdf, 6),
    SITE_81.plain("行政调解室照片.jpg", lambda path: photo(
        path, service_hall, "行政调解室（演示）", "2021:03:30 10:30:00", upright=True),
        title="行政调解室照片", day=date(2021, 3, 30)),
    MATERIAL_86.letter("普法责任制实施意见.docx", notice(
        JUSTICE, "示司〔2018〕9号", "落实“谁执法谁普法”普法责任制", date(2018, 3, 28),
        (
            ("责任主体", "各执法单位是本单位、本系统普法工作的责任主体，应当建立普法责任清单并向社会公布。"),
            ("主要任务", "把普法融入执法全过程，推行以案释法，建立典型案例发布制度，每年发布典型案例不少于4个。"),
        )), letter_docx, 1),
    MATERIAL_86.plain("普法宣传活动照片.jpg", lambda path: photo(
        path, training_hall, "宪法宣传周主题活动（演示）", "2020:12:04 09:30:00"),
        1, "宪法宣传周主题活动照片", date(2020, 12, 4)),
    MATERIAL_86.letter("以案释法案例.html", Letter(
        JUSTICE, "", "以案释法：销售过期食品的法律责任",
        (
            "【基本案情】某副食店经营超过保质期的糕点，被依法没收并处罚款。",
            "【法律分析】食品安全法第三十四条禁止经营超过保质期的食品，经营者应当建立定期检查制度。",
            "【典型意义】提醒经营者落实主体责任，消费者发现过期食品可以拨打12315投诉举报。",
        ), date(2020, 9, 10), signed=False), letter_html, 2),
    MATERIAL_86.plain("警示教育活动（微信转存）.jpg", lambda path: saved_again(
        path, training_hall, "宪法宣传周主题活动（演示）", 2400),
        2, "警示教育活动照片", date(2021, 3, 9)),
    MATERIAL_90.letter("常务会议学法记录.docx", STUDY, letter_docx),
    MATERIAL_90.letter("党校必修课安排.pdf", report(
        SCHOOL, "", "关于将宪法法律列入党校必修课情况的说明", date(2021, 4, 6),
        (("课程设置", "2019年以来各主体班次均将宪法和法律列为必修课，每班次不少于8学时，列入结业考试内容。"),)),
        scan_pdf),
    EXAM_91.table("宪法法律知识全员考试成绩表.xlsx", Table(
        "政府工作人员宪法法律知识全员考试成绩表", JUSTICE, date(2021, 4, 28),
        ("序号", "单位", "姓名", "培训学时", "成绩", "等次"),
        tuple((n, "县直有关单位", f"{'赵钱孙李周吴郑王'[n % 8]}某某", 16, 82 + n % 17, "合格") for n in range(1, 61)),
    ), table_xlsx),
    BONUS_1.letter("省级先进集体表彰决定（扫描）.pdf", HONOUR, scan_pdf),
    BONUS_1.plain("先进集体奖牌.jpg", lambda path: photo(
        path, honour_board, "全省法治政府建设先进集体", "2020:12:20 11:00:00"),
        title="全省法治政府建设先进集体奖牌照片", day=date(2020, 12, 20)),
    BONUS_2.letter("经验做法网页.html", SPREAD, letter_html),
    BONUS_2.letter("经验做法网页截图.png", SPREAD, lambda path, letter: screenshot(
        path, letter, "news.example.invalid/fzzf/20201028.html")),
)  # fmt: skip

"""Normative documents and major decisions (规范性文件、重大行政决策): 24, 31 and 42."""

from datetime import date
from pathlib import Path

from resources.demo.content import Letter, Table
from resources.demo.faults import damaged_copy, empty_file, encrypted_pdf
from resources.demo.ledgers import table_xlsx
from resources.demo.packing import write_zip
from resources.demo.phrases import minutes, notice, report, rules
from resources.demo.prints import cropped_pdf, letter_pdf, turned_pdf
from resources.demo.sample import MATERIAL, SITE, WEB, Sample, Task
from resources.demo.scans import fax_tiff, scan_jpeg, scan_pdf
from resources.demo.web import letter_html, long_screenshot, screenshot
from resources.demo.word import letter_docx

OFFICE = "示例县人民政府办公室"
JUSTICE = "示例县司法局"

MATERIAL_24 = Task("指标24 规范性文件合法性审核/材料查证", "24", MATERIAL, "县司法局")
WEB_24 = Task("指标24 规范性文件合法性审核/网络检索", "24", WEB, "县司法局")
MATERIAL_31 = Task("指标31 重大行政决策目录/材料查证", "31", MATERIAL, "县政府办公室")
WEB_31 = Task("指标31 重大行政决策目录/网络检索", "31", WEB, "县政府办公室")
SITE_42 = Task("指标42 重大行政决策档案/实地核验", "42", SITE, "县政府办公室")


def opinion(number: str, subject: str, day: date) -> Letter:
    """An opinion on the legality of a normative document (合法性审查意见书)."""
    return Letter(
        JUSTICE,
        number,
        f"关于《{subject}》的合法性审查意见书",
        (
            f"你单位报送的《{subject}（送审稿）》及相关材料收悉。经审查，现提出如下意见：",
            "一、关于制定主体和权限",
            "该文件由县政府印发，制定主体适格，内容属于法律、法规授权范围，未超越法定权限。",
            "二、关于制定程序",
            "起草单位已开展评估论证，向社会公开征求意见30日，征求22个单位意见，收到意见17条，采纳12条，"
            "未采纳的已说明理由，并经部门负责人集体讨论通过，程序符合规定。",
            "三、关于文件内容",
            "送审稿第六条关于申请条件的表述与上位法不一致，建议修改；第十一条未列明救济渠道，建议补充。"
            "其他内容未发现违法设定行政许可、行政处罚、行政强制、行政收费等情形，未发现排除、限制公平"
            "竞争的内容。",
            "四、审查结论",
            "按照上述意见修改后，可以提请县政府常务会议审议。",
        ),
        day,
        to="县直有关起草单位",
        seal=JUSTICE,
    )


HEATING = "示例县城区集中供热管理办法"
PARKING = "示例县城区停车场建设管理办法"
#: The column of the county's web site with its normative documents.
COLUMN = "http://www.example.invalid/zcwj/"
NORMATIVE = tuple(
    (
        f"示例县人民政府关于印发《示例县{subject}》的通知",
        f"示政〔{2019 + n // 7}〕{n % 7 * 3 + 2}号　　发布时间：{2019 + n // 7}-{n % 7 + 3:02d}-18",
    )
    for n, subject in enumerate(
        (
            "城区集中供热管理办法", "农村公路养护管理办法", "政府投资项目管理办法",
            "城乡居民医疗救助实施办法", "国有土地上房屋征收补偿办法", "户外广告设置管理办法",
            "烟花爆竹燃放管理规定", "生活垃圾分类管理办法", "农业灌溉用水管理办法",
            "公共租赁住房管理办法", "市政公用设施管理办法", "行政规范性文件管理办法",
            "饮用水水源保护管理办法", "养老服务设施管理办法", "城区停车场建设管理办法",
            "城市绿化管理办法", "历史建筑保护管理办法", "物业服务监督管理办法",
            "建筑垃圾处置管理办法", "小型水库运行管理办法",
        )
    )
)  # fmt: skip
LIST_2021 = Table(
    "示例县2021年度重大行政决策事项目录",
    OFFICE,
    date(2021, 3, 5),
    ("序号", "决策事项名称", "承办单位", "法律政策依据", "计划提请时间", "风险评估", "听证", "专家论证"),
    tuple(
        (n, name, unit, "《重大行政决策程序暂行条例》", f"2021年{n + 3}月", "是", "否" if n % 2 else "是", "是")
        for n, (name, unit) in enumerate(
            (
                ("示例县国民经济和社会发展第十四个五年规划", "县发展和改革委员会"),
                ("示例县城区集中供热特许经营方案", "县住房和城乡建设局"),
                ("示例县中小学布局专项规划", "县教育体育局"),
                ("示例县城区公共停车收费方案", "县发展和改革委员会"),
                ("示例县饮用水水源保护区调整方案", "县生态环境分局"),
            ),
            1,
        )
    ),
)  # fmt: skip
DECISION_RULES = rules(
    OFFICE,
    "示政办〔2020〕31号",
    "示例县重大行政决策程序规定",
    date(2020, 6, 12),
    (
        "为健全科学、民主、依法决策机制，规范重大行政决策程序，提高决策质量和效率，明确决策责任，根据"
        "《重大行政决策程序暂行条例》等规定，结合本县实际，制定本规定。",
        "县政府重大行政决策的作出和调整程序，适用本规定。财政政策、货币政策等宏观调控决策，政府立法决策"
        "以及突发事件应急处置决策不适用本规定。",
        "重大行政决策实行年度目录管理。目录由县政府办公室会同县司法局拟订，经县委同意后向社会公布，并"
        "根据实际情况调整。",
        "决策承办单位应当采取便于社会公众参与的方式充分听取意见，征求意见的期限一般不少于30日。",
        "专业性、技术性较强的决策事项，应当组织专家、专业机构论证其必要性、可行性、科学性。",
        "决策实施可能对社会稳定、公共安全等方面造成不利影响的，应当组织风险评估。",
        "决策草案应当由县司法局进行合法性审查，不得以征求意见等方式代替合法性审查。",
        "决策草案应当经县政府常务会议或者全体会议讨论，集体讨论决定情况应当如实记录，不同意见应当如实"
        "载明。",
        "决策机关应当建立重大行政决策过程记录和材料归档制度，由有关单位将履行决策程序形成的记录、材料"
        "及时完整归档。",
        "违反本规定造成决策严重失误，或者依法应当及时作出决策而久拖不决，造成重大损失、恶劣影响的，依法"
        "追究责任。",
    ),
)
PUBLIC = Letter(
    OFFICE,
    "",
    "示例县2021年度重大行政决策事项目录公布",
    (
        "根据《重大行政决策程序暂行条例》《示例县重大行政决策程序规定》，经县委同意，现将示例县2021年度"
        "重大行政决策事项目录予以公布，共5项，接受社会监督。",
        "列入目录的事项应当严格履行公众参与、专家论证、风险评估、合法性审查、集体讨论决定等法定程序。",
    ),
    date(2021, 3, 10),
    signed=False,
)


def archive(path: Path) -> None:
    """A zip as a Chinese Windows packs it: names in GBK, folders inside."""
    folder = path.with_name("压缩包内容")
    folder.mkdir()
    parts = {}
    for name, letter in (
        ("征求意见/征求意见情况说明.pdf", HEARD),
        ("专家论证/专家论证意见.pdf", EXPERTS),
    ):
        inner = folder / "x.pdf"
        letter_pdf(inner, letter)
        parts[name] = inner.read_bytes()
        inner.unlink()
    folder.rmdir()
    parts["说明.txt"] = "本压缩包为决策方案拟制阶段材料。（演示材料，内容均为虚构）".encode("gbk")
    write_zip(path, parts, gbk=True)


HEARD = report(
    "示例县住房和城乡建设局",
    "",
    "城区集中供热特许经营方案征求意见情况说明",
    date(2020, 8, 21),
    (
        (
            "公开征求意见",
            "7月20日至8月19日通过政府门户网站向社会公开征求意见，收到群众意见43条，采纳29条。",
        ),
        ("征求部门意见", "书面征求18个单位意见，收到反馈意见11条，采纳9条，未采纳2条已沟通一致。"),
    ),
)
EXPERTS = report(
    "示例县住房和城乡建设局",
    "",
    "城区集中供热特许经营方案专家论证意见",
    date(2020, 9, 4),
    (
        ("论证组织", "邀请热能工程、财务、法律专业专家5名组成论证组，召开论证会2次。"),
        ("论证结论", "方案技术路线可行，投资估算基本合理，建议进一步细化应急保障和退出机制条款。"),
    ),
)
STARTING = notice(
    OFFICE,
    "示政办〔2020〕40号",
    "启动城区集中供热特许经营决策程序",
    date(2020, 7, 6),
    (
        ("决策事项", "城区集中供热特许经营方案，计划覆盖城区6个社区、供热面积210万平方米。"),
        ("承办单位", "县住房和城乡建设局为承办单位，县财政局、县发展和改革委员会、县司法局配合。"),
    ),
    to="县直有关单位",
)
RISKS = Table(
    "城区集中供热特许经营方案社会稳定风险评估表",
    "示例县住房和城乡建设局",
    date(2020, 9, 15),
    ("序号", "风险因素", "发生概率", "影响程度", "防范措施", "责任单位"),
    tuple(
        (n, name, ("低", "中")[n % 2], ("较小", "一般")[n % 2], "制定专项预案，提前公示并做好解释", "县住建局")
        for n, name in enumerate(
            ("供热价格调整引发异议", "管网施工影响出行", "既有锅炉退出补偿", "供热质量不达标",
             "企业经营风险", "环境影响投诉", "施工安全事故", "特殊群体用热保障"), 1
        )
    ),
)  # fmt: skip

SAMPLES: tuple[Sample, ...] = (
    MATERIAL_24.letter("2019年 供热办法审查意见.docx", opinion("示司审〔2019〕6号", HEATING, date(2019, 10, 22)), letter_docx, 1),
    MATERIAL_24.letter("2021年 停车场办法审查意见（扫描）.pdf", opinion("示司审〔2021〕3号", PARKING, date(2021, 3, 26)), scan_pdf, 1),
    MATERIAL_24.letter(
        "2018年 旧办法审查意见（早于要求年度）.tif",
        opinion("示司审〔2018〕2号", "示例县户外广告设置管理办法", date(2018, 5, 17)),
        fax_tiff,
        1,
    ),
    MATERIAL_24.letter("停车场办法起草说明（裁切页）.pdf", report(
        "示例县住房和城乡建设局", "", f"《{PARKING}（草案）》起草说明", date(2021, 3, 2),
        (
            ("起草背景", "城区机动车保有量达到4.6万辆，停车泊位缺口约9800个，原有规定已不适应管理需要。"),
            ("专家论证和评估结论", "组织城市规划、交通工程、法律专家7名进行论证，结论为必要、可行，论证结论作为"
             "制发文件的重要依据。"),
            ("主要内容", "草案共五章三十二条，规定了规划建设、使用管理、收费管理和法律责任。"),
        ),
    ), cropped_pdf, 2),
    MATERIAL_24.plain("内部讨论稿（设有密码）.pdf", encrypted_pdf, 2, "供热管理办法专家论证会签到册"),
    WEB_24.letter("停车场管理办法公开页面.html", Letter(
        OFFICE, "示政〔2021〕11号", f"示例县人民政府关于印发《{PARKING}》的通知",
        (
            "各乡（镇）人民政府、街道办事处，县政府各部门：",
            f"《{PARKING}》已经县政府第52次常务会议研究通过，现印发给你们，请认真贯彻执行。",
            "本办法自2021年6月1日起施行，有效期五年。政策解读同步发布。",
        ), date(2021, 4, 20), signed=False), lambda path, letter: letter_html(
            path, letter, "gb18030", address="http://www.example.invalid/zcwj/tcc.html")),
    WEB_24.plain("行政规范性文件公开目录（长截图）.png", lambda path: long_screenshot(
        path, "政策文件 > 行政规范性文件", NORMATIVE, "www.example.invalid/zcwj/"),
        title="示例县行政规范性文件公开目录（网页长截图）").seen_at(COLUMN, "2021-05-10 09:30"),
    MATERIAL_31.table("2021年度重大行政决策事项目录.xlsx", LIST_2021, table_xlsx, 1),
    MATERIAL_31.letter("示政办〔2020〕31号 程序规定.docx", DECISION_RULES, letter_docx, 2),
    MATERIAL_31.plain("决策目录报送稿（损坏）.docx", lambda path: damaged_copy(path, DECISION_RULES), 1, "2020年度重大行政决策事项目录", date(2020, 3, 12)),
    WEB_31.letter("目录公布截图.png", PUBLIC, lambda path, letter: screenshot(path, letter, "www.example.invalid/zdjc/2021.html"))
    .seen_at("http://www.example.invalid/zdjc/2021.html", "2021-03-10 10:20"),
    SITE_42.letter("01 启动程序 示政办〔2020〕40号.docx", STARTING, letter_docx, 1),
    SITE_42.plain("02 方案拟制材料.zip", archive, 2),
    SITE_42.letter("03 风险评估报告（横页）.pdf", report(
        "示例县住房和城乡建设局", "", "城区集中供热特许经营方案社会稳定风险评估报告", date(2020, 9, 15),
        (
            ("评估过程", "通过公示、问卷、座谈等方式听取意见，发放问卷600份，召开座谈会4次。"),
            ("风险识别和等级", "识别风险因素8项，制定防范措施后综合评估为低风险，可以实施。"),
        ),
    ), lambda path, letter: turned_pdf(path, letter, RISKS), 2),
    SITE_42.letter("04 合法性审查意见（扫描）.jpg", opinion("示司审〔2020〕9号", "城区集中供热特许经营方案", date(2020, 9, 28)), scan_jpeg, 3),
    SITE_42.letter("05 常务会议纪要.pdf", minutes(
        OFFICE, "示例县人民政府第38次常务会议纪要（节录）", date(2020, 10, 13),
        (
            "原则同意《城区集中供热特许经营方案》，由县住房和城乡建设局根据会议意见修改后组织实施。",
            "县财政局要做好财政承受能力测算，县司法局对特许经营协议文本进行审核把关。",
            "王某某同志提出，供热价格应当进一步听取困难群众意见；会议要求在方案中增加困难群体用热补贴内容。",
        ),
    ), letter_pdf, 4),
    SITE_42.plain("06 执行效果评估.docx", empty_file, 5, "城区集中供热特许经营决策执行效果评估报告", date(2021, 4, 15)),
)  # fmt: skip

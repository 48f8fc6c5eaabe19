"""Approvals and proofs (行政审批、证明事项): indicators 1, 4 and 14."""

from datetime import date

from resources.demo.content import Letter, Table
from resources.demo.ledgers import table_csv, table_xlsx
from resources.demo.media import tone_wav
from resources.demo.ofd import letter_ofd
from resources.demo.phrases import notice, questionnaire, report, rules
from resources.demo.prints import letter_pdf, plan_pdf
from resources.demo.sample import INTERVIEW, MATERIAL, WEB, Sample, Task
from resources.demo.scans import scan_pdf, scan_tiff
from resources.demo.web import letter_html, letter_mht, screenshot
from resources.demo.word import letter_docx, letter_rtf

HALL = "示例县政务服务和大数据服务中心"
MARKET = "示例县市场监督管理局"
JUSTICE = "示例县司法局"

WEB_1 = Task("指标01 行政审批事项清单/网络检索", "1", WEB, "县政务服务和大数据服务中心")
MATERIAL_1 = Task("指标01 行政审批事项清单/材料查证", "1", MATERIAL, "县政务服务和大数据服务中心")
INTERVIEW_1 = Task("指标01 行政审批事项清单/随机访谈", "1", INTERVIEW, "县政务服务和大数据服务中心")
MATERIAL_4 = Task("指标04 证明事项清理/材料查证", "4", MATERIAL, "县政务服务和大数据服务中心")
INTERVIEW_4 = Task("指标04 证明事项清理/随机访谈", "4", INTERVIEW, "县政务服务和大数据服务中心")
MATERIAL_14 = Task("指标14 公平竞争审查/材料查证", "14", MATERIAL, "县市场监管局")

PUBLISHED = Letter(
    HALL,
    "",
    "示例县行政审批事项目录（2021年版）公布",
    (
        "按照目录化、编码化、动态化管理要求，我县对本级政府行政审批事项进行了全面梳理，形成《示例县"
        "行政审批事项目录（2021年版）》，共保留行政许可事项238项、行政确认事项42项，现予公布。",
        "目录逐项列明事项名称、事项编码、设定依据、实施机关、法定办理时限和承诺办理时限。承诺办理"
        "时限较法定办理时限平均压缩62.5%，其中即办件116项。",
        "今后，因法律、法规、规章立改废释或者上级取消、下放审批事项需要调整的，由实施机关在20个工作"
        "日内提出申请，经审核后动态调整并重新公布。",
        "群众可通过政务服务网、政务大厅查询机或者拨打12345热线查询目录内容，对目录提出意见建议。",
    ),
    date(2021, 3, 18),
    signed=False,
)
CATALOGUE = Table(
    "示例县行政审批事项目录（节选）",
    HALL,
    date(2021, 3, 18),
    (
        "序号", "事项名称", "事项编码", "事项类型", "设定依据", "实施机关", "办理层级", "服务对象",
        "法定时限（工作日）", "承诺时限（工作日）", "压缩比例", "到现场次数", "是否网办", "是否收费",
        "办理地点", "咨询电话",
    ),
    tuple(
        (
            n,
            ("食品经营许可", "公共场所卫生许可", "取水许可", "建设工程规划许可证核发", "道路运输经营许可",
             "民办学校设立审批", "林木采伐许可", "户外广告设施设置审批")[n % 8] + f"（{n:02d}）",
            f"0001{n:05d}",
            "行政许可" if n % 5 else "行政确认",
            "《中华人民共和国行政许可法》及有关法律法规",
            ("县市场监督管理局", "县卫生健康委员会", "县水利局", "县自然资源局")[n % 4],
            "县级",
            "自然人、法人",
            20,
            20 - 8 - n % 9,
            f"{(8 + n % 9) / 20:.0%}",
            n % 2,
            "是",
            "否",
            f"政务大厅{n % 6 + 1:02d}号窗口",
            "0000-12345",
        )
        for n in range(1, 43)
    ),
)  # fmt: skip
SHORTEN = notice(
    HALL,
    "示政数〔2021〕8号",
    "开展行政审批提速增效专项行动",
    date(2021, 2, 24),
    (
        ("总体目标", "2021年6月底前，行政审批事项承诺办理时限较法定时限压缩60%以上，即办件占比达到"
         "45%以上，企业开办时间压缩至3个工作日以内，群众和企业办事满意度达到98%以上。"),
        ("重点任务", "一是再造审批流程，逐项编制办事指南和流程图；二是推行容缺受理和告知承诺，公布首批"
         "可容缺事项76项；三是推进一窗分类受理，综合窗口占比达到80%以上；四是建立审批时限预警机制，"
         "对临近时限的办件自动提醒、超时办件自动亮灯督办。"),
        ("实施步骤", "2月底前完成动员部署，4月底前完成事项梳理和流程再造，5月底前完成系统配置和人员培训，"
         "6月底前组织评估验收并通报结果。"),
    ),
)  # fmt: skip
PROOF_PLAN = notice(
    HALL,
    "示政数〔2019〕15号",
    "印发示例县创建“无证明城市”实施方案",
    date(2019, 7, 9),
    (
        ("工作目标", "凡没有法律法规依据的证明事项一律取消，对确需保留的证明事项实行清单管理，做到清单"
         "之外无证明。2019年底前取消证明事项不少于120项。"),
        ("主要任务", "全面梳理各乡镇、各单位索要证明的情况，通过直接取消、申请人书面承诺、部门间核查、"
         "信息共享四种方式予以替代；建立证明事项投诉监督平台，群众可随时反映索要证明的问题。"),
        ("职责分工", "县政务服务和大数据服务中心负责统筹协调和技术支撑，县司法局负责合法性审核，各单位"
         "负责本领域证明事项的清理和替代措施落实。"),
    ),
    seal="示例县政务服务和大数据中心",
)  # fmt: skip
PROOF_RULES = rules(
    HALL,
    "示政数〔2020〕22号",
    "示例县保留证明事项清单动态管理办法",
    date(2020, 9, 3),
    (
        "为规范保留证明事项清单管理，减证便民，优化营商环境，结合本县实际，制定本办法。",
        "本办法所称证明事项，是指公民、法人和其他组织在申请办理行政事项时，应当提供的需要由其他单位"
        "出具的、用以描述客观事实或者表明符合特定条件的材料。",
        "清单之外，任何单位不得向群众和企业索要证明。",
        "清单应当列明证明名称、设定依据、索要单位、开具单位和办事指南，并在政府门户网站公布。",
        "法律、法规、规章制定、修改、废止后，索要单位应当在十五个工作日内提出调整申请。",
        "县司法局每年组织一次检查，对违反规定索要证明的，责令限期改正并予以通报。",
    ),
)
FAIR_REPORT = report(
    MARKET,
    "示市监〔2021〕19号",
    "关于清理妨碍统一市场和公平竞争政策措施情况的报告",
    date(2021, 4, 2),
    (
        ("清理工作开展情况", "2020年以来共组织三轮集中清理，梳理本级政府及所属部门现行有效的行政规范性"
         "文件和其他政策措施412件，其中涉及市场主体经济活动的97件，废止6件，修改4件。"),
        ("公平竞争审查情况", "新出台涉及市场主体经济活动的文件31件，全部由起草单位开展公平竞争审查，"
         "审查率100%；经审查调整3件，不予出台1件，未发现未经审查出台的文件。"),
        ("宣传培训情况", "举办公平竞争审查业务培训2期，培训业务骨干126人次；面向民营企业开展政策宣讲，"
         "发放宣传册1200余份，向社会公布举报电话和信箱。"),
    ),
    signed=True,
    seal=MARKET,
)  # fmt: skip

SAMPLES: tuple[Sample, ...] = (
    WEB_1.letter(
        "网站公布截图.png",
        PUBLISHED,
        lambda path, letter: screenshot(path, letter, "www.example.invalid/zwgk/ml2021.html"),
    ).seen_at("http://www.example.invalid/zwgk/ml2021.html", "2021-03-18 10:20"),
    WEB_1.letter(
        "行政审批事项目录公布.html",
        PUBLISHED,
        lambda path, letter: letter_html(
            path,
            letter,
            address="http://www.example.invalid/zwgk/ml2021.html",
            saved="Mon May 10 2021 09:05:00 GMT+0800 (中国标准时间)",
        ),
    ),
    WEB_1.letter("行政审批事项目录公布（存档）.mht", PUBLISHED, letter_mht),
    MATERIAL_1.letter("示政数〔2021〕8号 提速增效通知.docx", SHORTEN, letter_docx),
    MATERIAL_1.table("行政审批事项目录.xlsx", CATALOGUE, table_xlsx),
    MATERIAL_1.plain(
        "政务服务大厅平面图（A3）.pdf",
        lambda path: plan_pdf(
            path,
            "示例县政务服务大厅平面图",
            ("综合受理区", "企业开办专区", "不动产登记区", "社保医保区", "自助服务区",
             "税务专区", "公安专区", "投诉接待室", "档案室", "休息区"),
        ),
        title="示例县政务服务大厅平面图",
        day=date(2020, 11, 6),
    ),
    INTERVIEW_1.letter(
        "办事群众访谈问卷（扫描）.tif",
        questionnaire(
            HALL,
            "办事群众满意度访谈问卷（第017号）",
            date(2021, 5, 6),
            ("您对窗口工作人员的服务态度是否满意？", "您对事项办理的进度是否知悉、满意？",
             "您是否被要求提供清单之外的材料？如没有，请对材料精简情况评价。",
             "您对网上办理的便利程度是否满意？"),
        ),
        scan_tiff,
    ),
    INTERVIEW_1.plain("12345热线回访录音.wav", tone_wav, title="12345热线回访录音（第0321号工单）"),
    MATERIAL_4.letter("示政数〔2019〕15号 实施方案.pdf", PROOF_PLAN, scan_pdf, 1),
    MATERIAL_4.letter("示政数〔2020〕22号 动态管理办法.ofd", PROOF_RULES, letter_ofd, 2),
    MATERIAL_4.table(
        "保留证明事项清单.csv",
        Table(
            "示例县保留证明事项清单",
            HALL,
            date(2020, 9, 30),
            ("序号", "证明名称", "设定依据", "索要单位", "开具单位", "替代方式"),
            tuple(
                (n, f"{name}证明", "有关法律、行政法规", "县直有关单位", "有关主管部门", "部门核查")
                for n, name in enumerate(
                    ("亲属关系", "婚姻登记", "无犯罪记录", "收养登记", "死亡", "残疾", "居住",
                     "学籍", "完税", "不动产权属", "社会保险缴纳", "低收入家庭"), 1
                )
            ),
        ),
        table_csv,
        2,
    ),
    INTERVIEW_4.letter(
        "访谈情况小结.doc",
        report(
            HALL,
            "",
            "减证便民工作群众访谈情况小结",
            date(2021, 4, 28),
            (
                ("访谈组织", "4月20日至26日，在政务大厅和6个便民服务站随机访谈办事群众180人，回收有效"
                 "问卷176份，有效率97.8%。"),
                ("访谈结果", "176名受访群众中，174人表示近一年没有被要求开具清单之外的证明，满意率98.9%。"),
            ),
        ),
        letter_rtf,
    ),
    MATERIAL_14.letter("示市监〔2021〕19号 清理情况报告.pdf", FAIR_REPORT, letter_pdf),
    MATERIAL_14.table(
        "清理政策措施汇总表.xlsx",
        Table(
            "妨碍统一市场和公平竞争政策措施清理汇总表",
            MARKET,
            date(2021, 4, 1),
            ("序号", "文件名称", "文号", "制定机关", "清理意见", "处理结果"),
            tuple(
                (n, f"关于促进本地企业发展的若干措施（第{n}批）", f"示政办〔{2014 + n % 6}〕{n + 11}号",
                 "示例县人民政府办公室", "修改" if n % 3 else "废止", "已完成")
                for n in range(1, 11)
            ),
        ),
        table_xlsx,
    ),
)  # fmt: skip

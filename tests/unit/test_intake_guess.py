"""Guesses at title, number, issuer and date, from names and first pages as counties write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guessing.guess import FileWords, GuessSource, Properties, guess, outside_period
from app.guessing.titles import is_machine_name, title_in_name
from app.problems import ProblemKind

TODAY = date(2026, 11, 22)
NOTHING = FileWords()
UNSAID = Properties()


def guessed(name, text="", properties=UNSAID, official=True, folder=""):
    found = guess(name, FileWords(text, official=official), properties, TODAY, folder)
    return {field: value.value for field, value in found.found()}


LETTER = """示 例 县 司 法 局 文 件

示司〔2021〕 12 号          签发人：张三

示例县司法局
关于印发《示例县法治宣传教育
实施方案》的通知

各乡镇人民政府，县直各单位：
为贯彻落实《关于……的意见》（豫政〔2020〕3号）精神，现将方案印发给你们。

示例县司法局
２０２１年４月９日
（此件公开发布）
示例县司法局办公室            2021年4月10日印发
"""


def test_an_official_letter_is_read_whole():
    assert guessed("扫描0001.pdf", LETTER) == {
        "title": "示例县司法局关于印发《示例县法治宣传教育实施方案》的通知",
        "doc_number": "示司〔2021〕12号",
        "issuer": "示例县司法局",
        "doc_date": "2021-04-09",
    }


def test_a_joint_letter_names_every_issuer():
    text = """中共示例县委办公室
示例县人民政府办公室文件
示办〔2021〕3号
关于调整县依法行政领导小组组成人员的
通  知
各单位：
正文。
中共示例县委办公室      示例县人民政府办公室
二〇二一年十二月三日"""
    assert guessed("x.pdf", text) == {
        "title": "关于调整县依法行政领导小组组成人员的通知",
        "doc_number": "示办〔2021〕3号",
        "issuer": "中共示例县委办公室、示例县人民政府办公室",
        "doc_date": "2021-12-03",
    }


OF_THE_COUNTY = {
    "a title over three lines, one of which ends like a red head": (
        """示例县人民政府办公室文件
示政办〔2022〕8号
示例县人民政府办公室
关于进一步规范行政规范性文件
制定和监督管理工作的
实施意见
各乡（镇）人民政府：
2022年3月1日""",
        "示例县人民政府办公室关于进一步规范行政规范性文件制定和监督管理工作的实施意见",
        ("示政办〔2022〕8号", "示例县人民政府办公室", "2022-03-01"),
    ),
    "a title that opens 《 on one line and closes it on the next": (
        """示例县司法局
示司函（2021）7号
关于征求《示例县行政执法监督办法
（征求意见稿）》意见的函
县直各单位：
示例县司法局
二〇二一年三月五日""",
        "关于征求《示例县行政执法监督办法（征求意见稿）》意见的函",
        ("示司函〔2021〕7号", "示例县司法局", "2021-03-05"),
    ),
    "a title that passes on two papers, broken after the first": (
        """示例县人民政府文件
示政〔2021〕15 号
示例县人民政府
关于印发示例县重大行政决策程序暂行规定
和示例县重大行政决策事项目录管理办法的
通知
各乡（镇）人民政府：
为贯彻落实《法治政府建设实施纲要（2021—2025 年）》精神，
示例县人民政府
二〇二一年五月六日""",
        "示例县人民政府关于印发示例县重大行政决策程序暂行规定和"
        "示例县重大行政决策事项目录管理办法的通知",
        ("示政〔2021〕15号", "示例县人民政府", "2021-05-06"),
    ),
    "a term in quotes at the end of a line": (
        "附件2\n示例县行政执法“三项制度”\n任务分解表\n序号 任务",
        "示例县行政执法“三项制度”任务分解表",
        (None, None, None),
    ),
    "gaps around figures": (
        "示例县司法局 2021 年度法治政府建设工作总结\n2021 年，县司法局\n2021 年 12 月 20 日",
        "示例县司法局2021年度法治政府建设工作总结",
        (None, "示例县司法局", "2021-12-20"),
    ),
    "a title whose last line says only what it is": (
        "示例县推行行政执法“三项制度”\n实施方案\n为深入贯彻有关精神，制定本方案。",
        "示例县推行行政执法“三项制度”实施方案",
        (None, None, None),
    ),
    "a red head of three organs with 文件 at the middle line": (
        """示例县司法局
示例县财政局      文件
示例县人力资源和社会保障局
示司 [ 2021 ] 20 号
关于加强人民调解员队伍建设的意见
各司法所：
2021年6月18日""",
        "关于加强人民调解员队伍建设的意见",
        (
            "示司〔2021〕20号",
            "示例县司法局、示例县财政局、示例县人力资源和社会保障局",
            "2021-06-18",
        ),
    ),
    "a joint letter under two numbers": (
        "示例县司法局\n示例县财政局文件\n示司〔2021〕12号  示财〔2021〕8号\n关于开展检查的通知",
        "关于开展检查的通知",
        ("示司〔2021〕12号、示财〔2021〕8号", "示例县司法局、示例县财政局", None),
    ),
    "an annex": (
        "附件3\n\n示例县行政执法机关行政执法\n案卷评查标准（试行）\n\n序号 项目",
        "示例县行政执法机关行政执法案卷评查标准（试行）",
        (None, None, None),
    ),
    "a decree": (
        """示例市人民政府令
第 12 号
《示例市重大行政决策程序规定》已经市政府第20次常务会议通过，现予公布。
市长 某某
2021年5月20日""",
        "示例市重大行政决策程序规定",
        ("示例市人民政府令第12号", "示例市人民政府", "2021-05-20"),
    ),
    "a judgement": (
        "河南省示例县人民法院\n行 政 判 决 书\n（2021）豫0423行初12号\n原告张某某",
        "河南省示例县人民法院行政判决书",
        ("（2021）豫0423行初12号", "河南省示例县人民法院", None),
    ),
    "a decision on a penalty": (
        "示例县城市管理局\n行政处罚决定书\n示城管罚决字〔2021〕第005号\n当事人：某某",
        "示例县城市管理局行政处罚决定书",
        ("示城管罚决字〔2021〕第005号", "示例县城市管理局", None),
    ),
    "minutes": (
        """示例县人民政府常务会议纪要
〔2021〕12号
示例县人民政府办公室 2021年7月2日
时间：2021年7月1日""",
        "示例县人民政府常务会议纪要",
        ("〔2021〕12号", "示例县人民政府", "2021-07-02"),
    ),
    "a page of a web site": (
        """示例县人民政府门户网站
首页 > 政务公开 > 公告
示例县2021年重大行政决策事项目录
发布时间：2021-04-12 10:20  来源：县政府办""",
        "示例县2021年重大行政决策事项目录",
        (None, None, "2021-04-12"),
    ),
    "a summary signed with the month only": (
        "2020年度普法工作总结\n我局认真开展工作。\n示例县司法局\n2021年1月",
        "2020年度普法工作总结",
        (None, "示例县司法局", "2021-01"),
    ),
}


@pytest.mark.parametrize("what", OF_THE_COUNTY)
def test_papers_of_a_county(what):
    text, title, (number, issuer, day) = OF_THE_COUNTY[what]
    found = guessed("x.pdf", text)
    assert found.pop("title") == title
    wanted = {"doc_number": number, "issuer": issuer, "doc_date": day}
    assert found == {name: value for name, value in wanted.items() if value}


def test_a_web_page_prints_the_number_below_the_heading():
    text = """索 引 号: | S0001 | 发文日期: | 2021年03月25日
示例市人民政府
关于印发《示例市“十四五” 规划(2021—2025年)》的通知
示政〔2021〕9号
各县(区)人民政府:
附件:1.《示例市“十四五”规划(2021—2025年)》
2021年3月21日"""
    assert guessed("x.html", text) == {
        "title": "示例市人民政府关于印发《示例市“十四五”规划(2021—2025年)》的通知",
        "doc_number": "示政〔2021〕9号",
        "issuer": "示例市人民政府",
        "doc_date": "2021-03-21",
    }


def test_a_summary_without_number():
    text = "2020年普法工作总结\n2020年以来，我局认真开展普法工作。\n县司法局\n2020年12月30日"
    assert guessed("总结.docx", text, Properties("", "微软用户", "示例县司法局")) == {
        "title": "2020年普法工作总结",
        "issuer": "县司法局",
        "doc_date": "2020-12-30",
    }


def test_radicals_and_spaces_of_pdf_text_do_not_matter():
    text = "关于开展法治宣传⼯作的通知\n各单位：\n示例县司法局\n2021 年 4 ⽉ 9 ⽇"
    found = guessed("x.pdf", text)
    assert (found["title"], found["doc_date"]) == ("关于开展法治宣传工作的通知", "2021-04-09")


def test_tables_give_one_cell_and_no_number():
    text = "政策措施清理汇总表\n序号\n文号\n示政办〔2015〕12号\n清理情况"
    assert guessed("清理.xlsx", text, official=False) == {"title": "政策措施清理汇总表"}


def test_labels_of_a_drawing_are_no_heading():
    text = "综合受理区\n企业开办专区\n社保医保区\n办事大厅\n示例县政务服务大厅平面图"
    assert guessed("平面图.pdf", text)["title"] == "示例县政务服务大厅平面图"


def test_an_invoice():
    text = "发票代码：033002000211\n浙江增值税电子普通发票\n开票日期：2020年07月23日"
    found = guessed("1.ofd", text)
    assert found == {"title": "浙江增值税电子普通发票", "doc_date": "2020-07-23"}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("1.关于印发法治政府建设方案的通知(1).docx", "关于印发法治政府建设方案的通知"),
        ("01-2021年普法工作总结 - 副本.doc", "2021年普法工作总结"),
        ("鲁政办〔2021〕5号关于普法工作的意见（扫描件）.pdf", "关于普法工作的意见"),
        ("关于普法工作的意见（鲁政办[2021]5号）.pdf", "关于普法工作的意见"),
        ("示例县司法局2021年普法工作总结最终版.docx", "示例县司法局2021年普法工作总结"),
        ("12.4国家宪法日宣传活动照片（1）.jpg", "12.4国家宪法日宣传活动照片（1）"),
        ("6-2-1 行政执法公示制度.docx", "行政执法公示制度"),
        ("20210409_会议记录.docx", "会议记录"),
        ("关于报送总结的函（定稿）20210105.doc", "关于报送总结的函"),
        ("（一）重大决策目录.pdf", "重大决策目录"),
        ("2021年度法治政府建设年度报告.doc.pdf", "2021年度法治政府建设年度报告"),
        ("复件 关于普法的报告.doc", "关于普法的报告"),
        ("关于普法的报告（二〇二一年四月九日）.pdf", "关于普法的报告"),
        ("关于转发豫政〔2020〕3号文件的通知.pdf", "关于转发豫政〔2020〕3号文件的通知"),
        ("会议照片 (2).jpg", "会议照片"),
        ("3月份例会签到表.xlsx", "3月份例会签到表"),
        ("普法责任清单_v2.docx", "普法责任清单"),
        ("办法（试行）.docx", "办法（试行）"),
    ],
)
def test_titles_in_file_names(name, title):
    assert title_in_name(name) == title


@pytest.mark.parametrize(
    "stem",
    [
        "IMG_20210409_101112",
        "微信图片_20210409123456",
        "新建 Microsoft Word 文档",
        "扫描0001",
        "DSC01234",
        "9e107d9d372bb6826bd81d3542a419d6",
        "1",
        "未命名",
        "mmexport1617960000000",
        "Screenshot_20210409-101112",
    ],
)
def test_names_that_machines_made(stem):
    assert is_machine_name(stem)
    assert title_in_name(f"{stem}.jpg") == ""


def test_the_folder_speaks_for_a_camera():
    found = guess("IMG_0001.jpg", NOTHING, Properties(), TODAY, "宪法宣传周活动")
    assert found.title.value == "宪法宣传周活动（IMG_0001）"
    assert found.title.source is GuessSource.FOLDER_NAME


def test_an_author_is_no_issuer_unless_it_is_an_organ():
    for author in ("Administrator", "微软用户", "User", "张三", "雨林木风"):
        assert "issuer" not in guessed("说明.docx", "", Properties(author=author))
    assert guessed("说明.docx", "", Properties(author="示例县司法局"))["issuer"] == "示例县司法局"


@given(st.text(max_size=400), st.text(max_size=60))
def test_nothing_makes_guessing_fail(text, name):
    found = guess(name, FileWords(text, text, text), Properties(text, text, text), TODAY)
    for _, value in found.found():
        assert "\n" not in value.value


def test_the_period_of_a_point():
    assert outside_period("2018-05-01", 2019).kind is ProblemKind.OUTSIDE_PERIOD
    assert outside_period("2018", 2019).detail == {"date": "2018", "since_year": 2019}
    for doc_date, since in (("2019-01-01", 2019), ("", 2019), ("2018", None)):
        assert outside_period(doc_date, since) is None


@pytest.mark.parametrize(
    ("number", "official", "day", "iso"),
    [
        ("示政办2021年12号", "示政办〔2021〕12号", "2021 年 4 月 9 日", "2021-04-09"),
        ("司法局便函2021-12", "司法局便函2021-12", "2021年4月9日星期五", "2021-04-09"),
        ("示政〔2021〕12号、13号", "示政〔2021〕12号、13号", "2021年4月", "2021-04"),
        ("示政办〔2021〕１２号（代拟稿）", "示政办〔2021〕12号", "20210409", "2021-04-09"),
        ("示法建办[2021]12号文", "示法建办〔2021〕12号", "2021。4。9", "2021-04-09"),
        ("第12号", "第12号", "Apr. 9, 2021", "2021-04-09"),
    ],
)
def test_numbers_and_days_as_people_write_them(number, official, day, iso):
    text = (
        f"示例县人民政府办公室文件\n{number}\n关于开展第1次执法案卷评查的通知\n各单位：\n"
        f"一、评查范围。本次评查的范围是2020年办结的案卷。\n示例县人民政府办公室\n{day}"
    )
    found = guess("01.txt", FileWords(text), Properties(), TODAY)
    assert (found.doc_number.value, found.doc_date.value) == (official, iso)
    assert found.title.value == "关于开展第1次执法案卷评查的通知"
    assert found.issuer.value == "示例县人民政府办公室"


def test_a_number_in_a_file_name_gives_no_date():
    found = guess("示政办2021年12号 评查通知.txt", FileWords(), Properties(), TODAY)
    assert (found.doc_number.value, found.doc_date) == ("示政办〔2021〕12号", None)

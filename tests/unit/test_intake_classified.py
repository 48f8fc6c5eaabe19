"""Marks of state secrecy keep a file out; everyday words do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.classified import internal_mark
from app.intake.errors import ClassifiedRefused
from app.secrecy.marks import classified_mark
from app.wording.errors import describe_error

LEVELS = st.sampled_from(["绝密", "机密", "秘密"])


@pytest.mark.parametrize(
    "text",
    [
        "机密★1年\n示例县人民政府文件",
        "000001\n秘密★长期\n特急",
        "秘密☆6个月",
        "绝密＊30年",
        "机 密 ★ 10 年",
        "机密\n示例县委文件",
        "000123\n机　密\n特急\n示例县委文件",
        "【秘密】\n关于……的报告",
        "密级：机密\n编号：3",
        "收文登记\n密级 秘密",
        "秘密 特急",
        "正文第一行\n本件为机密\u200b★5年",
        "绝密★启用前\n行政执法人员考试试卷",
    ],
)
def test_marks_on_the_first_page(text):
    assert classified_mark("通知.docx", text)


@pytest.mark.parametrize(
    "name",
    [
        "机密★1年 关于……的请示.pdf",
        "（秘密）人员名单.xls",
        "【机密】会议纪要.docx",
        "绝密/方案.docx",
        "机密级.doc",
        "秘密.docx",
        "机密_会议纪要.doc",
        "机密文件.pdf",
    ],
)
def test_marks_in_names(name):
    assert classified_mark(name)


@pytest.mark.parametrize(
    "text",
    [
        "行政机关不得公开涉及国家秘密、商业秘密、个人隐私的政府信息。",
        "关于开展保守国家秘密法宣传教育的通知",
        "信息系统应当保证机密性、完整性和可用性",
        "商业秘密★5年",
        "密级：□绝密 □机密 □秘密",
        "密级：无\n保管期限：永久",
        "工作人员应当签订保密承诺书，保守秘密\n",
        "一、绝密、机密、秘密三级的划分",
    ],
)
def test_everyday_words_are_let_in(text):
    assert classified_mark("保密法宣传材料.docx", text) is None


@pytest.mark.parametrize(
    "name",
    [
        "机密文件管理制度.docx",
        "保守国家秘密法宣传活动.jpg",
        "商业秘密保护指引.pdf",
        "绝密押运案例讲解.pptx",
    ],
)
def test_names_that_speak_of_secrets_are_let_in(name):
    assert classified_mark(name) is None


@given(LEVELS, st.sampled_from("★☆*＊"), st.text(max_size=300), st.text(max_size=50))
def test_a_starred_mark_is_never_missed(level, star, before, after):
    if before.endswith(("商业", "工作")):
        before += "。"
    assert classified_mark("x", f"{before}\n{level}{star}{after}")


@given(LEVELS, st.integers(0, 3))
def test_a_mark_alone_in_the_first_lines_is_never_missed(level, lines_before):
    text = "示例县人民政府文件\n" * lines_before + f"{level}\n关于……的通知"
    assert classified_mark("x", text) == level


@pytest.mark.parametrize(
    "text",
    [
        "（此件不公开）",
        "正文\n（此件依申请公开）",
        "内部资料 注意保存",
        "公开属性：不公开",
        "工作秘密★2年",
        "内部文件\n示例县司法局",
    ],
)
def test_internal_marks_ask_for_a_second_look(text):
    assert internal_mark("通知.docx", text)
    assert classified_mark("通知.docx", text) is None


@pytest.mark.parametrize(
    "text",
    [
        "2021年依申请公开情况汇总表\n申请人",
        "（此件公开发布）",
        "公开方式：主动公开",
        "加强内部资料性出版物管理",
        "泄露工作秘密的，依法给予处分",
    ],
)
def test_everyday_words_are_no_internal_marks(text):
    assert internal_mark("2021年依申请公开情况汇总表.xls", text) is None


def test_the_refusal_names_the_file_on_the_screen_only():
    error = ClassifiedRefused("机密★1年 人事安排.docx", "机密★1年")
    assert "人事安排" in str(describe_error(error))
    assert "人事安排" not in str(error)
    assert "人事安排" not in repr(error)

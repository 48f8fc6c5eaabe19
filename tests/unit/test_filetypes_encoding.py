import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.filetypes import decode, decode_start, encoding_of, encoding_of_file

LETTER = (
    "关于印发《示例县法治政府建设示范创建工作方案》的通知\n各乡镇人民政府，县政府各部门：\n"
    "现将方案印发给你们，请认真贯彻执行。2021年4月9日\n"
)
TRADITIONAL = "關於印發《示例縣法治政府建設示範創建工作方案》的通知，請認真貫徹執行。"
UTF8 = LETTER.encode()


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"line of ascii text, 123\r\n" * 4000 + LETTER.encode("gb18030"), "gb18030"),
        (b"a,b,c\n" * 40_000 + "完".encode("gbk"), "gb18030"),
        (b"a,b,c\n" * 40_000 + "完".encode(), "utf-8"),
        (UTF8[:40] + b"\xff" + UTF8[41:], "utf-8"),
        (UTF8 * 300 + b"\xe6\xb3" + UTF8 * 300, "utf-8"),
        ("法治政府建设示范".encode()[:-1] + b"\xff", "utf-8"),
        (UTF8[:-2], "utf-8"),
        (LETTER.encode("utf-16-le"), "utf-16-le"),
        (LETTER.encode("utf-16-be"), "utf-16-be"),
        ("法治政府建设示范县".encode("utf-16-le"), "utf-16-le"),
        ("法治政府建设示范县".encode("utf-16-be"), "utf-16-be"),
        ("单位,数\r\n甲,1\r\n".encode("utf-16-le"), "utf-16-le"),
        ("单位,数\r\n甲,1\r\n".encode("utf-16-be"), "utf-16-be"),
        ("a,b\r\n1,2\r\n".encode("utf-16-le"), "utf-16-le"),
        ((LETTER + "王㛃䶮𠅤𬭎\n").encode("gb18030"), "gb18030"),
        ("王㛃李䶮张𬭎".encode("gb18030"), "gb18030"),
        ("通知".encode("gbk"), "gb18030"),
        ("联通".encode("gbk"), "gb18030"),
        (TRADITIONAL.encode("big5"), "big5hkscs"),
        (TRADITIONAL.encode("gbk"), "gb18030"),
        (LETTER.encode("gbk")[:41] + b"\xff" + LETTER.encode("gbk")[41:], "gb18030"),
        ("温度 25°C ±1，α β".encode(), "utf-8"),
        (b"plain ascii\n", "utf-8"),
        (random.Random(1).randbytes(5000), None),
        (random.Random(2).randbytes(20), None),
        (bytes(1000), None),
    ],
)
def test_encoding_is_judged_by_the_whole_text(tmp_path, data, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert (encoding_of(data), encoding_of_file(path)) == (encoding, encoding)


MARKS = "（）《》，。"
COMMON = "的一是不了在人有我他这中大来上国和说们为子个着县法治政府办公室关于印发通知方案" + MARKS


@given(
    # Stops and brackets alone are no text that anybody writes.
    st.text(st.sampled_from(COMMON), min_size=8).filter(lambda text: set(text) - set(MARKS)),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]),
)
def test_chinese_comes_back_in_every_encoding(text, encoding):
    found = decode(text.encode(encoding))
    assert found is not None
    assert found.text.removeprefix("\ufeff") == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_none(data):
    found = decode(data)
    assert found is None or isinstance(found.text, str)


def test_start_is_read_in_the_encoding_of_the_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 300_000 + "末尾的文字".encode("gbk"))
    start = decode_start(path, 10)
    assert start is not None
    assert (start.text, start.encoding) == ("x" * 10, "gb18030")

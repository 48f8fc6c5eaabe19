"""Personal data in papers that leave the house: as much as tells people apart, no more. Pure."""

import re

from app.verification.material_check.registers.schema import ColumnType

#: Family names of two characters.
_DOUBLE = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 "
    "濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 "
    "公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 "
    "微生 梁丘 左丘 西门 第五"
)
_HAN = r"\u3400-\u9fff\U00020000-\U000323af〇"
_HAN_ONLY = re.compile(rf"[{_HAN}]+")
#: 张三等12人, 李四等.
_CROWD = re.compile(rf"([{_HAN}]{{2,4}}?)(等(?:\d*人)?)")
#: A name with a number that was masked behind it.
_NUMBERED = re.compile(rf"([{_HAN}]{{2,4}})([\d*\- ]+)")
#: What stands in brackets behind a name.
_ASIDE = re.compile(r"[（(][^（()）]*[)）]")
#: Two or three characters are a name, whatever they end with: 王村.
_SHORTEST_BODY = 4
_DOTTED = re.compile(rf"[{_HAN}]+(?:[·•・‧][{_HAN}]+)+")
_SEVERAL = re.compile(r"([、,，;；/]|\s+|和|与|诉)")
#: What is no person, though it stands in a column of names.
_BODY = re.compile(
    r"(公司|集团|厂|店|行|社|局|委|院|所|站|中心|协会|合作社|政府|办公室|学校|村|组|部|处|队|户|"
    r"基金会|银行|医院|企业|工作室|经营部)$"
)
_DIGITS = re.compile(r"\d(?:[\d\- ]*\d)?")
_LONG_NUMBER = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?![\dXx])")


def masked(kind: ColumnType, text: str) -> str:
    """A cell without personal data; the same text always becomes the same."""
    match kind:
        case ColumnType.PERSON:
            return "".join(
                part if number % 2 else _name(part)
                for number, part in enumerate(_SEVERAL.split(masked_text(text)))
            )
        case ColumnType.ID_NUMBER:
            plain = text.strip()
            return plain[:1] + "*" * max(len(plain) - 2, 0) + plain[-1:] if len(plain) > 2 else "**"
        case ColumnType.PHONE:
            return _DIGITS.sub(lambda found: _number(found[0]), text)
        case ColumnType.TEXT:
            return masked_text(text)
        case _:
            return text


def masked_text(text: str) -> str:
    """Words without numbers of identity cards and telephones."""
    return _LONG_NUMBER.sub(lambda found: _number(found[0]), text)


def _name(part: str) -> str:
    """A name with its family name only; a body stays, and what cannot be told is no name of one."""
    bare = _ASIDE.sub("", part).strip()
    if _DOTTED.fullmatch(bare):
        return re.split(r"[·•・‧]", bare)[0] + "·某"
    crowd = _CROWD.fullmatch(bare)
    if crowd is not None:
        return _name(crowd[1]) + crowd[2]
    numbered = _NUMBERED.fullmatch(bare)
    if numbered is not None:
        return _name(numbered[1]) + numbered[2]
    if not _HAN_ONLY.fullmatch(bare):
        return _latin(part)
    double = bare[:2] in _DOUBLE and len(bare) <= _SHORTEST_BODY
    if len(bare) >= _SHORTEST_BODY and not double and _BODY.search(bare):
        return part
    family = bare[:2] if bare[:2] in _DOUBLE and len(bare) > 2 else bare[:1]
    return family + "某" * min(max(len(bare) - len(family), 1), 3)


def _latin(part: str) -> str:
    """A name in letters keeps its first one; bodies stay as they are."""
    plain = part.strip()
    if plain.isascii() and plain.isalpha() and len(plain) > 1:
        return plain[0] + "*" * (len(plain) - 1)
    return part


def _number(text: str) -> str:
    digits = sum(char.isalnum() for char in text)
    shown = 3 if digits >= 11 else 0
    kept = 4 if digits >= 11 else min(2, digits - 1)
    out, seen = [], 0
    for char in text:
        if not char.isalnum():
            out.append(char)
            continue
        seen += 1
        out.append(char if seen <= shown or seen > digits - kept else "*")
    return "".join(out)

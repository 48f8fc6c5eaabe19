"""Internal marks in a name or a text, which a person should look at again."""

import re

from app.guessing.plain_text import plain

_STAR = r"[★☆✩✪✫✬✭✮✯✰⭐✦✱✲✳∗⁎*\uf0ab\uf0b6]"
_NAME_PARTS = re.compile(r"[\s_\-—–+()\[\]【】〔〕<>《》「」.·、,，;；:：/\\#&]+")

_INTERNAL_WORDS = "内部资料|内部文件|内部材料|内部参考|工作秘密|此件不公开|此件依申请公开"
_INTERNAL = re.compile(
    rf"[(\[【〔]\s*({_INTERNAL_WORDS}|不予公开|不公开|依申请公开|注意保存)\s*[)\]】〕]"
    rf"|({_INTERNAL_WORDS}|商业秘密)\s*{_STAR}"
    r"|(此件不公开|此件不予公开|此件依申请公开)"
    r"|公开(?:属性|方式|类型|形式|选项)\s*[:：]\s*(不予公开|不公开|依申请公开)"
    r"|(内部(?:资料|文件|材料))[,，\s]*(?:注意保存|妥善保管|严禁外传|请勿外传|不得外传|不得翻印)"
)
_INTERNAL_ALONE = re.compile(
    rf"[*★\s]*({_INTERNAL_WORDS}|依申请公开|注意保存)[\s,，;；!！。.★*]*(?:注意保存|妥善保管)?[!！。.]*"
)
_INTERNAL_IN_NAME = re.compile(rf"({_INTERNAL_WORDS})")


def internal_mark(name: str, text: str = "") -> str | None:
    """The internal mark (内部资料, 此件不公开 …) in a name or text; None if there is none."""
    folded_name, page = plain(name), plain(text)
    for found in (
        _INTERNAL.search(folded_name),
        *(_INTERNAL_IN_NAME.fullmatch(part) for part in _NAME_PARTS.split(folded_name)),
        _INTERNAL.search(page),
        *(_INTERNAL_ALONE.fullmatch(line.strip()) for line in page.splitlines()),
    ):
        if found:
            return next(group for group in found.groups() if group)
    return None

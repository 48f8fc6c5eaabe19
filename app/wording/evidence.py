"""Words for items of evidence and their revisions."""

from typing import TYPE_CHECKING

from app.translating import Translate, chinese
from app.visible_text import visible

if TYPE_CHECKING:
    from app.evidence.revisions import FieldChange

_FIELDS = {
    "title": "题名",
    "doc_number": "文号",
    "issuer": "责任者",
    "doc_date": "日期",
    "copies": "份数",
    "remark": "备注",
    "file_name": "文件名",
    "label": "文件类型",
    "size": "文件大小",
    "sha256": "SHA-256",
    "parts": "附件",
}


def describe_mended(translate: Translate = chinese) -> str:
    """Say that a stored original had been altered and was replaced by a file; no full stop."""
    return translate("库里的原件被改动过，已用这个文件修复")


def describe_present(rank: int | None, title: str, translate: Translate = chinese) -> str:
    """Say that a file was not added, since just this content lies there already; no full stop."""
    if rank is None:
        return translate("已在此处（《{title}》），没有再加一件").format(title=visible(title))
    text = translate("已在此处（第 {rank} 件《{title}》），没有再加一件")
    return text.format(rank=rank, title=visible(title))


def field_name(field: str, translate: Translate = chinese) -> str:
    """The name on screen of a field of a revision."""
    return translate(_FIELDS[field])


def describe_field_change(change: "FieldChange", translate: Translate = chinese) -> tuple[str, str]:
    """The values before and after, in words; "（空）" for none."""
    before, after = (_value(change.field, v, translate) for v in (change.before, change.after))
    return before, after


def _value(field: str, value: object, translate: Translate) -> str:
    if isinstance(value, tuple):
        return translate("、").join(value) or translate("（无）")
    if field == "size":
        return translate("{size:,} 字节").format(size=value)
    text = str(value)
    return (translate(text) if field == "label" else text) or translate("（空）")

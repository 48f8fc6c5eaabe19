"""Words for items of evidence and their revisions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.names.page_setup import page_setup_words
from app.names.photos import told_elements
from app.photos.notes import PhotoNote
from app.terms import ORIGIN_NAMES
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
    **ORIGIN_NAMES,
    "file_name": "文件名",
    "label": "文件类型",
    "size": "文件大小",
    "sha256": "SHA-256",
    "parts": "附件",
    "setups": "页面设置",
    "notes": "照片说明",
}


def describe_mended(translate: Translate = chinese) -> str:
    """Say that a stored original had been altered and was replaced by a file; no full stop."""
    return translate("库里的原件被改动过，已用这个文件修复")


def describe_present(number: str, title: str, translate: Translate = chinese) -> str:
    """Say that a file was not added, since just this content lies there already; no full stop."""
    if not number:
        return translate("已在此处（《{title}》），没有再加一件").format(title=visible(title))
    text = translate("已在此处（{number}《{title}》），没有再加一件")
    return text.format(number=number, title=visible(title))


def field_name(field: str, translate: Translate = chinese) -> str:
    """The name on screen of a field of a revision."""
    return translate(_FIELDS[field])


def describe_field_change(change: "FieldChange", translate: Translate = chinese) -> tuple[str, str]:
    """The values before and after, in words; "（空）" for none."""
    before, after = (_value(change.field, v, translate) for v in (change.before, change.after))
    return before, after


def describe_photo_note(note: PhotoNote, translate: Translate = chinese) -> str:
    """What is noted of a photo, in one line; "" for nothing."""
    told = (
        translate("{name}：{text}").format(name=translate(name), text=visible(text))
        for name, text in told_elements(note)
    )
    return translate("，").join(told)


def _value(field: str, value: object, translate: Translate) -> str:
    if isinstance(value, tuple):
        return translate("、").join(value) or translate("（无）")
    if isinstance(value, Mapping):
        told = (
            describe_photo_note(one, translate)
            if isinstance(one, PhotoNote)
            else page_setup_words(one, translate)
            for one in value.values()
        )
        return translate("；").join(told) or translate("（无）")
    if field == "size":
        return translate("{size:,} 字节").format(size=value)
    text = str(value)
    return (translate(text) if field == "label" else text) or translate("（空）")

"""The words for the library of evidence; ``app.wording`` takes the errors in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.errors import JuanzongError
from app.intake import errors as intake_errors
from app.translating import Translate, chinese

if TYPE_CHECKING:
    from app.evidence.revisions import FieldChange

#: Reason and remedy of each error, as ``app.wording.Sentence`` takes them.
ERRORS: Mapping[type[JuanzongError], tuple[str, str]] = {
    intake_errors.CompanionUnclear: (
        "没有写明要附上哪一个 PDF",
        "写上打印的 PDF；要去掉已附上的，只写 --remove",
    ),
    intake_errors.RevisionUnknown: ("这份证据件没有第 {number} 版", "现有的版本：{available}"),
    intake_errors.PlaceAmbiguous: (
        "《{title}》归在几处，要写明移动哪一处",
        "用 --from 写明，可选：{places}",
    ),
}

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


def describe_present(rank: int | None, title: str, translate: Translate = chinese) -> str:
    """Say that a file was not added, since just this content lies there already; no full stop."""
    if rank is None:
        return translate("已在此处（《{title}》），没有再加一件").format(title=title)
    text = translate("已在此处（第 {rank} 件《{title}》），没有再加一件")
    return text.format(rank=rank, title=title)


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

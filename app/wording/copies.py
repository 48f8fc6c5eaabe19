"""Words for working copies: how one stands, and what to do about it."""

from app.intake.copies.model import CopyState, WorkingCopy
from app.names.sentence import Sentence
from app.translating import Translate, chinese

_STATES = {
    CopyState.SAME: Sentence("没有改动"),
    CopyState.SETTLING: Sentence("正在保存"),
    CopyState.CHANGED: Sentence("改过，可以作为新版本"),
    CopyState.PUT_OFF: Sentence("改过，再保存时提示"),
    CopyState.BROKEN: Sentence("没有存完整", "请在 WPS／Word 里重新保存"),
    CopyState.MISSING: Sentence("文件已不在", "可能被移走或删除"),
}
_REMOVED = Sentence("改过，但这件材料已移到回收站", "先在材料库里恢复它，才能作为新版本")
_UNKNOWN = Sentence("不知道是哪一件的副本", "可以从文件夹里取出，作为新材料添加")
_OVERTAKEN = "这件材料后来另换过版本，请先比较"
_OPEN = "WPS／Word 里还开着"


def describe_copy(copy: WorkingCopy, translate: Translate = chinese) -> Sentence:
    """How a working copy stands, and what to do about it."""
    said = _STATES[copy.state]
    waiting = copy.state not in {CopyState.SAME, CopyState.MISSING}
    if waiting and not copy.item:
        said = _UNKNOWN
    elif waiting and copy.removed:
        said = _REMOVED
    elif copy.overtaken and copy.offered:
        said = Sentence(said.reason, _OVERTAKEN)
    remedies = [translate(said.remedy)] if said.remedy else []
    if copy.open and not remedies:
        remedies.append(translate(_OPEN))
    return Sentence(translate(said.reason), "".join(remedies), translate(said.stop))

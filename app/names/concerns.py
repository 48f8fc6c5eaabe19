"""Words for what somebody should know before items are handed in or accepted."""

from app.evidence.concerns import Concern, Concerns
from app.translating import Translate, chinese

_COUNTED = {
    Concern.UNREADABLE: "{count} 件不能印成页面",
    Concern.NAMELESS: "{count} 件的题名还是文件名",
    Concern.UNCONFIRMED: "{count} 件的著录还没有核对",
}


def describe_concerns(concerns: Concerns, translate: Translate = chinese) -> str:
    """How many items each concern applies to, in one line without a full stop; "" for none."""
    parts = [
        translate(_COUNTED[concern]).format(count=len(concerns.of(concern)))
        for concern in Concern
        if concerns.of(concern)
    ]
    return translate("，").join(parts)

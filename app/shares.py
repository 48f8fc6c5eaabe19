"""Shares in words: a percentage never stands without the counts that it comes from."""

from app.translating import Translate, chinese

#: What stands for a share of nothing.
NO_SHARE = "—"


def share_words(count: int, of: int, translate: Translate = chinese) -> str:
    """A share with its counts, such as 91.3%（42/46）; "—" of nothing."""
    if not of:
        return NO_SHARE
    told = translate("{percent}（{count}/{of}）")
    return told.format(percent=percentage(count, of), count=count, of=of)


def percentage(count: int, of: int) -> str:
    """The share alone, for a cell beside its count; "—" of nothing.

    Rounded half up to one place in whole numbers, so that it is the same everywhere; 100 and 0
    stand for themselves only.
    """
    if not of:
        return NO_SHARE
    tenths = (2000 * count + of) // (2 * of)
    if tenths == 1000 and count < of:
        tenths = 999
    if tenths == 0 and count > 0:
        tenths = 1
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest}%" if rest else f"{whole}%"

"""Shares in words: never without the counts that they come from."""


def share_words(count: int, of: int) -> str:
    """Return a share with its counts, such as 91.3%（42/46）.

    Rounded half up to one place, in whole numbers. A share of nothing is a dash.
    """
    return f"{percentage(count, of)}（{count}/{of}）" if of else f"—（{count}/{of}）"


def percentage(count: int, of: int) -> str:
    """Return the share alone, for a cell beside its count; a dash if it is of nothing."""
    if not of:
        return "—"
    tenths = (2000 * count + of) // (2 * of)
    return f"{tenths // 10}.{tenths % 10}%"

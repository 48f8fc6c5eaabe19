"""Which part of the manual tells of which page."""

#: By page: the heading for the office, and for a unit.
_HEADINGS = {
    "desk": ("期限", "第四步：看还缺什么"),
    "indicators": ("第二步：把材料放进去", "第二步：把材料放进去"),
    "inbox": ("收件箱：先放着，慢慢归", "收件箱：先放着，慢慢归"),
    "library": ("第三步：核对题名和文号", "第三步：核对题名和文号"),
    "review": ("审核和退回", "收到退回怎么办"),
    "rectification": ("整改销号", "收到退回怎么办"),
    "exchange": ("收报送包", "报送"),
    "stages": ("期限", "第四步：看还缺什么"),
    "dossiers": ("编全部卷宗", "编自己的卷宗"),
    "settings": ("体检、备份和恢复", "备份"),
}
START = "第一步：打开程序"
KEYS = "常用的键"


def heading_for(page: str, *, office: bool) -> str:
    """The heading of the part about a page; that of the start where there is none."""
    for_office, for_unit = _HEADINGS.get(page, (START, START))
    return for_office if office else for_unit

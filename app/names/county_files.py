"""Words for the county's own data files in packages: what becomes of them, why one stays out."""

from app.storage.county_files import PUT_ASIDE, FileChange, FileChangeKind, NotTaken, WhyNotTaken
from app.translating import Translate, chinese
from app.visible_text import visible

FILE_CHANGES = {
    FileChangeKind.NEW: "新增数据文件 {place}",
    FileChangeKind.CHANGED: "数据文件 {place} 换为创建办的",
    FileChangeKind.REMOVED: "数据文件 {place} 已由创建办撤下",
    FileChangeKind.PUT_ASIDE: "数据文件 {place} 与创建办的是同一种，以创建办的为准",
}
#: Follows where a file of the unit's own gave way.
KEPT_ASIDE = "；本单位原来的文件留着，名称后面加了“{ending}”，不再使用"

WHY_NOT_TAKEN = {
    WhyNotTaken.NAME: "文件名不能用在各种电脑上，请改名",
    WhyNotTaken.UNREADABLE: "读不出来，请存为 UTF-8 文本",
    WhyNotTaken.TOO_LONG: "超过 10 万字",
    WhyNotTaken.TOO_MANY: "文件太多或总字数太多",
    WhyNotTaken.FAULTY: "写法有错，请按提示改正",
}


def describe_file_change(change: FileChange, translate: Translate = chinese) -> str:
    """What becomes of a file, in a sentence without a full stop."""
    told = translate(FILE_CHANGES[change.kind]).format(place=visible(change.place))
    if change.aside:
        told += translate(KEPT_ASIDE).format(ending=PUT_ASIDE)
    return told


def describe_left_out(left: NotTaken, translate: Translate = chinese) -> str:
    """Which file does not travel, and why; no full stop."""
    told = translate("数据文件 {place} 没有装入：{reason}")
    return told.format(place=visible(left.place), reason=translate(WHY_NOT_TAKEN[left.why]))

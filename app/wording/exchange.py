"""Words for packages."""

from collections.abc import Mapping
from typing import Any

from app.errors import JuanzongError
from app.exchange import errors
from app.exchange.envelope import naming
from app.exchange.errors import Flood, FloodingRecords, SizeLimit, UnsafeReason
from app.exchange.kinds import PackageKind
from app.translating import Translate
from app.wording.records import RECORD_COUNTS

#: What the entries of a package hold, by the names that other programs see.
_MEMBERS: Mapping[str, str] = {
    naming.SEALED: "加密的内容",
    naming.BAGIT: "包的格式声明",
    naming.BAG_INFO: "包的说明",
    naming.HEADER: "包头",
    naming.MANIFEST: "内容清单",
    naming.TAG_MANIFEST: "清单的校验值",
    naming.SIGNATURE: "签名",
    naming.DOCUMENTS + "payload.json": "数据",
    naming.DOCUMENTS + "log.json": "操作记录",
    naming.DOCUMENTS + "framework.json": "指标体系",
}

#: What anybody can read of a package that is not sealed, by its kind.
UNSEALED: Mapping[PackageKind, str] = {
    PackageKind.TASK: "没有加密：谁拿到都能看到责任分工、期限和说明；包里没有原件。",
    PackageKind.SUBMISSION: "没有加密：谁拿到都能看到原件、著录和操作记录，请专人送达。",
    PackageKind.RETURN: "没有加密：谁拿到都能看到审核结论、整改通知和随包原件，请专人送达。",
    PackageKind.RECOVERY: (
        "没有加密：对方的密钥随电脑丢了。谁拿到都能看到全部原件和著录，请专人送达，用完删除。"
    ),
}

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.NotAPackage: (
        "{path} 不是卷宗的任务包、报送包、退回包或恢复包",
        "请确认选对了文件",
    ),
    errors.PackageUnreadable: (
        "包读不出来：{path}（{detail}）",
        "请确认 U 盘没有拔出、没有损坏，重新插好后再试",
    ),
    errors.PackageNotAFile: (
        "{path} 是文件夹、管道或设备，不是一个文件，没有打开",
        "请选包文件本身",
    ),
    errors.PackageTooNew: (
        "包由更新版本的卷宗制作（格式 {found}）：{path}",
        "请升级本机的卷宗后再打开",
    ),
    errors.PackageTruncated: (
        "包不完整：{path} 的结尾不对，没有复制完，或被改动过",
        "请重新复制；仍不行就请对方重新制作，本机内容没有改动",
    ),
    errors.PackageDamaged: (
        "包里的“{member}”与发出时不一致：{path}",
        "请重新复制；仍不行就请对方重新制作，本机内容没有改动",
    ),
    errors.PackageMemberMissing: (
        "包里缺少“{member}”：{path}",
        "请对方重新制作，本机内容没有改动",
    ),
    errors.PackageUnsafe: (
        "包里的“{member}”{reason}，没有打开：{path}",
        "这不是卷宗制作的包，请向对方核实来源",
    ),
    errors.PackageTooLarge: (
        "包的{what}超过上限 {limit}，没有打开：{path}",
        "这不像是卷宗制作的包，请向对方核实来源",
    ),
    errors.PackageFloods: (
        "{what}有 {found}，超过上限 {limit}，没有打开：{path}",
        "正常的工作到不了这个数，请向对方核实；对方的电脑可能中了病毒，本机内容没有改动",
    ),
    errors.SignatureInvalid: (
        "包的签名不成立，内容在签名之后被改动过：{path}",
        "请重新复制；仍不行就请对方重新制作，并当面核实",
    ),
    errors.PackageSealed: (
        "包是加密的，要用收件工作区的密钥才能打开：{path}",
        "工作区设有口令的，请先输入口令解锁；用命令行 inspect 查看的，请加 --workspace 写明工作区",
    ),
    errors.PackageSealedForOthers: (
        "包不是加密给本工作区的，或开头被改动过：{path}",
        "请确认收件单位；必要时请对方用本工作区现在的公钥重新制作",
    ),
    errors.PackagePartsMissing: (
        "包共 {parts} 个分卷，缺第 {missing} 个",
        "请把所有分卷复制到同一个文件夹后再打开",
    ),
    errors.PackagePartsMixed: (
        "{path} 与 {other} 不是同一个包的分卷，或有重复",
        "请只选同一个包的全部分卷",
    ),
    errors.PackageOfAnotherCounty: (
        "这是 {found} 的包，本工作区属于 {county}：{path}",
        "请确认选对了文件",
    ),
    errors.PackageForSomebodyElse: (
        "这个包是发给 {recipient} 的：{path}",
        "请确认选对了文件",
    ),
    errors.SecretsInPackage: (
        "包里有带密级标志的材料，整包没有处理：{path}",
        "涉及的编号：{items}；请报送单位查明并清除，涉密材料按规定线下报送",
    ),
    errors.SecretsToSend: (
        "有材料带密级标志，没有打包：{titles}",
        "请把这些材料移到回收站（其原件不随包），或用 item findings --look-again 彻底清除，"
        "再重新打包；涉密材料按规定线下报送",
    ),
    errors.PackageNotWritten: (
        "包没有写成：{path}（{detail}）",
        "请确认 U 盘插好、没有写满后重试，原有的包没有改动",
    ),
    errors.PackageNotVerified: (
        "写入后读回核对不符：{path}（{member}）",
        "这个 U 盘可能已损坏或容量不实，请换一个，原有的包没有改动",
    ),
    errors.PartTooSmall: (
        "分卷大小 {size} 字节太小，至少要 {needed} 字节",
        "请把分卷设大一些",
    ),
}

_UNSAFE: Mapping[UnsafeReason, str] = {
    UnsafeReason.ABSOLUTE: "带有绝对路径",
    UnsafeReason.ESCAPES: "路径指向包外",
    UnsafeReason.ILLEGAL: "名称含有不允许的字符",
    UnsafeReason.RESERVED: "用了系统保留的名称",
    UnsafeReason.TOO_LONG: "名称过长",
    UnsafeReason.DUPLICATE: "重名",
    UnsafeReason.CASE_CLASH: "与另一项只有大小写不同",
    UnsafeReason.NORMAL_FORM: "名称的字符编码形式不规范",
    UnsafeReason.LINK: "是指向别处的链接",
    UnsafeReason.FOLDER: "是文件夹条目",
    UnsafeReason.COMPRESSED: "经过压缩，展开后大小不可信",
    UnsafeReason.ENCRYPTED: "设有压缩包密码",
    UnsafeReason.OVERLAPPING: "与另一项重叠",
    UnsafeReason.FOREIGN: "不在清单里",
}

_LIMITS: Mapping[SizeLimit, str] = {
    SizeLimit.ENTRIES: "条目数",
    SizeLimit.LISTS: "清单字节数",
    SizeLimit.DOCUMENTS: "数据字节数",
}

_FLOODS: Mapping[Flood, str] = {
    Flood.DOCUMENT: "包里一份数据的字节数",
    Flood.DOCUMENTS: "包里数据的份数",
    Flood.OBJECTS: "包里数据的条数",
    Flood.LOG_ENTRIES: "包里操作记录的条数",
    Flood.LISTS: "包里一项清单的条数",
    Flood.COUNTY_FILES: "包里县里的数据文件的字数",
    Flood.ORIGINALS: "包里原件的个数",
    Flood.ORIGINAL_BYTES: "包里原件的总字节数",
    Flood.SENDER_RECORDS: "对方在本机的记录总数",
    Flood.SENDER_LOG: "对方在本机的操作记录总数",
    Flood.SENDER_BYTES: "对方先后报来的原件总字节数",
}

#: The words for each value of the enumerations that errors carry.
NAMES: Mapping[type, Mapping[Any, str]] = {
    UnsafeReason: _UNSAFE,
    SizeLimit: _LIMITS,
    Flood: _FLOODS,
    FloodingRecords: RECORD_COUNTS,
}


def member_words(name: str, translate: Translate) -> str:
    """What an entry of a package is called; ``name`` itself for one that no package has."""
    original = naming.read_original_member(name)
    if original is not None:
        return translate("原件 {sha256}").format(sha256=original[0][:12] + "…")
    return translate(_MEMBERS[name]) if name in _MEMBERS else name

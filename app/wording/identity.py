"""Words for keys, people, trust and the log."""

from collections.abc import Mapping

from app.errors import JuanzongError
from app.identity import errors
from app.identity.passphrase import Weakness

#: Why a pass-phrase is refused.
WEAKNESS_NAMES: Mapping[Weakness, str] = {
    Weakness.SHORT: "太短",
    Weakness.COMMON: "很多人都用，或只由常见的词、姓名、数字拼成",
    Weakness.PATTERN: "是重复、连着的键、连着的数字或日期",
    Weakness.OWN_NAME: "由县名、单位名加数字拼成",
}

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.PassphraseWrong: ("口令不对", "请重新输入，注意大小写和输入法"),
    errors.PassphraseTooShort: (
        "口令太短",
        "请至少用 {least} 个字符（一个汉字算两个，总共不少于 8 个），建议用几个不相干的词",
    ),
    errors.PassphraseTooCommon: (
        "口令太容易猜：{weakness}",
        "请用几个不相干的词，如一句别人想不到的话；不要用姓名、单位、年份、生日和连着的键",
    ),
    errors.KeysLocked: ("工作区设有口令，还没有解锁", "请先输入口令"),
    errors.KeyFileInvalid: ("{path} 不是卷宗另存的密钥文件", "请确认选对了文件"),
    errors.KeyFileExists: ("已有同名文件：{path}", "请换一个文件名，密钥文件不覆盖别的文件"),
    errors.PersonUnknown: ("没有登记名为“{name}”的唯一一人", "已登记：{known}"),
    errors.PeerUnconfirmed: (
        "还没有核对过 {name} 的密钥指纹：{found}",
        "请打电话或当面请对方念出指纹，一致后确认（命令行：merge 加 --trust 指纹）；"
        "每个单位只需一次",
    ),
    errors.PeerKeyChanged: (
        "{name} 的密钥变了：原来确认的是 {known}，这次是 {found}",
        "可能是对方换了电脑，也可能是别人冒充；没有当面核实之前不要确认",
    ),
    errors.KeyOfAnotherPartner: (
        "{name} 的包用的是 {other} 的密钥（指纹 {found}），没有合并",
        "一个密钥只能属于一个单位，可能有人冒充：请向两个单位核实；确实认错了的，"
        "到 设置→身份与口令 取消对认错单位的信任（命令行：identity trust --revoke），再合并",
    ),
    errors.KeyIsOwn: (
        "{name} 的包用的是本工作区自己的密钥（指纹 {found}），没有合并",
        "请向对方核实包的来源；对方误用了本工作区的密钥文件的，请在自己的工作区里重新制作",
    ),
    errors.FingerprintDiffers: (
        "输入的指纹 {typed} 与包上的 {found} 不一致",
        "请对方重新念一遍；仍不一致就不要接收",
    ),
}

"""Words for the errors of draws by lot."""

from collections.abc import Mapping

from app.errors import JuanzongError
from app.verification.sampling import errors

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    errors.SeedNotUsable: (
        "这个抽签种子不能用",
        "请写 1 到 {most} 个看得见的字，前后不留空格、不换行，例如彩票开奖号码",
    ),
    errors.DrawnTwice: ("名单里有重复的：{items}", "请删去重复的，或加以区分；这次没有抽取"),
    errors.ItemNotUsable: ("“{item}”里有换行", "请写成一行；这次没有抽取"),
    errors.NotEnoughToDraw: (
        "要抽 {wanted} 个，名单里共有 {present} 个",
        "请写 0 到 {present} 之间的数，或补充名单；这次没有抽取",
    ),
    errors.GroupTooSmall: (
        "“{group}”要抽 {wanted} 个，名单里共有 {present} 个",
        "请写 0 到 {present} 之间的数，或补充名单；这次没有抽取",
    ),
    errors.StratumUnknown: ("名单里没有“{group}”这一组", "请核对各组的名称；这次没有抽取"),
}

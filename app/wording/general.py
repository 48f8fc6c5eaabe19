"""Words for errors that may come from anywhere: disks, originals, settings."""

from collections.abc import Mapping
from typing import Any

from app import errors
from app.errors import JuanzongError, NamedThing, NameFault, StartFault
from app.jobs import Cancelled
from app.table_files.errors import TableUnreadable

#: What bears a name, and why a name does not do.
NAMES: Mapping[type, Mapping[Any, str]] = {
    NamedThing: {
        NamedThing.COUNTY: "县（市、区）名称",
        NamedThing.UNIT: "单位名称",
        NamedThing.PERSON: "姓名",
        NamedThing.DUTY: "职务",
        NamedThing.CONTACT: "联络人或电话",
        NamedThing.STAGE: "阶段名称",
        NamedThing.REASON: "退回原因",
        NamedThing.CASE_TITLE: "案卷题名",
        NamedThing.TEXT_SOURCE: "文本出处",
        NamedThing.RETENTION: "保管期限",
    },
    NameFault: {
        NameFault.EMPTY: "没有文字",
        NameFault.SHORT: "太短",
        NameFault.LONG: "太长",
        NameFault.UNSEEN: "里面有换行或看不见的字符",
        NameFault.NUMBER: "只有数字",
    },
    StartFault: {
        StartFault.NO_PLACE: "没有地方放临时文件",
        StartFault.NO_PROCESS: "系统不让启动新的程序",
        StartFault.ENDED_AT_ONCE: "一启动就退出",
    },
}

#: Reason and remedy of each error.
ERRORS: Mapping[type[JuanzongError], tuple[str, ...]] = {
    TableUnreadable: ("清单“{name}”不能用：{detail}", "请改正后重新导入，xlsx 和 csv 都可以"),
    errors.TargetInUse: (
        "文件正被其他程序打开，不能更新：{path}",
        "请关闭正在查看它的程序后重新编制",
    ),
    errors.WorkspaceReadOnly: (
        "工作区是只读打开的，不能修改：{path}",
        "请关闭其他程序后重新打开；在只读的盘上，请先把整个工作区复制到可以写的磁盘",
    ),
    errors.WorkspaceNotWritable: (
        "工作区所在的位置不能写入：{path}（{detail}）",
        "查看和导出不受影响；要修改，请先腾出空间、去掉写保护，或把整个工作区文件夹复制到可以写的磁盘",
    ),
    errors.WorkspaceObstructed: (
        "工作区里有别的东西占了位置：{path}（{detail}）",
        "这些名称由本程序使用；请把占位的文件或链接移走（cache 里的可以删除），再重新打开",
    ),
    errors.SystemRefused: (
        "读写文件时出错：{path}（{detail}）",
        "请看看磁盘是否满了、是否写保护、U 盘是否拔了，然后再试；没有写完的已经撤掉",
    ),
    errors.DatabaseBusy: (
        "工作区的数据库正被另一个程序占用：{path}",
        "请关闭占用它的程序（备份、同步、杀毒软件也可能占用），然后再试",
    ),
    errors.DatabaseNotRead: (
        "工作区的数据库读不到：{path}（{detail}）",
        "请看看磁盘或 U 盘是否还在、有没有读取权限，然后重新打开；先前完成的都还在",
    ),
    errors.DatabaseDamaged: (
        "工作区的数据库损坏：{path}（{detail}）",
        "请恢复备份 {backup}：在窗口里再打开一次，按提示恢复；"
        "或用 backup restore 工作区 {backup}。恢复时现在的状态会另存",
    ),
    errors.OriginalDamaged: (
        "原件内容与入库时不一致：{path}",
        "请从备份恢复这份原件，并运行体检",
    ),
    errors.OriginalMissing: (
        "原件库中缺少原件 {sha256}",
        "请从备份恢复这份原件，并运行体检",
    ),
    errors.DiskFull: (
        "磁盘空间不足：{path} 需要 {needed} 字节，只剩 {free} 字节",
        "请清理磁盘或换一个位置后重试",
    ),
    errors.MemoryShort: (
        "本机可用内存不足，这一步没有做成",
        "请关闭其他程序后重试；已经存入的内容没有受影响",
    ),
    errors.WorkersNotStarted: (
        "读文件的后台程序没有启动起来：{fault}（{detail}），这一步没有做成，与文件本身无关",
        "请看看临时文件夹所在的磁盘是否满了、能否写入，关闭其他程序，"
        "检查安全软件是否拦住了本软件，然后再试；仍不行请重新安装本软件",
    ),
    errors.DatabaseNotWritten: (
        "工作区的数据库写不进去：{path}（{detail}）",
        "请看看磁盘是否满了、U 盘是否拔了，然后再试；先前完成的都还在",
    ),
    errors.PathTooLong: (
        "文件夹的路径太长：{path}（{length} 字节，最多 {limit} 字节，一个汉字 3 字节）",
        "请把工作区放到路径短一些的地方",
    ),
    errors.NameUnfit: (
        "“{name}”不能作{thing}：{fault}",
        "请在一行里填 {least} 到 {most} 个字；复制来的文字常带着看不见的字符，请直接键入",
    ),
    errors.UnitUnknown: (
        "没有名为 {name} 的责任单位",
        "相近的有：{similar}",
    ),
    errors.SettingInvalid: (
        "设置“{change}”不成立",
        "写成 名称=值，名称可用：{names}",
    ),
    errors.FileUnreadable: (
        "文件读不出来：{path}（{detail}）",
        "请确认文件没有被占用，并且有读取权限",
    ),
    errors.NotForOpening: (
        "“{name}”是程序、快捷方式，或认不出的文件，没有打开",
        "确实需要的，请用“另存原件”存到别处，查毒后再处理",
    ),
    errors.FolderNotWritable: (
        "文件夹里不能写入：{path}（{detail}）",
        "请确认磁盘没有写保护、没有满，并且有写入权限",
    ),
    errors.ConversionFailed: ("“{name}”不能转成页面",),
    Cancelled: ("已取消，原有内容没有改动",),
}

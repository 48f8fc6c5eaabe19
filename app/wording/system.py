"""Failures of the operating system in Chinese: Python has them in English only."""

import errno
import os

_WORDS = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘或 U 盘是只读的",
    errno.ENOSPC: "磁盘空间不足",
    errno.EIO: "磁盘或 U 盘读写出错",
    errno.ENODEV: "磁盘或 U 盘已经拔出",
    errno.ENXIO: "磁盘或 U 盘已经拔出",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EEXIST: "同名的文件已经存在",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.EBUSY: "正被其他程序占用",
    errno.EAGAIN: "系统资源暂时不够",
    errno.EMFILE: "同时打开的文件太多",
    errno.EFBIG: "文件超过了磁盘允许的大小",
    errno.EINVAL: "文件名或路径不合规定",
}
#: What SQLite says, likewise.
_OF_SQLITE = {
    "database disk image is malformed": "数据库文件的内容坏了",
    "file is not a database": "不是数据库文件，或文件头坏了",
    "disk I/O error": "磁盘或 U 盘读写出错",
    "database or disk is full": "磁盘空间不足",
    "attempt to write a readonly database": "数据库文件是只读的",
    "unable to open database file": "数据库文件打不开",
    "database is locked": "正被其他程序占用",
}
_STICK = "请把 U 盘插好；仍不行，请把文件复制到本机磁盘再试"
#: What helps where a file cannot be read, by the Chinese words for the failure.
REMEDIES_BY_FAILURE = {
    "文件或文件夹不存在": "请核对名称和位置；在 U 盘或共享文件夹里的，请先插好、连上",
    "路径中有一段不是文件夹": "请核对名称和位置",
    "这是文件夹，不是文件": "请选择文件；要整个文件夹的，请用添加文件夹",
    "没有权限": "请先取得这个文件的读取权限，或请有权限的人另存一份",
    "磁盘或 U 盘读写出错": _STICK,
    "磁盘或 U 盘已经拔出": _STICK,
    "磁盘空间不足": "请先腾出磁盘空间",
    "文件名太长": "请把文件名改短，或移到上一级文件夹",
}
#: What helps where something cannot be written.
REMEDIES_IN_WRITING = {
    **REMEDIES_BY_FAILURE,
    "路径中有一段不是文件夹": "请换一个文件夹",
    "这是文件夹，不是文件": "请换一个名称或文件夹",
    "没有权限": "请换一个能写入的文件夹，或请有权限的人开通写入权限",
    "磁盘空间不足": "请先腾出磁盘空间，或换一个盘",
}
_BY_TEXT = {os.strerror(code): words for code, words in _WORDS.items()} | _OF_SQLITE


def system_words(detail: str) -> str:
    """Chinese for the system's words; ``detail`` itself if they are none that are known."""
    return _BY_TEXT.get(detail, detail)

"""Small files that are programs, links or disk images, whatever they are called."""

import struct


def windows_program() -> bytes:
    """The headers of a program for Windows."""
    header = bytearray(64)
    header[:2] = b"MZ"
    struct.pack_into("<I", header, 60, 128)
    return bytes(header) + b"\0" * 64 + b"PE\0\0" + b"\x4c\x01" + b"\0" * 200


#: By what they are; all of them are to be set aside under any name.
CONTENTS: dict[str, bytes] = {
    "windows": windows_program(),
    "linux": b"\x7fELF\x02\x01\x01" + b"\0" * 60,
    "mac": b"\xcf\xfa\xed\xfe" + b"\0" * 60,
    "mac for two": b"\xca\xfe\xba\xbe\0\0\0\x02" + b"\0" * 60,
    "java": b"\xca\xfe\xba\xbe\0\0\0\x34" + b"\0" * 60,
    "android": b"dex\n035\0" + b"\0" * 60,
    "shell": b"#!/bin/sh\nrm -rf ~\n",
    "shell with a space": b"#! /usr/bin/env python3\nprint(1)\n",
    "batch": b"@echo off\r\nstart calc\r\n",
    "link": b"\x4c\0\0\0\x01\x14\x02\0" + b"\0" * 60,
    "web link": b"[InternetShortcut]\r\nURL=file://server/share/a.exe\r\n",
    "web link with a mark": b"\xef\xbb\xbf[InternetShortcut]\r\nURL=http://x/\r\n",
    "web link in UTF-16": b"\xff\xfe" + "[InternetShortcut]\r\nURL=http://x/".encode("utf-16-le"),
    "desktop link": b"[Desktop Entry]\nType=Application\nExec=calc\n",
    "autorun": b"[AutoRun]\r\nopen=a.exe\r\n",
    "registry": b"Windows Registry Editor Version 5.00\r\n\r\n",
    "hypertext application": b"<html><head><hta:application id=a></head></html>",
    "encoded script": b"#@~^DgAAAA==" + b"x" * 40,
    "help": b"ITSF\x03\0\0\0" + b"\0" * 60,
    "disk": b"conectix" + b"\0" * 600,
    "disc": b"\0" * 32769 + b"CD001" + b"\0" * 99,
    "debian": b"!<arch>\ndebian-binary   ",
    "red hat": b"\xed\xab\xee\xdb\x03\0" + b"\0" * 90,
}

#: Suffixes by which a system runs, mounts or follows a file.
SUFFIXES = tuple(
    suffix
    for line in (
        "exe com scr pif cpl msi msp dll sys lnk url website scf desktop bat cmd ps1 vbs vbe js",
        "jse wsf wsh hta sh py jar reg inf application appref-ms chm hlp iso img vhd apk deb rpm",
        "run AppImage msc wsc psm1 vhdx xll jnlp settingcontent-ms library-ms search-ms webloc",
    )
    for suffix in line.split()
)

#: Ways to write a suffix so that people do not see it, or see another one.
DISGUISES = (
    "报告.{}",
    "报告.pdf.{}",
    "报告.pdf                                        .{}",
    "报告.{}.",
    "报告.{}. . ",
    "报告.{}\u3000",
    "报告\u202efdp.{}",
    "报告.\u200b{}",
    "a.pdf:b.{}",
)

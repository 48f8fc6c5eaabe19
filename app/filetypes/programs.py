"""Programs, links and disk images: what runs or mounts on a double click.

Both the name and the content count. A name decides what Windows does, whatever lies in the file;
content decides what the file is, whatever it is called.
"""

import re
import struct
import unicodedata
from enum import StrEnum
from pathlib import Path

import olefile

from app.filetypes import formats as f
from app.paths import own_name
from app.visible_text import visible


class Runnable(StrEnum):
    """Why a file is no evidence."""

    PROGRAM = "program"
    SHORTCUT = "shortcut"  # leads to a program, a file or a web page elsewhere
    DISK_IMAGE = "disk_image"  # opens as a drive, past the warnings of the system


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PROGRAM_SUFFIXES = _words(
    # Programs, parts of programs, and what installs them.
    "exe com scr pif cpl msi msp mst msu dll sys drv ocx ax efi application appref-ms appx"
    " appxbundle msix msixbundle xbap gadget diagcab diagpkg jar jnlp class apk aab ipa xapk deb"
    " rpm run appimage flatpakref snap so dylib app pkg elf"
    # Scripts.
    " bat cmd ps1 psm1 psd1 ps1xml psc1 psc2 cdxml vb vbs vbe js jse mjs wsf wsc ws wsh sct hta sh"
    " bash zsh csh ksh command py pyc pyw pyz pyzw pl rb lua ahk au3"
    # What changes the system, or is run by it.
    " reg inf scf chm hlp msc job theme themepack deskthemepack settingcontent-ms grp rdp ins isp"
    " library-ms search-ms searchconnector-ms xll wll mde accde ade ppa ppam xlam xla"
    # Scraps, old shells and tools, parts of Access that run, queries, installers, sandboxes.
    " shb shs msh msh1 msh2 mshxml msh1xml msh2xml fxp prg plg pcd ops osd its htc"
    " mam maq mar mas mat mav maw mda mdz mcf adp accda vsmacros vsw webpnp printerexport xnk hpj"
    " iqy oqy dqy rqy udl wsb ppkg vsto appinstaller appcontent-ms msrcincident diagcfg pssc"
    # AutoCAD and CorelDRAW load these from the folder of a drawing.
    " lsp fas vlx mnl arx dvb gms"
    " scpt applescript workflow terminal mpkg flatpak swf xap air crx xpi vxd fish tcl cgi pyd rbw"
)
_SHORTCUT_SUFFIXES = _words("lnk url website webloc desktop inetloc fileloc")
_IMAGE_SUFFIXES = _words("iso img vhd vhdx vmdk dmg nrg udf wim vdi qcow2 toast")
#: Windows takes the number of a class behind the last dot for the kind of the file.
_CLASS = re.compile(r"\{[0-9a-f-]{36}\}")
#: Geographic pictures have this suffix too.
_ERDAS = b"EHFA_HEADER_TAG"

#: Documents that bring macros, or may, where we cannot look: OneNote, Access.
_MACRO_SUFFIXES = _words(
    "docm dotm xlsm xltm pptm potm ppsm sldm vsdm vssm vstm one onepkg onetoc2"
    # Databases of Access: their forms and macros run when they are opened.
    " mdb accdb accdt accdr accdc mdt"
)

_ACCESS = (b"\x00\x01\x00\x00Standard Jet DB", b"\x00\x01\x00\x00Standard ACE DB")

_LABELS = {
    Runnable.PROGRAM: "程序文件",
    Runnable.SHORTCUT: "快捷方式",
    Runnable.DISK_IMAGE: "光盘或磁盘映像",
}
_HEAD = 64 * 1024
#: Bytes that are nothing but a program, a package of programs, or a compiled help file.
_BEGINNINGS = (
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"dex\n03",
    b"ITSF\x03\x00\x00\x00",
    b"!<arch>\ndebian",
    b"\xed\xab\xee\xdb",
    b"#@~^",
    b"REGEDIT4\r",
    b"REGEDIT4\n",
    b"Windows Registry Editor Version",
)
_WORDS = re.compile(
    rb"\s*(?:\[autorun\]|\[shell\]\s+command\s*=|\[version\]\s+signature\s*=\s*\"?\$"
    rb"|#!\s*/|@echo\s+off\b|<\?sct|<package\b[^>]*>\s*<job|<job\b[^>]*>\s*<script)",
    re.IGNORECASE,
)
_LINK_WORDS = re.compile(
    rb"\s*(?:\[InternetShortcut[.\]]|\[Desktop Entry\]|\[\{000214A0-)", re.IGNORECASE
)
_APPLICATION = re.compile(rb"<\s*hta:application\b", re.IGNORECASE)
#: The class of an installer's root storage: package, patch, transform.
_INSTALLERS = ("000C1084-", "000C1086-", "000C1082-")


def runnable(path: Path, name: str, *, deep: bool = True) -> Runnable | None:
    """Say why a file of this name and content is no evidence; None for all others.

    Unless ``deep``, only its first bytes are read and nothing is parsed; installers under another
    name pass then. Use that outside of workers.

    Raises:
        OSError: it cannot be read.
    """
    return runnable_name(name, path) or runnable_content(path, deep=deep)


def label_of(kind: Runnable) -> str:
    """What people call such files."""
    return _LABELS[kind]


def runnable_name(name: str, path: Path | None = None) -> Runnable | None:
    """Judge a name by what Windows would do with it; ``path`` shows the content, where needed."""
    for suffix in suffixes_of(name):
        if suffix in _SHORTCUT_SUFFIXES:
            return Runnable.SHORTCUT
        if suffix in _PROGRAM_SUFFIXES or _CLASS.fullmatch(suffix):
            return Runnable.PROGRAM
        if suffix in _IMAGE_SUFFIXES and not (path is not None and _is_picture(path)):
            return Runnable.DISK_IMAGE
    return None


def suffixes_of(name: str) -> list[str]:
    """The suffixes that a system may see in a name, without dots, in lower case.

    Windows drops dots and spaces at the end, and reads what follows a colon as a stream's name.
    Characters that nobody sees hide a suffix from people only.
    """
    own = own_name(name)
    found = []
    for part in own.split(":") if ":" in own else (own,):
        # Programs that know no Unicode turn wide letters into plain ones.
        plain = unicodedata.normalize("NFKC", visible(part)).rstrip(". \t\u3000\u00a0")
        stem, dot, suffix = plain.rpartition(".")
        if dot and (stem or suffix):
            found.append(suffix.strip().lower())
    return found


def has_macro_suffix(name: str) -> bool:
    """Say whether a name promises a document with macros."""
    return any(suffix in _MACRO_SUFFIXES for suffix in suffixes_of(name))


def is_access_database(path: Path) -> bool:
    """Say whether a file is a database of Access, whatever it is called. Raises ``OSError``."""
    with path.open("rb") as file:
        return file.read(19) in _ACCESS


def runnable_content(path: Path, *, deep: bool = True) -> Runnable | None:
    """Judge content whatever it is called. Raises ``OSError``."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if head[:2] == b"MZ" and _is_windows_program(head, path.stat().st_size):
            return Runnable.PROGRAM
    if head.startswith(b"\x4c\x00\x00\x00\x01\x14\x02\x00"):
        return Runnable.SHORTCUT
    if head.startswith(_BEGINNINGS) or _is_java(head):
        return Runnable.PROGRAM
    if head.startswith((b"conectix", b"vhdxfile", b"KDMV")) or head[32769:32774] in (
        b"CD001",
        b"BEA01",
    ):
        return Runnable.DISK_IMAGE
    if head.startswith(olefile.MAGIC):
        return Runnable.PROGRAM if deep and _is_installer(path) else None
    return _judge_words(head)


def _judge_words(head: bytes) -> Runnable | None:
    words = head
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            words = head[2:].decode(encoding, "ignore").encode()
    words = words.removeprefix(b"\xef\xbb\xbf")
    if _LINK_WORDS.match(words):
        return Runnable.SHORTCUT
    if _WORDS.match(words) or words.startswith(_BEGINNINGS[-3:]):
        return Runnable.PROGRAM
    return Runnable.PROGRAM if words.lstrip()[:1] == b"<" and _APPLICATION.search(words) else None


def _is_windows_program(head: bytes, size: int) -> bool:
    """Tell a program from a text that begins with MZ."""
    if len(head) < 64:
        return False
    (at,) = struct.unpack_from("<I", head, 60)
    if at + 4 <= len(head):
        if head[at : at + 2] in (b"PE", b"NE", b"LE", b"LX"):
            return True
    elif at + 4 <= size:
        return True  # no text has such a number there
    last, pages, _, paragraphs = struct.unpack_from("<4H", head, 2)
    return bool(last < 512 and 0 < pages * 512 <= size + 512 and 2 <= paragraphs < 64 and not at)


def _is_java(head: bytes) -> bool:
    """Tell a Java class or a program for several Macs; both begin alike."""
    if not head.startswith(b"\xca\xfe\xba\xbe") or len(head) < 8:
        return False
    major, many = struct.unpack_from(">H", head, 6)[0], struct.unpack_from(">I", head, 4)[0]
    return bool(45 <= major < 100 or 0 < many < 20)


def _is_installer(path: Path) -> bool:
    try:
        with olefile.OleFileIO(str(path)) as compound:
            clsid = str(compound.root.clsid) if compound.root is not None else ""
    except (OSError, ValueError, IndexError, TypeError, struct.error, RecursionError):
        return False
    return clsid.upper().startswith(_INSTALLERS)


def _is_picture(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_ERDAS)) == _ERDAS


#: Formats that are programs although they look like something else (zips).
PROGRAM_TYPES = frozenset({f.JAR.media_type, f.APK.media_type, f.PROGRAM.media_type})

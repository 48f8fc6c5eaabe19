"""The formats that we tell apart: kind, MIME type, suffixes and everyday name."""

from dataclasses import dataclass
from pathlib import PurePath

from app.filekind import FileKind, FileType


@dataclass(frozen=True, slots=True)
class Format:
    """A format of file; the first of ``suffixes`` is the usual one."""

    kind: FileKind
    media_type: str
    label: str
    suffixes: tuple[str, ...] = ()


_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"

PDF = Format(FileKind.PDF, "application/pdf", "PDF", (".pdf",))
OFD = Format(FileKind.OFD, "application/ofd", "OFD 版式文件", (".ofd",))

DOC = Format(FileKind.WORD, "application/msword", "Word 97–2003 文档", (".doc", ".dot"))
DOCX = Format(
    FileKind.WORD,
    f"{_OOXML}.wordprocessingml.document",
    "Word 文档",
    (".docx", ".docm", ".dotx", ".dotm", ".wps", ".wpt"),
)
WPS = Format(FileKind.WORD, "application/vnd.wps-writer", "WPS 文字", (".wps", ".wpt"))
WORKS = Format(FileKind.WORD, "application/vnd.ms-works", "Microsoft Works 文档", (".wps",))
RTF = Format(FileKind.WORD, "application/rtf", "RTF", (".rtf",))
ODT = Format(FileKind.WORD, f"{_ODF}.text", "OpenDocument 文本", (".odt", ".ott", ".fodt", ".odm"))
WORD_XML = Format(FileKind.WORD, "application/msword+xml", "Word 2003 XML 文档", (".xml", ".doc"))
UOT = Format(FileKind.WORD, "application/vnd.uof.text", "标文通文字", (".uot", ".uof"))

XLS = Format(
    FileKind.SHEET, "application/vnd.ms-excel", "Excel 97–2003 工作簿", (".xls", ".xlt", ".xla")
)
XLSX = Format(
    FileKind.SHEET,
    f"{_OOXML}.spreadsheetml.sheet",
    "Excel 工作簿",
    (".xlsx", ".xlsm", ".xltx", ".xltm", ".et", ".ett"),
)
XLSB = Format(
    FileKind.SHEET,
    "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    "Excel 二进制工作簿",
    (".xlsb",),
)
ET = Format(FileKind.SHEET, "application/vnd.wps-et", "WPS 表格", (".et", ".ett"))
ODS = Format(FileKind.SHEET, f"{_ODF}.spreadsheet", "OpenDocument 表格", (".ods", ".ots", ".fods"))
EXCEL_XML = Format(
    FileKind.SHEET, "application/vnd.ms-excel+xml", "Excel 2003 XML 表格", (".xml", ".xls")
)
UOS = Format(FileKind.SHEET, "application/vnd.uof.spreadsheet", "标文通表格", (".uos", ".uof"))

PPT = Format(
    FileKind.SLIDES,
    "application/vnd.ms-powerpoint",
    "PowerPoint 97–2003 演示文稿",
    (".ppt", ".pps", ".pot"),
)
PPTX = Format(
    FileKind.SLIDES,
    f"{_OOXML}.presentationml.presentation",
    "PowerPoint 演示文稿",
    (".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".dps", ".dpt"),
)
DPS = Format(FileKind.SLIDES, "application/vnd.wps-dps", "WPS 演示", (".dps", ".dpt"))
ODP = Format(
    FileKind.SLIDES, f"{_ODF}.presentation", "OpenDocument 演示文稿", (".odp", ".otp", ".fodp")
)
UOP = Format(FileKind.SLIDES, "application/vnd.uof.presentation", "标文通演示", (".uop", ".uof"))

JPEG = Format(FileKind.IMAGE, "image/jpeg", "JPEG 图片", (".jpg", ".jpeg", ".jpe", ".jfif", ".jif"))
PNG = Format(FileKind.IMAGE, "image/png", "PNG 图片", (".png", ".apng"))
GIF = Format(FileKind.IMAGE, "image/gif", "GIF 图片", (".gif",))
BMP = Format(FileKind.IMAGE, "image/bmp", "BMP 图片", (".bmp", ".dib"))
TIFF = Format(FileKind.IMAGE, "image/tiff", "TIFF 图片", (".tif", ".tiff"))
WEBP = Format(FileKind.IMAGE, "image/webp", "WebP 图片", (".webp",))
HEIC = Format(FileKind.IMAGE, "image/heic", "HEIC 手机照片", (".heic", ".heif", ".hif", ".heics"))
AVIF = Format(FileKind.IMAGE, "image/avif", "AVIF 图片", (".avif",))
JP2 = Format(FileKind.IMAGE, "image/jp2", "JPEG 2000 图片", (".jp2", ".j2k", ".jpx", ".jpf"))

MP3 = Format(FileKind.AUDIO, "audio/mpeg", "MP3 录音", (".mp3", ".mp2", ".mpga"))
WAV = Format(FileKind.AUDIO, "audio/wav", "WAV 录音", (".wav", ".wave"))
M4A = Format(FileKind.AUDIO, "audio/mp4", "M4A 录音", (".m4a", ".m4b", ".m4r", ".mp4"))
AAC = Format(FileKind.AUDIO, "audio/aac", "AAC 录音", (".aac",))
WMA = Format(FileKind.AUDIO, "audio/x-ms-wma", "WMA 录音", (".wma", ".asf"))
AMR = Format(FileKind.AUDIO, "audio/amr", "AMR 录音", (".amr", ".awb"))
OGG = Format(FileKind.AUDIO, "audio/ogg", "OGG 录音", (".ogg", ".oga", ".opus"))
FLAC = Format(FileKind.AUDIO, "audio/flac", "FLAC 录音", (".flac",))
AIFF = Format(FileKind.AUDIO, "audio/aiff", "AIFF 录音", (".aif", ".aiff", ".aifc"))
APE = Format(FileKind.AUDIO, "audio/x-ape", "APE 录音", (".ape",))
MIDI = Format(FileKind.AUDIO, "audio/midi", "MIDI 音乐", (".mid", ".midi"))
SILK = Format(FileKind.AUDIO, "audio/silk", "语音消息", (".silk", ".slk", ".amr", ".aud"))
MKA = Format(FileKind.AUDIO, "audio/x-matroska", "MKA 录音", (".mka",))

MP4 = Format(FileKind.VIDEO, "video/mp4", "MP4 视频", (".mp4", ".m4v", ".mov", ".f4v"))
MOV = Format(FileKind.VIDEO, "video/quicktime", "MOV 视频", (".mov", ".qt", ".mp4"))
GP3 = Format(FileKind.VIDEO, "video/3gpp", "3GP 视频", (".3gp", ".3g2", ".3gpp", ".mp4"))
AVI = Format(FileKind.VIDEO, "video/x-msvideo", "AVI 视频", (".avi",))
MKV = Format(FileKind.VIDEO, "video/x-matroska", "MKV 视频", (".mkv", ".mk3d"))
WEBM = Format(FileKind.VIDEO, "video/webm", "WebM 视频", (".webm", ".mkv"))
WMV = Format(FileKind.VIDEO, "video/x-ms-wmv", "WMV 视频", (".wmv", ".asf"))
FLV = Format(FileKind.VIDEO, "video/x-flv", "FLV 视频", (".flv", ".f4v"))
MPG = Format(
    FileKind.VIDEO, "video/mpeg", "MPEG 视频", (".mpg", ".mpeg", ".mpe", ".vob", ".dat", ".m2v")
)
TS = Format(FileKind.VIDEO, "video/mp2t", "TS 视频", (".ts", ".m2ts", ".mts", ".m2t"))
OGV = Format(FileKind.VIDEO, "video/ogg", "OGV 视频", (".ogv", ".ogg"))
RM = Format(
    FileKind.VIDEO, "application/vnd.rn-realmedia", "RealMedia 视频", (".rm", ".rmvb", ".ra")
)

ZIP = Format(FileKind.ARCHIVE, "application/zip", "ZIP 压缩包", (".zip", ".zipx"))
SEVEN_ZIP = Format(FileKind.ARCHIVE, "application/x-7z-compressed", "7Z 压缩包", (".7z",))
RAR = Format(FileKind.ARCHIVE, "application/vnd.rar", "RAR 压缩包", (".rar",))
TAR = Format(FileKind.ARCHIVE, "application/x-tar", "TAR 打包文件", (".tar",))
GZIP = Format(FileKind.ARCHIVE, "application/gzip", "GZ 压缩包", (".gz", ".tgz", ".svgz"))
BZIP2 = Format(FileKind.ARCHIVE, "application/x-bzip2", "BZ2 压缩包", (".bz2", ".tbz2", ".tbz"))
XZ = Format(FileKind.ARCHIVE, "application/x-xz", "XZ 压缩包", (".xz", ".txz"))
ZSTD = Format(FileKind.ARCHIVE, "application/zstd", "ZST 压缩包", (".zst", ".tzst"))
CAB = Format(FileKind.ARCHIVE, "application/vnd.ms-cab-compressed", "CAB 压缩包", (".cab",))
ISO = Format(FileKind.ARCHIVE, "application/x-iso9660-image", "光盘映像", (".iso",))
LZH = Format(FileKind.ARCHIVE, "application/x-lzh-compressed", "LZH 压缩包", (".lzh", ".lha"))
ARJ = Format(FileKind.ARCHIVE, "application/x-arj", "ARJ 压缩包", (".arj",))
ACE = Format(FileKind.ARCHIVE, "application/x-ace-compressed", "ACE 压缩包", (".ace",))
ALZ = Format(FileKind.ARCHIVE, "application/x-alz-compressed", "ALZ 压缩包", (".alz", ".egg"))
COMPRESS = Format(FileKind.ARCHIVE, "application/x-compress", "Z 压缩包", (".z", ".taz"))

TEXT = Format(
    FileKind.TEXT,
    "text/plain",
    "纯文本",
    (".txt", ".text", ".log", ".md", ".ini", ".json", ".sql", ".yaml", ".yml", ".srt", ".lrc"),
)
CSV = Format(FileKind.CSV, "text/csv", "CSV 表格", (".csv", ".tsv"))
XML = Format(FileKind.TEXT, "text/xml", "XML 数据", (".xml", ".xsd", ".xsl"))
HTML = Format(FileKind.HTML, "text/html", "HTML 网页", (".html", ".htm", ".xhtml", ".shtml"))
MHT = Format(FileKind.MHT, "multipart/related", "MHT 网页存档", (".mht", ".mhtml", ".eml"))

EML = Format(FileKind.MAIL, "message/rfc822", "电子邮件", (".eml",))
MSG = Format(FileKind.MAIL, "application/vnd.ms-outlook", "Outlook 邮件", (".msg",))
VISIO = Format(FileKind.OTHER, "application/vnd.visio", "Visio 绘图", (".vsd", ".vsdx", ".vss"))
PUBLISHER = Format(FileKind.OTHER, "application/vnd.ms-publisher", "Publisher 出版物", (".pub",))
PROJECT = Format(FileKind.OTHER, "application/vnd.ms-project", "Project 项目", (".mpp",))
ENCRYPTED_OFFICE = Format(
    FileKind.OTHER, "application/encrypted", "加密的 Office 文档", (".docx", ".xlsx", ".pptx")
)
THUMBS = Format(FileKind.OTHER, "application/x-thumbs-db", "Windows 缩略图缓存", (".db",))
OLE = Format(FileKind.OTHER, "application/x-ole-storage", "OLE 复合文档")
XPS = Format(FileKind.OTHER, "application/vnd.ms-xpsdocument", "XPS 版式文件", (".xps", ".oxps"))
EPUB = Format(FileKind.OTHER, "application/epub+zip", "EPUB 电子书", (".epub",))
ODG = Format(FileKind.OTHER, f"{_ODF}.graphics", "OpenDocument 绘图", (".odg", ".otg"))
ODF_OTHER = Format(FileKind.OTHER, _ODF, "OpenDocument 文件", (".odc", ".odf", ".odi", ".odb"))
APK = Format(
    FileKind.OTHER,
    "application/vnd.android.package-archive",
    "手机安装包",
    (".apk", ".xapk", ".aab", ".ipa", ".hap"),
)
JAR = Format(FileKind.OTHER, "application/java-archive", "Java 程序包", (".jar", ".war", ".ear"))
XMIND = Format(FileKind.OTHER, "application/vnd.xmind.workbook", "XMind 思维导图", (".xmind",))
MIND_MAP = Format(
    FileKind.OTHER,
    "application/x-mind-map",
    "思维导图",
    (".mmap", ".emmx", ".mindnode", ".gmind", ".smmx", ".opml", ".itmz"),
)
DIAGRAM = Format(
    FileKind.OTHER,
    "application/x-diagram",
    "绘图软件的文件",
    (".eddx", ".edx", ".drawio", ".dio", ".rp", ".sketch", ".fig", ".graffle", ".gliffy"),
)
PAGES = Format(FileKind.OTHER, "application/vnd.apple.pages", "苹果 Pages 文稿", (".pages",))
NUMBERS = Format(
    FileKind.OTHER, "application/vnd.apple.numbers", "苹果 Numbers 表格", (".numbers",)
)
KEYNOTE = Format(
    FileKind.OTHER, "application/vnd.apple.keynote", "苹果 Keynote 演示文稿", (".key", ".kth")
)
IWORK = Format(FileKind.OTHER, "application/vnd.apple.iwork", "苹果 iWork 文稿")
KMZ = Format(
    FileKind.OTHER, "application/vnd.google-earth.kmz", "KMZ 地图标注", (".kmz", ".kml", ".ovkmz")
)
SVG = Format(FileKind.DRAWING, "image/svg+xml", "SVG 矢量图", (".svg",))
PHOTOSHOP = Format(FileKind.OTHER, "image/vnd.adobe.photoshop", "Photoshop 图像", (".psd", ".psb"))
RAW = Format(
    FileKind.OTHER,
    "image/x-raw",
    "相机原始照片",
    (".cr2", ".cr3", ".nef", ".arw", ".dng", ".orf", ".rw2", ".raf", ".pef", ".srw"),
)
WMF = Format(FileKind.DRAWING, "image/wmf", "WMF 图元文件", (".wmf",))
EMF = Format(FileKind.DRAWING, "image/emf", "EMF 图元文件", (".emf",))
ICON = Format(FileKind.OTHER, "image/vnd.microsoft.icon", "图标文件", (".ico", ".cur"))
POSTSCRIPT = Format(
    FileKind.OTHER, "application/postscript", "PostScript 文件", (".ps", ".eps", ".ai")
)
CAD = Format(FileKind.OTHER, "image/vnd.dwg", "CAD 图纸", (".dwg", ".dxf"))
CAJ = Format(FileKind.OTHER, "application/x-caj", "知网 CAJ 文献", (".caj", ".kdh", ".nh"))
CEB = Format(FileKind.OTHER, "application/x-ceb", "方正 CEB 公文", (".ceb", ".cebx"))
GD = Format(FileKind.OTHER, "application/x-gd", "书生 GD 公文", (".gd", ".gw", ".sep"))
SHORTCUT = Format(FileKind.OTHER, "application/x-ms-shortcut", "快捷方式，不是文件本身", (".lnk",))
URL = Format(
    FileKind.OTHER,
    "application/internet-shortcut",
    "网页快捷方式，不是网页本身",
    (".url", ".website"),
)
PROGRAM = Format(
    FileKind.OTHER, "application/x-executable", "程序文件", (".exe", ".dll", ".msi", ".com", ".scr")
)
DATABASE = Format(
    FileKind.OTHER, "application/x-database", "数据库文件", (".mdb", ".accdb", ".db", ".sqlite")
)
FONT = Format(FileKind.OTHER, "font/sfnt", "字体文件", (".ttf", ".otf", ".ttc", ".woff", ".woff2"))
EMPTY = Format(FileKind.OTHER, "application/x-empty", "空文件")
UNKNOWN = Format(FileKind.OTHER, "application/octet-stream", "未知格式")

ALL: tuple[Format, ...] = tuple(v for v in dict(globals()).values() if isinstance(v, Format))

#: What a suffix promises; where several formats share one, the first named above counts.
PROMISES: dict[str, Format] = {}
for _format in ALL:
    for _suffix in _format.suffixes:
        PROMISES.setdefault(_suffix, _format)
PROMISES |= {
    ".wps": WPS,
    ".wpt": WPS,
    ".et": ET,
    ".ett": ET,
    ".dps": DPS,
    ".dpt": DPS,
    ".mp4": MP4,
    ".mov": MOV,
    ".amr": AMR,
    ".xml": XML,
    ".eml": EML,
    ".asf": WMV,
    ".ogg": OGG,
    ".mkv": MKV,
    ".f4v": FLV,
}


def own_package(suffix: str) -> Format:
    """The format of a zip with a suffix that we never heard of: some program's own."""
    shown = suffix.lstrip(".").upper()
    return Format(
        FileKind.OTHER, "application/x-zip-package", f"{shown} 文件，内部是 ZIP 格式", (suffix,)
    )


MAIL_TYPES = frozenset({EML.media_type, MSG.media_type})
_PRINTED_SINCE = {each.media_type: each.kind for each in (EML, MSG, SVG, WMF, EMF)}


def stored_type(kind: str, media_type: str, suffix: str, label: str) -> FileType:
    """The type of a file that was stored with these values.

    Mails and drawings were stored as other files until the program learned to print them.
    """
    known = _PRINTED_SINCE.get(media_type) or FileKind(kind)
    return FileType(known, media_type, suffix, label)


def suffix_of(name: str) -> str:
    """The suffix of a file name, with its dot, in lower case; "" if it has none."""
    return PurePath(name.replace("\\", "/")).suffix.lower()


def promised(name: str) -> Format | None:
    """The format that a file's suffix promises; None if the suffix says nothing to us."""
    return PROMISES.get(suffix_of(name))


def file_type(found: Format, name: str) -> FileType:
    """The type of a file called ``name`` whose content was found to be ``found``.

    A missing or unheard-of suffix promises nothing and therefore fits everything. A name's own
    suffix is kept as the usual one where it belongs to the format (.jpeg stays .jpeg).
    """
    suffix = suffix_of(name)
    own = suffix in found.suffixes
    usual = found.suffixes[0] if found.suffixes else suffix
    return FileType(
        kind=found.kind,
        media_type=found.media_type,
        suffix=suffix if own else usual,
        label=found.label,
        suffix_fits=own or suffix not in PROMISES,
    )

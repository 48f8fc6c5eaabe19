"""Fonts for LibreOffice: names in Chinese office papers, mapped to the bundled fonts."""

from html import escape
from pathlib import Path

from resources import resource

FANG = "FandolFang"
SERIF = "Noto Serif SC"
SANS = "Noto Sans SC"
KAI = "LXGW WenKai"

# The family that a document names (Windows, 方正, 华文, WPS, macOS) and the bundled one instead.
SUBSTITUTES: dict[str, tuple[str, ...]] = {
    FANG: (
        "仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "方正仿宋_GBK", "方正仿宋_GB2312",
        "方正仿宋简体", "FZFangSong-Z02", "FZFangSong-Z02S", "华文仿宋", "STFangsong", "仿宋体",
        "汉仪仿宋简", "HYFangSongJ", "朱雀仿宋",
    ),
    SERIF: (
        "宋体", "SimSun", "新宋体", "NSimSun", "宋体-PUA", "SimSun-ExtB", "SimSun-ExtG", "华文宋体",
        "STSong", "宋体-简", "Songti SC", "方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05",
        "FZXiaoBiaoSong-B05S", "小标宋", "华文中宋", "STZhongsong", "方正书宋_GBK", "方正书宋简体",
        "FZShuSong-Z01", "FZShuSong-Z01S", "方正大标宋简体", "方正大标宋_GBK", "方正粗宋简体",
        "方正宋体S-超大字符集", "方正中宋简体", "思源宋体", "Source Han Serif SC",
        "Source Han Serif CN", "Noto Serif CJK SC", "汉仪书宋一简", "汉仪中宋简", "汉仪旗黑",
        "MingLiU", "PMingLiU", "细明体", "新细明体", "Songti TC", "文星简小标宋", "长城小标宋体",
        "创艺简标宋", "经典标宋简",
    ),
    SANS: (
        "黑体", "SimHei", "微软雅黑", "Microsoft YaHei", "微软雅黑 Light", "Microsoft YaHei Light",
        "Microsoft YaHei UI", "等线", "DengXian", "等线 Light", "DengXian Light", "华文黑体",
        "STHeiti", "华文细黑", "STXihei", "黑体-简", "Heiti SC", "方正黑体_GBK", "方正黑体简体",
        "FZHei-B01", "FZHei-B01S", "方正大黑简体", "方正中等线简体", "苹方-简", "PingFang SC",
        "思源黑体", "Source Han Sans SC", "Source Han Sans CN", "Noto Sans CJK SC", "汉仪中黑简",
        "汉仪粗黑简", "幼圆", "YouYuan", "文泉驿微米黑", "WenQuanYi Micro Hei", "文泉驿正黑",
        "WenQuanYi Zen Hei", "冬青黑体简体中文", "Hiragino Sans GB", "Microsoft JhengHei",
        "微軟正黑體",
    ),
    KAI: (
        "楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312", "方正楷体_GBK", "方正楷体简体",
        "方正楷体_GB2312", "FZKai-Z03", "FZKai-Z03S", "华文楷体", "STKaiti", "楷体-简", "Kaiti SC",
        "汉仪楷体简", "HYKaiTiJ", "华文行楷", "STXingkai", "隶书", "LiSu", "华文隶书", "STLiti",
        "DFKai-SB", "標楷體",
    ),
}  # fmt: skip

#: Faces of headings, 小标宋 foremost: at their size the regular weight of the bundled face is too
#: thin, so the bold one stands for them.
HEAVY = (
    "方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S", "小标宋",
    "方正大标宋简体", "方正大标宋_GBK", "方正粗宋简体", "文星简小标宋", "长城小标宋体",
    "创艺简标宋", "经典标宋简",
)  # fmt: skip

_GENERIC = {"sans-serif": SANS, "serif": SERIF, "monospace": SANS}
_LAST_RESORT = (SERIF, KAI)


def write_fontconfig(folder: Path) -> Path:
    """Write a ``fonts.conf`` for LibreOffice into ``folder`` and return its path.

    Give LibreOffice the path as ``FONTCONFIG_FILE``. The system's own configuration and fonts come
    first, so that a face which is really installed wins; the bundled fonts stand for the others,
    and for any Han character that no named font has. The font cache is kept in ``folder``.

    Windows has no fontconfig: LibreOffice takes the system's fonts there, which Windows and Office
    bring along, and the file has no effect.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "fonts.conf"
    target.write_text(_configuration(folder), encoding="utf-8")
    return target


def _configuration(folder: Path) -> str:
    fonts = Path(str(resource("fonts")))
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
        "<fontconfig>",
        f"<cachedir>{escape(str(folder / 'font-cache'))}</cachedir>",
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
        f"<dir>{escape(str(fonts))}</dir>",
        f"<selectfont><rejectfont><glob>{escape(str(fonts / 'source'))}/*</glob></rejectfont>"
        "</selectfont>",
    ]
    for family, names in SUBSTITUTES.items():
        parts += [_alias(name, family) for name in names]
    parts += [_alias(name, family) for name, family in _GENERIC.items()]
    parts += [_heavy(name) for name in HEAVY]
    last = "".join(f"<string>{family}</string>" for family in _LAST_RESORT)
    parts += [
        f'<match target="pattern"><edit name="family" mode="append_last">{last}</edit></match>',
        "</fontconfig>",
        "",
    ]
    return "\n".join(parts)


def _alias(name: str, family: str) -> str:
    """Put ``family`` right after ``name`` in what is asked for, bound as firmly as ``name`` is."""
    return (
        f'<alias binding="same"><family>{escape(name)}</family>'
        f"<accept><family>{family}</family></accept></alias>"
    )


def _heavy(name: str) -> str:
    """Ask for the bold weight where ``name`` is; a face that is installed is never asked for."""
    return (
        f'<match target="pattern"><test name="family"><string>{escape(name)}</string></test>'
        '<edit name="weight" mode="assign"><const>bold</const></edit></match>'
    )

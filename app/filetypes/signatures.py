"""Formats recognised by a file's first bytes: pictures, sound, film, archives and others."""

import re

from app.filetypes import formats as f
from app.filetypes.formats import Format

#: Bytes at the very beginning that settle the format; longer ones first where they overlap.
_BEGINNINGS: tuple[tuple[bytes, Format], ...] = (
    (b"\x89PNG\r\n\x1a\n", f.PNG),
    (b"GIF87a", f.GIF),
    (b"GIF89a", f.GIF),
    (b"\xff\xd8\xff", f.JPEG),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", f.JP2),
    (b"\xff\x4f\xff\x51\x00", f.JP2),
    (b"8BPS\x00", f.PHOTOSHOP),
    (b"FUJIFILMCCD-RAW", f.RAW),
    (b"IIRO", f.RAW),
    (b"IIU\x00", f.RAW),
    (b"\xd7\xcd\xc6\x9a", f.WMF),
    (b"\x01\x00\x09\x00\x00\x03", f.WMF),
    (b"7z\xbc\xaf\x27\x1c", f.SEVEN_ZIP),
    (b"Rar!\x1a\x07", f.RAR),
    (b"\x1f\x8b\x08", f.GZIP),
    (b"\xfd7zXZ\x00", f.XZ),
    (b"\x28\xb5\x2f\xfd", f.ZSTD),
    (b"MSCF\x00\x00\x00\x00", f.CAB),
    (b"ALZ\x01", f.ALZ),
    (b"EGGA", f.ALZ),
    (b"\x1f\x9d", f.COMPRESS),
    (b"ID3", f.MP3),
    (b"fLaC", f.FLAC),
    (b"#!AMR", f.AMR),
    (b"#!SILK", f.SILK),
    (b"\x02#!SILK", f.SILK),
    (b"MAC \x96\x0f", f.APE),
    (b"MThd\x00\x00\x00\x06", f.MIDI),
    (b"FLV\x01", f.FLV),
    (b".RMF\x00", f.RM),
    (b"\x00\x00\x01\xba", f.MPG),
    (b"\x00\x00\x01\xb3", f.MPG),
    (b"\x4c\x00\x00\x00\x01\x14\x02\x00", f.SHORTCUT),
    (b"[InternetShortcut]", f.URL),
    (b"\x7fELF", f.PROGRAM),
    (b"\x00\x01\x00\x00Standard ", f.DATABASE),
    (b"SQLite format 3\x00", f.DATABASE),
    (b"%!PS", f.POSTSCRIPT),
    (b"\xc5\xd0\xd3\xc6", f.POSTSCRIPT),
    (b"Founder CEB", f.CEB),
    (b"KDH 2.00", f.CAJ),
    (b"\x00\x01\x00\x00\x00", f.FONT),
    (b"OTTO\x00", f.FONT),
    (b"ttcf\x00", f.FONT),
    (b"wOFF", f.FONT),
    (b"wOF2", f.FONT),
)

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"heif"}
_AUDIO_BRANDS = {b"M4A ", b"M4B ", b"M4P "}
#: What an old QuickTime film without an ftyp box begins with.
_MOVIE_ATOMS = {b"moov", b"mdat", b"wide", b"skip", b"free", b"pnot"}

_ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_ASF_VIDEO_STREAM = bytes.fromhex("c0ef19bc4d5bcf11a8fd00805f5c442b")

_BMP_HEADERS = {12, 16, 40, 52, 56, 64, 108, 124}
_TAR_MAGIC_AT = 257
_TS_PACKET = 188
_M2TS_PACKET = 192


def by_signature(head: bytes, suffix: str) -> Format | None:
    """The format whose mark stands at the beginning of ``head`` (the first tens of KB)."""
    for beginning, found in _BEGINNINGS:
        if head.startswith(beginning):
            return found
    for test in (_riff, _iso_media, _tiff, _bmp, _matroska, _ogg, _asf, _windows, _archive, _ts):
        found_by_test = test(head, suffix)
        if found_by_test is not None:
            return found_by_test
    return f.MP3 if _mpeg_audio(head) else (f.AAC if _adts(head) else None)


def _riff(head: bytes, _suffix: str) -> Format | None:
    if head[:4] == b"FORM" and head[8:12] in {b"AIFF", b"AIFC"}:
        return f.AIFF
    if head[:4] not in {b"RIFF", b"RF64"}:
        return None
    return {b"WEBP": f.WEBP, b"WAVE": f.WAV, b"AVI ": f.AVI}.get(head[8:12])


def _iso_media(head: bytes, suffix: str) -> Format | None:
    """MP4, QuickTime, HEIC and AVIF share one box structure and differ by brand."""
    if head[4:8] != b"ftyp":
        return f.MOV if head[4:8] in _MOVIE_ATOMS and suffix in f.MOV.suffixes else None
    size = int.from_bytes(head[:4], "big")
    brand = head[8:12]
    brands = {brand} | {head[n : n + 4] for n in range(16, min(size, 256), 4)}
    if brands & {b"avif", b"avis"}:
        return f.AVIF
    if brand in _HEIF_BRANDS:
        return f.HEIC
    if brand == b"crx ":
        return f.RAW
    if brand == b"qt  ":
        return f.MOV
    if brand in _AUDIO_BRANDS or suffix in {".m4a", ".m4b", ".m4r"}:
        return f.M4A
    return f.GP3 if brand.startswith((b"3gp", b"3g2")) else f.MP4


def _tiff(head: bytes, suffix: str) -> Format | None:
    if head[:4] not in {b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"}:
        return None
    return f.RAW if suffix in f.RAW.suffixes or head[8:10] == b"CR" else f.TIFF


def _bmp(head: bytes, _suffix: str) -> Format | None:
    is_bmp = head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BMP_HEADERS
    return f.BMP if is_bmp else None


def _matroska(head: bytes, suffix: str) -> Format | None:
    if not head.startswith(b"\x1a\x45\xdf\xa3"):
        return None
    if b"webm" in head[:64]:
        return f.WEBM
    return f.MKA if suffix == ".mka" else f.MKV


def _ogg(head: bytes, _suffix: str) -> Format | None:
    if not head.startswith(b"OggS"):
        return None
    return f.OGV if b"\x80theora" in head[:128] else f.OGG


def _asf(head: bytes, _suffix: str) -> Format | None:
    if not head.startswith(_ASF):
        return None
    return f.WMV if _ASF_VIDEO_STREAM in head else f.WMA


def _windows(head: bytes, suffix: str) -> Format | None:
    """Formats with marks too short to stand alone."""
    if head[:2] == b"MZ" and (b"PE\x00\x00" in head[:1024] or suffix in f.PROGRAM.suffixes):
        return f.PROGRAM
    if head[:4] == b"\x01\x00\x00\x00" and head[40:44] == b" EMF":
        return f.EMF
    if head[:4] == b"\x00\x00\x01\x00" and suffix in f.ICON.suffixes:
        return f.ICON
    if re.match(rb"AC10\d\d", head):
        return f.CAD
    if head.startswith((b"CAJ", b"HN")) and suffix in f.CAJ.suffixes:
        return f.CAJ
    return None


def _archive(head: bytes, suffix: str) -> Format | None:
    if head[_TAR_MAGIC_AT : _TAR_MAGIC_AT + 5] == b"ustar":
        return f.TAR
    if re.match(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", head):  # the second one packs nothing
        return f.BZIP2
    if re.match(rb"..-lh[0-9a-z]-|..-lz[s45]-", head, re.DOTALL):
        return f.LZH
    if head[7:14] == b"**ACE**":
        return f.ACE
    if head[:2] == b"\x60\xea" and suffix in f.ARJ.suffixes:
        return f.ARJ
    return f.ISO if head[32769:32774] == b"CD001" else None


def _ts(head: bytes, _suffix: str) -> Format | None:
    for size, offset in ((_TS_PACKET, 0), (_M2TS_PACKET, 4)):
        marks = head[offset : offset + size * 5 : size]
        if len(marks) == 5 and set(marks) == {0x47}:
            return f.TS
    return None


_BITRATES = {  # MPEG-1 and MPEG-2 layer III, kbit/s by index
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def _mp3_frame_length(header: bytes) -> int:
    """Bytes of the layer III frame that begins with ``header``; 0 if it is none."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2:
        return 0
    version = header[1] >> 3 & 3
    bitrate, rate = header[2] >> 4, header[2] >> 2 & 3
    if version == 1 or bitrate in {0, 15} or rate == 3:
        return 0
    table = _BITRATES[3 if version == 3 else 2]
    samples = 144 if version == 3 else 72
    return samples * table[bitrate] * 1000 // _RATES[version][rate] + (header[2] >> 1 & 1)


def _mpeg_audio(head: bytes) -> bool:
    """True if two MP3 frames follow each other; two bytes alone also begin other files."""
    length = _mp3_frame_length(head[:4])
    return bool(length) and bool(_mp3_frame_length(head[length : length + 4]))


def _adts(head: bytes) -> bool:
    """True if two ADTS (AAC) frames follow each other."""
    for _ in range(2):
        if len(head) < 7 or head[0] != 0xFF or head[1] & 0xF6 != 0xF0:
            return False
        length = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
        if length < 7:
            return False
        head = head[length:]
    return True

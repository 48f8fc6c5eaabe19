"""Sound and film: a short tone as WAV, and a film of a few still pictures as MP4."""

import io
import math
import struct
import wave
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from resources.demo.page import font_path

RATE = 8000
#: Seconds between 1904-01-01 and 2021-05-10 09:00, as MP4 counts time.
WHEN = 3_703_482_000
MATRIX = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)


def tone_wav(path: Path, seconds: int = 12) -> None:
    """A telephone-like recording: two alternating tones, mono, 8 kHz, 16 bit."""
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        for second in range(seconds):
            pitch = 440 if second % 2 else 330
            sound.writeframes(
                b"".join(
                    struct.pack("<h", round(6000 * math.sin(2 * math.pi * pitch * n / RATE)))
                    for n in range(RATE)
                )
            )


def film_mp4(path: Path, captions: tuple[str, ...], seconds_each: int = 4) -> None:
    """A film that shows one caption after the other (Motion JPEG in MP4)."""
    frames = [_frame(caption) for caption in captions]
    head = _box(b"ftyp", b"qt  " + struct.pack(">I", 0x200) + b"qt  ")
    offset = len(head) + 8
    offsets = []
    for frame in frames:
        offsets.append(offset)
        offset += len(frame)
    body = _box(b"mdat", b"".join(frames))
    path.write_bytes(head + body + _movie(frames, offsets, seconds_each))


def _frame(caption: str) -> bytes:
    image = Image.new("RGB", (640, 360), (24, 42, 74))
    draw = ImageDraw.Draw(image)
    face = ImageFont.truetype(str(font_path("hei")), 30)
    draw.text((320, 160), caption, font=face, fill=(240, 240, 240), anchor="mm")
    small = ImageFont.truetype(str(font_path("hei")), 18)
    draw.text((320, 320), "演示视频，内容均为虚构", font=small, fill=(190, 200, 220), anchor="mm")
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=80)
    return buffer.getvalue()


def _box(kind: bytes, *parts: bytes) -> bytes:
    data = b"".join(parts)
    return struct.pack(">I", 8 + len(data)) + kind + data


def _full(kind: bytes, data: bytes, flags: int = 0) -> bytes:
    return _box(kind, struct.pack(">I", flags), data)


def _movie(frames: list[bytes], offsets: list[int], seconds_each: int) -> bytes:
    length = len(frames) * seconds_each
    times = struct.pack(">IIII", WHEN, WHEN, 1, length)
    movie = times + struct.pack(">IH10x", 0x10000, 0x100) + MATRIX + bytes(24) + _u32(2)
    track = struct.pack(">IIIII8xHHHH", WHEN, WHEN, 1, 0, length, 0, 0, 0, 0) + MATRIX
    track += struct.pack(">II", 640 << 16, 360 << 16)
    media = _box(
        b"mdia",
        _full(b"mdhd", times + struct.pack(">HH", 0x55C4, 0)),
        _full(b"hdlr", bytes(4) + b"vide" + bytes(12) + b"\0"),
        _box(
            b"minf",
            _full(b"vmhd", bytes(8), flags=1),
            _box(b"dinf", _full(b"dref", _u32(1) + _full(b"url ", b"", flags=1))),
            _samples(frames, offsets, seconds_each),
        ),
    )
    return _box(
        b"moov", _full(b"mvhd", movie), _box(b"trak", _full(b"tkhd", track, flags=3), media)
    )


def _samples(frames: list[bytes], offsets: list[int], seconds_each: int) -> bytes:
    count = len(frames)
    picture = struct.pack(">6xH16xHHIIIH", 1, 640, 360, 0x480000, 0x480000, 0, 1)
    picture += b"\x0cMotion  JPEG".ljust(32, b"\0") + struct.pack(">Hh", 24, -1)
    return _box(
        b"stbl",
        _full(b"stsd", _u32(1) + _box(b"jpeg", picture)),
        _full(b"stts", _u32(1, count, seconds_each)),
        _full(b"stsc", _u32(1, 1, 1, 1)),
        _full(b"stsz", _u32(0, count, *(len(frame) for frame in frames))),
        _full(b"stco", _u32(count, *offsets)),
    )


def _u32(*numbers: int) -> bytes:
    return struct.pack(f">{len(numbers)}I", *numbers)

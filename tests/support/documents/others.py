"""Archives and sound."""

import wave
import zipfile
from pathlib import Path


def archive(path: Path, members: dict[str, bytes], name_encoding: str = "utf-8") -> Path:
    """A zip; with ``name_encoding="gbk"`` its names are written as old Chinese Windows does."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in members.items():
            if name_encoding == "utf-8":
                target.writestr(name, data)
            else:
                # A cp437 name carries any bytes through zipfile without setting the UTF-8 flag.
                target.writestr(_RawName(name.encode(name_encoding).decode("cp437")), data)
    return path


class _RawName(zipfile.ZipInfo):
    """A member whose name goes out as the bytes of code page 437, without the UTF-8 flag."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802  (zipfile's name)
        return self.filename.encode("cp437"), self.flag_bits & ~0x800


def sound(path: Path, seconds: float = 1.5) -> Path:
    """A WAV of silence."""
    with wave.open(str(path), "wb") as target:
        target.setnchannels(1)
        target.setsampwidth(2)
        target.setframerate(8000)
        target.writeframes(b"\0\0" * int(8000 * seconds))
    return path

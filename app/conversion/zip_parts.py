"""Changing parts of a zip package that is a copy of ours."""

import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path


def replace_parts(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write these parts into the package; they replace those of the same name.

    Raises:
        zipfile.BadZipFile: it is no zip, or a part of it is damaged.
    """
    if not parts:
        return
    written = path.with_name(f"{path.name}.new")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        new.compresslevel = 1
        for part in old.infolist():
            if part.filename in parts:
                continue
            # The type of an OpenDocument file is read from its first bytes.
            stored = part.filename == "mimetype"
            name = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            name.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            with old.open(part) as data, new.open(name, "w", force_zip64=not stored) as copy:
                shutil.copyfileobj(data, copy, 1024 * 1024)
        for filename, content in parts.items():
            new.writestr(filename, content)
    written.replace(path)

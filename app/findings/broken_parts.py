"""Whether the parts that hold a zipped document's content can be read at all."""

import re
import zipfile
from pathlib import Path

from app.zipped import ZIP_TROUBLE

#: The parts without which pages lack content; of others, pictures for one, LibreOffice says so.
_CONTENT = re.compile(
    r"(?:word/document\d*|xl/(?:workbook|sharedStrings|worksheets/[^/]+)"
    r"|ppt/(?:presentation|slides/[^/]+)|content)\.xml",
    re.IGNORECASE,
)
#: No more than this is read for the purpose.
_MOST_BYTES = 64 * 1024 * 1024
_PIECE = 1024 * 1024


def has_broken_content(path: Path) -> bool:
    """Say whether a part with content is damaged; False for what is no zip.

    LibreOffice mends such a file by leaving the part out, without a word.

    Raises:
        OSError: the operating system does not let the file be read.
    """
    left = _MOST_BYTES
    try:
        with zipfile.ZipFile(path) as package:
            for entry in package.infolist():
                if not _CONTENT.fullmatch(entry.filename.replace("\\", "/")):
                    continue
                left -= entry.file_size
                if left < 0:
                    return False
                with package.open(entry) as part:
                    while part.read(_PIECE):
                        pass  # its end is held against its sum
    except (RuntimeError, NotImplementedError):
        return False  # locked, or packed as no library here reads
    except ZIP_TROUBLE:
        return zipfile.is_zipfile(path)
    return False

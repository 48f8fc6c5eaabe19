"""Date fields as they stood when a document was last saved.

A field "today's date" in a letter of 2019 would come out with the day of the conversion, which
turns evidence into nonsense. In the copy that LibreOffice gets such fields are made plain text.
"""

import re
import shutil
import zipfile
from pathlib import Path

#: A part larger than this is left alone; no letter is that long.
_LARGEST_PART = 64 * 1024 * 1024

_WORD_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_SLIDE_PART = re.compile(r"ppt/(?:slides|slideLayouts|slideMasters|notesSlides)/[^/]+\.xml")

#: DATE and TIME show the present; CREATEDATE, SAVEDATE and PRINTDATE show what is stored.
_CODE = re.compile(rb"(<w:instrText\b[^>]*>\s*)(?:DATE|TIME)\b", re.IGNORECASE)
_SIMPLE = re.compile(rb"(\bw:instr=\"\s*)(?:DATE|TIME)\b", re.IGNORECASE)
_SLIDE_FIELD = re.compile(rb"(<a:fld\b[^>]*?\btype=\")datetime[^\"]*\"")


def copy_with_frozen_dates(source: Path, target: Path) -> None:
    """Copy a ``.docx`` or ``.pptx``; one without such fields is copied byte for byte.

    Raises:
        zipfile.BadZipFile: it is no zip.
    """
    with zipfile.ZipFile(source) as old:
        changed = {
            part.filename: frozen
            for part in old.infolist()
            if part.file_size <= _LARGEST_PART and _holds_text(part.filename)
            if (frozen := _frozen(data := old.read(part))) != data
        }
        if not changed:
            shutil.copyfile(source, target)
            return
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
            for part in old.infolist():
                if part.filename in changed:
                    new.writestr(part.filename, changed[part.filename])
                    continue
                with (
                    old.open(part) as data_in,
                    new.open(part.filename, "w", force_zip64=True) as out,
                ):
                    shutil.copyfileobj(data_in, out, 1024 * 1024)


def _holds_text(name: str) -> bool:
    return bool(_WORD_PART.fullmatch(name) or _SLIDE_PART.fullmatch(name))


def _frozen(data: bytes) -> bytes:
    # An instruction that LibreOffice does not know shows the result that is stored with it.
    data = _SIMPLE.sub(rb"\1JUANZONG", _CODE.sub(rb"\1JUANZONG", data))
    return _SLIDE_FIELD.sub(rb'\1juanzong"', data)

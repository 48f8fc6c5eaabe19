"""Makers of small real files, for tests: each writes one file and returns its path.

Nothing here is copied from anywhere; every byte is made on the spot, so a test shows in one line
what kind of file it is about.
"""

from tests.support.documents.ofd import ofd
from tests.support.documents.office import (
    encrypted_word,
    open_document,
    rtf,
    spreadsheet,
    text,
    wide_spreadsheet,
    word,
)
from tests.support.documents.others import archive, sound
from tests.support.documents.pdf import (
    attachment_pdf,
    broken_pdf,
    encrypted_pdf,
    form_pdf,
    mendable_pdf,
    odd_boxes_pdf,
    scripted_pdf,
    text_pdf,
)
from tests.support.documents.pictures import (
    animated_gif,
    grey_tiff,
    huge_png_header,
    jpeg,
    long_screenshot,
    picture,
    png,
    stored_turned,
    tiff,
    tiff_of,
)
from tests.support.documents.web import html, mht

__all__ = [
    "animated_gif",
    "archive",
    "attachment_pdf",
    "broken_pdf",
    "encrypted_pdf",
    "encrypted_word",
    "form_pdf",
    "grey_tiff",
    "html",
    "huge_png_header",
    "jpeg",
    "long_screenshot",
    "mendable_pdf",
    "mht",
    "odd_boxes_pdf",
    "ofd",
    "open_document",
    "picture",
    "png",
    "rtf",
    "scripted_pdf",
    "sound",
    "spreadsheet",
    "stored_turned",
    "text",
    "text_pdf",
    "tiff",
    "tiff_of",
    "wide_spreadsheet",
    "word",
]

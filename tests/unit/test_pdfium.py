"""Text of fonts that a file does not bring along is read and drawn on any computer."""

import subprocess
import sys

import pytest

from tests.support import secrecy

#: Reads a page in a process that sees no fonts but those of the program.
READ = """
import sys
from app import pdfium
pdfium._SYSTEM = ()
places = pdfium._begin_with_fonts()
with pdfium.pypdfium2.PdfDocument(sys.argv[1]) as document:
    page = document[0]
    print(page.get_textpage().get_text_range().split())
    print(page.render().to_pil().convert("L").getextrema()[0])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has Chinese fonts of its own")
def test_letters_one_below_the_other_are_read_without_any_installed_font(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(secrecy.pdf(["机\n密\n★\n1\n年\n正文内容"]))
    told = subprocess.run(
        [sys.executable, "-c", READ, path], capture_output=True, text=True, check=True
    )
    words, darkest = told.stdout.splitlines()
    assert words == "['机', '密', '★', '1', '年', '正文内容']"
    assert int(darkest) < 64

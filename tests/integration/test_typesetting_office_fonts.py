"""LibreOffice prints the faces that county papers name with the bundled fonts."""

import os
import subprocess

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from app.conversion.office.program import find_office
from app.typesetting.office_fonts import SUBSTITUTES, write_fontconfig

TEXT = "示例县行政执法（2021）〔15〕号镕喆堃"
BUNDLED = ("FandolFang", "NotoSerifSC", "NotoSansSC", "LXGWWenKai")


@pytest.mark.office
@pytest.mark.skipif(os.name == "nt", reason="Windows has no fontconfig")
def test_office_papers_are_printed_with_the_bundled_fonts(tmp_path):
    program = find_office(None)
    if program is None:
        pytest.skip("LibreOffice is not on this machine")
    names = [name for family in SUBSTITUTES.values() for name in family[:6]]
    document = Document()
    for name in names:
        run = document.add_paragraph().add_run(TEXT)
        run.font.name = name
        run._element.rPr.rFonts.set(qn("w:eastAsia"), name)
    document.save(tmp_path / "a.docx")
    fontconfig = write_fontconfig(tmp_path / "fonts")
    command = [
        str(program),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    environment = {**os.environ, "FONTCONFIG_FILE": str(fontconfig)}
    subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120)
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert text.count(TEXT) == len(names)
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        assert all(
            str(font.BaseFont).partition("+")[2].startswith(BUNDLED)
            and "/FontFile2" in font.FontDescriptor
            for font in fonts
        ), [str(font.BaseFont) for font in fonts]

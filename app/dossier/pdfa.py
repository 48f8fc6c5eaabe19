"""The PDF/A-2b edition: written by pikepdf, which validates the bytes that it wrote."""

from pathlib import Path

from pikepdf import Pdf, pdfa

from app.errors import BindingFailed

FLAVOUR = "2b"


def save_pdfa(pdf: Pdf, path: Path) -> None:
    """Write a volume as PDF/A-2b.

    Raises:
        BindingFailed: the result would not conform; nothing was written.
    """
    try:
        pdfa.save(pdf, path, FLAVOUR)
    except pdfa.PdfaError as error:
        findings = "；".join(str(finding) for finding in error.report.findings[:3])
        raise BindingFailed(path.name, f"PDF/A-2b: {findings}") from error

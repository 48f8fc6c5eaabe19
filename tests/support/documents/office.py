"""Files of Word, Excel, LibreOffice, and plain text."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
from msoffcrypto.format.ooxml import OOXMLFile


def word(
    path: Path,
    paragraphs: Sequence[str] = ("关于印发实施方案的通知", "各乡镇人民政府，县直各单位："),
    *,
    title: str = "",
    author: str = "",
) -> Path:
    """A .docx with these paragraphs; "\\f" alone begins a new page."""
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.author = author
    for text in paragraphs:
        if text == "\f":
            document.add_page_break()
        else:
            document.add_paragraph(text)
    document.save(str(path))
    return path


def encrypted_word(path: Path, password: str = "123456") -> Path:
    """A .docx behind an opening password."""
    plain = word(path.with_name(path.name + ".plain"))
    with plain.open("rb") as source, path.open("wb") as target:
        OOXMLFile(source).encrypt(password, target)
    plain.unlink()
    return path


def spreadsheet(
    path: Path,
    rows: Sequence[Sequence[object]] = (("序号", "单位", "件数"), (1, "县司法局", 12)),
    sheets: Sequence[str] = ("统计表",),
) -> Path:
    """An .xlsx with the same rows on each of its sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def wide_spreadsheet(path: Path, columns: int = 30, rows: int = 20) -> Path:
    """An .xlsx much wider than a page."""
    head = [f"第{n}列指标完成情况" for n in range(columns)]
    body = [[f"{r}-{c}" for c in range(columns)] for r in range(rows)]
    spreadsheet(path, [head, *body])
    book = openpyxl.load_workbook(path)
    for column in book.active.columns:
        book.active.column_dimensions[column[0].column_letter].width = 18
    book.save(path)
    return path


_ODF_TYPES = {
    ".odt": ("text", "<office:text>{}</office:text>"),
    ".odp": (
        "presentation",
        '<office:presentation><draw:page draw:name="1"><draw:frame svg:x="2cm" svg:y="2cm"'
        ' svg:width="20cm" svg:height="5cm"><draw:text-box>{}</draw:text-box></draw:frame>'
        "</draw:page></office:presentation>",
    ),
    ".ods": (
        "spreadsheet",
        '<office:spreadsheet><table:table table:name="1"><table:table-row><table:table-cell>{}'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet>",
    ),
}


def open_document(path: Path, text: str = "开放文档格式") -> Path:
    """An .odt, .ods or .odp, by the suffix of ``path``."""
    kind, frame = _ODF_TYPES[path.suffix]
    media_type = f"application/vnd.oasis.opendocument.{kind}"
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
        )
    )
    body = frame.format(f"<text:p>{text}</text:p>")
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} '
        f'office:version="1.2"><office:body>{body}</office:body></office:document-content>'
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.2" '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media_type}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", media_type, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)
    return path


def rtf(path: Path, text: str = "富文本格式") -> Path:
    """An RTF with Unicode escapes."""
    escaped = "".join(f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in text)
    path.write_text(f"{{\\rtf1\\ansi\\uc1 {escaped}\\par}}", encoding="ascii")
    return path


def text(path: Path, content: str = "纯文本\n第二行\n", encoding: str = "utf-8") -> Path:
    """A text file (or CSV, or HTML) in the given encoding, line ends as given."""
    path.write_bytes(content.encode(encoding))
    return path

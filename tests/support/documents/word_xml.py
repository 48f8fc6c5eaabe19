"""Word documents in one XML file."""

import base64
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"


def flat_word(source: Path, target: Path) -> Path:
    """The flat form of a .docx."""
    parts = []
    with zipfile.ZipFile(source) as package:
        for name in package.namelist():
            if name == "[Content_Types].xml":
                continue
            data = package.read(name)
            if name.endswith((".xml", ".rels")):
                text = data.decode("utf-8")
                text = text[text.index("?>") + 2 :] if text.startswith("<?xml") else text
                inside = f"<pkg:xmlData>{text}</pkg:xmlData>"
            else:
                coded = base64.encodebytes(data).decode("ascii")
                inside = f"<pkg:binaryData>{coded}</pkg:binaryData>"
            kind = "application/xml" if name.endswith(".xml") else "application/octet-stream"
            if name == "word/document.xml":
                kind = (
                    "application/vnd.openxmlformats-officedocument."
                    "wordprocessingml.document.main+xml"
                )
            if name.endswith(".rels"):
                kind = "application/vnd.openxmlformats-package.relationships+xml"
            if name.endswith(".png"):
                kind = "image/png"
            parts.append(
                f"<pkg:part pkg:name={quoteattr('/' + name)} pkg:contentType={quoteattr(kind)}>"
                f"{inside}</pkg:part>"
            )
    target.write_text(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<?mso-application progid="Word.Document"?>'
        f'<pkg:package xmlns:pkg="{_PACKAGE}">{"".join(parts)}</pkg:package>',
        encoding="utf-8",
    )
    return target


def word_2003(path: Path, body: str) -> Path:
    """A document of Word 2003 in XML."""
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" '
        'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:aml="http://schemas.microsoft.com/aml/2001/core">'
        f"<w:body>{body}</w:body></w:wordDocument>",
        encoding="utf-8",
    )
    return path


def annotated(kind: str, inside: str) -> str:
    """Something inserted, deleted or remarked in such a document."""
    return (
        f'<aml:annotation aml:id="1" w:type="Word.{kind}" aml:author="审核人甲">'
        f"<aml:content>{inside}</aml:content></aml:annotation>"
    )

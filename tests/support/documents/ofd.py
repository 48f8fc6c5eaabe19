"""OFD files, as GB/T 33190 has them."""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

_OFD_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def ofd(path: Path, pages: Sequence[str] = ("版式文件内容",), *, signed: bool = False) -> Path:
    """An OFD of A4 pages, one line of 宋体 text on each; ``signed`` with a red square as seal."""
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        signatures = (
            "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>" if signed else ""
        )
        archive.writestr(
            "OFD.xml",
            f'{head}<ofd:OFD {_OFD_NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>'
            "<ofd:DocID>0123456789abcdef0123456789abcdef</ofd:DocID></ofd:DocInfo>"
            f"<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>{signatures}</ofd:DocBody></ofd:OFD>",
        )
        refs = "".join(
            f'<ofd:Page ID="{10 + n}" BaseLoc="Pages/Page_{n}/Content.xml"/>'
            for n in range(len(pages))
        )
        archive.writestr(
            "Doc_0/Document.xml",
            f"{head}<ofd:Document {_OFD_NS}><ofd:CommonData><ofd:MaxUnitID>999</ofd:MaxUnitID>"
            "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
            f"<ofd:Pages>{refs}</ofd:Pages></ofd:Document>",
        )
        archive.writestr(
            "Doc_0/PublicRes.xml",
            f'{head}<ofd:Res {_OFD_NS} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体" '
            'FamilyName="宋体"/></ofd:Fonts></ofd:Res>',
        )
        for number, words in enumerate(pages):
            deltas = " ".join("6" for _ in words[1:])
            archive.writestr(
                f"Doc_0/Pages/Page_{number}/Content.xml",
                f'{head}<ofd:Page {_OFD_NS}><ofd:Content><ofd:Layer ID="{100 + number}">'
                f'<ofd:TextObject ID="{200 + number}" Boundary="30 40 150 8" Font="2" Size="6">'
                f'<ofd:TextCode X="0" Y="6" DeltaX="{deltas}">{words}</ofd:TextCode>'
                "</ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>",
            )
        if signed:
            archive.writestr(
                "Doc_0/Signs/Signatures.xml",
                f"{head}<ofd:Signatures {_OFD_NS}><ofd:MaxSignId>1</ofd:MaxSignId>"
                '<ofd:Signature ID="1" BaseLoc="/Doc_0/Signs/Signature.xml"/></ofd:Signatures>',
            )
            archive.writestr(
                "Doc_0/Signs/Signature.xml",
                f"{head}<ofd:Signature {_OFD_NS}><ofd:SignedInfo>"
                '<ofd:StampAnnot ID="1" PageRef="10" Boundary="120 200 40 40"/></ofd:SignedInfo>'
                "<ofd:SignedValue>/Doc_0/Signs/SignedValue.dat</ofd:SignedValue></ofd:Signature>",
            )
            seal = io.BytesIO()
            Image.new("RGB", (200, 200), (200, 0, 0)).save(seal, "PNG")
            length = len(seal.getvalue()).to_bytes(2, "big")
            archive.writestr(
                "Doc_0/Signs/SignedValue.dat", b"\x30\x03\x04\x82" + length + seal.getvalue()
            )
    return path

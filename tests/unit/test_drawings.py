"""Drawings of their own file: what they fetch is taken away and told."""

import base64
import contextlib
import struct

import lxml.html
import pytest

from app.conversion.pictures.drawing_page import write_drawing_page
from app.filekind import FileKind
from app.filetypes import sniff
from app.findings.looking import find
from app.problems import Problem, ProblemKind
from app.webpages.archive import NoPage
from app.webpages.drawings import clean_drawing, drawn_size
from tests.support import documents

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>'
    "{inside}</svg>"
)


def svg(path, inside="<rect/>", size='width="300" height="150"'):
    return documents.text(path, SVG.format(inside=inside, size=size))


def shown(path, tmp_path):
    file_type = sniff(path, path.name)
    assert file_type.kind is FileKind.DRAWING
    write_drawing_page(path, tmp_path / "page.html", file_type)
    page = lxml.html.document_fromstring((tmp_path / "page.html").read_bytes())
    return next(page.iter("img"))


def test_nothing_runs_and_nothing_is_fetched():
    inside = (
        '<script>1</script><image xlink:href="http://x.invalid/a.png"/><g onclick="steal()"/>'
        '<rect fill="url(http://x.invalid/b)" stroke="url(#ok)"/><use href="file:///etc/passwd"/>'
        "<style>@import url(http://x.invalid/c.css); a{fill:red}</style>"
    )
    data = clean_drawing(SVG.format(inside=inside, size="").encode()).decode()
    for word in ("x.invalid", "script", "steal", "passwd"):
        assert word not in data
    assert "url(#ok)" in data
    assert "fill:red" in data


def test_external_entities_are_not_read(tmp_path):
    secret = documents.text(tmp_path / "secret.txt", "SECRET")
    raw = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + SVG.format(
        inside="<text>&x;</text>", size=""
    )
    with contextlib.suppress(ValueError):  # or it is refused altogether
        assert b"SECRET" not in clean_drawing(raw.encode())


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ('width="300" height="150"', (300, 150)),
        ('width="100mm" height="50mm"', (377.95, 188.98)),
        ('viewBox="0 0 40 20"', (40, 20)),
        ('width="100%" height="100%" viewBox="0 0 40 20"', (40, 20)),
        ("", None),
    ],
)
def test_size_of_a_drawing(size, expected):
    found = drawn_size(SVG.format(inside="", size=size).encode())
    assert found == (None if expected is None else pytest.approx(expected, abs=0.01))


def test_large_drawing_fits_the_page(tmp_path):
    image = shown(svg(tmp_path / "a.svg", size='width="1240" height="3000"'), tmp_path)
    assert (image.get("width"), image.get("height")) == ("364", "880")


def test_metafiles_are_drawings(tmp_path):
    emf = struct.pack("<II", 1, 108) + bytes(16) + struct.pack("<4i", 0, 0, 2540, 5080) + b" EMF"
    (tmp_path / "a.emf").write_bytes(emf + bytes(200))
    wmf = b"\xd7\xcd\xc6\x9a" + struct.pack("<H4hH", 0, 0, 0, 1440, 720, 1440)
    (tmp_path / "a.wmf").write_bytes(wmf + bytes(200))
    for name, size in (("a.emf", ("96", "192")), ("a.wmf", ("96", "48"))):
        image = shown(tmp_path / name, tmp_path)
        assert (image.get("width"), image.get("height")) == size
        data = base64.b64decode(image.get("src").partition(",")[2])
        assert data == (tmp_path / name).read_bytes()


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<image xlink:href="a.png"/><image href="data:image/png;base64,AA"/>',
         Problem(ProblemKind.PICTURES_NOT_STORED, {"count": 1})),
        ("<foreignObject><p>字</p></foreignObject>",
         Problem(ProblemKind.DRAWING_WORDS_NOT_CARRIED, {"count": 1})),
        ("<switch><foreignObject><p>字</p></foreignObject><text>字</text></switch>", None),
        ("<text>字</text>", None),
    ],
)  # fmt: skip
def test_what_a_drawing_lacks_is_told(tmp_path, inside, expected):
    path = svg(tmp_path / "a.svg", inside)
    assert find(path, sniff(path, "a.svg")) == (() if expected is None else (expected,))


def test_broken_drawing_is_named(tmp_path):
    path = documents.text(tmp_path / "a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><rect')
    with pytest.raises(NoPage):
        write_drawing_page(path, tmp_path / "b.html", sniff(path, "a.svg"))

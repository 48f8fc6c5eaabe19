"""A small web site on this computer, with the good and bad habits of real ones."""

import ssl
import struct
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from reportlab.pdfgen.canvas import Canvas

_HTML = "text/html; charset=utf-8"
_LAZY = "".join(
    f'<p style="height:600px">第{n}段<img loading="lazy" width="200" height="100" src="/pic/{n}">'
    for n in range(8)
)
PAGES = {
    "/js": '<title>正在加载</title><body><p id="p">请稍候<script>setTimeout(() => {'
    'document.title = "行政执法公示平台"; p.textContent = "权责清单（2026年版）"}, 900)</script>',
    "/lazy": f"<title>懒加载</title><body>{_LAZY}<p>完",
    "/endless": "<title>没有尽头</title><body><p>起<script>setInterval(() => {"
    "if (scrollY + innerHeight > document.body.scrollHeight - 200) {"
    'let p = document.createElement("p"); p.style.height = "900px"; p.textContent = "又一段";'
    "document.body.append(p)}}, 30)</script>"
    '<div style="height:1500px">',
    "/layers": "<title>浮层</title><body><p>正文"
    '<div id="c" style="position:fixed;bottom:0;left:0;right:0;height:90px;background:#ddd">'
    '本网站使用 Cookie。<button onclick="c.remove()">同意</button></div>'
    '<div style="position:fixed;top:100px;left:200px;width:900px;height:500px;background:#fee">'
    "飘窗公告</div>",
    "/hostile": "<title>恶意</title><body><p>不要相信我"
    '<iframe src="/attachment" hidden></iframe>'
    '<img src="http://127.0.0.2:{other}/secret.png">'
    "<script>onbeforeunload = () => '别走';"
    "window.open('/js'); const a = document.createElement('a'); a.href = '/js';"
    "a.target = '_blank'; document.body.append(a);"
    "setTimeout(() => { a.click(); for (let n = 0; n < 30; n++) alert('第' + n + '次') }, 50)"
    "</script>",
    "/steal": "<title>跳转</title><body><script>location = 'http://127.0.0.2:{other}/secret'</script>",
    "/spin": "<title>死循环</title><body>转<script>setTimeout(() => { for (;;); }, 300)</script>",
    "/moved-by-script": "<title>旧址</title><body><script>location.replace('/js')</script>",
}


@dataclass
class Site:
    """Where the site is; ``asked`` are the paths that were asked for."""

    base: str
    asked: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    moved: dict[str, str] = field(default_factory=dict)

    def url(self, path: str) -> str:
        """The address of a page."""
        return self.base + path


def small_pdf() -> bytes:
    """A PDF with a line."""
    data = BytesIO()
    canvas = Canvas(data, invariant=1)
    canvas.drawString(100, 700, "Notice 2026-3")
    canvas.save()
    return data.getvalue()


def _picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x20\x60\xc0" * 8) * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _handler(site: Site, other: int) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            site.asked.append(path)
            if path in site.moved:
                self._to(301, site.moved[path])
            elif path in site.gone:
                self._say(410, _HTML, "<title>已删除</title><p>页面已删除".encode())
            elif path in site.texts:
                self._say(200, _HTML, site.texts[path].encode())
            elif path in PAGES:
                self._say(200, _HTML, PAGES[path].replace("{other}", str(other)).encode())
            elif path.startswith("/pic/"):
                self._say(200, "image/png", _picture())
            elif path == "/old":
                self._to(302, "/older")
            elif path == "/older":
                self._to(301, "/js")
            elif path == "/to-file":
                self._to(302, "file:///etc/hostname")
            elif path == "/to-private":
                self._to(302, f"http://127.0.0.2:{other}/secret")
            elif path == "/gbk":
                text = "<title>鹿山县人民政府</title><p>政府信息公开指南"
                self._say(200, "text/html", text.encode("gbk"))
            elif path == "/inline.pdf":
                self._say(200, "application/pdf", small_pdf())
            elif path == "/attachment":
                self._say(
                    200,
                    "application/pdf",
                    small_pdf(),
                    ("Content-Disposition", 'attachment; filename="notice.pdf"'),
                )
            elif path == "/silent":
                until = time.monotonic() + 60
                while time.monotonic() < until and not site.asked.count("/speak"):
                    self.server.stopping.wait(0.1)
                    if self.server.stopping.is_set():
                        return
            else:
                self._say(404, _HTML, "<title>没有找到</title><p>页面不存在".encode())

        def _to(self, status: int, address: str) -> None:
            self._say(status, _HTML, b"", ("Location", address))

        def _say(self, status: int, kind: str, body: bytes, *lines: tuple[str, str]) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in lines:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def web_site(
    *, secure: Path | None = None, host: str = "127.0.0.1", other: int = 0
) -> Iterator[Site]:
    """The site while the block runs; over TLS with a certificate of its own in ``secure``.

    ``other`` is the port of a second site, which hostile pages try to reach.
    """
    site = Site("")
    server = ThreadingHTTPServer((host, 0), _handler(site, other))
    server.stopping = threading.Event()
    server.daemon_threads = True
    if secure is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(_certificate(secure))
        server.socket = context.wrap_socket(server.socket, server_side=True)
    scheme = "http" if secure is None else "https"
    site.base = f"{scheme}://{host}:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=[0.05], daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "oa.example.cn")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=30))
        .not_valid_after(now + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    path = folder / "site.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    return path

"""The browser's one way out: what it lets through, to where, and what it says of the rest."""

import socket

import pytest

from app.capture.gateway import Gateway
from app.capture.model import Fault, Installed, Order
from app.jobs import SilentJob
from app.verification.web_check import capturing
from app.verification.web_check.capture_errors import CannotCapture
from tests.support.web_site import web_site


def ask(gateway: Gateway, words: str) -> bytes:
    """What comes back for a request, until the connection ends."""
    with socket.create_connection(("127.0.0.1", gateway.port), 20) as client:
        client.sendall(words.encode())
        found = b""
        while block := client.recv(65536):
            found += block
    return found


def test_a_named_host_is_reached_at_the_address_that_was_looked_up() -> None:
    with web_site() as site:
        port = site.base.rpartition(":")[2]
        look_up = lambda _host, _port: ["127.0.0.1"]  # noqa: E731
        with Gateway(frozenset({"oa.example.cn"}), look_up) as gateway:
            words = f"GET http://oa.example.cn:{port}/js HTTP/1.1\r\nHost: oa.example.cn\r\n\r\n"
            plain = ask(gateway, words)
            assert plain.startswith(b"HTTP/1.0 200")
            assert "请稍候".encode() in plain
            tunnel = f"CONNECT oa.example.cn:{port} HTTP/1.1\r\n\r\nGET /js HTTP/1.0\r\n\r\n"
            assert "请稍候".encode() in ask(gateway, tunnel)
            assert gateway.remotes == {"oa.example.cn": "127.0.0.1"}
        assert site.asked == ["/js", "/js"]


@pytest.mark.parametrize(
    "words",
    [
        "GET http://evil.example.cn:{port}/js HTTP/1.1\r\n\r\n",
        "CONNECT evil.example.cn:{port} HTTP/1.1\r\n\r\n",
        "CONNECT EVIL.example.cn.:{port} HTTP/1.1\r\n\r\n",
    ],
)
@pytest.mark.parametrize("address", ["127.0.0.1", "::ffff:127.0.0.1", "169.254.169.254"])
def test_a_name_that_means_a_private_address_is_refused(words: str, address: str) -> None:
    with (
        web_site() as site,
        Gateway(frozenset({"oa.example.cn"}), lambda _host, _port: [address]) as gateway,
    ):
        assert ask(gateway, words.format(port=site.base.rpartition(":")[2])) == b""
        assert gateway.faults == {"evil.example.cn": Fault.PRIVATE}
        assert site.asked == []


def test_what_cannot_be_reached_is_told() -> None:
    def look_up(host: str, _port: int) -> list[str]:
        if host == "none.example.cn":
            raise socket.gaierror
        return ["127.0.0.1"]

    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with Gateway(frozenset({"here.example.cn"}), look_up) as gateway:
        assert ask(gateway, "CONNECT none.example.cn:443 HTTP/1.1\r\n\r\n") == b""
        assert ask(gateway, f"CONNECT here.example.cn:{port} HTTP/1.1\r\n\r\n") == b""
        assert ask(gateway, "nonsense\r\n\r\n") == b""
        assert gateway.faults == {
            "none.example.cn": Fault.NAME_UNKNOWN,
            "here.example.cn": Fault.NOT_REACHED,
        }


def test_without_a_network_only_what_lies_here_is_tried(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(capturing, "find_browsers", lambda _chosen: (Installed("x", "x"),))
    monkeypatch.setattr(capturing, "has_network", lambda: False)
    with pytest.raises(CannotCapture) as error:
        capturing.capture_orders([Order("http://www.example.cn/")], tmp_path / "x", SilentJob())
    assert error.value.why is Fault.NO_NETWORK
    assert not (tmp_path / "x").exists()
    # A browser that is none is told, too.
    (made,) = capturing.capture_orders([Order("http://127.0.0.1:9/")], tmp_path / "x", SilentJob())
    assert made.fault is Fault.BROWSER_FAILED

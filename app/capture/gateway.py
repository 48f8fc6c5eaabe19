"""The one way out for the browser: a proxy of our own on this computer that guards private places.

It looks a host up, checks the addresses and connects to one that it checked, so that a name
cannot mean something else a moment later. It sees everything: the page, its parts, its sockets.
"""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from app.capture.addresses import is_private, plain_host
from app.capture.model import Fault

_HEAD = 256 << 10
_BLOCK = 64 << 10
#: How long a connection may take, and how long one may be silent, in seconds.
_CONNECT, _SILENCE = 12, 60
_WEB_PORTS = {"http": 80, "https": 443}

Lookup = Callable[[str, int], "list[str]"]


@dataclass(frozen=True)
class _Refused(Exception):
    fault: Fault


class Gateway:
    """Listens on the loopback address while it is open; use it as a context.

    ``named`` are hosts that may be private. ``remotes`` says which IP address answered for a
    host, ``faults`` why there was none.
    """

    def __init__(self, named: frozenset[str], look_up: Lookup | None = None) -> None:
        self._named = named
        self._look_up = look_up or _addresses
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._closed = False
        self._upstream = {} if look_up else getproxies()
        self.remotes: dict[str, str] = {}
        self.faults: dict[str, Fault] = {}
        self._server = socket.create_server(("127.0.0.1", 0), backlog=64)

    @property
    def port(self) -> int:
        """Where it listens."""
        port: int = self._server.getsockname()[1]
        return port

    def __enter__(self) -> Gateway:
        threading.Thread(target=self._listen, name="gateway", daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        # Closing alone does not wake who waits on Linux.
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        with self._lock:
            for one in self._open:
                _end(one)

    def _listen(self) -> None:
        while not self._closed:
            try:
                client, _ = self._server.accept()
            except OSError:
                return  # closed
            threading.Thread(target=self._serve, args=[client], daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with self._held(client):
            try:
                head, rest = _read_head(client)
                method, target, version = head[0].split(" ", 2)
                if method == "CONNECT":
                    host, _, port = target.rpartition(":")
                    server, through = self._reach(host, int(port), "https")
                    with self._held(server):
                        if through:
                            server.sendall(f"CONNECT {target} HTTP/1.1\r\n\r\n".encode())
                            answer, extra = _read_head(server)
                            client.sendall("\r\n".join(answer).encode() + b"\r\n\r\n" + extra)
                        else:
                            client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
                        self._relay(client, server, rest)
                    return
                parts = urlsplit(target)
                server, through = self._reach(parts.hostname or "", parts.port or 80, "http")
                where = target if through else _path(target)
                lines = [f"{method} {where} {version}", *_closing(head[1:])]
                with self._held(server):
                    server.sendall("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + rest)
                    # The next request of this connection could be for another host: there is none.
                    sending = threading.Thread(target=_pump, args=[client, server], daemon=True)
                    sending.start()
                    answer, extra = _read_head(server)
                    answer = [answer[0], *_closing(answer[1:])]
                    client.sendall("\r\n".join(answer).encode("latin-1") + b"\r\n\r\n" + extra)
                    _pump(server, client)
                    _end(client)
                    sending.join()
            except (_Refused, OSError, ValueError, IndexError):
                return  # told by ``faults``; the browser sees that the connection ends

    @contextlib.contextmanager
    def _held(self, one: socket.socket) -> Iterator[None]:
        with self._lock:
            self._open.add(one)
        try:
            yield
        finally:
            with self._lock:
                self._open.discard(one)
            one.close()

    def _relay(self, client: socket.socket, server: socket.socket, first: bytes) -> None:
        server.sendall(first)
        sending = threading.Thread(target=_pump, args=[client, server], daemon=True)
        sending.start()
        _pump(server, client)
        _end(client)
        sending.join()

    def _reach(self, host: str, port: int, scheme: str) -> tuple[socket.socket, bool]:
        """A connection to a host, and whether it goes through the system's own proxy."""
        host = plain_host(host)
        try:
            return self._connect(host, port, scheme)
        except _Refused as refused:
            self.faults[host] = refused.fault
            raise

    def _connect(self, host: str, port: int, scheme: str) -> tuple[socket.socket, bool]:
        proxy = "" if host in self._named and _literal(host) else self._upstream.get(scheme, "")
        if proxy and proxy_bypass(host):
            proxy = ""
        try:
            found = self._look_up(host, port)
        except OSError:
            if not proxy:
                raise _Refused(Fault.NAME_UNKNOWN) from None
            found = []
        allowed = found if host in self._named else [ip for ip in found if not is_private(ip)]
        if found and not allowed:
            raise _Refused(Fault.PRIVATE)
        if proxy:
            upstream = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
            try:
                address = (upstream.hostname or "", upstream.port or 80)
                server = socket.create_connection(address, _CONNECT)
            except OSError:
                raise _Refused(Fault.NOT_REACHED) from None
            server.settimeout(_SILENCE)
            return server, True
        for ip in allowed:
            try:
                server = socket.create_connection((ip, port), _CONNECT)
            except OSError:
                continue
            server.settimeout(_SILENCE)
            self.remotes[host] = ip
            self.faults.pop(host, None)
            return server, False
        raise _Refused(Fault.NOT_REACHED)


def has_network() -> bool:
    """True if this computer knows a way to other networks, or a proxy; nothing is sent."""
    if getproxies():
        return True
    # Connecting a datagram socket only looks up the way. The addresses are those of examples.
    return any(
        _knows_way(family, address)
        for family, address in ((socket.AF_INET, "203.0.113.1"), (socket.AF_INET6, "2001:db8::1"))
    )


def _knows_way(family: socket.AddressFamily, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))
    except OSError:
        return False
    return True


def _addresses(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    return True


def _read_head(source: socket.socket) -> tuple[list[str], bytes]:
    """The lines of a head, and what came after it."""
    source.settimeout(_SILENCE)
    data = b""
    while b"\r\n\r\n" not in data:
        block = source.recv(_BLOCK)
        if not block or len(data) > _HEAD:
            raise ValueError("no head")
        data += block
    head, _, rest = data.partition(b"\r\n\r\n")
    return head.decode("latin-1").split("\r\n"), rest


def _closing(lines: list[str]) -> list[str]:
    """Header lines that say that the connection ends after this."""
    dropped = {"connection", "proxy-connection", "keep-alive"}
    kept = [line for line in lines if line.partition(":")[0].strip().lower() not in dropped]
    return [*kept, "Connection: close"]


def _path(target: str) -> str:
    """The part of an address that its server is asked for."""
    after = target.partition("://")[2]
    slash = after.find("/")
    query = after.find("?")
    if slash < 0 or 0 <= query < slash:
        return "/" + (after[query:] if query >= 0 else "")
    return after[slash:]


def _pump(source: socket.socket, target: socket.socket) -> None:
    """Pass on what comes until it ends on either side."""
    with contextlib.suppress(OSError):
        while block := source.recv(_BLOCK):
            target.sendall(block)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def _end(one: socket.socket) -> None:
    with contextlib.suppress(OSError):
        one.shutdown(socket.SHUT_RDWR)

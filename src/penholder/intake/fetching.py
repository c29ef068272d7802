"""A page fetched from an address, with limits: http and https only, no private hosts, no more than a page's size and time.

Knows redirects (each is checked as the first address was) and addresses behind names (the connection goes to the very address that was
checked, so that a name cannot change its mind in between). Sends no cookies and runs no script. Whether a site wants to be read by
programs is in `robots.py`.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import zlib
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urljoin, urlsplit

from penholder.errors import CannotOpen

LIMIT = 20_000_000
SECONDS = 20.0
MOST_REDIRECTS = 5
AGENT = "Penholder/0.1 (reads pages about the UN Security Council)"
_DO = "Save the page from the browser and hand in the file."
_STEP = 65_536
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.I)


class Unanswered(CannotOpen):
    """The host answered, but not with a page; `status` is its HTTP status."""

    def __init__(self, address: str, status: int, reason: str) -> None:
        self.status = status
        super().__init__(address, f"was answered with {status} {reason}"[:120], _DO)


@dataclass(frozen=True)
class Fetched:
    """What an address gave: the bytes, the address in the end, and the charset that the host names."""

    content: bytes
    url: str
    charset: str | None = None
    partial: str | None = None


def fetch(address: str, allow_private: bool = False, seconds: float = SECONDS, most: int = LIMIT) -> Fetched:
    """The bytes at an address. CannotOpen says why there are none."""
    end = monotonic() + seconds
    url = address
    for _ in range(MOST_REDIRECTS + 1):
        answer = _asked(address, url, allow_private, end, most)
        if isinstance(answer, Fetched):
            return answer
        url = answer
    raise CannotOpen(address, f"sends on to other addresses more than {MOST_REDIRECTS} times", _DO)


def _asked(address: str, url: str, allow_private: bool, end: float, most: int) -> Fetched | str:
    """One request: what came, or the address that it sends on to."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise CannotOpen(address, "is no address that can be read", "Check the address.") from None
    if parts.scheme not in ("http", "https") or not host:
        raise CannotOpen(address, f"leads to {url[:200]!r}, and only http and https are followed", _DO)
    if parts.username is not None:
        raise CannotOpen(address, "holds a name or password, which is never sent", "Hand in the address without it.")
    port = port or (443 if parts.scheme == "https" else 80)
    target = reachable(address, host, port, allow_private)
    connection = connection_to(parts.scheme, host, port, target, end)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        quoted = re.sub(r"[^!-~]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), path)
        heads = {"User-Agent": AGENT, "Accept": "text/html,application/pdf,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5", "Accept-Encoding": "gzip, identity", "Connection": "close"}  # fmt: skip
        connection.request("GET", quoted, headers=heads)
        answer = connection.getresponse()
        if answer.status in (301, 302, 303, 307, 308):
            place = answer.getheader("Location") or ""
            if not place:
                raise CannotOpen(address, "sends on to nowhere", _DO)
            return urljoin(url, place)
        if answer.status != 200:
            raise Unanswered(address, answer.status, answer.reason)
        content, cut = _body(answer, end, most, connection)
    except (OSError, http.client.HTTPException, ValueError) as error:
        late = isinstance(error, TimeoutError) or monotonic() >= end
        why = "took too long to answer" if late else f"cannot be reached ({_why(error)})"
        raise CannotOpen(address, why, _DO) from None
    finally:
        connection.close()
    if answer.getheader("Content-Encoding", "").lower() in ("gzip", "x-gzip"):
        content, cut = _unpacked(content, most, cut, address)
    charset = _CHARSET.search(answer.getheader("Content-Type") or "")
    told = f"Only the first {most // 1_000_000} MB of the address were read." if cut else None
    return Fetched(content, url, charset[1] if charset else None, told)


def _body(
    answer: http.client.HTTPResponse, end: float, most: int, connection: http.client.HTTPConnection
) -> tuple[bytes, bool]:
    """The bytes within size and time, and whether there were more."""
    parts: list[bytes] = []
    size = 0
    while size <= most:
        left = end - monotonic()
        if left <= 0:
            raise TimeoutError
        if connection.sock is not None:
            connection.sock.settimeout(left)
        piece = answer.read1(_STEP)
        if not piece:
            return b"".join(parts), False
        parts.append(piece)
        size += len(piece)
    return b"".join(parts)[:most], True


def _unpacked(content: bytes, most: int, cut: bool, address: str) -> tuple[bytes, bool]:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        found = unpacker.decompress(content, most)
    except zlib.error:
        raise CannotOpen(address, "sent what it says is compressed and is not", _DO) from None
    return found, cut or bool(unpacker.unconsumed_tail)


def reachable(address: str, host: str, port: int, allow_private: bool) -> tuple[int, tuple[object, ...]]:
    """Family and socket address of a host. Every address behind its name must be public, or none is asked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CannotOpen(address, f"names a host that is not known ({host[:100]})", "Check the address.") from None
    for _, _, _, _, place in found:
        if not allow_private and not is_public(str(place[0])):
            raise CannotOpen(address, f"leads to a private or local address ({place[0]}), which is not asked", _DO)
    return int(found[0][0]), tuple(found[0][4])


def is_public(number: str) -> bool:
    """Whether an IP address is one of the open internet.

    >>> is_public("127.0.0.1"), is_public("10.1.2.3"), is_public("::ffff:192.168.0.1"), is_public("93.184.215.14")
    (False, False, False, True)
    """
    try:
        place = ipaddress.ip_address(number.split("%")[0])
    except ValueError:
        return False
    if isinstance(place, ipaddress.IPv6Address):
        inner = place.ipv4_mapped or place.sixtofour or (place.teredo[1] if place.teredo else None)
        if inner is not None:
            place = inner
        elif place in ipaddress.ip_network("64:ff9b::/96"):
            place = ipaddress.IPv4Address(int(place) & 0xFFFFFFFF)
    return place.is_global and not place.is_multicast


def connection_to(
    scheme: str, host: str, port: int, target: tuple[int, tuple[object, ...]], end: float
) -> http.client.HTTPConnection:
    """A connection to the very address that was checked; the certificate is checked against the name."""
    left = max(0.1, end - monotonic())

    def connect(*_: object, **__: object) -> socket.socket:
        plug = socket.socket(target[0], socket.SOCK_STREAM)
        plug.settimeout(left)
        try:
            plug.connect(target[1])
        except OSError:
            plug.close()
            raise
        return plug

    if scheme == "https":
        secure = http.client.HTTPSConnection(host, port, timeout=left, context=ssl.create_default_context())
        secure._create_connection = connect  # type: ignore[attr-defined]
        return secure
    plain = http.client.HTTPConnection(host, port, timeout=left)
    plain._create_connection = connect  # type: ignore[attr-defined]
    return plain


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()[:200]
